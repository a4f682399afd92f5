"""Closures: the days on which a court is closed, by name, kind and authority."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.errors import UnknownNameError
from legalcase.markup import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from legalcase.authority import Authority

__all__ = ["KINDS", "SHUTTING", "WEEKEND", "Closure", "check_kinds"]

#: The kind of a closure that is no holiday but a day of the weekend.
WEEKEND: Final = "weekend"
#: Kinds that shut a court whose calendar somebody lays them over, whatever kinds the
#: calendar itself names: who adds a flood means that the court is not open.
SHUTTING: Final = frozenset({"court-holiday", "legal-holiday", "office-closed"})
#: The kinds that every calendar knows: those of the shared vocabulary.
KINDS: Final = SHUTTING | {"offices-closed-by-executive-order", "optional"}


@frozen(kw_only=True)
class Closure:
    """One day on which a court, or its office, is closed.

    `kind` is a word of the vocabulary (``"legal-holiday"``, ``"court-holiday"``,
    ``"office-closed"`` …) or ``"weekend"``; which kinds matter is for a rule to say.
    """

    on: date
    name: str
    kind: str
    authority: Authority

    def __str__(self) -> str:
        """Return the date and the name."""
        return shown(f"{self.on}: {self.name}")


def check_kinds(
    closures: Iterable[Closure],
    closed_by: frozenset[str],
    entries: Callable[[], Mapping[int, Iterable[tuple[str, str, Authority]]]],
) -> None:
    """Refuse a kind that no calendar knows, nor is among those of `entries`.

    For a slip of the pen, a court would stay open. Raises `UnknownNameError`.
    """
    strange = {closure.kind for closure in closures} - KINDS - closed_by
    if strange:
        own = {kind for day in entries().values() for _, kind, _ in day}
        noun = "kind of closure"
        for kind in sorted(strange - own):
            raise UnknownNameError.of(noun, kind, {*KINDS, *closed_by, *own})
