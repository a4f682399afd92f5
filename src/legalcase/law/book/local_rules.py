"""Local rules of a court, laid over the counting rule that they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.law.build.counting_rule import lay_local_rules

if TYPE_CHECKING:
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.law.call.asked import Task
    from legalcase.law.files.folder import LawFile

__all__ = ["local_rules_for", "with_local_rules"]


def local_rules_for(task: Task) -> LawFile | None:
    """Return the local rules that bear on a task, unless the caller left them aside."""
    court = task.request.court
    if court is None or task.request.local_rules == "none":
        return None
    file = task.request.law.local_rules(court.id)
    if file is None or file.raw["local_rules"]["counting"] != task.rule.id:
        return None
    return file


def with_local_rules(task: Task) -> CountingRule:
    """Return the task's rule, with the court's local rules laid over it."""
    court = task.request.court
    if court is None:
        return task.rule
    known = task.request.law.cached("local")
    key = (court.id, task.rule, task.request.local_rules)
    found: CountingRule | None = known.get(key)
    if found is None:
        file = local_rules_for(task)
        found = task.rule
        if file is not None and file.raw.get("version"):
            head = file.raw["local_rules"]
            found = lay_local_rules(
                task.rule, file.raw["version"], head["cite_prefix"], file.edition
            )
        known[key] = found
    return found
