"""Which words of labels are borne in a case, and how often: in the core's rooms."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import fields, has

from legalcase.counting.argument.computation import Computation
from legalcase.kernel.label import Label
from legalcase.kernel.register import Register
from legalcase.storage.projecting.registers import changed

if TYPE_CHECKING:
    from legalcase.kernel.folded import Folded

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
        names = _names(kind)
        if type(was) is not kind:
            _add(count, was, -1)
            _add(count, now, 1)
        elif issubclass(kind, Register):
            waiting += [(one.old, one.new) for one in changed(was, now)]
        elif kind is tuple:
            shared = min(len(was), len(now))
            waiting += zip(was, now, strict=False)
            _add(count, was[shared:], -1)
            _add(count, now[shared:], 1)
        elif names and not issubclass(kind, Label):
            waiting += [
                (getattr(was, name, None), getattr(now, name, None)) for name in names
            ]
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
        if names := _names(kind):
            if kind is Label or isinstance(one, Label):
                words = (one.audience, one.ground)
                for word in words:
                    if word is not None:
                        count[word] = count.get(word, 0) + times
                continue
            waiting += [getattr(one, name, None) for name in names]
        elif kind is tuple or isinstance(one, Register | tuple | frozenset):
            waiting += one
        elif isinstance(one, list | set | Mapping) and id(one) not in seen:
            seen.add(id(one))
            waiting += one.values() if isinstance(one, Mapping) else one


@lru_cache(maxsize=1024)
def _names(kind: Hashable) -> tuple[str, ...]:
    """Return the fields in which a value of a class can have something labelled.

    A computation is of the law, and bears none.
    """
    if not isinstance(kind, type) or issubclass(kind, Computation | Enum):
        return ()
    if not has(kind):
        return ()
    return tuple(each.name for each in fields(kind))
