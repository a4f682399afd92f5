"""Why a deadline falls on its day: computed, ordered, agreed, or derived."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from attrs import Attribute, field, frozen

from legalcase.counting.argument.computation import Computation
from legalcase.dates import Period, own_day
from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
)
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_instant,
    check_kind,
    check_text,
    check_word,
    one_of,
    optional,
)
from legalcase.kernel.court_clock import at_court
from legalcase.kernel.events.ref import Ref
from legalcase.kernel.events.terms import Terms
from legalcase.kernel.events.words import word
from legalcase.model.deadlines.due_dates import DueDates, computed_dates
from legalcase.model.deadlines.spans import span_of

__all__ = [
    "BOUNDS",
    "Agreed",
    "Anchor",
    "Basis",
    "Computed",
    "Derived",
    "Ordered",
    "check_basis",
]

BOUNDS: Final = ("not-later-than", "not-earlier-than")
DIRECTIONS: Final = ("before", "after")

_ref = check_kind(Ref, "Pass Ref('event', …).")


def _check_due_at(
    instance: Ordered | Agreed, attribute: Attribute[Any], value: datetime | None
) -> None:
    if value is None:
        return
    check_instant(instance, attribute, value)
    if own_day(value) != instance.due:
        msg = "due_at is not on the day due. Give both local to the court."
        raise InvalidValueError(msg, field=attribute.name, value=None)


def _check_computation(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, Computation):
        msg = (
            f"{attribute.name} needs a Computation, not {type(value).__name__}. Pass "
            "what legalcase.compute(...) returned."
        )
        raise InvalidTypeError(msg, field=attribute.name, value=None)


def _check_anchors(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, tuple) or any(type(one) is not Anchor for one in value):
        msg = (
            "anchors needs a tuple of Anchor. Write (Anchor('summons-served', "
            "Ref('event', '0192…')),), with the comma."
        )
        raise InvalidTypeError(msg, field=attribute.name, value=None)


class _Basis(Terms):
    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the basis as plain JSON types, with its `kind`."""
        return {"kind": type(self).__name__.lower(), **super().to_dict()}


@frozen
class Anchor(Terms):
    """From what a period runs: the word of the trigger, and what it was here.

    A bare period can run from what the law has no word for, so that its shape alone is
    checked.
    """

    trigger: str = field(validator=check_word)
    of: Ref = field(validator=_ref)


@frozen(kw_only=True)
class Computed(_Basis):
    """Due as a rule computes it; the whole argument is kept.

    `anchors` say which events, hearings or deadlines of the case it was computed from:
    what happens to one of them sends the deadline to review. `authority` is that of a
    bare period, which has none of its own.
    """

    computation: Computation = field(validator=_check_computation)
    anchors: tuple[Anchor, ...] = field(default=(), validator=_check_anchors)
    authority: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    _dates: DueDates | None = field(default=None, init=False, eq=False, repr=False)
    _span: tuple[date, date] | None = field(
        default=None, init=False, eq=False, repr=False
    )

    def dates(self) -> DueDates:
        """Return the dates that it gives, worked out once."""
        # Idempotent: two threads that ask at once find the same.
        if self._dates is None:
            object.__setattr__(self, "_dates", computed_dates(self.computation))
        found: DueDates = self._dates  # type: ignore[assignment]  # set above
        return found

    def span(self) -> tuple[date, date]:
        """Return the first and the last day that bear on it, worked out once.

        From what it runs to the latest day at which anybody looked, under every
        reading: whether a day outside is closed changes nothing.
        """
        if self._span is None:
            object.__setattr__(self, "_span", span_of(self.computation))
        found: tuple[date, date] = self._span  # type: ignore[assignment]  # set above
        return found


def _check_source(basis: Ordered | Agreed, ref: Ref | None, text: str | None) -> None:
    if ref is None and text is None:
        name = type(basis).__name__
        noun = "order" if isinstance(basis, Ordered) else "agreement"
        msg = (
            f"{name} says of no {noun} that names the date. Pass {noun}=Ref('event', "
            "…) where it stands on the docket, or authority='…'."
        )
        raise MissingInputError(msg, field=noun, value=None)


