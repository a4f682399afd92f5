"""Computation on the wire: everything that was computed, so that no law is needed.

Inputs, sources, steps and result are its identity; readings, notices and the instant
go with it, since what would make them again stays behind.
"""

from __future__ import annotations

from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.codec.values.converter import leaves_out_defaults
from legalcase.counting.argument.computation import Computation
from legalcase.counting.argument.findings import Notice, Reading
from legalcase.counting.engine.inputs import Inputs
from legalcase.counting.engine.steps import Outcome, Source, Step
from legalcase.errors import InvalidValueError
from legalcase.model.deadlines.basis import BOUNDS
from legalcase.shown import shown

if TYPE_CHECKING:
    from typing import Any

    from cattrs import Converter

    from legalcase.counting.engine.steps import RawStep

__all__ = ["WIRE", "register_computation"]

#: Steps that lead from one event to another, of which only one may have an hour.
_BETWEEN_EVENTS: Final = frozenset({"expiry", "restart"})


@frozen(kw_only=True)
class _Step:
    code: str
    start: date | datetime
    end: date | datetime
    clause: str
    closures: tuple[tuple[date, str], ...] = ()


@frozen(kw_only=True)
class _Source:
    kind: str
    id: str
    version: str
    edition: str


@frozen(kw_only=True)
class _Computation:
    inputs: Inputs
    sources: tuple[_Source, ...]
    steps: tuple[_Step, ...] = ()
    bound: str
    result: date | datetime | None = None
    end: date | datetime | None = None
    parts: tuple[_Computation, ...] = ()
    waits_for: tuple[str, ...] = ()
    barred_by: str | None = None
    readings: tuple[Reading, ...] = ()
    notices: tuple[Notice, ...] = ()
    due_at: datetime | None = None


#: What lies on the wire in the place of a class.
WIRE: Final = MappingProxyType(
    {Computation: _Computation, Source: _Source, Step: _Step}
)


def _step_out(step: Step) -> _Step:
    return _Step(**step._asdict())


def _step_in(wire: _Step) -> Step:
    return Step(*_raw(wire))


def _raw(wire: _Step) -> RawStep:
    is_mixed = isinstance(wire.start, datetime) != isinstance(wire.end, datetime)
    if is_mixed and wire.code not in _BETWEEN_EVENTS:
        msg = (
            f"A step {shown(wire.code)} begins and ends with dates, or with instants; "
            f"this one goes from {wire.start} to {wire.end}. Store it again."
        )
        raise InvalidValueError(msg, field="steps", value=wire.end)
    return (wire.code, wire.start, wire.end, wire.clause, wire.closures)


def _source_out(source: Source) -> _Source:
    return _Source(
        kind=source.kind,
        id=source.id,
        version=source.version,
        edition=source.edition,
    )


def _source_in(wire: _Source) -> Source:
    return Source(wire.kind, wire.id, wire.version, wire.edition)


#: How deep the parts of a computation may lie in each other: whoever reads them may be
#: deep in a program of his own.
_DEEPEST: Final = 60


def _out(computation: Computation, depth: int = 0) -> _Computation:
    if depth > _DEEPEST:
        msg = (
            f"The parts of this computation lie more than {_DEEPEST} deep in each "
            "other, too deep to be stored. Compute from a date instead of from another "
            "computation."
        )
        raise InvalidValueError(msg, field="parts", value=None)
    outcome = computation.outcome
    return _Computation(
        inputs=computation.inputs,
        sources=tuple(map(_source_out, computation.sources)),
        steps=tuple(map(_step_out, computation.steps)),
        bound=computation.bound,
        result=None if outcome is None else outcome.due,
        end=None if outcome is None else outcome.nominal,
        parts=tuple(_out(part, depth + 1) for part in computation.parts),
        waits_for=computation.waits_for,
        barred_by=computation.barred_by,
        readings=computation.readings,
        notices=computation.notices,
        due_at=computation.due_at,
    )


def _outcome_in(wire: _Computation) -> Outcome | None:
    if wire.result is not None and wire.end is not None:
        steps = tuple(map(_raw, wire.steps))
        if wire.steps and wire.steps[-1].end != wire.result:
            msg = (
                "The result of a computation is where its last step ends; this one "
                f"says {wire.result}, and ends on {wire.steps[-1].end}. One of the two "
                "was changed: go back to a copy that was not."
            )
            raise InvalidValueError(msg, field="result", value=wire.result)
        return Outcome(wire.result, wire.end, steps)
    if wire.result is None and wire.end is None and not wire.steps:
        return None
    msg = (
        "A computation that is running has a result and an end; one that is not has "
        "neither, and no steps. This one has some of them. Store it again."
    )
    raise InvalidValueError(msg, field="result", value=wire.result)


def _in(wire: _Computation) -> Computation:
    if wire.bound not in BOUNDS:
        msg = (
            f"A computation says {' or '.join(BOUNDS)}; the bound of this one is "
            "neither. Go back to a copy that was not changed."
        )
        raise InvalidValueError(msg, field="bound", value=wire.bound)
    return Computation(
        inputs=wire.inputs,
        sources=tuple(map(_source_in, wire.sources)),
        outcome=_outcome_in(wire),
        bound=wire.bound,
        parts=tuple(map(_in, wire.parts)),
        waits_for=wire.waits_for,
        barred_by=wire.barred_by,
        readings=wire.readings,
        notices=wire.notices,
        instant=(wire.due_at,),
    )


def register_computation(converter: Converter) -> None:
    """Teach a converter computations, steps and sources."""

    def pair(cls: type, wire: type, write: Any, read: Any) -> None:
        # By predicate: a hook for a class would have cattrs resolve its annotations,
        # some of which exist for the type checker alone.
        converter.register_unstructure_hook_func(
            lambda kind: kind is cls,
            lambda value: converter.unstructure(write(value), wire),
        )
        converter.register_structure_hook_func(
            lambda kind: kind is cls,
            lambda value, _: read(converter.structure(value, wire)),
        )

    leaves_out_defaults(converter, (_Step, _Computation))
    pair(Step, _Step, _step_out, _step_in)
    pair(Source, _Source, _source_out, _source_in)
    pair(Computation, _Computation, _out, _in)
