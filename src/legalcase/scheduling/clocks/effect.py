"""What an exclusion takes out of a clock under one set of answers, and why not more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from legalcase.catalogue.clock_rule import ExclusionRule
from legalcase.dates import Period, add_months
from legalcase.errors import OutOfBoundsError
from legalcase.plain_data import PlainData
from legalcase.scheduling.clocks.days import last_number, union
from legalcase.scheduling.clocks.exclusion import Exclusion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from legalcase.catalogue.clock_rule import ClockRule

__all__ = ["Effect", "Laid", "after", "laid_out", "later_by"]


@frozen(kw_only=True)
class Effect(PlainData):
    """What an exclusion takes out: its first and last day, both inclusive.

    Where it takes out nothing, `first_on` is ``None`` and `notes` say why; they also
    say what was cut off. An open one has no `last_on`. `not_before` is the day before
    which the clock cannot run out because of it.
    """

    exclusion: Exclusion
    rule: ExclusionRule
    first_on: date | None = None
    last_on: date | None = None
    not_before: date | None = None
    notes: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it still lasts."""
        return self.first_on is not None and self.last_on is None

    @property
    def days(self) -> int | None:
        """How many days it takes out by itself; ``None`` while it lasts."""
        if self.first_on is None:
            return 0
        if self.last_on is None:
            return None
        return (self.last_on - self.first_on).days + 1


@frozen
class Laid:
    """A clock laid out: each exclusion's effect, and the union of excluded days."""

    effects: tuple[Effect, ...]
    union: tuple[tuple[int, int | None], ...]
    last: int | None


def after(day: date, period: Period) -> date:
    """Return the day on which a period from a day ends; the day itself not counted.

    Raises `OutOfBoundsError` where no date can have it.
    """
    if period.unit in ("month", "year"):
        months = period.number * (12 if period.unit == "year" else 1)
        try:
            return add_months(day, months)
        except (ValueError, OverflowError) as error:
            raise _beyond(day, str(period)) from error
    return later_by(day, period.number * (7 if period.unit == "week" else 1))


def later_by(day: date, number: int) -> date:
    """Return the day so many days later.

    Raises `OutOfBoundsError` where no date can have it.
    """
    try:
        return day + timedelta(days=number)
    except OverflowError as error:
        raise _beyond(day, f"{number} days") from error


def _beyond(day: date, what: str) -> OutOfBoundsError:
    msg = (
        f"{day} and {what} more leave the years that a date can have. Check the day "
        "from which it runs, and the days of its exclusions: leave out the last day of "
        "one that still lasts."
    )
    return OutOfBoundsError(
        msg, subject="clock", asked=day, first=date.min, last=date.max
    )


def laid_out(
    rule: ClockRule,
    start: date,
    limit: int,
    exclusions: Iterable[Exclusion],
    *,
    changes: Mapping[str, Mapping[str, Any]],
    ended_on: date | None,
    ends_open_on: date | None = None,
) -> Laid:
    """Return how the exclusions lie over a clock, by their first days.

    `changes` are those of the readings chosen, by exclusion. With `ends_open_on`, what
    is open ends on that day. An exclusion that begins when the limit was reached takes
    out nothing where the law says that it comes too late.
    """
    effects = [
        _effect(rule.exclusion(one.basis), one, start, changes, ended_on, ends_open_on)
        for one in exclusions
    ]
    effects.sort(key=_order)
    taken: list[tuple[int, int | None]] = []
    found: list[Effect] = []
    floor = 0
    for effect in effects:
        if effect.first_on is None:
            found.append(effect)
            continue
        first = (effect.first_on - start).days
        last = None if effect.last_on is None else (effect.last_on - start).days
        if not rule.revives:
            reached = _reached(taken, limit, floor)
            if reached is not None and first > reached:
                end = later_by(start, reached)
                why = f"it begins after the time had run out on {end}"
                found.append(
                    evolve(effect, first_on=None, not_before=None, notes=(why,))
                )
                continue
        taken.append((first, last))
        if effect.not_before is not None:
            floor = max(floor, (effect.not_before - start).days)
        found.append(effect)
    merged = union(taken)
    return Laid(tuple(found), merged, _reached(merged, limit, floor))


def _reached(
    taken: Iterable[tuple[int, int | None]], limit: int, floor: int
) -> int | None:
    number = last_number(union(taken), limit)
    return None if number is None else max(number, floor)


def _order(effect: Effect) -> tuple[date, date, str, str]:
    first = effect.first_on or effect.exclusion.from_on
    last = effect.last_on or date.max
    return first, last, effect.rule.id, effect.exclusion.by or ""


def _effect(
    rule: ExclusionRule,
    stated: Exclusion,
    start: date,
    changes: Mapping[str, Mapping[str, Any]],
    ended_on: date | None,
    ends_open_on: date | None,
) -> Effect:
    rule = _under(rule, changes.get(rule.id, {}))
    effect = Effect(exclusion=stated, rule=rule)
    why = _why_nothing(rule, stated, changes.get(rule.id, {}))
    if why is not None:
        return evolve(effect, notes=(why,))
    first = later_by(stated.from_on, 1 if rule.first_counts else 0)
    until = stated.until_on
    if until is None and ends_open_on is not None:
        until = max(ends_open_on, stated.from_on)
    last = until
    notes: list[str] = []
    if last is not None:
        if rule.goes_on is not None:
            last = after(last, rule.goes_on)
            notes.append(f"lasts {rule.goes_on} longer than to {until}")
        if rule.last_counts:
            last = later_by(last, -1)
    if rule.most is not None and not (rule.is_rebuttable and stated.is_reasonable):
        most = after(later_by(first, -1), rule.most)
        if last is None or last > most:
            last = most
            notes.append(f"no more than {rule.most} are excluded")
    not_before = None
    if last is not None and rule.not_before is not None:
        not_before = after(last, rule.not_before)
    clipped = _clipped(first, last, start, ended_on, notes)
    if clipped is None:
        return evolve(effect, notes=tuple(notes))
    return evolve(
        effect,
        first_on=clipped[0],
        last_on=clipped[1],
        not_before=not_before,
        notes=tuple(notes),
    )


def _under(rule: ExclusionRule, change: Mapping[str, Any]) -> ExclusionRule:
    known = {key: value for key, value in change.items() if key != "is_excluded"}
    return evolve(rule, **known) if known else rule


def _why_nothing(
    rule: ExclusionRule, stated: Exclusion, change: Mapping[str, Any]
) -> str | None:
    if change.get("is_excluded") is False:
        return "under this reading nothing is excluded"
    if rule.needs == "finding" and not stated.has_finding:
        return "no finding of the court stands on the record"
    if rule.needs == "order" and not (stated.has_order or stated.has_finding):
        return "no order of the court stands on the record"
    return None


def _clipped(
    first: date,
    last: date | None,
    start: date,
    ended_on: date | None,
    notes: list[str],
) -> tuple[date, date | None] | None:
    """Return the days within the clock's run; ``None``, and why, where none is."""
    if last is not None and last < first:
        notes.append("no whole day lies between its ends")
        return None
    if last is not None and last <= start:
        notes.append(f"it was over when the clock started on {start}")
        return None
    if ended_on is not None and first > ended_on:
        notes.append(f"it begins after the clock ended on {ended_on}")
        return None
    if first <= start:
        first = later_by(start, 1)
        notes.append(f"what lies before the clock started on {start} is left out")
    if ended_on is not None and (last is None or last > ended_on):
        last = ended_on
        notes.append(f"what lies after the clock ended on {ended_on} is left out")
    return first, last
