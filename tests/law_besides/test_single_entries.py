"""One entry read apart from its file is what the whole file says of it.

The first question about a deadline parses its own entry alone; however a file is
written, that must never give another answer than the whole.
"""

from __future__ import annotations

from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

from law_folders import ATLANTIS, afresh, state_of, written
from legalcase.law.ask.find import find
from legalcase.law.book.finding.packs import deadlines_of
from legalcase.law.files.folder import LawFolder
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from pathlib import Path


LAW = Law.bundled()
PACK = """
[pack]
id = "xx/own"
name = "Own deadlines"
counting = "xx/cp"
cite_prefix = "Own "
"""
FIRST = """
[[deadline]]
id = "1"
title = "Act"
trigger = "complaint-served"
act = "file"
period = "10 days"
bound = "not later than"
service_extension = "none"
cite = "1"
in_force = { from = 2000-01-01 }
verified = { how = "text", on = 2026-11-24 }
[[deadline.examples]]
after = 2026-02-02
due = 2026-02-12
source = "counted"
"""
SECOND = (
    FIRST.replace('id = "1"', 'id = "2"')
    .replace("10 days", "11 days")
    .replace("02-12", "02-13")
)
NOTE = '''note = """
Formerly:
[[deadline]]
id = "2"
"""
'''


SOURCES = """
[sources]
prints = { how = "secondary", on = 2026-11-24, source = "Prints, 2004" }
"""
COURT = """
[[court]]
id = "us/one"
name = "One"
counting = ["us/frcp"]
zones = ["America/New_York"]
calendars = { court = "us" }
cite = "1"
verified = { how = "recall" }
"""


@cache
def with_atlantis() -> Law:
    """The law with Atlantis laid over it, over which each test lays a folder."""
    return LAW.with_folder(ATLANTIS)


def of_the_file(law: Law) -> dict[str, dict[str, Any]]:
    """The deadlines of the pack `xx/own` as the whole file has them, by id."""
    return {rule.id: state_of(rule) for rule in deadlines_of(law, "xx/own")}


@pytest.mark.parametrize(
    "text",
    [
        PACK + FIRST + SECOND,
        PACK + FIRST + SECOND.replace("[[deadline]]", "[[deadline]] # another"),
        PACK + FIRST + SECOND.replace("[[deadline]]", "[[ deadline ]]"),
        PACK + FIRST + SECOND.replace("[[deadline]]", '[["deadline"]]'),
        PACK + FIRST + SECOND.replace("[[deadline]]", "  [[deadline]]"),
        PACK + FIRST + SECOND.replace("[[deadline]]", "[[deadline]]\n"),
        PACK + FIRST + SECOND.replace('id = "2"', "id = '2'"),
        PACK + FIRST + SECOND.replace('id = "2"', 'id = "\\u0032"'),
        PACK + FIRST + SECOND.replace('id = "2"', '"id" = "2"'),
        PACK + FIRST + "# [[deadline]]\n" + SECOND,
        PACK + FIRST.replace('cite = "1"\n', 'cite = "1"\n' + NOTE) + SECOND,
        PACK
        + FIRST.replace('id = "1"\n', "").replace("cite", 'id = "1"\ncite')
        + SECOND,
        FIRST + SECOND + PACK,
        (PACK + FIRST + SECOND).replace("\n", "\r\n"),
    ],
)
def test_however_a_file_is_written(text: str, tmp_path: Path) -> None:
    """Comments, quotes, texts over several lines, another order, other line ends."""
    folder = written(tmp_path, {})
    path = folder / "xx" / "deadlines" / "own.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(f"format = 1\n{text}".encode())
    law = with_atlantis().with_folder(folder)
    for name, period in (("xx/own/1", "10 days"), ("xx/own/2", "11 days")):
        found = afresh(law).deadline(name)
        assert str(found.current.term.period) == period
        assert state_of(found) == of_the_file(law)[name]


def found_alone(law: Law, word: str) -> set[str]:
    """The deadlines of the pack `xx/own` that run from an event, by a first search."""
    rules = find(afresh(law), trigger=word, jurisdiction="xx")
    return {rule.id for rule in rules if rule.id.startswith("xx/own/")}


@pytest.mark.parametrize("order", ["".join(one) for one in permutations("PFGS")])
@pytest.mark.parametrize(
    "verified",
    ['"prints"', '{ how = "text", source = "prints" }', '{ source = "prints" }'],
)
def test_wherever_its_sources_are_named(
    order: str, verified: str, tmp_path: Path
) -> None:
    """Before the head, between two deadlines, behind them all."""
    old = '{ how = "text", on = 2026-11-24 }'
    parts = {
        "P": PACK,
        "F": FIRST.replace(old, verified),
        "G": SECOND.replace(old, verified),
        "S": SOURCES,
    }
    text = "".join(parts[one] for one in order)
    folder = written(tmp_path, {"xx/deadlines/own.toml": text})
    law = with_atlantis().with_folder(folder)
    for name in ("xx/own/1", "xx/own/2"):
        whole = of_the_file(law)[name]
        assert state_of(afresh(law).deadline(name)) == whole
        assert whole["versions"][0].authority.source == "Prints, 2004"
    assert found_alone(law, "complaint-served") == {"xx/own/1", "xx/own/2"}


