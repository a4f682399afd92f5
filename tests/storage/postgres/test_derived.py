"""What PostgreSQL derives from lines: proved by verify(), made anew, nothing sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from fault_samples import SEALED, answers, fill, sealer
from legalcase.errors import StorageError
from legalcase.storage.postgres import PostgresStore

if TYPE_CHECKING:
    from postgres_database import Database

#: What is done, and what `verify` finds: of which stream.
ONE = "UPDATE legalcase.word SET word = 'other' WHERE stream = 'case:case-2' "
ONE += "AND word = 'reply' AND number = 9"
SAID = f"INSERT INTO legalcase.word VALUES ('reply', 'case:{SEALED}', 9)"  # noqa: S608 - a word of ours
LABEL = "INSERT INTO legalcase.attribute (name, value, stream, what, item_id) "
LABEL += "VALUES ('label', 'x', 'case:0', '', '')"
DAMAGE = {
    "words": ("DELETE FROM legalcase.word WHERE stream = 'case:case-2'", "case:case-2"),
    "word": (ONE, "case:case-2"),
    "sealed": (SAID, f"case:{SEALED}"),
    "nothing": (LABEL, "case:0"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_what_is_derived_is_proved_and_made_anew(
    postgres_database: Database, name: str
) -> None:
    """`verify` names the stream, and after `rebuild` all is as it was."""
    done, stream = DAMAGE[name]
    with PostgresStore(postgres_database.dsn, sealer=sealer()) as store:
        fill(store)
        wanted = answers(store)
        assert store.verify() == ()
        with psycopg.connect(postgres_database.dsn, autocommit=True) as connection:
            assert connection.execute(done).rowcount > 0
        assert [fault.stream for fault in store.verify()] == [stream]
        store.rebuild()
        assert store.verify() == ()
        assert answers(store) == wanted


def test_nothing_sealed_comes_to_light(postgres_database: Database) -> None:
    """No word of it stands in the index, also after all was made anew."""
    asked = f"SELECT count(*) FROM legalcase.word WHERE stream = 'case:{SEALED}'"  # noqa: S608 - a word of ours
    with PostgresStore(postgres_database.dsn, sealer=sealer()) as store:
        fill(store)
        store.rebuild()
        with psycopg.connect(postgres_database.dsn) as connection:
            assert connection.execute(asked).fetchone() == (0,)


def test_who_does_not_count_any_more_is_damaged(postgres_database: Database) -> None:
    """Its counter is gone: whoever asks is told, and whoever writes."""
    with PostgresStore(postgres_database.dsn, sealer=sealer()) as store:
        fill(store)
        with psycopg.connect(postgres_database.dsn, autocommit=True) as connection:
            connection.execute("DELETE FROM legalcase.counter")
        with pytest.raises(StorageError, match="does not count its commits"):
            store.verify()
