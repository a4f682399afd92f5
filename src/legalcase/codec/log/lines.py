"""Lines of a log as text: written once, read by every later version.

A line keeps the text as which it was stored and is never encoded again. Whoever reads
it passes over what it does not know, so that fields can be added; only what people
enter is read strictly (`legalcase.codec.from_json`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.codec.log.inner import data_of_event
from legalcase.codec.log.reading import LINE, read_line
from legalcase.codec.tables import find, model_of, model_or_core, name_of, plain
from legalcase.codec.text.json_text import (
    as_text,
    canonical,
    has_halves,
    is_json,
    written,
)
from legalcase.codec.text.problems import decode_error
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel import Recorded, UnknownEvent
from legalcase.kernel.events.inner import has_inner

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel import Model

__all__ = [
    "Encoded",
    "converted",
    "data_of",
    "encoded",
    "line_of",
    "line_text",
    "read_by",
]

# Said of a line where there is something to say.
_OPTIONAL: Final = ("on_behalf_of", "reason", "cause", "command_id")


def line_text(line: object, model: Model | None = None) -> str:
    """Return the text of a line: that as which it is stored, or else canonical JSON.

    Raises `InvalidTypeError` for an event that the model does not know, and
    `InvalidValueError` for a line that could not be read again.
    """
    if not isinstance(line, Recorded):
        msg = f"A line is a Recorded, not {type(line).__name__}. Pass one of a log."
        raise InvalidTypeError(msg, field="line", value=None)
    return encoded(line, model).text if line.text is None else line.text


class Encoded(NamedTuple):
    """The text that this version makes of a line, and the plain data in it.

    There are none of an event that is not known here: it is text already.
    """

    text: str
    data: dict[str, Any] | None


def encoded(line: Recorded, model: Model | None = None) -> Encoded:
    """Return a line as this version writes it, whatever text it bears.

    Raises what `line_text` raises.
    """
    event = line.event
    name, schema = LINE
    data: dict[str, Any] | None = None
    if not isinstance(event, UnknownEvent):
        data = data_of(line, model_of(line.stream, model))
        text = written({"kind": name, "schema": schema, "data": data})
    else:
        members = {**_beside(line), "event": None}
        _check_unknown(line, event, model_of(line.stream, model))
        inner = ",".join(
            f"{canonical(key)}:"
            + (event.payload if key == "event" else canonical(members[key]))
            for key in sorted(members)
        )
        text = f'{{"data":{{{inner}}},"kind":"{name}","schema":{schema}}}'
    if has_halves(text) and not isinstance(event, UnknownEvent):
        msg = (
            f"A text in line {line.number} has half a character in it, which cannot "
            "be stored. Read the text again, as UTF-8."
        )
        raise InvalidValueError(msg, field="line", value=None)
    return Encoded(text, data)


def data_of(line: Recorded, model: Model) -> dict[str, Any]:
    """Return what stands in the envelope of a line whose event is known."""
    event = line.event
    found = name_of(model, type(event))
    if found != (line.kind, line.schema):
        msg = (
            f"Line {line.number} says that it is of the kind {line.kind!r}, schema "
            f"{line.schema}; its event is {found[0]!r}, schema {found[1]}. Record the "
            "event, and let the file make the line."
        )
        raise InvalidValueError(msg, field="kind", value=line.kind)
    data = _beside(line)
    data["event"] = data_of_event(event, model)
    return data


def _beside(line: Recorded) -> dict[str, Any]:
    """Return what a line says beside its event."""
    write = plain
    data: dict[str, Any] = {
        "stream": line.stream,
        "number": line.number,
        "event_id": line.event_id,
        "kind": line.kind,
        "schema": line.schema,
        "recorded_at": write(line.recorded_at),
        "actor": line.actor,
    }
    happened = line.happened
    if happened is not None:
        data["happened"] = write(happened)
    for name in _OPTIONAL:
        value = getattr(line, name)
        if value is not None:
            data[name] = value
    if line.label is not None:
        data["label"] = write(line.label)
    if line.ancillary:
        data["ancillary"] = True
    return data


def _check_unknown(line: Recorded, event: UnknownEvent, model: Model) -> None:
    known = find(model, event.kind)
    if (event.kind, event.schema) != (line.kind, line.schema) or (
        known is not None and event.schema <= known.known
    ):
        msg = (
            f"Line {line.number} has an unknown event of the kind {event.kind!r}, "
            f"schema {event.schema}, which is no unknown one, or another than the line "
            "says. Pass it on as it came."
        )
        raise InvalidValueError(msg, field="kind", value=event.kind)
    if not is_json(event.payload):
        msg = (
            f"The payload of the unknown event {event.kind!r} is no JSON. Pass it on "
            "as it came."
        )
        raise InvalidValueError(msg, field="payload", value=None)


def line_of(text: str | bytes, model: Model | None = None) -> Recorded:
    """Return the line that a text is, with the text.

    Lines of version 0.1 are read, too. Keys that this program does not know are passed
    over; their paths are the `unread` of the line. An event of an unknown kind, or of
    a newer schema, becomes an `UnknownEvent` with its data as they stand in the text.

    Raises `DecodeError` with every problem and its path; `SchemaTooNewError` for a
    line, not an event, of a newer form.
    """
    text = as_text(text)
    unread: list[str] = []
    line = read_line(text, model_or_core(model), unread)
    return line.with_text(text, tuple(sorted(unread)))


def read_by(lines: Iterable[Recorded], model: Model | None) -> list[Recorded]:
    """Return lines as a model reads them, whichever model read them before.

    To one that has a room, an event of it is known; to one that has not, it is a kind
    of others, in the same line. A line without a text stays as it is. Raises
    `DecodeError`.
    """
    known = model_or_core(model)
    return [
        line
        if line.text is None or _is_read_by(line, known)
        else line_of(line.text, known)
        for line in lines
    ]


def _is_read_by(line: Recorded, model: Model) -> bool:
    """Tell whether a model would read a line as it was read."""
    return _is_so_read(line.event, model_of(line.stream, model))


def _is_so_read(event: object, model: Model) -> bool:
    if isinstance(event, UnknownEvent):
        found = find(model, event.kind)
        return found is None or event.schema > found.known
    try:
        name_of(model, type(event))
    except InvalidTypeError:
        return False
    inside = getattr(event, "event", None) if has_inner(type(event)) else None
    return inside is None or _is_so_read(inside, model)


def converted(
    texts: Iterable[str | bytes], model: Model | None = None
) -> list[Recorded]:
    """Return a log of version 0.1 as lines of today, which have no text yet.

    The ids of the events stay. What an old line says and a new one has no place for is
    refused with `DecodeError`, never dropped.
    """
    lines = []
    known = model_or_core(model)
    for number, text in enumerate(texts, 1):
        unread: list[str] = []
        lines.append(read_line(as_text(text), known, unread))
        if unread:
            reason = f"(line {number}) has no place in a line of this version"
            raise decode_error([(path, reason) for path in sorted(unread)])
    return lines
