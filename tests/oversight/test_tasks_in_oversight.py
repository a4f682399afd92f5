"""Tasks come along: in the agenda, among what is wrong, and as preparation."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from house import SOURCE
from legalcase.dates import DateRange, Period
from legalcase.kernel import Label, Ref
from legalcase.model import (
    Derived,
    Ordered,
    TaskCompleted,
    TaskPlanned,
    TaskTerms,
    task_findings,
)
from legalcase.oversight import Checks, agenda, health, pressure
from one_case import DAY, case_of, deadline_set

JULY = DateRange(date(2026, 7, 1), date(2026, 8, 1))
BRIEF = deadline_set(
    "brief",
    Ordered(due=date(2026, 7, 9), authority="Order"),
    owner="A. Lawyer",
    backup="B. Lawyer",
)


def task(task_id: str, **said: Any) -> TaskPlanned:
    """A task of a clerk."""
    given = {"title": f"canary {task_id}", "accountable": "C. Clerk", **said}
    return TaskPlanned(task_id=task_id, terms=TaskTerms(**given), happened_on=DAY)


def test_a_task_stands_in_the_agenda() -> None:
    """On its day, after deadlines and hearings; without a day, at the end."""
    follows = Derived(follows=Ref("deadline", "brief"), period=Period.parse("2 days"))
    case = case_of(
        BRIEF,
        task("file", due_on=date(2026, 7, 9), satisfies=("brief",)),
        task("draft", moves_with=follows, prepares=(Ref("deadline", "brief"),)),
        task("some-day", after=("draft",)),
        task("late", due_on=date(2026, 6, 20)),
        task("done", due_on=date(2026, 7, 9)),
        TaskCompleted(
            task_id="done", completed_by="C. Clerk", evidence="Seen", happened_on=DAY
        ),
    )
    diary = agenda([case], between=JULY)
    told = [
        (group, entry.item_id)
        for group, _, entries in diary.groups()
        for entry in entries
    ]
    assert told == [
        ("overdue", "late"),
        ("day", "draft"),
        ("day", "brief"),
        ("day", "file"),
        ("undated", "some-day"),
    ]
    assert diary.counted == (
        "1 overdue, 1 deadline, 0 hearings, 2 tasks, 1 without a date, in 1 case"
    )
    file = next(entry for entry in diary.entries if entry.item_id == "file")
    assert (file.sort, file.owner, file.remarks) == ("task", "C. Clerk", "for brief")
    assert "after draft" in diary.undated[0].remarks
    assert "task; owner C. Clerk" in re.sub(r"\s+", " ", str(diary))
    outside = agenda([case], between=JULY, audience="client")
    assert "canary" not in f"{outside} {outside._repr_html_()} {outside.to_rows()}"
    assert len(outside.entries) == len(diary.entries)


def test_a_task_of_the_owner_is_not_for_the_firm() -> None:
    """Its label says so."""
    case = case_of(task("own", due_on=date(2026, 7, 9), label=Label(audience="owner")))
    for audience, is_told in (("firm", False), ("owner", True)):
        said = str(agenda([case], between=JULY, audience=audience))
        assert ("canary" in said) == is_told


def test_what_is_wrong_with_tasks_is_told_by_the_same_words() -> None:
    """Once each, with the task as evidence and whoever answers for it."""
    case = case_of(
        BRIEF,
        task("late", due_on=date(2026, 7, 20), prepares=(Ref("deadline", "brief"),)),
        task("over", due_on=DAY),
    )
    on = date(2026, 6, 10)
    findings = [one for one in health(case, on=on) if one.code.startswith("task-")]
    assert {(one.code, one.severity) for one in findings} == {
        (f"task-{one.code}", one.severity) for one in task_findings(case, on=on)
    }
    assert {one.code for one in findings} == {"task-due-too-late", "task-overdue"}
    assert all(one.person == "C. Clerk" for one in findings)
    assert {one.evidence[0] for one in findings} == {"task:late", "task:over"}


def test_every_code_of_the_room_is_a_check() -> None:
    """A new one cannot be forgotten."""
    text = (SOURCE / "model" / "tasks" / "findings.py").read_text(encoding="utf-8")
    codes = set(re.findall(r"_finding\(\s*\w+, \"([a-z-]+)\"", text))
    checks = {one.code for one in Checks.core() if one.code.startswith("task-")}
    assert len(codes) > 10
    assert checks == {f"task-{code}" for code in codes} | {"task-accountable-absent"}


def test_whoever_answers_for_a_task_is_away() -> None:
    """On its day."""
    case = case_of(task("file", due_on=date(2026, 7, 9)))
    away = {"C. Clerk": [JULY]}
    (one,) = health(case, on=date(2026, 6, 10), absences=away)
    assert (one.code, one.day) == ("task-accountable-absent", date(2026, 7, 9))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"due_on": date(2026, 6, 20)}, "preparation-over"),
        ({"due_on": date(2026, 7, 10)}, "preparation-late"),
        ({"due_on": date(2026, 7, 8)}, None),
    ],
)
def test_a_task_prepares_a_deadline(said: dict[str, Any], why: str | None) -> None:
    """And presses where it no longer fits."""
    draft = task("draft", prepares=(Ref("deadline", "brief"),), **said)
    found = pressure(
        [case_of(BRIEF, draft)], person="A. Lawyer", during=JULY, limit=1
    ).unprepared
    assert [one.why for one in found] == ([] if why is None else [why])
    assert all(one.evidence == ("deadline:brief", "task:draft") for one in found)
