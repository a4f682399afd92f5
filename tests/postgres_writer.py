"""What a process of its own does to a store: it imports this, and no test."""

from __future__ import annotations

from legalcase.storage.postgres import PostgresStore
from legalcase.testing.store_helpers import noted


def add_note(store: PostgresStore, note_id: str) -> None:
    """Add a note to what is there, however often that takes."""
    store.run(lambda work: work.save(noted(work.file("case-1"), note_id)), attempts=200)


def write_notes(dsn: str, name: str, isolation: str, count: int) -> None:
    """Add some, one after the other."""
    with PostgresStore(dsn, isolation=isolation) as store:
        for number in range(count):
            add_note(store, f"{name}-{number}")
