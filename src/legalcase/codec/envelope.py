"""Encode and decode: values in an envelope {"kind", "schema", "data"}, and as JSON."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from legalcase.codec.computation import register_computation
from legalcase.codec.converter import strict_converter
from legalcase.codec.kinds import (
    BY_NAME,
    EVENTS_BY_NAME,
    KINDS,
    MIGRATIONS,
    migrated,
)
from legalcase.codec.law_values import register_law_values
from legalcase.codec.problems import alien_in, decode_error, problems_of
from legalcase.errors import (
    InvalidTypeError,
    InvalidValueError,
    SchemaTooNewError,
    UnknownTagError,
)
from legalcase.model.events import UnknownEvent
from legalcase.model.recorded import Recorded
from legalcase.shown import shown

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["decode", "encode", "from_json", "to_json"]


#: Half of a pair of surrogates: no character, so that no UTF-8 can hold it.
_HALVES: Final = re.compile("[\ud800-\udfff]")


@cache
def _converter() -> Converter:
    # Built when first used, and never changed after: safe to share.
    converter = strict_converter()
    register_law_values(converter)
    register_computation(converter)
    return converter


@frozen(kw_only=True)
class _Line:
    """A `Recorded` as it lies in the envelope: the event is read in a second step."""

    event_id: str
    case_id: str
    sequence: int
    kind: str
    schema: int
    happened: date | datetime
    recorded_at: datetime
    actor: str
    on_behalf_of: str | None
    reason: str | None
    event: Any


def encode(value: Any) -> dict[str, Any]:
    """Return a value as ``{"kind", "schema", "data"}``, of plain JSON types.

    Raises `InvalidTypeError` for what cannot be stored.
    """
    found = KINDS.get(type(value))
    if found is None:
        msg = (
            f"A {type(value).__name__} cannot be stored. Encode a case, an event or "
            "one of their parts, or a computation."
        )
        raise InvalidTypeError(msg, field="value", value=None)
    name, schema = found
    data = (
        _line(value)
        if isinstance(value, Recorded)
        else _converter().unstructure(value, type(value))
    )
    return {"kind": name, "schema": schema, "data": data}


def _line(recorded: Recorded) -> dict[str, Any]:
    event = recorded.event
    line = _Line(
        event_id=recorded.event_id,
        case_id=recorded.case_id,
        sequence=recorded.sequence,
        kind=recorded.kind,
        schema=recorded.schema,
        happened=recorded.happened,
        recorded_at=recorded.recorded_at,
        actor=recorded.actor,
        on_behalf_of=recorded.on_behalf_of,
        reason=recorded.reason,
        event=(
            _payload(event)
            if isinstance(event, UnknownEvent)
            else _converter().unstructure(event, type(event))
        ),
    )
    data: dict[str, Any] = _converter().unstructure(line, _Line)
    return data


def _payload(event: UnknownEvent) -> Any:
    with suppress(ValueError, RecursionError):
        return json.loads(event.payload, parse_constant=_no_constant)
    msg = (
        f"The payload of the unknown event {event.kind!r} is no JSON. Pass it on as "
        "it came."
    )
    raise InvalidValueError(msg, field="payload", value=None)


def decode(envelope: object) -> Any:
    """Return the value in an envelope.

    Older schemas are migrated. Raises `DecodeError` with every problem and its path,
    `UnknownTagError` for a kind that nothing bears, `SchemaTooNewError` for what a
    newer version wrote. In a `Recorded`, an event of an unknown kind or of a newer
    schema becomes an `UnknownEvent`, and nothing of it is lost.
    """
    name, schema, data = _opened(envelope)
    if name not in BY_NAME:
        msg = (
            f"The data is of the kind {name[:80]!r}, which this version of legalcase "
            "does not know. Upgrade it, or check what was stored."
        )
        problems = (("$.kind", "names a kind that this version does not know"),)
        raise UnknownTagError(msg, tag=name, problems=problems)
    cls, known = BY_NAME[name]
    if schema > known:
        msg = (
            f"The data is of schema {shown(schema)} of the kind {name!r}; this version "
            f"of legalcase knows {known}. Upgrade it; the data was left as it is."
        )
        problems = (("$.schema", "is newer than what this version knows"),)
        raise SchemaTooNewError(msg, found=schema, known=known, problems=problems)
    data = _migrated(name, schema, data, known, "$.data")
    if cls is Recorded:
        return _recorded(data)
    return _structured(data, cls, "$.data")


def _opened(envelope: object) -> tuple[str, int, dict[str, Any]]:
    problems = []
    if not isinstance(envelope, dict):
        raise decode_error([("$", "is no object with kind, schema and data")])
    parts = {key: envelope.get(key) for key in ("kind", "schema", "data")}
    kinds = {
        "kind": (str, "text"),
        "schema": (int, "whole number"),
        "data": (dict, "object"),
    }
    for key, (kind, noun) in kinds.items():
        if key not in envelope:
            problems.append((f"$.{key}", "a required field is missing"))
        elif type(parts[key]) is not kind:
            problems.append((f"$.{key}", f"is no {noun}"))
    if set(envelope) - set(kinds):
        problems.append(("$", "has fields that this version does not know"))
    if type(parts["schema"]) is int and parts["schema"] < 1:
        problems.append(("$.schema", "is less than 1"))
    if problems:
        raise decode_error(problems)
    return parts["kind"], parts["schema"], parts["data"]  # type: ignore[return-value]  # checked above


def _migrated(
    name: str, schema: int, data: dict[str, Any], known: int, path: str
) -> dict[str, Any]:
    with suppress(LookupError, TypeError, ValueError, AttributeError):
        return migrated(name, schema, data, known, MIGRATIONS)
    reason = f"cannot be brought from schema {schema} to {known}"
    raise decode_error([(path, reason)])


def _structured(data: object, cls: type, path: str) -> Any:
    try:
        return _converter().structure(data, cls)
    except Exception as error:  # noqa: BLE001 - the door: nothing of cattrs escapes
        refused = alien_in(error) or decode_error(problems_of(error, path), error)
    # Outside the handler: what stood in the data would be the context of the error.
    raise refused


def _recorded(data: dict[str, Any]) -> Recorded:
    line: _Line = _structured(data, _Line, "$.data")
    cls, known = EVENTS_BY_NAME.get(line.kind, (None, 0))
    event: Any = None
    if cls is not None and line.schema <= known:
        path = "$.data.event"
        inner = _migrated(line.kind, line.schema, line.event, known, path)
        event = _structured(inner, cls, path)
    fields = {
        name: getattr(line, name)
        for name in (
            "event_id",
            "case_id",
            "sequence",
            "recorded_at",
            "actor",
            "on_behalf_of",
            "reason",
        )
    }
    recorded, why = None, ""
    try:
        if event is None:
            event = UnknownEvent(
                kind=line.kind,
                schema=line.schema,
                happened=line.happened,
                payload=_canonical(line.event),
            )
        recorded = Recorded(event=event, **fields)
    except (ValueError, TypeError) as error:
        why = str(error)
    if recorded is None:
        raise decode_error([("$.data", why)])
    if recorded.happened != line.happened:
        reason = "is not when the event itself says that it happened"
        raise decode_error([("$.data.happened", reason)])
    return recorded


def _canonical(data: object) -> str:
    return json.dumps(
        data, allow_nan=False, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )


def to_json(value: Any) -> str:
    """Return a value's envelope as canonical JSON: equal values, equal text."""
    text = _canonical(encode(value))
    if not text.isascii() and _HALVES.search(text):
        msg = (
            f"A text in this {type(value).__name__} has half a character in it, which "
            "cannot be stored. Read the text again, as UTF-8."
        )
        raise InvalidValueError(msg, field="value", value=None)
    return text


def from_json(text: str | bytes) -> Any:
    """Return the value in an envelope of JSON; raises as `decode` does."""
    envelope = found = object()
    with suppress(ValueError, RecursionError):
        envelope = json.loads(
            text, object_pairs_hook=_once, parse_constant=_no_constant
        )
    if envelope is found:
        # Outside the handler: the error of json holds the whole text.
        raise decode_error([("$", "is no JSON, or names a field twice")])
    if _has_halves(text, envelope):
        raise decode_error([("$", "has half a character in a text")])
    return decode(envelope)


def _has_halves(text: str | bytes, envelope: object) -> bool:
    """Tell whether a text has half of a pair of surrogates, written or escaped."""
    escapes = b"\\u" in text if isinstance(text, bytes | bytearray) else "\\u" in text
    if not escapes and (isinstance(text, bytes | bytearray) or text.isascii()):
        return False
    return _HALVES.search(_canonical(envelope)) is not None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        msg = "a field stands twice"
        raise ValueError(msg)
    return found


def _no_constant(_: str) -> None:
    msg = "not a number"
    raise ValueError(msg)
