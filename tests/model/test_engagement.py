"""The engagement: from inquiry to closing, with conflict reviews before it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

import legalcase.model as m
from case_files import CANARY, DAY, after, joined, opened
from legalcase.errors import (
    IllegalTransitionError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.kernel import Draft, Label, Ref

ON: dict[str, Any] = {"happened_on": DAY}


def reviewed(review_id: str = "r-1") -> list[Any]:
    """A conflict review that found nothing."""
    return [
        m.ConflictReviewBegun(review_id=review_id, **ON),
        m.ConflictReviewCleared(review_id=review_id, **ON),
    ]


def engaged(**said: Any) -> m.CaseFile:
    """A matter in which we are engaged by a party of the case."""
    client = joined("acme", is_client=True)
    asked = m.InquiryMade(client_ids=("acme",), inquirer=f"A. Doe {CANARY}", **ON)
    terms = m.Engaged(scope=f"The defence {CANARY}", **said, **ON)
    return after(opened(), client, asked, *reviewed(), terms)


def closed() -> m.CaseFile:
    """A matter that was closed."""
    return after(
        engaged(),
        m.EngagementOpened(**ON),
        m.EngagementClosingBegun(ground="Done", **ON),
        m.EngagementClosed(**ON),
    )


def test_the_way_of_a_matter_has_its_days() -> None:
    """Each change with its day and its event; for whom, on which terms."""
    file = after(
        engaged(),
        m.EngagementOpened(**ON),
        m.EngagementPutOnHold(happened_on=DAY + timedelta(days=3)),
        m.EngagementResumed(happened_on=DAY + timedelta(days=9)),
    )
    engagement = file.case.engagement
    assert engagement is not None
    assert [str(one.to) for one in engagement.history] == [
        "inquiry",
        "conflict-review",
        "engaged",
        "open",
        "on-hold",
        "open",
    ]
    assert engagement.on("open") == (DAY, DAY + timedelta(days=9))
    assert engagement.client_ids == ("acme",)
    assert engagement.scope is not None
    assert not engagement.is_over
    assert CANARY not in repr(file.case.engagement)


def test_nobody_is_engaged_before_conflicts_were_looked_for() -> None:
    """Unless it is said why: the court appointed us, the matter was taken over."""
    file = after(opened(), m.InquiryMade(**ON))
    with pytest.raises(IllegalTransitionError, match="a conflict review that was"):
        after(file, m.Engaged(**ON))
    begun = after(file, reviewed()[0])
    with pytest.raises(IllegalTransitionError, match="a conflict review that was"):
        after(begun, m.Engaged(**ON))
    (row,) = (
        row
        for row in begun.possible(by="a", at=begun.case.recorded_at)
        if row.kind == "engaged"
    )
    assert "without_review" in row.missing[0]
    appointed = after(file, m.Engaged(without_review="Appointed", **ON))
    assert appointed.case.engagement is not None
    assert appointed.case.engagement.without_review == "Appointed"
    # A matter of another system begins with the engagement.
    taken_over = after(opened(), m.Engaged(without_review="Taken over", **ON))
    assert taken_over.case.engagement is not None
    assert len(taken_over.case.engagement.history) == 1


def test_what_was_declined_stays_so() -> None:
    """And says so, naming what could follow: nothing."""
    file = after(opened(), m.InquiryMade(**ON), m.EngagementDeclined(**ON))
    assert file.case.engagement is not None
    assert file.case.engagement.is_over
    with pytest.raises(IllegalTransitionError, match="Nothing follows from there"):
        after(file, m.InquiryMade(**ON))
    with pytest.raises(IllegalTransitionError, match="EngagementOpened"):
        after(engaged(), m.EngagementClosed(**ON))


def test_reopening_needs_a_new_review() -> None:
    """That from before the closing is of another time."""
    file = closed()
    with pytest.raises(IllegalTransitionError, match="after the closing"):
        after(file, m.EngagementReopened(**ON))
    again = reviewed("r-2")
    with pytest.raises(IllegalTransitionError, match="after the closing"):
        after(file, again[0], m.EngagementReopened(**ON))
    file = after(file, *again, m.EngagementReopened(**ON))
    engagement = file.case.engagement
    assert engagement is not None
    assert engagement.status is m.EngagementStatus.OPEN
    # A review that was open at the closing, and cleared after it, is an old one.
    old = after(
        engaged(),
        m.ConflictReviewBegun(review_id="late", **ON),
        m.EngagementOpened(**ON),
        m.EngagementClosingBegun(**ON),
        m.EngagementClosed(**ON),
        m.ConflictReviewCleared(review_id="late", **ON),
    )
    with pytest.raises(IllegalTransitionError, match="after the closing"):
        after(old, m.EngagementReopened(**ON))


def test_a_review_is_cleared_once_and_known() -> None:
    """Later ones, of parties who join, leave the matter where it is."""
    file = after(engaged(), m.ConflictReviewBegun(review_id="r-2", **ON))
    engagement = file.case.engagement
    assert engagement is not None
    assert engagement.status is m.EngagementStatus.ENGAGED
    assert [one.review_id for one in engagement.open_reviews] == ["r-2"]
    with pytest.raises(IllegalTransitionError, match="conflict review 'r-1'"):
        after(file, m.ConflictReviewCleared(review_id="r-1", **ON))
    with pytest.raises(UnknownNameError, match="conflict-review 'r-9'"):
        after(file, m.ConflictReviewCleared(review_id="r-9", **ON))
    with pytest.raises(InvalidValueError, match="no-conflict, consented, screened"):
        m.ConflictReviewCleared(review_id="r-2", cleared_as="fine", **ON)


def test_terms_change_and_refer_to_what_the_case_knows() -> None:
    """A fee agreement is something of this log, never a text about it."""
    note = m.NoteAdded(note_id="fee", text="Agreement", **ON)
    file = after(
        engaged(),
        note,
        m.EngagementTermsChanged(fee_agreement=Ref("note", "fee"), **ON),
    )
    engagement = file.case.engagement
    assert engagement is not None
    assert engagement.fee_agreement == "note:fee"
    assert engagement.client_ids == ("acme",)
    with pytest.raises(UnknownNameError):
        after(file, m.EngagementTermsChanged(fee_agreement=Ref("note", "other"), **ON))
    with pytest.raises(IllegalTransitionError, match="is none"):
        after(opened(), m.EngagementTermsChanged(scope="All", **ON))


def test_the_strictest_label_holds() -> None:
    """A line that is for its owner alone makes the engagement so."""
    change = m.EngagementTermsChanged(scope="All", **ON)
    file = after(engaged(), Draft(change, label=Label(audience="owner")))
    assert file.case.engagement is not None
    assert file.case.engagement.label == Label(audience="owner")
