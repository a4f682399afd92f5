"""A store that was closed goes on."""

from __future__ import annotations

from wrapped import Wrapped

CAUGHT_BY = ("LC-UNIT-008",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-UNIT-010",)


class Store(Wrapped):
    """A store that does so."""

    def close(self) -> None:
        """Do nothing."""
