"""Happenings: what a case knows to have happened, by the words of the law."""

from __future__ import annotations

from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from legalcase.dates import day_at_court, own_day
from legalcase.kernel.ref import Ref
from legalcase.model.deadlines.basis import Anchor
from legalcase.scheduling.row import Because

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.model.case import Case
    from legalcase.model.docket.state import DocketEntry
    from legalcase.model.hearings.state import Hearing
    from legalcase.scheduling.finding.cards import Card

__all__ = ["Happening", "Happenings", "happenings_of"]


_NOTHING: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({})


@frozen(kw_only=True)
class Happening:
    """One event of a case under one trigger word.

    `moment` is the day or the instant, ``None`` while a hearing has no date; `first` is
    that of its first setting. `by`, `on` and `of` are parties, `about` what it is
    about, as ``"event:…"``. `has_come` is false of a hearing that was not held yet.
    """

    word: str
    ref: Ref
    moment: date | datetime | None
    first: date | datetime | None
    by: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    method: str | None = None
    paper: str | None = None
    has_come: bool = True
    key: str = field(init=False, eq=False, repr=False)
    anchor: Anchor = field(init=False, eq=False, repr=False)
    _because: Because | None = field(default=None, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Make what is asked of it many times, once: what it is, by noun and id."""
        object.__setattr__(self, "key", str(self.ref))
        object.__setattr__(self, "anchor", Anchor(self.word, self.ref))

    @property
    def because(self) -> Because:
        """It and what happened, in words, made once for all rows that say so."""
        # Idempotent: two threads that ask at once find the same.
        found = self._because
        if found is None:
            found = Because(self.ref, self._said())
            object.__setattr__(self, "_because", found)
        return found

    @property
    def day(self) -> date | None:
        """The day on which it happened, or is to."""
        return None if self.moment is None else own_day(self.moment)

    @property
    def said(self) -> str:
        """What happened and when, in the words of the law and of ids."""
        return self.because.text

    def _said(self) -> str:
        words = self.word.replace("-", " ")
        when = "without a date" if self.day is None else f"on {self.day}"
        how = "" if self.method is None else f", by {self.method}"
        whom = f", on {', '.join(self.on)}" if self.on else ""
        return f"{words} {when}{whom}{how} ({self.ref})"


@frozen(kw_only=True)
class Happenings:
    """What happened in a case: by trigger word, and what each event is about.

    `reaches` maps an event to all that it is about, at whatever remove, itself among
    them; `reached` has the parties on whom each was served. `about` is what each is
    about at first hand, `named_by` the same from the other end, and `bears` the words
    of each, the wider ones that they imply among them.
    """

    by_word: dict[str, tuple[Happening, ...]]
    reaches: dict[str, frozenset[str]]
    reached: dict[str, tuple[str, ...]]
    about: dict[str, tuple[str, ...]]
    named_by: dict[str, tuple[str, ...]]
    bears: dict[str, frozenset[str]]

    def begins(self, card: Card) -> bool:
        """Tell whether something happened from which a deadline of the law runs."""
        return not self.by_word.keys().isdisjoint(card.heads)

    def of(self, word: str) -> tuple[Happening, ...]:
        """Return what happened under a word, in the order of the docket."""
        return self.by_word.get(word, ())

    def reach(self, key: str) -> frozenset[str]:
        """Return what an event is about, and the event itself."""
        return self.reaches.get(key) or frozenset((key,))

    def papers(self, key: str) -> Iterator[tuple[str, ...]]:
        """Yield an event itself, then what it is about, ever further off.

        What is about a hearing is as near as what the hearing is about: a notice of
        motion names the hearing, or the hearing the motion.
        """
        seen = {key}
        level: tuple[str, ...] = (key,)
        while level:
            yield level
            near = [one for each in level for one in self.about.get(each, ())]
            if level == (key,) and key.startswith("hearing:"):
                near += self.named_by.get(key, ())
            level = tuple(dict.fromkeys(one for one in near if one not in seen))
            seen.update(level)

    def firsts(self, words: tuple[str, ...]) -> Happenings:
        """Return the same, with the first alone of several events of some words.

        What is about something else is not one of several: the first notice of appeal
        from another judgment is a first one too.
        """
        if not any(len(self.of(word)) > 1 for word in words):
            return self
        found = {word: self._firsts(self.of(word)) for word in words if self.of(word)}
        return evolve(self, by_word={**self.by_word, **found})

    def _firsts(self, several: tuple[Happening, ...]) -> tuple[Happening, ...]:
        first: list[Happening] = []
        for one in sorted(several, key=lambda each: str(each.day or date.max)):
            if all(
                one.about and kept.about and not self.meet(one.key, kept.key)
                for kept in first
            ):
                first.append(one)
        return tuple(one for one in several if one in first)

    def linked(self, one: str, other: str) -> bool:
        """Tell whether one of two events is about the other."""
        return other in self.reach(one) or one in self.reach(other)

    def meet(self, one: str, other: str) -> bool:
        """Tell whether two events are about something in common."""
        return not self.reach(one).isdisjoint(self.reach(other))


def happenings_of(
    case: Case,
    zones: tuple[str, ...] = (),
    implied: Mapping[str, tuple[str, ...]] = _NOTHING,
) -> Happenings:
    """Return what happened in a case; what was struck or vacated did not.

    `zones` are those of its court: on which day a hearing falls, its clock says.
    `implied` are the wider words that a word of the law implies.
    """
    by_word: dict[str, list[Happening]] = {}
    about: dict[str, tuple[str, ...]] = {}
    bears: dict[str, frozenset[str]] = {}
    for entry in case.docket:
        key = f"event:{entry.event_id}"
        about[key] = entry.about
        words = _with_wider(entry.triggers, implied)
        bears[key] = frozenset(words)
        if entry.stands:
            for one in _of_entry(entry, words):
                by_word.setdefault(one.word, []).append(one)
    for hearing in case.hearings:
        key = f"hearing:{hearing.hearing_id}"
        about[key] = hearing.about
        words = _with_wider(hearing.triggers, implied)
        bears[key] = frozenset(words)
        if str(hearing.state) != "vacated":
            for one in _of_hearing(hearing, words, zones):
                by_word.setdefault(one.word, []).append(one)
    named_by: dict[str, tuple[str, ...]] = {}
    for key, refs in about.items():
        for ref in refs:
            if ref.startswith("hearing:"):
                named_by[ref] = (*named_by.get(ref, ()), key)
    return Happenings(
        by_word={word: tuple(found) for word, found in by_word.items()},
        reaches=_closed(about),
        reached={
            f"event:{entry.event_id}": entry.on for entry in case.docket if entry.on
        },
        about=about,
        named_by=named_by,
        bears=bears,
    )


def _with_wider(
    words: tuple[str, ...], implied: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the words of an event, and the wider ones that they imply."""
    if not any(word in implied for word in words):
        return words
    wider = (other for word in words for other in implied.get(word, ()))
    return tuple(dict.fromkeys((*words, *wider)))


def _of_entry(entry: DocketEntry, words: tuple[str, ...]) -> Iterator[Happening]:
    if not words:
        return
    ref, moment = Ref("event", entry.event_id), entry.happened
    for word in words:
        yield Happening(
            word=word,
            ref=ref,
            moment=moment,
            first=moment,
            by=entry.by,
            on=entry.on,
            of=entry.of,
            about=entry.about,
            method=entry.method,
            paper=entry.paper,
        )


def _of_hearing(
    hearing: Hearing, words: tuple[str, ...], zones: tuple[str, ...]
) -> Iterator[Happening]:
    for word in words:
        yield Happening(
            word=word,
            ref=Ref("hearing", hearing.hearing_id),
            # The day is what counts: a hearing at seven in the evening is no late one.
            moment=day_at_court(hearing.at, zones) if hearing.has_date else None,
            first=day_at_court(hearing.first_at, zones),
            of=hearing.of,
            about=hearing.about,
            has_come=str(hearing.state) == "held",
        )


def _closed(about: dict[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """Return all that each event is about, at whatever remove."""
    reaches: dict[str, frozenset[str]] = {}
    for key, refs in about.items():
        if not refs:
            continue
        found = {key}
        waiting = list(refs)
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting.extend(about.get(one, ()))
        reaches[key] = frozenset(found)
    return reaches
