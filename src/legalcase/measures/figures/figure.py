"""Figure: what a measure gives back, and all that it was counted from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from legalcase.authority import Authority
from legalcase.dates import DateRange
from legalcase.measures.figures.groups import GroupFigure
from legalcase.measures.figures.page import figure_html, figure_text
from legalcase.plain_data import PlainData, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Excluded", "Figure"]


@frozen(kw_only=True)
class Excluded(PlainData):
    """What was looked at and not counted: its id, and why."""

    unit_id: str
    why: str


@frozen(kw_only=True, repr=False)
class Figure(PlainData):
    """A measure of some cases: a value, and what it was counted from.

    `value` is ``None`` where it is undefined: there is nothing to divide by.
    `population` are the ids of what was counted, `exclusions` what was not, and why.
    `during` is the period, its first day included and the day after its last not;
    `as_of` the day at whose end something was looked at. `counted` says what counts as
    one (``"guide"``, ``"case"``, ``"deadline"``), `definition` by which words it was
    measured, `authority` whose they are. `groups` are those of the split `by`, if there
    is one; `smallest` is the size below which a group is withheld.
    """

    #: How it is called, and in what it is measured.
    TITLE: ClassVar[str] = ""
    MEASURED_IN: ClassVar[str] = "percent"
    #: Which numbers of a group another figure counts, and withholds where they are few.
    COUNTED_ELSEWHERE: ClassVar[tuple[str, ...]] = ()
    #: What stands over the numbers of a group.
    HEADS: ClassVar[tuple[str, str]] = ("value", "of")

    value: float | int | None
    numerator: float | int | None = None
    denominator: float | int | None = None
    population: tuple[str, ...] = ()
    exclusions: tuple[Excluded, ...] = ()
    during: DateRange | None = None
    as_of: date | None = None
    counted: str = "guide"
    definition: str
    authority: Authority
    by: str | None = None
    groups: tuple[GroupFigure, ...] = field(default=(), repr=False)
    smallest: int | None = None

    def __repr__(self) -> str:
        """Return what was measured of how many, and the value."""
        return f"<{type(self).__name__} {self.value} of {len(self.population)}>"

    @property
    def measured_in(self) -> str:
        """In what the value is: ``"percent"``, ``"days"``, ``"cases"``."""
        return self.MEASURED_IN

    @property
    def title(self) -> str:
        """What was measured, and when."""
        if self.during is not None:
            when = f"{self.during.start} to {self.during.last}"
        else:
            when = "" if self.as_of is None else f"at the end of {self.as_of}"
        return f"{self.TITLE}, {when}" if when else self.TITLE

    def figures(self) -> Iterable[tuple[str, float | int | None]]:
        """Give each number with its name, the value first."""
        yield f"{self.TITLE.lower()} ({self.measured_in})", self.value
        if self.numerator is not None:
            yield "numerator", self.numerator
        if self.denominator is not None:
            yield "denominator", self.denominator

    def bars(self) -> tuple[str, tuple[tuple[str, float], ...]] | None:
        """Return a heading and the numbers of a picture; ``None`` if none helps."""
        return None

    def to_rows(self) -> list[dict[str, Any]]:
        """Return a row of plain JSON types for each number, those of groups last."""
        head = {
            "measure": self.TITLE,
            "from": None if self.during is None else self.during.start,
            "to": None if self.during is None else self.during.stop,
            "as_of": self.as_of,
        }
        rows = [
            {**head, "group": None, "name": name, "value": value}
            for name, value in self.figures()
        ]
        for one in self.groups:
            for name in ("count", "value", "numerator", "denominator"):
                number = getattr(one, name)
                if number is not None or name == "value":
                    rows.append(
                        {**head, "group": one.group, "name": name, "value": number}
                    )
        return [{name: plain(each) for name, each in row.items()} for row in rows]

    def __str__(self) -> str:
        """Return it as text of 80 columns."""
        return figure_text(self)

    def _repr_html_(self) -> str:
        return figure_html(self)
