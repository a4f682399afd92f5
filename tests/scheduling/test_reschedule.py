"""What moves when something changes, and what stays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
import legalcase.model as m
from law_folders import written
from legalcase.authority import Authority
from legalcase.calendars.closures import Closure
from legalcase.kernel import Ref
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

if TYPE_CHECKING:
    from pathlib import Path

ANSWER = "us/frcp/12(a)(1)(A)(i)"
RESPOND = "us/frcp/33(b)(2)"
PRIVATE = m.FactEstablished(
    fact="defendant-is-the-united-states", answer="no", happened_on=date(2026, 3, 5)
)
SERVED_ON = date(2026, 4, 3)
ON = date(2026, 4, 6)


def flood(day: date) -> lc.Law:
    """The law with one more day on which the federal courts are closed."""
    closure = Closure(
        on=day,
        name="flood",
        kind="legal-holiday",
        authority=Authority(cite="Gen. Order 14"),
    )
    return LAW.with_closures({"us": [closure]})


def answered(*more: Any) -> m.CaseFile:
    """A case in which all that is due was recorded."""
    file: m.CaseFile = opened().record(
        PRIVATE,
        served("s1", "summons-served", "roe", ["acme"], SERVED_ON),
        *more,
        law=LAW,
        **BY,
    )
    events = lc.schedule(file, LAW).new.events(on=ON)
    return file.record(*events, law=LAW, **BY)


def id_of(file: m.CaseFile, rule: str = ANSWER) -> str:
    """The deadline of the case that is under a rule."""
    found = lc.schedule(file, LAW).of_rule(rule)[0].original_id
    assert found is not None
    return found


def settled(file: m.CaseFile, law: lc.Law = LAW) -> m.CaseFile:
    """The file after the events of its diff, which is then empty, and as scheduled."""
    diff = lc.reschedule(file, law)
    after = file.record(*diff.events(), law=law, **BY) if not diff.is_empty else file
    again = lc.reschedule(after, law)
    assert again.is_empty, again
    pinned = {one.deadline_id for one in again.pinned}
    for row in (*(s := lc.schedule(after, law)).rows, *s.others):
        if row.state == "set" and row.deadline_id not in pinned:
            assert after.case.dates(row.deadline_id or "").shown == row.shown
            assert row.agrees
    return after


def test_nothing_moves_where_nothing_changed() -> None:
    """What was just set stays."""
    file = answered()
    diff = lc.reschedule(file, LAW)
    assert diff.is_empty
    assert set(diff.unchanged) == set(file.case.deadlines.ids())
    assert not diff.events()


def test_a_corrected_day_moves_what_was_counted_from_it() -> None:
    """What somebody had confirmed needs a second look; what was done is undone."""
    file = answered()
    name = id_of(file)
    confirm = m.DeadlineConfirmed(
        deadline_id=name, confirmed_by="A. Partner", happened_on=ON
    )
    file = file.record(confirm, **BY)
    wrong = file.correct(
        "s1", happened_on=date(2026, 4, 10), ground="Proof of service read", **BY
    )
    diff = lc.reschedule(wrong, LAW)
    moved = {one.deadline_id: one for one in diff.moved}
    assert moved[name].before.shown == date(2026, 4, 24)
    assert moved[name].after.shown == date(2026, 5, 1)
    assert moved[name].because == ("summons served on 2026-04-10, not on 2026-04-03",)
    assert name in {one.deadline_id for one in diff.to_review}
    after = settled(wrong)
    assert str(after.case.deadlines[name].review.state) == "needs-review"
    undone = settled(
        after.correct("s1", happened_on=SERVED_ON, ground="It was right", **BY)
    )
    assert undone.case.dates(name).shown == date(2026, 4, 24)


def test_a_closure_moves_what_ends_on_it() -> None:
    """And says so: the order is named; without it all is as before."""
    file = answered()
    name = id_of(file)
    law = flood(date(2026, 4, 24))
    diff = lc.reschedule(file, law)
    moved = {one.deadline_id: one for one in diff.moved}
    assert moved[name].after.shown == date(2026, 4, 27)
    assert moved[name].because == ("closed on 2026-04-24: flood (Gen. Order 14)",)
    after = settled(file, law)
    assert after.case.dates(name).shown == date(2026, 4, 27)
    edition = law.calendar("us").edition
    basis = after.case.deadlines[name].basis
    assert isinstance(basis, m.Computed)
    assert edition in {source.edition for source in basis.computation.sources}
    assert settled(after).case.dates(name).shown == date(2026, 4, 24)
    # A day on which nothing ends moves nothing.
    assert lc.reschedule(file, flood(date(2026, 4, 14))).is_empty


def test_the_method_of_service_moves_what_it_lengthens() -> None:
    """By mail three days more; each deadline says why."""
    request = served("r1", REQUESTS, "roe", ["acme"], date(2026, 6, 3), None)
    file = answered(request)
    name = id_of(file, RESPOND)
    assert file.case.dates(name).shown == date(2026, 7, 6)
    known = file.correct("r1", method="mail", ground="Proof of service read", **BY)
    moved = {one.deadline_id: one for one in lc.reschedule(known, LAW).moved}
    assert moved[name].after.shown == date(2026, 7, 9)
    assert moved[name].because == ("served by mail, not a method that nobody recorded",)
    after = settled(known)
    undone = settled(after.correct("r1", method=None, ground="It is not known", **BY))
    assert undone.case.dates(name).shown == date(2026, 7, 6)


def test_what_was_struck_takes_with_it_what_runs_from_it() -> None:
    """It falls, with the reason; where the strike is retracted, it runs again."""
    file = answered()
    name = id_of(file)
    struck = file.record(
        event(
            "strike", m.EntryStruck(entry_id="s1", ground="Wrong case", happened_on=ON)
        ),
        **BY,
    )
    diff = lc.reschedule(struck, LAW)
    void = {one.deadline_id: one for one in diff.void}
    assert void[name].because == ("summons served (event:s1) stands no more",)
    after = settled(struck)
    assert str(after.case.deadlines[name].outcome) == "vacated"
    unstruck = after.retract("strike", ground="Struck in error", **BY)
    assert set(lc.reschedule([unstruck], LAW).moved) == set(
        lc.reschedule(unstruck, LAW).moved
    )
    back = settled(unstruck)
    assert back.case.deadlines[name].is_open
    assert back.case.dates(name).shown == date(2026, 4, 24)


def test_what_a_person_vacated_is_not_opened_again() -> None:
    """That somebody of ours lifted it stands."""
    file = answered()
    name = id_of(file)
    lifted = m.DeadlineVacated(deadline_id=name, ground="Settled", happened_on=ON)
    diff = lc.reschedule(file.record(lifted, **BY), LAW)
    assert diff.is_empty
    assert not lc.reschedule(settled(file.record(lifted, **BY)), LAW).moved


def test_a_party_that_left_owes_nothing_any_more() -> None:
    """Its deadlines fall; a party that joins brings its own."""
    file = answered()
    name = id_of(file)
    left = file.record(m.PartyLeft(party_id="acme", happened_on=ON), **BY)
    assert name in {one.deadline_id for one in lc.reschedule(left, LAW).void}
    assert lc.reschedule([left], LAW).void == lc.reschedule(left, LAW).void
    settled(left)
    joined = file.record(
        party("poe", "defendant", is_client=True),
        served("s2", "summons-served", "roe", ["poe"], date(2026, 4, 20)),
        **BY,
    )
    new = {row.owed_by for row in lc.reschedule(joined, LAW).new if row.rule == ANSWER}
    assert new == {("poe",)}
    settled(joined)


def test_a_hearing_that_moves_takes_its_deadlines_along() -> None:
    """Also as a question: the file that assumes it is asked the same way."""
    hearing = m.HearingSet(
        hearing_id="h1",
        title="Motion",
        hearing_at=AT.replace(month=8, day=3),
        about=(ref("m1"),),
        happened_on=date(2026, 6, 10),
    )
    moved = filed("m1", "motion-filed", "acme", date(2026, 6, 10))
    file = answered(moved, hearing)
    name = id_of(file, "us/frcp/6(c)(1)")
    assert file.case.dates(name).shown == date(2026, 7, 20)
    later = m.HearingContinued(
        hearing_id="h1", to_at=AT.replace(month=8, day=24), happened_on=ON
    )
    what_if = lc.reschedule(file.assuming(later), LAW)
    by_id = {one.deadline_id: one for one in what_if.moved}
    assert by_id[name].after.shown == date(2026, 8, 10)
    after = settled(file.record(later, **BY))
    assert after.case.dates(name).shown == date(2026, 8, 10)
    assert file.case.dates(name).shown == date(2026, 7, 20)
    off = after.record(m.HearingContinued(hearing_id="h1", happened_on=ON), **BY)
    pinned = {one.deadline_id: one for one in lc.reschedule(off, LAW).pinned}
    assert "without a date" in pinned[name].reason


def test_what_is_pinned_stays_and_says_why() -> None:
    """Ordered, met, chosen, extended: the law moves none of these."""
    request = served("r1", REQUESTS, "roe", ["acme"], date(2026, 6, 3), "mail")
    file = answered(request)
    names = {row.rule: row.deadline_id or "" for row in lc.schedule(file, LAW)}
    met, extended, chosen = (names[r] for r in (ANSWER, RESPOND, "us/frcp/36(a)(3)"))
    due = file.case.dates(chosen).due
    assert due is not None
    file = file.record(
        m.DeadlineMet(
            deadline_id=met,
            met_by="A. Partner",
            evidence="Stipulation",
            happened_on=date(2026, 4, 20),
        ),
        m.DeadlineExtended(
            deadline_id=extended,
            successor_id="longer",
            basis=m.Ordered(due=date(2026, 8, 3), authority="Stipulation"),
            authority="Stipulation",
            happened_on=ON,
        ),
        m.ReadingChosen(
            deadline_id=chosen, due=due, chosen_by="A. Partner", happened_on=ON
        ),
        **BY,
    )
    wrong = file.correct(
        "r1", happened_on=date(2026, 6, 10), ground="Proof of service read", **BY
    ).correct("s1", happened_on=date(2026, 4, 10), ground="So was this", **BY)
    diff = lc.reschedule(wrong, LAW)
    pinned = {one.deadline_id: one.reason for one in diff.pinned}
    assert pinned[met] == "met"
    assert pinned[extended].startswith("extended")
    assert pinned["longer"] == "ordered"
    assert pinned[chosen] == "a reading was chosen"
    differs = {one.deadline_id: one.would_be for one in diff.pinned}
    assert differs[met] == date(2026, 5, 1)
    assert not {met, extended, chosen, "longer"} & {o.deadline_id for o in diff.moved}
    row = lc.schedule(wrong, LAW).of_rule(RESPOND)[0]
    assert (row.deadline_id, row.original_id) == ("longer", extended)
    assert row.shown == date(2026, 8, 3)
    settled(wrong)


def test_a_declined_proposal_does_not_come_again() -> None:
    """It stays in sight, as declined, for these parties and these events alone."""
    file = opened().record(
        PRIVATE,
        served("s1", "summons-served", "roe", ["acme"], SERVED_ON),
        served("s2", "summons-served", "roe", ["doe"], SERVED_ON),
        **BY,
    )
    row = lc.schedule(file, LAW).of_rule("us/frcp/12(a)(1)(A)(i)")[0]
    no = m.ProposalDeclined(
        rule=row.rule,
        anchors=row.anchors,
        owed_by=row.owed_by,
        ground="Default is taken",
        happened_on=ON,
    )
    after = lc.schedule(file.record(no, law=LAW, **BY), LAW, for_=("acme", "doe"))
    states = {row.owed_by: row.state for row in after.of_rule(row.rule)}
    assert states == {("acme",): "declined", ("doe",): "new"}
    # A filing anew is another event, and is proposed.
    again = file.record(
        no, served("s3", "summons-served", "roe", ["acme"], date(2026, 5, 4)), **BY
    )
    found = {
        r.anchors[0].of.id: r.state for r in lc.schedule(again, LAW).of_rule(row.rule)
    }
    assert found["s3"] == "new"


def test_closures_are_laid_over_calendars_that_exist() -> None:
    """And over those that are based on them; a slip of the pen is an error."""
    law = flood(date(2026, 4, 24))
    assert not law.calendar("us/inauguration-area").is_open(date(2026, 4, 24))
    assert law != LAW
    assert law == flood(date(2026, 4, 24))
    with pytest.raises(lc.LegalCaseError, match="no calendar 'usa'"):
        LAW.with_closures({"usa": []})
    with pytest.raises(lc.LegalCaseError, match="mapping"):
        LAW.with_closures([])  # type: ignore[arg-type]  # on purpose


AMENDED = """
[pack]
id = "us/frcp"
name = "Federal Rules of Civil Procedure"
counting = "us/frcp"
cite_prefix = "Fed. R. Civ. P. "

