"""PostgresWork: one unit of work on a `PostgresStore`."""

from __future__ import annotations

from functools import partial
from os import getpid
from typing import TYPE_CHECKING, Any, TypeVar

from legalcase.errors import StaleCaseError, StorageError
from legalcase.ports.keys import WrappedKey
from legalcase.storage.lines.snapshots import Snapshot
from legalcase.storage.own import Mark, OwnRow
from legalcase.storage.postgres.asking import POSITION, PostgresReading, cut
from legalcase.storage.postgres.connections.refusals import is_race
from legalcase.storage.postgres.statements.jsonb import is_jsonb
from legalcase.storage.postgres.statements.said import LINE_SAID, WORDS_SAID, Foreseen
from legalcase.storage.postgres.transactions.keeping import Keeping, kept
from legalcase.storage.sql.reading import (
    KEY_OF,
    MARKED,
    OWN_OF,
    SNAPSHOT_OF,
    marks_of,
)
from legalcase.storage.sql.writing import LINE, Many, SqlWork
from legalcase.storage.units.reading.cursors import seen_of
from legalcase.storage.units.reading.primitives import Standing
from legalcase.storage.units.turns import Turns
from legalcase.storage.units.unit import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from legalcase.model.core import Model
    from legalcase.ports.queries import AppendCondition
    from legalcase.ports.rows import Fault
    from legalcase.storage.lines.folds import Folds
    from legalcase.storage.lines.rows import Last
    from legalcase.storage.own import Key, Registered
    from legalcase.storage.postgres.connections.session import Session
    from legalcase.storage.postgres.transactions.ways import Way
    from legalcase.storage.sealing import Sealer
    from legalcase.storage.units.reading.giving import Portion
    from legalcase.storage.units.work import By, Rows

__all__ = ["PostgresWork"]

T = TypeVar("T")


