"""How events change the hearings, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.label import PUBLIC, borne, stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.hearings.events import (
    HearingContinued,
    HearingHeld,
    HearingNeedDropped,
    HearingNeedFailed,
    HearingNeedMet,
    HearingNotAttended,
    HearingPlaceChanged,
    HearingVacated,
)
from legalcase.model.hearings.state import (
    FOR_PARTIES,
    OURS,
    Continuance,
    Hearing,
    HearingNeed,
    HearingState,
    NeedMet,
    NeedState,
    Setting,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.events.event import Event
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.correction import Corrected, Retracted
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.kernel.rooms.facet import Attempt
    from legalcase.model.hearings.events import HearingNeedStated, HearingSet

    Hearings = Register[Hearing]

__all__ = [
    "HEARING",
    "NEED",
    "continued",
    "corrected",
    "held",
    "moved",
    "need_changed",
    "need_stated",
    "needing",
    "not_attended",
    "set_",
    "standing",
    "to_meet",
    "vacated",
]

#: Where a hearing can stand. One that is put off to a date is set again.
HEARING: Final = Lifecycle(
    noun="hearing",
    first="set",
    moves=(
        Move(HearingContinued, ("set", "continued", "not-attended"), "continued"),
        Move(
            HearingContinued,
            ("set", "continued", "not-attended"),
            "set",
            when="to a date",
        ),
        Move(HearingPlaceChanged, ("set",), "set"),
        Move(HearingHeld, ("set",), "held"),
        Move(HearingNotAttended, ("set",), "not-attended"),
        Move(HearingVacated, ("set", "continued", "not-attended"), "vacated"),
    ),
)

#: Whether what a hearing needs is there. When the hearing moves, a need that was met
#: is open again.
NEED: Final = Lifecycle(
    noun="need of a hearing",
    first="open",
    moves=(
        Move(HearingNeedMet, ("open",), "met"),
        Move(HearingNeedFailed, ("met",), "open"),
        Move(HearingNeedDropped, ("open", "met"), "dropped"),
    ),
)

#: Of a setting, what another one takes over unless it says otherwise.
_WHERE: Final = ("place", "courtroom", "judge", "remote_link")


def set_(hearings: Hearings, event: HearingSet, line: Recorded, _: Folded) -> Hearings:
    """Return the hearings with a new one."""
    setting = Setting(
        at=event.hearing_at,
        set_by=line.event_id,
        set_on=event.happened_on,
        place=event.place,
        courtroom=event.courtroom,
        judge=event.judge,
        remote_link=event.remote_link,
    )
    new = Hearing(
        hearing_id=event.hearing_id,
        title=event.title,
        kind=event.kind,
        triggers=event.triggers,
        settings=(setting,),
        of=event.of,
        about=tuple(map(str, event.about)),
        label=borne(event.label, line.label, kind=PUBLIC),
        remote_label=event.remote_label or FOR_PARTIES,
        revision=line.number,
        changed_at=line.recorded_at,
    )
    return hearings.with_(new.hearing_id, new)


def _after(hearings: Hearings, event: Any, line: Recorded, **changes: Any) -> Hearings:
    """Return the hearings after an event took one to where it leads."""
    old = hearings[event.hearing_id]
    kind: type[Event] = type(event)
    state = HearingState(HEARING.after(kind, str(old.state), old.hearing_id))
    given = {
        "state": state,
        "label": stricter(old.label, line.label) or old.label,
        "revision": line.number,
        "changed_at": line.recorded_at,
        **changes,
    }
    return hearings.with_(old.hearing_id, evolve(old, **given))


def continued(
    hearings: Hearings, event: HearingContinued, line: Recorded, _: Folded
) -> Hearings:
    """Return the hearings after one was put off: what it needs is open again."""
    old = hearings[event.hearing_id]
    put_off = Continuance(
        event_id=line.event_id,
        on=event.happened_on,
        requested_by=event.requested_by,
        ground=event.ground,
        by_order=None if event.by_order is None else str(event.by_order),
        good_cause=event.good_cause,
    )
    last = evolve(old.setting, continued=(*old.setting.continued, put_off))
    settings = (*old.settings[:-1], last)
    changes: dict[str, Any] = {}
    if event.to_at is not None:
        new = Setting(
            at=event.to_at,
            set_by=line.event_id,
            set_on=event.happened_on,
            **_where(event, old.setting),
        )
        settings = (*settings, new)
        changes["state"] = HearingState.SET
    needs = tuple(
        evolve(one, state=NeedState.OPEN) if one.state is NeedState.MET else one
        for one in old.needs
    )
    return _after(hearings, event, line, settings=settings, needs=needs, **changes)


def _where(
    event: HearingContinued | HearingPlaceChanged, setting: Setting
) -> dict[str, Any]:
    """Return where a setting is: as the event says, or else as it was."""
    return {
        name: getattr(event, name, None) or getattr(setting, name) for name in _WHERE
    }


def moved(
    hearings: Hearings, event: HearingPlaceChanged, line: Recorded, _: Folded
) -> Hearings:
    """Return the hearings after one is elsewhere, at the same time."""
    if not any(getattr(event, name) for name in _WHERE):
        msg = (
            f"Nothing is said of where the hearing {event.hearing_id!r} is now. Give "
            "place, courtroom, judge or remote_link."
        )
        raise InvalidValueError(msg, field="place", value=None)
    old = hearings[event.hearing_id]
    last = evolve(old.setting, **_where(event, old.setting))
    return _after(hearings, event, line, settings=(*old.settings[:-1], last))


def held(hearings: Hearings, event: HearingHeld, line: Recorded, _: Folded) -> Hearings:
    """Return the hearings after one took place."""
    return _after(
        hearings,
        event,
        line,
        held_on=event.happened_on,
        outcome=event.outcome,
        present=event.present,
    )


def not_attended(
    hearings: Hearings, event: HearingNotAttended, line: Recorded, _: Folded
) -> Hearings:
    """Return the hearings after one to which somebody did not come."""
    old = hearings[event.hearing_id]
    last = evolve(old.setting, absent=event.absent)
    return _after(hearings, event, line, settings=(*old.settings[:-1], last))


def vacated(
    hearings: Hearings, event: HearingVacated, line: Recorded, _: Folded
) -> Hearings:
    """Return the hearings after one was taken off calendar."""
    return _after(hearings, event, line)


def need_stated(
    hearings: Hearings, event: HearingNeedStated, line: Recorded, _: Folded
) -> Hearings:
    """Return the hearings after one was found to need something."""
    old = hearings[event.hearing_id]
    if old.state not in (HearingState.SET, HearingState.CONTINUED):
        msg = (
            f"The hearing {old.hearing_id!r} is {old.state} and needs nothing any "
            "more. Look at what was recorded of it."
        )
        raise IllegalTransitionError(
            msg,
            subject=old.hearing_id,
            state=str(old.state),
            step="HearingNeedStated",
        )
    need = HearingNeed(
        need_id=event.need_id,
        kind=event.kind,
        for_parties=event.for_parties,
        language=event.language,
        details=event.details,
        label=borne(event.label, line.label, kind=OURS),
    )
    return _with_needs(hearings, old, (*old.needs, need))


def _with_needs(
    hearings: Hearings, old: Hearing, needs: tuple[HearingNeed, ...]
) -> Hearings:
    # No revision: who comes to it, and how, changes nothing of when it is.
    return hearings.with_(old.hearing_id, evolve(old, needs=needs))


def _found(hearings: Hearings, need_id: str) -> tuple[Hearing, HearingNeed]:
    """Return a need, and whose it is. That there is one, its reference has shown."""
    return next(
        (hearing, need)
        for hearing in hearings
        for need in hearing.needs
        if need.need_id == need_id
    )


def need_changed(hearings: Hearings, event: Any, line: Recorded, _: Folded) -> Hearings:
    """Return the hearings after a need was met, or not after all, or dropped."""
    hearing, old = _found(hearings, event.need_id)
    kind: type[Event] = type(event)
    state = NeedState(NEED.after(kind, str(old.state), old.need_id))
    new = evolve(old, state=state)
    if isinstance(event, HearingNeedMet):
        if not hearing.has_date:
            msg = (
                f"The hearing {hearing.hearing_id!r} has no date, so that nobody can "
                "be there for it. Record this when it is set."
            )
            raise InvalidValueError(msg, field="need_id", value=event.need_id)
        met = NeedMet(
            for_at=hearing.at,
            on=event.happened_on,
            event_id=line.event_id,
            by=event.met_by,
            evidence=event.evidence,
        )
        new = evolve(new, met=met)
    needs = tuple(new if one.need_id == new.need_id else one for one in hearing.needs)
    return _with_needs(hearings, hearing, needs)


def to_meet(hearings: Hearings, name: str, _: Attempt, __: Folded) -> Iterable[str]:
    """Say what is missing for a need of a hearing to be met."""
    hearing, _need = _found(hearings, name)
    if not hearing.has_date:
        yield "a date of the hearing"


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


def needing(hearings: Hearings) -> Iterable[tuple[str, str]]:
    """Return (id, state) of each need of a hearing."""
    return tuple(
        (need.need_id, str(need.state))
        for hearing in hearings
        for need in hearing.needs
    )
