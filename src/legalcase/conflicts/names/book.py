"""NameBook: many names, folded once, in which those that are like one are found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from attrs import frozen

from legalcase.conflicts.names.folding import folded_name
from legalcase.conflicts.names.likeness import CAN_COMPARE, not_unlike
from legalcase.conflicts.names.matching import likest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.conflicts.names.matching import Likeness

__all__ = ["NameBook"]


@frozen(eq=False, repr=False)
class NameBook:
    """Names in their order, ready to be compared; each is named by its place."""

    names: tuple[str, ...]
    _flat: tuple[str, ...]
    _sounds: tuple[str, ...]
    _looks: tuple[str, ...]
    _exact: dict[str, tuple[int, ...]]

    def __repr__(self) -> str:
        """Return how many there are; no name."""
        return f"<NameBook of {len(self.names)}>"

    @classmethod
    def of(cls, names: Iterable[str]) -> Self:
        """Return the book of names, in this order."""
        every = tuple(names)
        folded = [folded_name(one) for one in every]
        exact: dict[str, list[int]] = {}
        for place, one in enumerate(folded):
            exact.setdefault(one.exact, []).append(place)
        return cls(
            every,
            tuple(" ".join(one.flat) for one in folded),
            tuple(" ".join(one.sounds) for one in folded),
            tuple(" ".join(one.looks) for one in folded),
            {name: tuple(places) for name, places in exact.items()},
        )

    def like(self, name: str, *, threshold: float) -> Iterator[tuple[int, Likeness]]:
        """Yield the places of names that are like one, with how alike they are.

        What shares too little with it is passed over before words are compared.
        Without the extra, equal names alone are found.
        """
        asked = folded_name(name)
        places = set(self._exact.get(asked.exact, ())) if asked.exact else set()
        if CAN_COMPARE:
            places |= not_unlike(" ".join(asked.flat), self._flat)
            places |= not_unlike(" ".join(asked.sounds), self._sounds)
            places |= not_unlike(" ".join(asked.looks), self._looks)
        for place in sorted(places):
            found = likest(asked, folded_name(self.names[place]))
            if found.score >= threshold:
                yield place, found
