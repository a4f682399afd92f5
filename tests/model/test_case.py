"""A case is the fold of its events, and refuses what cannot have happened."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve

import legalcase.model as m
from case_files import CANARY, DAY, NOON, after, joined, opened, ordered, set_
from legalcase.errors import (
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    UnknownNameError,
)
from legalcase.kernel import Draft, Label, Ref

LATER = DAY + timedelta(days=30)
AT = datetime(2026, 6, 3, 17, tzinfo=UTC)

STAYED = m.CaseStayed(ground="Bankruptcy", happened_on=DAY)
REACTIVATED = m.CaseReactivated(happened_on=DAY)
DISPOSED = m.CaseDisposed(disposition="Settled", happened_on=DAY)
REOPENED = m.CaseReopened(ground="Remand", happened_on=DAY)
CLOSED = m.CaseClosed(happened_on=DAY)
FILED = m.Filed(title=f"Complaint {CANARY}", happened_on=DAY, number="1")
SERVED = m.Served(title="Complaint", happened_on=DAY, method="personal")
ORDER = m.OrderEntered(title="Order", happened_on=DAY)
TRIAL = m.HearingSet(hearing_id="trial", title="Trial", hearing_at=AT, happened_on=DAY)
COUNSEL = m.CounselAppeared(
    representation_id="c-1",
    party_ids=("acme",),
    counsel=f"A. Lawyer {CANARY}",
    happened_on=DAY,
)
NOTE = m.NoteAdded(note_id="n", text=f"Weak {CANARY}", happened_on=DAY)


def full() -> m.CaseFile:
    """A case with something in every room."""
    return after(
        opened(),
        joined("acme", is_client=True),
        COUNSEL,
        FILED,
        SERVED,
        TRIAL,
        NOTE,
        set_(),
    )


def test_the_fold_of_the_log_is_the_case() -> None:
    """Recording step by step and folding the log give the same value."""
    file = full()
    assert m.Case.from_events(file.log) == file.case
    again = m.CaseFile.of_log(file.log)
    assert again.case == file.case
    assert (file.case.version, len(file.log)) == (8, 8)
    assert file.case.recorded_at == NOON
    for made in (file.case, again):
        assert pickle.loads(pickle.dumps(made)) == made
        assert copy.deepcopy(made) == made


def test_recording_changes_nothing_that_anybody_holds() -> None:
    """The file before stays as it was, also when an event of several is refused."""
    before = opened()
    case, log = before.case, before.log
    after(before, FILED)
    with pytest.raises(UnknownNameError):
        before.record(FILED, evolve(FILED, by=("nobody",)), by="clerk", at=NOON)
    assert (before.case, before.log) == (case, log)
    assert len(before.case.docket) == 0


def test_a_case_is_made_of_its_log() -> None:
    """And of nothing else; a second opening cannot follow."""
    with pytest.raises(InvalidTypeError, match="made of its log, not of dict"):
        m.Case({})  # type: ignore[arg-type]  # refused here
    with pytest.raises(InvalidValueError, match="has begun already"):
        after(opened(), m.CaseOpened(caption="Again", happened_on=DAY))
    with pytest.raises(InvalidValueError, match="stands where line 1"):
        m.Case.from_events(full().log[1:])
    with pytest.raises(InvalidValueError, match="begins with line 1"):
        m.CaseFile.open(FILED, case_id="roe", by="clerk", at=NOON)  # type: ignore[arg-type]  # refused here


@pytest.mark.parametrize(
    ("path", "status", "counts"),
    [
        ((), "active", ("new-filing",)),
        ((STAYED,), "inactive", ("new-filing", "placed-on-inactive-status")),
        (
            (STAYED, REACTIVATED),
            "active",
            ("new-filing", "placed-on-inactive-status", "reactivated"),
        ),
        (
            (STAYED, DISPOSED),
            "disposed",
            (
                "new-filing",
                "placed-on-inactive-status",
                "reactivated",
                "entry-of-judgment",
            ),
        ),
        (
            (DISPOSED, REOPENED, DISPOSED),
            "disposed",
            ("new-filing", "entry-of-judgment", "reopened", "reopened-disposition"),
        ),
        (
            (DISPOSED, REOPENED),
            "active",
            ("new-filing", "entry-of-judgment", "reopened"),
        ),
        ((DISPOSED, CLOSED), "closed", ("new-filing", "entry-of-judgment")),
        ((STAYED, STAYED), "inactive", ("new-filing", "placed-on-inactive-status")),
        ((DISPOSED, STAYED), "disposed", ("new-filing", "entry-of-judgment")),
        (
            (DISPOSED, CLOSED, REOPENED),
            "active",
            ("new-filing", "entry-of-judgment", "reopened"),
        ),
    ],
)
def test_the_status_follows_the_events(
    path: tuple[Any, ...], status: str, counts: tuple[str, ...]
) -> None:
    """Each allowed way through the life of a case, and what the court counts of it."""
    caseload = after(opened(), *path).case.caseload
    assert caseload.status is m.CaseStatus(status)
    assert tuple(change.count for change in caseload.counted()) == counts


@pytest.mark.parametrize(
    "path",
    [
        (REACTIVATED,),
        (REOPENED,),
        (CLOSED,),
        (STAYED, CLOSED),
        (DISPOSED, DISPOSED),
        (DISPOSED, CLOSED, STAYED),
        (DISPOSED, CLOSED, CLOSED),
        (STAYED, REACTIVATED, REACTIVATED),
    ],
)
def test_what_the_status_forbids_is_refused(path: tuple[Any, ...]) -> None:
    """Everything else is no transition."""
    file = after(opened(), *path[:-1])
    with pytest.raises(IllegalTransitionError, match="cannot ") as caught:
        after(file, path[-1])
    assert caught.value.subject == "roe"


@pytest.mark.parametrize("refused", [STAYED, DISPOSED])
def test_before_it_is_filed_a_case_can_only_be_closed(refused: Any) -> None:
    """Or begin, by the first filing or by its number."""
    early = opened(number=None)
    assert early.case.status is m.CaseStatus.PRE_FILING
    assert after(early, CLOSED).case.status is m.CaseStatus.CLOSED
    for begins in (FILED, m.NumberAssigned(number="7", happened_on=DAY)):
        file = after(early, begins)
        begun = file.case
        assert begun.status is m.CaseStatus.ACTIVE
        assert [change.count for change in begun.caseload.counted()] == ["new-filing"]
        again = after(file, FILED).case
        assert again.caseload.counted() == begun.caseload.counted()
    with pytest.raises(IllegalTransitionError):
        after(early, refused)


def test_a_case_with_open_deadlines_is_not_closed() -> None:
    """What is still to be done keeps a case open."""
    file = after(opened(), set_(), set_("more"), DISPOSED)
    with pytest.raises(IllegalTransitionError, match="2 open deadlines"):
        after(file, CLOSED)
    done = m.DeadlineMooted(deadline_id="more", ground="Settled", happened_on=DAY)
    with pytest.raises(IllegalTransitionError, match="1 open deadline "):
        after(file, done, CLOSED)
    last = evolve(done, deadline_id="answers")
    assert after(file, done, last, CLOSED).case.status is m.CaseStatus.CLOSED


def test_a_case_moves_through_courts_and_the_way_is_kept() -> None:
    """Court, number, judge and name, each from its day on; links to other cases."""
    file = after(
        opened(number=None),
        m.CourtAssigned(court="us/cand", forum="us-ca", happened_on=DAY),
        m.NumberAssigned(number="3:26-cv-1", happened_on=DAY),
        m.JudgeAssigned(judge="Chen", happened_on=DAY),
        m.CaptionChanged(caption="In re Acme", happened_on=LATER),
    )
    case = file.case
    assert (case.court, case.number, case.forum) == ("us/cand", "3:26-cv-1", "us-ca")
    assert (case.caseload.judge, case.caption) == ("Chen", "In re Acme")
    file = after(
        file,
        joined("b", happened_on=LATER),
        m.CaseTransferred(court="us/nysd", happened_on=LATER),
        m.CasesConsolidated(lead="roe", cases=("doe",), happened_on=LATER),
        m.CaseSevered(of=("b",), into="roe-b", happened_on=LATER),
        m.AppealTaken(by=("b",), court="us/ca2", number="26-7", happened_on=LATER),
    )
    caseload = file.case.caseload
    # Judge and number are those of the court that it left.
    assert (caseload.court, caseload.number, caseload.judge) == ("us/nysd", None, None)
    assert caseload.forum == "us-ca"
    assert [sitting.court for sitting in caseload.sittings] == [
        None,
        "us/cand",
        "us/cand",
        "us/cand",
        "us/nysd",
    ]
    assert [(link.kind, link.cases, link.of) for link in caseload.links] == [
        ("case-transferred", (), ()),
        ("cases-consolidated", ("roe", "doe"), ()),
        ("case-severed", ("roe-b",), ("b",)),
        ("appeal-taken", ("26-7",), ("b",)),
    ]
    with pytest.raises(InvalidValueError, match="neither this one nor one of cases"):
        after(file, m.CasesConsolidated(lead="x", cases=("y",), happened_on=LATER))


def test_a_store_finds_a_case_by_court_number_and_party() -> None:
    """By the tags of the lines that say so."""
    transferred = m.CaseTransferred(
        court="us/nysd", number="1:26-cv-9", happened_on=DAY
    )
    assert transferred.tags() == ("court:us/nysd", "number:1:26-cv-9")
    assert opened().log[0].event.tags() == ("number:1",)  # type: ignore[union-attr]  # of an event
    assert m.CourtAssigned(court="us/cand", happened_on=DAY).tags() == (
        "court:us/cand",
    )
    assert m.NumberAssigned(number="7", happened_on=DAY).tags() == ("number:7",)
    assert joined("acme").tags() == ("party:acme",)
    assert set_(owed_by=("acme",)).tags() == ("party:acme",)
    assert FILED.tags() == ()


def test_parties_come_and_go() -> None:
    """A participation ends on a day, and its roles and its counsel's with it."""
    left = m.PartyLeft(party_id="acme", happened_on=LATER)
    file = after(opened(), joined("acme"), COUNSEL, left)
    gone = file.case.people.participants["acme"]
    assert gone.is_party_on(LATER - timedelta(days=1))
    assert not gone.is_party_on(LATER)
    assert not gone.is_party_on(DAY - timedelta(days=1))
    assert gone.roles_on(DAY) == ("defendant",)
    assert gone.roles_on(LATER) == ()
    assert (gone.joined_on, gone.left_on, gone.roles) == (DAY, LATER, ("defendant",))
    assert file.case.people.representations["c-1"].ended_on == LATER
    back = after(file, joined("acme", "plaintiff", happened_on=LATER)).case
    again = back.people.participants["acme"]
    assert again.is_party_on(LATER)
    assert [spell.from_on for spell in again.spells] == [DAY, LATER]
    assert again.roles == ("plaintiff",)
    # Counsel does not come back with it.
    assert back.people.representations["c-1"].ended_on == LATER


