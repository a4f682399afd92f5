"""After the roll: the clerk's office, the extension's beginning, the last instant."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc
from legalcase.counting.counted import count
from legalcase.dates import Period
from legalcase.errors import UnsupportedQuestionError
from small_law import court, names, outcome, rolls, rule, told

FRIDAY = date(2026, 4, 24)
CLERK: dict[str, Any] = {
    "to": "first accessible open day",
    "acts": ["file"],
    "cite": "13",
}


def shut(*days: date) -> frozenset[int]:
    """Days on which the clerk's office was inaccessible."""
    return frozenset(day.toordinal() for day in days)


def test_a_last_day_on_which_the_office_was_inaccessible() -> None:
    """It goes to the first accessible open day, past what else is closed."""
    used = rule(inaccessible=CLERK)
    last, monday = date(2026, 4, 30), date(2026, 5, 4)
    found = outcome(used, "6 days", FRIDAY, act="file", inaccessible=shut(last, monday))
    assert (found.nominal, found.due) == (last, date(2026, 5, 5))
    assert told(found)[-1] == ("inaccessible", "2026-05-05", "C.P. 13")
    assert names(found, "inaccessible") == [
        "clerk's office inaccessible",
        *("May 1", "Saturday", "Sunday"),
        "clerk's office inaccessible",
    ]


def test_an_inaccessible_office_matters_on_the_last_day_and_to_filing_alone() -> None:
    """A day before it moves nothing, nor does it excuse another act."""
    used = rule(inaccessible=CLERK)
    last = date(2026, 4, 30)
    for act, days in (
        ("file", shut(date(2026, 4, 29), date(2026, 5, 4))),
        ("serve", shut(last)),
        (None, shut(last)),
    ):
        assert outcome(used, "6 days", FRIDAY, act=act, inaccessible=days).due == last
    silent = outcome(rule(), "6 days", FRIDAY, act="file", inaccessible=shut(last))
    assert silent.due == last


def test_the_clerk_comes_after_the_roll() -> None:
    """Friday, May Day, rolls to Monday, on which the office was inaccessible."""
    monday = date(2026, 5, 4)
    found = outcome(
        rule(inaccessible=CLERK),
        "7 days",
        FRIDAY,
        act="file",
        inaccessible=shut(monday),
    )
    assert [code for code, *_ in found.steps][-2:] == ["roll", "inaccessible"]
    assert found.due == date(2026, 5, 5)


def test_a_count_back_goes_forward_where_the_office_was_inaccessible() -> None:
    """The committee of 2009, to Rule 6(a)(5): 31 August, and so 4 September 2007."""
    found = lc.compute(
        "10 days",
        before=date(2007, 9, 11),
        under="us/frap",
        as_of=date(2009, 12, 1),
        inaccessible=[date(2007, 8, 31)],
    )
    assert found.due == date(2007, 9, 4)
    assert found.steps[-1].code == "inaccessible"
    assert found.inputs.inaccessible == (date(2007, 8, 31),)


def test_an_inaccessible_office_can_make_a_closed_day() -> None:
    """Section 12b: as from any day on which the office was closed, back as well.

    Whether it is passed over is for the roll to say; court days do not leave it out.
    """
    kinds = {"court": ["legal-holiday", "office-closed"]}
    used = rule(inaccessible=CLERK | {"to": "a closed day"}, roll=rolls(closed=kinds))
    last = date(2026, 4, 29)
    found = outcome(used, "5 days", FRIDAY, act="file", inaccessible=shut(last))
    assert (found.due, found.steps[-1][0]) == (date(2026, 4, 30), "roll")
    assert names(found, "roll") == ["clerk's office inaccessible"]
    back = outcome(
        used,
        "5 days",
        date(2026, 5, 4),
        before=True,
        act="file",
        inaccessible=shut(last),
    )
    assert back.due == date(2026, 4, 28)
    served = outcome(used, "5 days", FRIDAY, act="serve", inaccessible=shut(last))
    assert served.due == last
    days = outcome(used, "2 court days", FRIDAY, act="file", inaccessible=shut(last))
    assert days.due == date(2026, 4, 28)
    silent = rule(inaccessible=CLERK | {"to": "a closed day"})
    assert (
        outcome(silent, "5 days", FRIDAY, act="file", inaccessible=shut(last)).due
        == last
    )


@pytest.mark.parametrize(
    ("begins", "expected", "codes"),
    [
        # The end that is extended is Sunday, 31 May 2026: rolled, Monday.
        ("rolled end", date(2026, 6, 8), ["roll-first", "count"]),
        ("nominal end", date(2026, 6, 8), ["count", "roll"]),
    ],
)
def test_an_extension_begins_at_one_end_or_the_other(
    begins: str, expected: date, codes: list[str]
) -> None:
    """Seven days from the rolled end, or from the end before it was rolled."""
    used = rule(extension={"from": begins, "cite": "14"})
    found = outcome(used, "7 days", date(2026, 5, 31), from_rolled_end=True)
    assert [code for code, *_ in found.steps] == codes
    assert found.due == expected
    days = outcome(used, "9 days", date(2026, 5, 31), from_rolled_end=True).due
    assert (
        days
        == {"rolled end": date(2026, 6, 10), "nominal end": date(2026, 6, 9)}[begins]
    )


def test_an_extension_of_an_end_on_an_open_day_begins_there() -> None:
    """Nothing rolls first, and nothing says that it did."""
    used = rule(extension={"from": "rolled end", "cite": "14"})
    found = outcome(used, "7 days", date(2026, 6, 1), from_rolled_end=True)
    assert [code for code, *_ in found.steps] == ["count"]


