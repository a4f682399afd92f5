"""How often a commit waits for the server: whatever it brings, as often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from legalcase.storage.postgres import PostgresStore
from legalcase.storage.postgres.connections.session import Session
from legalcase.storage.postgres.statements.together import together
from legalcase.testing.store_helpers import noted, opened
from stored_samples import stored_file

if TYPE_CHECKING:
    from postgres_database import Database


@pytest.mark.parametrize("events", [1, 100])
def test_a_commit_waits_five_times(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch, events: int
) -> None:
    """It begins, and looks; begins, and locks; writes, counts and commits at once."""
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
        assert waited == ["say", "all", "say", "all", "many"]
        assert store.verify() == ()
        with store.read() as reader:
            assert len(reader.changes_since(None).rows) == 2
            assert reader.get("a").version == 1 + events


def test_rows_of_one_table_are_said_together() -> None:
    """By powers of two, each row once, and in their order."""
    statement = "INSERT INTO tag (a, b) VALUES (?, ?)"
    rows = [(number, str(number)) for number in range(100)]
    said = list(together([(statement, rows)]))
    assert [text.count("(?, ?)") for text, _ in said] == [64, 32, 4]
    assert [each for _, values in said for each in values] == [
        each for row in rows for each in row
    ]
    assert said[2][0] == f"{statement}, (?, ?), (?, ?), (?, ?)"


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO head (a) VALUES (?) ON CONFLICT (a) DO UPDATE SET a = 1",
        "DELETE FROM tag WHERE a = ?",
    ],
)
def test_what_may_meet_the_same_row_twice_is_said_row_by_row(statement: str) -> None:
    """One statement may not change a row twice."""
    said = list(together([(statement, [(1,), (1,)])]))
    assert said == [(statement, (1,)), (statement, (1,))]


def test_a_row_in_a_query_is_several_rows_there() -> None:
    """What is made of a row before it is put in stays as it is."""
    one = "INSERT INTO a (b) SELECT t.b FROM (VALUES (?::text)) AS t(b)"
    [(text, values)] = together([(one, [("x",), ("y",)])])
    assert text.endswith("FROM (VALUES (?::text), (?::text)) AS t(b)")
    assert values == ("x", "y")
