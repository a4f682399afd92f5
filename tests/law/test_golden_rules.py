"""Each version of each counting rule, laid out in full, is what it was.

A version states only what it changes, and a rule can be based on another: so a change
in one place can leak into another version or another rule. The golden files show
every version whole. To write them anew after a change that is meant, and then to read
the difference line by line:

    LEGALCASE_WRITE_GOLDEN=1 .venv/bin/python -m pytest tests/law/test_golden_rules.py
"""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from law_folders import ATLANTIS
from legalcase.law.lawbook import Law

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.authority import Dispute

GOLDEN = Path(__file__).parent / "golden"
LAW = Law.bundled().with_folder(ATLANTIS)
RULES = LAW.names("rule")
WRITE = "LEGALCASE_WRITE_GOLDEN"


def laid_out(name: str) -> dict[str, Any]:
    """A counting rule with every version and reading in full, as JSON holds it."""
    rule = LAW.counting_rule(name)
    return {
        "id": rule.id,
        "default_calendar": rule.default_calendar,
        "default_act": rule.default_act,
        "through": None if rule.last is None else rule.last.isoformat(),
        "versions": {
            version.first.isoformat(): plain(version.data, rule.cite_prefix)
            for version in rule.versions
        },
        "disputes": {dispute.id: _dispute(dispute) for dispute in rule.disputes},
    }


def _dispute(dispute: Dispute) -> dict[str, Any]:
    return {
        "kind": dispute.kind,
        "question": dispute.question,
        "adopted": dispute.adopted,
        "asks": dispute.asks,
        "from": None if dispute.first is None else dispute.first.isoformat(),
        "through": None if dispute.last is None else dispute.last.isoformat(),
        "settled": [list(settled) for settled in dispute.settled],
        "readings": {
            reading.name: plain(reading.change, "") for reading in dispute.readings
        },
    }


def plain(data: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    """Tables with every citation in full, however the rule came by it."""
    found: dict[str, Any] = {}
    for key, value in data.items():
        if key == "cite":
            full = value[1:] if value[0] == "=" else prefix + value
            found[key] = full.replace("; =", "; ")
        else:
            found[key] = _as_json(value, prefix)
    return found


def _as_json(value: Any, prefix: str) -> Any:
    """A value as JSON has it: the orders that held once are tables in a list."""
    if isinstance(value, dict):
        return plain(value, prefix)
    if isinstance(value, (list, tuple)):
        return [_as_json(one, prefix) for one in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("name", RULES)
def test_every_version_is_what_it_was(name: str) -> None:
    """Nothing has leaked into a version from another, from a base or a reading."""
    path = GOLDEN / f"{name.replace('/', '-')}.json"
    found = laid_out(name)
    if os.environ.get(WRITE):
        text = json.dumps(found, ensure_ascii=False, indent=1)
        path.write_text(text + "\n", encoding="utf-8")
    assert found == json.loads(path.read_text(encoding="utf-8"))


def test_no_golden_file_is_left_over() -> None:
    """A rule's id is never changed, so its golden file never goes."""
    known = {f"{name.replace('/', '-')}.json" for name in RULES}
    assert {path.name for path in GOLDEN.iterdir()} == known


@pytest.mark.parametrize("name", RULES)
def test_versions_cover_time_without_gap_or_overlap(name: str) -> None:
    """From the first day on there is one version, and each begins after another."""
    rule = LAW.counting_rule(name)
    starts = [version.first for version in rule.versions]
    assert starts == sorted(set(starts))
    for version in rule.versions:
        assert rule.version_on(version.first) is version
    if rule.last is not None:
        assert starts[-1] <= rule.last


@pytest.mark.parametrize("name", RULES)
def test_the_golden_files_show_what_is_counted_with(name: str) -> None:
    """Every table that a version's settings are compiled from stands in its golden."""
    rule = LAW.counting_rule(name)
    shown = laid_out(name)["versions"]
    for version in rule.versions:
        settings = rule.settings(version)
        assert shown[version.first.isoformat()].keys() == settings.data.keys()
