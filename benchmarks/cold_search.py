"""What a program's first search costs, as a wheel is installed: beside its import.

Part of `make bench`. A copy of the package has a hundred jurisdictions more, of sixty
deadlines each, and the index of its law that a wheel would have; each question is a new
process, of which the processor's time counts.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from generated_law import write_law

import legalcase

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["report"]

ROUNDS: Final = 5
JURISDICTIONS: Final = 100
#: The import with all that the face of the law needs, which is loaded when it is named.
IMPORT: Final = "import legalcase; legalcase.find_rules"
QUESTIONS: Final = (
    ("cold find_rules(text), few", "(text='x42 summary judgment')", 1.5),
    ("cold find_rules(text), none", "(text='zebra crossing')", 1.5),
    ("cold find_rules(text), 680", "(text='summary judgment')", 1.5),
    ("cold find_rules(text), 4,200", "(text='motion')", 1.75),
    # Of which so many are read, as the command shows.
    ("the first 20 of 680", "(text='summary judgment')[:20]", 1.75),
)
TIMED: Final = """
import sys, time
sys.path.insert(0, sys.argv[1])
started = time.process_time()
{code}
print(time.process_time() - started)
"""
WRITE: Final = """
import sys
sys.path.insert(0, sys.argv[1])
from legalcase.law.book.finding.indexing.writing import index_of
from legalcase.law.files.beside import PLACE
from legalcase.law.lawbook import Law
with open(PLACE, "wb") as file:
    file.write(index_of(Law.bundled()))
"""


def report() -> Iterator[tuple[str, str, float, float]]:
    """Yield (what, beside what, ratio, at most)."""
    with TemporaryDirectory() as name:
        package = Path(name) / "legalcase"
        shutil.copytree(
            Path(legalcase.__file__).parent,
            package,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
        write_law(package / "jurisdictions", jurisdictions=JURISDICTIONS)
        _run("-m", "compileall", "-q", str(package))
        _run("-c", WRITE, name)
        asked = {what: f"{IMPORT}{call}" for what, call, _ in QUESTIONS}
        asked["an unknown deadline id"] = (
            f"{IMPORT}\ntry: legalcase.rule('us/frcp/33(b)(9)')\n"
            "except legalcase.errors.UnknownNameError: pass"
        )
        bounds = {what: bound for what, _, bound in QUESTIONS}
        ratios: dict[str, list[float]] = {what: [] for what in asked}
        for _ in range(ROUNDS):
            alone = _timed(IMPORT, name)
            for what, code in asked.items():
                ratios[what].append(_timed(code, name) / alone)
        for what, found in ratios.items():
            ratio = statistics.median(found)
            yield what, "the import alone", ratio, bounds.get(what, 1.75)


def _timed(code: str, place: str) -> float:
    return float(_run("-c", TIMED.format(code=code), place))


def _run(*arguments: str) -> str:
    return subprocess.run(  # noqa: S603 - our own programs
        [sys.executable, *arguments], capture_output=True, check=True, encoding="utf-8"
    ).stdout
