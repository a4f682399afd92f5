"""How events change the fields of a room, and which are refused when recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.errors import InvalidValueError
from legalcase.kernel.events.label import stricter
from legalcase.model.fields.state import FieldChange, FieldValue

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.fields.events import FieldsSet
    from legalcase.model.fields.state import Fields

__all__ = ["check_said", "said"]


def said(fields: Fields, event: FieldsSet, line: Recorded, _: Folded) -> Fields:
    """Return the fields after some were given, or cleared."""
    given = event.given()
    day, name_of = event.happened_on, line.event_id
    now = {one.name: one for one in fields.values if one.name not in event.clear}
    for each in event.DECLARED.fields:
        if each.name in given:
            label = stricter(each.label, line.label) or each.label
            now[each.name] = FieldValue(
                name=each.name,
                value=given[each.name],
                on=day,
                event_id=name_of,
                label=label,
            )
    changes = [
        FieldChange(name=name, value=given.get(name), on=day, event_id=name_of)
        for name in fields.names
        if name in given or name in event.clear
    ]
    return evolve(
        fields,
        values=tuple(now[name] for name in fields.names if name in now),
        history=(*fields.history, *changes),
    )


def check_said(fields: Fields, event: FieldsSet, _: Recorded, __: Folded) -> None:
    """Refuse to clear what holds nothing."""
    for name in event.clear:
        if fields[name] is None:
            msg = (
                f"The field {name!r} holds nothing that could be cleared. Leave it out."
            )
            raise InvalidValueError(msg, field="clear", value=name)
