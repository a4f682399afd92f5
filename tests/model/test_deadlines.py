"""The life of a deadline: nothing impossible, nothing silent, nothing lost."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import legalcase as lc
import legalcase.model as m
from case_files import (
    CANARY,
    DAY,
    NOON,
    PACIFIC,
    after,
    computation,
    joined,
    opened,
    ordered,
    set_,
)
from legalcase.dates import Period
from legalcase.errors import (
    ConflictingInputError,
    ExtensionBarredError,
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel import Draft, Label, Ref
from legalcase.model.deadlines.lifecycles import OUTCOME, REVIEW

BY_ID: dict[str, Any] = {"deadline_id": "answers", "happened_on": DAY}
SAID: dict[str, Any] = {**BY_ID, "ground": "Because"}
BARRED = m.Computed(computation=computation(barred_by="Fed. R. Civ. P. 6(b)(2)"))
WEEK = Period.parse("7 days")

CONFIRMED = m.DeadlineConfirmed(confirmed_by="lawyer", **BY_ID)
MET = m.DeadlineMet(met_by="clerk", evidence="Receipt", **BY_ID)
MISSED = m.DeadlineMissed(deadline_id="answers", happened_on=date(2026, 7, 10))
EXTENDED = m.DeadlineExtended(
    successor_id="answers-2", basis=ordered(), authority="Stipulation", **BY_ID
)
STAYED = m.DeadlineStayed(**SAID)
RESUMED = m.DeadlineResumed(**BY_ID)
QUESTIONED = m.DeadlineQuestioned(**SAID)
VACATED = m.DeadlineVacated(**SAID)
WAIVED = m.DeadlineWaived(**SAID)
MOOTED = m.DeadlineMooted(**SAID)
REOPENED = m.DeadlineReopened(**SAID)
RECOMPUTED = m.DeadlineRecomputed(basis=ordered(), **BY_ID)
CHOSEN = m.ReadingChosen(due=date(2026, 7, 9), chosen_by="A. Lawyer", **BY_ID)

#: How to get to each outcome, and the steps from there.
WAYS: dict[str, tuple[Any, ...]] = {
    "open": (),
    "met": (MET,),
    "missed": (MISSED,),
    "extended": (EXTENDED,),
    "vacated": (VACATED,),
    "waived": (WAIVED,),
    "moot": (MOOTED,),
}
STEPS = (MET, MISSED, EXTENDED, VACATED, WAIVED, MOOTED, REOPENED)
REVIEWS: dict[str, tuple[Any, ...]] = {
    "proposed": (),
    "confirmed": (CONFIRMED,),
    "needs-review": (QUESTIONED,),
}


def with_(*deadlines: Any) -> m.CaseFile:
    """A case with deadlines proposed."""
    return after(opened(), *deadlines)


def answers(file: m.CaseFile) -> m.Deadline:
    """The deadline that most tests are about."""
    return file.case.deadlines["answers"]


@pytest.mark.parametrize("outcome", WAYS)
@pytest.mark.parametrize("step", STEPS, ids=lambda step: type(step).__name__)
def test_a_step_is_possible_exactly_where_the_table_says(
    outcome: str, step: Any
) -> None:
    """Each step from each outcome is taken or refused, and a refusal says the ways."""
    file = after(with_(set_()), *WAYS[outcome])
    assert str(answers(file).outcome) == outcome
    if type(step) in OUTCOME.possible(outcome):
        again = evolve(EXTENDED, successor_id="answers-3") if step is EXTENDED else step
        reached = OUTCOME.after(type(step), outcome, "answers")
        assert str(answers(after(file, again)).outcome) == reached
        return
    with pytest.raises(IllegalTransitionError, match="cannot follow") as caught:
        after(file, step)
    assert (caught.value.subject, caught.value.state) == ("answers", outcome)
    assert caught.value.step == type(step).__name__


@pytest.mark.parametrize("review", REVIEWS)
@pytest.mark.parametrize("step", [CONFIRMED, QUESTIONED, RECOMPUTED])
def test_whoever_stands_by_it_changes_what_the_table_says(
    review: str, step: Any
) -> None:
    """Nothing confirmed moves silently: with another basis it needs review."""
    file = after(with_(set_()), *REVIEWS[review])
    reached = REVIEW.after(type(step), review, "answers")
    found = answers(after(file, step))
    assert str(found.review.state) == reached
    if step is CONFIRMED:
        assert (found.review.by, found.review.on) == ("lawyer", DAY)


@pytest.mark.parametrize("way", [way for way in WAYS if way != "open"])
@pytest.mark.parametrize(
    "step", [CONFIRMED, QUESTIONED, STAYED, RESUMED, CHOSEN, RECOMPUTED]
)
def test_what_is_done_with_is_left_alone(way: str, step: Any) -> None:
    """Nobody confirms, questions, stays or computes what is over."""
    file = after(with_(set_()), *WAYS[way])
    if way == "missed" and step is RECOMPUTED:
        # To a day that is still to come: it was not missed.
        assert answers(after(file, step)).outcome is m.Outcome.OPEN
        return
    with pytest.raises(IllegalTransitionError, match=f"is {way}"):
        after(file, step)


@pytest.mark.parametrize("review", REVIEWS)
@pytest.mark.parametrize("step", STEPS[:-1], ids=lambda step: type(step).__name__)
def test_what_was_done_is_recorded_whether_or_not_anybody_confirmed(
    review: str, step: Any
) -> None:
    """A filing meets a deadline that nobody had looked at."""
    file = after(with_(set_()), *REVIEWS[review], step)
    assert not answers(file).is_open


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ((), "proposed"),
        ((CONFIRMED,), "confirmed"),
        ((STAYED,), "stopped"),
        ((STAYED, RESUMED), "resumed"),
        ((STAYED, RESUMED, RECOMPUTED), "needs-review"),
        ((MET,), "met"),
        ((evolve(MET, happened_on=date(2026, 7, 10)),), "met-late"),
        ((evolve(MET, happened_on=date(2026, 7, 8)),), "met-on-a-reading"),
        ((MISSED,), "missed"),
    ],
)
def test_its_state_is_one_word(path: tuple[Any, ...], state: str) -> None:
    """For a table: the outcome, or the clock, or the review."""
    assert answers(after(with_(set_()), *path)).state == state


def test_a_calendar_shows_the_safe_date_unless_somebody_chose() -> None:
    """The adopted reading is kept beside it; a named person may choose it."""
    file = with_(set_())
    dates = file.case.dates("answers")
    assert dates.due == date(2026, 7, 9)
    assert dates.safe == dates.shown == date(2026, 7, 6)
    assert dates.is_disputed
    assert dates.due_at == datetime(2026, 7, 9, 23, 59, 59, tzinfo=PACIFIC)
    chosen = after(file, CHOSEN)
    assert chosen.case.dates("answers").shown == date(2026, 7, 9)
    assert chosen.case.dates("answers").safe == date(2026, 7, 6)
    assert answers(chosen).chosen_by == "A. Lawyer"
    # The instant is that of the adopted reading.
    early = after(file, evolve(CHOSEN, due=date(2026, 7, 6)))
    assert early.case.dates("answers").due_at is None
    assert "chosen; safe" in str(chosen.case.agenda())


def test_only_a_reading_can_be_chosen() -> None:
    """Not any date, and not of a date certain."""
    choice = evolve(CHOSEN, due=date(2026, 7, 10))
    with pytest.raises(InvalidValueError, match="Choose one of 2026-07-06, 2026-07-09"):
        after(with_(set_()), choice)
    with pytest.raises(InvalidValueError, match="is not computed"):
        after(with_(set_(basis=ordered())), choice)
    stopped = m.Computed(computation=computation(is_running=False))
    with pytest.raises(InvalidValueError, match="not computed, or not running"):
        after(with_(set_(basis=stopped)), choice)


@pytest.mark.parametrize(
    ("on", "verdict", "readings"),
    [
        (date(2026, 7, 6), "in-time", 0),
        (date(2026, 7, 7), "in-time-only-if", 1),
        (date(2026, 7, 9), "in-time-only-if", 1),
        (date(2026, 7, 10), "late", 0),
    ],
)
def test_met_in_time_late_or_on_a_reading(
    on: date, verdict: str, readings: int
) -> None:
    """The due date itself is in time; what hangs on a reading says on which."""
    done = answers(after(with_(set_()), evolve(MET, happened_on=on)))
    assert done.met is not None
    assert (done.met.verdict, len(done.met.readings)) == (verdict, readings)
    assert (done.met.on, done.met.by, done.met.evidence) == (on, "clerk", "Receipt")
    assert [finding.code for finding in done.findings] == (
        ["in-time-on-a-reading"] if readings else []
    )


def test_the_entry_that_shows_it_is_kept() -> None:
    """Prose or an event of the docket, and at least one of them."""
    filed = m.Filed(title="Answers", happened_on=DAY)
    by_event = evolve(MET, evidence=None, by_event=Ref("event", "f"))
    file = after(with_(set_()), Draft(filed, event_id="f"), by_event)
    met = answers(file).met
    assert met is not None
    assert met.by_event == "f"
    with pytest.raises(MissingInputError, match="Nothing shows that"):
        evolve(MET, evidence=None)
    with pytest.raises(UnknownNameError, match="no event 'g'"):
        after(with_(set_()), evolve(by_event, by_event=Ref("event", "g")))


def test_a_filing_that_is_struck_has_met_nothing() -> None:
    """The deadline is open again, and says because of what."""
    filed = m.Filed(title="Answers", happened_on=DAY)
    by_event = evolve(MET, evidence=None, by_event=Ref("event", "f"))
    struck = m.EntryStruck(entry_id="f", happened_on=DAY)
    file = after(with_(set_()), Draft(filed, event_id="f"), by_event, struck)
    again = answers(file)
    assert (again.outcome, again.met) == (m.Outcome.OPEN, None)
    assert again.review.because == (file.log[-1].event_id,)
    # One that something else shows stays met.
    other = after(with_(set_()), Draft(filed, event_id="f"), MET, struck)
    assert answers(other).outcome is m.Outcome.MET


@pytest.mark.parametrize(
    ("on", "when"),
    [
        (date(2030, 1, 1), "after it was recorded"),
        (date(2001, 1, 1), "before the case was opened"),
    ],
)
def test_a_mistyped_year_meets_no_deadline(on: date, when: str) -> None:
    """What was done lies between the opening of the case and the record of it."""
    with pytest.raises(InvalidValueError, match=when) as caught:
        with_(set_()).record(evolve(MET, happened_on=on), by="clerk", at=NOON)
    assert caught.value.field == "happened_on"


@pytest.mark.parametrize(
    ("hour", "state"),
    [(16, "met"), (17, "met"), (18, "met-late"), (None, "met-on-a-reading")],
)
def test_the_hour_counts_where_it_is_known(hour: int | None, state: str) -> None:
    """A time of day in the order is met or missed by the hour; unknown, it is open."""
    due_at = datetime(2026, 7, 9, 17, tzinfo=PACIFIC)
    file = with_(set_(basis=ordered(due_at.date(), due_at=due_at)))
    at = None if hour is None else due_at.replace(hour=hour)
    met = evolve(MET, happened_on=due_at.date(), happened_at=at)
    assert answers(after(file, met)).state == state
    # The day before, no hour is needed.
    early = evolve(MET, happened_on=due_at.date() - timedelta(days=1))
    assert answers(after(file, early)).state == "met"


def test_not_before_means_not_before() -> None:
    """What may not be done earlier is not met earlier, and never late or missed."""
    basis = ordered(date(2026, 7, 9), bound="not-earlier-than")
    file = with_(set_(basis=basis))
    with pytest.raises(InvalidValueError, match="too early"):
        after(file, evolve(MET, happened_on=date(2026, 7, 8)))
    assert (
        answers(after(file, evolve(MET, happened_on=date(2026, 8, 1)))).state == "met"
    )
    with pytest.raises(InvalidValueError, match="cannot be missed"):
        after(file, MISSED)


def test_nothing_is_missed_before_its_time_is_over() -> None:
    """Under the shortest reading; and not at all while there is no day."""
    file = with_(set_())
    with pytest.raises(InvalidValueError, match="is due on 2026-07-06"):
        after(file, evolve(MISSED, happened_on=date(2026, 7, 5)))
    assert answers(after(file, evolve(MISSED, happened_on=date(2026, 7, 6)))).state == (
        "missed"
    )
    with pytest.raises(InvalidValueError, match="has no day by which"):
        after(file, STAYED, MISSED)


def test_an_extension_keeps_the_original() -> None:
    """Both stay in the case and point at each other."""
    file = after(with_(set_(owed_by=(), critical=True)), EXTENDED)
    old, new = answers(file), file.case.deadlines["answers-2"]
    assert (old.extended_by, new.extends) == ("answers-2", "answers")
    assert file.case.dates("answers").due == date(2026, 7, 9)
    assert file.case.dates("answers-2").due == date(2026, 8, 3)
    # What was said of the one holds for the other; it is ordered now, not computed.
    assert (new.terms.critical, new.title, new.kind) == (True, old.title, "order")
    assert new.review.state is m.ReviewState.PROPOSED
    agenda = file.case.agenda()
    assert [item.deadline.deadline_id for item in agenda.open] == ["answers-2"]
    assert [item.deadline.deadline_id for item in agenda.closed] == ["answers"]
    called = after(with_(set_()), evolve(EXTENDED, title="Answers, second round"))
    assert called.case.deadlines["answers-2"].title == "Answers, second round"


@pytest.mark.parametrize(
    ("extended", "error", "words"),
    [
        (
            evolve(EXTENDED, basis=ordered(date(2026, 7, 1))),
            InvalidValueError,
            "2026-07-01 is earlier. Record DeadlineRecomputed",
        ),
        (
            evolve(EXTENDED, basis=m.Derived(follows=Ref("deadline", "answers"))),
            InvalidValueError,
            "Give it a date of its own",
        ),
        (evolve(EXTENDED, successor_id="answers"), InvalidValueError, "already"),
        (
            evolve(EXTENDED, order=Ref("event", "x"), authority=None),
            UnknownNameError,
            "no event 'x'",
        ),
    ],
)
def test_what_is_no_extension_is_refused(
    extended: Any, error: type[Exception], words: str
) -> None:
    """An earlier day, a day of something else, an id that is taken, no order."""
    with pytest.raises(error, match=words):
        after(with_(set_()), extended)


def test_what_may_not_be_extended_is_not_unless_a_court_did() -> None:
    """The rule that bars it is cited; what the court did all the same is a finding."""
    file = with_(set_(basis=BARRED))
    with pytest.raises(ExtensionBarredError, match=r"6\(b\)\(2\)") as caught:
        after(file, EXTENDED)
    assert caught.value.deadline == "answers"
    order = Draft(m.OrderEntered(title="Order", happened_on=DAY), event_id="o")
    ordered_ = evolve(EXTENDED, order=Ref("event", "o"))
    done = after(file, order, ordered_).case.deadlines["answers-2"]
    (finding,) = done.findings
    assert (finding.code, finding.severity) == ("extension-barred", "critical")


def test_an_extension_needs_somebody_who_allows_it() -> None:
    """An order on the docket, or what else allows it."""
    with pytest.raises(MissingInputError, match="Nothing allows"):
        evolve(EXTENDED, authority=None)


def test_an_extension_to_a_day_agreed_on_names_its_agreement_once() -> None:
    """Whoever agreed to the day agreed to the extension."""
    agreed = m.Agreed(due=date(2026, 8, 3), authority="Stipulation")
    extended = evolve(EXTENDED, basis=agreed, authority=None)
    after_ = with_(set_(), extended).case.deadlines
    assert after_["answers-2"].basis == agreed
    assert after_["answers"].outcome == m.Outcome.EXTENDED


def test_a_derived_deadline_follows() -> None:
    """It keeps its distance to the date shown, also of an extension."""
    soft = set_("draft", m.Derived(follows=Ref("deadline", "answers"), period=WEEK))
    file = with_(set_(), soft)
    assert file.case.dates("draft").shown == date(2026, 6, 29)
    before = revision(file, "draft")
    file = after(file, EXTENDED)
    assert file.case.dates("draft").shown == date(2026, 7, 27)
    assert before < revision(file, "draft")
    stopped = after(with_(set_(), soft), STAYED).case.dates("draft")
    assert stopped.shown is None
    with pytest.raises(UnknownNameError, match="answers"):
        with_(soft)


@pytest.mark.parametrize(
    ("period", "direction", "day"),
    [
        (None, "before", date(2026, 9, 30)),
        ("10 days", "before", date(2026, 9, 20)),
        ("2 weeks", "before", date(2026, 9, 16)),
        ("1 month", "before", date(2026, 8, 30)),
        ("1 year", "after", date(2027, 9, 30)),
        ("5 months", "after", date(2027, 2, 28)),
    ],
)
def test_what_follows_a_hearing_moves_with_it(
    period: str | None, direction: str, day: date
) -> None:
    """In days, weeks, months or years of the calendar."""
    follows = m.Derived(
        follows=Ref("hearing", "trial"),
        period=None if period is None else Period.parse(period),
        direction=direction,
    )
    trial = m.HearingSet(
        hearing_id="trial",
        title="Trial",
        hearing_at=datetime(2026, 9, 1, 9, tzinfo=UTC),
        happened_on=DAY,
    )
    moved = m.HearingContinued(
        hearing_id="trial",
        to_at=datetime(2026, 9, 30, 9, tzinfo=UTC),
        happened_on=DAY,
    )
    file = with_(trial, set_(basis=follows), moved)
    assert file.case.dates("answers").shown == day
    assert answers(file).review.state is m.ReviewState.PROPOSED
    # Without a date of the hearing it has none.
    waiting = after(file, evolve(moved, to_at=None)).case.dates("answers")
    assert (waiting.shown, waiting.waits_for) == (None, ("hearing:trial",))


def test_what_was_computed_from_a_hearing_is_reviewed_when_it_moves() -> None:
    """A date on a court's calendar does not move by itself."""
    anchor = m.Anchor("trial-set", Ref("hearing", "trial"))
    basis = m.Computed(computation=computation(), anchors=(anchor,))
    trial = m.HearingSet(
        hearing_id="trial", title="T", hearing_at=NOON, happened_on=DAY
    )
    moved = m.HearingContinued(hearing_id="trial", happened_on=DAY)
    file = with_(trial, set_(basis=basis), CONFIRMED, moved)
    found = answers(file)
    assert found.review.state is m.ReviewState.NEEDS_REVIEW
    assert found.review.because == (file.log[-1].event_id,)
    assert file.case.dates("answers").due == date(2026, 7, 9)


