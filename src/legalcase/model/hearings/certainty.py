"""trial_settings: how often the trial of a case was set, and for when."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legalcase.model.hearings.state import Hearing, Setting

__all__ = ["trial_settings"]


def trial_settings(hearings: Iterable[Hearing]) -> tuple[Setting, ...]:
    """Return every setting of every trial of a case, in the order of their days.

    That is, of the days on which they were set, not of those for which. How many there
    are is what courts measure as trial date certainty (National Center for State
    Courts, CourTools, measure 5): a trial that was vacated and set anew counts as one
    that was put off. A setting that was recorded by mistake, and corrected, is none.
    """
    found = [
        one for hearing in hearings if hearing.is_trial for one in hearing.settings
    ]
    return tuple(sorted(found, key=lambda one: one.set_on))
