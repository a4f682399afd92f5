"""The codes of steps: those that are listed are those that the engine can leave."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from attrs import evolve

import legalcase as lc
from document_files import DOCS
from legalcase.counting.engine.steps import CODES, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES: Final = Path(lc.__file__).parent
# The forms of a deadline's term with several members are the codes of their steps.
DAYS: Final = {"included": "Mon 2026-06-01", "begin": "Wed 2026-06-03"}
FORMS: Final = {"form": {"later-of", "earlier-of"}}


def literals() -> Iterator[str]:
    """Every code that the sources write into a step."""
    for folder in ("counting", "law"):
        for path in sorted((SOURCES / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                yield from _codes_in(node)


def _codes_in(node: ast.AST) -> Iterator[str]:
    """The code in a call that leaves a step, in a step, or in what stands for one."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        yield from _of_call(node, node.func)
    elif isinstance(node, ast.Call):
        yield from _of_walk(node)
    elif isinstance(node, ast.FunctionDef) and node.name == "roll":
        names = [argument.arg for argument in node.args.args][::-1]
        for name, value in zip(names, node.args.defaults[::-1], strict=False):
            if name == "code":
                yield from _code(value)
    elif isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Tuple):
        said = ast.unparse(node.annotation)
        steps = [node.value] if said == "RawStep" else node.value.elts
        if "RawStep" in said:
            for step in steps:
                if isinstance(step, ast.Tuple):
                    yield from _code(step.elts[0])


def _of_call(node: ast.Call, called: ast.Attribute) -> Iterator[str]:
    if called.attr == "step" and node.args:
        yield from _code(node.args[0])
    elif called.attr == "append" and ast.unparse(called.value).endswith("steps"):
        assert isinstance(node.args[0], ast.Tuple), ast.unparse(node)
        yield from _code(node.args[0].elts[0])
    elif called.attr == "_replace":
        for keyword in node.keywords:
            if keyword.arg == "code":
                yield from _code(keyword.value)
    elif called.attr == "roll" and len(node.args) > 1:
        yield from _code(node.args[1])


def _of_walk(node: ast.Call) -> Iterator[str]:
    """The code of the steps of a count from day to day, where it is not `count`.

    And of those that time leaves that is added for another reason than service.
    """
    if ast.unparse(node.func) in {"_walk_days", "ExtraTime"}:
        for keyword in node.keywords:
            if keyword.arg == "code":
                yield from _code(keyword.value)


def _code(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        assert isinstance(node.value, str)
        yield node.value
    elif isinstance(node, ast.Name) and node.id in FORMS:
        yield from FORMS[node.id]
    else:
        # What the engine hands on was a literal where it came from.
        assert ast.unparse(node) == "code", ast.unparse(node)


def test_every_code_that_is_written_is_listed_and_no_other() -> None:
    """A new code has to be said; one that nothing leaves any more has to go."""
    assert set(literals()) == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_said_in_words(code: str) -> None:
    """An explanation never prints a code that nobody put into words."""
    plain = lc.compute(
        "30 days", after=date(2026, 6, 1), under="us/frcp", service="mail"
    )
    step = (code, date(2026, 6, 1), date(2026, 6, 2), "clause", ())
    outcome = Outcome(plain.due, plain.nominal, (step,))
    changed = evolve(plain, outcome=outcome, notices=(), readings=())
    said = changed.explain(width=200)
    # A step that says whether an event counts has no day; one that finds the first
    # day that counts is about that day.
    day = DAYS.get(code, "Tue 2026-06-02")
    (line,) = [line for line in said.splitlines() if line.startswith((day, "- "))]
    assert line.endswith("clause")
    assert not re.search(rf"^({day}|-) +{code} +clause", line)


def test_the_page_lists_them() -> None:
    """Code by code, in the same order, with the same words."""
    text = (DOCS / "reference" / "steps.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \| (.+?) \| (.+?) \|$", text, re.MULTILINE)
    assert {code: f"{stage}: {said}" for code, stage, said in rows} == CODES
    assert [code for code, _, _ in rows] == list(CODES)
