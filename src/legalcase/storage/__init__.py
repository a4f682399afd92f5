"""Where cases are kept: in memory, or in one file of SQLite; and where bytes are."""

from typing import TYPE_CHECKING

from legalcase.near import no_such_name
from legalcase.storage.folder_blobs import FolderBlobs
from legalcase.storage.memory import MemoryStore
from legalcase.storage.memory_blobs import MemoryBlobs
from legalcase.storage.sealing import (
    DataKey,
    Keys,
    LocalKeys,
    Sealer,
    WrappedKey,
    tags_in_clear,
)
from legalcase.storage.sqlite.store import SqliteStore
from legalcase.storage.system_clock import SystemClock

__all__ = [
    "DataKey",
    "FolderBlobs",
    "Keys",
    "LocalKeys",
    "MemoryBlobs",
    "MemoryStore",
    "Sealer",
    "SqliteStore",
    "SystemClock",
    "WrappedKey",
    "tags_in_clear",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
