"""Which ids name a state of the United States, whether its rules are entered or not."""

from __future__ import annotations

from typing import Final

__all__ = ["STATES", "state_of"]

_CODES: Final = (
    "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne "
    "nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy "
    "dc as gu mp pr vi"
)
#: By ISO 3166-2:US: the states, the District of Columbia, and the territories.
STATES: Final = frozenset(f"us-{code}" for code in _CODES.split())


def state_of(court: str | None) -> str | None:
    """Return the state in whose system a court of that id is; ``None`` if in none."""
    place = (court or "").partition("/")[0]
    return place if place in STATES else None
