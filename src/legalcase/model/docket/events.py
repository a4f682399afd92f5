"""What happens on the docket: filings, service, orders, judgments."""

from __future__ import annotations

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_id,
    check_ids,
    check_kind,
    check_text,
    check_word,
    check_words,
    optional,
    tuple_of,
)
from legalcase.kernel.event import Event
from legalcase.kernel.label import Label
from legalcase.kernel.ref import Ref, refers
from legalcase.kernel.words import word

__all__ = [
    "EntrySealed",
    "EntryStruck",
    "EntryUnsealed",
    "Filed",
    "JudgmentEntered",
    "OrderEntered",
    "OrderVacated",
    "Served",
]

_label = check_kind(Label, "Pass Label(audience=…).")
_ref = check_kind(Ref, "Pass Ref('event', …).")


@frozen(kw_only=True)
class Filed(Event):
    """A paper was filed, by the parties `by`, under a docket number if known.

    `triggers` are words of the law's vocabulary (``"complaint-filed"``).
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


@frozen(kw_only=True)
class Served(Event):
    """A paper was served on the parties `on`; `method` is a word of the vocabulary."""

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


@frozen(kw_only=True)
class OrderEntered(Event):
    """An order was entered on the docket, as to the parties `of`, or to all."""

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


@frozen(kw_only=True)
class JudgmentEntered(Event):
    """A judgment was entered on the docket, as to the parties `of`, or to all."""

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
    """An entry was sealed: from now on it bears `label`."""

    entry_id: str = field(validator=check_id, metadata=refers("event"))
    label: Label = field(validator=_label)


@frozen(kw_only=True)
class EntryUnsealed(Event):
    """An entry that was sealed is public again."""

    entry_id: str = field(validator=check_id, metadata=refers("event"))
    by_order: Ref | None = field(default=None, validator=optional(_ref))
