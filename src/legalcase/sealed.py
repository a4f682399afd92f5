"""Sealed: values that nobody can change once they are made.

Law is loaded once and shared by everybody in the program, so whatever is handed out of
it is sealed where it is made, and nothing has to be copied on its way out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, Never

from attrs.exceptions import FrozenInstanceError

from legalcase.errors import InvalidValueError

if TYPE_CHECKING:
    from attrs import AttrsInstance

__all__ = ["Sealed", "SealedTable", "same_fields", "sealed"]

#: How deep tables may lie in one another: law needs five levels.
_DEEPEST: Final = 40


class Sealed:
    """Something whose attributes are set once, when it is made, and never again."""

    __slots__ = ()

    def __setattr__(self, name: str, value: object) -> None:
        """Set an attribute that has no value yet; `FrozenInstanceError` otherwise."""
        if hasattr(self, name):
            raise FrozenInstanceError
        object.__setattr__(self, name, value)

    def __delattr__(self, name: str) -> Never:
        """Refuse."""
        raise FrozenInstanceError


class SealedTable(dict[str, Any]):
    """A table of the law, read-only, with read-only values: made by `sealed`.

    It is a `dict` to whoever reads it. For another, write ``{**table, "key": value}``.
    """

    __slots__ = ()

    def _refuse(self, *_: object, **__: object) -> Never:
        msg = (
            "A table of the law cannot be changed. Make another of it: "
            "{**table, 'key': value}."
        )
        raise TypeError(msg)

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __copy__(self) -> SealedTable:
        """Return itself: what cannot change needs no copy."""
        return self

    def __deepcopy__(self, _: object) -> SealedTable:
        """Return itself: what cannot change needs no copy."""
        return self

    def __reduce__(self) -> tuple[object, tuple[dict[str, Any]]]:
        """Pickle as a plain table that is sealed again."""
        return sealed, (dict(self),)


#: What most tables hold, and cannot be changed.
_READ_ONLY: Final = frozenset({str, int, bool, float, date, datetime, SealedTable})


def sealed(value: Any, *, _depth: int = 0) -> Any:  # noqa: ANN401 - a table, or what is in it
    """Return a table and all that is in it, read-only: lists become tuples.

    Raises `InvalidValueError` where tables lie too deep in one another.
    """
    kind = type(value)
    if kind in _READ_ONLY:
        return value
    if _depth > _DEEPEST:
        msg = (
            f"Tables lie more than {_DEEPEST} deep in one another. No law is written "
            "so: lay them out flat."
        )
        raise InvalidValueError(msg, field="table", value=None)
    if kind is dict or isinstance(value, Mapping):
        return SealedTable(
            {key: sealed(inner, _depth=_depth + 1) for key, inner in value.items()}
        )
    if kind is list or kind is tuple:
        return tuple([sealed(inner, _depth=_depth + 1) for inner in value])
    if isinstance(value, set):
        return frozenset(value)
    return value


def same_fields(one: AttrsInstance, other: object) -> bool:
    """Tell whether two values of one class are equal in every field that counts.

    As attrs would compare them, without the code that it writes for each class: most
    programs never compare two rules.
    """
    if other.__class__ is not one.__class__:
        return False
    return one is other or all(
        getattr(one, field.name) == getattr(other, field.name)
        for field in one.__attrs_attrs__
        if field.eq
    )
