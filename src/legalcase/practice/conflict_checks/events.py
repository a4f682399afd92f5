"""What becomes of a finding: it is cleared, consented to, screened, or declined."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_text,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import names, refers
from legalcase.kernel.events.terms import Terms
from legalcase.practice.conflict_checks.checking import check_place

__all__ = [
    "ConflictCleared",
    "ConflictConsentRevoked",
    "ConflictConsented",
    "ConflictDeclined",
    "ConflictScreened",
    "InformedConsent",
    "ScreenLifted",
]


@frozen(kw_only=True)
class InformedConsent(Terms):
    """The informed consent of one who is affected, confirmed in writing.

    `given_by` is its id, as in `affected` of the finding; `in_document` the id of the
    document that confirms it, `given_on` its day.
    """

    given_by: str = field(validator=check_place)
    in_document: str = field(validator=check_id)
    given_on: date = field(validator=check_date)


def _check_consents(_: object, attribute: Attribute[Any], value: object) -> None:
    tuple_of(InformedConsent)(_, attribute, value)
    if isinstance(value, tuple):
        given = [one.given_by for one in value]
        if not given or len(set(given)) != len(given):
            msg = (
                f"{attribute.name} is empty, or has somebody twice. Give the consent "
                "of each who is affected, once."
            )
            raise InvalidValueError(msg, field=attribute.name, value=None)


@frozen(kw_only=True)
class ConflictCleared(Event):
    """Somebody looked at a finding, and says why it is no conflict."""

    finding_id: str = field(validator=check_id)
    reason: str = field(repr=False, validator=check_text)
    cleared_by: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class ConflictConsented(Event):
    """All who are affected gave informed consent, confirmed in writing.

    The day is that on which the last of the consents was there.
    """

    finding_id: str = field(validator=check_id)
    consents: tuple[InformedConsent, ...] = field(validator=_check_consents)


@frozen(kw_only=True)
class ConflictConsentRevoked(Event):
    """One who consented does so no longer: the finding is open again."""

    finding_id: str = field(validator=check_id)
    revoked_by: str = field(validator=check_place)
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class ConflictScreened(Event):
    """A person of ours is screened off from the matter, from this day on.

    `notice_on` is the day on which those concerned were told in writing, ``None``
    where they were not yet.
    """

    finding_id: str = field(validator=check_id)
    screen_id: str = field(
        validator=check_id, metadata=names("practice/conflict-screen")
    )
    person: str = field(repr=False, validator=check_text)
    notice_on: date | None = field(default=None, validator=optional(check_date))
    procedure: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )


@frozen(kw_only=True)
class ScreenLifted(Event):
    """A screen is over from this day on; the finding is open again."""

    screen_id: str = field(
        validator=check_id, metadata=refers("practice/conflict-screen")
    )
    reason: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class ConflictDeclined(Event):
    """We do not act, or act no longer, for what a finding says."""

    finding_id: str = field(validator=check_id)
    reason: str | None = field(default=None, repr=False, validator=optional(check_text))
