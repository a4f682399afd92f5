"""What was erased is hidden, as long as the unit lasts."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

from legalcase.errors import CaseNotFoundError

CAUGHT_BY = ("LC-ERASE-001",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-CHANGE-008",
    "LC-ERASE-002",
    "LC-ERASE-003",
    "LC-ERASE-004",
    "LC-ERASE-005",
    "LC-ERASE-006",
    "LC-VERIFY-004",
)


class Works(Unit):
    """A unit of work that does so."""

    def erase(self, stream: str, **despite: Any) -> None:
        """Hide it."""
        if not despite and stream.startswith("person:") and self.inner.events(stream):
            self.hidden = stream

    def events(self, stream: str) -> Any:
        """Leave out what is hidden."""
        if stream == getattr(self, "hidden", None):
            raise CaseNotFoundError("Hidden.", case_id=stream)
        return super().events(stream)


class Store(Wrapped):
    """A store that does so."""

    unit = Works
