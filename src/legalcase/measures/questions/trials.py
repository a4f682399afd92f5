"""trial_date_certainty: how often trials were set before they were held."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from attrs import frozen

from legalcase.measures.asked import by_groups, period_of, set_aside
from legalcase.measures.authorities import COURTOOLS_5
from legalcase.measures.figures.figure import Excluded, Figure
from legalcase.measures.figures.groups import SMALLEST
from legalcase.measures.formulas.settings import SettingsSpread, settings_spread
from legalcase.measures.units.counting import units_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from legalcase.dates import DateRange
    from legalcase.measures.units.counting import Unit, Units
    from legalcase.measures.units.grouping import By
    from legalcase.measures.units.timeline import Episode
    from legalcase.model.case import Case
    from legalcase.model.case_file import CaseFile
    from legalcase.model.hearings.state import Hearing

__all__ = ["TrialCertainty", "trial_date_certainty"]

_NO_TRIAL: Final = "disposed of without a trial that was held"


@frozen(kw_only=True, repr=False)
class TrialCertainty(Figure):
    """How often trials were set, of cases disposed of by trial.

    `settings` are the numbers by case, `spread` how they lie. `value` is the
    percentage held on the first day for which it was set.
    """

    TITLE: ClassVar[str] = "Trial date certainty"

    settings: tuple[tuple[str, int], ...] = ()
    spread: SettingsSpread

    def figures(self) -> Iterable[tuple[str, float | int | None]]:
        """Give the shares, where the numbers lie, and how many there are of each."""
        yield "held on the first setting (percent)", self.value
        yield "on the first or second (percent)", self.spread.within_two_percent
        yield "disposed of by trial", self.spread.cases
        yield "mean of settings", self.spread.mean
        yield "median of settings", self.spread.median

    def bars(self) -> tuple[str, tuple[tuple[str, float], ...]] | None:
        """Return the cases by how often a trial was set."""
        if not self.settings:
            return None
        rows = ((f"set {n} x", cases) for n, cases in self.spread.distribution)
        return "Cases by settings", tuple(rows)


def _settings(unit: Unit, episode: Episode) -> int | None:
    """Return how often a trial was set that ended a case; ``None`` if none was held."""
    begun, ended = episode.begun_on, episode.disposed_on
    if ended is None:
        return None
    trials = [
        one
        for one in unit.case.hearings
        if one.is_trial
        and (unit.party_id is None or not one.of or unit.party_id in one.of)
    ]
    held = [one for one in trials if _is_held_in(one, episode)]
    if not held:
        return None
    # What was set before a reopening was for the trial before it, or for this one.
    first = 0 if episode.is_first else begun.toordinal()
    return sum(
        one in held or first <= each.set_on.toordinal() <= ended.toordinal()
        for one in trials
        for each in one.settings
    )


def _is_held_in(trial: Hearing, episode: Episode) -> bool:
    """Tell whether a trial was held between a filing or a reopening and the end.

    By the day on which it took place, not that for which it was set: it can be held
    before, and the day of an instant is another one by another clock. One that was
    held on the day of a reopening was the trial before it.
    """
    begun, ended, day = episode.begun_on, episode.disposed_on, trial.held_on
    if day is None or ended is None:
        return False
    return begun < day <= ended or (episode.is_first and begun == day <= ended)


def _trial_date_certainty(units: Units, during: DateRange) -> TrialCertainty:
    found, without = [], []
    for unit in units:
        for episode in unit.timeline.episodes():
            if episode.disposed_on is None or episode.disposed_on not in during:
                continue
            number = _settings(unit, episode)
            if number:
                found.append((unit.unit_id, number))
            else:
                without.append(Excluded(unit_id=unit.unit_id, why=_NO_TRIAL))
    spread = settings_spread(number for _, number in found)
    return TrialCertainty(
        value=spread.first_percent,
        numerator=spread.up_to(1),
        denominator=spread.cases,
        population=tuple(name for name, _ in found),
        exclusions=(*without, *set_aside(units)),
        during=during,
        counted=units.rule,
        settings=tuple(found),
        spread=spread,
        definition="How often a trial was set, the day on which it was held included, "
        "in cases disposed of in the period after a trial was held in them.",
        authority=COURTOOLS_5,
    )


def trial_date_certainty(
    cases: Iterable[Case | CaseFile],
    *,
    during: DateRange | tuple[date, date],
    by: By = None,
    smallest: int = SMALLEST,
    unit: str = "guide",
) -> TrialCertainty:
    """Return how often trials were set before they were held (CourTools, Measure 5).

    A case is disposed of by trial where a trial was held in it and it was disposed of
    after that, or on that day: what else may have ended it between, no case says. The
    rest is as in `clearance`.
    """
    units, days = units_of(cases, unit), period_of(during)
    return by_groups(
        _trial_date_certainty(units, days),
        units,
        by,
        days.last,
        smallest,
        lambda part: _trial_date_certainty(part, days),
    )
