"""Ids of the law that stand in what is recorded: whether each is one, as entered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from legalcase.courts.states import STATES
from legalcase.errors import InvalidValueError, LegalCaseError, UnknownNameError
from legalcase.law.book.vocabulary import vocabularies
from legalcase.near import near_to
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from legalcase.calendars.court_calendar import CourtCalendar
    from legalcase.catalogue.clock_rule import ClockRule
    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.courts.bench import Court
    from legalcase.law.book.book import Book

__all__ = ["IDS", "why_no_id"]

#: The sorts of ids of which `why_no_id` can be asked.
IDS: Final = ("court", "jurisdiction", "clock", "deadline", "calendar")

#: A country by ISO 3166-1, or a part of one by ISO 3166-2.
_PLACE: Final = re.compile(r"[a-z]{2}(?:-[a-z0-9]{1,3})?")
#: So much alike are two ids of which one is the other, misspelt.
_ALIKE: Final = 0.8


def why_no_id(law: Book, sort: str, name: str) -> str | None:
    """Say why an id cannot stand in a log; ``None`` if it can.

    It has to be spelt as it is entered. A court and a forum need not be entered, since
    cases are before all courts there are: one is refused that is spelt nearly as
    another that is known, or that is no id of a court.
    """
    if sort == "jurisdiction":
        return _why_no_place(law, name)
    asks: dict[str, Callable[[str], Court | ClockRule | DeadlineRule | CourtCalendar]]
    asks = {
        "court": law.court,
        "clock": law.clock,
        "deadline": law.deadline,
        "calendar": law.calendar,
    }
    ask = asks.get(sort)
    if ask is None:
        msg = f"{shown(sort)} is no sort of ids. Use one of {', '.join(IDS)}."
        raise InvalidValueError(msg, field="sort", value=sort)
    try:
        found = ask(name).id
    except LegalCaseError as error:
        return _why_no_court(law, name, error) if sort == "court" else str(error)
    if found == name:
        return None
    return (
        f"{name!r} is another name of the {sort} {found!r}, by which everything else "
        "finds it. Record the latter."
    )


def _why_no_place(law: Book, name: str) -> str | None:
    if name in law.jurisdictions() or name in STATES:
        return None
    country, dash, _ = name.partition("-")
    if _PLACE.fullmatch(name) and not (dash and country == "us"):
        return None
    known = sorted({*law.jurisdictions(), *STATES})
    hint = "Use the id of a country or of a part of it: 'us-ca', 'de-by'."
    near = near_to(name.replace("_", "-"), known)
    return str(UnknownNameError.of("jurisdiction", name, near, hint, found=near))


def _why_no_court(law: Book, name: str, error: LegalCaseError) -> str | None:
    """Say why an id is none of a court that is not entered."""
    place, slash, bare = name.partition("/")
    if not slash or not bare:
        return str(error)
    if name in _known(law, place):
        return None
    wrong = _why_no_place(law, place)
    if wrong is not None:
        return wrong
    near = tuple(one for one in _all(law, place) if _is_alike(one, name))
    if not near:
        return None
    hint = "See law.names('court')."
    return str(UnknownNameError.of("court", name, near, hint, found=near[:3]))


def _known(law: Book, place: str) -> Iterator[str]:
    """Yield the courts of a jurisdiction that are known, and not entered."""
    for where, raw in vocabularies(law):
        if where == place:
            for courts in raw.get("known_courts", {}).values():
                yield from (f"{place}/{bare}" for bare in courts)


def _all(law: Book, place: str) -> Iterator[str]:
    if place in law.jurisdictions():
        yield from (court.id for court in law.courts(place))
    yield from _known(law, place)


def _is_alike(one: str, other: str) -> bool:
    """Tell whether one of two ids is likely the other, misspelt.

    Those that differ by a number are two courts; letters swapped are a slip.
    """
    first, second = (each.rpartition("/")[2].casefold() for each in (one, other))
    if _letters(first) == _letters(second):
        return first == second
    if sorted(first) == sorted(second):
        return True
    from difflib import SequenceMatcher

    return SequenceMatcher(None, first, second).ratio() >= _ALIKE


def _letters(text: str) -> str:
    return "".join(each for each in text if not each.isdigit())
