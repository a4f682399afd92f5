"""What can happen to what is kept back: it is claimed, and the claim ends."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_kind,
    check_text,
    check_word,
    one_of,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names, refers

__all__ = ["DisclosureWithheld", "WithholdingEnded"]

_ENDS: Final = ("upheld", "overruled", "withdrawn", "produced")


@frozen(kw_only=True)
class DisclosureWithheld(Event):
    """Something is kept back under a claim: a line of the privilege log.

    `claim` is a word (``"attorney-client"``, ``"work-product"``), `sort` says what sort
    of thing it is (``"letters"``), `dated_on` of which day; `described` is what the log
    says of it, never what stands in it.
    """

    withholding_id: str = field(
        validator=check_id, metadata=names("practice/withholding")
    )
    duty_id: str = field(
        validator=check_id, metadata=refers("practice/disclosure-duty")
    )
    item: str = field(validator=check_word)
    claim: str = field(validator=check_word)
    sort: str = field(validator=check_word)
    dated_on: date | None = field(default=None, validator=optional(check_date))
    document_id: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )
    described: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )


@frozen(kw_only=True)
class WithholdingEnded(Event):
    """The claim to keep something back was upheld, overruled, or given up.

    What was upheld need not be disclosed; what was overruled or given up is owed, until
    it is produced.
    """

    withholding_id: str = field(
        validator=check_id, metadata=refers("practice/withholding")
    )
    way: str = field(validator=one_of(_ENDS))
    by_event: Ref | None = field(
        default=None, validator=optional(check_kind(Ref, "Pass Ref('event', …)."))
    )
