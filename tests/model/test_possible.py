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
from legalcase.errors import InvalidTypeError, InvalidValueError, LegalCaseError
from legalcase.kernel import Event, Facet, Lifecycle, Move, Register, Row, Tracked
from legalcase.kernel.ref import REFERS
from lifecycle_pages import PAGE, page

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
}


def started() -> CaseFile:
    """A case with deadlines of several sorts and a hearing."""
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
        joined("acme"),
        m.CounselAppeared(
            representation_id="lead",
            party_ids=("acme",),
            counsel="A. Lawyer",
            happened_on=DAY,
        ),
    )


NAMES = ("critical", "late", "barred", "not-before", "stopped")


def some_event() -> st.SearchStrategy[Any]:
    """An event for one of the things of that case."""

    def made(kind: str, name: str) -> Any:
        things = {"hearing": "trial", "counsel": "lead"}
        return PLAIN[kind](things.get(kind.partition("-")[0], name))

    return st.builds(made, st.sampled_from(sorted(PLAIN)), st.sampled_from(NAMES))


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
    deadlines = tuple(one.deadline_id for one in file.case.deadlines)
    subjects = ("roe", "trial", "lead", *deadlines)
    for kind, plain in PLAIN.items():
        for subject in subjects:
            noun = kind.partition("-")[0]
            if (noun == "hearing") != (subject == "trial"):
                continue
            if (noun == "counsel") != (subject == "lead"):
                continue
            if (noun == "deadline") != (subject in deadlines):
                continue
            if kind == "number-assigned":
                continue  # a number can be given anew at any time
            why = file.why_not(plain(subject), by="clerk", at=AT)
            row = rows.get((kind, subject))
            if row is None:
                assert why is not None, (kind, subject)
            else:
                assert (why is None) == row.is_ready, (kind, subject, why, row.missing)


def test_every_kind_with_a_place_is_tried() -> None:
    """And every other kind of those rooms begins something, or leaves it in place."""
    core = m.Model.core()
    moving = {
        move.event for _, lifecycle in core.lifecycles() for move in lifecycle.moves
    }
    kinds = {row.kind for row in core.rows() if row.event in moving}
    assert kinds - set(PLAIN) == {"filed", "entry-struck"}
    about = {
        row.kind
        for row in core.rows()
        if row.event not in moving
        and any(
            each.metadata.get(REFERS) in ("deadline", "hearing")
            for each in fields(row.event)
        )
    }
    # A reading is chosen of a deadline and leaves it on all of its axes.
    assert about == {"reading-chosen"}


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
        "what became of 4 open deadlines: late, barred, not-before, stopped"
    )


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
    assert shown == [one.diagram() for _, one in m.Model.core().lifecycles()]
