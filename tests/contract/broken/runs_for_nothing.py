"""What was run is not committed."""

from __future__ import annotations

from typing import Any

from wrapped import Wrapped

CAUGHT_BY = ("LC-RUN-001",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-RUN-002",
    "LC-RUN-003",
    "LC-RUN-004",
    "LC-RUN-005",
)


class Store(Wrapped):
    """A store that does so."""

    def run(self, act: Any, **how: Any) -> Any:
        """Leave the commit to whoever calls."""
        with self.begin() as work:
            return how and act(work)
