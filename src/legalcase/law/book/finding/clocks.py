"""Catalogued clocks by name: found in their files, overrides in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import UnknownNameError
from legalcase.law.book.vocabulary import but_for_case

if TYPE_CHECKING:
    from legalcase.catalogue.clock_rule import ClockRule
    from legalcase.law.book.book import Book

__all__ = ["all_clocks", "clock_named"]


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
            f"{deadline!r} --after DATE`, or in Python compute({deadline!r}, after=…)."
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
