"""`legalcase caseload`: the caseload of a store in figures, for some days."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from legalcase.cli.console.addresses import opened
from legalcase.cli.console.options import Reply, day
from legalcase.cli.console.terminal import as_json, paragraphs
from legalcase.cli.store.whole import WholeStore

if TYPE_CHECKING:
    import argparse

    from legalcase.measures import CaseloadReport

__all__ = ["FORMATS", "add_parser", "run"]

FORMATS: Final = ("text", "html", "json")

_EPILOG: Final = """\
examples:
  legalcase caseload sqlite:///firm.db --from 2026-07-01 --to 2026-10-01
  legalcase caseload sqlite:///firm.db --from 2026-07-01 --to 2026-10-01 \\
      --by court --standard us/model/civil/general-civil
  legalcase caseload sqlite:///firm.db --from 2026-07-01 --to 2026-10-01 \\
      --by judge --smallest 10 --format json

The first day belongs to the period, the day of --to does not: from 1 July to
1 October is a quarter. What is pending is so at the end of the last day. Each
figure says by whose definition it was measured, and what was not counted.

Groups of fewer than --smallest are withheld, and as many others as it takes
that none can be told from the total."""


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Add the command to those of the parser, and return its own parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "caseload",
        help="clearance, age, time to disposition and more, of a store",
        description="Show the caseload of a store in figures, for some days.",
        epilog=_EPILOG,
    )
    parser.add_argument("address", metavar="ADDRESS", help="sqlite:///firm.db")
    parser.add_argument(
        "--from",
        dest="start",
        type=day,
        metavar="DATE",
        required=True,
        help="the first day: 2026-07-01",
    )
    parser.add_argument(
        "--to",
        dest="stop",
        type=day,
        metavar="DATE",
        required=True,
        help="the day after the last: 2026-10-01",
    )
    parser.add_argument(
        "--by",
        choices=("court", "judge", "category"),
        help="split every figure; category is the proceeding",
    )
    parser.add_argument(
        "--smallest",
        type=int,
        metavar="N",
        default=5,
        help="withhold groups of fewer (5)",
    )
    parser.add_argument(
        "--standard",
        metavar="ID",
        help="a time standard: us/model/civil/general-civil",
    )
    parser.add_argument(
        "--unit",
        choices=("guide", "case"),
        default="guide",
        help="count each defendant of a criminal case (guide, the default), or "
        "every case as one",
    )
    return parser


def run(options: argparse.Namespace) -> Reply:
    """Show the figures of a store."""
    from legalcase.dates import DateRange
    from legalcase.measures import caseload_report

    if options.stop <= options.start:
        how = f"Swap the two: --from {options.stop} --to {options.start}"
        if options.stop == options.start:
            how = f"Of that day alone: --to {options.start + timedelta(days=1)}"
        options.refuse(
            f"--to is the day after the last, and {options.stop} is not after --from "
            f"{options.start}. {how}"
        )
    with opened(options.address, options.refuse) as store:
        whole = WholeStore(store)
        cases = list(whole.cases())
    report = caseload_report(
        cases,
        during=DateRange(options.start, options.stop),
        standard=options.standard,
        by=options.by,
        smallest=options.smallest,
        unit=options.unit,
    )
    return Reply(_shown(report, whole, options.format))


def _shown(report: CaseloadReport, whole: WholeStore, form: str) -> str:
    left_out = whole.left_out
    if form == "json":
        return as_json(
            {
                "from": report.during.start.isoformat(),
                "to": report.during.stop.isoformat(),
                "cases": report.cases,
                "sealed": whole.sealed,
                "rows": report.to_rows(),
            }
        )
    if form == "html":
        from legalcase.markup import escape, page

        more = f"<p>{escape(left_out)}</p>" if left_out else ""
        return page(report.title, report._repr_html_(), more)
    return f"{report}\n\n{paragraphs(left_out)}" if left_out else str(report)
