"""The pinned files are whole: no later release of anything can break a set-up.

They are installed without a resolver. So each file holds all that its pins ask for, in
versions that satisfy it, on every supported Python and platform, extras included.
"""

from __future__ import annotations

import importlib.metadata
import itertools
import json
import re
import shutil
import tomllib
from typing import TYPE_CHECKING

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

import closure
import pins
from house import ROOT

if TYPE_CHECKING:
    from pathlib import Path

REQUIREMENTS = ROOT / "requirements"
KNOWN = closure.closure(REQUIREMENTS)


def test_the_files_are_whole() -> None:
    """Each by itself; and no two of them differ in a version, so together as well."""
    assert closure.problems(REQUIREMENTS) == []


def test_every_group_is_looked_at() -> None:
    """What `make pins` writes, and what stands in the folder, and nothing unread."""
    assert set(closure.groups(REQUIREMENTS)) == set(pins.GROUPS)
    for group in pins.GROUPS:
        text = (REQUIREMENTS / f"{group}.txt").read_text(encoding="utf-8")
        lines = re.findall(r"^[^#\s]", text, re.MULTILINE)
        assert len(closure.pins(REQUIREMENTS, group)) == len(lines) > 0
        assert closure.wanted(REQUIREMENTS, group)


def test_every_supported_python_is_looked_at() -> None:
    """Those that the Makefile looks for, and those that the package says it runs on."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    said = " ".join(project["project"]["classifiers"])
    assert set(closure.PYTHONS) == set(re.findall(r"python(3\.\d+)", makefile))
    assert set(closure.PYTHONS) == set(re.findall(r":: (3\.\d+)", said))
    oldest = SpecifierSet(project["project"]["requires-python"])
    assert [python for python in closure.PYTHONS if python not in oldest] == []


def test_every_platform_is_looked_at() -> None:
    """In all the words that a marker can use, so none is taken from this machine."""
    kinds = list(closure.environments())
    assert {kind["sys_platform"] for kind in kinds} == {"linux", "darwin", "win32"}
    assert {kind["python_version"] for kind in kinds} == set(closure.PYTHONS)
    assert all(set(kind) == set(default_environment()) for kind in kinds)


def test_what_is_written_down_is_what_the_distributions_say() -> None:
    """Compared with the metadata of all that is installed here, whatever groups."""
    compared = set()
    for key, asked in KNOWN.items():
        name, _, version = key.partition("==")
        try:
            found = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        if found.version == version:
            compared.add(name)
            assert (found.requires or []) == asked["requires"], key
            python = found.metadata.json.get("requires_python")
            assert python == asked["requires_python"], key
    assert {"attrs", "hatchling", "pytest-cov"} <= compared


# A small folder, whole: `app` is wanted; it needs `base` with the extra `more`, which
# needs `extra`, and on Windows `win`.
IN = "# wanted\n-c other.txt\napp>=1\n"
TXT = """\
app==1 \\
    --hash=sha256:0
base==1 \\
    --hash=sha256:0
extra==1 \\
    --hash=sha256:0
win==1 ; sys_platform == 'win32' \\
    --hash=sha256:0
"""
APP = ["base[more]>=1", 'win; sys_platform == "win32"', "x; extra == 'y'"]
BASE = ['extra<2; extra == "more"', "y; extra == 'other'"]
ASKED: dict[str, closure.Asked] = {
    "app==1": {"requires_python": ">=3.11", "requires": APP},
    "base==1": {"requires_python": None, "requires": BASE},
    "extra==1": {"requires_python": ">=3", "requires": []},
    "win==1": {"requires_python": None, "requires": []},
}


def wrong(
    folder: Path,
    txt: str = TXT,
    changed: dict[str, closure.Asked] | None = None,
    **others: str,
) -> list[str]:
    """What is wrong with the small folder after a change."""
    texts = {"group.in": IN, "group.txt": txt}
    texts |= {name.replace("_", "."): text for name, text in others.items()}
    texts["closure.json"] = json.dumps({**ASKED, **(changed or {})})
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return closure.problems(folder)


def without(name: str) -> str:
    """The small folder's pins but one."""
    return re.sub(rf"^{name}==.*\n.*\n", "", TXT, flags=re.MULTILINE)


