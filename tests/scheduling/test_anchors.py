"""Deadlines with several triggers: what belongs together, what is asked, what waits."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import legalcase as lc
import legalcase.model as m
from legalcase.errors import InvalidValueError
from schedule_cases import (
    AT,
    BY,
    LAW,
    REQUESTS,
    event,
    filed,
    opened,
    party,
    ref,
    served,
)

APPEAL = "us/frap/4(a)(1)(A)"
FACTS = {"united-states-is-a-party": "no", "tolling-motion-listed": "yes"}
ENTERED = date(2026, 3, 20)


def judged(*more: Any) -> m.CaseFile:
    """A case with a judgment, and what followed."""
    judgment = m.JudgmentEntered(title="Judgment", happened_on=ENTERED)
    file: m.CaseFile = opened().record(event("j", judgment), *more, law=LAW, **BY)
    return file


def decided(name: str, day: date, *about: str) -> Any:
    """The order on a motion that can stop the time for appeal."""
    order = m.OrderEntered(
        title=name,
        triggers=("tolling-motion-decided",),
        about=tuple(map(ref, about)),
        happened_on=day,
    )
    return event(name, order)


def appeal(file: m.CaseFile) -> Any:
    """The row of the time for appeal of our client."""
    (row,) = (r for r in lc.schedule(file, LAW, facts=FACTS) if r.rule == APPEAL)
    return row


def test_a_motion_stops_the_time_for_appeal_and_its_order_starts_it_anew() -> None:
    """FRAP 4(a)(4): running, pending, running from the order; each as one row."""
    motion = filed("t1", "tolling-motion-filed", "acme", date(2026, 4, 1))
    assert appeal(judged()).shown == date(2026, 4, 20)
    waiting = appeal(judged(motion))
    assert (waiting.state, waiting.shown) == ("pending", None)
    assert [f.text for f in waiting.findings] == ["Waits for tolling-motion-decided."]
    row = appeal(judged(motion, decided("o1", date(2026, 5, 20))))
    assert (row.state, row.shown) == ("new", date(2026, 6, 22))
    assert [one.trigger for one in row.anchors] == [
        "judgment-entered",
        "tolling-motion-filed",
        "tolling-motion-decided",
    ]
    assert row.is_critical


def test_a_deadline_follows_when_its_time_is_stopped_and_runs_anew() -> None:
    """Set from the judgment, it waits for the order, and is due from that."""
    file = judged()
    events = lc.schedule(file, LAW, facts=FACTS).new.events(on=ENTERED)
    file = file.record(*events, **BY)
    name = appeal(file).deadline_id
    file = file.record(
        filed("t1", "tolling-motion-filed", "acme", date(2026, 4, 1)), **BY
    )
    for expected, because in (
        (None, "tolling motion filed on 2026-04-01"),
        (date(2026, 6, 22), "tolling motion decided on 2026-05-20"),
    ):
        diff = lc.reschedule(file, LAW, facts=FACTS)
        moved = {one.deadline_id: one for one in diff.moved}
        assert moved[name].after.shown == expected
        assert because in moved[name].because
        file = file.record(*diff.events(), **BY)
        assert file.case.dates(name).shown == expected
        if expected is None:
            file = file.record(decided("o1", date(2026, 5, 20)), **BY)
    assert lc.reschedule(file, LAW, facts=FACTS).is_empty


def test_of_several_motions_the_last_one_disposed_of_decides() -> None:
    """FRAP 4(a)(4)(A): "the order disposing of the last such remaining motion"."""
    two = [
        filed("t1", "tolling-motion-filed", "acme", date(2026, 4, 1)),
        filed("t2", "tolling-motion-filed", "roe", date(2026, 4, 10)),
    ]
    row = appeal(judged(*two))
    assert (row.state, row.shown) == ("pending", None)
    first = decided("o1", date(2026, 6, 1), "t1")
    waiting = appeal(judged(*two, first))
    assert (waiting.state, waiting.shown) == ("pending", None)
    assert [one.of.id for one in waiting.anchors] == ["j", "t2"]
    second = decided("o2", date(2026, 5, 4), "t2")
    row = appeal(judged(*two, second, first))
    # Thirty days from 1 June, the later of the two orders, whichever motion it was.
    assert (row.state, row.shown) == ("new", date(2026, 7, 1))
    assert [one.of.id for one in row.anchors] == ["j", "t1", "o1"]
    assert "last-decided" in [one.code for one in row.findings]
    both = decided("o", date(2026, 6, 1), "t1", "t2")
    assert appeal(judged(*two, both)).shown == date(2026, 7, 1)
    # Orders that name no motion: as many as there are motions dispose of all.
    loose = [decided("o3", date(2026, 5, 4)), decided("o4", date(2026, 6, 1))]
    assert appeal(judged(*two, *loose)).shown == date(2026, 7, 1)
    assert appeal(judged(*two, loose[0])).state == "question"


def test_a_motion_that_came_too_late_does_not_hold_up_the_appeal() -> None:
    """It stops nothing, pending or decided; and unclear orders are asked about then."""
    early = filed("t1", "tolling-motion-filed", "acme", date(2026, 4, 1))
    # The twenty-eighth day from 20 March is 17 April.
    late = filed("t2", "tolling-motion-filed", "roe", date(2026, 4, 20))
    order = decided("o1", date(2026, 5, 20), "t1")
    row = appeal(judged(early, late, order))
    assert (row.state, row.shown) == ("new", date(2026, 6, 22))
    of_late = decided("o2", date(2026, 7, 1), "t2")
    assert appeal(judged(early, late, order, of_late)).shown == date(2026, 6, 22)
    loose = [decided("o3", date(2026, 5, 20)), decided("o4", date(2026, 7, 1))]
    assert appeal(judged(early, late, *loose)).state == "question"


def test_what_is_about_the_judgment_is_taken_before_others() -> None:
    """A motion that names the judgment, beside one that names nothing."""
    two = [filed("t1", "tolling-motion-filed", "acme", date(2026, 4, 1))]
    about = filed("t3", "tolling-motion-filed", "roe", date(2026, 4, 10), ["j"])
    assert appeal(judged(two[0], about)).anchors[1].of == ref("t3")


def test_one_motion_and_two_judgments_is_a_question_with_the_safe_date() -> None:
    """The motion can belong to either; until somebody says so, neither waits for it."""
    motion = filed("t1", "tolling-motion-filed", "acme", date(2026, 4, 1))
    second = event(
        "j2", m.JudgmentEntered(title="Second", happened_on=date(2026, 6, 1))
    )
    rows = [
        row
        for row in lc.schedule(judged(motion, second), LAW, facts=FACTS)
        if row.rule == APPEAL
    ]
    assert {row.state for row in rows} == {"question"}
    assert {row.shown for row in rows} == {date(2026, 4, 20), date(2026, 7, 1)}


def test_a_cross_appeal_runs_from_the_first_notice_or_the_judgment() -> None:
    """The later of both, for those who did not file the notice."""
    notice = filed("n", "notice-of-appeal-filed", "roe", date(2026, 4, 15), ["j"])
    found = lc.schedule(judged(notice), LAW, facts=FACTS)
    (row,) = (r for r in found if r.rule == "us/frap/4(a)(3)")
    assert row.owed_by == ("acme",)
    assert row.shown == date(2026, 4, 29)
    assert {one.of.id for one in row.anchors} == {"n", "j"}
    theirs = [r for r in found.others if r.rule == "us/frap/4(a)(3)"]
    assert theirs == []


def test_what_follows_a_removal_needs_one() -> None:
    """No answer after a removal that never came; its date is the later of three."""
    file = opened().record(
        served("s", "summons-served", "roe", ["acme"], date(2026, 4, 3)), **BY
    )
    for rule in ("us/frcp/81(c)(2)", "us/28-usc/1446(b)(1)"):
        assert not lc.schedule(file, LAW).of_rule(rule)
    removed = file.record(
        filed("r", "notice-of-removal-filed", "acme", date(2026, 4, 20)), **BY
    )
    (row,) = lc.schedule(removed, LAW).of_rule("us/frcp/81(c)(2)")
    assert (row.state, row.shown) == ("new", date(2026, 4, 27))
    (row,) = lc.schedule(removed, LAW).of_rule("us/28-usc/1446(b)(1)")
    assert (row.state, row.shown) == ("met", date(2026, 5, 4))


def test_who_owes_it_is_asked_where_the_case_does_not_say() -> None:
    """In sight with its date; and an answer is a deadline that says so."""
    file = judged()
    (row,) = (r for r in lc.schedule(file, LAW) if r.rule == "us/frcp/50(b)")
    assert row.state == "question"
    assert row.which == ("roe", "acme", "doe")
    assert row.shown == date(2026, 4, 17)
    assert row.computation is not None
    terms = m.DeadlineTerms.of_rule(
        row.law, row.computation, anchors=row.anchors, owed_by=("acme",)
    )
    said = m.DeadlineSet(deadline_id="renewed", terms=terms, happened_on=ENTERED)
    (row,) = lc.schedule(file.record(said, **BY), LAW).of_rule("us/frcp/50(b)")
    assert (row.state, row.who, row.deadline_id) == ("set", "acme", "renewed")


def test_a_hearing_belongs_to_whoever_moved() -> None:
    """The motion that it is about says so; the opponents are those adverse to them."""
    hearing = m.HearingSet(
        hearing_id="h",
        title="Hearing",
        hearing_at=AT.replace(month=8, day=3),
        about=(ref("m"),),
        happened_on=date(2026, 6, 10),
    )
    motion = filed("m", "motion-filed", "acme", date(2026, 6, 10))
    found = lc.schedule(opened().record(motion, hearing, **BY), LAW)
    assert [r.owed_by for r in found.of_rule("us/frcp/6(c)(1)")] == [("acme",)]
    opposing = found.of_rule("us/cand/civil-l-r/7-3(a)")
    assert [r.owed_by for r in opposing] == [("roe",)]
    # Nobody says what is heard: somebody is asked.
    bare = m.HearingSet(
        hearing_id="h",
        title="Hearing",
        hearing_at=AT.replace(month=8, day=3),
        happened_on=date(2026, 6, 10),
    )
    (row,) = lc.schedule(opened().record(bare, **BY), LAW).of_rule("us/frcp/6(c)(1)")
    assert (row.state, row.owed_by) == ("question", ())


def test_a_response_meets_the_request_that_it_is_about() -> None:
    """One of two; what is about neither is asked about, and late is late."""
    word = REQUESTS
    requests = [
        served("r1", word, "roe", ["acme"], date(2026, 3, 9)),
        served("r2", word, "roe", ["acme"], date(2026, 3, 16)),
    ]
    answered, day = "discovery-response-served", date(2026, 4, 10)
    about = served("a", answered, "acme", ["roe"], day, about=["r1"])
    rows = lc.schedule(opened().record(*requests, about, **BY), LAW).of_rule(
        "us/frcp/33(b)(2)"
    )
    states = {row.anchors[0].of.id: (row.state, row.done) for row in rows}
    state, done = states["r1"]
    assert state == "met"
    assert done is not None
    assert done.verdict == "late"
    assert states["r2"] == ("new", None)
    plain = served("a", answered, "acme", ["roe"], day)
    rows = lc.schedule(opened().record(*requests, plain, **BY), LAW).of_rule(
        "us/frcp/33(b)(2)"
    )
    assert {row.state for row in rows} == {"new"}
    assert all(row.questions[-1].startswith("Does this meet it") for row in rows)


def test_facts_of_a_party_decide_for_that_party_alone() -> None:
    """Sixty days for the United States, twenty-one for the other defendant."""
    word, day = "summons-served", date(2026, 4, 3)
    file = opened().record(
        served("s1", word, "roe", ["acme"], day),
        served("s2", word, "roe", ["doe"], day),
        m.FactEstablished(
            fact="defendant-is-the-united-states", answer="no", happened_on=day
        ),
        m.FactEstablished(
            fact="defendant-is-the-united-states",
            answer="yes",
            of=("doe",),
            happened_on=day,
        ),
        law=LAW,
        **BY,
    )
    found = lc.schedule(file, LAW, for_=("acme", "doe"))
    rows = {r.who: r for r in found.of_rule("us/frcp/12(a)(1)(A)(i)")}
    assert rows["acme"].shown == date(2026, 4, 24)
    assert rows["doe"].shown == date(2026, 6, 2)
    assert rows["acme"].questions == rows["doe"].questions == ()


def test_what_the_law_does_not_say_is_told() -> None:
    """No court, a court that is not entered, entries that say nothing, words unused."""
    paper = event("p", m.Filed(title="Paper", happened_on=date(2026, 4, 3)))
    odd = filed("o", "trial-date-set", "roe", date(2026, 4, 3))

    def codes(file: Any) -> set[str]:
        return {notice.code for notice in lc.schedule(file, LAW).notices}

    assert codes(opened().record(paper, odd, **BY)) == {"no-triggers", "trigger-unused"}
    # To file an answer is not to serve it, which is what meets Rule 12(a).
    file = opened().record(filed("a", "answer-filed", "acme", date(2026, 4, 3)), **BY)
    (said,) = lc.schedule(file, LAW).notices
    assert said.code == "trigger-unused"
    assert "answer-served" in said.text
    assert "no-court" in codes(opened(court=None))
    assert "no-proceeding" in codes(opened(proceeding=None))
    file = m.CaseFile.open(
        m.CaseOpened(caption="C", court="us/fisc", happened_on=date(2026, 3, 5)),
        case_id="c",
        **BY,
    )
    assert "court-unknown" in codes(file)
    nowhere = m.CaseOpened(caption="C", court="xx/one", happened_on=date(2026, 3, 5))
    found = lc.schedule(m.CaseFile.open(nowhere, case_id="c", **BY), LAW)
    assert len(found) == 0
    assert "nor any rule of xx" in found.notices[0].text


def test_claims_say_who_is_adverse_besides_the_roles() -> None:
    """A crossclaim makes two defendants adverse; what is dismissed makes nobody so."""
    hearing = m.HearingSet(
        hearing_id="h",
        title="Hearing",
        hearing_at=AT.replace(month=8, day=3),
        about=(ref("m"),),
        happened_on=date(2026, 6, 10),
    )
    crossclaim = m.ClaimStated(
        claim_id="x",
        kind="crossclaim",
        theory="Contribution",
        by=("acme",),
        against=("doe",),
        happened_on=date(2026, 5, 4),
    )
    motion = filed("m", "motion-filed", "acme", date(2026, 6, 10))
    file = opened().record(crossclaim, motion, hearing, **BY)

    def opposing(file: m.CaseFile) -> list[str]:
        rows = lc.schedule(file, LAW).of_rule("us/cand/civil-l-r/7-3(a)")
        return sorted(row.who for row in rows)

    assert opposing(file) == ["doe", "roe"]
    complaint = m.ClaimStated(
        claim_id="c",
        theory="Negligence",
        by=("roe",),
        against=("acme", "doe"),
        happened_on=date(2026, 5, 4),
    )
    both = file.record(complaint, **BY)
    assert opposing(both) == ["doe", "roe"]
    dismissed = m.ClaimDisposed(
        claim_id="c",
        disposition="dismissal-with-prejudice",
        happened_on=date(2026, 5, 5),
    )
    assert opposing(both.record(dismissed, **BY)) == ["doe"]


def test_what_counts_back_from_a_trial_finds_the_trial() -> None:
    """By its first setting where the rule says so; no continuance moves that."""
    trial = m.HearingSet(
        hearing_id="t",
        title="Trial",
        kind="trial",
        triggers=("trial",),
        hearing_at=AT.replace(year=2027, month=3, day=1),
        happened_on=date(2026, 6, 10),
    )
    later = m.HearingContinued(
        hearing_id="t",
        to_at=AT.replace(year=2027, month=5, day=3),
        happened_on=date(2026, 8, 3),
    )
    file = opened().record(trial, **BY)
    (row,) = (
        row for row in lc.schedule(file, LAW) if row.rule == "us/frcp/26(a)(2)(D)(i)"
    )
    assert str(row.shown) == "2026-12-01"
    moved = lc.schedule(file.record(later, **BY), LAW)
    (row,) = (r for r in moved if r.rule == "us/frcp/26(a)(2)(D)(i)")
    assert str(row.shown) == "2027-02-02"
    opened_ca = m.CaseOpened(
        caption="C", court="us-ca/lasc", proceeding="civil", happened_on=ENTERED
    )
    ours = m.PartyJoined(
        party_id="acme",
        name="Acme",
        roles=("defendant",),
        is_client=True,
        happened_on=ENTERED,
    )
    case = m.CaseFile.open(opened_ca, case_id="c", **BY).record(ours, trial, **BY)
    rule = "us-ca/discovery/2024.020(a)-completion"
    before = lc.schedule(case, LAW).of_rule(rule)[0].shown
    assert before is not None
    assert lc.schedule(case.record(later, **BY), LAW).of_rule(rule)[0].shown == before


def test_what_the_docket_shows_to_be_done_is_recorded_as_met() -> None:
    """With the verdict, by whoever did it; recorded once, it is not proposed again."""
    word = REQUESTS
    file = opened().record(
        served("r1", word, "roe", ["acme"], date(2026, 3, 9), "electronic"), **BY
    )
    file = file.record(*lc.schedule(file, LAW).new.events(on=ENTERED), **BY)
    assert lc.schedule(file, LAW).met_events() == ()
    answer = served(
        "a",
        "discovery-response-served",
        "acme",
        ["roe"],
        date(2026, 4, 8),
        about=["r1"],
    )
    found = lc.schedule(file.record(answer, **BY), LAW)
    events = found.met_events()
    assert {one.by_event for one in events} == {ref("a")}
    assert {one.met_by for one in events} == {"acme"}
    after = file.record(answer, *events, law=LAW, **BY)
    met = {d.deadline_id: d.met for d in after.case.deadlines if d.met is not None}
    assert len(met) == len(events) == 3
    assert {one.verdict for one in met.values() if one is not None} == {"in-time"}
    again = lc.schedule(after, LAW)
    assert again.met_events() == ()
    assert {row.state for row in again.of_rule("us/frcp/33(b)(2)")} == {"met"}


def test_the_forum_of_a_case_is_used_where_the_court_brings_none() -> None:
    """A forum that is not entered, or not the court's, is told and spoils no date."""
    for forum, code in (
        ("us-ca", None),
        ("us-pr", "forum-unknown"),
        ("us-ny", "forum-differs"),
    ):
        case = m.CaseOpened(
            caption="C",
            court="us/cand",
            forum=forum,
            proceeding="civil",
            happened_on=ENTERED,
        )
        judgment = m.JudgmentEntered(title="J", happened_on=ENTERED)
        file = m.CaseFile.open(case, case_id="c", **BY)
        file = file.record(party("acme", "defendant"), judgment, **BY)
        found = lc.schedule(file, LAW)
        codes = {n.code for n in found.notices}
        assert codes == (set() if code is None else {code})
        assert str(found.of_rule("us/frcp/59(e)")[0].shown) == "2026-04-17"
        states = {row.state for row in found}
        assert states == {"new", "question"}


