"""What happens on the docket: filings, service, orders, judgments."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import (
    check_count,
    check_date,
    check_id,
    check_ids,
    check_kind,
    check_text,
    check_word,
    check_words,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, refers
from legalcase.kernel.events.words import word

__all__ = [
    "EntrySealed",
    "EntryStruck",
    "EntryUnsealed",
    "Filed",
    "JudgmentEntered",
    "OrderEntered",
    "OrderVacated",
    "ProofOfServiceFiled",
    "Served",
    "ServiceQuashed",
]

_label = check_kind(Label, "Pass Label(audience=…).")
_ref = check_kind(Ref, "Pass Ref('event', …).")


def _not_before(instance: Any, attribute: Attribute[Any], value: date | None) -> None:
    """Refuse a day on which it was not filed yet: a year mistyped, mostly."""
    if value is None:
        return
    check_date(instance, attribute, value)
    if value < instance.happened_on:
        name = attribute.name
        msg = f"{name} lies before happened_on, the day of filing. Check both."
        raise InvalidValueError(msg, field=name, value=None)


def _not_after(instance: Any, attribute: Attribute[Any], value: date | None) -> None:
    """Refuse a day that had not come when it was entered or filed."""
    if value is None:
        return
    check_date(instance, attribute, value)
    if value > instance.happened_on:
        name = attribute.name
        msg = f"{name} lies after happened_on, the day on the docket. Check both."
        raise InvalidValueError(msg, field=name, value=None)


@frozen(kw_only=True)
class Filed(Event):
    """A paper was filed, by the parties `by`, under a docket number if known.

    `triggers` are words of the law's vocabulary (``"complaint-filed"``), `documents`
    ids of the papers, the main one first. `happened_on` is the day of filing;
    `entered_on` that on which the clerk put it on the docket, where it is another.
    """

    title: str = field(repr=False, validator=check_text)
    triggers: tuple[str, ...] = field(
        default=(), validator=check_words, metadata=word("trigger")
    )
    by: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    number: str | None = field(default=None, repr=False, validator=optional(check_text))
    paper: str | None = field(
        default=None, validator=optional(check_word), metadata=word("paper")
    )
    about: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
    label: Label | None = field(default=None, validator=optional(_label))
    sequence: int | None = field(default=None, validator=optional(check_count))
    entered_on: date | None = field(default=None, validator=_not_before)
    documents: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("document")
    )


@frozen(kw_only=True)
class Served(Event):
    """A paper was served on the parties `on`; `method` is a word of the vocabulary.

    That it was, a `ProofOfServiceFiled` says, or nobody does: `service_of` tells.
    """

    title: str = field(repr=False, validator=check_text)
    method: str | None = field(
        # Lines of 0.1 have any id here: the vocabulary is asked when one is recorded.
        default=None,
        validator=optional(check_id),
        metadata=word("method"),
    )
    triggers: tuple[str, ...] = field(
        default=(), validator=check_words, metadata=word("trigger")
    )
    by: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    on: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    paper: str | None = field(
        default=None, validator=optional(check_word), metadata=word("paper")
    )
    about: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
    label: Label | None = field(default=None, validator=optional(_label))
    sequence: int | None = field(default=None, validator=optional(check_count))
    entered_on: date | None = field(default=None, validator=optional(check_date))
    documents: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("document")
    )


@frozen(kw_only=True)
class OrderEntered(Event):
    """An order was entered on the docket, as to the parties `of`, or to all.

    `counts` are the charges of which it speaks. `happened_on` is the day of entry,
    `signed_on` that on which it was signed, where it is another.
    """

    title: str = field(repr=False, validator=check_text)
    triggers: tuple[str, ...] = field(
        default=(), validator=check_words, metadata=word("trigger")
    )
    number: str | None = field(default=None, repr=False, validator=optional(check_text))
    of: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    about: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
    label: Label | None = field(default=None, validator=optional(_label))
    counts: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("charge")
    )
    sequence: int | None = field(default=None, validator=optional(check_count))
    signed_on: date | None = field(default=None, validator=_not_after)
    documents: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("document")
    )


@frozen(kw_only=True)
class JudgmentEntered(Event):
    """A judgment was entered on the docket, as to the parties `of`, or to all.

    `counts`, `happened_on` and `signed_on` are as in `OrderEntered`.
    """

    title: str = field(repr=False, validator=check_text)
    triggers: tuple[str, ...] = field(
        default=("judgment-entered",), validator=check_words, metadata=word("trigger")
    )
    number: str | None = field(default=None, repr=False, validator=optional(check_text))
    of: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    about: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
    label: Label | None = field(default=None, validator=optional(_label))
    counts: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("charge")
    )
    sequence: int | None = field(default=None, validator=optional(check_count))
    signed_on: date | None = field(default=None, validator=_not_after)
    documents: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("document")
    )


@frozen(kw_only=True)
class ProofOfServiceFiled(Event):
    """A proof of service was filed: of the `service`, an entry of the docket.

    `on` are the parties for whom it is a proof, all on whom it was served if they are
    left out; `server` is who served, as the proof says it; `served_on` and
    `method` are what the proof says of the day and the way. Where they are others than
    the service was recorded with, `service_of` says so: a deadline hangs on them.
    """

    service: str = field(validator=check_id, metadata=refers("event"))
    title: str = field(default="Proof of service", repr=False, validator=check_text)
    by: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    on: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    server: str | None = field(default=None, repr=False, validator=optional(check_text))
    served_on: date | None = field(default=None, validator=_not_after)
    method: str | None = field(
        default=None, validator=optional(check_word), metadata=word("method")
    )
    number: str | None = field(default=None, repr=False, validator=optional(check_text))
    label: Label | None = field(default=None, validator=optional(_label))
    sequence: int | None = field(default=None, validator=optional(check_count))
    entered_on: date | None = field(default=None, validator=_not_before)
    documents: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("document")
    )


@frozen(kw_only=True)
class ServiceQuashed(Event):
    """The court quashed a service: nothing runs from it."""

    entry_id: str = field(validator=check_id, metadata=refers("event"))
    by_order: Ref | None = field(default=None, validator=optional(_ref))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class EntryStruck(Event):
    """The court or its clerk struck what was filed; it is as if it never was."""

    entry_id: str = field(validator=check_id, metadata=refers("event"))
    by_order: Ref | None = field(default=None, validator=optional(_ref))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class OrderVacated(Event):
    """An order or a judgment was vacated or set aside."""

    entry_id: str = field(validator=check_id, metadata=refers("event"))
    by_order: Ref | None = field(default=None, validator=optional(_ref))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class EntrySealed(Event):
    """An entry was sealed: from now on it bears `label`, which opens it to nobody."""

    entry_id: str = field(validator=check_id, metadata=refers("event"))
    label: Label = field(validator=_label)


@frozen(kw_only=True)
class EntryUnsealed(Event):
    """An entry that was sealed is public again."""

    entry_id: str = field(validator=check_id, metadata=refers("event"))
    by_order: Ref | None = field(default=None, validator=optional(_ref))
