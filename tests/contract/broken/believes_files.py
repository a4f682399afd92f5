"""What a file says that it adds is added, whatever it is."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

from legalcase.errors import InvalidValueError

CAUGHT_BY = ("LC-REFUSE-008",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-REFUSE-002",
    "LC-REFUSE-004",
    "LC-REFUSE-006",
    "LC-REFUSE-009",
)


class Works(Unit):
    """A unit of work that does so."""

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Look at what is new alone."""
        try:
            super().append(lines, expected=expected, unless=unless)
        except InvalidValueError:
            if not isinstance(expected, dict) or 0 in expected.values() or not lines:
                raise


class Store(Wrapped):
    """A store that does so."""

    unit = Works
