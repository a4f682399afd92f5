"""What becomes of a plan: the trial moves, the case ends, the playbook is another."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from dated_playbook import (
    FIRST,
    LAW,
    PLAYBOOK,
    TEXT,
    TRIAL,
    begun,
    later,
    recorded,
    worked,
)
from legalcase.errors import (
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.model import (
    CaseDisposed,
    CaseFile,
    HearingContinued,
    TaskCompleted,
    TaskPlanned,
    TaskRescheduled,
    TaskSequenced,
    TaskTerminated,
    TaskTerms,
)
from legalcase.plans import (
    Plan,
    critical_path,
    deviations,
    migrate,
    plan,
    read_playbook,
    timeline,
)
from legalcase.practice import (
    PlanItemAdded,
    PlanItemSkipped,
    PlanItemWaived,
    PlanMigrated,
    PlaybookItem,
)
from practice_samples import stage
from small_playbook import PLAYBOOK as BARE
from small_playbook import item as small_item

if TYPE_CHECKING:
    from legalcase.plans import PlanRow

DAY = date(2026, 6, 10)
ON: dict[str, Any] = {"happened_on": DAY}


def rows(file: CaseFile, on: date = DAY) -> dict[str, PlanRow]:
    """The rows of the plan, by item: each stands once here."""
    return {row.item_id: row for row in plan(file, LAW, on=on).rows}


def days(file: CaseFile) -> dict[str, date | None]:
    """The day of each item."""
    return {name: row.shown for name, row in rows(file).items()}


def task(file: CaseFile, item: str) -> str:
    """The id of the task of an item."""
    return str(rows(file)[item].task_id)


def done(file: CaseFile, item: str, on: date = DAY) -> CaseFile:
    """The file with the task of an item completed."""
    event = TaskCompleted(task_id=task(file, item), completed_by="u-1", happened_on=on)
    return recorded(file, event, on=on)


def moved(file: CaseFile, to: datetime = TRIAL + timedelta(days=28)) -> CaseFile:
    """The file with the trial on another day."""
    event = HearingContinued(hearing_id="trial", to_at=to, ground="G", **ON)
    file = recorded(file, event, on=DAY)
    return recorded(file, *plan(file, LAW, on=DAY).events(), on=DAY)


# --- the trial moves -----------------------------------------------------------------


def test_the_trial_moves_what_hangs_on_it_and_nothing_else() -> None:
    """By as many days; and no event is needed for it."""
    file = worked()
    before, after = days(file), days(moved(file))
    hang = {"trial", "witnesses", "exhibits"}
    for name, day in before.items():
        other = after[name]
        if name in hang:
            assert day is not None
            assert other == day + timedelta(days=28), name
        else:
            assert other == day, name
    event = HearingContinued(
        hearing_id="trial", to_at=TRIAL + timedelta(days=28), ground="G", **ON
    )
    alone = recorded(file, event, on=DAY)
    assert plan(alone, LAW, on=DAY).events() == ()


def test_a_day_of_ones_own_stays_when_the_trial_moves() -> None:
    """Whoever pinned a task keeps it."""
    file = worked()
    pinned = date(2026, 10, 1)
    event = TaskRescheduled(task_id=task(file, "witnesses"), due_on=pinned, **ON)
    assert days(moved(recorded(file, event, on=DAY)))["witnesses"] == pinned


# --- the case ends -------------------------------------------------------------------


def test_disposing_the_case_voids_all_but_what_survives() -> None:
    """What is done stays done; what ends is terminated by the events of the plan."""
    file = done(worked(), "interview")
    file = recorded(file, CaseDisposed(disposition="voluntary-dismissal", **ON), on=DAY)
    standing = rows(file)
    assert standing["interview"].state == "done"
    assert standing["letter"].is_open
    for name in ("witnesses", "exhibits", "review", "answer"):
        assert not standing[name].is_open, name
    file = recorded(file, *plan(file, LAW, on=DAY).events(), on=DAY)
    open_ = {one.task_id for one in file.case.tasks if one.is_open}
    ended = {task(file, name) for name in ("witnesses", "exhibits", "review")}
    assert not open_ & ended
    assert task(file, "letter") in open_
    assert critical_path(file, LAW, to="trial").steps == ()


# --- another edition -----------------------------------------------------------------

EARLIER = ('period = "30 days"', 'period = "45 days"')
WITHOUT_REVIEW = (
    'id = "review"\nstage = "trial"',
    'id = "other"\nstage = "trial"',
)


def migrated(file: CaseFile, *changes: tuple[str, str]) -> CaseFile:
    """The file, worked by another edition."""
    events = migrate(file, later(*changes), LAW, on=DAY).events()
    return recorded(file, *events, on=DAY)


def test_migration_keeps_what_is_done() -> None:
    """Even where the new edition gives it another day, or has it no more."""
    file = done(done(worked(), "witnesses"), "review")
    answer = migrate(file, later(EARLIER, WITHOUT_REVIEW), LAW, on=DAY)
    assert {one.item for one in answer.of("done")} == {"witnesses", "review"}
    assert answer.of("ended") == ()
    after = migrated(file, EARLIER, WITHOUT_REVIEW)
    for name in ("witnesses", "review"):
        known = file.case.tasks[task(file, name)]
        assert after.case.tasks[known.task_id] == known
    assert rows(after)["witnesses"].state == "done"


def test_migration_re_anchors_what_is_open() -> None:
    """It follows what the new edition says; the case is worked by that."""
    file = worked()
    answer = migrate(file, later(EARLIER), LAW, on=DAY)
    (one,) = answer.of("moved")
    assert (one.item, one.before, one.after) == (
        "witnesses",
        date(2026, 11, 7),
        date(2026, 10, 23),
    )
    assert one.keys == ("offset",)
    after = migrated(file, EARLIER)
    assert days(after)["witnesses"] == date(2026, 10, 23)
    unmoved = {name: day for name, day in days(file).items() if name != "witnesses"}
    assert unmoved == {
        name: day for name, day in days(after).items() if name != "witnesses"
    }
    assert plan(after, LAW, on=DAY).playbook.edition == "2"
    assert plan(after, LAW, on=DAY).events() == ()
    # And it goes on hanging on the trial.
    assert days(moved(after))["witnesses"] == date(2026, 11, 20)


def test_migration_keeps_a_day_of_ones_own() -> None:
    """And says so."""
    file = worked()
    event = TaskRescheduled(
        task_id=task(file, "witnesses"), due_on=date(2026, 10, 1), **ON
    )
    file = recorded(file, event, on=DAY)
    answer = migrate(file, later(EARLIER), LAW, on=DAY)
    assert [one.item for one in answer.of("pinned")] == ["witnesses"]
    assert days(migrated(file, EARLIER))["witnesses"] == date(2026, 10, 1)


def test_what_is_gone_ends_and_what_is_new_begins() -> None:
    """With its task."""
    file = worked()
    old = task(file, "review")
    answer = migrate(file, later(WITHOUT_REVIEW), LAW, on=DAY)
    assert [(one.item, one.ends) for one in answer.of("ended")] == [("review", (old,))]
    assert [one.item for one in answer.of("new")] == ["other"]
    events = answer.events()
    assert isinstance(events[0], PlanMigrated)
    assert [one.task_id for one in events if isinstance(one, TaskTerminated)] == [old]
    after = migrated(file, WITHOUT_REVIEW)
    assert not after.case.tasks[old].is_open
    assert after.case.tasks[task(after, "other")].is_open


def test_a_date_ahead_that_is_gone_ends() -> None:
    """The deadline stays where the law has it."""
    file = worked()
    fewer = ('lead_times = ["7 days"]\n', "")
    (ahead,) = rows(file)["answer"].lead_times
    answer = migrate(file, later(fewer), LAW, on=DAY)
    found = next(one for one in answer.items if one.item == "answer")
    assert (found.how, found.ends) == ("kept", (ahead.task_id,))
    after = migrated(file, fewer)
    assert not after.case.tasks[ahead.task_id].is_open
    assert days(after)["answer"] == days(file)["answer"]


def test_what_was_left_out_stays_so() -> None:
    """And the same edition changes nothing."""
    file = recorded(
        worked(),
        PlanItemSkipped(plan_id="us/dated", item="review", ground="G", **ON),
        on=DAY,
    )
    file = recorded(file, *plan(file, LAW, on=DAY).events(), on=DAY)
    answer = migrate(file, later(EARLIER), LAW, on=DAY)
    assert [one.item for one in answer.of("left-out")] == ["review"]
    same = migrate(file, later(), LAW, on=DAY)
    assert {one.how for one in same.items} == {"kept", "left-out"}
    assert len(same.events()) == 1
    file = recorded(file, *same.events(), on=DAY)
    assert migrate(file, later(), LAW, on=DAY).events() == ()


def test_an_item_after_another_that_was_added_stays() -> None:
    """What a case has besides may hang together; the new edition must not have it."""
    first = _in("pleading", "defeat")
    second = evolve(first, item_id="second", after=("call",))
    file = recorded(
        worked(),
        PlanItemAdded(plan_id="us/dated", item=first, **ON),
        PlanItemAdded(plan_id="us/dated", item=second, **ON),
        on=DAY,
    )
    assert {"call", "second"} <= set(rows(migrated(file)))
    clash = later(('id = "review"', 'id = "call"'))
    for refused in (
        lambda: migrate(file, clash, LAW, on=DAY),
        lambda: recorded(
            file,
            PlanMigrated(plan_id="us/dated", playbook=clash, digest=clash.digest, **ON),
            on=DAY,
        ),
    ):
        with pytest.raises(InvalidValueError, match="'call' was added to the case"):
            refused()


def test_a_role_that_is_new_is_filled_with_the_migration() -> None:
    """Nobody could fill it before."""
    newer = read_playbook(
        TEXT.replace('edition = "1"', 'edition = "2"')
        .replace('id = "lead"', 'id = "boss"')
        .replace('accountable = "lead"', 'accountable = "boss"')
        .replace(*WITHOUT_REVIEW)
    )
    file = worked()
    with pytest.raises(MissingInputError, match="boss"):
        migrate(file, newer, LAW, on=DAY).events()
    answer = migrate(file, newer, LAW, roles={"boss": "u-9"}, on=DAY)
    after = recorded(file, *answer.events(), on=DAY)
    assert rows(after)["other"].accountable == "u-9"
    assert plan(after, LAW, on=DAY).roles == (("boss", "u-9"),)
    with pytest.raises(UnknownNameError, match="lead"):
        migrate(file, newer, LAW, roles={"lead": "u-9"})


def test_a_task_follows_a_deadline_that_the_new_edition_has() -> None:
    """It is set first, whatever the period."""
    blocks = TEXT.split("[[item]]")
    old = read_playbook(
        "[[item]]".join(one for one in blocks if 'id = "answer"' not in one)
    )
    at = '"3 days", direction = "after", of = { event = "summons-served" }'
    assert TEXT.count(at) == 1
    newer = read_playbook(
        TEXT.replace('edition = "1"', 'edition = "2"')
        .replace(at, '"5 days", direction = "before", of = { item = "answer" }')
        .replace('after = ["interview"]\n', "")
    )
    made = Plan.of(old, begun(), LAW, roles={"lead": "u-1"}, on=FIRST)
    file = recorded(begun(), *made.events(), on=FIRST)
    answer = migrate(file, newer, LAW, on=DAY)
    (one,) = answer.of("moved")
    # Served on 3 June: the answer is due on the 24th.
    assert (one.item, one.after) == ("interview", date(2026, 6, 19))
    after = recorded(file, *answer.events(), on=DAY)
    assert days(after)["interview"] == date(2026, 6, 19)
    assert plan(after, LAW, on=DAY).events() == ()


def test_what_came_first_can_come_last_in_a_new_edition() -> None:
    """The order is that of the new edition; one that somebody gave stays."""
    file = worked()
    own = TaskSequenced(
        task_id=task(file, "exhibits"),
        after=(task(file, "witnesses"), task(file, "letter")),
        **ON,
    )
    file = recorded(file, own, on=DAY)
    newer = later(
        ('after = ["witnesses"]\n', ""),
        ('id = "witnesses"\n', 'id = "witnesses"\nafter = ["exhibits"]\n'),
    )
    after = recorded(file, *migrate(file, newer, LAW, on=DAY).events(), on=DAY)
    tasks = after.case.tasks
    assert tasks[task(file, "witnesses")].terms.after == (task(file, "exhibits"),)
    assert tasks[task(file, "exhibits")].terms.after == (task(file, "letter"),)
    assert plan(after, LAW, on=DAY).events() == ()


def test_a_plan_of_another_name_is_migrated() -> None:
    """And where two are by one playbook, it must be said which."""
    made = Plan.of(PLAYBOOK, begun(), LAW, roles={"lead": "u-1"}, on=FIRST)
    adopted: Any = made.events()[0]
    file = recorded(begun(), evolve(adopted, plan_id="again"), on=FIRST)
    assert migrate(file, later(), LAW, on=DAY).plan_id == "again"
    both = recorded(file, adopted, on=FIRST)
    with pytest.raises(MissingInputError, match="again, us/dated"):
        migrate(both, later(), LAW, on=DAY)
    assert migrate(both, later(), LAW, plan_id="again", on=DAY).plan_id == "again"


def test_a_migration_renders() -> None:
    """What becomes of each item, and what the editions say otherwise."""
    answer = migrate(worked(), later(EARLIER), LAW, on=DAY)
    for text in (str(answer), answer._repr_html_()):
        assert "2026-10-23" in text
        assert "45 days before hearing trial" in " ".join(text.split())
    assert answer.to_dict()["after"] == "2"
    assert len(answer.to_rows()) == len(answer.items)
    assert "1 moved" in repr(answer)


def test_what_cannot_be_migrated_is_refused() -> None:
    """A case that is not worked by it, what is no playbook, and without a day."""
    with pytest.raises(UnknownNameError, match="us/dated"):
        migrate(begun(), later(), LAW)
    wrong: Any = "2"
    with pytest.raises(InvalidTypeError, match="Playbook"):
        migrate(worked(), wrong, LAW)
    with pytest.raises(MissingInputError, match="on="):
        migrate(worked(), later(), LAW).events()


def _in(stage: str, *serves: str) -> PlaybookItem:
    return evolve(small_item("call", "client-care", *serves), stage=stage)


# --- what went otherwise -------------------------------------------------------------


def test_on_its_day_nothing_deviates() -> None:
    """Nor does what a plan does not know, where there is no plan."""
    assert len(deviations(worked(), LAW, on=FIRST)) == 0
    assert len(deviations(begun(), LAW, on=date(2027, 1, 1))) == 0


def test_what_is_late_is_told_with_the_days() -> None:
    """And what was done late, once it is done."""
    file = worked()
    late = deviations(file, LAW, on=date(2026, 6, 16)).of("late")
    assert [(one.item, one.days) for one in late] == [("interview", 10)]
    found = deviations(done(file, "interview"), LAW, on=date(2026, 6, 16))
    assert [(one.item, one.how, one.days) for one in found] == [
        ("interview", "done-late", 4)
    ]


def test_invariant_24_deviations_say_by_whom_and_why() -> None:
    """Required ones first."""
    file = recorded(
        worked(),
        PlanItemSkipped(plan_id="us/dated", item="review", ground="No need", **ON),
        PlanItemWaived(
            plan_id="us/dated",
            item="interview",
            ground="Well known",
            approved_by="partner",
            **ON,
        ),
        on=DAY,
    )
    found = deviations(file, LAW, on=DAY)
    assert [(one.item, one.how, one.by, one.ground) for one in found] == [
        ("interview", "waived", "partner", "Well known"),
        ("review", "skipped", None, "No need"),
    ]
    assert [one.item for one in found.required] == ["interview"]
    for text in (str(found), found._repr_html_()):
        assert "partner" in text
    assert "partner" not in repr(found) + repr(found.found)
    assert len(found.to_rows()) == 2


def test_what_was_done_before_its_time_is_out_of_order() -> None:
    """Until what comes first is done, or where it was done later."""
    file = worked()
    early = TaskCompleted(
        task_id=task(file, "exhibits"), completed_by="u-1", happened_on=DAY
    )
    file = recorded(file, early, on=DAY)
    (one,) = deviations(file, LAW, on=DAY).of("out-of-order")
    assert (one.item, one.first) == ("exhibits", ("witnesses",))
    then = DAY + timedelta(days=1)
    after = done(file, "witnesses", on=then)
    assert len(deviations(after, LAW, on=then).of("out-of-order")) == 1
    right = done(done(worked(), "witnesses"), "exhibits")
    assert deviations(right, LAW, on=DAY).of("out-of-order") == ()


def test_what_was_added_is_told() -> None:
    """An item of this case alone, and a task that no item asked for."""
    file = recorded(
        worked(),
        PlanItemAdded(plan_id="us/dated", item=_in("pleading", "defeat"), **ON),
        TaskPlanned(
            task_id="extra", terms=TaskTerms(title="T", accountable="u-1"), **ON
        ),
        TaskPlanned(
            task_id="part",
            terms=TaskTerms(title="T", accountable="u-1", parent="extra"),
            **ON,
        ),
        on=DAY,
    )
    found = deviations(file, LAW, on=DAY).of("added")
    assert [(one.item, one.evidence) for one in found] == [
        (None, ("task:extra",)),
        ("call", ()),
    ]


def test_what_was_given_up_without_a_waiver_is_told() -> None:
    """A task that was ended is not done."""
    file = worked()
    event = TaskTerminated(task_id=task(file, "interview"), ground="G", **ON)
    found = deviations(recorded(file, event, on=DAY), LAW, on=DAY)
    assert ("interview", "given-up") in [(one.item, one.how) for one in found]


# --- the way to the trial ------------------------------------------------------------


def test_the_chain_ends_at_the_trial() -> None:
    """Exhibits wait for witnesses; each has the days by which it can slip."""
    path = critical_path(worked(), LAW, to="trial", on=DAY)
    assert (path.hearing_id, path.hearing_on) == ("trial", date(2026, 12, 7))
    assert [(one.item, one.shown, one.latest, one.slack) for one in path.steps] == [
        ("witnesses", date(2026, 11, 7), date(2026, 11, 23), 16),
        ("exhibits", date(2026, 11, 23), date(2026, 12, 7), 14),
    ]
    assert path.steps[0].leads_to == ("exhibits", "trial")
    assert path.slack == 14
    assert path.beside == ()
    assert path.without_duration == ("witnesses", "exhibits")
    assert "taking no time" in path.note
    assert "180 days from 2026-06-10" in path.title


def test_what_is_done_is_on_no_path() -> None:
    """The chain is of open items."""
    file = done(worked(), "witnesses")
    path = critical_path(file, LAW, to="trial-jury")
    assert [one.item for one in path.steps] == ["exhibits"]


def test_a_deadline_counted_back_from_the_trial_is_on_the_way() -> None:
    """By its rule; the law gives it no slack, and what it waits for has some."""
    experts = """[[item]]
