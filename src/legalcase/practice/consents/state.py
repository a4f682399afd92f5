"""Consent: what may be shared with whom; and what was."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.dates import as_date
from legalcase.kernel.events.label import Label
from legalcase.kernel.register import Register
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["CONFIDED", "Consent", "Consents", "Shared"]

#: What a client agreed to with us.
CONFIDED: Final = Label(audience="client", ground="confidential")


@frozen(kw_only=True)
class Consent(PlainData):
    """To what a party agreed: sorts of information, things, recipients, until when."""

    consent_id: str
    given_by: str
    covers: tuple[str, ...]
    items: tuple[str, ...]
    recipients: tuple[str, ...]
    purpose: str = field(repr=False)
    given_on: date
    until_on: date | None = None
    revoked_on: date | None = None
    with_privileged: bool = False
    in_document: str | None = None
    label: Label

    def is_in_force(self, day: date) -> bool:
        """Whether it holds on a day: given, not over, not withdrawn."""
        as_date(day, "day")
        ends = [one for one in (self.until_on, self.revoked_on) if one is not None]
        return self.given_on <= day and all(day < one for one in ends)

    def is_of(self, *, sorts: Iterable[str] = (), items: Iterable[str] = ()) -> bool:
        """Whether it covers what has those sorts, or consists of those items.

        What is named twice, by its sort and by itself, is covered either way.
        """
        named, single = set(sorts), set(items)
        by_sort = bool(named) and named <= set(self.covers)
        return by_sort or (bool(single) and single <= set(self.items))

    @property
    def ends_on(self) -> date | None:
        """The first day on which it holds no longer, where that is known."""
        ends = [one for one in (self.until_on, self.revoked_on) if one is not None]
        return min(ends, default=None)


@frozen(kw_only=True)
class Shared(PlainData):
    """What of whom went to somebody outside, when, and under which consent."""

    sharing_id: str
    of: str
    recipient: str
    covers: tuple[str, ...]
    items: tuple[str, ...]
    consent_id: str | None
    purpose: str = field(repr=False)
    shared_on: date
    is_privileged: bool
    label: Label


@frozen(kw_only=True)
class Consents(PlainData):
    """The consents of a case, and what was shared."""

    given: Register[Consent]
    shared: Register[Shared]
