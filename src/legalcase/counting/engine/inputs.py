"""Inputs: what was asked, as it was asked, with canonical names."""

from __future__ import annotations

from datetime import date, datetime

from attrs import frozen

from legalcase.dates import DateRange, Period
from legalcase.plain_data import PlainData

__all__ = ["Inputs"]


@frozen(kw_only=True)
class Inputs(PlainData):
    """What was asked of a computation, and each fact that was given with it.

    `period` is ``None`` for the later or earlier of several; `deadline` is the id of
    a catalogued deadline; `direction` is ``"after"``, ``"before"``, ``"extending"``
    or ``"served"``; `trigger` the date or instant; `triggers` (word, date) pairs for
    a deadline with several. Everything else as in `legalcase.compute`.
    """

    period: Period | None
    rule: str
    direction: str
    trigger: date | datetime | None
    triggers: tuple[tuple[str, date | datetime], ...] = ()
    deadline: str | None = None
    title: str = ""
    court: str | None = None
    forum: str | None = None
    calendar: str | None = None
    service: str | None = None
    service_extension: str | None = None
    act: str | None = None
    nature: str | None = None
    paper: str | None = None
    as_of: date | None = None
    legal_holidays: tuple[date, ...] = ()
    inaccessible: tuple[date, ...] = ()
    suspensions: tuple[DateRange, ...] = ()
    added: Period | None = None
    readings: tuple[tuple[str, str], ...] = ()
    local_rules: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
