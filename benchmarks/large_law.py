"""What a law of many jurisdictions costs whoever asks one of them: ratios alone.

Part of `make bench`. Sixty jurisdictions of sixty deadlines and ten counties each are
written to a folder; what is asked of them is held against the same question where
every file is read, against the law that comes with the package, and against the first
check of the folder.
"""

from __future__ import annotations

import gc
import pickle
import statistics
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generated_law import write_law

from legalcase.law.check import once
from legalcase.law.files.folder import BUNDLED, LawFolder
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["report"]

ROUNDS = 7
TRIGGER = "complaint-filed"
AFTER = date(2026, 6, 3)


def report() -> Iterator[tuple[str, str, float, float]]:
    """Yield (what, beside what, ratio, at most)."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_law(folder)

        def bundled() -> Law:
            return Law((LawFolder(BUNDLED),))

        def whole() -> Law:
            return Law((LawFolder(BUNDLED), LawFolder(folder)))

        def every(law: Law) -> object:
            return [one for one in law.deadlines() if TRIGGER in one.triggers]

        def found(law: Law) -> object:
            return law.find(trigger=TRIGGER)

        def of_one(law: Law) -> object:
            return law.find(jurisdiction="us-ca", trigger=TRIGGER)

        def first(law: Law) -> object:
            return law.compute("us/frcp/33(b)(2)", after=AFTER, court="cand")

        ratio = _ratio(whole, found, whole, every)
        yield "find by trigger, of 60", "reading all of it", ratio, 0.1
        ratio = _ratio(whole, of_one, bundled, of_one)
        yield "find in one of 60", "without the 60", ratio, 1.5
        ratio = _ratio(whole, first, bundled, first)
        yield "first compute(), beside 60", "without the 60", ratio, 1.5
        yield "a folder, again", "its first check", _again(folder), 0.1
        yield "a law that was sent, again", "the law at hand", _sent(folder), 2


def _ratio(
    law: Callable[[], Law],
    turn: Callable[[Law], object],
    other_law: Callable[[], Law],
    other: Callable[[Law], object],
) -> float:
    """Compare two questions, each of a law of which nothing was read."""
    ratios = []
    for number in range(ROUNDS):
        pair = ((law, turn), (other_law, other))
        seconds = {}
        for place in (0, 1) if number % 2 else (1, 0):
            made, asked = pair[place]
            seconds[place] = _taking(made(), asked)
        ratios.append(seconds[0] / seconds[1])
    return statistics.median(ratios)


def _taking(law: Law, turn: Callable[[Law], object]) -> float:
    gc.collect()
    started = time.perf_counter()
    turn(law)
    return time.perf_counter() - started


def _again(folder: Path) -> float:
    """Compare laying a folder over the law again with the first time."""

    def laid(law: Law) -> object:
        return law.with_folder(folder)

    once.forget()
    first = _taking(Law.bundled(), laid)
    return _taking(Law.bundled(), laid) / first


def _sent(folder: Path) -> float:
    """Compare a computation by a law that was unpickled with one by the law at hand."""
    law = Law((LawFolder(BUNDLED), LawFolder(folder)))
    sent = pickle.dumps(law)

    def many(ask: Callable[[], Law]) -> float:
        started = time.perf_counter()
        for _ in range(1000):
            ask().compute("us/frcp/33(b)(2)", after=AFTER, court="cand")
        return time.perf_counter() - started

    def again() -> Law:
        return pickle.loads(sent)  # type: ignore[no-any-return]  # noqa: S301 - ours

    many(lambda: law)
    many(again)
    return statistics.median(many(again) / many(lambda: law) for _ in range(ROUNDS))
