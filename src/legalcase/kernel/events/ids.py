"""Ids: an event gets its id once, when it is recorded; nothing derives it again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from secrets import randbits
from uuid import UUID

__all__ = ["Ids", "chosen", "uuid7"]

#: Gives the id of an event that is recorded at an instant; a new one whenever asked.
Ids = Callable[[datetime], str]

#: So long is a UUID as text.
_UUID = 36
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def uuid7(at: datetime) -> str:
    """Return a new UUID of version 7 (RFC 9562), made of an aware instant and chance.

    >>> at = datetime(2026, 6, 3, 9, tzinfo=UTC)
    >>> len(uuid7(at)), uuid7(at) == uuid7(at)
    (36, False)
    """
    millis = max(0, (at - _EPOCH) // timedelta(milliseconds=1)) & (2**48 - 1)
    number = millis << 80 | 0x7 << 76 | randbits(12) << 64 | 0b10 << 62 | randbits(62)
    return str(UUID(int=number))


def chosen(ids: Iterable[str], name: str) -> list[str]:
    """Return the ids that somebody can have meant by a name.

    One that was made of chance is offered only to who gave such a one: for a name of
    one's own choosing it is no answer.
    """
    return [one for one in ids if len(one) != _UUID or len(name) == _UUID]