[[deadline]]
id = "33(b)(2)"
title = "Answers and objections to interrogatories"
trigger = "discovery-request-served"
act = "serve"
owed_by = "served"
met_by = ["discovery-response-served"]
proceedings = ["civil"]
period = "45 days"
bound = "not later than"
service_extension = "general"
cite = "33(b)(2)"
in_force = { from = 1985-08-01 }
verified = { how = "recall", on = 2026-11-29 }
examples = [{ after = 2026-06-03, due = 2026-07-20, source = "derived" }]
"""


def test_an_amended_rule_moves_what_it_gives(tmp_path: Path) -> None:
    """Sixty days more, say: of a case, and of a caseload, which sees its edition."""
    request = served("r1", REQUESTS, "roe", ["acme"], date(2026, 6, 3), "personal")
    file = answered(request)
    name = id_of(file, RESPOND)
    folder = written(tmp_path, {"us/deadlines/frcp.toml": AMENDED})
    law = LAW.with_folder(folder, overriding=(RESPOND,))
    (moved,) = lc.reschedule(file, law).moved
    assert moved.deadline_id == name
    assert moved.after.shown == date(2026, 7, 20)
    assert moved.because == (
        "us/frcp/33(b)(2) as of 1985-08-01",
        "period: 45 days, and it was 30 days",
    )
    several = lc.reschedule([file], law)
    assert several.moved == (moved,)
    after = settled(file, law)
    assert after.case.dates(name).shown == date(2026, 7, 20)


def test_a_caseload_looks_only_at_what_can_be_another() -> None:
    """A case in which no day changed is not in the answer; nor is one asked about."""
    request = served("r1", REQUESTS, "roe", ["acme"], date(2026, 6, 3), "mail")
    early, late = answered(), answered(request)
    law = flood(date(2026, 7, 9))
    found = lc.reschedule([early.case, late], law)
    assert len(found) == 1
    (diff,) = found
    assert {one.subject for one in diff.moved} == {
        RESPOND,
        "us/frcp/34(b)(2)(A)",
        "us/frcp/36(a)(3)",
    }
    assert found.find("roe") is diff
    assert found.find("nobody") is None
    assert found.to_review == ()
    assert found.void == ()
    assert lc.reschedule([early, late], LAW) == ()
    with pytest.raises(lc.LegalCaseError, match="for_ names parties of one case"):
        lc.reschedule([early], LAW, for_="acme")  # type: ignore[call-overload]  # wrong
    with pytest.raises(lc.LegalCaseError, match="asked of a case, or of several"):
        lc.reschedule("roe", LAW)  # type: ignore[arg-type]  # on purpose


def test_whoever_was_served_after_all_owes_it() -> None:
    """The proof names another: what we had set falls, and theirs is in sight."""
    file = answered()
    name = id_of(file)
    wrong = file.correct("s1", on=("doe",), ground="Proof of service read", **BY)
    diff = lc.reschedule(wrong, LAW, for_=("acme", "doe"))
    void = {one.deadline_id: one.because for one in diff.void}
    assert void[name] == ("doe owes it, not acme",)
    assert ("doe",) in {row.owed_by for row in diff.new if row.rule == ANSWER}
    settled(wrong)


def test_bare_periods_and_own_dates_follow_their_anchors() -> None:
    """What no deadline of the law gives is counted again by its own terms."""
    request = served("r1", REQUESTS, "roe", ["acme"], date(2026, 6, 3), "personal")
    file = opened().record(request, **BY)
    bare = LAW.compute(
        "10 days", after=date(2026, 6, 3), under="us/frcp", court="us/cand"
    )
    anchor = m.Anchor("discovery-request-served", ref("r1"))
    draft = LAW.compute(
        "3 court days",
        before=date(2026, 6, 15),
        under="us-ca/ccp",
        calendar="us-ca",
        service_extension="none",
    )
    file = file.record(
        m.DeadlineSet(
            deadline_id="meet",
            terms=m.DeadlineTerms(
                title="Confer",
                basis=m.Computed(
                    computation=bare, anchors=(anchor,), authority="Order of 1 June"
                ),
            ),
            happened_on=ON,
        ),
        m.DeadlineSet(
            deadline_id="draft",
            terms=m.DeadlineTerms(
                title="Draft",
                basis=m.Derived(
                    follows=Ref("deadline", "meet"),
                    period=lc.Period.parse("3 court days"),
                    computation=draft,
                    counted_on="us-ca",
                ),
            ),
            happened_on=ON,
        ),
        **BY,
    )
    assert file.case.dates("meet").shown == date(2026, 6, 15)
    wrong = file.correct("r1", happened_on=date(2026, 6, 10), ground="Read", **BY)
    diff = lc.reschedule(wrong, LAW)
    moved = {one.deadline_id: one.after.shown for one in diff.moved}
    assert moved["meet"] == date(2026, 6, 22)
    assert moved["draft"] == date(2026, 6, 16)
    after = settled(wrong)
    assert after.case.dates("draft").shown == date(2026, 6, 16)


def test_what_the_court_owes_is_no_proposal_of_ours() -> None:
    """As `schedule` leaves it out of `new`, so does what moves."""
    file = opened().record(
        served("s1", "defendant-appeared", "roe", ["acme"], SERVED_ON), law=LAW, **BY
    )
    found = lc.schedule(file, LAW)
    assert [row.rule for row in found.others] == ["us/frcp/16(b)(2)"]
    assert found.new == ()
    assert lc.reschedule(file, LAW).new == ()


def test_what_is_due_for_the_first_time_gets_the_ids_that_are_given() -> None:
    """And whoever of ours does it, as when it is set from a schedule."""
    file = opened().record(
        PRIVATE,
        served("s1", "summons-served", "roe", ["acme"], SERVED_ON),
        law=LAW,
        **BY,
    )
    diff = lc.reschedule(file, LAW)
    given = diff.events(
        on=ON, ids=lambda row: row.rule.rpartition("/")[2], owner="A. Associate"
    )
    after = file.record(*given, law=LAW, **BY)
    assert after.case.deadlines["12(a)(1)(A)(i)"].terms.owner == "A. Associate"
