"""Whose calendar a question is put to: that of a court, or one by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from legalcase.calendars.closures import WEEKEND
from legalcase.cli.console.options import add_law_options, law_of
from legalcase.cli.console.terminal import paragraphs, width
from legalcase.cli.console.wording import verified
from legalcase.counting.argument.explain import say_day
from legalcase.errors import CalendarOutOfBoundsError
from legalcase.markup import Table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable
    from datetime import date

    from legalcase.calendars.closures import Closure
    from legalcase.calendars.court_calendar import CourtCalendar

__all__ = [
    "Where",
    "add_where",
    "closures_of",
    "is_open",
    "near_open",
    "passed",
    "where_of",
]


class Where(NamedTuple):
    """The calendar that was asked, and those that its court has besides."""

    calendar: CourtCalendar
    court: str | None
    others: tuple[tuple[str, CourtCalendar], ...]

    def data(self) -> dict[str, Any]:
        """Return which calendar answered, as JSON types."""
        calendar = self.calendar
        return {
            "court": self.court,
            "calendar": calendar.id,
            "edition": calendar.edition,
            "first": calendar.first.isoformat(),
            "last": calendar.last.isoformat(),
            "incomplete": calendar.definition.incomplete,
        }

    def source(self, days: Iterable[date]) -> str:
        """Say which calendar answered, what it rests on, and what it lacks.

        Of what it lacks, that which could fall on one of the days that were asked of.
        """
        calendar = self.calendar
        definition = calendar.definition
        court = "" if self.court is None else f" of {self.court}"
        said = (
            f"By the calendar {calendar.id}{court}: {calendar.name} "
            f"({definition.authority.cite}; {verified(definition.authority)}), edition "
            f"{calendar.edition}, {calendar.first} through {calendar.last}."
        )
        for text in definition.lacking(tuple(days)):
            said += f"\n{text}"
        return paragraphs(said)


def add_where(parser: argparse.ArgumentParser) -> None:
    """Add --court and --calendar, and those for law of one's own."""
    group = parser.add_argument_group("whose calendar (one of them)")
    group.add_argument("--court", metavar="ID", help="court: cand, gb-eaw/high-court")
    group.add_argument("--calendar", metavar="ID", help="calendar: us, us-ca, de-by")
    add_law_options(parser)


def where_of(options: argparse.Namespace) -> Where:
    """Return the calendar that the options name."""
    law = law_of(options, options.refuse)
    if (options.court is None) == (options.calendar is None):
        options.refuse("Name the court or a calendar: --court cand, or --calendar us")
    if options.court is None:
        return Where(law.calendar(options.calendar), None, ())
    court = law.court(options.court)
    ids = dict(court.calendars)
    own = ids.pop("court")
    roles: dict[str, list[str]] = {}
    for role, name in ids.items():
        if name != own:
            roles.setdefault(name, []).append(role)
    others = tuple(
        (", ".join(names), law.calendar(name)) for name, names in roles.items()
    )
    return Where(law.calendar(own), court.id, others)


def near_open(find: Callable[[date], date], day: date) -> date | None:
    """Return the open day next to `day`, or ``None`` past the end of the calendar."""
    try:
        return find(day)
    except CalendarOutOfBoundsError:
        return None


def is_open(calendar: CourtCalendar, day: date) -> bool | None:
    """Tell whether the court is open; ``None`` where a table of dates has ended."""
    if calendar.why_closed(day) is not None:
        return False
    try:
        return calendar.is_open(day)
    except CalendarOutOfBoundsError:
        return None


def closures_of(calendar: CourtCalendar, days: Iterable[date]) -> tuple[Closure, ...]:
    """Return what shuts the court on those of the days on which it is shut."""
    found = map(calendar.why_closed, days)
    return tuple(closure for closure in found if closure is not None)


def passed(closures: tuple[Closure, ...]) -> str:
    """Return the closed days of a count as text: by name, weekends by number."""
    if not closures:
        return "No closed day lies in it."
    named = Table("", ("closed", "why", "authority"))
    for closure in closures:
        if closure.kind != WEEKEND:
            why = f"{closure.name} ({closure.kind})"
            named.add(say_day(closure.on), why, closure.authority.cite)
    weekend = sum(closure.kind == WEEKEND for closure in closures)
    lines = [named.text(width())] if named.rows else []
    if weekend:
        also = "and " if named.rows else "closed: "
        noun = "day" if weekend == 1 else "days"
        lines.append(f"{also}{weekend} {noun} of the weekend")
    return "\n".join(lines)
