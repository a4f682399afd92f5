"""Whether what is new in a mediation goes together; a log that is read is not asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import InvalidValueError
from legalcase.practice.in_order import NotBefore

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.practice.settlement.mediation.events import (
        MediationNoteTaken,
        MediationProposalMade,
        MediationSessionHeld,
        MediationSessionSet,
    )
    from legalcase.practice.settlement.mediation.state import Mediations

__all__ = ["SINCE", "check_held", "check_note", "check_proposal", "check_session"]

#: Nothing happens in a mediation before it began.
SINCE: Final = NotBefore(within="mediations", named_by="mediation_id", since="began_on")
_SET: Final = NotBefore(within="sessions", named_by="session_id", since="set_on")


def check_session(
    room: Mediations, event: MediationSessionSet, line: Recorded, folded: Folded
) -> None:
    """Refuse a session that is set outside its mediation."""
    SINCE(room, event, line, folded)
    _check_end(room, event, event.mediation_id)


def check_held(
    room: Mediations, event: MediationSessionHeld, line: Recorded, folded: Folded
) -> None:
    """Refuse a session that is held before it was set, or when all is over."""
    _SET(room, event, line, folded)
    _check_end(room, event, room.sessions[event.session_id].mediation_id)


def check_proposal(
    room: Mediations, event: MediationProposalMade, line: Recorded, folded: Folded
) -> None:
    """Refuse a proposal outside its mediation, or in a session of another."""
    check_note(room, event, line, folded)
    _check_end(room, event, event.mediation_id)


def check_note(
    room: Mediations,
    event: MediationNoteTaken | MediationProposalMade,
    line: Recorded,
    folded: Folded,
) -> None:
    """Refuse what would stand in a session of another mediation.

    A note can be taken when the mediation is over.
    """
    SINCE(room, event, line, folded)
    if event.session_id is None:
        return
    session = room.sessions[event.session_id]
    if session.mediation_id != event.mediation_id:
        msg = (
            f"The session {event.session_id!r} is one of the mediation "
            f"{session.mediation_id!r}, and not of {event.mediation_id!r}. Name a "
            "session of the same mediation, or leave it out."
        )
        raise InvalidValueError(msg, field="session_id", value=event.session_id)


def _check_end(room: Mediations, event: Any, mediation_id: str) -> None:  # noqa: ANN401 - of any step
    ended = room.mediations[mediation_id].ended_on
    if ended is not None and event.happened_on > ended:
        msg = (
            f"{type(event).__name__} would have happened on {event.happened_on}, and "
            f"the mediation {mediation_id!r} ended on {ended}. Check happened_on, or "
            "record MediationBegun of another mediation."
        )
        raise InvalidValueError(msg, field="happened_on", value=event.happened_on)
