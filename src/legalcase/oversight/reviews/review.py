"""review: which cases to look at together, by what is worst in each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import Period, as_date
from legalcase.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.markup import Table
from legalcase.near import near_to
from legalcase.oversight.clients.contact import UNITS, after
from legalcase.oversight.findings.check import SEVERITIES, CaseFinding
from legalcase.oversight.findings.look import health_of
from legalcase.oversight.seen import cases_of, counted
from legalcase.plain_data import PlainData
from legalcase.practice.meetings.facet import MEETINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.dates import DateRange
    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.oversight.findings.checks import Checks

__all__ = ["CaseReview", "Reviews", "review"]


@frozen(kw_only=True)
class CaseReview(PlainData):
    """A case on the list: why it is there, and what to look at.

    `reviewed_on` is when it was looked at last, `due_on` when it is to be again;
    `findings` are what is wrong with it, the worst first.
    """

    case_id: str
    reviewed_on: date | None
    due_on: date
    is_due: bool
    findings: tuple[CaseFinding, ...] = ()

    @property
    def worst(self) -> str | None:
        """The severity of the worst finding, or ``None``."""
        return self.findings[0].severity if self.findings else None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the findings, each once, the worst first: for `MeetingHeld`."""
        return tuple(dict.fromkeys(one.code for one in self.findings))

    @property
    def why(self) -> str:
        """Why it is on the list: of each code the first finding, and how many more."""
        said = []
        if self.is_due:
            last = "never" if self.reviewed_on is None else f"on {self.reviewed_on}"
            said.append(f"due since {self.due_on} (looked at {last})")
        for code in self.codes:
            first, *more = (one for one in self.findings if one.code == code)
            said.append(f"{first.text} (and {len(more)} more)" if more else first.text)
        return "; ".join(said)


@frozen(kw_only=True, repr=False)
class Reviews(PlainData):
    """Which cases to look at on a day: those with the worst findings first.

    After them come those that are due by the cadence, though nothing is wrong.
    """

    on: date
    every: str
    rows: tuple[CaseReview, ...]
    cases: int

    def __repr__(self) -> str:
        """Return the day and how many."""
        return f"<Reviews on {self.on}: {len(self)} of {self.cases} cases>"

    def __iter__(self) -> Iterator[CaseReview]:
        """Give the cases."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    def __getitem__(self, case_id: str) -> CaseReview:
        """Return the row of a case; raises `UnknownNameError`."""
        for one in self.rows:
            if one.case_id == case_id:
                return one
        noun, known = "case on the list", [one.case_id for one in self.rows]
        raise UnknownNameError.of(noun, str(case_id), near_to(str(case_id), known))

    def _table(self) -> Table:
        table = Table(
            f"To look at on {say_day(self.on)}: {len(self)} of "
            f"{counted(self.cases, 'case')}, each every {self.every}",
            ("case", "worst", "due", "why"),
        )
        for one in self.rows:
            table.add(
                one.case_id,
                one.worst or "",
                say_day(one.due_on),
                one.why,
                mark="strong" if one.worst == SEVERITIES[0] else "",
            )
        return table

    def __str__(self) -> str:
        """Return them as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()


def review(
    cases: Iterable[Case | CaseFile],
    *,
    cadence: Period,
    on: date,
    absences: Mapping[str, Iterable[DateRange]] | None = None,
    law: Law | None = None,
    checks: Checks | None = None,
) -> Reviews:
    """Return which cases to look at on a day, by what is worst in each, and why.

    A case is on the list if `health` finds something critical or a warning in it, or
    if it was not looked at (`MeetingHeld`) within the `cadence`, counted from its last
    meeting, else from its first line. Closed cases are left out. `absences`, `law` and
    `checks` are as in `health`. Raises `InvalidTypeError` for what is no `Period`.
    """
    day = as_date(on, "on")
    given: Any = cadence
    if not isinstance(given, Period):
        msg = (
            f"cadence needs a Period, not {type(given).__name__}. Pass "
            "Period.parse('14 days')."
        )
        raise InvalidTypeError(msg, field="cadence", value=None)
    if cadence.unit not in UNITS:
        msg = (
            f"A cadence cannot be {cadence}: cases are looked at every so many days, "
            "weeks or months. Pass Period.parse('14 days')."
        )
        raise InvalidValueError(msg, field="cadence", value=str(cadence))
    several: Any = cases
    # What can be gone through once only is kept; what is no such thing is refused.
    items = tuple(several) if isinstance(several, Iterable) else several
    looked_at = [one for one in cases_of(items) if str(one.status) != "closed"]
    ids = {one.case_id for one in looked_at}
    kept = [one for one in items if _id_of(one) in ids]
    found = health_of(kept, on=day, absences=absences, law=law, checks=checks)
    rows = []
    for case in looked_at:
        last = _last(case, day)
        start = last or case.caseload.opened_on
        due_on = after(start, cadence)
        mine = tuple(
            one for one in found.of_case(case.case_id) if one.severity != SEVERITIES[-1]
        )
        if mine or due_on <= day:
            rows.append(
                CaseReview(
                    case_id=case.case_id,
                    reviewed_on=last,
                    due_on=due_on,
                    is_due=due_on <= day,
                    findings=mine,
                )
            )
    rows.sort(key=_order)
    return Reviews(on=day, every=str(cadence), rows=tuple(rows), cases=len(looked_at))


def _id_of(one: Any) -> str:  # noqa: ANN401 - a case or its file
    case_id: str = getattr(one, "case", one).case_id
    return case_id


def _last(case: Case, day: date) -> date | None:
    if not case.has_room(MEETINGS):
        return None
    held = [
        one.held_on
        for one in case[MEETINGS]
        if one.state == "held" and one.held_on <= day
    ]
    return max(held, default=None)


def _order(one: CaseReview) -> tuple[object, ...]:
    counts = [
        -sum(each.severity == word for each in one.findings) for word in SEVERITIES
    ]
    return (*counts, one.due_on, one.case_id)
