"""Readings: what is due under every answer to every question that arises."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc
from legalcase.counting.argument.doubts import doubts_of
from legalcase.counting.argument.readings import LIMIT, read
from legalcase.counting.counted import count
from legalcase.counting.engine.count import Alternative
from legalcase.counting.engine.run import run
from legalcase.counting.rules.venue import Venue
from legalcase.dates import Period
from legalcase.errors import TooManyReadingsError
from small_law import ATLANTIS, calendar, court, holiday, question, rolls, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.counting.argument.findings import Reading
    from legalcase.counting.engine.count import Count

DAY = timedelta(days=1)
FRIDAY = date(2026, 4, 24)
LONDON = ZoneInfo("Europe/London")


def reading(name: str, **change: Any) -> dict[str, Any]:
    """An answer, and what it changes."""
    return {"name": name, "cite": f"for {name}", **change}


def dispute(name: str, *readings: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A question whose adopted answer is "as entered"."""
    return {
        "id": name,
        "kind": "law",
        "question": f"Is it so ({name})?",
        "adopted": "as entered",
        "cite": "the text",
        "reading": list(readings),
        **more,
    }


def found(asked: Count, day: date | datetime, *options: Alternative) -> list[Reading]:
    """The readings of a question from a day."""
    outcome = run(asked, day, asked.chosen)
    return list(read(asked, day, outcome, options).readings())


def shown(readings: Iterable[Reading]) -> list[tuple[str, date]]:
    """The answers, each with its day."""
    return [(one.choice, one.due) for one in readings]


BACK = dispute(
    "back", reading("back", roll={"after": rolls("previous open day")["after"]})
)
STAY = dispute("stay", reading("stays", roll={"after": rolls("stay")["after"]}))


def test_an_answer_that_gives_another_day_is_a_reading() -> None:
    """With question, choice, authority, kind and day; the same day is none."""
    used = rule(dispute=(BACK,))
    (one,) = found(question(used, "7 days", FRIDAY), FRIDAY)
    assert (one.question, one.choice) == ("Is it so (back)?", "back")
    assert (one.authority, one.kind) == ("C.P. for back", "law")
    assert (one.due, one.due_at, one.settled) == (date(2026, 4, 30), None, False)
    assert found(question(used, "6 days", FRIDAY), FRIDAY) == []


def test_a_dispute_with_several_answers_shows_each_that_differs() -> None:
    """California's three places for a period counted back that ends on a holiday."""
    california = lc.compute(
        "16 court days", before=date(2025, 4, 15), under="us-ca/ccp", service="mail"
    )
    assert {r.due for r in california.readings} == {
        date(2025, 3, 16),
        date(2025, 3, 17),
    }
    assert california.safe == california.due == date(2025, 3, 14)


def test_answers_to_two_questions_together() -> None:
    """Only what no simpler change gives already is shown beside the single answers."""
    days = dispute(
        "clear",
        reading(
            "clear", days={"after": "clear days", "before": "every day", "cite": "2"}
        ),
    )
    used = rule(dispute=(BACK, days))
    readings = found(question(used, "6 days", FRIDAY), FRIDAY)
    # 30 April as entered; clear: 1 May, rolled on to the 4th; clear and back: 30 April.
    assert shown(readings) == [("clear", date(2026, 5, 4))]
    seven = found(question(used, "7 days", FRIDAY), FRIDAY)
    # 4 May as entered; back: 30 April; clear: 2 May and so the 4th; both: 30 April.
    assert shown(seven) == [("back", date(2026, 4, 30))]
    nine = found(question(used, "9 days", FRIDAY), FRIDAY)
    # Sunday, so 4 May; back: Thursday; clear: 4 May itself; both: the same.
    assert shown(nine) == [("back", date(2026, 4, 30))]


