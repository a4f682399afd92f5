"""Halves: what the docket has that would have met a deadline under its other word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.catalogue.twins import other_side
from legalcase.model.deadlines.basis import Computed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.model.deadlines.looking.dates import Around
    from legalcase.model.deadlines.state import Deadline
    from legalcase.model.docket.state import DocketEntry

__all__ = ["half_met"]


def half_met(around: Around, deadline: Deadline) -> tuple[str, ...]:
    """Say of each paper that was filed where service meets it, or the reverse.

    Of those who owe it, from the day on from which it runs, and about nothing else: the
    deadline is open all the same, for a rule that asks for the one is not met by the
    other, and somebody has to look.
    """
    met_by = deadline.terms.met_by
    twins = {twin: word for word in met_by if (twin := other_side(word)) is not None}
    twins = {twin: word for twin, word in twins.items() if twin not in met_by}
    if not twins or not isinstance(deadline.basis, Computed):
        return ()
    runs_from = {str(anchor.of) for anchor in deadline.basis.anchors}
    return tuple(
        f"event:{entry.event_id} bears {said}, and it is met by {twins[said]}: record "
        "that too, if the paper was both"
        for entry in _by_them(around, deadline, runs_from)
        if set(met_by).isdisjoint(entry.triggers)
        for said in entry.triggers
        if said in twins
    )


def _by_them(
    around: Around, deadline: Deadline, runs_from: set[str]
) -> Iterator[DocketEntry]:
    """Yield what those did who owe it, once it ran, if it was about nothing else."""
    owed_by = deadline.terms.owed_by
    anchors = [one for one in around.docket if f"event:{one.event_id}" in runs_from]
    begun = max((one.happened_on for one in anchors), default=None)
    if begun is None:
        return
    near = runs_from.union(*(map(str, one.about) for one in anchors))
    for entry in around.docket:
        if not entry.stands or f"event:{entry.event_id}" in runs_from:
            continue
        is_theirs = bool(entry.by) and not set(entry.by).isdisjoint(owed_by)
        about = set(map(str, entry.about))
        is_of_it = not about or not about.isdisjoint(near)
        if is_theirs and is_of_it and entry.happened_on >= begun:
            yield entry
