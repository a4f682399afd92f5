"""The engine and the oracle, asked the same random questions, give the same days.

Where they differ, one of them is wrong; the rule's text decides which. Days of which
the sources differ (`oracle.doubts`) are left out where they decide.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import legalcase as lc
import oracle
from legalcase.errors import (
    ReadingNotCountedError,
    RoleNotFilledError,
    UnknownNameError,
)
from oracle import austria, england, germany
from oracle.question import DAY, OutOfScopeError, Question, day_of
from questions import (
    LAENDER,
    RULES,
    answered,
    ask,
    days_between,
    is_doubtful,
    looked_at,
    questions,
    triggers,
)

systems = pytest.mark.parametrize("system", list(RULES))
data = given(drawn=st.data())


def rolled(question: Question, found: lc.Computation) -> date:
    """Take the day to compare with the oracle's."""
    if question.unit == "hours":
        assert found.due_at is not None
        return found.due_at
    if question.system == "de/zpo" and question.unit == "clear days":
        # Whether § 222(2) ZPO moves the first day after an interval is not settled.
        return found.nominal
    return found.due


def ends_between_days(found: lc.Computation) -> bool:
    """Whether hours ended at midnight: the engine takes the end of the day before.

    Unless the next day, read literally, leads to an earlier end. The oracle reads
    literally; which day it is, no text says.
    """
    return any(
        step.code == "count" and step.end.strftime("%H:%M:%S") == "23:59:59"
        for step in found.steps
    )


@systems
@data
def test_the_due_day(system: str, drawn: st.DataObject) -> None:
    """Whatever the period, its direction, its year, its facts: both count alike."""
    question = drawn.draw(questions(system))
    expected = answered(question)
    found = ask(question)
    given_day = rolled(question, found)
    if question.unit == "hours" and ends_between_days(found):
        assert given_day < expected
    elif given_day != expected:
        days = looked_at(question, found, day_of(expected))
        assert is_doubtful(question, days), (expected, found)


def federal_readings(question: Question) -> dict[str, date]:
    """Which days are holidays, and in which order the days for mail were added."""
    names = ["executive-closings"]
    if question.service is not None:
        names.append("add-first")
    return {name: answered(question, name) for name in names}


def criminal_readings(question: Question) -> dict[str, date]:
    """Which days are holidays: the rest of Rule 45 leaves nothing open since 2009."""
    return {"executive-closings": answered(question, "executive-closings")}


def californian_readings(question: Question) -> dict[str, date]:
    """The order in which service is added, and where a count back moves."""
    names = ["roll-first"]
    if not question.forward:
        names += ["leave", "closer"]
        if question.start < date(2011, 1, 1):
            names.append("calendar-first")
    return {name: answered(question, name) for name in names}


def discovery_readings(question: Question) -> dict[str, date]:
    """The same order, and the cautious day of a count back."""
    names = ["roll-first"] if question.forward else ["roll-first", "earlier"]
    return {name: answered(question, name) for name in names}


def english_readings(question: Question) -> dict[str, date]:
    """Whether it is an act at the court office, and how a count back ends."""
    found = {}
    filed = question
    if question.act is None:
        filed = replace(question, act="file")
        found["act=file"] = answered(filed)
    if question.unit in {"days", "clear days"}:
        found["literal-start"] = answered(question, "literal-start")
    if not question.forward:
        found["cautious"] = answered(filed, "cautious")
    return found


def portal_readings(question: Question) -> dict[str, date]:
    """Whether it happened after four o'clock, where the hour is not known."""
    if isinstance(question.trigger, datetime):
        return {}
    late = datetime.combine(question.start, time(23), tzinfo=LONDON)
    return {"late": answered(replace(question, trigger=late))}


def german_readings(_question: Question) -> dict[str, date]:
    """A plain period has none; those of extensions have a test of their own."""
    return {}


