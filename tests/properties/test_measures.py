"""The measures hold together, whatever happened, in whatever order it was recorded."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, run_state_machine_as_test

from case_machine import Machine
from caseload_samples import BY, a_file, again, back, done, held, stayed, trial
from legalcase.dates import DateRange
from legalcase.errors import LegalCaseError
from legalcase.measures import (
    age_of_pending,
    backlog,
    clearance,
    deadline_compliance,
    disposition_time,
    reconciliation,
    time_to_disposition,
    trial_date_certainty,
    weighted_caseload,
)
from legalcase.measures.units.counting import units_of
from legalcase.model import CaseClosed, CaseTransferred, JudgeAssigned, PartyJoined

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.kernel import Event
    from legalcase.measures import Figure
    from legalcase.model import Case

FIRST = date(2026, 1, 1)
days = st.integers(0, 60).map(lambda n: FIRST + timedelta(days=n))
some = st.sampled_from(((), (), ("x",), ("y",), ("x", "y")))
periods = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(
    lambda pair: DateRange(
        FIRST + timedelta(days=pair[0]), FIRST + timedelta(days=sum(pair))
    )
)
#: Each measure of a period, by name; a day is its last.
MEASURES: dict[str, Callable[..., Figure]] = {
    "clearance": lambda cases, during, **said: clearance(cases, during=during, **said),
    "reconciliation": lambda cases, during, **said: reconciliation(
        cases, during=during, **said
    ),
    "time": lambda cases, during, **said: time_to_disposition(
        cases, during=during, standard="us/model/civil/summary-matters", **said
    ),
    "age": lambda cases, during, **said: age_of_pending(
        cases, as_of=during.last, **said
    ),
    "backlog": lambda cases, during, **said: backlog(
        cases, as_of=during.last, standard=10, **said
    ),
    "trials": lambda cases, during, **said: trial_date_certainty(
        cases, during=during, **said
    ),
    "pace": lambda cases, during, **said: disposition_time(
        cases, during=during, **said
    ),
    "weights": lambda cases, during, **said: weighted_caseload(
        cases, during=during, weights={"civil": 2, "criminal": 3}, **said
    ),
    "deadlines": lambda cases, during, **said: deadline_compliance(
        cases, as_of=during.last, **said
    ),
}


def _events(day: date, of: tuple[str, ...], number: int) -> list[Event]:
    return [
        stayed(day, *of),
        back(day, *of),
        done(day, *of),
        again(day, *of),
        CaseClosed(happened_on=day),
        JudgeAssigned(judge=f"Judge {'ABC'[number % 3]}", happened_on=day),
        CaseTransferred(court=("us/cand", "us/casd")[number % 2], happened_on=day),
        PartyJoined(party_id="z", name="z", roles=("defendant",), happened_on=day),
        trial(f"t{number}", day, day + timedelta(days=3)),
        held(f"t{number}", day + timedelta(days=3)),
    ]


@st.composite
def files(draw: st.DrawFn, in_order: bool = False) -> list[Any]:  # noqa: FBT002 - of a strategy
    """Some files to which things happened at random, those refused left out."""
    found = []
    for place in range(draw(st.integers(1, 4))):
        when = [draw(days) for _ in range(draw(st.integers(0, 9)))]
        if in_order:
            when.sort()
        filed = draw(days) if not in_order else min([*when, draw(days)])
        file = a_file(
            f"c{place}",
            filed,
            proceeding=draw(st.sampled_from(("civil", "criminal"))),
            parties=draw(st.sampled_from(((), ("x", "y"), ("x", "y")))),
        )
        for number, day in enumerate(when):
            event = draw(st.sampled_from(_events(day, draw(some), number % 4)))
            try:
                file = file.record(event, **BY)
            except LegalCaseError:
                continue
        found.append(file)
    return found


units = st.sampled_from(("guide", "case"))


@given(files(), periods, units, st.data())
@settings(max_examples=150, deadline=None)
def test_what_is_pending_reconciles(
    some_files: list[Any], during: DateRange, unit: str, data: st.DataObject
) -> None:
    """Begin, and what came, less what went, is the end: of every subset, of each part.

    It is looked up on the two days, and counted in between; the second period begins
    where the first one ends.
    """
    chosen = [one for one in some_files if data.draw(st.booleans())]
    for cases in (some_files, chosen):
        found = reconciliation(
            cases, during=during, unit=unit, by="category", smallest=1
        )
        assert found.is_reconciled
        assert found.value == 0
        assert {one.value for one in found.groups} <= {0}
        after = DateRange(during.stop, during.stop + timedelta(days=9))
        assert reconciliation(cases, during=after, unit=unit).begin == found.end
    middle = during.start + timedelta(days=during.days // 2)
    if during.start < middle:
        parts = [DateRange(during.start, middle), DateRange(middle, during.stop)]
        whole = clearance(some_files, during=during, unit=unit).flow
        two = [clearance(some_files, during=one, unit=unit).flow for one in parts]
        assert whole.to_dict() == {
            name: sum(one.to_dict()[name] for one in two) for name in whole.to_dict()
        }


@given(files(in_order=True))
@settings(max_examples=100, deadline=None)
def test_of_a_log_in_order_the_days_tell_what_its_lines_do(
    some_files: list[Any],
) -> None:
    """The case's own standing, and its own counts, from another piece of code.

    But for what comes in while a stay holds: it is placed on inactive status at once.
    """
    for unit in units_of(some_files, "case"):
        caseload = unit.case.caseload
        line = unit.timeline
        assert line.set_aside == ()
        assert line.status_on(date.max) == caseload.status
        by_line = [(one.on, one.count) for one in caseload.counted() if not one.of]
        by_day = [(one.day, one.count) for one in line.flows]
        while by_line != by_day:
            place = next(
                (n for n, one in enumerate(by_day) if by_line[n : n + 1] != [one]), -1
            )
            assert by_day[place][1] == "placed-on-inactive-status"
            assert by_day[place - 1] == (by_day[place][0], "reopened")
            del by_day[place]
    for unit in units_of(some_files):
        if unit.party_id is not None:
            status = unit.case.caseload.status_of(unit.party_id)
            assert unit.timeline.status_on(date.max) == status


@pytest.mark.parametrize("name", MEASURES)
@given(
    some_files=files(), during=periods, by=st.sampled_from(("judge", "court", "own"))
)
@settings(max_examples=40, deadline=None)
def test_the_parts_add_up_to_the_whole(
    name: str, some_files: list[Any], during: DateRange, by: str
) -> None:
    """Of every measure: how many there are, and what is added."""

    def own(case: Case) -> str:
        return "odd" if int(case.case_id[1:]) % 2 else "even"

    found = MEASURES[name](
        some_files, during, by=own if by == "own" else by, smallest=1
    )
    assert sum(one.count or 0 for one in found.groups) == len(found.population)
    assert len(set(found.population)) == len(found.population) or name in (
        "time",
        "trials",
    )
    for each in ("numerator", "denominator"):
        whole = getattr(found, each)
        if whole is not None:
            parts = [getattr(one, each) for one in found.groups]
            assert sum(parts) == whole


@pytest.mark.parametrize("name", sorted({*MEASURES} - {"deadlines"}))
@given(some_files=files(), during=periods, data=st.data())
@settings(max_examples=40, deadline=None)
def test_what_happens_later_changes_nothing_before(
    name: str, some_files: list[Any], during: DateRange, data: st.DataObject
) -> None:
    """An event after the period leaves its figures as they were, groups and all."""
    day = during.stop + timedelta(days=data.draw(st.integers(0, 9)))
    after = []
    for file in some_files:
        changed = file
        for number in range(4, data.draw(st.integers(5, 9))):
            event = data.draw(st.sampled_from(_events(day, data.draw(some), number)))
            try:
                changed = changed.record(event, **BY)
            except LegalCaseError:
                continue
        after.append(changed)
    asked = MEASURES[name]
    before, now = (
        asked(each, during, by="judge", smallest=1) for each in (some_files, after)
    )
    # What cannot have happened by its days is said whenever it is recorded; and the
    # first defendant of a case takes its place.
    plain = [evolve(one, exclusions=(), population=()) for one in (before, now)]
    if name in ("age", "backlog", "time", "trials", "weights"):
        assert len(before.population) == len(now.population)
        numbers = [(list(one.figures()), one.groups) for one in plain]
        assert numbers[0] == numbers[1]
    else:
        assert plain[0] == plain[1]


class MeasuredMachine(Machine):
    """The machine of cases, measured after every step."""

    @invariant()
    def reconciles(self) -> None:
        """In one half year, and in a month of it, whatever was recorded."""
        if not hasattr(self, "file"):
            return
        for during in (
            DateRange(date(2026, 1, 1), date(2026, 7, 1)),
            DateRange(date(2026, 3, 1), date(2026, 4, 1)),
        ):
            for unit in ("guide", "case"):
                assert reconciliation(
                    [self.file], during=during, unit=unit
                ).is_reconciled
            met = deadline_compliance([self.file], as_of=during.last)
            assert met.counts.decided == len(met.population)
            age = age_of_pending([self.file], as_of=during.last)
            assert all(0 <= one.days <= during.last.toordinal() for one in age.ages)


@pytest.mark.slow
def test_whatever_is_recorded_reconciles() -> None:
    """See the machine: corrections, retractions and all kinds of events."""
    run_state_machine_as_test(
        MeasuredMachine,
        settings=settings(
            max_examples=15,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
