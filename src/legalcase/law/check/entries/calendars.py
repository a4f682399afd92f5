"""Checks of a calendar's days against those of what it is based on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.calendars.closures import SHUTTING
from legalcase.calendars.court_calendar import CourtCalendar
from legalcase.law.files.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.calendars.entries.definition import CalendarDefinition
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = ["check_days"]


def check_days(law: Book, file: LawFile) -> list[Problem]:
    """Return what is wrong with a calendar that can be built, day by day."""
    definition = law.calendar(file.raw["calendar"]["id"]).definition
    return [
        *_answered_for(file, definition),
        *_left_to_the_base(law, file),
        *_open_anyway(file, definition),
        *_same_id(file, definition),
    ]


def _answered_for(file: LawFile, definition: CalendarDefinition) -> Iterator[Problem]:
    """Refuse to answer for the days of a general list as if for a court's."""
    lists = [
        level.id for level in definition.levels() if level.id.startswith("holidays:")
    ]
    if lists and "base_cites" in file.raw["calendar"]:
        what = (
            f"makes this calendar answer for {lists[0]}, a general list that is no "
            "court's. Take it out: the list is named where one of its days counts."
        )
        yield Problem(file.name, "$.calendar.base_cites", what)


#: What a calendar says of the days of a list that is only there to be a base.
_ITS_OWN: Final = {
    "base_observance": "State base_observance = 'own'",
    "base_cites": "State base_cites = 'own', and the law of this calendar",
    "observance": (
        "State the observance of this calendar, saturday = 'none' where a day is not "
        "moved"
    ),
}


def _left_to_the_base(law: Book, file: LawFile) -> Iterator[Problem]:
    """Ask for what no list says that is only a base: it observes and answers nothing.

    Whoever forgets it has days that are never observed, which counted back is late.
    """
    head = file.raw["calendar"]
    base = head.get("based_on")
    if base is None or "only_a_base" in head or not _is_only_a_base(law, base):
        return
    for key, remedy in _ITS_OWN.items():
        if key not in head:
            what = (
                f"is missing: {base!r} is only there to be a base, and leaves it to "
                f"each calendar. {remedy}."
            )
            yield Problem(file.name, f"$.calendar.{key}", what)


def _is_only_a_base(law: Book, name: str) -> bool:
    jurisdiction, _, rest = name.partition("/")
    place = f"calendars/{rest}.toml" if rest else "calendar.toml"
    files = (folder.read(f"{jurisdiction}/{place}") for folder in law.folders)
    found = [file for file in files if file is not None]
    return bool(found) and "only_a_base" in found[-1].raw["calendar"]


def _open_anyway(file: LawFile, definition: CalendarDefinition) -> Iterator[Problem]:
    """Yield the opened days that nothing closes: a date is wrong, or the year."""
    if not definition.openings:
        return
    plain = CourtCalendar(definition=evolve(definition, openings=()))
    mask = plain.mask(definition.closed_by | SHUTTING)
    for index, table in enumerate(file.raw.get("opening", ())):
        for number, day in enumerate(table["on"]):
            if not mask[(day - plain.first).days]:
                what = (
                    f"is {day}, {day:%A}, on which the court is open anyway. Check the "
                    "date, or take it out."
                )
                yield Problem(file.name, f"$.opening[{index}].on[{number}]", what)


def _same_id(file: LawFile, definition: CalendarDefinition) -> Iterator[Problem]:
    """Yield the entries that a base has by the same id on one of the same days."""
    if definition.base is None:
        return
    years = range(definition.first.year, definition.last.year + 1)
    theirs: dict[str, set[int]] = {}
    left_out: frozenset[str] = frozenset()
    for level in definition.base.levels():
        left_out |= level.without
        for _, name, days in _dated(level, years):
            if name not in left_out:
                theirs.setdefault(name, set()).update(days)
    for path, name, days in _dated(definition, years):
        if name not in definition.without and days & theirs.get(name, set()):
            what = (
                f"is {name!r}, an entry of the base on the same day. Leave that out by "
                "without, and choose another id here."
            )
            yield Problem(file.name, f"{path}.id", what)


def _dated(
    definition: CalendarDefinition, years: range
) -> Iterator[tuple[str, str, set[int]]]:
    """Yield (path, id, days) of each entry of a calendar that has an id."""
    for index, holiday in enumerate(definition.holidays):
        days = {day for year in years for day in holiday.days_in(year)}
        yield f"$.holiday[{index}]", holiday.id, days
    for index, closure in enumerate(definition.closures):
        if closure.id:
            first, last = closure.first.toordinal(), closure.last.toordinal()
            yield f"$.closure[{index}]", closure.id, set(range(first, last + 1))
