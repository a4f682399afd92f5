"""Closures: the days on which a court is closed, by name, kind and authority."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from datetime import date

    from legalcase.authority import Authority

__all__ = ["SHUTTING", "WEEKEND", "Closure"]

#: The kind of a closure that is no holiday but a day of the weekend.
WEEKEND: Final = "weekend"
#: Kinds that shut a court whose calendar somebody lays them over, whatever kinds the
#: calendar itself names: who adds a flood means that the court is not open.
SHUTTING: Final = frozenset({"court-holiday", "legal-holiday", "office-closed"})


@frozen(kw_only=True)
class Closure(PlainData):
    """One day on which a court, or its office, is closed.

    `kind` is a word of the vocabulary (``"legal-holiday"``, ``"court-holiday"``,
    ``"office-closed"`` …) or ``"weekend"``; which kinds matter is for a rule to say.
    """

    on: date
    name: str
    kind: str
    authority: Authority

    def to_dict(self) -> dict[str, Any]:
        """Return the closure as one row of plain JSON types.

        `authority` is the citation, `verified` how it was verified.
        """
        return {
            "on": self.on.isoformat(),
            "name": self.name,
            "kind": self.kind,
            "authority": self.authority.cite,
            "verified": self.authority.verified,
        }

    def __str__(self) -> str:
        """Return the date and the name."""
        return f"{self.on}: {self.name}"
