"""Check every file of the law, run its examples, and say how well it is verified.

Without arguments the law that comes with the package; with folders, each of them laid
over it. All problems are printed at once, each with file and path; then the exit code
is 1.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from legalcase.law.check.completeness import unsaid
from legalcase.law.check.folder import check_folder
from legalcase.law.examples import run_examples
from legalcase.law.files.folder import LawFolder
from legalcase.law.lawbook import Law
from legalcase.scheduling.clocks import run_clock_examples

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from legalcase.law.files.problem import Problem


#: The columns of the table: what a jurisdiction has, and how its entries were verified.
COLUMNS: Final = (
    "calendar",
    "rule (v.)",
    "deadline",
    "clock",
    "court",
    "dispute",
    "example",
    "text",
    "secondary",
    "recall",
)
#: What they are called at the head of the table, so that it has 80 columns at most.
HEADS: Final = ("cal.", *COLUMNS[1:])


def problems_of(law: Law, folder: LawFolder) -> list[Problem]:
    """Return what is wrong in a folder: its files, or if they hold what else is.

    What its deadlines leave unsaid, and the examples that another date answers.
    """
    return check_folder(law, folder) or [
        *unsaid(folder),
        *run_examples(law, folder),
        *run_clock_examples(law, folder),
    ]


def coverage(folder: LawFolder) -> dict[str, Counter[str]]:
    """Count, by jurisdiction, what a folder holds and how it was verified."""
    found: dict[str, Counter[str]] = {}
    for name in folder.all_names():
        file = folder.read(name)
        if file is None or "/" not in name:
            continue  # the vocabulary of all
        counted = found.setdefault(name.partition("/")[0], Counter())
        counted.update(_counts(file.sort, file.raw))
        counted.update(verified["how"] for verified in _verified(file.raw))
    return found


def _counts(sort: str, raw: dict[str, Any]) -> dict[str, int]:
    deadlines, clocks = raw.get("deadline", []), raw.get("clock", [])
    whole = (*deadlines, *clocks)
    examples = len(raw.get("example", ()))
    return {
        "calendar": sort == "calendar",
        "rule (v.)": sort == "counting",
        "version": len(raw["version"]) if sort == "counting" else 0,
        "deadline": len(deadlines),
        "clock": len(clocks),
        "court": len(raw.get("court", ())),
        "dispute": len(raw.get("dispute", ()))
        + sum(len(table.get("dispute", ())) for table in whole),
        "example": examples + sum(len(table["examples"]) for table in whole),
    }


def _verified(table: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every statement of how an entry was verified, wherever it stands."""
    for key, value in table.items():
        if key == "verified":
            yield from value if isinstance(value, list | tuple) else (value,)
        elif isinstance(value, dict):
            yield from _verified(value)
        elif isinstance(value, list | tuple):
            for item in value:
                if isinstance(item, dict):
                    yield from _verified(item)


def table_of(found: dict[str, Counter[str]]) -> str:
    """Lay the counts out as a table of at most 80 columns, the sum below."""
    total: Counter[str] = Counter()
    for counted in found.values():
        total.update(counted)
    rows = [("", *HEADS), *(_row(name, counted) for name, counted in found.items())]
    rows.append(_row("all", total))
    first = max(len(row[0]) for row in rows)
    lines = [
        f"{name:{first}}"
        + "".join(
            f" {cell:>{len(column)}}" for cell, column in zip(cells, HEADS, strict=True)
        )
        for name, *cells in rows
    ]
    rule = "-" * len(lines[0])
    return "\n".join([lines[0], rule, *lines[1:-1], rule, lines[-1]])


def _row(name: str, counted: Counter[str]) -> tuple[str, ...]:
    cells = {column: str(counted[column] or "") for column in COLUMNS}
    if counted["rule (v.)"]:
        cells["rule (v.)"] = f"{counted['rule (v.)']} ({counted['version']})"
    return (name, *cells.values())


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the folders named, or the bundled law; return 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="*", help="a folder of law of your own")
    parser.add_argument(
        "--overriding",
        action="append",
        default=[],
        metavar="ID",
        help="an entry that a folder may put in another's place (repeat it for more)",
    )
    asked = parser.parse_args(arguments)
    folders = list(Law.bundled().folders)
    checked = folders[:]
    if asked.folder:
        declared = frozenset(asked.overriding)
        checked = [LawFolder(Path(name), declared) for name in asked.folder]
        folders += checked
    law = Law(tuple(folders), frozenset(asked.overriding))
    found = [
        (folder, problem) for folder in checked for problem in problems_of(law, folder)
    ]
    if found:
        for folder, (file, path, what) in found:
            place = Path(folder.path) / file if asked.folder else file
            print(f"{place}: {path}: {what}")
        print(f"{len(found)} problem{'' if len(found) == 1 else 's'}")
        return 1
    for folder in checked:
        counted = coverage(folder)
        print(table_of(counted))
        examples = sum(count["example"] for count in counted.values())
        files = sum(1 for _ in folder.all_names())
        print(f"{files} files hold; {examples} examples give their answer.")
    print(
        "cal.: calendars. (v.): versions. text, secondary, recall: entries of which\n"
        "the text was read, of which an account was read, or which were entered from\n"
        "memory."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
