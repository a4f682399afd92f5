"""What the contract of stores is built with: small cases, and comparisons."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from legalcase.errors import StaleCaseError
from legalcase.model.case import Case
from legalcase.model.case_events import CaseOpened, NoteAdded
from legalcase.model.docket_events import Filed
from legalcase.model.recorded import Recorded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.model.events import CaseEvent, UnknownEvent
    from legalcase.ports import CaseStore

__all__ = ["DAY", "NOON", "line", "noted", "opened", "refused", "same", "save_note"]

NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)
DAY = date(2026, 6, 3)


def save_note(store: CaseStore, note_id: str) -> None:
    """Save a note on the newest version, however often that takes."""
    while True:
        with store.begin() as work:
            before = work.get("case-1")
        _, line = noted(before, note_id)
        try:
            with store.begin() as work:
                work.save((line,), expected=before.version)
                work.commit()
        except StaleCaseError:
            continue
        return


def opened(
    case_id: str, caption: str = "Roe v. Acme"
) -> tuple[Case, tuple[Recorded, ...]]:
    """Return a new case, and its log."""
    event = CaseOpened(caption=caption, happened_on=DAY, number="1")
    case, line = Case.open(event, case_id=case_id, recorded_at=NOON, actor="clerk")
    return case, (line,)


def noted(case: Case, note_id: str) -> tuple[Case, Recorded]:
    """Return the case with one more event, and that event."""
    event: CaseEvent = NoteAdded(note_id=note_id, text="A note.", happened_on=DAY)
    if note_id == "note-2":
        event = Filed(
            title="Complaint",
            happened_on=DAY,
            happened_at=NOON,
            triggers=("complaint-filed",),
        )
    later = NOON + timedelta(minutes=case.version)
    return case.record(event, recorded_at=later, actor="clerk", reason="a test")


def line(event: UnknownEvent, sequence: int) -> Recorded:
    """Return an unknown event as the log keeps it."""
    return Recorded(
        event_id=f"case-1/{sequence}",
        case_id="case-1",
        sequence=sequence,
        recorded_at=NOON,
        actor="clerk",
        event=event,
    )


def same(expected: object, actual: object) -> None:
    """Compare; raises `AssertionError` with both sides."""
    if expected != actual:
        msg = f"expected {expected!r}, got {actual!r}"
        raise AssertionError(msg)


@contextmanager
def refused(kind: type[BaseException]) -> Iterator[list[Any]]:
    """Expect an error of that kind, and give the one that came."""
    caught: list[Any] = []
    try:
        yield caught
    except kind as error:
        caught.append(error)
        return
    msg = f"{kind.__name__} was expected"
    raise AssertionError(msg)
