"""The notebook among the examples shows what its script shows today."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from house import ROOT
from notebook import cells_of, main, notebook_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NOTEBOOK = ROOT / "examples" / "13_a_case_in_a_notebook.ipynb"


def shown(kind: str) -> list[str]:
    """What the code cells show, of a kind of data."""
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    outputs: list[dict[str, Any]] = [
        one for cell in cells for one in cell.get("outputs", ())
    ]
    return [
        "".join(one["data"][kind]) for one in outputs if kind in one.get("data", {})
    ]


def test_the_notebook_is_what_its_script_shows() -> None:
    """Run in this process: no kernel, no clock, the same ids each time."""
    script = NOTEBOOK.with_suffix(".py").read_text(encoding="utf-8")
    told = "write it anew: python tools/notebook.py examples/13_a_case_in_a_notebook.py"
    assert notebook_of(script) == NOTEBOOK.read_text(encoding="utf-8"), told
    assert notebook_of(script) == notebook_of(script)


def test_what_a_notebook_program_asks_of_a_file() -> None:
    """Format 4.5: ids that differ, counts in order, outputs where something was run."""
    book = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    assert (book["nbformat"], book["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in book["cells"]]
    assert len(set(ids)) == len(ids)
    code = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
    assert [c["execution_count"] for c in code] == [*range(1, len(code) + 1)]
    assert {c["cell_type"] for c in book["cells"]} == {"code", "markdown"}


def test_it_shows_tables() -> None:
    """The schedule, what moves, the month and what is wrong, as HTML."""
    tables = "\n".join(shown("text/html"))
    for words in (
        "What is due in roe-v-acme for roe",
        "What is due in roe-v-acme for acme",
        "What moves in roe-v-acme",
        "Agenda, July 2026",
        "Independence Day",
        "needs-review",
    ):
        assert words in tables
    assert " at 0x" not in "\n".join(shown("text/plain"))  # no address of this run


def test_a_script_is_split_into_cells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text, code, what is printed and the last value; a stale notebook is found."""
    script = tmp_path / "a.py"
    script.write_text(
        "# %% [markdown]\n# # Title\n#\n# Text\n\n# %%\nx = 2\nprint(x)\nx + 1\n",
        encoding="utf-8",
    )
    cells = cells_of(script.read_text(encoding="utf-8"))
    assert cells[0] == ("markdown", "# Title\n\nText")
    assert cells[1] == ("code", "x = 2\nprint(x)\nx + 1")
    monkeypatch.setattr("sys.argv", ["notebook", str(script), "--check"])
    assert main() == 1
    monkeypatch.setattr("sys.argv", ["notebook", str(script)])
    assert main() == 0
    monkeypatch.setattr("sys.argv", ["notebook", str(script), "--check"])
    assert main() == 0
    book = json.loads(script.with_suffix(".ipynb").read_text(encoding="utf-8"))
    printed, value = book["cells"][1]["outputs"]
    assert (printed["text"], value["data"]["text/plain"]) == (["2\n"], ["3"])