class PostgresWork(PostgresReading, SqlWork):
    """A unit of work on a `PostgresStore`: others work at the same time.

    What it writes waits until it is committed, or until it reads what it has written.
    `way` says in which transactions it reads, writes and is kept.
    """

    def __init__(
        self,
        way: Way,
        model: Model,
        folds: Folds,
        sealer: Sealer | None,
        projections: tuple[Registered, ...],
        by: By | None,
        *,
        patience: float,
        require: Callable[[], object],
    ) -> None:
        # Its turn is its own: nobody waits for it but in the database.
        super().__init__(
            Turns(patience), way.undo, model, folds, sealer, projections, by=by
        )
        self._way = way
        self._label, self._schema = way.label, way.schema
        self._process = getpid()
        self._require_store = require
        self._waiting: list[Many] = []
        self._said: list[Many] = []
        self._ends: dict[str, Last] = {}
        self._places: dict[str, tuple[str, int]] = {}
        self._keys: dict[str, WrappedKey] = {}
        self._foreseen: Foreseen | None = None
        self._rests = Keeping()

    def begin(self) -> None:
        """Begin to read; raises `StorageError` if that cannot be now."""
        self.turns.take(self.turn)
        self._way.begin()

    def end(self) -> None:
        """Roll back what was not committed, and give the connection back."""
        super().end()
        self._way.settle()

    def _require_turn(self) -> None:
        self._require_store()
        super()._require_turn()

    def _do(self, act: Callable[[Session], T]) -> T:
        """Do one step. Until it has succeeded, the unit of work counts as failed.

        After an error PostgreSQL does nothing more in a transaction.
        """
        self._require_open()
        self.cause = UNFINISHED
        try:
            done = act(self._way.session)
        except StorageError as error:
            failure = self._understood(error)
            self.cause = str(failure)
        else:
            self.cause = None
            return done
        raise failure

    def _understood(self, error: StorageError) -> StorageError:
        """Return what it was: of a race, whether somebody saved the case first."""
        if is_race(error) and self._first:
            bases = {stream: number - 1 for stream, number in self._first.items()}
            try:
                self._way.look_again(bases)
            except StaleCaseError as stale:
                return stale
            except StorageError:
                return error
        return error

    def _all(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self._do(partial(self._told_and_asked, statement, values))

    def _told_and_asked(
        self, statement: str, values: tuple[object, ...], session: Session
    ) -> list[tuple[Any, ...]]:
        if self._waiting:
            self._way.before_writing()
            session.many(self._waiting)
            self._said += self._waiting
            self._waiting = []
        return session.all(statement, *values)

    def _asked(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Ask for what cannot be among that which waits to be written."""
        return self._do(lambda session: session.all(statement, *values))

    def _last(self, stream: str) -> Last:
        if stream in self._ends:
            return self._ends[stream]
        return super()._last(stream)

    def _place(self, event_id: str) -> tuple[str, int] | None:
        if event_id in self._places:
            return self._places[event_id]
        return super()._place(event_id)

    def _standing(self, stream: str) -> Standing:
        if not self._waiting and not self._said:
            if self._foreseen is None or self._foreseen.is_asked:
                return super()._standing(stream)
            standing, taken = self._standing_and_taken(stream, self._foreseen.ids)
            self._foreseen = Foreseen(self._foreseen.ids, taken, is_asked=True)
            return standing
        # Of what this unit has written, most is at hand.
        return Standing(self._last(stream), self._is_erased(stream), self._key(stream))

    def _foresee(self, event_ids: Sequence[str]) -> None:
        self._foreseen = Foreseen(event_ids)

    def _taken(self, event_ids: Sequence[str]) -> str | None:
        here = next((each for each in event_ids if each in self._places), None)
        if here is not None:
            return here
        foreseen, self._foreseen = self._foreseen, None
        if foreseen is not None and foreseen.is_asked and foreseen.ids is event_ids:
            return foreseen.taken
        return super()._taken(event_ids)

    def _snapshot(self, stream: str) -> Snapshot | None:
        # An older one is none the worse: what came since is read with it.
        found = self._asked(SNAPSHOT_OF, stream)
        return Snapshot(*found[0]) if found else None

    def _own(self, stream: str) -> dict[Key, OwnRow]:
        # What this unit has written of it, it knows.
        found = [OwnRow(*row) for row in self._asked(OWN_OF, stream)]
        return {(row.projection, row.key): row for row in found}

    def _marked(self) -> tuple[int, dict[str, Mark]]:
        found = self._asked(POSITION)
        return int(found[0][0]), marks_of(self._asked(MARKED))

    def _put_key(self, stream: str, wrapped: WrappedKey) -> None:
        super()._put_key(stream, wrapped)
        self._keys[stream] = wrapped

    def _key(self, stream: str) -> WrappedKey | None:
        if stream in self._keys:
            return self._keys[stream]
        found = self._asked(KEY_OF, stream)
        return WrappedKey(*found[0]) if found else None

    def _many(self, done: Iterable[Many]) -> None:
        self._require_open()
        for statement, values in done:
            if statement == LINE:
                lines = [(*row, is_jsonb(row[2])) for row in values]
                self._waiting.append((LINE_SAID, lines))
            elif values:
                self._waiting.append((statement, values))

    def _write(self, batches: Sequence[Rows]) -> None:
        super()._write(batches)
        for stream, rows, last in batches:
            self._ends[stream] = last
            for row in rows:
                self._places[row.line.event_id] = (stream, row.line.number)

    def _words_written(
        self, stream: str, rows: Iterable[tuple[int, str]]
    ) -> list[Many]:
        found = [
            (stream, number, sorted({cut(word) for word in words.split(" ")}))
            for number, words in rows
            if words
        ]
        return [(WORDS_SAID, found)] if found else []

    def _words_dropped(self, stream: str) -> list[Many]:
        return [("DELETE FROM word WHERE stream = ?", [(stream,)])]

    def _all_words_dropped(self) -> list[Many]:
        return [("DELETE FROM word", [()])]

    def _require(self, unless: AppendCondition | None) -> None:
        super()._require(unless)
        if unless is not None:
            seen = seen_of("after", unless.after, self._identity())
            self._rests.unless.append((unless.query, seen))

    def erase(
        self,
        stream: str,
        *,
        despite_hold: str | None = None,
        by: str | None = None,
        at: datetime | None = None,
    ) -> None:
        """Delete an entry of the directory, with all that is derived from it."""
        self._require_open()
        self._way.require_all("erase somebody")
        # That no hold forbids it is asked of all cases: none may come meanwhile.
        if self._rests.position is None:
            self._rests.position = self._position()
        super().erase(stream, despite_hold=despite_hold, by=by, at=at)

    def _erase(self, stream: str) -> None:
        super()._erase(stream)
        self._keys.pop(stream, None)
        self._ends.pop(stream, None)
        self._places = {i: at for i, at in self._places.items() if at[0] != stream}

    def _verify(self, anchors: list[tuple[str, int, str]]) -> tuple[Fault, ...]:
        self._way.require_all("verify it")
        return super()._verify(anchors)

    def rebuild(
        self,
        progress: Callable[[int, int], object] | None = None,
        *,
        is_lenient: bool = False,
    ) -> int:
        """Make anew what is derived from the lines, while nobody else commits."""
        self._begin_alone("rebuild it", "rebuild()")
        return super().rebuild(progress, is_lenient=is_lenient)

    def rotate_keys(self, progress: Callable[[int, int], object] | None = None) -> int:
        """Wrap the keys of sealed streams anew, while nobody else commits."""
        # A key that is dropped meanwhile must not come back.
        self._begin_alone("wrap its keys anew", "rotate_keys()")
        return super().rotate_keys(progress)

    def catch_up(self) -> int:
        """Bring lists of others where the logs are, while nobody else commits."""
        self._begin_alone("bring its lists up to date", "catch_up()")
        return super().catch_up()

    def _sees_all(self) -> bool:
        return not self._way.is_walled

    def _mark(self, count: int) -> None:
        # Where they go is known when nobody else commits.
        del count
        self._rests.steps = self._steps

    def _begin_alone(self, what: str, call: str) -> None:
        self._require_open()
        self._way.require_all(what)
        if self._waiting or self._said:
            msg = (
                f"This unit of work has written something already. To {what}, call "
                f"store.{call}, in a unit of its own."
            )
            raise StorageError(msg)
        self._do(lambda _: self._way.alone())

    def say_rows(self, version: str) -> None:
        """Say which version of lists the store has."""
        self._many([("UPDATE meta SET value = ? WHERE name = 'rows'", [(version,)])])

    def _write_changes(self, changes: Sequence[tuple[str, int, int]]) -> None:
        self._rests.changes = list(changes)
        self._rests.name = self._named

    def _take(self, portion: Portion) -> None:
        # Of a copy nobody else may commit anything in between.
        self._rests.position = portion.after
        super()._take(portion)

    def _keep_all(self) -> None:
        """Commit: once this returns, it is on the server's disk."""
        bases = {stream: number - 1 for stream, number in self._first.items()}
        done = self._way.is_replayed and [*self._said, *self._waiting]
        rests = self._rests
        if self._said or self._waiting or rests.changes or rests.steps:
            self._rests.bases = bases
            self._rests.ends = self._ends
            self._do(lambda _: kept(self._way, self._rests, done or self._waiting))
        self._folds.keep(self._made)
        self._folds.drop(self._gone)
        self.end()
