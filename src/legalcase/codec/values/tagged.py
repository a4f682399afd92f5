"""Tagged: an event inside another as it lies on the wire, before it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from legalcase.codec.text.json_text import canonical
from legalcase.kernel import Event, UnknownEvent

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["Tagged", "register_inner"]


@frozen(kw_only=True)
class Tagged:
    """An event inside another: its kind, its schema, and its data as they stand."""

    kind: str
    schema: int
    data: Any


def register_inner(converter: Converter) -> None:
    """Teach a converter an event inside another: as one of which nothing is known.

    Which class it is, only a model tells: `legalcase.codec.log.inner` puts it there.
    """

    def read(value: object, _: Any) -> UnknownEvent:
        tagged: Tagged = converter.structure(value, Tagged)
        return UnknownEvent(
            kind=tagged.kind,
            schema=tagged.schema,
            happened=None,
            payload=canonical(tagged.data),
        )

    converter.register_unstructure_hook(Event | UnknownEvent, lambda event: event)
    converter.register_structure_hook(Event | UnknownEvent, read)