id = "experts"
stage = "trial"
kind = "deadline"
title = "Disclose experts"
accountable = "lead"
area = "discovery"
after = ["witnesses"]
rule = ["us/frcp/26(a)(2)(D)(i)"]
authority = { cite = "Fed. R. Civ. P. 26(a)(2)(D)(i)", verified = "recall" }
[[item]]
id = "review\""""
    newer = later(('[[item]]\nid = "review"', experts.removesuffix("\n")))
    made = Plan.of(newer, begun(), LAW, roles={"lead": "u-1"}, on=FIRST)
    file = recorded(begun(), *made.events(), on=FIRST)
    path = critical_path(file, LAW)
    # 90 days before Monday, 7 December: Tuesday, 8 September (the 7th is Labor Day).
    assert [(one.item, one.slack) for one in path.steps][-1] == ("experts", 0)
    assert path.steps[-1].why.startswith("Fed. R. Civ. P. 26(a)(2)(D)(i)")
    assert path.steps[-1].shown is not None
    assert (date(2026, 12, 7) - path.steps[-1].shown).days >= 90
    assert path.steps[0].item == "witnesses"
    assert path.steps[0].slack is not None
    assert path.steps[0].slack < 0
    assert [one.item for one in path.beside] == ["exhibits"]


def test_what_comes_after_the_trial_is_not_on_the_way_to_it() -> None:
    """Nor what hangs on an item by a date after it; one before it is."""
    more = """[[item]]
id = "{id}"
stage = "trial"
kind = "task"
title = "Another"
accountable = "lead"
area = "trial"
when = [{{ hearing = "trial" }}]
offset = {{ period = "5 days", direction = "{direction}", of = {{ {of} }} }}
authority = {{ cite = "policy", verified = "recall" }}
"""
    added = "".join(
        more.format(id=name, direction=direction, of=of)
        for name, direction, of in (
            ("debrief", "after", 'hearing = "trial"'),
            ("print", "before", 'item = "exhibits"'),
            ("file-away", "after", 'item = "exhibits"'),
        )
    )
    newer = later(('[[item]]\nid = "review"', f'{added}[[item]]\nid = "review"'))
    made = Plan.of(newer, begun(), LAW, roles={"lead": "u-1"}, on=FIRST)
    path = critical_path(recorded(begun(), *made.events(), on=FIRST), LAW)
    on_it = {one.item: one.leads_to for one in (*path.steps, *path.beside)}
    assert set(on_it) == {"witnesses", "exhibits", "print"}
    assert on_it["print"] == ("exhibits",)
    assert "print" in path.without_day


