"""From which papers a deadline runs, as the law's data says it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from law_folders import written
from legalcase.catalogue import CountsFrom
from legalcase.errors import InvalidValueError, LawError, UnknownNameError
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path

LAW = Law.bundled()
PACK = """
[pack]
id = "us/own"
name = "Rules of our own"
counting = "us/frcp"
cite_prefix = "Own R. "

[[deadline]]
id = "1"
title = "Do it"
trigger = "hearing"
direction = "before"
act = "serve"
owed_by = "movant"
met_by = ["motion-served"]
proceedings = ["civil"]
period = "14 days"
bound = "not later than"
service_extension = "none"
cite = "1"
in_force = { from = 2020-01-01 }
verified = { how = "recall" }
examples = [{ before = 2026-07-15, due = 2026-07-01, source = "derived" }]
"""


def law_with(folder: Path, more: str) -> Law:
    """The law, with a deadline of ours and a few lines more."""
    return LAW.with_folder(written(folder, {"us/deadlines/own.toml": PACK + more}))


def test_what_is_entered_is_what_the_rule_says(tmp_path: Path) -> None:
    """Papers, kinds of hearing, and that nothing is asked."""
    more = (
        'counts_from = { papers = ["motion-served"], hearings = ["motion"], '
        'unsaid = "no", cite = "2" }'
    )
    rule = law_with(tmp_path / "a", more).deadline("us/own/1")
    assert rule.counts_from == CountsFrom(
        papers=("motion-served",), hearings=("motion",), asks=False, cite="Own R. 2"
    )
    assert rule.to_dict()["counts_from"]["papers"] == ["motion-served"]


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ('counts_from = { cite = "2" }', "needs one of papers and other_than"),
        (
            'counts_from = { papers = ["trial"], other_than = ["trial"], cite = "2" }',
            "needs one of papers and other_than",
        ),
        (
            'counts_from = { other_than = ["trial"], unsaid = "no", cite = "2" }',
            "stands beside other_than",
        ),
        ('counts_from = { papers = ["motion-sent"], cite = "2" }', "motion-sent"),
        ('permissive = { cite = "2" }', "words"),
    ],
)
def test_what_says_nothing_or_two_things_is_refused(
    tmp_path: Path, more: str, wrong: str
) -> None:
    """With the path of what is wrong."""
    with pytest.raises(LawError, match=wrong):
        law_with(tmp_path / "a", more).deadline("us/own/1")


def test_the_first_of_what_starts_nothing_is_a_fault(tmp_path: Path) -> None:
    """`first_of` names triggers of the deadline."""
    more = 'first_of = ["judgment-entered"]'
    with pytest.raises(LawError, match=r"first_of\[0\]: is 'judgment-entered'"):
        law_with(tmp_path / "a", more)


@pytest.mark.parametrize(
    "said",
    [{}, {"papers": ("motion-served",), "other_than": ("motion-filed",)}],
)
def test_a_value_that_names_no_paper_is_refused(
    said: dict[str, Any],
) -> None:
    """One of the two, as in the data."""
    with pytest.raises(InvalidValueError, match="papers or other_than"):
        CountsFrom(cite="2", **said)


def test_a_narrower_word_is_the_wider_one_where_a_deadline_asks_for_that() -> None:
    """In a call, under its own name or a synonym; what is neither is refused."""
    rule, day = "us/frcp/33(b)(2)", date(2026, 6, 3)
    wide = lc.compute(rule, after={"discovery-request-served": day})
    for word in ("interrogatories-served", "special-interrogatories-served"):
        assert lc.compute(rule, after={word: day}).due == wide.due
    with pytest.raises(UnknownNameError):
        lc.compute(rule, after={"motion-served": day})


def test_what_a_word_implies_is_a_word_and_none_implies_itself() -> None:
    """Of the bundled vocabularies."""
    from legalcase.law.book.events_alike import implied_by

    known = set(LAW.words("trigger"))
    implied = implied_by(LAW)
    assert len(implied) > 10
    for word, wider in implied.items():
        assert {word, *wider} <= known
        assert word not in wider
        assert wider
