"""What can happen to a meeting about a case: it is scheduled, held, or cancelled."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.checks import (
    check_count,
    check_date,
    check_id,
    check_kind,
    check_some,
    check_text,
    check_words,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import names, refers
from legalcase.kernel.events.terms import Terms

__all__ = [
    "MeetingAction",
    "MeetingCancelled",
    "MeetingDecision",
    "MeetingHeld",
    "MeetingScheduled",
]


def _check_people(_: object, attribute: Attribute[Any], value: object) -> None:
    name = attribute.name
    if not isinstance(value, tuple):
        msg = (
            f"{name} needs a tuple, not {type(value).__name__}. Write ('lead',), with "
            "the comma."
        )
        raise InvalidTypeError(msg, field=name, value=None)
    for one in value:
        check_text(None, attribute, one)
    if len(set(value)) != len(value):
        msg = f"{name} names somebody twice. Name each once."
        raise InvalidValueError(msg, field=name, value=None)


@frozen(kw_only=True)
class MeetingDecision(Terms):
    """What was decided: the question, the options, which, and who assented.

    `option` counts them from 1. `dissented` are those who were against it.
    """

    question: str = field(repr=False, validator=check_text)
    options: tuple[str, ...] = field(repr=False, validator=_check_people)
    option: int = field(validator=check_count)
    assented: tuple[str, ...] = field(default=(), repr=False, validator=_check_people)
    dissented: tuple[str, ...] = field(default=(), repr=False, validator=_check_people)

    def __attrs_post_init__(self) -> None:
        """Refuse an option that there is not, and who was for and against it."""
        if self.option > len(self.options):
            msg = (
                f"Option {self.option} was decided for, of {len(self.options)}. Count "
                "them from 1."
            )
            raise InvalidValueError(msg, field="option", value=self.option)
        if set(self.assented) & set(self.dissented):
            msg = "Somebody assented and dissented. Name each on one side."
            raise InvalidValueError(msg, field="dissented", value=None)


@frozen(kw_only=True)
class MeetingAction(Terms):
    """What somebody is to do: who answers for it, and by when.

    It becomes a task of the case: `oversight.tasks_of`.
    """

    title: str = field(repr=False, validator=check_text)
    accountable: str = field(repr=False, validator=check_text)
    due_on: date = field(validator=check_date)


@frozen(kw_only=True)
class MeetingScheduled(Event):
    """The case is to be looked at together, on `held_on`."""

    meeting_id: str = field(validator=check_id, metadata=names("practice/meeting"))
    held_on: date = field(validator=check_date)
    attendees: tuple[str, ...] = field(default=(), repr=False, validator=_check_people)


@frozen(kw_only=True)
class MeetingHeld(Event):
    """The case was looked at: who was there, what was found, decided, and to be done.

    `findings` are the codes that were looked at. A meeting that nobody scheduled is
    given its id here.
    """

    meeting_id: str = field(
        validator=check_id, metadata=names("practice/meeting", again=True)
    )
    attendees: tuple[str, ...] = field(repr=False, validator=check_some(_check_people))
    findings: tuple[str, ...] = field(default=(), validator=check_words)
    decisions: tuple[MeetingDecision, ...] = field(
        default=(), validator=tuple_of(MeetingDecision)
    )
    actions: tuple[MeetingAction, ...] = field(
        default=(), validator=tuple_of(MeetingAction)
    )
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )

    def __attrs_post_init__(self) -> None:
        """Refuse an action that was due before the meeting."""
        for action in self.actions:
            if action.due_on < self.happened_on:
                msg = (
                    f"An action of a meeting on {self.happened_on} would be due on "
                    f"{action.due_on}. Pass a day on or after it."
                )
                raise InvalidValueError(msg, field="actions", value=None)


@frozen(kw_only=True)
class MeetingCancelled(Event):
    """A meeting does not take place, and why."""

    meeting_id: str = field(validator=check_id, metadata=refers("practice/meeting"))
    ground: str = field(repr=False, validator=check_text)
