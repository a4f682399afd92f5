"""From tables to values: authorities, disputes, calendars and courts.

The tables have been checked against the schema, or come with the package, whose tests
check them; structuring by hand is three times as fast as by a library here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.authority import Authority, Dispute, DisputedReading, cited
from legalcase.calendars.definition import (
    CalendarDefinition,
    Gap,
    Holiday,
    Observance,
    SpecialClosure,
)
from legalcase.calendars.falls import Falls
from legalcase.courts.bench import Court
from legalcase.dates import month_and_day
from legalcase.law.build.closed_sets import meant

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

__all__ = [
    "authority_of",
    "build_calendar",
    "build_court",
    "build_disputes",
    "in_full",
]

_NO_CHANGE: Final = frozenset({"name", "cite", "verified", "words"})


def authority_of(
    table: Mapping[str, Any],
    default: Authority | None = None,
    *,
    prefix: str = "",
    first: date | None = None,
    last: date | None = None,
) -> Authority:
    """Return the authority that a table states, completed from `default`."""
    cite = cited(prefix, table.get("cite", ""))
    if not cite and default is not None:
        cite = default.cite
    verified = table.get("verified")
    read: tuple[str, ...]
    if verified is None and default is not None:
        how, on, source = default.verified, default.verified_on, default.source
        read = default.read
    else:
        verified = verified or {}
        read = tuple(cited(prefix, cite) for cite in verified.get("read", ()))
        how, on = verified.get("how", "recall"), verified.get("on")
        source = verified.get("source")
    return Authority(
        cite=cite,
        verified=how,
        verified_on=on,
        source=source,
        read=read,
        in_force_from=first,
        in_force_through=last,
    )


def build_disputes(
    tables: list[dict[str, Any]], default: Authority, prefix: str = ""
) -> tuple[Dispute, ...]:
    """Return the disputes of a file; a bare citation takes the prefix."""
    found = []
    for table in tables:
        authority = authority_of(table, default, prefix=prefix)
        readings = tuple(
            DisputedReading(
                name=reading["name"],
                authority=authority_of(reading, authority, prefix=prefix),
                change=in_full(
                    {k: v for k, v in reading.items() if k not in _NO_CHANGE}, prefix
                ),
            )
            for reading in table["reading"]
        )
        settled = tuple(
            (entry["court"], entry["reading"], cited("", entry["cite"]))
            for entry in table.get("settled", ())
        )
        found.append(
            Dispute(
                id=table["id"],
                kind=table["kind"],
                question=table["question"],
                adopted=table["adopted"],
                authority=authority,
                readings=readings,
                asks=table.get("asks"),
                first=table.get("from"),
                last=table.get("through"),
                settled=settled,
            )
        )
    return tuple(found)


def in_full(data: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    """Return the tables with every citation written out, so that prefixes can mix."""
    full: dict[str, Any] = {}
    for key, value in data.items():
        if key == "cite" and isinstance(value, str):
            full[key] = "=" + cited(prefix, value)
        elif isinstance(value, dict):
            full[key] = in_full(value, prefix)
        else:
            full[key] = value
    return full


def _observance(table: Mapping[str, Any] | None) -> Observance | None:
    return None if table is None else Observance.of(table)


def _gaps(given: str | list[dict[str, Any]]) -> tuple[Gap, ...]:
    """Return what a calendar lacks: a plain text can bear on any day."""
    if isinstance(given, str):
        return (Gap(text=given),)
    return tuple(
        Gap(
            text=table["text"],
            first=table.get("from"),
            last=table.get("through"),
            windows=tuple(
                (month_and_day(window["from"]), month_and_day(window["through"]))
                for window in table.get("windows", ())
            ),
            falls=Falls.parse(table["falls"]) if "falls" in table else None,
        )
        for table in given
    )


def build_calendar(
    raw: Mapping[str, Any], edition: str, base: CalendarDefinition | None
) -> CalendarDefinition:
    """Return the definition of a calendar from its file."""
    head = raw["calendar"]
    authority = authority_of(head)
    holidays = []
    for table in raw.get("holiday", ()):
        every = table.get("every")
        holidays.append(
            Holiday(
                id=table["id"],
                name=table["name"],
                falls=Falls.parse(table["falls"]),
                kind=table.get("kind", "legal-holiday"),
                authority=authority_of(table, authority),
                first=table.get("from"),
                last=table.get("through"),
                every=None if every is None else (every["years"], every["since"]),
                not_in=tuple(table.get("not_in", ())),
                observance=_observance(table.get("observance")),
                to=Falls.parse(table["to"]) if "to" in table else None,
            )
        )
    closures = tuple(
        SpecialClosure(
            id=table.get("id", ""),
            first=table["on"],
            last=table.get("through", table["on"]),
            name=table["name"],
            kind=table["kind"],
            authority=authority_of(table, authority),
        )
        for table in raw.get("closure", ())
    )
    weekend = head.get("weekend", ("saturday", "sunday"))
    gaps = _gaps(head.get("incomplete", ()))
    horizon = head["horizon"]
    edition = edition if base is None else f"{edition}+{base.edition}"
    return CalendarDefinition(
        id=head["id"],
        name=head["name"],
        first=horizon["from"],
        last=horizon["through"],
        authority=authority,
        edition=edition,
        closed_by=frozenset(head["closed_by"]),
        weekend=frozenset(meant("calendar", "weekend", day) for day in weekend),
        observance=_observance(head.get("observance")) or Observance(),
        holidays=tuple(holidays),
        closures=closures,
        disputes=build_disputes(raw.get("dispute", []), authority),
        base=base,
        without=frozenset(head.get("without", ())),
        incomplete=" ".join(dict.fromkeys(gap.text for gap in gaps)) or None,
        gaps=gaps,
    )


def build_court(table: Mapping[str, Any]) -> Court:
    """Return a court from its table."""
    return Court(
        id=table["id"],
        name=table["name"],
        counting=tuple(table["counting"]),
        zones=tuple(table["zones"]),
        calendars=tuple(sorted(table["calendars"].items())),
        authority=authority_of(table),
        aliases=tuple(table.get("aliases", ())),
        parent=table.get("parent"),
        cut_offs=tuple(sorted(table.get("cut_offs", {}).items())),
    )