def test_a_role_is_taken_and_lost_and_nobody_leaves_for_it() -> None:
    """A defendant counterclaims; the counterclaim is dismissed."""
    taken = m.RoleTaken(party_id="acme", roles=("counterclaimant",), happened_on=LATER)
    ended = m.RoleEnded(
        party_id="acme", roles=("counterclaimant",), happened_on=LATER + timedelta(9)
    )
    file = after(opened(), joined("acme", is_client=True), COUNSEL, taken)
    acme = file.case.people.participants["acme"]
    assert acme.roles_on(DAY) == ("defendant",)
    assert acme.roles == ("defendant", "counterclaimant")
    assert file.case.people.representations["c-1"].ended_on is None
    after_it = after(file, ended).case.people.participants["acme"]
    assert after_it.roles == ("defendant",)
    assert after_it.roles_on(LATER) == ("defendant", "counterclaimant")
    assert file.case.people.clients == (acme,)


def test_counsel_for_several_stays_until_the_last_has_left() -> None:
    """A representation ends for each of its parties on its own day."""
    both = evolve(COUNSEL, representation_id="c-2", party_ids=("acme", "beta"))
    theirs = evolve(COUNSEL, representation_id="c-3", party_ids=("beta",))
    file = after(
        opened(),
        joined("acme"),
        joined("beta"),
        COUNSEL,
        both,
        theirs,
        m.PartyLeft(party_id="acme", happened_on=LATER),
    )

    def ends(file: m.CaseFile) -> dict[str, date | None]:
        found = file.case.people.representations
        return {one.representation_id: one.ended_on for one in found}

    assert ends(file) == {"c-1": LATER, "c-2": None, "c-3": None}
    last = LATER + timedelta(days=1)
    withdrew = m.CounselWithdrew(representation_id="c-2", happened_on=last)
    assert ends(after(file, withdrew)) == {"c-1": LATER, "c-2": last, "c-3": None}
    for_one = evolve(withdrew, representation_id="c-3", party_ids=("beta",))
    assert ends(after(file, for_one))["c-3"] == last
    appeared = file.case.people.representations["c-2"]
    assert (appeared.party_ids, appeared.began_on) == (("acme", "beta"), DAY)


