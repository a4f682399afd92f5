"""Days: gross, inactive and active; and ages in bands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.dates import as_date
from legalcase.errors import InvalidValueError
from legalcase.measures.formulas.rates import percent, whole, whole_numbers
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

__all__ = ["AGE_BANDS", "AgeBand", "CaseDays", "age_bands", "days_of"]

#: First and last day of each band; the last has no end.
AGE_BANDS: Final[tuple[tuple[int, int | None], ...]] = (
    (0, 90),
    (91, 180),
    (181, 365),
    (366, None),
)


@frozen(kw_only=True)
class CaseDays(PlainData):
    """How long a case took: in all, on inactive status, and apart from that."""

    gross: int
    inactive: int
    active: int


def days_of(
    filed: date,
    until: date,
    inactive: Iterable[tuple[date, date | None]] = (),
) -> CaseDays:
    """Return the days from the filing until another day, which is not counted.

    `inactive` are times on inactive status: from a day until another, ``None`` where
    one lasts. What lies outside is cut off, and what overlaps is counted once. Raises
    `InvalidValueError` where `until` lies before the filing.
    """
    first, last = as_date(filed, "filed"), as_date(until, "until")
    if last < first:
        msg = f"{last} lies before the filing on {first}. Check the two days."
        raise InvalidValueError(msg, field="until", value=last)
    spells = sorted(
        (max(begun, first), last if ended is None else min(ended, last))
        for begun, ended in inactive
    )
    without, reached = 0, first
    for begun, ended in spells:
        begin = max(begun, reached)
        if ended > begin:
            without += (ended - begin).days
            reached = ended
    gross = (last - first).days
    return CaseDays(gross=gross, inactive=without, active=gross - without)


@frozen(kw_only=True)
class AgeBand(PlainData):
    """How many ages lie in a band of days, and how many in it and those before."""

    first: int
    last: int | None
    count: int
    cumulative: int
    cumulative_percent: float | None

    @property
    def name(self) -> str:
        """The days, in words."""
        if self.last is None:
            return f"{self.first} days and more"
        return f"{self.first} to {self.last} days"


def age_bands(
    ages: Iterable[int],
    bands: Sequence[tuple[int, int | None]] = AGE_BANDS,
) -> tuple[AgeBand, ...]:
    """Return how many ages lie in each band of days, both of its ends included.

    Bands follow on each other from 0 on, and the last one has no end: else an age
    could be in none, or in two. Raises `InvalidValueError`.
    """
    found = whole_numbers(ages, "ages")
    rows, so_far, begin = [], 0, 0
    for place, (first, last) in enumerate(bands):
        is_last = place == len(bands) - 1
        is_whole = whole(first, "bands") == begin and (last is None) is is_last
        if not is_whole or (last is not None and whole(last, "bands") < first):
            msg = (
                f"The band that begins with day {first} leaves an age in none, or in "
                "two. Let each begin a day after the last one ends, the first with 0, "
                "and the last without an end: (366, None)."
            )
            raise InvalidValueError(msg, field="bands", value=first)
        count = sum(first <= age and (last is None or age <= last) for age in found)
        so_far += count
        begin = 0 if last is None else last + 1
        rows.append(
            AgeBand(
                first=first,
                last=last,
                count=count,
                cumulative=so_far,
                cumulative_percent=percent(so_far, len(found)),
            )
        )
    return tuple(rows)
