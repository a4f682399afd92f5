"""How events change needs and referrals, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.label import borne, stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.practice.needs.events import (
    NeedChanged,
    NeedDropped,
    NeedFound,
    NeedReopened,
    NeedSatisfied,
)
from legalcase.practice.needs.referrals import (
    ReferralAccepted,
    ReferralDeclined,
    ReferralEnded,
    Referred,
)
from legalcase.practice.needs.state import CONFIDED, Need, Needs, Referral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded

__all__ = [
    "NEED_CYCLE",
    "REFERRAL_CYCLE",
    "answered",
    "changed",
    "found",
    "needs",
    "referrals",
    "referred",
]

#: Where a need can stand.
NEED_CYCLE: Final = Lifecycle(
    noun="need",
    first="none",
    moves=(
        Move(NeedFound, ("none",), "open"),
        Move(NeedChanged, ("open",), "open"),
        Move(NeedSatisfied, ("open",), "met"),
        Move(NeedDropped, ("open",), "dropped"),
        Move(NeedReopened, ("met", "dropped"), "open"),
    ),
)
#: Where a referral can stand.
REFERRAL_CYCLE: Final = Lifecycle(
    noun="referral",
    first="none",
    moves=(
        Move(Referred, ("none",), "made"),
        Move(ReferralAccepted, ("made",), "accepted"),
        Move(ReferralDeclined, ("made",), "declined"),
        Move(ReferralEnded, ("made", "accepted"), "ended"),
    ),
)


def needs(room: Needs) -> Iterator[tuple[str, str]]:
    """Yield where each need stands."""
    for one in room.needs:
        yield one.need_id, one.state


def referrals(room: Needs) -> Iterator[tuple[str, str]]:
    """Yield where each referral stands."""
    for one in room.referrals:
        yield one.referral_id, one.state


def found(room: Needs, event: NeedFound, line: Recorded, _: Folded) -> Needs:
    """Return the needs with a new one."""
    need = Need(
        need_id=event.need_id,
        of=event.of,
        category=event.category,
        urgency=event.urgency,
        text=event.text,
        from_assessment=event.from_assessment,
        stated_by=event.stated_by,
        found_on=event.happened_on,
        label=borne(event.label, line.label, kind=CONFIDED),
    )
    return evolve(room, needs=room.needs.with_(need.need_id, need))


def changed(
    room: Needs,
    event: NeedChanged | NeedSatisfied | NeedDropped | NeedReopened,
    line: Recorded,
    _: Folded,
) -> Needs:
    """Return the needs with one that is more urgent, less, met, given up, or back."""
    need = room.needs[event.need_id]
    changes: dict[str, Any] = {
        "state": NEED_CYCLE.after(type(event), need.state, need.need_id),
        "label": stricter(need.label, line.label) or need.label,
    }
    match event:
        case NeedChanged():
            changes["urgency"] = event.urgency
        case NeedSatisfied():
            if event.by_referral is not None:
                referral = room.referrals[event.by_referral]
                if referral.need_id != need.need_id:
                    msg = (
                        f"The referral {referral.referral_id!r} was for another need "
                        f"than {need.need_id!r}. Name one for this, or none."
                    )
                    raise InvalidValueError(msg, field="by_referral", value=None)
            changes |= {
                "ended_on": event.happened_on,
                "by_referral": event.by_referral,
            }
        case NeedDropped():
            changes["ended_on"] = event.happened_on
        case NeedReopened():
            changes |= {"ended_on": None, "by_referral": None}
    return evolve(room, needs=room.needs.with_(need.need_id, evolve(need, **changes)))


def referred(room: Needs, event: Referred, _: Recorded, __: Folded) -> Needs:
    """Return the referrals with a new one, for a need that is open."""
    need = room.needs[event.need_id]
    if not need.is_open:
        msg = (
            f"The need {need.need_id!r} is {need.state}, and Referred cannot follow. "
            "Record NeedReopened first, if it is needed again."
        )
        raise IllegalTransitionError(
            msg, subject=need.need_id, state=need.state, step="Referred"
        )
    referral = Referral(
        referral_id=event.referral_id,
        need_id=event.need_id,
        to=event.to,
        consent_id=event.consent_id,
        referred_on=event.happened_on,
        follow_up_on=event.follow_up_on,
    )
    kept = room.referrals.with_(referral.referral_id, referral)
    return evolve(room, referrals=kept)


def answered(
    room: Needs,
    event: ReferralAccepted | ReferralDeclined | ReferralEnded,
    _: Recorded,
    __: Folded,
) -> Needs:
    """Return the referrals with one that was answered, or that is over."""
    referral = room.referrals[event.referral_id]
    state = REFERRAL_CYCLE.after(type(event), referral.state, referral.referral_id)
    changes: dict[str, Any] = {"state": state}
    if isinstance(event, ReferralEnded):
        changes |= {"ended_on": event.happened_on, "outcome": event.outcome}
    else:
        changes["answered_on"] = event.happened_on
    if isinstance(event, ReferralAccepted):
        asked = event.follow_up_on
        old = referral.follow_up_on
        if asked is None and old is not None and old > event.happened_on:
            asked = old
        changes["follow_up_on"] = asked
    kept = room.referrals.with_(referral.referral_id, evolve(referral, **changes))
    return evolve(room, referrals=kept)
