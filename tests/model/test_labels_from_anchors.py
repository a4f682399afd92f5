"""A deadline is for nobody who may not know of what it runs from."""

from __future__ import annotations

from datetime import date

import pytest

import legalcase.model as m
from case_files import DAY, NOON, after, computation, joined, opened
from legalcase.kernel import Draft, Label, Ref
from legalcase.kernel.events.label import PUBLIC

HIDDEN = Label(audience="client", ground="settlement")
ANCHORS = (m.Anchor("offer-of-judgment-served", Ref("event", "paper")),)


def _set(label: Label | None = None) -> m.DeadlineSet:
    basis = m.Computed(computation=computation(), anchors=ANCHORS)
    terms = m.DeadlineTerms(title="Accept the offer", basis=basis, label=label)
    return m.DeadlineSet(deadline_id="d", terms=terms, happened_on=DAY)


def _with(paper: Label | None, own: Label | None = None) -> m.CaseFile:
    served = m.Served(
        title="Offer",
        triggers=("offer-of-judgment-served",),
        label=paper,
        happened_on=DAY,
    )
    file = after(opened(), joined("roe", "plaintiff"))
    return after(file, Draft(served, event_id="paper"), _set(own))


@pytest.mark.parametrize("paper", [HIDDEN, Label(audience="court", ground="sealed")])
def test_it_bears_the_label_of_its_anchor(paper: Label) -> None:
    """That an offer is to be answered by some day tells that there is one."""
    assert _with(paper).case.deadlines["d"].label == paper


def test_what_runs_from_what_is_public_is_public() -> None:
    """And what somebody says of the deadline itself holds."""
    assert _with(None).case.deadlines["d"].label == PUBLIC
    party = Label(audience="party")
    assert _with(HIDDEN, party).case.deadlines["d"].label == party


def test_an_extension_keeps_it() -> None:
    """Though the stipulation from which the new date comes is hidden from nobody."""
    extended = m.DeadlineExtended(
        deadline_id="d",
        successor_id="d2",
        basis=m.Agreed(due=date(2026, 9, 1), authority="Stipulation"),
        happened_on=DAY,
    )
    file = after(_with(HIDDEN), extended)
    assert file.case.deadlines["d2"].label == HIDDEN
    assert after(_with(None), extended).case.deadlines["d2"].label == PUBLIC


def test_it_bears_that_of_a_hearing() -> None:
    """Counted back from one that is closed; what has no label says nothing."""
    hearing = m.HearingSet(
        hearing_id="h", title="Hearing", hearing_at=NOON, label=HIDDEN, happened_on=DAY
    )
    for anchor, label in (
        (Ref("hearing", "h"), HIDDEN),
        (Ref("party", "roe"), PUBLIC),
    ):
        basis = m.Computed(
            computation=computation(), anchors=(m.Anchor("hearing", anchor),)
        )
        terms = m.DeadlineTerms(title="Brief", basis=basis)
        set_ = m.DeadlineSet(deadline_id="d", terms=terms, happened_on=DAY)
        file = after(opened(), joined("roe", "plaintiff"), hearing, set_)
        assert file.case.deadlines["d"].label == label
