"""The command as a whole: its help, its statuses, and what it does when it cannot."""

from __future__ import annotations

import io
import re
import shlex
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

import legalcase
from cli.running import answered, ran, squeezed, too_wide
from legalcase.cli.console.phrasing import OPTIONS, phrase
from legalcase.cli.console.terminal import write
from legalcase.cli.days import due
from legalcase.cli.main import main
from legalcase.errors import LegalCaseError, UnknownNameError

COMMANDS = (
    *("due", "served", "check", "add", "between", "calendar", "rules", "law"),
    *("verify", "recheck", "demo"),
)
FORMS = {
    "due": "{text,markdown,html,json,ics,certificate}",
    "served": "{text,markdown,html,json,certificate}",
}
GERMAN = ("due", "2", "months", "--after", "2004-03-29", "--under", "de/zpo")


def test_the_version_is_the_package_s() -> None:
    """`--version` prints one line."""
    assert answered("--version") == f"legalcase {legalcase.__version__}\n"


@pytest.mark.parametrize("command", ["", "store", "caseload", *COMMANDS])
def test_help_fits_the_terminal_and_shows_examples(command: str) -> None:
    """`-h` of every command is readable at 80 columns."""
    words = [command] if command else []
    text = answered(*words, "-h")
    assert too_wide(text) == []
    assert "examples:" in text
    assert f"legalcase {command}".strip() in text


def _examples() -> list[str]:
    """The commands that the helps show, but for the demo, which writes files."""
    found = []
    for command in ("", *COMMANDS):
        words = [command] if command else []
        text = re.sub(r" \\\n +", " ", answered(*words, "-h"))
        shown = [line for line in text.splitlines() if line.startswith("  legalcase ")]
        # What stands behind two blanks says what the command does.
        found += [line.strip().partition("  ")[0] for line in shown]
    # Those that need a store or a folder of their own are tried beside their command.
    of_stores = ("legalcase store", "legalcase caseload", "legalcase recheck")
    of_files = ("my-law", "--html", "legalcase verify", "--format certificate")
    apart = ("demo", *of_stores, *of_files)
    return sorted({x for x in found if not any(each in x for each in apart)})


@pytest.mark.parametrize("line", _examples())
def test_the_examples_of_the_help_work(line: str) -> None:
    """A user who copies one gets an answer that fits the terminal."""
    text = answered(*shlex.split(line)[1:])
    assert text
    # What is for machines is as wide as it is.
    assert too_wide(text) == [] or line.endswith("--format json")


def test_the_statuses_are_documented() -> None:
    """Whoever writes a script finds them in the help."""
    text = squeezed(answered("--help"))
    for words in ("0 the question", "1 the law refuses", "2 the command line", "130"):
        assert words in text


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_both_formats(command: str) -> None:
    """Text for people, JSON for machines."""
    forms = FORMS.get(command, "{text,json}")
    assert f"--format {forms}" in answered(command, "--help")


def test_without_a_command_it_shows_its_help() -> None:
    """The status is that of a line that cannot be used."""
    done = ran()
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("usage: legalcase")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("deu",), "invalid choice: 'deu'"),
        (("due",), "required: PERIOD-OR-ID"),
        (
            ("rules", "--jurisdicton", "us"),
            "legalcase rules: unrecognized arguments: --jurisdicton. Did you mean",
        ),
        (("calendar", "--form", "json"), "Did you mean --format?"),
        (("calendar", "us", "2026-07", "2026-08"), "arguments: 2026-08. Leave them"),
        (("due", "1", "day", "--json"), "--json. Did you mean --format json?"),
        (("due", "1", "day", "--ical"), "--ical. Did you mean --format ics?"),
        (("calendar", "--ics"), "arguments: --ics. Leave them out."),
        (("check", "2026-07-03"), "Name the court or a calendar: --court cand"),
        (("add", "2026-07-03", "ten"), "'ten' is no number of court days."),
        (("add", "2026-07-03", "0", "--court", "cand"), "no day in particular."),
        (("between", "2026-07-03"), "required: TO"),
        (("calendar", "us", "0000"), "'0000' is no year. Write one such as 2026"),
        (
            ("check", "2026-07-03", "--court", "cand", "--calendar", "us"),
            "Name the court or a calendar",
        ),
        (("--xyz",), "legalcase: unrecognized arguments: --xyz. Leave them out."),
        (("calendar", "--format", "xml"), "invalid choice: 'xml'"),
    ],
)
def test_a_line_that_cannot_be_used(words: tuple[str, ...], part: str) -> None:
    """Status 2, and a pointer to the help instead of all options."""
    done = ran(*words)
    assert (done.status, done.out) == (2, "")
    assert part in squeezed(done.err)
    assert "--help`" in done.err
    assert len(done.err.splitlines()) < 6
    assert too_wide(done.err) == []


def test_a_pinpoint_alone_is_no_period() -> None:
    """The command says its whole id."""
    done = ran("due", "59(e)", "--after", "2026-06-03")
    assert (done.status, done.out) == (1, "")
    assert squeezed(done.err).startswith(
        "legalcase due: '59(e)' is no period, and a deadline is named by its id. "
        "Did you mean 'us/frcp/59(e)', 'us/rcfc/59(e)', 'us-"
    )
    assert "us/frcp/59(e)" in answered("rules", "59(e)")


def test_a_notice_names_nothing_that_the_command_lacks() -> None:
    """Whether service is complete is another question, with a command of its own."""
    words = ("due", "14", "days", "--after", "2024-06-07", "--under", "gb-eaw/cpr")
    done = ran(*words, "--service", "mail")
    assert done.status == 1
    said = squeezed(done.err)
    assert "no method of service lengthens this" in said


