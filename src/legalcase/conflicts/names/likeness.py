"""likeness: how alike two words are, from 0 to 100; the door of rapidfuzz."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["CAN_COMPARE", "likeness", "not_unlike"]

_distance: Any
_fuzz: Any
_process: Any
try:
    from rapidfuzz import distance as _distance
    from rapidfuzz import fuzz as _fuzz
    from rapidfuzz import process as _process
except ImportError:
    _distance = _fuzz = _process = None

#: Whether the extra ``conflicts`` is there; without it only equal names are found.
CAN_COMPARE: Final = _fuzz is not None

#: What two names share that are compared at all; of the names of the benchmark that
#: are found, none shares less.
_SHARED: Final = 45.0


def likeness(one: str, other: str) -> float:
    """Return how alike two words are: by what they share, or by what was mistyped.

    100 is equal, 0 has nothing in common. Two letters that changed places count as one
    edit. Without the extra it tells equal words from others, and no more.
    """
    if one == other:
        return 100.0
    if not CAN_COMPARE:
        return 0.0
    shared: float = _fuzz.ratio(one, other)
    edits: float = 100.0 * _distance.OSA.normalized_similarity(one, other)
    return max(shared, edits)


def not_unlike(name: str, names: Sequence[str]) -> set[int]:
    """Return the places of names that share enough with one to be compared."""
    if not CAN_COMPARE or not name:
        return set()
    scorer = _fuzz.token_set_ratio
    found = _process.extract_iter(name, names, scorer=scorer, score_cutoff=_SHARED)
    return {place for _, _, place in found}
