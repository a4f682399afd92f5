"""Reading a line: what is known of it becomes a value, what is not stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.codec.log.inner import event_in, event_in_text, is_known, tags_in
from legalcase.codec.log.opening import opened, too_new, upgraded
from legalcase.codec.log.wire_line import wire_line
from legalcase.codec.tables import find, model_of
from legalcase.codec.text.json_text import (
    canonical,
    has_halves,
    is_json,
    loaded,
    slices,
)
from legalcase.codec.text.problems import decode_error
from legalcase.errors import DecodeError
from legalcase.kernel import Recorded, UnknownEvent

if TYPE_CHECKING:
    from legalcase.codec.log.wire_line import WireLine
    from legalcase.kernel import Model

__all__ = ["LINE", "line_in", "read_line"]

#: Kind of a line, and number of its schema. Schema 1 is that of version 0.1.
LINE: Final = ("recorded", 2)


def read_line(text: str, model: Model, unread: list[str] | None) -> Recorded:
    """Return the line that a text is; without `unread`, unknown keys are refused."""
    envelope, is_json_ = loaded(text)
    model = _model_in(envelope, model)
    if is_json_ and (not isinstance(envelope, dict) or _is_known(envelope, model)):
        if has_halves(text):
            raise decode_error([("$", "has half a character in a text")])
        return line_in(envelope, model, unread)
    return _unknown_line(text, model, unread)


def _model_in(envelope: Any, model: Model) -> Model:
    """Return the model of the stream of which a line says that it is."""
    data = envelope.get("data") if isinstance(envelope, dict) else None
    return model_of(data.get("stream") if isinstance(data, dict) else None, model)


def _is_known(envelope: dict[str, Any], model: Model) -> bool:
    data = envelope.get("data")
    if not isinstance(data, dict):
        return True  # and is refused for it
    return is_known(data, data.get("event"), model)


def _unknown_line(text: str, model: Model, unread: list[str] | None) -> Recorded:
    """Read a line of whose event no more is known than that it is JSON."""
    outer = slices(text)
    inner = None if outer is None or "data" not in outer else slices(str(outer["data"]))
    envelope: dict[str, Any] = {}
    payload = ""
    is_whole = inner is not None and is_json(text)
    for name, part in (outer or {}).items():
        if name != "data":
            envelope[name], good = loaded(str(part))
            is_whole = is_whole and good
    data: dict[str, Any] = {}
    for name, part in (inner or {}).items():
        if name == "event":
            payload = str(part)
            data[name] = tags_in(payload)
        else:
            data[name], good = loaded(str(part))
            is_whole = is_whole and good
    envelope["data"] = data
    model = _model_in(envelope, model)
    beside = canonical(envelope) if is_whole else ""
    if not is_whole or _is_known(envelope, model):
        raise decode_error([("$", "is no JSON, or names a field twice")])
    if has_halves(beside):
        raise decode_error([("$", "has half a character in a text")])
    return line_in(envelope, model, unread, payload)


def line_in(
    envelope: Any, model: Model, unread: list[str] | None, payload: str = ""
) -> Recorded:
    """Return the line in an envelope; an unknown event has its `payload`."""
    model = _model_in(envelope, model)
    data = _line_data(envelope, unread)
    line = wire_line(data, unread)
    recorded, why = None, ""
    try:
        event = _event(line, model, unread, payload)
        found = find(model, line.kind)
        is_unknown = isinstance(event, UnknownEvent)
        schema = line.schema if is_unknown or found is None else found.known
        recorded = Recorded(
            stream=line.stream,
            number=line.number,
            event_id=line.event_id,
            kind=line.kind,
            schema=schema,
            recorded_at=line.recorded_at,
            actor=line.actor,
            on_behalf_of=line.on_behalf_of,
            reason=line.reason,
            cause=line.cause,
            command_id=line.command_id,
            label=line.label,
            ancillary=line.ancillary,
            event=event,
        )
    except DecodeError:
        raise
    except (ValueError, TypeError) as error:
        why = str(error)
    if recorded is None:
        raise decode_error([("$.data", why)])
    if recorded.happened != line.happened:
        reason = "is not when the event itself says that it happened"
        raise decode_error([("$.data.happened", reason)])
    return recorded


def _line_data(envelope: object, unread: list[str] | None) -> dict[str, Any]:
    name, schema, data = opened(envelope, unread)
    kind, known = LINE
    if name != kind:
        raise decode_error([("$.kind", f"is not {kind!r}, as that of a line is")])
    if schema > known:
        raise too_new(name, schema, known)
    return _of_0_1(data) if schema == 1 else data


#: What lines could not say before schema 2.
_AFTER_0_1: Final = frozenset(
    {"stream", "number", "cause", "command_id", "label", "ancillary"}
)


def _of_0_1(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data of a line of version 0.1 as those of a line of a stream."""
    later = sorted(_AFTER_0_1 & data.keys())
    if later:
        reason = "is no field of a line of schema 1"
        raise decode_error([(f"$.data.{name}", reason) for name in later])
    moved = {key: data[key] for key in data if key not in ("case_id", "sequence")}
    if "sequence" in data:
        moved["number"] = data["sequence"]
    if "case_id" in data:
        case_id = data["case_id"]
        moved["stream"] = f"case:{case_id}" if isinstance(case_id, str) else case_id
    return moved


def _event(line: WireLine, model: Model, unread: list[str] | None, payload: str) -> Any:
    found = find(model, line.kind)
    path = "$.data.event"
    if found is None or line.schema > found.known:
        return UnknownEvent(
            kind=line.kind,
            schema=line.schema,
            happened=line.happened,
            payload=payload or canonical(line.event),
        )
    if payload:
        tags = (line.kind, line.schema)
        return event_in_text(payload, tags, found, model, path, unread)
    data = upgraded(line.kind, line.schema, line.event, found, path)
    return event_in(data, found, model, path, unread)
