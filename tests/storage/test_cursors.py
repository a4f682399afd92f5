"""Cursors that were changed on their way: refused, or answered right; nothing else."""

from __future__ import annotations

import json
import os
import random
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import TYPE_CHECKING, Any

import pytest

from fault_samples import QUERIES, fill, sealer
from legalcase.errors import InvalidTypeError, InvalidValueError, StorageError
from legalcase.ports import AppendCondition, LineQuery
from legalcase.storage import MemoryStore, SqliteStore
from store_samples import noted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from legalcase.storage import Store

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
ROUNDS = 5_000 if THOROUGH else 600

WILD: tuple[Any, ...] = (
    *(None, True, 0, -1, 2**31, 2**62, 2**63 - 1, 2**63, -(2**63) - 1, 10**30, 1.5),
    *("", "\0", "a\0b", "\ud800", "case:", "x" * 5_000, "\U0010ffff", [], {}, [[]]),
)
NONE: tuple[Any, ...] = (
    0,
    b"",
    [],
    "null",
    "[]",
    "W10",
    "[" * 3_000,
    "=",
    "é",
    "\ud800",
)


@pytest.fixture(name="store", params=["memory", "sqlite"])
def _store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    store: Store = MemoryStore(sealer=sealer())
    if request.param == "sqlite":
        store = SqliteStore(tmp_path / "cases.db", sealer=sealer())
    with store:
        fill(store)
        yield store


def parts(cursor: str) -> Any:
    """What a cursor says."""
    return json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))


def cursor_of(said: Any) -> str:
    """A cursor that says it."""
    text = json.dumps(said, separators=(",", ":")).encode()
    return urlsafe_b64encode(text).decode().rstrip("=")


def changed(chance: random.Random, cursor: str) -> Any:
    """A cursor that is another in one place."""
    how = chance.randrange(6)
    if how == 0:
        place = chance.randrange(len(cursor))
        return cursor[:place] + chr(chance.randrange(256)) + cursor[place + 1 :]
    if how == 1:
        return cursor[: chance.randrange(len(cursor))]
    if how == 2:
        return chance.choice(NONE)
    said = parts(cursor)
    inner = said[-1] if isinstance(said[-1], list) and how > 3 else said
    place = chance.randrange(len(inner))
    if how == 5 and isinstance(inner[place], int):
        inner[place] += chance.choice([-5, 1, 2**62, 10**20])
    else:
        inner[place] = chance.choice(WILD)
    return cursor_of(said)


def test_a_changed_cursor_is_refused_or_right(store: Store) -> None:
    """Whatever it is, no other error comes, and no row that is none."""
    chance = random.Random(None if THOROUGH else 5)  # noqa: S311 - no secret
    with store.read() as reader:
        right = [set(reader.find(query, limit=1_000).rows) for query in QUERIES]
        commits = set(reader.changes_since(None, limit=1_000).rows)
        cursors = []
        for number, query in enumerate(QUERIES):
            page = reader.find(query, limit=2)
            cursors += [(number, page.next), (number, page.position)]
        cursors = [(number, cursor) for number, cursor in cursors if cursor]
        refused = answered = 0
        for _ in range(ROUNDS):
            number, cursor = chance.choice(cursors)
            wild = changed(chance, cursor or "")
            try:
                rows = reader.find(QUERIES[number], after=wild, limit=7).rows
                assert right[number].issuperset(rows)
                answered += 1
            except (InvalidValueError, InvalidTypeError):
                refused += 1
            try:
                assert commits.issuperset(reader.changes_since(wild).rows)
                answered += 1
            except (InvalidValueError, InvalidTypeError):
                refused += 1
    assert refused > ROUNDS
    assert answered > ROUNDS // 50


@pytest.mark.parametrize("position", [2**62 - 1, 2**62, 2**63 - 1, 2**63, 10**30])
def test_a_condition_of_a_far_cursor_is_answered(store: Store, position: int) -> None:
    """It says that all was seen, or is no cursor."""
    said = parts(store.ask(lambda reader: reader.find(LineQuery())).position)
    cursor = cursor_of([*said[:-1], position])
    unless = AppendCondition(LineQuery(tags=("kind:note-added",)), after=cursor)
    with store.begin() as work:
        file = noted(work.file("case-1"), "next")
        if position < 2**62:
            work.save(file, unless=unless)
            work.commit()
            return
        with pytest.raises(InvalidValueError, match="cursor"):
            work.save(file, unless=unless)


@pytest.mark.parametrize("tag", ["a:\ud800", "\udfff:a", "a", 7])
def test_what_is_no_tag_is_refused(tag: Any) -> None:
    """Half a character is in no text, and no store is asked for it."""
    with pytest.raises(InvalidTypeError, match="noun and name"):
        LineQuery(tags=(tag,))


@pytest.mark.parametrize("value", ["a\ud800", 2**63])
def test_nothing_else_comes_out_of_sqlite(tmp_path: Path, value: Any) -> None:
    """What it cannot be given is an error of ours, whoever passes it."""
    with SqliteStore(tmp_path / "cases.db") as store, store.read() as reader:
        with pytest.raises(StorageError, match="cannot hold what was given"):
            reader._all("SELECT ?", value)
        assert reader.ids() == ()
