"""fields_room: the room that a declaration of fields makes."""

from __future__ import annotations

from functools import lru_cache

from legalcase.kernel.rooms.facet import Facet, Row
from legalcase.model.fields import handlers
from legalcase.model.fields.declaration import declaration_of
from legalcase.model.fields.events import event_of
from legalcase.model.fields.newer import check_newer
from legalcase.model.fields.state import Fields

__all__ = ["fields_room"]


def fields_room(text: str, *, replaces: str | None = None) -> Facet[Fields]:
    """Return the room of the fields that a text in TOML declares.

    The same text makes the same room. It owns one kind of events, the room's name with
    ``-set``, whose class is ``room.rows[0].event`` and whose schema is the version.
    `replaces` is the text of an older version: what that recorded must still be read.

    Raises `DeclarationError` with all problems of the text at once.
    """
    # What is no text is refused before it is looked for among what was made.
    declared = declaration_of(text)
    if replaces is not None:
        check_newer(declared, declaration_of(replaces))
    return _room(text)


@lru_cache(maxsize=128)
def _room(text: str) -> Facet[Fields]:
    kind = event_of(text)
    declared = kind.DECLARED
    row = Row(
        kind,
        f"{declared.room}-set",
        declared.version,
        handlers.said,
        handlers.check_said,
        label=declared.label,
        ancillary=True,
        since=1,
    )
    names = tuple(each.name for each in declared.fields)
    return Facet(
        name=declared.room,
        first=Fields(room=declared.room, names=names),
        rows=(row,),
        made_of=(_room, (text,)),
    )
