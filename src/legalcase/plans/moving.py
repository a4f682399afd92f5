"""plan_moves: what of a plan stands on another day, or elsewhere, than before."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from legalcase.counting.argument.explain import say_day
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.markup import Table
from legalcase.plain_data import PlainData
from legalcase.plans.planned import Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.plans.row import PlanRow

__all__ = ["PlanMove", "PlanMoves", "plan_moves"]


@frozen(kw_only=True)
class PlanMove(PlainData):
    """An item, or a date of our own ahead of one, that stands otherwise than before.

    `was_on` and `is_on` are the days shown, `was` and `now` the states; one that is new
    had no state, and one that is gone has none. `linked` is what of the case it is.
    """

    item: str
    instance: str | None = None
    title: str = field(repr=False)
    ahead: str | None = None
    was: str | None
    now: str | None
    was_on: date | None
    is_on: date | None
    linked: tuple[str, ...] = ()

    @property
    def days(self) -> int | None:
        """By how many days it moved; ``None`` where one of the two has no day."""
        if self.was_on is None or self.is_on is None:
            return None
        return (self.is_on - self.was_on).days


@frozen(kw_only=True, repr=False)
class PlanMoves(PlainData):
    """What of a plan stands otherwise than before, by its new day."""

    case_id: str
    plan_id: str
    moves: tuple[PlanMove, ...]

    def __repr__(self) -> str:
        """Return the case and how many."""
        return f"<PlanMoves of {self.case_id!r}: {len(self)}>"

    def __iter__(self) -> Iterator[PlanMove]:
        """Give the moves."""
        return iter(self.moves)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.moves)

    def _table(self) -> Table:
        table = Table(
            f"What moves in the plan {self.plan_id} of {self.case_id}: {len(self)}",
            ("from", "to", "what", "state"),
        )
        for one in self.moves:
            ahead = f", {one.ahead} ahead" if one.ahead else ""
            state = str(one.now or "gone")
            if one.was != one.now:
                state = f"{one.was or 'not there'}, now {state}"
            table.add(
                "-" if one.was_on is None else say_day(one.was_on),
                "-" if one.is_on is None else say_day(one.is_on),
                f"{one.title}{ahead}",
                state,
            )
        return table

    def __str__(self) -> str:
        """Return them as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()


def plan_moves(before: Plan, after: Plan) -> PlanMoves:
    """Return what of a plan stands on another day, or in another state, than before.

    Both are plans of one case: the one that is, and the one that it would be or has
    become (``plan(file.assuming(…), law)``). Dates of our own ahead of an item are
    told apart from it. Nothing has to be recorded for a move of what follows something:
    it moves by itself. Raises `InvalidTypeError` for what is no plan, and
    `InvalidValueError` for plans of two cases.
    """
    for name, one in (("before", before), ("after", after)):
        given: object = one
        if not isinstance(given, Plan):
            msg = (
                f"{name} needs a Plan, not {type(given).__name__}. Pass what "
                "plan(file, law) gave."
            )
            raise InvalidTypeError(msg, field=name, value=None)
    if (before.case_id, before.plan_id) != (after.case_id, after.plan_id):
        msg = (
            "The plans are of two cases, or two plans of one: nothing can have moved "
            "between them. Pass the same plan, before and after."
        )
        raise InvalidValueError(msg, field="after", value=None)
    was, now = _dated(before), _dated(after)
    keys = dict.fromkeys((*was, *now))
    moves = [
        PlanMove(
            item=key[0],
            instance=key[1],
            ahead=key[2],
            title=str((now.get(key) or was[key])["title"]),
            was=was[key]["state"] if key in was else None,
            now=now[key]["state"] if key in now else None,
            was_on=was[key]["day"] if key in was else None,
            is_on=now[key]["day"] if key in now else None,
            linked=(now.get(key) or was[key])["linked"],
        )
        for key in keys
        if was.get(key) != now.get(key)
    ]
    moves.sort(key=lambda one: (one.is_on or one.was_on or date.max, one.item))
    return PlanMoves(case_id=after.case_id, plan_id=after.plan_id, moves=tuple(moves))


def _dated(made: Plan) -> dict[tuple[str, str | None, str | None], dict[str, Any]]:
    """Return (item, instance, how long ahead) → its title, state, day and links."""
    found: dict[tuple[str, str | None, str | None], dict[str, Any]] = {}
    for row in made.rows:
        found[row.item_id, row.instance, None] = _said(row)
        for one in row.lead_times:
            state = one.task_state or row.state
            found[row.item_id, row.instance, str(one.period)] = {
                "title": row.title,
                "state": state,
                "day": one.shown,
                "linked": (f"task:{one.task_id}",) if one.task_state else (),
            }
    return found


def _said(row: PlanRow) -> dict[str, Any]:
    return {
        "title": row.title,
        "state": row.state,
        "day": row.shown,
        "linked": row.linked,
    }
