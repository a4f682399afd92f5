"""The command, run inside the test: what it prints, and how it ends."""

from __future__ import annotations

import io
import os
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

import legalcase.cli.main as command
from legalcase.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = 80


class Ran(NamedTuple):
    """How a run of the command ended."""

    status: int
    out: str
    err: str


def ran(*words: str) -> Ran:
    """Run the command in a terminal of 80 columns."""
    out, err = io.StringIO(), io.StringIO()
    with (
        patch.dict(os.environ, COLUMNS=str(COLUMNS)),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        status = main(words)
    return Ran(status, out.getvalue(), err.getvalue())


@contextmanager
def one_parser() -> Iterator[None]:
    """A block in which the command's parser is made once: it takes most of a page."""
    with patch.object(command, "_parser", cache(command._parser)):
        yield


def answered(*words: str) -> str:
    """Run the command, which has to answer, and return what it prints."""
    done = ran(*words)
    assert (done.status, done.err) == (0, ""), done.err
    return done.out


def too_wide(text: str) -> list[str]:
    """The lines that a terminal of 80 columns would break."""
    return [line for line in text.splitlines() if len(line) > COLUMNS]


def squeezed(text: str) -> str:
    """The text as one line, as it reads however it was wrapped."""
    return " ".join(text.split())