def test_days_that_contradict_each_other_have_less_than_no_slack() -> None:
    """A pinned task after the one that waits for it."""
    file = worked()
    event = TaskRescheduled(
        task_id=task(file, "witnesses"), due_on=date(2026, 11, 30), **ON
    )
    path = critical_path(recorded(file, event, on=DAY), LAW)
    assert path.steps[0].item == "witnesses"
    assert (path.steps[0].slack, path.slack) == (-7, -7)


def test_the_path_moves_with_the_trial() -> None:
    """And its slack stays."""
    before, after = critical_path(worked(), LAW), critical_path(moved(worked()), LAW)
    assert [one.slack for one in before.steps] == [one.slack for one in after.steps]
    assert after.hearing_on == date(2027, 1, 4)


def test_a_duration_that_somebody_said_is_told() -> None:
    """Minutes of the task; nothing is estimated here."""
    file = begun()
    made = Plan.of(PLAYBOOK, file, LAW, roles={"lead": "u-1"}, on=FIRST)
    events = [
        evolve(event, terms=evolve(event.terms, estimated_minutes=240))
        if isinstance(event, TaskPlanned)
        else event
        for event in made.events()
    ]
    path = critical_path(recorded(file, *events, on=FIRST), LAW)
    assert path.without_duration == ()
    assert {one.minutes for one in path.steps} == {240}


