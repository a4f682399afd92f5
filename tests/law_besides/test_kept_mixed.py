"""Kept calls of several laws, mixed: by many threads, with certificates and columns.

Each answer is the one that its law gives when nothing was asked before.
"""

from __future__ import annotations

import random
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, timedelta
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from legalcase.batch import recompute
from legalcase.calendars.closures import Closure
from told import answered, first_answered

if TYPE_CHECKING:
    from collections.abc import Callable

THREADS = 8
#: Around days in dispute, and across two changes of the text.
DAYS = [
    *(date(2026, 6, 1) + timedelta(days=n) for n in range(0, 24, 6)),
    *(date(2016, 10, 30) + timedelta(days=n) for n in range(0, 40, 20)),
    *(date(2005, 11, 10) + timedelta(days=n) for n in range(0, 40, 20)),
]


def closed(*days: date) -> lc.Law:
    """The bundled law, with the federal courts closed on more days."""
    authority = lc.Authority(cite="Gen. Order 14")
    floods = [
        Closure(on=day, name="flood", kind="legal-holiday", authority=authority)
        for day in days
    ]
    return lc.Law.bundled().with_closures({"us": floods})


def laws() -> list[lc.Law]:
    """The bundled law, and two that are made of it."""
    return [
        closed(),
        closed(date(2026, 7, 6)),
        closed(date(2026, 7, 6), date(2016, 12, 5)),
    ]


def by_events(day: date) -> dict[str, date]:
    """Two events, nine days apart."""
    return {
        "summons-served": day,
        "amended-pleading-served": day + timedelta(days=9),
    }


def evening(day: date) -> datetime:
    """An instant by the clock of no place."""
    return datetime.combine(day, time(20), tzinfo=UTC)


ASKED: dict[str, Callable[[lc.Law, date], lc.Computation]] = {
    "a day": lambda law, day: law.compute(
        "us/frcp/33(b)(2)", after=day, court="cand", service="mail"
    ),
    "a day, how it was served left open": lambda law, day: law.compute(
        "us/frcp/33(b)(2)", after=day, court="cand"
    ),
    "back, how it will be served left open": lambda law, day: law.compute(
        "us/cacd/l-r/6-1", before=day, court="cacd"
    ),
    "not before a day, how it was served left open": lambda law, day: law.compute(
        "us/frcp/11(c)(2)", after=day, court="cand"
    ),
    "events": lambda law, day: law.compute(
        "us/frcp/15(a)(3)",
        after=by_events(day),
        court="cand",
        service="mail",
        facts={"defendant-is-the-united-states": "no"},
    ),
    "events, two facts left open": lambda law, day: law.compute(
        "us/frcp/15(a)(3)", after=by_events(day), court="cand"
    ),
    "hours": lambda law, day: law.compute(
        "48 hours", after=evening(day), under="us/frcp", court="cand", service="none"
    ),
    "an instant": lambda law, day: law.compute(
        "us/frcp/33(b)(2)", after=evening(day), court="cand", service="mail"
    ),
    "service": lambda law, day: law.served_on(day, "mail", under="gb-eaw/cpr"),
}


@pytest.fixture(scope="module")
def expected() -> dict[tuple[int, str, date], Any]:
    """What each law gives when nothing was asked before."""
    return {
        (number, name, day): first_answered(law, lambda one: ask(one, day))  # noqa: B023 - asked at once
        for number, law in enumerate(laws())
        for name, ask in ASKED.items()
        for day in DAYS
    }


def test_eight_threads_mixed_over_laws_and_calls(
    expected: dict[tuple[int, str, date], Any],
) -> None:
    """In an order of its own each: the same to the last step, the safe date first."""
    assert len({repr(found[:3]) for found in expected.values()}) > len(DAYS)
    asked = laws()
    barrier = Barrier(THREADS)

    def ask(thread: int) -> list[tuple[int, str, date]]:
        drawn = random.Random(thread)  # noqa: S311 - an order is no secret
        keys = drawn.sample([*expected], len(expected))
        barrier.wait()
        return [
            key
            for key in keys
            if answered(asked[key[0]], lambda law: ASKED[key[1]](law, key[2]))  # noqa: B023 - asked at once
            != expected[key]
        ]

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-4)
    try:
        with ThreadPoolExecutor(THREADS) as pool:
            wrong = list(pool.map(ask, range(THREADS)))
    finally:
        sys.setswitchinterval(interval)
    assert wrong == [[]] * THREADS


def test_certificates_and_columns_between_calls_that_are_kept(
    expected: dict[tuple[int, str, date], Any],
) -> None:
    """A certificate of each; two laws compared in columns; and asked again."""
    asked = laws()
    columns = {
        "question": ["us/frcp/33(b)(2)"] * len(DAYS),
        "trigger": DAYS,
        "court": ["cand"] * len(DAYS),
        "service": ["mail"] * len(DAYS),
    }
    for _ in range(2):
        for (number, name, day), first in expected.items():
            law = asked[number]
            if name.startswith(("a day", "events")) and day.day % 2:
                certificate = lc.certify(ASKED[name](law, day), law)
                assert certificate.computation == first[-1]
            assert answered(law, lambda one: ASKED[name](one, day)) == first  # noqa: B023 - asked at once
        found = recompute(columns, asked[0], asked[2])
        for row, day in enumerate(DAYS):
            was, now = (expected[number, "a day", day][-1] for number in (0, 2))
            assert (found.before.due[row], found.now.due[row]) == (was.due, now.due)
            assert (found.before.safe[row], found.now.safe[row]) == (was.safe, now.safe)
