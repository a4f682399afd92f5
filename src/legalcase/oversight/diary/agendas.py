"""agenda: what is due in all cases, and where to be, day by day."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import DateRange, as_date
from legalcase.kernel.checks import check_asked
from legalcase.kernel.events.label import check_audience
from legalcase.kernel.needed import needs
from legalcase.oversight.diary.entries import Asked, entries_of
from legalcase.oversight.diary.entry import DiaryEntry
from legalcase.oversight.diary.month import DiaryMonth
from legalcase.oversight.diary.page import diary_html, diary_text
from legalcase.oversight.seen import cases_of, range_of
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.calendars.court_calendar import CourtCalendar
    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["Diary", "agenda"]


@frozen(kw_only=True, repr=False)
class Diary(PlainData):
    """What is open in several cases: overdue, due between two days, and undated.

    `overdue` is what is open although its date shown lies before the day `on`;
    `entries` what falls into the days `between`, and is not overdue; `undated` what is
    open and has no date yet; `lapsed` what one could do until a day before `on`, and
    nobody recorded as done or declined. `cases` is the number of cases that were
    looked at.
    """

    between: DateRange
    on: date
    audience: str
    cases: int
    overdue: tuple[DiaryEntry, ...] = ()
    entries: tuple[DiaryEntry, ...] = ()
    undated: tuple[DiaryEntry, ...] = ()
    lapsed: tuple[DiaryEntry, ...] = ()

    def __repr__(self) -> str:
        """Return the days and how much there is, and not what it is."""
        return f"<Diary {self.between.start} to {self.between.last}: {self.counted}>"

    @property
    def counted(self) -> str:
        """How much there is, in words."""
        said = [f"{len(self.overdue)} overdue"] if self.overdue else []
        for sort, one, several in (
            ("deadline", "deadline", "deadlines"),
            ("hearing", "hearing", "hearings"),
            ("task", "task", "tasks"),
            ("clock", "clock", "clocks"),
        ):
            number = sum(entry.sort == sort for entry in self.entries)
            if not number and sort in ("task", "clock"):
                continue
            said.append(f"{number} {one if number == 1 else several}")
        if self.undated:
            said.append(f"{len(self.undated)} without a date")
        if self.lapsed:
            said.append(f"{len(self.lapsed)} lapsed")
        noun = "case" if self.cases == 1 else "cases"
        return f"{', '.join(said)}, in {self.cases} {noun}"

    @property
    def title(self) -> str:
        """The days and how much there is on them."""
        first, last = say_day(self.between.start), say_day(self.between.last)
        days = first if first == last else f"{first} to {last}"
        return f"Agenda, {days}: {self.counted}"

    def days(self) -> tuple[tuple[date, tuple[DiaryEntry, ...]], ...]:
        """Return (day, its entries) of each day that has any, in order."""
        dated = ((entry.day, entry) for entry in self.entries if entry.day is not None)
        return tuple(
            (day, tuple(entry for _, entry in group))
            for day, group in groupby(dated, key=lambda pair: pair[0])
        )

    def on_day(self, day: date) -> tuple[DiaryEntry, ...]:
        """Return the entries of one day; raises `InvalidTypeError` for what is none."""
        day = as_date(day, "day")
        return tuple(entry for entry in self.entries if entry.day == day)

    def month(
        self, year: int, month: int, calendar: CourtCalendar | None = None
    ) -> DiaryMonth:
        """Return one month as a grid, with the days on which a court is closed.

        Raises `InvalidTypeError` or `InvalidValueError` for what is no month.
        """
        return DiaryMonth.of(self, year, month, calendar)

    def groups(self) -> tuple[tuple[str, str, tuple[DiaryEntry, ...]], ...]:
        """Return (sort of group, heading, entries): overdue, days, undated, lapsed."""
        found = []
        if self.overdue:
            found.append(("overdue", "overdue", self.overdue))
        found += [("day", say_day(day), entries) for day, entries in self.days()]
        if self.undated:
            found.append(("undated", "without a date", self.undated))
        if self.lapsed:
            found.append(("lapsed", "lapsed", self.lapsed))
        return tuple(found)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row of plain JSON types for each entry, in the order shown.

        `group` is ``"overdue"``, ``"day"``, ``"undated"`` or ``"lapsed"``.
        """
        return [
            {"group": group, **entry.to_dict()}
            for group, _, entries in self.groups()
            for entry in entries
        ]

    def __str__(self) -> str:
        """Return the agenda as text, 80 columns wide: overdue, day by day, undated."""
        return diary_text(self)

    def _repr_html_(self) -> str:
        return diary_html(self)


@needs(
    cases_of,
    between=(
        "of which days is it asked? Pass a DateRange, or a first and a last day, "
        "(date(2026, 6, 1), date(2026, 6, 30)), say."
    ),
)
def agenda(
    cases: Iterable[Case | CaseFile],
    *,
    between: DateRange | tuple[date, date],
    on: date | None = None,
    audience: str = "firm",
    law: Law | None = None,
) -> Diary:
    """Return what is open in several cases, in the order of the dates shown.

    It is `Case.agenda()` of each, put together: deadlines that are open, and hearings
    that are set, and tasks that are open. `between` is a `DateRange`, or a first and a
    last day, both included; `on` the day before which what is open is overdue, the
    first one if left out. `audience` is one of the audiences of a label: what it may
    not see is there by reference alone (everything, for the public), and the caption
    only for the client, the firm and its owner. With `law`, the statutory clocks that
    run are there on their last day, as if what is open ended on `on`.

    Raises `InvalidTypeError` for what is no case or no day, `MissingInputError`
    without any days, `InvalidValueError` for a
    case that comes twice and for what is no audience.
    """
    looked_at = cases_of(cases)
    days = range_of(between, "between")
    today = days.start if on is None else as_date(on, "on")
    check_audience(audience)
    if law is not None:
        check_asked(law, "law", "clock")
    asked = Asked(days=days, on=today, audience=audience, law=law)
    found: dict[str, list[DiaryEntry]] = {
        name: [] for name in ("overdue", "day", "undated", "lapsed")
    }
    for case in looked_at:
        for group, entry in entries_of(case, asked):
            found[group].append(entry)
    overdue, entries, undated, lapsed = (
        tuple(sorted(group, key=_order)) for group in found.values()
    )
    return Diary(
        between=days,
        on=today,
        audience=audience,
        cases=len(looked_at),
        overdue=overdue,
        entries=entries,
        undated=undated,
        lapsed=lapsed,
    )


#: On one day: what binds us, where to be, what we plan.
_SORTS: Final = ("clock", "deadline", "hearing", "task")


def _order(entry: DiaryEntry) -> tuple[object, ...]:
    # Flat: of many entries, nested keys are what a collector of garbage walks over.
    return (
        entry.day or date.max,
        _SORTS.index(entry.sort),
        _instant(entry),
        entry.case_id,
        entry.item_id or "",
        entry.kind,
        entry.state,
    )


def _instant(entry: DiaryEntry) -> float:
    """Return when a hearing begins; deadlines of a day stand before all hearings."""
    if entry.at is None or entry.sort != "hearing":
        return 0.0
    return entry.at.timestamp()
