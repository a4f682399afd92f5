"""What can be wrong with a deadline: each question, asked of all that a case has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.authority import Authority
from legalcase.model.caseload.state import CaseStatus
from legalcase.model.deadlines.basis import Computed
from legalcase.model.deadlines.state import Outcome, ReviewState
from legalcase.model.deadlines.terms import OWN
from legalcase.oversight.findings.check import Found
from legalcase.oversight.seen import is_of_others, is_same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.model.agenda import AgendaItem
    from legalcase.model.deadlines.state import Deadline
    from legalcase.oversight.findings.check import Viewed

__all__: list[str] = []


def _name(deadline: Deadline) -> str:
    return f"deadline {deadline.deadline_id!r}"


def _shown_by(deadline: Deadline, *events: str) -> tuple[str, ...]:
    """Return what shows it: the deadline, and events."""
    return (f"deadline:{deadline.deadline_id}", *(f"event:{one}" for one in events))


def _lines(viewed: Viewed, events: tuple[str, ...]) -> str:
    """Say the numbers of lines, by which a person finds them."""
    numbers = sorted(viewed.case.folded.number_of(one) for one in events)
    noun = "line" if len(numbers) == 1 else "lines"
    return f"{noun} {', '.join(map(str, numbers))}"


def _is_correction(viewed: Viewed, event_id: str) -> bool:
    return f"correction:{event_id}" in viewed.case.folded.known


def _while_open(
    viewed: Viewed, items: tuple[AgendaItem, ...]
) -> tuple[AgendaItem, ...]:
    """Return items as long as the case is not closed: nothing is done about it then."""
    return () if viewed.case.status is CaseStatus.CLOSED else items


def _unless_ours(viewed: Viewed, deadline: Deadline, severity: str) -> str | None:
    """Return a severity for what binds nobody but us, or only others; else none."""
    mild = deadline.kind in OWN or is_of_others(viewed.case, deadline)
    return severity if mild else None


def overdue(viewed: Viewed) -> Iterator[Found]:
    """Find what is open although its date lies before the day."""
    for item in viewed.agenda.overdue(viewed.on):
        deadline = item.deadline
        yield Found(
            text=f"{_name(deadline)} is open, and was due on {item.dates.shown}",
            evidence=_shown_by(deadline, deadline.set_event),
            severity=_unless_ours(viewed, deadline, "warning"),
            day=item.dates.shown,
            person=deadline.terms.owner,
        )


def lapsed(viewed: Viewed) -> Iterator[Found]:
    """Find what one could do until a day before, and nobody recorded as done.

    What could not be extended is a warning: if it was to be done, it is lost.
    """
    for item in viewed.agenda.lapsed(viewed.on):
        deadline = item.deadline
        severity = "warning" if deadline.terms.critical else None
        yield Found(
            text=(
                f"{_name(deadline)} was for what one may do, and lapsed on "
                f"{item.dates.shown}: record that it was done, or waived"
            ),
            evidence=_shown_by(deadline, deadline.set_event),
            severity=_unless_ours(viewed, deadline, "advice") or severity,
            day=item.dates.shown,
            person=deadline.terms.owner,
        )


def no_owner(viewed: Viewed) -> Iterator[Found]:
    """Find what is open and nobody of ours is to do.

    Somebody has to watch what only another party owes, too: there it is advice.
    """
    for item in viewed.agenda.open:
        if item.deadline.terms.owner is None:
            yield Found(
                text=f"{_name(item.deadline)} has no owner",
                evidence=_shown_by(item.deadline, item.deadline.set_event),
                severity=(
                    "advice" if is_of_others(viewed.case, item.deadline) else None
                ),
                day=item.dates.shown,
            )


def unconfirmed_critical(viewed: Viewed) -> Iterator[Found]:
    """Find critical deadlines by which no second person stands.

    While a clock stands still nobody can: there is no date to stand by.
    """
    for item in viewed.agenda.open:
        deadline = item.deadline
        if (
            deadline.terms.critical
            and not deadline.is_stopped
            and deadline.review.state is not ReviewState.CONFIRMED
        ):
            state = str(deadline.review.state).replace("-", " ")
            yield Found(
                text=f"{_name(deadline)} is critical and not confirmed: {state}",
                evidence=_shown_by(deadline, deadline.set_event),
                day=item.dates.shown,
                person=deadline.terms.owner,
            )


def confirmed_for_another(viewed: Viewed) -> Iterator[Found]:
    """Find critical deadlines that one person set, and recorded that another confirmed.

    That the other looked at it, nobody but whoever set it has said.
    """
    for item in viewed.agenda.open:
        deadline, review = item.deadline, item.deadline.review
        if (
            deadline.terms.critical
            and review.state is ReviewState.CONFIRMED
            and review.recorded_by is not None
            and is_same(review.recorded_by, deadline.set_by)
        ):
            yield Found(
                text=(
                    f"{_name(deadline)} is critical, and whoever set it also recorded "
                    "that another stands by it: let that person record it, or show it"
                ),
                evidence=_shown_by(deadline, deadline.set_event),
                day=item.dates.shown,
                person=review.by,
            )


def met_late(viewed: Viewed) -> Iterator[Found]:
    """Find what was done late."""
    for item in _while_open(viewed, viewed.agenda.met):
        deadline = item.deadline
        if deadline.met is not None and deadline.met.verdict == "late":
            yield Found(
                text=(
                    f"{_name(deadline)} was met on {deadline.met.on}, and due on "
                    f"{item.dates.shown}"
                ),
                evidence=_shown_by(deadline, *_ended(deadline)),
                day=item.dates.shown,
            )


def met_on_a_reading(viewed: Viewed) -> Iterator[Found]:
    """Find what was in time only if a disputed point is as somebody hopes."""
    for item in _while_open(viewed, viewed.agenda.met):
        deadline = item.deadline
        if deadline.met is not None and deadline.met.verdict == "in-time-only-if":
            readings = "; ".join(deadline.met.readings)
            yield Found(
                text=(
                    f"{_name(deadline)} was met on {deadline.met.on}, in time only if: "
                    f"{readings}"
                ),
                evidence=_shown_by(deadline, *_ended(deadline)),
                day=item.dates.shown,
            )


def missed(viewed: Viewed) -> Iterator[Found]:
    """Find what was missed."""
    for item in _while_open(viewed, viewed.agenda.missed):
        yield Found(
            text=f"{_name(item.deadline)} was missed",
            evidence=_shown_by(item.deadline, *_ended(item.deadline)),
            day=item.dates.shown,
        )


def _ended(deadline: Deadline) -> tuple[str, ...]:
    return () if deadline.ended_by is None else (deadline.ended_by,)


def _in_review(viewed: Viewed) -> Iterator[tuple[AgendaItem, tuple[str, ...]]]:
    """Give what needs review, with the corrections because of which it does."""
    at_stake = (Outcome.OPEN, Outcome.MET, Outcome.MISSED)
    for item in viewed.agenda.items:
        review = item.deadline.review
        if (
            review.state is ReviewState.NEEDS_REVIEW
            and item.deadline.outcome in at_stake
        ):
            yield (
                item,
                tuple(one for one in review.because if _is_correction(viewed, one)),
            )


def needs_review(viewed: Viewed) -> Iterator[Found]:
    """Find what needs review because of what happened since, or was asked."""
    for item, corrections in _in_review(viewed):
        deadline = item.deadline
        others = tuple(one for one in deadline.review.because if one not in corrections)
        if others or not corrections:
            because = f" because of {_lines(viewed, others)}" if others else ""
            yield Found(
                text=f"{_name(deadline)} needs review{because}",
                evidence=_shown_by(deadline, *others),
                severity="critical" if deadline.terms.critical else None,
                day=item.dates.shown,
                person=deadline.terms.owner,
            )


def anchor_corrected(viewed: Viewed) -> Iterator[Found]:
    """Find what needs review because a line on which it rests was corrected."""
    for item, corrections in _in_review(viewed):
        if corrections:
            yield Found(
                text=(
                    f"{_name(item.deadline)} rests on what was corrected by "
                    f"{_lines(viewed, corrections)}"
                ),
                evidence=_shown_by(item.deadline, *corrections),
                day=item.dates.shown,
                person=item.deadline.terms.owner,
            )


def anchor_differs(viewed: Viewed) -> Iterator[Found]:
    """Find what was computed from another day than the case has."""
    for item in viewed.agenda.open:
        basis = item.deadline.basis
        for said in item.differs:
            anchors = basis.anchors if isinstance(basis, Computed) else ()
            yield Found(
                text=f"{_name(item.deadline)}: {said}",
                evidence=(
                    f"deadline:{item.deadline.deadline_id}",
                    *(str(anchor.of) for anchor in anchors),
                ),
                day=item.dates.shown,
            )


def owner_absent(viewed: Viewed) -> Iterator[Found]:
    """Find what falls on a day on which its owner is away.

    It is critical where the deadline is and nobody stands in, and advice where the
    backup is there.
    """
    for item in viewed.agenda.open:
        deadline, day = item.deadline, item.dates.shown
        if day is None or day < viewed.on:
            continue
        away = viewed.absences.of_person(deadline.terms.owner, day)
        if away is None:
            continue
        backup = deadline.terms.backup
        if backup is None or is_same(backup, deadline.terms.owner or ""):
            severity, stands_in = None, "and has no backup"
        elif viewed.absences.of_person(backup, day) is not None:
            severity, stands_in = None, "and so is the backup"
        else:
            severity, stands_in = "advice", "and the backup is there"
        if severity is None and deadline.terms.critical:
            severity = "critical"
        yield Found(
            text=(
                f"{_name(deadline)} is due on {day}, when its owner is away "
                f"({away.start} to {away.last}) {stands_in}"
            ),
            evidence=_shown_by(deadline),
            severity=severity,
            day=day,
            person=deadline.terms.owner,
        )


def stopped_without_review(viewed: Viewed) -> Iterator[Found]:
    """Find what stands still while no follow-up of ours lies ahead in the case."""
    watched = any(
        item.deadline.kind == "follow-up"
        and item.dates.shown is not None
        and item.dates.shown >= viewed.on
        for item in viewed.agenda.open
    )
    if watched:
        return
    for item in viewed.agenda.open:
        stopped_by = item.deadline.stopped_by
        if stopped_by:
            yield Found(
                text=(
                    f"the clock of {_name(item.deadline)} was stopped by "
                    f"{_lines(viewed, stopped_by)}, and no follow-up is set"
                ),
                evidence=_shown_by(item.deadline, *stopped_by),
                person=item.deadline.terms.owner,
            )


def resumed_without_date(viewed: Viewed) -> Iterator[Found]:
    """Find what runs again, so that it can be over any day, and has no date."""
    for item in viewed.agenda.open:
        if item.deadline.is_stopped and not item.deadline.stopped_by:
            lifted = tuple(
                stop.lifted_by
                for stop in item.deadline.stops
                if stop.lifted_by is not None
            )
            yield Found(
                text=(
                    f"{_name(item.deadline)} runs again since "
                    f"{_lines(viewed, lifted)}, and was not computed anew"
                ),
                evidence=_shown_by(item.deadline, *lifted),
                person=item.deadline.terms.owner,
            )


def no_date(viewed: Viewed) -> Iterator[Found]:
    """Find what is open, not stopped, and has no date."""
    for item in viewed.agenda.open:
        if item.dates.shown is None and not item.deadline.is_stopped:
            waits = " or ".join(item.dates.waits_for)
            what = f" and waits for {waits}" if waits else ""
            yield Found(
                text=f"{_name(item.deadline)} has no date{what}",
                evidence=_shown_by(item.deadline),
            )


def extension_barred(viewed: Viewed) -> Iterator[Found]:
    """Find what a court extended although a rule bars it: an appeal can turn on it."""
    for item in _while_open(viewed, viewed.agenda.items):
        deadline = item.deadline
        for finding in deadline.findings:
            if finding.code == "extension-barred":
                yield Found(
                    text=f"{_name(deadline)}: {finding.text}",
                    evidence=_shown_by(deadline, finding.event_id),
                    severity=finding.severity,
                    authority=_bar(viewed, deadline),
                    day=item.dates.shown,
                    person=deadline.terms.owner,
                )


def _bar(viewed: Viewed, deadline: Deadline) -> Authority | None:
    """Return the rule that bars the extension, as the case has it."""
    before = deadline
    while before.extends is not None:
        before = viewed.case.deadlines[before.extends]
        basis = before.basis
        if isinstance(basis, Computed) and basis.computation.barred_by is not None:
            return Authority(
                cite=basis.computation.barred_by,
                source=f"the computation of deadline {before.deadline_id!r}",
            )
    return None
