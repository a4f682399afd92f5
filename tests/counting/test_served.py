"""When service is complete: deemed service by method, hour and class of paper."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import legalcase as lc
from legalcase.errors import (
    MissingInputError,
    OutOfBoundsError,
    UnknownNameError,
    UnsupportedQuestionError,
)
from oracle import austria
from small_law import names, outcome, rolls, rule, told

LONDON = ZoneInfo("Europe/London")
#: The day before Maundy Thursday of 2024; Easter Monday is 1 April.
WEDNESDAY = date(2024, 3, 27)

ENTRIES: dict[str, dict[str, Any]] = {
    "mail": {"add": "2 days", "then": "next court day"},
    "clerk": {"add": "2 days"},
    "email": {"add": "same day", "until": "16:30", "late": "next day"},
    "fax": {
        "add": "same day",
        "until": "16:30",
        "late": "next court day",
        "then": "as it falls",
    },
    "overnight": {"add": "2 court days"},
    "mail-abroad": {"add": "3 weeks"},
}


def completing(**papers: dict[str, Any]) -> lc.CountingRule:
    """A rule that completes service so, by class of paper."""
    entries = {name: entry | {"cite": f"11({name})"} for name, entry in ENTRIES.items()}
    return rule(completion=papers or {"any": entries})


def complete(method: str, on: date, **more: object) -> date:
    """The day on which service by that method, begun on that day, is complete."""
    found = outcome(completing(), "1 day", on, service=method, served=True, **more)  # type: ignore[arg-type] # as outcome has it
    assert found.due == found.nominal
    assert type(found.due) is date
    return found.due


@pytest.mark.parametrize(
    ("method", "on", "expected"),
    [
        # Thursday, 30 April 2026 is the day before May Day and a weekend.
        ("mail", date(2026, 4, 30), date(2026, 5, 4)),
        ("mail", date(2026, 4, 27), date(2026, 4, 29)),
        ("clerk", date(2026, 4, 30), date(2026, 5, 2)),
        ("overnight", date(2026, 4, 30), date(2026, 5, 5)),
        ("overnight", date(2026, 5, 2), date(2026, 5, 5)),
        ("mail-abroad", date(2026, 4, 30), date(2026, 5, 21)),
        ("email", date(2026, 5, 2), date(2026, 5, 2)),
    ],
)
def test_each_method_is_complete_when_its_entry_says(
    method: str, on: date, expected: date
) -> None:
    """Days, court days or weeks after the step, and on a court day if it must."""
    assert complete(method, on) == expected


@pytest.mark.parametrize(
    ("hour", "minute", "late"), [(16, 29, False), (16, 30, True), (23, 59, True)]
)
def test_a_step_at_or_after_the_hour_counts_as_of_another_day(
    hour: int, minute: int, *, late: bool
) -> None:
    """The next day, or the next court day; without an hour it is taken as in time."""
    on = datetime(2026, 4, 30, hour, minute, tzinfo=LONDON)
    assert complete("email", on) == (date(2026, 5, 1) if late else date(2026, 4, 30))
    assert complete("fax", on) == (date(2026, 5, 4) if late else date(2026, 4, 30))
    assert complete("email", date(2026, 4, 30)) == date(2026, 4, 30)


def test_the_steps_of_a_late_service() -> None:
    """Late, and then complete: each with the days that it passed over."""
    on = datetime(2026, 4, 30, 17, tzinfo=LONDON)
    found = outcome(completing(), "1 day", on, service="fax", served=True)
    assert told(found) == [
        ("late", "2026-05-04", "C.P. 11(fax)"),
        ("complete", "2026-05-04", "C.P. 11(fax)"),
    ]
    assert names(found, "late") == ["May 1", "Saturday", "Sunday"]
    mail = outcome(
        completing(), "1 day", date(2026, 4, 30), service="mail", served=True
    )
    assert names(mail, "complete") == ["Saturday", "Sunday"]


def test_the_examples_of_practice_direction_6a() -> None:
    """Exchange on Friday, by hand on Sunday, delivery after 4.30 before Easter."""
    for on, method, due in (
        ((2024, 6, 7, 11), "document-exchange", date(2024, 6, 10)),
        ((2024, 6, 9, 11), "personal", date(2024, 6, 10)),
        ((2024, 3, 28, 17), "permitted-address", date(2024, 4, 2)),
    ):
        found = lc.served_on(
            datetime(*on, tzinfo=LONDON), method, under="gb-eaw/cpr", paper="other"
        )
        assert found.due == due
        assert found.inputs.direction == "served"
        assert found.inputs.period is None


def test_an_hour_that_was_not_given_is_a_question_of_fact() -> None:
    """On which side of the cut-off: both days are shown, and the earlier is due."""
    found = lc.served_on(date(2024, 6, 7), "email", under="gb-eaw/cpr", paper="other")
    assert found.due == date(2024, 6, 7)
    asked = [r for r in found.readings if r.question.startswith("Did the event")]
    assert [(r.question, r.choice, r.kind, r.due) for r in asked] == [
        ("Did the event happen before 16:30?", "no", "fact", date(2024, 6, 10))
    ]
    told_hour = datetime(2024, 6, 7, 9, tzinfo=LONDON)
    again = lc.served_on(told_hour, "email", under="gb-eaw/cpr", paper="other")
    assert again.readings == ()


def test_the_class_of_paper_that_was_not_given() -> None:
    """Any other document is assumed, and the claim form's day is a reading of fact."""
    friday = date(2024, 6, 7)
    found = lc.served_on(friday, "mail", under="gb-eaw/cpr")
    assert found.due == date(2024, 6, 10)
    assert [(r.kind, r.choice, r.due) for r in found.readings] == [
        ("fact", "yes", date(2024, 6, 11))
    ]
    claim = lc.served_on(friday, "mail", under="gb-eaw/cpr", paper="claim-form")
    assert claim.due == date(2024, 6, 11)
    assert claim.inputs.paper == "claim-form"


