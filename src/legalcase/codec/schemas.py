"""JSON Schema of what is kept, read off the classes: for other programs and languages.

It is as strict as what people enter is read: a field that no class knows is refused.
Some of what the classes check (an instant that lies on its day, say) no schema can say.
"""

from __future__ import annotations

import collections.abc
import types
import typing
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

import attrs

from legalcase.calendars.entries.falls import Falls
from legalcase.codec.kinds import kept
from legalcase.codec.log.wire_line import WireLine
from legalcase.codec.schema_checks import checked
from legalcase.codec.tables import converter, model_or_core
from legalcase.codec.text.moments import DATE_PATTERN, INSTANT_PATTERN
from legalcase.codec.values.computation import WIRE
from legalcase.codec.values.converter import BASES
from legalcase.errors import UnknownNameError
from legalcase.kernel import Recorded, Ref
from legalcase.kernel.events.inner import Supposed, has_inner
from legalcase.model.deadlines.basis import Basis

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.kernel import Model

__all__ = ["json_schema"]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

_SCALARS: Final[dict[Any, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    float: {"type": "number"},
    type(None): {"type": "null"},
    date: {"type": "string", "format": "date", "pattern": f"^{DATE_PATTERN}$"},
    datetime: {"type": "string", "pattern": f"^{INSTANT_PATTERN}$"},
    Falls: {"type": "string", "minLength": 1},
    Ref: {"type": "string", "pattern": "^[a-z0-9/-]+:[!-~]{1,200}$"},
    Any: {},
}


def json_schema(kind: str, model: Model | None = None) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a kind, with its `$defs`.

    `kind` is a name on the wire (``"recorded"``, ``"filed"``, ``"computation"``);
    `model` knows the kinds of events, and is the core if it is left out. Raises
    `UnknownNameError` for a kind that is not kept.
    """
    known = model_or_core(model)
    by_name = {name: (cls, schema) for cls, (name, schema) in kept(known).items()}
    found = by_name.get(str(kind))
    if found is None:
        noun = "kind"
        raise UnknownNameError.of(noun, str(kind), by_name)
    converter()  # which resolves the annotations of the law's classes
    cls, schema = found
    writer = _Writer(known)
    return {
        "$schema": _DIALECT,
        "title": kind,
        **_tagged(kind, writer.of(cls), schema),
        "$defs": writer.defs,
    }


def _tagged(kind: str, data: Schema, schema: int | None) -> Schema:
    """Return the schema of an object that says of what kind its data are."""
    properties: Schema = {"kind": {"const": kind}, "data": data}
    if schema is not None:
        properties["schema"] = {"const": schema}
    return _object(properties, sorted(properties))


def _object(properties: Schema, required: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


class _Writer:
    """Writes the schemas of types, and gathers those of the classes in them."""

    def __init__(self, model: Model) -> None:
        self.defs: Schema = {}
        self._model = model

    def of(self, kind: Any) -> Schema:
        """Return the schema of a declared type."""
        if kind in _SCALARS:
            return dict(_SCALARS[kind])
        if kind == Basis:
            return self._named("Basis", self._basis)
        form = self._form(typing.get_origin(kind), typing.get_args(kind))
        if form is not None:
            return form
        if isinstance(kind, type) and issubclass(kind, Enum):
            return {"enum": [member.value for member in kind]}
        return self._class(kind)

    def _form(self, origin: Any, arguments: tuple[Any, ...]) -> Schema | None:
        """Return the schema of what is made of other types; ``None`` for a class."""
        if origin in (types.UnionType, typing.Union):
            return {"anyOf": [self.of(member) for member in arguments]}
        if origin is tuple:
            return self._tuple(arguments)
        if origin is frozenset:
            return {**self._list(arguments[0]), "uniqueItems": True}
        if origin is collections.abc.Mapping:
            return {"type": "object"}
        return {"enum": list(arguments)} if origin is typing.Literal else None

    def _list(self, member: Any) -> Schema:
        return {"type": "array", "items": self.of(member)}

    def _tuple(self, arguments: tuple[Any, ...]) -> Schema:
        if arguments[-1] is Ellipsis:
            return self._list(arguments[0])
        several = [self.of(one) for one in arguments]
        return {
            "type": "array",
            "prefixItems": several,
            "minItems": len(several),
            "items": False,
        }

    def _class(self, cls: Any) -> Schema:
        if cls is Recorded:
            return self._named("Recorded", self._line)
        if has_inner(cls):
            return self._named(cls.__name__, lambda: self._around(cls))
        wire = WIRE.get(cls, cls)
        return self._named(wire.__name__.lstrip("_"), lambda: self._fields(wire))

    def _named(self, name: str, write: Callable[[], Schema]) -> Schema:
        if name not in self.defs:
            self.defs[name] = {}  # a class can be in itself
            self.defs[name] = write()
        return {"$ref": f"#/$defs/{name}"}

    def _fields(self, cls: Any) -> Schema:
        attrs.resolve_types(cls)
        found = [each for each in attrs.fields(cls) if each.init]
        properties = {
            each.name: checked(self.of(each.type), each.validator) for each in found
        }
        required = [each.name for each in found if each.default is attrs.NOTHING]
        return _object(properties, required)

    def _basis(self) -> Schema:
        return {
            "oneOf": [_tagged(tag, self.of(cls), None) for cls, tag in BASES.items()]
        }

    def _around(self, cls: type) -> Schema:
        """Return the schema of what has an event in it: one of a kind of the model."""
        found = self._fields(cls)
        is_supposed = issubclass(cls, Supposed)
        found["properties"]["event"] = {
            "oneOf": [
                _tagged(row.kind, self.of(row.event), row.schema)
                for row in self._model.rows()
                if not (is_supposed and issubclass(row.event, Supposed))
            ]
        }
        return found

    def _line(self) -> Schema:
        found = self._fields(WireLine)
        said = self._fields(Recorded)["properties"]
        for name in found["properties"].keys() & said.keys() - {"event"}:
            found["properties"][name] = said[name]
        kinds = [
            (name, self.of(cls), schema)
            for cls, (name, schema) in kept(self._model).items()
            if self._model.find_kind(name) or name in ("corrected", "retracted")
        ]
        found["properties"]["kind"] = {"enum": [name for name, _, _ in kinds]}
        found["allOf"] = [
            {
                "if": {"properties": {"kind": {"const": name}}},
                "then": {"properties": {"schema": {"const": schema}, "event": event}},
            }
            for name, event, schema in kinds
        ]
        return found
