"""After something was refused, a unit of work can do nothing more."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

from legalcase.errors import CaseNotFoundError, LegalCaseError, StorageError

CAUGHT_BY = (
    "LC-UNIT-012",
    "LC-REFUSE-001",
)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-COND-008",
    "LC-REFUSE-002",
    "LC-REFUSE-003",
    "LC-REFUSE-004",
    "LC-REFUSE-006",
    "LC-REFUSE-009",
    "LC-UNIT-005",
)


class Works(Unit):
    """A unit of work that does so."""

    is_dead = False

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Die where it is refused."""
        if self.is_dead:
            raise StorageError("It has failed.")
        try:
            super().append(lines, expected=expected, unless=unless)
        except LegalCaseError:
            self.is_dead = True
            raise

    def events(self, stream: str) -> Any:
        """Die where there is nothing."""
        try:
            return super().events(stream)
        except CaseNotFoundError:
            self.is_dead = True
            raise


class Store(Wrapped):
    """A store that does so."""

    unit = Works
