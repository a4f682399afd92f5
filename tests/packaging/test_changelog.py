"""The fragments of the changelog are of known kinds and have something to say."""

from __future__ import annotations

import re
import tomllib

from house import ROOT

FOLDER = ROOT / "changelog.d"
TOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
CONFIGURED = TOOLS["towncrier"]
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


def test_the_folder_explains_each_kind() -> None:
    """Whoever writes a fragment finds the kinds beside it."""
    explained = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"`{kind}`" not in explained] == []
