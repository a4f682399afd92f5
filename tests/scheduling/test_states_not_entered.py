"""A court of a state of which no rule is entered: what federal law has due there."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest

import legalcase as lc
import legalcase.model as m
from every_one import for_each
from legalcase.courts.states import STATES, state_of
from schedule_cases import BY, LAW, party, served

DAY = date(2026, 6, 3)
REMOVAL = "us/28-usc/1446(b)(1)"


def before(court: str, proceeding: str = "civil") -> m.CaseFile:
    """Acme, our client, was served in a case before a court."""
    opened = m.CaseOpened(
        caption="Roe v. Acme",
        court=court,
        number="1",
        proceeding=proceeding,
        happened_on=DAY,
    )
    file = m.CaseFile.open(opened, case_id="roe", law=LAW, **BY)
    return file.record(
        party("roe", "plaintiff"),
        party("acme", "defendant", is_client=True),
        served("s", "summons-served", "roe", ["acme"], DAY),
        law=LAW,
        **BY,
    )


@cache
def entered() -> frozenset[str]:
    """The jurisdictions of which deadlines are entered."""
    return frozenset(rule.jurisdiction for rule in LAW.deadlines())


@for_each("state", sorted(STATES))
def test_removal_is_proposed_in_the_court_of_every_state(state: str) -> None:
    """28 U.S.C. 1446 is federal law; of the state's own it is said what is missing."""
    schedule = lc.schedule(before(f"{state}/some-court"), LAW)
    (row,) = schedule.of_rule(REMOVAL)
    assert (row.state, row.owed_by, row.law.cite) == (
        "new",
        ("acme",),
        "28 U.S.C. § 1446(b)(1)",
    )
    assert row.shown is not None
    # Thirty days from the service are a Friday on which Independence Day is observed.
    assert DAY + timedelta(days=30) <= row.shown <= date(2026, 7, 6)
    (said,) = [one for one in schedule.notices if one.code == "court-unknown"]
    if state not in entered():
        # Its legal holidays alone are none of its rules.
        assert f"nor any rule of {state}" in said.text
        assert "federal law" in said.text


def test_of_wyoming_only_what_is_federal_is_listed() -> None:
    """To the day: the thirtieth is 3 July, the day observed; the next is a Monday."""
    schedule = lc.schedule(before("us-wy/laramie"), LAW)
    assert {row.rule.partition("/")[0] for row in schedule.rows} == {"us"}
    (row,) = schedule.of_rule(REMOVAL)
    assert row.shown == date(2026, 7, 6)
    (draft,) = schedule.of_rule(REMOVAL).events(on=DAY)
    file = before("us-wy/laramie").record(draft, law=LAW, **BY)
    assert lc.schedule(file, LAW).of_rule(REMOVAL)[0].state == "set"
    assert not lc.reschedule(file, LAW).moved
    assert not lc.reschedule(file, LAW).void


@pytest.mark.parametrize("court", ["us-wy/laramie"])
def test_nothing_is_removed_that_is_no_civil_action(court: str) -> None:
    """28 U.S.C. 1446(b) speaks of a civil action."""
    schedule = lc.schedule(before(court, "criminal"), LAW)
    assert not schedule.of_rule(REMOVAL)


@pytest.mark.parametrize(
    ("court", "state"),
    [
        ("us-wy/laramie", "us-wy"),
        ("us-dc/superior", "us-dc"),
        ("us-zz/high", None),
        ("us/txsd", None),
        ("de-by/x", None),
        (None, None),
    ],
)
def test_a_state_is_told_by_the_id_of_its_court(
    court: str | None, state: str | None
) -> None:
    """The fifty, the District of Columbia, and the territories."""
    assert state_of(court) == state
    assert len(STATES) == 56


def test_a_court_of_no_state_gets_no_removal() -> None:
    """There is nothing to remove it from."""
    opened = m.CaseOpened(
        caption="Roe v. Acme", court="it/roma", proceeding="civil", happened_on=DAY
    )
    file = m.CaseFile.open(opened, case_id="roe", law=LAW, **BY).record(
        party("roe", "plaintiff"),
        party("acme", "defendant", is_client=True),
        served("s", "summons-served", "roe", ["acme"], DAY),
        **BY,
    )
    assert not lc.schedule(file, LAW).of_rule(REMOVAL)
