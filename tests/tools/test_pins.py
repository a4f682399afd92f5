"""What the pinned distributions ask for is read from what pip reports."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

import pins

FIRST = """\
# written
app==1 \\
    --hash=sha256:0 \\
    --hash=sha256:1
win==2 ; sys_platform == 'win32' \\
    --hash=sha256:2
"""
SECOND = """\
app==1 \\
    --hash=sha256:0 \\
    --hash=sha256:1
win==1 ; sys_platform != 'win32' \\
    --hash=sha256:3
"""


def test_markers_are_left_out_and_versions_are_kept_apart() -> None:
    """What is pinned for another platform is read too; pip refuses two versions."""
    assert pins.unmarked([FIRST, SECOND]) == [
        (
            "app==1 \\\n    --hash=sha256:0 \\\n    --hash=sha256:1\n"
            "win==2 \\\n    --hash=sha256:2\n"
        ),
        "win==1 \\\n    --hash=sha256:3\n",
    ]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one group; pip and uv are stood in for."""
    (tmp_path / "one.in").write_text("app\n", encoding="utf-8")
    (tmp_path / "one.txt").write_text(
        "app==1 \\\n    --hash=sha256:0\nb-ase==1 \\\n    --hash=sha256:0\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(pins, "FOLDER", tmp_path)
    monkeypatch.setattr(pins, "GROUPS", ("one",))
    return tmp_path


def standing_in(monkeypatch: pytest.MonkeyPatch, *requires: str) -> list[list[str]]:
    """Stand in for uv, which changes nothing, and for pip, which reports."""
    ran: list[list[str]] = []
    metadata: list[dict[str, Any]] = [
        {"name": "App", "version": "1", "requires_python": ">=3.11"},
        {"name": "b_ase", "version": "1"},
    ]
    if requires:
        metadata[0]["requires_dist"] = list(requires)
    report = {"install": [{"metadata": found} for found in metadata]}

    def run(command: list[str], **_: object) -> None:
        ran.append(command)
        if "--report" in command:
            place = Path(command[command.index("--report") + 1])
            place.write_text(json.dumps(report), encoding="utf-8")

    monkeypatch.setattr(subprocess, "run", run)
    return ran


def test_the_metadata_is_written_down(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the names of the files, and in their distributions' own words."""
    ran = standing_in(monkeypatch, "b.ase>=1")
    assert pins.main([]) == 0
    assert json.loads((folder / "closure.json").read_text(encoding="utf-8")) == {
        "app==1": {"requires_python": ">=3.11", "requires": ["b.ase>=1"]},
        "b-ase==1": {"requires_python": None, "requires": []},
    }
    assert [command[2] for command in ran] == ["uv", "pip"]
    assert {"--dry-run", "--no-deps", "--require-hashes"} <= set(ran[1])
    assert ran[0][ran[0].index("--no-build-isolation-package") + 1] == "pyspark"
    assert ran[1][ran[1].index("--no-binary") + 1] == "pyspark"
    assert "--no-build-isolation" in ran[1]


def test_pins_that_lack_something_are_no_success(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever runs `make pins` learns it, not the next newcomer."""
    standing_in(monkeypatch)
    assert pins.main([]) == 1
    assert capsys.readouterr().err == "one.txt: nothing asks for b-ase==1\n"
    assert (folder / "closure.json").exists()


def test_what_no_supported_machine_installs_is_not_pinned() -> None:
    """A pin for a browser alone goes, with its hashes; one for Windows stays."""
    kept = "win==1 ; sys_platform == 'win32' \\\n    --hash=sha256:00\n"
    gone = "web==1 ; sys_platform == 'emscripten' \\\n    --hash=sha256:00\n"
    bare = "any==1 \\\n    --hash=sha256:00 \\\n    --hash=sha256:01\n"
    assert pins.for_us(f"{bare}{gone}{kept}") == f"{bare}{kept}"
    assert pins.for_us(gone) == ""
