"""What was disclosed: when, to whom, and by which paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.markup import Table
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Disclosed", "DisclosedRow"]


@frozen(kw_only=True)
class DisclosedRow(PlainData):
    """One step of the ledger: what was done, when, as to which item, by which paper."""

    on: date
    duty_id: str
    kind: str
    item: str
    what: str
    way: str | None
    owed_by: str
    owed_to: tuple[str, ...]
    by_event: str | None = None
    documents: tuple[str, ...] = ()
    event_id: str


@frozen(kw_only=True, repr=False)
class Disclosed(PlainData):
    """What was disclosed in a case, by day."""

    case_id: str
    rows: tuple[DisclosedRow, ...]

    def __repr__(self) -> str:
        """Return the case and how many rows."""
        return f"<Disclosed in {self.case_id!r}: {len(self)}>"

    def __iter__(self) -> Iterator[DisclosedRow]:
        """Give the rows."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    def _table(self) -> Table:
        table = Table(
            f"Disclosed in {self.case_id}: {len(self.rows)}",
            ("on", "by", "to", "item", "what", "paper"),
        )
        for one in self.rows:
            papers = (*((one.by_event,) if one.by_event else ()), *one.documents)
            table.add(
                str(one.on),
                one.owed_by,
                ", ".join(one.owed_to),
                f"{one.kind} {one.item}",
                one.what if one.way is None else f"{one.what}, {one.way}",
                ", ".join(papers) or f"event:{one.event_id}",
            )
        return table

    def __str__(self) -> str:
        """Return them as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()
