"""The engine and the oracle count alike by the rules of the American states.

Those are asked whose law the package has; the others are named when the tests run. What
the tests entered of those counts with the same engine, and is asked for its due days.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import oracle
from oracle.question import DAY, OutOfScopeError, day_of
from oracle.states import STATES, new_york
from questions import answered
from state_questions import (
    ENTERED,
    IN_THE_TESTS,
    LEFT_OUT,
    RULES,
    ask,
    is_doubtful,
    questions,
)

if TYPE_CHECKING:
    import legalcase as lc
    from oracle.question import Question

rules = pytest.mark.parametrize("rule", ENTERED)
# There are many states: each is asked fewer questions, and as many more when thorough.
few = settings(max_examples=settings().max_examples * 2 // 5)
data = given(drawn=st.data())
#: Before it, since when a manner of service is in the rule was not read.
MANNERS_SINCE = {"us-ny/cplr": new_york.OTHER_MEANS_SINCE}


def names_of_readings(question: Question) -> tuple[str, ...]:
    """Name the readings of the state that bear on the direction."""
    names: tuple[str, ...] = STATES[question.system].READINGS
    if not question.forward:
        return names
    return tuple(name for name in names if "later" not in name)


def readings_of(question: Question) -> dict[str, date]:
    """Answer in every reading that bears on the question."""
    if question.unit == "hours":
        return {}
    return {name: answered(question, name) for name in names_of_readings(question)}


def goes_back_to_an_older_text(question: Question) -> bool:
    """Whether a count back leaves the text that names all of New York's manners.

    Where nobody said how it was served, the engine then refuses to call a day safe: the
    older text does not name service overnight.
    """
    since = MANNERS_SINCE.get(question.system)
    is_open = question.service is None and not question.forward
    return since is not None and is_open and since.year <= question.start.year <= 2011


def due_of(question: Question, found: lc.Computation) -> date:
    """Take the day, or of hours the instant."""
    if question.unit == "hours":
        assert found.due_at is not None
        return found.due_at
    return found.due


def ends_between_days(question: Question, expected: date) -> bool:
    """Whether hours end at midnight: the engine takes the end of the day before.

    Unless the next day, read literally, leads to an earlier end.
    """
    return (
        question.unit == "hours"
        and isinstance(expected, datetime)
        and expected.time() == time()
    )


def test_it_is_said_which_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """The rules that the package has not are printed; those of two states it has."""
    with capsys.disabled():
        said = f"\nnot entered, so not compared: {', '.join(LEFT_OUT) or 'none'}\n"
        sys.stdout.write(said)
    assert {*ENTERED, *LEFT_OUT} == {*RULES}
    assert {"us-ny/cplr", "us-tx/trcp", "us-tx/trap"} <= {*ENTERED}


@pytest.mark.parametrize("rule", [*ENTERED, *IN_THE_TESTS])
@few
@data
def test_the_due_day(rule: str, drawn: st.DataObject) -> None:
    """Whatever the period, its direction, its year, its manner of service."""
    question = drawn.draw(questions(rule))
    expected = answered(question)
    found = ask(question)
    if ends_between_days(question, expected):
        assert due_of(question, found) <= expected
    elif due_of(question, found) != expected:
        assert is_doubtful(question, found, day_of(expected)), (expected, found)


@rules
@few
@data
def test_the_other_readings(rule: str, drawn: st.DataObject) -> None:
    """What the text can also be read to say is shown, and `.safe` is no later."""
    question = drawn.draw(questions(rule))
    assume(not goes_back_to_an_older_text(question))
    others = readings_of(question)
    due = answered(question)
    found = ask(question)
    if is_doubtful(question, found, day_of(due), *map(day_of, others.values())):
        return
    shown = {found.due, *(reading.due for reading in found.readings)}
    missing = {name: day for name, day in others.items() if day not in shown}
    assert missing == {}, found
    if found.bound == "not-later-than":
        assert found.safe <= min((day_of(due), *others.values())), found


@rules
@few
@data
def test_the_dates_by_method_of_service(rule: str, drawn: st.DataObject) -> None:
    """Where nobody said how it was served, each manner that comes earlier is shown.

    Those that only give more time stand in one line, which names the nearest.
    """
    question = drawn.draw(questions(rule, served=False))
    assume(question.unit != "hours")
    assume(rule != "us-ny/cplr" or question.period_number > new_york.TWO_DAYS)
    assume(question.start >= MANNERS_SINCE.get(rule, question.start))
    assume(not goes_back_to_an_older_text(question))
    found = ask(question)
    try:
        expected = oracle.by_service(question, names_of_readings(question))
    except OutOfScopeError:
        assume(False)
        raise
    if is_doubtful(
        question, found, *(day for both in expected.values() for day in both)
    ):
        return
    lines = {
        method: reading.due
        for reading in found.readings
        if reading.dispute == "service"
        for method in reading.choice.split(", ")
    }
    due = found.due
    assert found.safe <= min((due, *(safe for _, safe in expected.values())))
    for method, (last, safe) in expected.items():
        if (last, safe) == expected["personal"]:
            assert method not in lines
        elif safe < due:
            assert lines.get(method) == safe, (method, found, lines)
        elif last > due:
            assert due < lines[method] <= last, (method, found, lines)
    later = [last for last, safe in expected.values() if last > due <= safe]
    if later:
        assert min(later) in lines.values()


@pytest.mark.parametrize("rule", [rule for rule in ENTERED if rule == "us-tx/trap"])
@few
@data
def test_an_office_that_is_shut(rule: str, drawn: st.DataObject) -> None:
    """Rule 4.1(b): the time extends to the next day on which the office is open."""
    question = drawn.draw(questions(rule, served=False))
    assume(question.forward)
    last = answered(question)
    number = drawn.draw(st.integers(1, 4))
    shut = tuple(last + each * DAY for each in range(number))
    question = replace(question, act="file", inaccessible=shut)
    assert ask(question).due == answered(question)
