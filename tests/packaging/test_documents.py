"""The documents are whole, and their examples are really run."""

from __future__ import annotations

import re

import pytest

from console import problem_in
from house import ROOT

SECTIONS = ["tutorials", "how-to", "explanation", "reference"]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_has_a_page(section: str) -> None:
    """An index alone is an empty room."""
    pages = {path.name for path in (ROOT / "docs" / section).glob("*.md")}
    assert "index.md" in pages
    assert len(pages) > 1


def test_the_readme_shows_code() -> None:
    """What `conftest.py` collects from it is not nothing."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(r"^```python$", readme, re.MULTILINE)


def test_the_first_screen_is_a_case_that_gives_its_dates() -> None:
    """At most 25 lines of code from nothing to what is due and what moves."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
    said = "".join(blocks[:2])
    assert "lc.schedule(" in said
    assert "lc.reschedule(" in said
    assert len([line for line in said.splitlines() if line.strip()]) <= 25


def test_the_readme_leads_nowhere_that_a_package_page_lacks() -> None:
    """It is the package's page too: there a link into the sources is a dead end."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = re.findall(r"\]\(\s*<?([^)\s>]+)", readme)
    targets += re.findall(r"^ {0,3}\[[^\]]+\]:\s*<?(\S+)", readme, re.MULTILINE)
    targets += re.findall(r"(?:href|src)\s*=\s*[\"']?([^\"'>\s]+)", readme)
    whole = re.compile(r"https://[\w.-]+(?:/\S*)?")
    assert [found for found in targets if not whole.fullmatch(found)] == []


def test_whoever_has_no_make_finds_commands_that_work() -> None:
    """Those of the Makefile, with the paths and the words of Windows."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"^```powershell\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
    assert block
    first, *others = block[1].splitlines()
    launcher, script, *groups = first.split()
    assert launcher == "py"
    assert (ROOT / script).is_file()
    assert groups
    assert [g for g in groups if not (ROOT / f"requirements/{g}.txt").is_file()] == []
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"{script}\n" in makefile
    bare = "$(BIN)/"
    as_in_makefile = makefile.replace("$(RUN)", f"{bare}python").replace("-n $", "")
    for line in others:
        command, *words = line.split()
        assert command.startswith(".venv\\Scripts\\")
        named = " ".join([command.rpartition("\\")[2], *words])
        assert f"{bare}{named}" in as_in_makefile


def test_every_block_of_code_says_its_language() -> None:
    """A bare fence would not be run, and nobody would notice."""
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    documents += (ROOT / "docs").rglob("*.md")
    bare = []
    for path in documents:
        text = path.read_text(encoding="utf-8")
        fences = re.findall(r"^ *(?:`{3,}|:{3,})(.*)$", text, re.MULTILINE)
        bare += [path.name for opening in fences[::2] if not opening.strip()]
    assert bare == []


def test_a_command_of_ours_is_run() -> None:
    """Its output is compared, and a difference is shown."""
    assert problem_in("$ legalcase --help\n") is None
    assert problem_in("$ legalcase no-such-command\n") is not None
    problem = problem_in("$ legalcase --help\nsomething else\n")
    assert problem is not None
    assert "something else" in problem
    assert "usage" in problem.lower()


@pytest.mark.parametrize(
    ("block", "part"),
    [
        ("$ make nonsense\n", "no target ['nonsense']"),
        ("$ make test\n$ rm -rf build\n", "no test knows"),
        ("$ .venv/bin/python -m nonsense build\n", "no module nonsense"),
    ],
)
def test_a_command_that_does_not_exist_is_found(block: str, part: str) -> None:
    """Targets have to exist, and unknown commands are not waved through."""
    problem = problem_in(block)
    assert problem is not None
    assert part in problem


@pytest.mark.parametrize(
    "block",
    [
        "$ make test   # all of it\n",
        "$ make demo OUT=here\n",
        "$ cd legalcase\n",
        "$ .venv/bin/python -m pip check\n",
    ],
)
def test_what_is_fine_is_fine(block: str) -> None:
    """No problem in a block is `None`."""
    assert problem_in(block) is None