def test_what_follows_an_entry_has_its_day_while_it_stands() -> None:
    """One that was struck has no day; what is no entry cannot be followed."""
    follows = m.Derived(follows=Ref("event", "f"), period=WEEK, direction="after")
    filed = Draft(m.Filed(title="Motion", happened_on=DAY), event_id="f")
    file = with_(filed, set_(basis=follows))
    assert file.case.dates("answers").shown == DAY + timedelta(days=7)
    struck = after(file, m.EntryStruck(entry_id="f", happened_on=DAY))
    assert struck.case.dates("answers").waits_for == ("event:f",)
    assert answers(struck).review.state is m.ReviewState.NEEDS_REVIEW
    for_case = evolve(follows, follows=Ref("event", "e-1"))
    with pytest.raises(InvalidValueError, match="no entry of the docket"):
        with_(set_(basis=for_case))


def test_no_deadline_follows_itself_or_without_end() -> None:
    """A circle has no date; a chain of more than fifty is a mistake."""

    def to(name: str, days: int = 1) -> m.Derived:
        return m.Derived(
            follows=Ref("deadline", name), period=Period.parse(f"{days} days")
        )

    file = with_(set_(), set_("draft", to("answers")), set_("outline", to("draft")))
    for name, target in (
        ("answers", "draft"),
        ("draft", "draft"),
        ("draft", "outline"),
    ):
        circle = m.DeadlineRecomputed(
            deadline_id=name, basis=to(target), happened_on=DAY
        )
        with pytest.raises(InvalidValueError, match="would follow itself"):
            after(file, circle)
    shorter = m.DeadlineRecomputed(
        deadline_id="outline", basis=to("answers", 3), happened_on=DAY
    )
    assert after(file, shorter).case.dates("outline").shown == date(2026, 7, 3)
    chain = with_(set_("d0"))
    for number in range(50):
        chain = after(chain, set_(f"d{number + 1}", to(f"d{number}")))
    with pytest.raises(InvalidValueError, match="a chain of more than 50"):
        after(chain, set_("d51", to("d50")))
    century = Period.parse("99 years")
    early = with_(set_("d0", ordered(date(1500, 1, 1))))
    early = after(
        early,
        *(
            set_(
                f"d{number + 1}",
                m.Derived(follows=Ref("deadline", f"d{number}"), period=century),
            )
            for number in range(15)
        ),
    )
    before_all = m.Derived(follows=Ref("deadline", "d15"), period=century)
    with pytest.raises(InvalidValueError, match="No calendar has a day"):
        after(early, set_("d16", before_all))


