"""Any country's or region's general holidays, from the package `holidays`; its one door.

They are no court calendar, and every computation that uses one says so.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import holidays

from legalcase.authority import Authority
from legalcase.calendars.definition import CalendarDefinition, SpecialClosure
from legalcase.errors import UnknownNameError

__all__ = ["adapt"]

_FIRST: Final = 1986
_LAST: Final = 2035


def adapt(name: str) -> CalendarDefinition:
    """Return the calendar ``"holidays:JP"`` or ``"holidays:DE-BY"``.

    It covers 1986 through 2035 as far as the package does, with the weekend of the
    country. Raises `UnknownNameError` for a country or region that it lacks.
    """
    code = name.partition(":")[2]
    country, _, region = code.partition("-")
    known = holidays.list_supported_countries()
    if country not in known:
        raise UnknownNameError.of("country in the package holidays:", country, known)
    if region and region not in known[country]:
        raise UnknownNameError.of(
            f"region of {country} in the package holidays:", region, known[country]
        )
    years = range(_FIRST, _LAST + 1)
    found = holidays.country_holidays(
        country, subdiv=region or None, years=years, language="en_US"
    )
    first = max(_FIRST, found.start_year)
    last = min(_LAST, found.end_year)
    authority = Authority(
        cite=f"Python package holidays {holidays.__version__}, {code}",
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
        edition=f"holidays-{holidays.__version__}",
        closed_by=frozenset({"legal-holiday"}),
        weekend=frozenset(found.weekend),
        closures=closures,
    )
