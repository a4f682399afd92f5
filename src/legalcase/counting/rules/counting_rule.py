"""CountingRule: how a court's rules compute time, in the versions once in force."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from legalcase.counting.rules.settings import Settings
from legalcase.counting.rules.words.overlay import lay_over
from legalcase.counting.rules.words.silent import spoken
from legalcase.errors import InvalidValueError, RuleNotInForceError
from legalcase.kept import Kept
from legalcase.sealed import same_fields, sealed
from legalcase.shown import shown

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
    "default_calendars",
    "versions",
    "disputes",
    "default_act",
    "zone",
    "last",
)

#: So many combinations of readings are kept, compiled.
_MOST: Final = 256

#: Readings chosen, as (qualified dispute id, name of the reading).
Choices = frozenset[tuple[str, str]]


def _kept() -> Kept[Any, Settings]:
    return Kept(_MOST)


@frozen(kw_only=True, eq=False)
class RuleVersion:
    """The settings in force from a date on, laid out in full and read-only."""

    first: date
    authority: Authority
    data: Mapping[str, Any] = field(converter=sealed, repr=False)

    def __eq__(self, other: object) -> bool:
        """Compare everything."""
        return same_fields(self, other)

    def __hash__(self) -> int:
        """Hash by what the settings rest on: a table has no hash."""
        return hash((self.first, self.authority))


@frozen(kw_only=True, eq=False, repr=False)
class CountingRule:
    """A rule of computation: its settings by version, and its disputed readings.

    `edition` digests its data and those of what it is based on; whoever changes a copy
    keeps it, so that equality looks at everything. `last` is
    the last trigger date for which it was verified, ``None`` if open; `zone` the one
    time zone of all its courts, if they have one; `default_calendars` are (role, id
    of the calendar) for roles besides that of the court.
    """

    id: str
    name: str
    edition: str
    cite_prefix: str
    default_calendar: str
    versions: tuple[RuleVersion, ...] = field()
    disputes: tuple[Dispute, ...] = ()
    default_calendars: tuple[tuple[str, str], ...] = ()
    default_act: str | None = None
    zone: str | None = None
    last: date | None = None
    _compiled: Kept[Any, Settings] = field(init=False, factory=_kept, eq=False)

    @versions.validator
    def _check_versions(self, _: object, value: tuple[RuleVersion, ...]) -> None:
        if not value:
            msg = f"The rule {shown(self.id)} has no text. Give a version at least."
            raise InvalidValueError(msg, field="versions", value=value)

    def __getstate__(self) -> dict[str, Any]:
        """Pickle what the rule is; its settings are compiled again."""
        return {name: getattr(self, name) for name in _STATE}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Restore what the rule is."""
        for name, value in {**state, "_compiled": _kept()}.items():
            object.__setattr__(self, name, value)

    def __repr__(self) -> str:
        """Return id, first version and edition."""
        return f"<CountingRule {self.id!r} from {self.first}, edition {self.edition}>"

    def __eq__(self, other: object) -> bool:
        """Compare everything: whoever changes a copy keeps its id and edition."""
        return same_fields(self, other)

    def __hash__(self) -> int:
        """Hash by id and edition: what is equal has the same."""
        return hash((self.id, self.edition))

    def _repr_html_(self) -> str:
        from legalcase.markup import Table

        table = Table(f"{self.name} ({self.id})", ("from", "authority", "verified"))
        for version in self.versions:
            authority = version.authority
            table.add(str(version.first), authority.cite, authority.verified)
        return table.html()

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
        raise RuleNotInForceError.of(
            self.id, day, self.first, self.last, versions=len(self.versions)
        )

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
        # A version of somebody else's making can begin on the day of one of these, and
        # two deadlines can call readings of theirs the same; so neither is kept: the
        # count keeps what was compiled.
        keeps = not changes and any(version is mine for mine in self.versions)
        settings = self._compiled.get(key) if keeps else None
        if settings is None:
            settings = self._settings(version.data, choices, changes)
            if keeps:
                self._compiled[key] = settings
        return settings

    def _settings(
        self,
        data: Mapping[str, Any],
        choices: Choices,
        changes: tuple[Mapping[str, Any], ...],
    ) -> Settings:
        """Lay readings and changes over the tables of a version, and compile them."""
        try:
            data = spoken(data)
            for dispute in self.disputes:
                name = f"{self.id}#{dispute.id}"
                for reading in dispute.readings:
                    if (name, reading.name) in choices:
                        data = lay_over(data, reading.change)
            for change in changes:
                data = lay_over(data, change)
            return Settings(data, self.cite_prefix)
        except InvalidValueError:
            raise
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            lacks = f"lacks {error}" if isinstance(error, KeyError) else "is misshapen"
            msg = (
                f"{shown(self.id)} cannot be counted with: its text {lacks}. Check the "
                "rule, and the readings that are laid over it."
            )
            raise InvalidValueError(msg, field="data", value=data) from error
