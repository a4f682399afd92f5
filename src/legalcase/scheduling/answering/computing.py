"""Computing: from events to a date; what the law refuses is said of that date."""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from attrs import define, evolve, field

from legalcase.errors import (
    CalendarOutOfBoundsError,
    LegalCaseError,
    ReadingNotCountedError,
    RuleNotInForceError,
    UnusedInputError,
)
from legalcase.law.call.commenced import COMMENCED
from legalcase.model.deadlines.basis import Computed
from legalcase.model.deadlines.due_dates import DueDates, computed_dates
from legalcase.scheduling.answering.asking import stopped
from legalcase.scheduling.finding.groups import ways_of
from legalcase.scheduling.row import NO_DATES, ScheduleNotice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.counting.argument.computation import Computation
    from legalcase.kept import Kept
    from legalcase.law.lawbook import Law
    from legalcase.model.deadlines.state import Deadline
    from legalcase.scheduling.answering.asking import Asking
    from legalcase.scheduling.finding.cards import Card
    from legalcase.scheduling.finding.groups import Group
    from legalcase.scheduling.finding.happenings import Happening

__all__ = ["Answer", "answer", "compute_from", "computed"]

#: What somebody gives by hand when a deadline is set.
_BY_HAND: Final = (
    "legal_holidays",
    "inaccessible",
    "as_of",
    "local_rules",
    "suspensions",
    "added",
    "readings",
)
_said_by_hand: Final = attrgetter(*_BY_HAND)
#: The events by which a case is commenced.
_FILED: Final = ("action-commenced", "complaint-filed")
#: What many cases say alike.
_KEPT: Final = frozenset(
    {"after", "before", "court", "facts", "forum", "paper", "service"}
)


@define(kw_only=True, eq=False)
class Answer:
    """What the law says from some events: a computation, its dates, or why not.

    `anchors` are the events that were taken; `questions` those that are open.
    """

    anchors: dict[str, Happening]
    computation: Computation | None = None
    waits_for: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    findings: tuple[ScheduleNotice, ...] = ()
    is_refused: bool = False
    _dates: DueDates | None = field(default=None, init=False)

    @property
    def dates(self) -> DueDates:
        """The dates of the computation; of none, what it waits for."""
        found = self._dates
        if found is None:
            found = self._dates = (
                evolve(NO_DATES, waits_for=self.waits_for)
                if self.computation is None
                else computed_dates(self.computation)
            )
        return found


def answer(
    asking: Asking,
    card: Card,
    group: Group,
    owed_by: tuple[str, ...],
    old: Deadline | None,
) -> Answer:
    """Return what is due from a group of events.

    Where several events come into question for a trigger, each is tried, and the
    earliest of the safe dates stands (the latest, of a day before which it does not
    count) until somebody says which it is.
    """
    if not group.open:
        return compute_from(asking, card, group.anchors, owed_by, old)
    tried = [
        compute_from(asking, card, anchors, owed_by, old) for anchors in ways_of(group)
    ]
    dated = [one for one in tried if one.dates.shown is not None]
    if dated:
        pick = max if dated[0].dates.bound == "not-earlier-than" else min
        found = pick(dated, key=lambda one: str(one.dates.shown))
    else:
        found = tried[0] if tried else Answer(anchors=group.anchors)
    days = sorted({str(one.dates.shown) for one in dated})
    asked = tuple(
        _which(group.head, word, several, days) for word, several in group.open.items()
    )
    return Answer(
        anchors=found.anchors,
        computation=found.computation,
        waits_for=found.waits_for,
        questions=(*asked, *found.questions),
        findings=found.findings,
        is_refused=found.is_refused,
    )


def _which(
    head: Happening,
    word: str,
    several: tuple[Happening | None, ...],
    days: list[str],
) -> str:
    names = [one.said for one in several if one is not None]
    dates = f" The dates: {', '.join(days)}." if len(days) > 1 else ""
    if None in several:
        return f"Does this belong to {head.called}: {'; '.join(names)}?{dates}"
    return f"Which {word.replace('-', ' ')} is it: {'; '.join(names)}?{dates}"


def compute_from(
    asking: Asking,
    card: Card,
    anchors: dict[str, Happening],
    owed_by: tuple[str, ...],
    old: Deadline | None,
) -> Answer:
    """Return what the law says from these events."""
    given: dict[str, Any] = {}
    dated = {}
    undated = []
    for word, one in anchors.items():
        moment = one.first if word in card.firsts else one.moment
        if moment is None:
            undated.append(one)
        else:
            dated[word] = moment
    if not dated:
        waits = tuple(one.word for one in undated)
        text = "; ".join(one.said for one in undated)
        finding = ScheduleNotice(code="no-date", text=f"Waits for a date: {text}.")
        return Answer(
            anchors=anchors,
            waits_for=waits,
            findings=(finding,),
        )
    is_alone = card.is_plain and len(dated) == 1
    given[card.direction] = next(iter(dated.values())) if is_alone else dated
    if asking.court is not None and not card.is_elsewhere:
        given["court"] = asking.court
    _add_inputs(asking, card, anchors, owed_by, given, old)
    try:
        if asking.kept is None:
            computation = computed(asking.law, card.id, given)
        else:
            computation = _asked(asking, asking.kept, card, given)
        readings = computation.readings  # made now: it can refuse, too
    except LegalCaseError as error:
        return Answer(anchors=anchors, findings=(_refusal(error),), is_refused=True)
    if not readings:
        return Answer(anchors=anchors, computation=computation)
    questions = {one.question: None for one in readings if one.kind == "fact"}
    return Answer(
        anchors=anchors,
        computation=computation,
        questions=tuple(questions),
    )


