"""What a schedule cannot say, told: courts, words, days of which the law is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from legalcase.catalogue.twins import other_side
from legalcase.courts.states import state_of
from legalcase.errors import UnknownNameError
from legalcase.law.book.events_alike import implied_by, together_with
from legalcase.law.book.finding.packs import deadlines_of, packs_of
from legalcase.law.book.venues import OF_THE_FORUM
from legalcase.scheduling.answering.rows import started_by
from legalcase.scheduling.finding.calling import called
from legalcase.scheduling.finding.card_words import words_of
from legalcase.scheduling.finding.kinds import kind_of
from legalcase.scheduling.row import ScheduleNotice

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.docket.state import DocketEntry
    from legalcase.scheduling.answering.asking import Asking
    from legalcase.scheduling.finding.cards import Card

__all__ = ["court_of", "forum_of", "notices_of"]

#: How many deadlines a notice names.
_NAMED: Final = 3


def court_of(
    case: Case, law: Law
) -> tuple[str | None, str | None, tuple[ScheduleNotice, ...]]:
    """Return the court as the law knows it, the jurisdiction, and what to say of it."""
    given = case.court
    if given is None:
        text = "The case is in no court yet: which deadlines arise cannot be said."
        return None, None, (ScheduleNotice(code="no-court", text=text),)
    try:
        court = law.court(given)
    except UnknownNameError:
        place = given.partition("/")[0]
        # Of what is not entered alone: the rest of the law need not be read for it.
        has_rules = any(deadlines_of(law, pack) for pack in packs_of(law, place))
        if not has_rules and state_of(given) is not None:
            # What federal law has due in a state's court is due in every state's.
            text = (
                f"The court {given} is not entered, nor any rule of {place}: only what "
                "federal law has due in the court of a state is listed."
            )
            notice = ScheduleNotice(code="court-unknown", text=text)
            return None, place, (notice,)
        known = place if place in law.jurisdictions() else None
        text = (
            f"The court {given} is not entered. The deadlines of {place} are counted "
            "without its calendar and its local rules."
            if known
            else f"The court {given} is not entered, nor any rule of {place}."
        )
        return None, known, (ScheduleNotice(code="court-unknown", text=text),)
    return court.id, court.id.partition("/")[0], ()


def forum_of(
    case: Case, law: Law, court: str | None
) -> tuple[str | None, tuple[ScheduleNotice, ...]]:
    """Return the forum to count with, and what to say of it.

    A court that is entered brings its own state; a forum whose legal holidays are not
    entered is left out, and said to be.
    """
    forum = case.forum
    if forum is None:
        return None, ()
    head = law.jurisdiction(forum) if forum in law.jurisdictions() else None
    name = None if head is None else head.get("legal_holidays")
    if name is None:
        text = f"The legal holidays of {forum} are not entered, and are not considered."
        return None, (ScheduleNotice(code="forum-unknown", text=text),)
    own = {} if court is None else dict(law.court(court).calendars)
    found = {own[role] for role in OF_THE_FORUM if role in own}
    if not found:
        return forum, ()
    if found == {name}:
        return None, ()
    text = (
        f"The court {court} sits in another state than {forum}, which the case names "
        "as its forum: the court's own is counted with."
    )
    return None, (ScheduleNotice(code="forum-differs", text=text),)


def _heard(asking: Asking) -> tuple[str, ...]:
    """Return the proceedings that the court of a case hears, where that is entered."""
    return () if asking.court is None else asking.law.court(asking.court).hears


def _listed(heard: tuple[str, ...]) -> str:
    """Say in which proceedings arises what is listed, where none was stated."""
    return f"those that its court hears ({', '.join(heard)})" if heard else "all"


def notices_of(asking: Asking, cards: tuple[Card, ...]) -> Iterator[ScheduleNotice]:
    """Yield what the law entered does not say of a case."""
    proceeding = asking.proceeding
    where = asking.court or asking.jurisdiction
    heard = _heard(asking)
    if where is not None:
        if proceeding is None:
            yield ScheduleNotice(
                code="no-proceeding",
                text="The case does not say in which proceeding it is: the deadlines "
                f"of {_listed(heard)} are listed. Open it with "
                f"proceeding={(heard or ('civil',))[0]!r}, say.",
            )
        if not cards:
            kind = "" if proceeding is None else f" in a proceeding {proceeding!r}"
            other = "" if proceeding in heard else ", ".join(map(repr, heard))
            hint = f" That court hears {other}." if other else ""
            yield ScheduleNotice(
                code="no-rules", text=f"No deadline is entered for {where}{kind}.{hint}"
            )
    yield from _of_docket(asking, cards)
    if asking.court is not None:
        yield from _of_days(asking, asking.court)


def _of_docket(asking: Asking, cards: tuple[Card, ...]) -> Iterator[ScheduleNotice]:
    words = words_of(asking.law, cards)
    implied = implied_by(asking.law)
    unused: dict[str, list[str]] = {}
    silent = []
    yield from _of_kinds(asking, cards)
    halves = dict(_of_both(asking, cards))
    yield from (notice for found in halves.values() for notice in found)
    for entry in asking.case.docket:
        if not entry.stands:
            continue
        if not entry.triggers and entry.kind != "proof-of-service-filed":
            silent.append(f"event:{entry.event_id}")
        yield from _of_proofs(entry)
        for word in entry.triggers:
            if word in halves:
                continue  # of it is said already what does not run
            if word not in words.used and words.used.isdisjoint(implied.get(word, ())):
                unused.setdefault(word, []).append(f"event:{entry.event_id}")
    if cards:
        for word, refs in unused.items():
            yield ScheduleNotice(
                code="trigger-unused",
                text=f"No deadline that is entered here runs from {word}, or is met "
                f"by it ({', '.join(refs)}).{_other_side(word, words.meeting)}",
                of=tuple(refs),
            )
    if silent:
        yield ScheduleNotice(
            code="no-triggers",
            text=f"Of {len(silent)} entries of the docket nobody said which event of "
            f"the law they are: {', '.join(silent)}.",
            of=tuple(silent),
        )


def _of_kinds(asking: Asking, cards: tuple[Card, ...]) -> Iterator[ScheduleNotice]:
    """Yield what was taken for another paper, since nobody said which it is."""
    taken: dict[str, dict[str, None]] = {}
    for card in words_of(asking.law, cards).telling:
        if card.kinds is None:
            continue
        for word in card.heads:
            for head in asking.happened.of(word):
                kind = kind_of(card.kinds, asking.case, head, asking.happened)
                if kind.is_taken:
                    words = dict.fromkeys(card.kinds.law.other_than)
                    taken.setdefault(kind.of, {}).update(words)
    for key, words in taken.items():
        yield ScheduleNotice(
            code="kind-taken",
            text=f"Of {called(key)} nobody said more than its sort: it is taken for "
            f"none of {', '.join(words)}. If it is one, record that word.",
            of=(key,),
        )


def _of_both(
    asking: Asking, cards: tuple[Card, ...]
) -> Iterator[tuple[str, list[ScheduleNotice]]]:
    """Yield what would run, had an event happened that commonly comes with another.

    By the word of the docket. An answer that runs from service of the summons has no
    date where the docket says no more than that the complaint was served: nobody would
    see that it is missing.
    """
    if asking.jurisdiction is None:
        return
    happened = asking.happened.words
    together = together_with(asking.law, asking.jurisdiction)
    for word in sorted(happened & together.keys()):
        refs = tuple(one.key for one in asking.happened.of(word))
        found = []
        for other in sorted(together[word] - happened):
            waiting = _started(asking, cards, word, other)
            if waiting:
                text = _waits(word, ", ".join(refs), other, waiting)
                found.append(ScheduleNotice(code="half-recorded", text=text, of=refs))
        if found:
            yield word, found


def _waits(word: str, refs: str, other: str, waiting: list[str]) -> str:
    """Say what waits for another word of an event that the docket has."""
    number = len(waiting)
    runs = f"{number} deadlines run that are"
    if number == 1:
        runs = "1 deadline runs that is"
    more = ", …" if number > _NAMED else ""
    return (
        f"The docket has {word} ({refs}) and not {other}, from which {runs} not "
        f"listed: {', '.join(waiting[:_NAMED])}{more}. If that happened too, record it "
        "with both words."
    )


def _started(
    asking: Asking, cards: tuple[Card, ...], word: str, other: str
) -> list[str]:
    """Return what of the law would be listed, had it happened under both words.

    What the court has to do is not looked at: no party misses it.
    """
    happened = asking.happened.words
    supposed = evolve(asking, happened=asking.happened.known_too_as(word, other))
    return [
        card.id
        for card in cards
        if other in card.heads
        and happened.isdisjoint(card.heads)
        and card.rule.owed_by != "court"
        and next(started_by(supposed, card), None) is not None
    ]


def _other_side(word: str, meeting: Collection[str]) -> str:
    """Return what else the paper may be: filing it is not serving it, nor the reverse.

    A rule that asks for service (Fed. R. Civ. P. 12(a)) is not met by filing alone.
    """
    twin = other_side(word)
    if twin is None or twin not in meeting:
        return ""
    return f" One is met by {twin}: if the paper was that too, record it so."


def _of_proofs(entry: DocketEntry) -> Iterator[ScheduleNotice]:
    """Yield that a proof says of a service what the docket does not."""
    for proof in entry.proofs:
        said = []
        if proof.served_on not in {None, entry.happened_on}:
            said.append(f"served on {proof.served_on}, not on {entry.happened_on}")
        if proof.method not in {None, entry.method}:
            said.append(f"served by {proof.method}, not {entry.method or 'said how'}")
        if said and entry.triggers:
            yield ScheduleNotice(
                code="proof-differs",
                text=f"The proof {proof.event_id} says of event:{entry.event_id}: "
                f"{'; '.join(said)}. It is counted from what the docket says: correct "
                "the one that is wrong.",
                of=(f"event:{entry.event_id}", f"event:{proof.event_id}"),
            )


def _of_days(asking: Asking, court: str) -> Iterator[ScheduleNotice]:
    """Yield that something happened before the calendar of the court begins."""
    name = dict(asking.law.court(court).calendars).get("court")
    if name is None:
        return
    first = asking.law.calendar(name).first
    early = [
        f"event:{entry.event_id}"
        for entry in asking.case.docket
        if entry.happened_on < first and entry.stands and entry.triggers
    ]
    if early:
        yield ScheduleNotice(
            code="before-horizon",
            text=f"The calendar {name} begins on {first}, and these happened before: "
            f"{', '.join(early)}.",
            of=tuple(early),
        )
