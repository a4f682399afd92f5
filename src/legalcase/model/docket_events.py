"""What happens in court: filings, service, orders, judgments, hearings."""

from __future__ import annotations

from datetime import date, datetime

from attrs import field, frozen

from legalcase.model.checks import (
    check_date,
    check_happened_at,
    check_id,
    check_ids,
    check_instant,
    check_text,
    check_words,
    optional,
)

__all__ = [
    "Filed",
    "HearingContinued",
    "HearingHeld",
    "HearingSet",
    "HearingVacated",
    "JudgmentEntered",
    "OrderEntered",
    "Served",
]


@frozen(kw_only=True)
class Filed:
    """A paper was filed, by the parties `by`, under a docket number if known.

    `triggers` are words of the law's vocabulary (``"complaint-filed"``).
    """

    title: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)
    happened_at: datetime | None = field(default=None, validator=check_happened_at)
    triggers: tuple[str, ...] = field(default=(), validator=check_words)
    by: tuple[str, ...] = field(default=(), validator=check_ids)
    number: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class Served:
    """A paper was served on the parties `on`; `method` is a word of the vocabulary."""

    title: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)
    happened_at: datetime | None = field(default=None, validator=check_happened_at)
    method: str | None = field(default=None, validator=optional(check_id))
    triggers: tuple[str, ...] = field(default=(), validator=check_words)
    by: tuple[str, ...] = field(default=(), validator=check_ids)
    on: tuple[str, ...] = field(default=(), validator=check_ids)


@frozen(kw_only=True)
class OrderEntered:
    """An order was entered on the docket."""

    title: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)
    triggers: tuple[str, ...] = field(default=(), validator=check_words)
    number: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class JudgmentEntered:
    """A judgment was entered on the docket."""

    title: str = field(repr=False, validator=check_text)
    happened_on: date = field(validator=check_date)
    triggers: tuple[str, ...] = field(
        default=("judgment-entered",), validator=check_words
    )
    number: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class HearingSet:
    """A hearing was set for the instant `hearing_at`; the order is of `happened_on`."""

    hearing_id: str = field(validator=check_id)
    title: str = field(repr=False, validator=check_text)
    hearing_at: datetime = field(validator=check_instant)
    happened_on: date = field(validator=check_date)
    place: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class HearingContinued:
    """A hearing was put off, to the instant `to_at` or without a date."""

    hearing_id: str = field(validator=check_id)
    happened_on: date = field(validator=check_date)
    to_at: datetime | None = field(default=None, validator=optional(check_instant))


@frozen(kw_only=True)
class HearingHeld:
    """A hearing took place."""

    hearing_id: str = field(validator=check_id)
    happened_on: date = field(validator=check_date)


@frozen(kw_only=True)
class HearingVacated:
    """A hearing was taken off calendar."""

    hearing_id: str = field(validator=check_id)
    happened_on: date = field(validator=check_date)
