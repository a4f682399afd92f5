"""What can happen to the records of a case."""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import Attribute, field, frozen

from legalcase.dates import Period
from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import (
    check_id,
    check_ids,
    check_kind,
    check_some,
    check_text,
    check_truth,
    check_word,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import Ref, names, refers

__all__ = [
    "CustodiansAdded",
    "LegalHoldAcknowledged",
    "LegalHoldIssued",
    "LegalHoldReleased",
    "PropertyDistributed",
    "RecordDestroyed",
    "RecordLost",
    "RetentionSet",
]

_ref = check_kind(Ref, "Pass Ref('event', …).")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_UNITS: Final = ("day", "week", "month", "year")


def _check_digest(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        name = attribute.name
        msg = (
            f"{name} is no SHA-256 digest. Give it as 64 hexadecimal digits in lower "
            "case."
        )
        raise InvalidValueError(msg, field=name, value=None)


def _check_period(_: object, attribute: Attribute[Any], value: object) -> None:
    check_kind(Period, "Pass Period(5, 'year'), say.")(_, attribute, value)
    if isinstance(value, Period) and value.unit not in _UNITS:
        name = attribute.name
        msg = (
            f"{name} is counted in {value.unit!r}, as no keeping of records is. Use "
            f"one of {', '.join(_UNITS)}."
        )
        raise InvalidValueError(msg, field=name, value=value.unit)


@frozen(kw_only=True)
class LegalHoldIssued(Event):
    """A legal hold was issued: these custodians must keep what `scope` says.

    `custodian_ids` are the firm's own ids of people and of systems; they need not take
    part in the case.
    """

    hold_id: str = field(validator=check_id, metadata=names("legal-hold"))
    custodian_ids: tuple[str, ...] = field(default=(), validator=check_ids)
    scope: str | None = field(default=None, repr=False, validator=optional(check_text))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class CustodiansAdded(Event):
    """A legal hold reaches further custodians."""

    hold_id: str = field(validator=check_id, metadata=refers("legal-hold"))
    custodian_ids: tuple[str, ...] = field(validator=check_some(check_ids))


@frozen(kw_only=True)
class LegalHoldAcknowledged(Event):
    """A custodian acknowledged a legal hold."""

    hold_id: str = field(validator=check_id, metadata=refers("legal-hold"))
    custodian_id: str = field(validator=check_id)


@frozen(kw_only=True)
class LegalHoldReleased(Event):
    """A legal hold was released; what it held may be destroyed when its time is over.

    It stays in the case, as what it was.
    """

    hold_id: str = field(validator=check_id, metadata=refers("legal-hold"))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class RetentionSet(Event):
    """The file, or a part of it, is of a class of records that is kept for a period.

    `authority` is the rule, or the firm's own schedule, that says so. The same class
    again sets its period anew.
    """

    retention_class: str = field(
        validator=check_word, metadata=names("retention-class", again=True)
    )
    period: Period = field(validator=_check_period)
    authority: str = field(validator=check_text)


@frozen(kw_only=True)
class PropertyDistributed(Event):
    """What we held for a client or a third person was handed over: money, papers."""

    what: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class RecordDestroyed(Event):
    """A record was destroyed, by this authority, with the approval of a person.

    `item_id` is its id wherever it lay, `digest` the SHA-256 of its bytes in
    hexadecimal, ``None`` where nobody knows. `is_whole_file` says that nothing is left
    of the file. While a legal hold is active nothing can be destroyed; what is gone
    nevertheless was lost: `RecordLost`.
    """

    item_id: str = field(validator=check_id, metadata=names("gone-record"))
    digest: str | None = field(default=None, validator=optional(_check_digest))
    authority: str = field(repr=False, validator=check_text)
    approved_by: str = field(repr=False, validator=check_text)
    is_whole_file: bool = field(default=False, validator=check_truth)


@frozen(kw_only=True)
class RecordLost(Event):
    """A record is gone that nobody had the right to destroy, or that nobody destroyed.

    It may be that of a legal hold (Fed. R. Civ. P. 37(e)): it happened, and the log
    says so.
    """

    item_id: str = field(validator=check_id, metadata=names("gone-record"))
    digest: str | None = field(default=None, validator=optional(_check_digest))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
