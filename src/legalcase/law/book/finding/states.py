"""States: what people call the place whose law they look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.law.book.finding.packs import deadlines_of, packs_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.law.book.book import Book

__all__ = ["states_of", "with_states", "without_deadlines"]


def states_of(law: Book) -> Mapping[str, tuple[str, ...]]:
    """Return the names of parts of countries as one word each: ``("newyork",)``.

    One word, since the ``new`` of New York would be found by whoever looks for a new
    trial. Nobody says the name of a whole country: ``states`` would find all its law.
    """
    known: dict[str, Mapping[str, tuple[str, ...]]] = law.cached("search-states")
    found = known.get("states")
    if found is None:
        names = {
            place: str((law.jurisdiction(place) or {}).get("name", ""))
            for place in law.jurisdictions()
            if "-" in place
        }
        found = known["states"] = {
            place: tuple(
                part.replace(" ", "") for part in name.casefold().split(" and ")
            )
            for place, name in names.items()
        }
        # As people write them; the longest first, for West Virginia is not Virginia.
        known["spoken"] = {
            part: (part.replace(" ", ""),)
            for name in sorted(names.values(), key=len, reverse=True)
            for part in name.casefold().split(" and ")
            if " " in part
        }
    return found


def with_states(law: Book, text: str) -> str:
    """Return a text in which the name of a state is one word."""
    folded = " ".join(text.casefold().split())
    if " " not in folded:
        return text
    states_of(law)
    spoken = law.cached("search-states")["spoken"]
    found = [name for name in spoken if name in folded]
    if not found:
        return text
    for name in found:
        folded = folded.replace(name, spoken[name][0])
    return folded


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
