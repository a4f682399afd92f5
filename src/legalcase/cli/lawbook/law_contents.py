"""What law is entered: jurisdictions with their rules, courts and deadlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.cli.console.terminal import paragraphs, width
from legalcase.markup import Table

if TYPE_CHECKING:
    from legalcase.law.lawbook import Law

__all__ = ["contents", "contents_data"]


def contents_data(law: Law) -> list[dict[str, Any]]:
    """Return what is entered, by jurisdiction, as JSON types."""
    counting = law.names("rule")
    calendars = law.names("calendar")
    deadlines: dict[str, int] = {}
    for rule in law.deadlines():
        deadlines[rule.jurisdiction] = deadlines.get(rule.jurisdiction, 0) + 1
    found = []
    for name in law.jurisdictions():
        head = law.jurisdiction(name) or {}
        found.append(
            {
                "jurisdiction": name,
                "name": head.get("name", name),
                "counting_rules": [n for n in counting if _is_of(n, name)],
                "deadlines": deadlines.get(name, 0),
                "courts": [court.id for court in law.courts(name)],
                "calendars": [n for n in calendars if _is_of(n, name)],
            }
        )
    return found


def _is_of(name: str, jurisdiction: str) -> bool:
    return name.partition("/")[0] == jurisdiction


def contents(law: Law) -> str:
    """Return the same as text, with what to ask next."""
    table = Table("", ("id", "jurisdiction", "rules", "deadlines"))
    courts = Table("", ("courts", ""))
    for entry in contents_data(law):
        rules = ", ".join(entry["counting_rules"]) or "calendars only"
        count = entry["deadlines"]
        table.add(
            entry["jurisdiction"], entry["name"], rules, str(count) if count else "-"
        )
        if entry["courts"]:
            courts.add(entry["jurisdiction"], ", ".join(entry["courts"]))
    hint = paragraphs(
        "Deadlines of one: legalcase rules --jurisdiction us\n"
        "One rule whole, with its methods of service: legalcase rules us/frcp\n"
        "Calendars: legalcase calendar"
    )
    return f"{table.text(width())}\n\n{courts.text(width())}\n\n{hint}"
