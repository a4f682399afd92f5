"""Speed, side by side in one run with what a user would pick instead.

Run as `make bench`. Every figure is a ratio: what is measured and what it is measured
against take turns, many times over, and the ratio is taken turn by turn, so that a
machine that is busy for a while is busy for both. Each turn asks about other dates;
nothing that was computed is kept for the next.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from compileall import compile_dir
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import attrs
import caseload
import cold_search
import columns
import large_law
import long_logs
import measured
import numpy as np
import stores

import legalcase as lc

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 60
CALLS = 300
STARTS = 25
DAYS = [date(2012, 1, 3) + timedelta(days=11 * number) for number in range(CALLS)]
MOMENTS = [datetime(day.year, day.month, day.day, 20, tzinfo=UTC) for day in DAYS]
STAMPS = [np.datetime64(day) for day in DAYS]
NINE_DAYS = timedelta(days=9)
NOT_THE_STATE = {"defendant-is-the-united-states": "no"}
CLOSED = [date(2018, 3, 9)]
FIRST_COMPUTATION = """
import legalcase
from datetime import date
legalcase.compute(
    "us/frcp/33(b)(2)", after=date(2026, 6, 3), court="cand", service="mail"
)
"""

Turn = Callable[[], object]


@attrs.frozen
class Line:
    """One line of the report: what, beside what, the ratio and its bound."""

    what: str
    beside: str
    ratio: float
    bound: float


def numpy_calendar() -> np.busdaycalendar:
    """Return NumPy's calendar with the holidays of the federal one."""
    calendar = lc.calendar("us")
    holidays = {
        closure.on
        for closure in calendar.closures(calendar.first, calendar.last)
        if closure.kind in calendar.definition.closed_by
    }
    return np.busdaycalendar(holidays=sorted(holidays))


def taking(turn: Turn) -> float:
    """Return how long a turn takes, in seconds."""
    started = time.perf_counter()
    turn()
    return time.perf_counter() - started


def ratio(turn: Turn, other: Turn, rounds: int = ROUNDS) -> float:
    """Return how much longer `turn` takes than `other`: the median, turn by turn."""
    turn(), other()
    found = []
    for number in range(rounds):
        # who begins alternates
        pair = (turn, other) if number % 2 else (other, turn)
        seconds = {one: taking(one) for one in pair}
        found.append(seconds[turn] / seconds[other])
    return statistics.median(found)


def court_days(count: int, business: np.busdaycalendar) -> float:
    """Compare adding court days with NumPy's scalar call of the same length."""
    calendar = lc.calendar("us")

    def ours() -> None:
        for day in DAYS:
            calendar.add_court_days(day, count)

    def theirs() -> None:
        offset = np.busday_offset
        for stamp in STAMPS:
            offset(stamp, count, roll="backward", busdaycal=business)

    return ratio(ours, theirs)


def one_offset(business: np.busdaycalendar) -> Turn:
    """Return a turn of NumPy's scalar call, ten days, the unit of what follows."""

    def theirs() -> None:
        offset = np.busday_offset
        for stamp in STAMPS:
            offset(stamp, 10, roll="forward", busdaycal=business)

    return theirs


def computing() -> None:
    """Compute a catalogued deadline, nothing rendered."""
    for day in DAYS:
        lc.compute("us/frcp/33(b)(2)", after=day, court="cand", service="mail")


def safely() -> None:
    """Compute it and ask which day is right under every reading."""
    for day in DAYS:
        _ = lc.compute("us/frcp/33(b)(2)", after=day, court="cand", service="mail").safe


def of_two() -> None:
    """Compute the later of two periods, each from an event of its own."""
    for day in DAYS:
        by_events(day)


def of_two_safely() -> None:
    """Compute it and ask which day is right under every reading."""
    for day in DAYS:
        _ = by_events(day).safe


def events(day: date) -> dict[str, date]:
    """Return the events from which the two periods run."""
    return {"summons-served": day, "amended-pleading-served": day + NINE_DAYS}


def by_events(day: date) -> lc.Computation:
    """Return the later of two periods; all that decides is given."""
    return lc.compute(
        "us/frcp/15(a)(3)",
        after=events(day),
        court="cand",
        service="mail",
        facts=NOT_THE_STATE,
    )


def of_two_open() -> None:
    """Compute it with two facts left open, and ask for the safe date.

    Of some days the text changes before it is due: there each answer is walked.
    """
    for day in DAYS:
        _ = lc.compute("us/frcp/15(a)(3)", after=events(day), court="cand").safe


def left_open() -> None:
    """Compute the first one, how it was served left open, and ask for the safe date."""
    for day in DAYS:
        _ = lc.compute("us/frcp/33(b)(2)", after=day, court="cand").safe


