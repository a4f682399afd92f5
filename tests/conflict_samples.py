"""Values of checks for conflicts, for the tests that ask all."""

from __future__ import annotations

from typing import Any

from case_files import CANARY
from conflict_cases import DAY, case, entry, link, party
from legalcase.conflicts import Asked, ConflictIndex, check, matched, rule_of
from legalcase.directory import Directory

__all__ = ["NOT_STORED", "conflict_samples"]

#: What is not stored, each with the reason.
NOT_STORED = {
    f"legalcase.conflicts.{name}": "what is kept of a check is a ConflictsChecked"
    for name in (
        "asked.Asked",
        "finding.found.ConflictFinding",
        "finding.found.ConflictMatch",
        "finding.found.MatchEvidence",
        "corpus.index.Unsearched",
        "names.matching.Likeness",
        "finding.outcome.ConflictCheck",
        "corpus.participation.Matter",
        "corpus.participation.Participation",
        "relating.RelationStep",
        "rules.ConflictRule",
    )
}


def conflict_samples() -> dict[str, Any]:
    """A value of each class."""
    people = Directory.of(
        entry("person:1", f"Client {CANARY}"),
        entry("person:2", f"Other {CANARY}", link("spouse-of", "person:1")),
    )
    made = case(
        "m-1",
        party("us", "plaintiff", "person:1", is_client=True),
        party("them", "defendant", name=f"Otter {CANARY}"),
    )
    index = ConflictIndex.of([made], people, position="p-1")
    asked = (
        Asked(who="person:2", stance="adverse", identifiers=(("tax", CANARY),)),
        Asked(name=f"Otter {CANARY}", stance="client"),
    )
    found = check(index, people=asked, as_of=DAY)
    match = next(one for one in found if one.path)
    values = (
        asked[0],
        found,
        found.findings[0],
        match,
        match.evidence,
        match.path[0],
        match.participation,
        index.participations[0].matter,
        index.unsearched[0],
        matched("Jane Roe", "Jane Rowe"),
        rule_of("former-client"),
    )
    return {type(value).__name__: value for value in values}
