"""What only the whole of the law can show: references, versions, duplicates, terms."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from legalcase.catalogue.deadline_rule import DeadlineRule
from legalcase.errors import LegalCaseError
from legalcase.law.build_deadline import build_deadline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from legalcase.law.folder import LawFile, LawFolder
    from legalcase.law.lawbook import Law

__all__ = ["cross_check"]

Problem = tuple[str, str, str]
_FIRST_NEEDS = ("trigger_day", "days", "roll")


def cross_check(law: Law, folder: LawFolder, files: list[LawFile]) -> list[Problem]:
    """Return what is wrong between the files of a folder and the rest of the law."""
    problems: list[Problem] = []
    for file in files:
        check = _CHECKS.get(file.sort)
        if check is not None:
            problems += check(law, file)
    problems += _twice(law, folder, files)
    return problems


def _resolves(
    file: LawFile, path: str, find: Callable[[str], object], name: str
) -> list[Problem]:
    """Return the problem of a reference that leads nowhere."""
    try:
        find(name)
    except LegalCaseError as error:
        return [(file.name, path, f"refers to {name!r}. {error}")]
    return []


def _calendar(law: Law, file: LawFile) -> list[Problem]:
    head = file.raw["calendar"]
    problems = []
    horizon = head["horizon"]
    if horizon["from"] >= horizon["through"]:
        what = "ends before it begins. Swap the two."
        problems.append((file.name, "$.calendar.horizon", what))
    base = head.get("based_on")
    if base is not None:
        problems += _resolves(file, "$.calendar.based_on", law.calendar, base)
        if not problems:
            under = law.calendar(base)
            if horizon["from"] < under.first or horizon["through"] > under.last:
                what = f"is wider than that of {base!r}, {under.first} to {under.last}."
                problems.append((file.name, "$.calendar.horizon", what))
    problems += _ids(file, "holiday")
    problems += _disputes(law, file, "$", file.raw.get("dispute", []))
    return problems


def _ids(file: LawFile, table: str) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for index, entry in enumerate(file.raw.get(table, ())):
        name = entry["id"]
        if name in seen:
            what = f"is {name!r} for the second time in this file."
            problems.append((file.name, f"$.{table}[{index}].id", what))
        seen.add(name)
    return problems


def _rule(law: Law, file: LawFile) -> list[Problem]:
    head = file.raw["rule"]
    path = "$.rule.default_calendar"
    problems = _resolves(file, path, law.calendar, head["default_calendar"])
    base = head.get("base")
    if base is not None:
        problems += _resolves(file, "$.rule.base", law.counting_rule, base)
    versions = file.raw["version"]
    for index, (one, two) in enumerate(pairwise(versions)):
        if two["from"] <= one["from"]:
            what = f"is {two['from']}, not after the version before it ({one['from']})."
            problems.append((file.name, f"$.version[{index + 1}].from", what))
    if base is None:
        for key in _FIRST_NEEDS:
            if key not in versions[0]:
                problems.append((file.name, f"$.version[0].{key}", "is missing."))
        for key in ("after", "before"):
            if key not in versions[0].get("roll", {}):
                what = "is missing. Write to = 'stay' if nothing moves."
                problems.append((file.name, f"$.version[0].roll.{key}", what))
        for table, methods in versions[0].get("service", {}).items():
            if "order" not in methods:
                path = f"$.version[0].service.{table}.order"
                problems.append((file.name, path, "is missing."))
    problems += _ids(file, "dispute")
    problems += _disputes(law, file, "$", file.raw.get("dispute", []))
    if not problems:
        problems += _resolves(file, "$", _settings(law), head["id"])
    return problems


def _settings(law: Law) -> Callable[[str], object]:
    """Return a function that compiles every version and reading of a rule."""

    def compile_all(name: str) -> None:
        rule = law.counting_rule(name)
        for version in rule.versions:
            rule.settings(version)
            for dispute in rule.disputes:
                for reading in dispute.readings:
                    key = (f"{rule.id}#{dispute.id}", reading.name)
                    rule.settings(version, frozenset({key}))

    return compile_all


def _disputes(
    law: Law, file: LawFile, path: str, tables: list[dict[str, Any]]
) -> list[Problem]:
    problems = []
    for index, table in enumerate(tables):
        where = f"{path}.dispute[{index}]"
        names = [reading["name"] for reading in table["reading"]]
        if table["adopted"] in names:
            what = "is one of the readings; it names the answer of the text as entered."
            problems.append((file.name, f"{where}.adopted", what))
        for number, settled in enumerate(table.get("settled", ())):
            here = f"{where}.settled[{number}]"
            if settled["reading"] not in (*names, table["adopted"]):
                what = f"is {settled['reading']!r}, which is no answer here."
                problems.append((file.name, f"{here}.reading", what))
            problems += _resolves(file, f"{here}.court", law.court, settled["court"])
        if table["kind"] == "fact" and "asks" not in table:
            what = "is missing. A question of fact names the input that settles it."
            problems.append((file.name, f"{where}.asks", what))
    return problems


def _deadlines(law: Law, file: LawFile) -> list[Problem]:
    local = file.sort == "local-rules"
    head = file.raw["local_rules" if local else "pack"]
    name = "local_rules" if local else "pack"
    path = f"$.{name}.counting"
    problems = _resolves(file, path, law.counting_rule, head["counting"])
    if local:
        problems += _resolves(file, "$.local_rules.court", law.court, head["court"])
    seen: set[str] = set()
    for index, table in enumerate(file.raw.get("deadline", ())):
        where = f"$.deadline[{index}]"
        if table["id"] in seen:
            what = f"is {table['id']!r} for the second time in this file."
            problems.append((file.name, f"{where}.id", what))
        seen.add(table["id"])
        if "/" in table["id"]:
            what = f"is {table['id']!r}: a pinpoint has no slash."
            problems.append((file.name, f"{where}.id", what))
        found = [*_terms(file, where, table)]
        problems += found
        if not found:
            deadline = build_deadline(table, head, file.edition, overrides=False)
            problems += _deadline(law, file, where, deadline)
        problems += _disputes(law, file, where, table.get("dispute", []))
    return problems


def _terms(file: LawFile, path: str, table: dict[str, Any]) -> Iterator[Problem]:
    """Check that a deadline, or a member, says one thing."""
    forms = [
        key
        for key in ("period", "later_of", "earlier_of", "remaining", "on")
        if key in table
    ]
    if len(forms) != 1:
        said = " and ".join(forms) or "none"
        what = f"needs one of period, later_of, earlier_of (found: {said})."
        yield file.name, path, what
    elif forms == ["period"] and "trigger" not in table:
        yield file.name, f"{path}.trigger", "is missing: a period runs from an event."
    for form in ("later_of", "earlier_of"):
        for index, member in enumerate(table.get(form, ())):
            yield from _terms(file, f"{path}.{form}[{index}]", member)


def _deadline(
    law: Law, file: LawFile, path: str, deadline: DeadlineRule
) -> list[Problem]:
    problems: list[Problem] = []
    for version in deadline.versions:
        for name in version.term.references():
            problems += _resolves(file, path, law.deadline, name)
        table = version.service_extension
        if table in {"none", "notice only"}:
            continue
        rule = law.counting_rule(deadline.counting)
        known = {t for v in rule.versions for t in v.data.get("service", {})}
        if table not in known:
            said = ", ".join(sorted(known)) or "none"
            what = f"is {table!r}; {deadline.counting} has these tables: {said}."
            problems.append((file.name, f"{path}.service_extension", what))
    return problems


def _courts(law: Law, file: LawFile) -> list[Problem]:
    problems = []
    for index, table in enumerate(file.raw["court"]):
        where = f"$.court[{index}]"
        for name in table["counting"]:
            problems += _resolves(file, f"{where}.counting", law.counting_rule, name)
        for role, name in table["calendars"].items():
            path = f"{where}.calendars.{role}"
            problems += _resolves(file, path, law.calendar, name)
        if "parent" in table:
            problems += _resolves(file, f"{where}.parent", law.court, table["parent"])
    return problems


def _jurisdiction(law: Law, file: LawFile) -> list[Problem]:
    head = file.raw["jurisdiction"]
    problems = []
    if "counting" in head:
        path = "$.jurisdiction.counting"
        problems += _resolves(file, path, law.counting_rule, head["counting"])
    if "legal_holidays" in head:
        path = "$.jurisdiction.legal_holidays"
        problems += _resolves(file, path, law.calendar, head["legal_holidays"])
    return problems


def _twice(law: Law, folder: LawFolder, files: list[LawFile]) -> list[Problem]:
    """Return the entries that another folder has, and that no override declares."""
    problems = []
    others = [other for other in law.folders if other is not folder]
    place = law.folders.index(folder)
    for file in files:
        for other in others:
            theirs = other.read(file.name)
            if theirs is None or law.folders.index(other) > place:
                continue
            for name in _entries(file) & _entries(theirs):
                if name not in law.overriding:
                    what = (
                        f"{name!r} is entered already. Choose another id, or declare "
                        f"it: with_folder(…, overriding=({name!r},))."
                    )
                    problems.append((file.name, "$", what))
    return problems


def _entries(file: LawFile) -> set[str]:
    if file.sort in {"deadlines", "local-rules"}:
        head = file.raw.get("pack") or file.raw["local_rules"]
        own = {head["id"]} if file.sort == "local-rules" else set()
        return own | {f"{head['id']}/{t['id']}" for t in file.raw.get("deadline", ())}
    if file.sort == "courts":
        return {table["id"] for table in file.raw["court"]}
    heads = {"calendar": "calendar", "counting": "rule", "jurisdiction": "jurisdiction"}
    if file.sort in heads:
        return {file.raw[heads[file.sort]]["id"]}
    return set()


_CHECKS: dict[str, Callable[[Law, LawFile], list[Problem]]] = {
    "calendar": _calendar,
    "counting": _rule,
    "deadlines": _deadlines,
    "local-rules": _deadlines,
    "courts": _courts,
    "jurisdiction": _jurisdiction,
}
