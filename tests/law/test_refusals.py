"""What a question refuses: each answer says what was wrong, and what to do instead."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from legalcase import errors

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = date(2026, 6, 3)
RULE = "us/frcp"
ANSWERS = "us/frcp/33(b)(2)"


class Timestamp(datetime):
    """As pandas has it: a datetime that is more than one."""


def asked(period: Any = "21 days", **given: Any) -> Callable[[], object]:
    """A question, to be asked later."""
    return lambda: lc.compute(period, **given)


def stopped() -> lc.Computation:
    """A computation without a date: a motion that stops it is pending."""
    words = {"judgment-entered": DAY, "tolling-motion-filed": date(2026, 6, 10)}
    return lc.compute("us/frap/4(a)(1)(A)", after=words)


REFUSED: dict[str, tuple[Callable[[], object], type[Exception], str]] = {
    # The anchor.
    "no anchor": (
        asked(under=RULE),
        errors.MissingInputError,
        "From when? No anchor was given. Pass after=",
    ),
    "two anchors": (
        asked(after=DAY, before=DAY, under=RULE),
        errors.ConflictingInputError,
        "after= and before= were given together. A period has one anchor",
    ),
    "a date as text": (
        asked(after="2026-06-03", under=RULE),
        errors.InvalidTypeError,
        "after= needs a date, not str '2026-06-03'. Dates are not read from text",
    ),
    "a number": (
        asked(after=20260603, under=RULE),
        errors.InvalidTypeError,
        "after= needs a date, not int 20260603.",
    ),
    "a naive time": (
        asked(after=datetime(2026, 6, 3, 9, 0), under=RULE),
        errors.InvalidTypeError,
        "has no time zone. Pass a date, or an aware datetime",
    ),
    "a timestamp of pandas": (
        asked(after=Timestamp(2026, 6, 3, tzinfo=UTC), under=RULE),
        errors.InvalidTypeError,
        "needs a date or a datetime of the standard library, not Timestamp",
    ),
    "several triggers of a bare period": (
        asked(after={"complaint-served": DAY}, under=RULE),
        errors.InvalidTypeError,
        "A bare period has one trigger, and",
    ),
    # The period.
    "a number of nothing": (
        asked(21, after=DAY, under=RULE),
        errors.InvalidPeriodError,
        "21 has no unit. Write '21 days', say.",
    ),
    "no days": (
        asked("0 days", after=DAY, under=RULE),
        errors.InvalidPeriodError,
        "A period of 0 is none: it must be at least one.",
    ),
    "less than none": (
        asked("-3 days", after=DAY, under=RULE),
        errors.InvalidPeriodError,
        "'-3 days' is negative; say before= or after= instead.",
    ),
    "two units": (
        asked("3 days and 1 month", after=DAY, under=RULE),
        errors.InvalidPeriodError,
        "has more than one number; of several units, years, months, weeks and days, ",
    ),
    "business days": (
        asked("5 business days", after=DAY, under=RULE),
        errors.InvalidPeriodError,
        "the days on which a court sits are 'court days'.",
    ),
    "a timedelta": (
        asked(timedelta(days=21), after=DAY, under=RULE),
        errors.InvalidTypeError,
        "A period is text, a Period or a deadline, not timedelta",
    ),
    # Names.
    "no rule": (
        asked(after=DAY),
        errors.MissingInputError,
        "Under which rule? Pass under=",
    ),
    "an unknown rule": (
        asked(after=DAY, under="us/frpc"),
        errors.UnknownNameError,
        "There is no counting rule 'us/frpc'. Did you mean 'us/frcp'",
    ),
    "an unknown deadline": (
        asked("us/frcp/33(b)(9)", after=DAY),
        errors.UnknownNameError,
        "There is no deadline 'us/frcp/33(b)(9)'. Did you mean",
    ),
    "an unknown court": (
        asked(ANSWERS, after=DAY, court="cadn"),
        errors.UnknownNameError,
        "There is no court 'cadn'.",
    ),
    "an unknown method": (
        asked(ANSWERS, after=DAY, service="pigeon"),
        errors.UnknownNameError,
        "'pigeon'",
    ),
    "an unknown forum": (
        asked(ANSWERS, after=DAY, forum="us-cq"),
        errors.UnknownNameError,
        "There is no forum with legal holidays 'us-cq'. They are entered for us-ak, us",
    ),
    "a forum that has no list": (
        asked(ANSWERS, after=DAY, forum="zz"),
        errors.UnknownNameError,
        "There is no forum with legal holidays 'zz'. They are entered for us-ak, us-",
    ),
    "a calendar that is none": (
        asked(after=DAY, under=RULE, calendar=2026),
        errors.InvalidTypeError,
        "calendar= needs an id or a CourtCalendar, not 2026.",
    ),
    # Contradictions.
    "a rule of another country": (
        asked(after=DAY, under="de/zpo", court="cand"),
        errors.ConflictingInputError,
        "de/zpo is not a rule of us/cand, which applies us/frcp",
    ),
    "a rule against the deadline's own": (
        asked(ANSWERS, after=DAY, under="us/frap"),
        errors.ConflictingInputError,
        f"{ANSWERS} is counted under us/frcp, not under 'us/frap'.",
    ),
    "a court against the deadline's rule": (
        asked(ANSWERS, after=DAY, court="gb-eaw/high-court"),
        errors.ConflictingInputError,
        "us/frcp is not a rule of gb-eaw/high-court",
    ),
    "a court of appeal against a rule of the trial courts": (
        asked(ANSWERS, after=DAY, court="us/cadc"),
        errors.ConflictingInputError,
        "us/frcp is not a rule of us/cadc, which applies us/frap. Give a court",
    ),
    "an act against the deadline's own": (
        asked(ANSWERS, after=DAY, act="file"),
        errors.ConflictingInputError,
        f"{ANSWERS} brings act='serve', and 'file' was given.",
    ),
    "a table against the deadline's own": (
        asked("us/frcp/59(e)", after=DAY, service_extension="general"),
        errors.ConflictingInputError,
        "brings service_extension='none', and 'general' was given.",
    ),
    "the other direction": (
        asked(ANSWERS, before=DAY),
        errors.ConflictingInputError,
        f"{ANSWERS} is counted after its trigger (discovery-request-served)",
    ),
    "a deadline as an extension": (
        asked(ANSWERS, extending=DAY),
        errors.ConflictingInputError,
        f"{ANSWERS} has a trigger of its own and extends nothing.",
    ),
    "a forum beside the court's own state": (
        asked(ANSWERS, after=DAY, court="cand", forum="us-ma"),
        errors.ConflictingInputError,
        "court='us/cand' sits in another state than forum='us-ma'.",
    ),
    # Triggers by word.
    "an unknown trigger": (
        asked(ANSWERS, after={"discovery-served": DAY}),
        errors.UnknownNameError,
        "no trigger of us/frcp/33(b)(2): 'discovery-served'. It must be 'discovery-",
    ),
    "no trigger": (
        asked(ANSWERS, after={}),
        errors.MissingInputError,
        "after= is empty. us/frcp/33(b)(2) runs from discovery-request-served.",
    ),
    "only triggers to come": (
        asked(ANSWERS, after={"discovery-request-served": None}),
        errors.MissingInputError,
        "No trigger is known. us/frcp/33(b)(2) runs from",
    ),
    "one date for several triggers": (
        asked("us/frcp/15(a)(3)", after=DAY),
        errors.MissingInputError,
        "us/frcp/15(a)(3) has several triggers: ",
    ),
    "a trigger as text": (
        asked(ANSWERS, after={"discovery-request-served": "today"}),
        errors.InvalidTypeError,
        "after['discovery-request-served']= needs a date, not str 'today'.",
    ),
    # Lists and mappings.
    "one day for several": (
        asked(after=DAY, under=RULE, legal_holidays=DAY),
        errors.InvalidTypeError,
        "legal_holidays= needs several dates, not datetime.date(2026, 6, 3). Pass a",
    ),
    "days as text": (
        asked(after=DAY, under=RULE, inaccessible=["2026-06-24"]),
        errors.InvalidTypeError,
        "inaccessible needs a datetime.date, not str '2026-06-24'.",
    ),
    "one range for several": (
        asked(
            after=DAY,
            under=RULE,
            suspensions=lc.DateRange(DAY, date(2026, 6, 5)),
        ),
        errors.InvalidTypeError,
        "suspensions= needs several DateRange, not DateRange(",
    ),
    "a range that is none": (
        asked(after=DAY, under=RULE, suspensions=[(DAY, DAY)]),
        errors.InvalidTypeError,
        "is no DateRange. Pass DateRange.through(first, last), say.",
    ),
    "readings that are no mapping": (
        asked(after=DAY, under=RULE, readings=["mail-order"]),
        errors.InvalidTypeError,
        "readings= needs a mapping of dispute to answer, not ['mail-order'].",
    ),
    "a time for as_of": (
        asked(after=DAY, under=RULE, as_of=datetime(2026, 1, 1, tzinfo=UTC)),
        errors.InvalidTypeError,
        "as_of needs a date, and",
    ),
    # Time that the law does not cover.
    "before the first text": (
        asked(after=date(1902, 6, 3), under=RULE),
        errors.RuleNotInForceError,
        "1902-06-03 is outside.",
    ),
    "beyond the horizon": (
        asked(after=date(2035, 12, 30), under=RULE),
        errors.CalendarOutOfBoundsError,
        "is outside the calendar",
    ),
    # Periods that cannot run.
    "from a period that does not run": (
        lambda: lc.compute("5 days", after=stopped(), under=RULE),
        errors.PeriodNotRunningError,
        "us/frap/4(a)(1)(A) has no due date: the period is not running.",
    ),
    "extending what may not be": (
        lambda: lc.compute(
            "7 days", extending=lc.compute("us/frcp/59(e)", after=DAY), under=RULE
        ),
        errors.ExtensionBarredError,
        "The time under us/frcp/59(e) may not be extended: ",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_question_that_cannot_be_answered_is_refused(name: str) -> None:
    """By an error of this package that is also the builtin a stranger would catch."""
    ask, kind, words = REFUSED[name]
    with pytest.raises(kind) as caught:
        ask()
    assert words in str(caught.value)
    assert isinstance(caught.value, lc.LegalCaseError)
    assert isinstance(caught.value, ValueError | TypeError | LookupError)


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_says_what_to_do(name: str) -> None:
    """Two sentences: what was wrong with the actual value, and the way out."""
    ask, kind, _ = REFUSED[name]
    with pytest.raises(kind) as caught:
        ask()
    text = str(caught.value)
    assert text.rstrip()[-1] in ".?"
    assert any(stop in text for stop in (". ", "? ", ": pass "))


def test_a_refusal_carries_the_field_and_the_value() -> None:
    """For machines, which do not read sentences."""
    with pytest.raises(errors.ConflictingInputError) as caught:
        lc.compute(ANSWERS, after=DAY, act="file")
    assert (caught.value.field, caught.value.value) == ("act", "file")


def test_served_on_refuses_as_compute_does() -> None:
    """The step of service is a date, the method a word that the rule knows."""
    text: Any = "2026-06-03"
    with pytest.raises(errors.InvalidTypeError, match="on= needs a date, not str"):
        lc.served_on(text, "mail", under="gb-eaw/cpr")
    with pytest.raises(errors.MissingInputError, match="Under which rule"):
        lc.served_on(DAY, "mail")
    with pytest.raises(errors.UnknownNameError, match="'pigeon'"):
        lc.served_on(DAY, "pigeon", under="gb-eaw/cpr")


def test_the_same_words_as_the_deadline_s_own_are_no_contradiction() -> None:
    """Saying what the deadline says anyway changes nothing but what was asked."""
    plain = lc.compute(ANSWERS, after=DAY)
    told = lc.compute(ANSWERS, after=DAY, act="serve", under=RULE)
    assert told.due == plain.due


def test_a_period_and_a_deadline_can_be_values() -> None:
    """A Period, a DeadlineRule, a Court, a CourtCalendar, as well as their names."""
    by_name = lc.compute(ANSWERS, after=DAY, court="cand")
    rule = lc.rule(ANSWERS)
    assert isinstance(rule, lc.DeadlineRule)
    assert lc.compute(rule, after=DAY, court=lc.court("cand")) == by_name
    assert lc.compute(lc.Period(21, "day"), after=DAY, under=RULE) == lc.compute(
        "21 days", after=DAY, under=RULE
    )
    assert (
        lc.compute("21 days", after=DAY, under=RULE, calendar=lc.calendar("us")).due
        == lc.compute("21 days", after=DAY, under=RULE, calendar="us").due
    )


def test_a_court_takes_a_rule_that_is_based_on_one_of_its_own() -> None:
    """Of a portal, say, that goes on from the general rule in its own way."""
    assert "gb-eaw/portal" not in lc.court("gb-eaw/high-court").counting
    found = lc.compute(
        "14 days", after=DAY, under="gb-eaw/portal", court="gb-eaw/high-court"
    )
    assert found.due == date(2026, 6, 17)
