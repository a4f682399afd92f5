"""What can happen in a mediation: all of it behind the fence."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.errors import ConflictingInputError, MissingInputError
from legalcase.kernel.checks import (
    check_date,
    check_end,
    check_id,
    check_ids,
    check_kind,
    check_some,
    check_text,
    check_truth,
    check_words,
    one_of,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import FencedEvent
from legalcase.kernel.events.ref import Ref, names, refers

__all__ = [
    "MediationBegun",
    "MediationEnded",
    "MediationNoteTaken",
    "MediationProposalAnswered",
    "MediationProposalMade",
    "MediationSessionHeld",
    "MediationSessionNotHeld",
    "MediationSessionSet",
]

_ANSWERS: Final = ("accepted", "rejected", "countered")
_OUTCOMES: Final = ("agreement", "partial", "no-agreement")
_event = optional(check_kind(Ref, "Pass Ref('event', …)."))


@frozen(kw_only=True)
class MediationBegun(FencedEvent):
    """Parties go to mediation, by order or because they agreed to.

    `mediator` is an id, `domains` are words for what it is about (``"custody"``,
    ``"property"``), and `confidentiality` the id of the rule by which it is kept.
    `is_separate` says that the mediator meets the parties apart.
    """

    mediation_id: str = field(
        validator=check_id, metadata=names("practice-fenced/mediation")
    )
    mediator: str = field(validator=check_id)
    parties: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("party")
    )
    arose: str = field(default="agreed", validator=one_of(("ordered", "agreed")))
    by_order: Ref | None = field(default=None, validator=_event)
    is_separate: bool = field(default=False, validator=check_truth)
    domains: tuple[str, ...] = field(validator=check_some(check_words))
    confidentiality: str = field(validator=check_id)


@frozen(kw_only=True)
class MediationSessionSet(FencedEvent):
    """A session was set: on the day of a hearing of the case, or on a day of its own.

    The hearing is that under which calendars keep the day free. What it is called
    there says nothing of the mediation.
    """

    session_id: str = field(
        validator=check_id, metadata=names("practice-fenced/mediation-session")
    )
    mediation_id: str = field(
        validator=check_id, metadata=refers("practice-fenced/mediation")
    )
    hearing_id: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("hearing")
    )
    day: date | None = field(default=None, validator=optional(check_date))

    def __attrs_post_init__(self) -> None:
        """Refuse a session with two days, and one with none."""
        if self.hearing_id is None and self.day is None:
            msg = (
                f"The session {self.session_id!r} has no day. Pass hearing_id=, so "
                "that calendars know that it is taken, or day=."
            )
            raise MissingInputError(msg, field="day", value=None)
        if self.hearing_id is not None and self.day is not None:
            msg = (
                f"The session {self.session_id!r} has a hearing and a day, which can "
                "be two days. Pass hearing_id= alone: its day moves."
            )
            raise ConflictingInputError(msg, field="day", value=None)


@frozen(kw_only=True)
class MediationSessionHeld(FencedEvent):
    """A session took place: which parties were there, and who else."""

    session_id: str = field(
        validator=check_id, metadata=refers("practice-fenced/mediation-session")
    )
    attended: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    with_others: tuple[str, ...] = field(
        default=(), repr=False, validator=tuple_of(str)
    )


@frozen(kw_only=True)
class MediationSessionNotHeld(FencedEvent):
    """A session did not take place, and why."""

    session_id: str = field(
        validator=check_id, metadata=refers("practice-fenced/mediation-session")
    )
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class MediationProposalMade(FencedEvent):
    """Something was proposed: by a party, or by the mediator where none is named."""

    proposal_id: str = field(
        validator=check_id, metadata=names("practice-fenced/mediation-proposal")
    )
    mediation_id: str = field(
        validator=check_id, metadata=refers("practice-fenced/mediation")
    )
    session_id: str | None = field(
        default=None,
        validator=optional(check_id),
        metadata=refers("practice-fenced/mediation-session"),
    )
    by_party: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("party")
    )
    terms: str = field(repr=False, validator=check_text)
    in_document: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )
    open_until: date | None = field(default=None, validator=check_end)


@frozen(kw_only=True)
class MediationProposalAnswered(FencedEvent):
    """A proposal was accepted, rejected or countered, in what words."""

    proposal_id: str = field(
        validator=check_id, metadata=refers("practice-fenced/mediation-proposal")
    )
    answer: str = field(validator=one_of(_ANSWERS))
    by_party: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("party")
    )
    text: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class MediationNoteTaken(FencedEvent):
    """One of ours noted something in a mediation."""

    note_id: str = field(
        validator=check_id, metadata=names("practice-fenced/mediation-note")
    )
    mediation_id: str = field(
        validator=check_id, metadata=refers("practice-fenced/mediation")
    )
    session_id: str | None = field(
        default=None,
        validator=optional(check_id),
        metadata=refers("practice-fenced/mediation-session"),
    )
    text: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class MediationEnded(FencedEvent):
    """A mediation is over: with an agreement, a partial one, or none.

    What was agreed is an agreement of the case of its own, in its own document: this
    is only how the mediation ended.
    """

    mediation_id: str = field(
        validator=check_id, metadata=refers("practice-fenced/mediation")
    )
    outcome: str = field(validator=one_of(_OUTCOMES))
    in_document: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
