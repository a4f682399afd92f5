"""Hints: what is meant by a key, or a word, that stands at a place not its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.law.files.schema.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["key_above", "key_meant", "word_of_others"]

#: What stands in the files for what a writer may call otherwise.
_MEANT: Final = {
    "date": ("on", "from"),
    "day": ("on", "falls"),
    "from": ("on",),
    "on": ("from", "falls"),
    "to": ("through",),
    "until": ("through",),
}


def key_meant(key: str, known: Collection[str], table: Collection[str]) -> str:
    """Return the key of a table for which a common word stands there, or ``""``."""
    for meant in _MEANT.get(key, ()):
        if meant in known and meant not in table:
            return meant
    return ""


def key_above(key: str, path: str) -> str:
    """Say that a key belongs to a table above, if it does: a header came before it.

    In TOML what follows the header of a sub-table belongs to that.
    """
    steps = [step.partition("[")[0] for step in path.split(".")[1:]]
    for place in range(len(steps) - 1, 0, -1):
        name = steps[place - 1]
        if {key, f"{key}?"} & TABLES.get(name, {}).keys():
            header = ".".join(steps)
            return (
                f"is no key of {header}, and one of {name}. Move it there: what stands "
                f"below the header [{header}] belongs to that."
            )
    return ""


def word_of_others(places: tuple[str, ...]) -> str:
    """Say which jurisdictions have a word for themselves alone."""
    if not places:
        return ""
    said = ", ".join(places)
    return (
        f"It is a word of {said} alone. Add it, with its meaning here, to the "
        "jurisdiction's own vocabulary.toml."
    )
