"""Checks of counting rules, and of local rules over them: every version laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.counting.rules.words.overlay import lay_over
from legalcase.errors import InvalidValueError
from legalcase.law.book.venues import roles_of
from legalcase.law.build.counting_rule import default_calendars, lay_local_rules
from legalcase.law.check.references import leads_somewhere
from legalcase.law.check.rules.cites import idle_cites
from legalcase.law.check.rules.clashes import clashes_of
from legalcase.law.check.rules.named_days import idle_names
from legalcase.law.files.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from legalcase.counting.rules.counting_rule import (
        Choices,
        CountingRule,
        RuleVersion,
    )
    from legalcase.counting.rules.settings import Settings
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = ["check_local_versions", "check_rule", "idle_removals", "usable"]


def check_rule(law: Book, file: LawFile) -> list[Problem]:
    """Return what is wrong with a counting rule, each version and reading laid out."""
    head, tables = file.raw["rule"], file.raw["version"]
    problems = _default_calendars(law, file)
    base = head.get("base")
    if base is not None:
        found = leads_somewhere(file, "$.rule.base", law.counting_rule, base)
        if found:
            return problems + found
        known = {dispute.id for dispute in law.counting_rule(base).disputes}
        for index, name in enumerate(head.get("without_disputes", ())):
            if name not in known:
                what = f"is {name!r}, and {base!r} has no such dispute. Check the id."
                path = f"$.rule.without_disputes[{index}]"
                problems.append(Problem(file.name, path, what))
    found = leads_somewhere(file, "$.version[0].from", law.counting_rule, head["id"])
    if found:
        # It begins before the rule that it is based on.
        return problems + found
    rule = law.counting_rule(head["id"])
    if base is not None:
        problems += idle_cites(file, law.counting_rule(base))
    problems += _all_removals(law, file, base)
    for version in rule.versions:
        path = _path_of(tables, version.first)
        problems += usable(file, path, rule, version)
        for index, dispute in enumerate(file.raw.get("dispute", ())):
            for number, reading in enumerate(dispute["reading"]):
                where = f"$.dispute[{index}].reading[{number}]"
                key = (f"{rule.id}#{dispute['id']}", reading["name"])
                problems += usable(file, where, rule, version, frozenset({key}))
    problems += _reading_removals(file, rule)
    problems += idle_names(file, rule)
    problems += _idle_defaults(file, rule)
    return list(dict.fromkeys(problems))


def _default_calendars(law: Book, file: LawFile) -> list[Problem]:
    """Check that the calendars which a rule names are there."""
    head, path = file.raw["rule"], "$.rule.default_calendar"
    by_role = not isinstance(head["default_calendar"], str)
    return [
        problem
        for role, name in default_calendars(head).items()
        for problem in leads_somewhere(
            file, f"{path}.{role}" if by_role else path, law.calendar, name
        )
    ]


def _idle_defaults(file: LawFile, rule: CountingRule) -> list[Problem]:
    """Return the roles that get a calendar, and in which the rule closes no day."""
    named = roles_of(rule)
    return [
        Problem(
            file.name,
            f"$.rule.default_calendar.{role}",
            f"gives a calendar to {role!r}, of which the rule asks nothing. Take it "
            "out, or name the role where days are closed.",
        )
        for role in default_calendars(file.raw["rule"])
        if role != "court" and role not in named
    ]


def _reading_removals(file: LawFile, rule: CountingRule) -> list[Problem]:
    return [
        problem
        for index, dispute in enumerate(file.raw.get("dispute", ()))
        for number, reading in enumerate(dispute["reading"])
        for problem in idle_removals(
            file, f"$.dispute[{index}].reading[{number}]", reading, rule
        )
    ]


def idle_removals(
    file: LawFile, path: str, reading: Mapping[str, Any], rule: CountingRule
) -> list[Problem]:
    """Return what a reading takes away that no version has: it would be no reading."""
    found = [_removals(file, path, reading, each.data) for each in rule.versions]
    return [problem for problem in found[0] if all(problem in each for each in found)]


def _all_removals(law: Book, file: LawFile, base: str | None) -> list[Problem]:
    """Check what each version takes away, laid over those before it and the base."""
    problems: list[Problem] = []
    settings: Mapping[str, Any] = {}
    for index, table in enumerate(file.raw["version"]):
        under = settings
        if base is not None:
            under = law.counting_rule(base).version_on(table["from"]).data
            under = lay_over(under, settings)
        problems += _removals(file, f"$.version[{index}]", table, under)
        settings = lay_over(settings, table)
    return problems


def _path_of(tables: list[dict[str, Any]], day: date) -> str:
    """Return the path of the version that states what holds from `day` on."""
    number = max(
        (index for index, table in enumerate(tables) if table["from"] <= day), default=0
    )
    return f"$.version[{number}]"


def _removals(
    file: LawFile, path: str, table: Mapping[str, Any], settings: Mapping[str, Any]
) -> list[Problem]:
    """Check that what a version takes away is there."""
    problems = []
    for index, dotted in enumerate(table.get("remove", ())):
        found: Any = settings
        for key in dotted.split("."):
            found = found.get(key) if isinstance(found, dict) else None
        if found is None:
            what = (
                f"is {dotted!r}, which was not there. Check the key, or leave it out."
            )
            problems.append(Problem(file.name, f"{path}.remove[{index}]", what))
    return problems


#: What a version lacks, by its dotted name.
_IN_FULL: Final = {"after": "roll.after", "before": "roll.before"}


def usable(
    file: LawFile,
    path: str,
    rule: CountingRule,
    version: RuleVersion,
    choices: Choices = frozenset(),
    changes: tuple[Mapping[str, Any], ...] = (),
) -> list[Problem]:
    """Return the problem of a version that cannot be counted with."""
    try:
        settings = rule.settings(version, choices, changes)
    except InvalidValueError as error:
        cause = error.__cause__
        if not isinstance(cause, KeyError):
            return [Problem(file.name, path, str(error))]
        lacking = _IN_FULL.get(cause.args[0], cause.args[0])
        what = (
            f"lacks {lacking!r} from {version.first} on, when everything is "
            "laid over. State it, or don't remove it."
        )
        return [Problem(file.name, path, what)]
    problems = [
        Problem(file.name, f"{path}.{key}", what)
        for key, what in clashes_of(settings.data)
    ]
    problems += _two_orders(file, path, settings)
    for direction, name in (
        ("after", settings.service_after),
        ("before", settings.service_before),
    ):
        if name not in {*settings.service, "none"}:
            said = ", ".join(sorted(settings.service)) or "none"
            what = f"is {name!r}; the tables of service are: {said}."
            problems.append(Problem(file.name, f"{path}.service_for.{direction}", what))
        elif direction == "before" and name != "none":
            problems += _counted_back(file, path, settings, name)
    return problems


def _two_orders(file: LawFile, path: str, settings: Settings) -> list[Problem]:
    """Return the problem of distance that no method of service can stand beside."""
    if settings.distance is None:
        return []
    for name, table in settings.service.items():
        adds = any(extra.number for extra in table.methods.values())
        if adds and table.order != settings.distance[1]:
            what = (
                f"is another order than that of service.{name}: nobody says in which "
                "the two are added together. Give both the same."
            )
            return [Problem(file.name, f"{path}.distance.order", what)]
    return []


def _counted_back(
    file: LawFile, path: str, settings: Settings, name: str
) -> list[Problem]:
    """Return the problem of a table that no law lets lengthen a period counted back."""
    table = settings.service[name]
    timed = [m for m, extra in table.methods.items() if extra.until is not None]
    if timed:
        what = (
            f"is {name!r}, in which the hour of service by {timed[0]} decides: of a "
            "period counted back nobody says from which service. Name another table."
        )
        return [Problem(file.name, f"{path}.service_for.before", what)]
    if not table.order.as_one:
        return []
    what = (
        f"is {name!r}, whose time is one period with what it lengthens: no law says "
        "so of a period counted back. Name another table, or 'none'."
    )
    return [Problem(file.name, f"{path}.service_for.before", what)]


def check_local_versions(law: Book, file: LawFile) -> list[Problem]:
    """Return what is wrong with local rules laid over the rule that they change."""
    head = file.raw["local_rules"]
    problems = leads_somewhere(
        file, "$.local_rules.counting", law.counting_rule, head["counting"]
    )
    problems += leads_somewhere(file, "$.local_rules.court", law.court, head["court"])
    tables = file.raw.get("version", [])
    if problems or not tables:
        return problems
    rule = law.counting_rule(head["counting"])
    for index, table in enumerate(tables):
        path = f"$.version[{index}]"
        if table["from"] < rule.first:
            what = f"is {table['from']}; {rule.id} begins on {rule.first}."
            problems.append(Problem(file.name, f"{path}.from", what))
            continue
        under = lay_local_rules(rule, tables[:index], head["cite_prefix"], "")
        data = under.version_on(table["from"]).data
        problems += _removals(file, path, table, data)
    laid = lay_local_rules(rule, tables, head["cite_prefix"], file.edition)
    for version in laid.versions:
        problems += usable(file, _path_of(tables, version.first), laid, version)
    problems += idle_names(file, laid)
    return list(dict.fromkeys(problems))