@pytest.mark.parametrize(
    ("basis", "bound"),
    [
        (ordered(), "not-later-than"),
        (
            m.Agreed(due=DAY, authority="Letter", bound="not-earlier-than"),
            "not-earlier-than",
        ),
        (None, "not-later-than"),
        (m.Derived(follows=Ref("deadline", "other"), period=WEEK), "not-later-than"),
    ],
    ids=["ordered", "agreed", "computed", "derived"],
)
def test_a_stop_takes_the_date_away(basis: Any, bound: str) -> None:
    """Whatever it rests on; which way it bounds stays known."""
    file = after(with_(set_("other", ordered()), set_(basis=basis)), STAYED)
    dates = file.case.dates("answers")
    assert (dates.due, dates.safe, dates.shown) == (None, None, None)
    assert dates.bound == bound
    assert "clock stopped by" in " ".join(str(file.case.agenda()).split())


def test_nobody_stands_by_a_date_that_nobody_knows() -> None:
    """While the clock stands, and until it was computed anew."""
    file = after(with_(set_()), STAYED)
    with pytest.raises(IllegalTransitionError, match="when the stay is lifted"):
        after(file, CONFIRMED)
    file = after(file, RESUMED)
    with pytest.raises(IllegalTransitionError, match="when it was computed anew"):
        after(file, CONFIRMED)
    with pytest.raises(IllegalTransitionError, match="does not stand still"):
        after(file, RESUMED)
    found = after(file, RECOMPUTED, CONFIRMED)
    assert answers(found).state == "confirmed"
    # Computed while it stands, it stands still.
    standing = after(with_(set_()), STAYED, RECOMPUTED)
    assert standing.case.dates("answers").shown is None


