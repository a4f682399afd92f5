"""What the records hear: when we act, and when we are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from legalcase.kernel.events.event import Event
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.caseload.events import CaseClosed, CaseReopened
    from legalcase.model.records.state import Records

__all__ = ["acting", "case_closed", "case_reopened", "engagement_over"]


def case_closed(
    records: Records, event: CaseClosed, _: Recorded, __: Folded
) -> Records:
    """Return the records of a case with which we are done."""
    return evolve(records, case_closed_on=event.happened_on)


def case_reopened(
    records: Records, _: CaseReopened, __: Recorded, ___: Folded
) -> Records:
    """Return the records of a case that goes on, as to whomever: they are in use."""
    return evolve(records, case_closed_on=None)


def acting(records: Records, _: Event, __: Recorded, ___: Folded) -> Records:
    """Return the records of a matter in which we act, or act again."""
    return evolve(records, acts=True, engagement_closed_on=None)


def engagement_over(records: Records, event: Event, _: Recorded, __: Folded) -> Records:
    """Return the records of a matter in which we do not act any more, or never did."""
    return evolve(records, acts=False, engagement_closed_on=event.happened_on)
