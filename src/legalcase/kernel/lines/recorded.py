"""Recorded: a line of a log: who recorded what, when, why, and because of what."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from attrs import Attribute, field, fields, frozen

from legalcase.errors import InvalidTypeError
from legalcase.kernel.checks import (
    check_count,
    check_id,
    check_instant,
    check_kind,
    check_kind_word,
    check_text,
    check_truth,
    optional,
)
from legalcase.kernel.events.event import Event, UnknownEvent
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import REFERS
from legalcase.kernel.lines.correction import Corrected, Retracted

__all__ = ["Draft", "Recorded"]

Content = Event | UnknownEvent | Corrected | Retracted


def _check_content(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, Content):
        msg = (
            f"{attribute.name} needs an event, not {type(value).__name__}. Pass what "
            "happened: Filed(title=…, happened_on=…), say."
        )
        raise InvalidTypeError(msg, field=attribute.name, value=None)


_label = check_kind(Label, "Pass Label(audience=…).")


@frozen(kw_only=True, repr=False)
class Recorded:
    """One line of a log.

    `number` counts from 1 in each `stream`; `recorded_at` is when it became known
    here, `happened` when it happened; `actor` recorded it, perhaps `on_behalf_of`
    somebody, for a `reason`, because of the event `cause`, by the command
    `command_id`. `label` says who may see it; ``None`` leaves that to its kind. A
    program that does not know an `ancillary` line may pass over it.
    """

    stream: str = field(validator=check_id)
    number: int = field(validator=check_count)
    event_id: str = field(validator=check_id)
    kind: str = field(validator=check_kind_word)
    schema: int = field(validator=check_count)
    recorded_at: datetime = field(validator=check_instant)
    actor: str = field(repr=False, validator=check_text)
    on_behalf_of: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    reason: str | None = field(default=None, repr=False, validator=optional(check_text))
    cause: str | None = field(
        default=None, validator=optional(check_id), metadata={REFERS: "event"}
    )
    command_id: str | None = field(default=None, validator=optional(check_id))
    label: Label | None = field(default=None, validator=optional(_label))
    ancillary: bool = field(default=False, validator=check_truth)
    event: Content = field(repr=False, validator=_check_content)
    # The bytes it was written as, and what of them this program does not know. Not an
    # argument: a changed copy is another line, and has no text yet.
    _text: str | None = field(default=None, init=False, eq=False, repr=False)
    _unread: tuple[str, ...] = field(default=(), init=False, eq=False, repr=False)

    def __repr__(self) -> str:
        """Return which line of which log it is, and of what kind; no more of it."""
        return f"<Recorded {self.number} of {self.stream!r}: {self.kind}>"

    @property
    def happened(self) -> date | datetime | None:
        """When it happened; ``None`` for a correction, which only became known."""
        event = self.event
        if isinstance(event, Event | UnknownEvent):
            return event.happened
        return None

    @property
    def text(self) -> str | None:
        """The text as which it was stored, if it comes from a store."""
        return self._text

    @property
    def unread(self) -> tuple[str, ...]:
        """The paths in its text that this program does not know."""
        return self._unread

    def with_text(self, text: str, unread: tuple[str, ...] = ()) -> Recorded:
        """Return the line with the text as which it is stored; for stores."""
        line = object.__new__(type(self))
        for each in fields(type(self)):
            object.__setattr__(line, each.name, getattr(self, each.name))
        object.__setattr__(line, "_text", text)
        object.__setattr__(line, "_unread", unread)
        return line


@frozen
class Draft:
    """An event that is to be recorded, with what a line says beside it.

    Where other events of the same act refer to it, its `event_id` is given; otherwise
    it gets a new one.
    """

    event: Event = field(validator=check_kind(Event, "Pass what happened."))
    event_id: str | None = field(
        default=None, kw_only=True, validator=optional(check_id)
    )
    cause: str | None = field(default=None, kw_only=True, validator=optional(check_id))
    label: Label | None = field(default=None, kw_only=True, validator=optional(_label))
