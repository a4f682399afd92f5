"""Checks of the periods by case: that the rule knows the methods of service named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.catalogue.period_tables import when_tables
from legalcase.errors import LegalCaseError
from legalcase.law.files.problem import Problem

if TYPE_CHECKING:
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = ["check_period_cases"]


def check_period_cases(law: Book, file: LawFile) -> list[Problem]:
    """Return the cases that no method can bring about which the rule takes."""
    head = file.raw.get("pack") or file.raw["local_rules"]
    found = []
    for index, table in enumerate(file.raw.get("deadline", ())):
        cases = list(when_tables(table, f"$.deadline[{index}]"))
        if not cases:
            continue
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