def test_a_representation_lasts_no_longer_than_the_participation() -> None:
    """Where the end of one of the two is known already when it begins."""
    until = DAY + timedelta(days=5)
    file = after(opened(), joined("acme", left_on=until), COUNSEL)
    assert file.case.people.representations["c-1"].ended_on == until
    sooner = evolve(COUNSEL, ended_on=DAY + timedelta(days=2))
    file = after(opened(), joined("acme", left_on=until), sooner)
    assert file.case.people.representations["c-1"].ended_on == sooner.ended_on


def test_the_docket_keeps_words_dates_and_by_whom() -> None:
    """Filings and service stand there with what periods look for."""
    filed = evolve(
        FILED, happened_at=AT, triggers=("complaint-filed",), by=("roe",), paper="x"
    )
    file = after(opened(), joined("roe"), joined("acme"), filed)
    event_id = file.log[-1].event_id
    served = evolve(SERVED, on=("acme",), about=(Ref("event", event_id),))
    file = after(file, served, evolve(ORDER, of=("acme",), number="12"))
    first, second, third = file.case.docket
    assert (first.happened, first.happened_on) == (AT, DAY)
    assert (first.triggers, first.number, first.by) == (
        ("complaint-filed",),
        "1",
        ("roe",),
    )
    assert (first.event_id, first.paper) == (event_id, "x")
    assert (second.kind, second.method, second.on) == ("served", "personal", ("acme",))
    assert (second.about, second.number) == ((f"event:{event_id}",), None)
    assert (third.of, third.number, third.stands) == (("acme",), "12", True)
    assert file.case.docket[event_id] == first


