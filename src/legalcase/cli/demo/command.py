"""`legalcase demo`: real dockets, from facts to deadlines, store and calendar."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from legalcase.cli.console.options import Reply
from legalcase.cli.console.terminal import as_json

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from typing import NoReturn

    from legalcase.cli.demo.case import DemoCase

__all__ = ["add_parser", "run"]

_FOLDER: Final = "legalcase-demo"

_EPILOG: Final = f"""\
It reads the dockets of real cases that come with the package, records what
happened, asks each case what is due, stores the cases in SQLite, reads them
back, and writes pages, the database and a calendar into a folder: --out DIR,
which must be new or empty, or else {_FOLDER} (or {_FOLDER}-2 …) here.
Nothing that exists is overwritten.

If SOURCE_DATE_EPOCH is set (to seconds since 1970), everything is recorded at
that instant, and two runs write the same bytes.

examples:
  legalcase demo
  legalcase demo --full          with every explanation on the screen
  legalcase demo --out somewhere/else
  legalcase demo --format json"""


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Add the command to those of the parser, and return its own parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "demo",
        help="real cases: deadlines, a store, a calendar",
        description="Go through real cases, from their dockets to a calendar.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "--out", metavar="DIR", help=f"a new or empty folder; without it {_FOLDER}"
    )
    parser.add_argument(
        "--full",
        action="store_true",
        help="print every explanation, not only the table of the cases",
    )
    return parser


def run(options: argparse.Namespace) -> Reply:
    """Run the demo, and say what it did."""
    from legalcase.cli.demo.clock import clock_of
    from legalcase.cli.demo.report import brief, differences, report
    from legalcase.cli.demo.work import work_through

    clock = clock_of(os.environ, options.refuse)
    named = options.out is not None
    out = _asked(options.out, options.refuse) if named else _fresh()
    demos = work_through(out, clock)
    status = 1 if differences(demos) else 0
    if options.format == "json":
        return Reply(as_json(_data(demos, out)), status)
    said = report if options.full or status else brief
    return Reply(said(demos, out), status)


def _fresh() -> Path:
    """Make a folder here that did not exist before."""
    for number in count(1):
        path = Path(_FOLDER if number == 1 else f"{_FOLDER}-{number}")
        try:
            path.mkdir()
        except FileExistsError:
            continue
        return path
    raise AssertionError  # pragma: no cover - there is always one number more


def _asked(name: str, refuse: Callable[[str], NoReturn]) -> Path:
    """Make the folder that was asked for; nothing is ever overwritten."""
    path = Path(name)
    if not name:
        refuse("--out is empty. Name a folder that is new or has nothing in it")
    if path.exists() and not path.is_dir():
        refuse(f"--out: {name!r} is a file. Name a folder that is new or empty")
    if path.is_dir() and any(path.iterdir()):
        refuse(
            f"--out: the folder {name!r} has something in it, and nothing is "
            "overwritten. Name one that is new or empty"
        )
    path.mkdir(parents=True, exist_ok=True)
    return path


def _data(demos: Sequence[DemoCase], out: Path) -> dict[str, Any]:
    from legalcase.cli.console.forms import stated

    cases = []
    for demo in demos:
        deadlines = []
        for answer, item in zip(demo.answers, demo.items(), strict=True):
            met = item.deadline.met
            deadlines.append(
                {
                    "id": item.deadline.deadline_id,
                    "what": item.deadline.title,
                    "state": str(item.state),
                    "met_on": None if met is None else met.on.isoformat(),
                    "verdict": None if met is None else met.verdict,
                    "owed_by": list(answer.owed_by),
                    "by_hand": answer.question.by_hand or None,
                    **stated(answer.computation),
                }
            )
        cases.append(
            {
                "case": demo.docket.id,
                "title": demo.docket.title,
                "number": demo.docket.number,
                "court": demo.docket.court,
                "events": len(demo.file.log),
                "deadlines": deadlines,
            }
        )
    files = sorted(path.name for path in out.iterdir())
    return {"folder": str(out), "files": files, "cases": cases}
