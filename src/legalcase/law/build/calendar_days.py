"""From tables to the days of a calendar: holidays, closures, openings, weekends."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.calendars.entries.definition import (
    CalendarDefinition,
    Gap,
    Holiday,
    SpecialClosure,
)
from legalcase.calendars.entries.falls import Falls
from legalcase.calendars.entries.given import given_dates
from legalcase.calendars.entries.observance import Observance
from legalcase.calendars.entries.openings import Opening
from legalcase.dates import month_and_day
from legalcase.law.build.calendar import authority_of, build_disputes
from legalcase.law.build.closed_sets import meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from legalcase.authority import Authority

__all__ = ["build_calendar"]

_LEGAL: Final = "legal-holiday"
Weekends = tuple[tuple[date, frozenset[int], "Authority"], ...]


def build_calendar(
    raw: Mapping[str, Any], edition: str, base: CalendarDefinition | None
) -> CalendarDefinition:
    """Return the definition of a calendar from its file."""
    head = raw["calendar"]
    authority = authority_of(head)
    weekend, weekends = _weekends_of(head.get("weekend"), authority)
    gaps = (*_gaps(head.get("incomplete", ())), *_of_the_base(head, base))
    horizon = head["horizon"]
    edition = edition if base is None else f"{edition}+{base.edition}"
    if base is not None and _own(head, "base_cites"):
        base = _cited_by(base, authority)
    return CalendarDefinition(
        id=head["id"],
        name=head["name"],
        first=horizon["from"],
        last=horizon["through"],
        authority=authority,
        edition=edition,
        closed_by=frozenset(head["closed_by"]),
        weekend=weekend,
        observance=_observance_of(head.get("observance")) or Observance(),
        holidays=_holidays_of(raw.get("holiday", ()), authority),
        closures=_closures_of(raw.get("closure", ()), authority),
        disputes=build_disputes(raw.get("dispute", []), authority),
        base=base,
        without=frozenset(head.get("without", ())),
        incomplete=" ".join(dict.fromkeys(gap.text for gap in gaps)) or None,
        gaps=gaps,
        weekends=weekends,
        openings=_openings_of(raw.get("opening", ()), authority),
        observes_base=_own(head, "base_observance"),
        only_a_base="only_a_base" in head,
    )


def _own(head: Mapping[str, Any], key: str) -> bool:
    """Tell whether something of the base is to be this calendar's own."""
    return key in head and bool(meant("calendar", key, head[key]))


def _of_the_base(
    head: Mapping[str, Any], base: CalendarDefinition | None
) -> tuple[Gap, ...]:
    """Return what the base lacks, and so do the days that are taken over from it.

    But for a list that is only there to be a base: of no court, as it says of itself.
    """
    if base is None or base.only_a_base or _own(head, "base_incomplete"):
        return ()
    return base.gaps


def _gaps(given: str | list[dict[str, Any]]) -> tuple[Gap, ...]:
    """Return what a calendar lacks: a plain text can bear on any day."""
    if isinstance(given, str):
        return (Gap(text=given),)
    return tuple(
        Gap(
            text=table["text"],
            first=table.get("from"),
            last=table.get("through"),
            windows=_windows_of(table.get("windows", ())),
            falls=Falls.parse(table["falls"]) if "falls" in table else None,
        )
        for table in given
    )


def _observance_of(table: Mapping[str, Any] | None) -> Observance | None:
    """Return what a table of observance says, if there is one."""
    return None if table is None else Observance.of(table)


def _windows_of(
    tables: Iterable[Mapping[str, str]],
) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
    """Return parts of the year as pairs of month and day."""
    return tuple(
        (month_and_day(window["from"]), month_and_day(window["through"]))
        for window in tables
    )


def _holidays_of(
    tables: Iterable[Mapping[str, Any]], authority: Authority
) -> tuple[Holiday, ...]:
    """Return the holidays of a file; each rests on the calendar's authority or more."""
    return tuple(_holiday(table, authority) for table in tables)


def _holiday(table: Mapping[str, Any], authority: Authority) -> Holiday:
    every, covers = table.get("every"), table.get("covers")
    kind, *further = _kinds_of(table)
    own = authority_of(table, authority)
    return Holiday(
        id=table["id"],
        name=table["name"],
        falls=Falls.parse(table["falls"]) if "falls" in table else None,
        kind=kind,
        authority=own,
        first=table.get("from"),
        last=table.get("through"),
        every=None if every is None else (every["years"], every["since"]),
        not_in=tuple(table.get("not_in", ())),
        observance=_observance_of(table.get("observance")),
        to=Falls.parse(table["to"]) if "to" in table else None,
        on=tuple(
            (first, last, _gazette(given, own))
            for first, last, given in given_dates(table)
        ),
        covers=None if covers is None else (covers["from"], covers["through"]),
        windows=_windows_of(table.get("windows", ())),
        further=tuple(further),
    )


def _gazette(given: Mapping[str, Any], own: Authority) -> Authority | None:
    """Return on what one date rests, if on something of its own."""
    if given.keys() & {"cite", "verified"}:
        return authority_of(given, own)
    return None


def _kinds_of(table: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the kinds of an entry, the one by which it is known first."""
    return tuple(table.get("kinds", (table.get("kind", _LEGAL),)))


def _closures_of(
    tables: Iterable[Mapping[str, Any]], authority: Authority
) -> tuple[SpecialClosure, ...]:
    """Return the closures of a file."""
    found = []
    for table in tables:
        kind, *further = _kinds_of(table)
        found.append(
            SpecialClosure(
                id=table.get("id", ""),
                first=table["on"],
                last=table.get("through", table["on"]),
                name=table["name"],
                kind=kind,
                authority=authority_of(table, authority),
                further=tuple(further),
            )
        )
    return tuple(found)


def _openings_of(
    tables: Iterable[Mapping[str, Any]], authority: Authority
) -> tuple[Opening, ...]:
    """Return the days that a file opens, one value a day."""
    return tuple(
        Opening(
            on=day,
            name=table["name"],
            authority=authority_of(table, authority),
            id=table.get("id", ""),
        )
        for table in tables
        for day in table["on"]
    )


def _weekends_of(
    given: Iterable[Any] | None, authority: Authority
) -> tuple[frozenset[int], Weekends]:
    """Return the weekend as it is at last, and where it changed, as it was by time."""
    listed = ("saturday", "sunday") if given is None else tuple(given)
    if not any(isinstance(item, dict) for item in listed):
        return _days(listed), ()
    weekends = tuple(
        (
            table.get("from", date.min),
            _days(table["days"]),
            authority_of(table, authority),
        )
        for table in listed
    )
    return weekends[-1][1], weekends


def _days(words: Iterable[str]) -> frozenset[int]:
    return frozenset(meant("weekend", "days", word) for word in words)


def _cited_by(base: CalendarDefinition, authority: Authority) -> CalendarDefinition:
    """Return a base whose days rest on the authority of what is based on it."""
    return evolve(
        base,
        authority=authority,
        holidays=tuple(
            evolve(
                holiday,
                authority=authority,
                on=tuple((first, last, None) for first, last, _ in holiday.on),
            )
            for holiday in base.holidays
        ),
        closures=tuple(evolve(one, authority=authority) for one in base.closures),
        openings=tuple(evolve(one, authority=authority) for one in base.openings),
        base=None if base.base is None else _cited_by(base.base, authority),
    )
