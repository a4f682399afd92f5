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


def safe_of(asked: Any, day: date, *, latest: bool = False) -> int | None:
    """The safe end of a count that is straight."""
    straight = straight_of(asked, asked.chosen)
    assert straight is not None
    own = straight.ends(day.toordinal())
    assert own is not None
    return safe_end(asked, straight, day.toordinal(), own, latest=latest)


def several(name: str, *changes: dict[str, Any]) -> dict[str, Any]:
    """A question of law, adopted no, with an answer for each change."""
    return {
        **about(name),
        "reading": [
            {"name": f"yes-{number}", "cite": "for yes", **change}
            for number, change in enumerate(changes)
        ],
    }


def test_answers_that_make_the_same_of_a_day_are_one() -> None:
    """And of one that makes nothing else of it nothing is asked."""
    friday = {"observance": {"saturday": "previous day"}}
    twice = calendar(
        holiday=[holiday("may 2")],
        observance={"saturday": "none"},
        dispute=[several("friday", friday, friday)],
    )
    asked = question(rule(), "4 days", date(2026, 4, 27), at=court(twice))
    assert safe_of(asked, date(2026, 4, 27)) == date(2026, 5, 1).toordinal()
    assert (
        safe_of(asked, date(2026, 4, 27), latest=True) == date(2026, 5, 4).toordinal()
    )
    idle = calendar(
        holiday=[holiday("may 2")],
        observance={"saturday": "none"},
        dispute=[several("friday", {"observance": {"saturday": "none"}})],
    )
    asked = question(rule(), "4 days", date(2026, 4, 27), at=court(idle))
    assert safe_of(asked, date(2026, 4, 27)) == date(2026, 5, 1).toordinal()


def test_an_answer_under_which_nothing_can_be_counted_is_left_to_the_walk() -> None:
    """The calendar ends on the day before which it would have to be moved."""
    ending = calendar(
        holiday=[holiday("may 2")],
        observance={"saturday": "none"},
        horizon={"from": date(2020, 1, 1), "through": date(2026, 5, 1)},
        dispute=[about("friday", observance={"saturday": "previous day"})],
    )
    asked = question(rule(), "4 days", date(2026, 4, 27), at=court(ending))
    assert safe_of(asked, date(2026, 4, 27)) is None


def test_more_answers_than_are_tried_are_left_to_the_walk() -> None:
    """Of fourteen days in dispute there are sixteen thousand together."""
    days = [f"may {number}" for number in range(4, 18)]
    many = calendar(
        holiday=[holiday(each, id=each.replace(" ", "-")) for each in days],
        observance={"saturday": "none", "sunday": "none"},
        dispute=[
            about(each.replace(" ", "-"), without=[each.replace(" ", "-")])
            for each in days
        ],
    )
    asked = question(rule(), "4 days", date(2026, 4, 30), at=court(many))
    assert safe_of(asked, date(2026, 4, 30)) is None
