"""Encode and decode: values in an envelope {"kind", "schema", "data"}, and as JSON.

What people enter is read strictly: a field that no class knows is refused. Lines of a
store are read with `legalcase.codec.log.lines`, which passes it over.
"""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from legalcase.codec.kinds import CARRIED, KEPT
from legalcase.codec.log.inner import data_of_event, event_in
from legalcase.codec.log.lines import data_of, line_text
from legalcase.codec.log.opening import opened, too_new, upgraded
from legalcase.codec.log.reading import line_in, read_line
from legalcase.codec.tables import (
    Found,
    find_any,
    model_of,
    model_or_core,
    plain,
    row_of,
    structured,
)
from legalcase.codec.text.json_text import as_text, has_halves, is_json, loaded, written
from legalcase.codec.text.problems import decode_error
from legalcase.errors import InvalidTypeError, InvalidValueError, UnknownTagError
from legalcase.kernel import Corrected, Event, Recorded, UnknownEvent
from legalcase.model.case import Case

if TYPE_CHECKING:
    from legalcase.kernel import Model

__all__ = ["decode", "encode", "from_json", "to_json"]

_CARRIED_BY_NAME: Final = {name: cls for cls, name in CARRIED.items()}
_KEPT_BY_NAME: Final = {name: Found(cls, known) for cls, (name, known) in KEPT.items()}


def encode(value: Any, model: Model | None = None) -> dict[str, Any]:
    """Return a value as ``{"kind", "schema", "data"}``, of plain JSON types.

    What is derived from a log (an agenda, a deadline as it stands) has the version of
    the library in place of a schema, and is read by that version alone. `model` knows
    the kinds of events; it is the core if it is left out. Raises `InvalidTypeError`
    for what cannot be stored.
    """
    cls = type(value)
    if isinstance(value, Event):
        known_model = model_or_core(model)
        row = row_of(known_model, cls)
        data = data_of_event(value, known_model)
        return {"kind": row.kind, "schema": row.schema, "data": data}
    if cls in CARRIED:
        data = plain(value, cls)
        return {"kind": CARRIED[cls], "library": _library(), "data": data}
    if cls not in KEPT:
        raise _not_stored(cls)
    name, schema = KEPT[cls]
    if isinstance(value, Recorded):
        if value.text is not None or isinstance(value.event, UnknownEvent):
            # As it stands: its event may be of a kind that nothing here knows.
            envelope: dict[str, Any] = json.loads(line_text(value, model))
            return envelope
        data = data_of(value, model_of(value.stream, model))
    elif isinstance(value, Corrected):
        data = data_of_event(value, model_or_core(model))
    else:
        data = plain(value, cls)
        if isinstance(value, UnknownEvent) and not is_json(value.payload):
            msg = (
                f"The payload of the unknown event {value.kind!r} is no JSON. Pass it "
                "on as it came."
            )
            raise InvalidValueError(msg, field="payload", value=None)
    return {"kind": name, "schema": schema, "data": data}


def _library() -> str:
    return version("legalcase")


def _not_stored(cls: type) -> InvalidTypeError:
    if issubclass(cls, Case):
        msg = (
            "No Case can be stored: it is what its log has made of it. Store the "
            "lines of file.log, and read them with Case.from_events; case.to_dict() is "
            "for reading by others."
        )
    else:
        msg = (
            f"No {cls.__name__} can be stored. Encode a line, an event or one of "
            "their parts, or a computation."
        )
    return InvalidTypeError(msg, field="value", value=None)


def decode(envelope: object, model: Model | None = None) -> Any:
    """Return the value in an envelope, read strictly.

    Older schemas are migrated. Raises `DecodeError` with every problem and its path,
    `UnknownTagError` for a kind that nothing bears, `SchemaTooNewError` for what a
    newer version wrote, and `DecodeError` for what is derived and was written by
    another version. In a `Recorded`, an event of an unknown kind or of a newer schema
    becomes an `UnknownEvent`.
    """
    if isinstance(envelope, dict) and "library" in envelope:
        return _carried(envelope)
    name, schema, data = opened(envelope)
    known_model = model_or_core(model)
    if name == KEPT[Recorded][0]:
        return line_in(envelope, known_model, None)
    found = find_any(known_model, name) or _KEPT_BY_NAME.get(name)
    if found is None:
        raise _unknown_kind(name)
    if schema > found.known:
        raise too_new(name, schema, found.known)
    data = upgraded(name, schema, data, found, "$.data")
    return event_in(data, found, known_model, "$.data", None)


def _unknown_kind(name: str) -> UnknownTagError:
    msg = (
        f"The data is of the kind {name[:80]!r}, which this version of legalcase does "
        "not know. Upgrade it, or check what was stored."
    )
    problems = (("$.kind", "names a kind that this version does not know"),)
    return UnknownTagError(msg, tag=name, problems=problems)


def _carried(envelope: dict[str, Any]) -> Any:
    rest = {key: value for key, value in envelope.items() if key != "library"}
    # It has no schema: the version stands for it.
    schema = {} if "schema" in rest else {"schema": 1}
    name, _, data = opened({**rest, **schema})
    if "schema" in rest:
        raise decode_error([("$", "has both a schema and the version of a library")])
    if name not in _CARRIED_BY_NAME:
        raise _unknown_kind(name)
    written = envelope["library"]
    if written != _library():
        reason = (
            "is another version of legalcase: what is derived is not migrated, and is "
            "made again from its log"
        )
        raise decode_error([("$.library", reason)])
    return structured(data, _CARRIED_BY_NAME[name], "$.data")


def to_json(value: Any, model: Model | None = None) -> str:
    """Return a value's envelope as canonical JSON: equal values, equal text.

    A line that comes from a store has the text as which it is stored.
    """
    if isinstance(value, Recorded):
        return line_text(value, model)
    text = written(encode(value, model))
    if has_halves(text):
        msg = (
            f"A text in this {type(value).__name__} has half a character in it, which "
            "cannot be stored. Read the text again, as UTF-8."
        )
        raise InvalidValueError(msg, field="value", value=None)
    return text


def from_json(text: str | bytes, model: Model | None = None) -> Any:
    """Return the value in an envelope of JSON; raises as `decode` does."""
    text = as_text(text)
    envelope, is_whole = loaded(text)
    kind = envelope.get("kind") if isinstance(envelope, dict) else None
    if kind == KEPT[Recorded][0] or not is_whole:
        # What an unknown event says stays as it stands, whatever it is.
        return read_line(text, model_or_core(model), None)
    if has_halves(text):
        raise decode_error([("$", "has half a character in a text")])
    return decode(envelope, model)
