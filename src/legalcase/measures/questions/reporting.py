"""caseload_report: the measures of a period on one page, each case looked at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import DateRange
from legalcase.measures.asked import period_of
from legalcase.measures.figures.figure import Figure
from legalcase.measures.figures.groups import SMALLEST, withheld_with
from legalcase.measures.questions.aging import (
    Backlog,
    PendingAge,
    age_of_pending,
    backlog,
)
from legalcase.measures.questions.clearing import Clearance, clearance
from legalcase.measures.questions.complying import deadline_compliance
from legalcase.measures.questions.loads import DispositionTime, disposition_time
from legalcase.measures.questions.reconciling import Reconciliation, reconciliation
from legalcase.measures.questions.timing import TimeToDisposition, time_to_disposition
from legalcase.measures.questions.trials import trial_date_certainty
from legalcase.measures.standards.standard import TimeStandard, as_standard
from legalcase.measures.units.counting import Units, units_of
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from legalcase.measures.units.grouping import By
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["CaseloadReport", "caseload_report"]


@frozen(kw_only=True, repr=False)
class CaseloadReport(PlainData):
    """The measures of a period, in the order of the page."""

    during: DateRange
    cases: int
    figures: tuple[Figure, ...]

    def __repr__(self) -> str:
        """Return the period, and of how many cases it is."""
        return f"<CaseloadReport {self.during.start}, {self.cases} cases>"

    def __iter__(self) -> Iterator[Figure]:
        """Give the measures."""
        return iter(self.figures)

    def __len__(self) -> int:
        """Return how many measures there are."""
        return len(self.figures)

    @property
    def title(self) -> str:
        """The period, and of how many cases it is."""
        first, last = say_day(self.during.start), say_day(self.during.last)
        noun = "case" if self.cases == 1 else "cases"
        return f"The caseload, {first} to {last}, of {self.cases} {noun}"

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row of plain JSON types for each number of each measure."""
        return [row for one in self.figures for row in one.to_rows()]

    def __str__(self) -> str:
        """Return it as text of 80 columns."""
        parts = [f"{self.title}\n{'=' * len(self.title)}"]
        return "\n\n\n".join((*parts, *map(str, self.figures)))

    def _repr_html_(self) -> str:
        from legalcase.markup import escape

        style = "font-family:system-ui,sans-serif;font-size:15px;font-weight:600"
        title = f'<div style="{style};margin:10px 8px">{escape(self.title)}</div>'
        gap = '<div style="height:24px"></div>'
        return title + gap.join(one._repr_html_() for one in self.figures)


def caseload_report(
    cases: Iterable[Case | CaseFile],
    *,
    during: DateRange | tuple[date, date],
    standard: TimeStandard | str | None = None,
    by: By = None,
    smallest: int = SMALLEST,
    unit: str = "guide",
) -> CaseloadReport:
    """Return the measures of a period, together: what a clerk reports of a quarter.

    Clearance, reconciliation, time to disposition, age of what is pending and, with a
    `standard`, the backlog; trial date certainty, disposition time and the deadlines
    that were due. What is pending is so at the end of the last day. The arguments are
    those of `clearance` and `time_to_disposition`. A group that is withheld where its
    pending or disposed cases are counted is so wherever these stand on the page.
    """
    units, days = units_of(cases, unit), period_of(during)
    known = None if standard is None else as_standard(standard)
    # Each is looked at once; of deadlines and of the CEPEJ's measure a case is one.
    whole = units if unit == "case" else units_of(_cases_in(units), "case")
    split: dict[str, Any] = {"by": by, "smallest": smallest}
    counted: Any = units
    each: Any = whole
    figures: list[Figure] = [
        clearance(counted, during=days, **split),
        reconciliation(counted, during=days, **split),
        time_to_disposition(counted, during=days, standard=known, **split),
        age_of_pending(counted, as_of=days.last, **split),
    ]
    if known is not None:
        figures.append(backlog(counted, as_of=days.last, standard=known, **split))
    figures += [
        trial_date_certainty(counted, during=days, **split),
        disposition_time(each, during=days, **split),
        deadline_compliance(each, as_of=days.last, during=days, **split),
    ]
    # Once more: what was withheld for the sake of one figure is so for the next.
    alike = tuple(_alike(list(_alike(figures))))
    return CaseloadReport(during=days, cases=len(whole.members), figures=alike)


#: Which figures of a page show what another one counts. The active cases at the end
#: are the same in three of them; the pending ones are these where none is inactive, and
#: those that went out, or are resolved, are the disposed where nothing else happened.
_SHOWN_IN: Final = (
    (Reconciliation, PendingAge),
    (Reconciliation, Backlog),
    (PendingAge, Reconciliation),
    (PendingAge, Backlog),
    (Backlog, Reconciliation),
    (Backlog, PendingAge),
    (DispositionTime, PendingAge),
    (DispositionTime, TimeToDisposition),
    (Clearance, TimeToDisposition),
)


def _alike(figures: list[Figure]) -> Iterator[Figure]:
    """Give figures whose groups tell nothing that another of them withholds."""
    for one in figures:
        groups = one.groups
        for kind, counting in _SHOWN_IN:
            if isinstance(one, kind):
                for other in figures:
                    if isinstance(other, counting):
                        groups = withheld_with(groups, other.groups)
        yield one if groups == one.groups else evolve(one, groups=groups)


def _cases_in(units: Units) -> tuple[Case, ...]:
    """Return the cases of what is counted, each once."""
    return tuple({one.case.case_id: one.case for one in units}.values())
