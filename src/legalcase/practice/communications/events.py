"""What can happen between us and the people of a case: we speak, write, and answer."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from attrs import Attribute, field, frozen

from legalcase.dates import Period
from legalcase.errors import InvalidTypeError, InvalidValueError, MissingInputError
from legalcase.kernel.checks import (
    check_count,
    check_date,
    check_id,
    check_ids,
    check_kind,
    check_text,
    check_truth,
    one_of,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names, refers
from legalcase.shown import shown

__all__ = [
    "CHANNELS",
    "DIRECTIONS",
    "CadenceAgreed",
    "Communicated",
    "ContactPreferenceSet",
    "ReplyGiven",
    "ReplyWaived",
    "StatusAgreed",
    "check_channels",
    "check_every",
]

#: From them to us, from us to them, or both at once.
DIRECTIONS: Final = ("in", "out", "both")
CHANNELS: Final = (
    "telephone",
    "meeting",
    "video",
    "letter",
    "e-mail",
    "message",
    "portal",
    "in-court",
)
_CALENDAR_UNITS: Final = ("day", "week", "month")


def check_channels(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no tuple of channels, each once."""
    name = attribute.name
    if not isinstance(value, tuple):
        msg = (
            f"{name} needs a tuple, not {type(value).__name__}. Write ('telephone',), "
            "with the comma."
        )
        raise InvalidTypeError(msg, field=name, value=None)
    for one in value:
        if one not in CHANNELS or value.count(one) > 1:
            msg = (
                f"{name} has {shown(one)}, which is no channel, or there twice. Use "
                f"each once of {', '.join(CHANNELS)}."
            )
            raise InvalidValueError(msg, field=name, value=one)


def check_every(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse a period that is not of days, weeks or months."""
    check_kind(Period, "Pass Period.parse('30 days').")(_, attribute, value)
    if isinstance(value, Period) and value.unit not in _CALENDAR_UNITS:
        msg = (
            f"{attribute.name} cannot be {value}: people are told every so many days, "
            "weeks or months. Pass Period.parse('30 days')."
        )
        raise InvalidValueError(msg, field=attribute.name, value=str(value))


@frozen(kw_only=True)
class Communicated(Event):
    """Somebody was spoken with or written to: who, which way, by what, about what.

    `with_parties` are those of the case, `with_others` whoever else it was (the clerk,
    an agency), by name; one of the two is there. `subject` says in a line what it was
    about, `summary` what was said. `reply_by` is the day by which a reply is owed: by
    us where it came in, to us where it went out. `about` refers to what it concerns,
    `in_document` to the letter. It is privileged unless `label` says otherwise.
    """

    communication_id: str = field(
        validator=check_id, metadata=names("practice/communication")
    )
    with_parties: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    with_others: tuple[str, ...] = field(
        default=(), repr=False, validator=tuple_of(str)
    )
    direction: str = field(validator=one_of(DIRECTIONS))
    channel: str = field(validator=one_of(CHANNELS))
    subject: str = field(repr=False, validator=check_text)
    summary: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    minutes: int | None = field(default=None, validator=optional(check_count))
    reply_by: date | None = field(default=None, validator=optional(check_date))
    about: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
    in_document: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )

    def __attrs_post_init__(self) -> None:
        """Refuse what was said to nobody, and a reply owed before it was asked."""
        if not self.with_parties and not self.with_others:
            msg = (
                "Nothing says with whom it was. Pass with_parties=, ids of those of "
                "the case, or with_others=, names of whoever else it was."
            )
            raise MissingInputError(msg, field="with_parties", value=None)
        if self.reply_by is not None and self.reply_by < self.happened_on:
            msg = (
                f"A reply would be owed by {self.reply_by}, before it was asked for on "
                f"{self.happened_on}. Pass a day on or after it."
            )
            raise InvalidValueError(msg, field="reply_by", value=self.reply_by)


@frozen(kw_only=True)
class ReplyGiven(Event):
    """What was owed in reply to a communication is there: `by_communication` is it."""

    communication_id: str = field(
        validator=check_id, metadata=refers("practice/communication")
    )
    by_communication: str = field(
        validator=check_id, metadata=refers("practice/communication")
    )


@frozen(kw_only=True)
class ReplyWaived(Event):
    """No reply to a communication is owed any more, and why."""

    communication_id: str = field(
        validator=check_id, metadata=refers("practice/communication")
    )
    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class CadenceAgreed(Event):
    """A party is told at least so often how things stand, from this day on."""

    party_id: str = field(validator=check_id, metadata=refers("party"))
    every: Period = field(validator=check_every)


@frozen(kw_only=True)
class ContactPreferenceSet(Event):
    """How a party is reached: by which channels, in which language, and how not.

    `caution` says what must not be done (no letters to the home, no voice mail): it is
    for those who act, and stands in no view and no feed.
    """

    party_id: str = field(validator=check_id, metadata=refers("party"))
    channels: tuple[str, ...] = field(default=(), validator=check_channels)
    language: str | None = field(default=None, validator=optional(check_text))
    needs_interpreter: bool = field(default=False, validator=check_truth)
    caution: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )


@frozen(kw_only=True)
class StatusAgreed(Event):
    """In plain words how things stand, as a client is to be told, and who approved.

    It is the one text of ours that a client's view shows; that of the
    latest day holds.
    """

    party_id: str = field(validator=check_id, metadata=refers("party"))
    text: str = field(repr=False, validator=check_text)
    next_step: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    approved_by: str = field(repr=False, validator=check_text)
