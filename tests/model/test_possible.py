"""What may happen next is what can be recorded, and nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

import legalcase.model as m
from case_files import (
    CANARY,
    DAY,
    NOON,
    after,
    computation,
    joined,
    opened,
    ordered,
    set_,
)
from document_files import blocks
from legalcase.dates import Period
from legalcase.errors import InvalidTypeError, InvalidValueError, LegalCaseError
from legalcase.kernel import (
    Event,
    Facet,
    Label,
    Lifecycle,
    Move,
    Ref,
    Register,
    Row,
    Tracked,
)
from legalcase.kernel.events.ref import REFERS
from lifecycle_pages import PAGE, page, shown_cycles
from matter import MATTER

if TYPE_CHECKING:
    from legalcase.model import CaseFile

SAID: dict[str, Any] = {"ground": f"Because {CANARY}"}
AT = NOON + timedelta(days=40)

# A plain event of each kind that has its place in a lifecycle, for a thing.
PLAIN: dict[str, Any] = {
    "number-assigned": lambda _: m.NumberAssigned(number="1", happened_on=AT.date()),
    "case-stayed": lambda _: m.CaseStayed(happened_on=AT.date(), **SAID),
    "case-reactivated": lambda _: m.CaseReactivated(happened_on=AT.date()),
    "case-disposed": lambda _: m.CaseDisposed(
        disposition="Settled", happened_on=AT.date()
    ),
    "case-reopened": lambda _: m.CaseReopened(happened_on=AT.date()),
    "case-closed": lambda _: m.CaseClosed(happened_on=AT.date()),
    "hearing-continued": lambda name: m.HearingContinued(
        hearing_id=name, happened_on=AT.date()
    ),
    "hearing-held": lambda name: m.HearingHeld(hearing_id=name, happened_on=AT.date()),
    "hearing-vacated": lambda name: m.HearingVacated(
        hearing_id=name, happened_on=AT.date()
    ),
    "hearing-not-attended": lambda name: m.HearingNotAttended(
        hearing_id=name, happened_on=AT.date()
    ),
    "hearing-place-changed": lambda name: m.HearingPlaceChanged(
        hearing_id=name, place="Elsewhere", happened_on=AT.date()
    ),
    **{
        kind: lambda name, event=event: event(
            representation_id=name, happened_on=AT.date()
        )
        for kind, event in (
            ("counsel-withdrew", m.CounselWithdrew),
            ("counsel-terminated", m.CounselTerminated),
            ("counsel-suspended", m.CounselSuspended),
            ("counsel-reinstated", m.CounselReinstated),
        )
    },
    "counsel-substituted": lambda name: m.CounselSubstituted(
        representation_id=name,
        successor_id=f"{name}-more",
        counsel="B. Lawyer",
        happened_on=AT.date(),
    ),
    "deadline-confirmed": lambda name: m.DeadlineConfirmed(
        deadline_id=name, confirmed_by="clerk", happened_on=AT.date()
    ),
    "deadline-recomputed": lambda name: m.DeadlineRecomputed(
        deadline_id=name, basis=ordered(), happened_on=AT.date()
    ),
    "deadline-met": lambda name: m.DeadlineMet(
        deadline_id=name, met_by="clerk", evidence="Receipt", happened_on=AT.date()
    ),
    "deadline-missed": lambda name: m.DeadlineMissed(
        deadline_id=name, happened_on=AT.date()
    ),
    "deadline-extended": lambda name: m.DeadlineExtended(
        deadline_id=name,
        successor_id=f"{name}-more",
        basis=ordered(AT.date() + timedelta(days=90)),
        authority="Stipulation",
        happened_on=AT.date(),
    ),
    "deadline-resumed": lambda name: m.DeadlineResumed(
        deadline_id=name, happened_on=AT.date()
    ),
    "clock-lengthened": lambda name: m.ClockLengthened(
        clock_id=name, period="180 days", happened_on=AT.date()
    ),
    "clock-waived": lambda name: m.ClockWaived(
        clock_id=name, is_written=True, happened_on=AT.date()
    ),
    "clock-severed": lambda name: m.ClockSevered(
        clock_id=name, until_on=AT.date(), happened_on=AT.date()
    ),
    "clock-ended": lambda name: m.ClockEnded(
        clock_id=name, how="done", happened_on=AT.date()
    ),
    "exclusion-ended": lambda name: m.ExclusionEnded(
        exclusion_id=name, until_on=AT.date(), happened_on=AT.date()
    ),
    "exclusion-set-aside": lambda name: m.ExclusionSetAside(
        exclusion_id=name, happened_on=AT.date(), **SAID
    ),
    **{
        kind: lambda name, event=event: event(
            deadline_id=name, happened_on=AT.date(), **SAID
        )
        for kind, event in (
            ("deadline-questioned", m.DeadlineQuestioned),
            ("deadline-stayed", m.DeadlineStayed),
            ("deadline-vacated", m.DeadlineVacated),
            ("deadline-waived", m.DeadlineWaived),
            ("deadline-mooted", m.DeadlineMooted),
            ("deadline-reopened", m.DeadlineReopened),
        )
    },
    **{
        kind: lambda name, event=event: event(task_id=name, happened_on=AT.date())
        for kind, event in (
            ("task-enabled", m.TaskEnabled),
            ("task-disabled", m.TaskDisabled),
            ("task-started", m.TaskStarted),
            ("task-resumed", m.TaskResumed),
        )
    },
    **{
        kind: lambda name, event=event: event(
            task_id=name, happened_on=AT.date(), **SAID
        )
        for kind, event in (
            ("task-suspended", m.TaskSuspended),
            ("task-failed", m.TaskFailed),
            ("task-terminated", m.TaskTerminated),
            ("task-reopened", m.TaskReopened),
        )
    },
    "task-completed": lambda name: m.TaskCompleted(
        task_id=name, completed_by="clerk", happened_on=AT.date()
    ),
    "task-waived": lambda name: m.TaskWaived(
        task_id=name, approved_by="partner", happened_on=AT.date(), **SAID
    ),
}


NOUNS = ("hearing", "deadline", "task", "clock", "exclusion", "counsel")
CLOCKS = ("roe-70", "doe-70")
EXCLUSION = "complexity"


def noun_of(kind: str) -> str:
    """Of what a kind of event is: a hearing, a deadline …, or else the case."""
    noun = kind.partition("-")[0]
    return noun if noun in NOUNS else "case"


def started() -> CaseFile:
    """A case with deadlines of several sorts, a hearing and clocks."""
    barred = m.Computed(computation=computation(barred_by="Fed. R. Civ. P. 6(b)(2)"))
    not_before = ordered(AT.date() + timedelta(days=5), bound="not-earlier-than")
    stopped = m.Computed(computation=computation(is_running=False))
    return after(
        opened(),
        set_("critical", critical=True, stayed_by_stay="yes", after_disposition=False),
        set_("late", ordered(AT.date() + timedelta(days=9)), after_disposition=True),
        set_("barred", barred),
        set_("not-before", not_before),
        set_("stopped", stopped),
        m.HearingSet(hearing_id="trial", title="Trial", hearing_at=AT, happened_on=DAY),
        task_planned("whole", repeats=m.Repeats(every=Period(1, "week")), due_on=DAY),
        task_planned("part", parent="whole"),
        *(
            m.ClockStarted(
                clock_id=name,
                rule="us/18-usc/3161(e)",
                starts=(m.ClockEvent(event="retrial-order-final", on=DAY),),
                happened_on=DAY,
            )
            for name in CLOCKS
        ),
        m.ClocksJoined(clock_ids=CLOCKS, from_on=DAY, happened_on=DAY),
        m.ExclusionRecorded(
            exclusion_id=EXCLUSION,
            clock_ids=CLOCKS,
            basis="(h)(7)",
            from_on=DAY,
            happened_on=DAY,
        ),
        joined("acme"),
        m.CounselAppeared(
            representation_id="lead",
            party_ids=("acme",),
            counsel="A. Lawyer",
            happened_on=DAY,
        ),
    )


def task_planned(task_id: str, **said: Any) -> m.TaskPlanned:
    """The planning of a task."""
    terms = m.TaskTerms(title=f"Do it {CANARY}", accountable="clerk", **said)
    return m.TaskPlanned(task_id=task_id, terms=terms, happened_on=DAY)


NAMES = ("critical", "late", "barred", "not-before", "stopped")
TASKS = ("whole", "part")


def some_event() -> st.SearchStrategy[Any]:
    """An event for one of the things of that case."""

    def made(kind: str, name: str, task: str) -> Any:
        noun = noun_of(kind)
        things = {
            "hearing": "trial",
            "exclusion": EXCLUSION,
            "task": task,
            "counsel": "lead",
        }
        if noun == "clock":
            name = CLOCKS[len(name) % len(CLOCKS)]
        return PLAIN[kind](things.get(noun, name))

    return st.builds(
        made,
        st.sampled_from(sorted(PLAIN)),
        st.sampled_from(NAMES),
        st.sampled_from(TASKS),
    )


@given(st.lists(some_event(), max_size=14), st.sampled_from(["clerk", "lawyer"]))
def test_what_may_happen_is_what_can_be_recorded(events: list[Any], by: str) -> None:
    """A row with nothing missing can be recorded; one that lacks something cannot.

    What has no row at all is refused.
    """
    file = started()
    for event in events:
        try:
            file = file.record(event, by=by, at=AT)
        except LegalCaseError:
            continue
    found = file.possible(by="clerk", at=AT)
    rows = {(row.kind, row.subject): row for row in found}
    subjects = {
        "roe": "case",
        "trial": "hearing",
        "lead": "counsel",
        EXCLUSION: "exclusion",
        **dict.fromkeys(TASKS, "task"),
        **dict.fromkeys(CLOCKS, "clock"),
        **dict.fromkeys(file.case.deadlines.ids(), "deadline"),
    }
    for kind, plain in PLAIN.items():
        for subject, noun in subjects.items():
            if noun_of(kind) != noun:
                continue
            if kind == "number-assigned":
                continue  # a number can be given anew at any time
            why = file.why_not(plain(subject), by="clerk", at=AT)
            row = rows.get((kind, subject))
            if row is None:
                assert why is not None, (kind, subject)
            else:
                assert (why is None) == row.is_ready, (kind, subject, why, row.missing)


# The same of the rooms of claims, charges, papers and filings, and of what a hearing
# needs: the id of the thing, and an event of each kind for it.
ON: dict[str, Any] = {"happened_on": AT.date()}
OF_ROOMS: dict[str, tuple[str, Any]] = {
    "claim-amended": ("c", m.ClaimAmended(claim_id="c", relief="More", **ON)),
    "claim-disposed": (
        "c",
        m.ClaimDisposed(claim_id="c", disposition="settlement", **ON),
    ),
    "claim-reinstated": ("c", m.ClaimReinstated(claim_id="c", **ON)),
    "plea-entered": ("k", m.PleaEntered(counts=("k",), plea="guilty", **ON)),
    "plea-withdrawn": ("k", m.PleaWithdrawn(counts=("k",), **ON)),
    "verdict-returned": ("k", m.VerdictReturned(counts=("k",), verdict="guilty", **ON)),
    "sentence-imposed": (
        "k",
        m.SentenceImposed(counts=("k",), sentence="Fine", **ON),
    ),
    "charge-disposed": (
        "k",
        m.ChargeDisposed(counts=("k",), disposition="conviction", **ON),
    ),
    "charges-superseded": ("k", m.ChargesSuperseded(counts=("k",), **ON)),
    "charges-revived": ("k", m.ChargesRevived(counts=("k",), **ON)),
    "document-produced": (
        "d",
        m.DocumentProduced(document_id="d", to=("a",), **ON),
    ),
    "document-version-added": (
        "d",
        m.DocumentVersionAdded(
            document_id="d", content=m.Content(digest="1" * 64, size=1), **ON
        ),
    ),
    "document-superseded": ("d", m.DocumentSuperseded(document_id="d", **ON)),
    "document-linked": (
        "d",
        m.DocumentLinked(document_id="d", of=(Ref("hearing", "trial"),), **ON),
    ),
    "document-relabelled": (
        "d",
        m.DocumentRelabelled(document_id="d", label=Label(audience="court"), **ON),
    ),
    "filing-sent-for-review": ("f", m.FilingSentForReview(filing_id="f", **ON)),
    "filing-returned": ("f", m.FilingReturned(filing_id="f", **ON)),
    "filing-signed": ("f", m.FilingSigned(filing_id="f", signed_by="L", **ON)),
    "filing-submitted": ("f", m.FilingSubmitted(filing_id="f", **ON)),
    "filing-accepted": ("f", m.FilingAccepted(filing_id="f", entry_id="e-4", **ON)),
    "filing-rejected": ("f", m.FilingRejected(filing_id="f", reason="Fee", **ON)),
    "filing-abandoned": ("f", m.FilingAbandoned(filing_id="f", **ON)),
    "hearing-need-met": ("n", m.HearingNeedMet(need_id="n", **ON)),
    "hearing-need-failed": ("n", m.HearingNeedFailed(need_id="n", **ON)),
    "hearing-need-dropped": ("n", m.HearingNeedDropped(need_id="n", **ON)),
    "hearing-continued": ("trial", m.HearingContinued(hearing_id="trial", **ON)),
}


def furnished() -> CaseFile:
    """A case with a claim, a charge, a paper, a filing and a need of a hearing."""
    return after(
        opened(),
        joined("a"),
        joined("b"),
        m.Filed(title="Answer", happened_on=DAY),
        m.ClaimStated(
            claim_id="c", by=("a",), against=("b",), theory="T", happened_on=DAY
        ),
        m.Charged(charge_id="k", of="a", statute="S", happened_on=DAY),
        m.DocumentReceived(document_id="d", kind="answer", title="A", happened_on=DAY),
        m.FilingDrafted(filing_id="f", title="A", happened_on=DAY),
        m.HearingSet(hearing_id="trial", title="Trial", hearing_at=AT, happened_on=DAY),
        m.HearingNeedStated(
            need_id="n", hearing_id="trial", kind="transport", happened_on=DAY
        ),
    )


@given(st.lists(st.sampled_from(sorted(OF_ROOMS)), max_size=14))
def test_what_may_happen_in_other_rooms_is_what_can_be_recorded(
    kinds: list[str],
) -> None:
    """As above; a version is tried once, since the same bytes are none."""
    file = furnished()
    for kind in kinds:
        try:
            file = file.record(OF_ROOMS[kind][1], by="clerk", at=AT)
        except LegalCaseError:
            continue
    rows = {(row.kind, row.subject): row for row in file.possible(by="clerk", at=AT)}
    for kind, (subject, event) in OF_ROOMS.items():
        if kind == "document-version-added" and kind in kinds:
            continue
        why = file.why_not(event, by="clerk", at=AT)
        row = rows.get((kind, subject))
        if row is None:
            assert why is not None, kind
        else:
            assert (why is None) == row.is_ready, (kind, why, row.missing)


def test_every_kind_with_a_place_is_tried() -> None:
    """And every other kind of those rooms begins something, or leaves it in place."""
    core = m.Model.core()
    moving = {
        move.event for _, lifecycle in core.lifecycles() for move in lifecycle.moves
    }
    kinds = {row.kind for row in core.rows() if row.event in moving}
    # Those of a matter and of papers are tried in tests of their own.
    assert kinds - set(PLAIN) - set(MATTER) - set(OF_ROOMS) == {"filed", "entry-struck"}
    about = {
        row.kind
        for row in core.rows()
        if row.event not in moving
        and any(each.metadata.get(REFERS) in NOUNS for each in fields(row.event))
    }
    # A reading is chosen of a deadline and leaves it on all of its axes; who does that,
    # or a task, when, and after what leaves it where it stands; the others begin
    # something, in the place of a clock or as to several; what a hearing needs leaves
    # that where it is.
    assert about == {
        "clock-started",
        "clocks-joined",
        "deadline-reassigned",
        "exclusion-recorded",
        "hearing-need-stated",
        "reading-chosen",
        "task-planned",
        "task-reassigned",
        "task-rescheduled",
        "task-sequenced",
    }


def said(file: CaseFile, kind: str, subject: str, by: str = "clerk") -> str:
    """What is missing, in one text."""
    (row,) = (
        row for row in file.possible(by=by, at=AT).of(subject) if row.kind == kind
    )
    return "; ".join(row.missing)


def test_what_is_missing_is_named() -> None:
    """A second person, a date, an order, the end of a time, what is still open."""
    file = started()
    assert "a second person" in said(file, "deadline-confirmed", "critical")
    assert said(file, "deadline-confirmed", "critical", by="lawyer") == ""
    assert "6(b)(2) bars it" in said(file, "deadline-extended", "barred")
    assert "due on 2026-07-22" in said(file, "deadline-missed", "late")
    assert "a day by which" in said(file, "deadline-missed", "stopped")
    assert "before 2026-07-18" in said(file, "deadline-met", "not-before")
    file = after(file, m.CaseStayed(happened_on=DAY, **SAID))
    stay = file.log[-1].event_id
    assert f"stopped by {stay}" in said(file, "deadline-confirmed", "critical", "b")
    file = after(file, m.CaseReactivated(happened_on=DAY))
    assert "not computed anew" in said(file, "deadline-confirmed", "critical", "b")
    file = after(file, m.CaseDisposed(disposition="Settled", happened_on=DAY))
    closing = said(file, "case-closed", "roe")
    assert closing == (
        "what became of 4 open deadlines: late, barred, not-before, stopped; "
        "what became of 2 open tasks: whole, part"
    )
    assert said(file, "task-completed", "whole") == (
        "what became of its open parts: part"
    )
    assert said(file, "task-completed", "part") == ""


def test_it_renders_and_names_nothing_that_people_wrote() -> None:
    """As text, as HTML and as plain data; titles and grounds stay where they are."""
    found = started().possible(by=f"A. Clerk {CANARY}", at=AT)
    assert len(found) == len(list(found)) == len(found.rows)
    assert set(found.ready) < set(found)
    text = str(found)
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "a second person" not in text  # somebody else set it
    assert "<table" in found._repr_html_()
    assert found.to_dict()["rows"][0]["event"] == found.rows[0].event
    assert repr(found).startswith("<Possibilities of 'roe'")
    for shown in (text, found._repr_html_(), repr(found), str(found.to_dict())):
        assert CANARY not in shown


def test_who_asks_and_when_is_checked() -> None:
    """As when something is recorded."""
    file = opened()
    with pytest.raises(InvalidValueError, match="by is empty"):
        file.possible(by="", at=AT)
    with pytest.raises(InvalidValueError, match="at has no time zone"):
        file.possible(by="clerk", at=datetime(2026, 6, 3, 9))
    with pytest.raises(InvalidTypeError, match="at needs a datetime"):
        file.possible(by="clerk", at=DAY)  # type: ignore[arg-type]  # refused here


class _Checked(Event):
    """An event of another room."""


def test_rooms_of_others_are_listed_too() -> None:
    """Their lifecycles are tables like ours."""
    lifecycle = Lifecycle(
        noun="intake", first="new", moves=(Move(_Checked, ("new",), "checked"),)
    )
    facet: Facet[Register[Any]] = Facet(
        name="acme-legal/intake",
        first=Register("intake"),
        rows=(
            Row(
                _Checked,
                "acme-legal/checked",
                1,
                lambda state, *_: state,
                missing=lambda _, __, attempt, ___: [f"not by {attempt.on}"],
            ),
        ),
        tracks=(Tracked(lifecycle, lambda _: [("i-1", "new")]),),
    )
    model = m.Model.core().with_facets(facet)
    assert model.lifecycles()[-1] == ("acme-legal/intake", lifecycle)
    file = m.CaseFile.of_log(opened().log, model=model)
    (row,) = file.possible(by="clerk", at=AT).of("i-1")
    assert (row.kind, row.reaches) == ("acme-legal/checked", "checked")
    assert row.missing == ("not by 2026-07-13",)


def test_the_page_shows_each_table_as_it_is() -> None:
    """The page is made of the tables, and has a diagram for each."""
    told = "write it anew: python tests/lifecycle_pages.py"
    assert PAGE.read_text(encoding="utf-8") == page(), told
    shown = [block.text for block in blocks(PAGE)]
    assert shown == [one.diagram() for one in shown_cycles()]