def test_a_hearing_that_is_not_set_has_no_path() -> None:
    """With those that are; and what is no text is refused."""
    with pytest.raises(UnknownNameError, match="trial"):
        critical_path(worked(), LAW, to="sentencing")
    with pytest.raises(UnknownNameError):
        critical_path(begun(trial=None), LAW)
    wrong: Any = 7
    with pytest.raises(InvalidTypeError, match="hearing"):
        critical_path(worked(), LAW, to=wrong)


def test_a_path_renders() -> None:
    """As text, HTML and rows."""
    path = critical_path(worked(), LAW, on=DAY)
    for text in (str(path), path._repr_html_()):
        assert "exhibits" in text
        assert "16 days" in text
    assert [row["slack"] for row in path.to_rows()] == [16, 14]
    assert "Mark" not in repr(path) + repr(path.steps)


# --- on a line -----------------------------------------------------------------------


def test_a_timeline_has_a_lane_for_each_stage() -> None:
    """What is dated by day, what is not below it."""
    line = timeline(plan(done(worked(), "interview"), LAW, on=date(2026, 7, 1)))
    lanes = {lane.stage_id: lane for lane in line.lanes}
    assert [(mark.item, mark.look) for mark in lanes["pleading"].marks] == [
        ("interview", "done"),
        ("answer", "late"),
    ]
    assert [mark.item for mark in lanes["pleading"].undated] == ["letter"]
    assert [(mark.item, mark.look) for mark in lanes["trial"].marks] == [
        ("witnesses", "open"),
        ("exhibits", "waiting"),
        ("trial", "open"),
    ]
    answer = lanes["pleading"].marks[1]
    assert (answer.since, answer.day) == (date(2026, 6, 3), date(2026, 6, 24))
    assert answer.ahead == (date(2026, 6, 17),)
    assert lanes["pleading"].marks[0].at == DAY
    assert (line.first, line.last) == (date(2026, 6, 3), date(2026, 12, 7))


