"""A register is a dictionary with an order; what it was before stays as it was."""

from __future__ import annotations

import copy
import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalcase.errors import InvalidValueError, UnknownNameError
from legalcase.kernel import Register
from legalcase.kernel.register import described, filled

_ID = st.text("ab", min_size=1, max_size=4)
_ACTS = st.lists(st.tuples(_ID, st.integers(0, 3)), max_size=60)


def of(acts: list[tuple[str, int]]) -> Register[int]:
    """A register after things were put into it."""
    return register_of(acts, Register("thing"))


def register_of(acts: list[tuple[str, int]], register: Register[int]) -> Register[int]:
    """One that was there, after things were put into it."""
    for name, thing in acts:
        register = register.with_(name, thing)
    return register


@given(_ACTS)
def test_it_is_a_dictionary_in_the_order_of_the_first_coming(
    acts: list[tuple[str, int]],
) -> None:
    """Whatever is put in, and again: as a dictionary and a list say it."""
    register, model = of(acts), dict(acts)
    order = list(dict.fromkeys(name for name, _ in acts))
    assert register.ids() == tuple(order)
    assert list(register) == [model[name] for name in order]
    assert register.items() == tuple((name, model[name]) for name in order)
    assert len(register) == len(model)
    for name in (*order, "no-such-id"):
        assert (name in register) == (name in model)
        assert register.find(name) == model.get(name)
    for name in order:
        assert register[name] == model[name]


@given(_ACTS)
def test_nothing_that_somebody_holds_changes(acts: list[tuple[str, int]]) -> None:
    """Every state on the way is still there afterwards."""
    states: list[Register[int]] = [Register("thing")]
    shown = [states[0].items()]
    for name, thing in acts:
        states.append(states[-1].with_(name, thing))
        shown.append(states[-1].items())
    assert [state.items() for state in states] == shown
    for (name, thing), (before, after) in zip(acts, pairwise(states), strict=True):
        assert after[name] == thing
        assert len(after) - len(before) == (name not in before)


@given(_ACTS, _ACTS)
def test_equal_is_what_holds_the_same_in_the_same_order(
    one: list[tuple[str, int]], other: list[tuple[str, int]]
) -> None:
    """However it came to be so; and what is equal has one hash."""
    first, second = of(one), of(other)
    same = first.items() == second.items()
    assert (first == second) == same
    if same:
        assert hash(first) == hash(second)
    again = pickle.loads(pickle.dumps(first))
    assert again == copy.deepcopy(first) == first
    # One that was read again is added to as before.
    assert again.with_("zz", 9) == first.with_("zz", 9)
    assert first != dict(one)


@given(_ACTS)
def test_a_change_to_all_copies_only_what_changed(acts: list[tuple[str, int]]) -> None:
    """And where nothing did, nothing at all."""
    register = of(acts)
    assert register.changed(lambda thing: thing) is register
    doubled = register.changed(lambda thing: 2 * thing if thing > 1 else thing)
    assert list(doubled) == [2 * t if t > 1 else t for t in register]
    assert doubled.ids() == register.ids()


@given(st.dictionaries(st.text(max_size=3), st.integers(), max_size=80))
def test_many_at_once_are_as_if_each_had_come_by_itself(things: dict[str, int]) -> None:
    """Found, in order, added to, and on as many shelves."""
    empty: Register[int] = Register("thing", "Hint.")
    one_by_one = register_of([*things.items()], empty)
    at_once = filled(empty, [*things], [*things.values()])
    assert at_once == one_by_one
    assert at_once.items() == one_by_one.items() == tuple(things.items())
    assert all(at_once[name] == thing for name, thing in things.items())
    assert at_once._shelves == one_by_one._shelves
    for name in ("zzzz", *things):
        assert at_once.with_(name, 7) == one_by_one.with_(name, 7)
    assert described(at_once) == ("thing", "Hint.")


def test_an_id_that_stands_twice_is_refused() -> None:
    """One of the two things would be lost; so would one that has no id."""
    with pytest.raises(InvalidValueError, match="3 ids, 2 of them different, for 3"):
        filled(Register("thing"), ["a", "b", "a"], [1, 2, 3])
    with pytest.raises(InvalidValueError, match="2 ids, 1 of them different, for 1"):
        filled(Register("thing"), ["a", "b"], [1])


def test_what_is_not_there_is_named_with_what_is_near() -> None:
    """Nothing is found for `None`, and a register of `None` holds it all the same."""
    register = Register[int]("hearing", "Record its setting first.")
    with pytest.raises(UnknownNameError, match="Record its setting first") as caught:
        register["trial"]
    assert (caught.value.kind, caught.value.name) == ("hearing", "trial")
    with pytest.raises(UnknownNameError, match="Did you mean 'trial'"):
        register.with_("trial", 1)["trail"]
    # The hint stays with what is made of it.
    many = register_of(
        [(f"hearing-{number}", number) for number in range(20)], register
    )
    with pytest.raises(UnknownNameError, match="Record its setting first"):
        many["zzz"]
    assert repr(register.with_("trial", 1)) == "<Register of 1: hearing>"
    holds = Register[None]("nothing").with_("a", None)
    assert (len(holds), "a" in holds, holds["a"]) == (1, True, None)


def test_many_are_found_as_fast_as_few() -> None:
    """The buckets grow with what they hold: none has more than a few of many."""
    register: Register[int] = Register("thing")
    for number in range(5000):
        register = register.with_(f"id-{number}", number)
    assert list(register) == list(range(5000))
    assert register["id-4711"] == 4711
    largest = max(map(len, register._buckets()))
    assert largest < 5000 / 10
