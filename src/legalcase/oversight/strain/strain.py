"""pressure: where too much comes together for one person, and what could help."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import DateRange, as_date
from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import check_text
from legalcase.law.lawbook import Law
from legalcase.model.deadlines.basis import Derived
from legalcase.model.deadlines.looking.dates import followed
from legalcase.model.tasks.looking.dates import extended
from legalcase.oversight.seen import (
    Absences,
    cases_of,
    check_inside,
    is_admitted,
    is_same,
    name_of,
    range_of,
)
from legalcase.oversight.strain.page import pressure_html, pressure_text
from legalcase.oversight.strain.pressed import PressedDate, PressedDay, relief_of
from legalcase.plain_data import PlainData
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from legalcase.model.agenda import Agenda, AgendaItem
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.deadlines.looking.dates import Around
    from legalcase.model.tasks.state import Task

__all__ = ["Pressure", "pressure"]


@frozen(kw_only=True, repr=False)
class Pressure(PlainData):
    """Where too much comes together for a person, by what is recorded: no estimates.

    `days` are those with more critical dates than the `limit`; `away` the dates on
    which the person is away; `unprepared` those whose preparation no longer fits.
    """

    person: str
    during: DateRange
    limit: int
    cases: int
    days: tuple[PressedDay, ...] = ()
    away: tuple[PressedDate, ...] = ()
    unprepared: tuple[PressedDate, ...] = ()

    def __repr__(self) -> str:
        """Return the days and how much there is, and of whom not."""
        return (
            f"<Pressure {self.during.start} to {self.during.last}: "
            f"{len(self.days)} days, {len(self.away)} away, "
            f"{len(self.unprepared)} unprepared>"
        )

    @property
    def title(self) -> str:
        """Whose, and on which days."""
        first, last = say_day(self.during.start), say_day(self.during.last)
        noun = "case" if self.cases == 1 else "cases"
        return f"Pressure on {self.person}, {first} to {last}, in {self.cases} {noun}"

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row of plain JSON types for each date that presses, and why."""
        dates = [
            *(one for day in self.days for one in day.dates),
            *self.away,
            *self.unprepared,
        ]
        return [{**one.to_dict(), "relief": one.relief.said} for one in dates]

    def __str__(self) -> str:
        """Return it as tables of text, 80 columns wide."""
        return pressure_text(self)

    def _repr_html_(self) -> str:
        return pressure_html(self)


@frozen
class _Asked:
    """What was asked, once it was looked at."""

    person: str = field(validator=check_text)
    during: DateRange
    on: date
    law: Law | None
    audience: str


def pressure(
    cases: Iterable[Case | CaseFile],
    *,
    person: str,
    during: DateRange | tuple[date, date],
    limit: int,
    absences: Mapping[str, Iterable[DateRange]] | None = None,
    on: date | None = None,
    law: Law | None = None,
    audience: str = "firm",
) -> Pressure:
    """Return where too much comes together for a person, and what could give more time.

    Looked at is what `person` owns and is open, with its date shown in `during`: a
    `DateRange`, or a first and a last day, both included. `limit` is how many critical
    dates a day can bear. `absences` are ranges of days by person. A preparation is a
    date of our own that follows the deadline, or a task that is done for it: it no
    longer fits where it is open and lies before the day `on` (the first of `during` if
    left out), or after the deadline. With `law`, what the rule says of extensions is
    looked up. `audience` is ``"firm"`` or ``"owner"``.

    Raises `InvalidTypeError` or `InvalidValueError` for what is none of these.
    """
    days = range_of(during, "during")
    if type(limit) is not int or limit < 0:
        msg = (
            f"{shown(limit)} is no number of dates that a day can bear. Pass limit=2, "
            "say."
        )
        raise InvalidValueError(msg, field="limit", value=limit)
    check_inside(audience, "What presses on somebody")
    today = days.start if on is None else as_date(on, "on")
    asked = _Asked(person, days, today, law, audience)
    spells = Absences.of(absences)
    critical: dict[date, list[PressedDate]] = {}
    away: list[PressedDate] = []
    unprepared: list[PressedDate] = []
    looked_at = cases_of(cases)
    for case in looked_at:
        agenda = case.agenda()
        for item, day in _owned(agenda, asked):
            one = _pressed(case, item, day, asked)
            if one.critical:
                critical.setdefault(day, []).append(one)
            spell = spells.of_person(person, day)
            if spell is not None:
                text = f"away {spell.start} to {spell.last}"
                away.append(evolve(one, why="away", text=text))
            unprepared += _unprepared(case, agenda, one, asked)
    return Pressure(
        person=person,
        during=days,
        limit=limit,
        cases=len(looked_at),
        days=tuple(_too_many(critical, limit)),
        away=tuple(sorted(away, key=_order)),
        unprepared=tuple(sorted(unprepared, key=_order)),
    )


