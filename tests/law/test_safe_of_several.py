"""The safe date of the later or earlier of several, part by part.

The parts are made here, so that each has just the readings that a rule needs.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from legalcase.counting.argument.computation import Computation
from legalcase.counting.argument.findings import Reading
from legalcase.counting.engine.inputs import Inputs
from legalcase.counting.engine.steps import Outcome
from legalcase.law.answer.combine import combine

if TYPE_CHECKING:
    from collections.abc import Iterable

LATEST, EARLIEST = "later-of", "earlier-of"
NOT_LATER, NOT_EARLIER = "not-later-than", "not-earlier-than"
INPUTS = Inputs(period=None, rule="xx/cp", direction="after", trigger=None)


def day(number: int) -> date:
    """A day in May 2026."""
    return date(2026, 5, number)


def part(due: int, *others: tuple[str, int], bound: str = NOT_LATER) -> Computation:
    """A part that is due on a day of May, or on others by answers to questions."""
    return Computation(
        inputs=INPUTS,
        sources=(),
        outcome=Outcome(day(due), day(due), (("fixed", day(due), day(due), "", ()),)),
        bound=bound,
        readings=tuple(
            Reading(question=asked, choice="no", authority="", due=day(other))
            for asked, other in others
        ),
        notices=(),
    )


def pending() -> Computation:
    """A part whose trigger is still to come."""
    return Computation(
        inputs=INPUTS,
        sources=(),
        outcome=None,
        bound=NOT_LATER,
        waits_for=("hearing",),
    )


def several(
    form: str, parts: Iterable[Computation], bound: str = NOT_LATER
) -> Computation:
    """The later or earlier of those parts."""
    return combine(
        tuple(parts),
        form,
        inputs=INPUTS,
        sources=(),
        bound=bound,
        cite="",
        notices=(),
        barred_by=None,
        authorities=lambda: (),
    )


@pytest.mark.parametrize(
    ("form", "bound", "due", "safe"),
    [
        (LATEST, NOT_LATER, 20, 12),
        (EARLIEST, NOT_LATER, 18, 10),
        (LATEST, NOT_EARLIER, 20, 27),
        (EARLIEST, NOT_EARLIER, 18, 25),
    ],
)
def test_every_part_takes_its_safest_date(
    form: str, bound: str, due: int, safe: int
) -> None:
    """Two questions can be answered against us at once, though each moves one part."""
    parts = [
        part(20, ("first?", 12), ("third?", 25)),
        part(18, ("second?", 10), ("fourth?", 27)),
    ]
    found = several(form, parts, bound)
    assert (found.due, found.safe) == (day(due), day(safe))


@pytest.mark.parametrize(("bound", "safe"), [(NOT_LATER, 12), (NOT_EARLIER, 25)])
def test_what_is_safe_for_the_whole_is_not_what_is_safe_for_a_part(
    bound: str, safe: int
) -> None:
    """A part that is a "not earlier than" may stand in a "not later than"."""
    for own in (NOT_LATER, NOT_EARLIER):
        one = part(20, ("first?", 12), ("third?", 25), bound=own)
        assert several(LATEST, [one], bound).safe == day(safe)


def test_one_answer_moves_all_parts_alike() -> None:
    """Asked of both parts, a question has the same answer in both."""
    found = several(LATEST, [part(20, ("it?", 12)), part(18, ("it?", 17))])
    assert found.due == day(20)
    assert {(r.question, r.due) for r in found.readings} == {("it?", day(17))}


def test_a_part_that_can_yet_move_earlier_is_not_relied_on() -> None:
    """The later of the firm parts is safe, each in its own safest reading."""
    moving = several(EARLIEST, [part(25), pending()])
    found = several(LATEST, [moving, part(20, ("first?", 15)), part(10)])
    assert (found.due, found.safe) == (day(25), day(15))
    (reading,) = [r for r in found.readings if "When will it happen" in r.question]
    assert (reading.due, reading.kind) == (day(15), "fact")


def test_without_a_firm_part_the_earliest_is_safe() -> None:
    """All of them can move, so none is relied on."""
    parts = [several(EARLIEST, [part(number), pending()]) for number in (25, 20)]
    assert several(LATEST, parts).safe == day(20)


def test_a_pending_part_that_can_only_make_it_later_moves_nothing() -> None:
    """The later of several stays where it is at least, whatever is still to come."""
    firm = several(LATEST, [part(25), pending()])
    found = several(LATEST, [firm, part(20)])
    assert (found.due, found.safe) == (day(25), day(25))
    assert found.readings == ()
    assert found.is_provisional
