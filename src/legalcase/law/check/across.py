"""What only the whole of the law shows: references, versions in full, duplicates."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from legalcase.law.book.finding.courts import court_files
from legalcase.law.book.laid_over import (
    clashing,
    declared,
    differing,
    entries_of,
    named,
)
from legalcase.law.check.entries.answers import check_answers
from legalcase.law.check.entries.calendars import check_days
from legalcase.law.check.entries.deadlines import check_deadlines
from legalcase.law.check.entries.idle import check_idle, idle_in_calendar
from legalcase.law.check.references import circles, leads_somewhere, without_echoes
from legalcase.law.check.rules.counting_rules import check_local_versions, check_rule
from legalcase.law.check.rules.period_cases import check_period_cases
from legalcase.law.check.rules.recesses import check_recesses
from legalcase.law.check.rules.rests import check_rests
from legalcase.law.check.words import check_vocabulary
from legalcase.law.files.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.calendars.entries.definition import CalendarDefinition
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile, LawFolder

__all__ = ["cross_check"]


def cross_check(law: Book, folder: LawFolder, files: list[LawFile]) -> list[Problem]:
    """Return what is wrong between the files of a folder and the rest of the law.

    Each file has been checked by itself. What leads in a circle is reported alone:
    nothing that it touches could be resolved.
    """
    problems = [problem for file in files for problem in circles(law, file)]
    if problems:
        return problems
    for file in files:
        for check in _CHECKS.get(file.sort, ()):
            problems += check(law, file)
    problems += _twice(law, folder, files)
    return without_echoes(problems)


def _calendar(law: Book, file: LawFile) -> list[Problem]:
    head = file.raw["calendar"]
    problems: list[Problem] = []
    base = head.get("based_on")
    under: CalendarDefinition | None = None
    if base is not None:
        problems += leads_somewhere(file, "$.calendar.based_on", law.calendar, base)
        if not problems:
            under = law.calendar(base).definition
            horizon = head["horizon"]
            if horizon["from"] < under.first or horizon["through"] > under.last:
                what = f"is wider than that of {base!r}, {under.first} to {under.last}."
                problems.append(Problem(file.name, "$.calendar.horizon", what))
    if not problems:
        problems += leads_somewhere(file, "$.calendar", law.calendar, head["id"])
    theirs = _entries_of(under)
    mine = {
        table["id"]
        for sort in ("holiday", "closure", "opening")
        for table in file.raw.get(sort, ())
        if "id" in table
    }
    if base is None or under is not None:
        lists = [("$.calendar.without", head.get("without", []), theirs)]
        for index, table in enumerate(file.raw.get("dispute", ())):
            for number, reading in enumerate(table["reading"]):
                path = f"$.dispute[{index}].reading[{number}].without"
                lists.append((path, reading.get("without", []), theirs | mine))
        for path, names, known in lists:
            problems += _lacking(file, path, names, known)
    if not problems:
        problems = idle_in_calendar(law, file) + check_days(law, file)
    return problems + _settled(law, file, "$", file.raw.get("dispute", []))


def _entries_of(definition: CalendarDefinition | None) -> set[str]:
    found: set[str] = set()
    while definition is not None:
        found |= {holiday.id for holiday in definition.holidays}
        found |= {closure.id for closure in definition.closures if closure.id}
        found |= {opening.id for opening in definition.openings if opening.id}
        definition = definition.base
    return found


def _lacking(
    file: LawFile, path: str, names: list[str], known: set[str]
) -> list[Problem]:
    problems = []
    for index, name in enumerate(names):
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else " Check the id."
            what = f"is {name!r}, an entry that is not there.{hint}"
            problems.append(Problem(file.name, f"{path}[{index}]", what))
    return problems


def _settled(
    law: Book, file: LawFile, path: str, tables: list[dict[str, Any]]
) -> list[Problem]:
    """Check that the courts which decided a question exist."""
    problems = []
    for index, table in enumerate(tables):
        for number, settled in enumerate(table.get("settled", ())):
            where = f"{path}.dispute[{index}].settled[{number}].court"
            problems += leads_somewhere(file, where, law.court, settled["court"])
    return problems


def _rule_disputes(law: Book, file: LawFile) -> list[Problem]:
    return _settled(law, file, "$", file.raw.get("dispute", []))


def _deadline_disputes(law: Book, file: LawFile) -> list[Problem]:
    return [
        problem
        for index, table in enumerate(file.raw.get("deadline", ()))
        for problem in _settled(
            law, file, f"$.deadline[{index}]", table.get("dispute", [])
        )
    ]


def _filed_in(law: Book, file: LawFile) -> list[Problem]:
    return [
        problem
        for index, table in enumerate(file.raw.get("deadline", ()))
        if "filed_in" in table
        for problem in leads_somewhere(
            file, f"$.deadline[{index}].filed_in", law.court, table["filed_in"]
        )
    ]


def _courts(law: Book, file: LawFile) -> list[Problem]:
    problems = []
    for index, table in enumerate(file.raw["court"]):
        where = f"$.court[{index}]"
        for number, name in enumerate(table.get("counting", ())):
            path = f"{where}.counting[{number}]"
            problems += leads_somewhere(file, path, law.counting_rule, name)
        for role, name in table.get("calendars", {}).items():
            path = f"{where}.calendars.{role}"
            problems += leads_somewhere(file, path, law.calendar, name)
        for key in ("appeals", "without"):
            for number, name in enumerate(table.get(key, ())):
                path = f"{where}.{key}[{number}]"
                problems += leads_somewhere(file, path, law.deadline, name)
        for key in ("parent", "like"):
            if key in table:
                problems += leads_somewhere(
                    file, f"{where}.{key}", law.court, table[key]
                )
    return problems


def _jurisdiction(law: Book, file: LawFile) -> list[Problem]:
    head = file.raw["jurisdiction"]
    problems = []
    if "name" not in (law.jurisdiction(head["id"]) or {}):
        what = "is missing. Only a folder that adds to a jurisdiction leaves it out."
        problems.append(Problem(file.name, "$.jurisdiction.name", what))
    if "counting" in head:
        path = "$.jurisdiction.counting"
        problems += leads_somewhere(file, path, law.counting_rule, head["counting"])
    if "legal_holidays" in head:
        path = "$.jurisdiction.legal_holidays"
        problems += leads_somewhere(file, path, law.calendar, head["legal_holidays"])
    return problems


def _twice(law: Book, folder: LawFolder, files: list[LawFile]) -> list[Problem]:
    """Return the entries that a folder below has, and that no override declares.

    An override that puts nothing in another's place is a mistake too: its author
    believes that an entry was replaced.
    """
    problems = []
    place = law.folders.index(folder)
    for file in files:
        for other in law.folders[:place]:
            for theirs in _like(other, file):
                for sort, name in sorted(clashing(file, theirs)):
                    if not declared(folder.overriding, sort, name):
                        what = _entered_already(file, theirs, sort, name)
                        problems.append(Problem(file.name, "$", what))
    problems += _in_two_files(folder, files)
    replaced = _replaced(law)
    for name in sorted(law.overriding - replaced):
        what = f"overriding= names {name!r}, which no folder puts in another's place."
        near = get_close_matches(name, replaced, n=1)
        hint = f"Did you mean {near[0]!r}?" if near else "Take it out."
        problems.append(Problem(folder.path, "$", f"{what} {hint}"))
    return problems


def _like(folder: LawFolder, file: LawFile) -> Iterator[LawFile]:
    """Yield the files of a folder that can have an entry which a file has.

    Courts can stand in any of the files for them, every other entry in one place.
    """
    if file.sort == "courts":
        yield from court_files(folder, file.name.partition("/")[0])
    else:
        found = folder.read(file.name)
        if found is not None:
            yield found


def _in_two_files(folder: LawFolder, files: list[LawFile]) -> list[Problem]:
    """Return the courts that one folder enters in two files."""
    problems = []
    for file in files:
        if file.sort == "courts":
            for other in _like(folder, file):
                if other.name < file.name:
                    for _, name in sorted(clashing(file, other)):
                        what = f"{name!r} stands in {other.name} already. Take one out."
                        problems.append(Problem(file.name, "$", what))
    return problems


def _entered_already(file: LawFile, other: LawFile, sort: str, name: str) -> str:
    declare = f"declare it: with_folder(…, overriding=({named(sort, name)!r},))."
    if sort == "jurisdiction":
        keys = differing(file.raw[sort], other.raw[sort])
        said = " and ".join(keys)
        return (
            f"{name!r} is entered already, with another {said}. Leave that out, or "
            f"{declare}"
        )
    return f"{name!r} is entered already. Choose another id, or {declare}"


def _replaced(law: Book) -> set[str]:
    """Return the entries that a folder has and one below it has too, by both names."""
    if not law.overriding:
        return set()
    found: set[str] = set()
    for place, folder in enumerate(law.folders[1:], start=1):
        for name in folder.all_names():
            file = folder.read(name)
            if file is None:
                continue
            for other in law.folders[:place]:
                for theirs in _like(other, file):
                    for sort, id_ in entries_of(file) & entries_of(theirs):
                        found |= {id_, f"{sort}:{id_}"}
    return found


_Check = Callable[["Book", "LawFile"], list[Problem]]
_CHECKS: Final[dict[str, tuple[_Check, ...]]] = {
    "calendar": (_calendar,),
    "counting": (
        check_rule,
        check_recesses,
        check_idle,
        _rule_disputes,
        check_answers,
    ),
    "deadlines": (
        check_deadlines,
        check_idle,
        check_recesses,
        _deadline_disputes,
        _filed_in,
        check_answers,
        check_period_cases,
        check_rests,
    ),
    "local-rules": (
        check_local_versions,
        check_recesses,
        check_deadlines,
        check_idle,
        _deadline_disputes,
        _filed_in,
        check_answers,
        check_period_cases,
        check_rests,
    ),
    "courts": (_courts,),
    "jurisdiction": (_jurisdiction,),
    "vocabulary": (check_vocabulary,),
}
