"""An event inside another on the wire: with its own kind and schema, to any depth.

What is inside and known here is read as any event is. What is not stays an
`UnknownEvent` with its data as they stand in the text; what is around it is read all
the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.codec.log.opening import upgraded
from legalcase.codec.tables import find, name_of, plain, structured
from legalcase.codec.text.json_text import loaded, slices
from legalcase.codec.text.problems import decode_error
from legalcase.kernel import Event, UnknownEvent
from legalcase.kernel.events.inner import has_inner

if TYPE_CHECKING:
    from legalcase.codec.tables import Found
    from legalcase.kernel import Model

__all__ = ["data_of_event", "event_in", "event_in_text", "is_known", "tags_in"]

#: The field in which the other event lies.
_FIELD = "event"


def data_of_event(event: Any, model: Model) -> Any:
    """Return an event, or a correction, on the wire: what lies in it with its kind."""
    data = plain(event)
    if has_inner(type(event)):
        data[_FIELD] = _tagged(event.event, model)
    return data


def _tagged(event: Event | UnknownEvent, model: Model) -> dict[str, Any]:
    if isinstance(event, UnknownEvent):
        data, _ = loaded(event.payload)
        return {"kind": event.kind, "schema": event.schema, "data": data}
    kind, schema = name_of(model, type(event))
    return {"kind": kind, "schema": schema, "data": data_of_event(event, model)}


def is_known(tagged: dict[str, Any], data: object, model: Model) -> bool:
    """Tell whether an event, and all that lies in it, are of kinds that a model knows.

    `tagged` says of which kind and schema it is, `data` what it says. What is not as
    it should be is taken for known, and refused where it is read.
    """
    kind, schema = tagged.get("kind"), tagged.get("schema")
    if type(kind) is not str or type(schema) is not int:
        return True
    found = find(model, kind)
    if found is None or schema > found.known:
        return False
    inside = data.get(_FIELD) if isinstance(data, dict) else None
    if not isinstance(inside, dict) or not has_inner(found.cls):
        return True
    return is_known(inside, inside.get("data"), model)


def tags_in(payload: str) -> dict[str, Any]:
    """Return what the text of an event says of the kinds of those inside it."""
    outer = slices(payload) or {}
    inside = slices(str(outer[_FIELD])) if _FIELD in outer else None
    if inside is None:
        return {}
    tags: dict[str, Any] = {
        name: loaded(str(inside[name]))[0]
        for name in ("kind", "schema")
        if name in inside
    }
    if "data" in inside:
        tags["data"] = tags_in(str(inside["data"]))
    return {_FIELD: tags}


def event_in(
    data: Any, found: Found, model: Model, path: str, unread: list[str] | None
) -> Any:
    """Return what is of a class, with what lies in it; raises `DecodeError`.

    What is inside has to be known; `data` are of the newest schema.
    """
    made = structured(data, found.cls, path, unread)
    if not has_inner(found.cls):
        return made
    inside = data[_FIELD]
    where = f"{path}.{_FIELD}"
    known = find(model, inside["kind"])
    is_event = known is not None and issubclass(known.cls, Event)
    if known is None or not is_event or inside["schema"] > known.known:
        reason = "names an event that this version does not know"
        raise decode_error([(where, reason)])
    where += ".data"
    moved = upgraded(inside["kind"], inside["schema"], inside["data"], known, where)
    return _with(made, event_in(moved, known, model, where, unread), path)


def _with(made: Any, event: Event | UnknownEvent, path: str) -> Any:
    why = ""
    try:
        return evolve(made, event=event)
    except (ValueError, TypeError) as error:
        why = str(error)
    raise decode_error([(path, why)])


def event_in_text(
    payload: str,
    tags: tuple[str, int],
    found: Found,
    model: Model,
    path: str,
    unread: list[str] | None,
) -> Any:
    """Return what a text says where something inside it is not known here.

    `tags` are kind and schema of what is around it. Raises `DecodeError`.
    """
    parts = {name: str(part) for name, part in (slices(payload) or {}).items()}
    inside = {
        name: str(part) for name, part in (slices(parts.get(_FIELD, "")) or {}).items()
    }
    if has_inner(found.cls) and inside.keys() != {"kind", "schema", "data"}:
        reason = "does not say of what kind the event inside it is"
        raise decode_error([(path, reason)])
    data = {
        name: loaded(part)[0]
        for name, part in parts.items()
        if not has_inner(found.cls) or name != _FIELD
    }
    if not has_inner(found.cls):
        moved = upgraded(*tags, data, found, path)
        return structured(moved, found.cls, path, unread)
    kind, schema = loaded(inside["kind"])[0], loaded(inside["schema"])[0]
    # What stands inside may be anything that JSON has: here, only its tags are read.
    data[_FIELD] = {"kind": kind, "schema": schema, "data": {}}
    moved = upgraded(*tags, data, found, path)
    made = structured(moved, found.cls, path, unread)
    known = find(model, kind)
    if known is not None and issubclass(known.cls, Event) and schema <= known.known:
        event = event_in_text(
            inside["data"],
            (kind, schema),
            known,
            model,
            f"{path}.{_FIELD}.data",
            unread,
        )
    else:
        event = evolve(made.event, payload=inside["data"])
    return _with(made, event, path)
