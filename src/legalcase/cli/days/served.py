"""`legalcase served`: when a paper is served, or deemed to be, by its method."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, NoReturn
from zoneinfo import ZoneInfo

from legalcase.cli.console.choosing import choosing
from legalcase.cli.console.forms import (
    add_words_option,
    certificate_of,
    in_form,
    quoting_law,
    said_here,
)
from legalcase.cli.console.options import (
    Reply,
    add_law_options,
    day,
    each_once,
    law_of,
    moment,
    pair,
    timezone,
)
from legalcase.cli.console.shell import quoted
from legalcase.cli.console.terminal import paragraphs, width

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from legalcase.counting.argument.computation import Computation
    from legalcase.law.lawbook import Law

__all__ = ["FORMATS", "add_parser", "run"]

FORMATS: Final = ("text", "markdown", "html", "json", "certificate")

_EPILOG: Final = """\
examples:
  legalcase served 2024-06-07T17:00 email --under gb-eaw/cpr
  legalcase served 2024-06-07 mail --court gb-eaw/high-court --paper claim-form
  legalcase served 2024-06-07 substituted --under us-ca/ccp --paper summons

The date is that of the step: posting, delivery, transmission. A time is read by
the clock of the court or of its rule, unless --timezone says another.
`legalcase rules gb-eaw/cpr` lists the methods, each with when it is complete."""


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Add the command to those of the parser, and return its own parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "served",
        help="when service is complete, or deemed to be",
        description="Compute the day on which service is complete, or deemed to be.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "on",
        type=moment,
        metavar="DATE-OR-TIME",
        help="when it was posted, sent or left: 2024-06-07, 2024-06-07T17:00",
    )
    parser.add_argument("method", metavar="METHOD", help="mail, email, personal")
    parser.add_argument(
        "--under", metavar="RULE", help="rule of computation: gb-eaw/cpr"
    )
    parser.add_argument("--court", metavar="ID", help="court: gb-eaw/high-court")
    parser.add_argument("--paper", metavar="WORD", help="claim-form, summons, other")
    parser.add_argument(
        "--calendar", metavar="ID", help="the court's calendar, if not its own"
    )
    parser.add_argument(
        "--timezone",
        type=timezone,
        metavar="ZONE",
        help="the zone of the time, if not the court's: Europe/London",
    )
    parser.add_argument(
        "--holiday",
        type=day,
        action="append",
        default=[],
        metavar="DATE",
        help="one more legal holiday of the court; repeatable",
    )
    parser.add_argument(
        "--as-of", type=day, metavar="DATE", help="apply the text of this date"
    )
    parser.add_argument(
        "--reading",
        type=pair,
        action="append",
        default=[],
        metavar="DISPUTE=ANSWER",
        help="the answer chosen to a disputed question; repeatable",
    )
    add_law_options(parser)
    add_words_option(parser)
    return parser


def run(options: argparse.Namespace) -> Reply:
    """Compute the day of service."""
    law = law_of(options, options.refuse)
    on, said = _clocked(options, law)
    computation = law.served_on(
        on,
        options.method,
        under=options.under,
        paper=options.paper,
        court=options.court,
        calendar=options.calendar,
        as_of=options.as_of,
        legal_holidays=options.holiday,
        readings=each_once(options, "reading"),
    )
    if options.format == "certificate":
        return certificate_of(computation, law)
    quoting = quoting_law(options, law)
    if options.format != "text":
        return in_form(computation, options.format, quoting)
    text = paragraphs(
        said_here(computation).explain(width=width(), words=options.words, law=quoting)
    )
    hints = [*said, _count_on(options, computation)]
    parts = (
        text,
        choosing(computation, law),
        paragraphs("\n".join(hints), hanging=4),
    )
    return Reply("\n\n".join(part for part in parts if part))


def _clocked(
    options: argparse.Namespace, law: Law
) -> tuple[date | datetime, list[str]]:
    """Return when the step was, an instant in its zone; and what was assumed."""
    on: date | datetime = options.on
    if not isinstance(on, datetime):
        return on, []
    if options.timezone is not None:
        return on.replace(tzinfo=options.timezone), []
    zone: str | None = None
    whose = ""
    refuse: Callable[[str], NoReturn] = options.refuse
    if options.court is not None:
        court = law.court(options.court)
        zone, whose = court.zones[0], court.id
    elif options.under is not None:
        rule = law.counting_rule(options.under)
        zone, whose = rule.zone, rule.id
    if zone is None:
        refuse(
            f"{on:%Y-%m-%dT%H:%M} is a local time without a zone. Name the court, or "
            "the zone: --timezone Europe/London"
        )
    said = f"The time was read by the clock of {whose}: {zone}."
    return on.replace(tzinfo=ZoneInfo(zone)), [said]


def _count_on(options: argparse.Namespace, computation: Computation) -> str:
    """Say how to count on from the day that was found."""
    where = "court" if options.court is not None else "under"
    name = getattr(options, where) or computation.inputs.rule
    return (
        "Count from that day: legalcase due 14 days --after "
        f"{computation.due} --{where} {quoted(name)}"
    )
