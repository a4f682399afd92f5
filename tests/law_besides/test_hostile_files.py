"""Files of the law, and names for them, that mean no good."""

from __future__ import annotations

import os
import time
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

import legalcase as lc
from law_folders import refused, written
from legalcase.errors import LawError, UnknownNameError
from legalcase.law.files.folder import BUNDLED, LawFolder
from legalcase.law.files.reading.names import is_name
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY: Final = date(2026, 6, 3)
CALENDAR: Final = """
[calendar]
id = "xx"
name = "{name}"
horizon = {{ from = 2000-01-01, through = 2030-12-31 }}
cite = "made up"
verified = {{ how = "recall" }}
closed_by = ["legal-holiday"]
"""
#: Ids that would lead out of the folder, to a file of another sort, or nowhere.
NO_IDS: Final = (
    *("us/../outside", "../outside", "us/../../{folder}/outside", "/outside", "us//x"),
    *("us/./frcp", "us/.", "us/..", "..", ".", "~", "us/\0", "\0", "us\0", "\ud800"),
    *("us/\udfff", "us\n", "us/frcp\n", "us\\frcp", "us/%2e%2e", "ü"),
    *("us/" + "x" * 300, "us/a/b/c/d", "{folder}/outside", "us/frcp.toml", "\u0661"),
)


def lookups(law: Law) -> dict[str, Callable[[str], object]]:
    """Everything that can be asked by a name."""
    bare: dict[str, Any] = {"after": DAY, "under": "us/frcp"}
    return {
        "calendar": law.calendar,
        "rule": law.rule,
        "counting rule": law.counting_rule,
        "deadline": law.deadline,
        "court": law.court,
        "find": lambda name: law.find(jurisdiction=name),
        "calendar=": lambda name: law.compute("1 day", calendar=name, **bare),
        "forum=": lambda name: law.compute("1 day", forum=name, **bare),
        "court=": lambda name: law.compute("1 day", court=name, **bare),
        "under=": lambda name: law.compute("1 day", after=DAY, under=name),
        "a deadline": lambda name: law.compute(f"{name}/12(a)", after=DAY),
        "a deadline of local rules": lambda name: law.deadline(f"us/{name}/x/1"),
    }


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of law, beside which a file lies that is none of its own."""
    place = tmp_path_factory.mktemp("place")
    for name in ("outside.toml", "outside/calendar.toml"):
        path = place / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("not = for [anybody", encoding="utf-8")
    written(place / "law", {"xx/calendar.toml": CALENDAR.format(name="x")})
    return place


@pytest.fixture(scope="module")
def laid(place: Path) -> Law:
    """The bundled law with that folder over it; what asks it asks for nothing there."""
    found = Law((LawFolder(BUNDLED), LawFolder(place / "law")))
    for name in found.names("calendar"):
        found.calendar(name)
    return found


@pytest.fixture
def law(laid: Law, place: Path, monkeypatch: pytest.MonkeyPatch) -> Law:
    """That law; whoever opens a file that is none of its own is told."""
    opened, folder = os.open, place / "law"

    def watched(path: Any, *rest: Any) -> int:
        assert is_name(os.path.relpath(path, BUNDLED)) or is_name(
            os.path.relpath(path, folder)
        ), path
        return opened(path, *rest)

    monkeypatch.setattr(os, "open", watched)
    return laid


@pytest.mark.parametrize("name", NO_IDS, ids=range(len(NO_IDS)))
def test_what_is_no_id_never_reaches_the_file_system(
    law: Law, place: Path, name: str
) -> None:
    """It is a name that nothing bears, whatever lies in other places."""
    name = name.format(folder=place)
    for ask in lookups(law).values():
        with pytest.raises(UnknownNameError) as caught:
            ask(name)
        assert "for [anybody" not in str(caught.value)
    assert law.jurisdiction(name) is None
    assert law.local_rules(name) is None
    for ask in (law.packs, law.courts):
        with pytest.raises(UnknownNameError):
            ask(name)


def test_an_error_names_a_file_by_its_place_in_the_law(tmp_path: Path) -> None:
    """Not by a path of the machine that answers."""
    folder = written(
        tmp_path,
        {"xx/calendar.toml": "not = for [anybody", "xx/calendars/a.toml/b.toml": ""},
    )
    law = Law((LawFolder(BUNDLED), LawFolder(folder)))
    for name in ("xx", "xx/a"):
        with pytest.raises(LawError) as caught:
            law.calendar(name)
        assert str(tmp_path) not in str(caught.value)
        assert str(tmp_path) not in repr(caught.value.problems)
        assert caught.value.problems[0][0].startswith("xx/calendar")
    gone = Law((LawFolder(tmp_path / "gone"),))
    with pytest.raises(LawError) as caught:
        gone.jurisdictions()
    assert str(tmp_path) not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["a\nb", "a\tb", "a\x1bb", "a\x07", "\u202ea", "a\u2066", "a\u200f", "a\u2028b"],
    ids=ascii,
)
def test_a_text_of_the_law_is_of_one_line_and_plain(tmp_path: Path, text: str) -> None:
    """What it holds is printed on pages, in terminals and in feeds."""
    escaped = "".join(f"\\u{ord(one):04x}" for one in text)
    folder = written(tmp_path, {"xx/calendar.toml": CALENDAR.format(name=escaped)})
    ((file, path, what),) = refused(folder)
    assert (file, path) == ("xx/calendar.toml", "$.calendar.name")
    assert what.startswith("is '")
    assert "Write it in one line" in what
    assert text not in what


def test_a_key_of_the_law_is_plain_too(tmp_path: Path) -> None:
    """A word of a vocabulary is a key."""
    folder = written(
        tmp_path,
        {"xx/vocabulary.toml": '[nature]\n"a\\u001bb" = "meaning"\n'},
    )
    assert any(r"is 'a\x1bb', and no key." in what for _, _, what in refused(folder))


def test_what_people_write_is_taken(tmp_path: Path) -> None:
    """Letters of any language, blanks that don't break, joiners."""
    name = "§\u00a0222 \u2013 Çeşme, בית, می\u200cخو 💥"
    folder = written(tmp_path, {"xx/calendar.toml": CALENDAR.format(name=name)})
    assert Law.bundled().with_folder(folder).calendar("xx").name == name


