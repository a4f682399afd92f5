"""Links: what each event of a case is about, and what words it bears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from legalcase.law.book.events_alike import implied_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case

    #: The words of an event, those that they imply among them, in order and as a set.
    _Borne = tuple[tuple[str, ...], frozenset[str]]

__all__ = ["Links", "borne_by", "links_of"]


@frozen(kw_only=True, eq=False)
class Links:
    """What the events of a case are about, by noun and id: ``"event:…"``.

    `reaches` maps an event to all that it is about, at whatever remove, itself among
    them; `reached` has the parties on whom each was served. `about` is what each is
    about at first hand, `named_by` the same from the other end, and `bears` the words
    of each, the wider ones that they imply among them.
    """

    reaches: dict[str, frozenset[str]]
    reached: dict[str, tuple[str, ...]]
    about: dict[str, tuple[str, ...]]
    named_by: dict[str, tuple[str, ...]]
    bears: dict[str, frozenset[str]]

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

    def linked(self, one: str, other: str) -> bool:
        """Tell whether one of two events is about the other."""
        return other in self.reach(one) or one in self.reach(other)

    def meet(self, one: str, other: str) -> bool:
        """Tell whether two events are about something in common."""
        return not self.reach(one).isdisjoint(self.reach(other))


def links_of(case: Case, law: Law) -> Links:
    """Return what the entries and hearings of a case are about."""
    borne = law.cached("borne")
    about: dict[str, tuple[str, ...]] = {}
    bears: dict[str, frozenset[str]] = {}
    reached: dict[str, tuple[str, ...]] = {}
    for entry in case.docket:
        key = f"event:{entry.event_id}"
        about[key] = entry.about
        found = borne.get(entry.triggers) or borne_by(law, entry.triggers)
        bears[key] = found[1]
        if entry.on:
            reached[key] = entry.on
    for hearing in case.hearings:
        key = f"hearing:{hearing.hearing_id}"
        about[key] = hearing.about
        bears[key] = borne_by(law, hearing.triggers)[1]
    named_by: dict[str, tuple[str, ...]] = {}
    for key, refs in about.items():
        for ref in refs:
            if ref.startswith("hearing:"):
                named_by[ref] = (*named_by.get(ref, ()), key)
    return Links(
        reaches=_closed(about),
        reached=reached,
        about=about,
        named_by=named_by,
        bears=bears,
    )


def borne_by(law: Law, triggers: tuple[str, ...]) -> _Borne:
    """Return the words of an event, and the wider ones that they imply: found once."""
    known = law.cached("borne")
    found: _Borne | None = known.get(triggers)
    if found is None:
        implied = implied_by(law)
        wider = (other for word in triggers for other in implied.get(word, ()))
        words = tuple(dict.fromkeys((*triggers, *wider)))
        found = known[triggers] = words, frozenset(words)
    return found


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
