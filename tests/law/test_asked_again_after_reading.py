"""Who reads an answer to its end changes no other: what stays open is of one call.

Under the next text, or from an instant, a call can bring up what it did not ask; none
of that may be left behind in what is kept of it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from law_folders import ATLANTIS, written
from legalcase.errors import CalendarOutOfBoundsError, UnusedInputError
from told import answered, first_answered

if TYPE_CHECKING:
    from pathlib import Path

LAW = lc.Law.bundled()

#: Fifteen days, and since 2030 twenty, or five where a fact holds that nobody asked for
#: until then.
_NEXT_TEXT_ASKS = """
[pack]
id = "xx/own"
name = "Own rules"
counting = "xx/cp"
cite_prefix = "O.R. "

[[deadline]]
id = "1"
title = "Answer"
trigger = "complaint-served"
act = "file"
owed_by = "served"
met_by = ["answer-served"]
proceedings = ["civil"]
period = "15 days"
bound = "not later than"
service_extension = "none"
questions = { united-states-is-a-party = "Is the United States a party?" }
cite = "1"
in_force = { from = 2000-01-01 }
verified = { how = "secondary" }
examples = [{ after = 2026-02-02, due = 2026-02-17, source = "made up" }]
[[deadline.version]]
from = 2030-01-01
period = "20 days"
when = [{ facts = { united-states-is-a-party = "yes" }, period = "5 days", cite = "1" }]
"""


@pytest.fixture(name="own")
def fixture_own(tmp_path: Path) -> lc.Law:
    """Atlantis with rules of which the next text asks for more."""
    folder = written(tmp_path, {"xx/deadlines/own.toml": _NEXT_TEXT_ASKS})
    return LAW.with_folder(ATLANTIS).with_folder(folder)


def told_of(computation: lc.Computation) -> list[tuple[str, date, str]]:
    """Every reading, by its answer, its date and what kind of question it answers."""
    return [(one.choice, one.due, one.kind) for one in computation.readings]


NEW = "the one in force on the due date (from 2030-01-01)"


@pytest.mark.parametrize(
    "after", [date(2029, 12, 20), {"complaint-served": date(2029, 12, 20)}]
)
def test_what_the_next_text_alone_asks_is_answered_each_way(
    own: lc.Law, after: Any
) -> None:
    """Five days, should the next text and that fact hold: safe whichever does.

    The second time as the first, and whatever was read in between.
    """
    for _ in range(4):
        found = own.compute("xx/own/1", after=after)
        assert (found.due, found.safe) == (date(2030, 1, 4), date(2029, 12, 25))
        assert told_of(found) == [
            (NEW, date(2030, 1, 9), "law"),
            (f"{NEW}; yes", date(2029, 12, 25), "fact"),
        ]
        assert {one.dispute for one in found.readings} == {""}
        assert [one.code for one in found.notices] == ["verified-secondary"]


def test_reading_an_answer_leaves_nothing_open_in_the_next(own: lc.Law) -> None:
    """From a day whose time ends before the change, nothing is asked, as before."""
    own.compute("xx/own/1", after=date(2029, 12, 20)).explain()
    found = own.compute("xx/own/1", after=date(2029, 11, 20))
    assert (found.due, found.readings) == (date(2029, 12, 5), ())
    assert not hasattr(found._backing, "_questions")


def test_what_is_open_already_is_not_asked_twice(own: lc.Law) -> None:
    """From the first day of the text both answers stand, each once.

    Five days end on a Sunday.
    """
    found = own.compute("xx/own/1", after=date(2030, 1, 1))
    assert told_of(found) == [("yes", date(2030, 1, 7), "fact")]


#: On two days, by another clock than the court's.
INSTANTS = [
    datetime(2026, 6, 3, 18, tzinfo=UTC),
    datetime(2026, 6, 4, 18, tzinfo=UTC),
]


@pytest.mark.parametrize("moment", INSTANTS)
def test_answers_are_tried_from_the_instants_of_events(moment: datetime) -> None:
    """The method of service is open, so that the same is asked with each in turn."""
    law = lc.Law.bundled()

    def question(of: lc.Law) -> lc.Computation:
        return of.compute(
            "us/frcp/33(b)(2)", after={"discovery-request-served": moment}, court="cand"
        )

    expected = first_answered(law, question)
    assert any(one.code == "fact-not-given" for one in expected[-1].notices)
    for _ in range(3):
        assert answered(law, question) == expected
        computation = question(law)
        assert computation.readings
        assert computation.nominal_readings()
        assert answered(law, question) == expected


#: Refused from 2005 for two reasons: no calendar, and a fact that no text asked for.
TWO_REASONS: dict[str, Any] = {
    "court": "us/oknd",
    "facts": {"united-states-is-a-party": "no"},
}


def test_of_two_reasons_to_refuse_the_same_is_told_every_time() -> None:
    """Though it is ready for another text, under which there is no reason."""
    law = lc.Law.bundled()

    def asked(day: date) -> Any:
        return lambda of: of.compute("us/frcp/23(f)", after=day, **TWO_REASONS)

    expected = first_answered(law, asked(date(2005, 12, 1)))
    assert expected[0] is CalendarOutOfBoundsError
    law._cache.pop("kept-calls")
    assert answered(law, asked(date(2024, 6, 3)))[0] == date(2024, 6, 17)
    for _ in range(2):
        assert answered(law, asked(date(2005, 12, 1))) == expected
    # What was refused leaves the others as they were.
    assert answered(law, asked(date(2024, 6, 3)))[0] == date(2024, 6, 17)
    unused = first_answered(law, asked(date(2017, 6, 1)))
    assert unused[0] is UnusedInputError
    assert answered(law, asked(date(2024, 6, 3)))[0] == date(2024, 6, 17)
    assert answered(law, asked(date(2017, 6, 1))) == unused
