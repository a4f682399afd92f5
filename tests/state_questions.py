"""Random questions of the American states: how they are drawn, and how each is asked.

The states of the oracle whose rule the package has are compared, the others named; of
those, the ones that the tests have entered from accounts (`law/states`) are asked too,
since that law counts with the same engine.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from hypothesis import assume
from hypothesis import strategies as st

import legalcase as lc
import oracle
from house import ROOT
from legalcase.errors import (
    UnknownNameError,
    UnsupportedQuestionError,
    UnusedInputError,
)
from oracle.question import DAY, Question, plain_end
from oracle.states import (
    STATES,
    doubts,
    florida,
    illinois,
    michigan,
    north_carolina,
    ohio,
)
from questions import LAST_FOR_MONTHS, days_between, triggers

if TYPE_CHECKING:
    from collections.abc import Iterable

LAW: Final = lc.Law.bundled()
#: The oracle's name of a rule is the package's, or will be.
RULES: Final = tuple(STATES)


SKETCHED: Final = LAW.with_folder(ROOT / "tests" / "law" / "states")


def _knows(law: lc.Law, rule: str) -> bool:
    try:
        law.counting_rule(rule)
    except UnknownNameError:
        return False
    return True


ENTERED: Final = tuple(rule for rule in RULES if _knows(LAW, rule))
LEFT_OUT: Final = tuple(rule for rule in RULES if rule not in ENTERED)
IN_THE_TESTS: Final = tuple(rule for rule in LEFT_OUT if _knows(SKETCHED, rule))
#: From when on the oracle has read the text and every holiday of the state.
FIRST: Final = {
    "us-tx/trcp": date(1993, 9, 1),
    "us-tx/trap": date(1997, 9, 1),
    "us-fl/rgpja": florida.ADOPTED,
    "us-il/statutes": illinois.FIRST,
    "us-oh/civr": ohio.FIRST,
    "us-nc/rcp": north_carolina.FIRST,
    "us-mi/mcr": michigan.FIRST,
}
#: The year whose orders put off what ended in their days.
EMERGENCY: Final = 2020
#: The states whose rule says how hours are counted.
HOURS: Final = {"us-ny/cplr": "America/New_York"}
#: Short periods and their borders come often.
_NUMBERS: Final = {
    "days": st.one_of(st.integers(1, 8), st.integers(1, 130)),
    "hours": st.one_of(st.integers(1, 200), st.sampled_from((24, 48, 72))),
    "weeks": st.integers(1, 20),
    "months": st.integers(1, 15),
    "years": st.integers(1, 2),
}
_UNITS: Final = ("days", "days", "days", "weeks", "months", "years")


def law_of(rule: str) -> lc.Law:
    """Give the law that knows the rule: the package's, if it does."""
    return LAW if rule in ENTERED else SKETCHED


@st.composite
def questions(draw: st.DrawFn, rule: str, *, served: bool = True) -> Question:
    """Draw a question of that rule, with the manners of service of its time."""
    direction = draw(st.sampled_from(("after", "after", "before")))
    units = (*_UNITS, "hours") if rule in HOURS and direction == "after" else _UNITS
    unit = draw(st.sampled_from(units))
    known = law_of(rule).counting_rule(rule).first
    first = max(known, FIRST.get(rule, date(1986, 1, 1)))
    back = 40 if direction == "after" else 3 * 366 + 200
    start = draw(triggers(first + back * DAY))
    if unit in {"months", "years"}:
        start = min(start, LAST_FOR_MONTHS)
    moment: date = start
    if unit == "hours":
        clock = time(draw(st.integers(0, 23)), draw(st.sampled_from((0, 30, 59))))
        moment = datetime.combine(start, clock, tzinfo=ZoneInfo(HOURS[rule]))
    extra: set[int] = set()
    if not draw(st.integers(0, 3)):
        extra = draw(st.sets(st.integers(0, 40), min_size=1, max_size=2))
    sign = 1 if direction == "after" else -1
    question = Question(
        system=rule,
        period_number=draw(_NUMBERS[unit]),
        unit=unit,
        direction=direction,
        trigger=moment,
        extra_holidays=tuple(sorted(start + sign * each * DAY for each in extra)),
    )
    methods = () if unit == "hours" or not served else oracle.methods(question)
    if methods:
        service = draw(st.one_of(st.none(), st.sampled_from(methods)))
        question = replace(question, service=service)
    return question


def ask(question: Question, **more: Any) -> lc.Computation:
    """Put a question to the package, by its public call."""
    options: dict[str, Any] = {
        question.direction: question.trigger,
        "under": question.system,
        "service": question.service,
        "act": question.act,
        "as_of": question.as_of,
        "legal_holidays": question.extra_holidays,
        "inaccessible": question.inaccessible,
    }
    period = f"{question.period_number} {question.unit}"
    try:
        return law_of(question.system).compute(period, **{**options, **more})
    except (UnknownNameError, UnusedInputError):
        # Which manners of service there are, is the law's to say where none adds days.
        plain = replace(question, service=None)
        assume(question.service is not None)
        assert oracle.answer(question) == oracle.answer(plain), question
        assume(False)
        raise
    except UnsupportedQuestionError:
        # Orders of 2020 that put off what ended in their days say nothing of a count
        # back into them.
        assert not question.forward, question
        assert plain_end(question).year == EMERGENCY, question
        assume(False)
        raise


def is_doubtful(question: Question, found: lc.Computation, *ends: date) -> bool:
    """Whether sources differ, about the count or one of the days looked at."""
    return doubts.is_doubtful_count(question) or any(
        doubts.is_doubtful(question.system, day)
        for day in looked_at(question, found, *ends)
    )


def looked_at(question: Question, found: lc.Computation, *ends: date) -> Iterable[date]:
    """List the days that decided: of a short period all, else those near the end."""
    span = 20 * DAY if question.unit in {"days", "weeks"} else 2 * DAY
    edges = [found.nominal, found.due, *ends]
    if question.period_number <= 7 and question.unit == "days":
        edges.append(question.start)
    return days_between(min(edges) - 2 * DAY, max(edges) + span)
