"""From a docket to a case: what happened as events, and its deadlines among them."""

from __future__ import annotations

from datetime import date, datetime
from itertools import count
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref
from legalcase.kernel.lines.recorded import Draft
from legalcase.law.book.vocabulary import words_of
from legalcase.model.case_file import CaseFile
from legalcase.model.caseload.events import CaseOpened
from legalcase.model.deadlines.basis import Anchor, Computed, Ordered
from legalcase.model.deadlines.events import (
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineSet,
)
from legalcase.model.deadlines.terms import DeadlineTerms
from legalcase.model.docket.events import Filed, JudgmentEntered, OrderEntered, Served
from legalcase.model.notes.events import NoteAdded
from legalcase.model.people.events import PartyJoined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.cli.demo.docket_answers import DocketAnswer
    from legalcase.cli.demo.docket_files import Docket, DocketEvent, DocketQuestion
    from legalcase.kernel.events.event import Event
    from legalcase.law.lawbook import Law
    from legalcase.model.deadlines.basis import Basis

__all__ = ["event_id", "file_of"]

#: Nobody is invented: in earnest a lawyer's name stands here.
_ACTOR: Final = "legalcase demo"

_PUBLIC: Final = Label(audience="public")

_SEEN: Final = {
    "text": "its text was read",
    "secondary": "an account of it was read",
    "recall": "from memory",
    "derived": "derived from other facts",
}

# What the model calls a filing, a service …. What it has no event for, or one that
# needs an hour that is not known, becomes a public note.
_KINDS: Final[dict[str, type]] = {
    "answer-filed": Filed,
    "appeal-submitted": NoteAdded,
    "appellate-judgment-served": Served,
    "application-made": Filed,
    "claim-issued": Filed,
    "complaint-filed": Filed,
    "counterclaim-served": Served,
    "extension-granted": OrderEntered,
    "extension-requested": Filed,
    "further-appeal-filed": Filed,
    "grounds-of-appeal-filed": Filed,
    "hearing-held": NoteAdded,
    "judgment-entered": JudgmentEntered,
    "judgment-given": JudgmentEntered,
    "judgment-pronounced": JudgmentEntered,
    "judgment-served": Served,
    "motion-filed": Filed,
    "notice-of-appeal-filed": Filed,
    "notice-received": Served,
    "objection-made": Filed,
    "offices-closed": NoteAdded,
    "opinion-issued": OrderEntered,
    "opposition-filed": Filed,
    "order-made": OrderEntered,
    "order-received": Served,
    "skeleton-argument-filed": Filed,
    "trial-commenced": NoteAdded,
}


def file_of(
    docket: Docket, answers: tuple[DocketAnswer, ...], law: Law, recorded_at: datetime
) -> CaseFile:
    """Return the file of the case that a docket tells.

    Without answers it is the case before anybody asked what is due. It is opened on the
    first day that the docket knows. Every deadline is set and
    confirmed when its trigger (or the order that sets it) has happened, and met, in
    time or late, by the event that the docket names.
    """
    opened = CaseOpened(
        caption=docket.caption,
        happened_on=docket.events[0].on,
        court=docket.court,
        number=docket.number,
        forum=docket.forum,
    )
    numbers = count(1)

    def ids(_: datetime) -> str:
        # The same demo twice has the same ids: its pages can be compared.
        return f"{docket.id}/{next(numbers)}"

    file = CaseFile.open(
        opened, case_id=docket.id, by=_ACTOR, at=recorded_at, law=law, ids=ids
    )
    for event, reason in _happened(docket, answers, law):
        file = file.record(event, by=_ACTOR, at=recorded_at, reason=reason, law=law)
    return file


def _happened(
    docket: Docket, answers: tuple[DocketAnswer, ...], law: Law
) -> Iterator[tuple[Event | Draft, str | None]]:
    opened_on = docket.events[0].on
    for party in docket.parties:
        yield (
            PartyJoined(
                party_id=party.id,
                name=party.name,
                roles=party.roles,
                kind=party.kind or "person",
                happened_on=opened_on,
            ),
            None,
        )
    zone = _zone(docket, law)
    words = words_of(law)["trigger"]
    for event in docket.events:
        source = docket.source(event.source)
        reason = f"{source.cite} ({_SEEN[event.seen]})"
        # Under the docket's own id, so that deadlines can say what they hang on.
        draft = Draft(_event(event, zone, words), event_id=event_id(docket, event.id))
        yield draft, reason
        for answer in answers:
            if _set_by(docket, answer.question) == event.id:
                yield from ((e, None) for e in _set(docket, event, answer, zone))
        for answer in answers:
            if answer.question.done == event.id:
                yield _met(docket, event, answer.question, zone), reason


