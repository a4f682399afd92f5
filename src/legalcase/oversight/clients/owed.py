"""replies_owed and expectations: what is owed between us and people, and is open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import as_date
from legalcase.markup import Table
from legalcase.oversight.seen import cases_of, check_inside, is_admitted
from legalcase.plain_data import PlainData
from legalcase.practice.communications.facet import COMMUNICATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile

__all__ = ["OwedBetween", "OwedList", "expectations", "replies_owed"]


@frozen(kw_only=True)
class OwedBetween(PlainData):
    """Something owed: by us or by others, since when, by when, and what it is.

    `text` is empty where its label does not admit the audience. `is_known` says of an
    expectation whether the other side has acknowledged it.
    """

    case_id: str
    ref: str
    owed_by: str
    text: str | None = field(default=None, repr=False)
    since_on: date
    due_on: date | None = None
    is_known: bool = True
    is_over: bool


@frozen(kw_only=True, repr=False)
class OwedList(PlainData):
    """What is owed between us and people, by day; what is over stands out."""

    title: str
    on: date
    rows: tuple[OwedBetween, ...]

    def __repr__(self) -> str:
        """Return the day and how many."""
        return f"<OwedList on {self.on}: {len(self)}, {len(self.over)} over>"

    def __iter__(self) -> Iterator[OwedBetween]:
        """Give the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    @property
    def over(self) -> tuple[OwedBetween, ...]:
        """Those whose day is over."""
        return tuple(one for one in self.rows if one.is_over)

    def _table(self) -> Table:
        # Of replies, and where all is acknowledged, there is nothing to say of it.
        asks = any(not one.is_known for one in self.rows)
        head = ("by", "case", "owed by", "what", "since")
        table = Table(
            f"{self.title} on {say_day(self.on)}: {len(self.rows)}",
            (*head, "known") if asks else head,
        )
        for one in self.rows:
            table.add(
                "no day" if one.due_on is None else say_day(one.due_on),
                one.case_id,
                one.owed_by,
                one.text or one.ref,
                str(one.since_on),
                *(("yes" if one.is_known else "not acknowledged",) if asks else ()),
                mark="strong" if one.is_over else "",
            )
        return table

    def __str__(self) -> str:
        """Return them as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()


def _list(title: str, on: date, rows: list[OwedBetween]) -> OwedList:
    rows.sort(key=lambda one: (one.due_on or date.max, one.case_id, one.ref))
    return OwedList(title=title, on=on, rows=tuple(rows))


def replies_owed(
    cases: Iterable[Case | CaseFile], *, on: date, audience: str = "firm"
) -> OwedList:
    """Return which replies are owed on a day: by us to what came in, to us otherwise.

    `audience` is ``"firm"`` or ``"owner"``: of what it may not see, there are the ids
    and days alone. Raises `InvalidValueError` for an audience outside the firm, and
    `InvalidTypeError` for a case that was read without the room
    `practice.COMMUNICATIONS`.
    """
    day = as_date(on, "on")
    check_inside(audience, "What is owed")
    rows = []
    for case in cases_of(cases):
        for one in case[COMMUNICATIONS].said:
            if not one.owes_reply or one.happened_on > day:
                continue
            may_see = is_admitted(one.label, audience)
            others = one.with_others if may_see else ()
            who = ", ".join((*one.with_parties, *others)) or "others"
            rows.append(
                OwedBetween(
                    case_id=case.case_id,
                    ref=f"practice/communication:{one.communication_id}",
                    owed_by="us" if one.direction == "in" else who,
                    text=one.subject if may_see else None,
                    since_on=one.happened_on,
                    due_on=one.reply_by,
                    is_over=one.reply_by is not None and one.reply_by < day,
                )
            )
    return _list("Replies owed", day, rows)


def expectations(
    cases: Iterable[Case | CaseFile], *, on: date, audience: str = "firm"
) -> OwedList:
    """Return what is expected on a day and not met: of us, and of the people of cases.

    What the other side has not acknowledged is not known to be shared by it. `audience`
    is as in `replies_owed`. Raises `InvalidValueError` for an audience outside the
    firm, and `InvalidTypeError` for a case that was read without the room
    `practice.COMMUNICATIONS`.
    """
    day = as_date(on, "on")
    check_inside(audience, "What is expected")
    rows = []
    for case in cases_of(cases):
        for one in case[COMMUNICATIONS].expectations:
            if not one.is_open or one.stated_on > day:
                continue
            rows.append(
                OwedBetween(
                    case_id=case.case_id,
                    ref=f"practice/expectation:{one.expectation_id}",
                    owed_by="us" if one.held_by == "party" else one.of,
                    text=one.text if is_admitted(one.label, audience) else None,
                    since_on=one.stated_on,
                    due_on=one.due_on,
                    is_known=one.acknowledged_on is not None
                    and one.acknowledged_on <= day,
                    is_over=one.due_on is not None and one.due_on < day,
                )
            )
    return _list("Expectations", day, rows)
