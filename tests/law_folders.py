"""Folders of law for the tests: Atlantis, an invented jurisdiction, broken copies."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import fields

from legalcase.errors import LawError
from legalcase.law.files.folder import LawFolder
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.courts.bench import Court

HERE = Path(__file__).parent
ATLANTIS = HERE / "law" / "atlantis"

Problem = tuple[str, str, str]


def atlantis() -> Law:
    """The bundled law with Atlantis laid over it."""
    return Law.bundled().with_folder(ATLANTIS)


def copied(folder: Path, *, to: str = "law") -> Path:
    """Copy Atlantis into a folder, to be changed there."""
    target = folder / to
    shutil.copytree(ATLANTIS, target, ignore=shutil.ignore_patterns("*.md"))
    return target


def changed(folder: Path, name: str, old: str, new: str) -> None:
    """Change a file of a copy; the words to be changed must stand there."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{name} does not say {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def written(folder: Path, files: dict[str, str]) -> Path:
    """Write files of law into a folder; each begins with its format."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"format = 1\n{text}", encoding="utf-8")
    return folder


def refused(folder: Path, overriding: Iterable[str] = ()) -> tuple[Problem, ...]:
    """The problems for which a folder is refused; each is two sentences at a path."""
    with pytest.raises(LawError) as caught:
        Law.bundled().with_folder(folder, overriding=tuple(overriding))
    problems = caught.value.problems
    for file, path, what in problems:
        assert path.startswith("$")
        assert f"  {file}: {path}: {what}" in str(caught.value)
    return problems


def afresh(law: Law) -> Law:
    """The same law, none of its files read yet."""
    return Law(tuple(LawFolder(one.path) for one in law.folders), law.overriding)


def state_of(value: DeadlineRule | Court) -> dict[str, Any]:
    """Everything that a value is made of: it may be compared by less."""
    return {one.name: getattr(value, one.name) for one in fields(type(value))}


def places(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """The files and paths of problems, sorted."""
    return sorted((file, path) for file, path, _ in problems)
