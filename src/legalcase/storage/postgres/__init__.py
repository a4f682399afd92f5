"""A store in a schema of PostgreSQL; the one door to psycopg and its pool."""

from legalcase.storage.postgres.store import PostgresStore

__all__ = ["PostgresStore"]
