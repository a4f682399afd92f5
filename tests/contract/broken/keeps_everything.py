"""What was not committed is kept, also after an error."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from wrapped import Unit, Wrapped

from legalcase.errors import StorageError

CAUGHT_BY = (
    "LC-UNIT-001",
    "LC-UNIT-002",
)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-CHANGE-001",
    "LC-ERASE-003",
    "LC-FIND-014",
    "LC-REFUSE-005",
    "LC-RUN-002",
    "LC-RUN-003",
    "LC-RUN-004",
    "LC-UNIT-004",
)


class Works(Unit):
    """A unit of work that does so."""

    def __exit__(self, kind: Any, error: Any, traceback: Any) -> Any:
        """Keep it."""
        with suppress(StorageError):
            self.inner.commit()
        return super().__exit__(kind, error, traceback)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
