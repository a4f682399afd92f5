"""The schema of what stops, moves and lengthens a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["STOPS"]

_STOPS: Final[dict[str, dict[str, str]]] = {
    "suspension": {
        "effect": "one:not counted|a period that ends inside ends after|"
        "a period that begins and ends inside ends after",
        "then?": "after_recess",
        "windows?": "some:table:window",
        "days?": "kinds",
        "natures?": "some:word:nature",
        "except?": "some:word:nature",
        "periods?": "lengths",
        "months?": "one:as if served on the last day|as if served on the day after|"
        "raw end plus the rest",
        "sees?": "one:raw end|rolled end",
        "cite": "text",
    },
    "toll": {
        "on": "date",
        "through": "date",
        "effect": "one:not counted|a period that ends inside ends after|"
        "a period that ends inside is longer",
        "then?": "after_recess",
        "natures?": "some:word:nature",
        "except?": "some:word:nature",
        "periods?": "lengths",
        "months?": "one:as if served on the last day|as if served on the day after|"
        "raw end plus the rest",
        "sees?": "one:raw end|rolled end",
        "cite": "text",
    },
    "window": {"from": "monthday", "through": "monthday"},
    "grace": {"until": "hour", "after": "one:1 court day", "cite": "text"},
    "others": {"add": "one:nothing", "cite": "text"},
    "distance": {
        "add": "added",
        "order": "one:roll, add, roll|add, roll|add, count, roll|one period",
        "cite": "text",
    },
}

#: What the tables may hold, read-only: by name.
STOPS: Final[Mapping[str, Mapping[str, str]]] = sealed(_STOPS)
