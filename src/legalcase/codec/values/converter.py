"""The strict converter: what does not fit exactly is refused, never bent."""

from __future__ import annotations

import types
import typing
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, Final

from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
)
from cattrs.gen import make_dict_unstructure_fn

from legalcase.codec.text.moments import (
    date_from_text,
    date_to_text,
    instant_from_text,
    instant_to_text,
)
from legalcase.codec.text.problems import TagError, said
from legalcase.counting.argument.findings import Notice, Reading
from legalcase.counting.engine.inputs import Inputs
from legalcase.errors import LegalCaseError
from legalcase.kernel import Event, Ref, Terms
from legalcase.model.deadlines.basis import Agreed, Basis, Computed, Derived, Ordered

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["BASES", "leaves_out_defaults", "strict_converter"]

#: Tags of the bases on the wire; they never change.
BASES: Final = types.MappingProxyType(
    {
        Computed: "computed",
        Ordered: "ordered",
        Agreed: "agreed",
        Derived: "derived",
    }
)


# A field that has its default is left out, so that fields can be added to a schema.
_SHORT: Final = (Event, Terms, Inputs, Notice, Reading)


def strict_converter() -> Converter:
    """Return a new converter for the values of the core and of the model."""
    converter = Converter(forbid_extra_keys=True)
    for scalar in (str, int, bool, float):
        converter.register_structure_hook(scalar, _exactly(scalar))
    _register_moments(converter)
    converter.register_unstructure_hook(StrEnum, lambda member: member.value)
    converter.register_unstructure_hook_factory(
        _is_tuple, lambda kind: _tuple_out(converter, kind)
    )
    converter.register_structure_hook_factory(
        _is_tuple, lambda kind: _tuple_hook(converter, kind)
    )
    leaves_out_defaults(converter, _SHORT)
    converter.register_unstructure_hook(Ref, str)
    converter.register_structure_hook(Ref, lambda value, _: _ref(value))
    _register_union(converter, Basis, {tag: cls for cls, tag in BASES.items()})
    return converter


def leaves_out_defaults(converter: Converter, bases: tuple[type, ...]) -> None:
    """Have a converter leave out, of these classes, the fields with their default."""
    converter.register_unstructure_hook_factory(
        lambda kind: isinstance(kind, type) and issubclass(kind, bases),
        lambda kind: make_dict_unstructure_fn(
            kind, converter, _cattrs_omit_if_default=True
        ),
    )


def _ref(value: object) -> Ref:
    reason = "refers to nothing, as 'hearing:trial' does"
    if type(value) is not str:
        raise said(reason)
    try:
        return Ref.parse(value)
    except LegalCaseError:
        raise said(reason) from None


def _exactly(scalar: type) -> Callable[[object, Any], Any]:
    def hook(value: object, kind: Any) -> Any:
        if type(value) is not scalar:
            reason = f"is no {_NAMES[scalar]}"
            raise said(reason)
        if kind is scalar:
            return value
        # The hook of a class serves its subclasses too: here, enums of text.
        return _member(kind, value) if _is_enum(kind) else value

    return hook


def _member(kind: type[Enum], value: object) -> Enum:
    for member in kind:
        if member.value == value:
            return member
    reason = f"is none of {', '.join(str(member.value) for member in kind)}"
    raise said(reason)


_NAMES: Final = {str: "text", int: "whole number", bool: "truth value", float: "number"}


def _register_moments(converter: Converter) -> None:
    converter.register_unstructure_hook(date, date_to_text)
    converter.register_unstructure_hook(datetime, instant_to_text)
    converter.register_structure_hook(date, lambda v, _: _read(date_from_text, v))
    converter.register_structure_hook(
        datetime, lambda v, _: _read(instant_from_text, v)
    )
    converter.register_structure_hook_factory(_is_moment, _moment)


def _read(reader: Callable[[object], Any], value: object) -> Any:
    try:
        return reader(value)
    except ValueError as error:
        raise said(str(error)) from None


def _members(kind: Any) -> tuple[Any, ...]:
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return typing.get_args(kind)
    return ()


def _is_moment(kind: Any) -> bool:
    return {date, datetime} == set(_members(kind)) - {types.NoneType}


def _moment(kind: Any) -> Callable[[object, Any], date | datetime | None]:
    can_lack = types.NoneType in _members(kind)

    def moment(value: object, _: Any) -> date | datetime | None:
        if value is None and can_lack:
            return None
        is_instant = isinstance(value, str) and "T" in value
        found: date = _read(instant_from_text if is_instant else date_from_text, value)
        return found

    return moment


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _is_tuple(kind: Any) -> bool:
    return typing.get_origin(kind) is tuple


def _tuple_out(
    converter: Converter,
    kind: Any,
) -> Callable[[tuple[Any, ...]], list[Any]]:
    # By the declared types: a table of the law is a mapping, whatever holds it.
    arguments = typing.get_args(kind)
    if arguments[-1] is Ellipsis:
        declared = arguments[0]
        return lambda members: [converter.unstructure(one, declared) for one in members]
    return lambda members: [
        converter.unstructure(one, argument)
        for one, argument in zip(members, arguments, strict=True)
    ]


def _tuple_hook(
    converter: Converter,
    kind: Any,
) -> Callable[[object, Any], tuple[Any, ...]]:
    arguments = typing.get_args(kind)

    listed = list[arguments[0]]  # type: ignore[valid-type]  # known at run time

    def several(value: object, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            reason = "is no list"
            raise said(reason)
        return tuple(converter.structure(value, listed))

    def fixed(value: object, _: Any) -> tuple[Any, ...]:
        if type(value) is not list or len(value) != len(arguments):
            reason = f"is no list of {len(arguments)}"
            raise said(reason)
        return tuple(
            converter.structure(member, argument)
            for member, argument in zip(value, arguments, strict=True)
        )

    return several if arguments[-1] is Ellipsis else fixed


def _register_union(
    converter: Converter,
    union: Any,
    by_tag: dict[str, type],
) -> None:
    """Write members of a union as {"kind": tag, "data": …}; tags come from a table."""
    tags = {cls: tag for tag, cls in by_tag.items()}

    def write(value: Any) -> dict[str, Any]:
        cls = type(value)
        return {"kind": tags[cls], "data": converter.unstructure(value, cls)}

    def read(value: object, _: Any) -> Any:
        if type(value) is not dict or not value.keys() >= {"kind", "data"}:
            reason = "is no object with kind and data"
            raise said(reason)
        tag = value["kind"]
        if type(tag) is not str or tag not in by_tag:
            raise TagError(tag)
        cls = by_tag[tag]
        found: Any = None
        errors: list[Exception] = []
        try:
            found = converter.structure(value["data"], cls)
        except Exception as error:  # noqa: BLE001 - whatever it is, it goes on
            # So that the path of a problem leads through the tagged object.
            error.__notes__ = [
                *getattr(error, "__notes__", ()),
                AttributeValidationNote("Structuring data", "data", cls),
            ]
            errors.append(error)
        if len(value) > len(("kind", "data")):
            extra = value.keys() - {"kind", "data"}
            errors.append(ForbiddenExtraKeysError(None, cls, extra))
        if errors:
            what = "Structuring a tagged union"
            raise ClassValidationError(what, errors, cls)
        return found

    converter.register_unstructure_hook(union, write)
    converter.register_structure_hook(union, read)
