"""Rows: each deadline that the law gives in a case, with where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.model.caseload.state import CaseStatus
from legalcase.model.deadlines.basis import Anchor, Computed
from legalcase.model.deadlines.state import Deadline, Outcome
from legalcase.scheduling.answering.computing import answer
from legalcase.scheduling.answering.meeting import Started, done_by
from legalcase.scheduling.finding.groups import group_from, heads_of
from legalcase.scheduling.finding.sides import Around, obligors
from legalcase.scheduling.row import (
    Because,
    Done,
    ScheduledDeadline,
    ScheduleNotice,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.counting.argument.computation import Computation
    from legalcase.model.deadlines.due_dates import DueDates
    from legalcase.scheduling.answering.asking import Asking
    from legalcase.scheduling.answering.computing import Answer
    from legalcase.scheduling.finding.cards import Card
    from legalcase.scheduling.finding.sides import Owed

__all__ = ["rows_of", "same_dates"]

_CRITICAL = frozenset({"jurisdictional", "notfrist", "appeal-notfrist", "limitation"})
_OVER = (CaseStatus.DISPOSED, CaseStatus.CLOSED)


def rows_of(asking: Asking, card: Card) -> Iterator[ScheduledDeadline]:
    """Yield the deadlines that a deadline of the law gives in a case."""
    found: list[tuple[Started, Owed, Deadline | None]] = []
    around = Around(
        case=asking.case, card=card, happened=asking.happened, wanted=asking.parties
    )
    for head in heads_of(card, asking.happened):
        for owed in obligors(card.rule.owed_by, head, around):
            group = group_from(card, head, asking.happened, owed.owed_by or None)
            old = asking.known.find(card.id, group, owed.owed_by)
            given = answer(asking, card, group, owed.owed_by, old)
            one = Started(card=card, group=group, owed_by=owed.owed_by, answer=given)
            found.append((one, owed, old))
    siblings = [one for one, *_ in found]
    for one, owed, old in found:
        yield _row(asking, one, owed, old, siblings)


def _row(
    asking: Asking,
    one: Started,
    owed: Owed,
    old: Deadline | None,
    siblings: list[Started],
) -> ScheduledDeadline:
    rule, given = one.card.rule, one.answer
    done, unsure = done_by(asking, one, siblings)
    questions = (*_who(owed), *given.questions, *unsure)
    row = ScheduledDeadline(
        case_id=asking.case.case_id,
        rule=rule.id,
        title=_title(one),
        cite=rule.cite if given.computation is None else _cite(one),
        side=rule.owed_by,
        owed_by=owed.owed_by,
        owed_to=owed.owed_to,
        which=owed.which,
        anchors=tuple(Anchor(w, act.ref) for w, act in given.anchors.items()),
        because=tuple(Because(act.ref, act.said) for act in given.anchors.values()),
        computation=given.computation,
        dates=given.dates,
        done=done,
        is_critical=_is_critical(one),
        questions=questions,
        findings=(*given.findings, *_findings(asking, one, owed)),
        law=rule,
    )
    if old is not None:
        return _known(asking, row, old)
    state = _state(asking, one, owed, done)
    return evolve(row, state=state)


def _who(owed: Owed) -> tuple[str, ...]:
    if not owed.is_open:
        return ()
    if not owed.which:
        return ("Who owes it? The case names no party that could.",)
    return (f"Who owes it: which of {', '.join(owed.which)}?",)


def _title(one: Started) -> str:
    computation = one.answer.computation
    said = "" if computation is None else computation.inputs.title
    return said or one.card.rule.title


def _cite(one: Started) -> str:
    """Return the citation of the text in force when the time began."""
    computation, rule = one.answer.computation, one.card.rule
    if computation is None:
        return rule.cite
    first = next((s.version for s in computation.sources if s.id == rule.id), "")
    for version in rule.versions:
        if version.first.isoformat() == first:
            return version.authority.cite
    return rule.cite


def _is_critical(one: Started) -> bool:
    computation, rule = one.answer.computation, one.card.rule
    if computation is not None and computation.barred_by is not None:
        return True
    return rule.current.nature in _CRITICAL


def _state(asking: Asking, one: Started, owed: Owed, done: Done | None) -> str:
    """Return where a deadline stands that is none of the case yet."""
    stands = _standings(asking, one, owed, done)
    return next((state for holds, state in stands if holds), "new")


def _standings(
    asking: Asking, one: Started, owed: Owed, done: Done | None
) -> Iterator[tuple[bool, str]]:
    """Yield whether each state holds: the first that does decides."""
    given = one.answer
    no = asking.known.is_declined(one.card.id, one.group, owed.owed_by)
    yield no is not None, "declined"
    yield asking.has_left(owed.owed_by), "over"
    yield done is not None, "met"
    yield _has(given, "not-in-force"), "not-running"
    yield given.is_refused or owed.is_open or bool(one.group.open), "question"
    yield _waits(one), "pending"
    yield _is_stopped(asking, one, owed), "not-running"
    yield _is_disposed(asking, one, owed), "over"
    dates = given.dates
    is_late = None not in (asking.on, dates.shown) and str(dates.shown) < str(asking.on)
    yield is_late and dates.bound != "not-earlier-than", "over"


def _has(given: Answer, code: str) -> bool:
    return any(finding.code == code for finding in given.findings)


def _waits(one: Started) -> bool:
    """Tell whether an event is to come before anything is due.

    The later of several is not due while one of them has not begun: its date so far is
    no more than the earliest that it can have.
    """
    computation = one.answer.computation
    if computation is None or not computation.is_running:
        return True
    is_later = one.card.rule.current.term.form == "later-of"
    return is_later and any(not part.is_running for part in computation.parts)


def _is_stopped(asking: Asking, one: Started, owed: Owed) -> bool:
    """Tell whether a stay that holds stops it: what was over before does not count."""
    if one.card.rule.stayed_by_stay != "yes":
        return False
    shown = one.answer.dates.shown
    return any(
        stay.lifted_by is None and (shown is None or shown >= stay.from_on)
        for stay in asking.stays(owed.owed_by)
    )


def _is_disposed(asking: Asking, one: Started, owed: Owed) -> bool:
    if one.card.rule.after_disposition:
        return False
    caseload = asking.case.caseload
    return all(caseload.status_of(p) in _OVER for p in owed.owed_by or (None,))


def _findings(asking: Asking, one: Started, owed: Owed) -> Iterator[ScheduleNotice]:
    """Yield what whoever reads a row must know besides."""
    computation = one.answer.computation
    if computation is not None and computation.waits_for:
        waits = ", ".join(computation.waits_for)
        kind = "provisional" if computation.is_running else "pending"
        yield ScheduleNotice(code=kind, text=f"Waits for {waits}.")
    rule = one.card.rule
    held = [s for s in asking.stays(owed.owed_by) if s.lifted_by is None]
    if held and rule.stayed_by_stay not in {"no", "yes"}:
        says = (
            "leaves it to the stay and its order"
            if rule.stayed_by_stay
            else "is silent"
        )
        yield ScheduleNotice(
            code="stayed",
            text=f"The case is stayed, and the law {says} whether this time runs.",
            of=tuple(s.event_id for s in held),
        )
    if asking.has_left(owed.owed_by):
        yield ScheduleNotice(
            code="party-left", text="Whoever owes it takes no part any more."
        )


def _known(asking: Asking, row: ScheduledDeadline, old: Deadline) -> ScheduledDeadline:
    """Return the row of what is a deadline of the case already."""
    last = asking.known.last(old)
    dates = asking.case.dates(last.deadline_id)
    agrees = last is not old or _agrees(row, old)
    if last.outcome is Outcome.MET and last.met is not None:
        state = "met"
        row = evolve(
            row,
            done=Done(
                event_id=last.met.by_event or last.ended_by or "",
                on=last.met.on,
                verdict=last.met.verdict,
                readings=last.met.readings,
            ),
        )
    elif not last.is_open and last.outcome is not Outcome.MISSED:
        state = "over"
    elif row.done is not None:
        state = "met"
    elif last.is_stopped and last.is_open:
        state = "not-running"
    else:
        state = "set"
    if last is not old:
        # An extension has its own day; what the law gives is that of the original.
        row = evolve(row, dates=dates)
    elif old.chosen is not None and row.computation is not None:
        row = evolve(row, dates=_as_chosen(row, old))
    return evolve(
        row,
        state=state,
        deadline_id=last.deadline_id,
        original_id=old.deadline_id,
        agrees=agrees,
    )


def _as_chosen(row: ScheduledDeadline, old: Deadline) -> DueDates:
    return evolve(row.dates, due=old.chosen, shown=old.chosen)


def _agrees(row: ScheduledDeadline, old: Deadline) -> bool:
    """Tell whether a deadline of the case has the dates that the law gives now."""
    basis = old.basis
    if not isinstance(basis, Computed):
        return True
    return same_dates(basis.computation, row.computation)


def same_dates(one: Computation, other: Computation | None) -> bool:
    """Tell whether two computations give the same dates, in every reading."""
    if other is None:
        return False
    if one.is_running != other.is_running:
        return False
    if one.is_running and (one.due, one.due_at) != (other.due, other.due_at):
        return False
    return sorted(r.due for r in one.readings) == sorted(r.due for r in other.readings)
