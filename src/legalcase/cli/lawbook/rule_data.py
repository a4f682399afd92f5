"""Rules as JSON types: a deadline, a rule of computation, each with its versions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from legalcase.authority import cited
from legalcase.catalogue.deadline_rule import say_term
from legalcase.plain_data import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.authority import Authority, Dispute
    from legalcase.catalogue.deadline_rule import (
        DeadlineRule,
        DeadlineVersion,
        Extension,
    )
    from legalcase.counting.rules.counting_rule import CountingRule

__all__ = ["counting_data", "deadline_data", "disputes_data"]


def deadline_data(rule: DeadlineRule) -> dict[str, Any]:
    """Return a deadline, oldest version first."""
    return {
        "sort": "deadline",
        "id": rule.id,
        "title": rule.title,
        "cite": rule.cite,
        "counting": rule.counting,
        "triggers": list(rule.triggers),
        "aliases": list(rule.aliases),
        "paper": rule.paper,
        "owed_by": rule.owed_by,
        "met_by": list(rule.met_by),
        "proceedings": list(rule.proceedings),
        "after_disposition": rule.after_disposition,
        "stayed_by_stay": rule.stayed_by_stay,
        "stay_cite": rule.stay_cite,
        "only_if": dict(rule.only_if),
        "applies_once": rule.applies_once,
        "applies_until": rule.applies_until,
        "arises_with": rule.arises_with,
        "in_state_court": rule.in_state_court,
        "filed_in": rule.filed_in,
        "counts_from": plain(rule.counts_from),
        "first_of": list(rule.first_of),
        "permissive": rule.permissive,
        "permissive_cite": rule.permissive_cite,
        "in_force_from": rule.versions[0].first.isoformat(),
        "in_force_through": _day(rule.last),
        "overrides": rule.overrides,
        "edition": rule.edition,
        "versions": [_version(version) for version in rule.versions],
        "disputes": disputes_data(rule.disputed),
        "examples": [_plain(example) for example in rule.examples],
    }


def counting_data(rule: CountingRule) -> dict[str, Any]:
    """Return a rule of computation, its settings laid out in each version."""
    return {
        "id": rule.id,
        "name": rule.name,
        "default_calendar": rule.default_calendar,
        "default_calendars": dict(rule.default_calendars),
        "default_act": rule.default_act,
        "in_force_from": rule.first.isoformat(),
        "in_force_through": _day(rule.last),
        "edition": rule.edition,
        "versions": [
            {
                "from": version.first.isoformat(),
                "authority": _authority(version.authority),
                "settings": _settings(version.data, rule.cite_prefix),
            }
            for version in rule.versions
        ],
        "disputes": disputes_data(rule.disputed),
    }


def _version(version: DeadlineVersion) -> dict[str, Any]:
    restart = version.restart
    return {
        "from": version.first.isoformat(),
        "title": version.title,
        "when": say_term(version.term),
        "act": version.act,
        "nature": version.nature,
        "bound": version.bound,
        "service_extension": version.service_extension,
        "extension": _extension(version.extension),
        "restart": None
        if restart is None
        else {
            "on": restart.on,
            "until": restart.until,
            "within": list(restart.within),
            "not_before": restart.not_before,
            "cite": restart.cite,
        },
        "note": version.note,
        "authority": _authority(version.authority),
    }


def _extension(extension: Extension | None) -> dict[str, Any] | None:
    if extension is None:
        return None
    return {
        "court": extension.court,
        "agreement": extension.agreement,
        "barred": extension.barred,
        "cite": extension.cite,
    }


def _authority(authority: Authority) -> dict[str, Any]:
    return {
        "cite": authority.cite,
        "verified": authority.verified,
        "verified_on": _day(authority.verified_on),
        "source": authority.source,
    }


def disputes_data(disputes: Mapping[str, Dispute]) -> list[dict[str, Any]]:
    """Return disputed questions by full id, as JSON types."""
    return [
        {
            "id": name,
            "kind": dispute.kind,
            "question": dispute.question,
            "adopted": dispute.adopted,
            "authority": dispute.authority.cite,
            "readings": [
                {"answer": reading.name, "authority": reading.authority.cite}
                for reading in dispute.readings
            ],
            "settled": [
                {"court": court, "answer": answer, "cite": cite}
                for court, answer, cite in dispute.settled
            ],
        }
        for name, dispute in disputes.items()
    ]


def _settings(data: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    """Return settings with every citation as it is printed."""
    found: dict[str, Any] = {}
    for key, value in data.items():
        if key == "cite":
            found[key] = cited(prefix, value)
        elif hasattr(value, "items"):
            found[key] = _settings(value, prefix)
        elif key == "tolls":
            found[key] = [_settings(order, prefix) for order in value]
        else:
            found[key] = _plain(value)
    return found


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _plain(value: Mapping[str, Any] | Any) -> Any:
    if hasattr(value, "items"):
        return {key: _plain(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(member) for member in value]
    if isinstance(value, date):
        return value.isoformat()
    return value
