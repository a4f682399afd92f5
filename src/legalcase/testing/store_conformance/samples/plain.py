"""What a query should find, by looking at every case as it was loaded: no index."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from legalcase.dates import own_day
from legalcase.kernel.events.label import Label
from legalcase.model.deadlines.basis import Computed
from legalcase.ports.rows import CaseRow, DueRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.model.case import Case
    from legalcase.ports.queries import CaseQuery, DueQuery

__all__ = ["case_row", "cases_found", "dues_found", "dues_of"]


def dues_of(case: Case) -> list[DueRow]:
    """Return what is due in a case, read off its agenda."""
    agenda = case.agenda()
    found = []
    is_open = {item.deadline.deadline_id for item in agenda.open}
    for item in agenda.items:
        one, terms = item.deadline, item.deadline.terms
        rule = None
        if isinstance(one.basis, Computed):
            rule = one.basis.computation.inputs.deadline
        found.append(
            DueRow(
                case_id=case.case_id,
                what="deadline",
                item_id=one.deadline_id,
                due=item.dates.shown,
                at=None,
                is_open=one.deadline_id in is_open,
                state=item.state,
                bound=item.dates.bound,
                title=terms.title,
                rule=rule,
                assignees=_each_once(terms.owner, terms.backup),
                critical=terms.critical,
                audience=one.label.audience,
            )
        )
    found += [
        DueRow(
            case_id=case.case_id,
            what="hearing",
            item_id=one.hearing_id,
            due=own_day(one.at),
            at=one.at,
            is_open=str(one.state) == "set",
            state=str(one.state),
            bound="not-later-than",
            title=one.title,
            rule=None,
            assignees=(),
            critical=False,
            audience=one.label.audience,
        )
        for one in agenda.hearings
    ]
    found += [
        DueRow(
            case_id=case.case_id,
            what="task",
            item_id=one.task.task_id,
            due=one.dates.shown,
            at=None,
            is_open=one.task.is_open,
            state=one.state,
            bound=one.dates.bound,
            title=one.task.title,
            rule=None,
            assignees=_each_once(one.task.accountable, *one.task.responsible),
            critical=False,
            audience=one.task.label.audience,
        )
        for one in agenda.tasks
    ]
    return found


def _each_once(*names: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name is not None))


def case_row(case: Case) -> CaseRow:
    """Return the row of a case, read off its rooms."""
    opened = [row for row in dues_of(case) if row.is_open]
    days = [row.due for row in opened if row.due is not None]
    engagement = case.engagement
    return CaseRow(
        case_id=case.case_id,
        version=case.version,
        recorded_at=case.recorded_at,
        status=str(case.status),
        caption=case.caption,
        number=case.number,
        court=case.court,
        stage=None if case.stage is None else case.stage.place,
        engagement=None if engagement is None else str(engagement.status),
        clients=_each_once(*(_id(one) for one in case.people.clients)),
        assignees=tuple(sorted({name for row in opened for name in row.assignees})),
        open_deadlines=len([row for row in opened if row.what == "deadline"]),
        next_due=min(days, default=None),
    )


def _id(one: Any) -> str:
    return one.person or one.party_id  # type: ignore[no-any-return]  # texts, both


def _labels(value: Any) -> Iterator[Label]:
    if isinstance(value, Label):
        yield value
    elif isinstance(value, dict):
        yield from _labels(list(value.values()))
    elif hasattr(value, "__attrs_attrs__"):
        for each in value.__attrs_attrs__:
            yield from _labels(getattr(value, each.name))
    elif not isinstance(value, str | bytes) and hasattr(value, "__iter__"):
        for one in value:
            yield from _labels(one)


def _is_in(day: date | None, query: CaseQuery | DueQuery) -> bool:
    if query.due_from is None and query.due_until is None:
        return True
    return day is not None and (query.due_from or date.min) <= day <= (
        query.due_until or date.max
    )


def cases_found(query: CaseQuery, cases: Iterable[Case]) -> list[CaseRow]:
    """Return the rows that a query finds; `text` is left to the caller."""
    found = []
    for case in cases:
        row = case_row(case)
        opened = [each for each in dues_of(case) if each.is_open]
        words: dict[str, set[str | None]] = {
            "number": {one.number for one in case.caseload.sittings},
            "court": {row.court},
            "participant": {_id(one) for one in case.people.participants},
            "client": set(row.clients),
            "assignee": set(row.assignees),
            "stage": {row.stage},
            "status": {row.status},
            "label": {
                word
                for label in _labels(dict(case.folded.rooms))
                for word in (label.audience, label.ground)
            },
            "rule": {each.rule for each in opened},
        }
        if all(
            getattr(query, name) is None or getattr(query, name) in known
            for name, known in words.items()
        ) and (
            (query.due_from is None and query.due_until is None)
            or any(_is_in(each.due, query) for each in opened)
        ):
            found.append(row)
    return sorted(found, key=lambda row: row.case_id)


def dues_found(query: DueQuery, cases: Iterable[Case]) -> list[DueRow]:
    """Return the rows that a query finds, in their order."""
    found = [
        row
        for case in cases
        for row in dues_of(case)
        if query.is_open in (None, row.is_open)
        and query.case_id in (None, row.case_id)
        and query.what in (None, row.what)
        and query.rule in (None, row.rule)
        and query.label in (None, row.audience)
        and (query.assignee is None or query.assignee in row.assignees)
        and _is_in(row.due, query)
    ]
    return sorted(
        found,
        key=lambda row: (
            row.due is None,
            row.due or date.max,
            row.case_id,
            row.what,
            row.item_id,
        ),
    )
