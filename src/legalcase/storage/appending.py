"""What every store checks of events before it appends them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from legalcase.errors import (
    CaseExistsError,
    CaseNotFoundError,
    InvalidTypeError,
    InvalidValueError,
    StaleCaseError,
    StorageError,
)
from legalcase.model.recorded import Recorded

__all__ = ["case_of", "exists", "known_id", "not_found", "stale", "twice"]


def case_of(events: Any, after: object) -> str:
    """Return the id of the one case that `events` belong to, next after `after`.

    Raises `InvalidValueError` where they are of several cases, or have a gap, and
    `InvalidTypeError` for what is no list of them.
    """
    if type(after) is not int:
        msg = (
            f"expected needs a whole number, not {type(after).__name__}. Pass the "
            "version that the case had when you recorded on it."
        )
        raise InvalidTypeError(msg, field="expected", value=None)
    if not isinstance(events, Sequence) or not all(
        isinstance(recorded, Recorded) for recorded in events
    ):
        msg = (
            f"A store appends a list of Recorded lines, not {type(events).__name__}. "
            "Pass [recorded], with what record(…) returned beside the case."
        )
        raise InvalidTypeError(msg, field="events", value=None)
    if not events:
        msg = "There is no event to append. Pass what record(...) returned."
        raise InvalidValueError(msg, field="events", value=None)
    case_id: str = events[0].case_id
    for number, recorded in enumerate(events, after + 1):
        if (recorded.case_id, recorded.sequence) != (case_id, number):
            msg = (
                f"Event {recorded.sequence} of case {recorded.case_id!r} stands where "
                f"event {number} of case {case_id!r} belongs. Pass the events of one "
                "case in the order in which they were recorded."
            )
            raise InvalidValueError(msg, field="events", value=None)
    if len({recorded.event_id for recorded in events}) < len(events):
        msg = (
            f"Two of the events of case {case_id!r} have the same event_id. Give every "
            "event an id of its own."
        )
        raise InvalidValueError(msg, field="events", value=None)
    return case_id


def exists(case_id: str) -> CaseExistsError:
    """Return the error for a case that is stored already."""
    msg = (
        f"Case {case_id!r} is stored already. Load it and record on it, or choose "
        "another id."
    )
    return CaseExistsError(msg, case_id=case_id)


def not_found(case_id: str) -> CaseNotFoundError:
    """Return the error for a case that is not stored."""
    msg = f"No case {case_id!r} is stored. See ids(), or add the case first."
    return CaseNotFoundError(msg, case_id=case_id)


def stale(case_id: str, expected: int, found: int) -> StaleCaseError:
    """Return the error for a case that someone saved first."""
    msg = (
        f"Case {case_id!r} is at version {found}, not {expected}: someone saved it "
        "first. Load it again, and record on what you find."
    )
    return StaleCaseError(msg, case_id=case_id, expected=expected, found=found)


def twice(event_id: str) -> StorageError:
    """Return the error for an id of an event that was given before."""
    msg = (
        f"The store has an event {event_id!r} already, so that the new one does not "
        "follow on it. Give every event an id of its own, and load the case again."
    )
    return StorageError(msg)


def known_id(case_id: Any) -> str:
    """Return the id of a case that is asked for; what is no id, no case bears.

    Raises `InvalidTypeError` for what is no text, and `CaseNotFoundError`.
    """
    if not isinstance(case_id, str):
        msg = f"The id of a case is text, not {type(case_id).__name__}. See ids()."
        raise InvalidTypeError(msg, field="case_id", value=None)
    if not case_id.isascii() or "\0" in case_id:
        raise not_found(case_id)
    return case_id
