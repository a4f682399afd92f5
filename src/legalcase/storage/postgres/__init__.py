"""A store in a schema of PostgreSQL; the one door to psycopg and its pool."""

from legalcase.errors import MissingExtraError

try:
    from legalcase.storage.postgres.store import PostgresStore
except ImportError as error:
    # Also where psycopg is there, and finds no libpq: that names nothing.
    if not (error.name or "psycopg").startswith("psycopg"):
        raise
    _EXTRA = ("postgres", "A store in PostgreSQL", "psycopg with its pool")
    raise MissingExtraError.of(*_EXTRA) from None

__all__ = ["PostgresStore"]
