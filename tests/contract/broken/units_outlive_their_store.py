"""The store can be closed: units of work that are open go on."""

from __future__ import annotations

from typing import Any

from wrapped import Wrapped

from legalcase.errors import StorageError

CAUGHT_BY = ("LC-UNIT-008",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-UNIT-010",)


class Store(Wrapped):
    """A store that does so."""

    is_closed = False

    def close(self) -> None:
        """Begin nothing more."""
        self.is_closed = True

    def read(self) -> Any:
        """Refuse once it is closed."""
        return super().read() if self._is_open() else None

    def begin(self, *, by: Any = None, reason: Any = None) -> Any:
        """Refuse once it is closed."""
        return super().begin(by=by, reason=reason) if self._is_open() else None

    def _is_open(self) -> bool:
        if self.is_closed:
            raise StorageError("It is closed.")
        return True
