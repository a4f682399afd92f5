"""Doubt: one question that can arise for a count; Doubts: all of one count."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, datetime
from typing import NamedTuple

from attrs import astuple, define

__all__ = ["Answer", "Arising", "Doubt", "Doubts"]


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


class Arising(NamedTuple):
    """The questions that arise for the triggers between two days.

    `undated` are those that arise whatever days a count looks at, and `is_about_order`
    tells that these are all about rolling before time is added. `marks` has a bit for
    each that arises, in the order of all of them.
    """

    doubts: tuple[Doubt, ...]
    undated: tuple[Doubt, ...]
    is_about_order: bool
    marks: int


class Doubts:
    """The questions that could change what is due under one count.

    `days` are the days of all doubts that have some, so that one look-up can tell that
    none of them matters.
    """

    __slots__ = ("_all", "_as_of", "_bounded", "_edges", "_marks", "_spans", "days")

    def __init__(self, doubts: list[Doubt], as_of: date | None) -> None:
        self._all = doubts
        self._as_of = as_of
        self._bounded = any(
            doubt.first or doubt.last or doubt.only_dates for doubt in doubts
        )
        marks: dict[int, int] = {}
        for number, doubt in enumerate(doubts):
            for day in doubt.days or ():
                marks[day] = marks.get(day, 0) | 1 << number
        self.days = tuple(sorted(marks))
        self._marks = tuple([marks[day] for day in self.days])
        #: From these days on other questions arise: none does where one text is asked.
        edges: set[int] = set()
        for doubt in doubts if as_of is None else ():
            edges.update(() if doubt.first is None else (doubt.first.toordinal(),))
            edges.update(() if doubt.last is None else (doubt.last.toordinal() + 1,))
        self._edges = tuple(sorted(edges))
        self._spans: list[Arising | None] = [None] * (len(edges) + 1)

    def arising(self, anchor: date | datetime) -> list[Doubt]:
        """Return those that arise for a trigger."""
        if not self._bounded:
            return self._all
        return [doubt for doubt in self._all if doubt.arises(anchor, self._as_of)]

    def arising_on(self, day: int) -> Arising:
        """Return those that arise for a trigger without a time of day, by ordinal."""
        place = bisect_right(self._edges, day)
        found = self._spans[place]
        if found is None:
            found = self._spans[place] = self._between(date.fromordinal(day))
        return found

    def _between(self, day: date) -> Arising:
        """Return those that arise between two edges, from a day there."""
        doubts = tuple(self.arising(day))
        undated = tuple([doubt for doubt in doubts if doubt.days is None])
        marks = sum(1 << self._all.index(doubt) for doubt in doubts)
        is_about_order = all(doubt.about_order for doubt in undated)
        return Arising(doubts, undated, is_about_order, marks)

    def any_touched(self, first: int, last: int) -> bool:
        """Tell whether a day of any doubt lies in that span."""
        days = self.days
        place = bisect_left(days, first)
        return place < len(days) and days[place] <= last

    def touched(self, first: int, last: int) -> int:
        """Return the marks of all that have a day in that span."""
        days, found = self.days, 0
        for place in range(bisect_left(days, first), len(days)):
            if days[place] > last:
                break
            found |= self._marks[place]
        return found

    def marked(self, marks: int) -> tuple[Doubt, ...]:
        """Return those with these marks."""
        return tuple(
            [doubt for number, doubt in enumerate(self._all) if marks >> number & 1]
        )
