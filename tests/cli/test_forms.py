"""A computation as Markdown, as a page and as a calendar file; words for the shell."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stdout
from typing import Any

import pytest
from icalendar import Calendar

import legalcase as lc
from cli.running import answered, ran, squeezed
from legalcase.cli.console import shell
from legalcase.cli.console.shell import for_this_shell, quoted
from legalcase.cli.main import main

ANSWERS = (
    *("due", "us/frcp/33(b)(2)", "--after", "2026-06-03", "--court", "cand"),
    *("--service", "mail"),
)

MOTION = ("due", "us-ca/ccp/1005(b)-moving", "--before", "2026-09-24")


def test_markdown_is_that_of_the_library() -> None:
    """With notices that speak of options."""
    text = answered(*ANSWERS, "--format", "markdown")
    assert text.startswith("**us/frcp/33(b)(2): Answers and objections")
    assert "| date | what | authority |" in text


def test_html_is_a_whole_page_in_any_encoding() -> None:
    """It is ASCII, so that a file written by any terminal says what it means."""
    text = answered(*ANSWERS, "--format", "html")
    assert text.startswith("<!doctype html>")
    assert "<title>Answers and objections to interrogatories</title>" in text
    assert text.isascii()
    assert "&#167;" in answered(*MOTION, "--format", "html")


def test_a_calendar_file_comes_as_its_bytes() -> None:
    """UTF-8 and CRLF, whatever the terminal's encoding and line ends are."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp437", newline="\r\n")
    with redirect_stdout(stream):
        assert main([*ANSWERS, "--format", "ics"]) == 0
    stream.seek(0)
    written = stream.buffer.read()
    assert written.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"\r\r\n" not in written
    (event,) = Calendar.from_ical(written).walk("VEVENT")
    found: Any = event
    computed = lc.compute(
        "us/frcp/33(b)(2)",
        after=found["DTSTART"].dt.replace(month=6, day=3),
        court="cand",
        service="mail",
    )
    assert found["DTSTART"].dt == computed.safe
    assert "us/frcp/33(b)(2)" in str(found["SUMMARY"])


def test_without_a_terminal_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A windowed program has no stdout: the answer did not get anywhere."""
    monkeypatch.setattr("sys.stdout", None)
    assert main([*ANSWERS, "--format", "ics"]) == 3


def test_computed_anew_it_is_the_same_event() -> None:
    """With what became known since, it takes the place of the one before."""
    before = Calendar.from_ical(answered(*ANSWERS[:-2], "--format", "ics"))
    after = Calendar.from_ical(answered(*ANSWERS, "--format", "ics"))
    uids = {str(event["UID"]) for c in (before, after) for event in c.walk("VEVENT")}
    assert len(uids) == 1


def test_what_does_not_run_is_no_event() -> None:
    """Status 1: there is no date to put into a calendar."""
    done = ran(
        *("due", "us/frap/4(a)(1)(A)", "--court", "cand", "--format", "ics"),
        *("--trigger", "judgment-entered=2021-09-10"),
        *("--trigger", "tolling-motion-filed=2021-09-20"),
        *("--fact", "tolling-motion-listed=yes"),
    )
    assert (done.status, done.out) == (1, "")
    assert "has no due date: the period is not running" in squeezed(done.err)


@pytest.mark.parametrize(
    ("text", "posix", "windows"),
    [
        ("us/frcp", "us/frcp", "us/frcp"),
        ("us/frcp/4(m)", "'us/frcp/4(m)'", '"us/frcp/4(m)"'),
        ("no: add, roll", "'no: add, roll'", '"no: add, roll"'),
        ("Earl's", "'Earl'\"'\"'s'", '"Earl\'s"'),
    ],
)
def test_words_are_quoted_for_the_shell_of_the_reader(
    monkeypatch: pytest.MonkeyPatch, text: str, posix: str, windows: str
) -> None:
    """Single quotes mean nothing to the shell of Windows."""
    monkeypatch.setattr(shell, "_is_windows", lambda: False)
    assert quoted(text) == posix
    monkeypatch.setattr(shell, "_is_windows", lambda: True)
    assert quoted(text) == windows


def test_examples_are_those_of_the_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line, since Windows continues none in this way."""
    text = "examples:\n  legalcase due 'a(b)' \\\n      --court cand\nIt's so."
    monkeypatch.setattr(shell, "_is_windows", lambda: False)
    assert for_this_shell(text) == text
    monkeypatch.setattr(shell, "_is_windows", lambda: True)
    assert for_this_shell(text) == (
        'examples:\n  legalcase due "a(b)" --court cand\nIt\'s so.'
    )
    said = answered("due", "--help")
    assert 'due "us/frcp/59(e)"' in said
    assert "'us/frcp/59(e)' --after" not in said


def test_the_shell_is_that_of_the_system() -> None:
    """Asked of Python."""
    assert shell._is_windows() == (os.name == "nt")
