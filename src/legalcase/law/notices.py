"""Notices and authorities of a task: what to know, and on what it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.counting.computation import Computation
from legalcase.counting.findings import Notice
from legalcase.law.local import local_rules_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.authority import Authority
    from legalcase.calendars.definition import CalendarDefinition
    from legalcase.counting.question import Question
    from legalcase.law.task import Task

__all__ = ["authorities", "extra_notices"]


def authorities(
    task: Task, questions: tuple[Question, ...]
) -> Iterator[tuple[str, Authority]]:
    """Yield (name, authority) of everything that a computation rests on."""
    if task.deadline is not None and task.version is not None:
        yield task.deadline.id, task.version.authority
    if task.request.court is not None:
        yield task.request.court.id, task.request.court.authority
    for question in questions:
        yield question.rule.id, question.version.authority
        for _, calendar in question.venue.calendars:
            yield f"calendar {calendar.id}", calendar.definition.authority


def extra_notices(task: Task, question: Question | None) -> tuple[Notice, ...]:
    """Return the notices that follow from a task itself, and its question if one."""
    found = []
    overriding = task.request.law.overriding
    if overriding:
        for name in sorted(overriding & set(_used(task, question))):
            text = f"{name} was put in its place by a folder of your own."
            found.append(Notice(code="override", text=text))
    if task.version is not None and task.version.note:
        found.append(Notice(code="note", text=task.version.note))
    found += task.request.said
    found += _expiry_notice(task)
    found += _local_notice(task)
    for calendar in _calendars(task):
        if calendar.startswith("holidays:"):
            text = (
                f"{calendar} is a general list of holidays, not a court calendar: it "
                "can name days on which courts sit, and miss days on which they do not."
            )
            found.append(Notice(code="not-a-court-calendar", text=text))
    return tuple(dict.fromkeys(found))


def _used(task: Task, question: Question | None) -> Iterator[str]:
    """Yield the id of everything that a task rests on."""
    law, court = task.request.law, task.request.court
    if task.deadline is not None:
        yield task.deadline.id
        yield from task.term.references()
    name: str | None = task.rule.id
    while name is not None:
        yield name
        name = law.base_of(name)
    if court is not None:
        yield court.id
    local = local_rules_for(task)
    if local is not None:
        yield local.raw["local_rules"]["id"]
    for _, calendar in question.venue.calendars if question is not None else ():
        definition: CalendarDefinition | None = calendar.definition
        while definition is not None:
            yield definition.id
            definition = definition.base


def _calendars(task: Task) -> list[str]:
    given = task.request.calendar_name()
    if given is not None:
        return [given]
    court = task.request.court
    if court is not None:
        return [name for _, name in court.calendars]
    return [task.rule.default_calendar]


def _expiry_notice(task: Task) -> list[Notice]:
    """Say that a plain date was taken for the end of another period."""
    trigger = task.term.trigger
    anchor = task.anchors.get("")
    if trigger is None or trigger.expiry_of is None or anchor is None:
        return []
    if isinstance(anchor, Computation):
        return []
    text = (
        f"The date given was taken as the end of the time under {trigger.expiry_of}. "
        "Give its own trigger in a mapping to have that end computed."
    )
    return [Notice(code="expiry-taken-as-given", text=text)]


def _local_notice(task: Task) -> list[Notice]:
    court = task.request.court
    if court is None:
        return []
    law = task.request.law
    file = law.local_rules(court.id)
    if file is not None:
        name = file.raw["local_rules"]["name"]
        if local_rules_for(task) is not None:
            text = f"{name} ({court.id}) were consulted as far as they are entered."
            return [Notice(code="local-rules-consulted", text=text)]
        if task.request.local_rules == "none":
            text = f"{name} ({court.id}) were left aside, as asked."
            return [Notice(code="local-rules-left-aside", text=text)]
        return []
    if not any(
        folder.names(_jurisdiction(court.id), "local-rules") for folder in law.folders
    ):
        return []
    text = (
        f"The local rules of {court.name} are not entered here and were not consulted. "
        "Read them, and any standing order of the judge."
    )
    return [Notice(code="local-rules-not-consulted", text=text)]


def _jurisdiction(name: str) -> str:
    return name.partition("/")[0]
