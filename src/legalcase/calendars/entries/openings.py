"""Opening: a day that would be closed, and on which the courts work all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from legalcase.markup import one_line
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from datetime import date

    from legalcase.authority import Authority

__all__ = ["Opening"]


@frozen(kw_only=True)
class Opening(PlainData):
    """One day of a weekend, or a holiday of a wider calendar, that is a working day.

    `id` names it where a calendar that is based on this one can leave it out.
    """

    on: date
    name: str
    authority: Authority
    id: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the opening as one row of plain JSON types.

        `authority` is the citation, `verified` how it was verified.
        """
        return {
            "on": self.on.isoformat(),
            "name": self.name,
            "authority": self.authority.cite,
            "verified": self.authority.verified,
        }

    def __str__(self) -> str:
        """Return the date and the name."""
        return one_line(f"{self.on}: {self.name}")
