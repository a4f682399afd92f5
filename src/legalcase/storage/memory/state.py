"""State: everything that a store in memory holds at one moment; never changed."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from legalcase.ports.keys import WrappedKey
from legalcase.storage.lines.rows import Last, Row
from legalcase.storage.own import Key, Mark, OwnRow
from legalcase.storage.projecting import Projected
from legalcase.storage.units.reading.readable import ChangeRow

__all__ = ["State"]


@frozen(repr=False, eq=False)
class State:
    """What was committed up to one moment. A commit makes another one.

    `changes` is a list that only grows: of it, the first `position` count. `name` is
    that by which cursors know the store: the digest of what came first.
    """

    logs: Mapping[str, tuple[Row, ...]] = field(factory=dict)
    places: Mapping[str, tuple[str, int]] = field(factory=dict)
    listed: Mapping[str, Projected] = field(factory=dict)
    own: Mapping[str, Mapping[Key, OwnRow]] = field(factory=dict)
    marks: Mapping[str, Mark] = field(factory=dict)
    erased: Mapping[str, Last] = field(factory=dict)
    keys: Mapping[str, WrappedKey] = field(factory=dict)
    changes: list[ChangeRow] = field(factory=list)
    position: int = 0
    name: str = ""
