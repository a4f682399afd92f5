"""A standby is read as a state that was, goes on with cursors, and is never written."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from legalcase.errors import StorageError
from legalcase.ports import LineQuery
from legalcase.storage.postgres import PostgresStore
from legalcase.testing.store_helpers import noted, opened
from postgres_cluster import PATIENCE, Cluster
from postgres_standby import Standby
from stored_samples import stored_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.storage import Store


@pytest.fixture(name="primary")
def _primary() -> Iterator[Cluster]:
    with Cluster() as cluster:
        yield cluster


def last(store: Store) -> str:
    """The cursor of all that is there."""
    with store.read() as reader:
        return reader.changes_since(None).position


def follow(standby: Store, store: Store) -> None:
    """Wait until a standby has what the store has."""
    until = time.monotonic() + PATIENCE
    while last(standby) != last(store):
        assert time.monotonic() < until
        time.sleep(0.01)


def test_a_standby_is_a_state_that_was(primary: Cluster) -> None:
    """Of one moment, also while it is behind; its cursors are those of the first."""
    with PostgresStore(primary.dsn) as store:
        file = stored_file(store, opened("a"))
        with Standby(primary) as server, PostgresStore(server.dsn) as late:
            for number in range(4):
                file = stored_file(store, noted(file, f"n{number}"))
            follow(late, store)
            assert (late.verify(), late.heads()) == ((), store.heads())
            with late.read() as reader:
                page = reader.find(LineQuery(), limit=2)
                file = stored_file(store, noted(file, "more"))
                assert reader.get("a").version == 5
            with store.read() as reader:
                rest = reader.find(LineQuery(), after=page.next).rows
                assert [row.number for row in rest] == [3, 4, 5, 6]
            follow(late, store)
            server.pause()
            file = stored_file(store, noted(file, "ahead"))
            ahead = last(store)
            with late.read() as reader:
                assert reader.get("a").version == 6
                # a cursor from ahead skips nothing of what comes
                found = reader.changes_since(ahead)
                assert (found.rows, found.position) == ((), ahead)
            server.pause(is_paused=False)
            file = stored_file(store, noted(file, "yet"))
            follow(late, store)
            with late.read() as reader:
                rows = reader.changes_since(ahead).rows
                assert [(row.first, row.last) for row in rows] == [(8, 8)]


def test_a_standby_takes_nothing_until_it_takes_over(primary: Cluster) -> None:
    """Whatever would write is refused at its beginning, with what it is."""
    with PostgresStore(primary.dsn) as store, Standby(primary) as server:
        with pytest.raises(StorageError, match="standby"):
            PostgresStore(server.dsn, schema="not_there")
        file = stored_file(store, opened("a"))
        with PostgresStore(server.dsn) as late:
            follow(late, store)
            for act in (
                late.begin,
                late.rebuild,
                late.scrub,
                lambda: late.run(lambda work: work.save(opened("b"))),
                lambda: late.publish([]),
                late.protect,
            ):
                with pytest.raises(StorageError, match="standby"):
                    act()
            cursor = last(late)
            primary.stop("immediate")
            with late.read() as reader:
                assert reader.ids() == ("a",)
            server.promote()
            stored_file(late, noted(file, "here"))
            with late.read() as reader:
                rows = reader.changes_since(cursor).rows
            assert [(row.stream, row.last) for row in rows] == [("case:a", 2)]
            assert late.verify() == ()
