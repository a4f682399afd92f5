"""Whether two names are one person's: what every room means by the same."""

from __future__ import annotations

__all__ = ["is_person"]


def is_person(one: str | None, other: str | None) -> bool:
    """Tell whether two names are one person's, capitals and blanks apart."""
    if one is None or other is None:
        return False
    return one.casefold().split() == other.casefold().split()
