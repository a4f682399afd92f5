"""Complexity: what each published factor comes to in a case, and why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.markup import Table
from legalcase.plain_data import PlainData
from legalcase.plans.assessing.factors import ComplexityFactor, FactorSet
from legalcase.plans.assessing.measures import said

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Complexity", "FactorAnswer", "Measured"]

#: Words below a table, set as the table is.
_NOTE: Final = (
    '<div style="font-family:system-ui,sans-serif;font-size:12px;padding:4px 8px">'
    "{}</div>"
)
_HEAD: Final = ("factor", "asks", "answer", "what the case tells", "why")


@frozen(kw_only=True)
class Measured(PlainData):
    """What a case tells of a factor: how many, and which, each by noun and id."""

    measure: str
    which: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many."""
        return len(self.which)

    def __str__(self) -> str:
        """Return of what, and the number."""
        return f"{said(self.measure)}: {self.number}"


@frozen(kw_only=True)
class FactorAnswer(PlainData):
    """A factor in a case: ``"yes"``, ``"no"`` or ``"not-known"``, and on what it rests.

    `by` is ``"finding"`` (somebody recorded `ComplexityFactorFound`, in the event
    `event_id`), ``"count"`` (the numbers of the case decide it by the text), or
    ``None``: it takes a judgment that nobody has recorded. `counted` is what the
    numbers alone say, so that a finding which differs from them shows.
    """

    factor: ComplexityFactor = field(repr=False)
    answer: str
    by: str | None = None
    counted: str | None = None
    measured: tuple[Measured, ...] = ()
    event_id: str | None = None
    found_on: date | None = None

    @property
    def differs(self) -> bool:
        """Whether somebody found otherwise than the numbers of the case say."""
        return self.by == "finding" and self.counted not in (None, self.answer)

    @property
    def why(self) -> str:
        """On what the answer rests, in a few words, and by which text."""
        if self.by == "finding":
            rests = f"found on {self.found_on} (event {self.event_id})"
            if self.differs:
                rests += f", where the numbers say {self.counted}"
        elif self.by == "count":
            rests = "by the numbers"
        elif self.factor.counts:
            rests = "the text gives no number: somebody has to judge it"
        else:
            rests = "nothing of the case is counted for it: somebody has to judge it"
        cite = str(self.factor.authority)
        if self.factor.authority.verified != "text":
            cite += f" ({self.factor.authority.verified})"
        return f"{rests}; {cite}"


@frozen(kw_only=True, repr=False)
class Complexity(PlainData):
    """The published factors of complexity in one case: no weights, and no score.

    `count` is how many of them hold. What that means, the text says (`factors.note`):
    no text adds them up.
    """

    case_id: str
    factors: FactorSet
    answers: tuple[FactorAnswer, ...]

    def __repr__(self) -> str:
        """Return the set and how many factors hold, do not, and are not known."""
        return (
            f"<Complexity {self.case_id!r} {self.factors.id}: {len(self.yes)} yes, "
            f"{len(self.no)} no, {len(self.not_known)} not known>"
        )

    @property
    def yes(self) -> tuple[FactorAnswer, ...]:
        """The factors that hold."""
        return tuple(one for one in self.answers if one.answer == "yes")

    @property
    def no(self) -> tuple[FactorAnswer, ...]:
        """The factors that do not hold."""
        return tuple(one for one in self.answers if one.answer == "no")

    @property
    def not_known(self) -> tuple[FactorAnswer, ...]:
        """The factors that somebody still has to judge."""
        return tuple(one for one in self.answers if one.answer == "not-known")

    @property
    def count(self) -> int:
        """How many factors hold, of those that are known."""
        return len(self.yes)

    def __getitem__(self, factor_id: str) -> FactorAnswer:
        """Return the answer to a factor; raises `UnknownNameError`."""
        factor = self.factors.factor(factor_id)
        return next(one for one in self.answers if one.factor is factor)

    @property
    def summary(self) -> str:
        """How many factors hold, do not hold and are not known, in a line."""
        return (
            f"{self.factors.title}: yes {len(self.yes)}, no {len(self.no)}, "
            f"not known {len(self.not_known)}"
        )

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one row a factor as plain data, for a data frame."""
        return [
            {
                "factor": one.factor.id,
                "title": one.factor.title,
                "answer": one.answer,
                "by": one.by,
                **{each.measure: each.number for each in one.measured},
                "cite": one.factor.authority.cite,
                "verified": one.factor.authority.verified,
            }
            for one in self.answers
        ]

    def __str__(self) -> str:
        """Return the table as text, and what the text makes of the factors."""
        note = self.factors.note
        return self._table().text() + (f"\n{note}" if note else "")

    def _repr_html_(self) -> str:
        from legalcase.markup import escape

        note = _NOTE.format(escape(self.factors.note)) if self.factors.note else ""
        return self._table().html() + note

    def _table(self) -> Table:
        table = Table(self.summary, _HEAD)
        for one in self.answers:
            mark = "strong" if one.answer == "yes" else ""
            table.add(*self._row(one), mark=mark)
        return table

    def _row(self, one: FactorAnswer) -> Iterator[str]:
        yield one.factor.id.rpartition("/")[2]
        yield one.factor.title
        yield one.answer.replace("-", " ")
        yield "; ".join(map(str, one.measured)) or "nothing"
        yield one.why
