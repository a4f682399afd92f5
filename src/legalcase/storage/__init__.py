"""Where cases are kept: in memory, or in one file of SQLite; and where bytes are."""

from typing import TYPE_CHECKING

from legalcase.near import no_such_name
from legalcase.storage.blobs.folder import FolderBlobs
from legalcase.storage.blobs.memory import MemoryBlobs
from legalcase.storage.copying import copy_store
from legalcase.storage.corpus import conflict_index, nobody_since
from legalcase.storage.guarding.guard import Guard
from legalcase.storage.guarding.store import GuardedStore
from legalcase.storage.loading import load, load_file, save
from legalcase.storage.memory.store import MemoryStore
from legalcase.storage.opening import open_store
from legalcase.storage.sealing import DataKey, LocalKeys, Sealer, tags_in_clear
from legalcase.storage.sqlite.store import SqliteStore
from legalcase.storage.store import Store
from legalcase.storage.system_clock import SystemClock
from legalcase.storage.units.work import Work

__all__ = [
    "DataKey",
    "FolderBlobs",
    "Guard",
    "GuardedStore",
    "LocalKeys",
    "MemoryBlobs",
    "MemoryStore",
    "PostgresStore",
    "Sealer",
    "SqliteStore",
    "Store",
    "SystemClock",
    "Work",
    "conflict_index",
    "copy_store",
    "load",
    "load_file",
    "nobody_since",
    "open_store",
    "save",
    "tags_in_clear",
]


if TYPE_CHECKING:
    from legalcase.storage.postgres import PostgresStore
else:

    def __getattr__(name: str) -> object:
        # psycopg is loaded by whoever uses it; without it, that says what to install.
        if name == "PostgresStore":
            from legalcase.storage.postgres import PostgresStore

            return PostgresStore
        raise no_such_name(__name__, name, __all__)
