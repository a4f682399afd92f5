"""Time added to a period: for service, for distance, and as the caller gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.counting.rules.settings import ExtraTime
from legalcase.dates import Period
from legalcase.errors import UnsupportedQuestionError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.counting.engine.count import Count
    from legalcase.counting.engine.recipe import Recipe
    from legalcase.counting.rules.words.closed_sets import Order

__all__ = ["AS_GIVEN", "join", "parts_of", "time_added"]

#: The clause of time that no rule states.
AS_GIVEN: Final = "added as given"
_MONTHS: Final = {"month": 1, "year": 12}
_DAYS: Final = {"day": 1, "clear day": 1, "week": 7}


def time_added(recipe: Recipe) -> tuple[tuple[ExtraTime, ...], Order]:
    """Return the times that are added to a period, and in which order.

    Raises `UnsupportedQuestionError` for distance and time given counting back, of
    which no law entered speaks; and where service and distance are added differently.
    """
    count, order = recipe.count, recipe.order
    found = () if recipe.extra is None else (recipe.extra,)
    if count.served:
        return found, order
    distance = recipe.settings.distance
    if distance is not None and distance[0].number:
        extra, own = distance
        _check_forward(recipe, f"because of distance ({extra.clause})")
        if found and own != order:
            msg = (
                f"Service by {count.given.service} and distance ({extra.clause}) are "
                f"added in different orders under {count.rule.id}, and no rule says "
                "how both are. Count them in two parts."
            )
            raise UnsupportedQuestionError(msg, field="service", value=None)
        found, order = (*found, extra), own
    given = count.given.added
    if given is not None:
        _check_forward(recipe, "as given")
        if given.unit == "month" and not order.as_one:
            msg = (
                f"{count.rule.id} does not say how months are added to the end of a "
                "period. Give days in added=."
            )
            raise UnsupportedQuestionError(msg, field="added", value=given)
        extra = ExtraTime(given.number, given.unit, AS_GIVEN, code="add-given")
        found = (*found, extra)
    if found and order.as_one:
        _check_forward(recipe, "as one period with it")
    return found, order


def _check_forward(recipe: Recipe, how: str) -> None:
    if recipe.sign > 0:
        return
    msg = (
        f"{recipe.count.rule.id} says nothing of time that is added {how} to a period "
        "counted back. Leave it out, and add that time yourself."
    )
    raise UnsupportedQuestionError(msg, field="before", value=None)


def parts_of(recipe: Recipe) -> Iterator[Count]:
    """Yield the counts of a period that is one with the time added: months, then days.

    Raises `UnsupportedQuestionError` for units that cannot be told as one, and for
    a short period, of which nobody says whether it is one still.
    """
    count, added = recipe.count, recipe.added
    days_are = recipe.settings.days(recipe.sign)
    # Where days mean court days, those of the period are such, and others are not.
    whole = [
        (part.number, days_are if part.unit == "day" else part.unit)
        for part in recipe.parts
    ]
    whole += [(extra.number, extra.unit) for extra in added]
    cite = join(count.cite, *(extra.clause for extra in added))
    months = sum(number * _MONTHS.get(unit, 0) for number, unit in whole)
    days = sum(number * _DAYS.get(unit, 0) for number, unit in whole)
    courts = sum(number for number, unit in whole if unit == "court day")
    is_odd = count.period.unit == "hour" or bool(courts and (months or days))
    short = recipe.settings.short
    if short is not None and len(recipe.parts) == 1 and count.period.unit in _DAYS:
        stated = count.period.number * _DAYS[count.period.unit]
        is_odd = is_odd or short.covers(stated, recipe.sign)
    if is_odd:
        said = " and ".join(f"{number} {unit}s" for number, unit in whole)
        msg = (
            f"{count.rule.id} does not say how {said} are counted as one period. Count "
            "them in parts."
        )
        raise UnsupportedQuestionError(msg, field="period", value=count.period)
    unit = "clear day" if "clear day" in recipe.units else "day"
    for number, kind in ((months, "month"), (days, unit), (courts, "court day")):
        if number:
            yield evolve(count, period=Period(number, kind), cite=cite)


def join(*clauses: str) -> str:
    """Return the citations that are not empty, one after the other, each once."""
    return "; ".join(dict.fromkeys(clause for clause in clauses if clause))
