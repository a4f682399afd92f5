"""Keeping: the last steps of a unit of work, in the order in which others wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import Factory, define

from legalcase.storage.lines.appending import check_count, erased
from legalcase.storage.lines.rows import named_after
from legalcase.storage.own import moved
from legalcase.storage.postgres.asking import POSITION
from legalcase.storage.postgres.connections.refusals import damaged, faster
from legalcase.storage.sql.finding import lines
from legalcase.storage.sql.reading import MARKED, marks_of
from legalcase.storage.sql.writing import CHANGE, marks_written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from legalcase.errors import StorageError
    from legalcase.ports.queries import LineQuery
    from legalcase.storage.lines.rows import Last
    from legalcase.storage.own import Step
    from legalcase.storage.postgres.connections.session import Session
    from legalcase.storage.postgres.transactions.ways import Way
    from legalcase.storage.sql.writing import Many

__all__ = ["Keeping", "check_heads", "kept"]


@define
class Keeping:
    """What a unit of work brings, and what it rests on.

    `bases` are the numbers of lines that its streams had before, `ends` where they
    end now, `changes` what it brings, `unless` what may not have been committed after
    which position, `position` that after which nothing at all may have been, `name`
    by what cursors know the store, if that is not its own to choose, `steps` what it
    found of lists of others, and did to them.
    """

    changes: list[tuple[str, int, int]] = Factory(list)
    bases: Mapping[str, int] = Factory(dict)
    ends: Mapping[str, Last] = Factory(dict)
    unless: list[tuple[LineQuery, int]] = Factory(list)
    position: int | None = None
    steps: Mapping[str, Step] = Factory(dict)
    name: str | None = None

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to look at once nobody else commits."""
        is_begun = all(self.bases.values()) and len(self.bases) == len(self.changes)
        return is_begun and not (self.unless or self.steps) and self.position is None


#: What a unit brings, at the next positions. It is committed in the same breath, so
#: that others wait as shortly as can be; without a counter there is no position, which
#: the table does not take, and nothing is committed.
_COUNTED: Final = """
    WITH taken AS (
        UPDATE counter SET position = position + ? WHERE shard = 0 RETURNING position
    )
    INSERT INTO change (position, stream, first, last)
    SELECT (SELECT position FROM taken) - ? + c.place, c.stream, c.first, c.last
    FROM unnest(?::text[], ?::integer[], ?::integer[])
        WITH ORDINALITY AS c(stream, first, last, place)
"""


def kept(way: Way, rests: Keeping, done: Sequence[Many]) -> None:
    """Write what a unit brings, see that it rests on nothing that has gone, commit.

    The counter comes last: whoever has its row alone commits, and what is seen then
    is all that was committed before. Raises `StaleCaseError` and `ConflictError`.
    """
    way.before_keeping()
    session = way.session
    if way.is_replayed:
        check_heads(session, rests.bases, is_locked=True)
    if rests.changes and rests.is_settled:
        way.commit([*done, (_COUNTED, [_columns(rests)])])
        return
    session.many(done)
    if rests.changes:
        first = _first_position(session, len(rests.changes))
        _check(session, rests, first, is_walled=way.is_walled)
        session.many(_changed(rests, first))
        _mark(session, rests, first - 1)
    elif rests.steps:
        found = session.all(f"{POSITION} FOR UPDATE")
        _mark(session, rests, int(found[0][0]))
    way.commit()


def check_heads(
    session: Session, bases: Mapping[str, int], *, is_locked: bool = False
) -> None:
    """See that streams that have begun end where a unit expects it.

    Raises `StaleCaseError` or `CaseNotFoundError`. If it is locked, they stay so.
    """
    begun = sorted(stream for stream, number in bases.items() if number)
    if not begun:
        return
    found = dict(
        session.all(
            "SELECT stream, count FROM head WHERE stream = ANY(?::text[]) "  # noqa: S608 - words of ours
            f"ORDER BY stream{' FOR UPDATE' if is_locked else ''}",
            begun,
        )
    )
    for stream in begun:
        check_count(stream, bases[stream], found.get(stream, 0))


def _first_position(session: Session, count: int) -> int:
    found = session.all(
        "UPDATE counter SET position = position + ? WHERE shard = 0 RETURNING position",
        count,
    )
    if not found:
        raise _uncounted(session)
    return int(found[0][0]) - count + 1


def _uncounted(session: Session) -> StorageError:
    what = "it does not count its commits any more"
    return damaged(session.label, what)


def _check(session: Session, rests: Keeping, first: int, *, is_walled: bool) -> None:
    """See that nothing was committed on which a unit does not rest any more."""
    if rests.position not in (None, first - 1):
        raise faster()
    for query, seen in rests.unless:
        if is_walled:
            # What stands behind the wall is not seen, and counts.
            has_come = first - 1 > seen
        else:
            asked = lines(query, None, (seen + 1, "", 0), 1)
            has_come = bool(session.all(asked.statement, *asked.values))
        if has_come:
            raise faster()
    new = [stream for stream, number in rests.bases.items() if not number]
    if new:
        gone = session.all(
            "SELECT stream FROM erased WHERE stream = ANY(?::text[])", new
        )
        if gone:
            raise erased(gone[0][0])


def _columns(rests: Keeping) -> tuple[Any, ...]:
    count = len(rests.changes)
    streams, firsts, lasts = zip(*rests.changes, strict=True)
    return (count, count, list(streams), list(firsts), list(lasts))


def _mark(session: Session, rests: Keeping, before: int) -> None:
    """Write up to where lists of others go; raises `ConflictError`.

    `before` is the position of the last commit, while nobody else commits.
    """
    if not rests.steps:
        return
    there = marks_of(session.all(MARKED))
    marks = {}
    for name, step in rests.steps.items():
        mark = moved(step, there.get(name), before, before + len(rests.changes))
        if mark is not None:
            marks[name] = mark
    session.many(marks_written(marks, there))


def _changed(rests: Keeping, first: int) -> list[Many]:
    values: list[tuple[Any, ...]] = [
        (first + number, *each) for number, each in enumerate(rests.changes)
    ]
    done: list[Many] = [(CHANGE, values)]
    if first == 1:
        end = rests.ends.get(rests.changes[0][0])
        name = rests.name or named_after(end)
        done.append(("UPDATE meta SET value = ? WHERE name = 'id'", [(name,)]))
    return done
