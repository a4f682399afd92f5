"""The bars of speed of storage: appends, agendas, loading, opening, several writers.

Part of `make bench`; alone, `python benchmarks/stores.py`. The folder that is given,
or one for temporary files, has to lie on a disk that keeps its word, and needs 2 GB.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from stocked import Shape, stocked
from store_appends import appends, writers
from store_reads import agenda, loading, opening

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["report"]

#: What is measured, beside what, how much longer it takes, and how much it may.
Row = tuple[str, str, float, float]

_SHAPE: Final = Shape(5, 3)
_THOUSAND, _MILLION = 1_000, 1_000_000
#: At least 0.8 of the rate.
_RATE: Final = 1.25
#: Of several writers no bar is known: the figures are there to be seen.
_OPEN: Final = float("inf")


def report(where: str | None = None) -> Iterator[Row]:
    """Yield what is measured of stores."""
    with TemporaryDirectory(dir=where) as folder:
        yield from _appends(Path(folder))
        for name, ratio in agenda(Path(folder), 10_000).items():
            yield f"agenda: {name}", "the SQL alone", ratio, 5
        yield (
            "load, 10,000 events",
            "read its snapshot",
            loading(Path(folder), 10_000),
            1.5,
        )
        paths = []
        for lines in (_THOUSAND, _MILLION):
            paths.append(Path(folder) / f"{lines}.db")
            stocked(paths[-1], lines // _SHAPE.lines, _SHAPE)
        ratio = opening(paths[0], paths[1])
        yield f"open {_MILLION:,} lines", f"open {_THOUSAND:,}", ratio, 2


def _appends(folder: Path) -> Iterator[Row]:
    for is_round, beside in ((True, "sqlite3 by hand"), (False, "sqlite3, unread")):
        for durable, where in ((True, ""), (False, ", CPU")):
            found = appends(folder, durable=durable, is_round=is_round)
            # What waits for no disk has no bar of its own: it shows what waiting hides.
            bound = _RATE if durable else _OPEN
            yield f"append one{where}", beside, found.one, bound
            yield f"append a hundred{where}", beside, found.hundred, bound
    alone = writers(folder, 1)
    for number in (4, 16):
        yield f"{number} writers", "one writer", alone / writers(folder, number), _OPEN


if __name__ == "__main__":
    for what, beside, ratio, bound in report(*sys.argv[1:2]):
        over = "" if ratio <= bound else "  over"
        print(f"{what:<32}{beside:<24}{ratio:>7.2f}{bound:>9}{over}", flush=True)
