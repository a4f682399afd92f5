"""A line of the usual form is made at once, and is what the converter makes of it."""

from __future__ import annotations

from typing import Any

import pytest

from legalcase.codec.log.lines import encoded, line_of
from legalcase.codec.log.wire_line import WireLine, wire_line
from legalcase.codec.tables import structured
from legalcase.codec.text.json_text import loaded
from legalcase.errors import DecodeError
from legalcase.kernel import Corrected
from legalcase.model import NoteAdded
from legalcase.storage.projecting import words_of
from store_samples import DAY, new_file

FILE = new_file().correct(
    Corrected(
        event_id=new_file().log[4].event_id,
        event=NoteAdded(
            note_id="note-1",
            text="Strong point",
            happened_on=DAY,
        ),
        ground="misread",
    ),
    by="clerk",
    at=new_file().case.recorded_at,
)


def data_in(text: str) -> dict[str, Any]:
    """What stands in the envelope of a line."""
    found: dict[str, Any] = loaded(text)[0]["data"]
    return found


TEXTS = [encoded(line).text for line in FILE.log]


@pytest.mark.parametrize("text", TEXTS)
def test_both_ways_lead_to_the_same_line(text: str) -> None:
    """Also where something is said to be nothing, which the usual form never says."""
    data = data_in(text)
    wanted = structured(data, WireLine, "$.data", None)
    assert wire_line(data, None) == wanted
    assert wire_line({**data, "cause": None}, None) == wanted
    assert wire_line({**data, "label": None}, None) == wanted


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("number", True),
        ("number", 1.0),
        ("number", "1"),
        ("schema", None),
        ("stream", 1),
        ("actor", None),
        ("ancillary", 1),
        ("recorded_at", "2026-06-03"),
        ("recorded_at", None),
        ("happened", "2026-06-31"),
        ("happened", 7),
        ("label", "public"),
    ],
)
def test_what_is_not_of_the_form_is_refused(name: str, value: object) -> None:
    """With the path, and as the converter refuses it."""
    data = {**data_in(TEXTS[0]), name: value}
    with pytest.raises(DecodeError) as found:
        wire_line(data, [])
    assert [path for path, _ in found.value.problems] == [f"$.data.{name}"]


def test_a_key_that_is_not_known_is_passed_over_and_said() -> None:
    """And refused where nothing may be passed over."""
    data = {**data_in(TEXTS[0]), "mood": "good"}
    unread: list[str] = []
    assert wire_line(data, unread) == wire_line(data_in(TEXTS[0]), None)
    assert unread == ["$.data.mood"]
    with pytest.raises(DecodeError):
        wire_line(data, None)


def test_a_key_that_is_missing_is_refused() -> None:
    """By its name."""
    data = data_in(TEXTS[0])
    del data["actor"]
    with pytest.raises(DecodeError, match=r"\$\.data\.actor"):
        wire_line(data, [])


@pytest.mark.parametrize("text", TEXTS)
def test_the_words_are_those_of_the_data_that_are_at_hand(text: str) -> None:
    """Whether a line is unstructured anew for them, or was before."""
    line = line_of(text)
    data = encoded(line).data
    assert data is not None
    assert words_of(line, data["event"]) == words_of(line)
