"""ClockRule: a statutory clock: start, limit, and the time that does not count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from legalcase.errors import UnknownNameError
from legalcase.plain_data import PlainData
from legalcase.sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from legalcase.authority import Authority
    from legalcase.dates import Period

__all__ = [
    "ClockDispute",
    "ClockExtension",
    "ClockReading",
    "ClockRule",
    "ClockStart",
    "ExclusionRule",
]


@frozen(kw_only=True)
class ClockStart(PlainData):
    """An event from which a clock runs: a word of ``trigger``, and its citation.

    Of several, the clock runs from the last; one that `is_optional` is waited for only
    where somebody says that it happened.
    """

    event: str
    cite: str
    is_optional: bool = False


@frozen(kw_only=True)
class ExclusionRule(PlainData):
    """A ground on which time does not count.

    `first_counts` and `last_counts` tell whether the first and the last day that is
    stated for it counts all the same. `needs` says what must stand on the record:
    ``"nothing"``, ``"order"`` or ``"finding"``. `most` is the longest time that it
    takes out, absolutely or, where `is_rebuttable`, unless more is shown to be
    reasonable. `goes_on` is how long it lasts after the event that ends it; and the
    clock runs out no sooner than `not_before` after its end. `begins` and `ends` are
    the events of a docket from which and to which it can be proposed.
    """

    id: str
    name: str
    authority: Authority
    first_counts: bool = False
    last_counts: bool = False
    needs: str = "nothing"
    most: Period | None = None
    is_rebuttable: bool = False
    goes_on: Period | None = None
    not_before: Period | None = None
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    is_joined: bool = False
    note: str | None = None


@frozen(kw_only=True)
class ClockReading(PlainData):
    """One answer to a disputed question: what it makes of which exclusions.

    `change` has `first_counts` or `is_excluded`, read-only.
    """

    name: str
    authority: Authority
    exclusions: tuple[str, ...]
    change: Mapping[str, Any] = field(
        factory=dict, converter=sealed, hash=False, repr=False
    )


@frozen(kw_only=True)
class ClockDispute(PlainData):
    """A question on which authorities differ: what is adopted, and the readings."""

    id: str
    question: str
    adopted: str
    authority: Authority
    readings: tuple[ClockReading, ...]


@frozen(kw_only=True)
class ClockExtension(PlainData):
    """How the limit can be lengthened: `add` to it, or `up_to` a longer one; when."""

    given: str
    cite: str
    add: Period | None = None
    up_to: Period | None = None


@frozen(kw_only=True, eq=False, repr=False)
class ClockRule(PlainData):
    """One catalogued clock.

    `limit` runs from the last of `starts`, or with `from_year_end` from the end of the
    year in which that fell; the day of the event is not counted (`first_day_cite`).
    `bound` is ``"not-later-than"`` or ``"not-earlier-than"``. `revives` tells that an
    exclusion which begins after the limit is reached still takes its days out; where
    it does not, a claim that is barred stays so. `nature` is a word of that sort.
    `waiver` is ``"none"`` where nobody can waive the clock beforehand, or
    ``"written"``. `sanction` says what follows when
    it runs out. `edition` is that of its file.
    """

    id: str
    edition: str
    title: str
    starts: tuple[ClockStart, ...]
    limit: Period
    first_day_cite: str
    bound: str
    exclusions: tuple[ExclusionRule, ...]
    authority: Authority
    from_year_end: bool = False
    revives: bool = True
    disputes: tuple[ClockDispute, ...] = ()
    extensions: tuple[ClockExtension, ...] = ()
    ends: tuple[str, ...] = ()
    nature: str | None = None
    waiver: str | None = None
    waiver_cite: str | None = None
    sanction: str | None = None
    sanction_cite: str | None = None
    note: str | None = None
    examples: tuple[Mapping[str, Any], ...] = field(
        default=(), converter=sealed, hash=False
    )
    overrides: bool = False

    def __eq__(self, other: object) -> bool:
        """Tell whether it is the same entry of the same edition."""
        if not isinstance(other, ClockRule):
            return NotImplemented
        return (self.id, self.edition) == (other.id, other.edition)

    def __hash__(self) -> int:
        """Return a hash of id and edition."""
        return hash((self.id, self.edition))

    def __repr__(self) -> str:
        """Return id and limit."""
        return f"<ClockRule {self.id!r}: {self.limit}>"

    @property
    def first(self) -> date | None:
        """The first day on which it is in force."""
        return self.authority.in_force_from

    def exclusion(self, name: str) -> ExclusionRule:
        """Return an exclusion by its id, ``"(h)(1)(D)"``.

        Raises `UnknownNameError`, with those that the clock has.
        """
        for one in self.exclusions:
            if one.id == name:
                return one
        known = [one.id for one in self.exclusions]
        hint = (
            f"The exclusions of {self.id!r} are {', '.join(known)}."
            if known
            else f"No time is excluded from {self.id!r}."
        )
        noun = "exclusion"
        raise UnknownNameError.of(noun, name, known, hint)

    def find_exclusion(self, name: str) -> ExclusionRule | None:
        """Return an exclusion by its id, or ``None``."""
        return next((one for one in self.exclusions if one.id == name), None)
