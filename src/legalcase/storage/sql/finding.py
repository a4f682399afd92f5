"""Finding: queries as statements of SQL, by the key of the row before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.storage.projecting import CASE_COLUMNS, DUE_COLUMNS, column_text
from legalcase.storage.projecting.matching import BY_ATTRIBUTE
from legalcase.storage.units.reading.readable import NO_DAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalcase.ports.queries import (
        CaseQuery,
        DueQuery,
        LineQuery,
        ProjectionQuery,
    )

__all__ = ["Asked", "cases", "dues", "lines", "own"]

_OF_CASES: Final = ", ".join(f'r."{name}"' for name in CASE_COLUMNS)
#: By which words to begin: those that many cases bear come last.
_COMMON: Final = ("court", "label", "stage", "status")
_RARE_FIRST: Final = tuple(sorted(BY_ATTRIBUTE, key=_COMMON.__contains__))
_OF_DUES: Final = ", ".join(f'd."{name}"' for name in DUE_COLUMNS)


def _name(asked: str) -> str:
    """Return a name that is asked for, as every database can be asked for it.

    None is stored that has a NUL; one that is asked for with it is another.
    """
    return column_text(asked) if "\0" in asked else asked


class Asked(NamedTuple):
    """A statement and its values."""

    statement: str
    values: list[Any]


def _days(query: CaseQuery | DueQuery, column: str, after: str = "") -> Asked:
    """Return the condition of the days; after the day `after`, its first is met."""
    found, values = [], []
    first, last = query.due_from, query.due_until
    if first is not None and first.isoformat() > after:
        found.append(f"{column} >= ?")
        values.append(first.isoformat())
    if last is not None:
        found.append(f"{column} <= ?")
        values.append(last.isoformat())
    if (first, last) != (None, None):
        found.append(f"{column} <> '{NO_DAY}'")
    return Asked(" AND ".join(found), values)


def cases(
    query: CaseQuery,
    words: Asked | None,
    noun: str,
    start: Sequence[Any] | None,
    limit: int,
) -> Asked:
    """Return the statement for rows of cases: their columns, digest."""
    asked = [
        (name, column_text(getattr(query, name)))
        for name in _RARE_FIRST
        if getattr(query, name) is not None
    ]
    source, key, where = "case_row r", "r.stream", []
    values: list[Any] = []
    if asked:
        # Those that bear the word, in the order of their streams: a page reads no
        # more of them than it has rows.
        source, key = "attribute a CROSS JOIN case_row r", "a.stream"
        where = ["a.name = ? AND a.value = ? AND a.what = '' AND r.stream = a.stream"]
        values += asked.pop(0)
    where.append(f"{key} > ?")
    values.append(start[0] if start else f"{noun}:")
    for each in asked:
        where.append(
            "EXISTS (SELECT 1 FROM attribute o WHERE o.name = ? AND o.value = ? "
            "AND o.stream = r.stream AND o.what = '')"
        )
        values += each
    days = _days(query, "day")
    if days.statement:
        where.append(
            "r.stream IN (SELECT stream FROM due_row WHERE is_open = 1 AND "  # noqa: S608 - as above
            f"{days.statement})"
        )
        values += days.values
    if words is not None:
        where.append(f"r.stream IN (SELECT stream FROM {words.statement})")  # noqa: S608 - as above
        values += words.values
    statement = (
        f"SELECT {_OF_CASES}, r.digest FROM {source} "  # noqa: S608 - words of ours
        f"WHERE {' AND '.join(where)} ORDER BY {key} LIMIT ?"
    )
    return Asked(statement, [*values, limit])


def dues(query: DueQuery, noun: str, start: Sequence[Any] | None, limit: int) -> Asked:
    """Return the statement for what is due: day, columns, digest."""
    where: list[str] = []
    values: list[Any] = []
    if query.is_open is not None:
        where.append("d.is_open = ?")
        values.append(int(query.is_open))
    # An index serves one condition on where to begin, and not two: with both, each
    # page would read all those before it.
    days = _days(query, "d.day", start[0] if start else "")
    if days.statement:
        where.append(days.statement)
        values += days.values
    if query.what is not None:
        where.append("d.what = ?")
        values.append(query.what)
    if query.case_id is not None:
        where.append("d.stream = ?")
        values.append(_name(f"{noun}:{query.case_id}"))
    for name in ("assignee", "rule", "label"):
        value = getattr(query, name)
        if value is not None:
            where.append(
                "EXISTS (SELECT 1 FROM attribute a WHERE a.name = ? AND a.value = ? "
                "AND a.stream = d.stream AND a.what = d.what "
                "AND a.item_id = d.item_id)"
            )
            values += [name, column_text(value)]
    if start is not None:
        where.append("(d.day, d.stream, d.what, d.item_id) > (?, ?, ?, ?)")
        values += start
    statement = (
        f"SELECT d.day, {_OF_DUES}, d.digest "  # noqa: S608 - words of ours
        f"FROM due_row d WHERE {' AND '.join(where) or '1 = 1'} "
        "ORDER BY d.day, d.stream, d.what, d.item_id LIMIT ?"
    )
    return Asked(statement, [*values, limit])


def own(
    query: ProjectionQuery, noun: str, start: Sequence[Any] | None, limit: int
) -> Asked:
    """Return the statement for a list of others: key, stream, body, digest."""
    where = ["o.projection = ?"]
    values: list[Any] = [query.name]
    if query.case_id is not None:
        where.append("o.stream = ?")
        values.append(_name(f"{noun}:{query.case_id}"))
    for key, sign in ((query.key_from, ">="), (query.key_until, "<=")):
        if key is not None:
            where.append(f'o."key" {sign} ?')
            values.append(key)
    if start is not None:
        where.append('(o."key", o.stream) > (?, ?)')
        values += start
    statement = (
        'SELECT o."key", o.stream, o.body, o.digest FROM own_row o '  # noqa: S608 - words of ours
        f'WHERE {" AND ".join(where)} ORDER BY o."key", o.stream LIMIT ?'
    )
    return Asked(statement, [*values, limit])


#: The kind of a line: of its tags, the one that says it. It is found by the index of
#: lines, and has to stand in that of tags as well: no digest is bound to it.
_KIND: Final = (
    "(SELECT substr(k.tag, 6) FROM tag k WHERE k.stream = t.stream "
    "AND k.number = t.number AND substr(k.tag, 1, 5) = 'kind:' AND EXISTS ("
    "SELECT 1 FROM tag p WHERE p.tag = k.tag AND p.stream = k.stream "
    "AND p.number = k.number))"
)


def lines(
    query: LineQuery, words: Asked | None, start: Sequence[Any] | None, limit: int
) -> Asked:
    """Return the statement for lines: position, stream, number, kind."""
    tags = [_name(tag) for tag in query.tags]
    marks = ", ".join("?" * len(tags))
    tagged = f"(SELECT DISTINCT stream, number FROM tag WHERE tag IN ({marks}))"  # noqa: S608 - marks alone
    where: list[str] = []
    values: list[Any] = []
    if query.tags and start is None:
        # All that ever bore the tag: by the index of tags.
        source = tagged
        values += tags
    else:
        # What came since: by the commits, which are few.
        source = "event_id"
        if query.tags:
            where.append(
                "EXISTS (SELECT 1 FROM tag o WHERE o.stream = t.stream "  # noqa: S608 - as above
                f"AND o.number = t.number AND o.tag IN ({marks}))"
            )
            values += tags
    if words is not None:
        where.append(
            f"EXISTS (SELECT 1 FROM {words.statement} AND found.stream = t.stream "  # noqa: S608 - as above
            "AND found.number = t.number)"
        )
        values += words.values
    if start is not None:
        where.append("c.position >= ?")
        where.append("(c.position, c.stream, t.number) > (?, ?, ?)")
        values += [start[0], *start]
    statement = (
        f"SELECT c.position, c.stream, t.number, {_KIND} "  # noqa: S608 - words of ours
        f"FROM change c JOIN {source} t ON t.stream = c.stream "
        "AND t.number BETWEEN c.first AND c.last "
        f"WHERE {' AND '.join(where) or '1 = 1'} "
        "ORDER BY c.position, c.stream, t.number LIMIT ?"
    )
    return Asked(statement, [*values, limit])
