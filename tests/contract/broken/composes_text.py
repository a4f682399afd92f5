"""Characters are normalised, as some databases do."""

from __future__ import annotations

import unicodedata
from typing import Any

from attrs import evolve
from wrapped import Changing, Wrapped

CAUGHT_BY = ("LC-TEXT-001",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-TEXT-005",)


class Kept(Changing):
    """What is kept is something else."""

    def change(self, line: Any) -> Any:
        """Change it."""
        if line.kind != "case-opened":
            return line
        caption = unicodedata.normalize("NFC", line.event.caption)
        return evolve(line, event=evolve(line.event, caption=caption))


class Store(Wrapped):
    """A store that does so."""

    unit = Kept
