"""What a lifecycle does not allow, no room does: by its table, wherever things stand.

After each sample of a room every sample so far is tried again, and refused where the
thing that it is of stands at a place from which the table has no such move.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import fields

from case_files import NOON
from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.practice import ROOMS
from practice_samples import SAMPLES, placed, stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kernel import Event
    from legalcase.model import CaseFile

#: The rooms that say where things stand, by the names of their folders.
TRACKED = {facet.name.partition("/")[2]: facet for facet in ROOMS if facet.tracks}
TRACKED = {name.replace("-", "_"): facet for name, facet in TRACKED.items()}

#: What happened before an item was given back can become known afterwards.
LATE = {"CustodyTransferred", "EvidenceHandled"}


def _named(event: Event) -> set[str]:
    """The ids in an event, as what it may be of."""
    return {
        found
        for each in fields(type(event))
        if isinstance(found := getattr(event, each.name), str)
    }


def _stuck(room: str, file: CaseFile, tried: list[Any]) -> Iterator[Any]:
    """Yield the events that no table lets follow now."""
    facet = TRACKED[room]
    for event in tried:
        if type(event).__name__ in LATE:
            continue
        for tracked in facet.tracks:
            cycle = tracked.lifecycle
            if type(event) not in {move.event for move in cycle.moves}:
                continue
            standing = dict(tracked.standing(file.case[facet]))
            places = {standing[one] for one in _named(event) & set(standing)}
            if places and not any(type(event) in cycle.possible(at) for at in places):
                yield event


@pytest.mark.parametrize("room", sorted(TRACKED))
def test_nothing_follows_that_its_table_does_not_have(room: str) -> None:
    """A move is refused by the case itself, and the case stays as it was."""
    file = stage(room)
    tried: list[Any] = []
    refused = 0
    for sample in SAMPLES[room]:
        event = placed(sample, file)
        file = file.record(event, by="x", at=NOON)
        tried.append(event)
        for one in _stuck(room, file, tried):
            with pytest.raises((IllegalTransitionError, InvalidValueError)):
                file.record(one, by="x", at=NOON)
            refused += 1
    assert refused
