"""No reading is lost: what is shown is what every combination of answers gives.

The engine leaves out questions that cannot matter to a count (no day of theirs lies in
its span, the period ended on an open day …). Here the product of all answers to all
disputes is computed without any such thought, and must give the same dates.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import legalcase as lc
from legalcase.authority import INPUTS
from legalcase.counting.argument.backing import CountBacking
from legalcase.counting.argument.later import Later
from legalcase.counting.engine.recipe import LATE
from legalcase.counting.engine.run import run
from legalcase.counting.rules.venue import calendar_disputes
from legalcase.law.answer.left_open.backing import OpenBacking
from legalcase.law.ask.behind import trigger_words
from questions import LAW, RULES, ask, questions, triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.authority import Dispute
    from legalcase.counting.rules.counting_rule import Choices

systems = pytest.mark.parametrize("system", list(RULES))
data = given(drawn=st.data())
#: So many combinations are computed for one question at most.
MOST = 1024
OTHER_TEXT = "Which version governs"
DISTRICTS = ("us/cand", "us/dcd", "us/ilnd", "us/mad", "us/nysd")


def of_the_law(found: lc.Computation) -> lc.Computation:
    """Return a computation with its readings of the law, without what was not said.

    The facts that were left open have a property of their own.
    """
    work = found._backing
    return work._base if isinstance(work, OpenBacking) else found


def work_of(found: lc.Computation) -> CountBacking:
    """Return the work behind one plain count."""
    work = found._backing
    if isinstance(work, Later):
        work = work.whole()._backing
    assert isinstance(work, CountBacking)
    return work


def disputes_of(work: CountBacking) -> dict[str, Dispute]:
    """Return by qualified id the disputes that arise, whether they matter or not."""
    question, anchor = work.count, work.anchor
    found = dict(question.disputes)
    found |= {f"{question.rule.id}#{d.id}": d for d in question.rule.disputes}
    for _, calendar in question.venue.calendars:
        found |= {f"{owner}#{d.id}": d for owner, d in calendar_disputes(calendar)}
    day = anchor.date() if isinstance(anchor, datetime) else anchor
    return {
        name: dispute
        for name, dispute in found.items()
        if dispute.applies_on(question.given.as_of or day)
        and (
            # A fact of the vocabulary is fixed once it is given.
            dispute.asks not in INPUTS or getattr(question.given, dispute.asks) is None
        )
    }


def every_choice(work: CountBacking) -> Iterator[Choices]:
    """Yield the readings chosen by each combination of answers to all disputes."""
    disputes = disputes_of(work)
    fixed = {name for name, _ in work.count.fixed}
    answers: list[list[tuple[str, str] | None]] = [
        [None, *((name, reading.name) for reading in dispute.readings)]
        for name, dispute in disputes.items()
        if name not in fixed
    ]
    if not isinstance(work.anchor, datetime):
        # Harmless where no hour matters: then a late event counts as of its day.
        answers.append([None, LATE])
    assume(prod(map(len, answers)) <= MOST)
    kept = {key for key in work.count.chosen if key[0] in fixed}
    for chosen in product(*answers):
        yield frozenset({*kept, *(key for key in chosen if key is not None)})


def check_complete(found: lc.Computation) -> None:
    """Compare the readings shown with the dates of every combination."""
    found = of_the_law(found)
    work = work_of(found)
    assert found.outcome is not None
    base = found.outcome.due
    dates = {run(work.count, work.anchor, one).due for one in every_choice(work)}
    readings = found.readings
    own = [r.due_at or r.due for r in readings if OTHER_TEXT not in r.question]
    assert {base, *own} == dates | {base}
    every = {d.date() if isinstance(d, datetime) else d for d in dates}
    if found.bound == "not-earlier-than":
        assert found.safe >= max(every)
    else:
        assert found.safe <= min(every)


@pytest.mark.slow  # by brute force: a minute where many calendars are disputed
@systems
@data
def test_bare_periods(system: str, drawn: st.DataObject) -> None:
    """A bare period shows each date that some combination of answers gives."""
    question = drawn.draw(questions(system))
    more: dict[str, Any] = {}
    if system == "us/frcp" and drawn.draw(st.booleans()):
        # In some courts an answer is settled; a suspension looks at each day.
        question = replace(question, forum=None)
        more["court"] = drawn.draw(st.sampled_from(DISTRICTS))
    if drawn.draw(st.integers(0, 4)) == 0 and question.unit != "hours":
        number = drawn.draw(st.integers(-20, 20))
        first = date.fromordinal(question.start.toordinal() + number)
        last = date.fromordinal(first.toordinal() + drawn.draw(st.integers(0, 30)))
        more["suspensions"] = [lc.DateRange.through(first, last)]
    try:
        found = ask(question, **more)
        # Another text can lack the method: then all are refused, and none left out.
        _ = found.readings
    except lc.LegalCaseError:
        assume(False)
    check_complete(found)


PLAIN = [
    rule
    for rule in LAW.deadlines()
    if all(version.term.form == "period" for version in rule.versions)
]


@pytest.mark.slow
@data
def test_catalogued_deadlines(drawn: st.DataObject) -> None:
    """So does every catalogued deadline that is one period, in every court."""
    rule = drawn.draw(st.sampled_from(PLAIN))
    courts = [
        court.id
        for court in LAW.courts(rule.jurisdiction)
        if rule.counting in court.counting
    ]
    court = drawn.draw(st.sampled_from([None, *courts]))
    service = drawn.draw(st.sampled_from((None, None, "mail", "electronic")))
    day = drawn.draw(triggers(rule.versions[0].first))
    options: dict[str, Any] = {rule.current.term.direction: day}
    try:
        found = LAW.compute(rule, court=court, service=service, **options)
    except lc.LegalCaseError:
        assume(False)
    check_complete(found)


@data
def test_deemed_service(drawn: st.DataObject) -> None:
    """So does the question when service is complete."""
    method = drawn.draw(st.sampled_from(("mail", "document-exchange", "email", "fax")))
    paper = drawn.draw(st.sampled_from((None, "claim-form", "other")))
    day = drawn.draw(triggers(date(2009, 1, 1)))
    on: date = day
    if drawn.draw(st.booleans()):
        clock = time(drawn.draw(st.integers(0, 23)), 30)
        on = datetime.combine(day, clock, tzinfo=ZoneInfo("Europe/London"))
    try:
        found = LAW.served_on(on, method, under="gb-eaw/cpr", paper=paper)
    except lc.LegalCaseError:
        assume(False)
    check_complete(found)


COMPOSITE = [
    rule
    for rule in LAW.deadlines()
    if any(version.term.members for version in rule.versions)
]


def leaves(found: lc.Computation) -> Iterator[lc.Computation]:
    """Yield the counts that the later or earlier of several is made of."""
    for part in found.parts:
        yield from leaves(part)
    if (
        not found.parts
        and found.is_running
        and isinstance(found._backing, CountBacking | Later)
    ):
        yield found


@data
def test_the_later_or_earlier_of_several(drawn: st.DataObject) -> None:
    """One answer given to all parts alike shows its date, and none is beyond safe."""
    rule = drawn.draw(st.sampled_from(COMPOSITE))
    words = trigger_words(rule, LAW)
    day = drawn.draw(triggers(rule.versions[0].first))
    anchors = {
        word: date.fromordinal(day.toordinal() + drawn.draw(st.integers(0, 40)))
        for word in drawn.draw(st.sets(st.sampled_from(words), min_size=1))
    }
    courts = [
        court.id
        for court in LAW.courts(rule.jurisdiction)
        if rule.counting in court.counting
    ]
    options: dict[str, Any] = {
        "after": anchors,
        "court": drawn.draw(st.sampled_from([None, *courts])),
        "service": drawn.draw(st.sampled_from((None, None, "mail"))),
    }
    try:
        found = LAW.compute(rule, **options)
        dates = (
            {reading.due for reading in found.readings} if found.is_running else set()
        )
    except lc.LegalCaseError:
        assume(False)
    assume(found.is_running)
    own = [disputes_of(work_of(leaf)) for leaf in leaves(found)]
    # A question that not every part asks can't be answered in the call.
    shared = set.intersection(*map(set, own)) if own else set()
    for name in shared:
        for reading in own[0][name].readings:
            other = LAW.compute(rule, **options, readings={name: reading.name})
            assert other.due in dates | {found.due}
            if found.bound == "not-earlier-than":
                assert found.safe >= other.due
            else:
                assert found.safe <= other.due
