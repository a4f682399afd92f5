"""Shapes: of which classes a snapshot is made, and how values of each lie in it."""

from __future__ import annotations

import inspect
import sys
from enum import Enum, Flag
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from attrs import NOTHING, Attribute, Factory, fields, frozen, has

from legalcase.counting.argument.computation import Computation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel import Facet, Model

__all__ = [
    "Shape",
    "Unfit",
    "annotations_of",
    "class_named",
    "functions_of",
    "packages_of",
    "shape_of",
]

_OURS: Final = "legalcase"


class Unfit(ValueError):  # noqa: N818 - no error: a reason, caught at the door
    """Why something cannot stand in a snapshot; it has no value in it."""


@frozen
class Shape:
    """How the values of a class lie: the fields that are written, in their order.

    `memos` are fields that hold what was worked out before: they are not written, and
    begin anew. `stamp` digests names and types of the fields: another class of the
    same name has another.
    """

    cls: type
    kind: str
    names: tuple[str, ...]
    memos: tuple[tuple[str, Any], ...]
    stamp: str

    @property
    def where(self) -> str:
        """Module and name of the class."""
        return f"{self.cls.__module__}:{self.cls.__qualname__}"


#: Has what it was made from behind it, which stays behind: see its `__getstate__`.
_BACKING: Final = "_backing"


@lru_cache(maxsize=1024)
def shape_of(cls: type) -> Shape:
    """Return the shape of a class; raises `Unfit` for one that cannot be read back."""
    if class_named(cls.__module__, cls.__qualname__) is not cls:
        reason = f"the class {cls.__qualname__} is not found by its name"
        raise Unfit(reason)
    if issubclass(cls, Enum):
        return _of_enum(cls)
    if issubclass(cls, tuple) and hasattr(cls, "_fields"):
        return Shape(cls, "named", tuple(cls._fields), (), _stamp(cls, cls._fields))
    if not has(cls) or "__attrs_attrs__" not in vars(cls):
        reason = f"{cls.__qualname__} is no class of attrs, no enum and no named tuple"
        raise Unfit(reason)
    return _of_attrs(cls)


def _of_enum(cls: type[Enum]) -> Shape:
    if issubclass(cls, Flag):
        reason = f"{cls.__qualname__} is made of flags"
        raise Unfit(reason)
    members = [f"{name}={one.value!r}" for name, one in cls.__members__.items()]
    return Shape(cls, "enum", (), (), _digest(members))


def _of_attrs(cls: Any) -> Shape:
    own = (cls.__new__, cls.__reduce__, cls.__reduce_ex__)
    if own != (object.__new__, object.__reduce__, object.__reduce_ex__):
        reason = f"{cls.__qualname__} is made in a way of its own"
        raise Unfit(reason)
    memos: list[tuple[str, Any]] = []
    names: list[str] = []
    every = fields(cls)
    for each in every:
        if _is_memo(each) or (cls is Computation and each.name == _BACKING):
            memos.append((each.name, _default(cls, each)))
        else:
            names.append(each.name)
    slots = {name for base in cls.__mro__ for name in _slots(base)}
    if cls.__dictoffset__ or slots != {each.name for each in every}:
        reason = f"{cls.__qualname__} has more to it than the slots of its fields"
        raise Unfit(reason)
    kind = "computation" if cls is Computation else "attrs"
    return Shape(cls, kind, tuple(names), tuple(memos), _stamp(cls, names))


def _is_memo(each: Attribute[Any]) -> bool:
    """Tell whether a field is none of the value: it is neither given nor compared."""
    return not each.init and not each.eq


def _default(cls: type, each: Attribute[Any]) -> Any:
    if each.default is NOTHING or isinstance(each.default, Factory):  # type: ignore[arg-type]  # a class, though it is typed as a function
        reason = f"{cls.__qualname__} remembers in {each.name} what has no default"
        raise Unfit(reason)
    return each.default


def _slots(base: type) -> set[str]:
    found = vars(base).get("__slots__", ())
    return {found} if isinstance(found, str) else set(found) - {"__weakref__"}


def _stamp(cls: type, names: Iterable[str]) -> str:
    types: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        types |= annotations_of(base)
    return _digest(f"{name}: {types.get(name)}" for name in names)


def annotations_of(of: Any) -> dict[str, str]:
    """Return what a class or function itself says of its types, as it is written."""
    try:
        found = inspect.get_annotations(of)
    except (NameError, TypeError):  # of names that exist for the type checker alone
        return {}
    return {name: _written(said) for name, said in found.items()}


def _written(said: object) -> str:
    return said if isinstance(said, str) else repr(said)


def _digest(parts: Iterable[str]) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def class_named(module: str, name: str) -> type | None:
    """Return the class of a name, of a module that is there: nothing is imported."""
    found = vars(sys.modules[module]).get(name) if module in sys.modules else None
    return found if isinstance(found, type) else None


def functions_of(*facets: Facet[Any]) -> list[Any]:
    """Return what rooms do when they hear something: the handlers in their tables."""
    found: list[Any] = []
    for facet in facets:
        found += [row.handler for row in facet.rows]
        found += [heard.handler for heard in facet.hears]
        found.append(facet.corrected)
    return [one for one in found if one is not None]


@lru_cache(maxsize=64)
def packages_of(model: Model) -> frozenset[str]:
    """Return the packages whose classes may stand in the rooms of a model."""
    modules = {_OURS, model.opens.__module__}
    modules |= {type(facet.first).__module__ for facet in model.facets}
    modules |= {row.event.__module__ for row in model.rows()}
    for function in functions_of(*model.facets):
        modules.add(getattr(function, "__module__", None) or _OURS)
    return frozenset(module.partition(".")[0] for module in modules)
