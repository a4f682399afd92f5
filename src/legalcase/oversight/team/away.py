"""absences: what falls due while whoever answers for it is away, and who is there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import DateRange, as_date
from legalcase.markup import Table
from legalcase.oversight.seen import (
    Absences,
    cases_of,
    check_inside,
    is_admitted,
    is_same,
)
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["AbsenceSheet", "Uncovered", "absences"]


@frozen(kw_only=True)
class Uncovered(PlainData):
    """What falls due while its owner is away; `stands_in` is who is there instead.

    `title` is empty where its label does not admit the audience.
    `is_covered` is false where nobody is named, or whoever is, is away as well.
    """

    case_id: str
    ref: str
    title: str | None = field(default=None, repr=False)
    day: date
    person: str = field(repr=False)
    back_on: date
    stands_in: str | None = field(default=None, repr=False)
    is_covered: bool


@frozen(kw_only=True, repr=False)
class AbsenceSheet(PlainData):
    """What falls due while somebody is away, by day: what nobody covers stands out."""

    on: date
    rows: tuple[Uncovered, ...]
    cases: int

    def __repr__(self) -> str:
        """Return the day and how much there is."""
        return f"<AbsenceSheet on {self.on}: {len(self)}, {len(self.open)} uncovered>"

    def __iter__(self) -> Iterator[Uncovered]:
        """Give the rows by day."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    @property
    def open(self) -> tuple[Uncovered, ...]:
        """What nobody covers."""
        return tuple(one for one in self.rows if not one.is_covered)

    def _table(self) -> Table:
        noun = "case" if self.cases == 1 else "cases"
        table = Table(
            f"Due while somebody is away, from {say_day(self.on)}: "
            f"{len(self.rows)}, in {self.cases} {noun}",
            ("when", "case", "what", "of", "back", "stands in"),
        )
        for one in self.rows:
            table.add(
                say_day(one.day),
                one.case_id,
                one.title or one.ref,
                one.person,
                str(one.back_on),
                (one.stands_in or "nobody")
                + ("" if one.is_covered or one.stands_in is None else ", away as well"),
                mark="" if one.is_covered else "strong",
            )
        return table

    def __str__(self) -> str:
        """Return the sheet as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()


def absences(
    cases: Iterable[Case | CaseFile],
    *,
    leave: Mapping[str, Iterable[DateRange]],
    on: date,
    audience: str = "firm",
) -> AbsenceSheet:
    """Return what falls due, from a day on, while whoever answers for it is away.

    `leave` has ranges of days by person, as `health(absences=)` does. A deadline is
    covered by its backup, a task by somebody who does it and is there. `audience` is
    ``"firm"`` or ``"owner"``: titles that it may not see are left out. Raises
    `InvalidValueError` for an audience outside the firm.
    """
    day = as_date(on, "on")
    check_inside(audience, "Who is away")
    away = Absences.of(leave)
    looked_at = cases_of(cases)
    rows: list[Uncovered] = []
    for case in looked_at:
        agenda: Any = case.agenda()
        for item in agenda.items:
            terms = item.deadline.terms
            if item.deadline.is_open:
                backups = () if terms.backup is None else (terms.backup,)
                ref = f"deadline:{item.deadline.deadline_id}"
                may_see = is_admitted(item.deadline.label, audience)
                title = terms.title if may_see else None
                said = (ref, title, item.dates.shown, terms.owner, backups)
                rows += _row(case.case_id, said, away, day)
        for item in agenda.open_tasks:
            task = item.task
            ref = f"task:{task.task_id}"
            said = (
                ref,
                task.title if is_admitted(task.label, audience) else None,
                item.dates.shown,
                task.accountable,
                task.responsible,
            )
            rows += _row(case.case_id, said, away, day)
    rows.sort(key=lambda one: (one.day, one.is_covered, one.case_id, one.ref))
    return AbsenceSheet(on=day, rows=tuple(rows), cases=len(looked_at))


def _row(
    case_id: str,
    said: tuple[str, str | None, date | None, str | None, tuple[str, ...]],
    away: Absences,
    on: date,
) -> Iterator[Uncovered]:
    ref, title, due, person, others = said
    if due is None or due < on or person is None:
        return
    spell = away.of_person(person, due)
    if spell is None:
        return
    others = tuple(one for one in others if not is_same(one, person))
    there = [one for one in others if away.of_person(one, due) is None]
    yield Uncovered(
        case_id=case_id,
        ref=ref,
        title=title,
        day=due,
        person=person,
        back_on=spell.stop,
        stands_in=next(iter((*there, *others)), None),
        is_covered=bool(there),
    )
