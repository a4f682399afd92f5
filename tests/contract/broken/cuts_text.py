"""A text has room for 4,000 letters."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Changing, Wrapped

CAUGHT_BY = ("LC-TEXT-003",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-REFUSE-007",)


class Kept(Changing):
    """What is kept is something else."""

    def change(self, line: Any) -> Any:
        """Change it."""
        if line.kind != "note-added":
            return line
        text = line.event.text
        text = text[:4000]
        return evolve(line, event=evolve(line.event, text=text))


class Store(Wrapped):
    """A store that does so."""

    unit = Kept
