"""Checks of sources named once: that something refers to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.law.files.problem import Problem
from legalcase.law.files.reading.sources import shown_sources

if TYPE_CHECKING:
    from legalcase.law.files.folder import LawFile

__all__ = ["idle_sources"]


def idle_sources(files: list[LawFile]) -> list[Problem]:
    """Return the sources to which nothing refers: of a file, or of a jurisdiction."""
    used: dict[str, frozenset[str]] = {}
    for file in files:
        jurisdiction = file.name.partition("/")[0]
        used[jurisdiction] = used.get(jurisdiction, frozenset()) | file.used
    return [
        Problem(file.name, *flaw)
        for file in files
        for flaw in shown_sources(file.raw, _users(file, used))
    ]


def _users(file: LawFile, used: dict[str, frozenset[str]]) -> frozenset[str]:
    is_shared = file.sort == "sources"
    return used[file.name.partition("/")[0]] if is_shared else file.used
