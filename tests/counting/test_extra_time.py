"""Time added for a method of service: how much, in which unit and order, and rolls."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import legalcase as lc
from legalcase.errors import (
    RoleNotFilledError,
    UnknownNameError,
    UnsupportedQuestionError,
)
from small_law import names, outcome, rolls, rule, told

METHODS: dict[str, Any] = {
    "personal": {"add": "nothing"},
    "mail": {"add": "3 days", "cite": "10(1)"},
    "mail-abroad": {"add": "2 weeks"},
    "overnight": {"add": "2 court days", "cite": "10(3)"},
}
FOR = {"after": "general", "before": "none", "cite": "9"}


def serving(order: str, **more: Any) -> lc.CountingRule:
    """A rule whose general table adds time in that order."""
    general = {"order": order, "cite": "10", **METHODS}
    return rule(service={"general": general}, service_for=FOR | more)


#: Saturday, 9 May 2026, is the tenth day after this Wednesday.
WEDNESDAY = date(2026, 4, 29)


@pytest.mark.parametrize(
    ("order", "expected", "codes"),
    [
        # Saturday the 9th goes to Monday the 11th; three days on is Thursday.
        ("roll, add, roll", date(2026, 5, 14), ["roll", "add"]),
        # Three days after Saturday the 9th is Tuesday.
        ("add, roll", date(2026, 5, 12), ["add"]),
        # Three days first, and ten days from 2 May.
        ("add, count, roll", date(2026, 5, 12), ["add", "count"]),
    ],
)
def test_the_three_orders(order: str, expected: date, codes: list[str]) -> None:
    """Rolled, then added, then rolled; added, then rolled; added before the count."""
    found = outcome(serving(order), "10 days", WEDNESDAY, service="mail")
    assert found.due == expected
    told_codes = [code for code, *_ in found.steps if code != "trigger"]
    assert told_codes[-len(codes) :] == codes
    assert ("add", "C.P. 10(1)") in [(code, clause) for code, _, clause in told(found)]


def test_what_is_added_can_end_on_a_closed_day() -> None:
    """Friday the 8th plus three days is Monday; Thursday plus three is a Sunday."""
    used = serving("roll, add, roll")
    assert outcome(used, "9 days", WEDNESDAY, service="mail").due == date(2026, 5, 11)
    found = outcome(used, "8 days", WEDNESDAY, service="mail")
    assert (found.nominal, found.due) == (date(2026, 5, 10), date(2026, 5, 11))


def test_a_method_that_adds_nothing_leaves_no_step() -> None:
    """It is listed, so it is known."""
    found = outcome(serving("add, roll"), "10 days", WEDNESDAY, service="personal")
    assert found == outcome(serving("add, roll"), "10 days", WEDNESDAY)


def test_weeks_and_court_days_are_added_too() -> None:
    """Two weeks on the table's citation; two court days, those left out by name."""
    used = serving("add, roll")
    weeks = outcome(used, "8 days", WEDNESDAY, service="mail-abroad")
    assert weeks.due == date(2026, 5, 21)
    assert told(weeks)[-1] == ("add", "2026-05-21", "C.P. 10")
    days = outcome(used, "8 days", WEDNESDAY, service="overnight")
    assert days.due == date(2026, 5, 11)
    assert names(days, "add-court-days") == ["Saturday", "Sunday"]
    assert told(days)[-1] == ("add-court-days", "2026-05-11", "C.P. 10(3)")


def test_a_count_back_is_lengthened_away_from_its_event() -> None:
    """Three days, or two court days, earlier; the table is that of the direction."""
    used = serving("add, roll", before="general")
    start = date(2026, 5, 14)
    # 6 May less three days is a Sunday; Friday is May Day.
    mail = outcome(used, "8 days", start, before=True, service="mail")
    assert mail.due == date(2026, 4, 30)
    back = outcome(used, "8 days", start, before=True, service="overnight")
    assert back.due == date(2026, 5, 4)
    assert outcome(
        serving("add, roll"), "8 days", start, before=True, service="mail"
    ) == (outcome(serving("add, roll"), "8 days", start, before=True))


