"""Events of a newer version are not given back."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Unit, Wrapped

from legalcase.kernel import UnknownEvent

CAUGHT_BY = ("LC-TEXT-007",)
#: What fails with it, by the same fault.
WITH_IT = (
    "LC-TEXT-006",
    "LC-TEXT-008",
)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def events(self, stream: str) -> Any:
        """Leave them out."""
        lines = self.inner.events(stream)
        return tuple(e for e in lines if not isinstance(e.event, UnknownEvent))


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
