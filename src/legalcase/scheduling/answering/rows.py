"""Rows: each deadline that the law gives in a case, with where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from legalcase.scheduling.answering.applying import applies, lacking
from legalcase.scheduling.answering.computing import answer, compute_from
from legalcase.scheduling.answering.last_decided import last_decided
from legalcase.scheduling.answering.meeting import Meetings, Started
from legalcase.scheduling.answering.standing import (
    findings_of,
    past_due,
    standing_of,
)
from legalcase.scheduling.finding.groups import group_from, heads_of
from legalcase.scheduling.finding.kinds import says
from legalcase.scheduling.finding.sides import Owed
from legalcase.scheduling.row import ScheduledDeadline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from legalcase.catalogue.deadline_rule import DeadlineVersion
    from legalcase.model.deadlines.state import Deadline
    from legalcase.scheduling.answering.asking import Asking
    from legalcase.scheduling.answering.computing import Answer
    from legalcase.scheduling.finding.cards import Card
    from legalcase.scheduling.finding.groups import Group
    from legalcase.scheduling.finding.happenings import Happening, Happenings

__all__ = ["Only", "row_from", "rows_of", "started_by"]

_NONE: Final[frozenset[str]] = frozenset()
_CRITICAL = frozenset({"jurisdictional", "notfrist", "appeal-notfrist", "limitation"})


def rows_of(asking: Asking, card: Card) -> list[ScheduledDeadline]:
    """Return the deadlines that a deadline of the law gives in a case."""
    found = list(started_by(asking, card))
    if not found:
        return []
    meetings = Meetings(asking, found)
    return [row_from(asking, one, meetings) for one in found]


class Only(NamedTuple):
    """Some deadlines of a case: their ids, and by (rule, word) from what they run."""

    ids: frozenset[str]
    runs_from: Mapping[tuple[str, str], AbstractSet[str]]


def started_by(
    asking: Asking, card: Card, only: Only | None = None
) -> Iterator[Started]:
    """Yield what a deadline of the law gives in a case, each computed.

    With `only`, those alone that are these deadlines of the case, and run from what
    starts them now as well.
    """
    if not asking.happened.begins(card):
        return
    # What somebody has set all the same is in sight, and is told that it falls.
    if lacking(asking, card) is not None and not asking.known.has(card.id):
        return
    happened = asking.happened.firsts(card.rule.first_of)
    for head in (
        heads_of(card, happened) if only is None else _those(card, happened, only)
    ):
        if not _runs_from(asking, card, head):
            continue
        for found in asking.owed(card, head):
            owed = found
            group = group_from(card, head, happened, owed.owed_by or None)
            old = asking.known.find(card.id, group, owed.owed_by, owed.which)
            if only is not None and (old is None or old.deadline_id not in only.ids):
                continue
            if old is not None and owed.is_open and old.terms.owed_by:
                # Whoever set it said who owes it.
                owed = Owed(owed_by=old.terms.owed_by)
                group = group_from(card, head, happened, owed.owed_by)
            there = _answered(asking, card, group, owed, old)
            if there is not None:
                group, given = there
                yield Started(card, group, owed, old, given)


def _answered(
    asking: Asking, card: Card, group: Group, owed: Owed, old: Deadline | None
) -> tuple[Group, Answer] | None:
    """Return what is due from a group of events; ``None`` if another card has it."""
    if card.last_of:
        settled = last_decided(asking, card, group, owed.owed_by, old)
        if settled is not None:
            return settled
    given = answer(asking, card, group, owed.owed_by, old)
    if card.rule.shifts and not _is_of_its_texts(card, given):
        return _of_its_own(asking, card, group, owed, old)
    return group, given


def _of_its_own(
    asking: Asking, card: Card, group: Group, owed: Owed, old: Deadline | None
) -> tuple[Group, Answer] | None:
    """Return what the events of its own texts give, where those of others decided.

    ``None`` where they lie in the time of no text that runs from them: then it is the
    other event that starts it.
    """
    own = {word: one for word, one in group.anchors.items() if word in card.heads}
    given = compute_from(asking, card, own, owed.owed_by, old)
    if given.computation is None:
        return None
    return group._replace(anchors=own, open={}), given


def _is_of_its_texts(card: Card, given: Answer) -> bool:
    """Tell whether what was computed goes by a text that this card has."""
    if given.computation is None:
        return True
    return any(
        source.id == card.id and source.version in card.by_first
        for source in given.computation.sources
    )


def _those(card: Card, happened: Happenings, only: Only) -> Iterable[Happening]:
    """Return the events that start some deadlines of the case, as they do now."""
    if len(card.heads) == 1:
        word = card.heads[0]
        return happened.among(word, only.runs_from.get((card.id, word), _NONE))
    return (
        head
        for head in heads_of(card, happened)
        if head.key in only.runs_from.get((card.id, head.word), _NONE)
    )


def _runs_from(asking: Asking, card: Card, head: Happening) -> bool:
    """Tell whether an event is of those from which a deadline runs, or one was set."""
    if card.kinds is None:
        return True
    said = says(card.kinds, asking.case, head, asking.happened)
    return said not in {"no", "unsaid"} or asking.known.runs_from(card.id, head)


def row_from(asking: Asking, one: Started, meetings: Meetings) -> ScheduledDeadline:
    """Return the row of what began; `meetings` are those of its rule in the case."""
    rule, given, owed = one.card.rule, one.answer, one.owed
    shown = meetings.shown(one)
    arises = applies(asking, one)
    stands = standing_of(asking, one, arises, shown.done)
    version = _version(one)
    return ScheduledDeadline(
        case_id=asking.case_id,
        version=asking.version,
        rule=rule.id,
        title=version.title,
        cite=version.authority.cite,
        side=rule.owed_by,
        owed_by=owed.owed_by,
        owed_to=owed.owed_to,
        which=owed.which,
        happened=tuple(given.anchors.values()),
        computation=given.computation,
        dates=stands.dates,
        state=stands.state,
        deadline_id=stands.deadline_id,
        original_id=stands.original_id,
        agrees=stands.agrees,
        done=stands.done,
        is_critical=_is_critical(one, version),
        is_permissive=rule.permissive is not None,
        questions=(_who(owed) if owed.is_open else ())
        + arises.questions
        + given.questions
        + stands.questions
        + shown.questions,
        findings=given.findings
        + findings_of(asking, one, arises)
        + (() if asking.on is None else (*past_due(asking, one, arises, stands),)),
        law=rule,
    )


def _who(owed: Owed) -> tuple[str, ...]:
    if not owed.which:
        return ("Who owes it? The case names no party that could.",)
    return (f"Who owes it: which of {', '.join(owed.which)}?",)


def _version(one: Started) -> DeadlineVersion:
    """Return the text in force when the time began."""
    computation, rule = one.answer.computation, one.card.rule
    if computation is not None and len(rule.versions) > 1:
        for source in computation.sources:
            if source.id == rule.id:
                return one.card.by_first.get(source.version, rule.current)
    return rule.current


def _is_critical(one: Started, version: DeadlineVersion) -> bool:
    computation = one.answer.computation
    if computation is not None and computation.barred_by is not None:
        return True
    return version.nature in _CRITICAL
