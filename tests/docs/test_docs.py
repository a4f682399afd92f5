"""The pages show what is really printed, and list all there is."""

from __future__ import annotations

import builtins
import inspect
import re
import tomllib
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

import face_lists
import legalcase
from cli.running import ran
from document_files import DOCS, ROOT, blocks, law_of_a_page, unlike
from law_pages import REFERENCE, pages
from legalcase import Law, errors
from legalcase.law.examples import examples_of, run_examples
from legalcase.law.files.folder import LawFolder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PRINTING = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
PRINTING = [
    page for page in PRINTING if any(block.language == "text" for block in blocks(page))
]
FACE = (REFERENCE / "public-face.md").read_text(encoding="utf-8")
PACKAGES = (
    "access",
    "batch",
    "certificates",
    "codec",
    "conflicts",
    "directory",
    "ical",
    "interop",
    "kernel",
    "measures",
    "model",
    "oversight",
    "plans",
    "practice",
    "scheduling",
    "storage",
    "testing",
)


def test_some_pages_print() -> None:
    """A comparison of nothing proves nothing; `conftest.py` makes it as they run."""
    pairs = [
        page
        for page in PRINTING
        for one, after in pairwise(blocks(page))
        if (one.language, after.language) == ("python", "text")
    ]
    assert len(pairs) > len(PRINTING)


def test_what_is_not_shown_as_it_is_printed_is_told(tmp_path: Path) -> None:
    """Other words, fewer, or none at all; the first screen alone may leave them out."""
    page = tmp_path / "page.md"
    said = "```python\nprint(1)\n```\n\n```text\n1\n```\n\n```python\nprint(2)\n```\n"
    page.write_text(said, encoding="utf-8")
    last = said.rindex("```python")
    assert unlike(page, 0, 20, "1\n") is None
    for wrong in ("", "1\n1\n", "2\n"):
        assert "write it anew" in str(unlike(page, 0, 20, wrong))
    assert unlike(page, last, len(said), "") is None
    assert "not shown" in str(unlike(page, last, len(said), "2\n"))
    first = page.rename(tmp_path / "README.md")
    assert unlike(first, last, len(said), "2\n") is None
    assert unlike(first, 0, 20, "2\n") is not None


@pytest.mark.parametrize(
    ("jurisdiction", "count", "overriding"),
    [("xr", 6, ()), ("us-zz", 2, ()), ("us", 1, ("us/frcp/33(b)(2)",))],
)
def test_the_law_that_a_page_enters_holds(
    jurisdiction: str, count: int, overriding: tuple[str, ...]
) -> None:
    """Every example that "Add a jurisdiction" tells the reader to write."""
    path = law_of_a_page("how-to/add-a-jurisdiction.md", jurisdiction)
    law = Law.bundled().with_folder(path, overriding=overriding)
    assert len(list(examples_of(LawFolder(path)))) == count
    assert run_examples(law, LawFolder(path)) == []
    named = [word for name in overriding for word in ("--overriding", name)]
    done = ran("law", str(path), *named)
    assert done.status == 0, done.err


def test_the_extras_that_the_readme_counts_are_those_of_the_package() -> None:
    """All by name, and as many as it says."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (said,) = re.findall(r"^(\w+) extras bring .*$", text, re.MULTILINE)
    (line,) = re.findall(r"^\w+ extras bring .*$", text, re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = set(project["project"]["optional-dependencies"])
    assert set(re.findall(r"'\.\[(\w+)\]'", line)) == extras
    numbers = ("Five", "Six", "Seven", "Eight", "Nine")
    assert said == dict(enumerate(numbers, start=5))[len(extras)]


def test_the_lists_of_the_law_are_those_of_the_law() -> None:
    """What is entered, and the words, as the files have them today."""
    told = "write them anew: python tests/law_pages.py"
    written = pages()
    assert set(written) == {"jurisdictions.md", "words.md"}
    shown = {n: (REFERENCE / n).read_text(encoding="utf-8") for n in written}
    assert [n for n in written if shown[n] != written[n]] == [], told


@pytest.mark.parametrize("name", sorted(set(legalcase.__all__) - {"__version__"}))
def test_every_public_name_has_its_place(name: str) -> None:
    """Each name of the public face has a heading of its own."""
    assert f"\n### `{name}`\n" in FACE


@pytest.mark.parametrize("package", PACKAGES)
def test_every_name_of_a_package_is_listed(package: str) -> None:
    """The names that a package of the face exports."""
    exported = import_module(f"legalcase.{package}").__all__
    named = set(re.findall(r"`(\w+)(?:\([^`]*\))?`", FACE))
    assert set(exported) - named == set()


def test_the_lists_of_names_are_those_of_the_packages() -> None:
    """Written by a script, so that no name stays that is gone."""
    assert face_lists.page(FACE) == FACE, "write it anew: python tests/face_lists.py"
    assert face_lists.page(FACE.replace("`Agenda`, ", "", 1)) == FACE


def _sections() -> list[tuple[str, list[str]]]:
    """(name, the first column of its table) for each section of the public face."""
    found = []
    for part in re.split(r"^### ", FACE, flags=re.MULTILINE)[1:]:
        heading = part.partition("\n")[0].strip("`")
        members = re.findall(r"^\| `(\w+)(?:\([^`]*\))?` \|", part, re.MULTILINE)
        if members:
            found.append((heading, members))
    return found


def _named(function: Callable[..., object]) -> list[str]:
    """Its arguments, without what only refuses those that came without a name."""
    parameters = inspect.signature(function).parameters.values()
    return [p.name for p in parameters if p.kind is not p.VAR_POSITIONAL]


@pytest.mark.parametrize(("name", "members"), _sections())
def test_every_member_exists(name: str, members: list[str]) -> None:
    """What a table lists is there; for a function, its arguments and no others."""
    thing = getattr(legalcase, name)
    if inspect.isclass(thing):
        assert [member for member in members if not hasattr(thing, member)] == []
    else:
        assert members == _named(thing)[1:]


def test_every_argument_of_served_on_is_named() -> None:
    """Its signature is written in one line."""
    said = re.search(r"`served_on\((.*?)\)`", FACE)
    assert said is not None
    named = re.findall(r"\w+", said[1])
    assert named == _named(legalcase.served_on)


def test_every_error_is_listed_as_it_is() -> None:
    """Name, the builtin that it also is, and its attributes."""
    text = (REFERENCE / "errors.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| `(\w+)` \|(.*?)\|", text, re.MULTILINE)
    listed = {name: (builtin, attributes) for name, builtin, attributes in rows}
    assert set(listed) == set(errors.__all__) - {"LegalCaseError"}
    for name, (builtin, attributes) in listed.items():
        kind = getattr(errors, name)
        assert issubclass(kind, getattr(builtins, builtin)), name
        declared = {
            key
            for base in kind.__mro__
            for key in vars(base).get("__annotations__", ())
        }
        assert set(re.findall(r"`(\w+)`", attributes)) == declared, name
