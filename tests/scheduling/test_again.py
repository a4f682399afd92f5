"""Deadlines of no rule of the catalogue, and those that hang on no event."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import legalcase as lc
import legalcase.model as m
from legalcase.kernel import Ref
from schedule_cases import AT, BY, LAW, opened, ref, served

ON = date(2026, 6, 12)
FLOOD = lc.Closure(
    on=date(2026, 6, 15),
    name="flood",
    kind="legal-holiday",
    authority=lc.Authority(cite="Gen. Order 14"),
)
CLOSED = LAW.with_closures({"us": [FLOOD]})
HEARING = m.HearingSet(
    hearing_id="h",
    title="Hearing",
    triggers=("evidentiary-hearing",),
    hearing_at=AT.replace(month=7, day=1),
    happened_on=date(2026, 6, 1),
)
REQUEST = served(
    "r", "settlement-offer-served", "roe", ["acme"], date(2026, 6, 3), "mail"
)


def with_deadline(name: str, basis: Any, *happened: Any) -> m.CaseFile:
    """A case with one deadline, of our own making."""
    terms = m.DeadlineTerms(title="Do it", basis=basis)
    made = m.DeadlineSet(deadline_id=name, terms=terms, happened_on=ON)
    file: m.CaseFile = opened().record(HEARING, REQUEST, *happened, made, **BY)
    return file


def moved(file: m.CaseFile, law: lc.Law = LAW) -> dict[str, str]:
    """To which days deadlines move."""
    diff = lc.reschedule(file, law)
    if diff.moved:
        after = file.record(*diff.events(), **BY)
        assert lc.reschedule(after, law).is_empty
    return {one.deadline_id: str(one.after.shown) for one in diff.moved}


def computed(period: str, *anchors: m.Anchor, **given: Any) -> m.Computed:
    """A period of our own, counted under the federal rules."""
    found = LAW.compute(period, under="us/frcp", court="us/cand", **given)
    return m.Computed(computation=found, anchors=anchors, authority="Order of 1 June")


def test_a_bare_period_without_anchors_moves_with_the_calendar_alone() -> None:
    """Nobody said from what it runs: its own day stays."""
    basis = computed("12 days", after=date(2026, 6, 3))
    file = with_deadline("d", basis)
    assert str(file.case.dates("d").shown) == "2026-06-15"
    assert moved(file) == {}
    assert moved(file, CLOSED) == {"d": "2026-06-16"}
    assert {one.deadline_id for one in lc.reschedule([file], CLOSED).moved} == {"d"}
    diff = lc.reschedule(file.record(*lc.reschedule(file, CLOSED).events(), **BY), LAW)
    assert isinstance(diff.moved[0].basis, m.Computed)
    assert diff.moved[0].basis.authority == "Order of 1 June"


def test_a_bare_period_before_a_hearing_moves_with_it() -> None:
    """To the new day; while there is none it stays where it was, and says why."""
    anchor = m.Anchor("evidentiary-hearing", Ref("hearing", "h"))
    file = with_deadline("d", computed("10 days", anchor, before=date(2026, 7, 1)))
    assert moved(file) == {}
    later = m.HearingContinued(
        hearing_id="h", to_at=AT.replace(month=7, day=22), happened_on=ON
    )
    # Counted back, it is moved off a Sunday to the Friday before.
    assert moved(file.record(later, **BY)) == {"d": "2026-07-10"}
    off = file.record(m.HearingContinued(hearing_id="h", happened_on=ON), **BY)
    (pinned,) = lc.reschedule(off, LAW).pinned
    assert pinned.reason.startswith("nothing to count again")
    gone = file.record(m.HearingVacated(hearing_id="h", happened_on=ON), **BY)
    assert [one.deadline_id for one in lc.reschedule(gone, LAW).void] == ["d"]


def test_a_bare_period_from_a_service_follows_its_day_and_its_method() -> None:
    """As exactly as it was counted: from a day, or from an instant."""
    anchor = m.Anchor("settlement-offer-served", ref("r"))
    basis = computed("10 days", anchor, after=date(2026, 6, 3), service="mail")
    file = with_deadline("d", basis)
    assert str(file.case.dates("d").shown) == "2026-06-18"
    quick = file.correct("r", method="electronic", ground="Read", **BY)
    assert moved(quick) == {"d": "2026-06-15"}
    at = datetime(2026, 6, 10, 9, tzinfo=ZoneInfo("America/Los_Angeles"))
    exact = file.correct(
        "r", happened_on=at.date(), happened_at=at, ground="Read", **BY
    )
    assert moved(exact) == {"d": "2026-06-25"}


def test_a_period_from_another_deadline_follows_that() -> None:
    """Anchored on it, it runs from the day that it shows."""
    first = m.DeadlineSet(
        deadline_id="first",
        terms=m.DeadlineTerms(
            title="First", basis=m.Ordered(due=date(2026, 6, 22), authority="Order")
        ),
        happened_on=ON,
    )
    anchor = m.Anchor("order-entered", Ref("deadline", "first"))
    basis = computed("10 days", anchor, after=date(2026, 6, 20))
    file = with_deadline("d", basis, first)
    assert moved(file) == {"d": "2026-07-02"}
    # Where that moves at the same time, it goes along.
    offer = m.Anchor("settlement-offer-served", ref("r"))
    leading = computed("12 days", offer, after=date(2026, 6, 2))
    other = m.DeadlineRecomputed(deadline_id="first", basis=leading, happened_on=ON)
    both = moved(file.record(other, **BY))
    assert both == {"first": "2026-06-18", "d": "2026-06-29"}


def test_what_the_law_refuses_is_pinned_with_what_it_says() -> None:
    """The day stays where it was; the reason is the law's."""
    anchor = m.Anchor("settlement-offer-served", ref("r"))
    basis = computed("10 days", anchor, after=date(2026, 6, 3), service="mail")
    file = with_deadline("d", basis)
    early = file.correct("r", happened_on=date(1975, 6, 3), ground="Read", **BY)
    (pinned,) = lc.reschedule(early, LAW).pinned
    assert pinned.reason.startswith("refused: ")