def test_a_new_basis_forgets_the_reading_that_was_chosen() -> None:
    """It was chosen on the old one."""
    file = after(with_(set_()), CHOSEN, CONFIRMED, RECOMPUTED)
    moved = answers(file)
    assert (moved.chosen, moved.review.by) == (None, None)
    assert file.case.dates("answers").due == date(2026, 8, 3)
    assert moved.review.state is m.ReviewState.NEEDS_REVIEW
    assert moved.set_event == file.log[-1].event_id


def revision(file: m.CaseFile, name: str) -> int:
    """How often a reader was told of a change."""
    return next(
        item.revision
        for item in file.case.agenda().items
        if item.deadline.deadline_id == name
    )


@pytest.mark.parametrize(
    "basis",
    [ordered(), m.Derived(follows=Ref("deadline", "quiet"), period=WEEK)],
    ids=["of-its-own", "of-another"],
)
def test_a_revision_never_goes_back(basis: Any) -> None:
    """Also where a deadline follows another no more: readers go by that number."""
    soft = set_("draft", m.Derived(follows=Ref("deadline", "answers"), period=WEEK))
    file = with_(set_(), set_("quiet", ordered()), soft)
    file = after(file, CONFIRMED, QUESTIONED, CONFIRMED)
    before = revision(file, "draft")
    again = m.DeadlineRecomputed(deadline_id="draft", basis=basis, happened_on=DAY)
    assert revision(after(file, again), "draft") > before


