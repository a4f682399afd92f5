"""Bars: the limitation dates that a case has, from its deadlines and its clocks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.model.deadlines.basis import Computed
from legalcase.oversight.seen import is_same
from legalcase.scheduling.clocks import projected_clocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.law.lawbook import Law
    from legalcase.model.agenda import Agenda, AgendaItem
    from legalcase.model.case import Case
    from legalcase.model.deadlines.state import Deadline

__all__ = ["Bar", "bars_of", "unread_clocks"]

LIMITATION: Final = "limitation"
#: A deadline that is one of these bars nothing any more.
_GONE: Final = frozenset({"vacated", "waived", "moot", "extended"})


@frozen(kw_only=True)
class Bar:
    """A date after which a claim can no longer be brought.

    `claims` are those that it bars, where what it runs from says so
    (``Anchor("claim-accrued", Ref("claim", …))``); `of` are those whose claim it is,
    empty where nobody says. `stand_by` are the people
    who stand by it: who set it, and who confirmed it. `met_on` is the day on which the
    action was brought, where the deadline or the clock says so.
    """

    ref: str
    rule: str | None
    claims: tuple[str, ...] = ()
    of: tuple[str, ...]
    due_on: date | None
    safe_on: date | None
    stand_by: tuple[str, ...] = field(default=(), repr=False)
    is_confirmed: bool = False
    is_critical: bool = False
    met_on: date | None = None
    questions: tuple[str, ...] = ()
    state: str


def bars_of(case: Case, agenda: Agenda, law: Law | None, on: date) -> tuple[Bar, ...]:
    """Return the limitation dates of a case; of its clocks only where the law is."""
    found = [
        _of_deadline(item, before)
        for item in agenda.items
        if str(item.deadline.outcome) not in _GONE
        and (before := _with_those_before(case, item.deadline))
        and any(one.kind == LIMITATION for one in before)
    ]
    return (*found, *(() if law is None else _of_clocks(case, law, on)))


def _with_those_before(case: Case, deadline: Deadline) -> list[Deadline]:
    """Return a deadline and those that it extends: a tolling agreement is no limit."""
    found = [deadline]
    while (name := found[-1].extends) is not None:
        found.append(case.deadlines[name])
    return found


def unread_clocks(case: Case, law: Law | None) -> tuple[str, ...]:
    """Return the clocks of which nobody can say what they bar: no law was given."""
    if law is not None:
        return ()
    return tuple(f"clock:{one.clock_id}" for one in case.clocks.clocks)


def _of_deadline(item: AgendaItem, before: list[Deadline]) -> Bar:
    deadline = item.deadline
    basis = deadline.basis
    confirmed = (
        deadline.review.by if str(deadline.review.state) == "confirmed" else None
    )
    people = [deadline.set_by]
    if confirmed is not None and not is_same(confirmed, deadline.set_by):
        people.append(confirmed)
    questions: tuple[str, ...] = ()
    rule = None
    claims = tuple(
        anchor.of.id
        for one in before
        if isinstance(one.basis, Computed)
        for anchor in one.basis.anchors
        if anchor.of.noun == "claim"
    )
    if isinstance(basis, Computed):
        rule = basis.computation.subject
        questions = tuple(
            f"{one.due}: {one.question} {one.choice}"
            for one in basis.computation.readings
            if one.due != item.dates.due
        )
    return Bar(
        ref=f"deadline:{deadline.deadline_id}",
        rule=rule,
        claims=claims,
        of=deadline.terms.owed_by,
        due_on=item.dates.due,
        safe_on=item.dates.shown,
        stand_by=tuple(people),
        is_confirmed=confirmed is not None,
        is_critical=deadline.terms.critical,
        met_on=None if deadline.met is None else deadline.met.on,
        questions=questions,
        state=deadline.state,
    )


def _of_clocks(case: Case, law: Law, on: date) -> Iterator[Bar]:
    for one in projected_clocks(case, law, on=on, ended=True):
        if one.why_not is not None or law.clock(one.rule).nature != LIMITATION:
            continue
        kept = case.clocks.clocks[one.clock_id]
        yield Bar(
            ref=f"clock:{one.clock_id}",
            rule=one.rule,
            of=() if one.of is None else (one.of,),
            due_on=one.adopted,
            safe_on=one.shown,
            met_on=kept.ended_on,
            questions=tuple(
                f"{day}: {question} {answer}"
                for day, question, answer, _ in one.questions
            ),
            state=one.state,
        )
