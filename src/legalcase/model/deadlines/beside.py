"""What stands beside the deadlines of a case, for whoever asks when they are due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.model.deadlines.facet import DEADLINES
from legalcase.model.deadlines.looking.dates import Around
from legalcase.model.docket.facet import DOCKET
from legalcase.model.hearings.facet import HEARINGS

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded

__all__ = ["around_in"]


def around_in(folded: Folded) -> Around:
    """Return the deadlines of a case, with the hearings and entries they can follow."""
    return Around(folded[DEADLINES], folded[HEARINGS], folded[DOCKET])
