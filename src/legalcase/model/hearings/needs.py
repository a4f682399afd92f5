"""unmet: what a hearing needs, and nobody has seen to for the time it is set for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.model.hearings.state import HearingState, NeedState

if TYPE_CHECKING:
    from legalcase.model.hearings.state import Hearing, HearingNeed

__all__ = ["unmet"]

_TO_COME = frozenset({HearingState.SET, HearingState.CONTINUED})


def unmet(hearing: Hearing) -> tuple[HearingNeed, ...]:
    """Return what a hearing needs and nobody has seen to, as the needs were stated.

    For the time for which it is set now: what was seen to for another does not count.
    Of a hearing that was held, vacated or not attended nothing is unmet any more.
    """
    if hearing.state not in _TO_COME:
        return ()
    return tuple(one for one in hearing.needs if one.state is NeedState.OPEN)
