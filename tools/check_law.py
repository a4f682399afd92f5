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
from legalcase.law.check.quoted import OWED, claims, unquoted
from legalcase.law.examples import run_examples
from legalcase.law.files.folder import BUNDLED, LawFolder
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
    "words",
    "owed",
)
#: What they are called at the head of the table, so that it has 80 columns at most.
HEADS: Final = tuple(
    {
        "calendar": "cal.",
        "deadline": "deadl.",
        "dispute": "disp.",
        "example": "exam.",
        "secondary": "sec.",
    }.get(column, column)
    for column in COLUMNS
)


def problems_of(law: Law, folder: LawFolder) -> list[Problem]:
    """Return what is wrong in a folder: its files, or if they hold what else is.

    What its deadlines leave unsaid, the words that are owed, and the examples that
    another date answers.
    """
    return check_folder(law, folder) or [
        *unsaid(folder),
        *_owing(folder),
        *run_examples(law, folder),
        *run_clock_examples(law, folder),
    ]


def _owing(folder: LawFolder) -> list[Problem]:
    """Return the words that a folder owes; the package, of what is said to be whole."""
    found = unquoted(folder)
    if folder.path != BUNDLED:
        return found
    counted = Counter(_jurisdiction(problem.file) for problem in found)
    return [
        problem
        for problem in found
        if counted[_jurisdiction(problem.file)]
        > OWED.get(_jurisdiction(problem.file), 0)
    ]


def _jurisdiction(file: str) -> str:
    return file.partition("/")[0]


def coverage(folder: LawFolder) -> dict[str, Counter[str]]:
    """Count, by jurisdiction, what a folder holds and how it was verified."""
    found: dict[str, Counter[str]] = {}
    for name in folder.all_names():
        file = folder.read(name)
        if file is None or "/" not in name:
            continue  # the vocabulary of all
        counted = found.setdefault(_jurisdiction(name), Counter())
        counted.update(_counts(file.sort, file.raw))
        counted.update(verified["how"] for verified in _verified(file.raw))
        counted.update("owed" if claim.what else "words" for claim in claims(file))
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
            yield value
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


def _is_of(file: str, name: str) -> bool:
    """Tell whether a file is the one named, or of the jurisdiction named."""
    return file == name or file.startswith(f"{name}/")


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
    parser.add_argument(
        "--owed",
        metavar="NAME",
        help="print what a jurisdiction, or a file, owes of the words it rests on",
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
        (folder, problem)
        for folder in checked
        for problem in (
            problems_of(law, folder) if asked.owed is None else unquoted(folder)
        )
        if asked.owed is None or _is_of(problem.file, asked.owed)
    ]
    if found:
        for folder, (file, path, what) in found:
            place = Path(folder.path) / file if asked.folder else file
            print(f"{place}: {path}: {what}")
        print(f"{len(found)} problem{'' if len(found) == 1 else 's'}")
        return 1
    if asked.owed is not None:
        print(f"{asked.owed} owes no words.")
        return 0
    for folder in checked:
        counted = coverage(folder)
        print(table_of(counted))
        examples = sum(count["example"] for count in counted.values())
        files = sum(1 for _ in folder.all_names())
        print(f"{files} files hold; {examples} examples give their answer.")
    print(
        "cal.: calendars. (v.): versions. text, sec., recall: entries of which\n"
        "the text was read, of which an account was read, or which were entered from\n"
        "memory. words, owed: entries and citations whose text was read, and which\n"
        "quote it, or do not."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
