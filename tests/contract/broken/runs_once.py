"""What failed because others were faster is not done again."""

from __future__ import annotations

from typing import Any

from wrapped import Wrapped

CAUGHT_BY = ("LC-RUN-002",)
#: What fails with it, by the same fault.
WITH_IT = ("LC-RUN-003",)


class Store(Wrapped):
    """A store that does so."""

    def run(self, act: Any, **how: Any) -> Any:
        """Do it once."""
        return super().run(act, **{**how, "attempts": 1})
