"""A store in one file of SQLite; the one door to sqlite3."""

from legalcase.storage.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
