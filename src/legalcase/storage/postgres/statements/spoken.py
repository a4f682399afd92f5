"""Spoken: the statements that stores share, as psycopg and a schema have them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from legalcase.storage.postgres.statements.tables import NAMES

__all__ = ["spoken"]

_TABLE: Final = re.compile(
    rf"\b(FROM|JOIN|INTO|UPDATE|ON|TABLE) ({'|'.join(NAMES)})\b(?!\.)"
)


@lru_cache(maxsize=512)
def spoken(statement: str, schema: str) -> bytes:
    """Return a statement with the marks of psycopg, and its tables in their schema.

    Named with their schema, tables need no setting of the session: behind a pooler,
    and in the transaction of somebody else, there is none of ours.
    """
    text = statement.replace("%", "%%").replace("?", "%s")
    return _TABLE.sub(rf'\1 "{schema}".\2', text).encode()