def austrian_readings(question: Question) -> dict[str, date]:
    """Whether it is of a nature that the windows stop, and how they do."""
    if not question.forward:
        return {"stay": answered(question, "stay")}
    found = {}
    stopped = question
    if question.nature is None:
        is_old = question.start < austria.LAST_RECESS_ENDED
        nature = austria.ORDINARY if is_old else austria.APPEAL
        stopped = replace(question, nature=nature)
        found[f"nature={nature}"] = answered(stopped)
    if austria.is_stopped(stopped):
        found["window-after-roll"] = answered(stopped, "window-after-roll")
        if question.unit == "months":
            found["rest-added"] = answered(stopped, "rest-added")
    return found


LONDON = ZoneInfo("Europe/London")
OTHER_READINGS = {
    "us/frcp": federal_readings,
    "us/frap": federal_readings,
    "us/frcrp": criminal_readings,
    "us-ca": californian_readings,
    "us-ca/discovery": discovery_readings,
    "gb-eaw/cpr": english_readings,
    "gb-eaw/portal": portal_readings,
    "de/zpo": german_readings,
    "at/zpo": austrian_readings,
}


def readings_of(question: Question, found: Any) -> Any:
    """The readings; none where another text cannot count what is asked.

    One that counts back with the holidays of the clerk's state, which a question here
    does not name; or one that does not know the method of service.
    """
    try:
        return found.readings
    except ReadingNotCountedError as error:
        cause = error.__cause__
        if isinstance(cause, RoleNotFilledError) and not question.forward:
            return None
        if isinstance(cause, UnknownNameError) and repr(question.service) in str(cause):
            return None
        raise


@systems
@data
def test_the_other_readings(system: str, drawn: st.DataObject) -> None:
    """What the law can also be read to say stands among the readings; `.safe` minds it.

    A reading that gives the due day itself need not be shown.
    """
    question = drawn.draw(questions(system))
    due = answered(question)
    others = OTHER_READINGS[system](question)
    found = ask(question)
    ends = (day_of(due), *map(day_of, others.values()))
    if is_doubtful(question, looked_at(question, found, *ends)):
        return
    if question.unit == "hours" and ends_between_days(found):
        return
    hours = question.unit == "hours"
    readings = readings_of(question, found)
    if readings is None:
        return
    shown = {reading.due_at if hours else reading.due for reading in readings}
    # What the engine adopts is shown as the due day itself.
    shown |= {due, found.due_at if hours else found.due}
    missing = {name: day for name, day in others.items() if day not in shown}
    assert missing == {}, found
    if found.bound == "not-later-than":
        assert found.safe <= min(ends), found


#: The readings that can make a day earlier, where days are added for service.
EARLIER = {
    "us/frcp": ("add-first",),
    "us/frap": ("add-first",),
    "us-ca": ("roll-first", "leave", "closer"),
    "us-ca/discovery": ("roll-first", "earlier", "roll-first+earlier"),
}


def earlier_readings(question: Question) -> tuple[str, ...]:
    """The readings of that system that arise where nobody said how it was served."""
    names = EARLIER[question.system]
    if question.system == "us-ca" and not question.forward:
        return (*names, "calendar-first") if question.start < DAYS_COUNTED else names
    return ("roll-first",) if question.forward and "roll-first" in names else names


DAYS_COUNTED = date(2011, 1, 1)


@pytest.mark.parametrize("system", list(EARLIER))
@data
def test_the_dates_by_method_of_service(system: str, drawn: st.DataObject) -> None:
    """Left out, each method that makes the day earlier is shown with its own date.

    Those that only give more time stand in one line, which names the nearest.
    """
    question = replace(drawn.draw(questions(system)), service=None)
    assume(question.unit != "hours")
    found = ask(question)
    try:
        expected = oracle.by_service(question, earlier_readings(question))
    except OutOfScopeError:
        assume(False)
        raise
    ends = (day for both in expected.values() for day in both)
    if is_doubtful(question, looked_at(question, found, *ends)):
        return
    lines = {
        method: reading.due
        for reading in found.readings
        if reading.dispute == "service"
        for method in reading.choice.split(", ")
    }
    due = found.due
    for method, (last, safe) in expected.items():
        if (last, safe) == expected["personal"]:
            assert method not in lines
        elif safe < due:
            assert lines.get(method) == safe, (method, found, found.readings)
        elif last > due:
            assert due < lines[method] <= last, (method, found, found.readings)
    later = [last for last, safe in expected.values() if last > due <= safe]
    if later:
        assert min(later) in lines.values()
    assert found.safe <= min((due, *(safe for _, safe in expected.values())))


