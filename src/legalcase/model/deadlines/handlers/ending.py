"""How deadlines end: met, missed, lifted; and how they open again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import InvalidValueError
from legalcase.model.caseload.facet import CASELOAD
from legalcase.model.deadlines.handlers.changing import (
    around,
    check_stands,
    with_deadline,
)
from legalcase.model.deadlines.lifecycles import OUTCOME
from legalcase.model.deadlines.looking.dates import dates_of
from legalcase.model.deadlines.looking.verdict import (
    ONLY_IF,
    verdict,
    verdict_while_stopped,
)
from legalcase.model.deadlines.state import Deadline, Finding, Met, Outcome
from legalcase.model.docket.facet import DOCKET
from legalcase.model.filings.facet import FILINGS
from legalcase.model.filings.state import submitted_as

if TYPE_CHECKING:
    from datetime import date

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.deadlines.due_dates import DueDates
    from legalcase.model.deadlines.events import (
        DeadlineMet,
        DeadlineMissed,
        DeadlineReopened,
    )

    Deadlines = Register[Deadline]

__all__ = [
    "check_met",
    "check_missed",
    "first_day",
    "met",
    "moved",
    "opened_again",
    "reopened",
]


_ON_A_READING: Final = "in-time-on-a-reading"


def met(
    deadlines: Deadlines, event: DeadlineMet, line: Recorded, before: Folded
) -> Deadlines:
    """Return the deadlines after what was due was done, with the verdict on it."""
    old = deadlines[event.deadline_id]
    outcome = OUTCOME.after(type(event), str(old.outcome), old.deadline_id)
    # Of one that is stopped: the dates if it were not.
    dates = dates_of(around(deadlines, before), evolve(old, stops=()))
    word, readings = (verdict_while_stopped if old.is_stopped else verdict)(
        old.deadline_id, old.basis, dates, event.happened_on, event.happened_at
    )
    done = Met(
        on=event.happened_on,
        at=event.happened_at,
        by=event.met_by,
        by_event=None if event.by_event is None else event.by_event.id,
        evidence=event.evidence,
        verdict=word,
        readings=readings,
    )
    findings = old.findings
    if word == ONLY_IF:
        finding = Finding(
            code=_ON_A_READING,
            severity="critical",
            text="done in time only if a disputed point is as the verdict says",
            event_id=line.event_id,
        )
        findings = (*findings, finding)
    new = old.changed(
        line,
        outcome=Outcome(outcome),
        met=done,
        ended_by=line.event_id,
        findings=findings,
    )
    return with_deadline(deadlines, new)


def moved(deadlines: Deadlines, event: Any, line: Recorded, _: Folded) -> Deadlines:
    """Return the deadlines after one ended, or was opened again."""
    old = deadlines[event.deadline_id]
    outcome = OUTCOME.after(type(event), str(old.outcome), old.deadline_id)
    new = old.changed(line, outcome=Outcome(outcome), ended_by=line.event_id)
    return with_deadline(deadlines, new)


def _check_shown(deadlines: Deadlines, event: DeadlineMet, before: Folded) -> None:
    """Refuse what shows nothing: no filing or service, a struck one, or another's."""
    if event.by_event is None:
        return
    name = event.by_event.id
    entry = before[DOCKET].find(name)
    handed_in = submitted_as(before[FILINGS], name)
    if handed_in is not None and handed_in[1].outcome != "rejected":
        by = handed_in[0].by
    elif entry is not None and entry.kind in ("filed", "served") and entry.stands:
        by = entry.by
    else:
        msg = (
            f"The event {name!r} is no filing or service that stands on the docket, "
            "nor a filing that was handed in and not rejected, and cannot show that "
            "the deadline was met. Refer to one, or pass evidence='…'."
        )
        raise InvalidValueError(msg, field="by_event", value=name)
    owed_by = deadlines[event.deadline_id].terms.owed_by
    if by and owed_by and not set(by) & set(owed_by):
        msg = (
            f"The entry {name!r} is by {', '.join(by)}, and deadline "
            f"{event.deadline_id!r} is owed by {', '.join(owed_by)}. Refer to what "
            "they did, or pass evidence='…' for what another did for them."
        )
        raise InvalidValueError(msg, field="by_event", value=name)


def check_met(
    deadlines: Deadlines, event: DeadlineMet, _: Recorded, before: Folded
) -> None:
    """Refuse what was done before there was a case, and what nothing shows.

    The first is a year mistyped, mostly.
    """
    opened_on = before[CASELOAD].opened_on
    if event.happened_on < opened_on:
        msg = (
            f"What meets deadline {event.deadline_id!r} would have happened before the "
            f"case was opened, on {opened_on}. Check the year of happened_on."
        )
        raise InvalidValueError(msg, field="happened_on", value=None)
    check_stands(event.by_event, before, "by_event")
    _check_shown(deadlines, event, before)


def first_day(dates: DueDates) -> date | None:
    """Return the first day by which it is due under any reading; ``None``: no day."""
    if dates.bound == "not-earlier-than":
        return None
    return min((day for day in (dates.due, dates.safe) if day), default=None)


def check_missed(
    deadlines: Deadlines, event: DeadlineMissed, _: Recorded, before: Folded
) -> None:
    """Refuse a deadline missed before it was over under any reading."""
    old = deadlines[event.deadline_id]
    dates = dates_of(around(deadlines, before), old)
    first = first_day(dates)
    if first is None:
        msg = (
            f"Deadline {old.deadline_id!r} has no day by which anything was due, and "
            "cannot be missed. Vacate it, or record that it is moot."
        )
        raise InvalidValueError(msg, field="happened_on", value=event.happened_on)
    if event.happened_on < first:
        msg = (
            f"Deadline {old.deadline_id!r} is due on {first}, and cannot be missed on "
            f"{event.happened_on}. Record it when the day is over."
        )
        raise InvalidValueError(msg, field="happened_on", value=event.happened_on)


def reopened(
    deadlines: Deadlines, event: DeadlineReopened, line: Recorded, _: Folded
) -> Deadlines:
    """Return the deadlines after one that was done with is open again."""
    old = deadlines[event.deadline_id]
    OUTCOME.after(type(event), str(old.outcome), old.deadline_id)
    return with_deadline(deadlines, opened_again(old, line))


def opened_again(old: Deadline, line: Recorded) -> Deadline:
    """Return a deadline open again, needing review because of a line."""
    return old.to_review(
        line,
        outcome=Outcome.OPEN,
        met=None,
        ended_by=None,
        # It was about what met it, and nothing does any more.
        findings=tuple(one for one in old.findings if one.code != _ON_A_READING),
    )
