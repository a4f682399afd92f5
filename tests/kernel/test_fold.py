"""A log makes a value: whole, in order, and as it was known or true at another time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from boxes import (
    BOX,
    DAY,
    MODEL,
    NOON,
    WATCH,
    Inner,
    Marked,
    Opened,
    Said,
    corrected,
    line,
    log,
    put,
    retracted,
    taken,
)
from legalcase.errors import (
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
    LegalCaseError,
    UnknownEventError,
    UnknownNameError,
)
from legalcase.kernel import Event, Facet, Ref, SetAside, UnknownEvent
from legalcase.kernel.folding.fold import fold
from legalcase.kernel.folding.step import begun, follows

LATER = DAY + timedelta(days=10)
UNKNOWN = UnknownEvent(kind="acme-legal/painted", schema=1, happened=DAY, payload="{}")


def things(lines: Any, **asked: Any) -> tuple[str, ...]:
    """The ids of what lies in the box."""
    return fold(MODEL, lines, **asked)[BOX].things.ids()


def test_folding_and_following_are_the_same() -> None:
    """Line by line, or the whole log at once."""
    lines = log(put("a"), put("b", on="a"), taken("a"))
    folded = begun(MODEL, lines[0])
    for each in lines[1:]:
        folded = follows(folded, each)
    assert folded == fold(MODEL, lines) == fold(MODEL, iter(lines))
    assert hash(folded) == hash(fold(MODEL, lines))
    assert (folded.number, folded.recorded_at) == (4, lines[-1].recorded_at)
    assert folded != fold(MODEL, lines[:-1])
    assert folded != "box:a"


def test_a_room_sees_the_others_as_they_stood_before_the_line() -> None:
    """So that the order of the rooms never matters."""
    lines = log(put("a"), put("b"), put("c"))
    other = type(MODEL)("box", Opened, (WATCH, BOX))
    assert fold(MODEL, lines)[WATCH] == fold(other, lines)[WATCH] == 12
    assert fold(MODEL, lines) == fold(other, lines)


LINES = log(put("a"), put("b"))


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (LINES[1:], "Line 2 of 'box:a' stands where line 1"),
        ((LINES[0], LINES[2]), "Line 3 of 'box:a' stands where line 2"),
        ((LINES[0], LINES[0]), "Line 1 of 'box:a' stands where line 2"),
        ((LINES[0], evolve(LINES[1], stream="box:b")), "Line 2 of 'box:b' stands"),
        ((), "There is no line"),
        ((line(put("a"), 1),), "begins with line 1, a Opened"),
        ((evolve(LINES[0], stream="crate:a"),), "A log of a box begins"),
        ((evolve(LINES[0], event=UNKNOWN, kind=UNKNOWN.kind),), "begins with line 1"),
        (log(Opened(happened_on=DAY)), "has begun already"),
        (
            (LINES[0], evolve(LINES[1], event_id="e-1")),
            "The event 'e-1' is there already",
        ),
        (log(put("a"), put("a")), "The thing 'a' is there already"),
    ],
)
def test_a_broken_log_is_refused(lines: Any, words: str) -> None:
    """Gaps, other streams, a missing beginning, a second one, ids given twice."""
    with pytest.raises(InvalidValueError, match=words):
        fold(MODEL, lines)


def test_a_log_is_made_of_lines() -> None:
    """Events alone do not say who recorded them, nor when."""
    with pytest.raises(InvalidTypeError, match="of Recorded lines, not Opened"):
        fold(MODEL, [Opened(happened_on=DAY)])  # type: ignore[list-item]  # refused here


def test_what_no_room_knows_is_passed_over_only_if_its_line_says_so() -> None:
    """And is named once, in the order of its coming."""
    other = evolve(UNKNOWN, kind="acme-legal/washed")
    found = [UNKNOWN, other, UNKNOWN]
    lines = [*LINES, *(line(e, 4 + n, ancillary=True) for n, e in enumerate(found))]
    folded = fold(MODEL, lines)
    assert folded.unread == ("acme-legal/painted", "acme-legal/washed")
    assert folded.rooms == fold(MODEL, LINES).rooms
    assert folded.number == 6
    lines[-1] = evolve(lines[-1], ancillary=False)
    with pytest.raises(UnknownEventError, match="may not pass over") as caught:
        fold(MODEL, lines)
    assert caught.value.kind == "acme-legal/painted"
    # Also where lines are set aside that only follow from something later.
    with pytest.raises(UnknownEventError):
        fold(MODEL, lines, true_on=LATER)
    with pytest.raises(UnknownEventError):
        fold(MODEL, lines, refused=[])


def test_an_event_of_a_room_that_is_not_there_is_refused() -> None:
    """A program that knows the class, and folds with a model that does not."""

    class Strange(Event):
        """Of no room."""

    with pytest.raises(InvalidTypeError, match="No room of this model knows Strange"):
        fold(MODEL, [*LINES, line(Strange(happened_on=DAY), 4)])
    absent: Facet[int] = Facet(name="attic", first=0, rows=())
    with pytest.raises(InvalidTypeError, match="has no room 'attic'"):
        fold(MODEL, LINES)[absent]
    with pytest.raises(InvalidTypeError, match="has no room 'int'"):
        fold(MODEL, LINES)[5]  # type: ignore[index]  # refused here


@pytest.mark.parametrize(
    ("event", "noun"),
    [
        (taken("c"), "thing"),
        (put("c", on="d"), "thing"),
        (Marked(mark_id="m", things=("a", "c"), happened_on=DAY), "thing"),
        (Marked(mark_id="m", because=Ref("event", "e-9"), happened_on=DAY), "event"),
        (Marked(mark_id="m", because=Ref("shelf", "a"), happened_on=DAY), "shelf"),
        (Said(terms=(Inner(of=Ref("thing", "c")),), happened_on=DAY), "thing"),
        # Nothing refers to itself.
        (put("c", on="c"), "thing"),
        (Marked(mark_id="m", because=Ref("event", "e-4"), happened_on=DAY), "event"),
    ],
)
def test_what_an_event_refers_to_has_to_be_there(event: Any, noun: str) -> None:
    """By any of its fields, in any of its parts; what is near is named."""
    with pytest.raises(UnknownNameError, match=f"There is no {noun}") as caught:
        fold(MODEL, [*LINES, line(event, 4)])
    assert caught.value.kind == noun


def test_what_it_may_refer_to() -> None:
    """Things, marks, lines; and what a room of others names that is not there."""
    fold(
        MODEL,
        log(
            put("a"),
            Marked(
                mark_id="m", things=("a",), because=Ref("event", "e-2"), happened_on=DAY
            ),
            Marked(mark_id="m", because=Ref("mark", "m"), happened_on=DAY),
            Marked(mark_id="n", because=Ref("acme-legal/paint", "p"), happened_on=DAY),
            Said(terms=(Inner(of=Ref("thing", "a")),), happened_on=DAY),
        ),
    )


def test_a_cause_is_a_line_before() -> None:
    """Which event it was because of."""
    fold(MODEL, (*LINES, line(put("c"), 4, cause="e-2")))
    for cause in ("e-4", "e-9"):
        with pytest.raises(UnknownNameError, match="no event"):
            fold(MODEL, (*LINES, line(put("c"), 4, cause=cause)))


def test_a_correction_stands_in_the_place_of_its_line() -> None:
    """Not at the end: what follows from it follows still."""
    lines = log(put("a"), put("b", on="a"), corrected("e-2", put("a", size=7)))
    assert fold(MODEL, lines)[BOX].things.items() == (("a", 7), ("b", 1))
    assert fold(MODEL, lines[:3])[BOX].things.items() == (("a", 1), ("b", 1))
    assert fold(MODEL, lines)[BOX].corrected == ("e-2",)


@pytest.mark.parametrize(
    ("corrections", "size"),
    [
        ((corrected("e-2", put("a", size=2)),), 2),
        (
            (corrected("e-2", put("a", size=2)), corrected("e-2", put("a", size=3))),
            3,
        ),
        ((retracted("e-2"),), None),
        ((corrected("e-2", put("a", size=2)), retracted("e-2")), None),
        ((retracted("e-2"), corrected("e-2", put("a", size=2))), 2),
        ((retracted("e-2"), retracted("e-2")), None),
    ],
)
def test_the_last_correction_of_a_line_counts(
    corrections: Any, size: int | None
) -> None:
    """Also after a retraction, which it undoes."""
    assert fold(MODEL, log(put("a"), *corrections))[BOX].things.find("a") == size


def test_what_a_line_brought_is_gone_with_it() -> None:
    """What refers to it cannot follow any more; its own id stays taken."""
    lines = log(put("a"), put("b", on="a"), taken("b"), retracted("e-2"))
    with pytest.raises(UnknownNameError, match="no thing 'a'"):
        fold(MODEL, lines)
    refused: list[SetAside] = []
    fold(MODEL, lines, refused=refused)
    assert [(one.number, one.event_id, one.kind) for one in refused] == [
        (3, "e-3", "put"),
        (4, "e-4", "taken"),
    ]
    assert "no thing 'a'" in refused[0].why
    again = [*log(put("a"), retracted("e-2")), line(put("a"), 4, event_id="e-2")]
    with pytest.raises(InvalidValueError, match="The event 'e-2' is there already"):
        fold(MODEL, again)
    # The thing itself can come by another line.
    assert things(log(put("a"), retracted("e-2"), put("a"))) == ("a",)


def test_a_correction_of_what_is_not_there_is_refused() -> None:
    """A line that comes later, or never, or is a correction."""
    for name in ("e-9", "e-3"):
        with pytest.raises(UnknownNameError, match="no event"):
            fold(MODEL, log(put("a"), retracted(name)))
    # A correction names the line that was wrong, and no other correction.
    lines = log(put("a"), corrected("e-2", put("a", size=2)), retracted("e-3"))
    with pytest.raises(InvalidValueError, match="corrects a correction"):
        fold(MODEL, lines)
    # It can be corrected again after it was retracted.
    assert things(log(put("a"), retracted("e-2"), retracted("e-2"))) == ()


@pytest.mark.parametrize(
    ("event", "error", "words"),
    [
        (taken("a"), InvalidTypeError, "another kind cannot stand in its place"),
        (put("b"), InvalidValueError, "thing_id names what line 2 brought"),
    ],
)
def test_another_kind_or_id_stands_in_no_lines_place(
    event: Any, error: Any, words: str
) -> None:
    """Nor in a log that somebody else has written."""
    with pytest.raises(error, match=words):
        fold(MODEL, log(put("a"), corrected("e-2", event)))


def test_nothing_refers_to_a_correction() -> None:
    """It is known, but it is nothing that happened."""
    lines = log(put("a"), corrected("e-2", put("a", size=2)))
    because = Marked(mark_id="m", because=Ref("event", "e-3"), happened_on=DAY)
    with pytest.raises(UnknownNameError):
        fold(MODEL, (*lines, line(because, 4)))


def test_as_it_was_known() -> None:
    """At an instant, inclusive, or up to a number; corrections with it."""
    lines = log(put("a"), put("b"), corrected("e-2", put("a", size=7)), put("c"))
    for number, each in enumerate(lines, 1):
        by_number = fold(MODEL, lines, known_at=number)
        assert by_number == fold(MODEL, lines[:number])
        assert fold(MODEL, lines, known_at=each.recorded_at) == by_number
        almost = each.recorded_at + timedelta(seconds=59)
        assert fold(MODEL, lines, known_at=almost) == by_number
    assert fold(MODEL, lines, known_at=3)[BOX].things["a"] == 1
    assert fold(MODEL, lines, known_at=4)[BOX].things["a"] == 7
    assert fold(MODEL, lines, known_at=99) == fold(MODEL, lines)


def test_a_clock_that_went_wrong_hides_no_line_for_ever() -> None:
    """A line is known as soon as any later one is."""
    lines = list(log(put("a"), put("b"), put("c")))
    lines[1] = evolve(lines[1], recorded_at=NOON + timedelta(days=400))
    at = lines[2].recorded_at
    assert things(lines, known_at=at) == ("a", "b")
    assert things(lines, known_at=at - timedelta(seconds=1)) == ()
    # One that went back is known at once, and so is what stood before it.
    lines[3] = evolve(lines[3], recorded_at=NOON - timedelta(days=400))
    assert things(lines, known_at=NOON - timedelta(days=400)) == ("a", "b", "c")


@pytest.mark.parametrize(
    ("asked", "error", "words"),
    [
        ({"known_at": datetime(2026, 6, 3)}, InvalidValueError, "has no time zone"),
        ({"known_at": DAY}, InvalidTypeError, "an aware datetime or the number"),
        ({"known_at": "2026"}, InvalidTypeError, "an aware datetime or the number"),
        ({"known_at": True}, InvalidTypeError, "an aware datetime or the number"),
        ({"known_at": 0}, InvalidValueError, "no line"),
        ({"known_at": NOON}, InvalidValueError, "no line"),
        ({"true_on": NOON}, InvalidTypeError, r"true_on needs a datetime\.date"),
        ({"true_on": "2026"}, InvalidTypeError, r"true_on needs a datetime\.date"),
        ({"true_on": DAY - timedelta(days=1)}, InvalidValueError, "not begun by then"),
    ],
)
def test_a_time_that_is_none_is_refused(asked: Any, error: Any, words: str) -> None:
    """And one before the beginning."""
    with pytest.raises(error, match=words):
        fold(MODEL, LINES, **asked)


def test_as_it_was_on_a_day() -> None:
    """By what is known now; what rests on something later is set aside, never lost."""
    lines = log(put("a", happened_on=LATER), put("b"), put("c", on="a"), taken("c"))
    folded = fold(MODEL, lines, true_on=DAY)
    assert folded[BOX].things.ids() == ("b",)
    assert [one.number for one in folded.set_aside] == [4, 5]
    assert "no thing 'a'" in folded.set_aside[0].why
    assert folded.number == 5
    whole = fold(MODEL, lines, true_on=LATER)
    assert whole.set_aside == ()
    assert whole == fold(MODEL, lines)


def test_a_day_of_happening_can_itself_be_corrected() -> None:
    """What is true on a day is so by what is known now."""
    lines = log(put("a"), corrected("e-2", put("a", happened_on=LATER)))
    assert things(lines, true_on=DAY) == ()
    assert things(lines, true_on=LATER) == ("a",)
    assert things(lines, true_on=DAY, known_at=2) == ("a",)
    back = log(put("a", happened_on=LATER), corrected("e-2", put("a")))
    assert things(back, true_on=DAY) == ("a",)


def test_a_line_without_a_day_counts_by_when_it_was_recorded() -> None:
    """What nobody can read may not say when it happened."""
    unknown = evolve(UNKNOWN, happened=None)
    late = line(unknown, 4, ancillary=True, recorded_at=NOON + timedelta(days=9))
    lines = [*LINES, late]
    assert fold(MODEL, lines, true_on=DAY).unread == ()
    assert fold(MODEL, lines, true_on=LATER).unread == ("acme-legal/painted",)
    happened = evolve(late, event=evolve(unknown, happened=NOON))
    assert fold(MODEL, [*LINES, happened], true_on=DAY).unread != ()


def test_a_handler_says_why_and_nothing_is_lost() -> None:
    """The refusal is the room's own."""
    with pytest.raises(IllegalTransitionError, match="was taken already"):
        fold(MODEL, log(put("a"), taken("a"), taken("a")))


