"""Who is adverse to whom: by the claims between them, not by their sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from legalcase.dates import as_date
from legalcase.kernel.checks import check_asked

if TYPE_CHECKING:
    from datetime import date

    from legalcase.kernel.register import Register
    from legalcase.model.claims.state import Claim
    from legalcase.model.people.state import People

__all__ = ["HasClaims", "adverse_by_claim", "adverse_parties"]


class HasClaims(Protocol):
    """**Protocol:** a case, as far as it is asked who is adverse to whom."""

    @property
    def claims(self) -> Register[Claim]:
        """Who claims what against whom."""
        ...

    @property
    def people(self) -> People:
        """Who takes part."""
        ...


def adverse_by_claim(
    case: HasClaims, *, on: date | None = None
) -> tuple[tuple[str, str], ...]:
    """Return every pair of parties between whom a claim is pending, both ways.

    The pairs are of ids of parties, each once, in the order of the claims. With `on`,
    as of that day: a claim counts from the day on which it was stated, and no more
    from the day on which it was disposed of between the two. Two defendants of one
    claim are not adverse, unless one claims against the other.
    """
    check_asked(case, "case", "claims")
    day = None if on is None else as_date(on, "on")
    found: dict[tuple[str, str], None] = {}
    for claim in case.claims:
        for one, other in claim.pairs(on=day):
            found[one, other] = None
            found[other, one] = None
    return tuple(found)


def adverse_parties(
    case: HasClaims, party: str, *, on: date | None = None
) -> tuple[str, ...]:
    """Return the ids of the parties that are adverse to a party by a pending claim.

    `on` is as in `adverse_by_claim`. Whoever has no claim pending, for or against it,
    has nobody. Raises `UnknownNameError` for what is no party of the case.
    """
    check_asked(case, "case", "claims", "people")
    known = case.people.participants[party]
    return tuple(
        other for one, other in adverse_by_claim(case, on=on) if one == known.party_id
    )
