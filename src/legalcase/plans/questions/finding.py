"""PlanFinding: something about the plan of a case that a person has to look at."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.markup import Table
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SEVERITIES", "PlanFinding", "table_of", "worst_first"]

#: The worst first.
SEVERITIES: Final = ("critical", "warning", "advice")


@frozen(kw_only=True)
class PlanFinding(PlainData):
    """Something about a plan: a code, how bad it is, a text of ours, and what shows it.

    `code` never changes its meaning; `text` says nothing that was written into the
    case; `evidence` are nouns and ids; `plan_id` and `item` say which item it is about,
    `day` is the date at stake.
    """

    code: str
    severity: str
    text: str
    plan_id: str | None = None
    item: str | None = None
    day: date | None = None
    evidence: tuple[str, ...] = ()


def worst_first(findings: Iterable[PlanFinding]) -> tuple[PlanFinding, ...]:
    """Return findings, those that matter most first, and else as they came."""
    return tuple(sorted(findings, key=lambda one: SEVERITIES.index(one.severity)))


def table_of(title: str, findings: Iterable[PlanFinding]) -> Table:
    """Return findings as a table."""
    table = Table(title, ("severity", "code", "what", "shown by"))
    for one in findings:
        table.add(
            one.severity,
            one.code,
            one.text,
            ", ".join(one.evidence),
            mark="strong" if one.severity == SEVERITIES[0] else "",
        )
    return table
