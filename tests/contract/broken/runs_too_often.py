"""One attempt more than was allowed."""

from __future__ import annotations

from typing import Any

from wrapped import Wrapped

CAUGHT_BY = ("LC-RUN-003",)


class Store(Wrapped):
    """A store that does so."""

    def run(self, act: Any, **how: Any) -> Any:
        """Do it once more."""
        return super().run(act, **{**how, "attempts": how.get("attempts", 10) + 1})
