"""How events change the filings, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import InvalidValueError
from legalcase.kernel.events.label import borne
from legalcase.kernel.rooms.lifecycle import Lifecycle, Move
from legalcase.model.docket.facet import DOCKET
from legalcase.model.filings.events import (
    FilingAbandoned,
    FilingAccepted,
    FilingRejected,
    FilingReturned,
    FilingSentForReview,
    FilingSigned,
    FilingSubmitted,
)
from legalcase.model.filings.state import DRAFTED, Filing, FilingState, Submission

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.events.event import Event
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.model.filings.events import FilingDrafted

    Filings = Register[Filing]

__all__ = [
    "FILING",
    "abandoned",
    "accepted",
    "drafted",
    "rejected",
    "returned",
    "reviewed",
    "signed",
    "standing",
    "submitted",
]

#: Where a filing can stand. What was signed without having been read by another was
#: signed all the same; that it has to be, a protocol of the firm says. What was
#: accepted is struck or sealed as an entry of the docket.
FILING: Final = Lifecycle(
    noun="filing",
    first="draft",
    moves=(
        Move(FilingSentForReview, ("draft",), "in-review"),
        Move(FilingReturned, ("in-review", "signed", "rejected"), "draft"),
        Move(FilingSigned, ("draft", "in-review"), "signed"),
        Move(FilingSubmitted, ("signed",), "submitted"),
        Move(FilingAccepted, ("submitted",), "accepted"),
        Move(FilingRejected, ("submitted",), "rejected"),
        Move(
            FilingAbandoned, ("draft", "in-review", "signed", "rejected"), "abandoned"
        ),
    ),
)


def drafted(
    filings: Filings, event: FilingDrafted, line: Recorded, _: Folded
) -> Filings:
    """Return the filings with a new one."""
    new = Filing(
        filing_id=event.filing_id,
        title=event.title,
        by=event.by,
        paper=event.paper,
        triggers=event.triggers,
        about=tuple(map(str, event.about)),
        documents=event.documents,
        label=borne(event.label, line.label, kind=DRAFTED),
        drafted_on=event.happened_on,
    )
    return filings.with_(new.filing_id, new)


def _changed(filings: Filings, event: Any, **changes: Any) -> Filings:
    """Return the filings after an event took one to where it leads."""
    old = filings[event.filing_id]
    kind: type[Event] = type(event)
    state = FilingState(FILING.after(kind, str(old.state), old.filing_id))
    return filings.with_(old.filing_id, evolve(old, state=state, **changes))


def reviewed(
    filings: Filings, event: FilingSentForReview, _: Recorded, __: Folded
) -> Filings:
    """Return the filings of which somebody reads one."""
    return _changed(filings, event, was_reviewed=True, reviewer=event.reviewer)


def returned(
    filings: Filings, event: FilingReturned, _: Recorded, __: Folded
) -> Filings:
    """Return the filings of which one is a draft again, read and signed by nobody."""
    return _changed(
        filings,
        event,
        was_reviewed=False,
        reviewer=None,
        signed_by=None,
        signed_on=None,
    )


def signed(filings: Filings, event: FilingSigned, _: Recorded, __: Folded) -> Filings:
    """Return the filings of which one was signed."""
    return _changed(
        filings,
        event,
        signed_by=event.signed_by,
        signed_on=event.happened_on,
        documents=event.documents or filings[event.filing_id].documents,
    )


def submitted(
    filings: Filings, event: FilingSubmitted, line: Recorded, _: Folded
) -> Filings:
    """Return the filings of which one was handed in."""
    new = Submission(
        event_id=line.event_id,
        happened=event.happened,
        transaction=event.transaction,
    )
    before = filings[event.filing_id].submissions
    return _changed(filings, event, submissions=(*before, new))


def _answered(
    filings: Filings, event: Any, line: Recorded, outcome: str, **said: Any
) -> tuple[Submission, ...]:
    """Return the submissions of which the last one was answered."""
    old = filings[event.filing_id]
    FILING.after(type(event), str(old.state), old.filing_id)
    last = evolve(
        old.submissions[-1],
        outcome=outcome,
        answered_by=line.event_id,
        answered_on=event.happened_on,
        **said,
    )
    return (*old.submissions[:-1], last)


def accepted(
    filings: Filings, event: FilingAccepted, line: Recorded, before: Folded
) -> Filings:
    """Return the filings of which one is on the docket."""
    entry = before[DOCKET].find(event.entry_id)
    if entry is None or entry.kind != "filed":
        msg = (
            f"The event {event.entry_id!r} is no filing on the docket. Record Filed "
            "first, in the same act; filing_accepted makes both."
        )
        raise InvalidValueError(msg, field="entry_id", value=event.entry_id)
    submissions = _answered(filings, event, line, "accepted")
    return _changed(filings, event, submissions=submissions, entry_id=event.entry_id)


def rejected(
    filings: Filings, event: FilingRejected, line: Recorded, _: Folded
) -> Filings:
    """Return the filings of which one was not taken."""
    submissions = _answered(filings, event, line, "rejected", reason=event.reason)
    return _changed(filings, event, submissions=submissions)


def abandoned(
    filings: Filings, event: FilingAbandoned, _: Recorded, __: Folded
) -> Filings:
    """Return the filings of which one will not be filed."""
    return _changed(filings, event)


def standing(filings: Filings) -> Iterable[tuple[str, str]]:
    """Return (id, state) of each filing."""
    return tuple((filing.filing_id, str(filing.state)) for filing in filings)
