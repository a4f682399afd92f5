"""Calling: how an event is named to people, who cannot use the id of a machine."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["called"]

#: An id that nobody has chosen: its last digits tell it from the others of a case.
_MADE: Final = re.compile(
    r"([a-z-]+):[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{4}([0-9a-f]{8})"
)


def called(key: str, number: str | None = None) -> str:
    """Return what people call an event: ``"event:motion"``, by the id it was given.

    One to which nobody gave an id is called by its number on the docket, or else by
    the last digits of that which was made for it, ``"event …77dab372"``. The whole id
    stands in plain data, beside the words.
    """
    made = _MADE.fullmatch(key)
    if made is None:
        return key
    if number is not None:
        return f"no. {number} of the docket"
    return f"{made[1]} …{made[2]}"
