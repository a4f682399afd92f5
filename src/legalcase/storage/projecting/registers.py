"""Which members of a register are other objects than those of the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel.register import Register

__all__ = ["Changed", "changed"]


class Changed(NamedTuple):
    """A member by its id: as it was, and as it is; ``None`` where there is none."""

    name: str
    old: object
    new: object


def changed(before: Register[Any], after: Register[Any]) -> list[Changed]:
    """Return the members of two registers that are not the same object in both.

    Where one was made of the other, only the buckets that they do not share are read.
    """
    if before is after:
        return []
    found: list[Changed] = []
    for old, new in _buckets(before, after):
        for name, (_, thing) in new.items():
            row = old.get(name)
            was = None if row is None else row[1]
            if was is not thing:
                found.append(Changed(name, was, thing))
        if len(old) > len(new) or not old.keys() <= new.keys():
            found += [
                Changed(name, thing, None)
                for name, (_, thing) in old.items()
                if name not in new
            ]
    return found


_Bucket = dict[str, tuple[int, object]]


def _buckets(
    before: Register[Any], after: Register[Any]
) -> Iterator[tuple[_Bucket, _Bucket]]:
    """Yield pairs of buckets in which all that differs lies."""
    # How it lies in them is the register's own affair; to go through all members
    # instead would cost as much as to project most of them.
    if before._bits != after._bits:  # noqa: SLF001 - as above
        yield _all(before), _all(after)
        return
    pairs = zip(before._shelves, after._shelves, strict=True)  # noqa: SLF001 - as above
    for old, new in pairs:
        if old is not new:
            for one, other in zip(old, new, strict=True):
                if one is not other:
                    yield one, other


def _all(register: Register[Any]) -> _Bucket:
    return {name: (0, thing) for name, thing in register.items()}
