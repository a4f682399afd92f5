"""Laying a firm's own playbook over another: it may tighten, never drop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from legalcase.errors import LegalCaseError, PlaybookError
from legalcase.plans.files.build import (
    FIELDS,
    HEAD,
    item_of,
    item_values,
    objective_of,
    role_of,
)
from legalcase.plans.files.parts import Parts
from legalcase.plans.files.reading import made_of
from legalcase.plans.files.structure import structure_flaws
from legalcase.plans.files.tighten import loosened, unqualified
from legalcase.plans.files.validate import flaws_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.plans.files.validate import Flaw
    from legalcase.practice.plan import Playbook, PlaybookItem

__all__ = ["overlaid"]

#: What an overlay may not say of the whole: it is for the cases of the other.
_KEPT: Final = ("jurisdictions", "proceedings", "sides", "stage_table")


def overlaid(base: Playbook, raw: dict[str, Any], file: str) -> Playbook:
    """Return a playbook with an overlay laid over it.

    Raises `PlaybookError` with all that is wrong: what is malformed, what would be
    looser than before, and what is required and would be left out.
    """
    flaws = list(flaws_of(raw, "overlay"))
    parts = _parts_of(base)
    parts.take(raw, "role", role_of, parts.roles)
    parts.take(raw, "objective", objective_of, parts.objectives)
    flaws += _without(base, raw, parts)
    flaws += _items(base, raw, parts)
    flaws += parts.flaws
    flaws += structure_flaws(parts)
    head = raw.get("playbook")
    flaws += _head(base, head if isinstance(head, dict) else {})
    if flaws or not isinstance(head, dict):
        raise PlaybookError.of((file, *flaw) for flaw in dict.fromkeys(flaws))
    given = {name: getattr(base, name) for name, _ in HEAD.values()}
    given |= {HEAD[key][0]: HEAD[key][1](value) for key, value in head.items()}
    return made_of(given, parts, file)


def _parts_of(base: Playbook) -> Parts:
    parts = Parts(
        roles={one.role_id: one for one in base.roles},
        objectives={one.objective_id: one for one in base.objectives},
        stages={one.stage_id: one for one in base.stages},
        items={one.item_id: one for one in base.items},
    )
    for noun, known in (
        ("role", parts.roles),
        ("objective", parts.objectives),
        ("stage", parts.stages),
        ("item", parts.items),
    ):
        parts.named[noun] = list(known)
        for name in known:
            parts.paths[noun, name] = f"{base.playbook_id}: {noun} {name}"
    return parts


def _head(base: Playbook, head: dict[str, Any]) -> Iterator[Flaw]:
    for key in _KEPT:
        if key in head:
            what = "is that of what it extends. Leave it out."
            yield f"$.playbook.{key}", what
    if head.get("id") == base.playbook_id:
        what = "is the id of what it extends. Give the overlay its own."
        yield "$.playbook.id", what


def _tables(raw: dict[str, Any], key: str) -> Iterator[tuple[str, dict[str, Any]]]:
    found = raw.get(key)
    for index, table in enumerate(found if isinstance(found, list) else ()):
        if isinstance(table, dict):
            yield f"$.{key}[{index}]", table


def _without(base: Playbook, raw: dict[str, Any], parts: Parts) -> Iterator[Flaw]:
    """Leave out what is at our discretion."""
    known = {one.item_id: one for one in base.items}
    for path, table in _tables(raw, "without"):
        name = table.get("item")
        item = known.get(name) if isinstance(name, str) else None
        if item is None:
            yield f"{path}.item", f"is no item of {base.playbook_id!r}. See its items."
        elif item.is_required:
            yield (
                f"{path}.item",
                (
                    f"is {name!r}, which is required. A named person may waive it "
                    "in a case; a playbook cannot leave it out."
                ),
            )
        else:
            parts.items.pop(item.item_id, None)
            if item.item_id in parts.named["item"]:
                parts.named["item"].remove(item.item_id)


def _items(base: Playbook, raw: dict[str, Any], parts: Parts) -> Iterator[Flaw]:
    known = {one.item_id: one for one in base.items}
    seen: set[str] = set()
    for path, table in _tables(raw, "item"):
        name = table.get("id")
        if not isinstance(name, str):
            continue  # its shape is told already
        if name in seen:
            yield f"{path}.id", f"is {name!r} again. Give each item once."
        elif name in parts.items and name in known:
            yield from _changed(known[name], table, path, parts)
        else:
            # What is new has to be whole.
            yield from flaws_of(table, "item", path)
            parts.take_one(table, "item", path, item_of, parts.items)
        seen.add(name)


def _changed(
    base: PlaybookItem, table: dict[str, Any], path: str, parts: Parts
) -> Iterator[Flaw]:
    """Put a tighter item in the place of another."""
    parts.paths["item", base.item_id] = path
    if any(flaws_of(table, "overlay_item", path)):
        return
    try:
        given = item_values(table)
        changed = evolve(base, **given)
    except LegalCaseError as error:
        yield path, f"cannot be. {error}"
        return
    found = (
        *loosened(base, changed, frozenset(given)),
        *unqualified(base, changed, parts.roles),
    )
    for field, what in found:
        key = next((one for one in table if FIELDS[one] == field), field)
        yield f"{path}.{key}", what
    parts.items[base.item_id] = changed
