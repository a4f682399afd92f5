"""Differences: what is another between what was computed, and what is computed now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import fields_dict

from legalcase.counting.engine.inputs import Inputs
from legalcase.dates import DateRange
from legalcase.scheduling.moving.reasons import of_the_law

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.argument.findings import Reading
    from legalcase.law.lawbook import Law

__all__ = ["differences"]


def differences(was: Computation, now: Computation, law: Law) -> Iterator[str]:
    """Yield in words what is another: the law first, then the steps, then the dates.

    Nothing is yielded only if both are equal: in inputs, sources, steps, result, parts
    and bound, in each reading, and in the instant. Notices are no part of that: how
    something is told to its reader can be said better.
    """
    found = list(of_the_law(was, now, law))
    found += _of_sources(was, now)
    found += _of_inputs(was, now)
    found += _of_steps(was, now)
    found += _of_dates(was, now)
    found += _of_readings(was, now)
    if not found and was != now:
        found.append("one of its parts is computed otherwise")
    yield from found


def _of_sources(was: Computation, now: Computation) -> Iterator[str]:
    before, after = ({source.id for source in of.sources} for of in (was, now))
    yield from (f"{name} is used now" for name in sorted(after - before))
    yield from (f"{name} is not used now" for name in sorted(before - after))


def _of_inputs(was: Computation, now: Computation) -> Iterator[str]:
    """Yield what a text of another edition makes of the same question."""
    for name in fields_dict(Inputs):
        before, after = getattr(was.inputs, name), getattr(now.inputs, name)
        if name != "title" and before != after:
            asked = name.replace("_", " ")
            yield f"{asked}: {_said(after)}, and it was {_said(before)}"


def _said(value: object) -> str:
    """Return a value as people read it: 25 days; a word and what was given of it."""
    if value in (None, (), ""):
        return "nothing"
    if isinstance(value, DateRange):
        return f"{value.start} to {value.stop}"
    if not isinstance(value, tuple):
        return str(value)
    return ", ".join(
        f"{one[0]} {one[1]}" if isinstance(one, tuple) else _said(one) for one in value
    )


def _of_steps(was: Computation, now: Computation) -> Iterator[str]:
    """Yield the first step that is another: what follows it rests on it."""
    if was.trace == now.trace:
        return
    for number, (old, new) in enumerate(
        zip(was.trace, now.trace, strict=False), start=1
    ):
        if old != new:
            yield f"step {number} was {_step(old)}, and is {_step(new)}"
            return
    if was.outcome is None or now.outcome is None:
        return  # said of the dates
    yield f"it took {len(was.trace)} steps, and takes {len(now.trace)}"


def _step(step: tuple[object, ...]) -> str:
    code, start, end, clause, closures = step
    days = "" if not closures else f" over {len(closures)} closed"  # type: ignore[arg-type]  # a tuple, in the engine's own steps
    return f"{code} from {start} to {end}{days} ({clause or 'no clause'})"


def _of_dates(was: Computation, now: Computation) -> Iterator[str]:
    if was.outcome is None or now.outcome is None:
        if was.outcome is not now.outcome:
            runs = f"it runs now, to {now.due}" if now.outcome else None
            yield runs or "the period is not running now"
        return
    if was.outcome.due != now.outcome.due:
        yield f"due {now.outcome.due}, and it was {was.outcome.due}"
    if was.outcome.nominal != now.outcome.nominal:
        end, before = now.outcome.nominal, was.outcome.nominal
        yield f"its last day as counted is {end}, and it was {before}"
    if was.due_at != now.due_at:
        yield f"its day ends at {_said(now.due_at)}, and it was {_said(was.due_at)}"
    if was.bound != now.bound:
        yield f"it is {now.bound}, and it was {was.bound}"


def _of_readings(was: Computation, now: Computation) -> Iterator[str]:
    before, after = (_by_answer(of.readings) for of in (was, now))
    for key, reading in after.items():
        old = before.get(key)
        if old is None:
            yield f"{_answer(reading)}: {reading.due} now, and no reading before"
        elif old != reading:
            yield f"{_answer(reading)}: {reading.due}, and it was {old.due}"
    for key, reading in before.items():
        if key not in after:
            yield f"{_answer(reading)}: no reading now, and it was {reading.due}"


def _by_answer(readings: tuple[Reading, ...]) -> dict[tuple[str, str], Reading]:
    return {(one.question, one.choice): one for one in readings}


def _answer(reading: Reading) -> str:
    return f"{reading.question} {reading.choice}"
