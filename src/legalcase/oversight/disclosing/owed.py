"""What is owed in disclosure on a day, and where each duty stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from legalcase.markup import Table
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DutyStanding", "OutstandingDisclosure", "OutstandingDisclosures"]


@frozen(kw_only=True)
class OutstandingDisclosure(PlainData):
    """An item that somebody owes: to whom, since when, by when, and why it is open.

    `authority` is empty where the label of the duty does not admit the audience.
    `evidence` are nouns and ids of what shows it.
    """

    duty_id: str
    kind: str
    item: str
    owed_by: str
    owed_to: tuple[str, ...]
    since_on: date
    due_on: date | None
    is_over: bool
    why: str
    authority: str | None = field(default=None, repr=False)
    evidence: tuple[str, ...] = ()


@frozen(kw_only=True)
class DutyStanding(PlainData):
    """Where a whole duty stands on a day.

    `state` is ``"outstanding"``, ``"complete"``, ``"ended"``, or, for one that goes on,
    never more than ``"nothing outstanding that we know of"``. `kept_back` counts what
    is withheld under a claim.
    """

    duty_id: str
    kind: str
    owed_by: str
    owed_to: tuple[str, ...]
    state: str
    outstanding: tuple[str, ...] = ()
    waived: tuple[str, ...] = ()
    kept_back: int = 0


@frozen(kw_only=True, repr=False)
class OutstandingDisclosures(PlainData):
    """What is owed in disclosure on a day, what is due first, first."""

    case_id: str
    on: date
    rows: tuple[OutstandingDisclosure, ...]

    def __repr__(self) -> str:
        """Return the case, the day and how many."""
        over = len(self.over)
        return f"<OutstandingDisclosures of {self.case_id!r}: {len(self)}, {over} over>"

    def __iter__(self) -> Iterator[OutstandingDisclosure]:
        """Give the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    @property
    def over(self) -> tuple[OutstandingDisclosure, ...]:
        """Those whose day is over."""
        return tuple(one for one in self.rows if one.is_over)

    def by(self, party_id: str) -> tuple[OutstandingDisclosure, ...]:
        """Return what a party owes."""
        return tuple(one for one in self.rows if one.owed_by == party_id)

    def _table(self) -> Table:
        table = Table(
            f"Disclosure outstanding in {self.case_id} on {self.on}: {len(self.rows)}",
            ("due", "owed by", "to", "item", "by", "why"),
        )
        for one in self.rows:
            table.add(
                "no day" if one.due_on is None else str(one.due_on),
                one.owed_by,
                ", ".join(one.owed_to),
                one.item,
                one.authority or one.kind,
                one.why,
                mark="strong" if one.is_over else "",
            )
        return table

    def __str__(self) -> str:
        """Return them as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()
