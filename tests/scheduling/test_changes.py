"""After any changes the diff makes the case what a schedule of it says; and back."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
import legalcase.model as m
from legalcase.authority import Authority
from legalcase.calendars.closures import Closure
from legalcase.errors import CalendarOutOfBoundsError, LegalCaseError
from schedule_by_hand import random_docket
from schedule_cases import BY, LAW, REQUESTS, event, opened, served
from scheduling_log import recorded

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.scheduling import ScheduledDeadline

    Change = Callable[[m.CaseFile], m.CaseFile]
    Undoable = tuple[Change, Change]

ON = date(2026, 9, 1)
WANTED = ("roe", "acme", "doe")


def set_all(file: m.CaseFile, law: lc.Law = LAW) -> m.CaseFile:
    """The file with every deadline that the law gives."""
    events = lc.schedule(file, law, for_=WANTED).new.events(on=ON)
    return file.record(*events, **BY) if events else file


def settle(file: m.CaseFile, law: lc.Law = LAW) -> m.CaseFile:
    """The file after its diff was recorded: then nothing is left to do."""
    diff = lc.reschedule(file, law, for_=WANTED)
    after = file.record(*diff.events(on=ON), **BY) if diff.events(on=ON) else file
    again = lc.reschedule(after, law, for_=WANTED)
    assert again.is_empty, (repr(again), again.to_rows())
    return after


def dates(file: m.CaseFile) -> dict[str, date | None]:
    """When each deadline that is open is due."""
    return {
        one.deadline_id: file.case.dates(one.deadline_id).shown
        for one in file.case.deadlines
        if one.is_open
    }


def every(file: m.CaseFile, law: lc.Law) -> list[ScheduledDeadline]:
    """What the law gives for everybody."""
    found = lc.schedule(file, law, for_=WANTED)
    return [*found.rows, *found.others]


def agrees(file: m.CaseFile, bare: m.CaseFile, law: lc.Law) -> None:
    """What is set is what a schedule of the case without any deadline gives."""
    fresh = {
        (row.rule, row.anchors[0], row.owed_by): row.shown
        for row in every(bare, law)
        if row.state == "new"
    }
    found = {
        (row.rule, row.anchors[0], row.owed_by): row.shown
        for row in every(file, law)
        if row.state == "set" and row.agrees
    }
    assert {key: found.get(key) for key in fresh} == fresh


def changes(file: m.CaseFile, random: Random) -> list[Undoable]:
    """Some changes, each with what undoes it."""
    entries = [entry for entry in file.case.docket if entry.stands]
    found: list[Undoable] = []
    for number, entry in enumerate(random.sample(entries, min(2, len(entries)))):
        name, day = entry.event_id, entry.happened_on
        kind = random.choice(("day", "method", "strike"))
        if kind == "method" and entry.kind != "served":
            kind = "day"
        if kind == "strike" and entry.kind not in {"served", "filed"}:
            kind = "day"
        if kind == "day":
            new = day + timedelta(days=random.randint(1, 9))
            found.append((_corrected(name, new), _corrected(name, day)))
        elif kind == "method":
            other = "mail" if entry.method != "mail" else "electronic"
            found.append((_by(name, other), _by(name, entry.method)))
        else:
            found.append((_struck(name, f"x{number}"), _unstruck(f"x{number}")))
    return found


def _corrected(name: str, day: date) -> Any:
    return lambda file: file.correct(name, happened_on=day, ground="Typo", **BY)


def _by(name: str, method: str | None) -> Any:
    return lambda file: file.correct(name, method=method, ground="Read", **BY)


def _struck(name: str, strike: str) -> Any:
    what = m.EntryStruck(entry_id=name, ground="Wrong case", happened_on=ON)
    return lambda file: file.record(event(strike, what), **BY)


def _unstruck(strike: str) -> Any:
    return lambda file: file.retract(strike, ground="In error", **BY)


@pytest.mark.parametrize("seed", range(40))
def test_any_changes_settle_and_are_undone_by_undoing(seed: int) -> None:
    """The events are accepted, the diff is empty then, and the dates come back."""
    random = Random(seed)  # noqa: S311 - the same for the same seed is what is wanted
    bare = recorded(random_docket(seed))
    file = set_all(bare)
    before = dates(file)
    made = changes(file, random)
    for change, _ in made:
        file, bare = change(file), change(bare)
    alone, several = lc.reschedule(file, LAW, for_=WANTED), lc.reschedule([file], LAW)
    assert set(several.moved) == set(alone.moved)
    assert set(several.void) == set(alone.void)
    file = settle(file)
    agrees(file, bare, LAW)
    for _, undo in reversed(made):
        file = undo(file)
    file = settle(file)
    after = dates(file)
    assert {name: after.get(name) for name in before} == before


@pytest.mark.parametrize("seed", range(100, 115))
def test_a_closure_announced_settles_and_is_undone_by_its_end(seed: int) -> None:
    """Under the law with it, and under the law without; a caseload gives the same."""
    random = Random(seed)  # noqa: S311 - as above
    bare = recorded(random_docket(seed))
    file = set_all(bare)
    before = dates(file)
    days = sorted({day for day in before.values() if day is not None})
    if not days:
        return
    law = LAW.with_closures(
        {
            "us": [
                Closure(
                    on=random.choice(days),
                    name="flood",
                    kind="legal-holiday",
                    authority=Authority(cite="Gen. Order 14"),
                )
            ]
        }
    )
    alone = lc.reschedule(file, law, for_=WANTED)
    several = lc.reschedule([file], law)
    assert {one.deadline_id for one in several.moved} == {
        one.deadline_id for one in alone.moved
    }
    after = settle(file, law)
    agrees(after, bare, law)
    assert dates(settle(after)) == before


def test_invariant_10_what_is_confirmed_never_moves_silently() -> None:
    """The same law gives the same; another a diff, and somebody looks again."""
    file = set_all(
        opened().record(
            served("s", REQUESTS, "roe", ["acme"], date(2026, 6, 3)),
            **BY,
        )
    )
    assert lc.reschedule(file, LAW, for_=WANTED) == lc.reschedule(
        file, LAW, for_=WANTED
    )
    assert lc.reschedule(file, LAW, for_=WANTED).is_empty
    for one in file.case.deadlines:
        sure = m.DeadlineConfirmed(
            deadline_id=one.deadline_id, confirmed_by="A. Partner", happened_on=ON
        )
        file = file.record(sure, **BY)
    wrong = file.correct("s", happened_on=date(2026, 6, 10), ground="Read", **BY)
    diff = lc.reschedule(wrong, LAW, for_=WANTED)
    assert diff.moved
    assert diff.to_review == diff.moved
    after = settle(wrong)
    moved = {one.deadline_id for one in diff.moved}
    assert {str(after.case.deadlines[name].review.state) for name in moved} == {
        "needs-review"
    }


@pytest.mark.parametrize("seed", range(30))
def test_invariant_11_what_is_scheduled_ends_on_a_court_day(seed: int) -> None:
    """Nothing is due on a day on which the court is closed."""
    calendar = LAW.calendar("us")
    found = lc.schedule(recorded(random_docket(seed)), LAW, for_=WANTED)
    counted = [
        row.computation
        for row in found
        if row.computation is not None
        and row.computation.is_running
        and row.law.counting in {"us/frcp", "us/frap"}
        and not any(step.code in {"fixed", "stay"} for step in row.computation.steps)
    ]
    for computation in counted:
        assert calendar.is_open(computation.due), computation


def test_invariant_12_outside_the_calendar_nothing_is_guessed() -> None:
    """The row says so and has no date; the others are not touched by it."""
    horizon = LAW.calendar("us").last
    file = opened().record(
        served("s", REQUESTS, "roe", ["acme"], date(2026, 6, 3)), **BY
    )
    trial = m.HearingSet(
        hearing_id="t",
        title="Hearing",
        hearing_at=BY["at"].replace(year=horizon.year + 5),
        happened_on=date(2026, 6, 4),
    )
    found = lc.schedule(file.record(trial, **BY), LAW, for_=WANTED)
    rows = found.of_rule("us/frcp/6(c)(1)")
    assert {row.shown for row in rows} == {None}
    assert {f.code for row in rows for f in row.findings} == {"calendar-coverage"}
    assert {row.state for row in rows} == {"question"}
    assert found.of_rule("us/frcp/33(b)(2)")[0].shown is not None
    with pytest.raises(CalendarOutOfBoundsError):
        LAW.compute("us/frcp/6(c)(1)", before=trial.hearing_at.date(), court="us/cand")
    assert issubclass(CalendarOutOfBoundsError, LegalCaseError)


def test_invariant_13_days_for_service_come_after_the_period() -> None:
    """And only for a method that the rule names: the docket says which it was."""
    shown = {}
    for method in ("mail", "electronic", "personal"):
        file = opened().record(
            served(
                "s",
                REQUESTS,
                "roe",
                ["acme"],
                date(2026, 6, 3),
                method,
            ),
            **BY,
        )
        row = lc.schedule(file, LAW).of_rule("us/frcp/33(b)(2)")[0]
        assert row.computation is not None
        codes = [step.code for step in row.computation.steps]
        assert ("add" in codes) is (method == "mail")
        if method == "mail":
            assert codes.index("count") < codes.index("add")
        shown[method] = row.shown
    assert shown["electronic"] == shown["personal"] == date(2026, 7, 6)
    assert shown["mail"] == date(2026, 7, 9)
