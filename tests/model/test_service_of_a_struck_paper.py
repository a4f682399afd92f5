"""A paper that was struck was served all the same; what runs from that is looked at."""

from __future__ import annotations

from datetime import date

from case_files import DAY, after, computation, joined, opened
from legalcase.kernel import Draft, Ref
from legalcase.model import (
    Anchor,
    Computed,
    DeadlineSet,
    DeadlineTerms,
    EntryStruck,
    Filed,
    Served,
)


def test_a_struck_counterclaim_sends_the_answer_to_it_to_review() -> None:
    """The period was counted from the service, which refers to the filing."""
    anchors = (Anchor("counterclaim-served", Ref("event", "service")),)
    basis = Computed(computation=computation(), anchors=anchors)
    other = Computed(computation=computation())
    file = after(
        opened(),
        joined("roe"),
        Draft(Filed(title="Counterclaim", happened_on=DAY), event_id="filing"),
        Draft(
            Served(
                title="Counterclaim",
                on=("roe",),
                about=(Ref("event", "filing"),),
                happened_on=DAY,
            ),
            event_id="service",
        ),
        *(
            DeadlineSet(
                deadline_id=name,
                terms=DeadlineTerms(title="Answer", basis=each),
                happened_on=DAY,
            )
            for name, each in (("answer", basis), ("another", other))
        ),
        Draft(
            EntryStruck(entry_id="filing", happened_on=date(2026, 6, 5)),
            event_id="strike",
        ),
    )
    assert file.case.deadlines["answer"].review.because == ("strike",)
    assert file.case.deadlines["another"].state == "proposed"
