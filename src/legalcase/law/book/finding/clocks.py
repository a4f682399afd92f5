"""Catalogued clocks by name and by words, overrides in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.errors import UnknownNameError
from legalcase.law.book.vocabulary import but_for_case

if TYPE_CHECKING:
    from legalcase.catalogue.clock_rule import ClockRule
    from legalcase.law.book.book import Book
    from legalcase.law.book.finding.indexing.index import Index

__all__ = ["all_clocks", "clock_named", "clocks_with"]


def clock_named(law: Book, name: str) -> ClockRule:
    """Return a clock by its id, ``"us/18-usc/3161(c)(1)"``.

    Raises `UnknownNameError`, with suggestions.
    """
    jurisdiction = name.partition("/")[0]
    found = _clocks_of(law, jurisdiction).get(name)
    if found is not None:
        return found
    known = tuple(one.id for one in all_clocks(law))
    meant = but_for_case(name, known)
    if meant is not None:
        return law.clock(meant)
    noun = "clock"
    deadline = but_for_case(name, law.names("deadline"))
    if deadline is not None:
        msg = (
            f"There is no clock {name!r}: that is a deadline. Ask `legalcase due "
            f"{deadline!r} --after DATE`, or in Python compute({deadline!r}, …)."
        )
        raise UnknownNameError(msg, kind=noun, name=name, suggestions=())
    raise UnknownNameError.of(noun, name, known)


def all_clocks(law: Book) -> tuple[ClockRule, ...]:
    """Return every clock, by jurisdiction and file."""
    return tuple(
        clock
        for jurisdiction in law.jurisdictions()
        for clock in _clocks_of(law, jurisdiction).values()
    )


def clocks_with(law: Book, text: str, jurisdiction: str | None) -> list[ClockRule]:
    """Return the clocks that have all words of a text, the best first.

    As deadlines are found: in id, citation, title, the events with which it starts and
    ends, what these mean, its nature, the act in which it stands, its state.
    """
    from legalcase.law.book.finding.searching.ranking import (
        places_named,
        ranked,
        words_asked,
    )

    wanted = words_asked(law, text)
    if not wanted:
        return []
    # Clocks are few, and have few words: most that is none of theirs is no mistake.
    places = places_named(law)
    found = ranked(_index(law), wanted, places, jurisdiction, near=False)
    ids = [part.names(number)[0] for part, number in found]
    name = text.strip().casefold()
    ids.sort(key=lambda id_: id_.casefold() != name)  # another can bear one like it
    return [law.clock(id_) for id_ in ids]


def _index(law: Book) -> Index:
    """Return the index of all clocks, which are few and are read for it."""
    known: dict[str, Any] = law.cached("search")
    if "clocks" not in known:
        from legalcase.law.book.finding.indexing.index import Index, ReadPart
        from legalcase.law.book.finding.indexing.places import (
            Meanings,
            abbreviations_of,
            entry_of_clock,
            everyday_of,
        )

        meanings, acts = Meanings(law), _acts(law)
        part = ReadPart(
            entry_of_clock(clock, acts[clock.id.rpartition("/")[0]], meanings)
            for clock in all_clocks(law)
        )
        known["clocks"] = Index((part,), abbreviations_of(law), everyday_of(law))
    index: Index = known["clocks"]
    return index


def _acts(law: Book) -> dict[str, str]:
    """Return the names of the acts in which clocks stand, by how ids begin."""
    files = (
        folder.read(place)
        for folder in law.folders
        for jurisdiction in law.jurisdictions()
        for place in folder.names(jurisdiction, "clocks")
    )
    heads = (file.raw["clocks"] for file in files if file is not None)
    return {head["id"]: head["name"] for head in heads}


def _clocks_of(law: Book, jurisdiction: str) -> dict[str, ClockRule]:
    known = law.cached("clocks-of")
    if jurisdiction in known:
        kept: dict[str, ClockRule] = known[jurisdiction]
        return kept
    # A deadline does without clocks, and a program's first one is kept cheap.
    from legalcase.law.build.clock import build_clock

    found: dict[str, ClockRule] = {}
    for folder in law.folders:
        for place in folder.names(jurisdiction, "clocks"):
            file = folder.read(place)
            if file is None:
                continue
            for table in file.raw.get("clock", ()):
                name = f"{file.raw['clocks']['id']}/{table['id']}"
                found[name] = build_clock(
                    table, file.raw, file.edition, overrides=name in found
                )
    if found:  # of what nobody has, there is no end
        known[jurisdiction] = found
    return found