def test_what_is_struck_or_vacated_stands_no_more() -> None:
    """It is not gone: it says by which event."""
    file = after(opened(), Draft(FILED, event_id="f"), Draft(ORDER, event_id="o"))
    struck = m.EntryStruck(entry_id="f", happened_on=DAY)
    vacated = m.OrderVacated(entry_id="o", happened_on=DAY)
    file = after(file, struck, vacated)
    assert [entry.stands for entry in file.case.docket] == [False, False]
    assert file.case.docket["f"].struck_by == file.log[-2].event_id
    for again in (struck, vacated):
        with pytest.raises(IllegalTransitionError, match="does not stand any more"):
            after(file, again)


def test_an_entry_is_sealed_and_unsealed() -> None:
    """The docket is public unless the court says otherwise."""
    file = after(opened(), Draft(FILED, event_id="f"))
    assert file.case.docket["f"].label == Label(audience="public")
    sealed = m.EntrySealed(entry_id="f", label=Label(audience="court"), happened_on=DAY)
    file = after(file, sealed)
    assert file.case.docket["f"].label == sealed.label
    file = after(file, m.EntryUnsealed(entry_id="f", happened_on=DAY))
    assert file.case.docket["f"].label == Label(audience="public")
    by_line = after(opened(), Draft(FILED, event_id="f", label=Label(audience="party")))
    assert by_line.case.docket["f"].label == Label(audience="party")


HELD = m.HearingHeld(hearing_id="trial", happened_on=DAY)
CONTINUED = m.HearingContinued(hearing_id="trial", happened_on=DAY)
VACATED = m.HearingVacated(hearing_id="trial", happened_on=DAY)


