"""Reason: whether somebody may do something, and what in the policy says so."""

from __future__ import annotations

from datetime import date, datetime

from attrs import frozen

from legalcase.access.entries.break_glass import BreakGlass
from legalcase.access.entries.grant import Grant
from legalcase.access.entries.wall import Wall
from legalcase.plain_data import PlainData

__all__ = ["Reason", "why_in_words"]


@frozen(kw_only=True)
class Reason(PlainData):
    """Whether a person may do something with a case or an entry, and why.

    `because` are the walls that keep the person out; else what admits them, grants or
    where there are none break-glass; else nothing, for nothing admits them. They are in
    the order of their ids. It names no more of the case than its id; what it says of a
    wall is not for those behind it.
    """

    person: str
    action: str
    stream: str
    on: date
    at: datetime | None = None
    is_admitted: bool
    because: tuple[Grant | Wall | BreakGlass, ...] = ()

    def __str__(self) -> str:
        """Return it in a line: who may or may not do what, and why."""
        may = "may" if self.is_admitted else "may not"
        why = why_in_words(self.because)
        return f"{self.person} {may} {self.action} {self.stream}: {why}"


def why_in_words(because: tuple[Grant | Wall | BreakGlass, ...]) -> str:
    """Say what in a policy decides."""
    return "; ".join(map(str, because)) or "no grant covers it"
