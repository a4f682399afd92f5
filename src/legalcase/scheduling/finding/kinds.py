"""Kinds: whether an event is of those from which a deadline runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import field, frozen

from legalcase.catalogue.counts_from import CountsFrom
from legalcase.kept import Kept
from legalcase.law.book.events_alike import implied_by
from legalcase.scheduling.finding.calling import called

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.scheduling.finding.happenings import Happening, Happenings

__all__ = ["Kind", "Kinds", "kind_of", "kinds_for", "runs_from_paper", "says"]


class Kind(NamedTuple):
    """If a deadline runs from an event: ``yes``, ``no``, ``unsaid`` or ``unknown``.

    ``unsaid`` is a paper of which nothing more is said, taken for another; `of` is the
    paper, or the event itself, by noun and id. `is_taken` tells that it runs from such
    a paper for that reason.
    """

    said: str
    of: str = ""
    is_taken: bool = False


@frozen(kw_only=True, eq=False)
class Kinds:
    """What a deadline says of the papers from which it runs, with what words imply.

    `wide` are the words that say no more than of what sort a paper is, `every` all
    words that say something of it.
    """

    law: CountsFrom
    wide: frozenset[str]
    every: frozenset[str]
    _known: Kept[frozenset[str], tuple[str, bool] | None] = field(
        factory=Kept, init=False, repr=False
    )

    @property
    def is_any(self) -> bool:
        """Whether it runs from any paper of its sort."""
        return bool(self.law.papers) and self.wide >= set(self.law.papers)

    def of(self, words: frozenset[str]) -> tuple[str, bool] | None:
        """Return what the words of a paper say, as `Kind` does, and if it is taken.

        ``None`` where they say nothing of its sort. Found once for the same words.
        """
        try:
            return self._known[words]
        except KeyError:
            found = self._known[words] = self._says(words & self.every)
            return found

    def _says(self, words: frozenset[str]) -> tuple[str, bool] | None:
        only = self.law
        if not words:
            return None
        if only.papers:
            if not words.isdisjoint(only.papers):
                return "yes", False
            if words <= self.wide:
                return "unknown" if only.asks else "unsaid", False
            return "no", False
        if not words.isdisjoint(only.other_than):
            return "no", False
        return "yes", words <= self.wide

    def question(self, key: str) -> str:
        """Return what to ask of an event, and what to record that answers it."""
        listed = ", ".join(self.law.papers or self.law.other_than)
        if key.startswith("hearing:"):
            what = "It runs from" if self.law.papers else "It does not run from"
            return (
                f"Of which paper is {called(key)}? {what} a hearing of {listed} "
                f"({self.law.cite}): record the paper by its word, and name it in "
                f"the hearing's about."
            )
        return (
            f"Is {called(key)} one of {listed}? It runs from no other "
            f"({self.law.cite}): record the word of what it is."
        )


_RANKS: Final = ("yes", "unknown", "unsaid", "no")
_YES: Final = Kind(said="yes")
_NO_WORDS: Final[frozenset[str]] = frozenset()


def kinds_for(law: Law, counts_from: CountsFrom | None) -> Kinds | None:
    """Return what a deadline says of papers; ``None`` if it runs from all events."""
    if counts_from is None:
        return None
    implied = implied_by(law)
    listed = {*counts_from.papers, *counts_from.other_than}
    wide = {wider for word in listed for wider in implied.get(word, ())}
    implying = {wider for several in implied.values() for wider in several}
    wide |= listed & implying
    near = {word for word, wider in implied.items() if not wide.isdisjoint(wider)}
    return Kinds(
        law=counts_from, wide=frozenset(wide), every=frozenset(listed | wide | near)
    )


def kind_of(
    kinds: Kinds | None, case: Case, head: Happening, happened: Happenings
) -> Kind:
    """Return if a deadline runs from an event, as the nearest paper says.

    A hearing that is about no such paper can be one of those of which the deadline
    speaks; of another kind it is none.
    """
    if kinds is None:
        return _YES
    # The event itself, nearly always: its own words say of what kind it is.
    said = kinds.of(head.bears)
    if said is not None:
        return Kind(said[0], head.key, said[1])
    only, bears = kinds.law, happened.links.bears
    for level in happened.links.papers(head.key):
        found = [
            Kind(said[0], key, said[1])
            for key in level
            if (said := kinds.of(bears.get(key, _NO_WORDS)))
        ]
        if found:
            # Of a hearing of two motions, each has its own times.
            return min(found, key=lambda kind: _RANKS.index(kind.said))
    if head.noun != "hearing":
        return Kind("unknown", head.key)
    hearing = case.hearings.find(head.id)
    sort = None if hearing is None else hearing.kind
    if sort is not None and only.hearings and sort not in only.hearings:
        return Kind("no", head.key)
    is_enough = sort is not None and kinds.is_any
    return Kind("yes" if is_enough else "unknown", head.key)


def says(kinds: Kinds | None, case: Case, head: Happening, happened: Happenings) -> str:
    """Return what `kind_of` says, and no more: nearly always the event says it."""
    if kinds is None:
        return "yes"
    own = kinds.of(head.bears)
    return own[0] if own is not None else kind_of(kinds, case, head, happened).said


def runs_from_paper(
    kinds: Kinds | None, key: str, bears: Mapping[str, frozenset[str]]
) -> bool:
    """Tell whether a deadline runs from a paper, as far as its words say."""
    if kinds is None:
        return True
    said = kinds.of(bears.get(key, _NO_WORDS))
    return said is None or said[0] in {"yes", "unknown"}
