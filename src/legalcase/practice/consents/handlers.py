"""How events change the consents, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.errors import InvalidValueError
from legalcase.kernel.events.label import borne, stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.practice.consents.events import ConsentGiven, ConsentRevoked
from legalcase.practice.consents.state import CONFIDED, Consent, Consents, Shared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.practice.consents.events import InformationShared

__all__ = ["CONSENT_CYCLE", "given", "revoked", "shared", "standing"]

#: Where a consent can stand; that its time is over is a question of the day.
CONSENT_CYCLE: Final = Lifecycle(
    noun="consent",
    first="none",
    moves=(
        Move(ConsentGiven, ("none",), "given"),
        Move(ConsentRevoked, ("given",), "revoked"),
    ),
)


def _place(consent: Consent) -> str:
    return "given" if consent.revoked_on is None else "revoked"


def standing(consents: Consents) -> Iterator[tuple[str, str]]:
    """Yield where each consent stands."""
    for consent in consents.given:
        yield consent.consent_id, _place(consent)


def given(
    consents: Consents, event: ConsentGiven, line: Recorded, _: Folded
) -> Consents:
    """Return the consents with a new one."""
    consent = Consent(
        consent_id=event.consent_id,
        given_by=event.given_by,
        covers=event.covers,
        items=tuple(map(str, event.items)),
        recipients=event.recipients,
        purpose=event.purpose,
        given_on=event.happened_on,
        until_on=event.until_on,
        with_privileged=event.with_privileged,
        in_document=event.in_document,
        label=borne(None, line.label, kind=CONFIDED),
    )
    return evolve(consents, given=consents.given.with_(consent.consent_id, consent))


def revoked(
    consents: Consents, event: ConsentRevoked, line: Recorded, _: Folded
) -> Consents:
    """Return the consents without one from a day on."""
    consent = consents.given[event.consent_id]
    CONSENT_CYCLE.after(type(event), _place(consent), consent.consent_id)
    if event.happened_on < consent.given_on:
        msg = (
            f"The consent {consent.consent_id!r} was given on {consent.given_on}, and "
            f"would be withdrawn on {event.happened_on}. Pass a day on or after it."
        )
        raise InvalidValueError(msg, field="happened_on", value=event.happened_on)
    label = stricter(consent.label, line.label) or consent.label
    gone = evolve(consent, revoked_on=event.happened_on, label=label)
    return evolve(consents, given=consents.given.with_(gone.consent_id, gone))


def shared(
    consents: Consents, event: InformationShared, line: Recorded, _: Folded
) -> Consents:
    """Return the consents with what went to somebody outside."""
    what = Shared(
        sharing_id=event.sharing_id,
        of=event.of,
        recipient=event.recipient,
        covers=event.covers,
        items=tuple(map(str, event.items)),
        consent_id=event.consent_id,
        purpose=event.purpose,
        shared_on=event.happened_on,
        is_privileged=event.is_privileged,
        label=borne(None, line.label, kind=CONFIDED),
    )
    return evolve(consents, shared=consents.shared.with_(what.sharing_id, what))
