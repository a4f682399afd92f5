"""Names of the law's files: where one can stand, and of which sort it is there."""

from __future__ import annotations

from typing import Final

__all__ = ["PLACES", "WHERE", "is_hidden", "is_name", "sort_of"]

_SORTS: Final = {
    "jurisdiction.toml": "jurisdiction",
    "calendar.toml": "calendar",
    "courts.toml": "courts",
    "sources.toml": "sources",
    "vocabulary.toml": "vocabulary",
}
_FOLDERS: Final = {
    "calendars": "calendar",
    "counting": "counting",
    "courts": "courts",
    "deadlines": "deadlines",
    "local-rules": "local-rules",
    "clocks": "clocks",
}
#: Where a file of the law can stand, as an error lists it.
WHERE: Final = ", ".join((*_SORTS, *(f"{name}/…" for name in _FOLDERS)))
#: What stands in the folder of a jurisdiction, and nowhere else.
PLACES: Final = frozenset({*_SORTS, *_FOLDERS}) - {"vocabulary.toml"}
#: What a file of the law, and a folder, can be called. What is asked for by another
#: name does not exist: no id leads out of the folder, or to a file of another sort.
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_./")
_MOST_FOLDERS: Final = 3
_LONGEST_NAME: Final = 200


def is_name(name: str) -> bool:
    """Tell whether a file or folder of the law can be called so, below its folder."""
    if len(name) > _LONGEST_NAME or not _LETTERS.issuperset(name):
        return False
    parts = name.split("/")
    return len(parts) <= _MOST_FOLDERS and all(
        part[:1].isalnum() and part[-1].isalnum() for part in parts
    )


def is_hidden(name: str) -> bool:
    """Tell whether a tool keeps something there (``.git``, ``__pycache__``)."""
    return name.startswith((".", "__"))


def sort_of(name: str) -> str:
    """Return the sort of a file by its place; ``""`` if it has none there."""
    parts = name.split("/")
    if len(parts) == 1:
        return "vocabulary" if parts[0] == "vocabulary.toml" else ""
    if len(parts) == len(("jurisdiction", "file")):
        return _SORTS.get(parts[1], "")
    if len(parts) == len(("jurisdiction", "folder", "file")):
        return _FOLDERS.get(parts[1], "")
    return ""
