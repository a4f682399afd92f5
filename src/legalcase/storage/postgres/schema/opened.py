"""Opened: a store that is found where somebody says, or on somebody's connection."""

from __future__ import annotations

from typing import Any, NamedTuple

from psycopg import Connection

from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    MissingInputError,
)
from legalcase.storage.postgres.connections.address import conninfo_of
from legalcase.storage.postgres.connections.leases import connected
from legalcase.storage.postgres.connections.session import Session
from legalcase.storage.postgres.schema.making import label_on, made, require_made
from legalcase.storage.postgres.schema.walls import is_walled_in
from legalcase.storage.postgres.transactions.ways import check_joined

__all__ = ["Opened", "joined", "opened"]


class Opened(NamedTuple):
    """Where a store is, how messages call it, and whether a wall stands before it."""

    where: str
    label: str
    is_walled: bool


def opened(conninfo: str | None, schema: str, patience: float) -> Opened:
    """Find a store, or make it; raises `StorageError` where that cannot be."""
    if conninfo is None:
        msg = (
            "conninfo= is missing: nothing says where the store is. Pass "
            "'postgresql://user@host/name', or connection=."
        )
        raise MissingInputError(msg, field="conninfo", value=None)
    where = conninfo_of(conninfo, patience)
    connection = connected(where, repr(schema))
    try:
        session = Session(connection, schema, label_on(connection, schema))
        made(session, patience)
        return Opened(where, session.label, is_walled_in(session))
    finally:
        connection.close()


def joined(
    connection: Any, schema: str, *, conninfo: object, person: str | None
) -> tuple[str, bool]:
    """Find a store on a connection on which a transaction is open, or begins by itself.

    Returns how messages call it, and whether a wall stands before it.
    """
    if conninfo is not None or person is not None:
        name = "conninfo" if conninfo is not None else "person"
        msg = (
            f"{name}= and connection= exclude each other: whose connection it is "
            f"says where it goes and who asks. Leave {name}= out."
        )
        raise ConflictingInputError(msg, field=name, value=None)
    if not isinstance(connection, Connection):
        msg = (
            f"connection needs one of psycopg, not {type(connection).__name__}. Pass "
            "psycopg.connect(…); of Django, connection.connection."
        )
        raise InvalidTypeError(msg, field="connection", value=None)
    session = Session(connection, schema, label_on(connection, schema))
    check_joined(session)
    require_made(session)
    return session.label, is_walled_in(session)
