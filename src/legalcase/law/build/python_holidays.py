"""General holidays of any country or region: the one door to the package `holidays`.

They are no court calendar, and every computation that uses one says so.
"""

from __future__ import annotations

from datetime import date
from importlib.metadata import version
from typing import Final

import holidays

from legalcase.authority import Authority
from legalcase.calendars.entries.definition import CalendarDefinition, SpecialClosure
from legalcase.errors import UnknownNameError

__all__ = ["adapt"]

_FIRST: Final = 1986
_LAST: Final = 2035
_CODES: Final = "Give a code of ISO 3166, such as 'holidays:JP' or 'holidays:DE-BY'."


def adapt(name: str) -> CalendarDefinition:
    """Return the calendar ``"holidays:JP"`` or ``"holidays:DE-BY"``.

    It covers 1986 through 2035 as far as the package does, with the weekend of the
    country. Raises `UnknownNameError` for a country or region that it lacks.
    """
    code = name.partition(":")[2]
    country, _, region = code.partition("-")
    known = holidays.list_supported_countries()
    if country not in known:
        kind = "country in the package holidays:"
        raise UnknownNameError.of(kind, country, known, _CODES)
    regions = known[country]
    if region and region not in regions:
        kind = f"region of {country} in the package holidays:"
        hint = f"These there are: {', '.join(regions) or 'none'}."
        raise UnknownNameError.of(kind, region, regions, hint)
    years = range(_FIRST, _LAST + 1)
    found = holidays.country_holidays(
        country, subdiv=region or None, years=years, language="en_US"
    )
    first = max(_FIRST, found.start_year)
    last = min(_LAST, found.end_year)
    edition = version("holidays")
    authority = Authority(
        cite=f"Python package holidays {edition}, {code}",
        verified="secondary",
        source="a general list of public holidays, not a court calendar",
    )
    closures = tuple(
        SpecialClosure(
            id="",
            first=day,
            last=day,
            name=text,
            kind="legal-holiday",
            authority=authority,
        )
        for day, text in sorted(found.items())
        if first <= day.year <= last
    )
    return CalendarDefinition(
        id=name,
        name=f"Public holidays of {code} (not a court calendar)",
        first=date(first, 1, 1),
        last=date(last, 12, 31),
        authority=authority,
        edition=f"holidays-{edition}",
        closed_by=frozenset({"legal-holiday"}),
        weekend=frozenset(found.weekend),
        closures=closures,
        incomplete=_incomplete(country, region, regions),
    )


def _incomplete(country: str, region: str, regions: list[str]) -> str | None:
    """Say that a country's own list lacks what its regions have besides."""
    if region or not regions:
        return None
    return (
        f"Holidays of single regions of {country} are not in it. Name the region: "
        f"'holidays:{country}-{regions[0]}', say."
    )
