"""Stretches: between which days the open deadlines of a case lie, as a whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from legalcase.counting.argument.computation import Computation
from legalcase.model.deadlines.basis import Computed
from legalcase.model.deadlines.state import Outcome, ReviewState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.model.deadlines.state import Deadline

__all__ = ["Stretch", "Stretches", "stretches_of"]


@frozen(kw_only=True, eq=False)
class Stretch:
    """Open deadlines of a case that one rule computed on the same editions.

    `computation` is that of one of them; `first` and `last` are the ends of the days
    that bear on any (see `Computed.span`), `told` the facts with which all were
    computed.
    """

    computation: Computation
    first: date
    last: date
    told: frozenset[tuple[str, str]]


class Stretches(NamedTuple):
    """The deadlines of a case, for who looks if anything bears on one of them.

    `several` are those that can be looked at as a whole; each of those `apart` is to be
    looked at by itself: it is not open, needs review, was stopped, or is of another
    basis.
    """

    several: tuple[Stretch, ...]
    apart: tuple[Deadline, ...]


def stretches_of(deadlines: Iterable[Deadline]) -> Stretches:
    """Return the deadlines of a case as a whole."""
    alike: dict[object, list[Computed]] = {}
    apart: list[Deadline] = []
    for one in deadlines:
        basis = one.terms.basis
        if (
            isinstance(basis, Computed)
            and one.outcome is Outcome.OPEN
            and not one.stops
            and one.review.state is not ReviewState.NEEDS_REVIEW
        ):
            # What was read from a store has sources of its own, equal to others'.
            computation = basis.computation
            key = computation.inputs.deadline, computation.sources
            alike.setdefault(key, []).append(basis)
        else:
            apart.append(one)
    return Stretches(tuple(map(_stretch, alike.values())), tuple(apart))


def _stretch(several: list[Computed]) -> Stretch:
    spans = [one.span() for one in several]
    told = frozenset(several[0].computation.inputs.facts)
    for one in several[1:]:
        if told:
            told = told.intersection(one.computation.inputs.facts)
    return Stretch(
        computation=several[0].computation,
        first=min(first for first, _ in spans),
        last=max(last for _, last in spans),
        told=told,
    )
