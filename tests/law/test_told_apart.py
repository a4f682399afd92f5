"""A call that is kept is told apart from every other, by each thing that was given.

Each pair differs in one thing and in its answer; whichever was asked first, and how
often, the other is answered as if nothing had been asked before.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

import legalcase as lc
from legalcase.dates import DateRange
from legalcase.errors import ConflictingInputError
from legalcase.law.ask.behind import trigger_words
from told import answered, first_answered

LAW = lc.Law.bundled()
DAY = date(2026, 6, 3)
#: The last day of thirty, by Rule 6, from that day.
LAST = date(2026, 7, 6)

BARE: dict[str, Any] = {"period": "30 days", "after": DAY, "under": "us/frcp"}
MAIL: dict[str, Any] = {**BARE, "service": "mail"}
PLEADING: dict[str, Any] = {
    "period": "us/frcp/15(a)(3)",
    "after": {"summons-served": DAY, "amended-pleading-served": date(2026, 6, 10)},
}
POSTED: dict[str, Any] = {"on": DAY, "method": "mail", "under": "gb-eaw/cpr"}

#: What is asked, and the one thing that another call has besides.
APART: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "period": (BARE, {"period": "31 days"}),
    "under": (BARE, {"under": "us-ca/ccp"}),
    "court": (BARE, {"court": "cand"}),
    "forum": ({**BARE, "after": date(2026, 3, 1)}, {"forum": "us-ca"}),
    "calendar": (BARE, {"calendar": "us-ca"}),
    "service": (BARE, {"service": "mail"}),
    "service_extension": (MAIL, {"service_extension": "none"}),
    "act": (BARE, {"act": "serve"}),
    "nature": (
        {"period": "4 weeks", "after": date(2026, 7, 1), "under": "at/zpo"},
        {"nature": "appeal-notfrist"},
    ),
    "paper": (BARE, {"paper": "claim-form"}),
    "local_rules": ({**BARE, "court": "cand"}, {"local_rules": "none"}),
    "as_of": (MAIL, {"as_of": date(2000, 1, 3)}),
    "legal_holidays": (BARE, {"legal_holidays": [date(2026, 7, 3), LAST]}),
    "inaccessible": (BARE, {"inaccessible": [LAST]}),
    "suspensions": (BARE, {"suspensions": [DateRange.through(DAY, LAST)]}),
    "added": (BARE, {"added": 5}),
    "facts": (PLEADING, {"facts": {"defendant-is-the-united-states": "yes"}}),
    "other facts": (
        {**PLEADING, "facts": {"defendant-is-the-united-states": "no"}},
        {"facts": {"defendant-is-the-united-states": "yes"}},
    ),
    "readings": (
        {**MAIL, "court": "cand"},
        {"readings": {"mail-order": "no: add, roll"}},
    ),
    "one event of two": (PLEADING, {"after": {"amended-pleading-served": DAY}}),
    "closed days, of several": (PLEADING, {"legal_holidays": [date(2026, 6, 24)]}),
    "the paper served": (POSTED, {"paper": "claim-form"}),
    "the method": (POSTED, {"method": "fax"}),
    "where it is served": (POSTED, {"calendar": "us"}),
    "closed days, of service": (POSTED, {"legal_holidays": [date(2026, 6, 5)]}),
}


def asked(given: dict[str, Any]) -> Any:
    """The question as a function of a law."""
    if "method" in given:
        return lambda law: law.served_on(**given)
    rest = {word: value for word, value in given.items() if word != "period"}
    return lambda law: law.compute(given["period"], **rest)


def answer(given: dict[str, Any]) -> tuple[Any, ...]:
    """All that the law says to it, of a law that is asked again."""
    return answered(LAW, asked(given))


@pytest.mark.parametrize("name", APART)
def test_one_thing_more_or_less_is_another_call(name: str) -> None:
    """In both orders."""
    given, other = APART[name]
    pair = [given, {**given, **other}]
    first = [first_answered(LAW, asked(one)) for one in pair]
    assert first[0] != first[1], "they differ in nothing"
    for order in ((0, 1), (1, 0)):
        LAW._cache.pop("kept-calls", None)
        for place in (*order, *order, *order):
            assert answer(pair[place]) == first[place]


def test_an_order_that_cannot_be_is_refused_every_time() -> None:
    """Of events that are kept in their order; on one day both can happen."""
    words = ("judgment-entered", "notice-of-entry-served-by-party")

    def days(entered: int, served: int) -> Any:
        after = {words[0]: date(2026, 6, entered), words[1]: date(2026, 6, served)}
        return {"period": "us-ca/crc/8.104(a)(1)", "after": after}

    orders = [days(1, 5), days(5, 1), days(3, 3), days(5, 4)]
    first = [first_answered(LAW, asked(one)) for one in orders]
    assert [one[0] for one in (first[1], first[3])] == [ConflictingInputError] * 2
    LAW._cache.pop("kept-calls", None)
    for _ in range(3):
        assert [answer(one) for one in orders] == first


#: Of which the day of one event decides what another does.
UNSTEADY = (
    "us/11-usc/546(a)(1)",
    "us/37-cfr/90.3(a)-trial",
    "us/frap/4(a)(1)(B)",
    "us/frap/4(a)(3)",
    "us/frap/4(a)(5)(C)",
    "us/frap/13(a)(1)(A)",
    "us/frap/41(b)",
)


@pytest.mark.parametrize("name", UNSTEADY)
def test_the_day_of_one_event_decides_what_another_does(name: str) -> None:
    """So many days apart, in time and too late, in turn; under one text throughout."""
    words = trigger_words(LAW.deadline(name), LAW)
    assert len(words) > 1
    questions = [
        asked({"period": name, "after": {words[0]: DAY, **dict.fromkeys(rest, day)}})
        for rest in (words[1:], words[1:2], words[-1:])
        for day in (DAY + timedelta(days=apart) for apart in (0, 9, 16, 45, 100, 300))
    ]
    first = [first_answered(LAW, one) for one in questions]
    LAW._cache.pop("kept-calls", None)
    for _ in range(3):
        for question, expected in zip(questions, first, strict=True):
            assert answered(LAW, question) == expected


@pytest.mark.parametrize(
    ("summons", "amended"),
    [
        (date(2026, 6, 1), date(2026, 6, 6)),
        (date(2026, 5, 30), date(2026, 6, 8)),
    ],
)
def test_of_two_that_end_on_one_day_the_first_decides(
    summons: date, amended: date
) -> None:
    """One ends on that Monday, and one on the Saturday before it, as counted."""
    question = asked(
        {
            "period": "us/frcp/15(a)(3)",
            "after": {"summons-served": summons, "amended-pleading-served": amended},
            "facts": {"defendant-is-the-united-states": "no"},
        }
    )
    expected = first_answered(LAW, question)
    assert expected[0] == date(2026, 6, 22)
    for _ in range(4):
        assert answered(LAW, question) == expected


class Day(date):
    """A kind of date of the caller's own: equal to a date, and refused."""


def test_a_closed_day_of_its_own_kind_is_refused_every_time() -> None:
    """Also where the same days were asked of before as plain dates."""
    own = asked({**BARE, "legal_holidays": [Day(2026, 7, 6)]})
    same = asked({**BARE, "legal_holidays": [LAST]})
    expected = first_answered(LAW, own)
    for question in (same, own, same, own):
        found = answered(LAW, question)
        assert found == (expected if question is own else first_answered(LAW, same))
