"""Notices: what the reader of a count must know besides the date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from legalcase.authority import Authority
from legalcase.counting.argument.backing import CountBacking
from legalcase.counting.argument.findings import Notice
from legalcase.counting.argument.notices.verified import verification_notice
from legalcase.counting.counted import count
from legalcase.counting.engine.run import run
from legalcase.dates import Period
from small_law import ATLANTIS, calendar, court, holiday, question, rolls, rule

if TYPE_CHECKING:
    from legalcase.counting.rules.venue import Venue

FRIDAY = date(2026, 4, 24)
CODE = "inaccessible-not-considered"
SERVING: dict[str, Any] = {
    "service": {
        "general": {
            "order": "add, roll",
            "mail": {"add": "3 days"},
            "fax": {"add": "nothing"},
            "overnight": {"add": "2 court days"},
        }
    },
    "service_for": {"after": "general", "before": "none"},
}


class Nobody:
    """The background of a question that came from nowhere."""

    links = 0

    def inputs(self, _: object) -> Any:
        """Nobody asks."""
        raise AssertionError

    def authorities(self) -> tuple[()]:
        """Nothing stands behind it."""
        return ()

    def notices(self) -> tuple[()]:
        """Nothing is to be known."""
        return ()

    def runs_from(self) -> dict[str, Any]:
        """Nor did it run from anything else."""
        return {}

    def alternatives(self, *_: object) -> tuple[()]:
        """There is no other form."""
        return ()


def noticed(
    period: str = "5 days",
    *,
    used: lc.CountingRule | None = None,
    at: Venue | None = None,
    **more: Any,
) -> dict[str, str]:
    """The notices of a small count, by code."""
    found = count(
        Period.parse(period), FRIDAY, used or rule(), at or court(), **more
    ).notices
    assert len({notice.code for notice in found}) == len(found)
    return {notice.code: notice.text for notice in found}


def test_nothing_to_say_is_no_notice() -> None:
    """Everything was read, everybody is known, nobody was served."""
    assert noticed() == {}


BOTH = {"court": ["legal-holiday"], "registry": ["legal-holiday"]}


@pytest.mark.parametrize(
    ("period", "used", "service", "is_told"),
    [
        ("5 days", rule(roll=rolls(closed=BOTH)), None, True),
        ("5 days", rule(court_days={"closed": BOTH, "cite": "3"}), None, False),
        ("5 court days", rule(court_days={"closed": BOTH, "cite": "3"}), None, True),
        (
            "5 days",
            rule(court_days={"closed": BOTH, "cite": "3"}, **SERVING),
            "overnight",
            True,
        ),
        (
            "5 days",
            rule(court_days={"closed": BOTH, "cite": "3"}, **SERVING),
            "mail",
            False,
        ),
        *(
            (
                period,
                rule(short={"periods": "<= 7 days", "skip": BOTH, "cite": "7"}),
                None,
                is_told,
            )
            for period, is_told in (
                ("7 days", True),
                ("1 week", True),
                ("2 weeks", False),
                ("8 days", False),
                ("7 clear days", True),
                ("7 months", False),
                ("7 court days", False),
            )
        ),
    ],
)
def test_a_role_that_nobody_filled_is_told_where_the_count_looked_at_it(
    period: str, used: lc.CountingRule, service: str | None, *, is_told: bool
) -> None:
    """For the roll, for short periods, for court days: counting forward, it is safe."""
    found = noticed(period, used=used, service=service)
    assert ("role-not-filled" in found) is is_told
    if is_told:
        assert found["role-not-filled"] == (
            "Nobody said whose holidays count as those of the registry: they were not "
            "considered, so the date may be earlier than need be. Name the court or "
            "the state."
        )


@pytest.mark.parametrize("to", ["first accessible open day", "a closed day"])
def test_inaccessible_days_that_changed_nothing_are_told(to: str) -> None:
    """Because the rule is silent, or speaks of another act; else nothing is said."""
    speaking = rule(inaccessible={"to": to, "acts": ["file"], "cite": "13"})
    day = frozenset({date(2026, 4, 29).toordinal()})

    def told(used: lc.CountingRule, act: str | None) -> list[str]:
        asked = question(used, "5 days", FRIDAY, act=act, inaccessible=day)
        outcome = run(asked, FRIDAY, frozenset())
        work = CountBacking(asked, FRIDAY, outcome, Nobody())
        return [n.text for n in work.notices() if n.code == CODE]

    said = "Days on which the clerk's office was inaccessible were given and change "
    assert told(speaking, "file") == []
    assert told(speaking, "serve") == [
        f"{said}nothing: xx/cp speaks of them only for the act file."
    ]
    assert told(rule(), "file") == [f"{said}nothing: xx/cp does not speak of them."]
    assert CODE not in noticed()


def test_a_count_of_values_runs_from_no_other() -> None:
    """Only a law is given computations as triggers."""
    assert (
        dict(count(Period.parse("5 days"), FRIDAY, rule(), court()).runs_from()) == {}
    )


def test_a_calendar_says_what_it_lacks() -> None:
    """In every result that uses it, where nobody said when the days can fall."""
    lacking = calendar(incomplete="The moon's holidays are not entered.")
    assert noticed(at=court(lacking)) == {
        "calendar-incomplete": "The moon's holidays are not entered."
    }


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("secondary", "entered from an account of the law, not from its text."),
        ("recall", "entered from memory; nobody has read the text for it."),
    ],
)
def test_the_least_verified_thing_is_told(how: str, said: str) -> None:
    """By name, each once; what was read is not mentioned."""
    authorities = [
        ("xx/cp", Authority(cite="1", verified="text")),
        ("calendar xx", Authority(cite="2", verified=how)),
        ("calendar xx", Authority(cite="2", verified=how)),
        ("xx/court", Authority(cite="3", verified="secondary")),
        ("as given", Authority(cite="4", verified="caller")),
    ]
    names = "calendar xx" if how == "recall" else "calendar xx, xx/court"
    assert verification_notice(authorities) == Notice(
        code=f"verified-{how}", text=f"Check before you rely on it: {names}: {said}"
    )


def test_what_was_read_or_given_needs_no_check() -> None:
    """The caller's own closures are the caller's business."""
    for how in ("text", "caller"):
        assert verification_notice([("xx", Authority(cite="1", verified=how))]) is None
    assert verification_notice([]) is None


def test_a_closure_that_was_passed_over_is_something_it_rests_on() -> None:
    """With its own verification; one that no count met is not."""
    shaky = calendar(
        holiday=[
            holiday("may 1", verified={"how": "recall"}),
            holiday("april 27", verified={"how": "secondary"}),
        ]
    )
    seven = noticed("7 days", at=court(shaky))
    assert seven["verified-recall"].startswith(
        "Check before you rely on it: May 1 in xx: entered from memory"
    )
    assert noticed("6 days", at=court(shaky)) == {}
    # Another closure of the same day, of a kind that the rule does not look at.
    day = date(2026, 5, 1)
    other = ATLANTIS.with_closure(day, "Strike", "optional", authority="Order 2")
    found = count(Period.parse("7 days"), FRIDAY, rule(), court(other))
    assert [name for name, _ in found.authorities()] == [
        *("xx/cp", "May 1 in xx"),
    ]


def test_service_that_adds_nothing_says_so() -> None:
    """Where no table applies; with a hint where it can be complete only later."""
    used = rule(**SERVING | {"service_for": {"after": "none", "before": "none"}})
    assert noticed(used=used, service="mail") == {
        "service-adds-nothing": (
            "Service by mail was given, and adds nothing: service does not lengthen "
            "this period."
        )
    }
    completing = rule(completion={"any": {"mail": {"add": "2 days", "cite": "11"}}})
    assert noticed(used=completing, service="mail")["service-adds-nothing"].endswith(
        "It can be complete only later: find that day first."
    )


def test_service_that_adds_days_says_nothing() -> None:
    """Nor does a method that the table lists with nothing."""
    for method in ("mail", "fax"):
        assert noticed(used=rule(**SERVING), service=method) == {}


@pytest.mark.parametrize(
    ("paper", "is_told"), [("any", True), ("order", False), ("summons", False)]
)
def test_service_with_a_completion_of_its_own_is_told(
    paper: str, *, is_told: bool
) -> None:
    """For any paper, or the class that was given: it may be complete only later."""
    completion = {paper: {"fax": {"add": "2 days", "cite": "11"}}}
    found = noticed(used=rule(completion=completion, **SERVING), service="fax")
    assert ("service-completion" in found) is is_told
    if is_told:
        assert found["service-completion"] == (
            "The trigger date is taken as the day on which service was complete. If it "
            "is the day of posting or sending, find the day of service first."
        )


def test_who_waits_for_the_mail_twice_is_sent_to_the_day_of_posting() -> None:
    """Days are added, and service is complete days after it: not both, unasked."""
    completion = {"any": {"mail": {"add": "2 days", "cite": "11"}}}
    found = noticed(used=rule(completion=completion, **SERVING), service="mail")
    assert found["service-completion"] == (
        "Days for service are added to the trigger date: give the day of "
        "posting or sending, or the wait for the mail is counted twice."
    )


def test_a_period_that_runs_from_notice_says_what_service_adds() -> None:
    """Nothing; some would add days, and the reader is told."""
    rules = lc.find_rules(jurisdiction="us")
    deadline = next(d for d in rules if d.current.service_extension == "notice only")
    found = lc.compute(deadline, after=date(2026, 6, 3), service="mail")
    (told,) = [n for n in found.notices if n.code == "service-notice-only"]
    said = (
        "Service by mail was given, and adds nothing: the period runs from notice or "
        "from an order, not from service. Some would add days."
    )
    assert (told.text, str(told)) == (said, said)


def test_service_itself_says_which_calendar_was_missing() -> None:
    """Deemed service looks at court days, and at nothing else."""
    english = lc.served_on(date(2024, 6, 7), "mail", under="gb-eaw/cpr", paper="other")
    assert "role-not-filled" not in {notice.code for notice in english.notices}
    assert "service-adds-nothing" not in {notice.code for notice in english.notices}


def test_notices_of_the_bundled_law() -> None:
    """Each code is a word that programs can rely on."""
    california = lc.compute(
        "30 days", after=date(2026, 6, 3), under="us-ca/ccp", service="mail"
    )
    assert "service-completion" in {notice.code for notice in california.notices}
    state = lc.compute("30 days", after=date(2026, 6, 3), under="us/frcp")
    assert "role-not-filled" in {notice.code for notice in state.notices}
    court_given = lc.compute("30 days", after=date(2026, 6, 3), court="cand")
    assert "role-not-filled" not in {notice.code for notice in court_given.notices}


def test_a_forum_is_asked_for_where_a_court_was_given() -> None:
    """The Ninth Circuit hears appeals from many states."""
    found = lc.compute("14 days", after=date(2026, 6, 3), under="us/frap", court="ca9")
    (notice,) = (n for n in found.notices if n.code == "role-not-filled")
    assert notice.text.endswith("may be earlier than need be. Name the state.")


@pytest.mark.parametrize("table", [None, "none"])
def test_a_hearing_was_not_served(table: str | None) -> None:
    """Counted back, the trigger is no service that could be complete later."""
    found = lc.compute(
        "16 court days",
        before=date(2026, 9, 24),
        under="us-ca",
        service="mail",
        service_extension=table,
    )
    codes = {notice.code for notice in found.notices}
    assert "service-completion" not in codes
    assert not any("complete" in notice.text for notice in found.notices)
