"""Whatever the law hands out comes back whole from where it is stored."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from law_values import folders_tried
from legalcase.codec import decode, encode, from_json, to_json
from legalcase.codec.text.moments import local_from_text, local_to_text
from legalcase.errors import DecodeError, InvalidTypeError
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from collections.abc import Iterator

BUNDLED = Law.bundled()
FOLDERS = [Path(folder.path) for folder in folders_tried()]
#: In which an example of a deadline is due at an hour.
AT_AN_HOUR = "us-tx/trcp/99(b)"


@cache
def law_of(folder: Path) -> Law:
    """The bundled law, with a folder over it if that is another."""
    bundled = Path(BUNDLED.folders[0].path)
    return BUNDLED if folder == bundled else BUNDLED.with_folder(folder)


def handed_out(law: Law) -> Iterator[Any]:
    """The deadlines, counting rules, calendars and courts of a law's last folder."""
    own = tuple(f"{name}/" for name in law.folders[-1].jurisdictions())
    names = tuple(name.rstrip("/") for name in own)
    for sort, load in (
        ("deadline", law.deadline),
        ("rule", law.counting_rule),
        ("calendar", law.calendar),
        ("court", law.court),
    ):
        for name in law.names(sort):
            if name.startswith(own) or name in names:
                yield load(name)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_the_law_hands_out_comes_back_whole(folder: Path) -> None:
    """Equal, and stored again it is the same text: nothing is lost on the way."""
    found = [*handed_out(law_of(folder))]
    assert found
    for value in found:
        back = decode(encode(value))
        assert back == value, value
        assert encode(back) == encode(value), value


def test_a_deadline_due_at_an_hour_keeps_its_examples() -> None:
    """The hour is by the clock of the example's court: it has no zone of its own."""
    law = law_of(next(one for one in FOLDERS if one.name == "states"))
    rule = law.deadline(AT_AN_HOUR)
    hours = [one["due"] for one in rule.examples if isinstance(one["due"], datetime)]
    assert hours
    assert all(hour.tzinfo is None for hour in hours)
    back = from_json(to_json(rule))
    assert isinstance(back, type(rule))
    assert back.examples == rule.examples


@pytest.mark.parametrize(
    "local",
    [datetime(2026, 2, 23, 10), datetime(2026, 2, 23, 10, 0, 1, 5)],
)
def test_a_local_time_is_read_as_it_was_written(local: datetime) -> None:
    """With the parts of a second, if it has them."""
    assert local_from_text(local_to_text(local)) == local


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("2026-02-23", "is no local time"),
        ("2026-02-23T10:00:00-06:00", "is no local time"),
        ("2026-02-23T10:00", "is no local time"),
        ("2026-02-30T10:00:00", "is no time of the calendar"),
        (10, "is no local time"),
    ],
)
def test_what_is_no_local_time_is_refused(text: object, what: str) -> None:
    """Where it stands in a stored deadline, the problem says so and where."""
    with pytest.raises(ValueError, match=what):
        local_from_text(text)
    law = law_of(next(one for one in FOLDERS if one.name == "states"))
    stored = encode(law.deadline(AT_AN_HOUR))
    example = next(
        one for one in stored["data"]["examples"] if "$local" in one.get("due", ())
    )
    example["due"] = {"$local": text}
    with pytest.raises(DecodeError, match=what) as caught:
        decode(stored)
    assert "examples" in str(caught.value)


def test_a_clock_is_a_question_to_the_law_and_is_not_stored() -> None:
    """What a case keeps of one is its id, and what was excluded."""
    with pytest.raises(InvalidTypeError, match="No ClockRule can be stored"):
        encode(BUNDLED.clocks()[0])
