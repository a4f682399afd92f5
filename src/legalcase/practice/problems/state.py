"""Problem: what is wrong in a case, and who sees to it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.plain_data import PlainData

__all__ = ["OURS", "Problem", "ProblemState"]

#: What we say of our own work.
OURS: Final = Label(audience="firm", ground="work-product")


class ProblemState(StrEnum):
    """Whether a problem is still one."""

    OPEN = "open"
    RESOLVED = "resolved"


@frozen(kw_only=True)
class Problem(PlainData):
    """A problem: since when, who sees to it by when, and how it was put right."""

    problem_id: str
    text: str = field(repr=False)
    severity: str
    state: ProblemState = ProblemState.OPEN
    raised_on: date
    raised_by: str = field(repr=False)
    owner: str = field(repr=False)
    due_on: date | None = None
    about: tuple[str, ...] = ()
    resolved_on: date | None = None
    resolved_by: str | None = field(default=None, repr=False)
    how: str | None = field(default=None, repr=False)
    label: Label

    @property
    def is_open(self) -> bool:
        """Whether it is still to be put right."""
        return self.state is ProblemState.OPEN
