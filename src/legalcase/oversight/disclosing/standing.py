"""Where an item of a disclosure stands on a day: given, waived, or owed, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.errors import LegalCaseError
from legalcase.practice.proof.disclosure.facet import DISCLOSURE

if TYPE_CHECKING:
    from datetime import date

    from legalcase.model.case import Case
    from legalcase.practice.proof.disclosure.state import (
        DisclosureDuty,
        DisclosureLedger,
        DisclosureStep,
    )

__all__ = ["ItemStanding", "due_of", "holds_waiver", "item_standing"]

#: By what an item is given.
_GIVEN = ("made", "received", "supplemented")
#: How a claim ends so that what was kept back is owed.
_FALLEN = ("overruled", "withdrawn")


@frozen(kw_only=True)
class ItemStanding:
    """Where an item stands: whether it is owed still, why, and by what that is shown.

    `is_given` says that it was given, and not waived; `evidence` are ids of lines.
    """

    is_owed: bool
    is_given: bool = False
    why: str
    evidence: tuple[str, ...] = ()


def due_of(case: Case, duty: DisclosureDuty) -> date | None:
    """Return when it is due: as its deadline stands now, or on a day of its own."""
    if duty.deadline_id is None:
        return duty.due_on
    try:
        return case.dates(duty.deadline_id).shown
    except LegalCaseError:
        return None


def item_standing(
    case: Case, duty: DisclosureDuty, item: str, day: date
) -> ItemStanding:
    """Return where an item of a duty stands on a day."""
    ledger = case[DISCLOSURE]
    steps = duty.steps_of(item, day)
    fallen = _fallen(ledger, duty, item, day)
    if fallen is not None:
        name, since = fallen
        if not any(one.what in _GIVEN and one.on >= since for one in steps):
            return ItemStanding(
                is_owed=True,
                why="what was kept back has to be given",
                evidence=(f"practice/withholding:{name}",),
            )
    found = _given(steps)
    if found is not None:
        return ItemStanding(is_owed=False, is_given=True, why="given", evidence=found)
    why = "not given"
    evidence: tuple[str, ...] = ()
    for one in steps:
        shown = (f"event:{one.event_id}",)
        if one.what == "waived":
            problem = holds_waiver(ledger, duty, one, day)
            if problem is None:
                return ItemStanding(is_owed=False, why="waived", evidence=shown)
            why, evidence = f"waived, which does not do: {problem}", shown
        elif one.what == "objected":
            why, evidence = "objected to", shown
        elif one.what in _GIVEN:
            why, evidence = "given in part", shown
    return ItemStanding(is_owed=True, why=why, evidence=evidence)


def _given(steps: tuple[DisclosureStep, ...]) -> tuple[str, ...] | None:
    """Return by which lines an item was given whole, or ``None``."""
    made = [one for one in steps if one.what == "made"]
    whole = [one for one in made if one.is_complete]
    if not made:
        whole = [one for one in steps if one.what == "received"]
    return tuple(f"event:{one.event_id}" for one in whole) or None


def _fallen(
    ledger: DisclosureLedger, duty: DisclosureDuty, item: str, day: date
) -> tuple[str, date] | None:
    """Return a claim to keep something back that fell by a day, and when."""
    for one in ledger.withheld:
        of_item = (one.duty_id, one.item) == (duty.duty_id, item)
        ended = one.ended_on
        if of_item and one.state in _FALLEN and ended is not None and ended <= day:
            return one.withholding_id, ended
    return None


def holds_waiver(
    ledger: DisclosureLedger, duty: DisclosureDuty, step: DisclosureStep, day: date
) -> str | None:
    """Return why a waiver relieves nobody, or ``None`` where it does."""
    way = step.way or ""
    if way not in duty.waivable:
        return "the rule has no such waiver"
    sides = (duty.owed_by, *duty.owed_to)
    asked = {"mutual": sides, "recipient": duty.owed_to}.get(way, ())
    lacking = [party for party in asked if party not in step.by]
    if lacking:
        return f"{', '.join(lacking)} did not waive"
    for kind in duty.waiver_needs if way == "mutual" else ():
        for party in sides:
            if not _has_given(ledger, kind, party, day):
                return f"{kind} of {party} is not shown as given"
    return None


def _has_given(ledger: DisclosureLedger, kind: str, party: str, day: date) -> bool:
    """Tell whether a party has given all of a sort of disclosure by a day."""
    duties = [
        one
        for one in ledger.duties
        if (one.kind, one.owed_by) == (kind, party) and one.arose_on <= day
    ]
    return bool(duties) and all(
        _given(one.steps_of(item, day)) is not None
        for one in duties
        for item in one.items
    )