def test_two_changes_that_give_a_day_of_their_own() -> None:
    """Neither alone moves the day there: both questions and answers are named."""
    act = dispute("act", reading("served", act="serve"), kind="fact", asks="act")
    only = dispute(
        "only",
        reading("only filing", roll={"after": rolls(acts=["file"])["after"]}),
    )
    used = rule(dispute=(act, only))
    # With no act given, "only filing" alone leaves the period on May Day as well.
    one = found(question(used, "7 days", FRIDAY), FRIDAY)
    assert shown(one) == [("only filing", date(2026, 5, 1))]
    filed = rule(
        dispute=(
            dispute("act", reading("filed", act="file"), kind="fact", asks="act"),
            only,
        )
    )
    assert shown(found(question(filed, "7 days", FRIDAY), FRIDAY)) == [
        ("only filing", date(2026, 5, 1))
    ]
    nature = dispute(
        "nature", reading("stopped", nature="notfrist"), kind="fact", asks="nature"
    )
    recess = {
        "effect": "not counted",
        "windows": [{"from": "april 27", "through": "april 28"}],
        "natures": ["notfrist"],
        "months": "as if served on the last day",
        "sees": "raw end",
        "cite": "8",
    }
    longer = dispute("longer", reading("longer", suspension=recess))
    both = rule(dispute=(nature, longer))
    (pair,) = found(question(both, "6 days", FRIDAY), FRIDAY)
    assert pair.question == "Is it so (nature)?; Is it so (longer)?"
    assert pair.choice == "stopped; longer"
    assert pair.authority == "C.P. for stopped; C.P. for longer"
    assert (pair.kind, pair.due) == ("fact", date(2026, 5, 4))


def test_a_question_of_fact_is_settled_by_its_input() -> None:
    """Given, whatever it is, there is nothing left to ask."""
    act = dispute("act", reading("filed", act="file"), kind="fact", asks="act")
    used = rule(roll=rolls(acts=["file"]), dispute=(act,))
    (one,) = found(question(used, "7 days", FRIDAY), FRIDAY)
    assert (one.kind, one.due) == ("fact", date(2026, 5, 4))
    for given in ("file", "serve"):
        assert found(question(used, "7 days", FRIDAY, act=given), FRIDAY) == []


def test_a_dispute_arises_for_triggers_of_its_time() -> None:
    """From its first day through its last, or for the text asked for with as_of."""
    timed = BACK | {"from": date(2026, 4, 10), "through": date(2026, 4, 24)}
    used = rule(dispute=(timed,))
    holidays = {
        date(2026, 4, 24): True,
        date(2026, 4, 25): False,
        date(2026, 4, 9): False,
    }
    for day, arises in holidays.items():
        days = (date(2026, 5, 2) - day).days
        assert bool(found(question(used, f"{days} days", day), day)) is arises
    for as_of, arises in ((date(2026, 4, 10), True), (date(2026, 4, 9), False)):
        asked = question(used, "7 days", FRIDAY, as_of=as_of)
        assert bool(found(asked, FRIDAY)) is arises
    moment = datetime(2026, 4, 24, 9, tzinfo=LONDON)
    assert shown(found(question(used, "7 days", moment), moment)) == [
        ("back", date(2026, 4, 30))
    ]


OFFICES = dispute(
    "offices", reading("yes", calendar={"office-closed": "legal-holiday"})
)
SHUT = ATLANTIS.with_closure(
    date(2026, 4, 30), "Offices closed", "office-closed", authority="Order 9"
)


def test_a_kind_of_closure_counted_as_another_matters_where_such_a_day_lies() -> None:
    """It ends there; or it is passed over; or no such day is near."""
    used = rule(dispute=(OFFICES,))
    at = court(SHUT)
    assert shown(found(question(used, "6 days", FRIDAY, at=at), FRIDAY)) == [
        ("yes", date(2026, 5, 4))
    ]
    assert found(question(used, "7 days", FRIDAY, at=at), FRIDAY) == []
    assert found(question(used, "3 days", FRIDAY, at=at), FRIDAY) == []
    assert found(question(used, "6 days", FRIDAY), FRIDAY) == []


def test_a_day_that_only_another_answer_reaches_matters_too() -> None:
    """A clear period ends a day later: on the day on which the offices were closed."""
    days = {"after": "clear days", "before": "every day", "cite": "2"}
    clear = dispute("clear", reading("clear", days=days))
    used = rule(dispute=(OFFICES, clear))
    readings = found(question(used, "5 days", FRIDAY, at=court(SHUT)), FRIDAY)
    assert [(r.choice, r.due) for r in readings] == [
        ("clear", date(2026, 4, 30)),
        ("clear; yes", date(2026, 5, 4)),
    ]


