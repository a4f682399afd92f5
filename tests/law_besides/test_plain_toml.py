"""Plain TOML: what is read sooner is what the library of Python reads."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalcase.law.files.folder import BUNDLED
from legalcase.law.files.reading.plain_toml import read_plain

FILES = sorted(Path(BUNDLED).rglob("*.toml"))
HEADER = "\n[[deadline]]\n"
#: What stands in entries, and what must not be taken for it.
PIECES = (
    *("a", "b-c", "A_1", '"k"', "'k'", "=", " = ", ",", ", ", ".", "[", "]", "{", "}"),
    *("[[", "]]", "\n", " \n", "\r\n"),
    *("# said\n", "#", "true", "false", "-1", "0", "01"),
    *("1_0", "+1", "1.5", "0x1", "inf", "2026-11-30", "2026-02-30", "07:30:00"),
    *(
        "2026-11-30T07:30:00",
        '"x"',
        "'x'",
        '""',
        "''",
        '"""',
        "'''",
        '"a\\"b"',
        '"\\\\"',
    ),
    *('"\\n"', '"\\u0041"', '"é"', '"\t"', '"\x01"', "\x7f", "\t", " ", '"#"', '"[a]"'),
    *("[a]\n", "[[a]]\n", "[a.b]\n", "[[a.b]]\n", '[a."b c"]\n', "[ a ]\n", "[[a]\n"),
    *(
        "a = 1\n",
        'b = "x"\n',
        "c = [1, 2]\n",
        "d = { a = 1 }\n",
        "a.b = 1\n",
        "c = [\n1,\n]",
    ),
)


def by_the_library(text: str) -> dict[str, Any] | None:
    """What `tomllib` makes of a text; ``None`` if it refuses it."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError):
        return None


def test_every_entry_of_the_law_is_read_alike() -> None:
    """Its head and each of its deadlines; the order of keys with them."""
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        head, *tables = text.split(HEADER)
        for part in (text, head, *(HEADER + table for table in tables)):
            plain = read_plain(part)
            assert plain is None or repr(plain) == repr(tomllib.loads(part)), path


def test_most_entries_of_the_law_are_plain() -> None:
    """Or nothing is gained: of a hundred, two need the library."""
    entries = [
        HEADER + table
        for path in FILES
        for table in path.read_text(encoding="utf-8").split(HEADER)[1:]
    ]
    plain = sum(read_plain(entry) is not None for entry in entries)
    assert plain > 0.98 * len(entries)


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_what_is_wrong_or_not_plain_is_left_to_the_library(text: str) -> None:
    """Nothing is read otherwise, and nothing that it refuses is read."""
    plain = read_plain(text)
    assert plain is None or repr(plain) == repr(by_the_library(text))


@given(st.data())
def test_an_entry_with_a_slip_in_it_is_read_alike_or_not_at_all(
    data: st.DataObject,
) -> None:
    """A piece put in, or some letters taken out, anywhere."""
    text = data.draw(st.sampled_from(SOME), label="entry")
    place = data.draw(st.integers(0, len(text)), label="place")
    length = data.draw(st.integers(0, 3), label="left out")
    piece = data.draw(st.sampled_from(("", *PIECES)), label="put in")
    slipped = text[:place] + piece + text[place + length :]
    plain = read_plain(slipped)
    assert plain is None or repr(plain) == repr(by_the_library(slipped))


def _some_entries() -> list[str]:
    path = Path(BUNDLED) / "us-ca" / "deadlines" / "ccp.toml"
    return [
        HEADER + table for table in path.read_text(encoding="utf-8").split(HEADER)[1:9]
    ]


SOME = _some_entries()


@pytest.mark.parametrize(
    "text",
    [
        "a = 1\na = 2\n",
        "[a]\n[a]\n",
        "a = [1]\n[[a]]\n",
        "a = { b = 1 }\n[a.c]\n",
        "[[a]]\n[a]\n",
        "a = { b = 1, }\n",
        "a = {\nb = 1 }\n",
        "a = 1 b = 2\n",
        "a = 2026-02-30\n",
        'a = "b\n"\n',
        'a = "\\x"\n',
        "a = ['b' 'c']\n",
        "a = [1,, 2]\n",
        "a = # nothing\n",
        "# a\x01\n",
        "= 1\n",
        "a\n",
        "a = ",
        "[" * 5000,
        "a = " + "[" * 5000,
    ],
)
def test_what_is_wrong_is_not_read(text: str) -> None:
    """The library says what is wrong, and where."""
    assert read_plain(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n# nothing\n",
        "a = 1 # one",
        "a=1\nb =2\nc= -3",
        "a = [ # first\n  1, # one\n\n  [2, []],\n]\n",
        "a = { b = { }, c = ['x', { d = [\n1] }] }\n",
        '"a b" = "c # d"\n',
        'a = "with \\"marks\\" and \\\\"\n',
        "[a]\nb = true\n[a.c]\nd = false\n[[a.e]]\nf = 2026-11-30\n[[a.e]]\n",
        '[[a]]\n[[a.b]]\nc = 1\n[a.b.d]\n[a.b."e (f)"]\n',
    ],
)
def test_what_is_plain_is_read(text: str) -> None:
    """As the library reads it."""
    plain = read_plain(text)
    assert plain is not None
    assert repr(plain) == repr(tomllib.loads(text))