def asks(*requires: str, python: str | None = None) -> closure.Asked:
    """What a distribution asks for."""
    return {"requires_python": python, "requires": list(requires)}


def test_a_whole_folder_passes(tmp_path: Path) -> None:
    """Nothing is wrong with it; extras that nobody asks for need nothing."""
    assert wrong(tmp_path) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"app==1": asks("base[more]>=1", "win", "z")}, "'z', which is not pinned"),
        ({"app==1": asks("base[more]>=2", "win")}, "and pinned is base==1"),
        ({"app==1": asks("base[more]>=1", "win")}, "'win', which is not pinned"),
        ({"base==1": asks("q; extra == 'more'")}, "'q; extra == \"more\"', which"),
        ({"base==1": asks("extra>=2; extra == 'more'")}, "and pinned is extra==1"),
        ({"base==1": asks()}, "nothing asks for extra==1"),
        ({"extra==1": asks(python=">=3.12")}, "does not run on Python 3.11.0"),
        ({"extra==1": asks(python="<3.14")}, "does not run on Python 3.14.0"),
        ({"app==1": asks(*APP, "z; python_version > '3.13'")}, "'z; python_version"),
        ({"app==1": asks(*APP, "z; platform_machine == 'ARM64'")}, "'z; platform_"),
        ({"app==1": asks(*APP, "z @ https://a.example/z.whl")}, "by its address"),
        ({"gone==1": asks()}, "nobody pins gone==1"),
    ],
)
def test_what_the_pins_lack_is_found(
    tmp_path: Path, changed: dict[str, closure.Asked], said: str
) -> None:
    """A requirement, an extra's, one of some Pythons or machines, another version."""
    found = wrong(tmp_path, changed=changed)
    assert [line for line in found if said in line], found


@pytest.mark.parametrize("name", ["app", "base", "extra", "win"])
def test_a_pin_that_is_gone_is_found(tmp_path: Path, name: str) -> None:
    """Be it wanted, asked for, an extra's or that of one platform."""
    rest = {key: asked for key, asked in ASKED.items() if not key.startswith(name)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(globals(), "ASKED", rest)
        found = wrong(tmp_path, without(name))
    assert [line for line in found if "which is not pinned" in line and name in line]


def test_metadata_that_was_not_written_is_found(tmp_path: Path) -> None:
    """A pin was changed by hand, without `make pins`."""
    assert wrong(tmp_path, TXT.replace("base==1", "base==2")) == [
        "closure.json says nothing of base==2",
        "closure.json: nobody pins base==1",
    ]


def test_two_versions_of_one_distribution_are_found(tmp_path: Path) -> None:
    """In two files that are whole, each by itself; on some platforms only."""
    second = "base==2 ; sys_platform == 'win32' \\\n    --hash=sha256:0\n"
    found = wrong(
        tmp_path,
        changed={"base==2": asks()},
        more_in="base; sys_platform == 'win32'\n",
        more_txt=second,
    )
    assert found == ["base==1 and base==2 would be installed together"]


@pytest.mark.parametrize(
    ("name", "asker"),
    [("coverage", "pytest-cov"), ("six", "python-dateutil"), ("colorama", "tqdm")],
)
def test_a_pin_taken_out_of_the_real_files_is_found(
    tmp_path: Path, name: str, asker: str
) -> None:
    """As it would be if somebody edited them, metadata and all."""
    folder = tmp_path / "requirements"
    shutil.copytree(REQUIREMENTS, folder)
    for path in folder.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        block = rf"^{name}==.*\n(?: +--hash.*\n)+"
        path.write_text(re.sub(block, "", text, flags=re.MULTILINE), encoding="utf-8")
    rest = {key: a for key, a in KNOWN.items() if key.partition("==")[0] != name}
    (folder / "closure.json").write_text(json.dumps(rest), encoding="utf-8")
    found = closure.problems(folder)
    assert [line for line in found if f"{asker}==" in line and f"'{name}" in line]


def test_every_requirement_can_be_read() -> None:
    """What a distribution writes is understood, not passed over."""
    lines = itertools.chain.from_iterable(a["requires"] for a in KNOWN.values())
    assert len([Requirement(line) for line in lines]) > 100
