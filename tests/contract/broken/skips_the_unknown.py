"""Lines are numbered as if what is not understood had never been there."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from wrapped import Reading, Unit, Wrapped

from legalcase.kernel import UnknownEvent

CAUGHT_BY = (
    "LC-TEXT-007",
    "LC-TEXT-008",
)
#: What fails with it, by the same fault.
WITH_IT = ("LC-TEXT-006",)


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def events(self, stream: str) -> Any:
        """Close the gap."""
        lines = self.inner.events(stream)
        known = [e for e in lines if not isinstance(e.event, UnknownEvent)]
        if len(known) == len(lines):
            return lines
        return tuple(evolve(e, number=number) for number, e in enumerate(known, 1))


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
