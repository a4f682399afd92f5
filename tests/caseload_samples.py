"""A caseload for the tests of measures: cases with what happened to them, by day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from legalcase.model import (
    CaseDisposed,
    CaseFile,
    CaseOpened,
    CaseReactivated,
    CaseReopened,
    CaseStayed,
    HearingHeld,
    HearingSet,
    JudgeAssigned,
    PartyJoined,
)

if TYPE_CHECKING:
    from legalcase.kernel import Draft, Event
    from legalcase.model import Case

NOON = datetime(2027, 6, 1, 12, tzinfo=UTC)
BY: dict[str, Any] = {"by": "clerk", "at": NOON}


def a_file(
    case_id: str,
    filed: date,
    *events: Event | Draft,
    court: str | None = "us/cand",
    judge: str | None = "Judge A",
    proceeding: str | None = "civil",
    parties: tuple[str, ...] = (),
) -> CaseFile:
    """A case that was filed on a day, and what happened then."""
    opened = CaseOpened(
        caption=f"No. {case_id}",
        court=court,
        number=case_id,
        proceeding=proceeding,
        happened_on=filed,
    )
    first: list[Event | Draft] = [
        PartyJoined(party_id=one, name=one, roles=("defendant",), happened_on=filed)
        for one in parties
    ]
    if judge is not None:
        first.append(JudgeAssigned(judge=judge, happened_on=filed))
    file = CaseFile.open(opened, case_id=case_id, **BY)
    for event in (*first, *events):
        file = file.record(event, **BY)
    return file


def a_case(case_id: str, filed: date, *events: Event | Draft, **said: Any) -> Case:
    """The case of such a file."""
    return a_file(case_id, filed, *events, **said).case


def stayed(day: date, *of: str) -> CaseStayed:
    """A stay."""
    return CaseStayed(ground="bankruptcy", of=of, happened_on=day)


def back(day: date, *of: str) -> CaseReactivated:
    """All stays lifted."""
    return CaseReactivated(of=of, happened_on=day)


def done(day: date, *of: str, how: str = "settlement") -> CaseDisposed:
    """A disposition."""
    return CaseDisposed(disposition=how, of=of, happened_on=day)


def again(day: date, *of: str) -> CaseReopened:
    """A reopening."""
    return CaseReopened(ground="relief from judgment", of=of, happened_on=day)


def trial(hearing_id: str, set_on: date, day: date, **said: Any) -> HearingSet:
    """The setting of a trial."""
    return HearingSet(
        hearing_id=hearing_id,
        title="Trial",
        kind="trial-bench",
        triggers=("trial",),
        hearing_at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
        happened_on=set_on,
        **said,
    )


def held(hearing_id: str, day: date) -> HearingHeld:
    """That it was held."""
    return HearingHeld(hearing_id=hearing_id, happened_on=day)


def later(day: date, days: int) -> date:
    """A day so many days after another."""
    return day + timedelta(days=days)
