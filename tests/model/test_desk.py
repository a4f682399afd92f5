"""What a docketing clerk meets in the first hours, each as it should be."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve, field, frozen

import legalcase as lc
import legalcase.model as m
from case_files import DAY, NOON, after, computation, joined, opened, ordered, set_
from legalcase.errors import IllegalTransitionError
from legalcase.kernel import (
    Draft,
    Event,
    Facet,
    Ref,
    Register,
    Row,
    UnknownEvent,
    names,
)
from legalcase.kernel.checks import check_id, check_text

LATER = DAY + timedelta(days=20)
RULE: dict[str, Any] = {"after_disposition": False, "stayed_by_stay": "yes"}


def item(file: m.CaseFile, name: str = "answers") -> m.AgendaItem:
    """A deadline as the agenda has it."""
    return next(i for i in file.case.agenda().items if i.deadline.deadline_id == name)


def test_a_matter_from_intake_gets_its_court_and_its_number() -> None:
    """When it is filed, and not before; it is found by both."""
    file = opened(number=None)
    assert (file.case.court, file.case.number) == (None, None)
    assert file.case.status is m.CaseStatus.PRE_FILING
    file = after(
        file,
        m.CourtAssigned(court="us/cand", happened_on=LATER),
        m.NumberAssigned(number="3:26-cv-01234", happened_on=LATER),
    )
    assert (file.case.court, file.case.number) == ("us/cand", "3:26-cv-01234")
    assert file.case.status is m.CaseStatus.ACTIVE
    tags = [tag for line in file.log for tag in line.event.tags()]  # type: ignore[union-attr]  # events
    assert tags == ["court:us/cand", "number:3:26-cv-01234"]


def test_a_wrong_day_of_service_is_corrected_and_the_deadline_notices() -> None:
    """One service on the docket, with the right day; who confirmed looks again."""
    found = lc.compute("us/frcp/12(a)(1)(A)(i)", after=DAY, court="cand")
    anchor = m.Anchor("summons-served", Ref("event", "served"))
    basis = m.Computed(computation=found, anchors=(anchor,))
    file = after(
        opened(),
        joined("acme"),
        Draft(
            m.Served(title="Summons", on=("acme",), happened_on=DAY), event_id="served"
        ),
        set_(basis=basis, owed_by=("acme",)),
        m.DeadlineConfirmed(
            deadline_id="answers", confirmed_by="lawyer", happened_on=DAY
        ),
    )
    right = DAY - timedelta(days=2)
    file = file.correct(
        "served",
        happened_on=right,
        ground="proof of service read",
        by="clerk",
        at=NOON + timedelta(days=1),
    )
    assert [entry.happened for entry in file.case.docket] == [right]
    deadline = file.case.deadlines["answers"]
    assert deadline.review.state is m.ReviewState.NEEDS_REVIEW
    assert deadline.review.because == (file.log[-1].event_id,)
    assert "because of" in str(file.case.agenda())


@pytest.mark.parametrize(
    "before",
    [
        (),
        (
            m.DeadlineQuestioned(
                deadline_id="answers", ground="A closure?", happened_on=DAY
            ),
        ),
    ],
    ids=["proposed", "needs-review"],
)
def test_a_filing_meets_a_deadline_that_nobody_confirmed(before: Any) -> None:
    """Nobody has to confirm a date that nobody believes in."""
    filed = Draft(m.Filed(title="Answer", happened_on=LATER), event_id="f")
    met = m.DeadlineMet(
        deadline_id="answers",
        met_by="acme",
        by_event=Ref("event", "f"),
        happened_on=LATER,
    )
    file = after(opened(), set_(), *before, filed, met)
    assert item(file).deadline.outcome is m.Outcome.MET
    assert file.case.agenda().open == ()


def test_a_stay_a_disposition_and_a_moved_hearing_reach_the_deadlines() -> None:
    """Each with the event because of which; no date inside a stay is confirmed."""
    hearing = m.HearingSet(
        hearing_id="motion",
        title="Motion",
        hearing_at=datetime(2026, 11, 5, 9, tzinfo=UTC),
        happened_on=DAY,
    )
    reply = m.Computed(
        computation=computation(),
        anchors=(m.Anchor("hearing-set", Ref("hearing", "motion")),),
    )
    outlives = {**RULE, "after_disposition": True, "stayed_by_stay": "no"}
    unknown = {"after_disposition": None, "stayed_by_stay": None}
    file = after(
        opened(),
        hearing,
        set_(**RULE),
        set_("appeal", **outlives),
        set_("reply", reply, **outlives),
        set_("unclear", **unknown),
    )
    stayed = after(file, m.CaseStayed(ground="Bankruptcy", happened_on=DAY))
    stay = stayed.log[-1].event_id
    assert item(stayed).deadline.stopped_by == (stay,)
    assert item(stayed).dates.shown is None
    assert item(stayed, "appeal").state == "proposed"
    assert item(stayed, "unclear").deadline.review.because == (stay,)
    confirm = m.DeadlineConfirmed(
        deadline_id="answers", confirmed_by="lawyer", happened_on=DAY
    )
    with pytest.raises(IllegalTransitionError, match="its date is not known"):
        after(stayed, confirm)
    lifted = after(stayed, m.CaseReactivated(happened_on=LATER))
    with pytest.raises(IllegalTransitionError, match="computed anew"):
        after(lifted, evolve(confirm, happened_on=LATER))
    again = m.DeadlineRecomputed(
        deadline_id="answers", basis=ordered(), happened_on=LATER
    )
    assert item(after(lifted, again, evolve(confirm, happened_on=LATER))).state == (
        "confirmed"
    )

    disposed = after(file, m.CaseDisposed(disposition="Settled", happened_on=LATER))
    event = disposed.log[-1].event_id
    assert item(disposed).deadline.outcome is m.Outcome.VACATED
    assert item(disposed).deadline.ended_by == event
    assert item(disposed, "appeal").deadline.is_open
    assert item(disposed, "unclear").deadline.review.because == (event,)

    moved = after(file, m.HearingContinued(hearing_id="motion", happened_on=LATER))
    assert item(moved, "reply").deadline.review.because == (moved.log[-1].event_id,)
    assert item(moved, "appeal").state == "proposed"


def test_a_party_becomes_counterclaimant_and_keeps_its_lawyer() -> None:
    """A role more is no leaving and coming back."""
    counsel = m.CounselAppeared(
        representation_id="c", party_ids=("acme",), counsel="Lawyer", happened_on=DAY
    )
    taken = m.RoleTaken(party_id="acme", roles=("counterclaimant",), happened_on=LATER)
    people = after(opened(), joined("acme"), counsel, taken).case.people
    assert people.participants["acme"].roles == ("defendant", "counterclaimant")
    assert people.representations["c"].ended_on is None


def test_what_happens_to_one_defendant_does_not_happen_to_the_other() -> None:
    """Dispositions, stays and reopenings as to one; and the deadlines of each."""
    file = after(
        opened(),
        joined("a"),
        joined("b"),
        set_("of-a", owed_by=("a",), **RULE),
        set_("of-b", owed_by=("b",), **RULE),
        set_("of-both", owed_by=("a", "b"), **RULE),
        set_("of-nobody", **RULE),
        m.CaseDisposed(disposition="Convicted", of=("a",), happened_on=LATER),
    )
    caseload = file.case.caseload
    assert caseload.status_of("a") is m.CaseStatus.DISPOSED
    assert caseload.status_of("b") is caseload.status is m.CaseStatus.ACTIVE
    assert item(file, "of-a").state == "vacated"
    assert item(file, "of-b").state == "proposed"
    assert (
        item(file, "of-both").state == item(file, "of-nobody").state == "needs-review"
    )
    stay = m.CaseStayed(ground="Competency", of=("b",), happened_on=LATER)
    file = after(file, stay)
    assert file.case.caseload.status_of("b") is m.CaseStatus.INACTIVE
    assert file.case.status is m.CaseStatus.ACTIVE
    assert item(file, "of-b").state == "stopped"
    with pytest.raises(IllegalTransitionError, match="as to a"):
        after(file, m.CaseDisposed(disposition="Again", of=("a",), happened_on=LATER))
    file = after(file, m.CaseReopened(of=("a",), happened_on=LATER))
    assert file.case.caseload.status_of("a") is m.CaseStatus.ACTIVE
    assert (file.case.caseload.reopened("a"), file.case.caseload.reopened("b")) == (
        1,
        0,
    )


def test_a_stay_of_several_is_lifted_for_one() -> None:
    """The other stays where it is."""
    stay = m.CaseStayed(ground="Bankruptcy", of=("a", "b"), happened_on=DAY)
    lifted = m.CaseReactivated(of=("a",), happened_on=LATER)
    file = after(opened(), joined("a"), joined("b"), stay, lifted)
    caseload = file.case.caseload
    assert caseload.status_of("a") is m.CaseStatus.ACTIVE
    assert caseload.status_of("b") is m.CaseStatus.INACTIVE
    assert [(one.of, one.lifted_on) for one in caseload.stays] == [
        (("b",), None),
        (("a",), LATER),
    ]


def test_the_title_of_what_we_plan_is_for_nobody_else() -> None:
    """A feed that asks the label shows it to the firm alone."""
    plan = set_("draft", m.Derived(follows=Ref("deadline", "answers")))
    file = after(opened(), set_(), plan)
    label = file.case.deadlines["draft"].label
    for audience in ("public", "court", "party", "client"):
        assert not label.admits(audience)
    assert label.admits("firm")
    assert file.case.deadlines["answers"].label.admits("public")


@frozen(kw_only=True)
class SafetyScreened(Event):
    """A firm's own kind of event."""

    screen_id: str = field(validator=check_id, metadata=names("acme-legal/screen"))
    result: str = field(repr=False, validator=check_text)


