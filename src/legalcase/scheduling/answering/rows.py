"""Rows: each deadline that the law gives in a case, with where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.model.deadlines.state import Deadline
from legalcase.scheduling.answering.applying import applies, lacking
from legalcase.scheduling.answering.computing import answer
from legalcase.scheduling.answering.last_decided import last_decided
from legalcase.scheduling.answering.meeting import Meetings, Started
from legalcase.scheduling.answering.standing import (
    findings_of,
    past_due,
    standing_of,
)
from legalcase.scheduling.finding.groups import group_from, heads_of
from legalcase.scheduling.finding.kinds import kind_of
from legalcase.scheduling.finding.sides import Around, Owed, obligors
from legalcase.scheduling.row import ScheduledDeadline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.catalogue.deadline_rule import DeadlineVersion
    from legalcase.scheduling.answering.asking import Asking
    from legalcase.scheduling.finding.cards import Card
    from legalcase.scheduling.finding.happenings import Happening

__all__ = ["Candidate", "candidates_of", "row_from", "rows_of"]

_CRITICAL = frozenset({"jurisdictional", "notfrist", "appeal-notfrist", "limitation"})


@frozen(kw_only=True, eq=False)
class Candidate:
    """A deadline that the law gives, before it is known where it stands.

    `owed` says who owes it, `old` is the deadline of the case that it is, if any.
    """

    one: Started
    owed: Owed
    old: Deadline | None


def rows_of(asking: Asking, card: Card) -> Iterator[ScheduledDeadline]:
    """Yield the deadlines that a deadline of the law gives in a case."""
    found = list(candidates_of(asking, card))
    meetings = Meetings(asking, [each.one for each in found])
    for each in found:
        yield row_from(asking, each, meetings)


def candidates_of(
    asking: Asking, card: Card, only: frozenset[str] | None = None
) -> Iterator[Candidate]:
    """Yield what a deadline of the law gives in a case, each computed.

    With `only`, those alone that are these deadlines of the case, and run from what
    starts them now as well.
    """
    if not any(map(asking.happened.of, card.heads)):
        return
    # What somebody has set all the same is in sight, and is told that it falls.
    if lacking(asking, card) is not None and not asking.known.has(card.id):
        return
    around = Around(
        case=asking.case,
        law=asking.law,
        card=card,
        happened=asking.happened,
        wanted=asking.parties,
    )
    happened = asking.happened.firsts(card.rule.first_of)
    for head in heads_of(card, happened):
        if not _runs_from(asking, card, head):
            continue
        if only is not None and not asking.known.begins(card.id, head.anchor, only):
            continue
        for found in obligors(card.rule.owed_by, head, around):
            owed = found
            group = group_from(card, head, happened, owed.owed_by or None)
            old = asking.known.find(card.id, group, owed.owed_by, owed.which)
            if only is not None and (old is None or old.deadline_id not in only):
                continue
            if old is not None and owed.is_open and old.terms.owed_by:
                # Whoever set it said who owes it.
                owed = Owed(owed_by=old.terms.owed_by)
                group = group_from(card, head, happened, owed.owed_by)
            settled = last_decided(asking, card, group, owed.owed_by, old)
            if settled is not None:
                group, given = settled
            else:
                given = answer(asking, card, group, owed.owed_by, old)
            one = Started(
                card=card,
                group=group,
                owed_by=owed.owed_by,
                owed_to=owed.owed_to,
                answer=given,
            )
            yield Candidate(one=one, owed=owed, old=old)


def _runs_from(asking: Asking, card: Card, head: Happening) -> bool:
    """Tell whether an event is of those from which a deadline runs, or one was set."""
    said = kind_of(card.kinds, asking.case, head, asking.happened).said
    return said not in {"no", "unsaid"} or asking.known.runs_from(card.id, head.anchor)


def row_from(
    asking: Asking, candidate: Candidate, meetings: Meetings
) -> ScheduledDeadline:
    """Return the row of a candidate; `meetings` are those of its rule in the case."""
    one, owed, old = candidate.one, candidate.owed, candidate.old
    rule, given = one.card.rule, one.answer
    shown = meetings.shown(one)
    happened = given.anchors.values()
    stands = standing_of(asking, one, owed, old, shown.done)
    version = _version(one)
    return ScheduledDeadline(
        case_id=asking.case.case_id,
        version=asking.case.version,
        rule=rule.id,
        title=version.title,
        cite=version.authority.cite,
        side=rule.owed_by,
        owed_by=owed.owed_by,
        owed_to=owed.owed_to,
        which=owed.which,
        anchors=tuple([act.anchor for act in happened]),
        because=tuple([act.because for act in happened]),
        computation=given.computation,
        dates=stands.dates,
        state=stands.state,
        deadline_id=stands.deadline_id,
        original_id=stands.original_id,
        agrees=stands.agrees,
        done=stands.done,
        is_critical=_is_critical(one, version),
        is_permissive=rule.permissive is not None,
        questions=(
            *_who(owed),
            *applies(asking, one).questions,
            *given.questions,
            *stands.questions,
            *shown.questions,
        ),
        findings=(
            *given.findings,
            *findings_of(asking, one, owed),
            *past_due(asking, one, owed, stands),
        ),
        law=rule,
    )


def _who(owed: Owed) -> tuple[str, ...]:
    if not owed.is_open:
        return ()
    if not owed.which:
        return ("Who owes it? The case names no party that could.",)
    return (f"Who owes it: which of {', '.join(owed.which)}?",)


def _version(one: Started) -> DeadlineVersion:
    """Return the text in force when the time began."""
    computation, rule = one.answer.computation, one.card.rule
    if computation is not None and len(rule.versions) > 1:
        first = next((s.version for s in computation.sources if s.id == rule.id), "")
        for version in rule.versions:
            if version.first.isoformat() == first:
                return version
    return rule.current


def _is_critical(one: Started, version: DeadlineVersion) -> bool:
    computation = one.answer.computation
    if computation is not None and computation.barred_by is not None:
        return True
    return version.nature in _CRITICAL
