"""Results as plain JSON types, for data frames, templates and other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any, Final

from attrs import fields, has

__all__ = ["PlainData", "plain"]


_PLAIN: Final = frozenset({str, int, float, bool})


class PlainData:
    """What a result has that can be given out as plain data."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the value as plain JSON types: text, numbers, lists and mappings.

        Dates and instants are ISO 8601 text. It is for reading by others; what is to
        be read back is written with `legalcase.codec`.
        """
        return _fields(self)


def plain(value: Any) -> Any:  # noqa: ANN401 - any value, and what JSON makes of it
    """Return a value as plain JSON types."""
    if value is None or type(value) in _PLAIN:
        return value
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {str(key): plain(member) for key, member in value.items()}
    if isinstance(value, tuple | list):
        return [plain(member) for member in value]
    return _fields(value) if has(type(value)) else _other(value)


def _other(value: Any) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, date):  # an instant is one too
        return value.isoformat()
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        if isinstance(value, frozenset | set):
            return sorted(map(plain, value))
        # A register iterates over its things, in their order.
        return [plain(member) for member in value]
    return str(value)


def _fields(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any attrs value
    """Return what the value was made with, by name."""
    return {
        each.name.lstrip("_"): plain(getattr(value, each.name))
        for each in fields(type(value))
        if each.init
    }
