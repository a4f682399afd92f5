"""Exclusion: a time that somebody says does not count, and on what ground."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, frozen

from legalcase.dates import as_date
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.plain_data import PlainData
from legalcase.shown import shown

__all__ = ["Exclusion", "Lengthening"]


def _optional_date(_: object, __: Attribute[Any], value: object) -> None:
    if value is not None:
        as_date(value, "until_on")


def _check_from(_: object, __: Attribute[Any], value: object) -> None:
    as_date(value, "from_on")


def _check_basis(_: object, __: Attribute[Any], value: object) -> None:
    if not isinstance(value, str):
        msg = (
            f"basis= needs the id of an exclusion, not {shown(value)}. Pass "
            "'(h)(1)(D)', say."
        )
        raise InvalidTypeError(msg, field="basis", value=value)


@frozen(kw_only=True)
class Exclusion(PlainData):
    """A time that is excluded from a clock, as it is stated.

    `basis` is the id of an exclusion of the clock; `from_on` and `until_on` are the
    days of the events that begin and end it, ``None`` while it lasts. `by` says what
    records it (a reference as text, ``"event:…"``), `has_order` and `has_finding` that
    the court ordered it, or set forth its findings, in the record; `is_reasonable`
    that more than the presumed limit was found to be reasonable. `via` names the clock
    of a codefendant from which it comes.
    """

    basis: str = field(validator=_check_basis)
    from_on: date = field(validator=_check_from)
    until_on: date | None = field(default=None, validator=_optional_date)
    by: str | None = None
    has_order: bool = False
    has_finding: bool = False
    is_reasonable: bool = False
    via: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse an end before the beginning."""
        if self.until_on is not None and self.until_on < self.from_on:
            msg = (
                f"An exclusion from {self.from_on} cannot end on {self.until_on}. "
                "Give the earlier day as from_on."
            )
            raise InvalidValueError(msg, field="until_on", value=self.until_on)


@frozen(kw_only=True)
class Lengthening(PlainData):
    """A longer limit, as the law allows it: `days` more, and by what."""

    days: int
    cite: str
    by: str | None = None
