"""Walls: row security on all that is of a stream, for who was admitted to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.shown import shown
from legalcase.storage.own import MARKS
from legalcase.storage.postgres.statements.tables import OF_STREAMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from legalcase.storage.postgres.connections.session import Session

__all__ = ["admit", "is_walled_in", "protect"]

_ROLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.@-]{0,62}\Z")

#: What a role may do that reads and appends. Lines are not changed, nor deleted.
_GRANTED: Final = {
    "line": "SELECT, INSERT",
    "event_id": "SELECT, INSERT",
    "change": "SELECT, INSERT",
    "erased": "SELECT",
    "head": "SELECT, INSERT, UPDATE",
    "tag": "SELECT, INSERT",
    "word": "SELECT, INSERT",
    "case_row": "SELECT, INSERT, UPDATE, DELETE",
    "due_row": "SELECT, INSERT, UPDATE, DELETE",
    "attribute": "SELECT, INSERT, UPDATE, DELETE",
    "own_row": "SELECT, INSERT, UPDATE, DELETE",
    "snapshot": "SELECT, INSERT, UPDATE, DELETE",
    "stream_key": "SELECT, INSERT, UPDATE",
    "meta": "SELECT, UPDATE",
    "counter": "SELECT, UPDATE",
    "admitted": "SELECT",
}

#: Who asks. Unset, it is nobody: NULL, or nothing once it was set before.
_WHO: Final = "nullif(current_setting('legalcase.person', true), '')"


def protect(session: Session, roles: Sequence[str]) -> None:
    """Make the policies, in the transaction that is open, and grant to roles."""
    for role in roles:
        _check_role(role)
    place = f'"{session.schema}"'
    for table in OF_STREAMS:
        is_admitted = (
            f"EXISTS (SELECT 1 FROM {place}.admitted a "  # noqa: S608 - words of ours
            f"WHERE a.person = {_WHO} AND a.stream = {place}.{table}.stream)"
        )
        _policy(session, table, "walls", f"USING ({is_admitted})")
    # Of those who are admitted, everybody sees himself; the owner writes them.
    _policy(session, "admitted", "walls", f"FOR SELECT USING (person = {_WHO})")
    _policy(
        session, "admitted", "owner", "TO CURRENT_USER USING (true) WITH CHECK (true)"
    )
    # The first commit names the store; nothing else of it is written by others.
    _policy(session, "meta", "shown", "FOR SELECT USING (true)")
    _policy(
        session,
        "meta",
        "named",
        "FOR UPDATE USING (name = 'id' AND value = '') WITH CHECK (name = 'id')",
    )
    # Whoever writes takes along up to where lists of others go.
    is_mark = f"name LIKE '{MARKS}%'"
    _policy(
        session,
        "meta",
        "moved",
        f"FOR UPDATE USING ({is_mark}) WITH CHECK ({is_mark})",
    )
    _policy(session, "meta", "owner", "TO CURRENT_USER USING (true) WITH CHECK (true)")
    session.many([("UPDATE meta SET value = ? WHERE name = 'walls'", [("rows",)])])
    for role in roles:
        session.say(f'GRANT USAGE ON SCHEMA {place} TO "{role}"')
        for table, what in _GRANTED.items():
            session.say(f'GRANT {what} ON {place}.{table} TO "{role}"')


def _policy(session: Session, table: str, name: str, what: str) -> None:
    place = f'"{session.schema}".{table}'
    session.say(f"ALTER TABLE {place} ENABLE ROW LEVEL SECURITY")
    session.say(f"ALTER TABLE {place} FORCE ROW LEVEL SECURITY")
    session.say(f"DROP POLICY IF EXISTS legalcase_{name} ON {place}")
    session.say(f"CREATE POLICY legalcase_{name} ON {place} {what}")


def _check_role(role: Any) -> None:
    if not isinstance(role, str):
        msg = f"A role is text, not {type(role).__name__}. Pass its name."
        raise InvalidTypeError(msg, field="roles", value=None)
    if not _ROLE.match(role):
        msg = f"{shown(role)} is no name of a role here. Use letters, digits and _.@-."
        raise InvalidValueError(msg, field="roles", value=role)


def admit(session: Session, pairs: Iterable[Any]) -> None:
    """Write, in the open transaction, that these are admitted and nobody else."""
    given = set()
    for pair in pairs:
        is_pair = isinstance(pair, tuple | list) and len(pair) == 2  # noqa: PLR2004 - a pair
        if not is_pair or not all(_is_name(each) for each in pair):
            msg = (
                "Who is admitted is said by pairs of texts, a person and a stream. "
                "Pass [('person:ann', 'case:roe')], say."
            )
            raise InvalidTypeError(msg, field="pairs", value=None)
        given.add((pair[0], pair[1]))
    there = set(session.all("SELECT person, stream FROM admitted"))
    session.many(
        each
        for each in (
            (
                "DELETE FROM admitted WHERE person = ? AND stream = ?",
                sorted(there - given),
            ),
            (
                "INSERT INTO admitted (person, stream) VALUES (?, ?)",
                sorted(given - there),
            ),
        )
        if each[1]
    )


def _is_name(text: object) -> bool:
    return isinstance(text, str) and bool(text) and "\0" not in text


def is_walled_in(session: Session) -> bool:
    """Tell whether whoever asks sees only what somebody was admitted to."""
    found = session.all("SELECT value FROM meta WHERE name = 'walls'")
    if not found or not found[0][0]:
        return False
    place = f'"{session.schema}".line'
    return bool(session.all("SELECT row_security_active(?::text)", place)[0][0])
