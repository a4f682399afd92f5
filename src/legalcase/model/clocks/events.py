"""What can happen to a statutory clock."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_ids,
    check_kind,
    check_some,
    check_text,
    check_truth,
    check_word,
    one_of,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names, refers
from legalcase.kernel.events.terms import Terms
from legalcase.kernel.events.words import word

__all__ = [
    "ClockEnded",
    "ClockEvent",
    "ClockLengthened",
    "ClockSevered",
    "ClockStarted",
    "ClockWaived",
    "ClocksJoined",
    "ExclusionEnded",
    "ExclusionRecorded",
    "ExclusionSetAside",
]

#: How a clock can end.
ENDS: Final = ("done", "dismissed", "plea", "superseded", "other")

_label = check_kind(Label, "Pass Label(audience=…).")
_ref = check_kind(Ref, "Pass Ref('event', …).")


def _check_ends(
    instance: ExclusionRecorded, attribute: Attribute[Any], value: date | None
) -> None:
    if value is None:
        return
    check_date(instance, attribute, value)
    if value < instance.from_on:
        msg = "until_on lies before from_on. Give the earlier day as from_on."
        raise InvalidValueError(msg, field=attribute.name, value=None)


def _check_starts(
    _: object, attribute: Attribute[Any], value: tuple[ClockEvent, ...]
) -> None:
    check_some(tuple_of(ClockEvent))(_, attribute, value)
    words = [one.event for one in value]
    if len(set(words)) != len(words):
        msg = "starts has an event twice. Give the day of each once."
        raise InvalidValueError(msg, field=attribute.name, value=None)


@frozen(kw_only=True)
class ClockEvent(Terms):
    """An event from which a clock runs, and its day; `by` refers to what records it."""

    event: str = field(validator=check_word, metadata=word("trigger"))
    on: date = field(validator=check_date)
    by: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class ClockStarted(Event):
    """A statutory clock started: that of the party `of`, under the law's clock `rule`.

    `succeeds` is the clock in whose place it runs (after a mistrial, a dismissal), and
    `because` says why.
    """

    clock_id: str = field(validator=check_id, metadata=names("clock"))
    rule: str = field(validator=check_id, metadata=word("clock"))
    starts: tuple[ClockEvent, ...] = field(validator=_check_starts)
    of: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("party")
    )
    succeeds: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("clock")
    )
    because: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    label: Label | None = field(default=None, validator=optional(_label))


@frozen(kw_only=True)
class ExclusionRecorded(Event):
    """Time is excluded from clocks, on the ground `basis` of their law: ``"(h)(7)"``.

    `from_on` and `until_on` are the days of the events that begin and end it, as they
    happened; without `until_on` it lasts. `by` refers to what brings it about (the
    motion), `order` to the order, `finding` to the findings on the record, and
    `reasonable` to what found more than the presumed limit to be reasonable.
    """

    exclusion_id: str = field(validator=check_id, metadata=names("exclusion"))
    clock_ids: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("clock")
    )
    basis: str = field(validator=check_id)
    from_on: date = field(validator=check_date)
    until_on: date | None = field(default=None, validator=_check_ends)
    by: Ref | None = field(default=None, validator=optional(_ref))
    order: Ref | None = field(default=None, validator=optional(_ref))
    finding: Ref | None = field(default=None, validator=optional(_ref))
    reasonable: Ref | None = field(default=None, validator=optional(_ref))
    note: str | None = field(default=None, repr=False, validator=optional(check_text))
    label: Label | None = field(default=None, validator=optional(_label))


@frozen(kw_only=True)
class ExclusionEnded(Event):
    """What excluded time came to its end, on `until_on`."""

    exclusion_id: str = field(validator=check_id, metadata=refers("exclusion"))
    until_on: date = field(validator=check_date)
    by: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class ExclusionSetAside(Event):
    """A court held that the time counts after all: nothing is excluded."""

    exclusion_id: str = field(validator=check_id, metadata=refers("exclusion"))
    by_order: Ref | None = field(default=None, validator=optional(_ref))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class ClocksJoined(Event):
    """Those whose clocks these are were joined for trial, from `from_on`."""

    clock_ids: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("clock")
    )
    from_on: date = field(validator=check_date)
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class ClockSevered(Event):
    """Somebody is no longer joined for trial: the last day of joinder is `until_on`."""

    clock_id: str = field(validator=check_id, metadata=refers("clock"))
    until_on: date = field(validator=check_date)
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class ClockLengthened(Event):
    """The limit was lengthened as the law allows it, by or to `period`."""

    clock_id: str = field(validator=check_id, metadata=refers("clock"))
    period: str = field(validator=check_text)
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class ClockWaived(Event):
    """Somebody waived the clock, in writing or not; the law says to what effect."""

    clock_id: str = field(validator=check_id, metadata=refers("clock"))
    is_written: bool = field(validator=check_truth)
    by: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class ClockEnded(Event):
    """The clock ended on the day of the event: what it waits for was done, or not.

    `how` is ``"done"`` (the trial commenced, the indictment was filed),
    ``"dismissed"``, ``"plea"``, ``"superseded"`` or ``"other"``.
    """

    clock_id: str = field(validator=check_id, metadata=refers("clock"))
    how: str = field(validator=one_of(ENDS))
    by: Ref | None = field(default=None, validator=optional(_ref))
