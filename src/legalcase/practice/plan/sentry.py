"""PlanSentry and PlanOffset: from what an item starts, and our own date before it."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from legalcase.dates import Period
from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import check_kind, check_word, one_of, optional
from legalcase.kernel.events.terms import Terms
from legalcase.kernel.events.words import word
from legalcase.practice.plan.words import ENGAGED, WHOSE

__all__ = ["PlanOffset", "PlanSentry", "check_calendar_period"]

_CALENDAR_UNITS: Final = frozenset({"day", "week", "month", "year"})
_SORTS: Final = ("event", "item", "stage", "hearing", "engagement")


@frozen(kw_only=True)
class PlanSentry(Terms):
    """What has to happen before an item of a plan, or a stage, begins: one thing.

    `event` is a trigger word of the law's vocabulary, `item` another item that is
    done or waived, `stage` a stage of the plan that was entered, `hearing` a hearing
    that was set (its kind, or its trigger word: ``"trial"``), `engagement` a status of
    the engagement that was reached. `by` says whose act the event has to be.
    """

    event: str | None = field(
        default=None, validator=optional(check_word), metadata=word("trigger")
    )
    item: str | None = field(default=None, validator=optional(check_word))
    stage: str | None = field(default=None, validator=optional(check_word))
    hearing: str | None = field(default=None, validator=optional(check_word))
    engagement: str | None = field(default=None, validator=optional(one_of(ENGAGED)))
    by: str | None = field(default=None, validator=optional(one_of(WHOSE)))

    def __attrs_post_init__(self) -> None:
        """Refuse what waits for nothing, or for two things at once."""
        said = [name for name in _SORTS if getattr(self, name) is not None]
        if len(said) != 1:
            msg = (
                f"A sentry waits for one thing, and this names {len(said)}. Give one "
                f"of {', '.join(_SORTS)}; of several sentries any is enough."
            )
            raise InvalidValueError(msg, field="when", value=None)
        if self.by is not None and self.event is None:
            msg = (
                f"Nobody does a {said[0]}, so that by says nothing of it. Leave by "
                "out, or name an event."
            )
            raise InvalidValueError(msg, field="by", value=self.by)

    @property
    def sort(self) -> str:
        """What sort of thing it waits for: ``"event"``, ``"item"`` and so on."""
        return next(name for name in _SORTS if getattr(self, name) is not None)

    @property
    def word(self) -> str:
        """The thing for which it waits."""
        found: str = getattr(self, self.sort)
        return found

    def __str__(self) -> str:
        """Say for what it waits."""
        by = "" if self.by is None else f" by {self.by}"
        return f"{self.sort} {self.word}{by}"


def check_calendar_period(period: Period, name: str) -> None:
    """Refuse a period that only a court's calendar can count."""
    if period.unit not in _CALENDAR_UNITS:
        msg = (
            f"{period} is counted on a court's calendar, and a date of our own is not. "
            "Give it in days, weeks, months or years."
        )
        raise InvalidValueError(msg, field=name, value=str(period))


@frozen(kw_only=True)
class PlanOffset(Terms):
    """A date of our own: a period before or after something, or on its day.

    It is a policy, and never the date of a rule.
    """

    period: Period | None = field(
        default=None,
        validator=optional(check_kind(Period, "Pass Period.parse('7 days').")),
    )
    direction: str = field(default="before", validator=one_of(("before", "after")))
    of: PlanSentry = field(
        validator=check_kind(PlanSentry, "Pass PlanSentry(hearing='trial').")
    )

    def __attrs_post_init__(self) -> None:
        """Refuse a count in court days, and a date from what has no day."""
        if self.period is not None:
            check_calendar_period(self.period, "period")

    def __str__(self) -> str:
        """Say which day it is."""
        if self.period is None:
            return f"on the day of {self.of}"
        return f"{self.period} {self.direction} {self.of}"
