"""Ids of the directory: each says what it is of before it says of which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.directory.relations import NOUNS
from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import check_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from attrs import Attribute

__all__ = ["entry_of"]


def entry_of(
    *nouns: str,
) -> Callable[[object, Attribute[Any], object], None]:
    """Return a check that refuses what is no id of an entry, of these nouns or of any.

    The message names the field, never what stood in it: that may be a name.
    """
    nouns = nouns or NOUNS

    def check(_: object, attribute: Attribute[Any], value: object) -> None:
        check_id(_, attribute, value)
        noun, _colon, name = str(value).partition(":")
        if noun not in nouns or not name:
            field = attribute.name
            said = " or ".join(f"'{each}:7'" for each in nouns)
            msg = (
                f"{field} is no id of an entry of the directory. Give one, such as "
                f"{said}, or the name in its own field."
            )
            raise InvalidValueError(msg, field=field, value=None)

    return check