def test_a_continuance_leaves_the_first_setting() -> None:
    """Some periods run from the day first set for trial."""
    later = AT + timedelta(days=30)
    file = after(opened(), TRIAL, CONTINUED)
    trial = file.case.hearings["trial"]
    assert (trial.state, trial.has_date) == (m.HearingState.CONTINUED, False)
    with pytest.raises(IllegalTransitionError, match="continued"):
        after(file, HELD)
    file = after(file, evolve(CONTINUED, to_at=later), HELD)
    trial = file.case.hearings["trial"]
    assert (trial.first_at, trial.at) == (AT, later)
    assert (trial.state, trial.has_date) == (m.HearingState.HELD, True)
    assert trial.revision == file.case.version
    with pytest.raises(IllegalTransitionError, match="Nothing follows from there"):
        after(file, VACATED)
    # The agenda has it among the deadlines, by the day on which it is now.
    agenda = after(file, set_()).case.agenda()
    assert agenda.hearings == (trial,)
    text = " ".join(str(agenda).split())
    assert "Fri 2026-07-03" in text
    assert "first set for" in text
    assert "first set" not in str(after(opened(), TRIAL).case.agenda())


def test_hearings_are_vacated_and_not_set_twice() -> None:
    """A hearing has an id of its own."""
    file = after(opened(), TRIAL, VACATED)
    assert file.case.hearings["trial"].state is m.HearingState.VACATED
    with pytest.raises(InvalidValueError, match="already"):
        after(file, TRIAL)
    with pytest.raises(UnknownNameError, match="trial"):
        file.case.hearings["trail"]


def test_notes_are_privileged_unless_labelled() -> None:
    """Our own file is nobody else's business."""
    file = after(opened(), NOTE)
    assert file.case.notes["n"].label == Label(audience="firm", ground="privileged")
    with pytest.raises(InvalidValueError, match="already"):
        after(file, NOTE)
    shared = evolve(NOTE, note_id="n-2", label=Label(audience="client"))
    assert after(file, shared).case.notes["n-2"].label == Label(audience="client")