@pytest.mark.parametrize(
    "system", ["us/frcp", "us/frap", "us/frcrp", "us-ca", "gb-eaw/cpr"]
)
@data
def test_an_inaccessible_office(system: str, drawn: st.DataObject) -> None:
    """Where the office can't be reached on the last days, filing waits for it."""
    question = drawn.draw(questions(system))
    if system == "us-ca":
        # CCP 12b makes the day a holiday; where that moves a count back is disputed.
        assume(question.forward)
    if system == "us/frap":
        assume((question.as_of or question.start) >= date(1989, 12, 1))
    last = day_of(answered(question))
    shut = tuple(last + number * DAY for number in range(drawn.draw(st.integers(1, 4))))
    question = replace(question, act="file", inaccessible=shut)
    expected = answered(question)
    found = ask(question)
    assume(question.unit != "hours" or not ends_between_days(found))
    if rolled(question, found) != expected:
        days = looked_at(question, found, day_of(expected), *shut)
        assert is_doubtful(question, days), (expected, found)


@st.composite
def steps_of_service(draw: st.DrawFn) -> tuple[datetime, str, str]:
    """Draw a step of service under CPR Part 6: when, how, and what paper."""
    day = draw(triggers(date(2008, 10, 1)))
    clock = draw(st.sampled_from((time(0), time(16, 29), time(16, 30), time(23, 59))))
    methods = ("mail", "document-exchange", "permitted-address", "fax", "email")
    method = draw(st.sampled_from((*methods, "electronic", "personal")))
    paper = draw(st.sampled_from(("claim-form", "other")))
    moment = datetime.combine(day, clock, tzinfo=LONDON)
    return moment, method, paper


@given(step=steps_of_service())
def test_deemed_service_in_england(step: tuple[datetime, str, str]) -> None:
    """CPR 6.14 and 6.26: the deemed day, and the other reading of 6.14."""
    moment, method, paper = step
    found = lc.served_on(moment, method, under="gb-eaw/cpr", paper=paper)
    assert found.due == england.served_on(moment, method, paper)
    if paper == "claim-form":
        other = england.served_on(moment, method, paper, "one-business-day")
        assert other in {found.due, *(reading.due for reading in found.readings)}


@given(mailed=triggers(date(1989, 2, 1)), number=st.integers(1, 60))
def test_substituted_service_in_california(mailed: date, number: int) -> None:
    """CCP 415.20: complete on the tenth day after the mailing; then the time runs."""
    served = lc.served_on(mailed, "substituted", under="us-ca/ccp", paper="summons")
    complete = oracle.california.service_complete(mailed)
    assert served.due == complete
    question = Question(
        system="us-ca", period_number=number, unit="days", trigger=complete
    )
    found = lc.compute(f"{number} days", after=served, under="us-ca/ccp")
    expected = answered(question)
    if found.due != expected:
        assert is_doubtful(question, days_between(found.due, expected))


@given(
    end=triggers(date(1996, 1, 1)),
    number=st.integers(1, 6),
    unit=st.sampled_from(("weeks", "months")),
    land=st.sampled_from((None, *LAENDER)),
)
def test_extensions_in_germany(
    end: date, number: int, unit: str, land: str | None
) -> None:
    """§ 190 BGB: the new period begins where the old one, moved, had ended."""
    question = Question(
        system="de/zpo", period_number=number, unit=unit, trigger=end, land=land
    )
    calendar = None if land is None else LAENDER[land]
    found = lc.compute(
        f"{number} {unit}", extending=end, under="de/zpo", calendar=calendar
    )
    expected = germany.extended(question)
    other = germany.extended(question, "nominal-end")
    days = [*days_between(end, end + 7 * DAY), *days_between(found.due, expected)]
    if not is_doubtful(question, days):
        assert found.due == expected
        assert other in {expected, *(reading.due for reading in found.readings)}
