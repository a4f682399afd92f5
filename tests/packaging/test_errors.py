"""Every exception: one root, a builtin beside it, and whole after a journey."""

from __future__ import annotations

import copy
import inspect
import pickle
from datetime import date

import pytest

from legalcase import errors as module
from samples import errors

SAMPLES = errors()
by_name = pytest.mark.parametrize("error", SAMPLES.values(), ids=list(SAMPLES))


CLASSES = {
    cls.__name__: cls
    for _, cls in inspect.getmembers(module, inspect.isclass)
    if issubclass(cls, BaseException)
    and cls.__module__ == module.__name__
    and not cls.__name__.startswith("_")
}


def test_every_class_has_a_sample() -> None:
    """Whoever adds a class of error puts an instance into `tests/samples.py`."""
    seen = {type(error) for error in SAMPLES.values()}
    assert set() == {cls.__name__ for cls in set(CLASSES.values()) - seen}


@pytest.mark.parametrize("cls", CLASSES.values(), ids=list(CLASSES))
def test_one_root_and_the_builtin_a_stranger_would_catch(
    cls: type[BaseException],
) -> None:
    """`except LegalCaseError` catches all; `except ValueError` what it should."""
    assert cls.__name__ in module.__all__
    if issubclass(cls, Warning):
        assert cls.__name__.endswith("Warning")
        return
    assert issubclass(cls, module.LegalCaseError)
    assert cls.__name__.endswith("Error")
    builtins = {base for base in cls.__mro__ if base.__module__ == "builtins"}
    if cls is not module.LegalCaseError:
        assert builtins - {BaseException, Exception, object}


@by_name
def test_pickle_keeps_class_message_and_attributes(error: Exception) -> None:
    """An error that crosses a process boundary says the same on the other side."""
    for sent in (
        pickle.loads(pickle.dumps(error)),
        copy.copy(error),
        copy.deepcopy(error),
    ):
        assert type(error) is type(sent)
        assert str(error) == str(sent)
        assert error.args == sent.args
        assert vars(error) == vars(sent)


def test_a_rule_that_ended_says_until_when_it_was_entered() -> None:
    """Whatever end of its time is open."""
    first, last, asked = date(2000, 1, 1), date(2010, 1, 1), date(2026, 1, 2)
    of = module.RuleNotInForceError.of
    assert "from 2000-01-01;" in str(of("us/frcp", asked, first, None))
    assert "through 2010-01-01;" in str(of("us/frcp", asked, None, last))
    both = str(of("us/frcp", asked, first, last))
    assert "from 2000-01-01 through 2010-01-01;" in both


@by_name
def test_every_message_is_two_sentences(error: Exception) -> None:
    """What was wrong, and what to do."""
    first, _, second = str(error).partition(". ")
    assert first
    assert second.rstrip().endswith((".", "?", "'rol'"))


@by_name
def test_declared_attributes_are_there(error: Exception) -> None:
    """What a class promises to machines, an instance has."""
    promised = {
        name
        for cls in type(error).__mro__
        if cls.__module__ == module.__name__
        for name in vars(cls).get("__annotations__", {})
    }
    assert set() == {name for name in promised if not hasattr(error, name)}


@pytest.mark.parametrize(
    ("name", "suggested"),
    [
        ("CAND", ("us/cand",)),
        ("us/frcp/12", ("us/frcp/12(a)", "us/frcp/12(b)", "us/frcp/33")),
        ("us/frpc/33", ("us/frcp/33", "us/frcp/12(b)", "us/frcp/12(a)")),
        ("", ()),
    ],
)
def test_names_are_suggested(name: str, suggested: tuple[str, ...]) -> None:
    """What is meant but for capitals; else what begins so, then what resembles it."""
    known = ["us/cand", "us/cacd", "us/frcp/12(a)", "us/frcp/12(b)", "us/frcp/33"]
    known += [f"at/zpo/{number}" for number in range(9)]
    found = module.UnknownNameError.of("name", name, known)
    assert found.suggestions == suggested