def seen(file: m.CaseFile) -> dict[str, tuple[int, Any]]:
    """What a reader of a calendar sees of each thing, and by which revision."""
    found: dict[str, tuple[int, Any]] = {
        item.deadline.deadline_id: (
            item.revision,
            (item.dates, item.state, item.deadline.title),
        )
        for item in file.case.agenda().items
    }
    for one in file.case.hearings:
        found[one.hearing_id] = (one.revision, (one.at, one.state, one.title))
    return found


_TRIAL = m.HearingSet(
    hearing_id="trial",
    title="Trial",
    hearing_at=datetime(2026, 9, 1, 9, tzinfo=UTC),
    happened_on=DAY,
)
_MOVED = m.HearingContinued(
    hearing_id="trial", to_at=datetime(2026, 9, 30, 9, tzinfo=UTC), happened_on=DAY
)
_TO_SOFT = [
    m.DeadlineRecomputed(
        deadline_id="soft",
        basis=m.Derived(follows=Ref(noun, name), period=WEEK),
        happened_on=DAY,
    )
    for noun, name in (("hearing", "trial"), ("deadline", "answers"))
]
_STEPS = st.sampled_from(
    [
        *(CONFIRMED, QUESTIONED, RECOMPUTED, STAYED, RESUMED, MET, EXTENDED, REOPENED),
        *(_MOVED, evolve(_MOVED, to_at=None), *_TO_SOFT),
    ]
)


