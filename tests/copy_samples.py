"""Stores to be copied: cases and people, several commits, somebody who was erased."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from legalcase.ports import CaseQuery, DueQuery, LineQuery
from legalcase.storage import MemoryStore, SqliteStore
from people_samples import person
from store_samples import load, new_file, noted, save

if TYPE_CHECKING:
    from pathlib import Path

    from legalcase.storage import Store

#: How many commits `filled` makes, and rows of them.
COMMITS = 6


def made(kind: str, path: Path, **how: Any) -> Store:
    """An empty store."""
    return MemoryStore(**how) if kind == "memory" else SqliteStore(path, **how)


def filled(store: Store) -> Store:
    """The store after six commits, of which one brings two streams."""
    save(store, new_file())
    with store.begin() as work:
        work.save(new_file("case-2"), person())
        work.commit()
    save(store, noted(load(store), "n1"))
    with store.begin() as work:
        work.save(person("doe"))
        work.commit()
    with store.begin() as work:
        work.erase("person:doe")
        work.commit()
    save(store, noted(noted(load(store, "case-2"), "n2"), "n3"))
    return store


def bodies(store: Store) -> dict[str, list[Any]]:
    """All lines of a store as they lie in it."""
    with store.read() as reader:
        return {
            stream: reader._once(partial(reader._stored, stream))[0]
            for stream in reader._once(reader._streams)
        }


def state(store: Store) -> dict[str, Any]:
    """All that can be asked of a store."""
    with store.read() as reader:
        return {
            "bodies": bodies(store),
            "cases": reader.find(CaseQuery()),
            "dues": reader.find(DueQuery(is_open=None)),
            "lines": reader.find(LineQuery()),
            "words": reader.find(LineQuery(text="canary")),
            "changes": reader.changes_since(None),
            "survey": reader._once(reader._survey),
            "tags": {
                stream: reader._once(partial(reader._indexed, stream, 1, 9999))
                for stream in reader._once(reader._streams)
            },
        }
