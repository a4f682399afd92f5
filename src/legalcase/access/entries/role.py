"""Role: a name for what one may do; and all that one can be allowed to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.errors import UnknownNameError
from legalcase.kernel.checks import check_some, check_word, check_words
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["ACTIONS", "Role", "check_action", "check_actions"]

#: What a store can be asked: to show a case (loading, finding, counting, searching,
#: changes, the agenda), to add to its log, to give it out, to erase an entry of the
#: directory, and to begin a case that is not there yet. None of them brings another.
ACTIONS: Final = ("read", "record", "export", "erase", "open")


def check_action(action: object) -> None:
    """Refuse what is none of `ACTIONS`; raises `UnknownNameError`."""
    if not isinstance(action, str) or action not in ACTIONS:
        noun = "action"
        raise UnknownNameError.among(noun, str(action), ACTIONS)


def check_actions(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no tuple of `ACTIONS`, an empty one, and one given twice."""
    check_some(check_words)(_, attribute, value)
    if isinstance(value, tuple):
        for each in value:
            check_action(each)


@frozen(kw_only=True)
class Role(PlainData):
    """A role, and which of `ACTIONS` it allows."""

    name: str = field(validator=check_word)
    actions: tuple[str, ...] = field(validator=check_actions)
