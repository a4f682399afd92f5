"""What a check finds: matches with their evidence, and findings under rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from legalcase.conflicts.asked import Asked
from legalcase.conflicts.corpus.participation import Participation
from legalcase.conflicts.relating import RelationStep
from legalcase.conflicts.rules import rule_of
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from legalcase.authority import Authority
    from legalcase.conflicts.rules import ConflictRule

__all__ = ["ConflictFinding", "ConflictMatch", "MatchEvidence"]


@frozen(kw_only=True)
class MatchEvidence(PlainData):
    """By what somebody was found: an id, an identifier, or a name that is like another.

    `method` is ``"id"``, ``"identifier"``, or how two names were compared: one of the
    methods of `Likeness`. `score` goes from 0 to 100. `asked` and `found` are the two
    names, or what sort the identifier is. `entry` is whom it led to in the directory.
    """

    method: str
    score: float = 100.0
    asked: str | None = field(default=None, repr=False)
    found: str | None = field(default=None, repr=False)
    entry: str | None = None

    @property
    def is_certain(self) -> bool:
        """Whether it is more than a name: an id, or a number that was given to one."""
        return self.method in ("id", "identifier")

    def __str__(self) -> str:
        """Return it in words."""
        if self.method == "id":
            return "by id"
        if self.method == "identifier":
            return f"by {self.asked}"
        return f"{self.asked!r} ~ {self.found!r} ({self.method}, {self.score:.0f})"


@frozen(kw_only=True)
class ConflictMatch(PlainData):
    """Somebody who was found: by what evidence, over which path, in which matter.

    `participation` is ``None`` for an entry of the directory that bears a like name and
    takes part in nothing. `standings` are what they are to us on the day, `rules` the
    codes of those under which it can fall; where only a name matched, `if_same` are
    those that it would fall under if it is the same person.
    """

    asked: Asked
    evidence: MatchEvidence
    path: tuple[RelationStep, ...] = ()
    participation: Participation | None = None
    standings: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    if_same: tuple[str, ...] = ()

    @property
    def case_id(self) -> str | None:
        """The matter, if there is one."""
        return None if self.participation is None else self.participation.case_id

    @property
    def way(self) -> str:
        """The whole path in one line: whom, related how, in which matter as what."""
        parts = [self.asked.key, *(str(step) for step in self.path)]
        if not self.evidence.is_certain:
            parts.insert(1, f"~ {self.evidence.entry or self.evidence.found}")
        if self.participation is not None:
            roles = ", ".join(self.participation.roles)
            parts.append(f"\u2192 {roles} in {self.participation.case_id}")
        return " ".join(parts)


@frozen(kw_only=True)
class ConflictFinding(PlainData):
    """A match under a rule: to be cleared, consented to, screened or declined.

    `finding_id` is the same for the same finding of a later check. `state` is where it
    begins: ``"open"``, or ``"non-consentable"``. `affected` are ids of those whose
    informed consent would be enough, where anybody's is.
    """

    finding_id: str
    rule: str
    match: ConflictMatch
    affected: tuple[str, ...] = ()

    @property
    def of_rule(self) -> ConflictRule:
        """The rule, with its authority."""
        return rule_of(self.rule)

    @property
    def authority(self) -> Authority:
        """On what it rests."""
        return self.of_rule.authority

    @property
    def state(self) -> str:
        """Where it begins."""
        return "non-consentable" if self.rule == "same-proceeding" else "open"
