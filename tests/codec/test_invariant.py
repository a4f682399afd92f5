"""Whatever is kept comes back as it was, with what a later version adds to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from case_samples import case_samples, lines, log
from every_one import for_each
from legalcase.codec import decode, encode, from_json, line_of, line_text, to_json
from legalcase.errors import DecodeError, InvalidTypeError
from legalcase.model import Case

if TYPE_CHECKING:
    from legalcase.kernel import Recorded

LINES = lines()
BY_KIND = for_each(
    "line", LINES, ids=[f"{n}-{line.kind}" for n, line in enumerate(LINES)]
)


def grown(value: Any) -> Any:
    """The same data as a later version writes it: every object has a field more."""
    if isinstance(value, dict):
        return {**{key: grown(one) for key, one in value.items()}, "of-later": [1.50]}
    return [grown(one) for one in value] if isinstance(value, list) else value


def test_invariant_37_what_is_kept_comes_back() -> None:
    """Every value that can be stored, through objects and through text."""
    kept = 0
    for value in (*case_samples().values(), *LINES):
        try:
            written = encode(value)
        except InvalidTypeError:
            continue
        kept += 1
        assert decode(written) == value
        assert from_json(to_json(value)) == value
    assert kept > 80


@BY_KIND
def test_invariant_37_fields_of_a_later_version_are_kept(line: Recorded) -> None:
    """A stored line is passed on to the byte; what people enter is refused."""
    data = json.loads(line_text(line))
    event = data["data"]["event"]
    # Of the event itself and of its terms; a computation is the law's, and whole.
    data["data"]["event"] = {**event, "of-later": 1}
    if isinstance(event.get("terms"), dict):
        data["data"]["event"]["terms"] = {**event["terms"], "of-later": 2}
    data["data"]["of-later"] = {"deep": [1]}
    text = json.dumps(data)
    found = line_of(text)
    assert found == line
    assert line_text(found) == text
    assert "$.data.of-later" in found.unread
    assert "$.data.event.of-later" in found.unread
    with pytest.raises(DecodeError):
        from_json(text)


def test_invariant_37_a_log_with_them_makes_the_same_case() -> None:
    """Every object of every line has a field more."""
    before = log()
    texts = [json.dumps(grown(json.loads(line_text(line)))) for line in before]
    after = [line_of(text) for text in texts]
    assert Case.from_events(after) == Case.from_events(before)
    assert [line_text(line) for line in after] == texts