@pytest.mark.parametrize(
    "text",
    [
        PACK + FIRST + SECOND,
        PACK + FIRST + SECOND.replace("[[deadline]]", "[[ deadline ]]"),
        PACK + FIRST.replace("[[deadline]]", '[["deadline"]]') + SECOND,
        PACK + FIRST + SECOND.replace("[[deadline]]", "[[deadline]] # another"),
        PACK + FIRST + SECOND.replace("[[deadline]]", "  [[deadline]]"),
        (PACK + FIRST + SECOND).replace("\n", "\r\n"),
        PACK + FIRST + SECOND.replace("trigger = ", "trigger = " + " " * 60),
        PACK + FIRST + SECOND.replace("trigger = ", "'trigger' = "),
    ],
)
def test_a_search_finds_each_however_it_is_written(text: str, tmp_path: Path) -> None:
    """A first search looks into the text of a file before it reads it."""
    path = tmp_path / "xx" / "deadlines" / "own.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(f"format = 1\n{text}".encode())
    law = with_atlantis().with_folder(tmp_path)
    assert found_alone(law, "complaint-served") == {"xx/own/1", "xx/own/2"}


def test_a_search_finds_what_stands_in_one_array(tmp_path: Path) -> None:
    """Deadlines as values of a key, without headers of their own."""

    def inline(text: str) -> str:
        lines = text.partition("[[deadline.examples]]")[0].splitlines()[2:]
        example = 'examples = [{ after = 2026-02-02, due = 2026-02-12, source = "1" }]'
        return "{ " + ", ".join([*lines, example]) + " }"

    both = f"deadline = [{inline(FIRST)}]\n{PACK}"
    folder = written(tmp_path, {"xx/deadlines/own.toml": both})
    law = with_atlantis().with_folder(folder)
    assert found_alone(law, "complaint-served") == {"xx/own/1"}
    assert str(afresh(law).deadline("xx/own/1").current.term.period) == "10 days"


@pytest.mark.parametrize("header", ["[[ court ]]", "[[court]] # the first"])
def test_the_court_that_is_meant_however_the_file_is_written(
    header: str, tmp_path: Path
) -> None:
    """Not the one before it whose header is written otherwise."""
    other = COURT.replace("us/one", "us/two").replace("One", "Two")
    third = (
        '\n[[court]]\nid = "us/three"\nname = "Three"\nlike = "us/two"\n'
        'verified = { how = "recall" }\n'
    )
    text = COURT.replace("[[court]]", header) + other.replace("New_York", "Denver")
    folder = written(tmp_path, {"us/courts.toml": text + third})
    law = LAW.with_folder(folder)
    assert afresh(law).court("us/two").name == "Two"
    assert afresh(law).court("us/three").zones == ("America/Denver",)
    file = LawFolder(folder).read_entry("us/courts.toml", "court", "us/two")
    assert file is not None
    assert [one["name"] for one in file.raw["court"]] == ["Two"]


def test_an_override_prevails_however_it_is_written(tmp_path: Path) -> None:
    """An entry that can't be read alone is not passed over for the one below."""
    own = FIRST.replace('id = "1"\n', "").replace("cite", 'id = "20"\ncite')
    head = PACK.replace("xx/own", "xx/cp").replace("Own ", "C.P. ")
    folder = written(tmp_path, {"xx/deadlines/cp.toml": head + own})
    law = with_atlantis().with_folder(folder, overriding=("xx/cp/20",))
    found = afresh(law).deadline("xx/cp/20")
    assert str(found.current.term.period) == "10 days"
    assert found.overrides


def test_the_court_of_a_folder_prevails(tmp_path: Path) -> None:
    """A court that is entered anew is not read from the file below."""
    own = """
[[court]]
id = "us/cand"
name = "Our own entry"
counting = ["us/frcp"]
zones = ["America/Los_Angeles"]
calendars = { court = "us" }
cite = "28 U.S.C. § 84"
verified = { how = "recall" }
"""
    folder = written(tmp_path, {"us/courts.toml": own})
    law = LAW.with_folder(folder, overriding=("us/cand",))
    for name in ("us/cand", "cand"):
        assert afresh(law).court(name).name == "Our own entry"
