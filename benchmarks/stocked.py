"""Stores of many cases, made quickly: a few cases are made, the others are copies.

A copy has an id, a docket number, a party and words of its own; its lines are the
text of the first ones with that name in its place, with digests, tags and rows of
their own. What comes out is what a store would have written: `verify` finds no fault.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import evolve, frozen
from raw_sqlite import ATTRIBUTE, CASE, CHANGE, DOC, DUE, EVENT_ID, HEAD, LINE, TAG

from legalcase.codec.log.chain import FIRST, digest
from legalcase.codec.log.lines import line_text
from legalcase.model import (
    CaseFile,
    CaseOpened,
    DeadlineSet,
    DeadlineTerms,
    NoteAdded,
    Ordered,
    PartyJoined,
)
from legalcase.storage import SqliteStore
from legalcase.storage.lines.rows import tags_of
from legalcase.storage.projecting import (
    case_columns,
    case_digest,
    due_columns,
    due_digest,
    projected,
    words_of,
)

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FIRST_DAY", "LAST_DAY", "Shape", "a_case", "name_of", "stocked"]

#: In its place stands the name of each copy; none is longer or shorter.
_NAME: Final = "c0000000"
#: So many cases are made; all others are copies of them.
_MADE: Final = 40
#: The days over which all that is due is spread.
FIRST_DAY: Final = date(2026, 7, 1)
LAST_DAY: Final = FIRST_DAY + timedelta(days=729)
_DAY: Final = date(2026, 6, 3)
_NOON: Final = datetime(2026, 6, 3, 12, tzinfo=UTC)
_CHUNK: Final = 1_000


@frozen
class Shape:
    """How many deadlines and notes each case has, beside its first two lines."""

    deadlines: int
    notes: int

    @property
    def lines(self) -> int:
        """How many lines that makes."""
        return 2 + self.deadlines + self.notes


def name_of(number: int) -> str:
    """Return the id of the case with a number, from 1 on."""
    return f"c{number:07}"


def a_case(shape: Shape, seed: int = 0, name: str = _NAME) -> CaseFile:
    """Return the file of a case, nothing of it saved."""
    numbers = count(1)
    by: dict[str, Any] = {"by": "clerk", "at": _NOON}
    file = CaseFile.open(
        CaseOpened(
            caption=f"Roe v. {name}",
            court="us/cand",
            number=f"3:26-{name}",
            proceeding="civil",
            happened_on=_DAY,
        ),
        case_id=name,
        ids=lambda _: f"{name}-{next(numbers)}",
        **by,
    )
    events: list[Any] = [
        PartyJoined(
            party_id=f"p-{name}", name="Roe", roles=("plaintiff",), happened_on=_DAY
        )
    ]
    for each in range(shape.deadlines):
        # A step that has no divisor in common with the days: they are all used.
        step = (seed * shape.deadlines + each) * 37 % 730
        basis = Ordered(due=FIRST_DAY + timedelta(days=step), authority="Order 12")
        terms = DeadlineTerms(title="Answer the motion", basis=basis, owner="associate")
        events.append(
            DeadlineSet(deadline_id=f"d{each}", terms=terms, happened_on=_DAY)
        )
    events += [
        NoteAdded(
            note_id=f"n{each}",
            text=f"Called about {name}; they wait for the schedule.",
            happened_on=_DAY,
        )
        for each in range(shape.notes)
    ]
    return file.record(*events, **by)


class _Made(NamedTuple):
    """The rows of one case, with its name still in the place of another."""

    lines: list[tuple[int, str, str, tuple[str, ...], str]]
    case: tuple[Any, ...]
    dues: list[tuple[Any, ...]]
    attributes: list[tuple[str, ...]]


def _made(file: CaseFile) -> _Made:
    lines = [
        (
            line.number,
            line.event_id,
            line_text(evolve(line)),
            tags_of(line),
            " ".join(words_of(line)),
        )
        for line in file.log
    ]
    listed = projected(file.case.folded)
    if listed is None:
        raise TypeError
    return _Made(
        lines,
        case_columns(listed.case),
        [due_columns(row) for row in listed.dues.values()],
        [(one.name, one.value, one.what, one.item_id) for one in listed.attributes],
    )


def _named(values: tuple[Any, ...], name: str) -> tuple[Any, ...]:
    return tuple(
        [one.replace(_NAME, name) if isinstance(one, str) else one for one in values]
    )


def _copied(made: _Made, number: int, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    """Add the rows of one copy to those that are to be written."""
    name = name_of(number)
    stream, last = f"case:{name}", FIRST
    for place, event_id, text, tags, words in made.lines:
        body = text.replace(_NAME, name)
        last = digest(stream, place, last, body.encode())
        rows[LINE].append((stream, place, body, last))
        rows[EVENT_ID].append((event_id.replace(_NAME, name), stream, place))
        rows[TAG] += [(tag.replace(_NAME, name), stream, place) for tag in tags]
        rows[DOC].append((stream, place, words.replace(_NAME, name)))
    rows[HEAD].append((stream, len(made.lines), last))
    case = _named(made.case, name)
    rows[CASE].append((*case, case_digest(case)))
    for due in made.dues:
        columns = _named(due, name)
        rows[DUE].append((columns[3] or "none", *columns, due_digest(columns)))
    for attribute in made.attributes:
        of, value, what, item_id = _named(attribute, name)
        rows[ATTRIBUTE].append((of, value, stream, what, item_id))
    rows[CHANGE].append((number, stream, 1, len(made.lines)))


def stocked(path: Path, cases: int, shape: Shape) -> None:
    """Make a store with so many cases of one shape."""
    SqliteStore(path).close()
    templates = [_made(a_case(shape, seed)) for seed in range(min(_MADE, cases))]
    connection = sqlite3.connect(path, isolation_level=None)
    # Nobody reads the file before it is whole, and nobody mourns it.
    for setting in ("synchronous=OFF", "journal_mode=OFF", "cache_size=-200000"):
        connection.execute(f"PRAGMA {setting}")
    for first in range(1, cases + 1, _CHUNK):
        rows: dict[str, list[tuple[Any, ...]]] = {
            each: []
            for each in (
                LINE,
                EVENT_ID,
                TAG,
                HEAD,
                DOC,
                CASE,
                DUE,
                ATTRIBUTE,
                CHANGE,
            )
        }
        for number in range(first, min(first + _CHUNK, cases + 1)):
            _copied(templates[number % len(templates)], number, rows)
        connection.execute("BEGIN")
        seen = connection.execute("SELECT coalesce(max(id), 0) FROM doc").fetchone()
        for statement, values in rows.items():
            connection.executemany(statement, values)
        connection.execute(
            "INSERT INTO word (rowid, words) SELECT id, words FROM doc WHERE id > ?",
            seen,
        )
        connection.execute("COMMIT")
    connection.execute("UPDATE meta SET value = 'stocked' WHERE name = 'id'")
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
