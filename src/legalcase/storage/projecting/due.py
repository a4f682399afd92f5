"""Rows of deadlines, hearings and tasks, as the agenda of their case shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from legalcase.dates import own_day
from legalcase.errors import LegalCaseError
from legalcase.model.deadlines.basis import Computed, Derived
from legalcase.model.deadlines.due_dates import DueDates
from legalcase.model.deadlines.looking.dates import dates_of, followed
from legalcase.model.hearings.state import HearingState
from legalcase.model.tasks.item import TaskItem
from legalcase.model.tasks.looking.dates import grounds, is_outdated, task_dates
from legalcase.ports.rows import DueRow
from legalcase.storage.projecting.values import Attribute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.model.deadlines.looking.dates import Around
    from legalcase.model.deadlines.state import Deadline
    from legalcase.model.hearings.state import Hearing
    from legalcase.model.tasks.state import Task

__all__ = ["Dated", "attributes_of", "of_deadline", "of_hearing", "of_task"]

Grounds = frozenset[tuple[str, str]]

_NOTHING: Final[Grounds] = frozenset()
#: Of what follows something that no calendar can reach, or that is not there.
_NO_DATE: Final = DueDates(due=None, safe=None, shown=None)


class Dated(NamedTuple):
    """A row, and on what its date hangs: ``None`` where that cannot be said."""

    row: DueRow
    grounds: Grounds | None = _NOTHING


def of_deadline(case_id: str, around: Around, one: Deadline) -> Dated:
    """Return the row of a deadline."""
    terms, basis = one.terms, one.basis
    hangs_on: Grounds | None = _NOTHING
    try:
        if isinstance(basis, Derived):
            hangs_on = _grounds(around, one)
        dates = dates_of(around, one)
    except LegalCaseError:
        dates, hangs_on = _NO_DATE, None
    rule = basis.computation.inputs.deadline if isinstance(basis, Computed) else None
    row = DueRow(
        case_id,
        "deadline",
        one.deadline_id,
        dates.shown,
        None,
        one.is_open,
        str(one.state),
        dates.bound,
        terms.title,
        rule,
        _people((terms.owner, terms.backup)),
        terms.critical,
        one.label.audience,
    )
    return Dated(row, hangs_on)


def _grounds(around: Around, one: Deadline) -> Grounds:
    """Return (noun, id) of all on which the date of a deadline hangs."""
    chain = followed(around, one)
    derived = [link.basis for link in (one, *chain) if isinstance(link.basis, Derived)]
    return frozenset(
        [("deadline", link.deadline_id) for link in chain]
        + [(basis.follows.noun, basis.follows.id) for basis in derived]
    )


def of_hearing(case_id: str, one: Hearing) -> Dated:
    """Return the row of a hearing: open while somebody has to come on its day."""
    row = DueRow(
        case_id,
        "hearing",
        one.hearing_id,
        own_day(one.at),
        one.at,
        one.state is HearingState.SET,
        str(one.state),
        "not-later-than",
        one.title,
        None,
        (),
        False,  # noqa: FBT003 - a row is given by its places
        one.label.audience,
    )
    return Dated(row)


def of_task(case_id: str, around: Around, one: Task) -> Dated:
    """Return the row of a task."""
    terms = one.terms
    hangs_on: Grounds | None = _NOTHING
    is_old = False
    try:
        if terms.moves_with is not None:
            hangs_on = grounds(around, terms)
            is_old = is_outdated(around, terms)
        dates = task_dates(around, terms)
    except LegalCaseError:
        dates, hangs_on = _NO_DATE, None
    item = TaskItem(
        task=one, dates=dates, is_outdated=is_old, changed_at=one.changed_at
    )
    row = DueRow(
        case_id,
        "task",
        one.task_id,
        dates.shown,
        None,
        one.is_open,
        item.state,
        dates.bound,
        terms.title,
        None,
        _people((one.accountable, *one.responsible)),
        False,  # noqa: FBT003 - a row is given by its places
        one.label.audience,
    )
    return Dated(row, hangs_on)


def _people(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name is not None))


def attributes_of(row: DueRow) -> Iterator[Attribute]:
    """Yield the words by which an item is found."""
    what, item_id = row.what, row.item_id
    for name in row.assignees:
        yield Attribute("assignee", name, what, item_id)
    if row.rule is not None:
        yield Attribute("rule", row.rule, what, item_id)
    if row.audience:
        yield Attribute("label", row.audience, what, item_id)
