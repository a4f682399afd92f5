"""Repetition is equality: what was asked twice, sent or stored is the same value."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import legalcase as lc
from legalcase.codec import decode, encode, from_json, to_json
from legalcase.law.files.folder import BUNDLED, LawFolder
from oracle.question import DAY
from questions import RULES, ask, questions, triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

systems = pytest.mark.parametrize("system", list(RULES))
data = given(drawn=st.data())

# Deadlines with one trigger, of several parts, of which some may be pending, with a
# restart, and counted from the expiry of another.
CATALOGUED: dict[str, tuple[str, ...]] = {
    "us/frcp/12(a)(1)(A)(i)": ("summons-served",),
    "us/frcp/33(b)(2)": ("discovery-request-served",),
    "us/frcp/15(a)(3)": ("amended-pleading-served", "summons-served"),
    "us/frap/4(a)(3)": ("notice-of-appeal-filed", "judgment-entered"),
    "us/frap/4(a)(6)": ("judgment-entered",),
    "gb-eaw/cpr/7.4(1)(b)": ("claim-form-issued",),
    "de/zpo/517": ("judgment-served",),
    "de/zpo/520(2)": ("judgment-pronounced",),
}


def triggered(name: str, day: date) -> dict[str, date]:
    """Put the triggers of a catalogued deadline a week apart, from a day on."""
    return {word: day + 7 * place * DAY for place, word in enumerate(CATALOGUED[name])}


def fresh_law() -> lc.Law:
    """Read the bundled law anew: nothing of it has been compiled or kept."""
    return lc.Law((LawFolder(BUNDLED),))


def everything(found: lc.Computation) -> tuple[object, ...]:
    """Lay out all that a computation can say."""
    return (
        found.due,
        found.nominal,
        found.due_at,
        found.safe,
        found.bound,
        found.steps,
        found.readings,
        found.notices,
        found.sources,
        found.inputs,
        found.explain(),
    )


@systems
@data
def test_the_same_question_twice(system: str, drawn: st.DataObject) -> None:
    """Two computations of one question are equal, hash alike and say the same."""
    question = drawn.draw(questions(system))
    one, other = ask(question), ask(question)
    assert one is not other
    assert one == other
    assert hash(one) == hash(other)
    assert everything(one) == everything(other)
    assert copy.deepcopy(one) == one


@systems
@data
def test_another_question_is_another_value(system: str, drawn: st.DataObject) -> None:
    """A different trigger or fact makes a different computation, whatever its date."""
    question = drawn.draw(questions(system))
    one = ask(question)
    holidays = (*question.extra_holidays, question.start - 400 * DAY)
    assert ask(question, legal_holidays=holidays) != one


@systems
@data
def test_sent_and_stored(system: str, drawn: st.DataObject) -> None:
    """Pickle and codec give back an equal value that says the same without any law."""
    found = ask(drawn.draw(questions(system)))
    sent = pickle.loads(pickle.dumps(found))
    assert sent == found
    assert hash(sent) == hash(found)
    assert everything(sent) == everything(found)
    stored = decode(encode(found))
    assert stored == found
    assert hash(stored) == hash(found)
    assert everything(stored) == everything(found)
    assert from_json(to_json(found)) == found


@given(name=st.sampled_from(list(CATALOGUED)), after=triggers(date(2012, 6, 1)))
def test_catalogued_deadlines_too(name: str, after: date) -> None:
    """The same holds of deadlines of the catalogue."""
    one = lc.compute(name, after=triggered(name, after))
    other = lc.compute(name, after=triggered(name, after))
    assert one == other
    assert everything(one) == everything(other)
    assert decode(encode(one)) == one
    assert pickle.loads(pickle.dumps(one)) == one


def test_a_law_read_anew_is_equal() -> None:
    """Two laws that read the same folders are one value; so are their parts."""
    law = fresh_law()
    assert law == lc.Law.bundled()
    assert hash(law) == hash(lc.Law.bundled())
    assert lc.Law.bundled() is lc.Law.bundled()
    for name in ("us", "us-ca", "gb-eaw", "de-by/augsburg", "at"):
        assert law.calendar(name) == lc.calendar(name)
        assert hash(law.calendar(name)) == hash(lc.calendar(name))
    for rule in RULES.values():
        assert law.counting_rule(rule) == lc.Law.bundled().counting_rule(rule)


def _asked(law: lc.Law) -> Iterator[lc.Computation]:
    """Ask a law questions that share rules, calendars and readings."""
    day = date(2025, 8, 29)
    for method in (None, "mail", "electronic", "personal"):
        for forum in (None, "us-ca", "us-ma"):
            for period in ("14 days", "1 month", "30 days"):
                yield law.compute(
                    period, after=day, under="us/frcp", service=method, forum=forum
                )
    for holidays in ((), (date(2025, 9, 12),)):
        for nature in (None, "ordinary", "appeal-notfrist"):
            for period in ("2 weeks", "1 month"):
                yield law.compute(
                    period,
                    after=date(2025, 7, 1),
                    under="at/zpo",
                    nature=nature,
                    legal_holidays=holidays,
                )
    for calendar in (None, "de-be", "de-by/augsburg"):
        yield law.compute(
            "2 weeks", after=date(2025, 7, 25), under="de/zpo", calendar=calendar
        )
    for act in (None, "file", "serve"):
        yield law.compute(
            "5 days", before=date(2025, 5, 7), under="gb-eaw/cpr", act=act
        )
    for name in CATALOGUED:
        yield law.compute(name, after=triggered(name, day))


def test_what_was_asked_before_changes_nothing() -> None:
    """Whatever is kept for the next time, answers do not depend on their order."""
    forward = [everything(found) for found in _asked(fresh_law())]
    warm = [everything(found) for found in _asked(lc.Law.bundled())]
    law = fresh_law()
    again = [everything(found) for found in list(_asked(law))[::-1]][::-1]
    once_more = [everything(found) for found in _asked(law)]
    assert len(forward) > 50
    assert forward == warm == again == once_more


@pytest.mark.slow
@systems
@settings(max_examples=25)
@data
def test_a_fresh_law_answers_alike(system: str, drawn: st.DataObject) -> None:
    """A law that has never been asked says what one says that has answered much."""
    question = drawn.draw(questions(system))
    warm = ask(question)
    fresh = ask(question, law=fresh_law())
    assert warm == fresh
    assert everything(warm) == everything(fresh)
