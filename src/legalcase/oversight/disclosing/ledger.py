"""disclosure: who owes which item to whom; disclosed: what was given, by what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.dates import as_date
from legalcase.model.case import Case
from legalcase.oversight.disclosing.given import Disclosed, DisclosedRow
from legalcase.oversight.disclosing.owed import (
    DutyStanding,
    OutstandingDisclosure,
    OutstandingDisclosures,
)
from legalcase.oversight.disclosing.standing import due_of, item_standing
from legalcase.oversight.seen import case_of, check_inside, is_admitted
from legalcase.practice.proof.disclosure.facet import DISCLOSURE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.model.case_file import CaseFile
    from legalcase.practice.proof.disclosure.state import DisclosureDuty

__all__ = ["Disclosures", "disclosed", "disclosure"]

#: What is said of a duty that goes on: nobody outside can say that it is met.
_AS_FAR_AS_KNOWN: Final = "nothing outstanding that we know of"


@frozen(repr=False)
class Disclosures:
    """The disclosures of a case, to be asked of a day. `disclosure` makes it."""

    case: Case = field(repr=False)

    def __repr__(self) -> str:
        """Return the case and how many duties."""
        duties = len(self.case[DISCLOSURE].duties)
        return f"<Disclosures of {self.case.case_id!r}: {duties} duties>"

    def outstanding(
        self, *, on: date, audience: str = "firm"
    ) -> OutstandingDisclosures:
        """Return who owes which item to whom on a day, since when and by when.

        A day that comes from a deadline is that of the deadline as it stands now.
        `audience` is ``"firm"`` or ``"owner"``: of a duty that it may not see, there
        are the ids and days alone. Raises `InvalidValueError` for an audience outside
        the firm.
        """
        day = as_date(on, "on")
        check_inside(audience, "What is owed in disclosure")
        rows = [
            row
            for duty in self.case[DISCLOSURE].duties
            if duty.is_owed(day)
            for row in _rows(self.case, duty, day, audience)
        ]
        rows.sort(key=lambda one: (one.due_on or date.max, one.duty_id))
        return OutstandingDisclosures(
            case_id=self.case.case_id, on=day, rows=tuple(rows)
        )

    def standings(self, *, on: date) -> tuple[DutyStanding, ...]:
        """Return where each duty that had arisen by a day stands on it."""
        day = as_date(on, "on")
        return tuple(
            _standing(self.case, duty, day)
            for duty in self.case[DISCLOSURE].duties
            if duty.arose_on <= day
        )


def _rows(
    case: Case, duty: DisclosureDuty, day: date, audience: str
) -> Iterator[OutstandingDisclosure]:
    may_see = is_admitted(duty.label, audience)
    due = due_of(case, duty)
    for number, item in enumerate(duty.items, 1):
        found = item_standing(case, duty, item, day)
        if found.is_owed:
            yield OutstandingDisclosure(
                duty_id=duty.duty_id,
                kind=duty.kind if may_see else "a disclosure",
                item=item if may_see else f"item {number}",
                owed_by=duty.owed_by,
                owed_to=duty.owed_to,
                since_on=duty.arose_on,
                due_on=due,
                is_over=due is not None and due < day,
                why=found.why if may_see else "not given",
                authority=duty.authority if may_see else None,
                evidence=(f"practice/disclosure-duty:{duty.duty_id}", *found.evidence),
            )


def _standing(case: Case, duty: DisclosureDuty, day: date) -> DutyStanding:
    items = {one: item_standing(case, duty, one, day) for one in duty.items}
    owed = tuple(name for name, one in items.items() if one.is_owed)
    waived = tuple(
        name for name, one in items.items() if not one.is_owed and not one.is_given
    )
    if not duty.is_owed(day):
        state = "ended"
    elif owed:
        state = "outstanding"
    else:
        state = _AS_FAR_AS_KNOWN if duty.is_continuing else "complete"
    kept = [
        one
        for one in case[DISCLOSURE].withheld
        if one.duty_id == duty.duty_id and one.holds(day)
    ]
    return DutyStanding(
        duty_id=duty.duty_id,
        kind=duty.kind,
        owed_by=duty.owed_by,
        owed_to=duty.owed_to,
        state=state,
        outstanding=owed if duty.is_owed(day) else (),
        waived=waived,
        kept_back=len(kept),
    )


def disclosure(case: Case | CaseFile) -> Disclosures:
    """Return the disclosures of a case, to be asked what is outstanding on a day.

    Raises `InvalidTypeError` for a case that was read without the room
    `practice.DISCLOSURE`.
    """
    found = case_of(case)
    found[DISCLOSURE]  # whoever has not the room learns it here
    return Disclosures(found)


def disclosed(
    case: Case | CaseFile, *, duty: str | None = None, to: str | None = None
) -> Disclosed:
    """Return the ledger: what was given, to whom, when, and by which paper.

    Of one duty, or of what is owed to one party, where those are given. Raises
    `UnknownNameError` for a duty that there is not, and `InvalidTypeError` for a case
    that was read without the room `practice.DISCLOSURE`.
    """
    found = case_of(case)
    ledger = found[DISCLOSURE]
    duties = tuple(ledger.duties) if duty is None else (ledger.duties[duty],)
    rows = [
        DisclosedRow(
            on=step.on,
            duty_id=one.duty_id,
            kind=one.kind,
            item=item,
            what=step.what,
            way=step.way,
            owed_by=one.owed_by,
            owed_to=one.owed_to,
            by_event=step.by_event,
            documents=step.documents,
            event_id=step.event_id,
        )
        for one in duties
        if to is None or to in one.owed_to
        for step in one.steps
        for item in step.items
    ]
    rows.sort(key=lambda row: (row.on, row.duty_id))
    return Disclosed(case_id=found.case_id, rows=tuple(rows))
