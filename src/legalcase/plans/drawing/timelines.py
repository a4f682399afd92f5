"""timeline: the plan of a case on a line of time, a lane for each stage."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from legalcase.errors import InvalidTypeError
from legalcase.markup import page
from legalcase.plain_data import PlainData
from legalcase.plans.drawing.draw import timeline_svg
from legalcase.plans.drawing.lines import timeline_text
from legalcase.plans.planned import Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.plans.row import PlanRow

__all__ = ["Timeline", "TimelineLane", "TimelineMark", "timeline"]

#: What is not on the way any more, and was never done.
_ASIDE = frozenset({"not-applicable"})


@frozen(kw_only=True)
class TimelineMark(PlainData):
    """An item on the line: since when, until which day, and how it looks.

    `look` is ``"done"``, ``"late"``, ``"open"``, ``"waiting"`` or ``"ended"``; `day` is
    the day of its deadline or hearing, or our own, and that on which it was done where
    it has none. `ahead` are our own dates before it.
    """

    item: str
    of: tuple[str, ...] = ()
    title: str = field(repr=False)
    kind: str
    state: str
    look: str
    since: date | None = None
    day: date | None = None
    done_on: date | None = None
    ahead: tuple[date, ...] = ()
    is_critical: bool = False
    is_required: bool = True

    @property
    def at(self) -> date | None:
        """The day at which its sign stands: on which it was done, or its own."""
        return self.done_on or self.day

    @property
    def first(self) -> date | None:
        """The first day of its bar."""
        every = (self.since, self.day, self.done_on, *self.ahead)
        days = [one for one in every if one is not None]
        return min(days, default=None)

    @property
    def last(self) -> date | None:
        """The last day of its bar."""
        days = [one for one in (self.day, self.done_on) if one is not None]
        return max(days, default=None)


@frozen(kw_only=True)
class TimelineLane(PlainData):
    """A stage, where it stands, and what in it has a day, or has none yet."""

    stage_id: str
    title: str
    state: str
    marks: tuple[TimelineMark, ...] = ()
    undated: tuple[TimelineMark, ...] = ()


@frozen(kw_only=True, repr=False)
class Timeline(PlainData):
    """The plan of a case on a line of time, from the first to the last of its days.

    It prints as text and shows itself as HTML that needs no style sheet, on white and
    on black; `to_html()` is a whole page. It names what is to be done: for the firm.
    """

    case_id: str
    plan_id: str
    title: str
    on: date | None = None
    lanes: tuple[TimelineLane, ...] = ()

    def __repr__(self) -> str:
        """Return which plan it is, and how many marks are on it."""
        count = sum(len(lane.marks) for lane in self.lanes)
        return f"<Timeline {self.plan_id!r} of {self.case_id!r}: {count} marks>"

    @property
    def first(self) -> date | None:
        """The first day on it."""
        return min(self._days(), default=None)

    @property
    def last(self) -> date | None:
        """The last day on it."""
        return max(self._days(), default=None)

    def _days(self) -> Iterator[date]:
        for lane in self.lanes:
            for mark in lane.marks:
                yield from (one for one in (mark.first, mark.last) if one)
        if self.on is not None:
            yield self.on

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one row a mark, with its stage, as plain data."""
        return [
            {"stage": lane.stage_id, **mark.to_dict()}
            for lane in self.lanes
            for mark in (*lane.marks, *lane.undated)
        ]

    def to_html(self) -> str:
        """Return a whole page of HTML."""
        return page(self.title, self._repr_html_())

    def __str__(self) -> str:
        """Return the line as text of 80 columns."""
        return timeline_text(self)

    def _repr_html_(self) -> str:
        return timeline_svg(self)


def timeline(plan: Plan) -> Timeline:
    """Return a plan on a line of time: lanes by stage, bars and points by date.

    What a condition leaves out is not on it; what has no day yet stands below its
    lane. What is late is late on the day of the plan (`Plan.of(…, on=…)`): without one
    nothing is. Raises `InvalidTypeError` for what is no plan.
    """
    given: object = plan
    if not isinstance(given, Plan):
        msg = (
            f"A timeline is made of a Plan, not of {type(given).__name__}. Pass what "
            "Plan.of(…) or plan(case, law) returned."
        )
        raise InvalidTypeError(msg, field="plan", value=None)
    when = "" if plan.on is None else f" on {plan.on}"
    return Timeline(
        case_id=plan.case_id,
        plan_id=plan.plan_id,
        title=f"Plan of {plan.case_id}{when}: {plan.playbook.title}",
        on=plan.on,
        lanes=tuple(_lanes(plan)),
    )


def _lanes(plan: Plan) -> Iterator[TimelineLane]:
    for stage in plan.stages:
        marks = [
            _mark(row, plan.on)
            for row in plan.rows
            if row.stage == stage.stage_id and row.state not in _ASIDE
        ]
        dated = [one for one in marks if one.day is not None]
        yield TimelineLane(
            stage_id=stage.stage_id,
            title=stage.title,
            state=stage.state,
            marks=tuple(sorted(dated, key=lambda one: (one.at, one.item))),
            undated=tuple(one for one in marks if one.day is None),
        )


def _mark(row: PlanRow, on: date | None) -> TimelineMark:
    day = row.shown or row.done_on
    law = row.scheduled
    since = row.begun_on
    if since is None and law is not None and law.computation is not None:
        since = next((step[1] for step in law.computation.trace), None)
    return TimelineMark(
        item=row.item_id,
        of=row.of,
        title=row.title,
        kind=row.item.kind,
        state=row.state,
        look=_look(row, on),
        since=since if day is not None and since is not None and since <= day else None,
        day=day,
        done_on=row.done_on if row.state == "done" else None,
        ahead=tuple(
            one.shown for one in row.lead_times if one.shown is not None and row.is_open
        ),
        is_critical=row.item.is_critical or (law is not None and law.is_critical),
        is_required=row.item.is_required,
    )


def _look(row: PlanRow, on: date | None) -> str:
    if row.state == "done":
        return "done"
    if row.state == "over":
        return "late"
    if not row.is_open:
        return "ended"
    if on is not None and row.shown is not None and row.shown < on:
        return "late"
    return "waiting" if row.waits_for else "open"
