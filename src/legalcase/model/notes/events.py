"""What can happen to the notes of a case."""

from __future__ import annotations

from attrs import field, frozen

from legalcase.kernel.checks import check_id, check_kind, check_text, optional, tuple_of
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names

__all__ = ["NoteAdded"]


@frozen(kw_only=True)
class NoteAdded(Event):
    """A note was written; privileged unless `label` says otherwise."""

    note_id: str = field(validator=check_id, metadata=names("note"))
    text: str = field(repr=False, validator=check_text)
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )
    about: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
