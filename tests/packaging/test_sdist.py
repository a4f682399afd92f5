"""Wheel and sdist hold what they should, and the sdist makes the same wheel."""

from __future__ import annotations

import tarfile
from typing import TYPE_CHECKING

import pytest

from house import ROOT, project_files
from release_check import build, sdist_problems, wheel_problems

if TYPE_CHECKING:
    from pathlib import Path

FILES = {path.relative_to(ROOT).as_posix() for path in project_files()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Both, built by the pinned back end."""
    return build(tmp_path_factory.mktemp("dist"))


def test_they_hold_the_files_of_the_project(built: tuple[Path, Path]) -> None:
    """The sdist all of them, the wheel those of the package; nothing besides."""
    wheel, sdist = built
    assert wheel_problems(wheel, FILES) == []
    assert sdist_problems(sdist, FILES) == []
    with tarfile.open(sdist) as archive:
        names = archive.getnames()
    assert [name for name in names if "/.git/" in name or "/.venv/" in name] == []


@pytest.mark.slow
def test_the_sdist_makes_the_same_wheel(
    built: tuple[Path, Path], tmp_path: Path
) -> None:
    """Byte for byte, from a folder that is no checkout."""
    wheel, sdist = built
    with tarfile.open(sdist) as archive:
        # Python before 3.11.4 has no filter; what we built ourselves is trusted.
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        archive.extractall(tmp_path)  # noqa: S202 - built here, by us
    (unpacked,) = tmp_path.iterdir()
    again, _ = build(tmp_path / "dist", unpacked)
    assert again.read_bytes() == wheel.read_bytes()
