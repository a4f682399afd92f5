"""Recorded: an event as the log keeps it: who recorded what, when, and why."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidTypeError
from legalcase.model.checks import (
    check_count,
    check_id,
    check_instant,
    check_text,
    optional,
)
from legalcase.model.events import (
    KINDS,
    CaseEvent,
    UnknownEvent,
    happened,
    kind_of,
)

__all__ = ["Recorded"]


def _check_event(_: object, attribute: Attribute[Any], value: object) -> None:
    if type(value) not in KINDS and not isinstance(value, UnknownEvent):
        msg = (
            f"{attribute.name} needs an event, not {type(value).__name__}. Pass what "
            "happened: Filed(…), DeadlineSet(deadline=…, happened_on=…), say."
        )
        raise InvalidTypeError(msg, field=attribute.name, value=None)


@frozen(kw_only=True, repr=False)
class Recorded:
    """One line of a case's log.

    `sequence` counts from 1 in each case; `recorded_at` is when it became known
    here, `happened` when it happened; `actor` recorded it, perhaps `on_behalf_of`
    somebody, for a `reason`.
    """

    event_id: str = field(validator=check_id)
    case_id: str = field(validator=check_id)
    sequence: int = field(validator=check_count)
    recorded_at: datetime = field(validator=check_instant)
    actor: str = field(repr=False, validator=check_text)
    on_behalf_of: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    reason: str | None = field(default=None, repr=False, validator=optional(check_text))
    event: CaseEvent | UnknownEvent = field(repr=False, validator=_check_event)

    def __repr__(self) -> str:
        """Return which event of which case it is, and of what kind; no more of it."""
        return (
            f"<Recorded {self.sequence} of {self.case_id!r}: {self.kind}, "
            f"{self.happened}>"
        )

    @property
    def kind(self) -> str:
        """The event's kind on the wire."""
        return kind_of(self.event)[0]

    @property
    def schema(self) -> int:
        """The number of the kind's schema."""
        return kind_of(self.event)[1]

    @property
    def happened(self) -> date | datetime:
        """When it happened: the instant where it is known, else the day."""
        return happened(self.event)
