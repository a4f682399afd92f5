"""Whoever leaves out a fact gets no later safe date than whoever gives it.

Asked of every deadline of the package and of bare periods under every rule, each fact
left out in turn. The answers come from the law's files (`law_answers`), not from what
the engine tries.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any, Final

import pytest

import law_answers
import legalcase as lc
from every_one import for_each, spread
from legalcase.authority import INPUTS
from legalcase.errors import (
    LegalCaseError,
    PeriodNotRunningError,
    ReadingNotCountedError,
)
from legalcase.law.call.commenced import COMMENCED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    Given = dict[str, str]
    #: Asks one question with some facts given.
    Ask = Callable[[Given], lc.Computation]

LAW: Final = lc.Law.bundled()
NAMES: Final = sorted(law_answers.deadlines())
RULES: Final = sorted(law_answers.rules())
PERIODS: Final = ("5 days", "14 days", "30 days", "2 months", "10 court days")
FIRST, LAST = date(1990, 1, 1), date(2034, 12, 31)
COURTS: Final = {
    "us": (None, "us/nysd", "us/cand"),
    "us-ca": (None, "us-ca/lasc"),
}
#: Days around which much changes or is closed, with the years of present law.
EDGES: Final = (
    (2026, 7, 6),
    (2026, 9, 24),
    (2026, 12, 28),
    (2025, 4, 22),
    (2024, 2, 29),
    (2018, 1, 2),
    (2009, 12, 2),
    (2009, 11, 10),
)


def safe_of(found: lc.Computation) -> date | None:
    """The safe date, if there is a date at all."""
    try:
        return found.safe
    except PeriodNotRunningError:
        return None


def names_no_day(found: lc.Computation) -> bool:
    """Whether an answer of law cannot be counted, so that no day is called safe."""
    try:
        _ = found.readings
    except ReadingNotCountedError:
        return True
    return False


def as_options(given: Given) -> dict[str, Any]:
    """Spell facts as `compute` takes them: its own inputs, and the others by word."""
    own = {"service", *INPUTS}
    options: dict[str, Any] = {name: given[name] for name in own & given.keys()}
    facts = {name: answer for name, answer in given.items() if name not in own}
    return {**options, "facts": facts} if facts else options


class Comparison:
    """One question with facts left out, compared with the same with them given."""

    def __init__(self, ask: Ask, answers: law_answers.Answers) -> None:
        self.ask = ask
        self.answers = answers
        self.told = 0

    def asked(self, given: Given) -> lc.Computation | None:
        """Ask with some facts; ``None`` where that is refused, or leads nowhere."""
        try:
            return self.ask(given)
        except LegalCaseError:
            return None

    def leave_out_one(self, given: Given) -> None:
        """Compare what is asked with `given` with each answer to one fact more."""
        open_ = self.asked(given)
        if open_ is None or names_no_day(open_):
            return
        for name, ways in self.answers.items():
            if name in given:
                continue
            for answer in ways:
                told = self.asked({**given, name: answer})
                if told is not None:
                    self.told += 1
                    which = f"{name}={answer} after {given}"
                    compare(open_, told, which)
                    if name not in INPUTS:
                        assert is_named(name, open_, told), which

    def leave_out_all(self, most: int) -> None:
        """Do so with every combination of facts given and left out, up to `most`."""
        ways = [
            [None, *((name, answer) for answer in answers)]
            for name, answers in self.answers.items()
        ]
        for number, chosen in enumerate(product(*ways)):
            if number == most:
                return
            self.leave_out_one(dict(one for one in chosen if one is not None))


def compare(open_: lc.Computation, told: lc.Computation, which: str) -> None:
    """Compare the dates with a fact left out with those with it given."""
    said = f"{which}: {told!r}, left out {open_!r} with {open_.readings}"
    safe, other = safe_of(open_), safe_of(told)
    if other is None:
        return
    assert safe is not None, said
    earliest = told.bound == "not-earlier-than"
    assert (safe >= other) if earliest else (safe <= other), said
    dates = {reading.due for reading in open_.readings}
    if open_.is_running:
        dates.add(open_.due)
    if other not in dates and told.is_running:
        # Only more time: it needs no line of its own.
        assert (told.due <= safe) if earliest else (told.due >= safe), said
        if open_.is_running:
            less = told.due < open_.due
            assert told.due == open_.due or less == earliest, said


#: The questions of rules of computation that a fact of the vocabulary answers.
ASKING = {
    dispute.asks: {f"{rule}#{dispute.id}"}
    for rule in LAW.names("rule")
    for dispute in LAW.counting_rule(rule).disputes
    if dispute.asks is not None and dispute.asks not in INPUTS
}


def is_named(name: str, open_: lc.Computation, told: lc.Computation) -> bool:
    """Whether a line says that this fact decides, where it moves the due date."""
    if not (open_.is_running and told.is_running) or told.due == open_.due:
        return True
    asking = {name, *ASKING.get(name, ())}
    return any(not asking.isdisjoint(r.dispute.split("; ")) for r in open_.readings)


def questions_of(
    name: str, days: tuple[date, ...], chance: Random
) -> Iterator[Comparison]:
    """Yield one comparison for each day, of a deadline."""
    rule = LAW.deadline(name)
    direction = rule.current.term.direction
    for day in days:
        given = law_answers.anchors(name, day, chance, within=45)
        court = chance.choice(COURTS.get(rule.jurisdiction, (None,)))
        if "civil-l-r" in name:
            court = "us/cand"

        def ask(
            facts: Given,
            given: date | dict[str, date] = given,
            court: str | None = court,
        ) -> lc.Computation:
            options: dict[str, Any] = {direction: given, **as_options(facts)}
            return LAW.compute(name, court=court, **options)

        yield Comparison(ask, law_answers.of_deadline(name, day))


def bare_questions(
    under: str, days: tuple[date, ...], directions: tuple[str, ...]
) -> Iterator[Comparison]:
    """Yield one comparison for each day, period and direction, under a rule."""
    for day, period, direction in product(days, PERIODS, directions):

        def ask(
            facts: Given,
            day: date = day,
            period: str = period,
            direction: str = direction,
        ) -> lc.Computation:
            options: dict[str, Any] = {direction: day, **as_options(facts)}
            return LAW.compute(period, under=under, **options)

        yield Comparison(ask, law_answers.of_rule(under, day))


def some_days(chance: Random, number: int) -> tuple[date, ...]:
    """Draw days: half of them edges, half anywhere."""
    edges = [date(*one) for one in chance.sample(EDGES, (number + 1) // 2)]
    span = (LAST - FIRST).days
    others = [FIRST + timedelta(chance.randrange(span)) for _ in range(number // 2)]
    return (*edges, *others)


def of_place(place: str) -> list[str]:
    """The deadlines of a jurisdiction."""
    return [name for name in NAMES if name.partition("/")[0] == place]


@for_each("name", of_place, shelves=LAW.jurisdictions())
def test_a_fact_left_out_of_a_deadline(name: str) -> None:
    """Each alone, from two days; the one date that all answers have is shown."""
    chance = law_answers.draw(name)
    for one in questions_of(name, some_days(chance, 2), chance):
        one.leave_out_one({})


@pytest.mark.parametrize("direction", ["after", "before"])
@pytest.mark.parametrize("under", RULES)
def test_a_fact_left_out_of_a_bare_period(under: str, direction: str) -> None:
    """Each alone, from two days and for every sort of period."""
    chance = law_answers.draw(under)
    days = some_days(chance, 2)
    for one in bare_questions(under, days, (direction,)):
        one.leave_out_one({})


@pytest.mark.parametrize(
    "under", [rule for rule in RULES if law_answers.completed(rule)]
)
def test_a_fact_left_out_of_service(under: str) -> None:
    """When service is complete, too, by every method that the rule knows."""
    days = some_days(law_answers.draw(under), 8)
    for day, method in product(days, law_answers.completed(under)):

        def ask(facts: Given, day: date = day, method: str = method) -> lc.Computation:
            return LAW.served_on(day, method, under=under, paper=facts.get("paper"))

        answers = law_answers.of_rule(under, day)
        asked = {name: answers[name] for name in ("paper",) if name in answers}
        Comparison(ask, asked).leave_out_one({})


def leave_out_any(name: str) -> None:
    """Every combination of facts given and left out, from sixteen days."""
    chance = law_answers.draw(f"{name} again")
    for one in questions_of(name, some_days(chance, 16), chance):
        one.leave_out_all(200)


@pytest.mark.slow  # every combination of what is given and left out
@for_each("name", spread(NAMES, 60))
def test_any_facts_left_out_of_a_deadline(name: str) -> None:
    """Of some, from all over the law."""
    leave_out_any(name)


@pytest.mark.thorough  # ten times as long as each fact alone, and as the law is long
@for_each("name", of_place, shelves=LAW.jurisdictions())
def test_any_facts_left_out_of_every_deadline(name: str) -> None:
    """Of all that are entered."""
    leave_out_any(name)


@pytest.mark.slow
@pytest.mark.parametrize("direction", ["after", "before"])
@pytest.mark.parametrize("under", RULES)
def test_any_facts_left_out_of_a_bare_period(under: str, direction: str) -> None:
    """The same, for every sort of period."""
    chance = law_answers.draw(f"{under} again")
    for one in bare_questions(under, some_days(chance, 8), (direction,)):
        one.leave_out_all(60)


def test_the_answers_are_those_of_the_law() -> None:
    """The comparison is no empty one: answers are found, and most are accepted."""
    facts = {word for name in NAMES for word in law_answers.of_deadline(name, LAST)}
    # Some decide no date, but if a deadline arises at all: a schedule asks for these.
    arises = {fact for name in NAMES for fact, _ in LAW.deadline(name).only_if}
    # That a case was commenced is answered by a date, and no bundled text asks for it.
    named = {*law_answers.words("fact"), "service"} - {COMMENCED}
    assert facts | arises >= named
    told = 0
    for name in NAMES:
        chance = law_answers.draw(name)
        for one in questions_of(name, (date(2026, 9, 24),), chance):
            one.leave_out_one({})
            told += one.told
    assert told > 250
