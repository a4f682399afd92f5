"""RulesToRead: deadlines that were found, each read when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Self, SupportsIndex, overload

from legalcase.catalogue.deadline_rule import DeadlineRule
from legalcase.catalogue.found_rules import FoundRules
from legalcase.sealed import Sealed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["RulesToRead"]

#: So many are read at once, and then as many as were read before.
_AT_ONCE: Final = 16


class RulesToRead(Sealed, FoundRules):
    """Deadlines as a tuple, of which each is read when somebody asks for it.

    To read an entry takes longer than to find it, and most who search look at the
    first few. How many there are is known; everything else is said by the entries, so
    that nothing tells it from the tuple of them: it compares, hashes, prints, adds and
    pickles as that does. `keys` say where they stand, the best first, and `read`
    returns the entries of some keys, in their order.
    """

    def __new__(
        cls,
        keys: Sequence[Any],
        read: Callable[[Sequence[Any]], Sequence[DeadlineRule]],
    ) -> Self:
        """Return the tuple of as many deadlines as there are keys."""
        del read
        # What the tuple itself holds is seen by code in C alone that asks no subclass.
        return super().__new__(cls, keys)

    def __init__(
        self,
        keys: Sequence[Any],
        read: Callable[[Sequence[Any]], Sequence[DeadlineRule]],
    ) -> None:
        self._keys = tuple(keys)
        self._read = read
        self._held: dict[int, DeadlineRule] = {}

    def _at(self, place: int) -> DeadlineRule:
        if place not in self._held:
            self._hold(place, max(_AT_ONCE, len(self._held)))
        return self._held[place]

    def _hold(self, start: int, most: int) -> None:
        """Read the next that were not read, from a place on."""
        stop = min(start + most, len(self._keys))
        places = [place for place in range(start, stop) if place not in self._held]
        rules = self._read([self._keys[place] for place in places])
        self._held.update(zip(places, rules, strict=True))

    def _all(self) -> tuple[DeadlineRule, ...]:
        count = len(self._keys)
        if len(self._held) < count:
            self._hold(0, count)
        return tuple(self._held[place] for place in range(count))

    def __iter__(self) -> Iterator[DeadlineRule]:
        """Yield each, the best first."""
        return map(self._at, range(len(self._keys)))

    @overload
    def __getitem__(self, key: SupportsIndex, /) -> DeadlineRule: ...
    @overload
    def __getitem__(self, key: slice, /) -> tuple[DeadlineRule, ...]: ...
    def __getitem__(
        self, key: SupportsIndex | slice, /
    ) -> DeadlineRule | tuple[DeadlineRule, ...]:
        """Return one, or a plain tuple of some."""
        places = range(len(self._keys))
        if not isinstance(key, slice):
            try:
                return self._at(places[key])
            except IndexError:
                msg = "tuple index out of range"
                raise IndexError(msg) from None
        return tuple(map(self._at, places[key]))

    def __contains__(self, value: object) -> bool:
        """Tell whether a deadline is one of them."""
        return isinstance(value, DeadlineRule) and any(one == value for one in self)

    def __eq__(self, other: object) -> bool:
        """Compare with a tuple: its length first, for which nothing is read."""
        if not isinstance(other, tuple):
            return NotImplemented
        return self is other or (
            len(self) == len(other) and self._all() == _plain(other)
        )

    def __ne__(self, other: object) -> bool:
        """Compare with a tuple."""
        is_equal = self.__eq__(other)
        return is_equal if is_equal is NotImplemented else not is_equal

    def __hash__(self) -> int:
        """Return the hash of the tuple."""
        return hash(self._all())

    def __lt__(self, other: tuple[DeadlineRule, ...], /) -> bool:
        """Compare with a tuple, as tuples are."""
        return self._all() < _plain(other)

    def __le__(self, other: tuple[DeadlineRule, ...], /) -> bool:
        """Compare with a tuple, as tuples are."""
        return self._all() <= _plain(other)

    def __gt__(self, other: tuple[DeadlineRule, ...], /) -> bool:
        """Compare with a tuple, as tuples are."""
        return self._all() > _plain(other)

    def __ge__(self, other: tuple[DeadlineRule, ...], /) -> bool:
        """Compare with a tuple, as tuples are."""
        return self._all() >= _plain(other)

    def __add__(self, other: tuple[Any, ...], /) -> tuple[Any, ...]:
        """Return a plain tuple of these and others."""
        return self._all() + _plain(other)

    def __radd__(self, other: tuple[Any, ...], /) -> tuple[Any, ...]:
        """Return a plain tuple of others and these.

        Nothing of a list: by `+=` it takes these in itself, as those of a tuple.
        """
        if not isinstance(other, tuple):
            return NotImplemented
        return other + self._all()

    def __mul__(self, times: SupportsIndex, /) -> tuple[DeadlineRule, ...]:
        """Return a plain tuple of these, so many times."""
        return self._all() * times

    __rmul__ = __mul__

    def index(
        self,
        value: DeadlineRule,
        start: SupportsIndex = 0,
        stop: SupportsIndex | None = None,
        /,
    ) -> int:
        """Return where a deadline stands; raises `ValueError` where it does not."""
        ends = () if stop is None else (stop,)
        return self._all().index(value, start, *ends)

    def count(self, value: DeadlineRule, /) -> int:
        """Return how often a deadline is among them."""
        return self._all().count(value)

    def __repr__(self) -> str:
        """Return what the tuple prints."""
        return repr(self._all())

    def __reduce__(self) -> tuple[object, tuple[tuple[DeadlineRule, ...]]]:
        """Pickle, and copy, as what they are: the entries, by now read."""
        return FoundRules, (self._all(),)


def _plain(other: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return a tuple as one that holds what it says."""
    return tuple(other) if isinstance(other, RulesToRead) else other
