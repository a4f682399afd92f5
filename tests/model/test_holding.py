"""Which legal holds are in force in cases that name somebody."""

from __future__ import annotations

from typing import Any

import pytest

import legalcase.model as m
from case_files import DAY, after, opened
from legalcase.errors import InvalidTypeError

ON: dict[str, Any] = {"happened_on": DAY}
HOLD = m.LegalHoldIssued(hold_id="hold-1", **ON)
ROE = "person:roe"


@pytest.mark.parametrize(
    "event",
    [
        m.PartyJoined(party_id="p", person=ROE, roles=("defendant",), **ON),
        m.JudgeAssigned(judge_id=ROE, **ON),
        m.CustodiansAdded(hold_id="hold-1", custodian_ids=(ROE,), **ON),
    ],
    ids=["party", "judge", "custodian"],
)
def test_whoever_a_held_case_names_by_id_is_found(event: Any) -> None:
    """In whatever room the id stands; no other id is."""
    case = after(opened(), HOLD, event).case
    (found,) = m.holds_naming([case], ROE)
    assert (found.case_id, found.hold_id) == ("roe", "hold-1")
    assert m.holds_naming([case], "person:ro") == ()
    released = m.LegalHoldReleased(hold_id="hold-1", **ON)
    assert m.holds_naming([after(opened(), HOLD, event, released).case], ROE) == ()


def test_a_case_without_a_hold_holds_nobody() -> None:
    """Though it names them."""
    joined = m.PartyJoined(party_id="p", person=ROE, roles=("defendant",), **ON)
    assert m.holds_naming([after(opened(), joined).case], ROE) == ()


@pytest.mark.parametrize(("cases", "name"), [(None, ROE), ("roe", ROE), ([], 7)])
def test_what_is_no_question_is_refused(cases: Any, name: Any) -> None:
    """With what to pass."""
    with pytest.raises(InvalidTypeError):
        m.holds_naming(cases, name)
