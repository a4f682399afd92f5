"""Search: one look at an index, for one of those of whom it is asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from legalcase.conflicts.classifying import Constellation, classified
from legalcase.conflicts.corpus.index import ConflictIndex
from legalcase.conflicts.finding.found import ConflictMatch, MatchEvidence
from legalcase.conflicts.relating import FAMILY, IDENTITY, related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.conflicts.asked import Asked
    from legalcase.conflicts.corpus.participation import Participation
    from legalcase.conflicts.relating import RelationStep

__all__ = ["Search"]


class _Start(NamedTuple):
    """Where to begin: an entry, or somebody who takes part without one."""

    evidence: MatchEvidence
    part: Participation | None = None


@frozen(kw_only=True)
class Search:
    """What all who are asked about share: the index, the day, the matter, the bounds.

    `live` are the cases in which we act for somebody on the day.
    """

    index: ConflictIndex
    as_of: date
    matter: str | None
    depth: int
    threshold: float
    live: frozenset[str]

    def matches(self, asked: Asked) -> Iterator[ConflictMatch]:
        """Yield every match of one of whom it is asked, each once, the certain first.

        Where somebody is reached by several ways, the first and shortest stands.
        """
        seen: set[tuple[str, str]] = set()
        for start in self._starts(asked):
            for match in self._from(asked, start):
                part = match.participation
                key = (
                    ("", match.evidence.entry or "")
                    if part is None
                    else (part.case_id, f"{part.ref} {part.who}")
                )
                if key not in seen:
                    seen.add(key)
                    yield match

    def _starts(self, asked: Asked) -> Iterator[_Start]:
        directory = self.index.directory
        known: set[str] = set()
        names = [] if asked.name is None else [asked.name]
        marks = list(asked.identifiers)
        if asked.who is not None:
            known.add(asked.who)
            yield _Start(MatchEvidence(method="id", entry=asked.who))
            entry = directory.find(asked.who)
            if entry is not None:
                held = entry.profile
                marks += [(one.sort, one.value) for one in held.identifiers]
                names += [one.name.written for one in held.names]
                names += [one.name.written for one in held.aliases]
        for sort, value in dict.fromkeys(marks):
            for other in directory.by_identifier(sort, value):
                if other.entry_id not in known:
                    known.add(other.entry_id)
                    yield _Start(
                        MatchEvidence(
                            method="identifier", asked=sort, entry=other.entry_id
                        )
                    )
        yield from self._by_name(asked, names, known)

    def _by_name(
        self, asked: Asked, names: Iterable[str], known: set[str]
    ) -> Iterator[_Start]:
        best: dict[tuple[str, str], _Start] = {}
        for name in dict.fromkeys(names):
            for place, alike in self.index.book.like(name, threshold=self.threshold):
                said, who, part = self.index.named[place]
                if who in known or self._is_itself(asked, part):
                    continue
                key = ("", who or "") if part is None else (part.case_id, part.ref)
                old = best.get(key)
                if old is None or old.evidence.score < round(alike.score, 1):
                    evidence = MatchEvidence(
                        method=alike.method,
                        score=round(alike.score, 1),
                        asked=name,
                        found=said,
                        entry=who,
                    )
                    best[key] = _Start(evidence, part)
        yield from sorted(best.values(), key=lambda one: -one.evidence.score)

    def _is_itself(self, asked: Asked, part: Participation | None) -> bool:
        """Tell whether a party of the matter was asked about by its own id there."""
        return (
            part is not None and part.case_id == self.matter and part.ref == asked.who
        )

    def _from(self, asked: Asked, start: _Start) -> Iterator[ConflictMatch]:
        """Yield the matches to which one beginning leads."""
        if start.part is not None:
            yield self._match(asked, start.evidence, (), start.part)
            return
        entry = start.evidence.entry or ""
        found = False
        reached = related(self.index.links, entry, depth=self.depth, as_of=self.as_of)
        for who, path in reached.items():
            for part in self.index.of_person(who):
                found = True
                yield self._match(asked, start.evidence, path, part)
            if asked.stance == "member" and path:
                for part in self.index.of_firm(who):
                    yield self._match(asked, start.evidence, path, part, by_firm=True)
        if not found and not start.evidence.is_certain:
            yield ConflictMatch(asked=asked, evidence=start.evidence)

    def _for_government(self, part: Participation) -> bool:
        """Tell whether counsel served the government, and no firm that it retained."""
        if part.firm is not None and not part.firm.startswith("agency:"):
            return False
        return any(
            one.party_id in part.for_whom
            and "government" in one.standings_on(self.as_of)
            for one in self.index.of_case(part.case_id)
            if one.party_id is not None
        )

    def _match(
        self,
        asked: Asked,
        evidence: MatchEvidence,
        path: tuple[RelationStep, ...],
        part: Participation,
        *,
        by_firm: bool = False,
    ) -> ConflictMatch:
        standings = part.standings_on(self.as_of)
        rules = classified(
            Constellation(
                stance=asked.stance,
                standings=standings,
                direct=all(step.relation in IDENTITY for step in path),
                same_matter=part.case_id == self.matter,
                live=part.case_id in self.live,
                by_firm=by_firm,
                for_others=not part.for_client,
                for_government=self._for_government(part),
                by_family=any(step.relation in FAMILY for step in path),
            )
        )
        return ConflictMatch(
            asked=asked,
            evidence=evidence,
            path=path,
            participation=part,
            standings=standings,
            rules=rules if evidence.is_certain else ("same-person-review",),
            if_same=() if evidence.is_certain else rules,
        )
