"""The fragments of the changelog are of known kinds and have something to say."""

from __future__ import annotations

import re
import tomllib
from datetime import date

from packaging.version import Version

from house import ROOT

FOLDER = ROOT / "changelog.d"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONFIGURED = PROJECT["tool"]["towncrier"]
KINDS = [kind["directory"] for kind in CONFIGURED["type"]]


def test_the_kinds() -> None:
    """A corrected date has a heading of its own: it is what users look for."""
    assert KINDS == [
        "security",
        "removed",
        "deprecated",
        "added",
        "changed",
        "fixed",
        "data",
    ]
    headings = {kind["directory"]: kind["name"] for kind in CONFIGURED["type"]}
    assert headings["data"] == "Dates corrected"


def test_every_fragment_is_named_and_filled() -> None:
    """`short-slug.kind.md`; towncrier passes over what it cannot place."""
    name = re.compile(rf"[a-z0-9-]+\.(?:{'|'.join(KINDS)})(?:\.\d+)?\.md")
    fragments = [path for path in FOLDER.iterdir() if path.name != "README.md"]
    assert [path.name for path in fragments if not name.fullmatch(path.name)] == []
    assert all(path.read_text(encoding="utf-8").strip() for path in fragments)


def test_the_changelog_has_the_place_where_releases_go() -> None:
    """Releases are written below this line."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert CONFIGURED["start_string"] in changelog


def test_the_version_has_an_entry() -> None:
    """The first one: later versions stand above earlier ones, none twice."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    entries = changelog.partition(CONFIGURED["start_string"])[2]
    headings = re.findall(r"^## (\S+) \((.+)\)$", entries, re.MULTILINE)
    versions = [Version(version) for version, _ in headings]
    assert versions[0] == Version(PROJECT["project"]["version"])
    assert versions == sorted(set(versions), reverse=True)
    days = [date.fromisoformat(day) for _, day in headings]
    assert days == sorted(days, reverse=True)
    bodies = re.split(r"^## .*$", entries, flags=re.MULTILINE)[1:]
    assert all("\n- " in body for body in bodies)


def test_the_folder_explains_each_kind() -> None:
    """Whoever writes a fragment finds the kinds beside it."""
    explained = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"`{kind}`" not in explained] == []
