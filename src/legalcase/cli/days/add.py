"""`legalcase add`: the court day so many court days after or before a day."""

from __future__ import annotations

import argparse
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from legalcase.cli.console.options import Reply, day
from legalcase.cli.console.terminal import as_json, paragraphs
from legalcase.cli.console.where import add_where, closures_of, passed, where_of
from legalcase.counting.argument.explain import say_day
from legalcase.dates import DateRange

if TYPE_CHECKING:
    from datetime import date

__all__ = ["add_parser", "run"]

_EPILOG: Final = """\
examples:
  legalcase add 2026-07-01 10 --court cand
  legalcase add 2026-09-24 -16 --court us-ca/lasc
  legalcase add 2026-12-23 2 --calendar gb-eaw --format json

The day itself is not counted. This counts the days on which the court is open
by its calendar, and knows no rule. For a deadline ask `legalcase due`:
  legalcase due 16 court days --before 2026-09-24 --under us-ca/ccp"""

_NUMBER: Final = re.compile(r"[+-]?\d{1,6}")


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Add the command to those of the parser, and return its own parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "add",
        help="the court day so many court days later or earlier",
        description="Add court days to a day; a negative number counts back.",
        epilog=_EPILOG,
    )
    parser.add_argument("day", type=day, metavar="DATE", help="from which day")
    parser.add_argument(
        "number", type=_number, metavar="N", help="how many court days; -16 counts back"
    )
    add_where(parser)
    return parser


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        msg = f"{text!r} is no number of court days. Write 10, or -16 to count back"
        raise argparse.ArgumentTypeError(msg)
    if not int(text):
        msg = (
            f"{text} court days from a day is no day in particular. `legalcase check` "
            "names the open day next to a day"
        )
        raise argparse.ArgumentTypeError(msg)
    return int(text)


def run(options: argparse.Namespace) -> Reply:
    """Add the court days."""
    where = where_of(options)
    start, number = options.day, options.number
    found = where.calendar.add_court_days(start, number)
    days = _between(start, found)
    closures = closures_of(where.calendar, days)
    if options.format == "json":
        data = {
            "from": start.isoformat(),
            "court_days": number,
            "on": found.isoformat(),
            "closed": [closure.to_dict() for closure in closures],
            **where.data(),
        }
        return Reply(as_json(data))
    many = abs(number)
    noun = "court day" if many == 1 else "court days"
    side = "after" if number > 0 else "before"
    verdict = f"{many} {noun} {side} {say_day(start)}: {say_day(found)}."
    return Reply(f"{paragraphs(verdict)}\n\n{passed(closures)}\n\n{where.source(days)}")


def _between(start: date, found: date) -> DateRange:
    """Return the days that were passed or reached; the first is not counted."""
    if found > start:
        return DateRange.through(start + timedelta(days=1), found)
    return DateRange(found, start)
