"""A condition is looked at when the unit begins, and not again."""

from __future__ import annotations

from typing import Any

from wrapped import Unit, Wrapped

CAUGHT_BY = ("LC-COND-009",)


class Works(Unit):
    """A unit of work that writes only in the end."""

    def __init__(self, inner: Any, store: Any) -> None:
        super().__init__(inner, store)
        self.lines: list[Any] = []
        self.expected: dict[str, int] = {}

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """See that it could be appended, and keep it for later."""
        with self.store.inner.begin() as work:
            work.append(lines, expected=expected, unless=unless)
        self.lines += lines
        self.expected.update(expected)

    def commit(self) -> None:
        """Write it, without looking again."""
        with self.store.inner.begin() as work:
            work.append(self.lines, expected=self.expected)
            work.commit()


class Store(Wrapped):
    """A store that does so."""

    unit = Works

    def begin(self, *, by: Any = None, reason: Any = None) -> Any:
        """Begin another one beside those that are open."""
        assert (by, reason) == (None, None)
        return self.unit(self.inner.read(), self)
