"""Of what would not read back, what can be written is written."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

from legalcase.errors import InvalidValueError

CAUGHT_BY = ("LC-REFUSE-007",)


class Works(Unit):
    """A unit of work that does so."""

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Write what can be."""
        try:
            super().append(lines, expected=expected, unless=unless)
        except InvalidValueError as error:
            if "cannot be stored" not in str(error):
                raise
            super().append(lines[:-1], expected=expected, unless=unless)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
