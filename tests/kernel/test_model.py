"""Tables of rooms: what contradicts itself is refused when the model is made."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boxes import BOX, MODEL, WATCH, Marked, Opened, Put, Said, Taken
from legalcase.errors import (
    IllegalTransitionError,
    InvalidTypeError,
    InvalidValueError,
)
from legalcase.kernel import (
    Event,
    Facet,
    Heard,
    Lifecycle,
    Move,
    Row,
    Tracked,
)
from legalcase.model import Model as CaseModel


class Painted(Event):
    """An event of somebody else's room."""


class Washed(Event):
    """Another."""


def same(state: Any, *_: object) -> Any:
    """Change nothing."""
    return state


def room(name: str, *rows: Row, **more: Any) -> Facet[Any]:
    """A room without a state to speak of."""
    return Facet(name=name, first=None, rows=rows, **more)


PAINT = room("acme-legal/paint", Row(Painted, "acme-legal/painted", 1, same))


@pytest.mark.parametrize(
    ("facets", "words"),
    [
        ((BOX,), "room 'box' is there twice"),
        (
            (room("other", Row(Put, "put-again", 1, same)),),
            "'put-again' is there twice",
        ),
        ((room("other", Row(Painted, "put", 1, same)),), "kind 'put' is there twice"),
        ((PAINT, PAINT), "room 'acme-legal/paint' is there twice"),
        (
            (room("other", hears=(Heard(Painted, same),)),),
            "hears Painted, which no room",
        ),
    ],
)
def test_two_cannot_own_one_thing(facets: Any, words: str) -> None:
    """A name, a class, a kind; and what is heard is owned by somebody."""
    with pytest.raises(InvalidValueError, match=words):
        MODEL.with_facets(*facets)


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("acme-legal/paint", "painted", "has not its prefix"),
        ("acme-legal/paint", "other/painted", "has not its prefix"),
        ("acme-legal/paint", "acme/painted", "has not its prefix"),
        ("paint", "acme-legal/painted", "has no prefix"),
    ],
)
def test_a_rooms_kinds_have_its_prefix(name: str, kind: str, words: str) -> None:
    """So that nobody takes another's name."""
    with pytest.raises(InvalidValueError, match=words):
        room(name, Row(Painted, kind, 1, same))


def test_a_model_is_made_of_facets() -> None:
    """And of nothing else."""
    with pytest.raises(InvalidTypeError, match="made of facets, not Row"):
        MODEL.with_facets(Row(Painted, "painted", 1, same))  # type: ignore[arg-type]  # refused here


def test_what_is_heard_may_be_owned_by_a_room_that_comes_later() -> None:
    """The order of the rooms is nobody's business."""
    listening = room("acme-legal/ear", hears=(Heard(Painted, same),))
    model = MODEL.with_facets(listening, PAINT)
    assert model.listeners(Painted) == (
        ("acme-legal/ear", same),
        ("acme-legal/paint", same),
    )
    assert model.find_kind("acme-legal/painted") == PAINT.rows[0]
    assert MODEL.find_kind("acme-legal/painted") is None
    assert MODEL.listeners(Painted) == ()
    assert MODEL.row_of(Put).kind == "put"
    assert [row.event for row in MODEL.rows()] == [Opened, Put, Marked, Said, Taken]
    assert MODEL.nouns == {"thing", "mark"}


def test_a_model_is_sent_elsewhere() -> None:
    """By its rooms; that of a case by those which are not in every case."""
    again = pickle.loads(pickle.dumps(MODEL))
    assert [facet.name for facet in again.facets] == ["box", "watch"]
    assert again.rows() == MODEL.rows()
    assert pickle.loads(pickle.dumps(CaseModel.core())) is CaseModel.core()
    assert copy.deepcopy(CaseModel.core()) is CaseModel.core()
    more = CaseModel.core().with_facets(PAINT)
    read = pickle.loads(pickle.dumps(more))
    assert type(read) is CaseModel
    assert [facet.name for facet in read.facets] == [f.name for f in more.facets]
    assert read.facets[0] is more.facets[0]
    other = CaseModel("box", Opened, (BOX, WATCH))
    assert pickle.loads(pickle.dumps(other)).rows() == other.rows()


LIGHT = Lifecycle(
    noun="light",
    first="off",
    moves=(
        Move(Painted, ("off",), "on"),
        Move(Washed, ("on",), "off"),
        Move(Washed, ("on",), "gone for good", when="broken"),
    ),
)


def test_a_lifecycle_is_a_table_that_can_be_asked() -> None:
    """Where a thing can stand, what follows, and where that leads."""
    assert LIGHT.places() == ("off", "on", "gone for good")
    assert LIGHT.possible("on") == (Washed,)
    assert LIGHT.possible("gone for good") == ()
    assert [move.reaches for move in LIGHT.moves_from("on")] == ["off", "gone for good"]
    assert LIGHT.after(Painted, "off", "l-1") == "on"
    # Of two places to which a kind of event leads, the first is the plain one.
    assert LIGHT.after(Washed, "on", "l-1") == "off"


@given(st.sampled_from(LIGHT.places()), st.sampled_from([Painted, Washed, Opened]))
def test_what_the_table_has_not_is_refused(place: str, event: type[Event]) -> None:
    """With where the thing stands, what was tried, and what follows from there."""
    if event in LIGHT.possible(place):
        assert LIGHT.after(event, place, "l-1") in LIGHT.places()
        return
    with pytest.raises(IllegalTransitionError) as caught:
        LIGHT.after(event, place, "l-1")
    error = caught.value
    assert (error.subject, error.state, error.step) == ("l-1", place, event.__name__)
    for follows in LIGHT.possible(place):
        assert follows.__name__ in str(error)
    if not LIGHT.possible(place):
        assert "Nothing follows from there" in str(error)


def test_a_diagram_is_the_table() -> None:
    """In the language of Mermaid; names of places in one word."""
    assert LIGHT.diagram() == (
        "stateDiagram-v2\n"
        "    [*] --> off\n"
        "    off --> on : Painted\n"
        "    on --> off : Washed\n"
        "    on --> gone_for_good : Washed, broken\n"
        "    gone_for_good --> [*]\n"
    )


def test_every_place_of_the_core_is_reached_and_left_by_what_somebody_owns() -> None:
    """No table names a place that nothing leads to, or an event of no room."""
    core = CaseModel.core()
    assert len(core.lifecycles()) == len({one.noun for _, one in core.lifecycles()})
    for name, lifecycle in core.lifecycles():
        reached = {lifecycle.first, *(move.reaches for move in lifecycle.moves)}
        assert set(lifecycle.places()) == reached
        facet = next(facet for facet in core.facets if facet.name == name)
        heard = {row.event for row in facet.rows} | {one.event for one in facet.hears}
        assert {move.event for move in lifecycle.moves} <= heard
    tracked: Tracked[Any] = Tracked(LIGHT, lambda _: ())
    assert room("acme-legal/l", tracks=(tracked,)).tracks == (tracked,)
