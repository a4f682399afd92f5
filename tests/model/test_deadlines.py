"""The life of a deadline: nothing impossible, nothing silent, nothing lost."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from legalcase.model.basis import Agreed, Computed, Derived, Ordered
from legalcase.model.case_events import CaseOpened
from legalcase.model.deadline import TRANSITIONS, DeadlineState
from legalcase.model.deadline_events import (
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlineMooted,
    DeadlineQuestioned,
    DeadlineRecomputed,
    DeadlineSet,
    DeadlineStayed,
    DeadlineVacated,
    DeadlineWaived,
    ReadingChosen,
)

import legalcase as lc
from case_samples import CANARY, NOON, PACIFIC, computation, deadline
from legalcase.errors import (
    ExtensionBarredError,
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    UnknownNameError,
)
from legalcase.model.case import Case

DAY = date(2026, 6, 3)
ORDERED = Ordered(due=date(2026, 8, 3), order="Order")
BY_ID: dict[str, Any] = {"deadline_id": "answers", "happened_on": DAY}
SAID: dict[str, Any] = {**BY_ID, "ground": "Because"}

CONFIRMED = DeadlineConfirmed(confirmed_by="clerk", **BY_ID)
MET = DeadlineMet(met_by="clerk", evidence="Receipt", **BY_ID)
MISSED = DeadlineMissed(**BY_ID)
EXTENDED = DeadlineExtended(
    successor=deadline("answers-2", basis=ORDERED), authority="Order", **BY_ID
)
STAYED = DeadlineStayed(**SAID)
QUESTIONED = DeadlineQuestioned(**SAID)
STEPS = {
    DeadlineState.CONFIRMED: CONFIRMED,
    DeadlineState.NEEDS_REVIEW: QUESTIONED,
    DeadlineState.MET: MET,
    DeadlineState.MISSED: MISSED,
    DeadlineState.EXTENDED: EXTENDED,
    DeadlineState.STAYED: STAYED,
    DeadlineState.VACATED: DeadlineVacated(**SAID),
    DeadlineState.WAIVED: DeadlineWaived(**SAID),
    DeadlineState.MOOT: DeadlineMooted(**SAID),
}


def case_with(*deadlines: Any) -> Case:
    """A case with deadlines proposed."""
    event = CaseOpened(caption=f"Roe {CANARY}", happened_on=DAY, number="1")
    made, _ = Case.open(event, case_id="case-1", recorded_at=NOON, actor="clerk")
    sets = [DeadlineSet(deadline=each, happened_on=DAY) for each in deadlines]
    return after(made, *sets)


def after(made: Case, *happened: Any) -> Case:
    """The case after further events, each recorded once it has happened."""
    for event in happened:
        at = max(made.recorded_at, datetime.combine(event.happened_on, NOON.timetz()))
        made, _ = made.record(event, recorded_at=at, actor="clerk")
    return made


# How to get to each state from a proposed deadline.
WAYS: dict[DeadlineState, tuple[Any, ...]] = {
    DeadlineState.PROPOSED: (),
    DeadlineState.CONFIRMED: (CONFIRMED,),
    **{
        state: (CONFIRMED, event)
        for state, event in STEPS.items()
        if state is not DeadlineState.CONFIRMED
    },
    DeadlineState.MET_LATE: (CONFIRMED, MISSED, MET),
}


def test_the_table_of_transitions_is_whole() -> None:
    """Every state stands in it, can be reached, and can come to an end."""
    assert set(TRANSITIONS) == set(DeadlineState) == set(WAYS)
    ends = {state for state, ways in TRANSITIONS.items() if not ways}
    for state in DeadlineState:
        reached, waiting = set[DeadlineState](), [state]
        while waiting:
            waiting += TRANSITIONS[here := waiting.pop()] - reached
            reached.add(here)
        assert reached & ends


@pytest.mark.parametrize("state", DeadlineState)
@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_possible_exactly_where_the_table_says(
    state: DeadlineState, step: DeadlineState
) -> None:
    """Each step from each state is taken or refused, and a refusal says the ways."""
    made = after(case_with(deadline()), *WAYS[state])
    assert state is made.deadline("answers").state
    wanted = step
    if state is DeadlineState.MISSED and step is DeadlineState.MET:
        wanted = DeadlineState.MET_LATE
    if wanted in TRANSITIONS[state]:
        assert wanted is after(made, STEPS[step]).deadline("answers").state
    else:
        with pytest.raises(IllegalTransitionError, match=str(state)) as caught:
            after(made, STEPS[step])
        assert (str(state), str(wanted)) == (caught.value.state, caught.value.step)


def test_a_calendar_shows_the_safe_date_unless_somebody_chose() -> None:
    """The adopted reading is kept beside it; a named person may choose it."""
    made = case_with(deadline())
    dates = made.dates("answers")
    assert date(2026, 7, 9) == dates.due
    assert date(2026, 7, 6) == dates.safe == dates.shown
    assert dates.is_disputed
    assert datetime(2026, 7, 9, 23, 59, 59, tzinfo=PACIFIC) == dates.due_at
    chosen = after(
        made, ReadingChosen(due=date(2026, 7, 9), chosen_by="A. Lawyer", **BY_ID)
    )
    assert date(2026, 7, 9) == chosen.dates("answers").shown
    assert date(2026, 7, 6) == chosen.dates("answers").safe
    assert chosen.deadline("answers").chosen_by == "A. Lawyer"
    # The instant is that of the adopted reading.
    early = after(
        made, ReadingChosen(due=date(2026, 7, 6), chosen_by="A. Lawyer", **BY_ID)
    )
    assert early.dates("answers").due_at is None


def test_only_a_reading_can_be_chosen() -> None:
    """Not any date, not of a date certain, and not when all is over."""
    choice = ReadingChosen(due=date(2026, 7, 10), chosen_by="A. Lawyer", **BY_ID)
    with pytest.raises(InvalidValueError, match="Choose one of 2026-07-06, 2026-07-09"):
        after(case_with(deadline()), choice)
    with pytest.raises(InvalidValueError, match="is not computed"):
        after(case_with(deadline(basis=ORDERED)), choice)
    with pytest.raises(IllegalTransitionError, match="vacated"):
        after(case_with(deadline()), STEPS[DeadlineState.VACATED], choice)


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2026, 7, 6), DeadlineState.MET),
        (date(2026, 7, 9), DeadlineState.MET),
        (date(2026, 7, 10), DeadlineState.MET_LATE),
    ],
)
def test_met_in_time_or_late(on: date, state: DeadlineState) -> None:
    """The due date itself is in time."""
    met = DeadlineMet(
        deadline_id="answers", met_by="clerk", evidence="Receipt", happened_on=on
    )
    done = after(case_with(deadline()), CONFIRMED, met).deadline("answers")
    assert state is done.state
    assert (on, "clerk", "Receipt") == (done.met_on, done.met_by, done.evidence)


@pytest.mark.parametrize(
    ("on", "when"),
    [
        (date(2030, 1, 1), "after it was recorded"),
        (date(2001, 1, 1), "before the case was opened"),
    ],
)
def test_a_mistyped_year_meets_no_deadline(on: date, when: str) -> None:
    """What was done lies between the opening of the case and the record of it."""
    confirmed = after(case_with(deadline()), CONFIRMED)
    met = DeadlineMet(
        deadline_id="answers", met_by="clerk", evidence="Receipt", happened_on=on
    )
    with pytest.raises(InvalidValueError, match=when) as caught:
        confirmed.record(met, recorded_at=confirmed.recorded_at, actor="clerk")
    assert caught.value.field == "happened_on"
    assert caught.value.value is None
    assert str(on.year) not in str(caught.value)


@pytest.mark.parametrize(("hour", "state"), [(16, "met"), (18, "met-late")])
def test_the_hour_counts_where_it_is_known(hour: int, state: str) -> None:
    """A time of day in the order is met or missed by the hour."""
    due_at = datetime(2026, 7, 9, 17, tzinfo=PACIFIC)
    basis = Ordered(due=due_at.date(), due_at=due_at, order="Order")
    met = DeadlineMet(
        deadline_id="answers",
        met_by="clerk",
        evidence="Receipt",
        happened_on=due_at.date(),
        happened_at=due_at.replace(hour=hour),
    )
    done = after(case_with(deadline(basis=basis)), CONFIRMED, met)
    assert state == done.deadline("answers").state


def test_not_before_means_not_before() -> None:
    """What may not be done earlier is not met earlier, and never late."""
    basis = Ordered(due=date(2026, 7, 9), order="Order", bound="not-earlier-than")
    made = after(case_with(deadline(basis=basis)), CONFIRMED)

    def met(on: date) -> DeadlineMet:
        return DeadlineMet(
            deadline_id="answers", met_by="clerk", evidence="Receipt", happened_on=on
        )

    with pytest.raises(InvalidValueError, match="too early"):
        after(made, met(date(2026, 7, 8)))
    done = after(made, met(date(2026, 8, 1)))
    assert done.deadline("answers").state is DeadlineState.MET


def test_an_extension_keeps_the_original() -> None:
    """Both stay in the case and point at each other."""
    made = after(case_with(deadline()), CONFIRMED, EXTENDED)
    old, new = made.deadline("answers"), made.deadline("answers-2")
    assert (old.extended_by, new.extends) == ("answers-2", "answers")
    assert date(2026, 7, 9) == made.dates("answers").due
    assert date(2026, 8, 3) == made.dates("answers-2").due
    assert new.state is DeadlineState.PROPOSED
    assert [i.deadline.deadline_id for i in made.agenda().open] == ["answers-2"]
    assert [i.deadline.deadline_id for i in made.agenda().closed] == ["answers"]


def test_what_may_not_be_extended_is_not() -> None:
    """The rule that bars it is cited."""
    basis = Computed(computation=computation(barred_by="Fed. R. Civ. P. 6(b)(2)"))
    made = after(case_with(deadline(basis=basis)), CONFIRMED)
    with pytest.raises(ExtensionBarredError, match=r"6\(b\)\(2\)") as caught:
        after(made, EXTENDED)
    assert caught.value.deadline == "answers"
    follower = deadline("new", basis=Derived(follows="answers", days_before=1))
    extended = DeadlineExtended(successor=follower, authority="Order", **BY_ID)
    with pytest.raises(InvalidValueError, match="date of its own"):
        after(case_with(deadline()), CONFIRMED, extended)


SOFT = deadline("draft", basis=Derived(follows="answers", days_before=7))


def test_a_derived_deadline_follows() -> None:
    """It keeps its distance to the date shown, also of an extension."""
    made = case_with(deadline(), SOFT)
    assert date(2026, 6, 29) == made.dates("draft").shown
    made = after(made, CONFIRMED)
    item = next(i for i in made.agenda().items if i.deadline.deadline_id == "draft")
    made = after(made, EXTENDED)
    assert date(2026, 7, 27) == made.dates("draft").shown
    moved = next(i for i in made.agenda().items if i.deadline.deadline_id == "draft")
    assert item.revision < moved.revision
    assert (
        after(case_with(deadline(), SOFT), CONFIRMED, STAYED).dates("draft").shown
        is None
    )
    with pytest.raises(UnknownNameError, match="answers"):
        case_with(SOFT)


@pytest.mark.parametrize(
    ("basis", "bound"),
    [
        (ORDERED, "not-later-than"),
        (
            Agreed(due=DAY, agreement="Letter", bound="not-earlier-than"),
            "not-earlier-than",
        ),
        (Computed(computation=computation()), "not-later-than"),
        (Derived(follows="other", days_before=1), "not-later-than"),
    ],
    ids=["ordered", "agreed", "computed", "derived"],
)
def test_a_stay_takes_the_date_away(basis: Any, bound: str) -> None:
    """Whatever it rests on; which way it bounds stays known."""
    other = deadline("other", basis=ORDERED)
    made = after(case_with(other, deadline(basis=basis)), CONFIRMED, STAYED)
    dates = made.dates("answers")
    assert (dates.due, dates.safe, dates.shown) == (None, None, None)
    assert bound == dates.bound


def test_nothing_confirmed_moves_silently() -> None:
    """A new basis needs a review first; a reading chosen before is forgotten."""
    again = DeadlineRecomputed(basis=ORDERED, **BY_ID)
    made = after(
        case_with(deadline()),
        ReadingChosen(due=date(2026, 7, 9), chosen_by="A. Lawyer", **BY_ID),
        CONFIRMED,
    )
    with pytest.raises(IllegalTransitionError, match="needs review"):
        after(made, again)
    made = after(made, QUESTIONED, again)
    moved = made.deadline("answers")
    assert (moved.chosen, moved.confirmed_by) == (None, None)
    assert date(2026, 8, 3) == made.dates("answers").due
    assert moved.state is DeadlineState.NEEDS_REVIEW


@pytest.mark.parametrize(
    "basis",
    [ORDERED, Derived(follows="quiet", days_before=1)],
    ids=["of-its-own", "of-another"],
)
def test_a_revision_never_goes_back(basis: Any) -> None:
    """Also where a deadline follows another no more: readers go by that number."""
    quiet = deadline("quiet", basis=ORDERED)
    made = after(case_with(deadline(), quiet, SOFT), CONFIRMED, QUESTIONED, CONFIRMED)

    def revision(made: Case) -> int:
        (item,) = (i for i in made.agenda().items if i.deadline.deadline_id == "draft")
        return item.revision

    again = DeadlineRecomputed(deadline_id="draft", basis=basis, happened_on=DAY)
    assert revision(made) == 1 + 4
    assert revision(after(made, again)) > revision(made)


def test_no_deadline_follows_itself() -> None:
    """A circle has no date."""
    own = DeadlineRecomputed(basis=Derived(follows="draft", days_before=0), **BY_ID)
    with pytest.raises(InvalidValueError, match="cannot begin to follow"):
        after(case_with(deadline(), SOFT), own)
    third = deadline("outline", basis=Derived(follows="draft", days_before=2))
    circle = DeadlineRecomputed(
        deadline_id="draft",
        basis=Derived(follows="outline", days_before=0),
        happened_on=DAY,
    )
    with pytest.raises(InvalidValueError, match="follow itself"):
        after(case_with(deadline(), SOFT, third), circle)
    shorter = DeadlineRecomputed(
        deadline_id="draft",
        basis=Derived(follows="answers", days_before=1),
        happened_on=DAY,
    )
    assert (
        date(2026, 7, 5)
        == after(case_with(deadline(), SOFT), shorter).dates("draft").shown
    )


def test_a_period_that_does_not_run_has_no_date() -> None:
    """The agenda puts it last, and says what it waits for."""
    basis = Computed(computation=computation(is_running=False))
    made = case_with(deadline("appeal", basis=basis), deadline())
    dates = made.dates("appeal")
    assert (dates.due, dates.shown, dates.waits_for) == (None, None, ("order-entered",))
    assert not dates.is_running
    agenda = made.agenda()
    assert agenda.items[-1].deadline.deadline_id == "appeal"
    assert "waits for order-entered" in agenda._repr_html_()
    assert "not running" in str(agenda)


def test_a_date_that_can_yet_move_is_said_to_be_provisional() -> None:
    """So is what follows it: nobody may take the one of them or the other for firm."""
    found = lc.compute(
        "us-ca/crc/8.104(a)(1)",
        after={"judgment-entered": date(2026, 3, 2)},
        court="us-ca/lasc",
    )
    made = case_with(
        deadline("appeal", basis=Computed(computation=found)),
        deadline("notes", basis=Derived(follows="appeal", days_before=7)),
        deadline("letter", basis=Agreed(due=date(2026, 7, 1), agreement="Mail")),
    )
    waits = ("notice-of-entry-served-by-clerk", "notice-of-entry-served-by-party")
    for name in ("appeal", "notes"):
        dates = made.dates(name)
        assert dates.is_provisional
        assert dates.waits_for == waits
    assert not made.dates("letter").is_provisional
    assert str(made.agenda()).count("provisional") == len(("appeal", "notes"))
    appeal = next(i for i in made.agenda().items if i.deadline.deadline_id == "appeal")
    assert appeal.to_dict()["waits_for"] == list(waits)


def test_the_agenda_sorts_by_the_date_shown() -> None:
    """Open, met, missed and closed stand apart; overdue is asked with a date."""
    agreed = deadline("letter", basis=Agreed(due=date(2026, 7, 1), agreement="Mail"))
    not_before = deadline(
        "sale",
        basis=Ordered(due=date(2026, 6, 20), order="O", bound="not-earlier-than"),
    )
    made = case_with(deadline(), agreed, not_before)
    agenda = made.agenda()
    names = [item.deadline.deadline_id for item in agenda.items]
    assert names == ["sale", "letter", "answers"]
    late = agenda.overdue(date(2026, 7, 2))
    assert [item.deadline.deadline_id for item in late] == ["letter"]
    assert agenda.overdue(date(2026, 7, 1)) == ()
    text: Any = "2026-07-02"
    with pytest.raises(InvalidTypeError, match=r"^on needs a datetime\.date"):
        agenda.overdue(text)
    done = after(made, CONFIRMED, MET).agenda()
    assert [item.deadline.deadline_id for item in done.met] == ["answers"]
    missed = after(made, CONFIRMED, MISSED).agenda()
    assert [item.deadline.deadline_id for item in missed.missed] == ["answers"]
    text = str(after(made, CONFIRMED, EXTENDED).agenda())
    words = " ".join(text.split())
    assert "; see" in words
    assert "not before Sat" in words
    assert "<table" in agenda._repr_html_()
    # Each by the id that a further event needs.
    for item in agenda.items:
        assert f">{item.deadline.deadline_id}<" in agenda._repr_html_()
        assert item.deadline.deadline_id in str(agenda)
    assert "done Wed" in done._repr_html_()
    chosen = ReadingChosen(due=date(2026, 7, 9), chosen_by="A. Lawyer", **BY_ID)
    assert "chosen; safe" in str(after(made, chosen).agenda())
    assert all(len(line) <= 80 for line in text.splitlines())


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: deadline(""), "is no id"),
        (lambda: deadline("a b"), "is no id"),
        (lambda: deadline(title=" "), "is empty"),
        (lambda: deadline(title=5), "needs a str"),
        (lambda: deadline(title="\ud800"), "surrogate"),
        (lambda: Ordered(due=NOON, order="O"), "needs a datetime.date"),
        (lambda: Ordered(due="2026-07-09", order="O"), "needs a datetime.date"),  # type: ignore[arg-type]  # refused here
        (lambda: Ordered(due=DAY, order="O", bound="by"), "none of its words"),
        (
            lambda: Ordered(due=DAY, order="O", due_at=NOON + timedelta(days=2)),
            "not on the day due",
        ),
        (lambda: Derived(follows="a", days_before=-1), "never falls after"),
        (lambda: Computed(computation=DAY), "needs a Computation"),  # type: ignore[arg-type]  # refused here
        (
            lambda: DeadlineSet(
                deadline=deadline(state=DeadlineState.CONFIRMED), happened_on=DAY
            ),
            "has a past",
        ),
        (
            lambda: DeadlineMet(
                deadline_id="a",
                met_by="x",
                evidence="y",
                happened_on=DAY,
                happened_at=datetime(2026, 6, 3, 9),
            ),
            "has no time zone",
        ),
        (
            lambda: DeadlineMet(
                deadline_id="a",
                met_by="x",
                evidence="y",
                happened_on=DAY,
                happened_at=datetime(2026, 6, 4, 9, tzinfo=UTC),
            ),
            "not on the day happened_on",
        ),
    ],
    ids=[
        "id-empty",
        "id-with-a-blank",
        "title-empty",
        "title-no-text",
        "title-half-a-character",
        "due-an-instant",
        "due-text",
        "bound-unknown",
        "hour-on-another-day",
        "days-negative",
        "computation-a-date",
        "deadline-with-a-past",
        "hour-naive",
        "hour-of-another-day",
    ],
)
def test_bad_values_are_refused(make: Any, words: str) -> None:
    """The message names the field and the way out, and never the value."""
    with pytest.raises((InvalidValueError, InvalidTypeError), match=words) as caught:
        make()
    assert str(caught.value).count(". ") >= 1


def test_the_same_deadline_is_not_set_twice() -> None:
    """Ids are given once."""
    with pytest.raises(InvalidValueError, match="already"):
        case_with(deadline(), deadline())


@given(st.lists(st.sampled_from([*STEPS.values()]), max_size=12))
def test_whatever_is_recorded_folds_to_the_same_case(happened: list[Any]) -> None:
    """Refusals change nothing, revisions only grow, and folding again is equal."""
    event = CaseOpened(caption=f"Roe {CANARY}", happened_on=DAY, number="1")
    made, line = Case.open(event, case_id="case-1", recorded_at=NOON, actor="clerk")
    lines, refused = [line], list[str]()
    first = DeadlineSet(deadline=deadline(), happened_on=DAY)
    for each in (first, *happened):
        before = made
        try:
            made, line = made.record(each, recorded_at=NOON, actor="clerk")
        except LegalCaseError as error:
            refused.append(str(error))
            continue
        lines.append(line)
        old = {d.deadline_id: d for d in before.deadlines}
        for now in made.deadlines:
            was = old.get(now.deadline_id)
            if was is not None and was != now:
                assert was.revision < now.revision
                assert now.state in TRANSITIONS[was.state]
    assert [text for text in refused if CANARY in text] == []
    assert made == Case.from_events(lines) == Case.from_events(lines)
    assert len(lines) == made.version
