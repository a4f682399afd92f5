"""Whatever is passed: an answer, or an error of the package (or a `TypeError`).

And no message is long, of several lines, or anything that a terminal would obey.
"""

from __future__ import annotations

import os
import time
import unicodedata
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any, Final

import pytest

import legalcase as lc
from hostile import call
from legalcase.codec import from_json
from legalcase.dates import DateRange, Period
from legalcase.errors import InvalidValueError, LawError, LegalCaseError
from legalcase.shown import LONGEST, LONGEST_LISTED

if TYPE_CHECKING:
    from collections.abc import Callable

DAY: Final = date(2026, 6, 3)
THOROUGH: Final = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
#: What stands in place of the middle of a message that was too long.
LEFT_OUT: Final = 60
HOSTILE: Final = "\x1b[31m\n\x07\u202e\u2066\ud800\u2028\x85" * 50_000


def check_message(error: LegalCaseError) -> None:
    """A message is short, and shows what is in it without being obeyed."""
    text = str(error)
    lists = hasattr(error, "problems")
    assert len(text) <= (LONGEST_LISTED if lists else LONGEST) + LEFT_OUT
    if lists:
        text = text.replace("\n", "")
    kinds = {unicodedata.category(one) for one in text}
    assert set() == kinds & {"Cc", "Cs", "Zl", "Zp"}
    assert set() == {
        one
        for one in text
        if unicodedata.bidirectional(one)[-1:] in "OE"
        and unicodedata.category(one) == "Cf"
    }


def try_once(seed: int) -> str:
    """Make one call; anything but an error of the package or a TypeError escapes."""
    try:
        call(Random(seed))  # noqa: S311 - to be drawn again from the seed
    except LegalCaseError as error:
        check_message(error)
        return "refused"
    except TypeError:
        return "wrong type"
    return "answered"


def test_nothing_else_escapes() -> None:
    """A few hundred wild calls, the same for everybody."""
    found = [try_once(seed) for seed in range(400)]
    assert found.count("answered") > 30
    assert found.count("refused") > 200


@pytest.mark.slow
def test_nothing_else_escapes_from_many() -> None:
    """Twenty thousand wild calls, others each time, in the thorough profile."""
    start = Random().randrange(10**9) if THOROUGH else 10**6  # noqa: S311 - as above
    for seed in range(start, start + (20_000 if THOROUGH else 2_000)):
        try:
            try_once(seed)
        except Exception as error:  # noqa: BLE001 - to say which call it was
            pytest.fail(f"seed {seed}: {error!r}")


FRCP: Final[dict[str, Any]] = {"after": DAY, "under": "us/frcp"}


#: How to find names: all of them where there are few.
NAMES: Final = ("for names.", "'?")
#: Where text can be passed, and how the message ends that refuses it.
ASKED: Final[tuple[tuple[Callable[[Any], object], str | tuple[str, ...]], ...]] = (
    (lambda text: lc.compute(text, **FRCP), "'72 hours' or 'P21D'."),
    (lambda text: lc.compute(f"us/{text}", **FRCP), NAMES),
    (lambda text: lc.compute("1 day", **{**FRCP, "after": text}), "6, 3), say."),
    (lambda text: lc.compute("1 day", after=DAY, under=text), NAMES),
    (lambda text: lc.compute("1 day", service=text, **FRCP), NAMES),
    (lambda text: lc.compute("1 day", act=text, **FRCP), NAMES),
    (lambda text: lc.compute("1 day", nature=text, **FRCP), NAMES),
    (lambda text: lc.compute("1 day", forum=text, **FRCP), NAMES),
    (lambda text: lc.compute("1 day", court=text, **FRCP), "are entered."),
    (lambda text: lc.compute("1 day", calendar=text, **FRCP), "'holidays:JP'."),
    (lambda text: lc.compute("1 day", local_rules=text, **FRCP), "'none'."),
    (lambda text: lc.compute("1 day", readings={text: "x"}, **FRCP), NAMES),
    (lambda text: lc.compute("1 day", legal_holidays=text, **FRCP), ", say."),
    (lambda text: lc.compute("1 day", legal_holidays=[text], **FRCP), ", say."),
    (lambda text: lc.compute("1 day", suspensions=[text], **FRCP), "say."),
    (lambda text: lc.served_on(DAY, text, under="gb-eaw/cpr"), NAMES),
    (lc.calendar, "'holidays:JP'."),
    (lambda text: lc.calendar(f"holidays:{text}"), "'holidays:DE-BY'."),
    (lc.rule, NAMES),
    (lc.court, "are entered."),
    (lambda text: lc.find_rules(jurisdiction=text), NAMES),
    (lambda text: lc.find_rules(trigger=text), NAMES),
    (lambda text: lc.Law.bundled().with_folder(text), "Give the path of one."),
    (lambda text: lc.calendar("us").is_open(text), "say."),
    (lambda text: lc.calendar("us").add_court_days(DAY, text), "Pass 10."),
    (lambda text: lc.calendar("us").month(text, 1), "for July 2026."),
    (
        lambda text: lc.calendar("us").with_closure(
            DAY, text, kind="office-closed", authority="x"
        ),
        "as UTF-8.",
    ),
    (lambda text: Period(1, text), "'72 hours' or 'P21D'."),
    (lambda text: Period(text, "day"), "'72 hours' or 'P21D'."),
    (lambda text: DateRange(text, DAY), ", say."),
    (from_json, "twice"),
)


