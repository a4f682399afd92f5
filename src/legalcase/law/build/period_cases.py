"""From tables to the periods that a deadline has by case, and the questions of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.authority import Authority, Dispute, DisputedReading, cited
from legalcase.catalogue.period_case import PeriodCase
from legalcase.catalogue.period_tables import answers_by_fact
from legalcase.dates import Period

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["period_cases", "which_period"]


def period_cases(table: Mapping[str, Any], prefix: str) -> tuple[PeriodCase, ...]:
    """Return the periods that a deadline, a version or a member has by case."""
    return tuple(
        PeriodCase(
            period=Period.parse(case["period"]),
            cite=cited(prefix, case["cite"]),
            methods=tuple(case.get("service", ())),
            facts=tuple(sorted(case.get("facts", {}).items())),
        )
        for case in table.get("when", ())
    )


def which_period(
    table: Mapping[str, Any], authority: Authority, prefix: str
) -> tuple[Dispute, ...]:
    """Return the questions of fact that decide which period a deadline has."""
    return tuple(
        Dispute(
            id=fact,
            kind="fact",
            question=table["questions"][fact],
            adopted=own,
            authority=authority,
            asks=fact,
            readings=tuple(
                DisputedReading(
                    name=answer, authority=evolve(authority, cite=cited(prefix, cite))
                )
                for answer, cite in others.items()
            ),
        )
        for fact, (own, others) in answers_by_fact(table).items()
    )
