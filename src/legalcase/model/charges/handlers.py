"""How events change the charges, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import InvalidValueError
from legalcase.kernel.events.label import PUBLIC, borne
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.charges.events import (
    ChargeDisposed,
    ChargesRevived,
    ChargesSuperseded,
    PleaEntered,
    PleaWithdrawn,
    SentenceImposed,
    VerdictReturned,
)
from legalcase.model.charges.state import (
    Charge,
    ChargeState,
    ChargeStep,
    Sentence,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from legalcase.kernel.events.event import Event
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.kernel.rooms.facet import Attempt
    from legalcase.model.charges.events import Charged

    Charges = Register[Charge]

__all__ = [
    "CHARGE",
    "charged",
    "check_day",
    "disposed",
    "plea_missing",
    "pleaded",
    "revived",
    "sentenced",
    "standing",
    "superseded",
    "verdict",
    "withdrawn",
]

#: Where a charge can stand. A plea, a verdict and a sentence leave it pending: it is
#: disposed of when the court says so.
CHARGE: Final = Lifecycle(
    noun="charge",
    first="pending",
    moves=(
        Move(PleaEntered, ("pending",), "pending"),
        Move(PleaWithdrawn, ("pending",), "pending"),
        Move(VerdictReturned, ("pending",), "pending"),
        Move(SentenceImposed, ("pending",), "pending"),
        Move(SentenceImposed, ("disposed",), "disposed"),
        Move(ChargeDisposed, ("pending",), "disposed"),
        Move(ChargesSuperseded, ("pending",), "superseded"),
        Move(ChargesRevived, ("disposed", "superseded"), "pending"),
    ),
)


def charged(charges: Charges, event: Charged, line: Recorded, _: Folded) -> Charges:
    """Return the charges with a new one."""
    new = Charge(
        charge_id=event.charge_id,
        of=event.of,
        statute=event.statute,
        sequence=event.sequence,
        title=event.title,
        severity=event.severity,
        degree=event.degree,
        instrument=None if event.instrument is None else str(event.instrument),
        label=borne(event.label, line.label, kind=PUBLIC),
        charged_on=event.happened_on,
    )
    return charges.with_(new.charge_id, new)


def _each(charges: Charges, event: Any, change: Callable[[Charge], Charge]) -> Charges:
    """Return the charges after an event of several counts happened to each."""
    kind: type[Event] = type(event)
    for name in event.counts:
        old = charges[name]
        state = ChargeState(CHARGE.after(kind, str(old.state), name))
        charges = charges.with_(name, evolve(change(old), state=state))
    return charges


def _ended(steps: tuple[ChargeStep, ...], event: Event) -> tuple[ChargeStep, ...]:
    """Return the steps of which the last does not hold any more."""
    if not steps or steps[-1].until_on is not None:
        return steps
    return (*steps[:-1], evolve(steps[-1], until_on=event.happened_on))


def _step(word: str, event: Event, line: Recorded, **said: Any) -> ChargeStep:
    return ChargeStep(word=word, on=event.happened_on, event_id=line.event_id, **said)


def pleaded(charges: Charges, event: PleaEntered, line: Recorded, _: Folded) -> Charges:
    """Return the charges after a plea, which takes the place of one before."""
    step = _step(event.plea, event, line)
    return _each(
        charges, event, lambda one: evolve(one, pleas=(*_ended(one.pleas, event), step))
    )


def withdrawn(
    charges: Charges, event: PleaWithdrawn, _: Recorded, __: Folded
) -> Charges:
    """Return the charges after a plea was withdrawn."""
    for name in event.counts:
        if charges[name].plea is None:
            msg = (
                f"There is no plea to the charge {name!r} that holds. Record first "
                "which plea was entered."
            )
            raise InvalidValueError(msg, field="counts", value=name)
    return _each(
        charges, event, lambda one: evolve(one, pleas=_ended(one.pleas, event))
    )


def plea_missing(charges: Charges, name: str, _: Attempt, __: Folded) -> Iterable[str]:
    """Say what is missing for a plea to be withdrawn."""
    if charges[name].plea is None:
        yield "a plea that holds"


def verdict(
    charges: Charges, event: VerdictReturned, line: Recorded, _: Folded
) -> Charges:
    """Return the charges after a verdict."""
    step = _step(event.verdict, event, line, lesser=event.lesser)
    return _each(
        charges,
        event,
        lambda one: evolve(one, verdicts=(*_ended(one.verdicts, event), step)),
    )


def sentenced(
    charges: Charges, event: SentenceImposed, line: Recorded, _: Folded
) -> Charges:
    """Return the charges after a sentence."""
    new = Sentence(text=event.sentence, on=event.happened_on, event_id=line.event_id)
    return _each(
        charges, event, lambda one: evolve(one, sentences=(*one.sentences, new))
    )


def disposed(
    charges: Charges, event: ChargeDisposed, line: Recorded, _: Folded
) -> Charges:
    """Return the charges after the court was done with some."""
    step = _step(event.disposition, event, line)
    return _each(
        charges, event, lambda one: evolve(one, dispositions=(*one.dispositions, step))
    )


def superseded(
    charges: Charges, event: ChargesSuperseded, _: Recorded, __: Folded
) -> Charges:
    """Return the charges after some were replaced by others of the same defendant."""
    both = set(event.counts) & set(event.by)
    if both:
        name = min(both)
        msg = f"The charge {name!r} would replace itself. Name the new one in by."
        raise InvalidValueError(msg, field="by", value=name)
    of = {charges[name].of for name in event.counts}
    for name in event.by:
        if charges[name].of not in of:
            msg = (
                f"The charge {name!r} is against another defendant than those it would "
                "replace. Name one against the same."
            )
            raise InvalidValueError(msg, field="by", value=name)

    def change(one: Charge) -> Charge:
        by = tuple(name for name in event.by if charges[name].of == one.of)
        return evolve(one, superseded_by=by)

    return _each(charges, event, change)


def revived(
    charges: Charges, event: ChargesRevived, _: Recorded, __: Folded
) -> Charges:
    """Return the charges after some are pending again."""
    return _each(
        charges,
        event,
        lambda one: evolve(
            one, dispositions=_ended(one.dispositions, event), superseded_by=()
        ),
    )


def check_day(charges: Charges, event: Any, _: Recorded, __: Folded) -> None:
    """Refuse what would have happened to a count before it was charged."""
    for name in event.counts:
        charged_on = charges[name].charged_on
        if event.happened_on < charged_on:
            msg = (
                f"The charge {name!r} was brought on {charged_on}, after this would "
                "have happened. Check the year of happened_on."
            )
            raise InvalidValueError(msg, field="happened_on", value=None)


def standing(charges: Charges) -> Iterable[tuple[str, str]]:
    """Return (id, state) of each charge."""
    return tuple((charge.charge_id, str(charge.state)) for charge in charges)
