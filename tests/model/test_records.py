"""The records: holds, how long the file is kept, what is left of what was destroyed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import legalcase.model as m
from case_files import CANARY, DAY, after, opened
from legalcase.dates import Period
from legalcase.errors import (
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
)

ON: dict[str, Any] = {"happened_on": DAY}
HOLD = m.LegalHoldIssued(hold_id="h-1", custodian_ids=("doe", "mail"), **ON)
KEPT = m.RetentionSet(
    retention_class="client-file",
    period=Period(5, "year"),
    authority="Model Rule 1.15(a)",
    **ON,
)
OURS = m.Engaged(without_review="Taken over", **ON)


def closing(on: date = DAY) -> list[Any]:
    """How an engagement comes to its end."""
    return [
        m.EngagementOpened(**ON),
        m.EngagementClosingBegun(**ON),
        m.EngagementClosed(happened_on=on),
    ]


def destroyed(item_id: str = "box", **said: Any) -> m.RecordDestroyed:
    """What was destroyed by the schedule."""
    given: dict[str, Any] = {
        "authority": f"Schedule {CANARY}",
        "approved_by": f"A. Partner {CANARY}",
        **ON,
        **said,
    }
    return m.RecordDestroyed(item_id=item_id, **given)


def test_a_hold_waits_for_each_custodian_and_is_never_deleted() -> None:
    """Who acknowledged it, and when; released, it is still there."""
    file = after(opened(), HOLD)
    later = DAY + timedelta(days=2)
    said = m.LegalHoldAcknowledged(hold_id="h-1", custodian_id="doe", happened_on=later)
    file = after(file, said)
    hold = file.case.records.holds["h-1"]
    assert hold.unacknowledged == ("mail",)
    assert hold.acknowledged[0].on == later
    with pytest.raises(InvalidValueError, match="it waits for mail"):
        after(file, said)
    more = m.CustodiansAdded(hold_id="h-1", custodian_ids=("roe", "doe"), **ON)
    file = after(file, more)
    assert file.case.records.holds["h-1"].unacknowledged == ("mail", "roe")
    file = after(file, m.LegalHoldReleased(hold_id="h-1", **ON))
    assert file.case.records.holds["h-1"].released_on == DAY
    assert not file.case.records.active_holds
    with pytest.raises(IllegalTransitionError, match="is released"):
        after(file, said)


def test_invariant_33_nothing_is_destroyed_under_a_hold() -> None:
    """Refused, and listed as missing; what is gone nevertheless was lost."""
    file = after(opened(), HOLD)
    with pytest.raises(IllegalTransitionError, match="held by h-1"):
        after(file, destroyed())
    rows = file.possible(by="a", at=file.case.recorded_at)
    (missing, _) = (row.missing for row in rows if row.kind == "record-destroyed")
    assert missing == ("the release of the legal hold h-1",)
    gone = after(file, m.RecordLost(item_id="box", ground="Flood", **ON))
    stone = gone.case.records.tombstones["box"]
    assert stone.was_lost
    assert stone.was_held
    free = after(file, m.LegalHoldReleased(hold_id="h-1", **ON), destroyed())
    assert not free.case.records.tombstones["box"].was_lost


@given(
    case=st.none() | st.integers(0, 400),
    ours=st.none() | st.integers(0, 400),
    given_back=st.lists(st.integers(0, 900), max_size=3),
    years=st.integers(1, 10),
)
def test_invariant_34_the_time_runs_from_the_last_of_all(
    case: int | None, ours: int | None, given_back: list[int], years: int
) -> None:
    """The later of the close and the last distribution; kept through the whole period.

    In whatever order they were recorded.
    """
    events: list[Any] = []
    if ours is not None:
        events += [OURS, *closing(DAY + timedelta(days=ours))]
    events += [
        m.PropertyDistributed(happened_on=DAY + timedelta(days=each))
        for each in given_back
    ]
    if case is not None:
        on = DAY + timedelta(days=case)
        events += [
            m.CaseDisposed(disposition="Settled", **ON),
            m.CaseClosed(happened_on=on),
        ]
    kept = m.RetentionSet(
        retention_class="file", period=Period(years, "year"), authority="Rule", **ON
    )
    records = after(opened(), *events, kept).case.records
    closed = [each for each in (case, ours) if each is not None]
    if not closed:
        assert records.start_on is None
        assert records.eligible_on is None
        return
    start = DAY + timedelta(days=max([*closed, *given_back]))
    assert records.start_on == start
    assert records.kept_through is not None
    assert records.kept_through.year == start.year + years
    eligible = records.eligible_on
    assert eligible == records.kept_through + timedelta(days=1)
    before = eligible - timedelta(days=1)
    assert records.status_on(before) is m.RecordsStatus.RETAINED
    assert records.status_on(eligible) is m.RecordsStatus.ELIGIBLE


def test_invariant_34_a_tombstone_says_what_by_what_right_and_by_whom() -> None:
    """Id, digest, authority, approver: in the log, and in the state."""
    done = [
        m.CaseDisposed(disposition="Settled", **ON),
        m.CaseClosed(**ON),
        KEPT,
    ]
    digest = "ab" * 32
    file = after(opened(), *done, destroyed(digest=digest))
    stone = file.case.records.tombstones["box"]
    assert (stone.item_id, stone.digest) == ("box", digest)
    assert stone.authority is not None
    assert stone.approved_by is not None
    assert stone.event_id == file.log[-1].event_id
    assert not stone.was_eligible
    assert CANARY not in repr(stone)
    late = date(2031, 6, 4)
    assert file.case.records.eligible_on == late
    at_last = after(file, destroyed("all", is_whole_file=True, happened_on=late))
    assert at_last.case.records.tombstones["all"].was_eligible
    assert at_last.case.records.status_on(late) is m.RecordsStatus.DESTROYED
    with pytest.raises(IllegalTransitionError, match="'roe' is destroyed"):
        after(at_last, destroyed("more", happened_on=late))
    with pytest.raises(InvalidValueError, match="there already"):
        after(file, destroyed())


def test_the_file_is_in_use_while_we_act() -> None:
    """Until the representation ends, and again when it begins anew."""
    closed = [m.CaseDisposed(disposition="Settled", **ON), m.CaseClosed(**ON)]
    file = after(opened(), KEPT, OURS, *closed)
    assert file.case.records.start_on is None
    file = after(file, *closing(DAY + timedelta(days=9)))
    assert file.case.records.start_on == DAY + timedelta(days=9)
    review = [
        m.ConflictReviewBegun(review_id="r", **ON),
        m.ConflictReviewCleared(review_id="r", **ON),
    ]
    again = after(file, *review, m.EngagementReopened(**ON))
    assert again.case.records.start_on is None
    # A case that is reopened while we do not act any more goes on without us.
    reopened = after(file, m.CaseReopened(**ON))
    assert reopened.case.records.start_on == DAY + timedelta(days=9)
    declined = after(opened(), m.InquiryMade(**ON), m.EngagementDeclined(**ON))
    assert declined.case.records.start_on == DAY
    assert declined.case.records.status_on(DAY) is m.RecordsStatus.RETAINED


def test_the_class_that_lasts_longest_decides() -> None:
    """Of several; the same class again has another period."""
    wills = m.RetentionSet(
        retention_class="will", period=Period(100, "month"), authority="Firm", **ON
    )
    file = after(
        opened(),
        m.CaseDisposed(disposition="Settled", **ON),
        m.CaseClosed(**ON),
        KEPT,
        wills,
    )
    assert file.case.records.kept_through == date(2034, 10, 3)
    shorter = m.RetentionSet(
        retention_class="will", period=Period(2, "week"), authority="Firm", **ON
    )
    assert after(file, shorter).case.records.kept_through == date(2031, 6, 3)
    leap = m.Retention(
        retention_class="a", period=Period(1, "year"), authority="A", set_on=DAY
    )
    assert leap.kept_through(date(2028, 2, 29)) == date(2029, 2, 28)


def test_what_no_record_is_kept_by_is_refused() -> None:
    """Court days, a digest that is none, a day that is none."""
    with pytest.raises(InvalidValueError, match="counted in 'court day'"):
        m.RetentionSet(
            retention_class="a", period=Period(5, "court day"), authority="A", **ON
        )
    with pytest.raises(InvalidValueError, match="no SHA-256 digest"):
        destroyed(digest="abc")
    with pytest.raises(InvalidTypeError):
        m.Records().status_on("2026-06-03")  # type: ignore[arg-type]  # refused here
