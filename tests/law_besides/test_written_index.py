"""The index that a wheel has beside the law finds what the law finds without it.

A copy of the package stands for what was installed: with the index of its law, and
files of that law changed behind its back.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from every_one import spread
from house import SOURCE
from law_folders import ATLANTIS
from legalcase.law.book.finding.indexing.index import read_part
from legalcase.law.book.finding.indexing.places import abbreviations_of
from legalcase.law.book.finding.indexing.writing import index_of, is_of_the_files
from legalcase.law.book.finding.indexing.written import written_index
from legalcase.law.book.vocabulary import synonyms_of
from legalcase.law.files.beside import PLACE
from legalcase.law.lawbook import Law

LAW: Final = Law.bundled()
#: Every question is put to a law that has the index, and to one that has it not.
PROGRAM: Final = """
import json, sys
sys.path.insert(0, sys.argv[1])
import legalcase
from legalcase.errors import UnknownNameError
from legalcase.law.book.finding.searching.nearest import nothing_found
from legalcase.law.book.finding.indexing.written import forget_written, written_index
from legalcase.law.files.folder import BUNDLED, LawFolder
from legalcase.law.files.beside import PLACE
from legalcase.law.lawbook import Law

assert legalcase.__file__.startswith(sys.argv[1]), legalcase.__file__
asked = json.load(sys.stdin)
folders = [LawFolder(BUNDLED), *map(LawFolder, asked["folders"])]
overriding = frozenset(asked["overriding"])

def law_anew():
    return Law(tuple(LawFolder(f.path) for f in folders), overriding)

def named(law, name):
    try:
        return law.deadline(name)
    except UnknownNameError as error:
        return str(error), error.suggestions

one, other = law_anew(), law_anew()
forget_written(other)
said = {"used": written_index(one) is not None, "found": 0, "differ": []}
for question in asked["questions"]:
    first, second = one.find(**question), other.find(**question)
    said["found"] += len(first)
    near = [
        None if "jurisdiction" in question else nothing_found(law, question["text"])
        for law in (one, other)
    ]
    if first != second or near[0] != near[1]:
        said["differ"].append(question)
for name in asked["names"]:
    if named(law_anew(), name) != named(other, name):  # of the first nothing was read
        said["differ"].append(name)
said["used after"] = written_index(one) is not None
print(json.dumps(said))
"""


def asked(
    package: Path,
    questions: list[dict[str, Any]],
    names: tuple[str, ...] = (),
    *folders: Path,
    overriding: tuple[str, ...] = (),
) -> dict[str, Any]:
    """What comes out where the package is that of a folder."""
    question = {
        "questions": questions,
        "names": names,
        "folders": list(map(str, folders)),
        "overriding": overriding,
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(package)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={n: t for n, t in os.environ.items() if not n.startswith("COV")},
        input=json.dumps(question),
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the package, and the index of its law."""
    return package_in(tmp_path_factory.mktemp("installed"))


def package_in(folder: Path) -> Path:
    """Copy the package into a folder, with the index of its law."""
    copy = folder / "legalcase"
    shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / Path(PLACE).name).write_bytes(written())
    return folder


@pytest.fixture
def own(installed: Path, tmp_path: Path) -> Path:
    """A copy of it, which the test may change."""
    return shutil.copytree(installed, tmp_path / "own")


@cache
def written() -> bytes:
    """The index of the bundled law."""
    return index_of(LAW)


@cache
def texts() -> tuple[str, ...]:
    """Words, pairs of them, misspelt ones, citations, titles, short names."""
    rules = spread([*LAW.deadlines()], 60)
    words = spread([word for word, _ in read_part(LAW, rules).written()], 60)
    return tuple(
        dict.fromkeys(
            (
                *words,
                *(word[:-1] for word in words[::3] if len(word) > 3),
                *(word[1::-1] + word[2:] for word in words[::4] if len(word) > 5),
                *(f"{one} {two}" for one, two in zip(words, words[7:], strict=False)),
                *(rule.id for rule in rules[::3]),
                *(rule.cite for rule in rules[1::3]),
                *(rule.title for rule in rules[2::3]),
                *(
                    f"{short} {number}"
                    for short in abbreviations_of(LAW)
                    for number in ("", "12", "33(b)(2)")
                ),
                *("answer complaint", "summary judgment", "parties", "the of", "???"),
                *("US/FRCP/33", "oppostion to motoin", "§ 339 ZPO", "kläger"),
                *("nothing of the sort whatever", "12(h)", "motion dismiss pigeon"),
            )
        )
    )


def filtered() -> list[dict[str, Any]]:
    """Questions with a text and something besides."""
    synonyms = [*synonyms_of(LAW)[""]["trigger"]][:3]
    triggers = ("complaint-served", "judgment-entered", *synonyms)
    return [
        {"text": text, key: value}
        for text in ("answer", "motion trial", "appeal", "berufung", "discovry")
        for key, value in (
            *(("jurisdiction", one) for one in ("us", "us-ca", "de", "AT", "us-nd")),
            *(("trigger", one) for one in triggers),
            *(("act", "file"), ("owed_by", "served"), ("proceedings", "appeal")),
            *(("after_disposition", True), ("after_disposition", False)),
        )
    ]


