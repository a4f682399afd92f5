"""What presses on one person, by what is recorded, and what could give more time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

import legalcase as lc
from legalcase.dates import DateRange, Period
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel import Label, Ref
from legalcase.model import Agreed, Computed, DeadlineExtended, Derived, Ordered
from legalcase.oversight import pressure
from one_case import DAY, deadline_set, file_of

LAW = lc.Law.bundled()
JULY = DateRange(date(2026, 7, 1), date(2026, 8, 1))
BARRED = "barred by Fed. R. Civ. P. 6(b)(2)"
GOOD_CAUSE = (
    "court: good cause; after expiry excusable neglect; agreement: stipulation under "
    "Rule 29 (Fed. R. Civ. P. 33(b)(2), 6(b)(1))"
)
MINE: dict[str, Any] = {"owner": "A. Lawyer", "critical": True}


def ordered(deadline_id: str, due: date, **said: Any) -> Any:
    """A critical deadline of the person."""
    basis = Ordered(due=due, authority="Order")
    return deadline_set(deadline_id, basis, **{**MINE, **said})


def computed(deadline_id: str, rule: str, after: date, **said: Any) -> Any:
    """A critical deadline of the person, by a rule."""
    found = LAW.compute(rule, after=after, court="us/cand", **said)
    return deadline_set(deadline_id, Computed(computation=found), **MINE)


def before(deadline_id: str, period: str, name: str, **said: Any) -> Any:
    """A date of our own that leads up to a deadline."""
    follows = Ref("deadline", deadline_id)
    basis = Derived(follows=follows, period=Period.parse(period), **said)
    return deadline_set(name, basis)


def pressed(*events: Any, **said: Any) -> Any:
    """What presses on the person in July."""
    given = {"person": "A. Lawyer", "during": JULY, "limit": 1, **said}
    return pressure([file_of(*events)], **given)


def test_days_with_more_than_the_limit() -> None:
    """Only what is critical, open, and the person's own; of all cases together."""
    day = date(2026, 7, 9)
    one = file_of(
        ordered("a", day),
        ordered("b", day, owner="a.  lawyer"),
        ordered("theirs", day, owner="B. Lawyer"),
        ordered("nobodys", day, owner=None),
        ordered("light", day, critical=False),
        ordered("other", date(2026, 7, 10)),
        case_id="one",
    )
    two = file_of(ordered("c", day), ordered("august", date(2026, 8, 1)), case_id="two")
    given: dict[str, Any] = {"person": "A. Lawyer", "during": JULY}
    (found,) = pressure([one, two], limit=2, **given).days
    assert (found.day, found.limit, found.count) == (day, 2, 3)
    assert [each.deadline_id for each in found.dates] == ["a", "b", "c"]
    assert {each.text for each in found.dates} == {"one of 3 critical dates"}
    assert pressure([one, two], limit=3, **given).days == ()
    assert [each.count for each in pressure([one, two], limit=0, **given).days] == [
        3,
        1,
    ]


def test_what_falls_into_an_absence() -> None:
    """Critical or not, and on no other day."""
    away = {"a. lawyer": DateRange(date(2026, 7, 8), date(2026, 7, 10))}
    events = [
        ordered("a", date(2026, 7, 9), critical=False),
        ordered("b", date(2026, 7, 10)),
    ]
    (one,) = pressed(*events, absences=away).away
    assert (one.deadline_id, one.why) == ("a", "away")
    assert one.text == "away 2026-07-08 to 2026-07-09"
    assert pressed(*events).away == ()


def test_a_preparation_that_is_over_or_late() -> None:
    """What leads up to it is open and lies in the past, or after it."""
    events = [ordered("a", date(2026, 7, 9)), before("a", "30 days", "draft")]
    (one,) = pressed(*events).unprepared
    assert (one.deadline_id, one.why) == ("a", "preparation-over")
    assert one.text == "'draft' was to be done by 2026-06-09"
    assert one.evidence == ("deadline:a", "deadline:draft")
    assert pressed(*events, on=date(2026, 6, 9)).unprepared == ()
    court = LAW.compute(
        "5 court days", before=date(2026, 8, 25), under="us-ca/ccp", court="us-ca/lasc"
    )
    late = Derived(
        follows=Ref("deadline", "a"),
        period=Period.parse("5 court days"),
        counted_on="us",
        computation=court,
    )
    events = [ordered("a", date(2026, 7, 9)), deadline_set("draft", late)]
    (one,) = pressed(*events).unprepared
    assert one.why == "preparation-late"
    assert "after it" in one.text


