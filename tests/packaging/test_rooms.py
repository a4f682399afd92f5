"""What a room of a case takes from another: its state and its events, nothing else."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from house import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODEL = ROOT / "src" / "legalcase" / "model"
ROOMS = sorted(one.parent for one in MODEL.glob("*/facet.py"))
#: What changes a room, and so is its own: no other room calls it.
CHANGES = ("handlers", "hears", "outcomes")


def imported(text: str) -> Iterator[str]:
    """The modules that a text imports, with the names taken from them."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names)


def where(name: str) -> tuple[str, str]:
    """The room and the module of a name, empty where it is none."""
    parts = [*name.split(".")[2:4], "", ""]
    return parts[0], parts[1]


def taken(room: Path, text: str) -> list[str]:
    """What a text of a room takes of the handlers of others."""
    found = []
    for name in imported(text):
        other, module = where(name)
        is_other = name.startswith("legalcase.model.") and other != room.name
        if is_other and module.partition("_")[0] in CHANGES:
            found.append(name)
    return found


def test_there_are_rooms() -> None:
    """Else nothing would be looked at."""
    assert {"deadlines", "docket", "people"} <= {one.name for one in ROOMS}


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_room_takes_no_handler_of_another(room: Path) -> None:
    """A handler answers for its own room; another's could be asked out of turn."""
    for path in sorted(room.rglob("*.py")):
        assert not taken(room, path.read_text(encoding="utf-8")), path


def test_a_handler_taken_is_found() -> None:
    """In each way to import it."""
    deadlines = next(room for room in ROOMS if room.name == "deadlines")
    for text in (
        "from legalcase.model.docket import handlers",
        "from legalcase.model.docket.handlers import entered",
        "import legalcase.model.docket.handlers",
        "from legalcase.model.people.handlers_left import left",
    ):
        assert taken(deadlines, text), text
    assert not taken(deadlines, "from legalcase.model.deadlines import handlers")
    assert not taken(deadlines, "from legalcase.model.docket.state import PUBLIC")
