"""Laying a partial version over the settings of a rule: the one mechanism of change.

A version, a reading of a dispute, local rules and a rule based on another all use it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.counting.rules.words.marks import GROUPS

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["lay_over"]

_NO_SETTINGS: Final = frozenset({"from", "verified", "remove", "name", "cite", "cites"})


def lay_over(settings: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """Return `settings` with `change` laid over; neither is altered.

    Keys named in ``change["remove"]`` (dotted where nested) are taken away first.
    """
    result = dict(settings)
    for path in change.get("remove", ()):
        _remove(result, path.split("."))
    for key, value in change.items():
        if key in _NO_SETTINGS:
            continue
        depth = GROUPS.get(key, 0)
        if depth and isinstance(result.get(key), dict):
            result[key] = _merged(result[key], value, depth)
        else:
            result[key] = value
    return result


def _merged(old: dict[str, Any], new: Mapping[str, Any], depth: int) -> dict[str, Any]:
    merged = dict(old)
    for key, value in new.items():
        if depth > 1 and isinstance(value, dict) and isinstance(merged.get(key), dict):
            merged[key] = _merged(merged[key], value, depth - 1)
        else:
            merged[key] = value
    return merged


def _remove(settings: dict[str, Any], path: list[str]) -> None:
    head, *rest = path
    if not rest:
        settings.pop(head, None)
    elif isinstance(settings.get(head), dict):
        settings[head] = dict(settings[head])
        _remove(settings[head], rest)
