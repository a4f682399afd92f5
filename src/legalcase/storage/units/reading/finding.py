"""Finding: pages of what queries find, and of what was committed since."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from legalcase.errors import InvalidTypeError, UnsupportedQuestionError
from legalcase.ports.queries import CaseQuery, DueQuery, LineQuery, ProjectionQuery
from legalcase.ports.rows import Committed, Page
from legalcase.storage.projecting import asked_words
from legalcase.storage.units.reading.cursors import (
    check_limit,
    key_of,
    page_cursor,
    position_cursor,
    seen_of,
)
from legalcase.storage.units.reading.owning import Owning

if TYPE_CHECKING:
    from legalcase.ports.queries import Query
    from legalcase.storage.units.reading.primitives import Found

__all__ = ["Finding"]

R = TypeVar("R")

_CASE_KEY: Final = (str,)
_DUE_KEY: Final = (str, str, str, str)
_LINE_KEY: Final = (int, str, int)
_KEYS: Final = {
    CaseQuery: _CASE_KEY,
    DueQuery: _DUE_KEY,
    LineQuery: _LINE_KEY,
    ProjectionQuery: (str, str),
}


class Finding(Owning):
    """What queries find in a state of a store."""

    def find(
        self, query: Query[R], *, after: str | None = None, limit: int = 100
    ) -> Page[R]:
        """Return a page of rows that a query finds, in the order that it states."""
        return self._once(partial(self._find, query, after, check_limit(limit)))

    def _find(self, query: Any, after: str | None, limit: int) -> Page[Any]:
        start = self._start(query, after)
        store = self._identity()
        # First: what comes between two questions is not said to have been seen.
        position = position_cursor(store, self._position())
        found = self._found(query, start, limit + 1)
        rows = tuple([row for _, row in found[:limit]])
        if len(found) <= limit:
            return Page(rows, None, position)
        return Page(rows, page_cursor(store, query, found[limit - 1][0]), position)

    def _start(self, query: Any, after: str | None) -> tuple[Any, ...] | None:
        """Return the key after which a page begins; refuse what is no query."""
        if type(query) not in _KEYS:
            msg = (
                f"A store finds what a query asks for, not {type(query).__name__}. "
                "Pass CaseQuery(…), DueQuery(…), LineQuery(…) or ProjectionQuery(…)."
            )
            raise InvalidTypeError(msg, field="query", value=None)
        if after is None:
            return None
        return key_of(after, self._identity(), query, _KEYS[type(query)])

    def _found(self, query: Any, start: Any, limit: int) -> list[Found[Any]]:
        """Return what a query finds after a key, each with its own."""
        if isinstance(query, DueQuery):
            return [*self._find_dues(query, start, limit)]
        if isinstance(query, ProjectionQuery):
            self._require_own(query.name)
            return [*self._find_own(query, start, limit)]
        words = self._words(query.text)
        if isinstance(query, CaseQuery):
            return [*self._find_cases(query, words, start, limit)]
        return [*self._find_lines(query, words, start, limit)]

    def _words(self, text: str | None) -> tuple[str, ...]:
        if text is None:
            return ()
        if not self._has_text:
            msg = (
                "This store cannot search for words of a text. Leave text= out, or "
                "use one with the capability 'text'."
            )
            raise UnsupportedQuestionError(msg, field="text", value=None)
        return asked_words(text)

    def count(self, query: Query[Any]) -> int:
        """Return how many rows a query finds; `find` says what it raises."""
        return self._once(partial(self._count, query))

    def _count(self, query: Any) -> int:
        number, after = 0, None
        while True:
            page = self._find(query, after, 10_000)
            number += len(page.rows)
            if page.next is None:
                return number
            after = page.next

    def changes_since(self, cursor: str | None, *, limit: int = 100) -> Page[Committed]:
        """Return what was committed after a cursor, in the order of the commits."""
        return self._once(partial(self._changed, cursor, check_limit(limit)))

    def _changed(self, cursor: str | None, limit: int) -> Page[Committed]:
        store = self._identity()
        seen = 0 if cursor is None else seen_of("cursor", cursor, store)
        last = self._position()  # first, as above
        found = self._changes(seen, limit + 1)
        rows = tuple(
            [Committed(row.stream, row.first, row.last) for row in found[:limit]]
        )
        seen = found[:limit][-1].position if rows else max(seen, last)
        here = position_cursor(store, seen)
        return Page(rows, here if len(found) > limit else None, here)
