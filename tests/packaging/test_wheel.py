"""The wheel is whole: it works where nothing but the wheel is there."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from house import ROOT, SOURCE
from legalcase.law.book.finding.indexing.writing import index_of
from legalcase.law.lawbook import Law

FILES = {
    f"legalcase/{path.relative_to(SOURCE).as_posix()}"
    for path in SOURCE.rglob("*")
    if path.is_file() and "__pycache__" not in path.parts and path.name != ".DS_Store"
}

INDEX = "legalcase/jurisdictions.index"
LARGEST = 4_000_000

# `-S` keeps Python from reading `.pth` files, by which the editable installation
# would bring the source folder back; the dependencies are then named by hand.
BARE_START = """
import sys
sys.path[:0] = sys.argv[1].split({separator!r})
del sys.argv[1]
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the pinned back end without fetching anything."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what the wheel holds."""
    folder = tmp_path_factory.mktemp("site packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(unpacked: Path, code: str, *arguments: str, cwd: Path) -> str:
    """Run code against the wheel, with the dependencies and without the sources."""
    paths = os.pathsep.join([str(unpacked), sysconfig.get_path("purelib")])
    start = BARE_START.format(separator=os.pathsep)
    clean = {n: t for n, t in os.environ.items() if not n.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", start + code, paths, *arguments],
        capture_output=True,
        check=False,
        cwd=cwd,
        encoding="utf-8",
        env={**clean, "COLUMNS": "80", "PYTHONUTF8": "1"},
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    """The law, the dockets of the demo and the marker of types among them."""
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == FILES | {INDEX}
    assert "legalcase/py.typed" in held
    law = {name for name in held if name.startswith("legalcase/jurisdictions/")}
    assert {name for name in law if name.endswith("/calendar.toml")}
    assert all(name.endswith(".toml") for name in law)
    assert not (SOURCE.parent / INDEX).exists()  # a checkout has none


def test_the_wheel_holds_the_index_of_its_law(wheel: Path) -> None:
    """Byte for byte that of the files; beside it the wheel stays small."""
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read(INDEX) == index_of(Law.bundled())
    assert wheel.stat().st_size < LARGEST


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    """Name, licence, the extra and the command are in its metadata."""
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (n for n in archive.namelist() if n.endswith("/METADATA"))
        (points,) = (n for n in archive.namelist() if n.endswith("entry_points.txt"))
        described = archive.read(metadata).decode()
        commands = archive.read(points).decode()
        assert [n for n in archive.namelist() if n.endswith("/licenses/LICENSE")]
    assert "License-Expression: MIT" in described
    assert "Provides-Extra: cli" in described
    assert "Requires-Python: >=3.11" in described
    assert "legalcase = legalcase.cli.main:main" in commands


def test_the_wheel_computes_without_the_sources(unpacked: Path, tmp_path: Path) -> None:
    """The law is read from the wheel, wherever it was installed."""
    code = """
from datetime import date
import legalcase
print(legalcase.__file__)
print(legalcase.compute(
    "us/frcp/33(b)(2)", after=date(2026, 6, 3), court="cand", service="mail"
).due)
"""
    file, due = run(unpacked, code, cwd=tmp_path).splitlines()
    assert Path(file).is_relative_to(unpacked)
    assert due == "2026-07-09"


@pytest.mark.slow
def test_the_demo_runs_from_the_wheel(unpacked: Path, tmp_path: Path) -> None:
    """The dockets travel with the package."""
    code = "from legalcase.cli.main import main; raise SystemExit(main())"
    out = tmp_path / "the demo"
    printed = run(unpacked, code, "demo", "--full", "--out", str(out), cwd=tmp_path)
    assert "2021-10-12" in printed
    assert [path for path in out.rglob("*.ics") if path.stat().st_size]
