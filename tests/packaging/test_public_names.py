"""The public face: explicit, small, and never hidden by a module of the same name."""

from __future__ import annotations

import ast
import importlib
import re
from typing import TYPE_CHECKING

import pytest

import legalcase
from every_one import for_each
from house import SOURCE, bound_names, children, is_public, modules, packages
from legalcase import elsewhere

if TYPE_CHECKING:
    from types import ModuleType

MOST_NAMES = 60


def _name(module: ModuleType) -> str:
    return module.__name__


@for_each("package", packages(), ids=_name)
def test_no_name_equals_a_child_module(package: ModuleType) -> None:
    """Once the child is imported, it takes the place of the name.

    A lazy attribute `calendar` gives way to a module `calendar` as soon as anything
    imports that, and from then on the function is gone.
    """
    exported = set(getattr(package, "__all__", ()))
    assert set() == children(package) & (exported | bound_names(package))


@for_each("module", [m for m in modules() if is_public(m)], ids=lambda m: m.__name__)
def test_every_public_module_says_what_it_exports(module: ModuleType) -> None:
    """`__all__` is explicit, has no doubles, and each of its names is there."""
    assert hasattr(module, "__all__"), "a public module has an __all__"
    exported = list(module.__all__)
    assert len(exported) == len(set(exported))
    assert [name for name in exported if not hasattr(module, name)] == []


def test_the_face_is_small() -> None:
    """What has to be learnt fits on one page."""
    assert 0 < len(legalcase.__all__) <= MOST_NAMES


@pytest.mark.parametrize("name", ["legalcase", "legalcase.model"])
def test_what_help_speaks_of_is_there(name: str) -> None:
    """Whoever reads `help()` alone finds the way to names that exist."""
    said = importlib.import_module(name).__doc__ or ""
    model = importlib.import_module("legalcase.model")
    named = re.findall(r"`([A-Za-z]\w+)`", said)
    assert len(named) > 5
    lost = [
        one
        for one in named
        if not (hasattr(legalcase, one) or hasattr(model, one))
        and not hasattr(legalcase.CaseFile, one)
        and one != "happened_on"
    ]
    assert lost == []
    for package in re.findall(r"`(legalcase\.\w+)`", said):
        importlib.import_module(package)


def test_the_face_is_listed() -> None:
    """Lazy names show up in `dir()`, so that tab completion finds them."""
    assert set(legalcase.__all__) <= set(dir(legalcase))


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A misspelt name is refused as Python refuses it."""
    with pytest.raises(AttributeError, match="no_such_name"):
        importlib.import_module("legalcase").no_such_name  # noqa: B018 - the access is the test
    assert not hasattr(legalcase, "no_such_name")


@pytest.mark.parametrize(
    "place",
    [
        "access",
        "codec",
        "directory",
        "ical",
        "interop",
        "storage",
        "measures",
        "model",
        "oversight",
    ],
)
def test_a_name_of_another_package_is_pointed_to(place: str) -> None:
    """Whoever looks for a store on the public face is told where it is."""
    names = importlib.import_module(f"legalcase.{place}").__all__
    for name in names:
        if name not in legalcase.__all__ and (
            place not in ("model", "directory") or name[0].isupper()
        ):
            with pytest.raises(AttributeError, match=f"from legalcase.{place}$"):
                getattr(legalcase, name)


def test_the_version_is_that_of_the_distribution() -> None:
    """One source for the version: `pyproject.toml`."""
    assert importlib.import_module("importlib.metadata").version("legalcase") == (
        legalcase.__version__
    )


def test_no_type_checker_sees_a_lazy_name() -> None:
    """A module's `__getattr__` would make every misspelt name one of type `Any`.

    `typing_tests/bad.py` holds that such a name is an error.
    """
    texts = {
        path.relative_to(SOURCE).as_posix(): path.read_text("utf-8")
        for path in SOURCE.rglob("*.py")
    }
    # A text without the name defines none.
    trees = {
        name: ast.parse(text) for name, text in texts.items() if "__getattr__" in text
    }
    seen = {
        name
        for name, tree in trees.items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name == "__getattr__"
    }
    assert seen == set()
    assert any("__getattr__" in ast.dump(tree) for tree in trees.values())


@pytest.mark.parametrize("name", sorted(elsewhere._CALLED))
def test_what_others_call_otherwise_leads_to_its_name(name: str) -> None:
    """A party is a participant: the message says so, and the name is there."""
    with pytest.raises(AttributeError, match=re.escape(elsewhere._CALLED[name])):
        getattr(legalcase, name)
    home = re.split(r"[, ]", elsewhere._CALLED[name])[0].split(".")
    for size in range(len(home), 0, -1):
        try:
            thing = importlib.import_module(".".join(home[:size]))
        except ModuleNotFoundError:
            continue
        for part in home[size:]:
            thing = getattr(thing, part)
        break
    assert thing is not None
