"""SettingsSpread: how often trials were set before they were held."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.errors import InvalidValueError
from legalcase.measures.formulas.rates import percent, whole_numbers
from legalcase.measures.formulas.spread import mean, quantile
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SettingsSpread", "settings_spread"]

_SECOND = 2


@frozen(kw_only=True)
class SettingsSpread(PlainData):
    """How many cases there were by the number of times that a trial was set."""

    cases: int
    distribution: tuple[tuple[int, int], ...] = ()
    mean: float | None = None
    median: float | None = None

    def up_to(self, settings: int) -> int:
        """Return how many cases had so many settings, or fewer."""
        return sum(count for number, count in self.distribution if number <= settings)

    @property
    def first_percent(self) -> float | None:
        """The percentage held on the first day for which they were set."""
        return percent(self.up_to(1), self.cases)

    @property
    def within_two_percent(self) -> float | None:
        """The percentage held on the first or second day."""
        return percent(self.up_to(_SECOND), self.cases)


def settings_spread(settings: Iterable[int]) -> SettingsSpread:
    """Return the spread of how often trials were set, a number for each case.

    By CourTools, Measure 5: the cases are those disposed by trial, and the day on which
    it began is one of the settings, so that there is at least one of each.
    """
    found = whole_numbers(settings, "settings")
    if 0 in found:
        msg = (
            "A trial that was held was set at least once. Leave the cases without a "
            "trial out."
        )
        raise InvalidValueError(msg, field="settings", value=0)
    return SettingsSpread(
        cases=len(found),
        distribution=tuple(sorted(Counter(found).items())),
        mean=mean(found),
        median=quantile(found, 50),
    )