@pytest.mark.parametrize(
    "text",
    [
        ".".join("a" * 20_000) + " = 1\n",
        "[" + ".".join("a" * 20_000) + "]\n",
        '"a"' + '."a"' * 20_000 + " = 1\n",
        "a = { " + " . ".join("b" * 20_000) + " = 1 }\n",
        "a = " + "[" * 50_000 + "]" * 50_000 + "\n",
        "a = " + "{ a = " * 50_000 + "1" + " }" * 50_000 + "\n",
        "a = " + "[" * 60 + "]" * 60 + "\n",
        "a = " + "1" * 5_000 + "\n",
        "a = 1" + " " * 3_000_000 + "\n",
        "a = '''" + "x" * 3_000_000 + "'''\n",
    ],
    ids=range(10),
)
def test_a_file_that_would_take_for_ever_is_refused_at_once(
    tmp_path: Path, text: str
) -> None:
    """Keys of twenty thousand parts, tables within tables, numbers, sheer size."""
    folder = written(tmp_path, {"xx/calendar.toml": f"format = 1\n{text}"})
    start = time.process_time()
    with pytest.raises(LawError) as caught:
        Law.bundled().with_folder(folder)
    assert time.process_time() - start < 2
    assert len(str(caught.value)) < 2_000
    assert str(tmp_path) not in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("what", ["pipe", "device"])
def test_what_is_no_file_is_not_waited_for(tmp_path: Path, what: str) -> None:
    """A pipe to which nobody writes, a device without end."""
    path = tmp_path / "xx" / "calendar.toml"
    path.parent.mkdir()
    if what == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    ((_, _, said),) = refused(tmp_path)
    assert said.startswith("can't be read: ")


def test_a_folder_of_everything_is_not_walked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever names the root of a disk by mistake is told, not kept waiting."""
    monkeypatch.setattr("legalcase.law.files.folder._MOST_FILES", 50)
    for number in range(51):
        (tmp_path / str(number)).touch()
    with pytest.raises(LawError, match="holds more than 50 files and folders"):
        Law.bundled().with_folder(tmp_path)


def test_a_file_under_a_name_that_nobody_can_ask_for_is_told(tmp_path: Path) -> None:
    """Capitals are another name on one machine, and the same on another."""
    folder = written(
        tmp_path,
        {"xx/calendars/Harbour.toml": CALENDAR.format(name="x").replace("xx", "xx/a")},
    )
    ((file, _, what),) = refused(folder)
    assert file == "xx/calendars/Harbour.toml"
    assert what.startswith("can't be asked for by this name.")


@pytest.mark.parametrize(
    "path", ["\0", "\ud800", "x" * 5_000, b"nowhere", "/dev/null/x"], ids=range(5)
)
def test_a_path_that_is_none(path: Any) -> None:
    """Whatever it is, the folder is not there."""
    with pytest.raises(LawError, match=r"Give the path of one\."):
        lc.Law.bundled().with_folder(path)


def test_a_horizon_without_end_is_refused(tmp_path: Path) -> None:
    """It is told when the folder is laid over the law, not at the first question."""
    text = CALENDAR.format(name="x").replace("2030", "9999")
    folder = written(tmp_path, {"xx/calendar.toml": text})
    ((_, _, what),) = refused(folder)
    assert "Give at most 400 years" in what
