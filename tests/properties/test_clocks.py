"""Clocks against a count day by day that shares nothing with them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from legalcase.law.lawbook import Law
from legalcase.scheduling.clocks import Exclusion, StatutoryClock

LAW = Law.bundled()
RULE = LAW.clock("us/18-usc/3161(c)(1)")
BARRED = LAW.clock("us/28-usc/2244(d)")
START = date(2025, 3, 3)
DAY = timedelta(days=1)
MOST = {"(h)(1)(D)": None, "(h)(7)": None, "(h)(1)(H)": 30, "(h)(1)(F)": 10}
LATER = ("(h)(1)(H)", "(h)(1)(F)")


#: How long an exclusion lasts that is open: without end, or not at all.
ENDS = st.sampled_from([0, None])
FAR = START + 500 * DAY


def stated() -> st.SearchStrategy[Exclusion]:
    """An exclusion near the clock, of one of four grounds, with an end."""
    return st.builds(
        lambda basis, first, length, finding: Exclusion(
            basis=basis,
            from_on=START + first * DAY,
            until_on=None if length is None else START + (first + length) * DAY,
            has_finding=finding,
        ),
        st.sampled_from(sorted(MOST)),
        st.integers(-20, 140),
        st.one_of(st.integers(0, 60), ENDS),
        st.booleans(),
    )


SEVERAL = st.lists(stated(), max_size=6)


def made(exclusions: list[Exclusion], rule: Any = RULE) -> StatutoryClock:
    """A clock with these."""
    words = {one.event: START for one in rule.starts if not one.is_optional}
    return StatutoryClock.of_rule(rule, words).with_exclusions(*exclusions)


def oracle(exclusions: list[Exclusion]) -> set[date]:
    """The days that do not count, one by one."""
    out: set[date] = set()
    for one in exclusions:
        if one.basis == "(h)(7)" and not one.has_finding:
            continue
        days, on = [], one.from_on
        while on <= (one.until_on or FAR):
            days.append(on)
            on += DAY
        if one.basis in LATER:
            days = days[1:]
        out.update(on for on in days[: MOST[one.basis]] if on > START)
    return out


@settings(max_examples=60)
@given(SEVERAL, st.integers(0, 250))
def test_invariant_18_a_clock_counts_as_one_does_by_hand(
    exclusions: list[Exclusion], after: int
) -> None:
    """Counted, excluded, elapsed and the last day, walked day by day."""
    clock, out = made(exclusions), oracle(exclusions)
    on = START + after * DAY
    passed = [START + (number + 1) * DAY for number in range(after)]
    assert clock.elapsed(on=on) == len(passed)
    assert clock.excluded(on=on) == sum(one in out for one in passed)
    assert clock.counted(on=on) == sum(one not in out for one in passed)
    ranges = clock.ranges(on=on)
    assert sum(one.days for one in ranges if one.is_excluded) == clock.excluded(on=on)
    assert sum(one.days for one in ranges) == after
    counted, last = 0, START
    while last < FAR and counted + ((last + DAY) not in out) <= 70:
        last += DAY
        counted += last not in out
    if last == FAR:  # it stands still before the limit is reached
        assert clock.last_day() is None
        return
    assert clock.last_day() == last
    assert clock.counted(on=last) == 70
    assert clock.counted(on=last + DAY) == 71


@settings(max_examples=60)
@given(SEVERAL, st.randoms(use_true_random=False), stated())
def test_exclusions_are_a_union(
    exclusions: list[Exclusion], random: Any, more: Exclusion
) -> None:
    """Their order and their number make no difference, and more never takes away."""
    on = START + 200 * DAY
    for rule in (RULE, BARRED):
        listed = exclusions if rule is RULE else barred(exclusions)
        clock = made(listed, rule)
        shuffled = random.sample(listed, len(listed))
        assert made(shuffled, rule).standing(on=on) == clock.standing(on=on)
        again = made([*listed, *listed], rule)
        assert again.standing(on=on) == clock.standing(on=on)
        extra = [more] if rule is RULE else barred([more])
        later = made([*listed, *extra], rule)
        assert later.excluded(on=on) >= clock.excluded(on=on)
        before, after = clock.last_day(), later.last_day()
        assert before is not None or after is None
        if before is not None:
            assert after is None or after >= before
            assert clock.safe(on=on) <= before
        assert later.safe(on=on) >= clock.safe(on=on)


def barred(exclusions: list[Exclusion]) -> list[Exclusion]:
    """The same times as those of a clock that knows one ground."""
    return [
        Exclusion(basis="2244(d)(2)", from_on=one.from_on, until_on=one.until_on)
        for one in exclusions
    ]
