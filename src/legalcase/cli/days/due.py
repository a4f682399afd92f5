"""`legalcase due`: when something is due, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.cli.console.choosing import choosing
from legalcase.cli.console.forms import (
    FORMS,
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
    day_range,
    each_once,
    fact,
    law_of,
    moment,
    pair,
    timezone,
    trigger,
)
from legalcase.cli.console.terminal import paragraphs, width
from legalcase.cli.days.local_clock import Clock

if TYPE_CHECKING:
    import argparse

    from legalcase.law.lawbook import Law

__all__ = ["FORMATS", "add_parser", "run"]

FORMATS: Final = FORMS

_EPILOG: Final = """\
examples:
  legalcase due 'us/frcp/59(e)' --after 2026-06-03 --court cand
  legalcase due 'us/frcp/33(b)(2)' --after 2026-06-03 --court cand \\
      --service mail
  legalcase due 16 court days --before 2026-07-20 --under us-ca/ccp
  legalcase due 'us/frap/4(a)(3)' --court cand \\
      --trigger notice-of-appeal-filed=2021-09-12 \\
      --trigger judgment-entered=2021-09-10
  legalcase due 72 hours --after 2026-06-05T16:30 --court nysd
  legalcase due 'us/frcp/59(e)' --after 2026-06-03 --court cand --format ics
  legalcase due 'us/frcp/59(e)' --after 2026-06-03 --court cand \\
      --format certificate > answer.json

An id has parentheses: put it in quotes, or the shell reads them. `legalcase
rules` lists rules and courts, `legalcase rules WORDS` finds deadlines, and
`legalcase rules ID` shows the trigger words of one, or the methods of service
that a rule knows. A bare period needs --under or --court; a deadline brings its
own rule."""

_ANCHORS: Final = ("after", "before", "extending")


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Add the command to those of the parser, and return its own parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "due",
        help="when something is due, with every step and its authority",
        description="Compute a deadline, or a bare period under a rule.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "period",
        nargs="+",
        metavar="PERIOD-OR-ID",
        help="21 days, 16 court days, 3 clear days, 6 months, 72 hours; or the id of "
        "a deadline, such as 'us/frcp/12(a)(1)(A)(i)'",
    )
    when = parser.add_argument_group("from when (one of them)")
    when.add_argument(
        "--after",
        type=moment,
        metavar="DATE",
        help="the trigger; the day is not counted",
    )
    when.add_argument(
        "--before", type=moment, metavar="DATE", help="count back from this day"
    )
    when.add_argument(
        "--extending",
        type=moment,
        metavar="DATE",
        help="the last day, as counted, of the period that this one extends",
    )
    when.add_argument(
        "--trigger",
        type=trigger,
        action="append",
        default=[],
        metavar="WORD=DATE",
        help="for a deadline with several triggers, each that is known; repeatable",
    )
    when.add_argument(
        "--timezone",
        type=timezone,
        metavar="ZONE",
        help="the zone of local times (2026-06-03T17:00), if not the court's: "
        "Europe/London",
    )
    _add_where(parser)
    _add_what(parser)
    add_law_options(parser)
    add_words_option(parser)
    return parser


def _add_where(parser: argparse.ArgumentParser) -> None:
    where = parser.add_argument_group("where")
    where.add_argument("--under", metavar="RULE", help="rule of computation: us/frcp")
    where.add_argument("--court", metavar="ID", help="court: cand, gb-eaw/high-court")
    where.add_argument(
        "--forum", metavar="ID", help="the state whose legal holidays count: us-ca"
    )
    where.add_argument(
        "--calendar", metavar="ID", help="the court's calendar, if not its own"
    )
    where.add_argument(
        "--holiday",
        type=day,
        action="append",
        default=[],
        metavar="DATE",
        help="one more legal holiday of the court; repeatable",
    )
    where.add_argument(
        "--inaccessible",
        type=day,
        action="append",
        default=[],
        metavar="DATE",
        help="a day on which the clerk's office was inaccessible; repeatable",
    )
    where.add_argument(
        "--suspension",
        type=day_range,
        action="append",
        default=[],
        metavar="FIRST/LAST",
        help="days through which time did not run; repeatable",
    )
    where.add_argument(
        "--added",
        metavar="PERIOD",
        help="time added for a reason that is not entered: '3 days', '2 court days'",
    )
    where.add_argument(
        "--local-rules", choices=("none",), help="leave the court's local rules aside"
    )


def _add_what(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what")
    what.add_argument(
        "--service", metavar="METHOD", help="how it was served: mail, electronic"
    )
    what.add_argument(
        "--service-extension", metavar="TABLE", help="table of added days, or none"
    )
    what.add_argument(
        "--act", metavar="WORD", help="file, serve, hear, perform, expire"
    )
    what.add_argument("--nature", metavar="WORD", help="appeal-notfrist, ordinary")
    what.add_argument("--paper", metavar="WORD", help="class of paper: claim-form")
    what.add_argument(
        "--as-of", type=day, metavar="DATE", help="apply the text of this date"
    )
    what.add_argument(
        "--reading",
        type=pair,
        action="append",
        default=[],
        metavar="DISPUTE=ANSWER",
        help="the answer chosen to a disputed question; repeatable",
    )
    what.add_argument(
        "--fact",
        type=fact,
        action="append",
        default=[],
        metavar="FACT=ANSWER",
        help="what else decides: united-states-is-a-party=yes; repeatable",
    )


def run(options: argparse.Namespace) -> Reply:
    """Compute what the options ask for."""
    law = law_of(options, options.refuse)
    period = " ".join(options.period)
    clock = Clock(options, law, period)
    computation = law.compute(
        period,
        **_anchors(options, law, period, clock),
        under=options.under,
        court=options.court,
        forum=options.forum,
        calendar=options.calendar,
        service=options.service,
        service_extension=options.service_extension,
        act=options.act,
        nature=options.nature,
        paper=options.paper,
        as_of=options.as_of,
        legal_holidays=options.holiday,
        inaccessible=options.inaccessible,
        suspensions=options.suspension,
        added=options.added,
        readings=each_once(options, "reading"),
        facts=each_once(options, "fact"),
        local_rules=options.local_rules,
    )
    if options.format == "certificate":
        return certificate_of(computation, law)
    computation = clock.noted(computation)
    quoting = quoting_law(options, law)
    if options.format != "text":
        return in_form(computation, options.format, quoting)
    explained = said_here(computation).explain(
        width=width(), words=options.words, law=quoting
    )
    parts = (paragraphs(explained), choosing(computation, law))
    return Reply("\n\n".join(part for part in parts if part))


def _anchors(
    options: argparse.Namespace, law: Law, period: str, clock: Clock
) -> dict[str, Any]:
    """Return the one of after=, before= and extending= that the options give."""
    given = {name: getattr(options, name) for name in _ANCHORS}
    if not options.trigger:
        return {
            name: None if value is None else clock.read(value)
            for name, value in given.items()
        }
    for name, value in given.items():
        if value is not None:
            options.refuse(f"--trigger and --{name} were given together. Give one kind")
    if "/" not in period:
        options.refuse(
            f"--trigger is for a deadline with several triggers, and {period!r} is a "
            "bare period. Give --after or --before"
        )
    words = [word for word, _ in options.trigger]
    if len(set(words)) < len(words):
        options.refuse("--trigger names a word twice. Give each word one date")
    found = {word: clock.read(value) for word, value in options.trigger}
    return {_direction(law, period): found}


def _direction(law: Law, period: str) -> str:
    return law.deadline(period).current.term.asked_with
