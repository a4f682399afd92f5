"""Where cases are kept: in memory, or in one file of SQLite; and where bytes are."""

from typing import TYPE_CHECKING

from legalcase.near import no_such_name
from legalcase.storage.blobs.folder import FolderBlobs
from legalcase.storage.blobs.memory import MemoryBlobs
from legalcase.storage.copying import copy_store
from legalcase.storage.loading import load, load_file, save
from legalcase.storage.memory.store import MemoryStore
from legalcase.storage.opening import open_store
from legalcase.storage.sealing import DataKey, LocalKeys, Sealer, tags_in_clear
from legalcase.storage.sqlite.store import SqliteStore
from legalcase.storage.system_clock import SystemClock
from legalcase.storage.units.store import Store
from legalcase.storage.units.work import Work

__all__ = [
    "DataKey",
    "FolderBlobs",
    "LocalKeys",
    "MemoryBlobs",
    "MemoryStore",
    "Sealer",
    "SqliteStore",
    "Store",
    "SystemClock",
    "Work",
    "copy_store",
    "load",
    "load_file",
    "open_store",
    "save",
    "tags_in_clear",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
