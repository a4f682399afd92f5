"""Where cases are kept: in memory, or in one file of SQLite; and where bytes are."""

from typing import TYPE_CHECKING

from legalcase.near import no_such_name
from legalcase.storage.blobs.folder import FolderBlobs
from legalcase.storage.blobs.memory import MemoryBlobs
from legalcase.storage.memory import MemoryStore
from legalcase.storage.sqlite.store import SqliteStore
from legalcase.storage.system_clock import SystemClock

__all__ = ["FolderBlobs", "MemoryBlobs", "MemoryStore", "SqliteStore", "SystemClock"]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
