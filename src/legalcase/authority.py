"""Authority: on what a rule, a holiday or a reading rests, and who has read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.errors import InvalidValueError
from legalcase.markup import one_line
from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from attrs import Attribute

__all__ = ["INPUTS", "Authority", "Dispute", "DisputedReading", "cited", "weakest"]

#: The inputs of a call that a dispute can ask for, besides facts of the vocabulary.
INPUTS: Final = ("act", "nature", "paper")
#: How an entry was verified, best first.
HOW: Final = ("text", "secondary", "recall")


def _check_how(_: object, attribute: Attribute[Any], value: object) -> None:
    if value not in (*HOW, "caller"):
        msg = (
            f"{value!r} is no way in which an authority was verified. Use one of "
            f"{', '.join(HOW)}, or leave it out: caller."
        )
        raise InvalidValueError(msg, field=attribute.name, value=value)


@frozen(kw_only=True)
class Authority:
    """A citation, its source, when it is in force, and how it was verified.

    `cite` is in the field's form; `verified` is ``"text"`` (the primary text was
    read), ``"secondary"`` (an account of it was read), ``"recall"`` (nothing was
    read) or ``"caller"`` (the caller's own); `in_force_from` and
    `in_force_through` are dates, both inclusive, or ``None`` where open. `read` cites
    the provisions whose text was read where the whole was not.
    """

    cite: str
    verified: str = field(default="caller", validator=_check_how)
    verified_on: date | None = None
    source: str | None = None
    in_force_from: date | None = None
    in_force_through: date | None = None
    read: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the citation."""
        return one_line(self.cite)


def cited(prefix: str, cite: str) -> str:
    """Return a citation as it is printed, from what a file of the law says.

    A part (they are joined by ``"; "``) that begins with ``=`` stands by itself; the
    prefix is put before the first part, unless that does. No mark is left in it.
    """
    if not cite:
        return ""
    first, *others = cite.split("; ")
    first = first[1:].strip() if first.startswith("=") else prefix + first
    return "; ".join((first, *(other.removeprefix("=").strip() for other in others)))


def weakest(hows: set[str]) -> str | None:
    """Return the weakest way of verification among `hows`, or ``None``."""
    for how in reversed(HOW):
        if how in hows:
            return how
    return None


@frozen(kw_only=True)
class DisputedReading:
    """One answer to a disputed question: what it changes, and who holds it.

    `change` is the partial version that is laid over the text (see the format of
    the law), read-only.
    """

    name: str
    authority: Authority
    change: Mapping[str, Any] = field(
        factory=dict, converter=sealed, hash=False, repr=False
    )


@frozen(kw_only=True)
class Dispute:
    """A question that authorities answer differently, or that a missing fact decides.

    `kind` is ``"law"`` or ``"fact"``; `adopted` names the answer that the text as
    entered gives; `asks` names the input that would settle a question of fact;
    `first` and `last` bound the trigger dates, both inclusive; `settled` has
    (court id, reading, citation) for each court that decided.
    """

    id: str
    kind: str
    question: str
    adopted: str
    authority: Authority
    readings: tuple[DisputedReading, ...]
    asks: str | None = None
    first: date | None = None
    last: date | None = None
    settled: tuple[tuple[str, str, str], ...] = ()

    def applies_on(self, trigger: date) -> bool:
        """Tell whether the question arises for a trigger on that date."""
        return (self.first is None or self.first <= trigger) and (
            self.last is None or trigger <= self.last
        )

    def settled_for(self, courts: tuple[str, ...]) -> tuple[str, str] | None:
        """Return (reading, citation) if one of `courts` has decided, nearest first."""
        for court in courts:
            for decided_by, reading, cite in self.settled:
                if decided_by == court:
                    return reading, cite
        return None
