"""What cannot have happened is taken, and nobody is told."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

from legalcase.errors import (
    CaseExistsError,
    CaseNotFoundError,
    ConflictError,
    InvalidTypeError,
    LegalCaseError,
    StaleCaseError,
    StorageError,
)

CAUGHT_BY = ("LC-REFUSE-006",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-COND-010",
    "LC-PAGE-005",
    "LC-REFUSE-002",
    "LC-REFUSE-004",
    "LC-REFUSE-007",
    "LC-REFUSE-008",
    "LC-REFUSE-009",
)


class Works(Unit):
    """A unit of work that does so."""

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Say nothing."""
        try:
            super().append(lines, expected=expected, unless=unless)
        except LegalCaseError as error:
            if isinstance(error, CaseExistsError | StaleCaseError | ConflictError):
                raise
            if isinstance(error, StorageError | CaseNotFoundError | InvalidTypeError):
                raise


class Store(Wrapped):
    """A store that does so."""

    unit = Works
