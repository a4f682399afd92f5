"""DueCount: how many deadlines were met, late, missed, not due yet, or void."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.dates import as_date
from legalcase.errors import InvalidValueError
from legalcase.measures.formulas.rates import percent
from legalcase.plain_data import PlainData
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["VERDICTS", "DueAndDone", "DueCount", "due_count"]

#: What was done was in time, late, or in time only under one reading of the law.
VERDICTS: Final = ("in-time", "late", "on-a-reading")


@frozen(kw_only=True)
class DueAndDone(PlainData):
    """A deadline in figures: when it was due, and what came of it.

    `verdict` is one of `VERDICTS`; left out, the day decides. `is_void` says that it
    was vacated, waived or moot. `safe` is the day that is right under every reading,
    where that is another. `is_seconded` says that a second person stood by its date.
    """

    due: date
    completed: date | None = None
    verdict: str | None = None
    is_void: bool = False
    safe: date | None = None
    is_seconded: bool = False
    name: str = ""
    group: str | None = field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a verdict that is none."""
        if self.verdict not in (None, *VERDICTS):
            msg = (
                f"{shown(self.verdict)} is no verdict. Use one of "
                f"{', '.join(VERDICTS)}, or leave it out: the day decides."
            )
            raise InvalidValueError(msg, field="verdict", value=self.verdict)

    def became(self, as_of: date) -> str:
        """Return what had become of it at the end of a day: a field of `DueCount`."""
        if self.is_void:
            return "void"
        if self.due > as_of:
            return "not_due"
        if self.completed is None or self.completed > as_of:
            return "missed_open"
        verdict = self.verdict
        if verdict is None:
            verdict = "in-time" if self.completed <= self.due else "late"
        return {"in-time": "met", "late": "late"}.get(verdict, "on_a_reading")


@frozen(kw_only=True)
class DueCount(PlainData):
    """How many deadlines there were, by what became of them.

    Those that are decided are met, late, met only under a reading, or open though they
    were due; `compliance` is what was met in percent of them. `not_due` and `void`
    (vacated, waived, moot) are neither. `near` are those met so shortly before,
    `safe_passed` those not due yet whose safe day is over, `seconded` those decided by
    which a second person stood.
    """

    met: int = 0
    late: int = 0
    on_a_reading: int = 0
    missed_open: int = 0
    not_due: int = 0
    void: int = 0
    near: int = 0
    safe_passed: int = 0
    seconded: int = 0

    @property
    def decided(self) -> int:
        """How many are decided: the denominator."""
        return self.met + self.late + self.on_a_reading + self.missed_open

    @property
    def compliance(self) -> float | None:
        """The percentage that was met in time, under every reading."""
        return percent(self.met, self.decided)

    @property
    def seconded_percent(self) -> float | None:
        """Of how many in a hundred a second person stood by the date."""
        return percent(self.seconded, self.decided)


def due_count(
    deadlines: Iterable[DueAndDone], *, as_of: date, near_days: int = 1
) -> DueCount:
    """Return how many deadlines were met at the end of a day, and how many not.

    `near_days` says how few days before the due day are a near thing; the day itself
    is 0.
    """
    day = as_date(as_of, "as_of")
    counts = dict.fromkeys(
        ("met", "late", "on_a_reading", "missed_open", "not_due", "void"), 0
    )
    near = safe_passed = seconded = 0
    for one in deadlines:
        what = one.became(day)
        counts[what] += 1
        if what == "met" and one.completed is not None:
            near += (one.due - one.completed).days <= near_days
        if what == "not_due" and one.completed is None and one.safe is not None:
            safe_passed += one.safe <= day
        seconded += what not in ("not_due", "void") and one.is_seconded
    return DueCount(**counts, near=near, safe_passed=safe_passed, seconded=seconded)
