"""searched: a check for conflicts of the whole store, told as one person may see it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import evolve

from legalcase.conflicts.asking import check
from legalcase.conflicts.finding.seeing import as_seen_by
from legalcase.storage.corpus import indexed
from legalcase.storage.guarding.refusals import veiled

if TYPE_CHECKING:
    from legalcase.conflicts.corpus.index import ConflictIndex
    from legalcase.conflicts.finding.outcome import ConflictCheck
    from legalcase.storage.guarding.seals import Seals
    from legalcase.storage.guarding.sight import Sight
    from legalcase.storage.units.reading.readable import Readable

__all__ = ["searched"]


def searched(
    reader: Readable,
    sight: Sight,
    seals: Seals,
    index: ConflictIndex | None,
    asked: dict[str, Any],
) -> ConflictCheck:
    """Return what a person may see of a check; `GuardedStore.check_conflicts` says it.

    Where nothing at all is hidden from them, it is the whole.
    """
    whole = index if index is not None else veiled(partial(indexed, reader))
    given = {name: value for name, value in asked.items() if value is not None}
    noun = reader._model.noun
    # Of a matter that is hidden from them, nothing decides what they are told.
    matter = given.get("matter")
    if isinstance(matter, str) and not reader._once(
        lambda: sight.is_free or sight.is_seen(f"{noun}:{matter}")
    ):
        del given["matter"]
    found = evolve(check(whole, strict=False, **given), matter=matter)
    position = seals.sealed(found.position) if found.position else ""
    if sight.is_free:
        return as_seen_by(found, lambda _: True, position=position, cases=found.cases)
    streams = {f"{noun}:{one.case_id}" for one in found if one.case_id is not None}
    return reader._once(
        lambda: _seen(sight, found, tuple(sorted(streams)), noun, position)
    )


def _seen(
    sight: Sight,
    found: ConflictCheck,
    streams: tuple[str, ...],
    noun: str,
    position: str,
) -> ConflictCheck:
    sight.prepare(streams)
    return as_seen_by(found, sight.is_seen, noun=noun, position=position)
