"""What is wrong with folders of law, and how much is entered and verified in them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from legalcase.law.book.finding.indexing.writing import is_of_the_files
from legalcase.law.check.completeness import unsaid
from legalcase.law.check.folder import check_folder
from legalcase.law.check.quotes.quoted import OWED, claims, unquoted
from legalcase.law.examples import run_examples
from legalcase.law.files.beside import PLACE
from legalcase.law.files.folder import BUNDLED
from legalcase.law.files.problem import Problem
from legalcase.law.lawbook import Law
from legalcase.scheduling.clocks.examples import run_clock_examples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.law.files.folder import LawFolder

__all__ = ["COLUMNS", "HEADS", "MEANING", "coverage", "owed", "problems_of", "table_of"]

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
_SHORT: Final = {
    "calendar": "cal.",
    "deadline": "deadl.",
    "dispute": "disp.",
    "example": "exam.",
    "secondary": "sec.",
}
#: What editors for letters put behind the name of a file.
_ADDED: Final = ".txt"
#: What they are called at the head of the table, so that it has 80 columns at most.
HEADS: Final = tuple(_SHORT.get(column, column) for column in COLUMNS)
#: What the heads mean, said below.
MEANING: Final = (
    "cal.: calendars. (v.): versions. text, sec., recall: entries of which the text "
    "was read, of which an account was read, or which were entered from memory. "
    "words, owed: entries and citations whose text was read, and which quote it, or "
    "do not yet."
)


def problems_of(law: Law, folder: LawFolder) -> list[Problem]:
    """Return what is wrong in a folder: its files, or if they hold what else is.

    What its deadlines leave unsaid, the words that are owed, and the examples that
    another date answers.
    """
    return [*check_folder(law, folder), *_unread(folder)] or [
        *unsaid(folder),
        *_owing(folder),
        *run_examples(law, folder),
        *run_clock_examples(law, folder),
        *_of_other_files(folder),
    ]


def _of_other_files(folder: LawFolder) -> list[Problem]:
    """Say that the index of the bundled law, which a wheel has, is not of its files."""
    if folder.path != BUNDLED or is_of_the_files(Law((folder,))):
        return []
    what = (
        "is not of the files of the law that lie beside it. Install legalcase again, "
        "and keep law of your own in a folder of your own."
    )
    return [Problem(Path(PLACE).name, "$", what)]


def _unread(folder: LawFolder) -> list[Problem]:
    """Return the files that an editor has given another ending, so that none is read.

    Other files may lie there, but nobody would call one so who did not mean it as law.
    """
    if folder.path == BUNDLED:
        return []
    what = "is not read: its name has an ending behind .toml. Take that off."
    found = sorted(Path(folder.path).glob(f"**/*.toml{_ADDED}"))
    names = (path.relative_to(folder.path) for path in found)
    return [
        Problem(name.as_posix(), "$", what)
        for name in names
        if not any(part.startswith(".") for part in name.parts)
    ]


def owed(folder: LawFolder, name: str) -> list[Problem]:
    """Return the words that a jurisdiction owes, or a file; ``""`` is all of them."""
    return [
        problem
        for problem in unquoted(folder)
        if not name or problem.file == name or problem.file.startswith(f"{name}/")
    ]


def _owing(folder: LawFolder) -> list[Problem]:
    """Return the words that a folder owes; the package, of what is said to be whole."""
    found = unquoted(folder)
    if folder.path != BUNDLED:
        return found
    counted = Counter(_jurisdiction(problem.file) for problem in found)
    over = {name for name in counted if counted[name] > OWED.get(name, 0)}
    return [problem for problem in found if _jurisdiction(problem.file) in over]


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
