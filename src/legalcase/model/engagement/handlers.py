"""How events change the engagement, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import IllegalTransitionError
from legalcase.kernel.events.label import stricter
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.engagement.events import (
    ConflictReviewBegun,
    ConflictReviewCleared,
    Engaged,
    EngagementClosed,
    EngagementClosingBegun,
    EngagementDeclined,
    EngagementOpened,
    EngagementPutOnHold,
    EngagementReopened,
    EngagementResumed,
    EngagementTermsChanged,
    InquiryMade,
)
from legalcase.model.engagement.standing import NO_REVIEW, place_of
from legalcase.model.engagement.state import (
    ConflictReview,
    Engagement,
    EngagementChange,
    EngagementStatus,
    Inquirer,
)

if TYPE_CHECKING:
    from legalcase.kernel.events.event import Event
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded

__all__ = [
    "ENGAGEMENT_CYCLE",
    "REVIEW_CYCLE",
    "moved",
    "review_begun",
    "review_cleared",
    "terms_changed",
]

#: While we act, and after it, there may be reviews that lead nowhere else: a party
#: joins, a lawyer comes from another firm, a matter is to be reopened.
_ACTS: Final = ("engaged", "open", "on-hold", "closing")

#: Where we can stand with a client. One who is declined stays so: who asks again,
#: asks in a new matter.
ENGAGEMENT_CYCLE: Final = Lifecycle(
    noun="engagement",
    first="none",
    moves=(
        Move(InquiryMade, ("none",), "inquiry"),
        Move(
            ConflictReviewBegun,
            ("none", "inquiry", "conflict-review"),
            "conflict-review",
        ),
        Move(Engaged, ("none", "inquiry", "conflict-review"), "engaged"),
        Move(EngagementDeclined, ("inquiry", "conflict-review", "engaged"), "declined"),
        Move(EngagementOpened, ("engaged",), "open"),
        Move(EngagementPutOnHold, ("open",), "on-hold"),
        Move(EngagementResumed, ("on-hold", "closing"), "open"),
        Move(EngagementClosingBegun, ("open", "on-hold"), "closing"),
        Move(EngagementClosed, ("closing",), "closed"),
        Move(EngagementReopened, ("closed",), "open"),
        *(Move(ConflictReviewBegun, (place,), place) for place in (*_ACTS, "closed")),
        *(Move(EngagementTermsChanged, (place,), place) for place in _ACTS),
    ),
)

#: A conflict review is cleared, or stays as it was begun.
REVIEW_CYCLE: Final = Lifecycle(
    noun="conflict review",
    first="begun",
    moves=(Move(ConflictReviewCleared, ("begun",), "cleared"),),
)


def moved(
    engagement: Engagement | None, event: Any, line: Recorded, _: Folded
) -> Engagement:
    """Return where we stand after an event that moves us."""
    kind: type[Event] = type(event)
    place = place_of(engagement)
    to = EngagementStatus(
        ENGAGEMENT_CYCLE.after(kind, place, line.stream.partition(":")[2])
    )
    if kind in (Engaged, EngagementReopened):
        _check_reviewed(engagement, event, line, place)
    new = engagement or Engagement(status=to)
    if isinstance(event, InquiryMade | Engaged):
        new = evolve(new, client_ids=event.client_ids or new.client_ids)
    if isinstance(event, InquiryMade) and event.inquirer is not None:
        asked = Inquirer(
            name=event.inquirer, asked_on=event.happened_on, event_id=line.event_id
        )
        new = evolve(new, inquirers=(*new.inquirers, asked))
    if isinstance(event, Engaged):
        new = evolve(new, without_review=event.without_review)
        new = _on_terms(new, event)
    if kind is EngagementClosed:
        new = evolve(new, reviewed_from=len(new.reviews))
    return _noted(new, to, event, line)


def _check_reviewed(
    engagement: Engagement | None, event: Any, line: Recorded, place: str
) -> None:
    if getattr(event, "without_review", None) is not None:
        return
    if engagement is not None and engagement.is_reviewed:
        return
    subject = line.stream.partition(":")[2]
    kind = type(event).__name__
    msg = (
        f"The engagement {subject!r} is {place}, and {kind} cannot follow without "
        f"{NO_REVIEW[kind]}. Record ConflictReviewBegun and ConflictReviewCleared."
    )
    raise IllegalTransitionError(msg, subject=subject, state=place, step=kind)


def _on_terms(
    engagement: Engagement, event: Engaged | EngagementTermsChanged
) -> Engagement:
    return evolve(
        engagement,
        client_ids=event.client_ids or engagement.client_ids,
        scope=engagement.scope if event.scope is None else event.scope,
        fee_agreement=engagement.fee_agreement
        if event.fee_agreement is None
        else str(event.fee_agreement),
    )


def _noted(
    engagement: Engagement, to: EngagementStatus, event: Event, line: Recorded
) -> Engagement:
    change = EngagementChange(to=to, on=event.happened_on, event_id=line.event_id)
    return _labelled(
        evolve(engagement, status=to, history=(*engagement.history, change)), line
    )


def _labelled(engagement: Engagement, line: Recorded) -> Engagement:
    """Let an engagement bear the stricter of its own label and a line's."""
    label = stricter(engagement.label, line.label) or engagement.label
    return evolve(engagement, label=label)


def review_begun(
    engagement: Engagement | None, event: ConflictReviewBegun, line: Recorded, _: Folded
) -> Engagement:
    """Return where we stand once a conflict review was begun."""
    place = place_of(engagement)
    to = EngagementStatus(
        ENGAGEMENT_CYCLE.after(
            ConflictReviewBegun, place, line.stream.partition(":")[2]
        )
    )
    review = ConflictReview(review_id=event.review_id, begun_on=event.happened_on)
    new = engagement or Engagement(status=to)
    new = evolve(new, reviews=(*new.reviews, review))
    return new if place == to else _noted(new, to, event, line)


def review_cleared(
    engagement: Engagement, event: ConflictReviewCleared, _: Recorded, __: Folded
) -> Engagement:
    """Return where we stand once a conflict review was cleared."""
    reviews = tuple(
        _cleared(one, event) if one.review_id == event.review_id else one
        for one in engagement.reviews
    )
    return evolve(engagement, reviews=reviews)


def _cleared(review: ConflictReview, event: ConflictReviewCleared) -> ConflictReview:
    place = "cleared" if review.is_cleared else "begun"
    REVIEW_CYCLE.after(ConflictReviewCleared, place, review.review_id)
    return evolve(review, cleared_on=event.happened_on, cleared_as=event.cleared_as)


def terms_changed(
    engagement: Engagement | None,
    event: EngagementTermsChanged,
    line: Recorded,
    _: Folded,
) -> Engagement:
    """Return where we stand on other terms."""
    ENGAGEMENT_CYCLE.after(
        EngagementTermsChanged,
        place_of(engagement),
        line.stream.partition(":")[2],
    )
    new = _on_terms(engagement or Engagement(status=EngagementStatus.OPEN), event)
    return _labelled(new, line)
