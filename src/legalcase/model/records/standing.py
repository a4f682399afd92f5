"""Where holds and the file stand, for what can follow, and what is missing for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.rooms.facet import Attempt
    from legalcase.model.records.state import Records

__all__ = ["holding", "keeping", "missing_to_acknowledge", "missing_to_destroy"]


def holding(records: Records) -> Iterable[tuple[str, str]]:
    """Return (id, whether it holds) of each legal hold."""
    return tuple(
        (one.hold_id, "issued" if one.is_active else "released")
        for one in records.holds
    )


def keeping(records: Records) -> Iterable[tuple[str, str]]:
    """Return whether anything is left of the file."""
    return (("", "destroyed" if records.is_destroyed else "kept"),)


def missing_to_acknowledge(
    records: Records, hold_id: str, _: Attempt, __: Folded
) -> Iterable[str]:
    """Say what is missing before somebody can acknowledge a hold."""
    if not records.holds[hold_id].unacknowledged:
        yield "a custodian who has not acknowledged it"


def missing_to_destroy(
    records: Records, _: str, __: Attempt, ___: Folded
) -> Iterable[str]:
    """Say what is missing before anything can be destroyed."""
    for hold in records.active_holds:
        yield f"the release of the legal hold {hold.hold_id}"
