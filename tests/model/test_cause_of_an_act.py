"""The event because of which an act is done can be one of the act itself."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from legalcase.errors import UnknownNameError
from legalcase.kernel import Draft, Ref
from legalcase.model import (
    CaseFile,
    CaseOpened,
    DeadlineExtended,
    DeadlineSet,
    DeadlineTerms,
    Ordered,
    OrderEntered,
)

DAY = date(2026, 6, 3)
NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)


def file_with_a_deadline() -> CaseFile:
    """A case with one deadline."""
    file = CaseFile.open(
        CaseOpened(caption="Roe v. Acme", number="1", happened_on=DAY),
        case_id="roe",
        by="clerk",
        at=NOON,
    )
    basis = Ordered(due=date(2026, 7, 1), authority="Order no. 3")
    terms = DeadlineTerms(title="Answer", basis=basis)
    return file.record(
        DeadlineSet(deadline_id="answer", terms=terms, happened_on=DAY),
        by="clerk",
        at=NOON,
    )


def test_an_order_is_the_cause_of_what_is_recorded_with_it_and_not_of_itself() -> None:
    """An order and the extension that it grants, in one act."""
    order = Ref("event", "order-1")
    file = file_with_a_deadline().record(
        Draft(OrderEntered(title="Order", happened_on=DAY), event_id="order-1"),
        DeadlineExtended(
            deadline_id="answer",
            successor_id="answer-2",
            basis=Ordered(due=date(2026, 8, 3), order=order),
            order=order,
            happened_on=DAY,
        ),
        by="clerk",
        at=NOON,
        cause="order-1",
    )
    assert [line.cause for line in file.pending[-2:]] == [None, "order-1"]


def test_a_cause_that_nobody_recorded_is_refused() -> None:
    """The message says what is not known."""
    with pytest.raises(UnknownNameError, match="There is no event 'order-2'"):
        file_with_a_deadline().record(
            OrderEntered(title="Order", happened_on=DAY),
            by="clerk",
            at=NOON,
            cause="order-2",
        )
