"""How one partial version is laid over another: the one mechanism of change."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from legalcase.counting.rules.words.marks import CLOSED_DAYS, GROUPS
from legalcase.counting.rules.words.overlay import lay_over
from legalcase.law.files.schema.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL: dict[str, Any] = {
    "trigger_day": {"is": "excluded", "until": "16:00", "cite": "1"},
    "days": {"after": "every day", "before": "clear days", "cite": "2"},
    "short": {"periods": "< 7 days", "skip": {"court": []}, "cite": "3"},
    "roll": {
        "after": {"to": "next open day", "acts": ["file"], "cite": "4"},
        "before": {"to": "stay", "cite": "5"},
    },
    "service": {
        "general": {"order": "add, roll", "mail": {"add": "3 days", "cite": "6"}},
        "motion": {"order": "roll, add, roll", "mail": {"add": "5 days"}},
    },
    "completion": {"any": {"mail": {"add": "2 days"}, "fax": {"add": "same day"}}},
    "hours": {"count": "every hour", "roll": "stay", "cite": "7"},
    "end_of_day": {"electronic": "24:00", "acts": ["file"], "cite": "8"},
}


def over(change: dict[str, Any]) -> dict[str, Any]:
    """Lay a change over the full settings, which must not be altered by it."""
    before = deepcopy(FULL)
    found = lay_over(FULL, change)
    assert before == FULL
    return found


def test_nothing_changed_is_nothing_changed() -> None:
    """What a version does not state holds on."""
    assert over({"from": "2020-01-01", "cite": "x", "verified": {}}) == FULL


@pytest.mark.parametrize("key", sorted(FULL.keys() - GROUPS.keys()))
def test_a_table_that_states_a_choice_is_replaced_whole(key: str) -> None:
    """None of its old keys stays: a cut-off hour does not outlive its rule."""
    found = over({key: {"cite": "new"}})
    assert found[key] == {"cite": "new"}
    assert {k: v for k, v in found.items() if k != key} == {
        k: v for k, v in FULL.items() if k != key
    }


def test_rolls_merge_by_direction_and_each_is_replaced_whole() -> None:
    """A new roll forward leaves the one backward, and none of its own old keys."""
    found = over({"roll": {"after": {"to": "stay", "cite": "9"}}})
    assert found["roll"] == {
        "after": {"to": "stay", "cite": "9"},
        "before": FULL["roll"]["before"],
    }


def test_service_merges_by_table_and_method() -> None:
    """One method changes; its table's order, other methods and other tables stay."""
    change = {"mail": {"add": "nothing"}, "fax": {"add": "2 court days"}}
    found = over({"service": {"general": change}})
    assert found["service"] == {
        "general": {"order": "add, roll", **change},
        "motion": FULL["service"]["motion"],
    }


def test_a_method_is_replaced_whole() -> None:
    """The citation of the old extra time does not stand beside the new."""
    found = over({"service": {"general": {"mail": {"add": "4 days"}}}})
    assert found["service"]["general"]["mail"] == {"add": "4 days"}


def test_completion_merges_by_paper_and_method() -> None:
    """As service does: a new class of paper, a new method, and the rest as it was."""
    claim = {"mail": {"add": "2 court days"}}
    found = over({"completion": {"claim-form": claim, "any": {"dx": {"add": "1 day"}}}})
    assert found["completion"] == {
        "any": {**FULL["completion"]["any"], "dx": {"add": "1 day"}},
        "claim-form": claim,
    }


@pytest.mark.parametrize("key", ["hours", "end_of_day"])
def test_hours_and_the_end_of_the_day_merge_by_key(key: str) -> None:
    """One choice changes with its citation, the others stay."""
    assert over({key: {"cite": "new"}})[key] == {**FULL[key], "cite": "new"}


def test_a_group_that_was_not_there_is_added() -> None:
    """Merging over nothing states it."""
    assert lay_over({}, {"roll": {"after": {"to": "stay"}}}) == {
        "roll": {"after": {"to": "stay"}}
    }


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        ("short", lambda full: full.pop("short")),
        ("service.motion", lambda full: full["service"].pop("motion")),
        ("service.general.mail", lambda full: full["service"]["general"].pop("mail")),
        ("completion.any.fax", lambda full: full["completion"]["any"].pop("fax")),
        ("end_of_day.electronic", lambda full: full["end_of_day"].pop("electronic")),
    ],
)
def test_remove_takes_one_key_away(path: str, gone: Any) -> None:
    """Dotted where nested; the rest of its table stays."""
    expected = deepcopy(FULL)
    gone(expected)
    assert over({"remove": [path]}) == expected


def test_what_is_removed_can_be_stated_anew_in_the_same_version() -> None:
    """Taking away comes first: so a group can be replaced whole."""
    found = over({"remove": ["service"], "service": {"one": {"order": "add, roll"}}})
    assert found["service"] == {"one": {"order": "add, roll"}}


@pytest.mark.parametrize("path", ["suspension", "service.lost.mail", "days.after.x"])
def test_removing_what_is_not_there_changes_nothing(path: str) -> None:
    """The checks refuse it in a file; the mechanism itself lets it be."""
    assert over({"remove": [path]}) == FULL


def test_the_groups_are_those_that_the_schema_marks() -> None:
    """No table merges that the format does not say merges, and no other way round."""
    marked = {
        key.rstrip("?"): kind.partition(":")[0].count("+")
        for key, kind in TABLES["version"].items()
    }
    assert {key: depth for key, depth in marked.items() if depth} == dict(GROUPS)
    depths = (
        kind.count("+") for name, keys in TABLES.items() for kind in keys.values()
    )
    readings = len(GROUPS) * sum("roll?" in keys for keys in TABLES.values())
    assert sum(1 for depth in depths if depth) == readings


def closed_in(table: str, *path: str) -> Iterator[tuple[str, ...]]:
    """The places below a table whose values name closed days by role."""
    for key, kind in TABLES[table].items():
        head, _, rest = kind.partition(":")
        if key.startswith("*"):
            continue  # days that a name stands for: it stands at one of the places
        if kind in {"closed", "kinds"}:
            yield (*path, key.rstrip("?"))
        elif kind == "back":
            yield from closed_in("roll", *path, key.rstrip("?"))
        elif head.rstrip("+") == "table":
            yield from closed_in(rest, *path, key.rstrip("?"))


def test_closed_days_are_named_where_the_schema_says() -> None:
    """Roles are collected at each of these places, whatever their keys are called."""
    assert set(closed_in("version")) == CLOSED_DAYS
