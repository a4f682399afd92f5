"""A deadline of which the law leaves open what a stay does: somebody sees, by name."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from case_files import DAY, after, opened
from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel import Draft, Ref
from legalcase.model import (
    CaseFile,
    CaseReactivated,
    CaseStayed,
    DeadlineSet,
    DeadlineStayed,
    DeadlineTerms,
    Filed,
    Ordered,
)

STAY = Ref("event", "stay")


def stayed_case() -> CaseFile:
    """An active case with a deadline, stayed."""
    terms = DeadlineTerms(
        title="Answer",
        basis=Ordered(due=date(2026, 8, 3), authority="Order no. 3"),
    )
    return after(
        opened(),
        DeadlineSet(deadline_id="answer", terms=terms, happened_on=DAY),
        Draft(CaseStayed(ground="talks", happened_on=DAY), event_id="stay"),
    )


def stayed(**said: Any) -> DeadlineStayed:
    """The deadline's clock is stopped."""
    return DeadlineStayed(
        deadline_id="answer", ground="as ordered", happened_on=DAY, **said
    )


def test_what_a_stay_stopped_by_name_goes_on_when_it_is_lifted() -> None:
    """Without the reference it would stand still for ever, and nobody would know."""
    file = stayed_case()
    assert file.case.deadlines["answer"].state == "needs-review"
    file = after(file, stayed(stay=STAY))
    assert file.case.deadlines["answer"].stopped_by == ("stay",)
    file = after(file, CaseReactivated(happened_on=DAY))
    answer = file.case.deadlines["answer"]
    assert (answer.state, answer.review.state) == ("resumed", "needs-review")
    assert file.case.dates("answer").shown is None


def test_what_was_stopped_for_another_reason_stands_still() -> None:
    """The stay was not its ground, so that its end changes nothing."""
    file = after(stayed_case(), stayed(), CaseReactivated(happened_on=DAY))
    assert file.case.deadlines["answer"].state == "stopped"


def test_only_a_stay_that_holds_can_be_named() -> None:
    """Neither one that was lifted, nor a filing; nor the same one twice."""
    file = after(
        stayed_case(), Draft(Filed(title="Letter", happened_on=DAY), event_id="letter")
    )
    with pytest.raises(InvalidValueError, match="'letter' is no stay"):
        after(file, stayed(stay=Ref("event", "letter")))
    with pytest.raises(IllegalTransitionError, match="'stay' already"):
        after(file, stayed(stay=STAY), stayed(stay=STAY))
    lifted = after(file, CaseReactivated(happened_on=DAY))
    with pytest.raises(InvalidValueError, match="no stay of the case that holds"):
        after(lifted, stayed(stay=STAY))
