"""Write a notebook with its outputs from a script of cells, or check that it is so.

A script is split at lines that begin with ``# %%``; ``# %% [markdown]`` makes a cell of
text, whose lines are comments. The cells run in one namespace, in order, and the last
expression of each is shown as a notebook would: its HTML, if it has any, and its text.
No kernel is needed, so the tests can run it everywhere.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

_CELL = re.compile(r"^# %%( \[markdown\])?.*$", re.MULTILINE)


def cells_of(script: str) -> list[tuple[str, str]]:
    """Return (kind, text) of each cell of a script, empty ones left out."""
    marks = list(_CELL.finditer(script))
    ends = [mark.start() for mark in marks[1:]] + [len(script)]
    cells = []
    for mark, end in zip(marks, ends, strict=True):
        text = script[mark.end() : end].strip("\n")
        if mark.group(1):
            lines = [
                line.removeprefix("#").removeprefix(" ") for line in text.split("\n")
            ]
            cells.append(("markdown", "\n".join(lines)))
        elif text.strip():
            cells.append(("code", text))
    return cells


def _run(text: str, names: dict[str, Any]) -> list[dict[str, Any]]:
    """Run a cell, and return what it shows: what was printed, then its last value."""
    tree = ast.parse(text)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr) and not text.endswith(";"):
        last = ast.Expression(tree.body[-1].value)
        tree.body.pop()
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(tree, "<cell>", "exec"), names)  # noqa: S102 - our own script
        value = (
            None if last is None else eval(compile(last, "<cell>", "eval"), names)  # noqa: S307 - the same
        )
    outputs: list[dict[str, Any]] = []
    if said.getvalue():
        outputs.append(
            {
                "output_type": "stream",
                "name": "stdout",
                "text": said.getvalue().splitlines(keepends=True),
            }
        )
    if value is not None:
        data: dict[str, Any] = {}
        if hasattr(value, "_repr_html_"):
            data["text/html"] = value._repr_html_().splitlines(keepends=True)
        data["text/plain"] = repr(value).splitlines(keepends=True)
        outputs.append({"output_type": "execute_result", "metadata": {}, "data": data})
    return outputs


def notebook_of(script: str) -> str:
    """Return the notebook (format 4.5) of a script, executed, as its text."""
    names: dict[str, Any] = {"__name__": "__main__"}
    cells = []
    count = 0
    for number, (kind, text) in enumerate(cells_of(script), 1):
        cell: dict[str, Any] = {
            "cell_type": kind,
            "id": f"cell-{number}",
            "metadata": {},
            "source": text.splitlines(keepends=True),
        }
        if kind == "code":
            count += 1
            outputs = _run(text, names)
            for one in outputs:
                if one["output_type"] == "execute_result":
                    one["execution_count"] = count
            cell |= {"execution_count": count, "outputs": outputs}
        cells.append(cell)
    book = {
        "cells": cells,
        "metadata": {
            "kernelspec": {
                "display_name": "Python 3",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(book, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def main() -> int:
    """Write the notebook beside a script, or with ``--check`` compare it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("script", type=Path, help="a script of cells, in examples/")
    parser.add_argument(
        "--check", action="store_true", help="compare, and write nothing"
    )
    options = parser.parse_args()
    script: Path = options.script
    text = notebook_of(script.read_text(encoding="utf-8"))
    book = script.with_suffix(".ipynb")
    if not options.check:
        book.write_text(text, encoding="utf-8")
        return 0
    is_so = book.is_file() and book.read_text(encoding="utf-8") == text
    if not is_so:
        sys.stderr.write(
            f"{book.name} is not what {script.name} shows: write it anew.\n"
        )
    return 0 if is_so else 1


if __name__ == "__main__":
    sys.exit(main())
