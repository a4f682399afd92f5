"""How events change the claims, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.errors import InvalidValueError
from legalcase.kernel.events.label import PUBLIC, borne
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.claims.events import (
    ClaimAmended,
    ClaimDisposed,
    ClaimReinstated,
)
from legalcase.model.claims.state import Claim, ClaimEnd, ClaimSides

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.kernel.rooms.facet import Attempt
    from legalcase.model.claims.events import ClaimStated

    Claims = Register[Claim]

__all__ = [
    "CLAIM",
    "amended",
    "check_day",
    "disposed",
    "nothing_to_reinstate",
    "reinstated",
    "standing",
    "stated",
]

#: Where a claim can stand. It is disposed of once it is between all of its parties.
CLAIM: Final = Lifecycle(
    noun="claim",
    first="pending",
    moves=(
        Move(ClaimAmended, ("pending",), "pending"),
        Move(ClaimDisposed, ("pending",), "disposed"),
        Move(ClaimDisposed, ("pending",), "pending", when="as to some of its parties"),
        Move(ClaimReinstated, ("pending", "disposed"), "pending"),
    ),
)


def stated(claims: Claims, event: ClaimStated, line: Recorded, _: Folded) -> Claims:
    """Return the claims with a new one."""
    sides = ClaimSides(
        from_on=event.happened_on,
        by=event.by,
        against=event.against,
        event_id=line.event_id,
    )
    new = Claim(
        claim_id=event.claim_id,
        kind=event.kind,
        theory=event.theory,
        number=event.number,
        relief=event.relief,
        pleading=None if event.pleading is None else str(event.pleading),
        label=borne(event.label, line.label, kind=PUBLIC),
        sides=(sides,),
    )
    return claims.with_(new.claim_id, new)


def amended(claims: Claims, event: ClaimAmended, line: Recorded, _: Folded) -> Claims:
    """Return the claims after one was amended."""
    old = claims[event.claim_id]
    CLAIM.after(ClaimAmended, str(old.state), old.claim_id)
    by, against = event.by or old.by, event.against or old.against
    both = set(by) & set(against)
    if both:
        name = min(both)
        msg = (
            f"After the amendment the party {name!r} would claim against itself in "
            f"{old.claim_id!r}. Give both by and against as they are now."
        )
        raise InvalidValueError(msg, field="against", value=name)
    sides = old.sides
    if event.by or event.against:
        new = ClaimSides(
            from_on=event.happened_on, by=by, against=against, event_id=line.event_id
        )
        sides = (*sides, new)
    claim = evolve(
        old,
        theory=event.theory or old.theory,
        relief=event.relief or old.relief,
        pleading=old.pleading if event.pleading is None else str(event.pleading),
        sides=sides,
    )
    return claims.with_(claim.claim_id, claim)


def disposed(claims: Claims, event: ClaimDisposed, line: Recorded, _: Folded) -> Claims:
    """Return the claims after the court was done with one, as to all or to some."""
    old = claims[event.claim_id]
    CLAIM.after(ClaimDisposed, str(old.state), old.claim_id)
    for side, given in (("by", event.by), ("against", event.against)):
        strangers = set(given) - {
            name for one in old.sides for name in getattr(one, side)
        }
        if strangers:
            name = min(strangers)
            msg = (
                f"The party {name!r} was never on that side of the claim "
                f"{old.claim_id!r}. It is between {_said(old)}."
            )
            raise InvalidValueError(msg, field=side, value=name)
    end = ClaimEnd(
        disposition=event.disposition,
        on=event.happened_on,
        by=event.by or old.by,
        against=event.against or old.against,
        event_id=line.event_id,
    )
    if not any(one in end.by and other in end.against for one, other in old.pairs()):
        msg = (
            f"The claim {old.claim_id!r} is not pending between those parties. It is "
            f"between {_said(old)}."
        )
        raise InvalidValueError(msg, field="against", value=None)
    return claims.with_(old.claim_id, evolve(old, ends=(*old.ends, end)))


def _said(claim: Claim) -> str:
    return ", ".join(f"{one} and {other}" for one, other in claim.pairs())


def reinstated(
    claims: Claims, event: ClaimReinstated, _: Recorded, __: Folded
) -> Claims:
    """Return the claims after one goes on between all of its parties."""
    old = claims[event.claim_id]
    if all(end.undone_on is not None for end in old.ends):
        msg = (
            f"Nothing was disposed of in the claim {old.claim_id!r} that could go on. "
            "Record ClaimDisposed first, or leave this out."
        )
        raise InvalidValueError(msg, field="claim_id", value=old.claim_id)
    ends = tuple(
        evolve(end, undone_on=event.happened_on) if end.undone_on is None else end
        for end in old.ends
    )
    return claims.with_(old.claim_id, evolve(old, ends=ends))


def nothing_to_reinstate(
    claims: Claims, name: str, _: Attempt, __: Folded
) -> Iterable[str]:
    """Say what is missing for a claim to be reinstated."""
    if all(end.undone_on is not None for end in claims[name].ends):
        yield "a disposition that could be set aside"


def check_day(
    claims: Claims,
    event: ClaimAmended | ClaimDisposed | ClaimReinstated,
    _: Recorded,
    __: Folded,
) -> None:
    """Refuse what would have happened to a claim before it was stated."""
    stated_on = claims[event.claim_id].stated_on
    if event.happened_on < stated_on:
        msg = (
            f"The claim {event.claim_id!r} was stated on {stated_on}, after this would "
            "have happened. Check the year of happened_on."
        )
        raise InvalidValueError(msg, field="happened_on", value=None)


def standing(claims: Claims) -> Iterable[tuple[str, str]]:
    """Return (id, state) of each claim."""
    return tuple((claim.claim_id, str(claim.state)) for claim in claims)
