"""A test that asks many things says of each that fails what it was and why."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest

from every_one import for_each, spread

if TYPE_CHECKING:
    from collections.abc import Iterable

asked: list[int] = []


def check(number: int) -> None:
    """Odd numbers are right; one breaks, and one is failed by pytest itself."""
    asked.append(number)
    if number == 4:
        raise KeyError(number)
    if number == 6:
        pytest.fail("six")
    assert number % 2 == 1, f"{number} is even\nand that is all"


def said(values: Iterable[int]) -> str:
    """What a test says that asks these."""
    with pytest.raises(AssertionError) as caught:
        for_each("number", values, ids=lambda one: f"no-{one}")(check)()
    return str(caught.value)


def test_every_failure_is_named_and_hides_no_other() -> None:
    """With the line of the test, its message, and how many there were in all."""
    asked.clear()
    first = inspect.getsourcelines(check)[1]
    told = said([1, 2, 3, 4, 5, 6, 8])
    assert [line for line in told.splitlines() if not line.startswith("  ")] == [
        "4 of 7 fail:",
        f"- no-2 (line {first + 7}): 2 is even",
        f"- no-4 (line {first + 4}): KeyError: 4",
        f"- no-6 (line {first + 6}): six",
        f"- no-8 (line {first + 7}): 8 is even",
    ]
    assert told.count("\n      and that is all\n") == 2
    assert asked == [1, 2, 3, 4, 5, 6, 8]


def test_the_first_failure_stands_behind_it() -> None:
    """With its own traceback."""
    with pytest.raises(AssertionError) as caught:
        for_each("number", [4, 2])(check)()
    assert isinstance(caught.value.__cause__, KeyError)


def test_nothing_to_ask_is_a_mistake() -> None:
    """At once, or when the test runs, if only then it is known."""
    with pytest.raises(AssertionError, match="nothing to ask: no value of number"):
        for_each("number", [])
    with pytest.raises(AssertionError, match="nothing to ask: no value of number"):
        for_each("number", lambda: ())(check)()


def test_whoever_leaves_is_let_go() -> None:
    """A test that is skipped, or interrupted, has not failed."""

    def skipped(number: int) -> None:
        pytest.skip(f"{number}")

    with pytest.raises(pytest.skip.Exception):
        for_each("number", [1])(skipped)()


@for_each(
    ("low", "high"),
    lambda shelf: [(n, n + len(shelf)) for n in range(len(shelf))],
    shelves=["", "a", "bb"],
)
def test_a_shelf_is_a_test(low: int, high: int, tmp_path_factory: object) -> None:
    """Of several parameters, beside a fixture; a shelf may be empty."""
    assert low < high
    assert tmp_path_factory


def test_a_name_is_said_as_it_is() -> None:
    """A text as itself, whatever else by its form."""

    def wrong(value: object) -> None:
        assert not value, "no"

    with pytest.raises(AssertionError) as caught:
        for_each("value", ["a b", ("c", 1)])(wrong)()
    lines = str(caught.value).splitlines()
    names = [line.split(" (line")[0] for line in lines if line.startswith("- ")]
    assert names == ["- a b", "- ('c', 1)"]


@pytest.mark.parametrize(
    ("most", "taken"),
    [(2, [0, 9]), (4, [0, 3, 6, 9]), (9, [0, 1, 2, 3, 4, 5, 6, 7, 9]), (10, None)],
)
def test_some_are_taken_from_the_first_to_the_last(
    most: int, taken: list[int] | None
) -> None:
    """No two alike; all of them if there are no more."""
    every = list(range(10))
    assert spread(every, most) == (every if taken is None else taken)
