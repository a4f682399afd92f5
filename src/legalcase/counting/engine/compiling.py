"""What a recipe compiles of its count: units, venue, and what bars a count back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from legalcase.authority import Authority
from legalcase.calendars.closures import Closure
from legalcase.errors import RoleNotFilledError, UnsupportedQuestionError

if TYPE_CHECKING:
    from legalcase.counting.engine.count import Count
    from legalcase.counting.engine.recipe import Recipe
    from legalcase.counting.rules.parts.thresholds import Thresholds
    from legalcase.counting.rules.settings import Settings
    from legalcase.counting.rules.venue import Venue
    from legalcase.dates import Period

__all__ = [
    "check_recess",
    "closed_on",
    "counted_by",
    "covers",
    "role_missing",
    "unit_of",
]

_fromordinal = date.fromordinal


def covers(periods: Thresholds | None, period: Period) -> bool:
    """Tell whether a setting is for a period of that length."""
    return periods is None or periods.covers(period)


def counted_by(count: Count, settings: Settings) -> str:
    """Return the clause by which a period is counted."""
    if count.period.unit == "hour":
        return settings.hours_clause
    return settings.count_clause


def unit_of(count: Count, unit: str, settings: Settings) -> str:
    """Return the unit in which a part is counted: of days, what the rule means.

    Raises `UnsupportedQuestionError` for clear days where days mean court days.
    """
    meant = settings.days(count.sign)
    if unit == "clear day" and meant == "court day":
        msg = (
            f"Days are court days under {count.rule.id}, and nobody said which days "
            f"{count.period} leave out. Give the period in days or in court days."
        )
        raise UnsupportedQuestionError(msg, field="period", value=count.period)
    return meant if unit == "day" else unit


def check_recess(recipe: Recipe) -> None:
    """Refuse to count back past a recess that stands in no calendar at hand."""
    for role, calendar in recipe.without_recess():
        rule = recipe.count.rule.id
        msg = (
            f"{rule} needs a calendar with the days of its recess to count back, and "
            f"{calendar} has none: the date could be too late. Give a calendar that "
            "has them, or court=."
        )
        raise RoleNotFilledError(msg, role=role, rule=rule)


def closed_on(count: Count, settings: Settings, venue: Venue) -> Venue:
    """Return the venue with the days closed on which its office was inaccessible."""
    authority = Authority(cite=settings.inaccessible_clause)
    return venue.with_closures(
        Closure(
            on=_fromordinal(day),
            name="clerk's office inaccessible",
            kind="office-closed",
            authority=authority,
        )
        for day in sorted(count.inaccessible)
    )


def role_missing(count: Count, role: str) -> RoleNotFilledError:
    """Return the error for a role that a count back needs and nobody filled."""
    msg = (
        f"{count.rule.id} needs the calendar of the role {role!r} to count back, "
        "and nobody filled it: the date could be too late. Give court= or forum=."
    )
    return RoleNotFilledError(msg, role=role, rule=count.rule.id)
