"""Refuse a branch of the counting core that no test has taken.

The packages that decide when a court is open and when something is due are held to
every line and every branch; this reads the report that `coverage json` wrote. Only the
tests of calendars, of counting and of the law are in it (`MEASURED` of the Makefile):
`make test` runs the others apart, unmeasured. The whole package is held to the floor in
`pyproject.toml` by `make test-thorough`.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

WHOLLY_COVERED = ("src/legalcase/calendars/", "src/legalcase/counting/")


def gaps(report: dict[str, Any]) -> list[str]:
    """Every line and branch of the core that was not run, as `file:line: what`."""
    found = []
    for name, file in sorted(report["files"].items()):
        path = Path(name).as_posix()
        if not path.startswith(WHOLLY_COVERED):
            continue
        found += [f"{path}:{line}: not run" for line in file["missing_lines"]]
        for start, end in file["missing_branches"]:
            where = f"line {end}" if end > 0 else "the end"
            found.append(f"{path}:{start}: never went on to {where}")
    return found


def unseen(report: dict[str, Any]) -> list[str]:
    """The packages of which the report knows nothing: then it proves nothing."""
    seen = [Path(name).as_posix() for name in report["files"]]
    return [
        package
        for package in WHOLLY_COVERED
        if not any(name.startswith(package) for name in seen)
    ]


def main(arguments: list[str] | None = None) -> int:
    """Print the gaps; answer 1 if there are any."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("report", type=Path, help="what `coverage json` wrote")
    options = parser.parse_args(arguments)
    report = json.loads(options.report.read_text(encoding="utf-8"))
    if not report["meta"]["branch_coverage"]:
        print("The report does not measure branches.", file=sys.stderr)
        return 1
    problems = [f"{package} is not in the report" for package in unseen(report)]
    problems += gaps(report)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(
            f"{len(problems)} gaps in the core; each needs a test in what the Makefile "
            "measures, such as tests/counting.",
            file=sys.stderr,
        )
        return 1
    print("calendars and counting: every line and branch covered")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
