"""Whatever is recorded: an agenda has each open deadline once, a sheet each line."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from legalcase.dates import DateRange
from legalcase.errors import LegalCaseError
from legalcase.kernel import Corrected, Ref, Retracted
from legalcase.model import (
    CaseDisposed,
    CaseFile,
    CaseStayed,
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineQuestioned,
    DeadlineRecomputed,
    DeadlineSet,
    DeadlineTerms,
    DeadlineVacated,
    Derived,
    HearingContinued,
    HearingSet,
    NoteAdded,
    Ordered,
)
from legalcase.oversight import agenda, control_sheet, health_of
from one_case import DAY, file_of

START = datetime(2026, 6, 3, 12, tzinfo=UTC)
days = st.integers(0, 60).map(lambda number: DAY + timedelta(days=number))
names = st.sampled_from(("a", "b", "c", "d"))
at = days.map(lambda day: datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
bases = days.map(lambda day: Ordered(due=day, authority="Order"))


def _terms(basis: Any, *, critical: bool) -> DeadlineTerms:
    return DeadlineTerms(title="T", basis=basis, critical=critical)


terms = st.builds(
    _terms,
    bases | st.just(Derived(follows=Ref("deadline", "a"))),
    critical=st.booleans(),
)


def happens(kind: Any, **fields: Any) -> Any:
    """Events of a kind, all of one day; what is no strategy is said as it is."""
    said = {
        name: value if isinstance(value, st.SearchStrategy) else st.just(value)
        for name, value in {"happened_on": DAY, **fields}.items()
    }
    return st.builds(kind, **said)


events = st.one_of(
    happens(DeadlineSet, deadline_id=names, terms=terms),
    happens(DeadlineConfirmed, deadline_id=names, confirmed_by="B"),
    happens(DeadlineQuestioned, deadline_id=names, ground="Why"),
    happens(DeadlineRecomputed, deadline_id=names, basis=bases),
    happens(
        DeadlineExtended,
        deadline_id=names,
        successor_id=names,
        basis=bases,
        authority="Order",
    ),
    happens(DeadlineMet, deadline_id=names, met_by="B", evidence="Receipt"),
    happens(DeadlineVacated, deadline_id=names, ground="Why"),
    happens(HearingSet, hearing_id="h", title="T", hearing_at=at),
    happens(HearingContinued, hearing_id="h", to_at=st.none() | at),
    happens(CaseStayed, ground="Stay"),
    happens(CaseDisposed, disposition="Over"),
    happens(NoteAdded, note_id=names, text="N"),
)
deadlines = st.one_of(
    happens(DeadlineConfirmed, deadline_id=names, confirmed_by="B"),
    happens(DeadlineRecomputed, deadline_id=names, basis=bases),
    happens(DeadlineMet, deadline_id=names, met_by="B", evidence="Receipt"),
    happens(
        DeadlineExtended,
        deadline_id=names,
        successor_id=st.sampled_from(("e", "f", "g", "h")),
        basis=st.just(Ordered(due=DAY + timedelta(days=90), authority="Order")),
        authority="Order",
    ),
)
#: With what each case begins, so that much of the rest can be recorded.
BEGUN = (
    HearingSet(hearing_id="h", title="T", hearing_at=START, happened_on=DAY),
    DeadlineSet(
        deadline_id="a",
        terms=_terms(Ordered(due=DAY, authority="Order"), critical=True),
        happened_on=DAY,
    ),
    DeadlineSet(
        deadline_id="b",
        terms=_terms(Derived(follows=Ref("deadline", "a")), critical=False),
        happened_on=DAY,
    ),
    DeadlineSet(
        deadline_id="c",
        terms=_terms(Derived(follows=Ref("hearing", "h")), critical=False),
        happened_on=DAY,
    ),
)
#: What is recorded when, in hours; and which line is retracted, if any.
acts = st.lists(
    st.tuples(
        st.one_of(deadlines, deadlines, events),
        st.integers(0, 20),
        st.one_of(st.none(), st.none(), st.integers(3, 14)),
    ),
    min_size=2,
    max_size=14,
)


def file_with(
    done: list[tuple[Any, int, int | None]], case_id: str = "case-1"
) -> CaseFile:
    """The file of what could be recorded, each act some hours after the last."""
    file = file_of(*BEGUN, case_id=case_id)
    moment = START + timedelta(hours=1)
    for event, hours, wrong in done:
        moment += timedelta(hours=hours)
        try:
            file = file.record(event, by="clerk", at=moment)
            if wrong is not None:
                name = f"e{wrong}"
                file = file.retract(name, ground="Typo", by="clerk", at=moment)
        except LegalCaseError:
            continue
    return file


@settings(max_examples=40)
@given(st.lists(acts, max_size=3), days, days, days)
def test_an_agenda_has_each_open_deadline_once(
    done: list[Any], one: date, other: date, on: date
) -> None:
    """Overdue, on its day, or undated; in the order of the days."""
    cases = [
        file_with(acts_of_one, case_id=f"case-{number}").case
        for number, acts_of_one in enumerate(done)
    ]
    between = DateRange.through(min(one, other), max(one, other))
    diary = agenda(cases, between=between, on=on)
    shown = Counter(
        (entry.case_id, entry.sort, entry.item_id)
        for _, _, entries in diary.groups()
        for entry in entries
    )
    wanted = {
        (case.case_id, "deadline", item.deadline.deadline_id)
        for case in cases
        for item in case.agenda().open
        if (day := item.dates.shown) is None
        or day < on
        or between.start <= day < between.stop
    }
    assert {key for key in shown if key[1] == "deadline"} == wanted
    assert not shown or max(shown.values()) == 1
    days_shown = [entry.day for entry in diary.entries]
    assert days_shown == sorted(day for day in days_shown if day)
    assert all(day and on <= day for day in days_shown)
    assert all(entry.day and entry.day < on for entry in diary.overdue)


@settings(max_examples=40)
@given(acts)
def test_sheets_have_each_line_about_a_deadline_once(done: list[Any]) -> None:
    """The sheets of all days together are the log; none of another day is there."""
    file = file_with(done)
    first = file.log[0].recorded_at.date()
    wanted = {
        line.number
        for line in file.log
        if isinstance(getattr(line.event, "deadline_id", None), str)
        or (
            isinstance(line.event, Corrected | Retracted)
            and hasattr(file.line(line.event.event_id).event, "deadline_id")
        )
    }
    found: list[int] = []
    for number in range((file.log[-1].recorded_at.date() - first).days + 1):
        day = first + timedelta(days=number)
        sheet = control_sheet([file], on=day, zone="UTC")
        found += [entry.number for entry in sheet.entries]
        assert all(entry.recorded_at.date() == day for entry in sheet.entries)
        assert all(entry.recorded_at.date() == day for entry in sheet.effects)
    assert sorted(found) == sorted(wanted)


@settings(max_examples=40)
@given(acts, days)
def test_health_is_sorted_and_says_the_same_again(done: list[Any], on: date) -> None:
    """The worst first, whatever happened; asking changes nothing."""
    file = file_with(done)
    findings = health_of([file], on=on)
    ranks = [("critical", "warning", "advice").index(one.severity) for one in findings]
    assert ranks == sorted(ranks)
    assert findings == health_of([file.case], on=on)
    assert len(set(findings.findings)) == len(findings)
