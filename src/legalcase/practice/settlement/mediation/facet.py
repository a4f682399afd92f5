"""MEDIATION: the fenced room of what is said in mediation, as a table."""

from __future__ import annotations

from typing import Any, Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.practice.in_order import NotBefore
from legalcase.practice.settlement.mediation import checking, handlers
from legalcase.practice.settlement.mediation.events import (
    MediationBegun,
    MediationEnded,
    MediationNoteTaken,
    MediationProposalAnswered,
    MediationProposalMade,
    MediationSessionHeld,
    MediationSessionNotHeld,
    MediationSessionSet,
)
from legalcase.practice.settlement.mediation.state import MEDIATED, Mediations

__all__ = ["MEDIATION"]

_made = NotBefore(within="proposals", named_by="proposal_id", since="made_on")
_set = NotBefore(within="sessions", named_by="session_id", since="set_on")


def _row(event: type, kind: str, handler: Any, check: Any = None) -> Row:  # noqa: ANN401 - of any event
    """Return the row of something behind the fence."""
    return Row(
        event, f"practice-fenced/{kind}", 1, handler, check=check, label=MEDIATED
    )


MEDIATION: Final[Facet[Mediations]] = Facet(
    name="practice-fenced/mediation",
    first=Mediations(
        mediations=Register("mediation"),
        sessions=Register("mediation session"),
        proposals=Register("mediation proposal"),
        notes=Register("mediation note"),
    ),
    rows=(
        _row(MediationBegun, "mediation-begun", handlers.begun),
        _row(
            MediationSessionSet,
            "mediation-session-set",
            handlers.session_set,
            checking.check_session,
        ),
        _row(
            MediationSessionHeld,
            "mediation-session-held",
            handlers.session_over,
            checking.check_held,
        ),
        _row(
            MediationSessionNotHeld,
            "mediation-session-not-held",
            handlers.session_over,
            _set,
        ),
        _row(
            MediationProposalMade,
            "mediation-proposal-made",
            handlers.proposed,
            checking.check_proposal,
        ),
        _row(
            MediationProposalAnswered,
            "mediation-proposal-answered",
            handlers.answered,
            _made,
        ),
        _row(
            MediationNoteTaken,
            "mediation-note-taken",
            handlers.noted,
            checking.check_note,
        ),
        _row(MediationEnded, "mediation-ended", handlers.ended, checking.SINCE),
    ),
    tracks=(
        Tracked(handlers.MEDIATION_CYCLE, handlers.mediations),
        Tracked(handlers.SESSION_CYCLE, handlers.sessions),
        Tracked(handlers.PROPOSAL_CYCLE, handlers.proposals),
    ),
)
