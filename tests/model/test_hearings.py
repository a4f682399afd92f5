"""Hearings: their kinds, their settings, what they need."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

import legalcase.model as m
from legalcase.errors import InvalidValueError, UnknownNameError
from legalcase.law.lawbook import Law

LAW = Law.bundled()
DAY = date(2026, 6, 3)
NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)
AT = datetime(2026, 11, 2, 17, tzinfo=UTC)


def opened() -> m.CaseFile:
    """A case in which nothing happened yet."""
    event = m.CaseOpened(caption="Roe v. Acme", happened_on=DAY)
    return m.CaseFile.open(event, case_id="roe", by="Clerk", at=NOON)


@pytest.mark.parametrize("kind", sorted(LAW.words("hearing")))
def test_every_kind_of_hearing_is_an_event_from_which_time_can_run(kind: str) -> None:
    """A trial is one whatever sits, and no kind is without a word."""
    triggers = LAW.hearing_triggers(kind)
    assert set(triggers) <= set(LAW.words("trigger"))
    assert (triggers == ("trial",)) is kind.startswith("trial-")


def test_a_kind_brings_its_triggers() -> None:
    """By any name of it; periods that run from a trial find no hearing."""
    trial = m.HearingSet.of_kind(
        "Court trial", LAW, hearing_id="t", title="T", hearing_at=AT, happened_on=DAY
    )
    assert (trial.kind, trial.triggers) == ("trial-bench", ("trial",))
    hearing = opened().record(trial, by="Clerk", at=NOON, law=LAW).case.hearings["t"]
    assert (hearing.kind, hearing.triggers) == ("trial-bench", ("trial",))
    assert hearing.is_trial
    with pytest.raises(UnknownNameError):
        m.HearingSet.of_kind(
            "tryal", LAW, hearing_id="t", title="T", hearing_at=AT, happened_on=DAY
        )


def test_a_trial_that_says_it_is_a_hearing_is_refused_where_the_law_is_at_hand() -> (
    None
):
    """Nothing counted back from the trial would be found; lint says so of what is."""
    event = m.HearingSet(
        hearing_id="t", title="T", kind="trial-jury", hearing_at=AT, happened_on=DAY
    )
    with pytest.raises(InvalidValueError, match="is the event trial, and this one"):
        opened().record(event, by="Clerk", at=NOON, law=LAW)
    file = opened().record(event, by="Clerk", at=NOON)
    (found,) = m.lint(file, LAW)
    assert (found.field, found.sort, found.word) == ("triggers", "trigger", "hearing")


def test_a_setting_without_a_kind_is_a_hearing() -> None:
    """As it was before there were kinds."""
    event = m.HearingSet(hearing_id="t", title="T", hearing_at=AT, happened_on=DAY)
    file = opened().record(event, by="Clerk", at=NOON, law=LAW)
    hearing = file.case.hearings["t"]
    assert (hearing.kind, hearing.triggers) == (None, ("hearing",))
    assert not hearing.is_trial
