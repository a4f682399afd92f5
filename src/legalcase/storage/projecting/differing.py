"""difference: what a store has to write so that its rows are those of a case now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.ports.rows import CaseRow, DueRow
    from legalcase.storage.projecting.values import Attribute, Key, Projected

__all__ = ["Difference", "difference"]


_NONE: Final[frozenset[Attribute]] = frozenset()


class Difference(NamedTuple):
    """What to put and what to drop, so that rows of before become those of after.

    `case` is the row of the case now, ``None`` where it has none any more;
    `is_case_changed` says whether that is another than before.
    """

    put: tuple[DueRow, ...]
    drop: tuple[Key, ...]
    add: frozenset[Attribute]
    remove: frozenset[Attribute]
    case: CaseRow | None
    is_case_changed: bool

    def __repr__(self) -> str:
        """Return how much there is to write, and not what."""
        return (
            f"<Difference: {len(self.put)} to put, {len(self.drop)} to drop, "
            f"{len(self.add)} to add, {len(self.remove)} to remove>"
        )


def difference(before: Projected | None, after: Projected | None) -> Difference:
    """Return what differs between the rows of a case; ``None`` stands for no rows.

    Rows come sorted by what they are and id.
    """
    old: Mapping[Key, DueRow] = {} if before is None else before.dues
    new: Mapping[Key, DueRow] = {} if after is None else after.dues
    put: list[DueRow] = []
    drop: list[Key] = []
    if old is not new:
        put = [row for key, row in new.items() if _is_other(old.get(key), row)]
        put.sort(key=_key_of)
        drop = sorted(old.keys() - new.keys())
    had: frozenset[Attribute] = _NONE if before is None else before.attributes
    has: frozenset[Attribute] = _NONE if after is None else after.attributes
    was = None if before is None else before.case
    case = None if after is None else after.case
    return Difference(
        put=tuple(put),
        drop=tuple(drop),
        add=_NONE if had is has else has - had,
        remove=_NONE if had is has else had - has,
        case=case,
        is_case_changed=was != case,
    )


def _is_other(old: DueRow | None, new: DueRow) -> bool:
    return old is not new and old != new


def _key_of(row: DueRow) -> Key:
    return row.what, row.item_id
