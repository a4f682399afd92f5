"""Fields: what the fields of a room hold now, and what they held."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from attrs import field, frozen

from legalcase.errors import UnknownNameError
from legalcase.kernel.events.label import Label
from legalcase.plain_data import PlainData

__all__ = ["NOUN", "FieldChange", "FieldValue", "Fields", "Value"]

#: What a declaration has.
NOUN: Final = "field"

Value = str | bool | date | datetime


@frozen(kw_only=True)
class FieldValue(PlainData):
    """What a field holds: since which day, by which event, and who may see it."""

    name: str
    value: Value = field(repr=False)
    on: date
    event_id: str
    label: Label


@frozen(kw_only=True)
class FieldChange(PlainData):
    """What a field held from a day on; ``None`` where it was cleared."""

    name: str
    value: Value | None = field(repr=False)
    on: date
    event_id: str


@frozen(kw_only=True)
class Fields(PlainData):
    """The fields of a room: `fields["referred-by"]` is what one holds, or ``None``.

    `names` are those declared, `values` those that hold something, in the order in
    which they were declared; `history` has every change, in the order of the log.
    """

    room: str
    names: tuple[str, ...]
    values: tuple[FieldValue, ...] = ()
    history: tuple[FieldChange, ...] = ()

    def __getitem__(self, name: str) -> FieldValue | None:
        """Return what a field holds; raises `UnknownNameError` for what is none."""
        if name not in self.names:
            hint = f"The room {self.room!r} has {', '.join(self.names)}."
            raise UnknownNameError.of(NOUN, name, self.names, hint)
        return next((one for one in self.values if one.name == name), None)

    def history_of(self, name: str) -> tuple[FieldChange, ...]:
        """Return every change of one field."""
        return tuple(one for one in self.history if one.name == name)
