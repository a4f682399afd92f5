"""What rests on a day that moved is looked at again, by whatever way it rests on it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve

import legalcase.model as m
from case_files import (
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
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel import Draft, Ref

WEEK = Period.parse("1 week")
NEXT = DAY + timedelta(days=1)
LATER: dict[str, Any] = {"happened_on": DAY + timedelta(days=3)}


def _counted(of: Ref) -> m.Derived:
    return m.Derived(
        follows=of,
        period=Period.parse("5 court days"),
        counted_on="us",
        computation=computation(due=date(2026, 7, 1), other=None),
    )


def _after_week(of: Ref) -> m.Derived:
    return m.Derived(follows=of, period=WEEK)


def _confirmed(*names: str) -> list[m.DeadlineConfirmed]:
    return [
        m.DeadlineConfirmed(deadline_id=one, confirmed_by="lawyer", happened_on=NEXT)
        for one in names
    ]


MOVES = {
    "recomputed": m.DeadlineRecomputed(
        deadline_id="answers", basis=ordered(date(2026, 9, 1)), **LATER
    ),
    "reading": m.ReadingChosen(
        deadline_id="answers", due=date(2026, 7, 9), chosen_by="lawyer", **LATER
    ),
    "extended": m.DeadlineExtended(
        deadline_id="answers",
        successor_id="later",
        basis=ordered(date(2026, 9, 1)),
        authority="Stipulation",
        **LATER,
    ),
}


@pytest.mark.parametrize("how", MOVES)
@pytest.mark.parametrize("way", ["direct", "by the calendar", "anchored"])
def test_what_was_computed_from_a_deadline_that_moved_needs_review(
    how: str, way: str
) -> None:
    """Directly, by what follows it in days of the calendar, or as an anchor."""
    answers, between = Ref("deadline", "answers"), Ref("deadline", "between")
    file = after(
        opened(), set_(), set_("between", _after_week(answers), title="Between")
    )
    basis: Any = {
        "direct": _counted(answers),
        "by the calendar": _counted(between),
        "anchored": m.Computed(
            computation=computation(),
            anchors=(m.Anchor("order-entered", answers),),
        ),
    }[way]
    file = after(file, set_("last", basis), *_confirmed("answers", "between", "last"))
    file = after(file, MOVES[how])
    review = file.case.deadlines["last"].review
    assert (str(review.state), review.because) == (
        "needs-review",
        (file.log[-1].event_id,),
    )


def test_what_follows_an_original_hears_of_its_extension() -> None:
    """It has the date of the extension."""
    file = after(
        opened(),
        set_(),
        evolve(MOVES["extended"], happened_on=DAY),
        set_("last", _counted(Ref("deadline", "answers"))),
        *_confirmed("later", "last"),
        evolve(MOVES["recomputed"], deadline_id="later"),
    )
    assert file.case.deadlines["last"].state == "needs-review"


def _with_hearing(*events: Any) -> m.CaseFile:
    setting = m.HearingSet(
        hearing_id="motion",
        title="Motion",
        hearing_at=datetime(2026, 9, 24, 9, tzinfo=PACIFIC),
        happened_on=DAY,
    )
    return after(opened(), setting, *events)


CONTINUED = m.HearingContinued(
    hearing_id="motion",
    to_at=datetime(2026, 12, 3, 9, tzinfo=PACIFIC),
    happened_on=date(2026, 7, 21),
)


def test_a_hearing_reaches_what_was_computed_from_what_follows_it() -> None:
    """The date between moves by itself, and the last one does not."""
    file = _with_hearing(
        set_("between", _after_week(Ref("hearing", "motion"))),
        set_("last", _counted(Ref("deadline", "between"))),
        *_confirmed("between", "last"),
        CONTINUED,
    )
    assert file.case.deadlines["last"].state == "needs-review"


def test_what_was_missed_is_looked_at_when_its_hearing_moves() -> None:
    """Time may run again."""
    basis = m.Computed(
        computation=computation(),
        anchors=(m.Anchor("hearing", Ref("hearing", "motion")),),
    )
    missed = m.DeadlineMissed(deadline_id="answers", happened_on=date(2026, 7, 20))
    file = _with_hearing(set_(basis=basis), missed, CONTINUED)
    answers = file.case.deadlines["answers"]
    assert (answers.state, str(answers.review.state)) == ("missed", "needs-review")


def test_a_correction_reaches_what_was_computed_from_what_follows_it() -> None:
    """As the events of the court do."""
    served = m.Served(title="Requests", method="mail", triggers=(), happened_on=DAY)
    file = after(
        opened(),
        Draft(served, event_id="served"),
        set_("between", _after_week(Ref("event", "served"))),
        set_("last", _counted(Ref("deadline", "between"))),
        *_confirmed("between", "last"),
    )
    at = file.case.recorded_at
    file = file.correct(
        "served", happened_on=date(2026, 6, 1), ground="Proof", by="clerk", at=at
    )
    assert file.case.deadlines["last"].state == "needs-review"


def test_a_reading_that_is_retracted_moves_nothing_silently() -> None:
    """Somebody stood by the date that it gave."""
    file = after(opened(), set_(), MOVES["reading"])
    chosen = file.log[-1].event_id
    confirmed = evolve(_confirmed("answers")[0], **LATER)
    file = after(file, confirmed)
    at = file.case.recorded_at
    file = file.retract(chosen, ground="Another case", by="clerk", at=at)
    assert file.case.deadlines["answers"].state == "needs-review"


@pytest.mark.parametrize(
    "basis", [ordered(), m.Computed(computation=computation(due=date(2026, 8, 9)))]
)
def test_an_extension_falls_with_the_order_that_allowed_it(basis: Any) -> None:
    """Whether or not its basis names the order."""
    order = Ref("event", "order")
    entered = m.OrderEntered(title="Order", triggers=(), happened_on=DAY)
    extension = m.DeadlineExtended(
        deadline_id="answers",
        successor_id="later",
        basis=basis,
        order=order,
        happened_on=DAY,
    )
    file = after(
        opened(),
        Draft(entered, event_id="order"),
        set_(),
        extension,
        *_confirmed("later"),
    )
    vacated = m.OrderVacated(entry_id="order", ground="Void", **LATER)
    assert after(file, vacated).case.deadlines["later"].state == "needs-review"


def test_nothing_is_met_by_what_was_struck() -> None:
    """Nor by what was vacated."""
    filed = m.Filed(title="Answer", triggers=(), happened_on=DAY)
    struck = m.EntryStruck(entry_id="filed", ground="Not signed", **LATER)
    file = after(opened(), set_(), Draft(filed, event_id="filed"), struck)
    met = m.DeadlineMet(
        deadline_id="answers", met_by="clerk", by_event=Ref("event", "filed"), **LATER
    )
    with pytest.raises(InvalidValueError, match="was struck or vacated"):
        after(file, met)


@pytest.mark.parametrize(
    ("done", "verdict"),
    [(date(2026, 6, 9), "in-time"), (date(2026, 6, 25), "in-time-only-if")],
)
@pytest.mark.parametrize("is_lifted", [False, True])
def test_a_stay_does_not_make_in_time_what_was_late(
    done: date, verdict: str, *, is_lifted: bool
) -> None:
    """Neither while it holds, nor before the date is computed anew."""
    stayed = m.CaseStayed(ground="Bankruptcy", happened_on=date(2026, 6, 5))
    terms = set_("answers", ordered(date(2026, 6, 10)), stayed_by_stay="yes")
    file = after(opened(), terms, stayed)
    if is_lifted:
        file = after(file, m.CaseReactivated(happened_on=date(2026, 6, 22)))
    met = m.DeadlineMet(
        deadline_id="answers", met_by="clerk", evidence="Receipt", happened_on=done
    )
    answers = after(file, met).case.deadlines["answers"]
    assert answers.met is not None
    assert answers.met.verdict == verdict
    assert bool(answers.findings) == (verdict != "in-time")


def test_a_stay_does_not_hide_what_was_over_before_it() -> None:
    """It is overdue as it was, and somebody has to look; done later, it is late."""
    stayed = m.CaseStayed(ground="Bankruptcy", happened_on=date(2026, 6, 20))
    terms = set_("answers", ordered(date(2026, 6, 10)), stayed_by_stay="yes")
    file = after(opened(), terms, stayed)
    (item,) = file.case.agenda().overdue(date(2026, 6, 21))
    assert item.deadline.state == "needs-review"
    met = m.DeadlineMet(
        deadline_id="answers",
        met_by="clerk",
        evidence="Receipt",
        happened_on=date(2026, 6, 25),
    )
    assert after(file, met).case.deadlines["answers"].state == "met-late"


@pytest.mark.parametrize(("due", "state"), [(8, "needs-review"), (1, "missed")])
def test_what_was_missed_is_open_again_if_its_day_is_to_come(
    due: int, state: str
) -> None:
    """Computed anew to a day in the future it was not missed; in the past it was."""
    missed = m.DeadlineMissed(deadline_id="answers", happened_on=date(2026, 6, 12))
    anew = m.DeadlineRecomputed(
        deadline_id="answers", basis=ordered(date(2026, due, 3)), **LATER
    )
    file = after(opened(), set_("answers", ordered(date(2026, 6, 10))), missed, anew)
    assert file.case.deadlines["answers"].state == state
    assert len(file.case.agenda().open) == (state != "missed")


def test_the_readings_of_a_date_in_court_days_count_too() -> None:
    """And what was found of it goes when it is open again."""
    basis = evolve(_counted(Ref("deadline", "answers")), computation=computation())
    met = m.DeadlineMet(
        deadline_id="last",
        met_by="clerk",
        evidence="Receipt",
        happened_on=date(2026, 7, 8),
    )
    file = after(opened(), set_(), set_("last", basis), met)
    done = file.case.deadlines["last"].met
    assert done is not None
    assert done.verdict == "in-time-only-if"
    again = m.DeadlineReopened(
        deadline_id="last", ground="Not so", happened_on=date(2026, 7, 8)
    )
    assert after(file, again).case.deadlines["last"].findings == ()


def test_whoever_corrects_a_critical_date_is_not_the_second_person() -> None:
    """Under whatever spelling."""
    file = after(opened(), set_(basis=ordered(), critical=True))
    terms: Any = file.log[-1].event
    file = file.correct(
        file.log[-1].event_id,
        terms=evolve(terms.terms, basis=ordered(date(2026, 9, 9))),
        ground="Misread",
        by="lawyer",
        at=file.case.recorded_at,
    )
    for name in ("lawyer", " Lawyer"):
        confirmed = evolve(_confirmed("answers")[0], confirmed_by=name)
        with pytest.raises(InvalidValueError, match="is critical"):
            after(file, confirmed)


def test_no_confirmation_is_carried_over_to_another_date() -> None:
    """By a file that is rebased."""
    base = after(opened(), set_(basis=ordered())).saved()
    newer = after(base, MOVES["recomputed"]).saved()
    mine = after(base, *_confirmed("answers"))
    with pytest.raises(InvalidValueError, match="was changed since"):
        mine.rebased(newer)
    other = after(base, joined("acme")).saved()
    assert mine.rebased(other).case.deadlines["answers"].state == "confirmed"


@pytest.mark.parametrize("at", [DAY, "noon", None, 5, NOON.replace(tzinfo=None)])
def test_a_moment_that_is_none_is_refused_as_such(at: Any) -> None:
    """Before an id is made of it."""
    file = m.CaseFile.of_log(opened().log)
    with pytest.raises((InvalidTypeError, InvalidValueError), match="at "):
        file.record(joined("acme"), by="clerk", at=at)


@pytest.mark.parametrize("name", [None, 5, ["answers"], {}])
def test_what_is_no_id_finds_nothing(name: Any) -> None:
    """And is refused as such."""
    deadlines = after(opened(), set_()).case.deadlines
    assert name not in deadlines
    assert deadlines.find(name) is None
    with pytest.raises(InvalidTypeError, match="An id is text"):
        deadlines[name]


@pytest.mark.parametrize("of", [(), ("acme",)])
def test_what_a_disposition_vacated_is_open_when_the_case_is_reopened(
    of: tuple[str, ...],
) -> None:
    """And what was vacated for another reason is not."""
    file = after(
        opened(),
        joined("acme"),
        set_(after_disposition=False, owed_by=("acme",)),
        set_("other", ordered()),
        m.DeadlineVacated(deadline_id="other", ground="Moot", happened_on=DAY),
        m.CaseDisposed(disposition="Dismissed", of=of, happened_on=NEXT),
    )
    assert file.case.deadlines["answers"].state == "vacated"
    file = after(file, m.CaseReopened(ground="Set aside", of=of, **LATER))
    answers = file.case.deadlines["answers"]
    assert (answers.state, answers.ended_by) == ("needs-review", None)
    assert file.case.deadlines["other"].state == "vacated"


def test_an_hour_before_which_nothing_counts_is_an_hour() -> None:
    """Where the order names it, the day alone is not enough."""
    hour = datetime(2026, 8, 3, 17, tzinfo=PACIFIC)
    file = after(opened(), set_(basis=ordered(due_at=hour, bound="not-earlier-than")))
    met = m.DeadlineMet(
        deadline_id="answers",
        met_by="clerk",
        evidence="Receipt",
        happened_on=hour.date(),
        happened_at=hour - timedelta(hours=1),
    )
    with pytest.raises(InvalidValueError, match="too early"):
        after(file, met)
    done = after(file, evolve(met, happened_at=hour)).case.deadlines["answers"].met
    assert done is not None
    assert done.verdict == "in-time"


@pytest.mark.parametrize("log", [None, 5])
def test_what_is_no_log_is_refused_as_such(log: Any) -> None:
    """By the file, and by the case."""
    for make in (m.CaseFile.of_log, m.Case.from_events):
        with pytest.raises(InvalidTypeError, match="A log is a list"):
            make(log)


@pytest.mark.parametrize("newer", [None, 5, "roe"])
def test_what_is_no_newer_file_is_refused_as_such(newer: Any) -> None:
    """Before anything is asked of it."""
    with pytest.raises(InvalidTypeError, match="is a CaseFile"):
        opened().rebased(newer)


def test_a_number_by_which_no_line_could_be_found_is_refused() -> None:
    """When it is recorded, and not when the file is saved."""
    with pytest.raises(InvalidValueError, match="NUL"):
        m.NumberAssigned(number="1\0", happened_on=DAY)


def test_who_chose_the_date_is_no_second_person() -> None:
    """Nor is whoever set it; a third may confirm."""
    terms = set_("answers", m.Computed(computation=computation()), critical=True)
    chosen = m.ReadingChosen(
        deadline_id="answers", due=date(2026, 7, 9), chosen_by="partner", **LATER
    )
    file = after(opened(), terms, chosen)
    confirmed = {"deadline_id": "answers", **LATER}
    for name in ("Partner", "clerk"):
        with pytest.raises(InvalidValueError, match="second person"):
            after(file, m.DeadlineConfirmed(confirmed_by=name, **confirmed))
    other = m.DeadlineConfirmed(confirmed_by="another partner", **confirmed)
    assert after(file, other).case.deadlines["answers"].state == "confirmed"


def test_what_only_a_party_owes_that_left_is_looked_at() -> None:
    """What another owes as well goes on."""
    ours = set_("answers", ordered(date(2026, 7, 1)), owed_by=("acme",))
    both = set_("report", ordered(date(2026, 7, 1)), owed_by=("acme", "roe"))
    left = m.PartyLeft(party_id="acme", **LATER)
    file = after(opened(), joined("acme"), joined("roe"), ours, both, left)
    states = [one.state for one in file.case.deadlines]
    assert states == ["needs-review", "proposed"]


@pytest.mark.parametrize("by_stay", [False, True])
def test_what_is_over_cannot_be_stopped(by_stay: bool) -> None:
    """By a person as little as by a stay; before its day is over it can."""
    stay = m.CaseStayed(ground="Bankruptcy", happened_on=date(2026, 6, 20))
    file = after(
        opened(),
        set_("answers", ordered(date(2026, 6, 10))),
        Draft(stay, event_id="stay"),
    )
    said: dict[str, Any] = {"deadline_id": "answers", "ground": "G"}
    if by_stay:
        said["stay"] = Ref("event", "stay")
    stopped = m.DeadlineStayed(**said, happened_on=date(2026, 6, 20))
    with pytest.raises(InvalidValueError, match="was over before 2026-06-20"):
        after(file, stopped)
    if not by_stay:
        early = m.DeadlineStayed(**said, happened_on=date(2026, 6, 10))
        assert after(file, early).case.deadlines["answers"].state == "stopped"