_ACT = st.tuples(
    st.sampled_from(["put", "take"]), st.sampled_from("abc"), st.integers(1, 3)
)


def _event(act: tuple[str, str, int], on: date) -> Any:
    verb, thing, size = act
    if verb == "put":
        return put(thing, size=size, happened_on=on)
    return taken(thing, happened_on=on)


@given(st.lists(_ACT, max_size=7), st.data())
def test_a_corrected_log_is_the_log_that_had_been_right(acts: Any, data: Any) -> None:
    """Whatever was corrected: the rooms are those of the log that needed none."""
    right = [_event(act, DAY) for act in acts]
    wrong, corrections = list(right), []
    for index, event in enumerate(right):
        if data.draw(st.booleans()) and acts[index][0] == "put":
            wrong[index] = evolve(event, size=event.size + 5)
            corrections.append(corrected(f"e-{index + 2}", event))
    order = data.draw(st.permutations(corrections))
    try:
        folded = fold(MODEL, log(*right))
    except LegalCaseError:
        with pytest.raises(LegalCaseError):
            fold(MODEL, log(*wrong, *order))
        return
    after = fold(MODEL, log(*wrong, *order))
    assert after[BOX].things == folded[BOX].things
    assert after[BOX].taken == folded[BOX].taken
    assert after[WATCH] == folded[WATCH]