def test_what_happened_before_the_calendar_begins_is_told() -> None:
    """The rows say that nothing can be counted; the schedule says of which events."""
    day = date(1980, 3, 20)
    case = m.CaseOpened(
        caption="C", court="us/cand", proceeding="civil", happened_on=day
    )
    judgment = m.JudgmentEntered(title="J", happened_on=day)
    file = m.CaseFile.open(case, case_id="c", **BY)
    file = file.record(party("acme", "defendant"), event("j", judgment), **BY)
    found = lc.schedule(file, LAW)
    assert {n.code: n.of for n in found.notices} == {"before-horizon": ("event:j",)}
    assert {row.shown for row in found} == {None}
    codes = {finding.code for row in found for finding in row.findings}
    assert codes <= {"not-in-force", "calendar-coverage", "refused"}
    assert {row.state for row in found} <= {"not-running", "question"}


def test_an_answer_that_no_rule_knows_is_refused_with_the_law() -> None:
    """It would take the date away from whatever asks for the fact."""
    fact = m.FactEstablished(
        fact="defendant-is-the-united-states",
        answer="nein",
        happened_on=date(2026, 4, 3),
    )
    with pytest.raises(InvalidValueError, match="Say one of no, yes"):
        opened().record(fact, law=LAW, **BY)
    assert LAW.answers("defendant-is-the-united-states") == ("no", "yes")
    assert LAW.answers("nothing-asks-for-it") == ()


def test_a_removal_that_was_set_where_there_is_none_falls() -> None:
    """It is told, in one case as in a caseload, and not left as it was."""
    file = opened().record(
        served("s", "summons-served", "roe", ["acme"], date(2026, 4, 3)), **BY
    )
    rule = "us/28-usc/1446(b)(1)"
    after = {"summons-served": date(2026, 4, 3)}
    terms = m.DeadlineTerms.of_rule(
        LAW.deadline(rule),
        LAW.compute(rule, after=after, court="us/cand"),
        anchors=(m.Anchor("summons-served", ref("s")),),
        owed_by=("acme",),
    )
    said = m.DeadlineSet(
        deadline_id="removal", terms=terms, happened_on=date(2026, 4, 6)
    )
    file = file.record(said, **BY)
    (row,) = lc.schedule(file, LAW).of_rule(rule)
    assert [finding.code for finding in row.findings] == ["does-not-apply"]
    for diff in (lc.reschedule(file, LAW), *lc.reschedule([file], LAW)):
        assert [one.deadline_id for one in diff.void] == ["removal"]
    after_all = file.record(*lc.reschedule(file, LAW).events(), **BY)
    assert not lc.reschedule(after_all, LAW).void
