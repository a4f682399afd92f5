"""What a unit of work appended stands in its own way."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

from legalcase.errors import ConflictError

CAUGHT_BY = ("LC-COND-006",)


class Works(Unit):
    """A unit of work that does so."""

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Count its own."""
        if unless is not None and getattr(self, "has_own", False):
            raise ConflictError("Something matters.")
        super().append(lines, expected=expected, unless=unless)
        self.has_own = True


class Store(Wrapped):
    """A store that does so."""

    unit = Works
