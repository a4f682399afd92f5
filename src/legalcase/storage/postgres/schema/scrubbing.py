"""Scrubbing: the tables written anew, without the bytes of what was erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.storage.postgres.statements.tables import OF_STREAMS

if TYPE_CHECKING:
    from legalcase.storage.postgres.connections.session import Session

__all__ = ["scrub"]


def scrub(session: Session) -> None:
    """Write each table anew, in no transaction; whoever reads it waits meanwhile."""
    session.say("ROLLBACK")
    for table in OF_STREAMS:
        session.say(f'VACUUM (FULL) "{session.schema}".{table}')
