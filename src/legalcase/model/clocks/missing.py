"""What must be there before something can happen to a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.rooms.facet import Attempt
    from legalcase.model.clocks.state import Clocks

__all__ = ["to_sever"]


def to_sever(clocks: Clocks, clock_id: str, _: Attempt, __: Folded) -> Iterator[str]:
    """Yield that nobody is joined, where that is so."""
    if not any(
        clock_id in one.clock_ids and one.last_of(clock_id) is None
        for one in clocks.joinders
    ):
        yield "those whose clocks they are must be joined for trial"