_OF: dict[str, Any] = {"happened_on": DAY}
_EARLY: dict[str, Any] = {"happened_on": DAY - timedelta(days=1)}
_ACME = joined("acme")
_GONE = m.PartyLeft(party_id="acme", happened_on=LATER)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        # people
        ((m.PartyLeft(party_id="acme", **_OF),), "no party 'acme'"),
        ((_ACME, _ACME), "in the case and cannot join. Record RoleTaken"),
        ((_ACME, _GONE, _ACME), "in the case until 2026-07-03 and cannot join before"),
        ((_ACME, _GONE, _GONE), "gone and cannot leave"),
        ((_ACME, m.PartyLeft(party_id="acme", **_EARLY)), "cannot leave before"),
        (
            (_ACME, m.RoleTaken(party_id="acme", roles=("defendant",), **_OF)),
            "holds that role already",
        ),
        (
            (_ACME, m.RoleTaken(party_id="acme", roles=("witness",), **_EARLY)),
            "cannot take a role before",
        ),
        (
            (_ACME, _GONE, m.RoleTaken(party_id="acme", roles=("witness",), **_OF)),
            "gone and cannot take a role",
        ),
        (
            (_ACME, m.RoleEnded(party_id="acme", roles=("witness",), **_OF)),
            "cannot lose that. It holds defendant",
        ),
        (
            (_ACME, m.RoleEnded(party_id="acme", roles=("defendant",), **_OF)),
            "cannot lose all roles. Record PartyLeft",
        ),
        (
            (
                _ACME,
                m.RoleTaken(party_id="acme", roles=("witness",), happened_on=LATER),
                m.RoleEnded(party_id="acme", roles=("witness",), **_OF),
            ),
            "witness since 2026-07-03 and cannot lose that before",
        ),
        ((joined("kid", for_parties=("acme",)),), "no party 'acme'"),
        ((COUNSEL,), "no party 'acme'"),
        ((_ACME, evolve(COUNSEL, **_EARLY)), "takes no part in the case on 2026-06-02"),
        ((_ACME, _GONE, evolve(COUNSEL, happened_on=LATER)), "takes no part"),
        ((_ACME, COUNSEL, COUNSEL), "representation 'c-1' is there already"),
        ((m.CounselWithdrew(representation_id="c-1", **_OF),), "no representation"),
        (
            (
                _ACME,
                joined("b"),
                COUNSEL,
                m.CounselWithdrew(representation_id="c-1", party_ids=("b",), **_OF),
            ),
            "it lasts for acme",
        ),
        (
            (
                _ACME,
                COUNSEL,
                m.CounselWithdrew(representation_id="c-1", **_OF),
                m.CounselWithdrew(representation_id="c-1", **_OF),
            ),
            "it lasts for nobody",
        ),
        (
            (_ACME, COUNSEL, m.CounselWithdrew(representation_id="c-1", **_EARLY)),
            "began on 2026-06-03",
        ),
        # docket
        ((evolve(FILED, by=("acme",)),), "no party 'acme'"),
        ((evolve(SERVED, on=("acme",)),), "no party 'acme'"),
        ((evolve(FILED, about=(Ref("event", "x"),)),), "no event 'x'"),
        ((m.EntryStruck(entry_id="x", **_OF),), "no event 'x'"),
        ((m.EntryStruck(entry_id="e-1", **_OF),), "no docket entry 'e-1'"),
        ((FILED, m.OrderVacated(entry_id="e-2", **_OF)), "which is not vacated"),
        ((ORDER, m.EntryStruck(entry_id="e-2", **_OF)), "which is not struck"),
        (
            (
                FILED,
                m.EntrySealed(entry_id="e-2", label=Label(audience="public"), **_OF),
            ),
            "which seals nothing",
        ),
        # caseload
        ((evolve(STAYED, of=("acme",)),), "no party 'acme'"),
        (
            (STAYED, m.CaseReactivated(stay=Ref("event", "e-1"), **_OF)),
            "no such stay holds",
        ),
        (
            (_ACME, STAYED, m.CaseReactivated(of=("acme",), **_OF)),
            "cannot be lifted for some parties",
        ),
        # hearings
        ((HELD,), "no hearing 'trial'"),
        ((TRIAL, HELD, HELD), "hearing 'trial' is held, and HearingHeld cannot"),
        ((TRIAL, VACATED, CONTINUED), "is vacated, and HearingContinued cannot"),
    ],
)
def test_what_cannot_have_happened_is_refused(path: Any, words: str) -> None:
    """Each room says why, and what to do; the file stays as it was."""
    file = after(opened(), *path[:-1])
    case = file.case
    with pytest.raises(LegalCaseError, match=words) as caught:
        after(file, path[-1])
    assert file.case == case
    assert str(caught.value).count(". ") >= 1
    assert CANARY not in str(caught.value)


def test_what_people_wrote_is_in_no_repr() -> None:
    """A value that lands in a log or a traceback gives nothing away."""
    file = full()
    case = file.case
    values: list[Any] = [file, case, case.agenda(), *case.agenda().items, *file.log]
    values += [line.event for line in file.log]
    for room in (case.docket, case.notes, case.hearings, case.deadlines):
        values += [room, *room]
    values += [case.people, *case.people.participants, *case.people.representations]
    values += [case.caseload, *case.caseload.sittings, *case.caseload.history]
    assert [value for value in values if CANARY in repr(value)] == []
    assert CANARY in str(case.agenda())
    assert "<table" in case._repr_html_()
    assert file._repr_html_() == case._repr_html_()


def test_a_case_is_plain_data() -> None:
    """Every room, by its name."""
    rooms = full().case.to_dict()
    assert (rooms["case_id"], rooms["version"]) == ("roe", 8)
    assert [one["hearing_id"] for one in rooms["hearings"]] == ["trial"]
    assert rooms["caseload"]["caption"].startswith("Roe v. Acme")
    assert {facet.name for facet in m.Model.core().facets} <= set(rooms)


def test_what_is_due_shows_in_the_case() -> None:
    """First what is due first."""
    case = after(opened(), set_("a", ordered(date(2026, 9, 1))), set_("b")).case
    assert [item.deadline.deadline_id for item in case.agenda().items] == ["b", "a"]
    assert case.dates("a").shown == date(2026, 9, 1)
    assert "2 open of 2; first Mon 2026-07-06" in case._repr_html_().replace(
        '<span style="white-space:nowrap">', ""
    ).replace("</span>", "")
