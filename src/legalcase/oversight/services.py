"""case_services: what was done for clients, by category and sort of problem."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.dates import DateRange
from legalcase.markup import Table
from legalcase.oversight.seen import cases_of, counted, range_of
from legalcase.plain_data import PlainData
from legalcase.practice.intake.facet import INTAKE
from legalcase.practice.intake.program import aid_program

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["CaseServices", "ServiceCount", "case_services"]


@frozen(kw_only=True)
class ServiceCount(PlainData):
    """How many services were closed in a category, of which sort, in which cases."""

    closing: str
    name: str
    service: str
    problem: str | None
    problem_name: str
    count: int
    cases: tuple[str, ...]


@frozen(kw_only=True, repr=False)
class CaseServices(PlainData):
    """What was closed in a time, by category and code of the problem.

    `uncoded` are the cases of which no problem code was recorded; they are counted.
    """

    program: str
    during: DateRange
    rows: tuple[ServiceCount, ...]
    cases: int
    uncoded: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return the program, the time and the total."""
        return f"<CaseServices of {self.program!r}, {self.during.start}: {self.total}>"

    def __iter__(self) -> Iterator[ServiceCount]:
        """Give the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    @property
    def total(self) -> int:
        """How many services were closed."""
        return sum(one.count for one in self.rows)

    def _table(self) -> Table:
        table = Table(
            f"Services closed from {self.during.start} to {self.during.last}, "
            f"{self.program}: {self.total}, in {counted(self.cases, 'case')}",
            ("category", "service", "problem", "count"),
        )
        for one in self.rows:
            problem = f"{one.problem or '-'} {one.problem_name}"
            table.add(f"{one.closing} {one.name}", one.service, problem, str(one.count))
        return table

    def __str__(self) -> str:
        """Return them as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()


def case_services(
    cases: Iterable[Case | CaseFile],
    *,
    program: str,
    during: DateRange | tuple[date, date],
) -> CaseServices:
    """Return what was closed for clients in a time, by category and sort of problem.

    `during` is a `DateRange`, or a first and a last day, both included. Services of
    another program are not counted. Raises `UnknownNameError` for a program that there
    is not, and `InvalidTypeError` for a case without the room `practice.INTAKE`.
    """
    known = aid_program(program)
    days = range_of(during, "during")
    looked_at = cases_of(cases)
    counts: Counter[tuple[str, str | None]] = Counter()
    where: dict[tuple[str, str | None], list[str]] = {}
    for case in looked_at:
        for one in case[INTAKE].services:
            if one.program == program and one.closed_on in days:
                key = (one.closing, one.problem)
                counts[key] += 1
                where.setdefault(key, []).append(case.case_id)
    rows = [
        ServiceCount(
            closing=closing,
            name=known.closing(closing).name,
            service=known.closing(closing).service,
            problem=problem,
            problem_name="no code" if problem is None else known.problem(problem).name,
            count=count,
            cases=tuple(dict.fromkeys(where[closing, problem])),
        )
        for (closing, problem), count in counts.items()
    ]
    rows.sort(key=lambda one: (one.closing, one.problem or ""))
    return CaseServices(
        program=program,
        during=days,
        rows=tuple(rows),
        cases=len(looked_at),
        uncoded=tuple(
            dict.fromkeys(
                case for one in rows if one.problem is None for case in one.cases
            )
        ),
    )
