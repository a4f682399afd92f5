"""Charge: a count of which a defendant is accused, and what became of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen

from legalcase.kernel.events.label import PUBLIC, Label
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from legalcase.kernel.register import Register

__all__ = ["Charge", "ChargeState", "ChargeStep", "Sentence", "charges_of"]


class ChargeState(StrEnum):
    """Where a charge stands."""

    PENDING = "pending"
    DISPOSED = "disposed"
    SUPERSEDED = "superseded"


@frozen(kw_only=True)
class ChargeStep(PlainData):
    """A plea, a verdict or a disposition: the word, the day, and the event.

    `until_on` is the day from which it does not hold any more, once it was withdrawn
    or set aside; `lesser` is what was found instead of what was charged.
    """

    word: str
    on: date
    event_id: str
    until_on: date | None = None
    lesser: str | None = field(default=None, repr=False)


@frozen(kw_only=True)
class Sentence(PlainData):
    """A sentence, the day on which it was imposed, and the event."""

    text: str = field(repr=False)
    on: date
    event_id: str


@frozen(kw_only=True)
class Charge(PlainData):
    """A count against one defendant, `of`, and all that was said on it, in its order.

    `pleas`, `verdicts` and `dispositions` have what does not hold any more as well;
    `plea`, `verdict` and `disposition` are the words that hold. `superseded_by` are
    the counts in its place.
    """

    charge_id: str
    of: str
    statute: str = field(repr=False)
    sequence: int | None = None
    title: str | None = field(default=None, repr=False)
    severity: str | None = None
    degree: str | None = field(default=None, repr=False)
    instrument: str | None = None
    label: Label = PUBLIC
    charged_on: date
    state: ChargeState = ChargeState.PENDING
    pleas: tuple[ChargeStep, ...] = ()
    verdicts: tuple[ChargeStep, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    dispositions: tuple[ChargeStep, ...] = ()
    superseded_by: tuple[str, ...] = ()

    @property
    def is_pending(self) -> bool:
        """Whether the court is not done with it, and nothing took its place."""
        return self.state is ChargeState.PENDING

    @property
    def plea(self) -> str | None:
        """The plea that holds."""
        return _last(self.pleas)

    @property
    def verdict(self) -> str | None:
        """The verdict that holds."""
        return _last(self.verdicts)

    @property
    def disposition(self) -> str | None:
        """How the court disposed of it."""
        return _last(self.dispositions)


def _last(steps: tuple[ChargeStep, ...]) -> str | None:
    """Return the word that was said last, if it still holds."""
    return steps[-1].word if steps and steps[-1].until_on is None else None


def charges_of(charges: Register[Charge], party_id: str) -> tuple[Charge, ...]:
    """Return the charges against a party, in the order in which they came.

    All of them, also those that are disposed of or superseded: `is_pending` tells.
    """
    return tuple(one for one in charges if one.of == party_id)
