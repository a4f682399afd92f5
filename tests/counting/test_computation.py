"""Computation: a value with a conclusion; what is asked later is made once and kept."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import legalcase as lc
from legalcase import counting
from legalcase.counting.argument.computation import Computation
from legalcase.counting.counted import count
from legalcase.counting.engine.inputs import Inputs
from legalcase.counting.engine.steps import Outcome
from legalcase.dates import Period
from legalcase.errors import (
    InvalidTypeError,
    MissingInputError,
    PeriodNotRunningError,
    RoleNotFilledError,
    RuleNotInForceError,
    UnknownNameError,
)
from small_law import calendar, court, holiday, rolls, rule

FRIDAY = date(2026, 4, 24)
ANSWERS = lc.compute("us/frcp/33(b)(2)", after=date(2026, 6, 3), court="cand")
STOPPED = lc.compute(
    "us/frap/4(a)(1)(A)",
    after={
        "judgment-entered": date(2026, 6, 3),
        "tolling-motion-filed": date(2026, 6, 10),
    },
    facts={"tolling-motion-listed": "yes", "united-states-is-a-party": "no"},
)
AMENDED = lc.compute(
    "us/frcp/15(a)(3)", after={"amended-pleading-served": date(2026, 6, 3)}
)
HOURS = lc.compute(
    "48 hours",
    after=datetime(2026, 6, 1, 9, tzinfo=ZoneInfo("America/New_York")),
    court="nysd",
)


def asked(**more: Any) -> Computation:
    """A small count, anew."""
    given: dict[str, Any] = {
        "period": Period(7, "day"),
        "trigger": FRIDAY,
        "rule": rule(),
        "venue": court(),
    }
    return count(**given | more)


def test_the_same_question_twice_is_the_same_value() -> None:
    """Equal and with one hash, whatever has been asked of the one or the other."""
    one, other = asked(), asked()
    assert one.explain()
    assert one == other
    assert hash(one) == hash(other)
    assert len({one, other}) == 1
    assert one != "2026-05-04"
    assert one != asked(trigger=date(2026, 4, 23))
    assert one != asked(service="mail")
    later = calendar(holiday=[holiday("december 25")])
    assert one != asked(period=Period(5, "day"), venue=court(later))
    assert one != asked(rule=rule(default_act="file"))


def test_what_it_says_of_itself() -> None:
    """Its subject and its day, or that it does not run."""
    assert repr(asked()) == (
        "<Computation '7 days after Fri 2026-04-24 under xx/cp' due 2026-05-04 "
        "(not-later-than)>"
    )
    assert repr(ANSWERS).startswith("<Computation 'us/frcp/33(b)(2)' due 2026-07-06")
    assert repr(STOPPED) == "<Computation 'us/frap/4(a)(1)(A)' not running>"
    served = lc.served_on(date(2024, 6, 7), "mail", under="gb-eaw/cpr")
    assert served.subject == "service by mail on Fri 2024-06-07 under gb-eaw/cpr"
    assert asked(before=True).subject == "7 days before Fri 2026-04-24 under xx/cp"
    longer = lc.compute("14 days", extending=served.due, under="us/frcp")
    assert longer.subject == (
        f"14 days extending the time to {served.due:%a %Y-%m-%d} under us/frcp"
    )
    hours = lc.compute(
        "72 hours",
        after=datetime(2026, 6, 5, 16, 30, tzinfo=ZoneInfo("America/New_York")),
        under="us/frcp",
    )
    assert hours.subject == (
        "72 hours after Fri 2026-06-05 16:30 America/New_York under us/frcp"
    )


@pytest.mark.parametrize("found", [ANSWERS, STOPPED, AMENDED, HOURS], ids=repr)
@pytest.mark.parametrize("how", ["pickle", "copy", "deepcopy"])
def test_it_travels_whole(found: Computation, how: str) -> None:
    """With all that could be asked of it later, and without its work."""
    sent = (
        pickle.loads(pickle.dumps(found))
        if how == "pickle"
        else getattr(copy, how)(found)
    )
    assert sent == found
    assert hash(sent) == hash(found)
    assert sent.notices == found.notices
    assert sent.due_at == found.due_at
    assert sent.readings == found.readings
    assert sent.explain() == found.explain()
    assert sent.steps == found.steps
    assert tuple(sent.authorities()) == ()
    assert (sent.waits_for, sent.barred_by) == (found.waits_for, found.barred_by)


def test_what_is_asked_is_made_once() -> None:
    """Inputs, readings, notices and the instant: the same object each time."""
    found = lc.compute(
        "14 days", after=date(2026, 6, 22), under="us/frcp", court="cand"
    )
    assert found.inputs is found.inputs
    assert found.readings is found.readings
    assert found.notices is found.notices
    assert found.due_at is found.due_at
    assert found.due_at is not None


def test_a_computation_without_a_backing_has_nothing_to_add() -> None:
    """No readings, no notices, no instant; its safe day is its day."""
    inputs = Inputs(
        period=Period(5, "day"), rule="xx/cp", direction="after", trigger=FRIDAY
    )
    found = Computation(
        inputs=inputs,
        sources=(),
        outcome=Outcome(FRIDAY, FRIDAY, ()),
        bound="not-later-than",
    )
    assert (found.readings, found.notices) == ((), ())
    assert found.due_at is None
    assert found.safe == FRIDAY
    assert tuple(found.authorities()) == ()
    assert found.steps == ()


def test_a_computation_needs_its_inputs() -> None:
    """One put together without them says so when they are asked for."""
    found = Computation(
        sources=(), outcome=Outcome(FRIDAY, FRIDAY, ()), bound="not-later-than"
    )
    with pytest.raises(MissingInputError) as caught:
        _ = found.inputs
    assert str(caught.value) == (
        "A computation needs its inputs. Take one that compute() made."
    )
    assert (caught.value.field, caught.value.value) == ("inputs", None)


def test_a_period_that_does_not_run_has_no_day() -> None:
    """Neither due nor nominal: the error names what it waits for."""
    assert not STOPPED.is_running
    for name in ("due", "nominal", "safe"):
        with pytest.raises(PeriodNotRunningError) as caught:
            getattr(STOPPED, name)
        assert str(caught.value) == (
            "us/frap/4(a)(1)(A) has no due date: the period is not running. It waits "
            "for tolling-motion-decided; give that date when it is known."
        )
        assert caught.value.deadline == "us/frap/4(a)(1)(A)"
        assert caught.value.waits_for == ("tolling-motion-decided",)
        assert isinstance(caught.value, ValueError)


def test_a_period_that_waits_for_nobody_knows_what() -> None:
    """It waits for its trigger."""
    inputs = Inputs(
        period=Period(5, "day"), rule="xx/cp", direction="after", trigger=None
    )
    found = Computation(
        inputs=inputs,
        sources=(),
        outcome=None,
        bound="not-later-than",
    )
    with pytest.raises(PeriodNotRunningError, match="It waits for its trigger; give"):
        _ = found.due


def test_a_deadline_with_a_pending_part_is_provisional() -> None:
    """So is one with a part that is; one whose parts all run is not."""
    assert AMENDED.is_provisional
    assert not ANSWERS.is_provisional
    fields: dict[str, Any] = {
        "sources": (),
        "outcome": Outcome(FRIDAY, FRIDAY, ()),
        "bound": "not-later-than",
    }
    assert Computation(parts=(AMENDED,), **fields).is_provisional
    assert Computation(parts=(ANSWERS, STOPPED), **fields).is_provisional
    assert not Computation(parts=(ANSWERS, HOURS), **fields).is_provisional


def test_days_and_instants_of_a_result() -> None:
    """A period in hours has both; its day is that of its last instant."""
    assert HOURS.due == date(2026, 6, 3)
    assert HOURS.nominal == date(2026, 6, 3)
    assert HOURS.due_at == datetime(2026, 6, 3, 9, tzinfo=ZoneInfo("America/New_York"))
    assert (ANSWERS.due, ANSWERS.nominal) == (date(2026, 7, 6), date(2026, 7, 3))


# --- count(): the pure count, names apart


def test_a_count_of_values_is_what_the_law_computes() -> None:
    """The same day and steps as by names; the inputs say the ids."""
    law = lc.Law.bundled()
    used = law.counting_rule("us/frcp")
    at = court(law.calendar("us"))
    found = count(Period(30, "day"), date(2026, 6, 3), used, at, service="mail")
    named = lc.compute(
        "30 days", after=date(2026, 6, 3), under="us/frcp", service="mail"
    )
    assert (found.due, found.trace) == (named.due, named.trace)
    assert set(found.readings) == set(named.readings)
    assert found.sources == named.sources
    assert found.inputs == Inputs(
        period=Period(30, "day"),
        rule="us/frcp",
        direction="after",
        trigger=date(2026, 6, 3),
        service="mail",
    )
    named_by = dict(found.authorities())
    assert named_by["us/frcp"].cite.startswith("Fed. R. Civ. P. 6(d)")
    assert named_by["Independence Day in us"].cite


def test_a_count_says_what_was_asked() -> None:
    """Back, with an act, a nature and a text of another day."""
    found = asked(before=True, act="serve", nature="notfrist", as_of=date(2020, 1, 1))
    inputs = found.inputs
    assert (inputs.direction, inputs.act, inputs.nature) == (
        "before",
        "serve",
        "notfrist",
    )
    assert inputs.as_of == date(2020, 1, 1)
    assert found.due == date(2026, 4, 17)


def test_a_count_assumes_the_act_of_its_rule() -> None:
    """As a bare period does; another that is given stands."""
    used = rule(roll=rolls(acts=["file"]), default_act="file")
    assert asked(rule=used).due == date(2026, 5, 4)
    assert asked(rule=used, act="serve").due == date(2026, 5, 1)


def test_only_clear_days_after_an_event_are_a_first_day() -> None:
    """Everything else is a last one."""
    clear = Period(3, "clear day")
    assert asked(period=clear).bound == "not-earlier-than"
    assert asked(period=clear, before=True).bound == "not-later-than"
    assert asked().bound == "not-later-than"


def test_an_instant_is_read_on_the_court_s_clock() -> None:
    """Half past three in London is past four in Berlin; without a zone, as it is."""
    late = {"is": "excluded", "until": "16:00", "late": "next day", "cite": "1"}
    used = rule(trigger_day=late)
    moment = datetime(2026, 4, 20, 15, 30, tzinfo=ZoneInfo("Europe/London"))
    three = Period(3, "day")
    berlin = court(zones=("Europe/Berlin",))
    assert count(three, moment, used, berlin).due == date(2026, 4, 24)
    assert count(three, moment, used, court()).due == date(2026, 4, 23)
    assert count(three, moment, used, berlin).inputs.trigger == moment
    # The one zone of all the rule's courts, where no court is named.
    everywhere = rule(trigger_day=late, zone="Europe/Berlin")
    assert count(three, moment, everywhere, court()).due == date(2026, 4, 24)
    london = court(zones=("Europe/London",))
    assert count(three, moment, everywhere, london).due == date(2026, 4, 23)


@pytest.mark.parametrize(
    ("more", "kind", "words"),
    [
        (
            {"trigger": datetime(2026, 4, 20, 9)},
            InvalidTypeError,
            "trigger=datetime.datetime(2026, 4, 20, 9, 0) has no time zone. Pass",
        ),
        (
            {"trigger": "2026-04-20"},
            InvalidTypeError,
            "trigger needs a datetime.date, not str '2026-04-20'. Dates are not read",
        ),
        (
            {"as_of": datetime(2026, 4, 20, 9)},
            InvalidTypeError,
            "as_of needs a date, and datetime.datetime(2026, 4, 20, 9, 0) is a date",
        ),
        (
            {"as_of": date(1999, 1, 1)},
            RuleNotInForceError,
            "'xx/cp' is entered from 2000-01-01; 1999-01-01 is outside. Check",
        ),
        (
            {"service": "pigeon", "rule": rule(service={"g": {"order": "add, roll"}})},
            None,
            "",
        ),
        (
            {
                "rule": rule(
                    roll=rolls(closed={"registry": ["legal-holiday"]}),
                ),
                "before": True,
            },
            RoleNotFilledError,
            "xx/cp needs the calendar of the role 'registry' to count back, and nobody",
        ),
        (
            {
                "service": "pigeon",
                "rule": rule(
                    service={"g": {"order": "add, roll", "mail": {"add": "3 days"}}}
                ),
            },
            UnknownNameError,
            "There is no method of service under xx/cp: 'pigeon'.",
        ),
    ],
)
def test_a_count_refuses_as_compute_does(
    more: dict[str, Any], kind: type[Exception] | None, words: str
) -> None:
    """What is no trigger, no text in force, no method that the rule lists."""
    if kind is None:
        assert asked(**more).due == date(2026, 5, 4)
        return
    with pytest.raises(kind) as caught:
        asked(**more)
    assert str(caught.value).startswith(words)


def test_the_package_gives_its_names_when_asked() -> None:
    """What a bare computation does without is loaded for a reader."""
    assert counting.count is count
    assert counting.Inputs is Inputs
    assert counting.Notice.__name__ == "Notice"
    assert counting.Reading.__name__ == "Reading"
    with pytest.raises(AttributeError, match="has no attribute 'Abacus'"):
        _ = counting.Abacus  # type: ignore[attr-defined]  # that is the mistake