def event_id(docket: Docket, name: str) -> str:
    """Return an id that no other case has: a store keeps each but once."""
    return f"{docket.id}/{name}"


def _ref(docket: Docket, name: str) -> Ref:
    return Ref("event", event_id(docket, name))


def _zone(docket: Docket, law: Law) -> ZoneInfo | None:
    """Return the court's zone if there is exactly one."""
    zones = () if docket.court is None else law.court(docket.court).zones
    return ZoneInfo(zones[0]) if len(zones) == 1 else None


def _at(event: DocketEvent, zone: ZoneInfo | None) -> datetime | None:
    if event.at is None or zone is None:
        return None
    return datetime.combine(event.on, event.at, zone)


def _event(event: DocketEvent, zone: ZoneInfo | None, words: frozenset[str]) -> Event:
    kind = _KINDS[event.kind]
    if kind is NoteAdded:
        return NoteAdded(
            note_id=event.id, text=event.text, happened_on=event.on, label=_PUBLIC
        )
    given: dict[str, Any] = {
        "title": event.text,
        "happened_on": event.on,
        "triggers": (event.kind,) if event.kind in words else (),
    }
    if kind is Filed or kind is Served:
        given |= {"happened_at": _at(event, zone), "by": event.by}
    if kind is Served:
        given |= {"method": event.method, "on": event.served_on}
    made: Event = kind(**given)
    return made


def _set_by(docket: Docket, question: DocketQuestion) -> str:
    """Return the event by which a deadline came: an order, or the last trigger."""
    if question.order is not None:
        return question.order
    events = [docket.event(name) for name in question.anchors]
    return max(events, key=lambda event: event.on).id


def _set(
    docket: Docket, event: DocketEvent, answer: DocketAnswer, zone: ZoneInfo | None
) -> Iterator[Event]:
    question = answer.question
    basis = _basis(docket, event, answer, zone)
    if question.direction == "extending":
        yield DeadlineExtended(
            deadline_id=question.anchors[0],
            successor_id=question.id,
            basis=basis,
            title=question.title,
            order=_order(docket, event),
            authority=event.text,
            happened_on=event.on,
        )
    else:
        terms = _terms(answer, basis)
        yield DeadlineSet(deadline_id=question.id, terms=terms, happened_on=event.on)
    yield DeadlineConfirmed(
        deadline_id=question.id, confirmed_by=_ACTOR, happened_on=event.on
    )


def _terms(answer: DocketAnswer, basis: Basis) -> DeadlineTerms:
    """Return the terms: those of the rule where the schedule of the case gave it."""
    title = answer.question.title
    if not (answer.rows and isinstance(basis, Computed)):
        return DeadlineTerms(title=title, basis=basis)
    # Not `critical`: nobody is invented who could confirm it beside whoever set it.
    return DeadlineTerms.of_rule(
        answer.rows[0].law,
        answer.computation,
        title=title,
        anchors=basis.anchors,
        owed_by=answer.owed_by,
    )


def _order(docket: Docket, event: DocketEvent) -> Ref | None:
    """Refer to an event where it is an order on the docket."""
    return _ref(docket, event.id) if _KINDS[event.kind] is OrderEntered else None


def _basis(
    docket: Docket, event: DocketEvent, answer: DocketAnswer, zone: ZoneInfo | None
) -> Basis:
    """Return the computation; where an order fixed the hour besides, what it says."""
    question, computation = answer.question, answer.computation
    if question.hour is None or zone is None:
        known = {one.id: one for one in docket.events}
        anchors = tuple(
            Anchor(known[name].kind, _ref(docket, name))
            for name in question.anchors
            if name in known and known[name].on <= event.on
        )
        return Computed(computation=computation, anchors=anchors)
    due: date = computation.due
    return Ordered(
        due=due,
        due_at=datetime.combine(due, question.hour, zone),
        order=_order(docket, event),
        authority=event.text,
    )


def _met(
    docket: Docket, event: DocketEvent, question: DocketQuestion, zone: ZoneInfo | None
) -> DeadlineMet:
    names = [party.name for party in docket.parties if party.id in event.by]
    return DeadlineMet(
        deadline_id=question.id,
        met_by=", ".join(names) or "whoever filed it: the source does not say",
        by_event=_ref(docket, event.id),
        evidence=f"{event.text} ({docket.source(event.source).cite})",
        happened_on=event.on,
        happened_at=_at(event, zone),
    )
