"""How events change the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.kernel.events.label import borne
from legalcase.model.notes.state import PRIVILEGED, Note

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.notes.events import NoteAdded

__all__ = ["added"]


def added(
    notes: Register[Note], event: NoteAdded, line: Recorded, _: Folded
) -> Register[Note]:
    """Return the notes with a new one."""
    note = Note(
        note_id=event.note_id,
        text=event.text,
        written_on=event.happened_on,
        label=borne(event.label, line.label, kind=PRIVILEGED),
        about=tuple(map(str, event.about)),
    )
    return notes.with_(note.note_id, note)
