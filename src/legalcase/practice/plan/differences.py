"""PlaybookDiff: what another edition of a playbook says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import field, fields, frozen

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.events.terms import Terms
from legalcase.markup import Table
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.practice.plan.playbook import Playbook

__all__ = ["KeyChange", "PlaybookChange", "PlaybookDiff", "diff_of"]

#: Of what a playbook consists: noun, field of the playbook, field of the id.
_PARTS: Final = (
    ("role", "roles", "role_id"),
    ("objective", "objectives", "objective_id"),
    ("stage", "stages", "stage_id"),
    ("item", "items", "item_id"),
)
#: What an edition always says otherwise, and what says which playbook it is.
_APART: Final = frozenset({"playbook_id", "edition", *(part[1] for part in _PARTS)})
_HEAD: Final = ("what", "id", "key", "before", "after")


@frozen(kw_only=True)
class KeyChange(PlainData):
    """A key that has another value: as one reads it before and after."""

    key: str
    before: str = field(repr=False)
    after: str = field(repr=False)


@frozen(kw_only=True)
class PlaybookChange(PlainData):
    """A part of a playbook that is new, gone or another: noun, id, and which keys.

    `how` is ``"added"``, ``"removed"``, ``"changed"`` or ``"moved"`` (it stands in
    another place, and says the same).
    """

    noun: str
    id: str
    how: str
    keys: tuple[KeyChange, ...] = ()

    def changes(self, key: str) -> bool:
        """Tell whether it has another value of a key."""
        return any(one.key == key for one in self.keys)


@frozen(kw_only=True, repr=False)
class PlaybookDiff(PlainData):
    """What another edition of a playbook says otherwise, part by part."""

    playbook_id: str
    before: str
    after: str
    changes: tuple[PlaybookChange, ...] = ()

    def __repr__(self) -> str:
        """Return the editions, and how many changes there are."""
        return (
            f"<PlaybookDiff {self.playbook_id!r} {self.before} to {self.after}: "
            f"{len(self.changes)} changes>"
        )

    def __bool__(self) -> bool:
        """Tell whether there is any change."""
        return bool(self.changes)

    def items(self, how: str) -> tuple[str, ...]:
        """Return the ids of the items that were added, removed, changed or moved."""
        return tuple(
            one.id for one in self.changes if (one.noun, one.how) == ("item", how)
        )

    @property
    def added(self) -> tuple[str, ...]:
        """The ids of new items."""
        return self.items("added")

    @property
    def removed(self) -> tuple[str, ...]:
        """The ids of items that are gone."""
        return self.items("removed")

    @property
    def changed(self) -> tuple[str, ...]:
        """The ids of items that say something else."""
        return self.items("changed")

    @property
    def authorities(self) -> tuple[PlaybookChange, ...]:
        """The items that rest on another authority, or on one read otherwise."""
        return tuple(one for one in self.changes if one.changes("authority"))

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one row a key that changed, and one a part that is new or gone."""
        return [
            dict(zip(_HEAD, row, strict=True))
            for one in self.changes
            for row in _rows(one)
        ]

    def __str__(self) -> str:
        """Return the changes as a table of text."""
        return self._table().text()

    def _repr_html_(self) -> str:
        return self._table().html()

    def _table(self) -> Table:
        title = f"{self.playbook_id}: from edition {self.before} to {self.after}"
        if not self.changes:
            title += ", which says the same"
        table = Table(title, _HEAD)
        for one in self.changes:
            for row in _rows(one):
                table.add(*row)
        return table


def _rows(one: PlaybookChange) -> Iterator[tuple[str, ...]]:
    if not one.keys:
        yield one.noun, one.id, one.how, "", ""
    for key in one.keys:
        yield one.noun, one.id, key.key, key.before, key.after


def diff_of(before: Playbook, after: Playbook) -> PlaybookDiff:
    """Return what `after` says otherwise than `before`; see `Playbook.diff`."""
    if type(after) is not type(before):
        msg = (
            f"A playbook is compared with another, not with {type(after).__name__}. "
            "Pass the other edition: Playbooks.bundled()['…'], say."
        )
        raise InvalidTypeError(msg, field="newer", value=None)
    if before.playbook_id != after.playbook_id:
        msg = (
            f"{after.playbook_id!r} is another playbook than {before.playbook_id!r}, "
            "and no edition of it. Pass one of the same id."
        )
        raise InvalidValueError(msg, field="newer", value=after.playbook_id)
    return PlaybookDiff(
        playbook_id=before.playbook_id,
        before=before.edition,
        after=after.edition,
        changes=tuple(_changes(before, after)),
    )


def _changes(before: Playbook, after: Playbook) -> Iterator[PlaybookChange]:
    head = tuple(one for one in _keys(before, after) if one.key not in _APART)
    if head:
        yield PlaybookChange(
            noun="playbook", id=before.playbook_id, how="changed", keys=head
        )
    for noun, name, id_name in _PARTS:
        was = {getattr(one, id_name): one for one in getattr(before, name)}
        now = {getattr(one, id_name): one for one in getattr(after, name)}
        for id_, one in was.items():
            if id_ not in now:
                yield PlaybookChange(noun=noun, id=id_, how="removed")
                continue
            keys = tuple(_keys(one, now[id_]))
            if keys:
                yield PlaybookChange(noun=noun, id=id_, how="changed", keys=keys)
        for id_ in now:
            if id_ not in was:
                yield PlaybookChange(noun=noun, id=id_, how="added")
        if noun == "stage":
            # Items stand in their stage; the order of stages is that of the work.
            yield from _moved(list(was), list(now))


def _moved(was: list[str], now: list[str]) -> Iterator[PlaybookChange]:
    """Yield the stages that no longer come in the order in which they came."""
    both = [one for one in was if one in now]
    order = [one for one in now if one in was]
    for before, after in zip(both, order, strict=True):
        if before != after:
            yield PlaybookChange(noun="stage", id=after, how="moved")


def _keys(before: Terms, after: Terms) -> Iterator[KeyChange]:
    for each in fields(type(before)):  # type: ignore[arg-type]  # each is of attrs
        was, now = getattr(before, each.name), getattr(after, each.name)
        if was != now:
            yield KeyChange(key=each.name, before=_read(was), after=_read(now))


def _read(value: object) -> str:
    """Return a value as one reads it."""
    if value is None or value == ():
        return ""
    if isinstance(value, tuple):
        return ", ".join(map(_read, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Terms) and type(value).__str__ is object.__str__:
        return repr(value)
    if hasattr(value, "verified"):
        return f"{value} ({value.verified})"
    return str(value)
