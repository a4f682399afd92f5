"""From the tables of a playbook's file to values."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from legalcase.dates import Period
from legalcase.errors import InvalidValueError
from legalcase.practice.plan import (
    PlanAuthority,
    PlanCondition,
    PlanObjective,
    PlanOffset,
    PlanRole,
    PlanSentry,
    PlanStage,
    PlaybookItem,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = [
    "FIELDS",
    "HEAD",
    "PARTS",
    "item_of",
    "item_values",
    "objective_of",
    "role_of",
    "stage_of",
]

Raw = dict[str, Any]


def sentry_of(raw: Raw) -> PlanSentry:
    """Return a sentry."""
    return PlanSentry(**raw)


def condition_of(raw: Raw) -> PlanCondition:
    """Return a condition; ``not = {…}`` is one that is negated."""
    said = dict(raw)
    inner = said.pop("not", None)
    is_negated = inner is not None
    if inner is not None:
        if said:
            msg = (
                f"A condition asks for one thing, and this says not beside "
                f"{', '.join(said)}. Write two conditions: all must hold."
            )
            raise InvalidValueError(msg, field="if", value=None)
        said = dict(inner)
    answer = said.pop("is", None)
    return PlanCondition(**said, answer=answer, negated=is_negated)


def offset_of(raw: Raw) -> PlanOffset:
    """Return an offset."""
    given: Raw = {"of": sentry_of(raw["of"])}
    if "period" in raw:
        given["period"] = Period.parse(raw["period"])
    if "direction" in raw:
        given["direction"] = raw["direction"]
    return PlanOffset(**given)


def _each(build: Callable[[Raw], Any]) -> Callable[[list[Raw]], tuple[Any, ...]]:
    return lambda raws: tuple(build(raw) for raw in raws)


def _periods(texts: list[str]) -> tuple[Period, ...]:
    return tuple(Period.parse(text) for text in texts)


def _same(value: Any) -> Any:  # noqa: ANN401 - what a key has
    return value


#: By key of an item: the field, and what makes its value.
_ITEM: Final[Mapping[str, tuple[str, Callable[[Any], Any]]]] = {
    "id": ("item_id", _same),
    "stage": ("stage", _same),
    "kind": ("kind", _same),
    "title": ("title", _same),
    "required": ("is_required", _same),
    "critical": ("is_critical", _same),
    "rule": ("rules", tuple),
    "by_order": ("by_order", _same),
    "hearing": ("hearing", _same),
    "document": ("document", _same),
    "accountable": ("accountable", _same),
    "responsible": ("responsible", tuple),
    "requires": ("requires", tuple),
    "area": ("area", _same),
    "serves": ("serves", tuple),
    "when": ("when", _each(sentry_of)),
    "if": ("conditions", _each(condition_of)),
    "per": ("per", _same),
    "pick": ("pick", _same),
    "after": ("after", tuple),
    "lead_times": ("lead_times", _periods),
    "offset": ("offset", offset_of),
    "done_by": ("done_by", tuple),
    "survives": ("survives", _same),
    "on_stage_exit": ("on_stage_exit", _same),
    "authority": ("authority", lambda raw: PlanAuthority(**raw)),
    "note": ("note", _same),
}


#: By key of an item: the field that it gives.
FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {key: name for key, (name, _) in _ITEM.items()}
)


def item_values(raw: Raw) -> Raw:
    """Return the fields of an item that a table gives, with their values."""
    return {_ITEM[key][0]: _ITEM[key][1](value) for key, value in raw.items()}


def item_of(raw: Raw) -> PlaybookItem:
    """Return an item; what a hearing is, a sentry can say."""
    given = item_values(raw)
    if given["kind"] == "hearing" and "hearing" not in given:
        said = [one.hearing for one in given.get("when", ()) if one.hearing]
        if len(said) == 1:
            given["hearing"] = said[0]
    if given["kind"] in ("deadline", "hearing"):
        # As often as the law gives it, or the court sets it.
        given.setdefault("pick", "each")
    return PlaybookItem(**given)


#: What stands within an item or a stage, by its table: what makes its value.
PARTS: Final[Mapping[str, Callable[[Raw], Any]]] = MappingProxyType(
    {
        "sentry": sentry_of,
        "condition": condition_of,
        "offset": offset_of,
    }
)


def role_of(raw: Raw) -> PlanRole:
    """Return a role."""
    return PlanRole(
        role_id=raw["id"], title=raw["title"], requires=tuple(raw.get("requires", ()))
    )


def objective_of(raw: Raw) -> PlanObjective:
    """Return an objective."""
    return PlanObjective(
        objective_id=raw["id"], statement=raw["statement"], test=raw.get("test")
    )


def stage_of(raw: Raw) -> PlanStage:
    """Return a stage."""
    return PlanStage(
        stage_id=raw["id"],
        title=raw["title"],
        enters=_each(sentry_of)(raw.get("enters", [])),
        table_stage=raw.get("table_stage"),
    )


#: By key of the head: the field, and what makes its value.
HEAD: Final[Mapping[str, tuple[str, Callable[[Any], Any]]]] = MappingProxyType(
    {
        "id": ("playbook_id", _same),
        "edition": ("edition", _same),
        "title": ("title", _same),
        "effective": ("effective", _same),
        "jurisdictions": ("jurisdictions", tuple),
        "proceedings": ("proceedings", tuple),
        "sides": ("sides", tuple),
        "stage_table": ("stage_table", _same),
        "note": ("note", _same),
        "extends": ("extends", _same),
    }
)
