"""NOTES: the room of our own notes, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row
from legalcase.model.notes import handlers
from legalcase.model.notes.events import NoteAdded
from legalcase.model.notes.state import PRIVILEGED, Note

__all__ = ["NOTES"]

NOTES: Final[Facet[Register[Note]]] = Facet(
    name="notes",
    first=Register("note"),
    rows=(Row(NoteAdded, "note-added", 2, handlers.added, label=PRIVILEGED),),
)
