"""Dates that press, the days that have too many, and what could give more time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from legalcase.errors import LegalCaseError
from legalcase.model.deadlines.basis import Agreed, Computed, Ordered
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from legalcase.catalogue.deadline_rule import Extension
    from legalcase.counting.argument.computation import Computation
    from legalcase.law.lawbook import Law
    from legalcase.model.deadlines.state import Deadline

__all__ = ["PressedDate", "PressedDay", "Relief", "relief_of"]


@frozen(kw_only=True)
class Relief(PlainData):
    """What could give more time for a deadline, as far as the law at hand says.

    `barred_by` is the rule that forbids it; `court` on what ground the court may, and
    `agreement` what the parties may agree on; `cite` is the rule. `said` tells in one
    line, also that nothing is known.
    """

    barred_by: str | None = None
    court: str | None = None
    agreement: str | None = None
    cite: str | None = None
    said: str

    def __str__(self) -> str:
        """Return it in one line."""
        return self.said


@frozen(kw_only=True)
class PressedDate(PlainData):
    """A deadline of somebody that falls badly, why, and what could give more time.

    `why` is ``"too-many"``, ``"away"``, ``"preparation-over"`` (what prepares it lies
    in the past and is still open) or ``"preparation-late"`` (it lies after it);
    `evidence` are nouns and ids.
    """

    day: date
    case_id: str
    called: str = field(repr=False)
    deadline_id: str
    title: str | None = field(default=None, repr=False)
    critical: bool
    why: str
    text: str
    evidence: tuple[str, ...] = ()
    relief: Relief


@frozen(kw_only=True)
class PressedDay(PlainData):
    """A day with more critical dates than the limit, and these dates."""

    day: date
    limit: int
    dates: tuple[PressedDate, ...]

    @property
    def count(self) -> int:
        """How many critical dates there are."""
        return len(self.dates)


def relief_of(deadline: Deadline, law: Law | None) -> Relief:
    """Return what could give more time for a deadline."""
    basis = deadline.basis
    if isinstance(basis, Ordered):
        return Relief(said="a date certain: only the court that ordered it")
    if isinstance(basis, Agreed):
        return Relief(said="agreed: by another agreement, or by order")
    if not isinstance(basis, Computed):
        return Relief(said="our own date: it moves with what it follows")
    computation = basis.computation
    if computation.barred_by is not None:
        return Relief(
            barred_by=computation.barred_by,
            said=f"barred by {computation.barred_by}",
        )
    extension = None if law is None else _extension(computation, law)
    if extension is None:
        asked = "pass law= to look it up" if law is None else "no rule is entered"
        return Relief(said=f"not said here: {asked}")
    return Relief(
        barred_by=extension.barred,
        court=extension.court,
        agreement=extension.agreement,
        cite=extension.cite,
        said=_said(extension),
    )


def _extension(computation: Computation, law: Law) -> Extension | None:
    inputs = computation.inputs
    if inputs.deadline is None:
        return None
    try:
        rule = law.deadline(inputs.deadline)
    except LegalCaseError:
        # The law at hand is another than the one by which it was computed.
        return None
    counted = inputs.trigger
    if counted is None:
        return rule.current.extension
    day = date(counted.year, counted.month, counted.day)
    try:
        return rule.version_on(day).extension
    except LegalCaseError:
        return rule.current.extension


def _said(extension: Extension) -> str:
    if extension.barred is not None:
        return f"barred by {extension.barred}"
    said = []
    if extension.court is not None:
        said.append(f"court: {extension.court}")
    if extension.agreement is not None:
        said.append(f"agreement: {extension.agreement}")
    where = f" ({extension.cite})" if extension.cite else ""
    return f"{'; '.join(said) or 'see the rule'}{where}"
