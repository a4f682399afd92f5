"""The class of events of a room of fields, made of its declaration."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, ClassVar, Final

from attrs import Attribute, field, frozen, make_class

from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_instant,
    check_text,
    check_truth,
    check_words,
    one_of,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import refers
from legalcase.model.fields.declaration import (
    Declaration,
    DeclaredField,
    declaration_of,
)
from legalcase.model.fields.state import NOUN

__all__ = ["FieldsSet", "event_of"]

_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_MOST_DIGITS: Final = 40


@frozen(kw_only=True)
class FieldsSet(Event):
    """Fields of a room were given, or cleared; subclasses have the fields."""

    DECLARED: ClassVar[Declaration]
    SOURCE: ClassVar[str]

    clear: tuple[str, ...] = field(default=(), validator=check_words)

    def __attrs_post_init__(self) -> None:
        """Refuse an event that says nothing, or two things of one field."""
        given = self.given()
        if not given and not self.clear:
            known = ", ".join(each.attribute for each in self.DECLARED.fields)
            msg = f"No field is given. Pass at least one of {known}, or clear=('…',)."
            raise MissingInputError(msg, field="clear", value=None)
        names = [each.name for each in self.DECLARED.fields]
        for name in self.clear:
            if name not in names:
                hint = f"The fields are {', '.join(names)}."
                raise UnknownNameError.of(NOUN, name, names, hint)
            if name in given:
                msg = f"{name} is given and cleared at once. Do one of the two."
                raise ConflictingInputError(msg, field="clear", value=None)

    def given(self) -> dict[str, Any]:
        """Return the fields that it gives, by their declared names."""
        found = {e.name: getattr(self, e.attribute) for e in self.DECLARED.fields}
        return {name: value for name, value in found.items() if value is not None}

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the declaration and what was said: the class is made anew of it."""
        said = {
            each.attribute: getattr(self, each.attribute)
            for each in self.DECLARED.fields
        }
        for name in ("happened_on", "happened_at", "clear"):
            said[name] = getattr(self, name)
        return _remade, (self.SOURCE, said)


def _remade(text: str, said: dict[str, Any]) -> FieldsSet:
    return event_of(text)(**said)


def _number(value: object) -> object:
    """Return a whole or a decimal number as text, to the digit."""
    if type(value) is int:
        return str(value)
    if isinstance(value, Decimal) and value.is_finite():
        return format(value, "f")
    return value


def _check_number(_: object, attribute: Attribute[Any], value: object) -> None:
    name = attribute.name
    if not isinstance(value, str):
        msg = (
            f"{name} needs a number, not {type(value).__name__}. Pass an int, a "
            "Decimal, or its digits as text: '12.50'."
        )
        raise InvalidTypeError(msg, field=name, value=None)
    if len(value) > _MOST_DIGITS or not _NUMBER.fullmatch(value):
        msg = f"{name} is no number. Write digits with a point: '12.50'."
        raise InvalidValueError(msg, field=name, value=None)


_CHECKS: Final[dict[str, tuple[Any, Any]]] = {
    "text": (str, check_text),
    "date": (date, check_date),
    "instant": (datetime, check_instant),
    "number": (str, _check_number),
    "truth": (bool, check_truth),
    "party": (str, check_id),
}


def _attribute(declared: DeclaredField) -> Any:
    kind, check = _CHECKS.get(declared.type, (str, one_of(declared.choices)))
    # What a firm writes into its own fields is nobody else's business.
    return field(
        default=None,
        repr=False,
        type=kind | None,
        validator=optional(check),
        converter=_number if declared.type == "number" else None,
        metadata=refers("party") if declared.type == "party" else None,
        kw_only=True,
    )


@lru_cache(maxsize=128)
def event_of(text: str) -> type[FieldsSet]:
    """Return the class of the events that give the fields of a declaration.

    The same text makes the same class.
    """
    declared = declaration_of(text)
    words = f"{declared.room.rpartition('/')[2]}-set".split("-")
    kind: type[FieldsSet] = make_class(
        "".join(word.capitalize() for word in words),
        {each.attribute: _attribute(each) for each in declared.fields},
        bases=(FieldsSet,),
        class_body={
            "__doc__": f"Fields of the room {declared.room!r} were given, or cleared.",
            "DECLARED": declared,
            "SOURCE": text,
        },
        frozen=True,
        slots=True,
        kw_only=True,
    )
    return kind
