"""Conditions on triggers: an event has its effect only if it came in time, in order."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from legalcase.counting.engine.recipe import join
from legalcase.errors import ConflictingInputError, MissingInputError
from legalcase.law.book.events_alike import followed_by
from legalcase.law.call.asked import day_of
from legalcase.law.call.open_questions import OpenQuestion, ask, tried_or_chosen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from legalcase.catalogue.terms import Condition, Restart, Term
    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.engine.steps import RawStep
    from legalcase.law.book.book import Book
    from legalcase.law.call.asked import Asked
    from legalcase.law.call.door import Anchor

    #: Evaluates another deadline, its own time, from the triggers of an `Asked`.
    _Other = Callable[[Asked, str], Computation]

__all__ = ["Restarted", "check_order", "is_met", "restarted"]

_ONE_DAY: Final = timedelta(days=1)


def check_order(law: Book, jurisdiction: str, anchors: Mapping[str, Anchor]) -> None:
    """Refuse events in an order in which they cannot have happened.

    Raises `ConflictingInputError` naming both.
    """
    if len(anchors) == 1:
        return
    known = followed_by(law, jurisdiction)
    for word, anchor in anchors.items():
        for earlier in sorted(known.get(word, ())):
            if earlier in anchors and day_of(anchor) < day_of(anchors[earlier]):
                msg = (
                    f"{word} ({day_of(anchor)}) cannot come before {earlier} "
                    f"({day_of(anchors[earlier])}). Check the two dates: one of them "
                    "is wrong, or they are swapped."
                )
                raise ConflictingInputError(msg, field=word, value=day_of(anchor))


class _Verdict(NamedTuple):
    """Whether an event came in time, and when its time ended, if that is known."""

    met: bool
    limit: Computation | None


def _judged(
    asked: Asked, event: str, within: tuple[str, ...], other: _Other
) -> _Verdict:
    """Return whether an event came within the latest of the times of some deadlines.

    Where it came in time under one reading of the law alone, that is a question; and
    so it is of an event that came too late for every time that runs, if another has
    not begun: it is taken to be too late, since nobody said that it had that time.
    """
    limits: list[Computation] = [other(asked, name) for name in within]
    running = [limit for limit in limits if limit.is_running]
    if not running:
        # Its time has not begun, or has been stopped: nothing can be late for it.
        return _Verdict(met=True, limit=None)
    limit = max(running, key=lambda one: one.due)
    day = day_of(asked.anchors[event])
    met = day <= limit.due
    days = [limit.due, *(reading.due for reading in limit.readings)]
    could_be_later = len(running) < len(limits) and not met
    if could_be_later or any((day <= one) != met for one in days):
        met = _disputed(asked, event, limit, met=met)
    return _Verdict(met=met, limit=limit)


def _disputed(asked: Asked, event: str, limit: Computation, *, met: bool) -> bool:
    """Return the answer tried to whether an event came in time, or leave it open."""
    key = f"{event}#in-time"
    words = {True: "yes", False: "no"}
    answer = tried_or_chosen(asked.call, key)
    if answer is not None:
        return answer == "yes"
    ask(
        asked.call,
        OpenQuestion(
            key=key,
            question=f"Did {event} come in time under {limit.subject}?",
            adopted=words[met],
            kind="law",
            others={words[not met]: ""},
        ),
    )
    return met


def is_met(asked: Asked, member: Term, other: _Other) -> RawStep | None:
    """Return the step of a member's condition that is met; ``None`` if it is not.

    That is said. Where nobody knows when the event happened, it is a question of fact.
    """
    condition = member.if_within
    if condition is None:
        return None
    event, cite = condition.event, condition.cite
    day = min(map(day_of, asked.anchors.values()))
    if event not in asked.anchors:
        known = member.trigger is not None and member.trigger.event in asked.anchors
        if known and not _taken_as_met(asked, condition):
            return None
        step: RawStep = ("in-time", day, day, cite, ())
        return step
    day = day_of(asked.anchors[event])
    verdict = _judged(asked, event, condition.within, other)
    if verdict.met:
        cite = _clause(cite, verdict)
        return ("in-time", day, day, cite, ())
    _say_late(asked, event, cite, verdict)
    return None


def _taken_as_met(asked: Asked, condition: Condition) -> bool:
    """Return the answer tried to whether an event of no known date came in time."""
    key = f"{condition.event}#in-time"
    answer = tried_or_chosen(asked.call, key)
    if answer is None:
        ask(
            asked.call,
            OpenQuestion(
                key=key,
                question=f"Did {condition.event} come in time under "
                f"{', '.join(condition.within)}?",
                adopted="yes",
                settled_by=f"the date of {condition.event}",
                others={"no": condition.cite},
            ),
        )
    return answer != "no"


def _clause(cite: str, verdict: _Verdict) -> str:
    limit = verdict.limit
    return cite if limit is None else join(cite, f"{limit.subject}, to {limit.due}")


def _say_late(asked: Asked, event: str, cite: str, verdict: _Verdict) -> None:
    limit = verdict.limit
    if limit is not None:
        text = (
            f"{event} of {day_of(asked.anchors[event])} came too late: its time under "
            f"{limit.subject} ended on {limit.due}. So it has no effect on this period "
            f"({cite})."
        )
        if limit.inputs.act == "serve":
            text += " It was a time to serve, not to file: give the day of service."
        _say(asked, "event-too-late", text)


class Restarted(NamedTuple):
    """From where a period runs once an event that may restart it is known.

    `anchor` is ``None`` while it is stopped: it then waits for `waits_for`. `steps`
    say why.
    """

    anchor: Anchor | None
    steps: tuple[RawStep, ...] = ()
    waits_for: tuple[str, ...] = ()


def restarted(asked: Asked, anchor: Anchor | None, other: _Other) -> Restarted:
    """Return from where a period runs that an event may have stopped.

    Raises `MissingInputError` where the end of a stop was given and not its beginning.
    """
    restart: Restart | None = None if asked.version is None else asked.version.restart
    if restart is None:
        return Restarted(anchor)
    if restart.on in asked.anchors:
        return _stopped(asked, restart, anchor, other)
    if restart.until in asked.anchors:
        msg = (
            f"{restart.until} was given without {restart.on}, so nobody can say "
            f"whether it bears on this period. Give {restart.on} too, or neither."
        )
        raise MissingInputError(msg, field=restart.on, value=None)
    return Restarted(anchor)


def _stopped(
    asked: Asked, restart: Restart, anchor: Anchor | None, other: _Other
) -> Restarted:
    """Return from where a period runs if the event came in time that stops it."""
    base = day_of(asked.anchors[restart.on] if anchor is None else anchor)
    steps: tuple[RawStep, ...] = ()
    if restart.within and anchor is not None:
        verdict = _judged(asked, restart.on, restart.within, other)
        clause = _clause(restart.cite, verdict)
        if not verdict.met:
            _say_late(asked, restart.on, restart.cite, verdict)
            late: RawStep = ("too-late", base, base, clause, ())
            return Restarted(anchor, (late,))
        early: RawStep = ("in-time", base, base, clause, ())
        steps = (early,)
    if restart.only_the_rest and anchor is not None:
        # What had run out does not stand still, whether it was decided since or not.
        late_for_all = _run_out(asked, restart, anchor, steps)
        if late_for_all is not None:
            return late_for_all
    if restart.until not in asked.anchors:
        return Restarted(None, (), (restart.until,))
    return _again(asked, restart, anchor, base, steps)


def _again(
    asked: Asked,
    restart: Restart,
    anchor: Anchor | None,
    base: date,
    steps: tuple[RawStep, ...],
) -> Restarted:
    """Return from where a period runs again once its stop has ended."""
    again, after = asked.anchors[restart.until], restart.not_before
    before = asked.anchors.get(after or "")
    if before is not None and day_of(again) < day_of(before):
        text = (
            f"{restart.until} ({day_of(again)}) came before {after} "
            f"({day_of(before)}), so there was nothing to stop ({restart.cite})."
        )
        _say(asked, "nothing-to-stop", text)
        nothing: RawStep = ("nothing-to-stop", base, base, restart.cite, ())
        return Restarted(anchor, (nothing,))
    if restart.only_the_rest:
        if anchor is None:  # nobody can say how much of it had run
            return Restarted(None)
        return _going_on(asked, restart, base, steps)
    step: RawStep = ("restart", base, day_of(again), restart.cite, ())
    return Restarted(again, (*steps, step))


def _run_out(
    asked: Asked, restart: Restart, anchor: Anchor, steps: tuple[RawStep, ...]
) -> Restarted | None:
    """Return that a period runs on, if all of it had run when the stop came."""
    base, period = day_of(anchor), asked.term.period
    stopped = day_of(asked.anchors[restart.on])
    if period is None or len(_run(asked, base, stopped)) <= period.number:
        return None
    text = (
        f"{restart.on} ({stopped}) came when the {period} from {base} had run out, "
        f"so there was nothing left to stop ({restart.cite})."
    )
    _say(asked, "event-too-late", text)
    late: RawStep = ("too-late", base, base, restart.cite, ())
    return Restarted(anchor, (*steps, late))


def _going_on(
    asked: Asked, restart: Restart, base: date, steps: tuple[RawStep, ...]
) -> Restarted:
    """Return the day from which the whole period ends where its rest does.

    It is the event that began it, later by the days on which it stood still: of
    forty-five days nineteen had run, so twenty-six are left from the end of the stop.
    A stop before it began took nothing off, and it runs in full from the end of that.
    """
    stopped = max(day_of(asked.anchors[restart.on]), base)
    again = max(day_of(asked.anchors[restart.until]), stopped)
    # As many days before the end of the stop as had run, of those on which time runs:
    # those on which it is suspended are passed over when the whole is counted, too.
    moved, run = again, len(_run(asked, base, stopped))
    while run:
        run -= not _is_suspended(asked, moved)
        moved -= _ONE_DAY
    step: RawStep = ("rest", base, moved, restart.cite, ())
    return Restarted(moved, (*steps, step))


def _run(asked: Asked, base: date, stopped: date) -> list[date]:
    """Return the days after one, through another, on which time ran."""
    days = (base + _ONE_DAY * number for number in range(1, (stopped - base).days + 1))
    return [day for day in days if not _is_suspended(asked, day)]


def _is_suspended(asked: Asked, day: date) -> bool:
    return any(one.start <= day <= one.last for one in asked.call.given.suspensions)


def _say(asked: Asked, code: str, text: str) -> None:
    from legalcase.counting.argument.findings import Notice

    asked.call.said.append(Notice(code=code, text=text))
