"""A store around another one, in which each file of `broken` breaks one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from legalcase.storage import MemoryStore, Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.kernel import Recorded


class Reading:
    """A reading, which asks the one within."""

    def __init__(self, inner: Any, store: Wrapped) -> None:
        self.inner = inner
        self.store = store

    def events(self, stream: str) -> Any:
        """As the one within."""
        return self.inner.events(stream)

    def find(self, query: Any, *, after: Any = None, limit: Any = 100) -> Any:
        """As the one within."""
        return self.inner.find(query, after=after, limit=limit)

    def changes_since(self, cursor: Any, *, limit: Any = 100) -> Any:
        """As the one within."""
        return self.inner.changes_since(cursor, limit=limit)

    def __enter__(self) -> Any:
        """Enter the one within."""
        self.inner.__enter__()
        return self

    def __exit__(self, kind: Any, error: Any, traceback: Any) -> Any:
        """Leave the one within."""
        return self.inner.__exit__(kind, error, traceback)


class Unit(Reading):
    """A unit of work, which asks the one within."""

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """As the one within."""
        self.inner.append(lines, expected=expected, unless=unless)

    def erase(self, stream: str, **despite: Any) -> None:
        """As the one within."""
        self.inner.erase(stream, **despite)

    def commit(self) -> None:
        """As the one within."""
        self.inner.commit()


class Changing(Unit):
    """Lines are kept as something else."""

    def change(self, line: Recorded) -> Recorded:
        """Return what is kept of a line."""
        raise NotImplementedError

    def append(self, lines: Any, *, expected: Any, unless: Any = None) -> None:
        """Append what is kept."""
        if isinstance(lines, list | tuple):
            lines = [
                self.change(line) if hasattr(line, "event") else line for line in lines
            ]
        super().append(lines, expected=expected, unless=unless)


class Wrapped:
    """A store in memory, behind what a file breaks."""

    reading: ClassVar[type[Reading]] = Reading
    unit: ClassVar[type[Unit]] = Unit
    says: ClassVar[frozenset[str]] = frozenset()

    def __init__(self) -> None:
        self.inner: Any = MemoryStore(patience=1)

    @property
    def capabilities(self) -> frozenset[str]:
        """What the one within can, and what this one says besides."""
        return frozenset(self.inner.capabilities | self.says)

    def read(self) -> Any:
        """Begin to read."""
        return self.reading(self.inner.read(), self)

    def begin(self, *, by: Any = None, reason: Any = None) -> Any:
        """Begin a unit of work."""
        return self.unit(self.inner.begin(by=by, reason=reason), self)

    def run(self, act: Any, **how: Any) -> Any:
        """As every store does it."""
        return Store.run(self, act, **how)  # type: ignore[arg-type]  # begins like one

    def close(self) -> None:
        """As the one within."""
        self.inner.close()

    def heads(self) -> Any:
        """As the one within."""
        return self.inner.heads()

    def verify(self, **how: Any) -> Any:
        """As the one within."""
        return self.inner.verify(**how)

    def rebuild(self) -> Any:
        """As the one within."""
        return self.inner.rebuild()

    def reopened(self) -> Wrapped:
        """What is there after a new start."""
        return self

    def failing(self) -> Callable[[], object] | None:
        """Let what is large fail; ``None`` where that cannot be."""
        return None
