"""What is declared, what is pinned and what is imported are the same."""

from __future__ import annotations

import ast
import importlib.metadata
import itertools
import re
import sys
import tomllib
from functools import cache
from typing import TYPE_CHECKING

import pytest

from house import ROOT, SOURCE, project_files

if TYPE_CHECKING:
    from pathlib import Path

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
REQUIREMENTS = ROOT / "requirements"
GROUPS = sorted(path.stem for path in REQUIREMENTS.glob("*.in"))

# What the engines need is not in `.venv`; they are imported by their own names.
ENGINES = ("engines", "spark")
APART = {"dask", "pyspark"}

# Data, not code: the standard library's zoneinfo reads it where the system has none.
NEVER_IMPORTED = {"tzdata"}


def name_of(requirement: str) -> str:
    """The distribution's normalised name."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def declared() -> set[str]:
    """All that `pyproject.toml` asks for at run time, the extras included."""
    extras = PROJECT["project"]["optional-dependencies"].values()
    return {*PROJECT["project"]["dependencies"], *itertools.chain(*extras)}


def wanted(group: str) -> set[str]:
    """The lines of an `.in` file without comments and constraints."""
    lines = (REQUIREMENTS / f"{group}.in").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith(("#", "-c"))}


def pins(group: str) -> dict[str, set[str]]:
    """What a `.txt` file pins: name to versions (one for each kind of platform)."""
    text = (REQUIREMENTS / f"{group}.txt").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for line in re.findall(r"^[a-z0-9].*$", text, re.MULTILINE):
        name, _, rest = line.partition("==")
        found.setdefault(name, set()).add(rest.rstrip("\\ "))
    return found


@cache
def imported(path: Path) -> frozenset[str]:
    """The top-level names that a file imports, wherever it does: read once."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return frozenset(found)


def test_the_run_time_requirements_are_those_of_the_project() -> None:
    """The `.in` files repeat `pyproject.toml`, floors and caps included."""
    apart = {line for line in declared() if re.split(r"\W", line)[0] in APART}
    assert declared() - apart == wanted("runtime")
    assert apart <= set().union(*map(wanted, ENGINES))
    assert {re.split(r"\W", line)[0] for line in apart} == APART


def test_the_back_end_is_that_of_the_project() -> None:
    """`requirements/build.in` repeats `build-system.requires`."""
    assert set(PROJECT["build-system"]["requires"]) == wanted("build")


@pytest.mark.parametrize("group", GROUPS)
def test_every_requirement_is_pinned_with_hashes(group: str) -> None:
    """An unhashed file is refused by pip; this says so before anybody runs pip."""
    assert {name_of(line) for line in wanted(group)} <= set(pins(group))
    text = (REQUIREMENTS / f"{group}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    line = re.compile(r"#.*|[a-z0-9].*|    --hash=sha256:[0-9a-f]{64}(?: \\)?")
    assert [found for found in text.splitlines() if not line.fullmatch(found)] == []


def test_no_distribution_has_two_pins() -> None:
    """The files are installed together, so they have to agree.

    In the version: that one group needs something on fewer platforms than another is no
    quarrel, and `closure.problems` looks at each platform by itself.
    """
    everywhere: dict[str, list[set[str]]] = {}
    for group in GROUPS:
        for name, versions in pins(group).items():
            bare = {version.partition(" ;")[0] for version in versions}
            everywhere.setdefault(name, []).append(bare)
    torn = {
        n: found for n, found in everywhere.items() if any(v != found[0] for v in found)
    }
    assert torn == {}


def test_what_is_imported_is_declared_and_the_reverse() -> None:
    """No dependency that nobody uses, no use of one that nobody declared."""
    used = set().union(*(imported(path) for path in SOURCE.rglob("*.py")))
    outside = used - set(sys.stdlib_module_names) - {"legalcase"}
    provided = importlib.metadata.packages_distributions()
    unknown = {name for name in outside - APART if name not in provided}
    assert set() == unknown
    distributions = {name_of(d) for name in outside - APART for d in provided[name]}
    distributions |= outside & APART
    # The public test helpers run where their user has a test runner anyway.
    for_tests = {"hypothesis", "pytest"} if (SOURCE / "testing").exists() else set()
    expected = {name_of(line) for line in declared()} - NEVER_IMPORTED
    assert expected == distributions - for_tests


def test_what_the_tests_and_the_tools_import_is_declared() -> None:
    """What is there only because something else needs it may be gone tomorrow."""
    paths = [
        path
        for path in project_files()
        if path.suffix == ".py" and not path.is_relative_to(ROOT / "src")
    ]
    ours = {path.stem for path in paths} | {path.parent.name for path in paths}
    used = set().union(*(imported(path) for path in paths))
    outside = used - set(sys.stdlib_module_names) - ours - {"legalcase"}
    provided = importlib.metadata.packages_distributions()
    asked = {name_of(line) for group in GROUPS for line in wanted(group)}
    undeclared = {
        name
        for name in outside
        if asked.isdisjoint(name_of(d) for d in provided.get(name, [name]))
    }
    assert undeclared == set()
