"""Register: things by their ids, in the order in which they came, cheap to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from legalcase.errors import InvalidTypeError, InvalidValueError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["Register", "described", "filled"]

T = TypeVar("T")

_Shelves = list[list[dict[str, tuple[int, T]]]]
#: Shelves, how many bits of a hash choose one, size, and the number of the next thing.
_Made = tuple[_Shelves[T], int, int, int]


class Register(Generic[T]):
    """A read-only mapping from id to thing that iterates over the things, as they came.

    `with_` returns a changed copy and shares nearly all with it: the members lie in
    buckets, of which one is copied. Equal registers hold equal things in one order.

    >>> register = Register("note").with_("b", 1).with_("a", 2).with_("b", 3)
    >>> list(register), register["b"], "c" in register
    ([3, 2], 3, False)
    """

    __slots__ = ("_bits", "_hint", "_members", "_next", "_noun", "_shelves", "_size")

    def __init__(
        self, noun: str, hint: str = "", *, _made: _Made[T] | None = None
    ) -> None:
        self._noun = noun
        self._hint = hint
        # Lists, because one is copied faster than a tuple; nobody changes them.
        self._shelves, self._bits, self._size, self._next = _made or ([[{}]], 0, 0, 0)
        self._members: tuple[T, ...] | None = None if self._size else ()

    def _bucket(self, name: object) -> dict[str, tuple[int, T]]:
        place = hash(name)
        mask = (1 << self._bits) - 1
        return self._shelves[place & mask][place >> self._bits & mask]

    def __getitem__(self, name: str) -> T:
        """Return a thing; raises `UnknownNameError`, with the names that are near."""
        given: object = name
        if not isinstance(given, str):
            msg = f"An id is text, not {type(name).__name__}. Pass one of ids()."
            raise InvalidTypeError(msg, field="name", value=None)
        found = self._bucket(name).get(name)
        if found is None:
            raise self.unknown(name)
        return found[1]

    def unknown(self, name: str) -> UnknownNameError:
        """Return the error for an id that nothing here bears."""
        hint = self._hint or "Record first the event that brings it."
        return UnknownNameError.of(self._noun, name, self.ids(), hint)

    def find(self, name: str) -> T | None:
        """Return a thing, or ``None``."""
        given: object = name
        if not isinstance(given, str):
            return None
        found = self._bucket(name).get(name)
        return None if found is None else found[1]

    def __contains__(self, name: object) -> bool:
        """Tell whether something bears the id."""
        if not isinstance(name, str):
            return False
        return name in self._bucket(name)

    def __len__(self) -> int:
        """Return how many things there are."""
        return self._size

    def __iter__(self) -> Iterator[T]:
        """Return the things in the order in which they came."""
        return iter(self._in_order())

    def _in_order(self) -> tuple[T, ...]:
        # Idempotent, and assigned once: threads may do it twice.
        if self._members is None:
            rows = sorted(
                (row for bucket in self._buckets() for row in bucket.values()),
                key=_order,
            )
            self._members = tuple([thing for _, thing in rows])
        return self._members

    def ids(self) -> tuple[str, ...]:
        """Return the ids in the order in which their things came."""
        rows = [item for bucket in self._buckets() for item in bucket.items()]
        rows.sort(key=lambda item: item[1][0])
        return tuple([name for name, _ in rows])

    def items(self) -> tuple[tuple[str, T], ...]:
        """Return (id, thing), in the order in which the things came."""
        return tuple(zip(self.ids(), self._in_order(), strict=True))

    def _buckets(self) -> Iterator[dict[str, tuple[int, T]]]:
        for shelf in self._shelves:
            yield from shelf

    def with_(self, name: str, thing: T) -> Self:
        """Return a register with a new thing, or with another in its place."""
        bits, size, place = self._bits, self._size, hash(name)
        mask = (1 << bits) - 1
        shelf = place & mask
        slot = place >> bits & mask
        shelves = self._shelves.copy()
        changed = shelves[shelf].copy()
        bucket = changed[slot].copy()
        old = bucket.get(name)
        bucket[name] = (self._next if old is None else old[0], thing)
        changed[slot] = bucket
        shelves[shelf] = changed
        if old is not None:
            made = (shelves, bits, size, self._next)
        else:
            size += 1
            # As many shelves as buckets in each, and as members in these: all three
            # are copied, and grow as the third root.
            if size > 1 << 3 * bits:
                bits += 1
                shelves = _spread(shelves, bits)
            made = (shelves, bits, size, self._next + 1)
        return type(self)(self._noun, self._hint, _made=made)

    def changed(self, change: Callable[[T], T]) -> Self:
        """Return a register in which `change` was made to everything.

        Where it gives back what it got, nothing is copied.
        """
        new = self
        for name, thing in self.items():
            other = change(thing)
            if other is not thing:
                new = new.with_(name, other)
        return new

    def __eq__(self, other: object) -> bool:
        """Tell whether two registers hold equal things under the same ids, in order."""
        if not isinstance(other, Register):
            return NotImplemented
        return (
            self._size == other._size
            and self._in_order() == other._in_order()
            and self.ids() == other.ids()
        )

    def __hash__(self) -> int:
        """Return a hash of the ids."""
        return hash(self.ids())

    def __repr__(self) -> str:
        """Return what is registered, and how many."""
        return f"<Register of {self._size}: {self._noun}>"

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the members: where each lies depends on the process."""
        return _made, (type(self), self._noun, self._hint, self.items())


def _order(row: tuple[int, object]) -> int:
    return row[0]


def _spread(old: _Shelves[T], bits: int) -> _Shelves[T]:
    """Return the same members on more shelves."""
    width = 1 << bits
    new: _Shelves[T] = [[{} for _ in range(width)] for _ in range(width)]
    for shelf in old:
        for bucket in shelf:
            for name, row in bucket.items():
                place = hash(name)
                new[place & width - 1][place >> bits & width - 1][name] = row
    return new


def described(register: Register[Any]) -> tuple[str, str]:
    """Return what a register holds, and what to do where it does not hold it."""
    return register._noun, register._hint  # noqa: SLF001 - of this module


def filled(
    empty: Register[T], names: Sequence[str], things: Sequence[T]
) -> Register[T]:
    """Return an empty register with many things at once, in their order.

    It is as if each had come by `with_`. Raises `InvalidValueError` for a name that
    stands twice, and where there are not as many names as things.
    """
    size = len(names)
    bits = 0
    while size > 1 << 3 * bits:
        bits += 1
    width = 1 << bits
    mask = width - 1
    shelves: _Shelves[T] = [[{} for _ in range(width)] for _ in range(width)]
    for number, (name, thing) in enumerate(zip(names, things, strict=False)):
        place = hash(name)
        shelves[place & mask][place >> bits & mask][name] = (number, thing)
    found = sum(len(bucket) for shelf in shelves for bucket in shelf)
    if not found == size == len(things):
        msg = (
            f"There are {size} ids, {found} of them different, for {len(things)} "
            "things. Give each thing an id of its own."
        )
        raise InvalidValueError(msg, field="names", value=None)
    noun, hint = described(empty)
    register = type(empty)(noun, hint, _made=(shelves, bits, size, size))
    register._members = tuple(things)  # noqa: SLF001 - of this module
    return register


def _made(
    kind: type[Register[T]], noun: str, hint: str, items: Iterable[tuple[str, T]]
) -> Register[T]:
    names, things = [], []
    for name, thing in items:
        names.append(name)
        things.append(thing)
    return filled(kind(noun, hint), names, things)
