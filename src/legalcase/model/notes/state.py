"""Note: what stands in our own file."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.plain_data import PlainData

__all__ = ["PRIVILEGED", "Note"]

#: What our own texts bear unless somebody says otherwise.
PRIVILEGED: Final = Label(audience="firm", ground="privileged")


@frozen(kw_only=True)
class Note(PlainData):
    """A note in our own file; `about` says of what, by noun and id."""

    note_id: str
    text: str = field(repr=False)
    written_on: date
    label: Label
    about: tuple[str, ...] = ()
