"""The slices of a JSON object are what stands in the text, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalcase.codec.text.json_text import has_halves, is_json, loaded, slices

_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)
_OBJECTS = st.dictionaries(st.text(max_size=6), _JSON, max_size=5)


@given(
    data=_OBJECTS,
    indent=st.sampled_from([None, 1, "\t", "\r\n "]),
    is_ascii=st.booleans(),
)
def test_each_member_is_sliced_as_it_stands(
    data: dict[str, Any], indent: int | str | None, *, is_ascii: bool
) -> None:
    """Whatever blanks stand between, and however texts are escaped."""
    text = json.dumps(data, indent=indent, ensure_ascii=is_ascii)
    found = slices(text)
    assert found is not None
    assert list(found) == list(data)
    assert [json.loads(str(part)) for part in found.values()] == list(data.values())
    assert all(str(part) == str(part).strip() for part in found.values())


@given(st.text(st.sampled_from('{}[]":,0 \\\\a\\n'), max_size=12))
def test_what_is_sliced_is_json(text: str) -> None:
    """Any text: it is an object that begins so, or nothing."""
    found = slices(text)
    if is_json(text) and text.strip().startswith("{") and loaded(text)[1]:
        assert found is not None
    for part in (found or {}).values():
        assert is_json(str(part))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", True),
        (' {"a": [1, 2.50, "x", null, true]} ', True),
        ("9" * 5000, True),
        ("1e400", True),
        ('{"a":1,"a":2}', True),
        ("", False),
        ("NaN", False),
        ("-Infinity", False),
        ("{} {}", False),
        ("[1,]", False),
        ("'a'", False),
        ("[" * 100_000, False),
        ("\xa01", False),
    ],
    ids=range(13),
)
def test_json_is_what_the_standard_says(text: str, *, expected: bool) -> None:
    """Numbers of any size; no words of other languages."""
    assert is_json(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"a"', False),
        ('"ü"', False),
        ('"\ud800"', True),
        ('"\\ud800"', True),
        ('"\\ud83d\\ude00"', False),
        ('"\\ud83d \\ude00"', True),
        ('{"\\udfff": 1}', True),
        ('"\\\\ud800"', False),
        ('[1e999, "\\ud83d\\ude00"]', False),
        ('[1e999, "\\ud83d"]', True),
    ],
    ids=range(10),
)
def test_half_a_character_is_seen(text: str, *, expected: bool) -> None:
    """Written or escaped, in a value or a name; two that belong together are one."""
    assert has_halves(text) == expected
