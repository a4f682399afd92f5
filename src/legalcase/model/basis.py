"""Why a deadline falls on its day: computed, ordered, agreed, or derived."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from attrs import Attribute, field, frozen

from legalcase.counting.argument.computation import Computation
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.model.checks import (
    check_date,
    check_id,
    check_instant,
    check_text,
    one_of,
)
from legalcase.plain_data import PlainData

__all__ = [
    "Agreed",
    "Basis",
    "Computed",
    "Derived",
    "DueDates",
    "Ordered",
    "check_basis",
]

BOUNDS: Final = ("not-later-than", "not-earlier-than")


def _check_due_at(
    instance: Ordered | Agreed, attribute: Attribute[Any], value: datetime | None
) -> None:
    if value is None:
        return
    check_instant(instance, attribute, value)
    if value.date() != instance.due:
        msg = "due_at is not on the day due. Give both local to the court."
        raise InvalidValueError(msg, field=attribute.name, value=None)


def _check_days(_: object, attribute: Attribute[Any], value: object) -> None:
    if type(value) is not int or value < 0:
        msg = (
            "days_before needs a whole number of days, 0 or more. A deadline of our "
            "own never falls after the one it follows."
        )
        raise InvalidValueError(msg, field=attribute.name, value=None)


def _check_computation(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, Computation):
        msg = (
            f"computation needs a Computation, not {type(value).__name__}. Pass what "
            "legalcase.compute(...) returned."
        )
        raise InvalidTypeError(msg, field=attribute.name, value=None)


class _Basis(PlainData):
    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the basis as plain JSON types, with its `kind`."""
        return {"kind": type(self).__name__.lower(), **super().to_dict()}


@frozen(kw_only=True)
class Computed(_Basis):
    """Due as a rule computes it; the whole argument is kept."""

    computation: Computation = field(validator=_check_computation)


@frozen(kw_only=True)
class Ordered(_Basis):
    """Due on a date certain that an order names: neither counted nor rolled."""

    due: date = field(validator=check_date)
    order: str = field(repr=False, validator=check_text)
    due_at: datetime | None = field(default=None, validator=_check_due_at)
    bound: str = field(default="not-later-than", validator=one_of(BOUNDS))


@frozen(kw_only=True)
class Agreed(_Basis):
    """Due on a date that the parties agreed on: neither counted nor rolled."""

    due: date = field(validator=check_date)
    agreement: str = field(repr=False, validator=check_text)
    due_at: datetime | None = field(default=None, validator=_check_due_at)
    bound: str = field(default="not-later-than", validator=one_of(BOUNDS))


@frozen(kw_only=True)
class Derived(_Basis):
    """Due so many calendar days before the date shown for another deadline.

    A deadline of one's own making: it moves when the other does, and follows its
    extension.
    """

    follows: str = field(validator=check_id)
    days_before: int = field(validator=_check_days)


Basis = Computed | Ordered | Agreed | Derived


def check_basis(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no basis: a bare date says nothing of why it is due."""
    if not isinstance(value, Basis):
        msg = (
            f"{attribute.name} needs a basis, not {type(value).__name__}. Say why it "
            "is due: Computed(computation=…), Ordered(due=…, order=…), "
            "Agreed(due=…, agreement=…) or Derived(follows=…, days_before=…)."
        )
        raise InvalidTypeError(msg, field=attribute.name, value=None)


@frozen(kw_only=True)
class DueDates(PlainData):
    """The dates of a deadline at one state of its case.

    `due` is the reading adopted or chosen; `safe` is right under every reading;
    `shown` is what belongs on a calendar: `safe`, unless somebody chose a reading.
    All are ``None`` while the period is not running; `waits_for` then says for what.
    Where there is a date all the same, it is provisional: what `waits_for` names is
    not known yet, and can move it.
    """

    due: date | None
    safe: date | None
    shown: date | None
    bound: str = "not-later-than"
    due_at: datetime | None = None
    waits_for: tuple[str, ...] = ()

    @property
    def is_running(self) -> bool:
        """Whether there is a date at all."""
        return self.shown is not None

    @property
    def is_provisional(self) -> bool:
        """Whether there is a date that an event not known yet can move."""
        return self.is_running and bool(self.waits_for)

    @property
    def is_disputed(self) -> bool:
        """Whether the adopted and the safe date differ."""
        return self.due != self.safe
