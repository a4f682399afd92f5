"""Clash and Clashes: who would have to be in two places at once, as it is shown."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.counting.argument.explain import say_day
from legalcase.dates import DateRange
from legalcase.markup import Table, escape
from legalcase.oversight.seen import counted
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Booking", "Clash", "Clashes"]

#: What each kind is called, for a reader.
_KINDS: Final = {
    "person": "has to be at both",
    "judge": "is to sit at both",
    "courtroom": "is taken for both",
    "absence": "is away on that day",
    "unavailable": "cannot come on that day",
}


@frozen(kw_only=True)
class Booking(PlainData):
    """That somebody, or a room, is taken by a hearing, as what, and from when.

    `until` is when it is taken to be over, ``None`` where only its beginning counts.
    """

    case_id: str
    hearing_id: str
    role: str
    at: datetime
    until: datetime | None = None

    @property
    def ref(self) -> str:
        """The hearing, with its case."""
        return f"{self.case_id}/hearing:{self.hearing_id}"


@frozen(kw_only=True)
class Clash(PlainData):
    """That somebody, or a room, is taken twice, or taken while not there.

    `kind` is ``"person"``, ``"judge"``, ``"courtroom"``, ``"absence"`` (on leave, as
    the caller says) or ``"unavailable"`` (as the witness said). `who` is empty where
    the label of what names them does not admit the audience; `ref` then says where
    they stand. `second` is there where two hearings meet. `is_eased` is true where it
    may be no trouble, and `text` says why: both are in one courtroom, or another
    counsel of the same party is there.
    """

    kind: str
    who: str | None = field(default=None, repr=False)
    ref: str
    first: Booking
    second: Booking | None = None
    text: str
    evidence: tuple[str, ...]
    is_eased: bool = False


@frozen(kw_only=True, repr=False)
class Clashes(PlainData):
    """Who would have to be in two places at once, and what is not known of it.

    `decided` says how overlap was decided; `begun_only` are the hearings of which only
    the beginning was looked at, since nobody said how long they last, and `undated`
    those that were put off without a date, which cannot meet anything.
    """

    during: DateRange
    decided: str
    rows: tuple[Clash, ...]
    cases: int
    hearings: int
    begun_only: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return the days and how many, and of whom not."""
        return (
            f"<Clashes {self.during.start} to {self.during.last}: {len(self)}, in "
            f"{counted(self.hearings, 'hearing')}>"
        )

    def __iter__(self) -> Iterator[Clash]:
        """Give the clashes by time."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    @property
    def of_weight(self) -> tuple[Clash, ...]:
        """Those of which nothing says that they may be no trouble."""
        return tuple(one for one in self.rows if not one.is_eased)

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row of plain JSON types for each clash."""
        return [one.to_dict() for one in self.rows]

    def _table(self) -> Table:
        first, last = say_day(self.during.start), say_day(self.during.last)
        table = Table(
            f"Twice at once, {first} to {last}: {len(self.rows)}, in "
            f"{counted(self.hearings, 'hearing')} of {counted(self.cases, 'case')}",
            ("when", "who", "as", "where", "why"),
        )
        for one in self.rows:
            both = (one.first,) if one.second is None else (one.first, one.second)
            table.add(
                f"{one.first.at:%Y-%m-%d %H:%M}",
                one.who or one.ref,
                " and ".join(dict.fromkeys(each.role for each in both)),
                " and ".join(f"{each.case_id}/{each.hearing_id}" for each in both),
                one.text,
                mark="" if one.is_eased else "strong",
            )
        return table

    def _notes(self) -> list[str]:
        notes = [f"How it is decided: {self.decided}."]
        if self.begun_only:
            several = ", ".join(self.begun_only)
            notes.append(f"Only the beginning counts, nobody said how long: {several}.")
        if self.undated:
            notes.append(f"Without a date: {', '.join(self.undated)}.")
        return notes

    def __str__(self) -> str:
        """Return them as a table of text, with how it was decided."""
        from textwrap import fill

        notes = "\n".join(fill(one, 80) for one in self._notes())
        return f"{self._table().text()}\n{notes}"

    def _repr_html_(self) -> str:
        notes = "".join(f"<p>{escape(one)}</p>" for one in self._notes())
        return f"{self._table().html()}{notes}"


def said_of(kind: str) -> str:
    """Return what a kind of clash is called."""
    return _KINDS[kind]
