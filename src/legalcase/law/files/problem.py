"""Problem: what is wrong in the law's files, and where."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Problem"]


class Problem(NamedTuple):
    """One problem: its file, the path in it (``$`` is the whole), what is wrong."""

    file: str
    path: str
    what: str
