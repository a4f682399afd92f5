"""Rows of a sealed case tell what they were allowed to tell, and nothing else."""

from __future__ import annotations

from itertools import chain, combinations

import pytest
from attrs import asdict, evolve

import case_samples
from legalcase.errors import InvalidValueError
from legalcase.ports import DueRow
from legalcase.storage.projecting import CLEAR, difference, in_clear
from rows_by_hand import of

EVERY = sorted(CLEAR)
SOME = list(chain.from_iterable(combinations(EVERY, size) for size in range(4)))

#: What each word lets through; what stands in neither is never told.
OF_DUE = {
    "due": ("due", "at", "bound"),
    "status": ("state",),
    "assignee": ("assignees",),
}
OF_CASE = {
    "due": ("next_due",),
    "status": ("status",),
    "assignee": ("assignees",),
}
ALWAYS_OF_DUE = ("case_id", "what", "item_id", "is_open")
ALWAYS_OF_CASE = ("case_id", "version", "recorded_at", "open_deadlines")


@pytest.mark.parametrize("clear", SOME, ids="+".join)
def test_nothing_is_told_but_what_may_be(clear: tuple[str, ...]) -> None:
    """Field by field, so that a new one is blank until somebody says otherwise."""
    rows = of(case_samples.case().folded)
    found = in_clear(rows, frozenset(clear))
    kept = {*ALWAYS_OF_DUE, *(name for word in clear for name in OF_DUE[word])}
    assert found.dues.keys() == rows.dues.keys()
    for key, row in found.dues.items():
        for name in DueRow._fields:
            value = getattr(row, name)
            if name in kept:
                assert value == getattr(rows.dues[key], name)
            else:
                assert not value
    kept = {*ALWAYS_OF_CASE, *(name for word in clear for name in OF_CASE[word])}
    for name, value in asdict(found.case).items():
        if name == "is_sealed":
            assert value is True
        elif name in kept:
            assert value == getattr(rows.case, name)
        else:
            assert not value
    assert found.attributes == {one for one in rows.attributes if one.name in clear}


def test_no_canary_is_left() -> None:
    """Nor in what a store writes."""
    rows = in_clear(of(case_samples.case().folded), frozenset({"due", "status"}))
    told = difference(None, rows)
    written = [*map(tuple, told.put), *map(tuple, told.add), asdict(rows.case)]
    assert told.case == rows.case
    assert case_samples.CANARY not in str(written)


def test_another_word_is_refused() -> None:
    """Nobody believes that titles are in clear because no one objected."""
    with pytest.raises(InvalidValueError, match="'title'"):
        in_clear(of(case_samples.case().folded), frozenset({"title"}))


def test_what_was_cleared_is_not_built_on() -> None:
    """The next rows are made from scratch, and whole."""
    folded = case_samples.case().folded
    rows = of(folded)
    cleared = in_clear(rows, frozenset())
    assert of(folded, (folded, cleared)) == rows
    assert cleared.case == evolve(cleared.case, is_sealed=True)
