"""Cases before other courts: each by its own rules, calendars and local rules."""

from __future__ import annotations

from datetime import date
from typing import Any

import legalcase as lc
import legalcase.model as m
from schedule_cases import AT, BY, LAW, event, filed, party, ref, served

OPENED_ON = date(2026, 1, 5)


def before(court: str, *happened: Any, starter: str = "plaintiff") -> m.CaseFile:
    """A case of Roe against Acme, our client, before a court."""
    opened = m.CaseOpened(
        caption="Roe v. Acme",
        court=court,
        number="1",
        proceeding="civil",
        happened_on=OPENED_ON,
    )
    file = m.CaseFile.open(opened, case_id="roe", law=LAW, **BY)
    return file.record(
        party("roe", starter),
        party("acme", "defendant", is_client=True),
        *happened,
        law=LAW,
        **BY,
    )


def shown(file: m.CaseFile) -> dict[str, str]:
    """The days for a calendar of our client's rows, by rule."""
    return {row.rule: str(row.shown) for row in lc.schedule(file, LAW)}


def test_california() -> None:
    """Court days before a hearing, and the earlier of several services of entry."""
    hearing = m.HearingSet(
        hearing_id="h",
        title="Motion",
        hearing_at=AT.replace(month=11, day=3),
        about=(ref("motion"),),
        happened_on=date(2026, 6, 10),
    )
    word, day = "notice-of-entry-served-by-party", date(2026, 5, 4)
    file = before(
        "us-ca/lasc",
        served("s", "summons-served", "roe", ["acme"], date(2026, 4, 3)),
        event("j", m.JudgmentEntered(title="J", happened_on=date(2026, 5, 1))),
        served("n", word, "roe", ["acme"], day, "mail", ["j"]),
        filed("motion", "motion-filed", "acme", date(2026, 6, 10)),
        hearing,
    )
    found = shown(file)
    assert found["us-ca/ccp/412.20(a)(3)"] == "2026-05-04"
    assert found["us-ca/ccp/659(a)(2)"] == "2026-05-19"
    # The sixtieth day is the observed Independence Day.
    assert found["us-ca/crc/8.104(a)(1)"] == "2026-07-06"
    assert found["us-ca/ccp/1005(b)-reply"] == "2026-10-27"
    theirs = {row.rule: row for row in lc.schedule(file, LAW).others}
    assert str(theirs["us-ca/ccp/1005(b)-opposition"].shown) == "2026-10-21"
    assert theirs["us-ca/ccp/1005(b)-opposition"].owed_by == ("roe",)
    assert theirs["us-ca/ccp/660(c)"].who == "the court"


def test_england() -> None:
    """The twenty-eighth day is Easter Monday; what was served in time is met."""
    file = before(
        "gb-eaw/high-court",
        filed("c", "claim-form-issued", "roe", date(2026, 2, 2)),
        served("f", "claim-form-served", "roe", ["acme"], date(2026, 3, 2)),
        served("p", "particulars-served", "roe", ["acme"], date(2026, 3, 9)),
        starter="claimant",
    )
    found = shown(file)
    assert found["gb-eaw/cpr/15.4(1)(b)"] == "2026-04-07"
    assert found["gb-eaw/cpr/10.3(1)(a)"] == "2026-03-23"
    others = {row.rule: row.state for row in lc.schedule(file, LAW).others}
    assert others["gb-eaw/cpr/7.4(1)(b)"] == others["gb-eaw/cpr/7.5(2)"] == "met"


def test_germany() -> None:
    """A month from service; its grounds in two, off a Saturday."""
    day = date(2026, 3, 9)
    found = shown(
        before("de/lg-berlin-2", served("s", "judgment-served", "roe", ["acme"], day))
    )
    assert found["de/zpo/517"] == "2026-04-09"
    assert found["de/zpo/520(2)"] == "2026-05-11"


def test_a_stay_stops_the_time_and_its_end_sets_it_going() -> None:
    """Where the law says that it does; what it leaves open is said."""
    rule = "at/zpo/230(1)"
    day = date(2026, 3, 9)
    file = before("at/lgz-wien", served("s", "complaint-served", "roe", ["acme"], day))
    (row,) = lc.schedule(file, LAW).new
    assert (row.rule, str(row.shown)) == (rule, "2026-04-07")
    file = file.record(*lc.schedule(file, LAW).new.events(on=day), **BY)
    stay = m.CaseStayed(ground="bankruptcy", happened_on=date(2026, 3, 20))
    stayed = file.record(event("stay", stay), **BY)
    (row,) = lc.schedule(stayed, LAW).of_rule(rule)
    assert row.state == "not-running"
    (pinned,) = lc.reschedule(stayed, LAW).pinned
    assert pinned.reason == "its clock is stopped"
    lifted = stayed.record(m.CaseReactivated(happened_on=date(2026, 4, 20)), **BY)
    diff = lc.reschedule(lifted, LAW)
    (moved,) = diff.moved
    assert str(moved.after.shown) == "2026-05-07"
    assert "its time runs again" in moved.because
    after = lifted.record(*diff.events(), **BY)
    assert lc.reschedule(after, LAW).is_empty
    (row,) = lc.schedule(after, LAW).of_rule(rule)
    assert row.state == "set"
    assert [finding.code for finding in row.findings] == ["after-stay"]
    # Of most deadlines the law entered does not say what a stay does.
    federal = before(
        "us/cand",
        served("s", "summons-served", "roe", ["acme"], day),
        event("stay", stay),
    )
    codes = {f.code for row in lc.schedule(federal, LAW) for f in row.findings}
    assert "stayed" in codes


def test_what_is_behind_us_is_over_on_the_day_for_which_it_is_asked() -> None:
    """Without a day nothing is: a schedule knows no clock."""
    file = before(
        "us-ca/lasc", served("s", "summons-served", "roe", ["acme"], date(2026, 4, 3))
    )
    # Removal arises where the case is in a court of a state, and is counted as due in
    # the federal court to which it can go.
    rule = "us/28-usc/1446(b)(1)"
    (row,) = lc.schedule(file, LAW).of_rule(rule)
    assert (row.state, row.shown) == ("new", date(2026, 5, 4))
    assert row.computation is not None
    assert row.computation.inputs.court is None
    on = date(2026, 5, 4)
    assert lc.schedule(file, LAW, on=on).of_rule(rule)[0].state == "new"
    late = lc.schedule(file, LAW, on=date(2026, 5, 5))
    assert late.of_rule(rule)[0].state == "over"
    assert rule not in {row.rule for row in late.new}


def test_a_case_that_is_disposed_of_has_only_what_outlives_that() -> None:
    """What could not be recorded is not proposed: all that is can be."""
    file = before(
        "us/cand",
        served("s", "summons-served", "roe", ["acme"], date(2026, 4, 3)),
        event("j", m.JudgmentEntered(title="J", happened_on=date(2026, 5, 1))),
        m.CaseDisposed(disposition="default-judgment", happened_on=date(2026, 5, 1)),
    )
    found = lc.schedule(file, LAW)
    states = {row.rule: row.state for row in found}
    assert states["us/frcp/12(a)(1)(A)(i)"] == "over"
    assert states["us/frcp/59(e)"] == "new"
    after = file.record(*found.new.events(on=date(2026, 5, 4)), law=LAW, **BY)
    assert lc.reschedule(after, LAW).is_empty