def test_court_days_added_to_a_count_back_need_their_calendars() -> None:
    """What nobody knows to be closed would make the date too late."""
    both = {"court": ["legal-holiday"], "registry": ["legal-holiday"]}
    used = rule(
        service={"general": {"order": "add, roll", **METHODS}},
        service_for=FOR | {"before": "general"},
        court_days={"closed": both, "cite": "3"},
    )
    with pytest.raises(RoleNotFilledError, match="'registry'"):
        outcome(used, "8 days", WEDNESDAY, before=True, service="overnight")
    assert outcome(used, "8 days", WEDNESDAY, service="overnight").due > WEDNESDAY


def test_court_days_that_no_table_defines_are_refused() -> None:
    """The rule is at fault, and the message says how to mend it."""
    used = rule(
        service={"general": {"order": "add, roll", **METHODS}},
        service_for=FOR,
        remove=("court_days",),
    )
    with pytest.raises(UnsupportedQuestionError) as caught:
        outcome(used, "8 days", WEDNESDAY, service="overnight")
    assert str(caught.value) == (
        "xx/cp counts court days for service and does not define them. Mend the rule: "
        "it needs a table court_days."
    )
    assert (caught.value.field, caught.value.value) == ("service", 2)


@pytest.mark.parametrize("table", ["general", "none", "notice only"])
def test_a_method_that_the_rule_does_not_list_is_refused(table: str) -> None:
    """Also where nothing would be added; with all that it lists, none guessed."""
    with pytest.raises(UnknownNameError) as caught:
        outcome(serving("add, roll"), "8 days", WEDNESDAY, service="male", table=table)
    assert str(caught.value) == (
        "There is no method of service under xx/cp: 'male'. It must be one of "
        "'mail'; 'mail-abroad'; 'overnight'; 'personal'."
    )
    known = ("mail", "mail-abroad", "overnight", "personal")
    assert (caught.value.name, caught.value.suggestions) == ("male", known)
    assert isinstance(caught.value, LookupError)


def test_a_table_that_the_rule_does_not_have_is_refused() -> None:
    """With those that it has, and "none"."""
    with pytest.raises(UnknownNameError) as caught:
        outcome(
            serving("add, roll"), "8 days", WEDNESDAY, service="mail", table="genral"
        )
    assert str(caught.value) == (
        "There is no table of service in xx/cp: 'genral'. It must be one of "
        "'general'; 'none'."
    )


def test_a_rule_that_lists_no_method_takes_none_for_wrong() -> None:
    """It has nothing to judge by: nothing is added."""
    found = outcome(rule(), "8 days", WEDNESDAY, service="mail")
    assert found == outcome(rule(), "8 days", WEDNESDAY)


def test_a_method_of_completion_is_a_method_that_the_rule_knows() -> None:
    """Where time is never added, the methods are those whose completion it states."""
    used = rule(completion={"any": {"fax": {"add": "same day", "cite": "11"}}})
    assert outcome(used, "8 days", WEDNESDAY, service="fax") == outcome(
        used, "8 days", WEDNESDAY
    )
    with pytest.raises(UnknownNameError, match="It must be 'fax'"):
        outcome(used, "8 days", WEDNESDAY, service="mail")


def test_a_table_of_another_name_for_a_deadline() -> None:
    """California's overnight papers: two court days, or two calendar days back."""
    general = lc.compute(
        "30 days", after=date(2026, 4, 1), under="us-ca/ccp", service="overnight"
    )
    assert "1013(c)" in general.steps[-1].clause
    # 16 court days before Thursday, 2 July 2026 are 9 June; two days back is the 7th,
    # a Sunday, and so 5 June.
    back = lc.compute(
        "16 court days", before=date(2026, 7, 2), under="us-ca/ccp", service="overnight"
    )
    assert back.due == date(2026, 6, 5)


