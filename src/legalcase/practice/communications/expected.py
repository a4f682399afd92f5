"""What can happen to an expectation: it is stated, acknowledged, met or dropped."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_text,
    one_of,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import names, refers

__all__ = [
    "HOLDERS",
    "ExpectationAcknowledged",
    "ExpectationDropped",
    "ExpectationMet",
    "ExpectationStated",
]

#: Who expects something of whom.
HOLDERS: Final = ("party", "us")


@frozen(kw_only=True)
class ExpectationStated(Event):
    """What a party expects of us, or we of it, was put into words, and by when.

    `of` is the party; `held_by` says who expects: ``"party"`` of us, or ``"us"`` of
    the party. It is misaligned until the other side has acknowledged it.
    """

    expectation_id: str = field(
        validator=check_id, metadata=names("practice/expectation")
    )
    of: str = field(validator=check_id, metadata=refers("party"))
    held_by: str = field(validator=one_of(HOLDERS))
    text: str = field(repr=False, validator=check_text)
    due_on: date | None = field(default=None, validator=optional(check_date))


@frozen(kw_only=True)
class ExpectationAcknowledged(Event):
    """The other side said that it knows, and what it makes of it."""

    expectation_id: str = field(
        validator=check_id, metadata=refers("practice/expectation")
    )
    acknowledged_by: str = field(repr=False, validator=check_text)
    reply: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class ExpectationMet(Event):
    """What was expected is there."""

    expectation_id: str = field(
        validator=check_id, metadata=refers("practice/expectation")
    )
    evidence: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )


@frozen(kw_only=True)
class ExpectationDropped(Event):
    """What was expected will not be, and why that was said."""

    expectation_id: str = field(
        validator=check_id, metadata=refers("practice/expectation")
    )
    ground: str = field(repr=False, validator=check_text)
