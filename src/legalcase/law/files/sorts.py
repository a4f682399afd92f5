"""The sorts of words of which the vocabularies consist."""

from __future__ import annotations

from typing import Final

__all__ = ["SORTS"]

SORTS: Final = (
    "method",
    "trigger",
    "act",
    "nature",
    "kind",
    "role",
    "paper",
    "fact",
    "side",
    "proceeding",
)
