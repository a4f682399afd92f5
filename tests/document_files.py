"""What the documents show: blocks of code, their output, and files to be written.

A block of Python that prints is followed by a block of text, its output.

    python tests/document_files.py docs/tutorials/first-deadline.md

writes what is printed, by Python and by the command, into a page anew.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import sys
import tempfile
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
_BLOCK = re.compile(
    r"^```(?P<language>\w+)\n(?P<text>.*?)^```$"
    r"|^% invisible-code-block: python\n(?P<hidden>(?:%[^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)
_FILE = re.compile(r"# (?P<name>[\w/-]+\.toml)\n")
_kept: list[tempfile.TemporaryDirectory[str]] = []


class Block(NamedTuple):
    """A block of a page: its language, what stands in it, and where, in characters."""

    language: str
    text: str
    start: int
    stop: int


def blocks(page: Path) -> list[Block]:
    """The blocks of code of a page in order, hidden ones as Python."""
    found = []
    for match in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        language, text, group = match["language"], match["text"], "text"
        if match["hidden"]:
            language, group = "python", "hidden"
            text = re.sub(r"^% ?", "", match["hidden"], flags=re.MULTILINE)
        found.append(Block(language, text, match.start(group), match.end(group)))
    return found


def squeezed(text: str) -> str:
    """The text without what no reader sees: blanks at the ends of lines."""
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def outputs(page: Path) -> list[tuple[Block, Block | None]]:
    """Run the Python of a page; return each output with the block that shows it.

    The first of a pair has what was printed as its text; the second is ``None`` where
    the next block of the page is no text.
    """
    found = blocks(page)
    names: dict[str, Any] = {}
    printed = []
    for block, after in zip_longest(found, found[1:]):
        if block.language != "python":
            continue
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            exec(compile(block.text, page.name, "exec"), names)  # noqa: S102 - our own
        shown = after if after is not None and after.language == "text" else None
        if output.getvalue() or shown is not None:
            printed.append((block._replace(text=squeezed(output.getvalue())), shown))
    return printed


def unlike(page: Path, start: int, stop: int, printed: str) -> str | None:
    """What is wrong with what the block printed that stands between two places.

    A block of text after it is its output, to the letter; on a page that shows any,
    all is shown. What the first screen of the package prints would be in its way.
    """
    found = blocks(page)
    number = next(n for n, one in enumerate(found) if start <= one.start < stop)
    after = found[number + 1] if number + 1 < len(found) else None
    printed = squeezed(printed)
    if after is not None and after.language == "text":
        shown = squeezed(after.text)
        told = f"write it anew: python tests/document_files.py {page.name}"
        return (
            None if printed == shown else f"{told}\n\n{printed}\n\nand not\n\n{shown}"
        )
    if (
        printed
        and page.name != "README.md"
        and any(b.language == "text" for b in found)
    ):
        return f"the output is not shown: {printed}"
    return None


def refreshed(page: Path) -> str:
    """The page with everything that Python and the command print in it anew."""
    from console import _run_legalcase

    changes = [
        (shown.start, shown.stop, output.text)
        for output, shown in outputs(page)
        if shown is not None
    ]
    for block in blocks(page):
        command, _, shown = block.text.partition("\n")
        if block.language == "console" and command.startswith("$ legalcase ") and shown:
            text, _ = _run_legalcase(shlex.split(command)[2:])
            changes.append((block.start, block.stop, f"{command}\n{squeezed(text)}"))
    page_text = page.read_text(encoding="utf-8")
    for start, stop, text in sorted(changes, reverse=True):
        page_text = f"{page_text[:start]}{text}\n{page_text[stop:]}"
    return page_text


def law_of_a_page(name: str, jurisdiction: str) -> Path:
    """Write the TOML files of a jurisdiction that a page shows into a new folder.

    A file's name stands in the first line of its block. The folder, which is
    returned, lives as long as the process does.
    """
    folder = new_folder() / "my-law"
    for block in blocks(DOCS / name):
        file = _FILE.match(block.text) if block.language == "toml" else None
        if file is not None and file["name"].startswith(f"{jurisdiction}/"):
            path = folder / file["name"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
    return folder


def replace_in(path: Path, old: str, new: str) -> None:
    """Put one text in the place of another that stands in a file, once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def new_folder() -> Path:
    """Make a folder that lives as long as the process does."""
    kept = tempfile.TemporaryDirectory(prefix="legalcase-docs-")
    _kept.append(kept)
    return Path(kept.name)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
    for name in sys.argv[1:]:
        Path(name).write_text(refreshed(Path(name)), encoding="utf-8")
