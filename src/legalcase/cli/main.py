"""The `legalcase` command: reads its line, answers, and says what is wrong with it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import legalcase
from legalcase.cli.console.addresses import without_passwords
from legalcase.cli.console.options import Parser, Reply
from legalcase.cli.console.phrasing import phrase
from legalcase.cli.console.terminal import (
    UnwrittenError,
    paragraphs,
    write,
    write_bytes,
)
from legalcase.cli.days import (
    add,
    between,
    calendar_grid,
    check,
    clock,
    due,
    served,
    verify,
)
from legalcase.cli.demo import command as demo
from legalcase.cli.lawbook import law, rules
from legalcase.cli.store import command as store
from legalcase.cli.store import figures, recheck
from legalcase.errors import LegalCaseError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

__all__ = ["main"]

# As a shell has it: 128 and the number of the signal.
_INTERRUPTED: Final = 130
_READER_GONE: Final = 141
_NOT_WRITTEN: Final = 3

_CLOSED: Final = "the output is closed"

_FORMATS: Final = ("text", "json")
_FOR_PEOPLE: Final = ("text", "markdown", "html")

_STATUS: Final = """\
status:
  0  the question was answered
  1  the law refuses the question: an unknown name, a date outside what is
     entered, inputs that contradict each other; two sentences say why
  2  the command line cannot be used: an unknown option, text that is no date,
     a folder that is in the way
  3  the answer could not be written: a full disk, or no output at all
  130, 141  interrupted; whoever read the output has gone (as in `| head`)"""

_EPILOG: Final = f"""\
examples:
  legalcase due 'us/frcp/59(e)' --after 2026-06-03 --court cand
  legalcase due 3 clear days --before 2006-10-20 --under gb-eaw/cpr
  legalcase served 2024-06-07T17:00 email --under gb-eaw/cpr
  legalcase clock 'us/29-usc/626(d)(1)(A)' --after 2026-01-05
  legalcase check 2026-07-03 --court cand
  legalcase add 2026-07-01 10 --court cand
  legalcase between 2026-07-01 2026-08-01 --court cand
  legalcase calendar us 2026-07
  legalcase rules --jurisdiction us --trigger judgment-entered
  legalcase rules 'us/frcp/4(m)'
  legalcase law --owed us-ma
  legalcase verify answer.json
  legalcase recheck sqlite:///firm.db
  legalcase store agenda sqlite:///firm.db --from 2026-06-01 --until 2026-06-30
  legalcase caseload sqlite:///firm.db --from 2026-07-01 --to 2026-10-01
  legalcase demo

{_STATUS}

Nothing here is legal advice: every answer says what was done and on which
authority, so that a lawyer can check it."""


def _parser() -> Parser:
    parser = Parser(
        prog="legalcase",
        description="When a court is open, when something is due, and why.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "--version", action="version", version=f"legalcase {legalcase.__version__}"
    )
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", dest="command"
    )
    asking = (due, served, clock, check, add, between, calendar_grid, rules, law)
    modules = (*asking, verify, store, recheck, figures, demo)
    for module in modules:
        command = module.add_parser(commands)
        forms: tuple[str, ...] = getattr(module, "FORMATS", _FORMATS)
        if forms:
            command.add_argument(
                "--format",
                choices=forms,
                default="text",
                help=_said_of(forms),
            )
        command.set_defaults(
            run=module.run, refuse=command.error, unknown=command.unknown
        )
    return parser


def _said_of(forms: tuple[str, ...]) -> str:
    people = [form for form in _FOR_PEOPLE if form in forms]
    machines = [form for form in forms if form not in people]
    said = ", ".join(["text, the default", *people[1:]])
    return f"for people ({said}) or for machines ({', '.join(machines)})"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, and return the status with which the process should end."""
    try:
        return _answered(arguments)
    except KeyboardInterrupt:
        write("legalcase: interrupted", sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has had enough (`| head`). What is left in the
        # buffer goes nowhere, else Python complains about it at its end.
        _let_go_of_stdout()
        return _READER_GONE
    except UnwrittenError as error:
        _let_go_of_stdout()
        text = (
            f"legalcase: the answer could not be written: {error}. Send it elsewhere."
        )
        with suppress(UnwrittenError, BrokenPipeError):
            write(text, sys.stderr)
        return _NOT_WRITTEN


def _answered(arguments: Sequence[str] | None) -> int:
    parser = _parser()
    try:
        options, unknown = parser.parse_known_args(arguments)
        if unknown:
            # Said by the command's own parser, which knows its options.
            getattr(options, "unknown", parser.unknown)(unknown)
        if options.command is None:
            parser.print_help(sys.stderr)
            return 2
        answer = _run(options)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    if not answer.status and sys.stdout is None:
        raise UnwrittenError(_CLOSED)
    if answer.data is not None:
        write_bytes(answer.data, sys.stdout)
        return answer.status
    write(answer.text, sys.stderr if answer.status else sys.stdout)
    return answer.status


def _run(options: argparse.Namespace) -> Reply:
    run: Callable[[argparse.Namespace], Reply] = options.run
    name = " ".join(
        ["legalcase", options.command, *filter(None, [getattr(options, "verb", None)])]
    )
    try:
        return run(options)
    except LegalCaseError as error:
        return Reply(paragraphs(f"{name}: {without_passwords(phrase(error))}"), 1)
    except BrokenPipeError:
        raise
    except OSError as error:
        where = "" if error.filename is None else f" {str(error.filename)!r}"
        why = error.strerror or str(error)
        text = f"{name}: cannot use{where}: {why}. Choose another place."
        return Reply(paragraphs(text), 2)


def _let_go_of_stdout() -> None:
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):  # no file stands behind it
        return
