"""Meeting: what on the docket shows that something due was done already."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from legalcase.errors import InvalidValueError
from legalcase.model.deadlines.looking.verdict import verdict
from legalcase.scheduling.answering.reaching import reached, to_reach
from legalcase.scheduling.row import Done

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legalcase.model.deadlines.state import Deadline
    from legalcase.scheduling.answering.asking import Asking
    from legalcase.scheduling.answering.computing import Answer
    from legalcase.scheduling.finding.cards import Card
    from legalcase.scheduling.finding.groups import Group
    from legalcase.scheduling.finding.happenings import Happening
    from legalcase.scheduling.finding.sides import Owed

__all__ = ["Meetings", "Started"]

#: So many acts are named in one question.
_MOST_NAMED: Final = 3


class Started(NamedTuple):
    """One deadline that began, before anybody looked if it is done.

    `owed` says who owes it and to whom, `old` is the deadline of the case that it is,
    if any.
    """

    card: Card
    group: Group
    owed: Owed
    old: Deadline | None
    answer: Answer

    @property
    def owed_by(self) -> tuple[str, ...]:
        """Who owes it."""
        return self.owed.owed_by


class Shown:
    """What the docket shows of one deadline: what met it, and what may have.

    `acts` are those that do, as far as they reached whom they must; `missed` are the
    parties whom none of them reached; `halves` are acts, with the word that is missing
    on each: filing is not serving, nor the reverse. It is written while the acts are
    looked at, and only read after that.
    """

    __slots__ = ("acts", "asked", "done", "halves", "missed")

    def __init__(self) -> None:
        self.done: Done | None = None
        self.acts: list[Happening] = []
        self.asked: list[Happening] = []
        self.missed: tuple[str, ...] = ()
        self.halves: list[tuple[Happening, str]] = []

    @property
    def questions(self) -> tuple[str, ...]:
        """What somebody has to say first; nothing once it is met."""
        if self.done is not None or not (self.asked or self.missed or self.halves):
            return ()
        halves = (
            f"It is met by {word}, and {act.called} bears {act.word}: if the paper was "
            f"that too, record {word} on it."
            for act, word in self.halves
        )
        return (*self._asked(), *dict.fromkeys(halves))

    def _asked(self) -> tuple[str, ...]:
        if not (self.asked or self.missed):
            return ()
        if self.missed:
            names = ", ".join(self.missed)
            return (f"Nothing is recorded as served on {names}: was it?",)
        named = "; ".join(act.said for act in self.asked[:_MOST_NAMED])
        more = len(self.asked) - _MOST_NAMED
        rest = f"; and {more} more" if more > 0 else ""
        return (f"Does this meet it: {named}{rest}?",)


#: Where no act comes into question: nobody writes on it.
_NOTHING: Final = Shown()


class Meetings:
    """What met which of the deadlines that a deadline of the law gives in a case.

    What was done is by one of those who owe it, on the right side of the event from
    which the time runs, and about that where it says so. What is about nothing meets
    the only one that it can; of several, somebody has to say which. What has to be
    served is done when it has reached everybody: a defendant who was not served has
    not been because another was.
    """

    __slots__ = ("_asking", "_by_head", "_found", "_happened", "_reaching", "_started")

    def __init__(self, asking: Asking, started: Sequence[Started]) -> None:
        self._asking = asking
        self._happened = asking.happened
        self._started = started
        self._found: dict[int, Shown] = {}
        self._by_head: dict[str, list[Started]] = {}
        self._reaching: dict[str, list[Started]] = {}
        happened = self._happened
        if not started or happened.words.isdisjoint(started[0].card.shown_by):
            return
        card = started[0].card
        self._note_halves(card)
        acts = [act for word in card.rule.met_by for act in happened.of(word)]
        if not acts:
            return
        for one in started:
            self._found.setdefault(id(one), Shown())
            head = one.group.head
            self._by_head.setdefault(head.key, []).append(one)
            for key in happened.links.reach(head.key):
                self._reaching.setdefault(key, []).append(one)
        for act in acts:
            self._match(act)
        for one in started:
            self._conclude(one)

    def shown(self, one: Started) -> Shown:
        """Return what the docket shows of a deadline."""
        return self._found.get(id(one), _NOTHING)

    def _note_halves(self, card: Card) -> None:
        """Note what was filed where service meets it, and the reverse."""
        for word, twin in card.halves:
            for act in self._happened.of(twin):
                if word in self._happened.links.bears.get(act.key, ()):
                    continue
                for one in self._started:
                    is_theirs = not one.owed_by or not set(act.by).isdisjoint(
                        one.owed_by
                    )
                    if act.by and is_theirs and _can_meet(one, act):
                        found = self._found.setdefault(id(one), Shown())
                        found.halves.append((act, word))

    def _match(self, act: Happening) -> None:
        """Note what an act meets: what it is about, else the only one that it can."""
        reach = self._happened.links.reach(act.key)
        direct = [s for key in reach for s in self._by_head.get(key, ())]
        direct += self._reaching.get(act.key, ())
        able = _able(direct, act)
        is_linked = bool(able)
        if not able:
            near = [s for key in reach for s in self._reaching.get(key, ())]
            able = _able(near, act) or _able(self._started, act)
        if able:
            self._note(act, able, is_linked=is_linked)

    def _note(self, act: Happening, able: list[Started], *, is_linked: bool) -> None:
        heads: dict[tuple[str, ...], set[str]] = {}
        for one in able:
            heads.setdefault(one.owed_by, set()).add(one.group.head.key)
        for one in able:
            is_alone = is_linked or len(heads[one.owed_by]) == 1
            shown = self._found[id(one)]
            if not (is_alone and _is_sure(one, act, is_linked=is_linked)):
                shown.asked.append(act)
            else:
                shown.acts.append(act)

    def _conclude(self, one: Started) -> None:
        """Say what the acts come to: done on the day on which all were reached."""
        shown = self._found[id(one)]
        if not shown.acts:
            return
        asking = self._asking
        whom = to_reach(asking, one.card, one.owed_by, one.owed.owed_to)
        left = set(whom)
        for act in sorted(shown.acts, key=lambda act: str(act.day)):
            left -= reached(asking.happened, one.card, act, left)
            if not left:
                shown.done = _verdict(one, act)
            if shown.done is not None:
                return
        shown.missed = tuple(name for name in whom if name in left)


def _able(started: Sequence[Started], act: Happening) -> list[Started]:
    """Return those that an act can meet, each once."""
    if not started:
        return []
    return list({id(one): one for one in started if _can_meet(one, act)}.values())


def _can_meet(one: Started, act: Happening) -> bool:
    """Tell whether an act is on the right side of the event, and by those who owe."""
    head = one.group.head
    day, begun = act.day, head.day
    if day is None or begun is None:
        return False
    is_service = one.card.rule.owed_by == "filer" and bool(act.on)
    if act.key == head.key:
        # Particulars that came with the claim form are one service with it.
        return is_service and act.word != head.word
    if is_service and head.on and set(act.on).isdisjoint(head.on):
        return False
    if act.by and one.owed_by and set(act.by).isdisjoint(one.owed_by):
        return False
    return day <= begun if one.card.direction == "before" else day >= begun


def _is_sure(one: Started, act: Happening, *, is_linked: bool) -> bool:
    """Tell whether the case says who did it, and who owes it."""
    if not act.by:
        # A hearing is held by the court: that it is about this is enough.
        return is_linked and act.noun == "hearing"
    return bool(one.owed_by) or one.card.rule.owed_by in {None, "court"}


def _verdict(one: Started, act: Happening) -> Done | None:
    """Return the act with the verdict; nothing where it came too early to count.

    Nor where it is a hearing that is set for a day too late: it can still be moved, and
    what it was to meet is open.
    """
    computation = one.answer.computation
    if computation is None or act.day is None:
        return None
    at = act.moment if isinstance(act.moment, datetime) else None
    try:
        said, readings = verdict(
            one.card.id,
            computation,
            one.answer.dates,
            act.day,
            at,
        )
    except InvalidValueError:  # before the day before which it does not count
        return None
    if said == "late" and not act.has_come:
        return None
    return Done(
        of=act.ref, on=act.day, at=at, by=act.by, verdict=said, readings=readings
    )
