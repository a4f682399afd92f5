"""Blocks of commands in the documents, checked as a reader would try them."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import os
import re
import shlex
import tempfile
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent


def _squeezed(text: str) -> str:
    """The text without what no reader sees: blanks at the ends of lines."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def _run_legalcase(words: list[str], there: Path | None = None) -> tuple[str, int]:
    # In this process: to start one for each would take longer than all that it does.
    from legalcase.cli.main import main

    words, into = (words[:-2], words[-1]) if words[-2:-1] == [">"] else (words, None)
    with tempfile.TemporaryDirectory() as new:
        folder = there or Path(new)
        out, err = io.StringIO(), io.StringIO()
        with (
            contextlib.chdir(folder),
            patch.dict(os.environ, COLUMNS="80"),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            status = main(words)
        if into is not None:
            (folder / into).write_text(out.getvalue(), encoding="utf-8")
            return err.getvalue(), status
    return out.getvalue() + err.getvalue(), status


def _make_targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


def problem_in(block: str, there: Path | None = None) -> str | None:
    """Run a block of commands as a reader would, and compare what they print.

    `$ legalcase …` is run, and its output compared with the lines below it; where
    there are none, it has to succeed. It runs in the folder `there`, or a new one;
    what goes to a file (`> heads.json`) is written. `$ make …` has to name targets
    of the Makefile.
    `$ python -m …`, that of `.venv` or another, has to name a module that is there.
    The first lines of a fresh start (git, cd, pip) are let through: they have no
    meaning in here.
    """
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        words = shlex.split(command, comments=True)
        if words[0] == "legalcase":
            printed, status = _run_legalcase(words[1:], there)
            if not expected.strip() and status:
                return f"{command}\n\nfails with status {status}\n\n{printed}"
            if expected.strip() and _squeezed(printed) != _squeezed(expected):
                return f"{command}\n\nprints\n\n{printed}\n\nand not\n\n{expected}"
        elif words[0] == "make":
            targets = {word for word in words[1:] if "=" not in word}
            if unknown := targets - _make_targets():
                return f"{command}: the Makefile has no target {sorted(unknown)}"
        elif words[0] in {".venv/bin/python", "python"} and words[1:2] == ["-m"]:
            if importlib.util.find_spec(words[2]) is None:
                return f"{command}: there is no module {words[2]}"
        elif words[0] not in {"cd", "git", "pip"}:
            return f"{command}: no test knows how to check this command"
    return None