FRIDAYS = dispute("fridays", reading("no", observance={"saturday": "none"}))
OBSERVING = calendar(
    holiday=[holiday("may 2")],
    observance={"saturday": "previous day"},
    dispute=[FRIDAYS],
)


def test_a_dispute_of_a_calendar_is_asked_where_its_days_lie() -> None:
    """2 May 2026 is a Saturday: Friday is closed under one answer alone."""
    at = court(OBSERVING)
    (one,) = found(question(rule(), "7 days", FRIDAY, at=at), FRIDAY)
    assert (one.question, one.due) == ("Is it so (fridays)?", date(2026, 5, 1))
    assert found(question(rule(), "4 days", FRIDAY, at=at), FRIDAY) == []


def test_one_calendar_in_two_roles_is_asked_once() -> None:
    """And a calendar based on it asks what its base asks."""
    city = calendar(base=OBSERVING, id="xx/city")
    closed = {"court": ["legal-holiday"], "registry": ["legal-holiday"]}
    used = rule(roll=rolls(closed=closed))
    for other in (OBSERVING, city):
        at = Venue(calendars=(("court", OBSERVING), ("registry", other)))
        asked = question(used, "7 days", FRIDAY, at=at)
        assert shown(found(asked, FRIDAY)) == [("no", date(2026, 5, 1))]
        assert len(doubts_of(asked).arising(FRIDAY)) == 1


ORDER = dispute(
    "order", reading("add first", service={"general": {"order": "add, roll"}})
)
SERVING: dict[str, Any] = {
    "service": {"general": {"order": "roll, add, roll", "mail": {"add": "3 days"}}},
    "service_for": {"after": "general", "before": "none"},
}


@pytest.mark.parametrize("number", range(1, 30))
def test_which_comes_first_matters_to_a_period_that_ends_on_a_closed_day(
    number: int,
) -> None:
    """The short cut for periods that end on an open day gives what counting would."""
    used = rule(dispute=(ORDER,), **SERVING)
    first = {"general": {"order": "add, roll", "mail": {"add": "3 days"}}}
    other = rule(service=first, service_for=SERVING["service_for"])
    period = Period(number, "day")
    for offset in range(9):
        day = FRIDAY + offset * DAY
        asked = count(period, day, used, court(), service="mail")
        alternative = count(period, day, other, court(), service="mail").due
        expected = [] if alternative == asked.due else [alternative]
        assert [one.due for one in asked.readings] == expected
        assert count(period, day, used, court()).readings == ()


@pytest.mark.parametrize(
    ("order", "is_short"), [("add, roll", True), ("add, count, roll", False)]
)
def test_a_question_of_order_alone_is_known(order: str, is_short: bool) -> None:
    """So that a period that ends on an open day is not counted again in vain."""
    asks = dispute("order", reading("other", service={"general": {"order": order}}))
    asked = question(rule(dispute=(asks,), **SERVING), "7 days", FRIDAY, service="mail")
    [doubt] = doubts_of(asked).arising(FRIDAY)
    assert doubt.about_order is is_short


def test_an_order_that_counts_the_addition_first_is_no_short_cut() -> None:
    """There a period that ends on an open day can still end on another."""
    first = dispute(
        "order", reading("before", service={"general": {"order": "add, count, roll"}})
    )
    short = {"periods": "< 7 days", "skip": {"court": ["legal-holiday"]}, "cite": "7"}
    used = rule(dispute=(first,), short=short, **SERVING)
    start = date(2026, 4, 22)
    asked = question(used, "2 days", start, service="mail")
    # Friday and three days: Monday. Three days first: Saturday; and then Tuesday.
    assert run(asked, start, frozenset()).due == date(2026, 4, 27)
    assert shown(found(asked, start)) == [("before", date(2026, 4, 28))]


