"""How events change the hearings, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.kernel.lifecycle import Lifecycle, Move
from legalcase.model.docket.state import PUBLIC
from legalcase.model.hearings.events import (
    HearingContinued,
    HearingHeld,
    HearingSet,
    HearingVacated,
)
from legalcase.model.hearings.state import Hearing, HearingState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.correction import Corrected, Retracted
    from legalcase.kernel.event import Event
    from legalcase.kernel.folded import Folded
    from legalcase.kernel.recorded import Recorded
    from legalcase.kernel.register import Register

    Hearings = Register[Hearing]

__all__ = ["HEARING", "changed", "corrected", "set_", "standing"]

#: Where a hearing can stand. One that is put off to a date is set again.
HEARING: Final = Lifecycle(
    noun="hearing",
    first="set",
    moves=(
        Move(HearingContinued, ("set", "continued"), "continued"),
        Move(HearingContinued, ("set", "continued"), "set", when="to a date"),
        Move(HearingHeld, ("set",), "held"),
        Move(HearingVacated, ("set", "continued"), "vacated"),
    ),
)


def set_(hearings: Hearings, event: HearingSet, line: Recorded, _: Folded) -> Hearings:
    """Return the hearings with a new one."""
    new = Hearing(
        hearing_id=event.hearing_id,
        title=event.title,
        kind=event.kind,
        triggers=event.triggers,
        settings=(event.hearing_at,),
        place=event.place,
        of=event.of,
        about=tuple(map(str, event.about)),
        label=event.label or line.label or PUBLIC,
        revision=line.number,
        changed_at=line.recorded_at,
    )
    return hearings.with_(new.hearing_id, new)


def changed(hearings: Hearings, event: Any, line: Recorded, _: Folded) -> Hearings:
    """Return the hearings after one was put off, held or vacated."""
    old = hearings[event.hearing_id]
    kind: type[Event] = type(event)
    state = HearingState(HEARING.after(kind, str(old.state), old.hearing_id))
    settings = old.settings
    if isinstance(event, HearingContinued) and event.to_at is not None:
        settings = (*settings, event.to_at)
        state = HearingState.SET
    new = evolve(
        old,
        state=state,
        settings=settings,
        revision=line.number,
        changed_at=line.recorded_at,
    )
    return hearings.with_(new.hearing_id, new)


def corrected(
    hearings: Hearings,
    _: Corrected | Retracted,
    line: Recorded,
    __: Folded,
    ___: Event | None,
) -> Hearings:
    """Return the hearings after a correction, of which each may be another now."""
    return hearings.changed(
        lambda one: evolve(one, revision=line.number, changed_at=line.recorded_at)
    )


def standing(hearings: Hearings) -> Iterable[tuple[str, str]]:
    """Return (id, state) of each hearing."""
    return tuple((hearing.hearing_id, str(hearing.state)) for hearing in hearings)
