"""References in the law: that each leads somewhere, and none in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import LegalCaseError
from legalcase.law.book.finding.courts import court_files, model_of
from legalcase.law.files.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = ["circles", "leads_somewhere", "without_echoes"]

#: How what is said of a reference begins.
_REFERS: Final = "refers to "
#: So long a chain of references can be followed; no law has five.
_LONGEST: Final = 50


def leads_somewhere(
    file: LawFile, path: str, find: Callable[[str], object], name: str
) -> list[Problem]:
    """Return the problem of a reference that leads nowhere; empty if it leads on."""
    try:
        find(name)
    except LegalCaseError as error:
        return [Problem(file.name, path, f"{_REFERS}{name!r}. {error}")]
    return []


def without_echoes(problems: list[Problem]) -> list[Problem]:
    """Leave out what refers to an entry that leads nowhere, beside that entry itself.

    A calendar whose base is misspelt would be reported wherever it is named.
    """
    told = [problem.what.removeprefix(_REFERS).partition(". ") for problem in problems]
    # A name that leads nowhere stands in what is said of it; an echo's name does not.
    found = {error for name, _, error in told if name in error}
    return [
        problem
        for problem, (name, _, error) in zip(problems, told, strict=True)
        if not problem.what.startswith(_REFERS) or error not in found or name in error
    ]


def circles(law: Book, file: LawFile) -> list[Problem]:
    """Return where a calendar, a rule or a deadline comes back to itself."""
    if file.sort == "calendar":
        name, path = file.raw["calendar"]["id"], "$.calendar.based_on"
        return _circle(file, path, name, lambda name: _based_on(law, name))
    if file.sort == "counting":
        name, path = file.raw["rule"]["id"], "$.rule.base"
        return _circle(file, path, name, lambda name: _base(law, name))
    if file.sort == "jurisdiction":
        head = file.raw["jurisdiction"]
        if "/" not in head.get("counting", "/"):
            what = (
                f"is {head['counting']!r}. Name a rule of computation with its slash, "
                f"'{head['id']}/…'."
            )
            return [Problem(file.name, "$.jurisdiction.counting", what)]
    if file.sort == "courts":
        models = _models(law)
        return [
            problem
            for index, table in enumerate(file.raw["court"])
            if model_of(table) is not None
            for problem in _circle(
                file,
                f"$.court[{index}].{'like' if 'like' in table else 'parent'}",
                table["id"],
                lambda name: models.get(name, []),
            )
        ]
    if file.sort in {"deadlines", "local-rules"}:
        pack = (file.raw.get("pack") or file.raw["local_rules"])["id"]
        return [
            problem
            for index, table in enumerate(file.raw.get("deadline", ()))
            for problem in _circle(
                file,
                f"$.deadline[{index}]",
                f"{pack}/{table['id']}",
                lambda name: _refers_to(law, name),
            )
        ]
    return []


def _circle(
    file: LawFile, path: str, name: str, step: Callable[[str], list[str]]
) -> list[Problem]:
    found = set(step(name))
    for _ in range(_LONGEST + 1):
        if not found:
            return []
        if name in found:
            what = f"leads back to {name!r} itself. Break the circle."
            return [Problem(file.name, path, what)]
        found = {further for one in found for further in step(one)}
    what = f"leads on through over {_LONGEST} others. Break the circle, or the chain."
    return [Problem(file.name, path, what)]


def _raw(law: Book, name: str) -> dict[str, Any]:
    for folder in reversed(law.folders):
        file = folder.read(name)
        if file is not None:
            return file.raw
    return {}


def _based_on(law: Book, name: str) -> list[str]:
    jurisdiction, _, rest = name.partition("/")
    place = f"calendars/{rest}.toml" if rest else "calendar.toml"
    head = _raw(law, f"{jurisdiction}/{place}").get("calendar", {})
    return [head["based_on"]] if "based_on" in head else []


def _base(law: Book, name: str) -> list[str]:
    jurisdiction, _, rest = name.partition("/")
    head = _raw(law, f"{jurisdiction}/counting/{rest}.toml").get("rule", {})
    return [head["base"]] if "base" in head else []


def _models(law: Book) -> dict[str, list[str]]:
    """Return the court that each court is like, by id and alias; an override's last."""
    found = {}
    for folder in law.folders:
        for jurisdiction in folder.jurisdictions():
            for file in court_files(folder, jurisdiction):
                for table in file.raw["court"]:
                    model = model_of(table)
                    for name in (table["id"], *table.get("aliases", ())):
                        found[name] = [] if model is None else [model]
    return found


def _refers_to(law: Book, name: str) -> list[str]:
    try:
        deadline = law.deadline(name)
    except LegalCaseError:
        return []
    return list(deadline.references())
