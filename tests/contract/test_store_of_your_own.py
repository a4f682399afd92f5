"""The store that a page teaches keeps what it promises, and is opened by address."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from document_files import DOCS, blocks
from legalcase import open_store
from legalcase.testing.store_conformance import __main__ as command
from legalcase.testing.store_conformance import suite_of, tried

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it locks by fcntl")

PAGE = DOCS / "how-to" / "a-store-of-your-own.md"
_ENTRY = "[legalcase.stores]\nlines = acme_lines:open_lines\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the page's store, as a package that was installed there."""
    code = [block.text for block in blocks(PAGE) if block.language == "python"]
    wanted = [text for text in code if "class " in text or "def open_lines" in text]
    head = "import tempfile\n"
    (tmp_path / "acme_lines.py").write_text(head + "\n".join(wanted), encoding="utf-8")
    info = tmp_path / "acme_lines-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: acme-lines\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(_ENTRY, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "acme_lines", raising=False)
    return tmp_path


def test_the_store_of_the_page_passes(place: Path) -> None:
    """Every check that it is asked; and what it is not asked, it does not say."""
    from importlib import import_module

    results = list(tried(import_module("acme_lines").TestLinesStore))
    assert [one for one in results if one.result == "failed"] == []
    passed_over = {one.said for one in results if one.result == "not asked"}
    assert passed_over == {
        "LinesStore is not made to fail: no failing(store)",
        "its units of work have no record(…)",
        "the store does not say 'erase'",
        "the store does not say 'snapshots'",
        "the store does not say 'verify'",
        "the store says 'text'",
    }
    assert place.is_dir()


def test_it_is_opened_by_its_address(place: Path) -> None:
    """As every store of another package."""
    store: Any = open_store(f"lines://{place / 'cases.jsonl'}", patience=1)
    assert (type(store).__name__, store.patience) == ("LinesStore", 1)
    store.close()


def run(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, in a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "legalcase.testing.store_conformance", *arguments],
        cwd=place,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_command_tries_it(place: Path) -> None:
    """By a function from a path to a store, or by its suite."""
    only = ("--only", "LC-KEEP-001", "--only", "LC-SNAP-001")
    for name in ("LinesStore", "TestLinesStore"):
        done = run(place, f"acme_lines:{name}", *only)
        assert (done.returncode, done.stderr) == (0, "")
        first, second, why, last = done.stdout.splitlines()
        assert first[:39] == "LC-KEEP-001     passed     A case comes"
        assert second[:36] == "LC-SNAP-001     not asked  What a st"
        assert why == f"{'':16}the store does not say 'snapshots'"
        assert last == "1 passed, 0 failed, 1 not asked"


BROKEN = """
from legalcase.storage import MemoryStore
from legalcase.ports import Page

class Finds(MemoryStore):
    def read(self):
        reader = super().read()
        reader.events = lambda stream: ()
        return reader

def at(path):
    return Finds()
"""


def test_the_command_tells_what_failed(place: Path) -> None:
    """In words, in JSON, and by its status."""
    (place / "acme_broken.py").write_text(BROKEN, encoding="utf-8")
    done = run(place, "acme_broken:at", "--json", "--only", "LC-KEEP-004")
    assert done.returncode == 1
    (told,) = json.loads(done.stdout)
    assert told.pop("seconds") >= 0
    assert told.pop("said").startswith("AssertionError: expected (")
    assert told == {
        "id": "LC-KEEP-004",
        "promise": "Twelve lines come in the order of their numbers, not as texts",
        "needs": [],
        "result": "failed",
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere_at_all:store"], "nowhere_at_all:store cannot be tried"),
        (["json:decoder"], "json:decoder cannot be tried"),
        (["json"], "json cannot be tried: name a module and what is in it"),
        (["acme_broken:at", "--only", "LC-NONE-001"], "No check bears LC-NONE-001."),
    ],
)
def test_what_cannot_be_tried_is_said(
    place: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
) -> None:
    """And it ends with status 2."""
    (place / "acme_broken.py").write_text(BROKEN, encoding="utf-8")
    assert command.main(arguments) == 2
    assert said in capsys.readouterr().err


def test_what_makes_no_store_is_no_suite() -> None:
    """It is said what would be one."""
    with pytest.raises(TypeError, match="neither a StoreConformance nor a function"):
        suite_of("a store")
