"""A mark in an id stands for any letter, as in LIKE."""

from __future__ import annotations

from typing import Any

from wrapped import Reading, Unit, Wrapped

from legalcase.ports import LineQuery

CAUGHT_BY = ("LC-TEXT-004",)


def is_like(name: str, asked: str) -> bool:
    """Tell whether a name is like another, in which _ is any letter."""
    return len(name) == len(asked) and all(
        other in {one, "_"} for one, other in zip(name, asked, strict=True)
    )


class Looks:
    """How it reads."""

    inner: Any
    store: Any

    def events(self, stream: Any) -> Any:
        """Take the first that looks like it."""
        for row in self.inner.find(LineQuery(), limit=10_000).rows:
            if isinstance(stream, str) and is_like(row.stream, stream):
                return self.inner.events(row.stream)
        return self.inner.events(stream)


class Reads(Looks, Reading):
    """A reading that does so."""


class Works(Looks, Unit):
    """A unit of work that does so."""


class Store(Wrapped):
    """A store that does so."""

    reading = Reads
    unit = Works
