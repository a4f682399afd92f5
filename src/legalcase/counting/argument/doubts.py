"""Doubts: the questions that can arise for a count, each with its answers."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from attrs import astuple, define

from legalcase.authority import INPUTS
from legalcase.counting.engine.recipe import LATE, recipe_of
from legalcase.counting.engine.stages.service import completion_for
from legalcase.counting.rules.parts.late import hour_of
from legalcase.counting.rules.venue import calendar_disputes
from legalcase.counting.rules.words.closed_sets import meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from legalcase.authority import Dispute
    from legalcase.counting.engine.count import Count

__all__ = ["Answer", "Doubt", "Doubts", "doubts_of"]


class Answer(NamedTuple):
    """One answer to one question: the reading's key, and what people read."""

    doubt: str
    key: tuple[str, str] | None
    question: str
    choice: str
    cite: str
    kind: str


@define(kw_only=True, eq=False)
class Doubt:
    """A question that can arise: its answers, the one that the count gives first.

    It arises for triggers from `first` through `last` (``None`` where open), and
    matters if one of `days` lies in the span of a count (``None``: always). If it is
    `about_order`, whether to roll before time is added, it matters only to a period
    that ends on a closed day.
    """

    name: str
    answers: tuple[Answer, ...]
    first: date | None = None
    last: date | None = None
    days: tuple[int, ...] | None = None
    only_dates: bool = False
    about_order: bool = False

    @property
    def content(self) -> tuple[object, ...]:
        """All that it is: what has the same is the same question."""
        return astuple(self, recurse=False)

    def arises(self, anchor: date | datetime, as_of: date | None) -> bool:
        """Tell whether the question arises for that trigger, or the text `as_of`."""
        if isinstance(anchor, datetime):
            if self.only_dates:
                return False
            anchor = anchor.date()
        day = as_of or anchor
        return (self.first is None or self.first <= day) and (
            self.last is None or day <= self.last
        )

    def touches(self, first: int, last: int) -> bool:
        """Tell whether it could matter to a count that looked at those days."""
        days = self.days
        if days is None:
            return True
        place = bisect_left(days, first)
        return place < len(days) and days[place] <= last


class Doubts:
    """The questions that could change what is due under one count.

    `days` are the days of all doubts that have some, so that one look-up can tell that
    none of them matters.
    """

    __slots__ = ("_all", "_as_of", "_bounded", "_undated", "days")

    def __init__(self, doubts: list[Doubt], as_of: date | None) -> None:
        self._all = doubts
        self._as_of = as_of
        self._bounded = any(
            doubt.first or doubt.last or doubt.only_dates for doubt in doubts
        )
        self._undated = [doubt for doubt in doubts if doubt.days is None]
        dated = (doubt.days for doubt in doubts if doubt.days is not None)
        self.days = tuple(sorted({day for days in dated for day in days}))

    def arising(self, anchor: date | datetime) -> list[Doubt]:
        """Return those that arise for a trigger."""
        if not self._bounded:
            return self._all
        return [doubt for doubt in self._all if doubt.arises(anchor, self._as_of)]

    def undated(self, anchor: date | datetime) -> list[Doubt]:
        """Return those that arise for a trigger whatever days the count looks at."""
        if not self._undated:
            return self._undated
        return [one for one in self._undated if one.arises(anchor, self._as_of)]

    def any_touched(self, first: int, last: int) -> bool:
        """Tell whether a day of any doubt lies in that span."""
        days = self.days
        place = bisect_left(days, first)
        return place < len(days) and days[place] <= last


def doubts_of(count: Count) -> Doubts:
    """Return the questions that could change what is due, found once a count."""
    doubts: Doubts | None = count.doubts
    if doubts is None:
        every = (*_disputed(count), *_time_of_day(count))
        venue, as_of = count.venue, count.given.as_of
        shared = [venue.alike(one.content, one) for one in every]
        # By identity: what is kept under the key keeps its questions alive.
        key = (as_of, *map(id, shared))
        doubts = count.doubts = venue.alike(key, Doubts(shared, as_of))
    return doubts


def _disputed(count: Count) -> Iterator[Doubt]:
    """Yield a doubt for each dispute of the deadline, the rule and the calendars."""
    fixed = {key for key, _ in count.fixed}
    own = [*count.disputes]
    own += [(f"{count.rule.id}#{d.id}", d) for d in count.rule.disputes]
    for name, dispute in own:
        if name not in fixed and not _is_given(count, dispute):
            matters, days = _days_touched(count, dispute)
            if matters:
                doubt = _doubt(count, name, dispute, days)
                doubt.about_order = _is_about_order(count, dispute)
                yield doubt
    seen = set(fixed)
    for _, calendar in count.venue.calendars:
        for owner, dispute in calendar_disputes(calendar):
            name = f"{owner}#{dispute.id}"
            if name not in seen:
                seen.add(name)
                yield _doubt(count, name, dispute, _days_of(count, name, dispute))


