"""as_seen_by: a check as somebody may see it from whom walls hide some matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.conflicts.asked import NOUNS
from legalcase.conflicts.finding.outcome import EXISTENCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.conflicts.finding.found import ConflictFinding, ConflictMatch
    from legalcase.conflicts.finding.outcome import ConflictCheck

__all__ = ["as_seen_by"]


def as_seen_by(
    check: ConflictCheck,
    is_seen: Callable[[str], bool],
    *,
    noun: str = "case",
    position: str | None = None,
    cases: int | None = None,
) -> ConflictCheck:
    """Return a check as somebody may see it, who may see only some streams.

    `is_seen` is asked of streams: ``"case:m-311"``, ``"person:9"``. A match in a matter
    that is hidden, or on whose path somebody hidden stands, is gone; in the place of
    all of them stands one word, `EXISTENCE`: not in how many matters, of whom, nor
    under which rule. How many cases there are, and what could not be searched of those
    that are hidden, is gone as well. `position` and `cases` are what is told of these.
    """

    def seen(match: ConflictMatch) -> bool:
        part = match.participation
        streams = [step.to for step in match.path]
        if match.asked.who is not None and match.asked.who.startswith(NOUNS):
            streams.append(match.asked.who)
        if match.evidence.entry is not None:
            streams.append(match.evidence.entry)
        if part is not None:
            streams.append(f"{noun}:{part.case_id}")
            if part.who is not None:
                streams.append(part.who)
        return all(map(is_seen, streams))

    def may_know(finding: ConflictFinding) -> bool:
        return seen(finding.match)

    matches = tuple(filter(seen, check.matches))
    return evolve(
        check,
        position=check.position if position is None else position,
        cases=cases,
        matches=matches,
        findings=tuple(filter(may_know, check.findings)),
        unsearched=tuple(one for one in check.unsearched if is_seen(one.where)),
        hidden=EXISTENCE if len(matches) < len(check.matches) else check.hidden,
    )
