"""Address: where a store is, checked, and said without its password."""

from __future__ import annotations

import re
from math import ceil
from typing import Any, Final

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.shown import shown

__all__ = ["check_person", "check_schema", "check_size", "conninfo_of"]

_SCHEMA: Final = re.compile(r"[a-z_][a-z0-9_]{0,62}\Z")

_PERSON: Final = re.compile(r"[ !-\[\]-~]+\Z")  # ASCII without a backslash

#: How many connections a store may have.
_MOST: Final = 1000


def conninfo_of(given: Any, patience: float) -> str:
    """Return a connection string that waits as long as a store is patient.

    Raises `InvalidTypeError` for what is no text and `InvalidValueError` for one that
    libpq does not read, without a word of it: a password may stand anywhere.
    """
    if not isinstance(given, str):
        msg = (
            f"conninfo needs text, not {type(given).__name__}. Pass "
            "'postgresql://user@host/name', say."
        )
        raise InvalidTypeError(msg, field="conninfo", value=None)
    try:
        known = conninfo_to_dict(given)
        # Whoever names no time does not wait for ever for a host that is silent.
        known.setdefault("connect_timeout", str(max(2, ceil(patience))))
        known.setdefault("application_name", "legalcase")
        return make_conninfo("", **known)
    except (psycopg.Error, UnicodeError, ValueError):
        pass
    msg = (
        "conninfo is no connection string of PostgreSQL. Pass "
        "'postgresql://user@host/name', or 'host=… dbname=…', with what is special in "
        "a URL as %xx."
    )
    raise InvalidValueError(msg, field="conninfo", value=None)


def check_schema(given: Any) -> str:
    """Return the name of a schema that needs no quotation; refuse every other."""
    if not isinstance(given, str):
        msg = f"schema needs text, not {type(given).__name__}. Pass 'legalcase', say."
        raise InvalidTypeError(msg, field="schema", value=None)
    if not _SCHEMA.match(given) or given.startswith("pg_"):
        msg = (
            f"{shown(given)} is no name of a schema here. Use small letters, digits "
            "and underscores, at most 63, not 'pg_' first."
        )
        raise InvalidValueError(msg, field="schema", value=given)
    return given


def check_person(given: Any) -> str | None:
    """Return for whom a store is opened; refuse what names nobody."""
    if given is None:
        return None
    if not isinstance(given, str):
        msg = f"person needs text, not {type(given).__name__}. Pass 'person:ann', say."
        raise InvalidTypeError(msg, field="person", value=None)
    if not given.strip() or not _PERSON.match(given):
        msg = "person names nobody. Pass the id of who asks: 'person:ann', say."
        raise InvalidValueError(msg, field="person", value=None)
    return given


def check_size(given: Any) -> int:
    """Return how many connections a store may have; refuse what is no number."""
    if type(given) is not int or not 1 <= given <= _MOST:
        msg = (
            f"pool_size needs a number from 1 to {_MOST}, not {shown(given)}. Pass 8, "
            "say."
        )
        raise InvalidValueError(msg, field="pool_size", value=None)
    return given
