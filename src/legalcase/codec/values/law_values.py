"""The law's values on the wire, in full: calendars, rules and courts need no law back.

They are stored as what they say, not as a name to look up: whoever reads them gets
the calendar or the rule that was meant, whatever the law at hand says by then.
"""

from __future__ import annotations

import builtins
import collections.abc
import inspect
import sys
import typing
from collections.abc import Mapping
from datetime import date, datetime
from types import GenericAlias, MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import attrs

from legalcase.authority import Authority, Dispute, DisputedReading
from legalcase.calendars.closures import Closure
from legalcase.calendars.court_calendar import CourtCalendar
from legalcase.calendars.entries.definition import (
    CalendarDefinition,
    Gap,
    Holiday,
    SpecialClosure,
)
from legalcase.calendars.entries.falls import Falls
from legalcase.calendars.entries.observance import Observance
from legalcase.calendars.entries.openings import Opening
from legalcase.calendars.month import MonthGrid
from legalcase.catalogue.counts_from import CountsFrom
from legalcase.catalogue.deadline_rule import DeadlineRule, DeadlineVersion, Extension
from legalcase.catalogue.period_case import PeriodCase
from legalcase.catalogue.terms import Condition, Restart, Term, Trigger
from legalcase.catalogue.variant import Variant
from legalcase.codec.text.moments import (
    date_from_text,
    date_to_text,
    instant_from_text,
    instant_to_text,
    local_from_text,
    local_to_text,
)
from legalcase.codec.text.problems import said
from legalcase.counting.rules.counting_rule import CountingRule, RuleVersion
from legalcase.counting.rules.parts.named_day import NamedDay
from legalcase.counting.rules.venue import Venue
from legalcase.courts.bench import Court
from legalcase.dates import Period
from legalcase.errors import InvalidTypeError, InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Callable

    from cattrs import Converter

__all__ = ["LAW_KINDS", "register_law_values"]

#: Names and schemas of the law's own values. See `legalcase.codec.kinds`.
LAW_KINDS: Final[Mapping[type, tuple[str, int]]] = MappingProxyType(
    {
        Authority: ("authority", 1),
        CalendarDefinition: ("calendar-definition", 1),
        Closure: ("closure", 1),
        CountsFrom: ("counts-from", 1),
        CountingRule: ("counting-rule", 1),
        Condition: ("condition", 1),
        Court: ("court", 1),
        CourtCalendar: ("court-calendar", 1),
        DeadlineRule: ("deadline-rule", 1),
        DeadlineVersion: ("deadline-version", 1),
        Dispute: ("dispute", 1),
        DisputedReading: ("disputed-reading", 1),
        Extension: ("extension", 1),
        Gap: ("gap", 1),
        Holiday: ("holiday", 1),
        MonthGrid: ("month-grid", 1),
        Observance: ("observance", 1),
        Opening: ("opening", 1),
        PeriodCase: ("period-case", 1),
        Restart: ("restart", 1),
        SpecialClosure: ("special-closure", 1),
        Term: ("term", 1),
        Trigger: ("trigger", 1),
        Variant: ("variant", 1),
        Venue: ("venue", 1),
    }
)

# These classes name some types for the type checker alone.
_NAMED: Final = {
    **{cls.__name__: cls for cls in (*LAW_KINDS, RuleVersion, NamedDay, Falls, Period)},
    "Mapping": Mapping,
    "date": date,
}


def _names(cls: type) -> dict[str, Any]:
    """Return what the names in a class's annotations stand for.

    A name that nothing stands for belongs to a private field: those hold what is
    derived, and are never stored.
    """
    known = {*vars(builtins), *vars(sys.modules[cls.__module__]), *_NAMED}
    texts = inspect.get_annotations(cls).values()
    used = {name for text in texts for name in _used(text)}
    return {**_NAMED, **dict.fromkeys(used - known, Any)}


def _used(annotation: object) -> tuple[str, ...]:
    """Return the names in an annotation that was not evaluated."""
    if not isinstance(annotation, str):
        return ()
    return compile(annotation, "<annotation>", "eval").co_names


# Tables of the law hold dates as TOML has them: they are marked, as no key can be.
_DATE: Final = "$date"
_INSTANT: Final = "$instant"
# The time of an example, by the clock of whichever court it is asked for.
_LOCAL: Final = "$local"
_MARKS: Final[Mapping[str, Callable[[object], date]]] = MappingProxyType(
    {
        _DATE: date_from_text,
        _INSTANT: instant_from_text,
        _LOCAL: local_from_text,
    }
)


def register_law_values(converter: Converter) -> None:
    """Teach a converter the values of the law."""
    for cls in (*LAW_KINDS, RuleVersion, NamedDay):
        attrs.resolve_types(cls, None, _names(cls))
    converter.register_unstructure_hook(Falls, lambda falls: falls.text)
    converter.register_structure_hook(Falls, lambda value, _: _falls(value))
    converter.register_unstructure_hook_func(
        _is_frozenset, lambda members: sorted(map(converter.unstructure, members))
    )
    converter.register_structure_hook_func(
        _is_frozenset, lambda value, kind: _frozenset(converter, value, kind)
    )
    converter.register_unstructure_hook_func(_is_table, _table_out)
    converter.register_structure_hook_func(_is_table, lambda value, _: _table(value))


def _falls(value: object) -> Falls:
    reason = "is no day that a holiday can fall on"
    if not isinstance(value, str):
        raise said(reason)
    try:
        return Falls.parse(value)
    except (InvalidValueError, RecursionError):
        raise said(reason) from None


def _is_frozenset(kind: Any) -> bool:
    return typing.get_origin(kind) is frozenset


def _frozenset(converter: Converter, value: object, kind: Any) -> frozenset[Any]:
    listed: Any = GenericAlias(tuple, (typing.get_args(kind)[0], ...))
    members: tuple[Any, ...] = converter.structure(value, listed)
    found = frozenset(members)
    if len(found) != len(members):
        reason = "has a member twice"
        raise said(reason)
    return found


def _is_table(kind: Any) -> bool:
    return typing.get_origin(kind) is collections.abc.Mapping


def _table_out(value: Any) -> Any:
    """Write a table of the law in JSON's types."""
    if isinstance(value, Mapping):
        return {key: _table_out(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_table_out(inner) for inner in value]
    if isinstance(value, datetime) and value.tzinfo is None:
        return {_LOCAL: local_to_text(value)}
    if isinstance(value, datetime):
        return {_INSTANT: instant_to_text(value)}
    if isinstance(value, date):
        return {_DATE: date_to_text(value)}
    if value is None or type(value) in {str, int, float, bool}:
        return value
    msg = (
        f"{type(value).__name__} is no type that a table of the law can hold. "
        "Use what TOML has: text, numbers, dates, lists and tables."
    )
    raise InvalidTypeError(msg, field="data", value=None)


def _table(value: object) -> dict[str, Any]:
    if type(value) is not dict or _is_marked(value):
        reason = "is no table"
        raise said(reason)
    return {key: _inside(inner) for key, inner in value.items()}


def _is_marked(value: dict[str, Any]) -> bool:
    return len(value) == 1 and not value.keys().isdisjoint(_MARKS)


def _inside(value: object) -> Any:
    if type(value) is list:
        return [_inside(inner) for inner in value]
    if type(value) is not dict:
        return value
    if not _is_marked(value):
        return _table(value)
    ((mark, text),) = value.items()
    try:
        return _MARKS[mark](text)
    except ValueError as error:
        raise said(str(error)) from None
