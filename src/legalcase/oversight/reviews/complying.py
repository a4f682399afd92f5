"""compliance: which duties a case has met, with the evidence, and which not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from attrs import evolve, field, frozen

from legalcase.authority import Authority
from legalcase.counting.argument.explain import say_day
from legalcase.dates import as_date
from legalcase.errors import InvalidTypeError, InvalidValueError, UnknownNameError
from legalcase.kernel.checks import check_asked
from legalcase.markup import Table
from legalcase.near import near_to
from legalcase.oversight.reviews.duties import DUTIES_OF_A_CASE
from legalcase.oversight.reviews.duty import ComplianceCheck, Complied
from legalcase.oversight.seen import case_of
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = [
    "Compliance",
    "ComplianceChecks",
    "ComplianceRow",
    "compliance",
]


@frozen(kw_only=True)
class ComplianceRow(PlainData):
    """A duty of a case: whether it is met, why, what shows it, and by which text."""

    code: str
    what: str
    state: str
    why: str
    evidence: tuple[str, ...]
    authority: Authority | None = field(default=None, repr=False)


@frozen(kw_only=True, repr=False)
class Compliance(PlainData):
    """Which duties a case has met on a day: those that it has not come first."""

    case_id: str
    on: date
    rows: tuple[ComplianceRow, ...]

    def __repr__(self) -> str:
        """Return the case and how many are not met."""
        return f"<Compliance of {self.case_id!r} on {self.on}: {len(self.failed)} fail>"

    def __iter__(self) -> Iterator[ComplianceRow]:
        """Give the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many duties were looked at."""
        return len(self.rows)

    def __getitem__(self, code: str) -> ComplianceRow:
        """Return the row of a code; raises `UnknownNameError`."""
        for one in self.rows:
            if one.code == code:
                return one
        noun, known = "compliance check", [one.code for one in self.rows]
        raise UnknownNameError.of(noun, str(code), near_to(str(code), known) or known)

    @property
    def failed(self) -> tuple[ComplianceRow, ...]:
        """The duties that are not met."""
        return tuple(one for one in self.rows if one.state == "fail")

    def _table(self) -> Table:
        table = Table(
            f"Compliance of {self.case_id} on {say_day(self.on)}",
            ("state", "duty", "why", "shown by", "rule"),
        )
        for one in self.rows:
            table.add(
                one.state,
                one.what,
                one.why,
                ", ".join(one.evidence),
                "" if one.authority is None else str(one.authority),
                mark="strong" if one.state == "fail" else "",
            )
        return table

    def __str__(self) -> str:
        """Return them as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()


@frozen(repr=False)
class ComplianceChecks:
    """Several duties, as a value: `with_` gives others, and changes nothing."""

    _checks: tuple[ComplianceCheck, ...] = ()

    @classmethod
    def core(cls) -> Self:
        """Return the duties of this package."""
        return cls().with_(*DUTIES_OF_A_CASE)

    def with_(self, *checks: Any) -> Self:  # noqa: ANN401 - refused here
        """Return these and more; raises `InvalidValueError` for a code twice."""
        found = {one.code: one for one in self._checks}
        for one in checks:
            if not isinstance(one, ComplianceCheck):
                msg = (
                    f"A duty is a ComplianceCheck, not a {type(one).__name__}. Pass "
                    "ComplianceCheck(code=…, what=…, ask=…)."
                )
                raise InvalidTypeError(msg, field="checks", value=None)
            if one.code in found:
                msg = (
                    f"There is a duty {one.code!r} already. Give it another code, or "
                    f"leave that one out first: without({one.code!r})."
                )
                raise InvalidValueError(msg, field="checks", value=one.code)
            found[one.code] = one
        return evolve(self, checks=tuple(found[code] for code in sorted(found)))

    def without(self, *codes: str) -> Self:
        """Return the duties without some; raises `UnknownNameError`."""
        known = [one.code for one in self._checks]
        for code in codes:
            if code not in known:
                noun = "compliance check"
                near = near_to(str(code), known) or known
                raise UnknownNameError.of(noun, str(code), near)
        return evolve(
            self, checks=tuple(one for one in self._checks if one.code not in codes)
        )

    def __iter__(self) -> Iterator[ComplianceCheck]:
        """Give the duties in the order of their codes."""
        return iter(self._checks)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._checks)

    def __repr__(self) -> str:
        """Return their number."""
        return f"<ComplianceChecks: {len(self)}>"


def compliance(
    case: Case | CaseFile,
    law: Law | None = None,
    *,
    on: date,
    checks: ComplianceChecks | None = None,
) -> Compliance:
    """Return which duties a case has met on a day, each with its authority.

    `checks` are those of this package if left out:
    `ComplianceChecks.core().with_(mine)` adds to them. What needs the `law` (who has
    to be represented by another) is not known without it. What does not apply says
    why, and so does what nothing recorded answers. A rule of the United States is not
    cited in a case of a court elsewhere. Raises
    `InvalidTypeError` for what is no case, and for a check that gives something else.
    """
    case = case_of(case)
    if law is not None:
        check_asked(law, "law", "people_rules", "clock")
    day = as_date(on, "on")
    asked: Any = ComplianceChecks.core() if checks is None else checks
    if not isinstance(asked, ComplianceChecks):
        msg = (
            f"checks needs ComplianceChecks, not {type(asked).__name__}. Pass "
            "ComplianceChecks.core().with_(my_check)."
        )
        raise InvalidTypeError(msg, field="checks", value=None)
    rows = []
    for check in asked:
        found = check.ask(case, law, day)
        if not isinstance(found, Complied):
            msg = (
                f"The duty {check.code!r} gave a {type(found).__name__}. Let it give "
                "Complied(state=…, why=…, evidence=…)."
            )
            raise InvalidTypeError(msg, field="ask", value=None)
        rows.append(
            ComplianceRow(
                code=check.code,
                what=check.what,
                state=found.state,
                why=found.why,
                evidence=found.evidence,
                authority=check.authority_in(case.court),
            )
        )
    order = ("fail", "not-known", "pass", "not-applicable")
    rows.sort(key=lambda one: (order.index(one.state), one.code))
    return Compliance(case_id=case.case_id, on=day, rows=tuple(rows))
