"""Checks of pinpoints for a base's clauses: that each setting is one that comes so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.law.files.problem import Problem

if TYPE_CHECKING:
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.law.files.folder import LawFile

__all__ = ["idle_cites"]


def idle_cites(file: LawFile, base: CountingRule) -> list[Problem]:
    """Return the pinpoints of a rule for settings that its base has not."""
    problems = []
    for index, table in enumerate(file.raw["version"]):
        under = base.version_on(table["from"]).data
        for place in table.get("cites", {}):
            found: Any = under
            for key in place.split("."):
                found = found.get(key) if isinstance(found, dict) else None
            if not isinstance(found, dict) or "cite" not in found:
                what = (
                    f"names {place!r}, for which {base.id} cites nothing. Name a table "
                    "that it has, such as 'trigger_day' or 'roll.after'."
                )
                path = f"$.version[{index}].cites.{place}"
                problems.append(Problem(file.name, path, what))
    return problems
