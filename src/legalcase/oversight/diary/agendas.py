"""agenda: what is due in all cases, and where to be, day by day."""

from __future__ import annotations

from datetime import date, time
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import DateRange, as_date
from legalcase.model.hearings.state import HearingState
from legalcase.oversight.diary.entry import DiaryEntry
from legalcase.oversight.diary.month import DiaryMonth
from legalcase.oversight.diary.page import diary_html, diary_text
from legalcase.oversight.seen import (
    cases_of,
    is_admitted,
    is_inside,
    name_of,
    range_of,
)
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.calendars.court_calendar import CourtCalendar
    from legalcase.model.agenda import Agenda, AgendaItem
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.hearings.state import Hearing

__all__ = ["Diary", "agenda"]

#: An end of day is no hour that one has to know.
_END_OF_DAY: Final = time(23, 59)
#: To whom everything is said by reference alone: a title is text of ours, whoever may
#: see what it is the title of.
_BLIND: Final = frozenset({"public"})
#: Hearings that were over, or never came, are nowhere to be.
_TO_COME: Final = (HearingState.SET, HearingState.CONTINUED)


@frozen(kw_only=True, repr=False)
class Diary(PlainData):
    """What is open in several cases: overdue, due between two days, and undated.

    `overdue` is what is open although its date shown lies before the day `on`;
    `entries` what falls into the days `between`, and is not overdue; `undated` what is
    open and has no date yet. `cases` is the number of cases that were looked at.
    """

    between: DateRange
    on: date
    audience: str
    cases: int
    overdue: tuple[DiaryEntry, ...] = ()
    entries: tuple[DiaryEntry, ...] = ()
    undated: tuple[DiaryEntry, ...] = ()

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
        ):
            number = sum(entry.sort == sort for entry in self.entries)
            said.append(f"{number} {one if number == 1 else several}")
        if self.undated:
            said.append(f"{len(self.undated)} without a date")
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
        """Return (sort of group, heading, entries): overdue, each day, undated."""
        found = []
        if self.overdue:
            found.append(("overdue", "overdue", self.overdue))
        found += [("day", say_day(day), entries) for day, entries in self.days()]
        if self.undated:
            found.append(("undated", "without a date", self.undated))
        return tuple(found)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row of plain JSON types for each entry, in the order shown.

        `group` is ``"overdue"``, ``"day"`` or ``"undated"``.
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


def agenda(
    cases: Iterable[Case | CaseFile],
    *,
    between: DateRange | tuple[date, date],
    on: date | None = None,
    audience: str = "firm",
) -> Diary:
    """Return what is open in several cases, in the order of the dates shown.

    It is `Case.agenda()` of each, put together: deadlines that are open, and hearings
    that are set. `between` is a `DateRange`, or a first and a last day, both included;
    `on` the day before which what is open is overdue, the first one if left out.
    `audience` is one of the audiences of a label: what it may not see is there by
    reference alone (everything, for the public), and the caption only for the client,
    the firm and its owner.

    Raises `InvalidTypeError` for what is no case or no day, `InvalidValueError` for a
    case that comes twice and for what is no audience.
    """
    days = range_of(between, "between")
    today = days.start if on is None else as_date(on, "on")
    inside = is_inside(audience)
    found: dict[str, list[DiaryEntry]] = {"overdue": [], "day": [], "undated": []}
    looked_at = cases_of(cases)
    for case in looked_at:
        called = name_of(case, audience)
        for entry in _entries(case.agenda(), called, audience, inside=inside):
            group = _group(entry, days, today)
            if group is not None:
                found[group].append(entry)
    overdue, entries, undated = (
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
    )


def _group(entry: DiaryEntry, days: DateRange, today: date) -> str | None:
    if entry.day is None:
        return "undated"
    # A waiting period that is over binds nobody, and a hearing that was set for a day
    # that is over is one of which nobody recorded that it took place.
    if entry.bound == "not-later-than" and entry.day < today:
        return "overdue"
    return "day" if days.start <= entry.day < days.stop else None


def _order(entry: DiaryEntry) -> tuple[object, ...]:
    hour = (0, 0.0) if entry.sort == "deadline" else (1, _instant(entry))
    return (
        entry.day or date.max,
        hour,
        entry.case_id,
        entry.item_id or "",
        entry.kind,
        entry.state,
    )


def _instant(entry: DiaryEntry) -> float:
    return 0.0 if entry.at is None else entry.at.timestamp()


def _entries(
    of: Agenda, called: str, audience: str, *, inside: bool
) -> Iterator[DiaryEntry]:
    """Give what is open of the agenda of a case: every sort of thing it has."""
    for item in of.items:
        if item.deadline.is_open:
            yield _of_deadline(of, item, called, audience, inside=inside)
    for hearing in of.hearings:
        if hearing.state in _TO_COME:
            yield _of_hearing(of, hearing, called, audience, inside=inside)


def _of_deadline(
    of: Agenda, item: AgendaItem, called: str, audience: str, *, inside: bool
) -> DiaryEntry:
    deadline, dates = item.deadline, item.dates
    is_shown = audience not in _BLIND and is_admitted(deadline.label, audience)
    due_at = dates.due_at
    if due_at is not None and (
        due_at.date() != dates.shown or due_at.time() >= _END_OF_DAY
    ):
        due_at = None
    return DiaryEntry(
        day=dates.shown,
        at=due_at,
        sort="deadline",
        case_id=of.case_id,
        called=called,
        what=deadline.title if is_shown else "Deadline",
        item_id=deadline.deadline_id if is_shown else None,
        # Whether we stand by a date, and how much hangs on it, is our own business.
        state=item.state if is_shown and inside else "open",
        kind=deadline.kind if is_shown else "deadline",
        critical=deadline.terms.critical and is_shown and inside,
        bound=dates.bound,
        owner=deadline.terms.owner if is_shown and inside else None,
        remarks=item.remarks if is_shown and inside else "",
        is_reference=not is_shown,
    )


def _of_hearing(
    of: Agenda, hearing: Hearing, called: str, audience: str, *, inside: bool
) -> DiaryEntry:
    is_shown = audience not in _BLIND and is_admitted(hearing.label, audience)
    first = hearing.first_at.date()
    moved = hearing.has_date and first != hearing.at.date()
    place = hearing.place if is_shown else None
    said = [place] if place else []
    if not hearing.has_date:
        said.append("put off without a date")
    elif moved and inside:
        said.append(f"first set for {say_day(first)}")
    return DiaryEntry(
        day=hearing.at.date() if hearing.has_date else None,
        at=hearing.at if hearing.has_date else None,
        sort="hearing",
        case_id=of.case_id,
        called=called,
        what=hearing.title if is_shown else "Hearing",
        item_id=hearing.hearing_id if is_shown else None,
        state=str(hearing.state),
        kind="hearing",
        bound="not-later-than",
        remarks="; ".join(said),
        is_reference=not is_shown,
    )
