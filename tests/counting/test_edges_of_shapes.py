"""Settings of the count where they meet each other, and what no rule says of them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from legalcase.counting.argument.behind.grounds import days_looked_at, grounds_of
from legalcase.counting.argument.behind.instant import instant_of
from legalcase.counting.argument.notices.of_count import notices_of
from legalcase.counting.argument.notices.recesses import moved_into_recess
from legalcase.counting.engine.recipe import recipe_of
from legalcase.counting.engine.run import run
from legalcase.counting.rules.parts.suspension import Then
from legalcase.counting.rules.venue import Venue
from legalcase.dates import Period
from legalcase.errors import InvalidValueError, UnsupportedQuestionError
from small_law import ATLANTIS, calendar, court, holiday, outcome, question, rule, told

if TYPE_CHECKING:
    from legalcase.counting.argument.findings import Notice
    from legalcase.counting.engine.count import Count

LEGAL = {"court": ["legal-holiday"]}
ADDED = Period.parse("3 days")


def service(order: str, add: str = "3 days") -> dict[str, Any]:
    """Tables of a rule that adds time for service by mail, in that order."""
    return {
        "service": {
            "general": {"order": order, "mail": {"add": add, "cite": "7"}},
        },
        "service_for": {"after": "general", "before": "none"},
    }


def included(days: str = "every day") -> dict[str, Any]:
    """Tables of a rule that counts the day of the event."""
    return {
        "trigger_day": {"is": "included", "before": "excluded", "cite": "1"},
        "days": {"after": days, "before": "every day", "cite": "2"},
    }


class Nobody:
    """Where a count comes from that nobody asked through a law."""

    links = 0

    def inputs(self, _: object) -> Any:
        """Nothing was asked."""

    def authorities(self) -> tuple[()]:
        """Nothing else decided."""
        return ()

    notices = authorities

    def runs_from(self) -> dict[str, Any]:
        """Nor did it run from anything else."""
        return {}

    def alternatives(self, *_: object) -> tuple[()]:
        """There is no other count."""
        return ()


def notices(asked: Count, day: date) -> list[Notice]:
    """What the reader of a count must know."""
    found = run(asked, day, frozenset())
    return [*notices_of(asked, Nobody(), (), lambda: days_looked_at(asked, found))]


def grounds(asked: Count, day: date) -> list[str]:
    """What decided a count, by name."""
    found = run(asked, day, frozenset())
    return [name for name, _ in grounds_of(asked, found, lambda: asked.given)]


def test_time_added_first_leaves_open_which_day_is_the_first() -> None:
    """A rule that counts the day of the event, and adds the time for service before."""
    used = rule(**included(), **service("add, count, roll"))
    with pytest.raises(UnsupportedQuestionError, match="time for service before"):
        outcome(used, "10 days", date(2026, 3, 2), service="mail")


def test_clear_days_do_not_include_the_day_of_the_event() -> None:
    """A rule that says both says two things of one day."""
    used = rule(**included("clear days"))
    with pytest.raises(UnsupportedQuestionError, match="leaves both ends out"):
        outcome(used, "10 days", date(2026, 3, 2))


def test_nothing_is_added_to_hours() -> None:
    """No rule says how many hours a day added has."""
    used = rule(hours={"count": "every hour", "roll": "stay", "cite": "8"}, zone="UTC")
    with pytest.raises(UnsupportedQuestionError, match="time is added to a period in"):
        outcome(used, "10 hours", datetime(2026, 3, 2, 9, tzinfo=UTC), added=ADDED)


@pytest.mark.parametrize("text", ["3 months", "someday"])
def test_after_a_recess_come_days_weeks_or_a_day_of_the_year(text: str) -> None:
    """And nothing else."""
    with pytest.raises(InvalidValueError):
        Then.parse(text)


def test_the_court_days_of_a_period_are_asked_of_the_whole() -> None:
    """With the time added, which is one period with it."""
    minimum = {"court_days": 2, "periods": [">= 3 days"], "cite": "9"}
    used = rule(minimum=minimum, **service("one period", "1 week"))
    found = outcome(used, "3 weeks", date(2026, 3, 2), service="mail")
    assert found.due == date(2026, 3, 30)
    assert "minimum" not in {code for code, *_ in found.steps}


def test_a_minimum_passes_a_recess_in_two_parts() -> None:
    """From Thursday: a Friday, a closed Saturday and Sunday, a recess, a Thursday."""
    minimum = {"court_days": 2, "periods": [">= 1 day"], "cite": "9"}
    recess = {
        "effect": "not counted",
        "windows": [{"from": "march 9", "through": "march 11"}],
        "months": "as if served on the last day",
        "sees": "raw end",
        "cite": "10",
    }
    used = rule(minimum=minimum, suspension=recess)
    found = outcome(used, "1 day", date(2026, 3, 5))
    assert [(code, end) for code, end, _ in told(found)][1:] == [
        ("count", "2026-03-06"),
        ("minimum", "2026-03-08"),
        ("suspend", "2026-03-11"),
        ("minimum", "2026-03-12"),
    ]


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("one period", "counted as one with the period"),
        ("add, count, roll", "before the period was counted"),
        ("add, roll", "added to the end"),
    ],
)
def test_added_time_is_said_in_the_order_in_which_it_was_added(
    order: str, said: str
) -> None:
    """As one with the period, before it, or after."""
    day = date(2026, 3, 2)
    used = rule(**service(order))
    asked = question(used, "10 days", day, added=ADDED, service="mail")
    texts = [one.text for one in notices(asked, day) if one.code == "added-as-given"]
    assert len(texts) == 1
    assert said in texts[0]


def test_grace_begins_at_the_midnight_of_a_day_without_an_hour() -> None:
    """No hour ends the day itself: then the day has its twenty-four."""
    ends = {
        "acts": ["file"],
        "grace": {"until": "15:00", "after": "1 court day", "cite": "11"},
    }
    used = rule(end_of_day=ends, default_act="file", zone="Europe/Madrid")
    asked = question(
        used,
        "10 days",
        date(2026, 3, 2),
        at=court(zones=("Europe/Madrid",)),
        act="file",
    )
    found = run(asked, date(2026, 3, 2), frozenset())
    instant = instant_of(asked, found)
    assert instant is not None
    assert (instant.date(), instant.hour) == (date(2026, 3, 13), 15)
    assert recipe_of(asked, frozenset()).ends == (24 * 60, ("Europe/Madrid",))


def test_where_an_opened_day_stands_in_one_calendar_of_two() -> None:
    """The other has none, and is passed over."""
    opened = calendar(
        holiday=[holiday("may 1")],
        opening=[{"on": [date(2026, 3, 14)], "name": "Worked Saturday", "cite": "12"}],
    )
    closed = {"court": ["legal-holiday"], "federal": ["legal-holiday"]}
    roll = {"to": "next open day", "closed": closed, "cite": "5"}
    used = rule(roll={"after": roll, "before": {**roll, "to": "stay"}})
    venue = Venue(calendars=(("federal", ATLANTIS), ("court", opened)))
    day = date(2026, 3, 4)
    asked = question(used, "10 days", day, at=venue)
    assert run(asked, day, frozenset()).due == date(2026, 3, 16)
    used = rule(roll={"after": {**roll, "closed": LEGAL}, "before": roll})
    asked = question(used, "10 days", day, at=venue)
    assert grounds(asked, day) == [
        "xx/cp",
        "Worked Saturday on 2026-03-14 in xx",
    ]


def test_a_first_day_moved_is_looked_at_in_the_calendar() -> None:
    """What a calendar lacks on it is said."""
    begins = {
        "after": "next open day",
        "before": "previous day",
        "closed": LEGAL,
        "cite": "1",
    }
    lacking = calendar(
        holiday=[holiday("may 1")],
        incomplete=[
            {"text": "The feast of the tide is not entered.", "falls": "march 9"}
        ],
    )
    used = rule(trigger_day={"is": "excluded", "begins": begins, "cite": "1"})
    day = date(2026, 3, 6)
    asked = question(used, "10 days", day, at=court(lacking))
    assert "calendar-incomplete" in {one.code for one in notices(asked, day)}


def test_a_roll_within_one_recess_leads_into_none() -> None:
    """The period had ended in it already, and had not begun in it."""
    recess = {
        "effect": "a period that begins and ends inside ends after",
        "then": "1 week",
        "windows": [{"from": "march 1", "through": "march 31"}],
        "cite": "10",
    }
    day = date(2026, 2, 25)
    asked = question(rule(suspension=recess), "10 days", day)
    found = run(asked, day, frozenset())
    assert (found.nominal, found.due) == (date(2026, 3, 7), date(2026, 3, 9))
    assert moved_into_recess(asked, found) == []


def test_what_was_read_in_part_says_nothing_of_time_that_was_given() -> None:
    """Of the rule's own provisions, that which was not read is named."""
    used = rule(verified={"how": "secondary", "read": ["1", "2"]})
    day = date(2026, 3, 2)
    asked = question(used, "5 days", day, added=ADDED)
    assert [name for name in grounds(asked, day) if "added" in name] == []
