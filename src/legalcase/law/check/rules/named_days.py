"""Checks of closed days named once a rule: that something refers to each name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legalcase.counting.rules.words.named_days import NAMED_DAYS, names_used
from legalcase.law.files.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.law.files.folder import LawFile

__all__ = ["idle_names"]


def idle_names(file: LawFile, rule: CountingRule) -> list[Problem]:
    """Return the names of days that a file gives and to which its rule never refers."""
    texts: list[Mapping[str, Any]] = [version.data for version in rule.versions]
    texts += [one.change for dispute in rule.disputes for one in dispute.readings]
    used = {name for text in texts for _, name in names_used(text)}
    what = "names days to which nothing refers. Refer to them, or take them out."
    return [
        Problem(file.name, f"{path}.{NAMED_DAYS}.{name}", what)
        for path, table in _stating(file.raw)
        for name in table.get(NAMED_DAYS, {})
        if name not in used
    ]


def _stating(raw: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield (path, table) of what states settings: versions, and readings."""
    for index, version in enumerate(raw.get("version", ())):
        yield f"$.version[{index}]", version
    for index, dispute in enumerate(raw.get("dispute", ())):
        for number, reading in enumerate(dispute["reading"]):
            yield f"$.dispute[{index}].reading[{number}]", reading
