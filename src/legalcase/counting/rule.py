"""CountingRule: how a court's rules compute time, in the versions once in force."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from legalcase.counting.overlay import lay_over
from legalcase.counting.settings import Settings
from legalcase.errors import RuleNotInForceError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.authority import Authority, Dispute

__all__ = ["Choices", "CountingRule", "RuleVersion"]

_STATE = (
    "id",
    "name",
    "edition",
    "cite_prefix",
    "default_calendar",
    "versions",
    "disputes",
    "default_act",
    "zone",
    "last",
)

#: Readings chosen, as (qualified dispute id, name of the reading).
Choices = frozenset[tuple[str, str]]


@frozen(kw_only=True, eq=False)
class RuleVersion:
    """The settings in force from a date on, laid out in full."""

    first: date
    authority: Authority
    data: Mapping[str, Any] = field(repr=False)


@frozen(kw_only=True, eq=False, repr=False)
class CountingRule:
    """A rule of computation: its settings by version, and its disputed readings.

    Compared by id and edition (a digest of its data and of what it is based on).
    `last` is the last trigger date for which it was verified, ``None`` if open;
    `zone` the one time zone of all its courts, if they have one.
    """

    id: str
    name: str
    edition: str
    cite_prefix: str
    default_calendar: str
    versions: tuple[RuleVersion, ...]
    disputes: tuple[Dispute, ...] = ()
    default_act: str | None = None
    zone: str | None = None
    last: date | None = None
    _compiled: dict[Any, Settings] = field(init=False, factory=dict)

    def __getstate__(self) -> dict[str, Any]:
        """Pickle what the rule is; its settings are compiled again."""
        return {name: getattr(self, name) for name in _STATE}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Restore what the rule is."""
        for name, value in {**state, "_compiled": {}}.items():
            object.__setattr__(self, name, value)

    def __repr__(self) -> str:
        """Return id, first version and edition."""
        return f"<CountingRule {self.id!r} from {self.first}, edition {self.edition}>"

    def __eq__(self, other: object) -> bool:
        """Compare by id and edition."""
        if not isinstance(other, CountingRule):
            return NotImplemented
        return (self.id, self.edition) == (other.id, other.edition)

    def __hash__(self) -> int:
        """Hash by id and edition."""
        return hash((self.id, self.edition))

    @property
    def first(self) -> date:
        """The first trigger date that the rule covers."""
        return self.versions[0].first

    @property
    def disputed(self) -> dict[str, Dispute]:
        """Its disputed questions by full id: ``"us/frcp#mail-order"``."""
        return {f"{self.id}#{dispute.id}": dispute for dispute in self.disputes}

    def version_on(self, day: date) -> RuleVersion:
        """Return the version in force on `day`.

        Raises `RuleNotInForceError` before the first version or after `last`.
        """
        if self.last is None or day <= self.last:
            for version in reversed(self.versions):
                if version.first <= day:
                    return version
        raise RuleNotInForceError.of(self.id, day, self.first, self.last)

    def settings(
        self,
        version: RuleVersion,
        choices: Choices = frozenset(),
        changes: tuple[Mapping[str, Any], ...] = (),
    ) -> Settings:
        """Return the settings of a version under readings chosen.

        `changes` are partial versions laid over last: those of the deadline's own
        readings.
        """
        key = (version.first, choices)
        # Two deadlines can call readings of theirs the same, so these are not kept:
        # the form of the question keeps what was compiled.
        settings = None if changes else self._compiled.get(key)
        if settings is None:
            data = version.data
            for dispute in self.disputes:
                name = f"{self.id}#{dispute.id}"
                for reading in dispute.readings:
                    if (name, reading.name) in choices:
                        data = lay_over(data, reading.change)
            for change in changes:
                data = lay_over(data, change)
            settings = Settings(data, self.cite_prefix)
            if not changes:
                self._compiled[key] = settings
        return settings
