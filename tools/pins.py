"""Write the pinned and hashed requirement files anew from their `.in` files.

Run as `make pins` after editing `requirements/*.in`, or to take up new releases
(`make pins UPGRADE=1`). The pins hold for every platform and for every supported
version of Python, and the files name no package index: whoever installs from
them uses the index that their own pip is set up for.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.utils import canonicalize_name

from closure import is_for_anyone, problems
from environment import FROM_SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from closure import Asked

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "requirements"

# Each file is constrained by those before it, so that one package never has two
# pins and the files can be installed together.
GROUPS = (
    "runtime",
    "build",
    "test",
    "server",
    "sources",
    "engines",
    "spark",
    "docs",
    "pins",
)
OLDEST_PYTHON = "3.11"
HEADER = "# Written by `make pins` from {name}.in; edit that file, not this one.\n"


def pin(name: str, *, upgrade: bool) -> None:
    """Resolve one `.in` file into its `.txt` file."""
    target = FOLDER / f"{name}.txt"
    options = ["--upgrade"] if upgrade else []
    subprocess.run(  # noqa: S603 - our own command line, no outside input
        [
            sys.executable,
            *("-m", "uv", "pip", "compile", f"{name}.in", "--output-file", target.name),
            *("--universal", "--python-version", OLDEST_PYTHON, "--generate-hashes"),
            *("--no-header", "--no-annotate", "--no-emit-index-url", "--quiet"),
            *("--no-emit-find-links", "--no-emit-build-options"),
            *("--fork-strategy", "fewest"),  # one version for all Pythons if possible
            # What a source asks for is known when its back end was asked: the pinned.
            *_for_each("--no-build-isolation-package"),
            *options,
        ],
        check=True,
        cwd=FOLDER,
    )
    pins = target.read_text(encoding="utf-8")
    target.write_text(HEADER.format(name=name) + for_us(pins), encoding="utf-8")


def _for_each(option: str) -> list[str]:
    """An option for each distribution of which there is only the source."""
    return [word for name in FROM_SOURCE.values() for word in (option, name)]


def for_us(text: str) -> str:
    """The pins without those of platforms that nobody supports: browsers, say."""
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    marker = re.compile(r"^[a-z0-9-]+==\S+ ; (.+?) \\$", re.MULTILINE)
    return "".join(
        block
        for block in blocks
        if not (found := marker.match(block)) or is_for_anyone(found[1])
    )


def unmarked(texts: Iterable[str]) -> list[str]:
    """The blocks of these files, each once and without its marker.

    What is pinned for another platform is to be read here as well. Two versions of one
    distribution cannot stand in one file, so each further one opens a file of its own.
    """
    files: list[dict[str, str]] = []
    for block in dict.fromkeys(
        re.sub(r" ;.*(?= \\$)", "", block, flags=re.MULTILINE).rstrip(" \\\n")
        for text in texts
        for block in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    ):
        name = block.partition("==")[0]
        for file in files:
            if name not in file:
                break
        else:
            file = {}
            files.append(file)
        file[name] = block
    return ["\n".join((*file.values(), "")) for file in files]


def asked(report: dict[str, Any]) -> dict[str, Asked]:
    """What each distribution of one of pip's reports asks for."""
    found: dict[str, Asked] = {}
    for item in report["install"]:
        metadata = item["metadata"]
        key = f"{canonicalize_name(metadata['name'])}=={metadata['version']}"
        found[key] = {
            "requires_python": metadata.get("requires_python"),
            "requires": metadata.get("requires_dist", []),
        }
    return found


def write_closure() -> None:
    """Read the metadata of all that is pinned, and install nothing."""
    found: dict[str, Asked] = {}
    texts = [(FOLDER / f"{name}.txt").read_text(encoding="utf-8") for name in GROUPS]
    with tempfile.TemporaryDirectory() as place:
        pinned, report = Path(place) / "pins.txt", Path(place) / "report.json"
        for text in unmarked(texts):
            pinned.write_text(text, encoding="utf-8")
            subprocess.run(  # noqa: S603 - our own command line, no outside input
                [
                    *(sys.executable, "-m", "pip", "install", "-qq"),
                    *("--dry-run", "--ignore-installed", "--ignore-requires-python"),
                    *("--no-deps", "--require-hashes", "--only-binary", ":all:"),
                    *_for_each("--no-binary"),
                    "--no-build-isolation",
                    *("--report", str(report), "--requirement", str(pinned)),
                ],
                check=True,
            )
            found |= asked(json.loads(report.read_text(encoding="utf-8")))
    text = json.dumps(found, indent=1, sort_keys=True) + "\n"
    (FOLDER / "closure.json").write_text(text, encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Pin every group in order, and prove that nothing is missing."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--upgrade", action="store_true", help="take new releases")
    options = parser.parse_args(arguments)
    for name in GROUPS:
        pin(name, upgrade=options.upgrade)
    write_closure()
    wrong = problems(FOLDER)
    print("\n".join(wrong), end="\n" if wrong else "", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
