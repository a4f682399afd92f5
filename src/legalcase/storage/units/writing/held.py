"""Whether a person may be erased: a legal hold on a case that names them forbids it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.dates import own_day
from legalcase.errors import (
    IllegalTransitionError,
    InvalidValueError,
    MissingInputError,
)
from legalcase.model.holding import holds_naming
from legalcase.model.records.events import RecordLost

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["Despite", "lost_despite", "refuse_held"]

#: On what ground a hold is passed over, by whom, and when.
Despite = tuple[str | None, str | None, "datetime | None"]


def refuse_held(case: Case, ground: str | None) -> None:
    """Refuse to erase a case on which a legal hold is in force.

    No ground passes it: that a record was lost could be recorded nowhere. Raises
    `IllegalTransitionError`, and `InvalidValueError` for a ground.
    """
    holds = case.records.active_holds
    if holds:
        msg = (
            f"The legal hold {holds[0].hold_id!r} is in force on case "
            f"{case.case_id!r}. Record LegalHoldReleased first."
        )
        raise IllegalTransitionError(
            msg, subject=case.case_id, state="held", step="erase"
        )
    if ground is not None:
        msg = (
            f"No legal hold is in force on case {case.case_id!r}. Leave despite_hold= "
            "out."
        )
        raise InvalidValueError(msg, field="despite_hold", value=None)


def lost_despite(
    files: Iterable[CaseFile], entry_id: str, despite: Despite
) -> tuple[CaseFile, ...]:
    """Return the files of held cases, with the line that says what is lost and why.

    Raises `IllegalTransitionError` where a hold is in force and no ground was given,
    `MissingInputError` for a ground without who and when, and `InvalidValueError` for
    a ground where nothing is held.
    """
    ground, by, at = despite
    by_id = {file.case.case_id: file for file in files}
    holds = holds_naming([file.case for file in by_id.values()], entry_id)
    if ground is None:
        if holds:
            first = holds[0]
            msg = (
                f"{entry_id!r} is named in case {first.case_id!r}, on which the legal "
                f"hold {first.hold_id!r} is in force. Record LegalHoldReleased first, "
                "or give the ground on which it may be erased all the same: "
                "despite_hold=…, by=…, at=…."
            )
            raise IllegalTransitionError(
                msg, subject=entry_id, state="held", step="erase"
            )
        return ()
    if not holds:
        msg = (
            f"No legal hold is in force in a case that names {entry_id!r}. Leave "
            "despite_hold= out."
        )
        raise InvalidValueError(msg, field="despite_hold", value=None)
    if by is None or at is None:
        lacking = "by" if by is None else "at"
        msg = (
            f"{lacking}= is missing: that a record was lost despite a hold is recorded "
            "in each case. Say who decided it, and when: by=…, at=…."
        )
        raise MissingInputError(msg, field=lacking, value=None)
    event = RecordLost(item_id=entry_id, ground=ground, happened_on=own_day(at))
    names = dict.fromkeys(one.case_id for one in holds)
    return tuple(by_id[name].record(event, by=by, at=at) for name in names)
