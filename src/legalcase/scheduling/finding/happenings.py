"""Happenings: what a case knows to have happened, by the words of the law."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from legalcase.dates import day_at_court, own_day
from legalcase.kernel.events.ref import Ref
from legalcase.model.deadlines.basis import Anchor
from legalcase.scheduling.finding.calling import called
from legalcase.scheduling.finding.links import Links, borne_by, links_of
from legalcase.scheduling.row import Because

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.model.docket.state import DocketEntry
    from legalcase.model.hearings.state import Hearing
    from legalcase.scheduling.finding.cards import Card

__all__ = ["Happening", "Happenings", "happenings_of"]


# Nobody changes one. It is not frozen since many are made for each question, and one
# that is takes twice as long.
@define(kw_only=True, eq=False)
class Happening:
    """One event of a case under one trigger word.

    `noun` and `id` say what it is, `key` both as text, ``"event:…"``; `bears` are all
    words that it bears. `moment` is the day or the instant, ``None`` while a hearing
    has no date; `first` is that of its first setting. `by`, `on` and `of` are parties,
    `about` what it is about, as keys. `has_come` is false of a hearing that was not
    held yet; `number` is that of the docket.
    """

    word: str
    noun: str
    id: str
    key: str = field(repr=False)
    bears: frozenset[str] = field(repr=False)
    moment: date | datetime | None
    first: date | datetime | None
    by: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    method: str | None = None
    paper: str | None = None
    has_come: bool = True
    number: str | None = None
    # Made when first asked for: of most events nothing more is asked than the day.
    # Idempotent: two threads that ask at once find the same.
    _anchor: Anchor | None = field(default=None, init=False, repr=False)
    _because: Because | None = field(default=None, init=False, repr=False)

    def is_of(self, ref: Ref) -> bool:
        """Tell whether it is what something refers to."""
        return ref.id == self.id and ref.noun == self.noun

    def is_known_as(self, anchor: Anchor) -> None:
        """Take what a deadline of the case runs from, which is it: no other is made."""
        if self._anchor is None:
            self._anchor = anchor

    @property
    def ref(self) -> Ref:
        """What it is and which."""
        return self.anchor.of

    @property
    def anchor(self) -> Anchor:
        """It, as that from which a deadline runs under its word."""
        found = self._anchor
        if found is None:
            found = self._anchor = Anchor(self.word, Ref(self.noun, self.id))
        return found

    @property
    def because(self) -> Because:
        """It and what happened, in words, made once for all rows that say so."""
        found = self._because
        if found is None:
            found = self._because = Because(self.ref, self._said())
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
        day = self.day
        when = "without a date" if day is None else f"on {day.isoformat()}"
        how = "" if self.method is None else f", by {self.method}"
        whom = f", on {', '.join(self.on)}" if self.on else ""
        return f"{words} {when}{whom}{how} ({self.called})"

    @property
    def called(self) -> str:
        """What people call it."""
        return called(self.key, self.number)


@define(kw_only=True, eq=False)
class Happenings:
    """What happened in a case, by trigger word: what was struck or vacated did not.

    `words` are all under which something happened, `links` what each event is about.
    """

    words: frozenset[str]
    _case: Case
    _law: Law
    _entries: dict[str, list[DocketEntry]]
    _hearings: dict[str, list[Happening]]
    # Made when first asked for: of most words in a case nothing is, and of most cases
    # not what their events are about. Idempotent, as above.
    _known: dict[str, tuple[Happening, ...]] = field(factory=dict)
    _links: Links | None = None

    @property
    def links(self) -> Links:
        """What each event is about, and what words it bears."""
        found = self._links
        if found is None:
            found = self._links = links_of(self._case, self._law)
        return found

    def begins(self, card: Card) -> bool:
        """Tell whether something happened from which a deadline of the law runs."""
        return not self.words.isdisjoint(card.heads)

    def of(self, word: str) -> tuple[Happening, ...]:
        """Return what happened under a word, in the order of the docket."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = (
                *[self._made(one, word) for one in self._entries.get(word, ())],
                *self._hearings.get(word, ()),
            )
        return found

    def among(self, word: str, keys: AbstractSet[str]) -> Iterator[Happening]:
        """Yield those of some events, by noun and id, that happened under a word."""
        found = self._known.get(word)
        if found is not None:
            yield from (one for one in found if one.key in keys)
            return
        for entry in self._entries.get(word, ()):
            if f"event:{entry.event_id}" in keys:
                yield self._made(entry, word)
        yield from (one for one in self._hearings.get(word, ()) if one.key in keys)

    def _made(self, entry: DocketEntry, word: str) -> Happening:
        moment = entry.happened
        return Happening(
            word=word,
            noun="event",
            id=entry.event_id,
            key=f"event:{entry.event_id}",
            bears=borne_by(self._law, entry.triggers)[1],
            moment=moment,
            first=moment,
            by=entry.by,
            on=entry.on,
            of=entry.of,
            about=entry.about,
            method=entry.method,
            paper=entry.paper,
            number=entry.number,
        )

    def known_too_as(self, word: str, other: str) -> Happenings:
        """Return the same, with what happened under a word under another one too."""
        entries = {**self._entries, other: self._entries.get(word, [])}
        return Happenings(
            words=self.words | {other},
            case=self._case,
            law=self._law,
            entries=entries,
            hearings=self._hearings,
        )

    def firsts(self, words: tuple[str, ...]) -> Happenings:
        """Return the same, with the first alone of several events of some words.

        What is about something else is not one of several: the first notice of appeal
        from another judgment is a first one too.
        """
        if not words or not any(len(self.of(word)) > 1 for word in words):
            return self
        found = {word: self._firsts(self.of(word)) for word in words if self.of(word)}
        return evolve(self, known={**self._known, **found})

    def _firsts(self, several: tuple[Happening, ...]) -> tuple[Happening, ...]:
        first: list[Happening] = []
        for one in sorted(several, key=lambda each: str(each.day or date.max)):
            if all(
                one.about and kept.about and not self.links.meet(one.key, kept.key)
                for kept in first
            ):
                first.append(one)
        return tuple(one for one in several if one in first)


