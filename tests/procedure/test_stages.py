"""The tables of stages that come with the package, and how one is read."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import legalcase as lc
import legalcase.model as m
from case_files import DAY, after, joined, opened
from legalcase.errors import DeclarationError, InvalidTypeError, UnknownNameError
from legalcase.kernel.events.words import words_of
from legalcase.procedure import read_stage_table, stage_table, stage_tables

TABLES = sorted(stage_tables())
ON: dict[str, Any] = {"happened_on": DAY}
FOLDER = files("legalcase.procedure").joinpath("tables", "us")

SMALL = """
format = 1
[table]
id = "acme/small"
edition = "1"
stages = ["open", "over"]
[[move]]
from = ["open"]
to = "over"
"""


def test_there_are_tables_for_the_three_kinds() -> None:
    """And another is asked for by name."""
    assert TABLES == ["us/civil", "us/criminal", "us/family"]
    with pytest.raises(UnknownNameError, match="us/civil"):
        stage_table("us/civill")


@pytest.mark.parametrize("name", TABLES)
def test_its_words_are_those_of_the_vocabulary(name: str) -> None:
    """Else a need could never be met."""
    law = lc.Law.bundled()
    for sort, word, _ in words_of(stage_table(name)):
        assert law.check_word(sort, word) == word
    adopted = m.StageTableAdopted(table=stage_table(name), **ON)
    file = opened()
    file.record(adopted, by="clerk", at=file.case.recorded_at, law=law)


@pytest.mark.parametrize("name", TABLES)
def test_it_says_who_checked_it_and_how(name: str) -> None:
    """Nothing that was not read passes for read."""
    text = FOLDER.joinpath(f"{name.partition('/')[2]}.toml").read_text("utf-8")
    raw = tomllib.loads(text)
    assert raw["table"]["verified"]["source"]
    assert stage_table(name).authority
    for move in raw["move"]:
        assert move.get("when"), move
        if move.get("verified", {}).get("how") == "text":
            assert move["authority"]


@given(
    st.sampled_from(TABLES),
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from("ab")), max_size=25),
)
def test_no_path_leaves_the_table_and_each_can_end(
    name: str, steps: list[tuple[int, str]]
) -> None:
    """Whatever is allowed leads to a stage from which a final one can be reached."""
    table = stage_table(name)
    file = after(
        opened(),
        joined("a"),
        joined("b"),
        m.StageTableAdopted(table=table, **ON),
    )
    for choice, party in steps:
        here = file.case.stage_of(party)
        assert here in table.places
        ways = table.reachable(here)
        if not ways:
            assert here in table.finals
            continue
        event = m.StageEntered(to=ways[choice % len(ways)], of=(party,), **ON)
        # Along the table alone: what is needed is asked only of who records.
        assumed = file.assuming(event)
        assert assumed.case.stage_of(party) == event.to
        file = file.record(
            m.StageEntered(to=event.to, of=(party,), skips="Test", **ON),
            by="clerk",
            at=file.case.recorded_at,
        )
        found = file.case.stage
        assert found is not None
        assert found.place in table.places
        assert found.history[-1].leaves == (here,)
    at = file.case.stage_of("a")
    assert at is not None
    seen = {at}
    while not seen & set(table.finals):
        wider = seen | {to for one in seen for to in table.reachable(one)}
        assert wider != seen, "no way to an end"
        seen = wider


def test_one_of_your_own_is_read_as_they_are() -> None:
    """And stands in the log like them."""
    table = read_stage_table(SMALL)
    assert (table.first, table.finals) == ("open", ("over",))
    file = after(
        opened(),
        m.StageTableAdopted(table=table, **ON),
        m.StageEntered(to="over", **ON),
    )
    assert file.case.stage is not None
    assert file.case.stage.place == "over"


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("format = 1", "format = 2", r"\$\.format"),
        ("format = 1", "format = ", "no TOML"),
        ('edition = "1"', "", "edition"),
        ('to = "over"', 'to = "gone"', "no stage of 'acme/small'"),
        ('to = "over"', 'to = "over"\nifs = []', r"\$\.move\[0\]\.ifs"),
        ('to = "over"', 'to = "over"\nneeds = [{role = ["a"]}]', r"needs\[0\]\.role"),
        ('to = "over"', 'to = "over"\nneeds = [{}]', "asks for one thing"),
        ('to = "over"', 'to = "over"\nverified = {how = "seen"}', "must say how"),
        ("[[move]]", "[move]", "no list of tables"),
        ("[table]", "[tables]", r"\$\.table"),
        ('stages = ["open", "over"]', "stages = 3", "is no list"),
        ('from = ["open"]', 'from = "open"', "is no list"),
        ('to = "over"', 'to = "over"\nneeds = 3', "is no list"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(old: str, new: str, where: str) -> None:
    """One error for whatever was written."""
    with pytest.raises(DeclarationError, match=where):
        read_stage_table(SMALL.replace(old, new))


@pytest.mark.parametrize("wrong", [7, None, b"format = 1"])
def test_what_is_no_text_is_refused(wrong: Any) -> None:
    """With an error of ours, as everything that a firm declares is."""
    with pytest.raises(InvalidTypeError, match="is read from text, not"):
        read_stage_table(wrong)
