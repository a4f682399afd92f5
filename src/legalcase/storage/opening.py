"""open_store: a store by its address."""

from __future__ import annotations

import re
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from legalcase.errors import InvalidTypeError, InvalidValueError, StorageError
from legalcase.near import either, near_to
from legalcase.shown import shown
from legalcase.storage.memory.store import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.model.core import Model
    from legalcase.storage.store import Store

__all__ = ["GROUP", "open_store"]

#: The group of entry points by which other packages bring stores: a name is the word
#: before the colon of an address, and what it names is called with address and model.
GROUP: Final = "legalcase.stores"

#: What can be a word before the colon. Anything else may hold a password.
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*\Z")


def _memory(address: str, model: Model | None, **how: Any) -> MemoryStore:
    if address != "memory:":
        msg = f"{shown(address)} names a store in memory, and nothing can follow. "
        raise InvalidValueError(msg + "Pass 'memory:'.", field="address", value=address)
    return MemoryStore(model=model, **how)


def _sqlite(address: str, model: Model | None, **how: Any) -> Store:
    from legalcase.storage.sqlite.store import SqliteStore

    place = address.removeprefix("sqlite:")
    path = unquote(place.removeprefix("///"))
    if not place.startswith("///") or not path or "?" in path:
        msg = (
            f"{shown(address)} names no file. Pass 'sqlite:///cases.db' for one in "
            "this folder, or 'sqlite:////srv/cases.db' for one anywhere."
        )
        raise InvalidValueError(msg, field="address", value=address)
    return SqliteStore(path, model=model, **how)


def _postgres(address: str, model: Model | None, **how: Any) -> Store:
    from legalcase.storage.postgres import PostgresStore

    return PostgresStore(address, model=model, **how)


_OWN: Final[dict[str, Callable[..., Any]]] = {
    "memory": _memory,
    "postgres": _postgres,
    "postgresql": _postgres,
    "sqlite": _sqlite,
}


def open_store(address: str, *, model: Model | None = None, **how: Any) -> Store:
    """Return the store of an address.

    ``"memory:"``, ``"sqlite:///cases.db"`` (four slashes for a path from the root),
    ``"postgresql://user@host/name"``; other packages bring further words by the entry
    point ``legalcase.stores`` (what they give keeps the protocols in
    `legalcase.ports`, and may have no more than these). `model` says which rooms cases
    have; `how` is passed on, such as ``patience=10``. Raises `InvalidValueError` for
    an address that names no store, and what the store raises.
    """
    given: object = address
    if not isinstance(given, str):
        msg = (
            f"The address of a store is text, not {type(address).__name__}. Pass "
            "'sqlite:///cases.db', say."
        )
        raise InvalidTypeError(msg, field="address", value=None)
    word = address.partition(":")[0]
    others = {each.name: each for each in entry_points(group=GROUP)}
    if word in _OWN:
        own: Store = _OWN[word](address, model, **how)
        return own
    if word not in others:
        known = sorted((*_OWN, *others))
        near = near_to(word, known)
        meant = f" Did you mean {either(near)}?" if near else ""
        what = shown(word) if _WORD.match(word) else "This address"
        msg = (
            f"{what} names no kind of store.{meant} Begin with one of "
            f"{', '.join(f'{each}:' for each in known)}; a file is "
            "'sqlite:///cases.db', a server 'postgresql://user@host/name'."
        )
        raise InvalidValueError(msg, field="address", value=word)
    try:
        make: Callable[..., Store] = others[word].load()
    except Exception as error:
        msg = (
            f"The store {word!r} cannot be loaded ({type(error).__name__}). Install "
            "its package anew, or leave it out."
        )
        raise StorageError(msg) from error
    return make(address, model, **how)
