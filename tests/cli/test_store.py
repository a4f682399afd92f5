"""`legalcase store`: copied, verified, backed up, rebuilt; what is due, which cases."""

from __future__ import annotations

import json
import re
import shlex
import sqlite3
import sys
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from cli.running import answered, ran, squeezed, too_wide
from copy_samples import filled
from legalcase.cli.console.addresses import without_passwords
from legalcase.cli.console.progress import counted
from legalcase.storage import SqliteStore
from sealing_samples import sealer
from store_samples import for_the_pages

if TYPE_CHECKING:
    from pathlib import Path

VERBS = ("copy", "verify", "heads", "backup", "rebuild", "agenda", "find", "conflicts")
HERE = "sqlite:///firm.db"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test in a folder of its own, with a store of one case."""
    monkeypatch.chdir(tmp_path)
    with SqliteStore("firm.db") as store:
        for_the_pages(store)


def damage() -> None:
    """Write a line anew, as somebody with SQLite can."""
    connection = sqlite3.connect("firm.db", isolation_level=None)
    connection.execute("DROP TRIGGER line_stays")
    connection.execute("UPDATE line SET body = ' ' || body WHERE number = 2")
    statement = (
        "CREATE TRIGGER line_stays BEFORE UPDATE ON line\n"
        "    BEGIN SELECT raise(ABORT, 'lines are not changed'); END"
    )
    connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("verb", VERBS)
def test_help_fits_the_terminal_and_shows_examples(verb: str) -> None:
    """`-h` of every command is readable at 80 columns."""
    text = answered("store", verb, "-h")
    assert too_wide(text) == []
    assert f"  legalcase store {verb} " in text


def test_the_examples_of_the_help_work(tmp_path: Path) -> None:
    """In their order, but for those that need a server, or the root of the disk."""
    tried = 0
    (tmp_path / "heads.json").write_text(answered("store", "heads", HERE), "utf-8")
    for verb in ("", *VERBS):
        text = answered("store", *filter(None, [verb]), "-h")
        text = re.sub(r" \\\n +", " ", text)
        for line in text.splitlines():
            if not line.startswith("  legalcase ") or "postgres" in line:
                continue
            words = shlex.split(line.partition(" > ")[0].replace("//srv/", "/srv-"))
            if "firm-2026-06-03.db" in words:
                (tmp_path / words[-1]).unlink(missing_ok=True)
            done = ran(*words[1:])
            assert (done.status, done.err) == (0, ""), line
            assert "json" in line or "heads" in line or too_wide(done.out) == []
            tried += 1
    assert tried > len(VERBS)


def test_a_store_is_copied_and_verified() -> None:
    """The heads are the same, and a second time there is nothing to do."""
    said = "Copied and verified: 3 lines in 1 stream.\n"
    for _ in range(2):
        assert answered("store", "copy", HERE, "sqlite:///copy.db") == said
    heads = json.loads(answered("store", "heads", HERE))
    assert heads == json.loads(answered("store", "heads", "sqlite:///copy.db"))
    assert [head[:2] for head in heads] == [["case:roe", 3]]
    words = ("store", "copy", HERE, "memory:", "--format", "json")
    assert json.loads(answered(*words)) == {"heads": heads}


def test_a_target_that_is_another_store_is_refused() -> None:
    """Two sentences, status 1."""
    with SqliteStore("other.db") as store:
        filled(store)
    done = ran("store", "copy", HERE, "sqlite:///other.db")
    assert (done.status, done.out) == (1, "")
    assert "legalcase store copy: The store to which is copied" in squeezed(done.err)
    assert "nothing was written" in squeezed(done.err)
    done = ran("store", "copy", HERE, HERE)
    assert (done.status, done.out) == (2, "")


def test_faults_are_a_status() -> None:
    """1 with a table of them, to standard error; as JSON where a program reads it."""
    assert answered("store", "verify", HERE) == "Whole: 3 lines in 1 stream.\n"
    words = ("store", "verify", HERE, "--format", "json")
    assert json.loads(answered(*words)) == {"is_whole": True, "faults": []}
    damage()
    done = ran("store", "verify", HERE)
    assert (done.status, done.out) == (1, "")
    assert "case:roe 2 Line 2 of 'case:roe' is not what was stored" in squeezed(
        done.err
    )
    assert "restore the store from a backup" in squeezed(done.err)
    done = ran(*words)
    assert (done.status, done.err) == (1, "")
    [fault] = json.loads(done.out)["faults"]
    assert (fault["stream"], fault["number"], fault["what"]) == (
        "case:roe",
        2,
        "digest",
    )


def test_anchors_are_compared(tmp_path: Path) -> None:
    """What `heads` printed; what is no such file is refused."""
    heads = answered("store", "heads", HERE)
    file = tmp_path / "heads.json"
    file.write_text(heads, encoding="utf-8")
    said = answered("store", "verify", HERE, "--anchors", "heads.json")
    assert said == "Whole: 3 lines in 1 stream, and 1 anchor.\n"
    other = [
        [stream, number + 1, digest] for stream, number, digest in json.loads(heads)
    ]
    file.write_text(json.dumps(other), encoding="utf-8")
    assert ran("store", "verify", HERE, "--anchors", "heads.json").status == 1
    for wrong in ("", "{", "{}", "[1]", '[["case:roe", true, "ab"]]', "[" * 9000):
        file.write_text(wrong, encoding="utf-8")
        done = ran("store", "verify", HERE, "--anchors", "heads.json")
        assert (done.status, done.out) == (2, ""), wrong
        assert "holds no anchors" in squeezed(done.err)
    assert ran("store", "verify", HERE, "--anchors", "gone.json").status == 2


def test_a_backup_is_made_once(tmp_path: Path) -> None:
    """The second time its name is taken."""
    said = "Backed up and compared: 3 lines in 1 stream.\n"
    assert answered("store", "backup", HERE, "kept.db") == said
    assert answered("store", "verify", "sqlite:///kept.db").startswith("Whole")
    before = (tmp_path / "kept.db").read_bytes()
    done = ran("store", "backup", HERE, "kept.db")
    assert (done.status, done.out) == (1, "")
    assert "'kept.db' is there already" in squeezed(done.err)
    assert (tmp_path / "kept.db").read_bytes() == before
    assert ran("store", "backup", "memory:", "other.db").status == 2
    words = ("store", "backup", HERE, "other.db", "--format", "json")
    assert json.loads(answered(*words))["heads"][0][0] == "case:roe"


def test_lists_are_made_anew() -> None:
    """What `verify` says of them, `rebuild` mends."""
    connection = sqlite3.connect("firm.db", isolation_level=None)
    connection.execute("DELETE FROM due_row")
    connection.close()
    done = ran("store", "verify", HERE)
    assert done.status == 1
    assert "legalcase store rebuild" in squeezed(done.err)
    assert answered("store", "rebuild", HERE) == "Made anew: the lists of 1 stream.\n"
    assert ran("store", "verify", HERE).status == 0
    words = ("store", "rebuild", HERE, "--format", "json")
    assert json.loads(answered(*words)) == {"streams": 1}


def test_the_agenda_of_some_days() -> None:
    """Both days are included."""
    words = ("store", "agenda", HERE, "--from", "2026-07-09", "--until", "2026-08-03")
    text = answered(*words)
    assert "Thu 2026-07-09  roe   Answer [deadline]" in text
    assert "Case management conference [hearing]" in text
    assert "[hearing]" not in answered(*words, "--assignee", "associate")
    rows = json.loads(answered(*words, "--format", "json"))
    assert [(row["due"], row["what"]) for row in rows] == [
        ("2026-07-09", "deadline"),
        ("2026-08-03", "hearing"),
    ]
    nothing = ("store", "agenda", HERE, "--from", "2026-07-10", "--until", "2026-08-02")
    assert answered(*nothing) == "Nothing that is open is due in these days.\n"
    done = ran(*words[:4], "2026-08-02", *words[5:6], "2026-07-10")
    assert done.status == 1
    assert ran("store", "agenda", HERE).status == 2


@pytest.mark.parametrize(
    ("words", "finds"),
    [
        ((), True),
        (("--number", "4:26-cv-00001"), True),
        (("--number", "4:26-cv-2"), False),
        (("--court", "us/cand"), True),
        (("--court", "us/nysd"), False),
        (("--assignee", "associate"), True),
        (("--status", "active"), True),
        (("--stage", "appeal"), False),
        (("--participant", "person:nobody"), False),
        (("--client", "person:nobody"), False),
        (("--rule", "us/frcp/59(e)"), False),
        (("--label", "public"), True),
        (("--label", "work-product"), False),
        (("--text", "CONFER* management"), True),
        (("--text", "elephants"), False),
        (("--from", "2026-08-03"), True),
        (("--from", "2026-08-04"), False),
        (("--until", "2026-07-08"), False),
    ],
)
def test_cases_are_found(words: tuple[str, ...], finds: bool) -> None:
    """By each thing that a query takes; that nothing is found is an answer."""
    text = answered("store", "find", HERE, *words)
    assert ("roe   Roe v. Acme" in text) is finds
    assert ("No case is found." in text) is not finds
    rows = json.loads(answered("store", "find", HERE, *words, "--format", "json"))
    assert [row["case_id"] for row in rows] == ["roe"] * finds


def test_a_sealed_store_is_listed_as_far_as_it_is_known() -> None:
    """And copied, without a key."""
    with SqliteStore("sealed.db", sealer=sealer()) as store:
        for_the_pages(store)
    text = answered("store", "find", "sqlite:///sealed.db")
    assert "(sealed)" in text
    assert "Acme" not in text
    words = ("--from", "2026-07-01", "--until", "2026-07-31")
    text = answered("store", "agenda", "sqlite:///sealed.db", *words)
    assert "(deadline answer; sealed)" in text
    assert ran("store", "copy", "sqlite:///sealed.db", "sqlite:///c.db").status == 0
    assert ran("store", "verify", "sqlite:///c.db").status == 0


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("firm.db", "Write sqlite:///firm.db"),
        ("", "Write sqlite:///cases.db"),
        ("sqlite:///gone.db", "There is no file 'gone.db'"),
    ],
)
def test_what_names_no_store_is_refused(
    address: str, part: str, tmp_path: Path
) -> None:
    """And no empty store is made where one was to be read."""
    before = sorted(tmp_path.iterdir())
    for verb in ("verify", "heads", "rebuild", "find"):
        done = ran("store", verb, address)
        assert (done.status, done.out) == (2, "")
        assert part in squeezed(done.err)
    assert ran("store", "copy", address, "sqlite:///new.db").status == 2
    assert sorted(tmp_path.iterdir()) == before


def test_without_a_command_it_is_refused() -> None:
    """As a line that cannot be used."""
    done = ran("store")
    assert (done.status, done.out) == (2, "")
    done = ran("store", "find", HERE, "--jurisdiction", "us")
    assert done.status == 2
    assert "legalcase store find: unrecognized" in squeezed(done.err)


@pytest.mark.parametrize(
    "address",
    [
        "x://clerk:s3cret@db/firm",
        "sqlite://clerk:s3cret@db/firm",
        "memory:x://clerk:s3cret@db",
        f"sqlite://clerk:s3cret{'x' * 300}@db/firm",
        "sqlite://clerk:a@s3cret@db/firm",
        "sqlite:db?password=s3cret",
        "sqlite:host=db password = s3cret",
    ],
)
def test_no_password_is_printed(address: str) -> None:
    """Whatever is wrong with the line."""
    for words in (
        ("store", "heads", address),
        ("store", "heads", HERE, address),
        ("store", "copy", HERE, address),
        ("store", "find", HERE, "--from", address),
    ):
        done = ran(*words)
        assert done.status in {1, 2}
        assert "s3cret" not in done.out + done.err


def test_what_is_no_password_stays() -> None:
    """Times, ports and paths are left as they are."""
    for text in ("sqlite:///a:b.db", "at 10:30", "postgresql://db:5432/firm"):
        assert without_passwords(text) == text


def test_a_bar_is_for_terminals(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is called where nobody looks; on a terminal it says how many."""
    with counted("lines", "line") as progress:
        assert progress is None
    with patch.object(sys.stderr, "isatty", lambda: True):
        with counted("lines", "line") as progress:
            assert progress is not None
            progress(3, 4)
        shown = capsys.readouterr().err
        assert "3/4" in shown
        with patch.dict(sys.modules, {"tqdm": None}), counted("x", "y") as progress:
            assert progress is None
    with patch.object(sys, "stderr", None), counted("x", "y") as progress:
        assert progress is None
