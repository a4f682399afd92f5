"""TaskTerms: what is said of a task when it is planned."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

from attrs import Attribute, field, frozen

from legalcase.dates import Period
from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
)
from legalcase.kernel.checks import (
    check_count,
    check_date,
    check_id,
    check_ids,
    check_kind,
    check_text,
    optional,
    tuple_of,
)
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, refers
from legalcase.kernel.events.terms import Terms
from legalcase.model.deadlines.basis import Derived

__all__ = ["Repeats", "TaskTerms", "check_moves_with", "check_one_day", "check_people"]

#: What can be prepared: it has a day, after which there is nothing to prepare.
PREPARED: Final = ("deadline", "hearing")
_CALENDAR_UNITS: Final = frozenset({"day", "week", "month", "year"})
_MINUTES: Final = Decimal(60)

check_moves_with = optional(
    check_kind(Derived, "Pass Derived(follows=Ref('deadline', …), period=…).")
)


def check_people(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no tuple of people, and somebody who is named twice."""
    name = attribute.name
    if not isinstance(value, tuple):
        msg = (
            f"{name} needs a tuple, not {type(value).__name__}. Write ('A. Clerk',), "
            "with the comma."
        )
        raise InvalidTypeError(msg, field=name, value=None)
    for member in value:
        check_text(None, attribute, member)
    if len(set(value)) != len(value):
        msg = f"{name} names somebody twice. Name each once."
        raise InvalidValueError(msg, field=name, value=None)


def check_one_day(due_on: date | None, moves_with: Derived | None) -> None:
    """Refuse a day of its own beside one that follows something else."""
    if due_on is not None and moves_with is not None:
        msg = (
            f"The task would be due on {due_on} and follow the {moves_with.follows} as "
            "well. Give due_on for a day of its own, or moves_with for one that moves."
        )
        raise ConflictingInputError(msg, field="moves_with", value=None)


def _check_prepared(_: object, attribute: Attribute[Any], value: object) -> None:
    tuple_of(Ref)(_, attribute, value)
    if not isinstance(value, tuple):
        return
    for ref in value:
        if ref.noun not in PREPARED:
            msg = (
                f"A task prepares a deadline or a hearing, not a {ref.noun}. Pass "
                "Ref('deadline', …) or Ref('hearing', …)."
            )
            raise InvalidValueError(msg, field=attribute.name, value=ref.noun)


@frozen(kw_only=True)
class Repeats(Terms):
    """How often a task comes again: every `every`, until a day (inclusive).

    Periods are those of the calendar: days, weeks, months, years. The days are counted
    from that of the first in the row, so that the 31st comes back after February.
    """

    every: Period = field(validator=check_kind(Period, "Pass Period.parse('2 weeks')."))
    until_on: date | None = field(default=None, validator=optional(check_date))

    def __attrs_post_init__(self) -> None:
        """Refuse a period that only a court's calendar can count."""
        if self.every.unit not in _CALENDAR_UNITS:
            msg = (
                f"A task cannot come again every {self.every}: nobody says on whose "
                "calendar. Use days, weeks, months or years."
            )
            raise InvalidValueError(msg, field="every", value=str(self.every))


@frozen(kw_only=True)
class TaskTerms(Terms):
    """What is to be done, by when, who answers for it, and with what it hangs together.

    `accountable` is the one person who answers for it, `responsible` are those who do
    it. It is due on a day of its own (`due_on`, which moves with nothing), or follows
    a deadline, a hearing or an entry of the docket (`moves_with`), or has no day.

    `parent` is the task of which it is a part; `after` are those that come first.
    `prepares` are the deadlines and hearings for which it is done, and after which it
    must not be due; `satisfies` are the deadlines that are met when it is done, once
    somebody records that. `estimated_minutes` is how long it will take.
    """

    title: str = field(repr=False, validator=check_text)
    accountable: str = field(repr=False, validator=check_text)
    responsible: tuple[str, ...] = field(default=(), repr=False, validator=check_people)
    due_on: date | None = field(default=None, validator=optional(check_date))
    moves_with: Derived | None = field(default=None, validator=check_moves_with)
    parent: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("task")
    )
    after: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("task")
    )
    prepares: tuple[Ref, ...] = field(default=(), validator=_check_prepared)
    satisfies: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("deadline")
    )
    estimated_minutes: int | None = field(default=None, validator=optional(check_count))
    repeats: Repeats | None = field(
        default=None,
        validator=optional(check_kind(Repeats, "Pass Repeats(every=…).")),
    )
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )

    def __attrs_post_init__(self) -> None:
        """Refuse two days, and a repetition that has no day to be counted from."""
        check_one_day(self.due_on, self.moves_with)
        if self.repeats is not None and self.due_on is None:
            msg = (
                "The task comes again, and nothing says from which day on. Pass "
                "due_on, the day on which it is due first."
            )
            raise MissingInputError(msg, field="due_on", value=None)

    @property
    def estimate(self) -> Decimal | None:
        """How long it will take, in hours."""
        minutes = self.estimated_minutes
        return None if minutes is None else Decimal(minutes) / _MINUTES
