"""Conflicts of interest: who stands in any case, found for a person who decides."""

from typing import TYPE_CHECKING

from legalcase.conflicts.asked import Asked
from legalcase.conflicts.asking import DEPTH, check
from legalcase.conflicts.corpus.everybody import people_of
from legalcase.conflicts.corpus.index import ConflictIndex, Unsearched
from legalcase.conflicts.corpus.participation import Matter, Participation
from legalcase.conflicts.finding.found import (
    ConflictFinding,
    ConflictMatch,
    MatchEvidence,
)
from legalcase.conflicts.finding.outcome import EXISTENCE, ConflictCheck
from legalcase.conflicts.finding.seeing import as_seen_by
from legalcase.conflicts.names.matching import THRESHOLD, Likeness, matched
from legalcase.conflicts.relating import RelationStep
from legalcase.conflicts.rules import RULES, ConflictRule, rule_of
from legalcase.near import no_such_name
from legalcase.practice.conflict_checks.checking import STANCES

__all__ = [
    "DEPTH",
    "EXISTENCE",
    "RULES",
    "STANCES",
    "THRESHOLD",
    "Asked",
    "ConflictCheck",
    "ConflictFinding",
    "ConflictIndex",
    "ConflictMatch",
    "ConflictRule",
    "Likeness",
    "MatchEvidence",
    "Matter",
    "Participation",
    "RelationStep",
    "Unsearched",
    "as_seen_by",
    "check",
    "matched",
    "people_of",
    "rule_of",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
