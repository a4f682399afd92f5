"""Communications: what was said, what is owed in reply, what was promised."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final, TypeVar

from attrs import field, frozen

from legalcase.dates import Period, as_date
from legalcase.kernel.events.label import Label
from legalcase.kernel.register import Register
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "FOR_CLIENT",
    "PRIVILEGED",
    "AgreedStatus",
    "Cadence",
    "Communication",
    "Communications",
    "ContactPreference",
    "Expectation",
]

_S = TypeVar("_S", bound="Cadence | ContactPreference | AgreedStatus")


def _as_of(last: _S, day: date, since: Callable[[_S], date]) -> _S | None:
    """Return which of what was said one after the other holds on a day."""
    earlier: tuple[_S, ...] = last.earlier  # type: ignore[assignment]  # its own kind
    asked = as_date(day, "day")
    found = [one for one in (*earlier, last) if since(one) <= asked]
    return found[-1] if found else None


#: What passes between us and others is privileged unless somebody says otherwise.
PRIVILEGED: Final = Label(audience="firm", ground="privileged")
#: What a client was told, or told us of what is expected.
FOR_CLIENT: Final = Label(audience="client", ground="privileged")


@frozen(kw_only=True)
class Communication(PlainData):
    """One exchange: with whom, which way, by what, how long, and what is owed on it.

    `replied_by` is the communication that answered it; `waived_on` the day from which
    no reply is owed.
    """

    communication_id: str
    with_parties: tuple[str, ...]
    with_others: tuple[str, ...] = field(repr=False)
    direction: str
    channel: str
    subject: str = field(repr=False)
    summary: str | None = field(default=None, repr=False)
    minutes: int | None = None
    happened_on: date
    happened_at: datetime | None = None
    reply_by: date | None = None
    replied_by: str | None = None
    replied_on: date | None = None
    waived_on: date | None = None
    about: tuple[str, ...] = ()
    in_document: str | None = None
    label: Label

    @property
    def owes_reply(self) -> bool:
        """Whether a reply is owed, by us or to us, and not there."""
        done = self.replied_by is not None or self.waived_on is not None
        return self.reply_by is not None and not done


@frozen(kw_only=True)
class Cadence(PlainData):
    """How often a party is told how things stand, from a day on.

    `earlier` is what was agreed before.
    """

    party_id: str
    every: Period
    from_on: date
    earlier: tuple[Cadence, ...] = field(default=(), repr=False)

    def on(self, day: date) -> Cadence | None:
        """Return what was agreed as of a day: this, or what held before."""
        return _as_of(self, day, lambda one: one.from_on)


@frozen(kw_only=True)
class ContactPreference(PlainData):
    """How a party is reached, and how not, since a day; `earlier` is how before."""

    party_id: str
    channels: tuple[str, ...]
    language: str | None = None
    needs_interpreter: bool = False
    caution: str | None = field(default=None, repr=False)
    since_on: date
    label: Label
    earlier: tuple[ContactPreference, ...] = field(default=(), repr=False)

    def on(self, day: date) -> ContactPreference | None:
        """Return how the party was reached on a day, or ``None``."""
        return _as_of(self, day, lambda one: one.since_on)


@frozen(kw_only=True)
class AgreedStatus(PlainData):
    """How things stand, as a client is told: since when, and who approved the words.

    `earlier` is what the client was told before.
    """

    party_id: str
    text: str = field(repr=False)
    next_step: str | None = field(default=None, repr=False)
    approved_by: str = field(repr=False)
    since_on: date
    label: Label
    earlier: tuple[AgreedStatus, ...] = field(default=(), repr=False)

    def on(self, day: date) -> AgreedStatus | None:
        """Return what the client was told as of a day, or ``None``."""
        return _as_of(self, day, lambda one: one.since_on)


@frozen(kw_only=True)
class Expectation(PlainData):
    """What one side expects of the other, and whether that one knows."""

    expectation_id: str
    of: str
    held_by: str
    text: str = field(repr=False)
    due_on: date | None = None
    stated_on: date
    acknowledged_on: date | None = None
    state: str = "stated"
    label: Label

    @property
    def is_open(self) -> bool:
        """Whether it still is to be met."""
        return self.state in {"stated", "acknowledged"}


@frozen(kw_only=True)
class Communications(PlainData):
    """What was said in a case, with the cadences, preferences, statuses, expectations.

    Cadences, preferences and statuses stand by the id of the party: of each the one
    with the latest day, whenever it was recorded; `earlier` and `on` have the others.
    """

    said: Register[Communication]
    cadences: Register[Cadence]
    preferences: Register[ContactPreference]
    statuses: Register[AgreedStatus]
    expectations: Register[Expectation]

    def with_party(self, party_id: str) -> tuple[Communication, ...]:
        """Return what was said with a party, the oldest first."""
        found = [one for one in self.said if party_id in one.with_parties]
        return tuple(sorted(found, key=lambda one: one.happened_on))
