"""States: what people call the place whose law they look for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from legalcase.law.book.finding.packs import deadlines_of, packs_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.law.book.book import Book

__all__ = ["keep_spoken", "spoken", "states_of", "with_states", "without_deadlines"]


def states_of(law: Book) -> Mapping[str, tuple[str, ...]]:
    """Return the names of parts of countries as one word each: ``("newyork",)``.

    One word, since the ``new`` of New York would be found by whoever looks for a new
    trial. Of a whole country nobody says the name (``states`` would find all its law),
    but what it is `called`: ``("federal",)``.
    """
    return {
        place: tuple(name.replace(" ", "") for name in names)
        for place, names in spoken(law).items()
    }


def spoken(law: Book) -> Mapping[str, tuple[str, ...]]:
    """Return the names as people say them: of England and Wales, either."""
    known: dict[str, Mapping[str, tuple[str, ...]]] = law.cached("search-states")
    found = known.get("spoken")
    if found is None:
        found = known["spoken"] = {
            place: _names(law.jurisdiction(place) or {}, is_part="-" in place)
            for place in law.jurisdictions()
        }
    return found


def _names(head: Mapping[str, Any], *, is_part: bool) -> tuple[str, ...]:
    own = str(head.get("name", "")).casefold().split(" and ") if is_part else ()
    return *own, *map(str.casefold, head.get("called", ()))


def keep_spoken(law: Book, names: Mapping[str, tuple[str, ...]]) -> None:
    """Keep the names of states as an index has them: no file is read for them."""
    law.cached("search-states").setdefault("spoken", names)


def with_states(law: Book, text: str) -> str:
    """Return a text in which the name of a state is one word."""
    joined = " ".join(text.casefold().split())
    names = (name for names in spoken(law).values() for name in names if " " in name)
    # The longest first: the end of one name can be another.
    for name in sorted(names, key=len, reverse=True):
        if name in joined:
            joined = re.sub(rf"\b{re.escape(name)}\b", name.replace(" ", ""), joined)
    return joined


def without_deadlines(
    law: Book, text: str, jurisdiction: str | None = None
) -> tuple[str, ...]:
    """Return the places that a text names, or the option, and no deadline is of.

    By id or by the name of a state: of these the calendar may be entered, and whatever
    else comes near to the text is the law of another place.
    """
    words = set(with_states(law, text).casefold().split())
    named = [
        place
        for place, names in states_of(law).items()
        if place in words or words.intersection(names)
    ]
    if jurisdiction in law.jurisdictions():
        named.append(str(jurisdiction))
    return tuple(
        place
        for place in dict.fromkeys(named)
        if not any(deadlines_of(law, pack) for pack in packs_of(law, place))
    )
