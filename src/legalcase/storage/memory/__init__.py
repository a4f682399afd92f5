"""A store in memory."""

from legalcase.storage.memory.store import MemoryStore
from legalcase.storage.memory.work import MemoryWork

__all__ = ["MemoryStore", "MemoryWork"]
