"""LimitationWatch: what is watched of the time to sue, and how it looks."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.counting.argument.explain import say_day
from legalcase.markup import Table
from legalcase.oversight.civil.saying import html_with, text_with
from legalcase.oversight.seen import counted
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LimitationRow", "LimitationWatch"]

_STATES: Final = MappingProxyType(
    {
        "missing": "no date",
        "no-date": "no date while it stands still",
        "over": "over",
        "filed": "filed",
        "filed-late": "filed late",
        "filed-undated": "filed, no day recorded",
        "filed-on-a-reading": "filed, in time on some readings",
    }
)
_TWO: Final = 2


@frozen(kw_only=True)
class LimitationRow(PlainData):
    """By when a claim has to be brought, by one limitation date of the case.

    `claim_id` is ``None`` for a matter in which no claim is stated yet. `state` is
    ``"running"``, ``"over"``, ``"no-date"`` (it stands still), ``"missing"`` (the case
    has no such date for it), or, once the claim was filed, ``"filed"``,
    ``"filed-late"``, ``"filed-on-a-reading"`` or, where no entry says when,
    ``"filed-undated"``. `ref` is the deadline or the clock,
    `rule` its law; `safe_on` is right under every reading, and `questions` say which
    reading gives another day. `stand_by` are who set it and who confirmed it.
    `is_shared` tells that the same date serves several claims of the case, and
    `agrees` is False where another limitation date of the same claim has another day.
    """

    case_id: str
    claim_id: str | None
    by: tuple[str, ...]
    state: str
    ref: str | None = None
    rule: str | None = None
    due_on: date | None = None
    safe_on: date | None = None
    days_left: int | None = None
    band: int | None = None
    stand_by: tuple[str, ...] = field(default=(), repr=False)
    is_confirmed: bool = False
    is_critical: bool = False
    is_shared: bool = False
    agrees: bool = True
    questions: tuple[str, ...] = ()
    filed_on: date | None = None
    filed_by: str | None = None

    @property
    def is_filed(self) -> bool:
        """Whether the claim was brought."""
        return self.state.startswith("filed")

    @property
    def what(self) -> str:
        """The claim, or the matter, by ids."""
        if self.claim_id is not None:
            return f"claim:{self.claim_id}"
        return "the matter"

    @property
    def is_checked(self) -> bool:
        """Whether two people stand by the date."""
        return self.is_confirmed and len(self.stand_by) >= _TWO

    def wrong(self) -> Iterator[str]:
        """Give what is wrong with it, in words and ids."""
        where = f"{self.case_id}, {self.what}"
        if self.state == "missing":
            yield f"{where}: no limitation date is recorded"
        elif self.state == "no-date":
            yield f"{where}: {self.ref} has no date while it stands still"
        elif self.state == "over":
            yield f"{where}: {self.ref} is over since {self.safe_on}, nothing is filed"
        elif self.state == "filed-undated" and self.ref is not None:
            yield f"{where}: no entry says when it was filed ({self.ref})"
        elif self.state in {"filed-late", "filed-on-a-reading"}:
            yield (
                f"{where}: filed on {self.filed_on}, and {self.ref} is {self.due_on} "
                f"({self.safe_on} on every reading)"
            )
        if self.is_filed or self.ref is None:
            return
        if not self.is_checked:
            yield f"{where}: two people do not stand by {self.ref}"
        if self.is_shared:
            yield f"{where}: {self.ref} serves several claims: which is it?"
        if not self.agrees:
            yield f"{where}: {self.ref} has another day than the other date of it"


@frozen(kw_only=True, repr=False)
class LimitationWatch(PlainData):
    """By when the claims of our clients have to be brought, the most urgent first.

    `of_others` is how many claims of others were left out: their time is theirs.
    `unread` are the clocks of which nobody can say what they bar, since no law was
    given.
    """

    on: date
    rows: tuple[LimitationRow, ...]
    cases: int
    of_others: int = 0
    bands: tuple[int, ...]
    unread: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return the day and how many."""
        return f"<LimitationWatch on {self.on}: {len(self)}>"

    def __iter__(self) -> Iterator[LimitationRow]:
        """Give the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    def within(self, days: int) -> tuple[LimitationRow, ...]:
        """Return those that have to be brought within so many days, or are over."""
        return tuple(
            one
            for one in self.rows
            if one.days_left is not None and one.days_left <= days
        )

    @property
    def findings(self) -> tuple[str, ...]:
        """What is wrong, in words and ids, in the order of the rows."""
        unread = (f"{one} was not read: pass law=" for one in self.unread)
        return (*(said for row in self.rows for said in row.wrong()), *unread)

    def to_rows(self) -> list[dict[str, object]]:
        """Return a row of plain JSON types for each."""
        return [one.to_dict() for one in self.rows]

    def _table(self) -> Table:
        table = Table(
            f"Limitation on {say_day(self.on)}: {counted(len(self.rows), 'date')}, in "
            f"{counted(self.cases, 'case')}",
            ("by", "days", "case", "claim", "date", "who stands by it"),
        )
        for one in self.rows:
            rule = "" if one.rule is None else f" ({one.rule})"
            table.add(
                _day(one),
                "" if one.days_left is None else str(one.days_left),
                one.case_id,
                one.claim_id or "not stated",
                "" if one.ref is None else f"{one.ref}{rule}",
                ", ".join(one.stand_by) if one.is_confirmed else _nobody(one),
                mark="strong" if one.band == self.bands[0] or _bad(one) else "",
            )
        return table

    def __str__(self) -> str:
        """Return them as a table of text, and what is wrong below."""
        return text_with(self._table(), self.findings)

    def _repr_html_(self) -> str:
        return html_with(self._table(), self.findings)


def _bad(one: LimitationRow) -> bool:
    return one.state in {"missing", "over", "filed-late", "no-date"}


def _nobody(one: LimitationRow) -> str:
    return "" if one.is_filed or one.ref is None else "nobody yet"


def _day(one: LimitationRow) -> str:
    if one.safe_on is None:
        return _STATES.get(one.state, one.state)
    said = say_day(one.safe_on)
    return f"{said}: {_STATES[one.state]}" if one.state in _STATES else said
