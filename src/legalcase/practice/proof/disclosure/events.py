"""What can happen to a duty to disclose: it arises, is met, waived, and ends."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.errors import ConflictingInputError, InvalidValueError
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_ids,
    check_kind,
    check_some,
    check_text,
    check_truth,
    check_words,
    one_of,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names, refers

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = [
    "WAIVERS",
    "WAYS",
    "DisclosureDutyEnded",
    "DisclosureMade",
    "DisclosureObjected",
    "DisclosureOwed",
    "DisclosureReceived",
    "DisclosureSupplemented",
    "DisclosureWaived",
]

#: By what a duty can arise.
_SOURCES: Final = ("rule", "order", "request")
#: How something is disclosed.
WAYS: Final = ("served", "filed", "filed-and-served", "produced", "made-available")
#: Who can let a duty fall: both sides, whom it is owed, the court, or the petitioner
#: in a default.
WAIVERS: Final = ("mutual", "recipient", "order", "default")

_event = optional(check_kind(Ref, "Pass Ref('event', …)."))


def _check_waivers(_: object, attribute: Attribute[Any], value: object) -> None:
    check_words(_, attribute, value)
    if isinstance(value, tuple) and not set(value) <= set(WAIVERS):
        msg = (
            f"{attribute.name} has a word that is no way of waiving. Use some of "
            f"{', '.join(WAIVERS)}."
        )
        raise InvalidValueError(msg, field=attribute.name, value=None)


@frozen(kw_only=True)
class DisclosureOwed(Event):
    """A party owes others a disclosure from this day on: which items, and by what.

    `kind` is the id of a sort of disclosure (``"us-ca/fam/2104"``), `authority` what it
    rests on; it arose by a rule, an order or a request (`of` refers to that). It is due
    on the day of a deadline of the case, or on a day `due_on`, or on none. `waivable`
    are the ways in which it can be waived, and `waiver_needs` the kinds that both sides
    have to have made for a mutual waiver. `DisclosureKind.arises` makes it.
    """

    duty_id: str = field(validator=check_id, metadata=names("practice/disclosure-duty"))
    kind: str = field(validator=check_id)
    authority: str = field(repr=False, validator=check_text)
    arose: str = field(default="rule", validator=one_of(_SOURCES))
    owed_by: str = field(validator=check_id, metadata=refers("party"))
    owed_to: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("party")
    )
    items: tuple[str, ...] = field(validator=check_some(check_words))
    deadline_id: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("deadline")
    )
    due_on: date | None = field(default=None, validator=optional(check_date))
    is_continuing: bool = field(default=False, validator=check_truth)
    waivable: tuple[str, ...] = field(default=(), validator=_check_waivers)
    waiver_needs: tuple[str, ...] = field(default=(), validator=check_ids)
    of: Ref | None = field(default=None, validator=_event)
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )

    def __attrs_post_init__(self) -> None:
        """Refuse two days by which it is due, and what one owes to oneself."""
        if self.deadline_id is not None and self.due_on is not None:
            msg = (
                f"The disclosure is due on {self.due_on} and with a deadline, which "
                "can be two days. Pass deadline_id= alone where there is one: its day "
                "moves."
            )
            raise ConflictingInputError(msg, field="due_on", value=self.due_on)
        if self.owed_by in self.owed_to:
            msg = (
                f"{self.owed_by!r} would owe the disclosure to itself. Leave it out of "
                "owed_to=."
            )
            raise InvalidValueError(msg, field="owed_to", value=None)


@frozen(kw_only=True)
class DisclosureMade(Event):
    """Items were disclosed: how, by which service or filing, with which documents.

    Without `is_complete`, more of them is still owed.
    """

    duty_id: str = field(
        validator=check_id, metadata=refers("practice/disclosure-duty")
    )
    items: tuple[str, ...] = field(validator=check_some(check_words))
    way: str = field(default="served", validator=one_of(WAYS))
    by_event: Ref | None = field(default=None, validator=_event)
    documents: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("document")
    )
    is_complete: bool = field(default=True, validator=check_truth)


@frozen(kw_only=True)
class DisclosureReceived(Event):
    """Items are there, with those to whom they are owed, whatever was said of it."""

    duty_id: str = field(
        validator=check_id, metadata=refers("practice/disclosure-duty")
    )
    items: tuple[str, ...] = field(validator=check_some(check_words))
    documents: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("document")
    )


@frozen(kw_only=True)
class DisclosureSupplemented(Event):
    """What was disclosed was brought up to date."""

    duty_id: str = field(
        validator=check_id, metadata=refers("practice/disclosure-duty")
    )
    items: tuple[str, ...] = field(validator=check_some(check_words))
    way: str = field(default="served", validator=one_of(WAYS))
    by_event: Ref | None = field(default=None, validator=_event)
    documents: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("document")
    )


@frozen(kw_only=True)
class DisclosureObjected(Event):
    """Whoever owes items objected to giving them: they are owed until more happens."""

    duty_id: str = field(
        validator=check_id, metadata=refers("practice/disclosure-duty")
    )
    items: tuple[str, ...] = field(validator=check_some(check_words))
    ground: str = field(repr=False, validator=check_text)
    by_event: Ref | None = field(default=None, validator=_event)


@frozen(kw_only=True)
class DisclosureWaived(Event):
    """Items need not be disclosed: all of them, where none are named.

    `way` is one of `WAIVERS`, `by` are the parties who waived, `form` the paper on
    which they did (``"FL-144"``). It is recorded also where the rule does not allow it,
    and then relieves nobody: what happened, happened, and is found.
    """

    duty_id: str = field(
        validator=check_id, metadata=refers("practice/disclosure-duty")
    )
    items: tuple[str, ...] = field(default=(), validator=check_words)
    way: str = field(validator=one_of(WAIVERS))
    by: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    authority: str = field(repr=False, validator=check_text)
    form: str | None = field(default=None, validator=optional(check_id))
    in_document: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )
    by_event: Ref | None = field(default=None, validator=_event)


@frozen(kw_only=True)
class DisclosureDutyEnded(Event):
    """A duty to disclose is over, also one that went on: why, and by which event."""

    duty_id: str = field(
        validator=check_id, metadata=refers("practice/disclosure-duty")
    )
    ground: str = field(repr=False, validator=check_text)
    by_event: Ref | None = field(default=None, validator=_event)
