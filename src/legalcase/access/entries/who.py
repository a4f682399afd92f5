"""Who: the id of a person, or a group by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import check_id, check_ids

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["GROUP", "check_person", "check_several", "check_who", "groups_in"]

#: With what the name of a group begins where a person could stand as well.
GROUP: Final = "group:"


def check_person(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no id of a person."""
    check_id(_, attribute, value)
    if str(value).startswith(GROUP):
        name = attribute.name
        msg = f"{name} is a group, and one person is asked for. Name the person."
        raise InvalidValueError(msg, field=name, value=value)


def check_who(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is neither the id of a person nor ``"group:"`` and a name."""
    check_id(_, attribute, value)
    if value == GROUP:
        name = attribute.name
        msg = f"{name} is a group without a name. Write 'group:litigation', say."
        raise InvalidValueError(msg, field=name, value=value)


def check_several(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no tuple of persons and groups, and one given twice."""
    check_ids(_, attribute, value)
    if isinstance(value, tuple):
        for each in value:
            check_who(_, attribute, each)


def groups_in(*who: str) -> tuple[str, ...]:
    """Return those that are groups."""
    return tuple(each for each in who if each.startswith(GROUP))
