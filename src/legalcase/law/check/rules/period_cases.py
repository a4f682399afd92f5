"""Checks of the periods by case: that the rule knows their methods and their units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.catalogue.period_tables import when_tables
from legalcase.dates import Period
from legalcase.errors import LegalCaseError
from legalcase.law.files.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = ["check_period_cases"]

#: The table of a rule without which it counts no period in a unit.
_COUNTED_BY: Final = {
    "hour": "hours",
    "court day": "court_days",
    "month": "months",
    "year": "months",
}


def check_period_cases(law: Book, file: LawFile) -> list[Problem]:
    """Return the cases that no method brings about, and those that nobody can count."""
    head = file.raw.get("pack") or file.raw["local_rules"]
    found = []
    for index, table in enumerate(file.raw.get("deadline", ())):
        cases = list(when_tables(table, f"$.deadline[{index}]"))
        if not cases:
            continue
        found += [
            Problem(file.name, f"{path}.period", what)
            for path, case in cases
            for what in _uncounted(law, case["period"], {head["counting"]}, table)
        ]
        name = table.get("counting", head["counting"])
        try:
            known = _methods(law.counting_rule(name))
        except LegalCaseError:
            continue  # reported where it is named
        for path, case in cases:
            for number, method in enumerate(case.get("service", ())):
                if known and method not in known:
                    what = (
                        f"is {method!r}, which {name} does not list: whoever gives it "
                        f"is refused. It lists {', '.join(sorted(known))}; add it "
                        "there, with add = 'nothing'."
                    )
                    where = f"{path}.service[{number}]"
                    found.append(Problem(file.name, where, what))
    return found


def _uncounted(
    law: Book, period: str, names: set[str], table: Mapping[str, Any]
) -> Iterator[str]:
    """Yield why none of the rules of a deadline counts the period of a case.

    The examples would show it of the period itself; of a case nobody need give one.
    """
    names = {*names, *_named(table)}
    try:
        rules = [law.counting_rule(name) for name in sorted(names)]
    except LegalCaseError:
        return  # reported where it is named
    lacking = {
        needed
        for part in Period.parse(period).parts
        if (needed := _COUNTED_BY.get(part.unit)) is not None
        and not any(needed in v.data for rule in rules for v in rule.versions)
    }
    for needed in sorted(lacking):
        yield (
            f"is {period!r}, and {' or '.join(sorted(names))} has no table {needed} "
            "that says how it is counted: whoever is in this case gets no date. Add "
            "the table, or leave the deadline out."
        )


def _named(table: Mapping[str, Any]) -> Iterator[str]:
    """Yield the counting rules that a deadline names: in its texts, in its members."""
    for key, value in table.items():
        if key == "counting":
            yield value
        elif isinstance(value, list | tuple):
            for item in value:
                if hasattr(item, "items"):
                    yield from _named(item)


def _methods(rule: CountingRule) -> set[str]:
    """Return every method that the rule lists, in any table of any version."""
    return {
        method
        for version in rule.versions
        for group in ("service", "completion")
        for table in version.data.get(group, {}).values()
        for method, entry in table.items()
        if hasattr(entry, "keys")
    }