def with_closed_days() -> None:
    """Compute with a legal holiday that is given."""
    for day in DAYS:
        lc.compute(
            "us/frcp/33(b)(2)",
            after=day,
            court="cand",
            service="mail",
            legal_holidays=CLOSED,
        )


def serving() -> None:
    """Compute when service is complete, or deemed to be."""
    for day in DAYS:
        lc.served_on(day, "mail", under="gb-eaw/cpr")


def from_instants() -> None:
    """Compute the same from instants by the clock of no place."""
    for moment in MOMENTS:
        lc.compute("us/frcp/33(b)(2)", after=moment, court="cand", service="mail")


def hours() -> None:
    """Compute a period in hours."""
    for moment in MOMENTS:
        lc.compute("48 hours", after=moment, under="us/frcp", court="cand")


def reading(computed: Sequence[lc.Computation]) -> Turn:
    """Return a turn that asks fresh computations for all their readings."""
    left = list(computed)

    def turn() -> None:
        for _ in DAYS:
            _ = left.pop().readings

    return turn


def fresh() -> list[lc.Computation]:
    """Return computations that nobody has asked for their readings, enough of them."""
    return [
        lc.compute("us/frcp/33(b)(2)", after=day, court="cand", service="mail")
        for _ in range(ROUNDS + 1)
        for day in DAYS
    ]


def process(program: str) -> Turn:
    """Return a turn that runs a whole process with that program."""
    # Its bytecode is written once, as an installation does.
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def turn() -> None:
        subprocess.run([sys.executable, "-c", program], check=True, env=kept)  # noqa: S603 - our own programs

    return turn


def report() -> list[Line]:
    """Measure everything."""
    business = numpy_calendar()
    offset = one_offset(business)
    lines = [
        Line(
            f"add_court_days(d, {count:+d})",
            f"busday_offset(d, {count:+d})",
            court_days(count, business),
            0.25,
        )
        for count in (10, -10, 250, -250)
    ]
    lines += (
        Line(what, "busday_offset", ratio(turn, offset), bound)
        for what, turn, bound in (
            ("compute(33(b)(2), mail)", computing, 1.5),
            ("its safe date", safely, 3.5),
            ("safe, service left open", left_open, 20),
            ("the later of two", of_two, 5),
            ("its safe date", of_two_safely, 10),
            ("safe, two facts left open", of_two_open, 60),
            ("with legal_holidays=", with_closed_days, 4),
            ("served_on(mail)", serving, 5),
            ("compute from an instant", from_instants, 6),
            ("48 hours", hours, 8),
        )
    )
    readings = ratio(reading(fresh()), offset)
    lines.append(Line("its readings besides", "busday_offset", readings, 12))
    compile_dir(ROOT / "src", quiet=2)
    attrs_alone = process("import attrs")
    lines += (
        Line(what, "import attrs", ratio(process(program), attrs_alone, STARTS), bound)
        for what, program, bound in (
            ("import legalcase", "import legalcase", 1.1),
            ("import, first compute()", FIRST_COMPUTATION, 2.5),
        )
    )
    lines += (
        Line("record, 10,000 lines", "at 100 lines", long_logs.recording(), 3),
        Line("a line, of 50,000", "a line, of 1,000", long_logs.a_line(), 1.3),
        Line("fold a log", "read its lines", long_logs.folding(), 0.5),
        Line("read a snapshot", "read and fold a log", long_logs.snapshot(), 0.2),
        Line("schedule a case", "its computations", caseload.schedule_ratio(), 3),
    )
    closure, deadlines, affected = caseload.closure_ratio()
    what, beside = f"a closure, {deadlines:,}", f"{affected:,} affected, alone"
    lines.append(Line(what, beside, closure, 3))
    report, each = measured.ratios()
    lines += (
        Line(f"measures, {measured.CASES:,} cases", "folding these", report, 1),
        Line("measures, a case of them", "of a tenth of them", each, 1.5),
    )
    lines += (Line(*each) for each in columns.report())
    lines += (Line(*each) for each in large_law.report())
    lines += (Line(*each) for each in cold_search.report())
    lines += (Line(*each) for each in stores.report())
    return lines


def main() -> int:
    """Print the ratios."""
    print(f"{'what':<32}{'beside':<24}{'ratio':>7}{'at most':>9}")
    for line in report():
        over = "" if line.ratio <= line.bound else "  over"
        print(
            f"{line.what:<32}{line.beside:<24}{line.ratio:>7.2f}{line.bound:>9}{over}"
        )
    print("Each ratio is the median of many turns; nothing is cached between turns.")
    first, again = long_logs.agenda()
    size = long_logs.bytes_of_a_deadline()
    print(
        f"A computed deadline takes {size:,} bytes; the agenda of "
        f"1,000 takes {1000 * first:.1f} ms, and again {1000 * again:.1f} ms."
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