def test_an_extension_is_not_counted_again() -> None:
    """It is of somebody's making; that the original would be another day is said."""
    basis = computed("12 days", after=date(2026, 6, 3))
    file = with_deadline("d", basis)
    longer = LAW.compute("14 days", extending=basis.computation, court="us/cand")
    file = file.record(
        m.DeadlineExtended(
            deadline_id="d",
            successor_id="d2",
            basis=m.Computed(computation=longer),
            authority="Stipulation",
            happened_on=ON,
        ),
        **BY,
    )
    pinned = {one.deadline_id: one for one in lc.reschedule(file, CLOSED).pinned}
    assert pinned["d"].reason.startswith("extended")
    assert pinned["d2"].reason.startswith("nothing to count again")


def test_what_follows_in_days_of_the_calendar_moves_by_itself() -> None:
    """And takes along what follows it in court days."""
    leading = m.Ordered(due=date(2026, 6, 22), authority="Order")
    week = m.Derived(follows=Ref("deadline", "d"), period=lc.Period.parse("7 days"))
    found = LAW.compute(
        "2 court days",
        before=date(2026, 6, 15),
        under="us-ca/ccp",
        calendar="us-ca",
        service_extension="none",
    )
    court = m.Derived(
        follows=Ref("deadline", "week"),
        period=lc.Period.parse("2 court days"),
        computation=found,
        counted_on="us-ca",
    )
    file = with_deadline("d", leading)
    file = file.record(
        *(
            m.DeadlineSet(
                deadline_id=name,
                terms=m.DeadlineTerms(title=name, basis=basis),
                happened_on=ON,
            )
            for name, basis in (("week", week), ("court", court))
        ),
        **BY,
    )
    assert moved(file) == {}
    other = m.DeadlineRecomputed(
        deadline_id="d",
        basis=m.Ordered(due=date(2026, 6, 29), authority="Order"),
        happened_on=ON,
    )
    after = file.record(other, **BY)
    assert str(after.case.dates("week").shown) == "2026-06-22"
    assert moved(after) == {"court": "2026-06-17"}
    from_hearing = m.Derived(
        follows=Ref("hearing", "h"),
        period=lc.Period.parse("2 court days"),
        computation=found,
        counted_on="us-ca",
    )
    assert moved(with_deadline("x", from_hearing)) == {"x": "2026-06-29"}
