"""It says that it is durable, and keeps nothing."""

from __future__ import annotations

from wrapped import Wrapped

CAUGHT_BY = ("LC-KEEP-002",)


class Store(Wrapped):
    """A store that does so."""

    says = frozenset({"durable"})

    def reopened(self) -> Wrapped:
        """What is there after a new start: nothing."""
        return type(self)()