@frozen(kw_only=True)
class Ordered(_Basis):
    """Due on a date certain that an order names: neither counted nor rolled.

    `order` refers to it where it stands on the docket, `authority` names it otherwise.
    """

    due: date = field(validator=check_date)
    order: Ref | None = field(default=None, validator=optional(_ref))
    authority: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    due_at: datetime | None = field(
        default=None, validator=_check_due_at, metadata=at_court("due")
    )
    bound: str = field(default="not-later-than", validator=one_of(BOUNDS))

    def __attrs_post_init__(self) -> None:
        """Refuse a date that no order names."""
        _check_source(self, self.order, self.authority)


@frozen(kw_only=True)
class Agreed(_Basis):
    """Due on a date that the parties agreed on: neither counted nor rolled.

    `agreement` refers to it where it was filed, `authority` names it otherwise.
    """

    due: date = field(validator=check_date)
    agreement: Ref | None = field(default=None, validator=optional(_ref))
    authority: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    due_at: datetime | None = field(
        default=None, validator=_check_due_at, metadata=at_court("due")
    )
    bound: str = field(default="not-later-than", validator=one_of(BOUNDS))

    def __attrs_post_init__(self) -> None:
        """Refuse a date on which nobody agreed."""
        _check_source(self, self.agreement, self.authority)


#: What can be followed: it has a day of its own, or gets one.
FOLLOWED: Final = ("deadline", "hearing", "event")

_CALENDAR_UNITS: Final = frozenset({"day", "week", "month", "year"})


@frozen(kw_only=True)
class Derived(_Basis):
    """Due a `period` before, or after, a deadline, a hearing or an entry of the docket.

    A deadline of one's own making. Counted in days, weeks, months or years of the
    calendar it moves when the other does, and follows its extension; without a period
    it is due on the same day. One in court days carries the `computation` of its date,
    made on the calendar `counted_on`: where the other moves, it goes to review until
    it is computed anew.
    """

    follows: Ref = field(validator=_ref)
    period: Period | None = field(
        default=None,
        validator=optional(check_kind(Period, "Pass Period.parse('7 days').")),
    )
    direction: str = field(default="before", validator=one_of(DIRECTIONS))
    counted_on: str | None = field(
        default=None, validator=optional(check_id), metadata=word("calendar")
    )
    computation: Computation | None = field(
        default=None, validator=optional(_check_computation)
    )

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be followed, and a count that lacks its computation."""
        if self.follows.noun not in FOLLOWED:
            msg = (
                f"A {self.follows.noun} has no day that could be followed. Follow a "
                "deadline, a hearing or an entry of the docket."
            )
            raise InvalidValueError(msg, field="follows", value=self.follows.noun)
        needs = self.period is not None and self.period.unit not in _CALENDAR_UNITS
        if needs and (self.computation is None or self.counted_on is None):
            msg = (
                f"A period of {self.period} is counted on a court's calendar. Pass "
                "counted_on= with its id and computation= with what legalcase.compute "
                "returned, or a period in days, weeks, months or years."
            )
            raise MissingInputError(msg, field="computation", value=None)
        if not needs and (self.computation is not None or self.counted_on is not None):
            msg = (
                "A period of the calendar needs no court's calendar, and nothing "
                "computed. Leave counted_on and computation out, or pass a period in "
                "court days."
            )
            raise ConflictingInputError(msg, field="computation", value=None)


Basis = Computed | Ordered | Agreed | Derived


def check_basis(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no basis: a bare date says nothing of why it is due."""
    if not isinstance(value, Basis):
        msg = (
            f"{attribute.name} needs a basis, not {type(value).__name__}. Say why it "
            "is due: Computed(computation=…), Ordered(due=…, order=…), "
            "Agreed(due=…, agreement=…) or Derived(follows=…, period=…)."
        )
        raise InvalidTypeError(msg, field=attribute.name, value=None)