def test_a_method_that_adds_another_time_under_another_answer() -> None:
    """It is no question of order, and it arises only where service was given."""
    faster = dispute(
        "faster",
        reading("two days", service={"general": {"mail": {"add": "2 days"}}}),
    )
    used = rule(dispute=(faster,), **SERVING)
    day = date(2026, 4, 20)
    asked = question(used, "2 days", day, service="mail")
    assert shown(found(asked, day)) == [("two days", date(2026, 4, 24))]
    assert found(question(used, "2 days", day), day) == []


@pytest.mark.parametrize(
    ("change", "period", "more", "matters"),
    [
        (
            {"months": {"end": "corresponding day, else next", "cite": "4"}},
            "1 month",
            {},
            True,
        ),
        (
            {"months": {"end": "corresponding day, else next", "cite": "4"}},
            "1 year",
            {},
            True,
        ),
        (
            {"months": {"end": "corresponding day, else next", "cite": "4"}},
            "1 day",
            {},
            False,
        ),
        (
            {"hours": {"count": "every hour", "roll": "stay", "cite": "12"}},
            "5 days",
            {},
            False,
        ),
        (
            {"hours": {"count": "every hour", "roll": "stay", "cite": "12"}},
            "5 hours",
            {},
            True,
        ),
        (
            {"short": {"periods": "< 7 days", "skip": {}, "cite": "7"}},
            "5 days",
            {},
            True,
        ),
        (
            {"short": {"periods": "< 7 days", "skip": {}, "cite": "7"}},
            "1 clear day",
            {},
            True,
        ),
        (
            {"short": {"periods": "<= 7 days", "skip": {}, "cite": "7"}},
            "1 week",
            {},
            True,
        ),
        (
            {"short": {"periods": "< 7 days", "skip": {}, "cite": "7"}},
            "1 month",
            {},
            False,
        ),
        ({"extension": {"from": "nominal end", "cite": "14"}}, "5 days", {}, False),
        (
            {"extension": {"from": "nominal end", "cite": "14"}},
            "5 days",
            {"from_rolled_end": True},
            True,
        ),
        ({"roll": {"before": rolls("stay")["before"]}}, "5 days", {}, False),
        (
            {"roll": {"before": rolls("stay")["before"]}},
            "5 days",
            {"before": True},
            True,
        ),
        ({"service_for": {"after": "none", "before": "none"}}, "5 days", {}, False),
        (
            {"service_for": {"after": "none", "before": "none"}},
            "5 days",
            {"service": "mail"},
            True,
        ),
        ({"nature": "notfrist"}, "5 days", {}, True),
        ({"completion": {"any": {}}}, "5 days", {}, False),
        # Several at once: of service alone, or of anything else as well.
        (
            {
                "service_for": {"after": "none", "before": "none"},
                "service": {"general": {"order": "add, roll"}},
            },
            "5 days",
            {},
            False,
        ),
        (
            {
                "hours": {"count": "every hour", "roll": "stay", "cite": "12"},
                "nature": "notfrist",
            },
            "5 days",
            {},
            True,
        ),
    ],
)
def test_a_question_arises_where_its_answers_could_matter(
    change: dict[str, Any], period: str, more: dict[str, Any], *, matters: bool
) -> None:
    """By what the answers change, and what was asked."""
    used = rule(
        dispute=(dispute("it", reading("other", **change)),),
        extension={"from": "rolled end", "cite": "14"},
        **SERVING,
    )
    asked = question(used, period, FRIDAY, **more)
    assert bool(doubts_of(asked).arising(FRIDAY)) is matters


@pytest.mark.parametrize(
    ("change", "matters"),
    [
        ({"completion": {"any": {"mail": {"add": "4 days", "cite": "11"}}}}, True),
        ({"court_days": {"closed": {}, "cite": "3"}}, True),
        ({"paper": "any"}, True),
        ({"roll": {"after": rolls("stay")["after"]}}, False),
        ({"nature": "notfrist"}, False),
    ],
)
def test_what_matters_to_service(change: dict[str, Any], *, matters: bool) -> None:
    """Completion, court days and the class of paper; nothing of what comes after."""
    used = rule(
        dispute=(dispute("it", reading("other", **change)),),
        completion={"any": {"mail": {"add": "2 days", "cite": "11"}}},
    )
    asked = question(used, "1 day", FRIDAY, service="mail", served=True)
    assert bool(doubts_of(asked).arising(FRIDAY)) is matters


