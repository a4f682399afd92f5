"""Exported values are values: hashable, comparable, safe to send and to store."""

from __future__ import annotations

import copy
import enum
import inspect
import pickle
import types
import typing
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from every_one import for_each
from house import faces
from legalcase.codec import decode, encode, from_json, to_json
from legalcase.errors import InvalidTypeError
from legalcase.kernel import Event
from legalcase.practice import MODEL
from samples import NOT_STORED, NOT_VALUES, samples

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = samples()
by_name = for_each("value", SAMPLES.values(), ids=list(SAMPLES))


def full_name(cls: type) -> str:
    """Module and name of a class."""
    return f"{cls.__module__}.{cls.__qualname__}"


def _members(exported: object) -> Iterator[type]:
    """The classes that an exported name stands for: itself, or a union's members."""
    if isinstance(exported, types.UnionType) or (
        typing.get_origin(exported) is typing.Union
    ):
        for member in typing.get_args(exported):
            yield from _members(member)
    elif inspect.isclass(exported):
        yield exported


def exported_classes() -> set[type]:
    """Classes of ours that a user can import from a face and make values of."""
    found = {
        cls
        for module in faces()
        for name in getattr(module, "__all__", ())
        for cls in _members(getattr(module, name))
        if cls.__module__.startswith("legalcase")
    }
    return {
        cls
        for cls in found
        if not issubclass(cls, BaseException | enum.Enum)
        and not getattr(cls, "_is_protocol", False)
        and full_name(cls) not in NOT_VALUES
    }


def test_every_exported_class_has_a_sample() -> None:
    """Whoever exports a class puts one of its values into `tests/samples.py`."""
    seen = {type(value) for value in SAMPLES.values()}
    assert sorted(full_name(cls) for cls in exported_classes() - seen) == []


def test_what_is_no_value_has_a_reason_and_exists() -> None:
    """The list of exceptions stays true."""
    known = {
        full_name(cls)
        for module in faces()
        for name in getattr(module, "__all__", ())
        for cls in _members(getattr(module, name))
    }
    assert set() == {*NOT_VALUES, *NOT_STORED} - known
    reasons = (*NOT_VALUES.values(), *NOT_STORED.values())
    assert all(reason.strip() for reason in reasons)


@by_name
def test_hash(value: Any) -> None:
    """Equal values have equal hashes; so they can be keys and members of sets."""
    twin = copy.deepcopy(value)
    assert value == twin
    assert hash(value) == hash(twin)


@by_name
@pytest.mark.parametrize("protocol", [2, pickle.HIGHEST_PROTOCOL])
def test_pickle(value: Any, protocol: int) -> None:
    """A value survives the way to another process, equal and looking the same."""
    sent = pickle.loads(pickle.dumps(value, protocol))
    assert type(value) is type(sent)
    assert value == sent
    assert hash(value) == hash(sent)
    assert repr(value) == repr(sent)


@by_name
def test_decode_undoes_encode(value: Any) -> None:
    """A value survives being stored, and what is stored is the same again."""
    of_a_room = type(value).__module__.startswith("legalcase.practice")
    said = isinstance(value, Event)
    if full_name(type(value)) in NOT_STORED or (of_a_room and not said):
        with pytest.raises(InvalidTypeError, match="can be stored"):
            encode(value, MODEL)
        return
    backs = (
        decode(encode(value, MODEL), MODEL),
        from_json(to_json(value, MODEL), MODEL),
    )
    for back in backs:
        assert type(value) is type(back)
        assert value == back
        assert hash(value) == hash(back)
        assert repr(value) == repr(back)
        assert to_json(value, MODEL) == to_json(back, MODEL)


@by_name
def test_a_value_cannot_be_changed(value: Any) -> None:
    """Nothing that somebody else holds can change behind their back."""
    name = attrs.fields(type(value))[0].name if attrs.has(type(value)) else "anything"
    with pytest.raises((AttributeError, TypeError)):
        setattr(value, name, None)


@by_name
def test_a_value_equals_nothing_of_another_kind(value: Any) -> None:
    """Equality is that of the fields, and only among the same class."""
    assert value != object()
    assert value is not None
