"""Standing: where each deadline that the law gives stands in the case."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve

from legalcase.errors import InvalidValueError
from legalcase.kernel.events.ref import Ref
from legalcase.model.deadlines.basis import Computed
from legalcase.model.deadlines.looking.verdict import verdict
from legalcase.model.deadlines.state import Outcome
from legalcase.scheduling.row import Done, ScheduleNotice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.counting.argument.computation import Computation
    from legalcase.model.deadlines.due_dates import DueDates
    from legalcase.model.deadlines.state import Deadline, Met
    from legalcase.scheduling.answering.applying import Applies
    from legalcase.scheduling.answering.asking import Asking
    from legalcase.scheduling.answering.computing import Answer
    from legalcase.scheduling.answering.meeting import Started

__all__ = ["Standing", "findings_of", "past_due", "same_dates", "standing_of"]


#: What is not over: it is to be done, or it shows what was done.
_SHOWN: Final = frozenset({Outcome.OPEN, Outcome.MISSED, Outcome.MET})


class Standing(NamedTuple):
    """Where a deadline stands: its state, its dates, and which it is in the case."""

    state: str
    dates: DueDates
    done: Done | None = None
    deadline_id: str | None = None
    original_id: str | None = None
    agrees: bool = True
    questions: tuple[str, ...] = ()


def standing_of(
    asking: Asking, one: Started, arises: Applies, done: Done | None
) -> Standing:
    """Return where it stands: as a deadline of the case, or as none yet.

    `arises` says if it does at all, `done` what shows that it was done.
    """
    old = one.old
    if arises.findings and any(found.code == "replaced" for found in arises.findings):
        done = None  # what meets the other deadline says nothing of this
    if old is not None:
        return _known(asking, one, old, done)
    stands = _standings(asking, one, arises.state, done)
    state = next((state for holds, state in stands if holds), "new")
    return Standing(state=state, dates=one.answer.dates, done=done)


def _known(asking: Asking, one: Started, old: Deadline, done: Done | None) -> Standing:
    """Return where it stands as a deadline of the case."""
    last = asking.known.last(old)
    dates = one.answer.dates
    if last is not old:
        # An extension has its own day; what the law gives is that of the original.
        dates = asking.case.dates(last.deadline_id)
        done = _under(last, dates, done)
    elif old.chosen is not None and one.answer.computation is not None:
        dates = evolve(dates, due=old.chosen, shown=old.chosen)
    questions: tuple[str, ...] = ()
    outcome = last.outcome
    if last.met is not None and outcome is Outcome.MET:
        by = _others(asking, one, last.met)
        if by:
            owes = ", ".join(one.owed_by)
            questions = (f"{', '.join(by)} met it: did {owes}, who owes it by itself?",)
        else:
            done = _recorded(last.met)
    if outcome not in _SHOWN:
        state = "over"
    elif done is not None:
        state = "met"
    elif questions:
        state = "question"
    else:
        is_stopped = outcome is Outcome.OPEN and last.is_stopped
        state = "not-running" if is_stopped else "set"
    return Standing(
        state,
        dates,
        done,
        last.deadline_id,
        old.deadline_id,
        last is not old or _agrees(one.answer.computation, old),
        () if done is not None else questions,
    )


def _recorded(met: Met) -> Done:
    """Return what was done, as the case has it already."""
    return Done(
        of=None if met.by_event is None else Ref("event", met.by_event),
        on=met.on,
        at=met.at,
        is_recorded=True,
        verdict=met.verdict,
        readings=met.readings,
    )


def _under(last: Deadline, dates: DueDates, done: Done | None) -> Done | None:
    """Return what was done, judged by the day to which the time was extended."""
    if done is None or dates.shown is None:
        return done
    try:
        said, readings = verdict(last.deadline_id, last.basis, dates, done.on, done.at)
    except InvalidValueError:  # before the day before which it does not count
        return None
    return evolve(done, verdict=said, readings=readings)


def _others(asking: Asking, one: Started, met: Met) -> tuple[str, ...]:
    """Return who met what several owe together, where that was none of these."""
    entry = None if met.by_event is None else asking.case.docket.find(met.by_event)
    if entry is None or not one.owed_by or not set(entry.by).isdisjoint(one.owed_by):
        return ()
    return tuple(entry.by)


def _agrees(new: Computation | None, old: Deadline) -> bool:
    """Tell whether a deadline of the case has the dates that the law gives now."""
    basis = old.basis
    return not isinstance(basis, Computed) or same_dates(basis.computation, new)


def _standings(
    asking: Asking, one: Started, arises: str | None, done: Done | None
) -> Iterator[tuple[bool, str]]:
    """Yield whether each state holds: the first that does decides.

    Of a deadline that is none of the case yet.
    """
    given, owed = one.answer, one.owed
    no = asking.known.is_declined(one.card.id, one.group, owed.owed_by)
    yield no is not None, "declined"
    yield asking.has_left(owed.owed_by), "over"
    yield arises in {"over", "not-running"}, arises or ""
    yield done is not None, "met"
    yield _has(given, "not-in-force"), "not-running"
    yield given.is_refused or owed.is_open or bool(one.group.open), "question"
    yield arises is not None, arises or ""
    yield _waits(one), "pending"
    yield _is_stopped(asking, one), "not-running"
    yield _is_disposed(asking, one), "over"
    yield _is_past(asking, given.dates), "over"


def _is_past(asking: Asking, dates: DueDates) -> bool:
    """Tell whether the day is over on that as of which it is asked."""
    is_past = None not in (asking.on, dates.shown) and str(dates.shown) < str(asking.on)
    return is_past and dates.bound != "not-earlier-than"


def past_due(
    asking: Asking, one: Started, arises: Applies, stands: Standing
) -> Iterator[ScheduleNotice]:
    """Yield that nothing shows that it was done, and its day is over."""
    is_over = stands.state == "over" and (
        stands.deadline_id is not None
        or asking.has_left(one.owed_by)
        or _is_disposed(asking, one)
        or arises.state is not None
    )
    if stands.state not in {"set", "question", "over"} or is_over:
        return
    if _is_past(asking, stands.dates):
        text = f"Its day, {stands.dates.shown}, is over as of {asking.on}"
        if one.card.rule.permissive is not None:
            text = f"{text}: it could be done, and nothing shows that it was."
            yield ScheduleNotice(code="lapsed", text=text)
            return
        text = f"{text}: nothing shows it was done."
        yield ScheduleNotice(code="past-due", text=text)


def _has(given: Answer, code: str) -> bool:
    return any(finding.code == code for finding in given.findings)


def _waits(one: Started) -> bool:
    """Tell whether an event is to come before anything is due.

    The later of several is not due while one of them has not begun: its date so far is
    no more than the earliest that it can have. What would remain of another deadline is
    not waited for, where nothing began that: an amended pleading is answered in time
    by the fourteenth day, whatever began the first time.
    """
    computation = one.answer.computation
    if computation is None or not computation.is_running:
        return True
    term = one.card.rule.current.term
    others = set(term.references())
    return term.form == "later-of" and any(
        not part.is_running and part.inputs.deadline not in others
        for part in computation.parts
    )


def _is_stopped(asking: Asking, one: Started) -> bool:
    """Tell whether a stay that holds stops it: what was over before does not count."""
    if one.card.rule.stayed_by_stay != "yes":
        return False
    shown = one.answer.dates.shown
    return any(
        stay.lifted_by is None and (shown is None or shown >= stay.from_on)
        for stay in asking.stays(one.owed_by)
    )


def _is_disposed(asking: Asking, one: Started) -> bool:
    return not one.card.rule.after_disposition and asking.is_disposed(one.owed_by)


def findings_of(
    asking: Asking, one: Started, arises: Applies
) -> tuple[ScheduleNotice, ...]:
    """Return what whoever reads a row must know besides."""
    computation = one.answer.computation
    found: list[ScheduleNotice] = []
    if computation is not None and computation.waits_for:
        waits = ", ".join(computation.waits_for)
        kind = "provisional" if computation.is_running else "pending"
        found.append(ScheduleNotice(code=kind, text=f"Waits for {waits}."))
    if asking.caseload.stays:
        found += _of_stays(asking, one)
    found += arises.findings
    if asking.has_left(one.owed_by):
        text = "Whoever owes it takes no part any more."
        found.append(ScheduleNotice(code="party-left", text=text))
    return tuple(found)


def _of_stays(asking: Asking, one: Started) -> Iterator[ScheduleNotice]:
    """Yield what stays of the case leave open: the law says little of them."""
    says = one.card.rule.stayed_by_stay
    began, shown = one.group.head.day, one.answer.dates.shown
    stays = [
        stay
        for stay in asking.stays(one.owed_by)
        # One that was over before it began, or came after its end, changes nothing.
        if str(stay.lifted_on or date.max) > str(began or date.min)
        and str(shown or date.max) >= str(stay.from_on)
    ]
    if not stays or says == "no":
        return
    of = tuple(stay.event_id for stay in stays)
    lifted = [stay for stay in stays if stay.lifted_on is not None]
    if says == "yes" and lifted:
        text = (
            "A stay was lifted, and the rest of the time is counted. Where the law has "
            "it begin anew in full, it is longer."
        )
        yield ScheduleNotice(code="after-stay", text=text, of=of)
    elif says != "yes":
        leaves = "leaves it to the stay and its order" if says else "does not say"
        held = "is" if len(lifted) < len(stays) else "was"
        text = f"The case {held} stayed, and the law entered {leaves} if this time ran."
        yield ScheduleNotice(code="stayed", text=text, of=of)


def same_dates(one: Computation, other: Computation | None) -> bool:
    """Tell whether two computations give the same dates, in every reading."""
    if other is None:
        return False
    mine, theirs = one.outcome, other.outcome
    if (None if mine is None else mine.due) != (None if theirs is None else theirs.due):
        return False
    before, after = one.readings, other.readings
    if not before or not after:
        return not before and not after
    return sorted(r.due for r in before) == sorted(r.due for r in after)
