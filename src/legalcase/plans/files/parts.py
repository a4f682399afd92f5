"""Parts: what stands in a playbook, each with its path, before it is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define, field

from legalcase.errors import LegalCaseError
from legalcase.plans.files.build import (
    item_of,
    objective_of,
    role_of,
    stage_of,
)
from legalcase.plans.files.validate import flaws_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.plans.files.validate import Flaw
    from legalcase.practice.plan import (
        PlanObjective,
        PlanRole,
        PlanStage,
        PlaybookItem,
    )

__all__ = ["Parts", "named", "parts_of"]

T = TypeVar("T")


@define
class Parts:
    """What could be read: roles, objectives, stages and items, by id, with their paths.

    `paths` has the path of each by noun and id; `named` all ids that stand in the
    file, of what could not be read too; `flaws` what is wrong.
    """

    roles: dict[str, PlanRole] = field(factory=dict)
    objectives: dict[str, PlanObjective] = field(factory=dict)
    stages: dict[str, PlanStage] = field(factory=dict)
    items: dict[str, PlaybookItem] = field(factory=dict)
    paths: dict[tuple[str, str], str] = field(factory=dict)
    named: dict[str, list[str]] = field(factory=dict)
    flaws: list[Flaw] = field(factory=list)

    def take(
        self,
        raw: dict[str, Any],
        noun: str,
        build: Callable[[dict[str, Any]], T],
        into: dict[str, T],
    ) -> None:
        """Take all of a sort from a file; what is malformed is a flaw."""
        tables = raw.get(noun)
        for index, table in enumerate(tables if isinstance(tables, list) else ()):
            self.take_one(table, noun, f"$.{noun}[{index}]", build, into)

    def take_one(
        self,
        table: object,
        noun: str,
        path: str,
        build: Callable[[dict[str, Any]], T],
        into: dict[str, T],
    ) -> None:
        """Take one thing; its shape must have been checked, or is here."""
        name = table.get("id") if isinstance(table, dict) else None
        if isinstance(name, str):
            known = self.named.setdefault(noun, [])
            if name in known:
                what = f"is {name!r}, which another {noun} has. Give each its own."
                self.flaws.append((f"{path}.id", what))
                return
            known.append(name)
        if not isinstance(table, dict) or any(flaws_of(table, noun)):
            return
        try:
            found = build(table)
        except LegalCaseError as error:
            at = getattr(error, "field", None)
            where = f"{path}.{at}" if at in table else path
            self.flaws.append((where, f"cannot be. {error}"))
            return
        into[str(name)] = found
        self.paths[noun, str(name)] = path


def parts_of(raw: dict[str, Any]) -> Parts:
    """Return what stands in a whole playbook's file, and what is wrong with it."""
    parts = Parts(flaws=list(flaws_of(raw)))
    parts.take(raw, "role", role_of, parts.roles)
    parts.take(raw, "objective", objective_of, parts.objectives)
    parts.take(raw, "stage", stage_of, parts.stages)
    parts.take(raw, "item", item_of, parts.items)
    return parts


def named(parts: Parts, noun: str) -> list[str]:
    """Return the ids of a sort."""
    return parts.named.get(noun, [])
