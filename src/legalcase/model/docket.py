"""Hearing, DocketEntry and Note: what stands in the court's file and in ours."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from attrs import Attribute, evolve, field, frozen

from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.model.checks import (
    check_date,
    check_id,
    check_instant,
    check_text,
    check_words,
    one_of,
    optional,
)
from legalcase.plain_data import PlainData

__all__ = ["LABELS", "DocketEntry", "Hearing", "HearingState", "Note"]

#: How confidential a text is. Only what is public leaves the case by itself.
LABELS: Final = (
    "public",
    "confidential",
    "privileged",
    "work-product",
    "mediation",
    "sealed",
    "juvenile",
)


class HearingState(StrEnum):
    """Where a hearing stands."""

    SET = "set"
    CONTINUED = "continued"
    HELD = "held"
    VACATED = "vacated"


_ALLOWED: Final = {
    HearingState.SET: frozenset(HearingState),
    HearingState.CONTINUED: frozenset({HearingState.SET, HearingState.VACATED}),
    HearingState.HELD: frozenset[HearingState](),
    HearingState.VACATED: frozenset[HearingState](),
}


def _check_settings(
    instance: object,
    attribute: Attribute[Any],
    value: Any,
) -> None:
    if not isinstance(value, tuple) or not value:
        msg = "settings needs a tuple with at least one instant. Write (instant,)."
        raise InvalidValueError(msg, field=attribute.name, value=None)
    for instant in value:
        check_instant(instance, attribute, instant)


@frozen(kw_only=True)
class Hearing(PlainData):
    """A hearing or trial with every setting it had, the first one first.

    A continuance adds a setting and leaves the first: some periods run from that.
    A hearing that was continued without a date keeps its last setting, and says so
    by its state. `revision` is how often it was changed, last at `changed_at`.
    """

    hearing_id: str = field(validator=check_id)
    title: str = field(repr=False, validator=check_text)
    settings: tuple[datetime, ...] = field(validator=_check_settings)
    place: str | None = field(default=None, repr=False, validator=optional(check_text))
    state: HearingState = HearingState.SET
    revision: int = 0
    changed_at: datetime | None = None

    @property
    def first_at(self) -> datetime:
        """The instant for which it was first set."""
        return self.settings[0]

    @property
    def at(self) -> datetime:
        """The instant for which it was last set."""
        return self.settings[-1]

    def changed(self, at: datetime, **changes: Any) -> Hearing:
        """Return the hearing with `changes`, its revision counted up."""
        return evolve(self, revision=self.revision + 1, changed_at=at, **changes)

    def moved(
        self, state: HearingState, at: datetime, to_at: datetime | None = None
    ) -> Hearing:
        """Return the hearing in another state, perhaps with a new setting.

        Raises `IllegalTransitionError` where the state does not follow.
        """
        if state not in _ALLOWED[self.state]:
            msg = (
                f"Hearing {self.hearing_id!r} is {self.state} and cannot become "
                f"{state}. Set a new hearing instead."
            )
            raise IllegalTransitionError(
                msg, subject=self.hearing_id, state=str(self.state), step=str(state)
            )
        settings = self.settings if to_at is None else (*self.settings, to_at)
        return self.changed(at, state=state, settings=settings)


@frozen(kw_only=True)
class DocketEntry(PlainData):
    """What happened in court: a filing, a service, an order, a judgment.

    `happened` is a date, or an aware datetime where the hour is known; `triggers`
    are words of the law's vocabulary, by which periods find what they run from;
    `method` is the method of service; `number` that of the docket.
    """

    event_id: str = field(validator=check_id)
    kind: str
    title: str = field(repr=False, validator=check_text)
    happened: date | datetime
    triggers: tuple[str, ...] = field(default=(), validator=check_words)
    method: str | None = None
    number: str | None = field(default=None, repr=False)


@frozen(kw_only=True)
class Note:
    """A note in our own file; privileged unless `label` says otherwise."""

    note_id: str = field(validator=check_id)
    text: str = field(repr=False, validator=check_text)
    written_on: date = field(validator=check_date)
    label: str = field(default="privileged", validator=one_of(LABELS))
