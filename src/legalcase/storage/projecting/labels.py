"""Which words of labels are borne in a case, and how often: in the core's rooms."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from attrs import fields, has

from legalcase.counting.argument.computation import Computation
from legalcase.kernel.events.label import Label
from legalcase.kernel.register import Register
from legalcase.storage.projecting.registers import changed

if TYPE_CHECKING:
    from attrs import Attribute

    from legalcase.kernel.folding.folded import Folded

__all__ = ["labels_after", "labels_in"]

_Rooms = dict[str, Any]


def labels_in(folded: Folded) -> dict[str, int]:
    """Return each audience and each ground that something bears, with how often."""
    count: dict[str, int] = {}
    for state in _core(folded).values():
        _add(count, state, 1)
    return count


def labels_after(
    folded: Folded, before: Folded, counted: Mapping[str, int]
) -> Mapping[str, int]:
    """Return the same, from what was `counted` before some lines."""
    old, new = _core(before), _core(folded)
    if all(old.get(name, old) is state for name, state in new.items()):
        return counted if len(old) == len(new) else labels_in(folded)
    count = dict(counted)
    for name, state in new.items():
        _change(count, old.get(name), state)
    for name in old.keys() - new.keys():
        _add(count, old[name], -1)
    return {word: number for word, number in count.items() if number}


def _core(folded: Folded) -> _Rooms:
    """Return the states of the rooms of the core.

    Whoever reads a case without the rooms of others lists it like whoever has them.
    """
    states = folded.states()
    return {name: state for name, state in states.items() if "/" not in name}


def _change(count: dict[str, int], old: Any, new: Any) -> None:
    """Count what is new, and no more what was there; what is shared is not read."""
    waiting = [(old, new)]
    while waiting:
        was, now = waiting.pop()
        if was is now:
            continue
        kind: Any = type(now)
        how, names = _shape(kind)
        if type(was) is not kind:
            _add(count, was, -1)
            _add(count, now, 1)
        elif how == _VALUE:
            waiting += [
                (getattr(was, name, None), getattr(now, name, None)) for name in names
            ]
        elif issubclass(kind, Register):
            waiting += [(one.old, one.new) for one in changed(was, now)]
        elif kind is tuple:
            shared = min(len(was), len(now))
            waiting += zip(was, now, strict=False)
            _add(count, was[shared:], -1)
            _add(count, now[shared:], 1)
        else:
            _add(count, was, -1)
            _add(count, now, 1)


def _add(count: dict[str, int], value: Any, times: int) -> None:
    waiting = [value]
    # Only what can be changed can hold itself.
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        kind: Any = type(one)
        how, names = _shape(kind)
        if how == _VALUE:
            waiting += [getattr(one, name, None) for name in names]
        elif how == _LABEL:
            for word in (one.audience, one.ground):
                if word is not None:
                    count[word] = count.get(word, 0) + times
        elif how == _SEVERAL:
            waiting += one
        elif how == _CHANGING and id(one) not in seen:
            seen.add(id(one))
            waiting += one.values() if isinstance(one, Mapping) else one


#: How a value is read: not at all, as a label, by its fields, by its members, or by
#: those of what can be changed.
_LEAF, _LABEL, _VALUE, _SEVERAL, _CHANGING = range(5)
#: Names that stand in the type of a field in which nothing can be labelled.
_PLAIN: Final = frozenset(
    {"None", "bool", "bytes", "date", "datetime", "float", "int", "str"}
    | {"frozenset", "tuple", "Computation"}
)
_NAME: Final = re.compile(r"[A-Za-z_]\w*")


@lru_cache(maxsize=1024)
def _shape(kind: Hashable) -> tuple[int, tuple[str, ...]]:
    """Return how a value of a class is read, and the fields that have to be.

    A computation is of the law, and bears no label.
    """
    if not isinstance(kind, type) or issubclass(kind, Computation | Enum | str):
        return _LEAF, ()
    if issubclass(kind, Label):
        return _LABEL, ()
    if has(kind):
        return _VALUE, tuple(
            each.name for each in fields(kind) if _may_hold(kind, each)
        )
    if issubclass(kind, Register | tuple | frozenset):
        return _SEVERAL, ()
    return (_CHANGING if issubclass(kind, list | set | Mapping) else _LEAF), ()


def _may_hold(kind: type, each: Attribute[Any]) -> bool:
    """Tell whether something labelled can stand in a field, by its type.

    Only of classes of this package: what others call their types, nobody knows here.
    """
    said: object = each.type
    if not isinstance(said, str) or not kind.__module__.startswith("legalcase."):
        return True
    return not _PLAIN.issuperset(_NAME.findall(said))
