"""Entries of the docket: as the caller reads them, or else as what they are, texts."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from attrs import evolve, field, frozen

from legalcase.errors import InvalidTypeError
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.lines.recorded import Draft
from legalcase.model.notes.events import NoteAdded
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from legalcase.interop.courtlistener.source import Place, Source

__all__ = ["SourceEntry", "draft_of", "entries_of"]

_SEALED: Final = (
    "the document is sealed, and the entry bears no label: look at it, and record "
    "EntrySealed(…) for an entry that is sealed itself"
)


@frozen(kw_only=True)
class SourceEntry(PlainData):
    """An entry of a docket as the source has it, for whoever says what it is.

    `filed_on` is the court's day, `filed_at` the instant where the source has an hour
    and the court one zone. `source_id` is the service's number of the entry, `path`
    where it stands in what was given, `event_id` the id that its event gets.
    """

    source_id: int
    path: str
    event_id: str
    number: str | None
    filed_on: date
    filed_at: datetime | None
    text: str = field(repr=False)

    @property
    def note_id(self) -> str:
        """The id of the note that it becomes where nobody says what it is."""
        return f"cl-entry-{self.source_id}"


def entries_of(
    source: Source,
    places: tuple[Place, ...],
    *,
    case_id: str,
    docket: int | None,
    zone: str | None,
) -> Iterator[tuple[SourceEntry, Place]]:
    """Yield the entries of the docket that have an id and a day, and their places."""
    for place in places:
        number, day = place.id_of("id"), place.day("date_filed")
        hour = place.hour("time_filed")
        text = place.text("description")
        entry = place.value.get("entry_number")
        if entry is not None and (type(entry) is not int or entry < 0):
            source.problem(place.at("entry_number"), "a whole number is wanted")
        if docket is not None and place.id_of("docket") not in (None, docket):
            source.drop(place.path, "the entry is of another docket")
        elif number is None or day is None:
            source.drop(place.path, "the entry has no id, or no day")
        else:
            at = None
            if hour is not None and zone is not None:
                at = datetime.combine(day, hour, ZoneInfo(zone))
            one = SourceEntry(
                source_id=number,
                path=place.path,
                event_id=f"{case_id}/cl-entry-{number}",
                number=None if entry is None else str(entry),
                filed_on=day,
                filed_at=at,
                text=text or "",
            )
            yield one, place


def draft_of(
    entry: SourceEntry,
    place: Place,
    classify: Callable[[SourceEntry], Event | Draft | None] | None,
) -> tuple[Draft, bool]:
    """Return what is recorded of an entry, and whether the caller said what it is.

    Nothing in the data says whether an entry is a filing, an order or a remark of the
    clerk, and its text is not read: an entry of which nobody said it becomes a public
    note, from which nothing runs.
    """
    for document in place.objects("recap_documents"):
        if document.value.get("is_sealed"):
            document.leave("is_sealed", _SEALED)
    found = None if classify is None else classify(entry)
    if found is not None:
        return _classified(entry, place, found), True
    head = f"Docket entry {entry.number}" if entry.number else "Docket entry"
    note = NoteAdded(
        note_id=entry.note_id,
        text=f"{head}: {entry.text}" if entry.text else f"{head} (without text)",
        label=Label(audience="public"),
        happened_on=entry.filed_on,
    )
    place.use("id", "date_filed", "entry_number", "description")
    if place.value.get("time_filed") is not None:
        place.leave("time_filed", "a note has no hour")
    return Draft(note), False


def _classified(entry: SourceEntry, place: Place, found: object) -> Draft:
    draft = Draft(found) if isinstance(found, Event) else found
    if not isinstance(draft, Draft):
        msg = (
            f"classify= returned {type(found).__name__} for an entry. Return an event "
            "such as Filed(…), a Draft of one, or None."
        )
        raise InvalidTypeError(msg, field="classify", value=None)
    event = draft.event
    place.use("id")
    said = {
        "date_filed": event.happened_on == entry.filed_on,
        "time_filed": entry.filed_at is not None
        and event.happened_at == entry.filed_at,
        "entry_number": getattr(event, "number", None) == entry.number,
        "description": bool(entry.text) and getattr(event, "title", "") == entry.text,
    }
    for key, is_said in said.items():
        if is_said:
            place.use(key)
        elif place.value.get(key) is not None:
            place.leave(key, "the event that classify= gave says otherwise")
    return evolve(draft, event_id=draft.event_id or entry.event_id)