def test_an_hour_that_decides_and_was_not_given() -> None:
    """A date could be early or late on its day; an instant is one or the other."""
    late = {"is": "excluded", "until": "16:05", "late": "next day", "cite": "1"}
    used = rule(trigger_day=late)
    day = date(2026, 4, 20)
    (one,) = found(question(used, "2 days", day), day)
    assert one.question == "Did the event happen before 16:05?"
    assert (one.choice, one.kind, one.authority) == ("no", "fact", "")
    assert one.due == date(2026, 4, 23)
    moment = datetime(2026, 4, 20, 9, tzinfo=LONDON)
    assert found(question(used, "2 days", moment), moment) == []


def test_readings_of_hours_are_instants() -> None:
    """With their day beside it."""
    used = rule(
        hours={"count": "every hour", "roll": "same time next open day", "cite": "12"},
        dispute=(dispute("stay", reading("stays", hours={"roll": "stay"})),),
    )
    moment = datetime(2026, 4, 30, 9, tzinfo=LONDON)
    (one,) = found(question(used, "24 hours", moment), moment)
    assert one.due_at == datetime(2026, 5, 1, 9, tzinfo=LONDON)
    assert one.due == date(2026, 5, 1)


def test_more_combinations_than_are_computed_are_refused() -> None:
    """Ten questions that arise together; with some chosen, the others are computed."""
    many = tuple(
        dispute(f"q{n}", reading("other", court_days={"closed": {}, "cite": f"{n}"}))
        for n in range(10)
    )
    used = rule(dispute=many)
    asked = question(used, "5 court days", FRIDAY)
    with pytest.raises(TooManyReadingsError) as caught:
        found(asked, FRIDAY)
    assert str(caught.value) == (
        f"1024 combinations of readings arise here, over the {LIMIT} that are "
        "computed. Choose some with readings=."
    )
    assert (caught.value.count, caught.value.limit) == (1024, LIMIT)
    assert isinstance(caught.value, ValueError)
    names = [f"xx/cp#q{n}" for n in range(10)]
    fixed = frozenset((name, "as entered") for name in names[:4])
    fewer = question(used, "5 court days", FRIDAY, fixed=fixed)
    assert {one.due for one in found(fewer, FRIDAY)} == {date(2026, 4, 29)}


def test_a_question_that_the_caller_answered_is_not_asked() -> None:
    """What was chosen is what is due, and no reading beside it."""
    used = rule(dispute=(BACK,))
    chosen = frozenset({("xx/cp#back", "back")})
    asked = question(used, "7 days", FRIDAY, chosen=chosen, fixed=chosen)
    assert run(asked, FRIDAY, asked.chosen).due == date(2026, 4, 30)
    assert found(asked, FRIDAY) == []


def test_a_question_that_the_court_settled_is_shown_and_said_to_be() -> None:
    """Its answer is what is due; the adopted one is a reading, and the day safe."""
    used = rule(dispute=(BACK, STAY))
    settled = frozenset({("xx/cp#back", "back")})
    asked = question(used, "7 days", FRIDAY, chosen=settled)
    assert run(asked, FRIDAY, asked.chosen).due == date(2026, 4, 30)
    readings = found(asked, FRIDAY)
    assert [(r.choice, r.due, r.settled) for r in readings] == [
        ("stays", date(2026, 5, 1), False),
        ("as entered", date(2026, 5, 4), True),
    ] or [(r.choice, r.due, r.settled) for r in readings] == [
        ("as entered", date(2026, 5, 4), True),
        ("stays", date(2026, 5, 1), False),
    ]
    court_of = lc.compute(
        "10 days",
        after=date(2001, 12, 21),
        court="dcd",
        under="us/frcp",
        service="personal",
    )
    assert court_of.due == date(2002, 1, 9)
    assert [(r.due, r.settled) for r in court_of.readings] == [(date(2002, 1, 8), True)]
    assert court_of.safe == date(2002, 1, 8)


