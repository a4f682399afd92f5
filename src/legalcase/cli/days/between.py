"""`legalcase between`: how many court days lie between two days, and which do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.cli.console.options import Reply, day
from legalcase.cli.console.terminal import as_json, paragraphs
from legalcase.cli.console.where import add_where, closures_of, passed, where_of
from legalcase.counting.argument.explain import say_day
from legalcase.dates import DateRange

if TYPE_CHECKING:
    import argparse

__all__ = ["add_parser", "run"]

_EPILOG: Final = """\
examples:
  legalcase between 2026-07-01 2026-08-01 --court cand
  legalcase between 2026-12-21 2027-01-04 --calendar gb-eaw
  legalcase between 2026-07-01 2026-08-01 --calendar us-ca --format json

The first day is counted if the court is open, the last is not: the days of July
are those from 1 July up to 1 August. If the last comes first, the number is
negative."""


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Add the command to those of the parser, and return its own parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "between",
        help="how many court days lie between two days",
        description="Count the court days from a day up to, not including, another.",
        epilog=_EPILOG,
    )
    parser.add_argument("start", type=day, metavar="FROM", help="first day, counted")
    parser.add_argument("stop", type=day, metavar="TO", help="last day, not counted")
    add_where(parser)
    return parser


def run(options: argparse.Namespace) -> Reply:
    """Count the court days."""
    where = where_of(options)
    start, stop = options.start, options.stop
    number = where.calendar.count_court_days(start, stop)
    first, last = sorted((start, stop))
    span = () if first == last else DateRange(first, last)
    closures = closures_of(where.calendar, span)
    if options.format == "json":
        data = {
            "from": start.isoformat(),
            "to": stop.isoformat(),
            "court_days": number,
            "closed": [closure.to_dict() for closure in closures],
            **where.data(),
        }
        return Reply(as_json(data))
    noun = "court day" if abs(number) == 1 else "court days"
    verdict = (
        f"{number} {noun} from {say_day(start)} up to, not including, {say_day(stop)}."
    )
    return Reply(f"{paragraphs(verdict)}\n\n{passed(closures)}\n\n{where.source(span)}")