def happenings_of(case: Case, law: Law, zones: tuple[str, ...]) -> Happenings:
    """Return what happened in a case; what was struck or vacated did not.

    `zones` are those of its court: on which day a hearing falls, its clock says.
    """
    borne = law.cached("borne")
    entries: dict[str, list[DocketEntry]] = {}
    for entry in case.docket:
        if entry.struck_by is None:
            found = borne.get(entry.triggers) or borne_by(law, entry.triggers)
            for word in found[0]:
                entries.setdefault(word, []).append(entry)
    hearings: dict[str, list[Happening]] = {}
    for hearing in case.hearings:
        if str(hearing.state) != "vacated":
            for one in _of_hearing(hearing, law, zones):
                hearings.setdefault(one.word, []).append(one)
    return Happenings(
        words=frozenset((*entries, *hearings)),
        case=case,
        law=law,
        entries=entries,
        hearings=hearings,
    )


def _of_hearing(
    hearing: Hearing, law: Law, zones: tuple[str, ...]
) -> Iterator[Happening]:
    words, bears = borne_by(law, hearing.triggers)
    for word in words:
        yield Happening(
            word=word,
            noun="hearing",
            id=hearing.hearing_id,
            key=f"hearing:{hearing.hearing_id}",
            bears=bears,
            # The day is what counts: a hearing at seven in the evening is no late one.
            moment=day_at_court(hearing.at, zones) if hearing.has_date else None,
            first=day_at_court(hearing.first_at, zones),
            of=hearing.of,
            about=hearing.about,
            has_come=str(hearing.state) == "held",
        )
