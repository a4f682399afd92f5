"""From what happened to what is due, for whom and because of what."""

from __future__ import annotations

import pickle
from datetime import date

import legalcase as lc
import legalcase.model as m
from legalcase.kernel import Ref
from schedule_cases import AT, BY, LAW, REQUESTS, filed, opened, ref, served

ANSWER = "us/frcp/12(a)(1)(A)(i)"
RESPOND = "us/frcp/33(b)(2)"
PRIVATE = {"defendant-is-the-united-states": "no"}


def test_two_served_on_different_days_owe_on_different_days() -> None:
    """Each from the service on it; what others owe is kept apart, not dropped."""
    file = opened().record(
        filed("complaint", "complaint-filed", "roe", date(2026, 3, 5)),
        served("s1", "summons-served", "roe", ["acme"], date(2026, 4, 3)),
        served("s2", "summons-served", "roe", ["doe"], date(2026, 4, 10)),
        law=LAW,
        **BY,
    )
    found = lc.schedule(file.case, LAW, facts=PRIVATE)
    ours = [row for row in found if row.rule == ANSWER]
    theirs = [row for row in found.others if row.rule == ANSWER]
    assert [(row.owed_by, row.shown) for row in ours] == [
        (("acme",), date(2026, 4, 24))
    ]
    assert [(row.owed_by, row.shown) for row in theirs] == [
        (("doe",), date(2026, 5, 1))
    ]
    assert ours[0].state == theirs[0].state == "new"
    assert ours[0].owed_to == ("roe",)
    assert ours[0].because[0].of == Ref("event", "s1")
    assert str(ours[0].because[0]).startswith("summons served on 2026-04-03")
    # Asked for the other, it is the other way round.
    both = lc.schedule(file.case, LAW, for_=("acme", "doe"), facts=PRIVATE)
    assert len(both.of_rule(ANSWER)) == len([r for r in both if r.rule == ANSWER]) == 2


def test_a_row_is_what_it_runs_from_and_what_that_was() -> None:
    """Asked twice, rows are equal; served by another method, they are not."""

    def rows(day: date, method: str) -> tuple[lc.ScheduledDeadline, ...]:
        rogs = served("rogs", REQUESTS, "roe", ["acme"], day, method)
        return lc.schedule(opened().record(rogs, **BY), LAW).of_rule(RESPOND)

    one, same = rows(date(2026, 6, 3), "mail"), rows(date(2026, 6, 3), "mail")
    assert one == same
    assert {*one, *same} == {*one}
    assert [each.of for each in one[0].anchors] == [Ref("event", "rogs")]
    assert [each.of for each in one[0].because] == [Ref("event", "rogs")]
    assert "2026-06-03, on acme, by mail" in one[0].because[0].text
    assert one != rows(date(2026, 6, 3), "personal")
    assert pickle.loads(pickle.dumps(one)) == one


def test_what_is_recorded_is_known_the_next_time() -> None:
    """The proposals are events; once recorded, nothing is new."""
    file = opened().record(
        served("rogs", REQUESTS, "roe", ["acme"], date(2026, 6, 3)),
        **BY,
    )
    found = lc.schedule(file.case, LAW)
    assert {row.state for row in found} == {"new"}
    events = found.new.events(on=date(2026, 6, 4))
    again = lc.schedule(file.case, LAW).new.events(on=date(2026, 6, 4))
    assert [one.event_id for one in events] == [one.event_id for one in again]
    after = lc.schedule(file.record(*events, **BY), LAW)
    assert not after.new
    assert [row.state for row in after] == ["set"] * len(found)
    assert all(row.agrees for row in after)
    assert {row.shown for row in after} == {row.shown for row in found}
    row = after.of_rule(RESPOND)[0]
    deadline = file.record(*events, **BY).case.deadlines[row.deadline_id or ""]
    assert deadline.terms.owed_by == ("acme",)
    assert deadline.terms.met_by == ("discovery-response-served",)
    assert deadline.set_by == BY["by"]
    assert deadline.changed_at == AT


def test_the_method_of_service_comes_from_the_docket() -> None:
    """By mail three days more; where nobody recorded it, the date is safe for all."""
    day = date(2026, 6, 3)
    for method, shown in (("mail", date(2026, 7, 9)), (None, date(2026, 7, 6))):
        file = opened().record(
            served("r", REQUESTS, "roe", ["acme"], day, method), **BY
        )
        row = lc.schedule(file, LAW).of_rule(RESPOND)[0]
        assert row.shown == shown
        assert row.questions == (() if method else ("How was it served?",))


def test_what_was_set_and_retracted_can_be_set_again() -> None:
    """Under the same id: it is the same deadline."""
    file = opened().record(
        served("rogs", REQUESTS, "roe", ["acme"], date(2026, 6, 3)),
        **BY,
    )
    events = lc.schedule(file, LAW).new.events(on=date(2026, 6, 4))
    after = file.record(*events, **BY)
    lines = [line.event_id for line in after.log if line.kind == "deadline-set"]
    gone = after.retract(*lines, ground="Too early", **BY)
    again = lc.schedule(gone, LAW).new.events(on=date(2026, 6, 4))
    assert [one.event for one in again] == [one.event for one in events]
    assert len(gone.record(*again, **BY).case.deadlines) == len(events)


def test_one_defendant_served_is_not_the_other() -> None:
    """The time of Rule 4(m) is met when all are served, by the last service."""
    file = opened().record(
        filed("c", "complaint-filed", "roe", date(2026, 3, 5)),
        served("s1", "summons-served", "roe", ["acme"], date(2026, 4, 3)),
        law=LAW,
        **BY,
    )
    (row,) = lc.schedule(file, LAW, for_="roe").of_rule("us/frcp/4(m)")
    assert (row.state, row.done) == ("new", None)
    assert row.questions == ("Nothing is recorded as served on doe: was it?",)
    file = file.record(
        served("s2", "summons-served", "roe", ["doe"], date(2026, 5, 4)), law=LAW, **BY
    )
    (row,) = lc.schedule(file, LAW, for_="roe").of_rule("us/frcp/4(m)")
    assert row.done is not None
    assert (row.state, row.done.of) == ("met", ref("s2"))


def test_what_came_with_the_claim_form_came_with_it_to_that_defendant() -> None:
    """Particulars served on one, in the same paper, are not those of the other."""
    file = opened("gb-eaw/high-court").record(
        filed("c", "claim-form-issued", "roe", date(2026, 3, 5)),
        served("s1", "claim-form-served", "roe", ["acme"], date(2026, 3, 17)),
        m.Served(
            title="Claim form and particulars",
            triggers=("claim-form-served", "particulars-served"),
            by=("roe",),
            on=("doe",),
            about=(ref("c"),),
            happened_on=date(2026, 3, 24),
        ),
        law=LAW,
        **BY,
    )
    rows = lc.schedule(file, LAW, for_="roe").of_rule("gb-eaw/cpr/7.4(1)(b)")
    assert [(str(row.shown), row.state) for row in rows] == [
        ("2026-03-31", "new"),
        ("2026-04-07", "met"),
    ]