@given(
    st.lists(st.one_of(_STEPS, st.integers(0, 20)), min_size=1, max_size=10),
)
def test_a_reader_who_goes_by_the_revision_misses_nothing(steps: list[Any]) -> None:
    """Whatever is recorded, corrected or retracted: what is seen anew has a new one."""
    soft = set_("soft", m.Derived(follows=Ref("deadline", "answers"), period=WEEK))
    file = with_(_TRIAL, set_(), soft)
    for step in steps:
        before = seen(file)
        try:
            if isinstance(step, int):
                line = file.log[step % len(file.log)]
                said: dict[str, Any] = {"ground": "x", "by": "c", "at": NOON}
                if step % 3 == 0 and isinstance(line.event, m.HearingSet):
                    at = datetime(2026, 9, 2 + step % 9, 9, tzinfo=UTC)
                    file = file.correct(line.event_id, hearing_at=at, **said)
                else:
                    file = file.retract(line.event_id, **said)
            else:
                file = after(file, step)
        except LegalCaseError:
            continue
        for name, (revision_, shown) in seen(file).items():
            if name in before:
                old, was = before[name]
                assert revision_ >= old
                assert revision_ > old or shown == was


def test_a_hearing_whose_day_was_typed_wrongly_moves_what_rests_on_it() -> None:
    """What follows it moves; what was computed from it is to be looked at again."""
    anchor = m.Anchor("trial-set", Ref("hearing", "trial"))
    fixed = m.Computed(computation=computation(), anchors=(anchor,))
    follows = m.Derived(follows=Ref("hearing", "trial"), period=WEEK)
    file = with_(
        Draft(_TRIAL, event_id="set"), set_(basis=fixed), set_("soft", follows)
    )
    file = after(file, CONFIRMED, Draft(_MOVED, event_id="moved"))
    again = after(file, CONFIRMED)
    said: dict[str, Any] = {"ground": "typo", "by": "clerk", "at": NOON}
    for mended in (
        again.correct("moved", to_at=datetime(2026, 9, 29, 9, tzinfo=UTC), **said),
        again.retract("moved", **said),
        again.correct("set", hearing_at=datetime(2026, 9, 3, 9, tzinfo=UTC), **said),
    ):
        because = (mended.log[-1].event_id,)
        assert answers(mended).review.because == because
        assert mended.case.deadlines["soft"].review.because == ()
    moved = again.correct("moved", to_at=datetime(2026, 9, 29, 9, tzinfo=UTC), **said)
    assert moved.case.dates("soft").shown == date(2026, 9, 22)
    # A correction of something else leaves both alone.
    other = after(again, Draft(set_("other"), event_id="o"))
    other = other.correct("o", terms=set_("other", ordered()).terms, **said)
    assert answers(other).review.state is m.ReviewState.CONFIRMED