def test_another_form_of_the_question_has_readings_of_its_own() -> None:
    """An option: from another anchor, with its label before the answers."""
    used = rule(dispute=(BACK,))
    asked = question(used, "7 days", FRIDAY)

    def option(anchor: date) -> Alternative:
        return Alternative(
            question="Served when?",
            choice="a day later",
            cite="Proof",
            kind="fact",
            count=asked,
            anchor=anchor,
        )

    same_day = found(asked, FRIDAY, option(FRIDAY))
    assert shown(same_day) == [
        ("back", date(2026, 4, 30)),
        ("a day later; back", date(2026, 4, 30)),
    ] or shown(same_day) == [("back", date(2026, 4, 30))]
    later = found(asked, FRIDAY, option(date(2026, 4, 28)))
    assert shown(later) == [
        ("back", date(2026, 4, 30)),
        ("a day later", date(2026, 5, 5)),
    ]
    assert [r.kind for r in later] == ["law", "fact"]
    # An option that has no answer is no reading.
    assert shown(found(asked, FRIDAY, option(date(2031, 5, 1)))) == [
        ("back", date(2026, 4, 30))
    ]


def test_the_readings_of_a_trigger_are_readings_of_what_runs_from_it() -> None:
    """Deemed service in two ways gives two last days."""
    served = lc.served_on(date(2024, 6, 7), "mail", under="gb-eaw/cpr")
    chained = lc.compute("14 days", after=served, under="gb-eaw/cpr", act="serve")
    assert shown(chained.readings) == [("yes", date(2024, 6, 25))]


def test_a_period_that_straddles_a_change_of_the_text() -> None:
    """Electronic service across 1 December 2016: which text governs is a question."""
    straddling = lc.compute(
        "30 days", after=date(2016, 11, 15), under="us/frcp", service="electronic"
    )
    assert straddling.due == date(2016, 12, 19)
    (one,) = straddling.readings
    assert one.question.startswith("Which version governs a period that straddles")
    assert one.choice == "the one in force on the due date (from 2016-12-01)"
    assert one.due == straddling.safe == date(2016, 12, 15)
    pinned = lc.compute(
        "30 days",
        after=date(2016, 11, 15),
        under="us/frcp",
        service="electronic",
        as_of=date(2016, 11, 15),
    )
    assert (pinned.due, pinned.readings) == (straddling.due, ())


def test_a_deadline_s_own_dispute_changes_the_question() -> None:
    """Another period, another table, another act: each as a partial version."""
    used = rule(roll=rolls(acts=["file"]), **SERVING)
    changes: dict[tuple[str, str], dict[str, Any]] = {
        ("xx/cp/1#length", "longer"): {"period": "14 days"},
        ("xx/cp/1#table", "none"): {"service_extension": "none"},
        ("xx/cp/1#act", "filing"): {"act": "file"},
        ("xx/cp/1#nature", "other"): {"nature": "notfrist"},
        ("xx/cp/1#months", "next"): {
            "months": {"end": "corresponding day, else next", "cite": "4"}
        },
    }
    day = date(2026, 4, 22)
    expected = {
        "length": date(2026, 5, 9),
        "table": date(2026, 4, 29),
        "act": date(2026, 5, 4),
        "nature": date(2026, 5, 2),
        "months": date(2026, 5, 2),
    }
    for key in changes:
        asked = question(used, "7 days", day, service="mail", changes=changes)
        name = key[0].partition("#")[2]
        assert run(asked, day, frozenset({key})).due == expected[name]


def test_the_safe_day_is_on_the_safe_side() -> None:
    """The earliest for a last day; the latest for a first one."""
    used = rule(dispute=(BACK,))
    last = count(Period.parse("7 days"), FRIDAY, used, court())
    assert (last.due, last.safe) == (date(2026, 5, 4), date(2026, 4, 30))
    first = count(Period.parse("6 clear days"), FRIDAY, used, court())
    assert first.bound == "not-earlier-than"
    assert (first.due, first.safe) == (date(2026, 5, 4), date(2026, 5, 4))
    on = dispute("on", reading("on", roll={"after": rolls()["after"]}))
    back = rule(roll=rolls("previous open day"), dispute=(on,))
    sooner = count(Period.parse("6 clear days"), FRIDAY, back, court())
    assert (sooner.due, sooner.safe) == (date(2026, 4, 30), date(2026, 5, 4))