def _owned(agenda: Agenda, asked: _Asked) -> Iterator[tuple[AgendaItem, date]]:
    """Give what a person owns, is open and falls into the days, with its day."""
    for item in agenda.open:
        day = item.dates.shown
        if day is None or item.dates.bound != "not-later-than":
            continue
        is_in = asked.during.start <= day < asked.during.stop
        if is_in and is_same(item.deadline.terms.owner, asked.person):
            yield item, day


def _pressed(case: Case, item: AgendaItem, day: date, asked: _Asked) -> PressedDate:
    deadline = item.deadline
    may_see = is_admitted(deadline.label, asked.audience)
    return PressedDate(
        day=day,
        case_id=case.case_id,
        called=name_of(case, asked.audience),
        deadline_id=deadline.deadline_id,
        title=deadline.title if may_see else None,
        critical=deadline.terms.critical,
        why="too-many",
        text="",
        evidence=(f"deadline:{deadline.deadline_id}",),
        relief=relief_of(deadline, asked.law),
    )


def _too_many(
    critical: dict[date, list[PressedDate]], limit: int
) -> Iterator[PressedDay]:
    for day in sorted(critical):
        dates = sorted(critical[day], key=_order)
        if len(dates) > limit:
            text = f"one of {len(dates)} critical dates"
            yield PressedDay(
                day=day,
                limit=limit,
                dates=tuple(evolve(one, text=text) for one in dates),
            )


def _unprepared(
    case: Case, agenda: Agenda, pressed: PressedDate, asked: _Asked
) -> Iterator[PressedDate]:
    """Give a deadline once for each preparation of it that no longer fits."""
    around = case.around()
    found: list[tuple[str, date]] = []
    for item in agenda.open:
        basis, day = item.deadline.basis, item.dates.shown
        if day is None or not isinstance(basis, Derived) or basis.direction != "before":
            continue
        leading = followed(around, item.deadline)
        if any(one.deadline_id == pressed.deadline_id for one in leading):
            found.append((f"deadline:{item.deadline.deadline_id}", day))
    for task in agenda.open_tasks:
        day = task.dates.shown
        if day is not None and pressed.deadline_id in _prepared(around, task.task):
            found.append((f"task:{task.task.task_id}", day))
    for name, day in found:
        what = repr(name.partition(":")[2])
        if day < asked.on:
            why, text = "preparation-over", f"{what} was to be done by {day}"
        elif day > pressed.day:
            why, text = "preparation-late", f"{what} is due on {day}, after it"
        else:
            continue
        yield evolve(pressed, why=why, text=text, evidence=(*pressed.evidence, name))


def _prepared(around: Around, task: Task) -> set[str]:
    """Return the deadlines that a task prepares or meets, by their last extensions."""
    names = {one.id for one in task.terms.prepares if one.noun == "deadline"}
    names.update(task.terms.satisfies)
    return {extended(around, name)[-1].deadline_id for name in names}


def _order(one: PressedDate) -> tuple[object, ...]:
    return (one.day, one.case_id, one.deadline_id, one.evidence)
