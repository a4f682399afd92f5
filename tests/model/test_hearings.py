"""Hearings: their kinds, their settings, what they need."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import legalcase.model as m
from case_files import CANARY, DAY, NOON, after, joined, set_
from case_files import opened as file_opened
from legalcase.dates import Period
from legalcase.errors import (
    IllegalTransitionError,
    InvalidValueError,
    UnknownNameError,
)
from legalcase.kernel import Draft, Label, Ref
from legalcase.law.lawbook import Law

LAW = Law.bundled()
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


MOVED = datetime(2026, 12, 1, 17, tzinfo=UTC)


def trial(**said: Any) -> m.HearingSet:
    """A trial, in a courtroom."""
    given: dict[str, Any] = {
        "hearing_id": "trial",
        "title": f"Trial {CANARY}",
        "kind": "trial-jury",
        "triggers": ("trial",),
        "hearing_at": AT,
        "courtroom": f"5 {CANARY}",
        "happened_on": DAY,
        **said,
    }
    return m.HearingSet(**given)


def continued(to_at: datetime | None = MOVED, **said: Any) -> m.HearingContinued:
    """It was put off, at the request of a party."""
    given: dict[str, Any] = {"requested_by": ("acme",), "happened_on": DAY, **said}
    return m.HearingContinued(hearing_id="trial", to_at=to_at, **given)


def of_trial(*events: Any) -> m.CaseFile:
    """A case with a trial, and what happened to it."""
    order = Draft(m.OrderEntered(title="Order", happened_on=DAY), event_id="order")
    return after(file_opened(), joined("acme"), order, trial(), *events)


def test_every_setting_says_who_put_it_off_and_why() -> None:
    """And the first one stays: the certainty of trial dates is counted from it."""
    file = of_trial(
        continued(
            ground=f"Illness {CANARY}", by_order=Ref("event", "order"), good_cause=True
        )
    )
    hearing = file.case.hearings["trial"]
    assert (hearing.is_trial, len(hearing.settings)) == (True, 2)
    assert (hearing.first_at, hearing.at) == (AT, MOVED)
    first, last = hearing.settings
    (put_off,) = first.continued
    assert (put_off.requested_by, put_off.by_order) == (("acme",), "event:order")
    assert (put_off.good_cause, put_off.ground) == (True, f"Illness {CANARY}")
    assert put_off.event_id == last.set_by == file.log[-1].event_id
    assert last.continued == ()
    assert last.courtroom == first.courtroom
    assert CANARY not in repr(hearing)


def test_a_continuance_without_a_date_is_of_the_setting_before() -> None:
    """Until one is given; then both are noted there."""
    file = of_trial(continued(None), continued(MOVED, courtroom="6"))
    hearing = file.case.hearings["trial"]
    assert [len(one.continued) for one in hearing.settings] == [2, 0]
    assert hearing.setting.courtroom == "6"
    assert hearing.state == "set"


def test_a_mistaken_continuance_is_corrected_and_counts_no_setting() -> None:
    """It is no continuance back to the first date."""
    file = of_trial(continued())
    wrong = file.log[-1].event_id
    file = file.retract(wrong, ground="Other case", by="clerk", at=NOON)
    hearing = file.case.hearings["trial"]
    assert (len(hearing.settings), hearing.at) == (1, AT)
    assert hearing.settings[0].continued == ()


def test_the_settings_of_trials_are_counted_and_of_nothing_else() -> None:
    """A trial that was vacated and set anew was set twice, whatever its id."""
    later = DAY + timedelta(days=3)
    file = of_trial(
        m.HearingVacated(hearing_id="trial", happened_on=DAY),
        m.HearingSet(hearing_id="cmc", title="C", hearing_at=AT, happened_on=DAY),
        trial(hearing_id="trial-2", hearing_at=MOVED, happened_on=later),
    )
    found = m.trial_settings(file.case.hearings)
    assert [(one.at, one.set_on) for one in found] == [(AT, DAY), (MOVED, later)]
    assert m.trial_settings(file_opened().case.hearings) == ()


def test_a_hearing_moves_to_another_room_at_the_same_time() -> None:
    """It is the same setting; who says nothing is told so."""
    place = m.HearingPlaceChanged(hearing_id="trial", courtroom="9", happened_on=DAY)
    hearing = of_trial(place).case.hearings["trial"]
    assert (len(hearing.settings), hearing.setting.courtroom) == (1, "9")
    nothing = m.HearingPlaceChanged(hearing_id="trial", happened_on=DAY)
    with pytest.raises(InvalidValueError, match="Nothing is said of where"):
        of_trial(nothing)


def test_the_link_is_for_the_parties_whatever_the_hearing_is() -> None:
    """Unless somebody says otherwise; the stricter of both labels wins."""
    link = "https://court.example/j/1?pwd=2"
    file = after(file_opened(), trial(remote_link=link))
    hearing = file.case.hearings["trial"]
    assert hearing.label.admits("public")
    assert hearing.link_for("public") is None
    assert hearing.link_for("party") == hearing.link_for("firm") == link
    assert link not in repr(hearing)
    sealed = trial(remote_link=link, label=Label(audience="firm"))
    assert after(file_opened(), sealed).case.hearings["trial"].link_for("party") is None
    public = trial(remote_link=link, remote_label=Label(audience="public"))
    hearing = after(file_opened(), public).case.hearings["trial"]
    assert hearing.link_for("public") == link


def test_what_came_of_a_hearing_is_kept() -> None:
    """Who was there, and what the court said."""
    held = m.HearingHeld(
        hearing_id="trial", outcome="Verdict", present=("acme",), happened_on=DAY
    )
    hearing = of_trial(held).case.hearings["trial"]
    assert (hearing.state, hearing.outcome, hearing.present) == (
        "held",
        "Verdict",
        ("acme",),
    )


def test_a_hearing_to_which_nobody_came_can_be_set_again() -> None:
    """Who was absent stays with that setting; what rests on it is looked at."""
    absent = m.HearingNotAttended(hearing_id="trial", absent=("acme",), happened_on=DAY)
    week_before = m.Derived(
        follows=Ref("hearing", "trial"), period=Period.parse("7 days")
    )
    file = of_trial(set_("brief", week_before), absent)
    hearing = file.case.hearings["trial"]
    assert (str(hearing.state), hearing.has_date) == ("not-attended", False)
    assert file.case.dates("brief").due is None
    with pytest.raises(IllegalTransitionError, match="HearingContinued, HearingV"):
        after(file, m.HearingHeld(hearing_id="trial", happened_on=DAY))
    came = file.retract(file.log[-1].event_id, ground="Typo", by="clerk", at=NOON)
    assert came.case.dates("brief").due == AT.date() - timedelta(days=7)
    file = after(file, continued())
    hearing = file.case.hearings["trial"]
    assert (str(hearing.state), hearing.settings[0].absent) == ("set", ("acme",))
    assert file.case.dates("brief").due == MOVED.date() - timedelta(days=7)


def need(need_id: str = "n", **said: Any) -> m.HearingNeedStated:
    """An interpreter for a party."""
    given: dict[str, Any] = {"kind": "interpreter", "language": "es", **said}
    return m.HearingNeedStated(
        need_id=need_id,
        hearing_id="trial",
        for_parties=("acme",),
        happened_on=DAY,
        **given,
    )


def met(need_id: str = "n") -> m.HearingNeedMet:
    """Somebody saw to it."""
    return m.HearingNeedMet(need_id=need_id, met_by=f"I {CANARY}", happened_on=DAY)


def test_what_a_hearing_needs_is_unmet_until_somebody_saw_to_it() -> None:
    """Or it is not needed any more."""
    file = of_trial(need(), need("t", kind="transport", language=None))
    hearing = file.case.hearings["trial"]
    assert [one.need_id for one in m.unmet(hearing)] == ["n", "t"]
    assert CANARY not in repr(hearing)
    assert not hearing.needs[0].label.admits("party")
    file = after(file, met(), m.HearingNeedDropped(need_id="t", happened_on=DAY))
    hearing = file.case.hearings["trial"]
    assert m.unmet(hearing) == ()
    seen = hearing.needs[0].met
    assert seen is not None
    assert seen.for_at == AT
    failed = m.HearingNeedFailed(need_id="n", ground="Ill", happened_on=DAY)
    file = after(file, failed)
    assert [one.need_id for one in m.unmet(file.case.hearings["trial"])] == ["n"]
    with pytest.raises(IllegalTransitionError, match="is dropped"):
        after(file, met("t"))


def test_what_was_seen_to_for_one_day_is_not_for_another() -> None:
    """When the hearing moves, every need is open again; moved without a date, too."""
    file = of_trial(need(), met(), continued())
    hearing = file.case.hearings["trial"]
    assert [one.need_id for one in m.unmet(hearing)] == ["n"]
    assert hearing.needs[0].met is not None
    file = of_trial(need(), met(), continued(None))
    assert len(m.unmet(file.case.hearings["trial"])) == 1
    with pytest.raises(InvalidValueError, match="has no date"):
        after(file, met())
    held = m.HearingHeld(hearing_id="trial", happened_on=DAY)
    file = of_trial(need(), held)
    assert m.unmet(file.case.hearings["trial"]) == ()
    with pytest.raises(IllegalTransitionError, match="needs nothing any more"):
        after(file, need("late"))


def test_a_need_is_of_a_hearing_that_there_is() -> None:
    """By its id, which is given once in a case."""
    with pytest.raises(UnknownNameError, match="There is no hearing-need 'm'"):
        of_trial(need(), met("m"))
    with pytest.raises(InvalidValueError, match="is there already"):
        of_trial(need(), need())
