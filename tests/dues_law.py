"""The folder of deadlines of several shapes, and copies of it to be changed."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from legalcase.law.lawbook import Law

DUES = Path(__file__).parent / "law" / "dues"


@cache
def dues() -> Law:
    """The bundled law with that folder laid over it."""
    return Law.bundled().with_folder(DUES)


def copied(folder: Path) -> Path:
    """Copy it into a folder, to be changed there."""
    target = folder / "law"
    shutil.copytree(DUES, target, ignore=shutil.ignore_patterns("*.md"))
    return target