SCREENS: Facet[Register[str]] = Facet(
    name="acme-legal/screens",
    first=Register("acme-legal/screen"),
    rows=(
        Row(
            SafetyScreened,
            "acme-legal/safety-screened",
            1,
            lambda state, event, *_: state.with_(event.screen_id, event.result),
        ),
    ),
)


def test_a_tool_with_an_event_of_its_own_leaves_the_case_readable() -> None:
    """With its room there is its state; without, the core is equal and says so."""
    model = m.Model.core().with_facets(SCREENS)
    file = m.CaseFile.of_log(after(opened(), joined("acme")).log, model=model)
    screened = SafetyScreened(screen_id="s-1", result="safe", happened_on=DAY)
    note = m.NoteAdded(
        note_id="n",
        text="See the screen",
        about=(Ref("acme-legal/screen", "s-1"),),
        happened_on=DAY,
    )
    file = file.record(screened, note, set_(), by="clerk", at=NOON)
    assert file.case[SCREENS]["s-1"] == "safe"
    stored = [
        evolve(
            line,
            event=UnknownEvent(kind=line.kind, schema=1, happened=DAY, payload="{}"),
        )
        if line.kind == "acme-legal/safety-screened"
        else line
        for line in file.log
    ]
    without = m.Case.from_events(stored)
    assert without.unread == ("acme-legal/safety-screened",)
    assert without.deadlines == file.case.deadlines
    assert without.notes == file.case.notes
    assert without.agenda() == file.case.agenda()
    assert "passed over" in without._repr_html_()
    # And it goes on: what is recorded without the room is read with it.
    more = m.CaseFile.of_log(stored).record(
        m.CaseDisposed(disposition="Settled", happened_on=date(2026, 6, 3)),
        by="clerk",
        at=NOON,
    )
    whole = m.Case.from_events((*file.log, more.log[-1]), model=model)
    assert whole[SCREENS]["s-1"] == "safe"
    assert whole.status is m.CaseStatus.DISPOSED