@pytest.mark.parametrize(("ask", "ends"), ASKED, ids=range(len(ASKED)))
def test_a_message_is_short_whatever_came(
    ask: Callable[[Any], object], ends: str | tuple[str, ...]
) -> None:
    """Three megabytes of escapes come in; what to do is still said at the end."""
    with pytest.raises(LegalCaseError) as caught:
        ask(HOSTILE)
    check_message(caught.value)
    said = str(caught.value)
    assert (
        said.endswith(ends)
        or "It must be one of " in said
        or "`legalcase rules" in said
        or "leave forum= out" in said
    )


@pytest.mark.parametrize("number", [10**6000, -(10**6000)], ids=["large", "small"])
def test_numbers_too_long_to_write_are_described(number: int) -> None:
    """Python itself refuses to write them, with an error that nobody expects."""
    calendar = lc.calendar("us")
    for ask in (
        lambda: Period(number, "day"),
        lambda: lc.compute(number, **FRCP),  # type: ignore[arg-type]  # the wrong input
        lambda: calendar.add_court_days(DAY, number),
        lambda: calendar.month(number, 1),
        lambda: calendar.month(2026, number),
        lambda: lc.compute("1 day", legal_holidays=[number], **FRCP),  # type: ignore[list-item]  # the wrong input
    ):
        with pytest.raises(LegalCaseError, match=r"of \d+ bits"):
            ask()


def test_a_problem_of_many_is_listed_and_the_rest_counted() -> None:
    """The message has a hundred; the attribute all."""
    problems = [("us/x.toml", f"$.{n}", "is wrong.\x1b\nMend it.") for n in range(999)]
    error = LawError.of(problems)
    assert len(error.problems) == len(problems)
    lines = str(error).split("\n")
    assert lines[-1] == "  … and 899 more."
    assert lines[1] == r"  us/x.toml: $.0: is wrong.\x1b\nMend it."
    check_message(error)


def test_days_without_end_are_refused_at_once() -> None:
    """An iterator that never ends is not waited for; some thousands are taken."""

    def for_ever() -> Any:
        while True:
            yield DAY

    for name in ("legal_holidays", "inaccessible"):
        given: dict[str, Any] = {name: for_ever()}
        with pytest.raises(InvalidValueError, match="more than 10000 entries"):
            lc.compute("1 day", **FRCP, **given)
    days = [date.fromordinal(DAY.toordinal() - n) for n in range(9_000)]
    found = lc.compute("1 day", legal_holidays=days, **FRCP)
    assert found.due == date(2026, 6, 4)


def test_a_chain_of_computations_has_an_end() -> None:
    """Fifty periods, each from the last one's end; then the date itself is asked."""
    found = lc.compute("1 day", after=date(2020, 1, 6), under="us/frcp")
    for _ in range(50):
        found = lc.compute("1 day", after=found, under="us/frcp")
    assert found.safe <= found.due
    assert found.explain()
    with pytest.raises(InvalidValueError, match="a chain of 51 computations"):
        lc.compute("1 day", after=found, under="us/frcp")
    assert lc.compute("1 day", after=found.due, under="us/frcp").is_running


def test_many_suspensions_do_not_cost_each_day_anew() -> None:
    """Nine thousand stays of a day each, around a period that is twice as long so."""
    first = date(2000, 1, 1).toordinal()
    stays = [
        DateRange.through(day, day)
        for day in (date.fromordinal(first + 2 * number) for number in range(9_000))
    ]
    start = time.process_time()
    found = lc.compute("1000 days", after=DAY, under="us/frcp", suspensions=stays)
    day, left = DAY.toordinal(), 1000
    while left:
        day += 1
        left -= (day - first) % 2  # every other day stands still
    assert found.nominal == date.fromordinal(day)
    assert time.process_time() - start < 5
