"""in_clear: rows of a case whose lines are sealed, with no more than was allowed."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.errors import InvalidValueError
from legalcase.ports.rows import DueRow
from legalcase.shown import shown
from legalcase.storage.projecting.values import Projected

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

__all__ = ["CLEAR", "in_clear"]

#: What can be kept in clear beside ids, what is open, and the version.
CLEAR: Final = frozenset({"assignee", "due", "status"})


def in_clear(projected: Projected, clear: AbstractSet[str]) -> Projected:
    """Return the rows with nothing in them but ids, what is open, and what is `clear`.

    ``"due"`` are the dates and instants, with the bound that says what they mean;
    ``"status"`` that of the case and the states of what is due; ``"assignee"`` who
    answers for what. How many deadlines are open can be counted, and stays. Raises
    `InvalidValueError` for another word.
    """
    for word in clear:
        if word not in CLEAR:
            msg = (
                f"{shown(word)} cannot be kept in clear. Use some of "
                f"{', '.join(sorted(CLEAR))}, or none."
            )
            raise InvalidValueError(msg, field="clear", value=word)
    case = projected.case
    is_due, is_status = "due" in clear, "status" in clear
    is_assignee = "assignee" in clear
    row = evolve(
        case,
        status=case.status if is_status else "",
        caption=None,
        number=None,
        court=None,
        stage=None,
        engagement=None,
        clients=(),
        assignees=case.assignees if is_assignee else (),
        next_due=case.next_due if is_due else None,
        is_sealed=True,
    )
    dues = {
        key: DueRow(
            case_id=one.case_id,
            what=one.what,
            item_id=one.item_id,
            due=one.due if is_due else None,
            at=one.at if is_due else None,
            is_open=one.is_open,
            state=one.state if is_status else "",
            bound=one.bound if is_due else "",
            title=None,
            rule=None,
            assignees=one.assignees if is_assignee else (),
            critical=False,
            audience="",
        )
        for key, one in projected.dues.items()
    }
    kept = [one for one in projected.attributes if one.name in clear]
    return Projected(case=row, dues=MappingProxyType(dues), attributes=frozenset(kept))
