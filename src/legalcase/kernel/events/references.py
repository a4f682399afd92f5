"""What an event refers to, and what it gives an id: read off its fields."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_args

from attrs import fields, frozen, has, resolve_types

from legalcase.errors import InvalidValueError, UnknownNameError
from legalcase.kernel.events.ids import chosen
from legalcase.kernel.events.ref import AGAIN, NAMES, REFERS, Ref
from legalcase.kernel.events.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.register import Register

__all__ = [
    "check_references",
    "named_by",
    "named_twice",
    "nouns_named",
    "references_of",
]


@frozen
class _Plan:
    """Which fields of a class to look at, and how."""

    named: tuple[tuple[str, str, bool], ...]
    ids: tuple[tuple[str, str], ...]
    nested: tuple[str, ...]


@lru_cache(maxsize=1024)
def _plan(cls: type) -> _Plan:
    named, ids, nested = [], [], []
    resolve_types(cls)
    for each in fields(cls):
        if not each.init:
            continue
        noun = each.metadata.get(NAMES)
        if noun is not None:
            named.append((each.name, noun, each.metadata[AGAIN]))
        noun = each.metadata.get(REFERS)
        if noun is not None:
            ids.append((each.name, noun))
        elif _can_hold(each.type, frozenset({cls})):
            nested.append(each.name)
    return _Plan(tuple(named), tuple(ids), tuple(nested))


def _can_hold(kind: Any, seen: frozenset[type]) -> bool:  # noqa: ANN401 - a type, or a form of one
    """Tell whether a value of a declared type can have a reference in it."""
    if kind is Ref:
        return True
    if isinstance(kind, type) and has(kind):
        if kind in seen or not issubclass(kind, Terms):
            return False
        resolve_types(kind)
        return any(
            REFERS in each.metadata or _can_hold(each.type, seen | {kind})
            for each in fields(kind)
        )
    return any(_can_hold(member, seen) for member in get_args(kind))


def references_of(
    value: Any,  # noqa: ANN401 - any event, or part of one
) -> Iterator[tuple[str, str, str]]:
    """Return (noun, id, field) of all that an event, or a part of it, refers to."""
    plan = _plan(type(value))  # type: ignore[arg-type]  # a class has a hash
    for name, noun in plan.ids:
        found = getattr(value, name)
        if type(found) is str:
            yield noun, found, name
        elif found is not None:
            for one in found:
                yield noun, one, name
    for name in plan.nested:
        yield from _in(getattr(value, name), name)


def _in(value: object, name: str) -> Iterator[tuple[str, str, str]]:
    if type(value) is tuple:
        for member in value:
            yield from _in(member, name)
    elif isinstance(value, Ref):
        yield value.noun, value.id, name
    elif isinstance(value, Terms):
        yield from references_of(value)


def named_by(
    event: Any,  # noqa: ANN401 - any event
) -> Iterator[tuple[str, str, bool, str]]:
    """Return (noun, id, whether it may have been given before, field)."""
    plan = _plan(type(event))  # type: ignore[arg-type]  # as above
    for name, noun, again in plan.named:
        found = getattr(event, name)
        if found is not None:
            yield noun, found, again, name


def check_references(
    event: object, known: Register[int], nouns: frozenset[str]
) -> None:
    """See that all that an event refers to is known, before its line.

    `nouns` are those that the rooms of the model give ids to: what a room of others
    names, and this program does not know, is passed over.
    Raises `UnknownNameError`, with the names that are near.
    """
    for noun, name, _ in references_of(event):
        if f"{noun}:{name}" in known:
            continue
        if "/" in noun and noun not in nouns:
            continue
        raise _unknown(noun, name, known)


def _unknown(noun: str, name: str, known: Register[int]) -> UnknownNameError:
    prefix = f"{noun}:"
    near = [one[len(prefix) :] for one in known.ids() if one.startswith(prefix)]
    hint = "The log knows it from the event that brought it: record that first."
    return UnknownNameError.of(noun, name, chosen(near, name), hint)


def named_twice(name: str, noun: str, field: str) -> InvalidValueError:
    """Return the error for an id that was given before."""
    msg = f"The {noun} {name!r} is there already. Give the new one an id of its own."
    return InvalidValueError(msg, field=field, value=name)


def nouns_named(event: type) -> tuple[str, ...]:
    """Return what a class of events gives ids to."""
    return tuple(noun for _, noun, _ in _plan(event).named)
