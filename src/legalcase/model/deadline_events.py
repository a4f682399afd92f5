"""What happens to a deadline, from its setting to its end."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.model.basis import Basis, check_basis
from legalcase.model.checks import (
    check_date,
    check_happened_at,
    check_id,
    check_text,
)
from legalcase.model.deadline import Deadline, DeadlineState

__all__ = [
    "DeadlineConfirmed",
    "DeadlineExtended",
    "DeadlineMet",
    "DeadlineMissed",
    "DeadlineMooted",
    "DeadlineQuestioned",
    "DeadlineRecomputed",
    "DeadlineSet",
    "DeadlineStayed",
    "DeadlineVacated",
    "DeadlineWaived",
    "ReadingChosen",
]


def _is_fresh(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse a deadline with a past: an event brings a new one."""
    name = attribute.name
    if not isinstance(value, Deadline):
        msg = (
            f"{name} needs a Deadline, not {type(value).__name__}. Pass "
            "Deadline(deadline_id=…, title=…, basis=…)."
        )
        raise InvalidTypeError(msg, field=name, value=None)
    if value.revision or value.state is not DeadlineState.PROPOSED:
        msg = f"{name} has a past already. Pass a new Deadline without a state."
        raise InvalidValueError(msg, field=name, value=None)


@frozen(kw_only=True)
class DeadlineSet:
    """A deadline was proposed; somebody has to confirm it."""

    deadline: Deadline = field(validator=_is_fresh)
    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class DeadlineConfirmed:
    """A named person checked a deadline and stands by it."""

    deadline_id: str = field(validator=check_id)
    confirmed_by: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class DeadlineQuestioned:
    """Something came up (a rule, a closure, a fact): a deadline needs review."""

    deadline_id: str = field(validator=check_id)
    ground: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class DeadlineRecomputed:
    """A deadline has a new basis. One that is confirmed is questioned first.

    A reading that was chosen is forgotten: it was chosen on the old basis.
    """

    deadline_id: str = field(validator=check_id)
    basis: Basis = field(repr=False, validator=check_basis)
    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class ReadingChosen:
    """A named person chose a reading: `due` goes on the calendar, not the safe date."""

    deadline_id: str = field(validator=check_id)
    due: date = field(validator=check_date)
    chosen_by: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class DeadlineMet:
    """What was due was done, in time or late: who did it, and what shows it."""

    deadline_id: str = field(validator=check_id)
    met_by: str = field(repr=False, validator=check_text)
    evidence: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)
    happened_at: datetime | None = field(default=None, validator=check_happened_at)


@frozen(kw_only=True)
class DeadlineMissed:
    """What was due was not done in time."""

    deadline_id: str = field(validator=check_id)
    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class DeadlineExtended:
    """The time was extended on an `authority`; the original is kept.

    `successor` is the deadline that takes its place, confirmed as soon as
    somebody says so, like any other.
    """

    deadline_id: str = field(validator=check_id)
    successor: Deadline = field(validator=_is_fresh)
    authority: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class DeadlineStayed:
    """Time stopped running."""

    deadline_id: str = field(validator=check_id)
    ground: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class DeadlineVacated:
    """A deadline was lifted, or should never have been set."""

    deadline_id: str = field(validator=check_id)
    ground: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class DeadlineWaived:
    """Whom the deadline protects gave it up."""

    deadline_id: str = field(validator=check_id)
    ground: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class DeadlineMooted:
    """There is nothing left to do by the deadline."""

    deadline_id: str = field(validator=check_id)
    ground: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)
