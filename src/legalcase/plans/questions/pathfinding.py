"""critical_path: what must be done before a hearing, and with how much slack."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import define, field

from legalcase.dates import own_day
from legalcase.errors import InvalidTypeError, UnknownNameError
from legalcase.plans.asked import case_asked
from legalcase.plans.questions.path import CriticalPath, PathStep
from legalcase.plans.questions.rooms import plans_looked_at

if TYPE_CHECKING:
    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.hearings.state import Hearing
    from legalcase.plans.row import PlanRow

__all__ = ["critical_path"]


def critical_path(
    case: Case | CaseFile,
    law: Law,
    *,
    to: str = "trial",
    on: date | None = None,
    complexity: int | None = None,
) -> CriticalPath:
    """Return what must be done before a hearing, with how much slack.

    `to` is the id of a hearing, its kind, or the trigger word that it is (``"trial"``);
    of several, the next one that is set. Before it are the open items that wait for
    each other (`after`), and those whose date hangs on it: our own dates, and deadlines
    counted back from it. `on` and `complexity` are those of `Plan.of`. Raises
    `UnknownNameError` where no such hearing is set.
    """
    asked = case_asked(case)
    if type(to) is not str:
        msg = (
            f"to needs a hearing as text, not {type(to).__name__}. Pass its id, its "
            "kind, or 'trial'."
        )
        raise InvalidTypeError(msg, field="to", value=None)
    hearing = _hearing(asked, to)
    rows = (
        row
        for _, plan in plans_looked_at(asked, law, on=on, complexity=complexity)
        for row in plan.rows
        if row.is_open
    )
    net = _Net(asked, hearing, tuple(rows))
    chain = net.chain()
    beside = (net.step(one) for one in net.before if one not in chain)
    return CriticalPath(
        case_id=asked.case_id,
        hearing_id=hearing.hearing_id,
        hearing_on=net.day,
        steps=tuple(map(net.step, chain)),
        beside=tuple(sorted(beside, key=lambda one: (one.shown or date.max, one.item))),
        on=on,
    )


def _hearing(case: Case, to: str) -> Hearing:
    found = case.hearings.find(to)
    if found is not None:
        return found
    able = [
        one
        for one in case.hearings
        if one.state in ("set", "continued") and (one.kind == to or to in one.triggers)
    ]
    if not able:
        known = [one.hearing_id for one in case.hearings]
        what = "hearing that is set"
        hint = "Pass its id, its kind, or the trigger word that it is."
        raise UnknownNameError.of(what, to, known, hint)
    dated = [one for one in able if one.has_date]
    return min(dated, key=lambda one: one.at) if dated else able[0]


@define
class _Net:
    """What waits for what on the way to a hearing, each row by its number.

    `leads` says which rows wait for a row; `before` are those that lead to the
    hearing, which is no step itself.
    """

    case: Case
    hearing: Hearing
    rows: tuple[PlanRow, ...]
    leads: dict[int, tuple[int, ...]] = field(init=False)
    before: tuple[int, ...] = field(init=False)
    _latest: dict[int, date | None] = field(factory=dict, init=False)
    _tight: dict[int, tuple[int | None, int]] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        """Find what waits for what, and what of it leads to the hearing."""
        numbered = tuple(enumerate(self.rows))
        self.leads = {
            number: tuple(
                other
                for other, later in numbered
                if other != number and _waits(later, row)
            )
            for number, row in numbered
        }
        reached = {number for number, _ in numbered if self.hangs(number)}
        more = set(reached)
        while more:
            more = {
                number
                for number, later in self.leads.items()
                if number not in reached and not reached.isdisjoint(later)
            }
            reached |= more
        self.before = tuple(
            number for number in sorted(reached) if not self._is_target(number)
        )

    @property
    def day(self) -> date | None:
        """The day of the hearing, if it has one."""
        return own_day(self.hearing.at) if self.hearing.has_date else None

    def _is_target(self, number: int) -> bool:
        return self.rows[number].hearing_id == self.hearing.hearing_id

    def hangs(self, number: int) -> bool:
        """Tell whether a row is the hearing itself, or hangs on it and comes before."""
        row = self.rows[number]
        ref = f"hearing:{self.hearing.hearing_id}"
        if self._is_target(number):
            return True
        follows = row.moves_with
        if follows is not None and str(follows.follows) == ref:
            return follows.direction == "before"
        is_later = None not in (row.shown, self.day) and str(row.shown) > str(self.day)
        return (
            row.item.kind == "deadline"
            and not is_later
            and any(str(one.of) == ref for one in row.because)
        )

    def latest(self, number: int) -> date | None:
        """Return the last day on which a row can be done."""
        if number not in self._latest:
            self._latest[number] = None  # what hangs on itself has none
            self._latest[number] = self._last(number)
        return self._latest[number]

    def _last(self, number: int) -> date | None:
        row = self.rows[number]
        if row.item.kind in ("deadline", "hearing"):
            return row.shown or self.day
        days = [
            self.rows[other].shown or self.latest(other) for other in self.leads[number]
        ]
        if self.hangs(number):
            days.append(self.day)
        return min((one for one in days if one is not None), default=None)

    def step(self, number: int) -> PathStep:
        """Return a row as a step of the path."""
        row = self.rows[number]
        task = None if row.task_id is None else self.case.tasks.find(row.task_id)
        later = self.leads[number]
        leads = [
            self.rows[other].item_id for other in later if not self._is_target(other)
        ]
        if self.hangs(number) or any(map(self._is_target, later)):
            leads.append(self.hearing.hearing_id)
        leads = list(dict.fromkeys(leads))
        return PathStep(
            plan_id=row.plan_id,
            item=row.item_id,
            instance=row.instance,
            of=row.of,
            title=row.title,
            state=row.state,
            shown=row.shown,
            latest=self.latest(number),
            minutes=None if task is None else task.terms.estimated_minutes,
            leads_to=tuple(leads),
            why=self._why(number, leads),
            is_required=row.item.is_required,
        )

    def _why(self, number: int, leads: list[str]) -> str:
        row = self.rows[number]
        if row.item.kind == "deadline":
            return row.authority
        if row.item.offset is not None and self.hangs(number):
            return str(row.item.offset)
        return f"before {', '.join(leads)}"

    def chain(self) -> tuple[int, ...]:
        """Return the chain with the least slack, what comes first first.

        It goes back from what nothing but the hearing waits for.
        """
        found: list[int] = []
        able = [
            one for one in self.before if not set(self.leads[one]) & set(self.before)
        ]
        while able:
            number = min(able, key=self._rank)
            found.append(number)
            able = [one for one in self._first(number) if one not in found]
        return tuple(reversed(found))

    def _first(self, number: int) -> list[int]:
        return [one for one in self.before if number in self.leads[one]]

    def _rank(self, number: int) -> tuple[bool, int, int, int, str]:
        """The tightest chain first, then the tightest row, the longest chain, by id."""
        slack, length = self._tightest(number, frozenset())
        own = self.step(number).slack
        own = 0 if own is None else own
        return slack is None, slack or 0, own, -length, self.rows[number].item_id

    def _tightest(self, number: int, seen: frozenset[int]) -> tuple[int | None, int]:
        """Return the least slack on any chain that ends here, and the most steps."""
        if number in seen:
            return None, 0
        if number not in self._tight:
            before = [
                self._tightest(one, seen | {number}) for one in self._first(number)
            ]
            slacks = [self.step(number).slack, *(slack for slack, _ in before)]
            self._tight[number] = (
                min((one for one in slacks if one is not None), default=None),
                1 + max((length for _, length in before), default=0),
            )
        return self._tight[number]


def _waits(later: PlanRow, row: PlanRow) -> bool:
    """Tell whether a row waits for another: by `after`, a sentry, or a date of ours."""
    if later.plan_id != row.plan_id:
        return False
    if None not in (later.instance, row.instance) and later.instance != row.instance:
        return False
    names = {*later.item.after, *(one.item for one in later.item.when if one.item)}
    if row.item_id in names:
        return True
    # A date of our own before another item comes first, and one after it later.
    for one, other, direction in ((row, later, "before"), (later, row, "after")):
        offset = one.item.offset
        if offset is not None and offset.of.item == other.item_id:
            return offset.direction == direction
    return False
