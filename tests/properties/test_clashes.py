"""Whoever is taken twice is found, and nobody else: counted again by slots of time.

The question compares spans; here, each hearing is the half hours that it takes by the
clocks of the world, and two meet if they have one in common.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

import legalcase.model as m
from legalcase.oversight import clashes
from legalcase.practice import MODEL

ZONES = (
    "America/New_York",
    "America/Los_Angeles",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Pacific/Auckland",
)
#: Around days on which clocks are set, forward here and back there.
DAYS = ("2026-03-07", "2026-03-28", "2026-10-24", "2026-10-31")
AT = datetime(2026, 12, 1, tzinfo=UTC)
HALF = timedelta(minutes=30)
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@st.composite
def settings(draw: st.DrawFn) -> list[tuple[datetime, str]]:
    """Instants by the clocks of some courts, within three days, and who sits then."""
    first = datetime.fromisoformat(draw(st.sampled_from(DAYS)))
    found = []
    for _ in range(draw(st.integers(2, 5))):
        zone = ZoneInfo(draw(st.sampled_from(ZONES)))
        clock = first + draw(st.integers(0, 2 * 48)) * HALF
        # What the clock skips is no time of any court: there and back it is another.
        at = clock.replace(tzinfo=zone, fold=draw(st.integers(0, 1)))
        found.append((at.astimezone(UTC).astimezone(zone), draw(st.sampled_from("XY"))))
    return found


def opened(number: int, at: datetime, judge: str) -> m.CaseFile:
    """A case with one hearing."""
    day = YEAR[0]
    file = m.CaseFile.open(
        m.CaseOpened(caption="C", happened_on=day),
        case_id=f"c{number}",
        by="clerk",
        at=AT,
        model=MODEL,
    )
    setting = m.HearingSet(
        hearing_id="h", title="T", hearing_at=at, judge=judge, happened_on=day
    )
    return file.record(setting, by="clerk", at=AT)


def slots(at: datetime, lasts: Any) -> set[datetime]:
    """The half hours in UTC that a hearing takes."""
    begins = at.astimezone(UTC)
    if isinstance(lasts, timedelta):
        return {begins + n * HALF for n in range(max(1, int(lasts / HALF)))}
    if lasts == "instant":
        return {begins}
    around = (begins + n * HALF for n in range(-80, 81))
    taken = set()
    for slot in around:
        local = slot.astimezone(at.tzinfo)
        is_same_half = (local.hour >= 12) == (at.hour >= 12)
        is_same_day = local.timetuple()[:3] == at.timetuple()[:3]
        if is_same_day and (lasts == "day" or is_same_half):
            taken.add(slot)
    return taken


@given(
    settings(),
    st.sampled_from(
        ("instant", "half-day", "day", HALF, timedelta(hours=2), timedelta(hours=30))
    ),
)
def test_two_meet_if_they_have_a_half_hour_in_common(
    given_: list[tuple[datetime, str]], lasts: Any
) -> None:
    """In whatever order the cases come."""
    files = [opened(n, at, judge) for n, (at, judge) in enumerate(given_)]
    wanted = {
        frozenset((f"c{one}", f"c{other}"))
        for (one, (at, judge)), (other, (at_2, judge_2)) in combinations(
            enumerate(given_), 2
        )
        if judge == judge_2 and slots(at, lasts) & slots(at_2, lasts)
    }
    for order in (files, files[::-1]):
        told = clashes(order, during=YEAR, lasts=lasts)
        pairs = [
            frozenset((one.first.case_id, one.second.case_id))
            for one in told
            if one.second is not None
        ]
        assert set(pairs) == wanted
        assert len(pairs) == len(set(pairs))
        assert {one.kind for one in told} <= {"judge"}
        assert all(
            one.second is not None and one.first.at <= one.second.at for one in told
        ) or lasts in {"half-day", "day"}
