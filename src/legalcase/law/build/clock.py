"""From tables to clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.authority import cited
from legalcase.catalogue.clock_rule import (
    ClockDispute,
    ClockExtension,
    ClockReading,
    ClockRule,
    ClockStart,
    ExclusionRule,
)
from legalcase.dates import Period
from legalcase.law.build.calendar import authority_of
from legalcase.law.build.closed_sets import meant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.authority import Authority

__all__ = ["build_clock"]

#: What a reading can change, by the key of its table: what becomes of it.
_CHANGES: Final = {
    "from": "first_counts",
    "excluded": "is_excluded",
}


def build_clock(
    table: Mapping[str, Any],
    raw: Mapping[str, Any],
    edition: str,
    *,
    overrides: bool = False,
) -> ClockRule:
    """Return a clock from its table and the file in which it stands."""
    head = raw["clocks"]
    prefix = head["cite_prefix"]
    default = authority_of({"cite": "=", "verified": head["verified"]}, prefix=prefix)
    in_force = table["in_force"]
    authority = authority_of(
        table,
        default,
        prefix=prefix,
        first=in_force["from"],
        last=in_force.get("through"),
    )
    by_id = {one["id"]: one for one in raw.get("exclusion", ())}
    waiver, sanction = table.get("waiver"), table.get("sanction")
    return ClockRule(
        id=f"{head['id']}/{table['id']}",
        edition=edition,
        title=table["title"],
        starts=tuple(
            ClockStart(
                event=start["event"],
                cite=cited(prefix, start["cite"]),
                is_optional=_said("clock_start", "optional", start, default=False),
            )
            for start in table["starts"]
        ),
        limit=Period.parse(table["limit"]),
        first_day_cite=cited(prefix, table["first_day"]["cite"]),
        bound=meant("clock", "bound", table["bound"]),
        from_year_end=meant("clock", "begins", table["begins"]),
        revives=meant("clock", "late", table["late"]),
        exclusions=tuple(
            _exclusion(by_id[name], prefix, default) for name in table["exclusions"]
        ),
        disputes=tuple(
            _dispute(one, prefix, default) for one in table.get("dispute", ())
        ),
        extensions=tuple(
            ClockExtension(
                given=one["given"],
                cite=cited(prefix, one["cite"]),
                add=_period(one, "add"),
                up_to=_period(one, "up_to"),
            )
            for one in table.get("extension", ())
        ),
        ends=tuple(table.get("ends", ())),
        nature=table.get("nature"),
        waiver=None if waiver is None else _waiver(waiver),
        waiver_cite=None if waiver is None else cited(prefix, waiver["cite"]),
        sanction=None if sanction is None else sanction["text"],
        sanction_cite=None if sanction is None else cited(prefix, sanction["cite"]),
        authority=authority,
        note=table.get("note"),
        examples=tuple(table["examples"]),
        overrides=overrides,
    )


def _waiver(table: Mapping[str, Any]) -> str:
    found: str = meant("clock_waiver", "effect", table["effect"])
    return found


def _said(name: str, key: str, table: Mapping[str, Any], *, default: Any) -> Any:
    return meant(name, key, table[key]) if key in table else default


def _period(table: Mapping[str, Any], key: str) -> Period | None:
    return Period.parse(table[key]) if key in table else None


def _exclusion(
    table: Mapping[str, Any], prefix: str, default: Authority
) -> ExclusionRule:
    return ExclusionRule(
        id=table["id"],
        name=table["name"],
        authority=authority_of(table, default, prefix=prefix),
        first_counts=meant("exclusion", "from", table["from"]),
        last_counts=meant("exclusion", "through", table["through"]),
        needs=meant("exclusion", "needs", table["needs"]),
        most=_period(table, "most"),
        is_rebuttable=_said("exclusion", "beyond", table, default=False),
        goes_on=_period(table, "goes_on"),
        not_before=_period(table, "not_before"),
        begins=tuple(table.get("begins", ())),
        ends=tuple(table.get("ends", ())),
        is_joined=_said("exclusion", "joined", table, default=False),
        note=table.get("note"),
    )


def _dispute(table: Mapping[str, Any], prefix: str, default: Authority) -> ClockDispute:
    authority = authority_of(table, default, prefix=prefix)
    return ClockDispute(
        id=table["id"],
        question=table["question"],
        adopted=table["adopted"],
        authority=authority,
        readings=tuple(
            ClockReading(
                name=one["name"],
                authority=authority_of(one, authority, prefix=prefix),
                exclusions=tuple(one["exclusions"]),
                change={
                    name: meant("clock_reading", key, one[key])
                    for key, name in _CHANGES.items()
                    if key in one
                },
            )
            for one in table["reading"]
        ),
    )