def test_a_rule_that_does_not_say_where_an_extension_begins() -> None:
    """It is refused, with the way to count it all the same."""
    with pytest.raises(UnsupportedQuestionError) as caught:
        outcome(rule(), "7 days", FRIDAY, from_rolled_end=True)
    assert str(caught.value) == (
        "xx/cp does not say where an extension begins. Count it with after= from the "
        "day that you mean."
    )
    assert caught.value.field == "extending"


def test_the_federal_court_of_justice_on_an_extension() -> None:
    """BGH IX ZB 198/04: an end on Whit Saturday, extended from the Tuesday after."""
    found = lc.compute(
        "1 month", extending=date(2004, 5, 29), under="de/zpo", calendar="de-nw"
    )
    assert found.due == date(2004, 7, 1)
    assert found.steps[0].code == "roll-first"
    assert [r.due for r in found.readings] == [date(2004, 6, 29)]


def test_another_reading_of_what_is_extended_bears_on_the_extension() -> None:
    """Thirty days end on Saturday, 26 March 2005, so on Monday; three more on the 31st.

    That is Cesar Chavez Day, and so they end on 1 April. If days are added before the
    roll, as the rule could then be read, they end on the 29th; fourteen days on, that
    is 12 April, and not the 15th. So the safe date of the extension is earlier.
    """
    first = lc.compute(
        "30 days",
        after=date(2005, 2, 24),
        under="us/frcp",
        service="mail",
        forum="us-ca",
    )
    assert (first.nominal, first.due) == (date(2005, 3, 31), date(2005, 4, 1))
    assert first.safe == date(2005, 3, 29)
    found = lc.compute("14 days", extending=first, forum="us-ca")
    assert (found.due, found.safe) == (date(2005, 4, 15), date(2005, 4, 12))


# --- the last instant


FILE = {"electronic": "24:00", "otherwise": "when it closes", "acts": ["file"]}


def instant(**more: Any) -> datetime | None:
    """The last instant of 29 April 2026, of a period under a small rule."""
    table = more.pop("end_of_day", FILE)
    act = more.pop("act", "file")
    used = rule(end_of_day=table) if table else rule()
    at = court(**{"zones": ("Europe/London",), **more})
    return count(Period.parse("5 days"), FRIDAY, used, at, act=act).due_at


def test_midnight_is_the_last_second_of_the_day() -> None:
    """Never the first of the next, in the court's own zone."""
    found = instant()
    assert found == datetime(2026, 4, 29, 23, 59, 59, tzinfo=ZoneInfo("Europe/London"))
    assert found.astimezone(UTC) == datetime(2026, 4, 29, 22, 59, 59, tzinfo=UTC)


def test_a_cut_off_of_the_court_comes_before_the_rule_s_hour() -> None:
    """For electronic papers; a counter's hour determines none of them."""
    found = instant(cut_offs=(("counter", "16:00"), ("electronic", "17:30")))
    assert found is not None
    assert (found.hour, found.minute, found.second) == (17, 30, 0)
    only = instant(cut_offs=(("counter", "16:00"),))
    assert only == instant()


def test_of_two_zones_the_earlier_midnight_ends_the_day() -> None:
    """A court across two zones: Eastern before Central, whichever is named first."""
    zones = ("America/Chicago", "America/New_York")
    for given in (zones, zones[::-1]):
        found = instant(zones=given)
        assert found is not None
        assert found.tzinfo == ZoneInfo("America/New_York")
        assert found.astimezone(UTC) == datetime(2026, 4, 30, 3, 59, 59, tzinfo=UTC)


def test_an_end_of_day_speaks_of_filing_unless_it_says_otherwise() -> None:
    """Where it names no acts; where it names others; where nobody said the act."""
    silent = {"electronic": "24:00"}
    assert instant(end_of_day=silent) is not None
    assert instant(end_of_day=silent, act="serve") is None
    assert instant(end_of_day=FILE | {"acts": ["serve"]}) is None
    assert instant(end_of_day=FILE | {"acts": ["serve"]}, act="serve") is not None
    assert instant(act=None) is None


def test_no_instant_is_guessed() -> None:
    """Without a zone, without a table, without an hour for electronic papers."""
    assert instant(zones=()) is None
    assert instant(end_of_day=None) is None
    assert instant(end_of_day={"otherwise": "when it closes"}) is None


def test_service_has_no_last_instant() -> None:
    """It is complete on a day."""
    served = lc.served_on(FRIDAY, "mail", court="gb-eaw/high-court")
    assert served.due_at is None


def test_the_last_instant_in_a_federal_court() -> None:
    """Rule 6(a)(4): until midnight in the court's zone, printed as 11:59 p.m."""
    found = lc.compute("14 days", after=date(2026, 6, 1), under="us/frcp", court="cand")
    zone = ZoneInfo("America/Los_Angeles")
    assert found.due_at == datetime(2026, 6, 15, 23, 59, 59, tzinfo=zone)
    assert "11:59 p.m. America/Los_Angeles" in found.explain()
    assert lc.compute("14 days", after=date(2026, 6, 1), under="us/frcp").due_at is None


def test_rolling_for_filing_alone_leaves_the_instant_of_the_day() -> None:
    """The instant is of the day on which the period ends, moved or not."""
    used = rule(roll=rolls(acts=["serve"]), end_of_day=FILE)
    at = court(zones=("Europe/London",))
    found = count(Period.parse("7 days"), FRIDAY, used, at, act="file")
    assert found.due_at is not None
    assert found.due_at.date() == found.due == date(2026, 5, 1)
