"""COMMUNICATIONS: the room of what passes between us and people, as a table."""

from __future__ import annotations

from typing import Final

from legalcase.kernel.register import Register
from legalcase.kernel.rooms.facet import Facet, Row, Tracked
from legalcase.practice.communications import handlers
from legalcase.practice.communications.events import (
    CadenceAgreed,
    Communicated,
    ContactPreferenceSet,
    ReplyGiven,
    ReplyWaived,
    StatusAgreed,
)
from legalcase.practice.communications.expected import (
    ExpectationAcknowledged,
    ExpectationDropped,
    ExpectationMet,
    ExpectationStated,
)
from legalcase.practice.communications.state import (
    FOR_CLIENT,
    PRIVILEGED,
    Communications,
)
from legalcase.practice.in_order import NotBefore

__all__ = ["COMMUNICATIONS"]

_said = NotBefore(within="said", named_by="communication_id", since="happened_on")
_stated = NotBefore(within="expectations", named_by="expectation_id", since="stated_on")

_moved = handlers.moved


COMMUNICATIONS: Final[Facet[Communications]] = Facet(
    name="practice/communications",
    first=Communications(
        said=Register("communication"),
        cadences=Register("cadence"),
        preferences=Register("contact preference"),
        statuses=Register("agreed status"),
        expectations=Register("expectation"),
    ),
    rows=(
        Row(
            Communicated,
            "practice/communicated",
            1,
            handlers.communicated,
            label=PRIVILEGED,
        ),
        Row(
            ReplyGiven,
            "practice/reply-given",
            1,
            handlers.replied,
            check=_said,
            label=PRIVILEGED,
        ),
        Row(
            ReplyWaived,
            "practice/reply-waived",
            1,
            handlers.replied,
            check=_said,
            label=PRIVILEGED,
        ),
        Row(
            CadenceAgreed,
            "practice/cadence-agreed",
            1,
            handlers.cadence,
            label=FOR_CLIENT,
        ),
        Row(
            ContactPreferenceSet,
            "practice/contact-preference-set",
            1,
            handlers.preferred,
            label=PRIVILEGED,
        ),
        Row(
            StatusAgreed,
            "practice/status-agreed",
            1,
            handlers.status,
            label=FOR_CLIENT,
        ),
        Row(
            ExpectationStated,
            "practice/expectation-stated",
            1,
            handlers.expected,
            label=FOR_CLIENT,
        ),
        Row(
            ExpectationAcknowledged,
            "practice/expectation-acknowledged",
            1,
            _moved,
            check=_stated,
            label=FOR_CLIENT,
        ),
        Row(
            ExpectationMet,
            "practice/expectation-met",
            1,
            _moved,
            check=_stated,
            label=FOR_CLIENT,
        ),
        Row(
            ExpectationDropped,
            "practice/expectation-dropped",
            1,
            _moved,
            check=_stated,
            label=FOR_CLIENT,
        ),
    ),
    tracks=(Tracked(handlers.EXPECTATION_CYCLE, handlers.expectations),),
)
