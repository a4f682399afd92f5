"""The layers that the pages show are those that import-linter holds."""

from __future__ import annotations

import re
import tomllib

import pytest

from house import ROOT


def held() -> list[set[str]]:
    """The layers of the package, lowest first, those to come included."""
    text = (ROOT / "tools" / "layers.toml").read_text(encoding="utf-8")
    (contract,) = [
        one
        for one in tomllib.loads(text)["tool"]["importlinter"]["contracts"]
        if one.get("containers") == ["legalcase"]
    ]
    layers = [set(re.findall(r"\w+", layer)) for layer in contract["layers"]]
    return [layer for layer in reversed(layers) if layer != {"__main__"}]


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "docs/explanation/the-design.md"])
def test_a_page_shows_the_layers_that_are_held(name: str) -> None:
    """In their order, and all that stand on one floor."""
    text = (ROOT / name).read_text(encoding="utf-8")
    block = next(
        found
        for found in re.findall(r"^```text\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
        if found.startswith("elsewhere")
    )
    shown = [
        set(re.findall(r"\w+", re.split(r"  ", line)[0])) for line in block.splitlines()
    ]
    assert shown == held()
