"""A policy as plain data, and as the text of a file."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from access_samples import DAY, glass, grant, policy, subject, wall
from legalcase.access import Policy, read_policy
from legalcase.errors import DeclarationError, InvalidTypeError

TEXT = """
format = 1
[roles]
lawyer = ["read", "record"]
[[group]]
name = "litigation"
members = [
  { who = "person:associate", from_on = 2026-01-01 },
  { who = "person:counsel", from_on = 2026-01-01, until_on = 2027-01-01 },
]
[[grant]]
grant_id = "g-1"
who = "group:litigation"
role = "lawyer"
scope = "all"
from_on = 2026-01-01
granted_by = "person:partner"
[[wall]]
wall_id = "w-1"
who = ["person:associate"]
apart_from = ["organization:acme"]
from_on = 2026-01-01
ground = "acted for it before"
[[break_glass]]
break_glass_id = "b-1"
person = "person:associate"
scope = "case:roe"
at = 2026-06-03T10:00:00-07:00
until_at = 2026-06-03T12:00:00-07:00
reason = "the hearing is today"
through = ["w-1"]
approved_by = "person:partner"
"""


def test_a_policy_is_read_from_a_file() -> None:
    """And decides as one that was made in Python."""
    made = read_policy(TEXT)
    assert made.admits("person:counsel", "read", subject(), on=DAY)
    assert not made.admits("person:associate", "read", subject(), on=DAY)
    assert made.people == ("person:associate", "person:counsel")
    assert made.walls[0].ground == "acted for it before"
    assert Policy.from_dict(made.to_dict()) == made


def test_what_is_written_is_read_again() -> None:
    """Through JSON as well; what was not said is not written."""
    made = policy(
        grant(until_on=date(2027, 1, 1)),
        wall(all_but=("person:counsel",)),
        glass(through=("w-1",), approved_by="person:partner"),
    )
    written = json.loads(json.dumps(made.to_dict()))
    assert written == made.to_dict()
    assert Policy.from_dict(written) == made
    assert "who" not in written["wall"][0]
    assert "until_on" not in written["wall"][0]
    assert Policy.from_dict(Policy().to_dict()) == Policy()


def test_all_that_is_wrong_is_told_at_once() -> None:
    """Where it stands, and one problem hides no other."""
    text = """
format = 2
rules = 7
[roles]
clerk = ["browse"]
empty = []
bare = "read"
[[group]]
name = "Trial Team"
members = [{ who = "person:associate", from_on = 2026-01-01, until_on = 2025-01-01 }, 7]
[[grant]]
grant_id = "g-1"
who = "group:nowhere"
role = "clerk"
scope = "all"
from_on = "2026-02-30"
granted_by = "A. Lawyer"
since = 2026-01-01
[[grant]]
grant_id = "g-2"
who = "group:nowhere"
role = "nobody"
scope = "all"
from_on = 2026-01-01
granted_by = "person:partner"
[[wall]]
wall_id = "w-1"
apart_from = ["case:roe"]
from_on = 2026-01-01
ground = "so"
[[wall]]
wall_id = "w-2"
who = ["person:associate"]
apart_from = ["case:roe"]
from_on = 2026-01-01T00:00:00
[[break_glass]]
break_glass_id = "b-1"
person = "person:associate"
scope = "case:roe"
at = 2026-06-03T10:00:00
until_at = "noon"
reason = " "
through = ["w-1", "w-3"]
"""
    with pytest.raises(DeclarationError) as told:
        read_policy(text)
    assert [path for path, _ in told.value.problems] == [
        "$.rules",
        "$.format",
        "$.roles.clerk.actions",
        "$.roles.empty.actions",
        "$.roles.bare.actions",
        "$.group[0].members[0].until_on",
        "$.group[0].members[1]",
        "$.group[0].name",
        "$.grant[0].since",
        "$.grant[0].from_on",
        "$.grant[0].granted_by",
        "$.wall[0]",
        "$.wall[1].ground",
        "$.wall[1].from_on",
        "$.break_glass[0].until_at",
        "$.break_glass[0].at",
        "$.break_glass[0].reason",
        "$.grant[1].role",
        "$.grant[1].who",
    ]
    for _, said in told.value.problems:
        assert said.endswith((".", "?")), said


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        ({"format": True}, "$.format"),
        ({}, "$.format"),
        ({"format": 1, 7: 7}, "$[7]"),
        ({"format": 1, "roles": []}, "$.roles"),
        ({"format": 1, "grant": {}}, "$.grant"),
        ({"format": 1, "wall": "w"}, "$.wall"),
        ({"format": 1, "roles": {7: ["read"]}}, "$.roles[7].name"),
    ],
)
def test_what_is_no_policy(raw: Any, path: str) -> None:
    """The shape of the whole."""
    with pytest.raises(DeclarationError) as told:
        Policy.from_dict(raw)
    assert [place for place, _ in told.value.problems] == [path]


@pytest.mark.parametrize("said", ["2026-06-31T10:00:00Z", "2026-06-03T10:00", "noon"])
def test_what_is_no_instant(said: str) -> None:
    """A day that there is not, no zone, a word."""
    raw = policy(glass()).to_dict()
    raw["break_glass"][0]["at"] = said
    with pytest.raises(DeclarationError) as told:
        Policy.from_dict(raw)
    assert [place for place, _ in told.value.problems] == ["$.break_glass[0].at"]


def test_what_is_no_text_of_a_policy() -> None:
    """Neither TOML, nor text, nor a mapping."""
    for text in ("[", "a = " + "[" * 5000, "a = " + "9" * 5000):
        with pytest.raises(DeclarationError, match=r"\$: is no TOML"):
            read_policy(text)
    with pytest.raises(InvalidTypeError, match="read from text"):
        read_policy(b"")  # type: ignore[arg-type]  # the input under test
    with pytest.raises(InvalidTypeError, match="read from a mapping"):
        Policy.from_dict([])  # type: ignore[arg-type]  # the input under test
