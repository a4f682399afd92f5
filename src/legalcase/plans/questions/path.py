"""critical_path: what must be done before a hearing, and with how much slack."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import define, field, frozen

from legalcase.errors import InvalidTypeError, UnknownNameError
from legalcase.markup import Table
from legalcase.plain_data import PlainData
from legalcase.plans.questions.rooms import plans_looked_at
from legalcase.plans.suiting import case_asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.hearings.state import Hearing
    from legalcase.plans.row import PlanRow

__all__ = ["CriticalPath", "PathStep", "critical_path"]

_HEAD: Final = ("day", "item", "what", "latest", "slack", "takes", "because")


@frozen(kw_only=True)
class PathStep(PlainData):
    """An open item on the way to a hearing: its day, the latest one, and the slack.

    `shown` is the date for a calendar, `latest` the last day on which it can be done
    without moving what comes next: that of a deadline of the law is its own. `of` are
    the parties whose it is.
    `slack` is the days between, less than none where the days contradict each other,
    and ``None`` without a day. `minutes` is how long its task is said to take, ``None``
    where nobody said. `leads_to` are the items, or the hearing, that wait for it.
    """

    plan_id: str
    item: str
    instance: str | None = None
    of: tuple[str, ...] = ()
    title: str = field(repr=False)
    state: str
    shown: date | None
    latest: date | None
    minutes: int | None = None
    leads_to: tuple[str, ...] = ()
    why: str
    is_required: bool = True

    @property
    def slack(self) -> int | None:
        """By how many days it can slip."""
        if self.shown is None or self.latest is None:
            return None
        return (self.latest - self.shown).days


@frozen(kw_only=True, repr=False)
class CriticalPath(PlainData):
    """The way to a hearing: the chain with the least slack, and all else before it.

    `steps` is that chain, in the order in which it is to be done; `beside` are the
    other open items that lead to the hearing, by day. Nothing is estimated: what has no
    duration counts as none, and `without_duration` names it.
    """

    case_id: str
    hearing_id: str
    hearing_on: date | None
    steps: tuple[PathStep, ...] = ()
    beside: tuple[PathStep, ...] = ()
    on: date | None = None

    def __repr__(self) -> str:
        """Return which hearing it is, and how many steps lead to it."""
        return (
            f"<CriticalPath {self.case_id!r} to {self.hearing_id!r} on "
            f"{self.hearing_on}: {len(self.steps)} steps>"
        )

    @property
    def without_duration(self) -> tuple[str, ...]:
        """The items of the chain of which nobody said how long they take."""
        return tuple(one.item for one in self.steps if one.minutes is None)

    @property
    def without_day(self) -> tuple[str, ...]:
        """The items before the hearing that have no day, on the chain or beside it."""
        return tuple(
            one.item for one in (*self.steps, *self.beside) if one.shown is None
        )

    @property
    def slack(self) -> int | None:
        """The least slack on the chain; ``None`` where nothing on it has a day."""
        found = [one.slack for one in self.steps if one.slack is not None]
        return min(found, default=None)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one row a step, those of the chain first, as plain data."""
        return [
            {**one.to_dict(), "slack": one.slack, "is_critical": one in self.steps}
            for one in (*self.steps, *self.beside)
        ]

    @property
    def title(self) -> str:
        """To which hearing, on which day, and with how much slack."""
        when = "without a day" if self.hearing_on is None else f"on {self.hearing_on}"
        slack = "" if self.slack is None else f"; least slack {_days(self.slack)}"
        left = ""
        if self.on is not None and self.hearing_on is not None:
            left = f", {_days((self.hearing_on - self.on).days)} from {self.on}"
        return f"{self.case_id}: to {self.hearing_id} {when}{left}{slack}"

    @property
    def note(self) -> str:
        """What the path cannot know: what has no duration, and what has no day."""
        said = []
        if self.without_duration:
            named = ", ".join(self.without_duration)
            said.append(f"Counted as taking no time, as nobody said: {named}.")
        if self.without_day:
            said.append(f"Without a day: {', '.join(self.without_day)}.")
        return " ".join(said)

    def __str__(self) -> str:
        """Return the chain and what is beside it as tables of text."""
        from textwrap import wrap

        return "\n".join(
            part
            for part in (
                *(table.text() for table in self._tables()),
                "\n".join(wrap(self.note, 80)),
            )
            if part
        )

    def _repr_html_(self) -> str:
        from legalcase.markup import escape

        note = f"<p>{escape(self.note)}</p>" if self.note else ""
        return "".join(table.html() for table in self._tables()) + note

    def _tables(self) -> Iterator[Table]:
        yield _table(self.title, self.steps)
        if self.beside:
            yield _table("Beside it", self.beside)


def _table(title: str, steps: tuple[PathStep, ...]) -> Table:
    table = Table(title, _HEAD)
    for one in steps:
        name = f"{one.item} ({', '.join(one.of)})" if one.of else one.item
        table.add(
            "no day" if one.shown is None else one.shown.isoformat(),
            name,
            one.title,
            "" if one.latest is None else one.latest.isoformat(),
            "" if one.slack is None else _days(one.slack),
            "not said" if one.minutes is None else f"{one.minutes} min",
            one.why,
            mark="strong" if one.slack is not None and one.slack <= 0 else "",
        )
    return table


