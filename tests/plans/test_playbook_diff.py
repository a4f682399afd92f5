"""What another edition of a playbook says otherwise."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.practice import PlanAuthority, PlanStage, Playbook
from small_playbook import PLAYBOOK, item


def newer(**changes: Any) -> Playbook:
    """Another edition."""
    return evolve(PLAYBOOK, edition="2", **changes)


def test_the_same_says_nothing() -> None:
    """An edition alone is no change."""
    diff = PLAYBOOK.diff(newer())
    assert not diff
    assert "says the same" in str(diff)
    assert (diff.before, diff.after) == ("1", "2")


def test_items_come_go_and_change() -> None:
    """With the keys, as they read before and after."""
    plead, check, brief = PLAYBOOK.items
    read = PlanAuthority(cite="Rule 7", verified="secondary")
    diff = PLAYBOOK.diff(
        newer(
            items=(
                evolve(plead, authority=read, is_critical=True),
                check,
                item("call", "trial"),
            )
        )
    )
    assert (diff.added, diff.removed, diff.changed) == (
        ("call",),
        (brief.item_id,),
        ("plead",),
    )
    assert [one.id for one in diff.authorities] == ["plead"]
    change = next(one for one in diff.changes if one.id == "plead")
    assert {(one.key, one.before, one.after) for one in change.keys} == {
        ("authority", "policy (text)", "Rule 7 (secondary)"),
        ("is_critical", "no", "yes"),
    }
    for text in (str(diff), diff._repr_html_()):
        assert "Rule 7 (secondary)" in text
        assert "call" in text
    assert len(diff.to_rows()) == 4


def test_stages_that_come_in_another_order_have_moved() -> None:
    """The head, and other parts, are compared as well."""
    one, two = (PlanStage(stage_id=name, title=name) for name in ("one", "two"))
    stages = (*PLAYBOOK.stages, one, two)
    before = evolve(PLAYBOOK, stages=stages)
    after = newer(stages=(*PLAYBOOK.stages, two, one), note="N")
    diff = before.diff(after)
    assert {(each.noun, each.id, each.how) for each in diff.changes} == {
        ("playbook", "us/small", "changed"),
        ("stage", "one", "moved"),
        ("stage", "two", "moved"),
    }


def test_only_editions_of_the_same_are_compared() -> None:
    """Not another playbook, and nothing else."""
    with pytest.raises(InvalidValueError, match="us/other"):
        PLAYBOOK.diff(evolve(PLAYBOOK, playbook_id="us/other"))
    wrong: Any = "2"
    with pytest.raises(InvalidTypeError, match="playbook"):
        PLAYBOOK.diff(wrong)
