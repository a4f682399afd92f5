"""What is asked again is answered as the first time: every example, every kind of call.

Asked from the inputs of its answer, so that what a case does when it computes anew is
what is looked at; and compared to the last step with a law that keeps no call.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from every_one import for_each
from law_folders import afresh
from legalcase.law.ask.repeat import repeat
from legalcase.law.examples import Example, answer_of, examples_of
from told import answered, first_answered

if TYPE_CHECKING:
    from collections.abc import Iterable

LAW = lc.Law.bundled()
#: A law of which every call is a first one.
OTHER = afresh(LAW)


def check(question: Any) -> None:
    """Ask again and again: afresh, ready for more, without a walk where that can be."""
    expected = first_answered(OTHER, question)
    for _ in range(4):
        assert answered(LAW, question) == expected


@cache
def entered() -> tuple[Example, ...]:
    """Every example of the law."""
    return tuple(examples_of(LAW.folders[0]))


def named(place: str) -> list[Example]:
    """The examples of a jurisdiction; a day of a calendar is not computed."""
    return [
        one
        for one in entered()
        if one.file.partition("/")[0] == place and one.sort != "calendar"
    ]


@for_each(
    "example",
    named,
    ids=lambda one: f"{one.file}{one.path}",
    shelves=LAW.jurisdictions(),
)
def test_an_example_asked_again_from_the_inputs_of_its_answer(example: Example) -> None:
    """Whether from a day, an instant, the days of events or another's end."""
    inputs = answer_of(LAW, example).inputs
    check(lambda law: repeat(law, inputs))


def by_events(name: str, days: dict[str, int], **given: Any) -> Any:
    """A question from the days of events, so many days from the one that is asked."""

    def asked(day: date) -> Any:
        after = {word: day + timedelta(days=apart) for word, apart in days.items()}
        return lambda law: law.compute(name, after=after, **given)

    return asked


def plainly(question: str, **given: Any) -> Any:
    """A question from one day."""
    return lambda day: lambda law: law.compute(question, after=day, **given)


def from_evening(question: str, **given: Any) -> Any:
    """A question from the evening of a day, by the clock of no place."""

    def asked(day: date) -> Any:
        moment = datetime(day.year, day.month, day.day, 23, tzinfo=UTC)
        return lambda law: law.compute(question, after=moment, **given)

    return asked


ANSWER = {"amended-pleading-served": 0, "summons-served": -9}
NOT_THE_STATE = {"defendant-is-the-united-states": "no"}
CLOSED = [date(2025, 3, 14), date(2026, 7, 6)]


CALLS: dict[str, Any] = {
    "the later of two": by_events(
        "us/frcp/15(a)(3)", ANSWER, court="cand", service="mail", facts=NOT_THE_STATE
    ),
    "one of two waits": by_events(
        "us/frcp/15(a)(3)",
        {"amended-pleading-served": 0},
        court="nysd",
        service="personal",
        facts=NOT_THE_STATE,
    ),
    "one event": by_events(
        "us/frcp/33(b)(2)",
        {"discovery-request-served": 0},
        court="cand",
        service="mail",
    ),
    "the earlier of several": by_events(
        "us-ca/crc/8.104(a)(1)",
        {"notice-of-entry-served-by-party": 4, "judgment-entered": 0},
    ),
    "a part is left out": by_events(
        "us/frap/4(a)(6)", {"judgment-entered": 0}, court="cand"
    ),
    "closed days": plainly("us/frcp/33(b)(2)", service="mail", legal_holidays=CLOSED),
    "closed days, court days": plainly(
        "16 court days", under="us-ca/ccp", legal_holidays=CLOSED
    ),
    "hours": from_evening("48 hours", under="us/frcp", court="cand"),
    "an instant, closed days": from_evening(
        "us/frcp/33(b)(2)", court="cand", service="mail", legal_holidays=CLOSED
    ),
    "service, closed days": lambda day: (
        lambda law: law.served_on(
            day, "mail", under="gb-eaw/cpr", legal_holidays=CLOSED
        )
    ),
}


def check_each(name: str, days: Iterable[date]) -> None:
    """Ask of each day as the first call does, then twice as others do."""
    for day in days:
        question = CALLS[name](day)
        expected = first_answered(OTHER, question)
        assert answered(LAW, question) == expected, day
        assert answered(LAW, question) == expected, day


#: About a Juneteenth, an inauguration and a Lincoln Day there is dispute; and a year
#: ends. A time to count begins in the weeks before.
NEAR_DISPUTES = [
    first + timedelta(days=number)
    for first, length in (
        (date(2025, 1, 1), 46),
        (date(2025, 5, 20), 35),
        (date(2025, 12, 15), 64),
        (date(2026, 5, 20), 35),
    )
    for number in range(length)
]


@pytest.mark.parametrize("name", CALLS)
def test_every_day_near_a_dispute(name: str) -> None:
    """Before it, on it, and a few days after."""
    check_each(name, NEAR_DISPUTES)


@pytest.mark.thorough
@pytest.mark.parametrize("name", CALLS)
def test_every_day_of_years_with_disputes(name: str) -> None:
    """All of two years."""
    check_each(name, (date(2025, 1, 1) + timedelta(days=n) for n in range(2 * 365)))
