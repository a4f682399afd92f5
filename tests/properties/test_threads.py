"""Threads that compute first at once agree on everything that they are told."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest

import legalcase as lc
from legalcase.law.ask.kept.calls import KeptCalls, kept_calls_of
from legalcase.law.files.folder import BUNDLED, LawFolder

THREADS = 16
#: What a bare period is kept under: its rule is named, and nothing else given.
NAMES = ("21 days", "after", "us/frcp", *(None,) * 12)


def by_events(law: lc.Law, day: date) -> lc.Computation:
    """Ask for the later of two, of which both are kept from the second time on."""
    days = {"summons-served": day, "amended-pleading-served": day + timedelta(days=9)}
    facts = {"defendant-is-the-united-states": "no"}
    return law.compute(
        "us/frcp/15(a)(3)",
        after=days,
        court="cand",
        facts=facts,
        legal_holidays=[date(2025, 9, 22)],
    )


def questions(law: lc.Law) -> list[tuple[object, ...]]:
    """Ask one question of each system, and all that its answer says."""
    day = date(2025, 8, 29)
    found = [
        law.compute(
            "30 days", after=day, under="us/frcp", service="mail", court="cand"
        ),
        law.compute("14 days", before=day, under="us/frap", forum="us-ca"),
        law.compute("16 court days", before=day, under="us-ca/ccp", service="mail"),
        law.compute("3 clear days", before=day, under="gb-eaw/cpr"),
        law.compute("1 month", after=day, under="de/zpo", calendar="de-by/augsburg"),
        law.compute("4 weeks", after=day, under="at/zpo", nature="appeal-notfrist"),
        law.compute("us/frcp/33(b)(2)", after=day, court="cand", service="mail"),
        law.served_on(day, "mail", under="gb-eaw/cpr", paper="claim-form"),
        *(by_events(law, day + timedelta(days=number)) for number in range(4)),
    ]
    return [
        (each, each.due, each.safe, each.readings, each.notices, each.explain())
        for each in found
    ]


@pytest.mark.parametrize("attempt", [0, pytest.param(1, marks=pytest.mark.thorough)])
def test_sixteen_threads_ask_a_law_first_at_once(attempt: int) -> None:
    """A law that nobody has asked yet gives all of them the same answers."""
    law = lc.Law((LawFolder(BUNDLED),))
    barrier = Barrier(THREADS)

    def ask(_: int) -> list[tuple[object, ...]]:
        barrier.wait()
        return questions(law)

    interval = sys.getswitchinterval()
    # Many switches between the threads: what is half made is then seen by others.
    sys.setswitchinterval(1e-5 * (attempt + 1))
    try:
        with ThreadPoolExecutor(THREADS) as pool:
            answers = list(pool.map(ask, range(THREADS)))
    finally:
        sys.setswitchinterval(interval)
    expected = questions(lc.Law.bundled())
    assert all(answer == expected for answer in answers)


def test_sixteen_threads_share_one_calendar() -> None:
    """Its tables are built on first use, by whoever comes first."""
    law = lc.Law((LawFolder(BUNDLED),))
    calendar = law.calendar("us-ca")
    barrier = Barrier(THREADS)

    def count(number: int) -> tuple[date, int]:
        barrier.wait()
        start = date(2000 + number, 1, 1)
        return calendar.add_court_days(start, 250), calendar.count_court_days(
            start, date(2001 + number, 1, 1)
        )

    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(count, range(THREADS)))
    assert found == [
        (
            lc.calendar("us-ca").add_court_days(date(2000 + number, 1, 1), 250),
            lc.calendar("us-ca").count_court_days(
                date(2000 + number, 1, 1), date(2001 + number, 1, 1)
            ),
        )
        for number in range(THREADS)
    ]


_FIRST_USE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import legalcase as lc

sys.setswitchinterval(1e-5)
barrier = Barrier(16)


def ask(number):
    barrier.wait()
    found = lc.compute(
        "30 days", after=date(2025, 8, 29), under="us/frcp", service="mail"
    )
    return found.due, found.safe, len(found.explain()), lc.Law.bundled() is not None


with ThreadPoolExecutor(16) as pool:
    print(len(set(pool.map(ask, range(16)))), ask.__name__)
"""


def test_the_first_use_of_the_package_by_sixteen_threads() -> None:
    """Names are loaded when they are first used: also by all at the same moment."""
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_USE], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.split() == ["1", "ask"]


@pytest.mark.parametrize("closed", [(), (date(2026, 6, 19),)])
def test_threads_that_keep_more_calls_than_there_is_room_for(
    closed: tuple[date, ...],
) -> None:
    """The oldest goes, whoever else is at it: no error, and never more than the most.

    By name, and with days of their own, of which fewer are kept.
    """
    law = lc.Law.bundled()
    law.compute("21 days", after=date(2026, 6, 3), under="us/frcp")
    calls = KeptCalls()
    kept = kept_calls_of(law).known(NAMES)
    assert kept is not None
    barrier = Barrier(THREADS)

    def keep(thread: int) -> None:
        barrier.wait()
        for number in range(3_000):
            calls.keep((str(thread), str(number), frozenset(closed)), kept)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(keep, range(THREADS)))
    finally:
        sys.setswitchinterval(interval)
    most = calls._by_value if closed else calls._by_name
    assert len(most) == (64 if closed else 4096)
