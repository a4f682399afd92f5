"""`legalcase check`: whether a court is open on a day, and if not, why."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from legalcase.cli.console.options import Reply, day
from legalcase.cli.console.terminal import as_json, paragraphs
from legalcase.cli.console.where import add_where, is_open, near_open, where_of
from legalcase.counting.argument.explain import say_day

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from legalcase.calendars.closures import Closure
    from legalcase.cli.console.where import Where

__all__ = ["add_parser", "run"]

_EPILOG: Final = """\
examples:
  legalcase check 2026-07-03 --court cand
  legalcase check 2026-08-08 --calendar de-by/augsburg
  legalcase check 2026-12-28 --court gb-eaw/high-court --format json

The answer is that of the court's calendar. A court can be closed on other days
by its own order. Whether a period that ends on the day is moved is a question
for its rule: `legalcase due` answers it."""

_ONE: Final = timedelta(days=1)


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Add the command to those of the parser, and return its own parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "check",
        help="whether a court is open on a day, and why not",
        description="Say whether a court is open on a day, and on which authority not.",
        epilog=_EPILOG,
    )
    parser.add_argument("day", type=day, metavar="DATE", help="the day: 2026-07-03")
    add_where(parser)
    return parser


def run(options: argparse.Namespace) -> Reply:
    """Say whether the court is open."""
    where = where_of(options)
    calendar, asked = where.calendar, options.day
    why = calendar.why_closed(asked)
    after = near_open(calendar.next_open, asked if why else asked + _ONE)
    before = near_open(calendar.previous_open, asked if why else asked - _ONE)
    beside = _beside(where, asked)
    if options.format == "json":
        return Reply(as_json(_data(where, asked, why, after, before, beside)))
    opening = calendar.opening_on(asked)
    if why is None:
        said = "" if opening is None else f" {opening.name} ({opening.authority})."
        lines = [f"{say_day(asked)}: {_open(where, asked)}.{said}"]
    else:
        lines = [f"{say_day(asked)}: closed. {_said(why)}."]
    if after is not None:
        lines.append(f"Next open day: {say_day(after)}.")
    if before is not None:
        lines.append(f"Open day before: {say_day(before)}.")
    for whose, closure in beside:
        lines.append(
            f"Also entered, in {whose}, and not closing this court: {_said(closure)}. "
            "`legalcase due` says where it counts."
        )
    days = [each for each in (before, asked, after) if each is not None]
    return Reply(paragraphs("\n".join([*lines, "", where.source(days)])))


def _beside(where: Where, asked: date) -> tuple[tuple[str, Closure], ...]:
    """Return what is entered for the day and does not close the court."""
    own = where.calendar
    closing = own.definition.closed_by
    found = [
        (own.id, closure)
        for closure in own.closures_on(asked)
        if closure.kind not in closing and own.why_closed(asked) is None
    ]
    for roles, calendar in where.others:
        if calendar.first <= asked <= calendar.last and own.why_closed(asked) is None:
            name = f"{calendar.id} ({roles})"
            found += [(name, closure) for closure in calendar.closures_on(asked)]
    return tuple(found)


def _open(where: Where, asked: date) -> str:
    """Say that no closure is known, and whether that is all there can be."""
    known = is_open(where.calendar, asked) is not None
    return "open" if known else "no closure is known here, and one can fall on it"


def _said(closure: Closure) -> str:
    return f"{closure.name} ({closure.kind}; {closure.authority})"


def _data(
    where: Where,
    asked: date,
    why: Closure | None,
    after: date | None,
    before: date | None,
    beside: tuple[tuple[str, Closure], ...],
) -> dict[str, Any]:
    opening = where.calendar.opening_on(asked)
    return {
        "on": asked.isoformat(),
        "is_open": is_open(where.calendar, asked),
        "why_closed": None if why is None else why.to_dict(),
        "opening": None if opening is None else opening.to_dict(),
        "next_open": None if after is None else after.isoformat(),
        "previous_open": None if before is None else before.isoformat(),
        "also_entered": [
            {"calendar": name, **closure.to_dict()} for name, closure in beside
        ],
        **where.data(),
    }
