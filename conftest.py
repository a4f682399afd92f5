"""What all tests share: examples in the documents, Hypothesis' settings, PostgreSQL.

It stands at the root because pytest asks a `conftest.py` only about files beside and
below it, and `README.md`, `docs/` and `src/` hold examples that have to be run.
"""

from __future__ import annotations

import contextlib
import doctest
import importlib.util
import io
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from sybil import Example, Sybil
from sybil.document import PythonDocStringDocument
from sybil.evaluators.python import PythonEvaluator
from sybil.integration.pytest import SybilItem
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

from console import problem_in
from document_files import unlike

ROOT = Path(__file__).resolve().parent

pytest_plugins = ["postgres_fixtures"]

# Programs that the tests start leave their marks in no folder of the user's.
_CACHE = TemporaryDirectory(prefix="legalcase-cache-")
os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = _CACHE.name

# `deadline=None`: how long one example takes says nothing on a busy machine. The
# default draws the same examples for everybody, so that a change is what fails a test;
# `HYPOTHESIS_PROFILE=thorough` draws others, and more, each time. `quick` draws the
# first of the default's: `make test` asks the properties so, `make test-thorough` all.
settings.register_profile(
    "default",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "thorough",
    parent=settings.get_profile("default"),
    derandomize=False,
    max_examples=2000,
)
settings.register_profile(
    "quick", parent=settings.get_profile("default"), max_examples=40
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def _tried(example: Example) -> str | None:
    """Try commands in the folder that the page's own Python calls `folder`."""
    folder = example.namespace.get("folder")
    there = None if folder is None else Path(folder.name)
    return problem_in(str(example.parsed), there)


# Dask and Spark are in an environment of their own, where `make test-engines` runs what
# asks for them; it fails where nothing is there to run.
_HAS_ENGINES = all(map(importlib.util.find_spec, ("dask", "distributed", "pyspark")))
collect_ignore = [] if _HAS_ENGINES else ["tests/engines"]


def pytest_report_header() -> list[str]:
    """Say what is left out."""
    said = "tests/engines are left out, for Dask and Spark are not in this environment"
    return [] if _HAS_ENGINES else [f"{said}: make test-engines"]


_run = PythonEvaluator()


def _shown(example: Example) -> str | None:
    """Run a block of Python, and compare what it prints with what the page shows."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        _run(example)
    page = Path(example.path)
    return unlike(page, example.start, example.end, output.getvalue())


_PYTHON = PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)
_PYTHON.codeblock_parser = CodeBlockParser("python", _shown)
_DOCUMENTS = Sybil(
    parsers=[
        _PYTHON,
        CodeBlockParser("console", _tried),
        SkipParser(),
    ],
    patterns=["README.md", "CONTRIBUTING.md", "docs/*.md", "docs/**/*.md"],
    excludes=["docs/_build/**"],
    path=str(ROOT),
)
_DOCSTRINGS = Sybil(
    parsers=[DocTestParser(optionflags=doctest.ELLIPSIS)],
    patterns=["src/**/*.py"],
    document_types={".py": PythonDocStringDocument},
    path=str(ROOT),
)

pytest_collect_file = (_DOCUMENTS + _DOCSTRINGS).pytest()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the examples of a document back in their order, and long files first.

    Each example builds on the last; the random order is for tests, which must not lean
    on each other.
    """
    examples = [item for item in items if isinstance(item, SybilItem)]
    in_order = iter(
        sorted(
            examples,
            key=lambda item: (item.path, item.example.line, item.example.column),
        )
    )
    items[:] = [
        next(in_order) if isinstance(item, SybilItem) else item for item in items
    ]
    # A file stays with one worker: one that begins last keeps the others waiting.
    long = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in long)
    for item in items:
        _refuse_sets(item)


def _refuse_sets(item: pytest.Item) -> None:
    """Refuse a set in the id of a test: each worker would write it in its own order.

    Workers that have collected other ids run nothing at all.
    """
    given = getattr(item, "callspec", None)
    for value in () if given is None else given.params.values():
        several = isinstance(value, set | frozenset) and len(value) > 1
        if several and str(value) in item.nodeid:
            msg = f"{item.nodeid} has a set in its id. Pass a tuple, or give it an id."
            raise pytest.UsageError(msg)
