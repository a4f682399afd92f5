"""PendingCount: how many cases wait, and what a period makes of them."""

from __future__ import annotations

from attrs import frozen

from legalcase.errors import InvalidValueError
from legalcase.measures.formulas.rates import whole
from legalcase.plain_data import PlainData

__all__ = ["FlowCount", "PendingCount"]


@frozen(kw_only=True)
class FlowCount(PlainData):
    """How many cases came in and went out, by the words of the State Court Guide."""

    new_filings: int = 0
    reopened: int = 0
    reactivated: int = 0
    entries_of_judgment: int = 0
    reopened_dispositions: int = 0
    placed_inactive: int = 0

    def __attrs_post_init__(self) -> None:
        """Refuse what is no number of cases."""
        for name, number in self.to_dict().items():
            whole(number, name)

    @property
    def incoming(self) -> int:
        """How many came in."""
        return self.new_filings + self.reopened + self.reactivated

    @property
    def outgoing(self) -> int:
        """How many went out."""
        return (
            self.entries_of_judgment + self.reopened_dispositions + self.placed_inactive
        )


@frozen(kw_only=True)
class PendingCount(PlainData):
    """How many cases are pending: active, and on inactive status."""

    active: int = 0
    inactive: int = 0

    def __attrs_post_init__(self) -> None:
        """Refuse what is no number of cases."""
        for name, number in self.to_dict().items():
            whole(number, name)

    def after(self, flow: FlowCount) -> PendingCount:
        """Return how many are pending at the end of a period in which that happened.

        Active: begin, and what came in, less what went out. Inactive: begin, and what
        was placed there, less what was reactivated. Raises `InvalidValueError` where
        more went out than there were.

        >>> PendingCount(inactive=5).after(
        ...     FlowCount(new_filings=50, reactivated=5, entries_of_judgment=35)
        ... )
        PendingCount(active=20, inactive=0)
        """
        active = self.active + flow.incoming - flow.outgoing
        inactive = self.inactive + flow.placed_inactive - flow.reactivated
        for name, number in (("active", active), ("inactive", inactive)):
            if number < 0:
                msg = (
                    f"{-number} more cases would have gone than were {name}. Count "
                    "them again: at the beginning, or in the period."
                )
                raise InvalidValueError(msg, field=name, value=number)
        return PendingCount(active=active, inactive=inactive)
