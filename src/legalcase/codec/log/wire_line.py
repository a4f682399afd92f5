"""WireLine: a line as it lies in its envelope, before its event is read."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from attrs import frozen

from legalcase.codec.tables import structured
from legalcase.codec.text.moments import date_from_text, instant_from_text
from legalcase.kernel import Label

__all__ = ["WireLine", "wire_line"]


@frozen(kw_only=True)
class WireLine:
    """A line as it lies in the envelope: the event is read in a second step."""

    stream: str
    number: int
    event_id: str
    kind: str
    schema: int
    happened: date | datetime | None = None
    recorded_at: datetime
    actor: str
    on_behalf_of: str | None = None
    reason: str | None = None
    cause: str | None = None
    command_id: str | None = None
    label: Label | None = None
    ancillary: bool = False
    event: Any


#: Of what type a field is where nothing has to be made of it.
_AS_IT_IS: Final[dict[str, type]] = {
    "stream": str,
    "number": int,
    "event_id": str,
    "kind": str,
    "schema": int,
    "actor": str,
    "on_behalf_of": str,
    "reason": str,
    "cause": str,
    "command_id": str,
    "ancillary": bool,
}
_NEEDED: Final = frozenset(
    {"stream", "number", "event_id", "kind", "schema", "recorded_at", "actor", "event"}
)


def wire_line(data: dict[str, Any], unread: list[str] | None) -> WireLine:
    """Return what a line says beside its event, and its event as it stands.

    Raises `DecodeError` with every problem; keys that are not known are passed over,
    and put into `unread`, or refused without it.
    """
    # Each line of a log goes through here. One of the usual form is made at once; of
    # any other, the converter says what is wrong with it, or reads it all the same.
    found = _usual(data)
    if found is not None:
        return found
    read: WireLine = structured(data, WireLine, "$.data", unread)
    return read


def _usual(data: dict[str, Any]) -> WireLine | None:
    if not data.keys() >= _NEEDED:
        return None
    said: dict[str, Any] = {}
    try:
        for name, value in data.items():
            if name == "event" or type(value) is _AS_IT_IS.get(name):
                said[name] = value
            elif name == "recorded_at":
                said[name] = instant_from_text(value)
            elif name == "happened" and type(value) is str:
                is_instant = "T" in value
                read = instant_from_text if is_instant else date_from_text
                said[name] = read(value)
            else:
                return None
    except ValueError:
        return None
    return WireLine(**said)
