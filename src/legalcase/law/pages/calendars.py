"""Calendars on the page of a jurisdiction: a year of closed days, and the entries."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from legalcase.calendars.closures import WEEKEND
from legalcase.law.pages.disputes import disputes_table
from legalcase.law.pages.page import PageSection, PageTable
from legalcase.law.pages.said import (
    authority_said,
    how_said,
    said,
    settings_of,
    words_said,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.calendars.court_calendar import CourtCalendar
    from legalcase.law.book.book import Book

__all__ = ["calendar_sections"]

_APART: Final = frozenset(
    {
        "id",
        "name",
        "kind",
        "kinds",
        "from",
        "through",
        "on",
        "cite",
        "words",
        "verified",
    }
)
#: What a holiday is unless its entry says otherwise.
_LEGAL: Final = "legal-holiday"
_HEAD: Final = frozenset({"id", "name", "cite", "words", "verified"})


def calendar_sections(
    law: Book, jurisdiction: str, year: int | None
) -> Iterator[PageSection]:
    """Yield a section for each calendar of a jurisdiction."""
    for name in law.names("calendar"):
        if name.partition("/")[0] != jurisdiction:
            continue
        rest = name.partition("/")[2]
        file = law.file(
            f"{jurisdiction}/calendars/{rest}.toml"
            if rest
            else f"{jurisdiction}/calendar.toml"
        )
        if file is None:
            continue
        calendar = law.calendar(name)
        parts: list[str | PageTable] = [_head(file.raw["calendar"])]
        if year is not None:
            parts.append(_year(calendar, year))
        parts.append(_entries(file.raw))
        parts.append(disputes_table(file.raw.get("dispute", ()), "", name))
        yield PageSection(
            title=f"Calendar {name}: {calendar.name}", level=2, parts=tuple(parts)
        )


def _head(head: Mapping[str, Any]) -> PageTable:
    others = {key: value for key, value in head.items() if key not in _HEAD}
    rows = [
        *settings_of(others, ""),
        ("authority", authority_said(head)),
        ("verified", how_said(head["verified"])),
        ("words", words_said(head)),
    ]
    return PageTable(
        caption="", head=("what", "is"), rows=tuple(row for row in rows if row[1])
    )


def _year(calendar: CourtCalendar, year: int) -> str | PageTable:
    if not calendar.first.year <= year <= calendar.last.year:
        return (
            f"Nothing is entered for {year}: it covers {calendar.first} through "
            f"{calendar.last}."
        )
    first = max(date(year, 1, 1), calendar.first)
    last = min(date(year, 12, 31), calendar.last)
    rows = []
    for day in map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)):
        why = calendar.why_closed(day)
        if why is not None and why.kind != WEEKEND:
            rows.append(
                (f"{day:%a %Y-%m-%d}", f"{why.name} ({why.kind})", why.authority.cite)
            )
    if not rows:
        return f"In {year} no day is closed but those of the weekend."
    head = ("day", "closed for", "authority")
    return PageTable(caption=f"Closed in {year}", head=head, rows=tuple(rows))


def _entries(raw: Mapping[str, Any]) -> PageTable:
    rows = []
    for table in (*raw.get("holiday", ()), *raw.get("closure", ())):
        others = {k: v for k, v in table.items() if k not in _APART}
        rows.append(
            (
                table["name"],
                said(table["on"]) if "on" in table else said(others.pop("falls", "")),
                _span(table),
                _kind(table),
                said(others),
                authority_said(table),
                how_said(table.get("verified")),
                words_said(table),
            )
        )
    rows += [
        (
            table["name"],
            said(table["on"]),
            "",
            "open",
            "",
            authority_said(table),
            how_said(table.get("verified")),
            words_said(table),
        )
        for table in raw.get("opening", ())
    ]
    head = ("entry", "falls", "in force", "kind", "besides", "authority", "verified")
    return PageTable.of("Entries", (*head, "words"), rows)


def _kind(table: Mapping[str, Any]) -> str:
    return said(table["kinds"]) if "kinds" in table else table.get("kind", _LEGAL)


def _span(table: Mapping[str, Any]) -> str:
    since = f"from {table['from']}" if "from" in table else ""
    until = f"through {table['through']}" if "through" in table else ""
    return f"{since} {until}".strip()