def _days(number: int) -> str:
    return f"{number} day" if number == 1 else f"{number} days"


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
    steps = [net.step(row) for row in net.before]
    return CriticalPath(
        case_id=asked.case_id,
        hearing_id=hearing.hearing_id,
        hearing_on=net.day,
        steps=tuple(net.step(row) for row in chain),
        beside=tuple(
            sorted(
                (
                    one
                    for one, row in zip(steps, net.before, strict=True)
                    if row not in chain
                ),
                key=lambda one: (one.shown or date.max, one.item),
            )
        ),
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
    """What waits for what, on the way to a hearing; the hearing itself is no step."""

    case: Case
    hearing: Hearing
    rows: tuple[PlanRow, ...]
    leads: dict[int, list[int]] = field(init=False)
    before: tuple[PlanRow, ...] = field(init=False)
    _latest: dict[int, date | None] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        """Find what waits for what, and what of it leads to the hearing."""
        self.leads = {
            number: [
                other
                for other, later in enumerate(self.rows)
                if other != number and _waits(later, row)
            ]
            for number, row in enumerate(self.rows)
        }
        reached = {number for number, row in enumerate(self.rows) if self.hangs(row)}
        grew = True
        while grew:
            more = {
                number
                for number, later in self.leads.items()
                if number not in reached and not reached.isdisjoint(later)
            }
            grew = bool(more)
            reached |= more
        self.before = tuple(
            row
            for number, row in enumerate(self.rows)
            if number in reached and row.hearing_id != self.hearing.hearing_id
        )

    @property
    def day(self) -> date | None:
        """The day of the hearing, if it has one."""
        return self.hearing.at.date() if self.hearing.has_date else None

    def hangs(self, row: PlanRow) -> bool:
        """Tell whether a row is the hearing itself, or its date hangs on it."""
        ref = f"hearing:{self.hearing.hearing_id}"
        if row.hearing_id == self.hearing.hearing_id:
            return True
        if row.moves_with is not None and str(row.moves_with.follows) == ref:
            return True
        return row.item.kind == "deadline" and any(
            str(one.of) == ref for one in row.because
        )

    def leads_to_hearing(self, row: PlanRow) -> bool:
        """Tell whether nothing stands between a row and the hearing."""
        ref = self.hearing.hearing_id
        later = self.leads[self._number(row)]
        return self.hangs(row) or any(self.rows[one].hearing_id == ref for one in later)

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
        if self.hangs(row):
            days.append(self.day)
        return min((one for one in days if one is not None), default=None)

    def step(self, row: PlanRow) -> PathStep:
        """Return a row as a step of the path."""
        number = self._number(row)
        task = None if row.task_id is None else self.case.tasks.find(row.task_id)
        leads = [
            self.rows[other].item_id
            for other in self.leads[number]
            if self.rows[other].hearing_id != self.hearing.hearing_id
        ]
        if self.leads_to_hearing(row):
            leads.append(self.hearing.hearing_id)
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
            leads_to=tuple(dict.fromkeys(leads)),
            why=self._why(row, leads),
            is_required=row.item.is_required,
        )

    def _why(self, row: PlanRow, leads: list[str]) -> str:
        if row.item.kind == "deadline":
            return row.authority
        if row.item.offset is not None and self.hangs(row):
            return str(row.item.offset)
        return f"before {', '.join(dict.fromkeys(leads))}"

    def _number(self, row: PlanRow) -> int:
        return next(number for number, one in enumerate(self.rows) if one is row)

    def chain(self) -> tuple[PlanRow, ...]:
        """Return the rows of the chain with the least slack, the first one first."""
        found: list[PlanRow] = []
        able = [row for row in self.before if self.leads_to_hearing(row)]
        while able:
            row = min(able, key=self._rank)
            found.append(row)
            number = self._number(row)
            able = [
                one
                for one in self.before
                if number in self.leads[self._number(one)] and one not in found
            ]
        return tuple(reversed(found))

    def _rank(self, row: PlanRow) -> tuple[bool, int, int, str]:
        """The least slack first, then whatever has most before it, then the latest."""
        slack = self.step(row).slack
        depth = self._depth(row)
        return slack is None, slack or 0, -depth, row.item_id

    def _depth(self, row: PlanRow, seen: frozenset[int] = frozenset()) -> int:
        number = self._number(row)
        if number in seen:
            return 0
        before = [one for one in self.before if number in self.leads[self._number(one)]]
        return 1 + max((self._depth(one, seen | {number}) for one in before), default=0)


def _waits(later: PlanRow, row: PlanRow) -> bool:
    """Tell whether a row waits for another one: by `after`, or by a sentry of it."""
    if later.plan_id != row.plan_id:
        return False
    if None not in (later.instance, row.instance) and later.instance != row.instance:
        return False
    names = {*later.item.after, *(one.item for one in later.item.when if one.item)}
    return row.item_id in names
