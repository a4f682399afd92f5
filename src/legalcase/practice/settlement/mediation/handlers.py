"""How events change the mediations of a case, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.practice.settlement.mediation.events import (
    MediationBegun,
    MediationEnded,
    MediationProposalAnswered,
    MediationProposalMade,
    MediationSessionHeld,
    MediationSessionNotHeld,
    MediationSessionSet,
)
from legalcase.practice.settlement.mediation.state import (
    Mediation,
    MediationNote,
    MediationProposal,
    Mediations,
    MediationSession,
    kept_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.practice.settlement.mediation.events import MediationNoteTaken

__all__ = [
    "MEDIATION_CYCLE",
    "PROPOSAL_CYCLE",
    "SESSION_CYCLE",
    "answered",
    "begun",
    "ended",
    "mediations",
    "noted",
    "proposals",
    "proposed",
    "session_over",
    "session_set",
    "sessions",
]

#: Where a mediation can stand.
MEDIATION_CYCLE: Final = Lifecycle(
    noun="mediation",
    first="none",
    moves=(
        Move(MediationBegun, ("none",), "under-way"),
        Move(MediationEnded, ("under-way",), "ended"),
    ),
)
#: Where a session can stand.
SESSION_CYCLE: Final = Lifecycle(
    noun="mediation-session",
    first="none",
    moves=(
        Move(MediationSessionSet, ("none",), "set"),
        Move(MediationSessionHeld, ("set",), "held"),
        Move(MediationSessionNotHeld, ("set",), "not-held"),
    ),
)
#: Where a proposal can stand.
PROPOSAL_CYCLE: Final = Lifecycle(
    noun="mediation-proposal",
    first="none",
    moves=(
        Move(MediationProposalMade, ("none",), "open"),
        Move(MediationProposalAnswered, ("open",), "accepted", when="it is accepted"),
        Move(MediationProposalAnswered, ("open",), "rejected", when="it is rejected"),
        Move(MediationProposalAnswered, ("open",), "countered", when="it is countered"),
    ),
)


def _place(one: Mediation) -> str:
    return "under-way" if one.outcome is None else "ended"


def mediations(room: Mediations) -> Iterator[tuple[str, str]]:
    """Yield where each mediation stands."""
    for one in room.mediations:
        yield one.mediation_id, _place(one)


def sessions(room: Mediations) -> Iterator[tuple[str, str]]:
    """Yield where each session stands."""
    for one in room.sessions:
        yield one.session_id, one.state


def proposals(room: Mediations) -> Iterator[tuple[str, str]]:
    """Yield where each proposal stands."""
    for one in room.proposals:
        yield one.proposal_id, one.state


def begun(
    room: Mediations, event: MediationBegun, line: Recorded, _: Folded
) -> Mediations:
    """Return the room with a further mediation."""
    one = Mediation(
        mediation_id=event.mediation_id,
        mediator=event.mediator,
        parties=event.parties,
        arose=event.arose,
        by_order=None if event.by_order is None else str(event.by_order),
        is_separate=event.is_separate,
        domains=event.domains,
        confidentiality=event.confidentiality,
        began_on=event.happened_on,
        label=kept_in(line.label),
    )
    return evolve(room, mediations=room.mediations.with_(one.mediation_id, one))


def ended(
    room: Mediations, event: MediationEnded, line: Recorded, _: Folded
) -> Mediations:
    """Return the room where a mediation is over."""
    one = room.mediations[event.mediation_id]
    MEDIATION_CYCLE.after(type(event), _place(one), one.mediation_id)
    kept = evolve(
        one,
        outcome=event.outcome,
        ended_on=event.happened_on,
        in_document=event.in_document,
        ground=event.ground,
        label=kept_in(one.label, line.label),
    )
    return evolve(room, mediations=room.mediations.with_(kept.mediation_id, kept))


def session_set(
    room: Mediations, event: MediationSessionSet, line: Recorded, _: Folded
) -> Mediations:
    """Return the room with a further session."""
    one = MediationSession(
        session_id=event.session_id,
        mediation_id=event.mediation_id,
        hearing_id=event.hearing_id,
        day=event.day,
        set_on=event.happened_on,
        label=kept_in(line.label),
    )
    return evolve(room, sessions=room.sessions.with_(one.session_id, one))


def session_over(
    room: Mediations,
    event: MediationSessionHeld | MediationSessionNotHeld,
    line: Recorded,
    _: Folded,
) -> Mediations:
    """Return the room where a session was held, or was not."""
    one = room.sessions[event.session_id]
    kept = evolve(
        one,
        state=SESSION_CYCLE.after(type(event), one.state, one.session_id),
        attended=getattr(event, "attended", ()),
        with_others=getattr(event, "with_others", ()),
        ground=getattr(event, "ground", None),
        label=kept_in(one.label, line.label),
    )
    return evolve(room, sessions=room.sessions.with_(kept.session_id, kept))


def proposed(
    room: Mediations, event: MediationProposalMade, line: Recorded, _: Folded
) -> Mediations:
    """Return the room with a further proposal."""
    one = MediationProposal(
        proposal_id=event.proposal_id,
        mediation_id=event.mediation_id,
        session_id=event.session_id,
        by_party=event.by_party,
        terms=event.terms,
        in_document=event.in_document,
        made_on=event.happened_on,
        open_until=event.open_until,
        label=kept_in(line.label),
    )
    return evolve(room, proposals=room.proposals.with_(one.proposal_id, one))


def answered(
    room: Mediations, event: MediationProposalAnswered, line: Recorded, _: Folded
) -> Mediations:
    """Return the room where a proposal was answered."""
    one = room.proposals[event.proposal_id]
    PROPOSAL_CYCLE.after(type(event), one.state, one.proposal_id)
    kept = evolve(
        one,
        state=event.answer,
        answered_by=event.by_party,
        answer=event.text,
        label=kept_in(one.label, line.label),
    )
    return evolve(room, proposals=room.proposals.with_(kept.proposal_id, kept))


def noted(
    room: Mediations, event: MediationNoteTaken, line: Recorded, _: Folded
) -> Mediations:
    """Return the room with a further note."""
    one = MediationNote(
        note_id=event.note_id,
        mediation_id=event.mediation_id,
        session_id=event.session_id,
        text=event.text,
        noted_on=event.happened_on,
        label=kept_in(line.label),
    )
    return evolve(room, notes=room.notes.with_(one.note_id, one))
