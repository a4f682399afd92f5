"""What was filed at 23:00 is kept in UTC, and was filed on the next day."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from attrs import evolve
from wrapped import Changing, Wrapped

CAUGHT_BY = ("LC-KEEP-008",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-REFUSE-007",)


class Kept(Changing):
    """What is kept is something else."""

    def change(self, line: Any) -> Any:
        """Change it."""
        if line.kind != "filed":
            return line
        at = line.event.happened_at.astimezone(UTC)
        event = evolve(line.event, happened_at=at, happened_on=at.date())
        return evolve(line, event=event)


class Store(Wrapped):
    """A store that does so."""

    unit = Kept
