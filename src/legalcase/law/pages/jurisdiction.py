"""The page of a jurisdiction, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import InvalidTypeError, UnknownNameError
from legalcase.law.pages.calendars import calendar_sections
from legalcase.law.pages.deadlines import deadline_sections
from legalcase.law.pages.others import (
    clock_sections,
    court_section,
    people_section,
    verified_section,
)
from legalcase.law.pages.page import LawPage, PageSection
from legalcase.law.pages.rules import local_sections, rule_sections
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.law.book.book import Book

__all__ = ["page"]


def page(law: Book, jurisdiction: str, *, year: int | None = None) -> LawPage:
    """Return what is entered of a jurisdiction, for whoever must judge it.

    Calendars (with `year`, each day of it that is closed), rules of computation with
    their versions side by side, deadlines by version, disputes with all their answers,
    clocks and courts: each with its authority, how it was verified, and the operative
    words that it quotes. Raises `UnknownNameError`.
    """
    if year is not None and type(year) is not int:
        msg = f"{shown(year)} is no year. Give a whole number: 2026, say."
        raise InvalidTypeError(msg, field="year", value=year)
    head = law.jurisdiction(jurisdiction)
    if head is None:
        noun = "jurisdiction"
        raise UnknownNameError.of(noun, jurisdiction, law.jurisdictions())
    sections = [verified_section(law, jurisdiction)]
    sections += _group("Calendars", calendar_sections(law, jurisdiction, year))
    rules = (*rule_sections(law, jurisdiction), *local_sections(law, jurisdiction))
    sections += _group("Rules of computation", rules)
    sections += _group("Deadlines", deadline_sections(law, jurisdiction))
    sections += _group("Clocks", clock_sections(law, jurisdiction))
    sections += [
        section
        for section in (
            court_section(law, jurisdiction),
            people_section(law, jurisdiction),
        )
        if section is not None
    ]
    return LawPage(
        jurisdiction=jurisdiction,
        title=f"{head['name']} ({jurisdiction})",
        sections=tuple(sections),
    )


def _group(title: str, found: Iterable[PageSection]) -> list[PageSection]:
    """Return sections below a title of their own; nothing where there are none."""
    sections = list(found)
    return [PageSection(title=title, level=1), *sections] if sections else []