def test_a_period_that_does_not_run_has_no_date() -> None:
    """The agenda puts it last, and says what it waits for."""
    basis = m.Computed(computation=computation(is_running=False))
    file = with_(set_("appeal", basis), set_())
    dates = file.case.dates("appeal")
    assert (dates.due, dates.shown, dates.waits_for) == (None, None, ("order-entered",))
    assert not dates.is_running
    agenda = file.case.agenda()
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
    file = with_(
        set_("appeal", m.Computed(computation=found)),
        set_("notes", m.Derived(follows=Ref("deadline", "appeal"), period=WEEK)),
        set_("letter", m.Agreed(due=date(2026, 7, 1), authority="Mail")),
    )
    waits = ("notice-of-entry-served-by-clerk", "notice-of-entry-served-by-party")
    for name in ("appeal", "notes"):
        assert file.case.dates(name).is_provisional
        assert file.case.dates(name).waits_for == waits
    assert not file.case.dates("letter").is_provisional
    agenda = file.case.agenda()
    assert str(agenda).count("provisional") == 2
    (appeal,) = (i for i in agenda.items if i.deadline.deadline_id == "appeal")
    assert appeal.to_dict()["waits_for"] == list(waits)


def test_the_agenda_sorts_by_the_date_shown() -> None:
    """Open, met, missed and closed stand apart; overdue is asked with a date."""
    file = with_(
        set_(),
        set_("letter", m.Agreed(due=date(2026, 7, 1), authority="Mail")),
        set_("sale", ordered(date(2026, 6, 20), bound="not-earlier-than")),
    )
    agenda = file.case.agenda()
    names = [item.deadline.deadline_id for item in agenda.items]
    assert names == ["sale", "letter", "answers"]
    late = agenda.overdue(date(2026, 7, 2))
    assert [item.deadline.deadline_id for item in late] == ["letter"]
    assert agenda.overdue(date(2026, 7, 1)) == ()
    text: Any = "2026-07-02"
    with pytest.raises(InvalidTypeError, match=r"^on needs a date"):
        agenda.overdue(text)
    done = after(file, MET).case.agenda()
    assert [item.deadline.deadline_id for item in done.met] == ["answers"]
    missed = after(file, MISSED).case.agenda()
    assert [item.deadline.deadline_id for item in missed.missed] == ["answers"]
    shown = str(after(file, EXTENDED).case.agenda())
    words = " ".join(shown.split())
    assert "; see" in words
    assert "answers-2" in words
    assert "not before Sat" in words
    assert all(len(line) <= 80 for line in shown.splitlines())
    # Each by the id that a further event needs.
    for item in agenda.items:
        assert f">{item.deadline.deadline_id}<" in agenda._repr_html_()
        assert item.deadline.deadline_id in str(agenda)
    assert ">Wed 2026-06-03</span>" in done._repr_html_()


