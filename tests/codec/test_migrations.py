"""Data of schema 1 that is damaged, or has no place, is refused by its path."""

from __future__ import annotations

import json
from typing import Any

import pytest

from legalcase.codec import decode
from legalcase.codec.log.lines import converted
from legalcase.errors import DecodeError
from legalcase.kernel import Ref
from legalcase.model import Agreed, Derived, Ordered

_DAY = "2026-07-01"
_ORDERED = {"kind": "ordered", "data": {"due": _DAY, "order": "Order 9"}}
_DEADLINE = {"deadline_id": "b", "title": "B", "basis": _ORDERED}
_PARTY = {"party_id": "p", "name": "N"}
_JOINED = {"party": _PARTY, "roles": ["witness"], "joined_on": _DAY}
_COUNSEL = {
    "representation_id": "r",
    "party_ids": ["p"],
    "counsel": "C",
    "began_on": _DAY,
}


def _read(kind: str, event: Any) -> Any:
    return decode({"kind": kind, "schema": 1, "data": event})


@pytest.mark.parametrize(
    ("kind", "event", "where"),
    [
        ("party-joined", {}, ".participant"),
        ("party-joined", {"participant": []}, ".participant"),
        ("party-joined", {"participant": {**_JOINED, "party": 5}}, ".party"),
        (
            "party-joined",
            {"participant": {**_JOINED, "party": {**_PARTY, "x": 1}}},
            ".participant.party.x",
        ),
        ("party-joined", {"participant": {**_JOINED, "x": 1}}, ".participant.x"),
        ("party-joined", {"participant": {**_JOINED, "roles": 5}}, ".roles"),
        (
            "counsel-appeared",
            {"representation": {**_COUNSEL, "x": 1}},
            ".representation.x",
        ),
        ("counsel-appeared", {"representation": {**_COUNSEL, "party_ids": []}}, ""),
        ("note-added", {"note_id": "n", "text": "t", "label": "secret"}, ".label"),
        ("note-added", {"note_id": "n", "text": "t", "label": 5}, ".label"),
        ("deadline-set", {"deadline": 5}, ".deadline"),
        ("deadline-set", {"deadline": {**_DEADLINE, "x": 1}}, ".deadline.x"),
        ("deadline-set", {"deadline": {**_DEADLINE, "title": 5}}, ".terms.title"),
        ("deadline-set", {"deadline": {**_DEADLINE, "basis": 5}}, ".terms.basis"),
        ("deadline-set", {"deadline": {"title": "B"}}, ".deadline_id"),
        (
            "deadline-extended",
            {
                "deadline_id": "a",
                "authority": "A",
                "successor": {**_DEADLINE, "met_on": _DAY},
            },
            ".successor.met_on",
        ),
        (
            "deadline-extended",
            {"deadline_id": "a", "authority": "A", "successor": {}},
            ".successor_id",
        ),
        ("deadline-recomputed", {"deadline_id": "a"}, ".basis"),
        (
            "deadline-recomputed",
            {"deadline_id": "a", "basis": {"kind": "derived", "data": {"follows": 5}}},
            ".basis.data.follows",
        ),
        (
            "deadline-recomputed",
            {
                "deadline_id": "a",
                "basis": {
                    "kind": "derived",
                    "data": {"follows": "b", "days_before": -1},
                },
            },
            ".basis.data.days_before",
        ),
        (
            "deadline-recomputed",
            {"deadline_id": "a", "basis": {"kind": "guessed", "data": {}}},
            ".basis",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_its_path(
    kind: str, event: dict[str, Any], where: str
) -> None:
    """That of the older form where it is about that, else of the newer one."""
    with pytest.raises(DecodeError) as caught:
        _read(kind, {"happened_on": _DAY, **event} if "deadline" in kind else event)
    paths = [path for path, _ in caught.value.problems]
    assert f"$.data{where}" in paths


def test_a_note_without_a_label_has_that_of_its_kind() -> None:
    """It was the default, and is."""
    said = {"note_id": "n", "text": "t", "happened_on": _DAY}
    assert _read("note-added", said).label is None


@pytest.mark.parametrize(
    ("word", "audience", "ground"),
    [
        ("public", "public", None),
        ("confidential", "firm", "confidential"),
        ("privileged", "firm", "privileged"),
        ("work-product", "firm", "work-product"),
        ("mediation", "firm", "mediation"),
        ("sealed", "court", "sealed"),
        ("juvenile", "court", "juvenile"),
    ],
)
def test_each_word_became_a_label(word: str, audience: str, ground: str | None) -> None:
    """No wider than it was, and with its ground."""
    said = {"note_id": "n", "text": "t", "happened_on": _DAY, "label": word}
    label = _read("note-added", said).label
    assert (label.audience, label.ground) == (audience, ground)


def test_bases_of_their_own_are_migrated_too() -> None:
    """What an order was called is its authority; days before are a period."""
    ordered = _read("ordered", {"due": _DAY, "order": "Order 9", "due_at": None})
    assert isinstance(ordered, Ordered)
    assert (ordered.order, ordered.authority) == (None, "Order 9")
    agreed = _read("agreed", {"due": _DAY, "agreement": "Letter"})
    assert isinstance(agreed, Agreed)
    assert (agreed.agreement, agreed.authority) == (None, "Letter")
    for days, period in ((0, "None"), (7, "7 days")):
        derived = _read("derived", {"follows": "a", "days_before": days})
        assert isinstance(derived, Derived)
        assert derived.follows == Ref("deadline", "a")
        assert (str(derived.period), derived.direction) == (period, "before")
    with pytest.raises(DecodeError):
        _read("derived", {"days_before": 3})
    with pytest.raises(DecodeError):
        _read("derived", {"follows": "a", "days_before": True})


def test_a_line_of_0_1_has_no_field_of_today() -> None:
    """One that has was written by no program."""
    line = {"kind": "recorded", "schema": 1, "data": {"number": 1, "stream": "case:a"}}
    with pytest.raises(DecodeError) as caught:
        converted([json.dumps(line)])
    assert [path for path, _ in caught.value.problems] == [
        "$.data.number",
        "$.data.stream",
    ]
