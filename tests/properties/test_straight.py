"""Ends that are found without a walk, one by one or many at once, are a walk's."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import legalcase as lc
from legalcase.batch import prepare
from legalcase.batch.by_day import day_table
from legalcase.counting.argument.later import Later
from legalcase.errors import LegalCaseError
from legalcase.law.ask.behind import trigger_words
from told import told

LAW = lc.Law.bundled()
IDS = st.sampled_from([rule.id for rule in LAW.deadlines()])
RULES = st.sampled_from(LAW.names("rule"))
DAYS = st.dates(date(1986, 1, 1), date(2034, 12, 31))
GIVEN = st.sampled_from(({}, {"service": "mail"}, {"service": "electronic"}))


def asked(question: str, day: date, given: dict[str, Any]) -> lc.Computation | None:
    """What the law gives from a day, to whichever side; nothing where it refuses."""
    for side in ("after", "before"):
        anchor: dict[str, Any] = {side: day}
        try:
            return LAW.compute(question, **anchor, **given)
        except LegalCaseError:
            continue
    return None


def check(question: str, day: date, given: dict[str, Any]) -> None:
    """A question that was asked before, from a day, against the walk from it."""
    first = asked(question, day, given)
    again = asked(question, day, given)
    assert (first is None) == (again is None)
    if first is None or again is None:
        return
    backing = again._backing
    if isinstance(backing, Later):
        walk = backing._from.walked(day)
        assert told(again) == told(walk)
        assert again == walk
        assert hash(again) == hash(walk)
    assert told(again) == told(first)


@given(IDS, DAYS, GIVEN)
def test_a_deadline_asked_again_is_the_one_that_is_walked(
    question: str, day: date, given: dict[str, Any]
) -> None:
    """In everything that it says, the safe day and the notices among them."""
    check(question, day, given)


@given(
    RULES, st.integers(1, 60), st.sampled_from(("days", "clear days", "weeks")), DAYS
)
def test_a_period_asked_again_is_the_one_that_is_walked(
    rule: str, number: int, unit: str, day: date
) -> None:
    """Under every rule of the law."""
    check(f"{number} {unit}", day, {"under": rule})


MOMENTS = st.datetimes(
    datetime(1990, 1, 1),
    datetime(2034, 12, 31),
    timezones=st.sampled_from(
        [UTC, *map(ZoneInfo, ("America/New_York", "Europe/London", "Asia/Tokyo"))]
    ),
)
PLACES = st.sampled_from(({}, {"court": "nysd"}, {"court": "cand"}))


def fresh(name: str, *asked: Any, **given: Any) -> Any:
    """What a law says that nobody has asked before; of what is refused, the error."""
    return said(LAW.with_closures({}), name, *asked, **given)


def said(law: lc.Law, name: str, *asked: Any, **given: Any) -> Any:
    """All that a law says to a question; of what is refused, the error."""
    try:
        return told(getattr(law, name)(*asked, **given))
    except LegalCaseError as error:
        return type(error), str(error)


@given(st.data(), IDS, MOMENTS, PLACES)
def test_an_instant_asked_again_is_answered_as_the_first_time(
    data: st.DataObject, question: str, moment: datetime, place: dict[str, Any]
) -> None:
    """By whatever clock, before and after another instant was asked."""
    question = data.draw(st.sampled_from((question, "48 hours", "10 days")))
    given: dict[str, Any] = dict(place)
    if "/" not in question and not place:
        given["under"] = data.draw(RULES)
    other = data.draw(MOMENTS)
    for one in (other, moment, other, moment):
        asked_of = {"after": one, **given}
        assert said(LAW, "compute", question, **asked_of) == fresh(
            "compute", question, **asked_of
        )


@given(RULES, st.sampled_from(("mail", "email", "personal", "electronic")), DAYS, DAYS)
def test_a_service_asked_again_is_answered_as_the_first_time(
    rule: str, method: str, day: date, other: date
) -> None:
    """Under every rule, before and after another day was asked."""
    for one in (other, day, other, day):
        assert said(LAW, "served_on", one, method, under=rule) == fresh(
            "served_on", one, method, under=rule
        )


RULES_BY_EVENTS = [
    rule for rule in LAW.deadlines() if len(trigger_words(rule, LAW)) > 1
]
APART = st.integers(-40, 60)


@given(st.data(), st.sampled_from(RULES_BY_EVENTS), DAYS, GIVEN, PLACES)
def test_the_days_of_events_asked_again_are_answered_as_the_first_time(
    data: st.DataObject,
    rule: lc.DeadlineRule,
    day: date,
    given: dict[str, Any],
    place: dict[str, Any],
) -> None:
    """Before and after other days of the same events were asked, and closed days."""
    words = data.draw(st.sets(st.sampled_from(trigger_words(rule, LAW)), min_size=1))
    more: dict[str, Any] = {**given}
    if rule.jurisdiction == "us":
        more |= place
    if data.draw(st.booleans()):
        more["legal_holidays"] = [day + timedelta(days=data.draw(APART))]
    side = rule.current.term.asked_with
    several = [
        {word: day + timedelta(days=data.draw(APART)) for word in sorted(words)}
        for _ in range(2)
    ]
    for days in (*several, *several, *several, *several):
        asked_of = {side: days, **more}
        assert said(LAW, "compute", rule.id, **asked_of) == fresh(
            "compute", rule.id, **asked_of
        )


@given(IDS, DAYS, GIVEN)
def test_many_days_at_once_are_those_one_by_one(
    question: str, day: date, given: dict[str, Any]
) -> None:
    """Due, safe, error, and the way in which each was counted."""
    first = np.datetime64(day, "D")
    days = np.arange(first, first + 90)
    try:
        at_once = prepare(question, **given).table(days)
    except LegalCaseError:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(day_table, "_FEW", len(days) + 1)
        apart = prepare(question, **given).table(days)
    assert at_once.due.tolist() == apart.due.tolist()
    assert at_once.safe.tolist() == apart.safe.tolist()
    assert at_once.error.tolist() == apart.error.tolist()
    ways = [table.patterns for table in (at_once, apart)]
    assert [ways[0][n] for n in at_once.steps] == [ways[1][n] for n in apart.steps]
