"""Reaching: whether what a claimant serves came to all whom it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.scheduling.finding.adverse import adverse_to

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.law.lawbook import Law
    from legalcase.model.case import Case
    from legalcase.scheduling.finding.happenings import Happening

__all__ = ["last_to_reach", "to_reach"]


def to_reach(
    case: Case, law: Law, side: str | None, head: Happening, owed_by: tuple[str, ...]
) -> tuple[str, ...]:
    """Return those on whom a filer has to serve something, as far as the case says.

    Where the time runs from a service, they are those on whom that was; else all who
    are adverse. Nobody where it is not the filer's to serve.
    """
    if side != "filer":
        return ()
    return head.on or adverse_to(case, law, owed_by)


def last_to_reach(
    acts: Iterable[Happening], whom: tuple[str, ...]
) -> tuple[Happening | None, tuple[str, ...]]:
    """Return the service with which all were reached, and those who were not.

    One defendant served is not the other (Fed. R. Civ. P. 4(m): "if a defendant is not
    served"). `acts` are services, each on somebody.
    """
    missing = set(whom)
    last = None
    for act in sorted(acts, key=lambda one: str(one.day)):
        if missing and not missing.isdisjoint(act.on):
            missing.difference_update(act.on)
            last = act
    return (None if missing else last), tuple(one for one in whom if one in missing)
