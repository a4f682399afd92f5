"""Catalogued deadlines by name: an id, an alias, and what was meant by another.

Where an index of the law is written down, no file is read but that of what is found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from legalcase.errors import UnknownNameError
from legalcase.law.book.finding.packs import built, deadlines_of, packs_of, place_of
from legalcase.law.book.vocabulary import but_for_case
from legalcase.near import MOST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.kept import Kept
    from legalcase.law.book.book import Book
    from legalcase.law.book.finding.indexing.index import Index, Part

__all__ = ["deadline_named"]

#: The number of the rule or section at the head of a pinpoint: 12, 437c, 2030.
_NUMBER: Final = re.compile(r"^\d+[a-z]?")
#: Longer names are no names, and are not kept.
_LONGEST: Final = 200


def deadline_named(law: Book, name: str) -> DeadlineRule:
    """Return a deadline by id or alias; its own entry is read before whole packs.

    Raises `UnknownNameError`, with suggestions. Its words are kept: a column of a
    million rows can name what is not entered, and what comes near is long looked for.
    """
    refused: Kept[str, tuple[str, tuple[str, ...]]] = law.cached("no-deadline")
    said = refused.get(name)
    if said is None:
        try:
            return _named(law, name)
        except UnknownNameError as error:
            said = str(error), error.suggestions
            if type(name) is str and len(name) <= _LONGEST:
                refused[name] = said
    raise UnknownNameError(said[0], kind="deadline", name=name, suggestions=said[1])


def _named(law: Book, name: str) -> DeadlineRule:
    pack, _, pinpoint = name.rpartition("/")
    place = place_of(pack)
    entries = [f.read_entry(place, "deadline", pinpoint) for f in law.folders]
    found = built(pack, entries)
    if name in found and not any(
        entry is None and folder.read(place) is not None
        for folder, entry in zip(law.folders, entries, strict=True)
    ):
        return found[name]
    otherwise = _by_index(law, name)
    known = _ids_by_index(law)
    if known is None:  # none is written down, or it is of other files
        otherwise = _by_reading(law, pack, name)
    if otherwise is not None:
        return otherwise
    known = known or tuple(one.id for one in law.deadlines())
    meant = but_for_case(name, known)
    if meant is not None:
        return law.deadline(meant)
    from legalcase.law.book.finding.searching.search import ids_found

    kind = "deadline"
    near = [*ids_found(law, name)] or _of_the_same_rule(known, name)
    rule = but_for_case(name, law.names("rule"))
    if rule is not None:
        msg = (
            f"There is no deadline {name!r}: that is a rule of computation. Give a "
            f"period ('21 days') and under={rule!r}, or the id of a deadline that is "
            "counted under it."
        )
        few = tuple(near)[:MOST]
        raise UnknownNameError(msg, kind=kind, name=name, suggestions=few)
    clock = but_for_case(name, law.names("clock"))
    if clock is not None:
        msg = (
            f"There is no deadline {name!r}: that is a clock, of which days can be "
            f"excluded. Ask `legalcase clock {clock!r} --after DATE`, or in Python "
            f"StatutoryClock.of_rule(law.clock({clock!r}), …)."
        )
        raise UnknownNameError(msg, kind=kind, name=name, suggestions=())
    raise UnknownNameError.of(kind, name, known, found=near)


def _by_reading(law: Book, pack: str, name: str) -> DeadlineRule | None:
    """Return the deadline of a pack by id or alias, or one of another pack by alias."""
    for deadline in deadlines_of(law, pack):
        if name == deadline.id or name in deadline.aliases:
            return deadline
    for other in packs_of(law, name.partition("/")[0]):
        for deadline in deadlines_of(law, other):
            if name in deadline.aliases:
                return deadline
    return None


def _of_the_same_rule(known: Collection[str], name: str) -> list[str]:
    """Return the deadlines of the rule that a name begins with, the nearest first.

    ``12(b)`` is no deadline, and means one of Rule 12 rather than 52(b).
    """
    pack, _, pinpoint = name.rpartition("/")
    number = _NUMBER.match(pinpoint)
    if number is None:
        return []
    same = [
        id_
        for id_ in known
        if id_.rpartition("/")[0] == pack
        and _NUMBER.findall(id_.rpartition("/")[2])[:1] == [number[0]]
    ]
    return sorted(same, key=lambda id_: -_alike(name, id_))


def _alike(name: str, other: str) -> int:
    """Return how many characters two names begin with alike."""
    pairs = zip(name, other, strict=False)
    return next((i for i, (one, two) in enumerate(pairs) if one != two), len(name))


def _ids_by_index(law: Book) -> tuple[str, ...] | None:
    """Return the ids of all deadlines; ``None`` where no index is written down."""
    from legalcase.law.book.finding.indexing.written import written_index

    index = written_index(law)
    if index is None:
        return None
    return tuple(part.names(number)[0] for part, number in _in_order(index))


def _by_index(law: Book, name: str) -> DeadlineRule | None:
    """Return the deadline that has a name as its id, or else as an alias.

    ``None`` where none has it, and where the index turns out to be of other files.
    """
    from legalcase.law.book.finding.indexing.index import OutOfDateError
    from legalcase.law.book.finding.indexing.written import (
        forget_written,
        written_index,
    )

    index = written_index(law)
    if index is None:
        return None
    own = name.rpartition("/")[0]
    found: tuple[Part, int] | None = None
    for part, number in _in_order(index):
        names = part.names(number)
        if name in names:
            if names[0].rpartition("/")[0] == own:
                found = part, number
                break
            found = found or (part, number)
    if found is None:
        return None
    part, number = found
    try:
        return part.rules([number])[number]
    except OutOfDateError:
        forget_written(law)
        return None


def _in_order(index: Index) -> Iterator[tuple[Part, int]]:
    every = [(part, number) for part in index.parts for number in part.numbers()]
    if len(index.parts) > 1:
        every.sort(key=lambda one: one[0].order(one[1]))
    return iter(every)