def test_without_a_day_nothing_is_late() -> None:
    """There is no clock in it."""
    line = timeline(plan(worked(), LAW))
    looks = {mark.look for lane in line.lanes for mark in lane.marks}
    assert "late" not in looks


def test_a_timeline_is_drawn_in_text_and_in_html() -> None:
    """Each item is in both, escaped; text fits a terminal."""
    newer = later(('title = "Mark the exhibits"', 'title = "Mark <b>&"'))
    made = Plan.of(newer, begun(), LAW, roles={"lead": "u-1"}, on=DAY)
    line = timeline(made)
    text, html = str(line), line.to_html()
    assert max(map(len, text.splitlines())) <= 80
    assert "Mark <b>&" in text
    assert "Mark &lt;b&gt;&amp;" in html
    assert "Mark <b>" not in html
    for row in made.rows:
        if row.item_id != "exhibits":
            assert row.title[:20] in text
            assert row.title[:20] in html
    assert html.count("<polygon") == 1
    assert 'content="light dark"' in html
    assert "<b>" not in repr(line) + repr(line.lanes)
    assert len(line.to_rows()) == len(made.rows)


def test_a_plan_without_any_day_is_drawn_too() -> None:
    """And what is no plan is refused."""
    bare = recorded_without_dates()
    assert "no day" in str(bare)
    assert "Nothing has a day yet" in bare._repr_html_()
    wrong: Any = worked()
    with pytest.raises(InvalidTypeError, match="Plan"):
        timeline(wrong)


def recorded_without_dates() -> Any:
    """The line of a plan of which nothing has begun."""
    return timeline(Plan.of(BARE, stage(), LAW))


def test_an_added_item_must_fit_the_new_edition() -> None:
    """Else the plan would name what is not there."""
    file = recorded(
        worked(),
        PlanItemAdded(plan_id="us/dated", item=_in("pleading", "defeat"), **ON),
        on=DAY,
    )
    renamed = TEXT.replace('"defeat"', '"win"').replace(
        'edition = "1"', 'edition = "2"'
    )
    with pytest.raises(InvalidValueError, match="defeat"):
        migrate(file, read_playbook(renamed), LAW, on=DAY)
