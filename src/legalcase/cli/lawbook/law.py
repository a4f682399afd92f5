"""`legalcase law`: check files of law, run their examples; show a jurisdiction."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from legalcase.cli.console.options import Reply, add_law_options, law_of
from legalcase.cli.console.terminal import as_json, paragraphs, width
from legalcase.cli.lawbook.law_check import (
    MEANING,
    coverage,
    owed,
    problems_of,
    table_of,
)
from legalcase.law.check.folder import check_folder
from legalcase.law.files.folder import LawFolder
from legalcase.law.lawbook import Law
from legalcase.markup import one_line
from legalcase.storage.system_clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

__all__ = ["FORMATS", "add_parser", "run"]

FORMATS: Final = ("text", "json")
_HANGING: Final = 4
_YEAR: Final = re.compile(r"\d{4}")

_EPILOG: Final = """\
examples:
  legalcase law                      check the law that comes with the package
  legalcase law --owed us-ma         what it rests on without quoting it

  legalcase law my-law               check a folder, laid over the bundled law
  legalcase law my-law --overriding us/frcp/59(e)
  legalcase law my-law --owed xr     what a jurisdiction of it owes

  legalcase law show us-ma --year 2026       a jurisdiction whole, as text
  legalcase law show us-ca --html us-ca.html
  legalcase law show xr --law my-law         one of a folder of your own

A folder is checked whole: every key and word, references, versions in order;
then its examples are run, and each entry that was verified as `text` must
quote the words it rests on. Every problem is said with its file, its path, and
what to do. If nothing is wrong, a table says what there is, by jurisdiction.

What is shown of a jurisdiction: its calendars, with the closed days of a year;
its rules of computation, versions side by side; deadlines by version; disputes
with all their answers; and of each how it was verified, and in which words.

status:
  0  all files hold, and all examples give their answer
  1  something is wrong, or owed: each problem is said
  2  the command line cannot be used, or there is no such folder"""


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Add the command to those of the parser, and return its own parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "law",
        help="check files of law, run their examples; show a jurisdiction whole",
        description="Check the law, or folders of your own; show a jurisdiction of it.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "folder",
        nargs="*",
        metavar="FOLDER",
        help="a folder of law of your own, of one folder a jurisdiction; or the word "
        "show and the id of a jurisdiction: show us-ca",
    )
    parser.add_argument(
        "--owed",
        nargs="?",
        const="",
        metavar="NAME",
        help="only say what a jurisdiction, or a file, owes of the words it rests on",
    )
    showing = parser.add_argument_group("to show a jurisdiction")
    showing.add_argument(
        "--html", metavar="FILE", help="write a page of HTML instead of the text"
    )
    showing.add_argument(
        "--year",
        type=_year,
        metavar="YEAR",
        help="the year whose closed days are listed, if not this one: 2026",
    )
    add_law_options(parser)
    return parser


def _year(text: str) -> int:
    if not _YEAR.fullmatch(text) or not int(text):
        msg = f"{text!r} is no year. Write one such as 2026"
        raise argparse.ArgumentTypeError(msg)
    return int(text)


def run(options: argparse.Namespace) -> Reply:
    """Show a jurisdiction; or check the folders named, or the bundled law."""
    if options.folder[:1] == ["show"]:
        return _shown(options)
    for name in ("html", "year", "law"):
        if getattr(options, name):
            options.refuse(f"--{name} goes with show: legalcase law show us-ca")
    return _checked(options)


def _shown(options: argparse.Namespace) -> Reply:
    """Show what is entered of a jurisdiction."""
    names = options.folder[1:]
    if len(names) != 1 or options.owed is not None:
        options.refuse(
            "show takes the id of one jurisdiction, and no --owed: show us-ca"
        )
    law = law_of(options, options.refuse)
    year = SystemClock().now().year if options.year is None else options.year
    page = law.page(names[0], year=year)
    if options.html is not None:
        whole = page.html().encode("ascii", "xmlcharrefreplace")
        Path(options.html).write_bytes(whole)
        return Reply(paragraphs(f"Written to {one_line(options.html)}."))
    if options.format == "json":
        return Reply(as_json(page.to_dict()))
    return Reply(page.text(width()))


def _checked(options: argparse.Namespace) -> Reply:
    """Check the folders named, or the bundled law."""
    folders = list(Law.bundled().folders)
    checked = folders[:]
    if options.folder:
        declared = frozenset(options.overriding)
        checked = [_folder(name, declared, options.refuse) for name in options.folder]
        folders += checked
    elif options.overriding:
        options.refuse("--overriding goes with a folder of your own. Name it too")
    if options.owed and not any(_has(folder, options.owed) for folder in checked):
        options.refuse(
            f"--owed: there is no {options.owed!r} here. Name a jurisdiction or a file"
        )
    law = Law(tuple(folders), frozenset(options.overriding))
    found = [
        (str(Path(folder.path) / file) if options.folder else file, path, what)
        for folder in checked
        for file, path, what in (
            problems_of(law, folder)
            if options.owed is None
            else check_folder(law, folder) or owed(folder, options.owed)
        )
    ]
    if options.format == "json":
        return _as_data(found, checked)
    if found:
        return _said(found)
    if options.owed is not None:
        return Reply(paragraphs(f"{options.owed or 'The law'} owes no words."))
    return Reply("\n\n".join(map(_covered, checked)))


def _folder(
    name: str, overriding: frozenset[str], refuse: Callable[[str], NoReturn]
) -> LawFolder:
    if not Path(name).is_dir():
        refuse(f"{name!r} is no folder. Name the one that holds those of jurisdictions")
    if not any(Path(name).rglob("*.toml")):
        refuse(f"{name!r} holds no file of law (*.toml). Name another folder")
    return LawFolder(name, overriding)


def _has(folder: LawFolder, name: str) -> bool:
    """Tell whether a folder has a jurisdiction, or a file, of that name."""
    names = folder.all_names()
    return any(file == name or file.startswith(f"{name}/") for file in names)


def _said(found: list[tuple[str, str, str]]) -> Reply:
    lines = [paragraphs(one_line(": ".join(each)), hanging=_HANGING) for each in found]
    count = f"{len(found)} problem{'' if len(found) == 1 else 's'}"
    return Reply("\n".join([*lines, count]), 1)


def _covered(folder: LawFolder) -> str:
    """Say what a folder holds that was found to hold."""
    counted = coverage(folder)
    examples = sum(count["example"] for count in counted.values())
    files = sum(1 for _ in folder.all_names())
    told = f"{files} files hold; {examples} examples give their answer."
    return f"{table_of(counted)}\n{told}\n{paragraphs(MEANING)}"


def _as_data(found: list[tuple[str, str, str]], checked: list[LawFolder]) -> Reply:
    """Return the same for a machine; the table too, where the files can be read."""
    data: dict[str, Any] = {
        "holds": not found,
        "problems": [
            {"file": place, "path": path, "what": what} for place, path, what in found
        ],
    }
    if not found:
        data["coverage"] = [
            {name: dict(counted) for name, counted in coverage(folder).items()}
            for folder in checked
        ]
    return Reply("", int(bool(found)), f"{as_json(data)}\n".encode("ascii"))
