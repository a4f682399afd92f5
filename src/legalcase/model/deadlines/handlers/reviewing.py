"""How somebody stands by a date, or questions it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.model.deadlines.events import DeadlineConfirmed, DeadlineQuestioned
from legalcase.model.deadlines.handlers.changing import require_open, with_deadline
from legalcase.model.deadlines.lifecycles import REVIEW
from legalcase.model.deadlines.state import Deadline, Review

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register

    Deadlines = Register[Deadline]

__all__ = ["check_confirmed", "confirmed", "is_its_own", "is_same_person", "questioned"]


def confirmed(
    deadlines: Deadlines, event: DeadlineConfirmed, line: Recorded, _: Folded
) -> Deadlines:
    """Return the deadlines after somebody stood by one."""
    old = deadlines[event.deadline_id]
    require_open(old, event)
    REVIEW.after(DeadlineConfirmed, str(old.review.state), old.deadline_id)
    if old.terms.critical and is_its_own(old, event.confirmed_by):
        msg = (
            f"Deadline {old.deadline_id!r} is critical, and whoever set it, or chose "
            "its date, cannot confirm it. Have a second person look at it."
        )
        raise InvalidValueError(msg, field="confirmed_by", value=None)
    review = Review.confirmed(event, line)
    # Whoever stands by a date says that it runs.
    return with_deadline(deadlines, old.changed(line, review=review, stops=()))


def is_its_own(deadline: Deadline, person: str) -> bool:
    """Tell whether somebody set a deadline, or chose the reading that it shows."""
    chosen_by = deadline.chosen_by
    return is_same_person(person, deadline.set_by) or (
        chosen_by is not None and is_same_person(person, chosen_by)
    )


def is_same_person(one: str, other: str) -> bool:
    """Tell whether two names are one, capitals and blanks apart."""
    return one.casefold().split() == other.casefold().split()


def check_confirmed(
    deadlines: Deadlines, event: DeadlineConfirmed, _: Recorded, __: Folded
) -> None:
    """Refuse to stand by a date while nobody knows it."""
    old = deadlines[event.deadline_id]
    if old.is_stopped:
        step = "the stay is lifted" if old.stopped_by else "it was computed anew"
        msg = (
            f"The clock of deadline {old.deadline_id!r} was stopped, so that its date "
            f"is not known. Confirm it when {step}: record DeadlineRecomputed then."
        )
        raise IllegalTransitionError(
            msg, subject=old.deadline_id, state=old.state, step="confirmed"
        )


def questioned(
    deadlines: Deadlines, event: DeadlineQuestioned, line: Recorded, _: Folded
) -> Deadlines:
    """Return the deadlines after one was questioned."""
    old = deadlines[event.deadline_id]
    require_open(old, event)
    REVIEW.after(DeadlineQuestioned, str(old.review.state), old.deadline_id)
    return with_deadline(deadlines, old.to_review(line))
