"""What a log has made, on the wire: registers, as lists of ids and things."""

from __future__ import annotations

import typing
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import fields, resolve_types

from legalcase.codec.text.problems import said
from legalcase.kernel import Register
from legalcase.kernel.register import filled
from legalcase.model.people.state import People
from legalcase.model.records.state import Records

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["register_states"]


def register_states(converter: Converter) -> None:
    """Teach a converter the registers of which the rooms of a case are made."""
    converter.register_unstructure_hook_factory(
        _is_register, lambda kind: _write(converter, _member(kind))
    )
    converter.register_structure_hook_factory(
        _is_register, lambda kind: _read(converter, _member(kind))
    )


def _is_register(kind: Any) -> bool:
    return typing.get_origin(kind) is Register


def _member(kind: Any) -> Any:
    return typing.get_args(kind)[0]


def _write(converter: Converter, member: Any) -> Any:
    def write(register: Register[Any]) -> list[Any]:
        return [
            [name, converter.unstructure(thing, member)]
            for name, thing in register.items()
        ]

    return write


def _read(converter: Converter, member: Any) -> Any:
    def read(value: object, _: Any) -> Register[Any]:
        found = converter.structure(value, tuple[tuple[str, member], ...])
        names = [name for name, _ in found]
        if len(set(names)) != len(names):
            reason = "has an id twice"
            raise said(reason)
        return filled(_empty(member), names, [thing for _, thing in found])

    return read


@lru_cache(maxsize=1024)
def _empty(member: Any) -> Register[Any]:
    """Return the register in which a room has its things: it knows what they are."""
    for room in (People, Records):
        resolve_types(room)
        first = room()
        for each in fields(room):
            if _is_register(each.type) and _member(each.type) is member:
                register: Register[Any] = getattr(first, each.name)
                return register
    return Register(member.__name__.lower())
