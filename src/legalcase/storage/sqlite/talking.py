"""Talking: what is asked of a connection, whoever's it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

__all__ = ["Talking"]


class Talking(Protocol):
    """What readings and units of work ask of a connection of SQLite."""

    @property
    def in_transaction(self) -> bool:
        """Tell whether a transaction is open."""
        ...

    def execute(self, statement: str, values: Any = ..., /) -> sqlite3.Cursor:
        """Say something, and answer with what is found."""
        ...

    def executemany(self, statement: str, values: Iterable[Any], /) -> sqlite3.Cursor:
        """Say something as often as there are values."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...
