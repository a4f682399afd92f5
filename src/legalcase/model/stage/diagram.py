"""A table of stages as a lifecycle, to be drawn and asked as the others are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.stage.events import StageEntered

if TYPE_CHECKING:
    from legalcase.model.stage.table import StageTable

__all__ = ["lifecycle_of"]


def lifecycle_of(table: StageTable) -> Lifecycle:
    """Return a table as a lifecycle: its `diagram()` draws it."""
    return Lifecycle(
        noun=f"stage by {table.table_id}",
        first=table.first,
        moves=tuple(
            Move(StageEntered, move.leaves, move.reaches, when=move.when or "")
            for move in table.moves
        ),
    )
