"""What a question reads: the files of the jurisdiction it names, as they stand now."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from legalcase.law.files.folder import BUNDLED, LawFolder
from legalcase.law.lawbook import Law

#: Prints every file of the law that a program opens, from its start.
OPENED = """
import sys

def told(event, given):
    if event == "open" and str(given[0]).endswith(".toml"):
        print(given[0])

sys.addaudithook(told)
"""
ENTRY = """
[[deadline]]
id = "one"
title = "Do something"
trigger = "WORD"
act = "file"
owed_by = "any-party"
period = "10 days"
bound = "not later than"
service_extension = "none"
cite = "1"
in_force = { from = 2000-01-01 }
verified = { how = "recall" }
"""
HEAD = """format = 1

[pack]
id = "xx/rules"
name = "Rules"
counting = "us/frcp"
cite_prefix = "Rule "
"""


def opened(code: str) -> set[str]:
    """The files of the law, by name, that a program opens, or asks for."""
    done = subprocess.run(
        [sys.executable, "-c", OPENED + code],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    folder = Path(BUNDLED)
    return {
        Path(line).relative_to(folder).as_posix() for line in done.stdout.splitlines()
    }


def read_by(law: Law) -> set[str]:
    """The files of the bundled law that a law has read, or has as text."""
    folder = law.folders[0]
    return {*folder._files, *folder._contents}


def test_to_import_the_package_reads_no_law() -> None:
    """Nor do its functions, before they are called."""
    assert opened("import legalcase; legalcase.compute, legalcase.find_rules") == set()


@pytest.mark.parametrize(
    ("deadline", "given"),
    [
        ("us/frcp/33(b)(2)", {}),
        ("us/frcp/33(b)(2)", {"court": "us/nysd", "service": "mail"}),
        ("us-ca/ccp/412.20(a)(3)", {}),
        ("gb-eaw/cpr/15.4(1)(a)", {}),
        ("de/arbgg/59", {}),
        ("at/zpo/464(1)", {}),
    ],
)
def test_a_first_computation_reads_its_own_jurisdiction(
    deadline: str, given: dict[str, Any]
) -> None:
    """And the words that all share; of any other not even the text."""
    law = Law((LawFolder(BUNDLED),))
    law.compute(deadline, after=date(2026, 6, 3), **given)
    places = {name.partition("/")[0] for name in read_by(law) if "/" in name}
    own = {deadline.partition("/")[0]}
    # A federal court keeps the holidays of its state (Rule 6(a)(6)(C)).
    assert places == (own | {"us-ny"} if "court" in given else own)


def test_a_bare_name_of_a_court_reads_heads_as_text_alone() -> None:
    """Whoever bears it could stand in each; of the others nothing is parsed."""
    law = Law((LawFolder(BUNDLED),))
    assert law.court("cand").id == "us/cand"
    folder = law.folders[0]
    assert {name for name in folder._files if not name.startswith("us/")} == set()
    texts = {name for name in folder._contents if not name.startswith("us/")}
    assert {Path(name).name for name in texts} == {"jurisdiction.toml"}


def test_a_file_that_was_edited_is_read_as_it_stands(tmp_path: Path) -> None:
    """By each law that is made later; its length and its date can be the same."""
    path = tmp_path / "xx" / "deadlines" / "rules.toml"
    path.parent.mkdir(parents=True)
    editions = []
    for word in ("answer-filed", "motion-filed", "answer-filed"):
        path.write_text(HEAD + ENTRY.replace("WORD", word), encoding="utf-8")
        os.utime(path, (0, 0))
        law = Law((LawFolder(BUNDLED), LawFolder(tmp_path)))
        (found,) = law.find(jurisdiction="xx", trigger=word)
        assert found.triggers == (word,)
        other = {"answer-filed": "motion-filed"}.get(word, "answer-filed")
        assert not law.find(jurisdiction="xx", trigger=other)
        editions.append(found.edition)
    first, second, again = editions
    assert first == again != second