def test_our_own_dates_are_what_we_plan() -> None:
    """A rule's and an order's are public; ours are for us alone."""
    follows = m.Derived(follows=Ref("deadline", "answers"), period=WEEK)
    file = with_(
        set_(),
        set_("order", ordered()),
        set_("draft", follows),
        set_("call", ordered(), kind="follow-up"),
        set_("told", follows, label=Label(audience="client")),
    )
    deadlines = file.case.deadlines
    assert [(one.kind, one.label.audience) for one in deadlines] == [
        ("rule", "public"),
        ("order", "public"),
        ("internal", "firm"),
        ("follow-up", "firm"),
        ("internal", "client"),
    ]
    assert deadlines["draft"].label.ground == "work-product"


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (lambda: set_(""), InvalidValueError, "is no id"),
        (lambda: set_(title=" "), InvalidValueError, "title is empty"),
        (lambda: set_(title=5), InvalidTypeError, "title needs a str"),
        (lambda: set_(basis=DAY), InvalidTypeError, r"not date.*Ordered\(due=…"),
        (lambda: set_(basis=computation()), InvalidTypeError, "not Computation"),
        (lambda: set_(kind="deadline"), InvalidValueError, "Use one of rule, order"),
        (lambda: set_(critical=1), InvalidTypeError, "critical needs True or False"),
        (lambda: set_(after_disposition="no"), InvalidTypeError, "True or False"),
        (lambda: set_(stayed_by_stay="maybe"), InvalidValueError, "Use one of yes"),
        (lambda: set_(owed_by="acme"), InvalidTypeError, "owed_by needs a tuple"),
        (lambda: set_(met_by=("A",)), InvalidValueError, "no word"),
        (lambda: set_(label="firm"), InvalidTypeError, "label needs Label"),
        (lambda: ordered(NOON), InvalidTypeError, r"due needs a datetime\.date"),
        (lambda: ordered(DAY, bound="by"), InvalidValueError, "none of its words"),
        (
            lambda: ordered(DAY, due_at=NOON + timedelta(days=2)),
            InvalidValueError,
            "not on the day due",
        ),
        (lambda: m.Ordered(due=DAY), MissingInputError, "says of no order"),
        (lambda: m.Agreed(due=DAY), MissingInputError, "says of no agreement"),
        (
            lambda: m.Ordered(due=DAY, order="Order 7"),  # type: ignore[arg-type]  # refused here
            InvalidTypeError,
            "order needs Ref",
        ),
        (
            lambda: m.Computed(computation=DAY),  # type: ignore[arg-type]  # refused here
            InvalidTypeError,
            "needs a Computation",
        ),
        (
            lambda: m.Computed(computation=computation(), anchors=(5,)),  # type: ignore[arg-type]  # refused here
            InvalidTypeError,
            "anchors needs a tuple of Anchor",
        ),
        (
            lambda: m.Derived(follows=Ref("party", "acme")),
            InvalidValueError,
            "A party has no day",
        ),
        (
            lambda: m.Derived(
                follows=Ref("hearing", "t"), period=Period.parse("3 court days")
            ),
            MissingInputError,
            "counted on a court's calendar",
        ),
        (
            lambda: m.Derived(follows=Ref("hearing", "t"), counted_on="us"),
            ConflictingInputError,
            "needs no court's calendar",
        ),
        (
            lambda: m.Derived(follows=Ref("hearing", "t"), direction="near"),
            InvalidValueError,
            "Use one of before, after",
        ),
        (
            lambda: evolve(MET, happened_at=datetime(2026, 6, 3, 9)),
            InvalidValueError,
            "has no time zone",
        ),
        (
            lambda: evolve(MET, happened_at=datetime(2026, 6, 4, 9, tzinfo=UTC)),
            InvalidValueError,
            "not on the day happened_on",
        ),
        (lambda: evolve(CONFIRMED, confirmed_by=""), InvalidValueError, "is empty"),
        (lambda: evolve(CHOSEN, due=NOON), InvalidTypeError, "due needs a datetime"),
    ],
)
def test_bad_values_are_refused(make: Any, error: type[Exception], words: str) -> None:
    """The message names the field and the way out."""
    with pytest.raises(error, match=words) as caught:
        make()
    assert str(caught.value).count(". ") >= 1


def test_the_same_deadline_is_not_set_twice() -> None:
    """Ids are given once."""
    with pytest.raises(InvalidValueError, match="already"):
        with_(set_(), set_())


_ANY = st.sampled_from(
    [CONFIRMED, QUESTIONED, RECOMPUTED, STAYED, RESUMED, CHOSEN, *STEPS]
)


@given(st.lists(_ANY, max_size=12))
def test_whatever_is_recorded_folds_to_the_same_case(happened: list[Any]) -> None:
    """Refusals change nothing, revisions only grow, and no text is in a message."""
    file = with_(set_(), joined("acme"))
    for event in happened:
        before = file
        try:
            file = after(file, event)
        except LegalCaseError as error:
            assert CANARY not in str(error)  # noqa: PT017 - any refusal, or none
            assert file == before
            continue
        for old in before.case.deadlines:
            now = file.case.deadlines[old.deadline_id]
            assert now == old or now.revision > old.revision
    assert file.case == m.Case.from_events(file.log)
