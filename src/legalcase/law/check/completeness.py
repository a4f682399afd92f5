"""What a case needs to know of a deadline, and a folder of law does not say.

Folders were written before these keys were, so that this is no part of `check_folder`:
what it finds keeps nobody from reading a folder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.law.files.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.law.files.folder import LawFolder

__all__ = ["unsaid"]

#: The acts that somebody does to a paper: who, and what it is, must be known.
_OF_SOMEBODY: Final = frozenset({"file", "serve"})
_NEEDED: Final = {
    "owed_by": "Say who must file or serve, by a word of `side`.",
    "met_by": "List the events that satisfy the deadline, by words of `trigger`.",
    "proceedings": "List in what the deadline arises, by words of `proceeding`.",
}


def unsaid(folder: LawFolder) -> list[Problem]:
    """Return (file, path, what is missing) for each deadline to file or to serve.

    The files must have passed `check_folder`.
    """
    return [
        Problem(name, *found)
        for name in folder.all_names()
        if (file := folder.read(name)) is not None
        for found in _in_file(file.raw)
    ]


def _in_file(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for index, table in enumerate(raw.get("deadline", ())):
        acts = {text.get("act") for text in (table, *table.get("version", ()))}
        if acts & _OF_SOMEBODY:
            for key, advice in _NEEDED.items():
                if key not in table:
                    yield f"$.deadline[{index}].{key}", f"is missing. {advice}"