def _asked(
    asking: Asking,
    kept: Kept[object, Computation],
    card: Card,
    given: dict[str, Any],
) -> Computation:
    """Return what the law says, asked once for the same of several cases.

    Of days alone: two instants are equal that are on different days by their clocks.
    """
    moment = given[card.direction]
    if moment.__class__ is not date or not given.keys() <= _KEPT:
        return computed(asking.law, card.id, given)
    key: tuple[object, ...] = (card.id, *given.items())
    if "facts" in given:
        said = {**given, "facts": tuple(given["facts"].items())}
        key = (card.id, *said.items())
    found = kept.get(key)
    if found is None:
        found = kept[key] = computed(asking.law, card.id, given)
    return found


def _add_inputs(
    asking: Asking,
    card: Card,
    anchors: Mapping[str, Happening],
    owed_by: tuple[str, ...],
    given: dict[str, Any],
    old: Deadline | None,
) -> None:
    """Add what the case knows, and what was given by hand when it was set."""
    if old is not None:
        _add_by_hand(card, old, given)
    # What the court owes as to some goes by what is known of those.
    whom = _concerned(anchors) if card.rule.owed_by == "court" else owed_by
    known = asking.facts_for(whom)
    if known:
        facts = {word: said for word, said in known.items() if word in card.asks}
        if facts:
            given["facts"] = facts
    if COMMENCED in card.asks and COMMENCED not in given.get("facts", {}):
        day = _commenced(asking)
        if day is not None:
            given["facts"] = {**given.get("facts", {}), COMMENCED: day}
    _add_service(card, anchors, given)
    forum = asking.state if card.is_elsewhere else asking.forum
    if forum is not None and card.has_forum:
        given["forum"] = forum
    if card.rule.stayed_by_stay == "yes":
        ranges = stopped(asking.stays(owed_by))
        if ranges:
            given["suspensions"] = ranges


def _commenced(asking: Asking) -> str | None:
    """Return the day on which the case was filed, by its own docket."""
    filed = [one for word in _FILED for one in asking.happened.of(word)]
    days = [one.day for one in filed if one.day is not None]
    return str(min(days)) if days else None


def _concerned(anchors: Mapping[str, Happening]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in anchors.values() for name in one.of))


def _add_by_hand(card: Card, old: Deadline, given: dict[str, Any]) -> None:
    """Add what was given when a deadline was set, and the case cannot say itself.

    Methods, facts and stays are not taken from there: what was retracted would stay.
    """
    basis = old.basis
    if not isinstance(basis, Computed):
        return
    said = _said_by_hand(basis.computation.inputs)
    if not any(said):
        return
    given.update(pair for pair in zip(_BY_HAND, said, strict=True) if pair[1])
    if card.rule.stayed_by_stay == "yes":
        given.pop("suspensions", None)
    if "readings" in given:
        given["readings"] = dict(given["readings"])


def _add_service(
    card: Card, anchors: Mapping[str, Happening], given: dict[str, Any]
) -> None:
    """Add how and what was served; the method is that from which the time runs."""
    method = paper = None
    for one in anchors.values():
        method = method or one.method
        paper = paper or one.paper
    if method and "service" in card.asks:
        given["service"] = method
    if paper and "paper" in card.asks and card.rule.paper is None:
        given["paper"] = paper


def computed(law: Law, subject: str, given: dict[str, Any]) -> Computation:
    """Ask the law; what it says that it does not ask for is left out.

    The case knows facts that bear on this deadline under one text and not the other.
    """
    while True:
        try:
            return law.compute(subject, **given)
        except UnusedInputError as error:
            name = error.field
            facts = given.get("facts") or {}
            if name in facts:
                facts = {word: said for word, said in facts.items() if word != name}
                given = {**given, "facts": facts or None}
            elif name in given:
                given = {key: each for key, each in given.items() if key != name}
            else:
                raise


def _refusal(error: LegalCaseError) -> ScheduleNotice:
    cause = error.__cause__ if isinstance(error, ReadingNotCountedError) else error
    if isinstance(cause, RuleNotInForceError):
        return ScheduleNotice(code="not-in-force", text=str(error))
    if isinstance(cause, CalendarOutOfBoundsError):
        return ScheduleNotice(code="calendar-coverage", text=str(error))
    return ScheduleNotice(code="refused", text=str(error))
