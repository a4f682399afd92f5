"""Write the pinned and hashed requirement files anew from their `.in` files.

Run as `make pins` after editing `requirements/*.in`, or to take up new releases
(`make pins UPGRADE=1`). The pins hold for every platform and for every supported
version of Python, and the files name no package index: whoever installs from
them uses the index that their own pip is set up for.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "requirements"

# Each file is constrained by those before it, so that one package never has two
# pins and the files can be installed together.
GROUPS = ("runtime", "build", "test", "docs", "pins")
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
            *options,
        ],
        check=True,
        cwd=FOLDER,
    )
    pins = target.read_text(encoding="utf-8")
    target.write_text(HEADER.format(name=name) + pins, encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Pin every group in order."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--upgrade", action="store_true", help="take new releases")
    options = parser.parse_args(arguments)
    for name in GROUPS:
        pin(name, upgrade=options.upgrade)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
