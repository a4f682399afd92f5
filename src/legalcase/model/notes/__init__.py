"""Notes: what stands in our own file of a case."""

from legalcase.model.notes.events import (
    NoteAdded,
)
from legalcase.model.notes.facet import (
    NOTES,
)
from legalcase.model.notes.state import (
    Note,
)

__all__ = [
    "NOTES",
    "Note",
    "NoteAdded",
]