def test_of_several_papers_any_or_other_is_assumed() -> None:
    """Whichever of the two the method has; a class that the rule lacks is refused."""
    entry = {"cite": "11"}
    any_first = completing(
        any={"mail": entry | {"add": "1 day"}, "fax": entry | {"add": "4 days"}},
        summons={"mail": entry | {"add": "9 days"}},
    )
    monday = date(2026, 4, 20)

    def days(used: lc.CountingRule, method: str, paper: str | None) -> int:
        found = outcome(
            used, "1 day", monday, service=method, paper=paper, served=True
        ).due
        assert type(found) is date
        return (found - monday).days

    assert days(any_first, "mail", None) == 1
    assert days(any_first, "mail", "summons") == 9
    assert days(any_first, "mail", "other") == 1
    with pytest.raises(UnknownNameError, match=r"class of paper under .*'claim-form'"):
        days(any_first, "mail", "claim-form")
    alone = completing(any={"mail": entry | {"add": "1 day"}})
    assert days(alone, "mail", "claim-form") == 1
    other = completing(
        other={"mail": entry | {"add": "1 day"}},
        summons={"mail": entry | {"add": "9 days"}, "fax": entry | {"add": "4 days"}},
    )
    assert days(other, "mail", None) == 1
    # Only one class has the method: nothing needs to be asked.
    assert days(other, "fax", None) == 4


TWO = completing(
    summons={"mail": {"add": "9 days", "cite": "11"}},
    order={"mail": {"add": "1 day", "cite": "12"}},
)


def test_a_paper_that_decides_and_was_not_given_is_asked_for() -> None:
    """With the classes to choose from."""
    with pytest.raises(MissingInputError) as caught:
        outcome(TWO, "1 day", WEDNESDAY, service="mail", served=True)
    assert str(caught.value) == (
        "Under xx/cp the completion of service by mail depends on the paper. Pass "
        "paper= one of order, summons."
    )
    assert (caught.value.field, caught.value.value) == ("paper", None)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (
            {"paper": "sumons"},
            "class of paper under xx/cp: 'sumons'. It must be one of 'order'; 'sum",
        ),
        (
            {"service": "male"},
            "method of service under xx/cp: 'male'. It must be 'mail'.",
        ),
        (
            {"service": "male", "paper": "order"},
            "method of service under xx/cp: 'male'. It must be 'mail'.",
        ),
    ],
)
def test_what_the_rule_does_not_list_is_refused(
    more: dict[str, str], words: str
) -> None:
    """A class of paper or a method, with those that it lists."""
    asked: dict[str, Any] = {"service": "mail", "served": True} | more
    with pytest.raises(UnknownNameError) as caught:
        outcome(TWO, "1 day", WEDNESDAY, **asked)
    assert str(caught.value).startswith(f"There is no {words}")
    assert isinstance(caught.value, LookupError)


