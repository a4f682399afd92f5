"""Checking a whole folder of law: all problems at once, each with file and path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.errors import LegalCaseError
from legalcase.law.crosschecks import cross_check
from legalcase.law.validate import validate
from legalcase.law.vocabulary import words_of

if TYPE_CHECKING:
    from legalcase.law.folder import LawFile, LawFolder
    from legalcase.law.lawbook import Law

__all__ = ["check_folder"]

Problem = tuple[str, str, str]


def check_folder(law: Law, folder: LawFolder) -> list[Problem]:
    """Return (file, path, what is wrong) for one of the folders that a law reads.

    First each file against the schema and the vocabulary; if all hold, what only the
    whole can show: ids and places, references, versions, duplicates.
    """
    problems: list[Problem] = []
    if not folder.path.is_dir():
        return [(str(folder.path), "$", "is no folder. Give the path of one.")]
    files: list[LawFile] = []
    for name in folder.all_names():
        try:
            file = folder.read(name)
        except LegalCaseError as error:
            problems += getattr(error, "problems", [(name, "$", str(error))])
            continue
        if file is None or not file.sort:
            what = "has no meaning at this place. See the reference, The format of the law."
            problems.append((name, "$", what))
            continue
        files.append(file)
    if problems:
        return problems
    words = words_of(law)
    for file in files:
        problems += [(file.name, *p) for p in validate(file.raw, file.sort, words)]
    if problems:
        return problems
    for file in files:
        problems += _place(file)
    return problems or cross_check(law, folder, files)


def _place(file: LawFile) -> list[Problem]:
    """Check that the id in a file agrees with its place."""
    parts = file.name.removesuffix(".toml").split("/")
    jurisdiction, stem = parts[0], parts[-1]
    expected: dict[str, tuple[str, str]] = {
        "jurisdiction": ("jurisdiction", jurisdiction),
        "counting": ("rule", f"{jurisdiction}/{stem}"),
        "deadlines": ("pack", f"{jurisdiction}/{stem}"),
        "calendar": (
            "calendar",
            jurisdiction if stem == "calendar" else f"{jurisdiction}/{stem}",
        ),
    }
    if file.sort == "local-rules":
        head: dict[str, Any] = file.raw["local_rules"]
        court = f"{jurisdiction}/{stem}"
        found = []
        if head["court"] != court:
            found.append((file.name, "$.local_rules.court", f"must be {court!r} here."))
        if not head["id"].startswith(f"{court}/"):
            what = f"must begin with '{court}/'."
            found.append((file.name, "$.local_rules.id", what))
        return found
    if file.sort not in expected:
        return []
    table, name = expected[file.sort]
    if file.raw[table]["id"] == name:
        return []
    what = f"is {file.raw[table]['id']!r}, and the file's place says {name!r}."
    return [(file.name, f"$.{table}.id", what)]