NAMES: Final = (
    "us/frcp/33(b)(2)",
    "us/frcp/33(b)(9)",
    "US/FRCP/33(B)(2)",
    "us/frcp/12(b)",
    "us-ca/ccp/nothing",
    "xx/nothing/1",
    "us/frcp",
    "",
)


def aliases() -> tuple[str, ...]:
    """Other names of deadlines, and such in a pack that has not the deadline."""
    every = [name for rule in LAW.deadlines() for name in rule.aliases]
    return tuple(spread(every, 12))


@pytest.mark.slow
def test_what_is_found_is_what_is_found_without_it(installed: Path) -> None:
    """Hundreds of searches, what comes near, and names that nothing bears."""
    questions = [{"text": text} for text in texts()] + filtered()
    assert len(questions) > 300
    said = asked(installed, questions, (*NAMES, *aliases()))
    assert said["differ"] == []
    assert said["used"]
    assert said["used after"]
    assert said["found"] > 1000


@pytest.mark.slow
def test_a_folder_laid_over_the_law_is_searched_with_it(
    installed: Path, tmp_path: Path
) -> None:
    """A jurisdiction of its own; a pack that the law has; words of a jurisdiction."""
    questions = [{"text": text} for text in texts()[::12]] + filtered()[::6]
    questions += [{"text": text} for text in ("atlantis", "tide", "answer", "motion")]
    said = asked(installed, questions, NAMES, ATLANTIS)
    assert said["differ"] == []
    assert said["used"]
    law = SOURCE / "jurisdictions"
    pack = tmp_path / "us" / "deadlines" / "frap.toml"
    pack.parent.mkdir(parents=True)
    text = (law / "us" / "deadlines" / "frap.toml").read_text(encoding="utf-8")
    pack.write_text(text.replace('title = "', 'title = "Zebra '), encoding="utf-8")
    words = tmp_path / "us-ca" / "vocabulary.toml"
    words.parent.mkdir()
    words.write_text(
        'format = 1\n\n[trigger]\ncomplaint-served = "the zebra was served"\n\n'
        '[abbreviations]\nzzr = "Fed. R. App. P."\n',
        encoding="utf-8",
    )
    questions += [{"text": text} for text in ("zebra", "zebra appeal", "ZZR 4(a)")]
    said = asked(installed, questions, NAMES, tmp_path)
    assert said["differ"] == []
    assert said["used"]
    (tmp_path / "vocabulary.toml").write_text(
        'format = 1\n\n[trigger]\nanswer-served = "the zebra"\n', encoding="utf-8"
    )
    said = asked(installed, questions[::4], NAMES[1:3], tmp_path)
    assert said["differ"] == []
    assert not said["used"]  # for all of it can mean something else


def test_files_of_another_size_or_name_are_noticed(own: Path) -> None:
    """Then the law is read as it lies there."""
    package = own
    law = package / "legalcase" / "jurisdictions"
    file = law / "us" / "deadlines" / "frap.toml"
    was = file.read_bytes()
    questions = [{"text": text, "jurisdiction": "us"} for text in ("appeal", "zebra")]
    assert asked(package, questions)["used"]
    for change in (
        lambda: file.write_bytes(was + b"\n"),
        file.unlink,
        lambda: shutil.copy(file.with_name("frcp.toml"), file.with_name("new.toml")),
    ):
        change()
        said = asked(package, questions[:1])
        assert (said["used"], said["differ"]) == (False, [])
        file.write_bytes(was)
    file.with_name("new.toml").unlink()
    assert asked(package, questions)["used"]
    (package / "legalcase" / Path(PLACE).name).write_bytes(written()[:-40_000])
    said = asked(package, questions)
    assert (said["used"], said["differ"]) == (False, [])  # it was cut short


def test_a_file_of_the_same_size_is_noticed_when_something_is_found_in_it(
    own: Path,
) -> None:
    """And then the index says nothing any more; a check of the law says it is wrong."""
    package = own
    file = package / "legalcase" / "jurisdictions" / "us" / "deadlines" / "frap.toml"
    text = file.read_text(encoding="utf-8")
    old = 'title = "'
    start = text.index(old) + len(old)
    file.write_text(text[:start] + "Zebr" + text[start + 4 :], encoding="utf-8")
    changed = file.stat().st_size
    assert changed == len(text.encode())
    said = asked(package, [{"text": "FRAP 4(a)"}, {"text": "zebr"}])
    assert said["used"]
    assert said["differ"] == []
    done = subprocess.run(
        [sys.executable, "-c", CHECK, str(package)],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.stdout == "False\n", done.stderr


CHECK: Final = """
import sys
sys.path.insert(0, sys.argv[1])
from legalcase.law.book.finding.indexing.writing import is_of_the_files
from legalcase.law.files.beside import PLACE
from legalcase.law.lawbook import Law
print(is_of_the_files(Law.bundled()))
"""


def test_a_checkout_has_none() -> None:
    """Its files change; and where there is none, nothing is wrong with it."""
    assert not Path(PLACE).exists()
    assert written_index(LAW) is None
    assert is_of_the_files(LAW)