def test_a_preparation_follows_the_extension() -> None:
    """And what comes after a deadline prepares nothing."""
    extended = DeadlineExtended(
        deadline_id="a",
        successor_id="b",
        basis=Ordered(due=date(2026, 7, 20), authority="Order"),
        authority="Order",
        happened_on=DAY,
    )
    events = [
        ordered("a", date(2026, 7, 9)),
        before("a", "30 days", "draft"),
        before("a", "1 day", "send", direction="after"),
        extended,
    ]
    (one,) = pressed(*events).unprepared
    assert one.deadline_id == "b"
    assert one.text == "'draft' was to be done by 2026-06-20"


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (computed("a", "us/frcp/59(e)", date(2026, 6, 11)), BARRED),
        (computed("a", "us/frcp/33(b)(2)", DAY, service="mail"), GOOD_CAUSE),
        (
            ordered("a", date(2026, 7, 9)),
            "a date certain: only the court that ordered it",
        ),
        (
            deadline_set("a", Agreed(due=date(2026, 7, 9), authority="Letter"), **MINE),
            "agreed: by another agreement, or by order",
        ),
    ],
    ids=["barred", "rule", "ordered", "agreed"],
)
def test_what_could_give_more_time(event: Any, said: str) -> None:
    """As the rule of the deadline says, with its citation, or that nothing is known."""
    (day,) = pressed(event, limit=0, law=LAW).days
    (one,) = day.dates
    assert one.relief.said == str(one.relief) == said


def test_without_the_law_only_the_bar_is_known() -> None:
    """Of a bare period no rule is entered."""
    by_rule = computed("a", "us/frcp/33(b)(2)", DAY, service="mail")
    (day,) = pressed(by_rule, limit=0).days
    assert day.dates[0].relief.said == "not said here: pass law= to look it up"
    bare = LAW.compute("40 days", after=DAY, under="us/frcp", court="us/cand")
    event = deadline_set("a", Computed(computation=bare), **MINE)
    (day,) = pressed(event, limit=0, law=LAW).days
    assert day.dates[0].relief.said == "not said here: no rule is entered"
    own = deadline_set(
        "b", Derived(follows=Ref("deadline", "a"), period=Period.parse("1 day")), **MINE
    )
    days = pressed(event, own, limit=0, law=LAW).days
    assert days[0].dates[0].relief.said == "our own date: it moves with what it follows"


def test_what_is_printed() -> None:
    """A table for each kind of pressure, and a line where there is none."""
    events = [ordered("a", date(2026, 7, 9)), before("a", "30 days", "draft")]
    away = {"A. Lawyer": DateRange(date(2026, 7, 8), date(2026, 7, 10))}
    found = pressed(*events, limit=0, absences=away)
    for text in (str(found), found._repr_html_()):
        for heading in ("More than 0", "While away", "Preparation no longer fits"):
            assert heading in text
    assert [row["why"] for row in found.to_rows()] == [
        "too-many",
        "away",
        "preparation-over",
    ]
    quiet = pressed(ordered("a", date(2026, 9, 9)))
    assert str(quiet).endswith(
        "Nothing presses on these days, as far as it is recorded."
    )
    assert "Nothing presses" in quiet._repr_html_()
    assert "Lawyer" not in repr(quiet)


def test_invariant_26_titles_of_the_owner_are_not_for_the_firm() -> None:
    """The date itself is."""
    private = Label(audience="owner")
    event = ordered("a", date(2026, 7, 9), title="canary", label=private)
    firm, owner = (pressed(event, limit=0, audience=one) for one in ("firm", "owner"))
    assert "canary" not in f"{firm}{firm._repr_html_()}{firm.to_rows()}"
    assert firm.days[0].count == 1
    assert "canary" in str(owner)
    assert "canary" not in repr(owner.days)


def test_what_makes_no_question_is_refused() -> None:
    """A limit that is none, nobody, no days, and whoever is outside the firm."""
    for limit in (-1, 1.5, "2", True, None):
        with pytest.raises(InvalidValueError, match="no number of dates"):
            pressed(limit=limit)
    for audience in ("client", "public"):
        with pytest.raises(InvalidValueError, match="business of the firm"):
            pressed(audience=audience)
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        pressed(person="")
    with pytest.raises(InvalidTypeError):
        pressed(during=DAY)
    with pytest.raises(InvalidTypeError):
        pressed(on="2026-07-01")
    first, last = date(2026, 7, 1), date(2026, 7, 31)
    assert pressed(during=(first, last)).during == JULY
    assert JULY.stop - timedelta(days=1) == last
