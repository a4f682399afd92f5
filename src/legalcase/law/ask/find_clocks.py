"""Finding clocks: by jurisdiction, by what starts them, or by words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Never

from legalcase.errors import UnknownNameError
from legalcase.law.ask.positions import refuse_positions
from legalcase.law.book.finding.clocks import all_clocks, clocks_with
from legalcase.law.book.named import as_known
from legalcase.law.book.vocabulary import check_name, check_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.catalogue.clock_rule import ClockRule
    from legalcase.law.book.book import Book

__all__ = ["find_clocks"]


def find_clocks(
    law: Book,
    *by_position: Never,
    jurisdiction: str | None = None,
    trigger: str | None = None,
    text: str | None = None,
) -> tuple[ClockRule, ...]:
    """Return the clocks of a jurisdiction, that an event starts, with a text in them.

    Clocks are the statutory periods of which some time does not count, as those of
    limitation and of speedy trial; `find` finds deadlines. What is not given does not
    restrict. All words of `text` are looked for as for deadlines, and in the name of
    the act in which a clock stands; what fits best comes first, and without it all come
    in the order of the law. An unknown jurisdiction or word is an error.
    """
    if by_position:
        refuse_positions(by_position, "find_clocks", "jurisdiction", "text")
    for sort, word in (
        ("jurisdiction", jurisdiction),
        ("trigger", trigger),
        ("text", text),
    ):
        if word is not None:
            check_name(sort, word)
    jurisdiction = as_known(law, "jurisdiction", jurisdiction)
    if jurisdiction is not None and jurisdiction not in law.jurisdictions():
        kind = "jurisdiction"
        raise UnknownNameError.among(kind, jurisdiction, law.jurisdictions())
    trigger = check_word(law, "trigger", trigger)
    found: Iterable[ClockRule] = (
        clocks_with(law, text, jurisdiction) if text else all_clocks(law)
    )
    return tuple(
        clock
        for clock in found
        if jurisdiction in {None, clock.id.partition("/")[0]}
        and (trigger is None or trigger in {start.event for start in clock.starts})
    )
