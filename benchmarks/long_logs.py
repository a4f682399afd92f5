"""How the case grows: ratios of a long log to a short one, and of folding to reading.

Part of `make bench`. Nothing here is an absolute time.
"""

from __future__ import annotations

import gc
import time
from datetime import UTC, date, datetime
from itertools import count
from typing import TYPE_CHECKING

import legalcase as lc
from legalcase.codec.log.lines import line_of, line_text
from legalcase.codec.snapshots import folded_of, snapshot_text
from legalcase.kernel.folding.fold import fold
from legalcase.model import (
    Case,
    CaseFile,
    CaseOpened,
    Computed,
    DeadlineSet,
    DeadlineTerms,
    Model,
    NoteAdded,
)

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = date(2026, 6, 3)
NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)
SHORT, LONG, LONGEST = 100, 10_000, 50_000


def a_case(events: int, of: Callable[[int], object]) -> CaseFile:
    """Return the file of a case with so many events."""
    numbers = count(1)
    file = CaseFile.open(
        CaseOpened(caption="Roe v. Acme", happened_on=DAY),
        case_id="roe",
        by="clerk",
        at=NOON,
        ids=lambda _: f"e{next(numbers)}",
    )
    made = [of(number) for number in range(events)]
    return file.record(*made, by="clerk", at=NOON).saved()  # type: ignore[arg-type]  # events all


def note(number: int) -> NoteAdded:
    """Return the smallest event."""
    return NoteAdded(note_id=f"n{number}", text="Called.", happened_on=DAY)


def deadline(number: int) -> DeadlineSet:
    """Return the event that most lines of a working case are like."""
    computation = lc.compute(
        "us/frcp/33(b)(2)", after=DAY, court="cand", service="mail"
    )
    terms = DeadlineTerms(title="Answer", basis=Computed(computation=computation))
    return DeadlineSet(deadline_id=f"d{number}", terms=terms, happened_on=DAY)


def taken(turn: Callable[[], object]) -> float:
    """Return the seconds that a turn takes."""
    before = time.perf_counter()
    turn()
    return time.perf_counter() - before


def best(turn: Callable[[], object], rounds: int = 5) -> float:
    """Return the least time of a turn: what is more was done for others."""
    found = []
    for _ in range(rounds):
        gc.collect()
        found.append(taken(turn))
    return min(found)


def recording() -> float:
    """Return what it costs to record on a long log, by what it costs on a short one."""

    def on(file: CaseFile) -> float:
        event = note(10**9)

        def turn() -> None:
            for _ in range(200):
                file.record(event, by="clerk", at=NOON)

        return best(turn)

    return on(a_case(LONG, note)) / on(a_case(SHORT, note))


def a_line() -> float:
    """Return a line of a log of 50,000 by one of a log of 1,000, when it is folded."""
    model = Model.core()

    def of(lines: int) -> float:
        log = a_case(lines, note).log
        # Without the collector, whose work grows with all that a program holds.
        gc.disable()
        try:
            return min(taken(lambda: fold(model, log)) for _ in range(3)) / lines
        finally:
            gc.enable()

    return of(LONGEST) / of(1_000)


def folding() -> float:
    """Return what it costs to fold a log of deadlines, by what it costs to read it."""
    file = a_case(300, deadline)
    texts = [line_text(line) for line in file.log]
    log = [line_of(text) for text in texts]
    read = best(lambda: [line_of(text) for text in texts])
    return best(lambda: Case.from_events(log)) / read


def snapshot() -> float:
    """Return what reading a snapshot costs, by what reading and folding a log does."""
    file = a_case(3_000, deadline)
    model = Model.core()
    texts = [line_text(line) for line in file.log]
    stream, number = file.log[-1].stream, len(file.log)
    text = snapshot_text(fold(model, [line_of(one) for one in texts]))
    anew = best(lambda: fold(model, [line_of(one) for one in texts]), 2)
    return best(lambda: folded_of(text, model, stream=stream, number=number)) / anew


def bytes_of_a_deadline() -> int:
    """Return how many bytes the line of a computed deadline takes."""
    return len(line_text(a_case(1, deadline).log[-1]).encode())


def agenda() -> tuple[float, float]:
    """Return seconds for the agenda of 1,000 deadlines: the first time, and again."""
    file = a_case(1_000, deadline)
    texts = [line_text(line) for line in file.log]
    first = []
    case = file.case
    for _ in range(3):
        case = Case.from_events([line_of(text) for text in texts])
        gc.collect()
        first.append(taken(case.agenda))
    return min(first), best(case.agenda)


if __name__ == "__main__":
    print("record at 10,000 by 100", recording())
    print("a line at 50,000 by 1,000", a_line())
    print("fold by decode", folding())
    print("snapshot by log", snapshot())
    print("bytes", bytes_of_a_deadline())
    print("agenda of 1,000: first, again (s)", agenda())
