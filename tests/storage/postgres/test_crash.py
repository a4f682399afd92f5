"""A server that crashes loses nothing that was confirmed, and halves nothing."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from legalcase.errors import ConflictError, StaleCaseError, StorageError
from legalcase.storage.postgres import PostgresStore
from legalcase.testing.store_helpers import (
    noted,
    opened,
)
from stored_samples import stored_file

if TYPE_CHECKING:
    from postgres_cluster import Cluster
    from postgres_database import Database

ROUNDS = 3


def write(
    store: PostgresStore, name: str, told: list[str], stop: threading.Event
) -> None:
    """Save a note in two cases at once, and say of each pair that it was kept."""
    number = 0
    while not stop.is_set():
        number += 1
        note_id = f"{name}-{number}"
        try:
            with store.begin() as work:
                work.save(*(noted(work.file(each), note_id) for each in ("a", "b")))
                work.commit()
        except (ConflictError, StaleCaseError):
            continue
        except StorageError:
            return
        told.append(note_id)


@pytest.mark.slow
def test_what_was_confirmed_outlives_a_crash(postgres_to_crash: Cluster) -> None:
    """Three times in the middle of four writers: all that was told is in both cases."""
    told: list[str] = []
    for turn in range(ROUNDS):
        with PostgresStore(postgres_to_crash.dsn, patience=20) as store:
            if not turn:
                stored_file(store, opened("a"))
                stored_file(store, opened("b"))
            stop = threading.Event()
            writers = [
                threading.Thread(target=write, args=(store, f"{turn}{n}", told, stop))
                for n in range(4)
            ]
            for writer in writers:
                writer.start()
            before = len(told)
            while len(told) < before + 10:
                stop.wait(0.01)
            postgres_to_crash.crash()
            stop.set()
            for writer in writers:
                writer.join()
            # The same store goes on, with new connections.
            with store.read() as reader:
                notes = [
                    {note.note_id for note in reader.get(each).notes}
                    for each in ("a", "b")
                ]
            assert notes[0] == notes[1]
            assert notes[0] >= set(told)
            assert store.verify() == ()
    assert len(told) >= 10 * ROUNDS


@pytest.mark.parametrize("case_id", ["case-1", "case-2"])
def test_of_a_commit_without_an_answer_nobody_knows(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch, case_id: str
) -> None:
    """The error says that it is not known, and to look.

    What goes on is committed with what is written; what begins, by itself.
    """
    from legalcase.storage.postgres.connections.session import Session

    said, many = Session.say, Session.many

    def cut(session: Session, text: str) -> str | None:
        if text == "COMMIT":
            postgres_database.kill()
        return said(session, text)

    def cut_many(session: Session, done: Any, then: str | None = None) -> str | None:
        if then == "COMMIT":
            postgres_database.kill()
        return many(session, done, then)

    with PostgresStore(postgres_database.dsn) as store:
        first = stored_file(store, opened("case-1"))
        file = noted(first if case_id == "case-1" else opened(case_id), "n")
        with monkeypatch.context() as patch, store.begin() as work:
            work.save(file)
            patch.setattr(Session, "say", cut)
            patch.setattr(Session, "many", cut_many)
            with pytest.raises(StorageError, match="not known whether it was kept"):
                work.commit()
        with store.read() as reader:
            assert reader.ids() == ("case-1",)
            assert reader.get("case-1").version == 1
        stored_file(store, file)


def test_a_connection_that_was_lost_while_nobody_used_it_is_another(
    postgres_database: Database,
) -> None:
    """Nobody notices that the server was started again in the night."""
    with PostgresStore(postgres_database.dsn) as store:
        file = stored_file(store, opened("case-1"))
        with store.read(), store.read(), store.begin():
            pass
        assert postgres_database.kill()
        file = stored_file(store, noted(file, "n"))
        postgres_database.kill()
        with store.read() as reader:
            assert reader.get("case-1") == file.case


def test_a_unit_whose_connection_is_lost_keeps_nothing(
    postgres_database: Database,
) -> None:
    """It says so, and the next one goes on."""
    with PostgresStore(postgres_database.dsn) as store:
        file = stored_file(store, opened("case-1"))
        with store.begin() as work:
            work.save(noted(file, "lost"))
            postgres_database.kill()
            with pytest.raises(StorageError):
                work.commit()
            with pytest.raises(StorageError, match="has failed"):
                work.commit()
        with store.read() as reader:
            postgres_database.kill()
            with pytest.raises(StorageError):
                reader.ids()
        stored_file(store, noted(file, "kept"))
        assert store.verify() == ()
