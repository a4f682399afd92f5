"""Lists of others, which a store keeps beside its own: pure, without any store."""

from typing import TYPE_CHECKING

from legalcase.near import no_such_name
from legalcase.storage.own.marks import MARKS, Mark, Step, mark_of, mark_text, moved
from legalcase.storage.own.registering import Registered, registered
from legalcase.storage.own.rows import Key, OwnRow, is_whole, projected_row, rows_of

__all__ = [
    "MARKS",
    "Key",
    "Mark",
    "OwnRow",
    "Registered",
    "Step",
    "is_whole",
    "mark_of",
    "mark_text",
    "moved",
    "projected_row",
    "registered",
    "rows_of",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
