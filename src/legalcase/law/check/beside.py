"""Beside a path that counts entries from zero: which entry it is, by its id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import LegalCaseError
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.law.files.folder import LawFolder
    from legalcase.law.files.problem import Problem

__all__ = ["beside"]

_STEP: Final = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")
#: By what an entry is called, the best first; a version by the date it begins.
_NAMES: Final = ("id", "name", "title", "from", "on")


def beside(folder: LawFolder, problem: Problem) -> str:
    """Return the entries in which a problem lies: ``"holiday 'christmas'"``, or ``""``.

    A lawyer who reads ``$.holiday[13]`` need not count.
    """
    try:
        file = folder.read(problem.file)
    except LegalCaseError:
        return ""
    if file is None:
        return ""
    return ", ".join(_entries(file.raw, problem.path))


def _entries(raw: Any, path: str) -> Iterator[str]:
    found, key = raw, ""
    for name, place in _STEP.findall(path):
        if name:
            key = name
            found = found.get(name) if isinstance(found, dict) else None
            continue
        index = int(place)
        is_there = isinstance(found, tuple) and index < len(found)
        found = found[index] if is_there else None
        if isinstance(found, dict):
            called = next((one for one in _NAMES if one in found), None)
            if called in {"id", "name", "title"}:
                yield f"{key} {shown(found[called])}"
            elif called is not None:
                yield f"{key} {called} {found[called]}"
