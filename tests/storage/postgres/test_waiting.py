"""How often a commit waits for the server: whatever it brings, as often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from legalcase.storage.postgres import PostgresStore
from legalcase.storage.postgres.session import Session
from legalcase.testing.store_helpers import noted, opened
from stored_samples import stored_file

if TYPE_CHECKING:
    from postgres_database import Database


@pytest.mark.parametrize("events", [1, 100])
def test_a_commit_waits_eight_times(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch, events: int
) -> None:
    """It begins, and looks twice; then it begins, locks, writes, counts and commits."""
    waited: list[str] = []

    def counted(real: Any) -> Any:
        def said(session: Session, *given: Any) -> Any:
            waited.append(real.__name__)
            return real(session, *given)

        return said

    for each in (Session.say, Session.all, Session.many):
        monkeypatch.setattr(Session, each.__name__, counted(each))
    with PostgresStore(postgres_database.dsn) as store:
        file = stored_file(store, opened("a"))
        for number in range(events):
            file = noted(file, f"n{number}")
        waited.clear()
        with store.begin() as work:
            work.append(file.pending, expected={"case:a": 1})
            work.commit()
        kept = ["say", "all", "all", "say", "all", "many", "all", "say"]
        assert waited == kept
        assert store.verify() == ()
        with store.read() as reader:
            assert len(reader.changes_since(None).rows) == 2
            assert reader.get("a").version == 1 + events
