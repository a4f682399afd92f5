"""Jsonb: whether a line is also kept as PostgreSQL reads JSON."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_jsonb"]

#: What JSON can say and ``jsonb`` refuses: a NUL, half of a pair of surrogates (a
#: whole one goes by the board with it), a number that its type does not hold.
_REFUSED: Final = re.compile(r"\\u(?:0000|[dD][89a-fA-F])|\d{1000}|\d[eE][+-]?\d{4}")
_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"')

#: How deep it may go, and how long it may be: well within every server's limits.
_DEEP: Final = 500
_LONG: Final = 50_000_000


def is_jsonb(text: str) -> bool:
    """Tell whether ``jsonb`` surely takes a text that is JSON.

    If in doubt it is not, and the column stays empty: an error would end the whole
    transaction, and what counts is the text itself.
    """
    if len(text) > _LONG or _REFUSED.search(text):
        return False
    if text.count("[") + text.count("{") <= _DEEP:
        return True
    depth = 0
    for sign in re.findall(r"[\[{\]}]", _STRING.sub("", text)):
        depth += 1 if sign in "[{" else -1
        if depth > _DEEP:
            return False
    return True
