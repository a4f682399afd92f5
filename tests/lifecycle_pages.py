"""The page of the lifecycles, made of their tables.

python tests/lifecycle_pages.py

writes it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from document_files import DOCS
from legalcase.model import lifecycle_of
from legalcase.practice import MODEL
from legalcase.procedure import stage_tables

if TYPE_CHECKING:
    from legalcase.kernel import Lifecycle

PAGE = DOCS / "reference" / "lifecycles.md"

_HEAD = (
    "# Lifecycles\n\n"
    "Where a thing of a case can stand, and which events take it from there to where; "
    "everything else is refused.\n"
    "`practice.MODEL.lifecycles()` returns them with their rooms, "
    "`lifecycle.diagram()` each as it stands here, in the language of "
    "[Mermaid](https://mermaid.js.org), and "
    "`file.possible(by=…, at=…)` what may happen next in one case, with what is "
    "missing for it.\n"
)


_STAGES = (
    "## Tables of stages\n\n"
    "Which stages a case goes through, the table says that it has adopted "
    "([`StageTableAdopted`](model.md)); `lifecycle_of(table).diagram()` draws it, and "
    "each of its moves is a `StageEntered`.\n"
    "These come with the package ([`legalcase.procedure`](procedure.md)).\n"
)


def shown_cycles() -> list[Lifecycle]:
    """Return what the page draws, in its order."""
    core = [lifecycle for _, lifecycle in MODEL.lifecycles()]
    return [*core, *map(lifecycle_of, stage_tables().values())]


def _place(lifecycle: Lifecycle) -> str:
    """Say in a sentence where a thing begins and where it ends."""
    left = {place for move in lifecycle.moves for place in move.leaves}
    ends = [f"`{place}`" for place in lifecycle.places() if place not in left]
    begins = f"It begins at `{lifecycle.first}`"
    return f"{begins}, and ends at {' or '.join(ends)}." if ends else f"{begins}."


def page() -> str:
    """Return the page as it should stand."""
    parts = [_HEAD]
    for room, lifecycle in MODEL.lifecycles():
        parts.append(f"## {lifecycle.noun.capitalize()}\n")
        parts.append(f"Of the room `{room}`. {_place(lifecycle)}\n")
        parts.append(f"```text\n{lifecycle.diagram()}```\n")
    parts.append(_STAGES)
    for table in stage_tables().values():
        lifecycle = lifecycle_of(table)
        parts.append(f"## Stages by `{table.table_id}`\n")
        each = ", ".join(f"`{role}`" for role in table.each)
        own = f" Each {each} has a stage of its own." if each else ""
        parts.append(f"{_place(lifecycle)}{own}\n")
        parts.append(f"```text\n{lifecycle.diagram()}```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
