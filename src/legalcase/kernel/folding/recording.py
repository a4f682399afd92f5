"""How events become the lines of one act, and what only a new line has to pass."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from legalcase.dates import own_day
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.checks import check_instant, check_text
from legalcase.kernel.events.event import Event, UnknownEvent
from legalcase.kernel.events.ids import Ids, uuid7
from legalcase.kernel.folding.step import follows
from legalcase.kernel.lines.correction import CORRECTED, RETRACTED, Corrected, Retracted
from legalcase.kernel.lines.recorded import Draft, Recorded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.rooms.model import Model

__all__ = ["Act", "check_day", "lines_of", "recorded"]


@frozen(kw_only=True)
class Act:
    """What the lines of one act have in common."""

    # Refused here by the names of the arguments, before an id is made of the instant.
    by: str = field(validator=check_text)
    at: datetime = field(validator=check_instant)
    on_behalf_of: str | None = None
    reason: str | None = None
    cause: str | None = None
    command_id: str | None = None
    ids: Ids = uuid7


def lines_of(
    model: Model,
    stream: str,
    number: int,
    events: Iterable[Event | Draft | Corrected | Retracted],
    act: Act,
) -> tuple[Recorded, ...]:
    """Return the lines of an act, the first one after the line `number`."""
    lines = []
    for each in events:
        number += 1
        draft = each if isinstance(each, Draft) else None
        event: Any = each.event if isinstance(each, Draft) else each
        kind, schema, ancillary = _kind(model, event)
        event_id = (draft and draft.event_id) or act.ids(act.at)
        # The event because of which an act is done can be one of its own: no line is
        # its own cause.
        of_act = None if act.cause == event_id else act.cause
        lines.append(
            Recorded(
                stream=stream,
                number=number,
                event_id=event_id,
                kind=kind,
                schema=schema,
                recorded_at=act.at,
                actor=act.by,
                on_behalf_of=act.on_behalf_of,
                reason=act.reason,
                cause=(draft and draft.cause) or of_act,
                command_id=act.command_id,
                label=None if draft is None else draft.label,
                ancillary=ancillary,
                event=event,
            )
        )
    return tuple(lines)


def _kind(model: Model, event: object) -> tuple[str, int, bool]:
    if isinstance(event, Corrected):
        # Who may pass over a line may pass over what is put in its place.
        return CORRECTED, 1, _kind(model, event.event)[2]
    if isinstance(event, Retracted):
        return RETRACTED, 1, False
    if not isinstance(event, Event):
        what = (
            "an event of an unknown kind"
            if isinstance(event, UnknownEvent)
            else (type(event).__name__)
        )
        msg = (
            f"What is recorded is an event, not {what}. Pass what happened: "
            "Filed(title=…, happened_on=…), say."
        )
        raise InvalidTypeError(msg, field="events", value=None)
    row = model.row_of(type(event))
    return row.kind, row.schema, row.ancillary or "/" in row.kind


def recorded(folded: Folded, line: Recorded) -> Folded:
    """Fold a new line, after the checks that only a new line has to pass."""
    check_day(line)
    after = follows(folded, line)
    row = folded.model.row_of(type(line.event))
    if row.check is not None:
        owner = next(facet.name for facet in folded.model.facets if row in facet.rows)
        row.check(folded.state(owner), line.event, line, folded)
    return after


def check_day(line: Recorded) -> None:
    """Refuse what would have happened after it was recorded: mostly a wrong year."""
    event = line.event
    if isinstance(event, Corrected):
        event = event.event
    # By the clock of another zone it can be tomorrow already.
    latest = own_day(line.recorded_at) + timedelta(days=1)
    if isinstance(event, Event) and event.happened_on > latest:
        msg = (
            f"{type(event).__name__} would have happened on {event.happened_on}, after "
            f"it was recorded ({own_day(line.recorded_at)}), which cannot be. Check "
            "the year of happened_on."
        )
        raise InvalidValueError(msg, field="happened_on", value=None)