def test_an_old_terminal_gets_every_answer() -> None:
    """What ASCII lacks is replaced by what reads the same, in the same width."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    with redirect_stdout(stream):
        assert main([*GERMAN, "--calendar", "de-nw"]) == 0
    stream.seek(0)
    text = stream.read()
    assert "s 187(1) BGB" in text
    assert "Pfingstmontag" in text
    assert too_wide(text) == []


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("§§ 222", "ss 222"),
        ("Köln, Straße", "Koln, Strasse"),
        ("“no” \N{EN DASH} …", '"no" - ...'),
        ("日", "\\u65e5"),
        ("x\udcff", "x\\udcff"),
    ],
)
def test_characters_find_a_plain_form(given: str, shown: str) -> None:
    """Letters lose their accents; what has no likeness is written as its number."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\n")
    write(given, stream)
    stream.seek(0)
    assert stream.read() == f"{shown}\n"


def test_a_program_without_a_terminal() -> None:
    """Nothing breaks, and nobody takes it for answered: nothing was written."""
    before = sys.stdout
    sys.stdout = None
    try:
        assert main([*GERMAN, "--calendar", "de-nw"]) == 3
    finally:
        sys.stdout = before


CALL = "import sys; from legalcase.cli.main import main; sys.exit(main(sys.argv[1:]))"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize(
    "words",
    [[*GERMAN, "--calendar", "de-nw"], ["--help"], ["due", "-h"], ["--version"]],
)
def test_an_answer_that_finds_no_room(words: list[str]) -> None:
    """One sentence why, another what to do, and a status of its own; no traceback."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-c", CALL, *words],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr == (
        "legalcase: the answer could not be written: No space left on device. Send it "
        "elsewhere.\n"
    )


@pytest.mark.parametrize("closed", [1, 2])
def test_an_output_that_is_closed(closed: int) -> None:
    """As with `>&-`: the status tells that nobody has seen the answer, or the error."""
    words = [*GERMAN, "--calendar", "de-nw"] if closed == 1 else ["no-command"]
    code = f"import os; os.close({closed}); {CALL}"
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_reader_that_has_had_enough() -> None:
    """As with `| head`: no traceback, and the status of a shell."""
    code = (
        "import os, sys\n"
        "from legalcase.cli.main import main\n"
        "reading, writing = os.pipe()\n"
        "os.dup2(writing, 1)\n"
        "os.close(reading)\n"
        "os.close(writing)\n"
        "raise SystemExit(main(['rules', 'us/frcp']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (141, b"")


class _Closed(io.StringIO):
    """A stream whose reader has gone, and behind which no file stands."""

    def write(self, _: str) -> int:
        raise BrokenPipeError


def test_a_reader_that_has_gone_without_a_file() -> None:
    """Where stdout is no file, there is nothing to let go of."""
    with redirect_stdout(_Closed()):
        assert main(["--version"]) == 141
        assert main(["calendar"]) == 141


def _raising(error: BaseException) -> object:
    def run(_: object) -> object:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "status", "part"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (BrokenPipeError(), 141, ""),
        (LegalCaseError("Wrong. Do otherwise."), 1, "legalcase due: Wrong. Do other"),
        (
            PermissionError(13, "Permission denied", "there"),
            2,
            "cannot use 'there': Perm",
        ),
        (OSError("the disk is full"), 2, "cannot use: the disk is full."),
    ],
)
def test_what_goes_wrong_is_said(
    monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, part: str
) -> None:
    """Never a traceback: each kind of failure has its status and its sentence."""
    monkeypatch.setattr(due, "run", _raising(error))
    done = ran("due", "1", "day")
    assert (done.status, done.out) == (status, "")
    assert part in squeezed(done.err)
    assert "Traceback" not in done.err


@pytest.mark.parametrize("name", OPTIONS)
def test_keywords_become_options(name: str) -> None:
    """The library speaks of `after=`, the command of `--after`."""
    said = phrase(LegalCaseError(f"Give {name}= or {name}='us/x' here."))
    assert said == f"Give {OPTIONS[name]} or {OPTIONS[name]} us/x here."
    assert name in said or OPTIONS[name] != f"--{name}"


@pytest.mark.parametrize("name", OPTIONS)
def test_every_option_exists(name: str) -> None:
    """No error points to an option that the command lacks."""
    assert f"{OPTIONS[name]} " in answered("due", "--help")


def test_an_empty_option_is_refused_in_words_of_the_command() -> None:
    """As a script passes it whose table has an empty cell."""
    asked = ("due", "us/frcp/33(b)(2)", "--after", "2026-06-03", "--service", "")
    assert "--service is empty. Leave it out where it is not" in squeezed(
        ran(*asked).err
    )
    done = ran("served", "2026-06-03", "", "--under", "gb-eaw/cpr")
    assert "The method is empty. Write mail" in squeezed(done.err)


def test_an_unknown_name_nobody_came_near_to() -> None:
    """The error says where the names stand."""
    error = UnknownNameError.of("court", "xyzzy", ["us/cand"] * 2)
    assert phrase(error)
    done = ran("due", "1", "day", "--after", "2026-06-03", "--court", "xyzzy")
    assert done.status == 1
    assert "`legalcase rules` lists the courts" in squeezed(done.err)


def test_python_runs_it_too() -> None:
    """Where the folder of scripts is on no path: python -m legalcase."""
    done = subprocess.run(
        [sys.executable, "-m", "legalcase", "check", "2026-07-03", "--court", "cand"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.startswith("Fri 2026-07-03: closed.")