#: Two methods whose service on a closed day counts on the next court day.
DEEMED: dict[str, Any] = {
    "electronic": {"add": "1 day", "from": "next court day", "cite": "10(4)"},
    "email": {"add": "nothing", "from": "next court day", "cite": "10(5)"},
    "mail": {"add": "1 day", "from": "the day itself", "cite": "10(1)"},
}


def deeming(**more: Any) -> lc.CountingRule:
    """A rule with those methods, in both directions."""
    general = {"order": more.pop("order", "add, roll"), "cite": "10", **DEEMED}
    both = {"after": "general", "before": "general", "cite": "9"}
    return rule(service={"general": general}, service_for=both, **more)


SATURDAY = date(2026, 5, 9)


@pytest.mark.parametrize(
    ("day", "service", "moved", "due"),
    [
        (SATURDAY, "electronic", ["Saturday", "Sunday"], date(2026, 5, 15)),
        (date(2026, 5, 10), "electronic", ["Sunday"], date(2026, 5, 15)),
        (date(2026, 5, 11), "electronic", [], date(2026, 5, 15)),
        (SATURDAY, "email", ["Saturday", "Sunday"], date(2026, 5, 14)),
        (SATURDAY, "mail", [], date(2026, 5, 13)),
    ],
)
def test_a_count_can_begin_on_the_next_court_day(
    day: date, service: str, moved: list[str], due: date
) -> None:
    """Three days from Monday, the 11th, are the 14th, whatever is added then."""
    found = outcome(deeming(), "3 days", day, service=service)
    assert (names(found, "deemed"), found.due) == (moved, due)
    ends = [step[2] for step in found.steps]
    assert [step[1] for step in found.steps[1:]] == ends[:-1]


def test_it_begins_there_before_what_is_added_first() -> None:
    """Where the days of service come off before the period, they come after this."""
    used = deeming(order="add, count, roll")
    found = outcome(used, "3 days", SATURDAY, service="electronic")
    codes = [code for code, *_ in found.steps]
    assert codes == ["trigger", "deemed", "add", "count"]


def test_counted_back_it_begins_on_the_trigger_itself() -> None:
    """The trigger of a count back is no service."""
    found = outcome(deeming(), "3 days", SATURDAY, service="electronic", before=True)
    assert names(found, "deemed") == []
    assert found.nominal == date(2026, 5, 5)


def test_a_rule_without_court_days_cannot_begin_on_one() -> None:
    """It does not say which days those are."""
    used = deeming(remove=("court_days",))
    with pytest.raises(UnsupportedQuestionError, match="counts court days for service"):
        outcome(used, "3 days", SATURDAY, service="email")


def test_the_note_of_the_advisory_committee_of_2005() -> None:
    """It ends on Saturday before a holiday: so on Tuesday, and then three days.

    Before, three days could be added to the thirty, which ended on a Tuesday too.
    """
    found = lc.compute(
        "30 days", after=date(2006, 4, 27), under="us/frcp", service="mail"
    )
    assert (found.due, found.safe) == (date(2006, 6, 2), date(2006, 6, 2))
    before = lc.compute(
        "30 days", after=date(2005, 4, 28), under="us/frcp", service="mail"
    )
    assert (before.due, before.safe) == (date(2005, 6, 3), date(2005, 5, 31))


def test_rolls_for_some_acts_hold_for_both_rolls() -> None:
    """Where the act is not among them, nothing moves before the addition either."""
    used = rule(
        roll=rolls(acts=["file"]),
        service={"general": {"order": "roll, add, roll", **METHODS}},
        service_for=FOR,
    )
    found = outcome(used, "10 days", WEDNESDAY, service="mail", act="serve")
    assert found.due == date(2026, 5, 12)
    assert names(found, "stay") == ["Saturday"]