@pytest.mark.parametrize(
    ("law", "says"),
    [
        (
            "us/frcp",
            (
                "us/frcp does not say when service is complete. Use the date of "
                "service itself as after=, with service= for the days that it adds."
            ),
        ),
        (
            "de/zpo",
            (
                "de/zpo does not say when service is complete. Use the day on which "
                "service took place as after=: under de/zpo no method of service adds "
                "days."
            ),
        ),
    ],
)
def test_a_rule_that_is_silent_on_completion_is_refused(law: str, says: str) -> None:
    """The advice fits the rule: methods add days under some, none under others."""
    with pytest.raises(UnsupportedQuestionError) as caught:
        lc.served_on(WEDNESDAY, "mail", under=law)
    assert str(caught.value) == says
    assert (caught.value.field, caught.value.value) == ("under", law)


def test_a_rule_that_was_silent_once_says_until_when() -> None:
    """Austria: the working day after arrival is a text of May 2012."""
    assert lc.served_on(date(2012, 5, 1), "electronic", under="at/zpo").due == date(
        2012, 5, 2
    )
    with pytest.raises(UnsupportedQuestionError) as caught:
        lc.served_on(date(2012, 4, 30), "electronic", under="at/zpo")
    assert str(caught.value) == (
        "at/zpo says when service is complete only from 2012-05-01. Use the day on "
        "which service took place as after=: under at/zpo no method of service adds "
        "days."
    )


@given(number=st.integers(0, 8000))
def test_austrian_service_by_the_system_is_on_the_working_day_after(
    number: int,
) -> None:
    """§ 89d(2) GOG: no Saturday; Good Friday and Christmas Eve are working days."""
    arrived = date(2012, 5, 1) + timedelta(days=number)
    found = lc.served_on(arrived, "electronic", under="at/zpo")
    assert found.due == austria.served_electronically(arrived)


def test_completion_on_a_court_day_needs_them_defined() -> None:
    """The rule is at fault; the message says how to mend it."""
    used = rule(
        completion={"any": {"mail": ENTRIES["mail"] | {"cite": "11"}}},
        remove=("court_days",),
    )
    with pytest.raises(UnsupportedQuestionError) as caught:
        outcome(used, "1 day", WEDNESDAY, service="mail", served=True)
    assert str(caught.value) == (
        "xx/cp completes service on a court day and does not define them. Mend the "
        "rule: it needs a table court_days."
    )
    assert caught.value.field == "under"


def test_service_that_no_year_holds() -> None:
    """Deemed service is bounded by the years that a date can have, and says so."""
    used = completing(any={"mail": {"add": "3 weeks", "cite": "11"}})
    day = date.max - timedelta(days=1)
    with pytest.raises(OutOfBoundsError, match="leaves the years") as caught:
        outcome(used, "1 day", day, service="mail", served=True)
    assert caught.value.asked == day


def test_a_period_can_run_from_deemed_service() -> None:
    """The answer is a trigger, with the steps of its own and the readings with it."""
    served = lc.served_on(date(2024, 6, 7), "mail", under="gb-eaw/cpr")
    found = lc.compute("14 days", after=served, under="gb-eaw/cpr", act="file")
    assert served.due == date(2024, 6, 11) - timedelta(days=1)
    assert found.due == date(2024, 6, 24)
    assert found.inputs.trigger == served.due
    # Were it the claim form: the second business day, Tuesday, and so the 25th.
    assert date(2024, 6, 25) in {reading.due for reading in found.readings}


def test_service_does_not_roll() -> None:
    """Completion is where its entry puts it, whatever the rule's roll says."""
    used = rule(
        roll=rolls(),
        completion={"any": {"mail": {"add": "2 days", "cite": "11"}}},
    )
    found = outcome(used, "1 day", date(2026, 4, 30), service="mail", served=True)
    assert found.due == date(2026, 5, 2)
