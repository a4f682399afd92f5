"""Instants given by another clock than the court's: on which day they fall."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc
import legalcase.model as m
from legalcase.dates import Period, by_court_clock, day_at_court, own_day
from legalcase.errors import InvalidValueError
from legalcase.kernel import Ref
from legalcase.oversight import agenda, health

LAW = lc.Law.bundled()
PACIFIC = "America/Los_Angeles"
#: Half past seven in the evening of 5 November in Los Angeles.
EVENING = datetime(2026, 11, 6, 3, 30, tzinfo=UTC)
HELD_ON = date(2026, 11, 5)
DAY = date(2026, 6, 3)
BY: dict[str, Any] = {"by": "clerk", "at": datetime(2026, 6, 3, 20, tzinfo=UTC)}


def opened(law: lc.Law | None = LAW, court: str | None = "us/cand") -> m.CaseFile:
    """A civil case in San Francisco."""
    event = m.CaseOpened(
        caption="Roe v. Acme", court=court, proceeding="civil", happened_on=DAY
    )
    return m.CaseFile.open(event, case_id="roe", law=law, **BY)


def hearing(at: datetime = EVENING) -> m.HearingSet:
    """A hearing in the evening."""
    return m.HearingSet(hearing_id="h", title="H", hearing_at=at, happened_on=DAY)


def due(basis: Any, deadline_id: str) -> m.DeadlineSet:
    """A deadline on a basis."""
    terms = m.DeadlineTerms(title="Due", basis=basis)
    return m.DeadlineSet(deadline_id=deadline_id, terms=terms, happened_on=DAY)


def before(days: int = 5) -> m.DeadlineSet:
    """Due some days before the hearing, and moving with it."""
    basis = m.Derived(
        follows=Ref("hearing", "h"), direction="before", period=Period(days, "day")
    )
    return due(basis, "brief")


@pytest.mark.parametrize(
    ("moment", "zones", "day"),
    [
        (EVENING, (PACIFIC,), HELD_ON),
        (EVENING, (), date(2026, 11, 6)),
        # Of two zones the earlier day.
        (EVENING.replace(hour=7), ("America/Chicago", PACIFIC), HELD_ON),
        (EVENING.replace(hour=7), ("America/Chicago",), date(2026, 11, 6)),
        (EVENING.astimezone(ZoneInfo("Asia/Tokyo")), (PACIFIC,), HELD_ON),
        (date(2026, 11, 6), (PACIFIC,), date(2026, 11, 6)),
    ],
)
def test_the_day_of_an_instant_is_the_courts(
    moment: date, zones: tuple[str, ...], day: date
) -> None:
    """Whatever clock it was given by."""
    assert day_at_court(moment, zones) == day
    if isinstance(moment, datetime):
        local = by_court_clock(moment, zones)
        assert (local, own_day(local)) == (moment, day)


def test_a_hearing_given_in_another_zone_falls_on_the_courts_day() -> None:
    """In the case, in what moves with it, in agendas and the schedule."""
    file = opened().record(hearing(), before(), law=LAW, **BY)
    kept = file.case.hearings["h"].at
    assert kept == EVENING
    assert kept.tzinfo == ZoneInfo(PACIFIC)
    assert own_day(kept) == HELD_ON
    assert file.case.dates("brief").shown == date(2026, 10, 31)
    assert "at 19:30" in str(file.case.agenda())
    days = agenda([file], between=(HELD_ON, HELD_ON))
    assert [entry.item_id for entry in days.entries] == ["h"]
    assert not health(file, on=DAY, law=LAW).of("hearing-by-another-clock")
    assert not lc.reschedule(file, LAW).moved


def test_a_continuance_and_a_correction_are_by_the_courts_clock_too() -> None:
    """Every way in."""
    file = opened().record(hearing(), before(), law=LAW, **BY)
    later = EVENING.replace(day=20)
    moved = file.record(
        m.HearingContinued(hearing_id="h", to_at=later, happened_on=DAY), law=LAW, **BY
    )
    assert moved.case.dates("brief").shown == date(2026, 11, 14)
    corrected = file.correct(
        file.log[1].event_id, hearing_at=later, ground="misread", law=LAW, **BY
    )
    assert corrected.case.dates("brief").shown == date(2026, 11, 14)
    assert corrected.case.hearings["h"].at.tzinfo == ZoneInfo(PACIFIC)


def test_without_the_law_the_day_is_by_the_clock_given_and_health_says_so() -> None:
    """No log can know the clock of a court; whoever has the law finds it."""
    file = opened(law=None).record(hearing(), before(), **BY)
    assert file.case.dates("brief").shown == date(2026, 11, 1)
    (one,) = health(file, on=DAY, law=LAW).of("hearing-by-another-clock")
    assert (one.evidence, one.day) == (("hearing:h",), HELD_ON)
    assert "2026-11-06" in one.text
    assert PACIFIC in one.text
    mended = file.correct(
        file.log[1].event_id, hearing_at=EVENING, ground="clock", law=LAW, **BY
    )
    assert not health(mended, on=DAY, law=LAW).of("hearing-by-another-clock")


def test_the_same_command_is_one_though_the_clock_was_changed() -> None:
    """What was given and what was kept are the same instant."""
    file = opened().record(hearing(), law=LAW, command_id="c-1", **BY)
    assert file.record(hearing(), law=LAW, command_id="c-1", **BY) == file


def test_a_day_that_the_court_does_not_have_is_refused() -> None:
    """Filed at five in the afternoon of the 2nd in San Francisco, not on the 3rd."""
    filed = m.Filed(
        title="Motion",
        triggers=("motion-filed",),
        happened_on=DAY,
        happened_at=datetime(2026, 6, 3, 0, 0, tzinfo=UTC),
    )
    opened().record(filed, **BY)
    with pytest.raises(InvalidValueError, match="is on 2026-06-02 by the court's"):
        opened().record(filed, law=LAW, **BY)
    basis = m.Ordered(
        due=DAY, due_at=datetime(2026, 6, 3, 2, tzinfo=UTC), authority="Order"
    )
    with pytest.raises(InvalidValueError, match=r"due_at is on 2026-06-02"):
        opened().record(due(basis, "d"), law=LAW, **BY)


def test_an_instant_on_its_day_is_kept_by_the_courts_clock() -> None:
    """Of an order's hour, too, deep in the terms."""
    basis = m.Ordered(
        due=DAY, due_at=datetime(2026, 6, 3, 22, tzinfo=UTC), authority="Order"
    )
    file = opened().record(due(basis, "d"), law=LAW, **BY)
    kept = file.case.dates("d").due_at
    assert kept is not None
    assert (kept.hour, kept.tzinfo) == (15, ZoneInfo(PACIFIC))


def test_the_court_is_that_after_a_transfer() -> None:
    """Seven in the evening in San Francisco is ten in New York, on the same day."""
    gone = m.CaseTransferred(court="us/nysd", number="2", happened_on=DAY)
    file = opened().record(gone, hearing(), law=LAW, **BY)
    assert file.case.hearings["h"].at.tzinfo == ZoneInfo("America/New_York")


def test_a_case_in_no_court_keeps_the_clock_it_was_given() -> None:
    """Nobody knows another."""
    file = opened(court=None).record(hearing(), law=LAW, **BY)
    assert file.case.hearings["h"].at.tzinfo is UTC
