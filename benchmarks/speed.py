"""Measure speed as ratios, write the figures down, and a page of the docs from them.

Run as `make speed`, or with the names of sections, of which the others stay as they
were: ``speed.py columns engines``. The figures lie beside the page.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import sys
from importlib import import_module
from typing import Any, Final

from speed_page import FIGURES, PAGE, page

from legalcase.storage import SystemClock

#: A section of the page: its module here, whose `report` gives the lines.
SECTIONS: Final = ("columns", "engines", "run")
#: What is told of, where it is installed.
LIBRARIES: Final = (
    "legalcase",
    "numpy",
    "pandas",
    "polars",
    "pyarrow",
    "duckdb",
    "dask",
    "pyspark",
)


def version_of(name: str) -> str:
    """The version of a library, or nothing where it is not installed."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def measured(section: str) -> dict[str, Any]:
    """Measure a section: its lines, and when, on what kind of machine, with what."""
    module = import_module(section)
    lines = [
        (line.what, line.beside, line.ratio, line.bound) if section == "run" else line
        for line in module.report()
    ]
    versions = {name: version_of(name) for name in LIBRARIES}
    return {
        "measured_on": SystemClock().now().date().isoformat(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "versions": {name: version for name, version in versions.items() if version},
        "lines": [
            {
                "what": what,
                "beside": beside,
                "ratio": float(f"{ratio:.3g}"),
                "at_most": None if bound == float("inf") else bound,
            }
            for what, beside, ratio, bound in lines
        ],
    }


def main(asked: list[str]) -> int:
    """Measure the sections that are asked for, or all, and write figures and page."""
    unknown = sorted(set(asked) - set(SECTIONS))
    if unknown:
        print(f"There is no section {unknown[0]!r}. Choose of {', '.join(SECTIONS)}.")
        return 1
    figures = json.loads(FIGURES.read_text("utf-8")) if FIGURES.is_file() else {}
    for section in asked or SECTIONS:
        figures[section] = measured(section)
        text = json.dumps(figures, indent=1, sort_keys=True) + "\n"
        FIGURES.write_text(text, encoding="utf-8")
        PAGE.write_text(page(figures), encoding="utf-8")
        print(f"{section}: {len(figures[section]['lines'])} figures", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
