"""Ask one question of each of many things in one test, and name all that fail.

What is asked of the whole law, or of every value that is exported, is one test a shelf
and not one a thing: an item costs pytest more than most of the answers do, in every
process that collects it, and the law grows. Nothing is lost by it: a thing that fails
does not hide the next, and each is named with the line that it failed at.
"""

from __future__ import annotations

import functools
import inspect
import traceback
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Test = Callable[..., None]


Thing = TypeVar("Thing")
NOTHING = "There is nothing to ask: no value of {}."


def for_each(
    names: str | tuple[str, ...],
    values: Iterable[Any] | Callable[..., Iterable[Any]],
    *,
    ids: Callable[[Any], str] | Iterable[object] | None = None,
    shelves: Iterable[str] | None = None,
) -> Callable[[Test], Test]:
    """Run a test with each of some values, as one test, or as one a shelf.

    The fixtures that the test takes besides are shared by all of them.

    Args:
        names: the test's parameter, or several, as `pytest.mark.parametrize` has them.
        values: a value each, or a tuple for several parameters; or what gives them
            when the test runs, so that nothing is read to collect it.
        ids: how a value is named when it fails: a function, or a name each.
        shelves: where the values stand, such as the jurisdictions: each is a test of
            its own. Then `values` is asked for those of a shelf; there may be none.
    """
    taken = (names,) if isinstance(names, str) else names
    kept = values if callable(values) else tuple(values)
    assert kept, NOTHING.format(names)
    id_of = ids if ids is None or callable(ids) else tuple(ids)

    def things(shelf: str | None) -> Iterator[tuple[str, dict[str, Any]]]:
        of_shelf = () if shelf is None else (shelf,)
        found = tuple(kept(*of_shelf) if callable(kept) else kept)
        assert found or of_shelf, NOTHING.format(names)
        for value, name in _named(found, id_of):
            each = value if len(taken) > 1 else (value,)
            yield name, dict(zip(taken, each, strict=True))

    def decorate(test: Test) -> Test:
        @functools.wraps(test)
        def asked(*, shelf: str | None = None, **fixtures: Any) -> None:
            __tracebackhide__ = True
            ask_all(test, things(shelf), fixtures)

        parameters = inspect.signature(test).parameters
        left = [one for name, one in parameters.items() if name not in taken]
        if shelves is not None:
            left.append(inspect.Parameter("shelf", inspect.Parameter.KEYWORD_ONLY))
        signature = inspect.Signature(left)
        asked.__signature__ = signature  # type: ignore[attr-defined]  # pytest reads it
        if shelves is None:
            return asked
        by_shelf: Test = pytest.mark.parametrize("shelf", [*shelves])(asked)
        return by_shelf

    return decorate


def spread(things: Sequence[Thing], most: int) -> list[Thing]:
    """At most so many of some things, the first and the last and from all between."""
    if len(things) <= most:
        return [*things]
    return [things[n * (len(things) - 1) // (most - 1)] for n in range(most)]


def ask_all(
    test: Test, things: Iterable[tuple[str, dict[str, Any]]], fixtures: dict[str, Any]
) -> None:
    """Ask all, also after one has failed, and say at the end which have.

    Raises:
        AssertionError: some fail; each is named, with its line and its message.
    """
    __tracebackhide__ = True
    number, failed = 0, []
    for name, given in things:
        number += 1
        try:
            test(**given, **fixtures)
        except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 - told below
            failed.append((name, error))
    if failed:
        said = "\n".join(_said(name, error, test) for name, error in failed)
        msg = f"{len(failed)} of {number} fail:\n{said}"
        raise AssertionError(msg) from failed[0][1]


def _named(
    values: tuple[Any, ...], ids: Callable[[Any], str] | Iterable[object] | None
) -> Iterator[tuple[Any, str]]:
    """Each value with its name, in which no two may be mistaken for each other."""
    if ids is None:
        names = [value if isinstance(value, str) else repr(value) for value in values]
    elif callable(ids):
        names = [ids(value) for value in values]
    else:
        names = [str(name) for name in ids]
    return zip(values, names, strict=True)


def _said(name: str, error: BaseException, test: Test) -> str:
    """One that failed: its name, the line of the test, what was said."""
    file = inspect.getfile(inspect.unwrap(test))
    lines = [
        frame.lineno
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == file
    ]
    what = str(error)
    if not isinstance(error, AssertionError | pytest.fail.Exception):
        what = f"{type(error).__name__}: {what}"
    where = f" (line {lines[-1]})" if lines else ""
    return f"- {name}{where}: " + what.replace("\n", "\n    ")
