"""Authority: citations, how they were verified, and questions that are disputed."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from legalcase.authority import HOW, Authority, Dispute, DisputedReading, weakest

DAY = date(2026, 6, 3)


def dispute(
    first: date | None = None,
    last: date | None = None,
    settled: tuple[tuple[str, str, str], ...] = (),
) -> Dispute:
    """A question with two answers."""
    reading = DisputedReading(
        name="yes", authority=Authority(cite="Re B"), change={"act": "file"}
    )
    return Dispute(
        id="q",
        kind="law",
        question="Is it so?",
        adopted="no",
        authority=Authority(cite="Re A"),
        readings=(reading,),
        first=first,
        last=last,
        settled=settled,
    )


def test_an_authority_says_its_citation() -> None:
    """Whose it is unless told otherwise: the caller's own."""
    order = Authority(cite="Gen. Order 14")
    assert (str(order), order.verified) == ("Gen. Order 14", "caller")
    assert order == Authority(cite="Gen. Order 14")
    assert order != Authority(cite="Gen. Order 14", verified="text")
    assert pickle.loads(pickle.dumps(order)) == order


@pytest.mark.parametrize(
    ("hows", "expected"),
    [
        ({"text"}, "text"),
        ({"text", "secondary"}, "secondary"),
        ({"text", "secondary", "recall"}, "recall"),
        ({"recall", "caller"}, "recall"),
        ({"caller"}, None),
        (set(), None),
    ],
)
def test_the_weakest_way_in_which_anything_was_verified(
    hows: set[str], expected: str | None
) -> None:
    """Memory before an account, an account before the text; the caller's is none."""
    assert weakest(hows) == expected
    assert HOW == ("text", "secondary", "recall")


@pytest.mark.parametrize(
    ("first", "last", "arises"),
    [
        (None, None, True),
        (DAY, None, True),
        (None, DAY, True),
        (DAY, DAY, True),
        (date(2026, 6, 4), None, False),
        (None, date(2026, 6, 2), False),
    ],
)
def test_a_question_arises_within_its_time(
    first: date | None, last: date | None, *, arises: bool
) -> None:
    """From its first trigger date through its last, both included."""
    assert dispute(first, last).applies_on(DAY) is arises


def test_a_question_is_settled_by_the_nearest_court() -> None:
    """The court itself before those above it, whatever the order of the entries."""
    settled = (
        ("us/ca9", "no", "Re High"),
        ("us/cand", "yes", "Re Low"),
        ("us/cadc", "yes", "Re Other"),
    )
    asked = dispute(settled=settled)
    assert asked.settled_for(("us/cand", "us/ca9")) == ("yes", "Re Low")
    assert asked.settled_for(("us/cacd", "us/ca9")) == ("no", "Re High")
    assert asked.settled_for(("us/nysd", "us/ca2")) is None
    assert asked.settled_for(()) is None


def test_a_reading_is_what_it_changes() -> None:
    """Another change is another reading, whatever it is called; it isn't printed."""
    one = dispute().readings[0]
    other = DisputedReading(name="yes", authority=Authority(cite="Re B"))
    assert one != other
    assert hash(one) == hash(other)
    assert "file" not in repr(one)
    assert dispute() == dispute()
    assert hash(dispute()) == hash(dispute())
