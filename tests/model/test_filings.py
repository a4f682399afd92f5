"""Filings: from the draft to the docket, and back from the clerk."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

import legalcase.model as m
from case_files import CANARY, DAY, PACIFIC, after, joined, opened, ordered, set_
from legalcase.errors import (
    IllegalTransitionError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.kernel import Draft, Ref

ON: dict[str, Any] = {"filing_id": "answer", "happened_on": DAY}
HANDED_IN = Draft(
    m.FilingSubmitted(
        filing_id="answer",
        happened_on=DAY,
        happened_at=datetime(DAY.year, DAY.month, DAY.day, 23, 50, tzinfo=PACIFIC),
        transaction=f"T {CANARY}",
    ),
    event_id="handed-in",
)
REJECTED = m.FilingRejected(reason=f"Fee {CANARY}", **ON)


def drafted(*events: Any) -> m.CaseFile:
    """An answer that is being written."""
    draft = m.FilingDrafted(
        title=f"Answer {CANARY}",
        by=("acme",),
        triggers=("answer-filed",),
        about=(Ref("event", "complaint"),),
        documents=("d",),
        **ON,
    )
    complaint = m.Filed(title="Complaint", by=("roe",), happened_on=DAY)
    paper = m.DocumentCreated(
        document_id="d", kind="answer", title="Answer", happened_on=DAY
    )
    people = (joined("roe", "plaintiff"), joined("acme"))
    first = Draft(complaint, event_id="complaint")
    return after(opened(), *people, first, paper, draft, *events)


def submitted(*events: Any) -> m.CaseFile:
    """It was read, signed and handed in."""
    return drafted(
        m.FilingSentForReview(reviewer=f"P {CANARY}", **ON),
        m.FilingSigned(signed_by=f"L {CANARY}", **ON),
        HANDED_IN,
        *events,
    )


def test_a_filing_goes_its_way_to_the_docket() -> None:
    """It is the entry that the clerk made of it; its papers are of that entry."""
    file = submitted()
    filing = file.case.filings["answer"]
    assert (str(filing.state), filing.was_reviewed) == ("submitted", True)
    taken = DAY + timedelta(days=1)
    events = m.filing_accepted(
        file.case,
        "answer",
        entry_id="entry",
        filed_on=DAY,
        accepted_on=taken,
        number="7",
        sequence=9,
    )
    file = after(file, *events)
    filing = file.case.filings["answer"]
    assert (str(filing.state), filing.entry_id) == ("accepted", "entry")
    assert not filing.is_open
    (one,) = filing.submissions
    assert (one.outcome, one.answered_on) == ("accepted", taken)
    entry = file.case.docket["entry"]
    assert (entry.happened_on, entry.entered_on, entry.number) == (DAY, taken, "7")
    assert (entry.by, entry.triggers) == (("acme",), ("answer-filed",))
    assert (entry.about, entry.documents) == (("event:complaint",), ("d",))
    assert entry.label.admits("public")
    assert not filing.label.admits("client")
    assert [one.document_id for one in file.case.documents.about(Ref("event", "entry"))]
    assert CANARY not in repr(filing)


def test_a_rejected_filing_is_a_draft_again_and_keeps_what_was_said() -> None:
    """A signature is gone with the text that was signed."""
    file = submitted(REJECTED)
    filing = file.case.filings["answer"]
    assert (str(filing.state), filing.submissions[0].reason) == (
        "rejected",
        f"Fee {CANARY}",
    )
    with pytest.raises(IllegalTransitionError, match="FilingAbandoned, FilingReturned"):
        after(file, m.FilingSigned(signed_by="L", **ON))
    file = after(file, m.FilingReturned(**ON))
    filing = file.case.filings["answer"]
    assert (str(filing.state), filing.signed_by) == ("draft", None)
    assert not filing.was_reviewed
    again = m.FilingSubmitted(**ON)
    file = after(file, m.FilingSigned(signed_by="L", **ON), again)
    outcomes = [one.outcome for one in file.case.filings["answer"].submissions]
    assert outcomes == ["rejected", None]


@pytest.mark.parametrize(
    ("event", "allowed"),
    [
        (m.FilingSubmitted(**ON), "FilingAbandoned, FilingSentForReview, FilingSigned"),
        (REJECTED, "FilingSentForReview"),
    ],
)
def test_what_cannot_follow_says_what_can(event: Any, allowed: str) -> None:
    """A draft is not handed in before it is signed."""
    with pytest.raises(IllegalTransitionError, match=allowed):
        after(drafted(), event)


def test_what_is_accepted_is_a_filing_on_the_docket() -> None:
    """No service, and nothing that is not there."""
    service = Draft(m.Served(title="S", happened_on=DAY), event_id="service")
    file = submitted(service)
    with pytest.raises(InvalidValueError, match="'service' is no filing on the docke"):
        after(file, m.FilingAccepted(entry_id="service", **ON))
    with pytest.raises(UnknownNameError):
        after(file, m.FilingAccepted(entry_id="none", **ON))
    with pytest.raises(UnknownNameError, match="There is no filing 'anser'"):
        m.filing_accepted(file.case, "anser", entry_id="e", filed_on=DAY)


MET = m.DeadlineMet(
    deadline_id="d-1",
    met_by="clerk",
    by_event=Ref("event", "handed-in"),
    happened_on=DAY,
)


def test_a_rejected_filing_meets_no_deadline() -> None:
    """What it had met is open again; it meets nothing afterwards."""
    due = set_("d-1", ordered(DAY + timedelta(days=1)), owed_by=("acme",))
    file = after(submitted(), due, MET)
    assert file.case.deadlines["d-1"].state == "met"
    file = after(file, REJECTED)
    deadline = file.case.deadlines["d-1"]
    assert (str(deadline.outcome), deadline.review.state) == ("open", "needs-review")
    assert deadline.review.because == (file.log[-1].event_id,)
    with pytest.raises(InvalidValueError, match="handed in and not rejected"):
        after(file, MET)


def test_what_was_accepted_and_struck_meets_nothing_either() -> None:
    """Whether the deadline refers to the entry or to the handing in."""
    due = set_("d-1", ordered(DAY + timedelta(days=1)), owed_by=("acme",))
    file = after(submitted(), due, MET)
    taken = m.filing_accepted(file.case, "answer", entry_id="entry", filed_on=DAY)
    file = after(file, *taken)
    assert file.case.deadlines["d-1"].state == "met"
    file = after(file, m.EntryStruck(entry_id="entry", happened_on=DAY))
    assert str(file.case.deadlines["d-1"].outcome) == "open"
    assert str(file.case.filings["answer"].state) == "accepted"
    assert not file.case.docket["entry"].stands


def test_an_entry_meets_a_deadline_whatever_else_is_handed_in() -> None:
    """The docket shows it, as it did before there were filings."""
    due = set_("d-1", ordered(DAY + timedelta(days=1)), owed_by=("roe",))
    shown = m.DeadlineMet(
        deadline_id="d-1",
        met_by="clerk",
        by_event=Ref("event", "complaint"),
        happened_on=DAY,
    )
    file = after(submitted(), due, shown)
    assert file.case.deadlines["d-1"].state == "met"
    assert after(file, REJECTED).case.deadlines["d-1"].state == "met"


def test_what_another_hands_in_meets_no_deadline_of_mine() -> None:
    """As with an entry of the docket."""
    due = set_("d-1", ordered(DAY + timedelta(days=1)), owed_by=("roe",))
    with pytest.raises(InvalidValueError, match="owed by roe"):
        after(submitted(), due, MET)


def test_what_is_not_filed_is_abandoned() -> None:
    """And not handed in any more."""
    file = drafted(m.FilingAbandoned(**ON))
    assert not file.case.filings["answer"].is_open
    with pytest.raises(IllegalTransitionError, match="Nothing follows from there"):
        after(file, m.FilingSigned(signed_by="L", **ON))
