"""Words that several pages share: who has read what an entry rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from legalcase.authority import Authority

__all__ = ["verified"]

_HOW: Final = {
    "text": "its text was read",
    "secondary": "an account of it was read",
    "recall": "from memory, nothing was read",
    "caller": "the caller's own",
}


def verified(authority: Authority) -> str:
    """Say how an entry was verified, and when."""
    said = _HOW.get(authority.verified, authority.verified)
    return said if authority.verified_on is None else f"{said}, {authority.verified_on}"
