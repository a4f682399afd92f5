"""Where cases are kept: in memory, or in one file of SQLite."""

from legalcase.storage.memory import MemoryStore
from legalcase.storage.sqlite.store import SqliteStore
from legalcase.storage.system_clock import SystemClock

__all__ = ["MemoryStore", "SqliteStore", "SystemClock"]
