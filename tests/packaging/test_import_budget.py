"""`import legalcase` costs next to nothing: what is not needed is not loaded."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

EDGES = {
    "cattrs",
    "cryptography",
    "holidays",
    "icalendar",
    "numpy",
    "pandas",
    "psycopg",
    "sqlite3",
}

FIRST_COMPUTATION = """
from datetime import date
legalcase.compute(
    "us/frcp/33(b)(2)", after=date(2026, 6, 3), court="cand", service="mail"
)
"""


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh Python has loaded after the code, and not before."""
    # The measuring of coverage would load sqlite3 into the process by itself.
    clean = {
        name: text
        for name, text in os.environ.items()
        if not name.startswith(("COV_", "COVERAGE_"))
    }
    program = (
        "import json, sys; before = set(sys.modules); import legalcase\n"
        f"{code}\n"
        "print(json.dumps(sorted(set(sys.modules) - before)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=clean,
    )
    return set(json.loads(done.stdout))


def roots(names: set[str]) -> set[str]:
    """The top-level packages of these modules."""
    return {name.partition(".")[0] for name in names}


def test_import_loads_no_edge_library() -> None:
    """What stores, converts and publishes is paid for by those who use it."""
    assert set() == EDGES & roots(loaded_by(""))


def test_import_loads_nothing_of_the_package_but_its_face() -> None:
    """The face is lazy: a submodule is loaded when one of its names is asked for."""
    ours = {name for name in loaded_by("") if name.startswith("legalcase.")}
    assert set() == ours


def test_import_loads_no_other_distribution() -> None:
    """Not even attrs: that is what keeps the import at the cost of the file."""
    others = roots(loaded_by("")) - set(sys.stdlib_module_names) - {"legalcase"}
    assert set() == others


@pytest.mark.parametrize("edge", sorted(EDGES))
def test_the_first_computation_loads_no_edge_library(edge: str) -> None:
    """A bare deadline needs the counting core and the law, nothing else."""
    assert edge not in roots(loaded_by(FIRST_COMPUTATION))
