"""An event inside another: what a correction puts there, what a program suggests."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from attrs import fields, frozen, has

from legalcase.errors import InvalidTypeError
from legalcase.kernel.events.event import Event, UnknownEvent

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["INNER", "Supposed", "check_inner", "has_inner", "inner"]

#: Where the metadata of a field says that another event lies in it.
INNER: Final = "legalcase-inner"


@frozen(kw_only=True)
class Supposed(Event):
    """An event that says what may have happened, and not what did.

    Nothing finds it but its own room: a store takes no words from it. What lies in its
    field `event` (see `inner`) refers to nothing and gives no id to anything.
    """


def inner() -> dict[str, bool]:
    """Return the metadata of the field `event` of a class in which another event lies.

    On the wire it has a kind and a schema of its own. The field is called `event`, and
    its type is ``Event | UnknownEvent``.
    """
    return {INNER: True}


def has_inner(cls: type) -> bool:
    """Tell whether another event lies in what is of a class."""
    return _looked_at(cls)


@lru_cache(maxsize=1024)
def _looked_at(cls: type) -> bool:
    return has(cls) and any(INNER in each.metadata for each in fields(cls))


def check_inner(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no event."""
    if not isinstance(value, Event | UnknownEvent):
        msg = (
            f"{attribute.name} needs an event, not {type(value).__name__}. Pass "
            "Filed(title=…, happened_on=…), say."
        )
        raise InvalidTypeError(msg, field=attribute.name, value=None)
