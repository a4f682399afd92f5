"""accept_suggestion, reject_suggestion: a named person decides, in one act.

They stand here, and not on the file: a file knows no room beside those of the core.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import fields

from legalcase.dates import own_day
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.checks import check_asked
from legalcase.kernel.events.event import Event, FencedEvent, UnknownEvent
from legalcase.kernel.events.inner import Supposed
from legalcase.kernel.folding.recording import Act
from legalcase.kernel.lines.recorded import Draft
from legalcase.model.documents.facet import DOCUMENTS
from legalcase.practice.suggestions.checking import stale_error
from legalcase.practice.suggestions.events import (
    SuggestionAccepted,
    SuggestionEdited,
    SuggestionRejected,
)
from legalcase.practice.suggestions.facet import SUGGESTIONS
from legalcase.practice.suggestions.handlers import SUGGESTION_CYCLE
from legalcase.practice.suggestions.standing import stale_because

if TYPE_CHECKING:
    from datetime import date, datetime

    from legalcase.kernel.events.label import Label
    from legalcase.law.lawbook import Law
    from legalcase.model.case_file import CaseFile
    from legalcase.practice.suggestions.state import Suggestion

__all__ = ["accept_suggestion", "edited_fields", "reject_suggestion"]


def accept_suggestion(  # noqa: PLR0913 - all keyword-only but the file and the id
    file: CaseFile,
    suggestion_id: str,
    *,
    by: str,
    at: datetime,
    edited: Event | None = None,
    on: date | None = None,
    label: Label | None = None,
    reason: str | None = None,
    command_id: str | None = None,
    law: Law | None = None,
) -> CaseFile:
    """Return the file after a person stood by a suggestion, with the event recorded.

    The event is recorded as it was suggested, or `edited` in its place; its line, and
    that of the decision, have the line of the suggestion as their cause. `by` decided
    at `at`, on the day `on` (that of `at`, if it is left out); `label` is that of the
    line of the event; `reason`, `command_id` and `law` are as in `CaseFile.record`.

    Raises `IllegalTransitionError` for a suggestion that is decided or stale,
    `InvalidValueError` where `by` is the program that suggested it, `InvalidTypeError`
    for an event that this program does not know, and whatever the case refuses of the
    event. Event and decision are recorded, or neither.
    """
    check_asked(file, "file", "case", "record")
    Act(by=by, at=at)  # refuses what names nobody, before anything else is asked
    found = file.case[SUGGESTIONS].suggestions[suggestion_id]
    event = _event(found, edited)
    decision = SuggestionAccepted if event == found.event else SuggestionEdited
    is_again = command_id is not None and any(
        line.command_id == command_id for line in file.log
    )
    if found.is_open:
        why = stale_because(found.source, file.case[DOCUMENTS])
        if why is not None:
            raise stale_error(found, why, decision.__name__)
    elif not is_again:
        raise SUGGESTION_CYCLE.refusal(decision, found.state, suggestion_id)
    event_id = found.recorded_as or f"{suggestion_id}/{file.case.version + 1}"
    decided_on = found.decided_on if is_again else on
    return file.record(
        Draft(event, event_id=event_id, cause=found.line_id, label=label),
        decision(
            suggestion_id=suggestion_id,
            event_id=event_id,
            happened_on=decided_on or on or own_day(at),
        ),
        by=by,
        at=at,
        reason=reason,
        cause=found.line_id,
        command_id=command_id,
        law=law,
    )


def _event(found: Suggestion, edited: object) -> Event:
    event: object = found.event if edited is None else edited
    if isinstance(event, UnknownEvent):
        msg = (
            f"The suggestion {found.suggestion_id!r} is of the kind {event.kind!r}, "
            "which this program does not know. Load the case with a model that has "
            "its room, or with a newer version of legalcase."
        )
        raise InvalidTypeError(msg, field="suggestion_id", value=found.suggestion_id)
    if not isinstance(event, Event):
        msg = (
            f"edited needs an event, not {type(event).__name__}. Pass what happened, "
            "or leave it out to record what was suggested."
        )
        raise InvalidTypeError(msg, field="edited", value=None)
    if isinstance(event, Supposed):
        msg = (
            f"edited is a {type(event).__name__}, which says nothing that happened. "
            "Pass what happened."
        )
        raise InvalidValueError(msg, field="edited", value=None)
    if isinstance(event, FencedEvent):
        msg = (
            f"edited is a {type(event).__name__} of a fenced room, of which nothing "
            "stands anywhere else. Record it by itself."
        )
        raise InvalidValueError(msg, field="edited", value=None)
    return event


def reject_suggestion(
    file: CaseFile,
    suggestion_id: str,
    *,
    by: str,
    at: datetime,
    ground: str,
    on: date | None = None,
    reason: str | None = None,
    command_id: str | None = None,
) -> CaseFile:
    """Return the file after a person did not stand by a suggestion, stale or not.

    Raises `IllegalTransitionError` for one that is decided, `InvalidValueError` where
    `by` is the program that suggested it.
    """
    check_asked(file, "file", "case", "record")
    Act(by=by, at=at)  # as above
    found = file.case[SUGGESTIONS].suggestions[suggestion_id]
    return file.record(
        SuggestionRejected(
            suggestion_id=suggestion_id, ground=ground, happened_on=on or own_day(at)
        ),
        by=by,
        at=at,
        reason=reason,
        cause=found.line_id,
        command_id=command_id,
    )


def edited_fields(file: CaseFile, suggestion_id: str) -> tuple[str, ...]:
    """Return the fields in which the recorded event differs from the suggested one.

    Empty where it was accepted as it was, and where nothing was recorded;
    ``("kind",)`` where it is of another kind. What was corrected since is not looked
    at. Raises `UnknownNameError` for a line that is not there.
    """
    check_asked(file, "file", "case", "record")
    found = file.case[SUGGESTIONS].suggestions[suggestion_id]
    if found.recorded_as is None:
        return ()
    event: Any = file.line(found.recorded_as).event
    if type(event) is not type(found.event):
        return ("kind",)
    return tuple(
        each.name
        for each in fields(type(event))
        if getattr(event, each.name) != getattr(found.event, each.name)
    )
