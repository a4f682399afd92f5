"""Where a case stands, for what can follow, and what is missing for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.model.caseload.handlers import NO_STAY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.rooms.facet import Attempt
    from legalcase.model.caseload.state import Caseload

__all__ = ["missing_to_stay", "standing", "staying"]


def standing(caseload: Caseload) -> Iterable[tuple[str, str]]:
    """Return where the case stands as a whole, for what can happen next."""
    return (("", str(caseload.standing)),)


def staying(caseload: Caseload) -> Iterable[tuple[str, str]]:
    """Return whether any stay holds, of a case in which one can."""
    if any(stay.lifted_by is None for stay in caseload.stays):
        return (("", "stayed"),)
    return () if caseload.standing in NO_STAY else (("", "none"),)


def missing_to_stay(
    caseload: Caseload, _: str, __: Attempt, ___: Folded
) -> Iterable[str]:
    """Say what is missing for a stay of the whole case."""
    if caseload.standing in NO_STAY:
        yield f"a case that goes on: this one is {caseload.standing}"
