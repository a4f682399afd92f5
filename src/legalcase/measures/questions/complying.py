"""deadline_compliance: how many deadlines were met in time, of those that were due."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final

from attrs import frozen

from legalcase.dates import DateRange, as_date
from legalcase.measures.asked import by_groups, period_of
from legalcase.measures.authorities import OURS
from legalcase.measures.figures.figure import Excluded, Figure
from legalcase.measures.figures.groups import SMALLEST
from legalcase.measures.formulas.compliance import DueAndDone, DueCount, due_count
from legalcase.measures.formulas.rates import whole
from legalcase.measures.units.counting import units_of
from legalcase.model.deadlines.looking.dates import dates_of
from legalcase.model.deadlines.state import Outcome, ReviewState
from legalcase.near import is_same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.measures.units.counting import Unit, Units
    from legalcase.measures.units.grouping import By
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.deadlines.state import Deadline

__all__ = ["DeadlineCompliance", "deadline_compliance"]

_VOID: Final = (Outcome.VACATED, Outcome.WAIVED, Outcome.MOOT)
_VERDICTS: Final = {"in-time": "in-time", "late": "late"}
_EXTENDED: Final = "extended: the deadline in its place is counted"
_NO_DAY: Final = "has no day by which it is due"


@frozen(kw_only=True, repr=False)
class DeadlineCompliance(Figure):
    """How many deadlines were met in time, of those due, and what became of the rest.

    `counts` has each number; `late`, `missed` and `on_a_reading` are the ids of those,
    as ``case/deadline``. What was in time under one reading alone is decided, and not
    counted as met.
    """

    TITLE: ClassVar[str] = "Deadlines met"

    counts: DueCount
    near_days: int
    late: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    on_a_reading: tuple[str, ...] = ()

    def figures(self) -> Iterable[tuple[str, float | int | None]]:
        """Give the percentage, and each number."""
        counts = self.counts
        yield "met in time (percent)", self.value
        yield "decided", counts.decided
        yield "- met", counts.met
        yield f"  of these {self.near_days} days or fewer before", counts.near
        yield "- late", counts.late
        yield "- in time under one reading alone", counts.on_a_reading
        yield "- open, and due", counts.missed_open
        yield "not due yet", counts.not_due
        yield "  of these the safe day is over", counts.safe_passed
        yield "void: vacated, waived, moot", counts.void
        yield "a second person stood by it (percent)", counts.seconded_percent


@frozen(kw_only=True)
class _Asked:
    day: date
    during: DateRange | None
    near_days: int


def _of_case(unit: Unit, asked: _Asked) -> tuple[list[DueAndDone], list[Excluded]]:
    """Return the deadlines of a case in figures, and those that have none."""
    found, left = [], []
    around = unit.case.around()
    for one in unit.case.deadlines:
        name = f"{unit.unit_id}/{one.deadline_id}"
        if one.outcome is Outcome.EXTENDED:
            left.append(Excluded(unit_id=name, why=_EXTENDED))
            continue
        dates = dates_of(around, one)
        due = dates.due
        if due is None or dates.bound == "not-earlier-than":
            left.append(Excluded(unit_id=name, why=_NO_DAY))
        elif asked.during is None or due in asked.during:
            found.append(_row(name, one, due, dates.safe))
    return found, left


def _row(name: str, one: Deadline, due: date, safe: date | None) -> DueAndDone:
    met = one.met if one.outcome is Outcome.MET else None
    is_confirmed = one.review.state is ReviewState.CONFIRMED
    return DueAndDone(
        name=name,
        due=due,
        completed=None if met is None else met.on,
        verdict=None if met is None else _VERDICTS.get(met.verdict, "on-a-reading"),
        is_void=one.outcome in _VOID,
        safe=safe,
        is_seconded=is_confirmed and not is_same(one.review.by, one.set_by),
    )


def _named(rows: list[DueAndDone], what: str, day: date) -> tuple[str, ...]:
    return tuple(one.name for one in rows if one.became(day) == what)


def _deadline_compliance(units: Units, asked: _Asked) -> DeadlineCompliance:
    rows: list[DueAndDone] = []
    left: list[Excluded] = []
    for unit in units:
        found, without = _of_case(unit, asked)
        rows += found
        left += without
    day = asked.day
    counts = due_count(rows, as_of=day, near_days=asked.near_days)
    open_or_void = ("not_due", "void")
    return DeadlineCompliance(
        value=counts.compliance,
        numerator=counts.met,
        denominator=counts.decided,
        population=tuple(_decided(rows, day)),
        exclusions=(
            *left,
            *(
                Excluded(unit_id=name, why=what.replace("_", " "))
                for what in open_or_void
                for name in _named(rows, what, day)
            ),
        ),
        during=asked.during,
        as_of=day,
        counted="deadline",
        counts=counts,
        near_days=asked.near_days,
        late=_named(rows, "late", day),
        missed=_named(rows, "missed_open", day),
        on_a_reading=_named(rows, "on_a_reading", day),
        definition="Deadlines met on their day or before, in percent of those due "
        "on or before the day of measurement that are not void.",
        authority=OURS,
    )


def _decided(rows: list[DueAndDone], day: date) -> Iterator[str]:
    for one in rows:
        if one.became(day) not in ("not_due", "void"):
            yield one.name


def deadline_compliance(
    cases: Iterable[Case | CaseFile],
    *,
    as_of: date,
    during: DateRange | tuple[date, date] | None = None,
    near_days: int = 1,
    by: By = None,
    smallest: int = SMALLEST,
) -> DeadlineCompliance:
    """Return how many deadlines were met in time, of those due when a day was over.

    With `during`, of those alone that are due in it. `near_days` says how few days
    before the due day are a near thing. What was vacated, waived, moot or extended is
    so as the case now says: for an earlier day, pass cases as they were true then
    (``true_on``). `by` and `smallest` are as in `clearance`; every case counts once,
    and what is withheld is by the number of its deadlines.
    """
    units, day = units_of(cases, "case"), as_date(as_of, "as_of")
    asked = _Asked(
        day=day,
        during=None if during is None else period_of(during),
        near_days=whole(near_days, "near_days"),
    )
    return by_groups(
        _deadline_compliance(units, asked),
        units,
        by,
        day,
        smallest,
        lambda part: _deadline_compliance(part, asked),
    )
