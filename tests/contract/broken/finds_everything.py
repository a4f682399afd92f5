"""A case that is not there has an empty log."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Unit, Wrapped

from legalcase.errors import CaseNotFoundError

CAUGHT_BY = ("LC-KEEP-015",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-ERASE-001",
    "LC-ERASE-002",
    "LC-ERASE-003",
    "LC-TEXT-004",
    "LC-UNIT-001",
    "LC-UNIT-002",
    "LC-UNIT-007",
    "LC-UNIT-012",
)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def events(self, stream: str) -> Any:
        """Return what there is."""
        try:
            return self.inner.events(stream)
        except CaseNotFoundError:
            return ()


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
