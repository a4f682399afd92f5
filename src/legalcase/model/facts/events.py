"""What can happen to the facts of a case: one was established."""

from __future__ import annotations

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_ids,
    check_kind,
    check_text,
    check_word,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, refers
from legalcase.kernel.events.words import word

__all__ = ["FactEstablished"]


@frozen(kw_only=True)
class FactEstablished(Event):
    """A fact on which a deadline can depend is known: its word, and the answer.

    `of` are the parties of whom it is true; without any it is one of the whole case.
    `ground` says how it is known, `by_order` refers to the order that says so. A later
    one takes the place of an earlier one of the same parties.
    """

    fact: str = field(validator=check_word, metadata=word("fact"))
    answer: str = field(validator=check_text)
    of: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
    by_order: Ref | None = field(
        default=None, validator=optional(check_kind(Ref, "Pass Ref('event', …)."))
    )
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )
