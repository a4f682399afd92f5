"""How far apart the answers about days end a straight count, found without a walk."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from legalcase.counting.argument.agreed import Alike, safe_end
from legalcase.counting.argument.readings import read
from legalcase.counting.engine.run import run
from legalcase.counting.engine.straight import straight_of
from small_law import calendar, court, holiday, question, rule

FIRST = date(2026, 4, 13)


def about(name: str, **change: Any) -> dict[str, Any]:
    """A question of law, adopted no, and what the other answer changes."""
    return {
        "id": name,
        "kind": "law",
        "question": f"Is it so ({name})?",
        "adopted": "no",
        "cite": "the text",
        "reading": [{"name": "yes", "cite": "for yes", **change}],
    }


#: A holiday on a Saturday, which may be observed on the Friday before; on the Thursday
#: the offices were closed, and whoever counts that as a holiday comes to the Friday.
SHUT = calendar(
    holiday=[holiday("may 2")],
    observance={"saturday": "none"},
    dispute=[about("friday", observance={"saturday": "previous day"})],
).with_closure(
    date(2026, 4, 30), "Offices closed", "office-closed", authority="Order 9"
)
USED = rule(dispute=(about("offices", calendar={"office-closed": "legal-holiday"}),))


def ends_of(number: int, day: date, *, before: bool) -> list[date]:
    """The end of so many days, and then of its readings, as they are walked."""
    asked = question(USED, f"{number} days", day, before=before, at=court(SHUT))
    outcome = run(asked, day, asked.chosen)
    others = read(asked, day, outcome).readings()
    return [outcome.due, *(one.due for one in others)]


@pytest.mark.parametrize("before", [False, True])
@pytest.mark.parametrize("number", range(1, 20))
def test_the_earliest_and_the_latest_are_those_of_the_readings(
    number: int, *, before: bool
) -> None:
    """Also where under one answer a day is met on which another decides."""
    for offset in range(40):
        day = FIRST + timedelta(days=offset)
        ends = ends_of(number, day, before=before)
        asked = question(USED, f"{number} days", day, before=before, at=court(SHUT))
        straight = straight_of(asked, asked.chosen)
        assert straight is not None
        own = straight.ends(day.toordinal())
        assert own is not None
        for latest, pick in ((False, min), (True, max)):
            found = safe_end(asked, straight, day.toordinal(), own, latest=latest)
            assert found == pick(ends).toordinal(), (day, latest)


def test_an_answer_can_lead_to_another_question() -> None:
    """Of the Friday is asked only by whoever finds the Thursday closed."""
    ends = ends_of(6, date(2026, 4, 24), before=False)
    assert sorted(ends) == [date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 4)]


def test_counts_that_are_not_alike_under_other_answers_are_left_to_the_walk() -> None:
    """Those that are have the same safe end."""
    day = date(2026, 4, 24)
    asked, same, other = (
        question(USED, f"{number} days", day, at=court(SHUT)) for number in (6, 6, 5)
    )
    straight = straight_of(asked, asked.chosen)
    assert straight is not None
    own = straight.ends(day.toordinal())
    assert own is not None
    for alike, expected in (((same,), date(2026, 5, 4)), ((same, other), None)):
        found = safe_end(
            asked, straight, day.toordinal(), own, latest=True, alike=Alike(alike)
        )
        assert found == (None if expected is None else expected.toordinal())
