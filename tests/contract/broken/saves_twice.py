"""A second case of an id is taken, and nobody is told."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from wrapped import Unit, Wrapped

from legalcase.errors import CaseExistsError

CAUGHT_BY = ("LC-REFUSE-001",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-UNIT-004",)


class Works(Unit):
    """A unit of work that does so."""

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Take it."""
        with suppress(CaseExistsError):
            super().append(lines, expected=expected, unless=unless)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