def _doubt(
    count: Count, name: str, dispute: Dispute, days: tuple[int, ...] | None
) -> Doubt:
    answers = [
        Answer(
            name,
            None,
            dispute.question,
            dispute.adopted,
            dispute.authority.cite,
            dispute.kind,
        )
    ]
    answers += [
        Answer(
            name,
            (name, reading.name),
            dispute.question,
            reading.name,
            reading.authority.cite,
            dispute.kind,
        )
        for reading in dispute.readings
    ]
    # The answer that the count itself gives: a settled one, or the adopted.
    answers.sort(key=lambda answer: answer.key not in count.chosen)
    if answers[0].key not in count.chosen:
        answers.sort(key=lambda answer: answer.key is not None)
    return Doubt(
        name=name,
        answers=tuple(answers),
        first=dispute.first,
        last=dispute.last,
        days=days,
    )


def _is_given(count: Count, dispute: Dispute) -> bool:
    """Tell whether the input was given that settles a question of fact."""
    # A fact of the vocabulary is fixed once it is given, as a chosen reading is.
    return dispute.asks in INPUTS and getattr(count.given, dispute.asks) is not None


def _days_of(count: Count, name: str, dispute: Dispute) -> tuple[int, ...]:
    """Return the days on which a calendar's dispute changes what is closed."""
    readings = tuple(reading.name for reading in dispute.readings)
    found: set[int] = set()
    for _, calendar in count.venue.calendars:
        for owner, other in calendar_disputes(calendar):
            if name == f"{owner}#{other.id}":
                found.update(calendar.days_in_dispute(dispute.id, readings))
    return tuple(sorted(found))


def _time_of_day(count: Count) -> Iterator[Doubt]:
    """Yield the question on which side of a cut-off an event without an hour fell."""
    recipe = recipe_of(count, count.chosen)
    said = None if recipe.is_late is None else recipe.is_late.said
    if recipe.extra is not None and recipe.extra.until is not None:
        said = hour_of(recipe.extra.until)
    if count.served:
        until = completion_for(recipe.count, recipe.settings).until
        said = None if until is None else hour_of(until)
    if said is not None:
        asked = f"Did the event happen before {said}?"
        name = LATE[0]
        answers = (
            Answer(name, None, asked, "yes", "", "fact"),
            Answer(name, LATE, asked, "no", "", "fact"),
        )
        yield Doubt(name=name, answers=answers, only_dates=True)


def _days_touched(
    count: Count, dispute: Dispute
) -> tuple[bool, tuple[int, ...] | None]:
    """Tell whether a dispute could matter to this count, and on which days only."""
    days: set[int] = set()
    matters = False
    for reading in dispute.readings:
        change = reading.change
        if set(change) == {"calendar"}:
            kinds = frozenset(change["calendar"])
            for _, calendar in count.venue.calendars:
                days.update(calendar.days_of_kinds(kinds))
            matters = True
        elif _change_matters(change, count):
            return True, None
    return matters, tuple(sorted(days))


def _is_about_order(count: Count, dispute: Dispute) -> bool:
    """Tell whether a dispute is only about rolling before time is added, or not."""
    orders = {recipe_of(count, count.chosen).order}
    for reading in dispute.readings:
        if set(reading.change) != {"service"}:
            return False
        for table in reading.change["service"].values():
            if set(table) - {"cite"} != {"order"}:
                return False
            orders.add(meant("service", "order", table["order"]))
    return not any(order.adds_first or order.as_one for order in orders)


def _change_matters(change: Mapping[str, Any], count: Count) -> bool:
    """Tell whether a partial version could matter to this count."""
    keys = set(change)
    if keys == {"completion"}:
        return count.served
    if count.served:
        return bool(keys & {"completion", "court_days", "paper"})
    if len(keys) == 1:
        (key,) = keys
        unit = count.period.unit
        matters = {
            "months": any(p.unit in {"month", "year"} for p in count.period.parts),
            "hours": unit == "hour",
            "short": unit in {"day", "clear day", "week"},
            "extension": count.from_rolled_end,
            "distance": count.sign > 0 and unit != "hour",
            "roll": ("after" if count.sign > 0 else "before") in change[key],
        }
        if key in matters:
            return matters[key]
    if keys <= {"service", "service_for", "service_extension"}:
        return count.given.service is not None
    return True
