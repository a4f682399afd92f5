"""A fact left out of one computation is still open in all that is made of it.

Chains of computations, copies sent to other processes or stored, and calls that were
made before: each has the dates of whoever asks afresh with the fact given.
"""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any, Final

import pytest

import law_answers
import legalcase as lc
from legalcase.authority import INPUTS
from legalcase.codec import from_json, to_json
from legalcase.errors import LegalCaseError, PeriodNotRunningError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

LAW: Final = lc.Law.bundled()
NAMES: Final = sorted(law_answers.deadlines())
DAYS: Final = (date(2026, 9, 24), date(2025, 4, 21), date(2018, 1, 2), date(2027, 7, 5))
#: What is left open first: the deadline, its direction, and the input that settles it.
OPEN: Final = (
    ("us-ca/ccp/437c(a)(2)", "before", "service"),
    ("us-ca/ccp/1005(b)-moving", "before", "service"),
    ("us-ca/discovery/2030.260(a)", "after", "service"),
    ("us/frcp/33(b)(2)", "after", "service"),
    ("us/frap/4(a)(1)(A)", "after", "united-states-is-a-party"),
    ("us/frcp/12(a)(1)(A)(ii)", "after", "request-sent-abroad"),
    ("de/zpo/234(1)", "after", "time-missed"),
)
THEN: Final = ("10 days", "30 days", "2 months")


def answered(name: str, answer: str) -> dict[str, Any]:
    """Spell one answer as `compute` takes it."""
    is_input = name in {"service", *INPUTS}
    return {name: answer} if is_input else {"facts": {name: answer}}


@pytest.mark.parametrize("way", ["after", "before"])
@pytest.mark.parametrize(("name", "direction", "fact"), OPEN)
def test_what_runs_from_an_open_computation_is_open(
    name: str, direction: str, fact: str, way: str
) -> None:
    """No link of a chain forgets what was not said at its beginning."""
    for day, period in product(DAYS, THEN):
        first: dict[str, Any] = {direction: day}
        open_ = LAW.compute(name, **first)

        def then(anchor: lc.Computation, period: str = period) -> date:
            onward: dict[str, Any] = {way: anchor, "under": anchor.inputs.rule}
            return LAW.compute(period, **onward).safe

        safe = then(open_)
        assert then(from_json(to_json(open_))) == safe
        for answer in law_answers.of_deadline(name, day)[fact]:
            told = LAW.compute(name, **first, **answered(fact, answer))
            assert safe <= then(told), (day, period, answer)


def calls(chance: Random, names: list[str], number: int) -> Iterator[dict[str, Any]]:
    """Yield calls as a caller with many cases makes them: the same, from other days."""
    for _ in range(number):
        name = chance.choice(names)
        rule = LAW.deadline(name)
        day = date(2001, 1, 1) + timedelta(chance.randrange(11_000))
        options: dict[str, Any] = {
            "period": name,
            rule.current.term.direction: law_answers.anchors(
                name, day, chance, within=30
            ),
        }
        facts = law_answers.of_deadline(name, day)
        told = {word for word in facts if chance.random() < 0.3} - set(INPUTS)
        if "service" in told:
            options["service"] = chance.choice(facts["service"])
        given = {word: chance.choice(facts[word]) for word in told - {"service"}}
        yield {**options, "facts": given} if given else options


def outcome(
    compute: Callable[..., lc.Computation], call: dict[str, Any]
) -> tuple[object, ...]:
    """What a call gives, with all that can be read from it, or its refusal."""
    try:
        found = compute(**call)
        read = (found.readings, found.notices, found.due_at)
    except LegalCaseError as error:
        return type(error), str(error)
    return (found, *read)


def check_kept(chance: Random, number: int) -> int:
    """Ask one law everything, and a new one each thing; return how many had a date."""
    kept = lc.Law(LAW.folders)
    dated = 0
    few = chance.sample(NAMES, 12)
    for call in calls(chance, few, number):
        known = outcome(kept.compute, call)
        assert known == outcome(lc.Law(LAW.folders).compute, call), call
        dated += len(known) > 2
    return dated


def test_a_law_that_was_asked_before_answers_as_a_new_one() -> None:
    """Nothing that is kept from one call is seen in another."""
    assert check_kept(law_answers.draw("kept"), 75) > 20


@pytest.mark.slow  # loads the law anew for each of some hundred calls
@pytest.mark.parametrize(
    "seed",
    [
        *range(5),
        # the same once more
        *(pytest.param(seed, marks=pytest.mark.thorough) for seed in range(5, 20)),
    ],
)
def test_a_law_that_was_asked_much_answers_as_a_new_one(seed: int) -> None:
    """The same, of other deadlines in another order."""
    check_kept(law_answers.draw(f"kept {seed}"), 100)


def test_what_is_sent_or_stored_keeps_what_is_open() -> None:
    """Readings with what settles them, the facts given, and the safe date."""
    kept = 0
    for call in calls(law_answers.draw("sent"), NAMES, 600):
        try:
            found = LAW.compute(**call)
            # What was not said can lead to a count back, for which a forum is needed.
            kept += bool(found.readings)
        except LegalCaseError:
            continue
        sent = pickle.loads(pickle.dumps(found))
        for copy in (sent, from_json(to_json(found))):
            assert copy == found
            assert copy.inputs.facts == tuple(sorted(call.get("facts", {}).items()))
            assert copy.readings == found.readings
            assert copy.notices == found.notices
            assert safe_of(copy) == safe_of(found)
    assert kept > 30


def safe_of(found: lc.Computation) -> date | None:
    """The safe date, if there is a date at all."""
    try:
        return found.safe
    except PeriodNotRunningError:
        return None
