"""Every instant is kept in UTC: the same one, on another clock."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from attrs import evolve
from wrapped import Changing, Wrapped

CAUGHT_BY = ("LC-KEEP-007",)


class Kept(Changing):
    """What is kept is something else."""

    def change(self, line: Any) -> Any:
        """Change it."""
        if line.kind != "hearing-set":
            return line
        at = line.event.hearing_at.astimezone(UTC)
        return evolve(line, event=evolve(line.event, hearing_at=at))


class Store(Wrapped):
    """A store that does so."""

    unit = Kept
