"""Checks of disputes: an answer that leaves every date as it is is no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.counting.overlay import lay_over
from legalcase.errors import LegalCaseError
from legalcase.law.crosscheck_recesses import spans_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.authority import Dispute, DisputedReading
    from legalcase.counting.rule import CountingRule, RuleVersion
    from legalcase.law.folder import LawFile
    from legalcase.law.lawbook import Law

__all__ = ["check_idle", "idle_in_calendar"]

Problem = tuple[str, str, str]
_IDLE: Final = (
    "changes nothing: under it all is as under the adopted answer. Say what holds "
    "under it, or take the dispute out."
)
_INPUTS: Final = frozenset({"act", "nature", "paper"})


def check_idle(law: Law, file: LawFile) -> list[Problem]:
    """Return the readings of a counting rule under which all is counted alike."""
    try:
        rule = law.counting_rule(file.raw["rule"]["id"])
    except LegalCaseError:
        return []  # reported by itself
    problems = []
    for index, table in enumerate(file.raw.get("dispute", ())):
        dispute = next(d for d in rule.disputes if d.id == table["id"])
        for number, reading in enumerate(dispute.readings):
            versions = [span.version for span in spans_of(rule) if span.within(dispute)]
            if not any(_differs(rule, one, dispute, reading) for one in versions):
                path = f"$.dispute[{index}].reading[{number}]"
                problems.append((file.name, path, _IDLE))
    return problems


def idle_in_calendar(law: Law, file: LawFile) -> list[Problem]:
    """Return the readings of a calendar under which every day is as it is without."""
    calendar = law.calendar(file.raw["calendar"]["id"])
    return [
        (file.name, f"$.dispute[{index}].reading[{number}]", _IDLE)
        for index, table in enumerate(file.raw.get("dispute", ()))
        for number, reading in enumerate(table["reading"])
        if not calendar.days_in_dispute(table["id"], (reading["name"],))
    ]


def _differs(
    rule: CountingRule, version: RuleVersion, dispute: Dispute, reading: DisputedReading
) -> bool:
    """Tell whether a version can count otherwise under a reading than without it."""
    change = dict(reading.change)
    given = {key: change.pop(key) for key in _INPUTS & change.keys()}
    if change.get("calendar"):
        return True  # what it changes lies in the calendars
    plain, laid = lay_over(version.data, {}), lay_over(version.data, change)
    if _bare(plain) != _bare(laid):
        return True
    try:
        choices = frozenset({(f"{rule.id}#{dispute.id}", reading.name)})
        recess = rule.settings(version, choices).suspension
    except LegalCaseError:
        return True  # reported by itself
    if "nature" in given and recess is not None:
        return recess.stops(given["nature"]) != recess.stops(None)
    if "act" in given:
        return any(
            (given["act"] in acts) != (rule.default_act in acts)
            for acts in _lists_of_acts(laid)
        )
    return "paper" in given and len(laid.get("completion", {})) > 1


def _bare(value: Any) -> Any:  # noqa: ANN401 - tables as a file has them
    """Return tables without their citations, by which nothing is counted."""
    if isinstance(value, dict):
        return {key: _bare(one) for key, one in value.items() if key != "cite"}
    return value


def _lists_of_acts(data: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for key, value in data.items():
        if key == "acts":
            yield tuple(value)
        elif isinstance(value, dict):
            yield from _lists_of_acts(value)
