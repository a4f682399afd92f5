"""How a line and its words are said to PostgreSQL, and what is asked before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["LINE_SAID", "WORDS_SAID", "Foreseen"]

#: A line, and once more what it says, where ``jsonb`` takes it.
LINE_SAID: Final = (
    "INSERT INTO line (stream, number, body, digest, data) "
    "SELECT t.stream, t.number, t.body, t.digest, "
    "CASE WHEN t.fits THEN t.body::jsonb END "
    "FROM (VALUES (?::text, ?::integer, ?::text, ?::bytea, ?::boolean)) "
    "AS t(stream, number, body, digest, fits)"
)
WORDS_SAID: Final = (
    "INSERT INTO word (word, stream, number) SELECT w.one, t.stream, t.number "
    "FROM (VALUES (?::text, ?::integer, ?::text[])) AS t(stream, number, words), "
    "unnest(t.words) AS w(one)"
)


class Foreseen(NamedTuple):
    """Ids of events that come, and which of them is taken, once that was asked."""

    ids: Sequence[str]
    taken: str | None = None
    is_asked: bool = False
