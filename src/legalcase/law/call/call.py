"""Call: one call: what was given, the law that is asked, and what bore on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import Factory, define, evolve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.calendars.court_calendar import CourtCalendar
    from legalcase.counting.argument.findings import Notice
    from legalcase.counting.engine.inputs import Inputs
    from legalcase.courts.bench import Court
    from legalcase.law.book.book import Book
    from legalcase.law.call.asked import Ready
    from legalcase.law.call.open_questions import OpenQuestion

__all__ = ["Call"]


@define(kw_only=True, eq=False)
class Call:
    """One call to a law.

    `given` are its inputs, checked; what rule, deadline and trigger they are of is
    added when somebody reads them. `court` is here as a value, `calendar` by its id
    or as a value.
    `answers` are those tried to questions that the caller left open, by the input or
    the dispute that they answer. While it is evaluated, `left_open` gathers these
    questions, `used` the inputs and `named` the disputes that bore on something,
    `disputes` all that there were, and `said` what its reader must know; `prepared` is
    the last count made ready.
    """

    law: Book
    court: Court | None
    calendar: str | CourtCalendar | None
    given: Inputs
    answers: Mapping[str, str] = Factory(dict)
    left_open: dict[str, OpenQuestion] = Factory(dict)
    used: set[str] = Factory(set)
    named: set[str] = Factory(set)
    disputes: set[str] = Factory(set)
    said: list[Notice] = Factory(list)
    prepared: Ready | None = None
    act_is_assumed: bool = False

    def fact(self, word: str | None) -> str | None:
        """Return what was given for a fact, noting that it bears on something."""
        for name, answer in self.given.facts:
            if name == word:
                self.used.add(name)
                return answer
        return None

    def take(self, **found: Any) -> None:
        """Put what was found in the place of what was given, or was not."""
        self.given = evolve(self.given, **found)

    def calendar_name(self) -> str | None:
        """Return the id of the calendar that was given."""
        given = self.calendar
        if given is None or isinstance(given, str):
            return given
        return given.id
