"""What can happen to an application for legal aid, and to the service that follows."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidValueError, MissingInputError
from legalcase.kernel.checks import (
    check_count,
    check_id,
    check_text,
    check_truth,
    check_word,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import names, refers

__all__ = [
    "ApplicantScreened",
    "EligibilityDecided",
    "ProblemCoded",
    "ServiceClosed",
]


def _check_dollars(_: object, attribute: Attribute[Any], value: object) -> None:
    if type(value) is not int or value < 0:
        name = attribute.name
        msg = f"{name} needs whole dollars, 0 or more. Round as the program does."
        raise InvalidValueError(msg, field=name, value=None)


@frozen(kw_only=True)
class ApplicantScreened(Event):
    """Somebody applied and was asked: household, income, assets, status.

    `program` is the id of the program by whose texts it is looked at, `area` that of
    its guidelines (``"48-states-dc"``). Money is whole dollars; income is that of a
    year before taxes. What was not asked is left out, and is then not known. `status`
    is a word of the program, ``"none-of-these"`` for one that it does not name.
    """

    screening_id: str = field(validator=check_id, metadata=names("practice/screening"))
    applicant: str = field(validator=check_id, metadata=refers("party"))
    program: str = field(validator=check_id)
    area: str = field(validator=check_word)
    household: int | None = field(default=None, validator=optional(check_count))
    annual_income: int | None = field(
        default=None, repr=False, validator=optional(_check_dollars)
    )
    assets: int | None = field(
        default=None, repr=False, validator=optional(_check_dollars)
    )
    status: str | None = field(default=None, repr=False, validator=optional(check_word))
    screened_by: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class EligibilityDecided(Event):
    """A named person decided whether an applicant may be helped, and on what ground.

    A refusal needs its `ground`; an exception, above the ceiling or the assets, needs
    the text that allows it (`exception`) and its ground.
    """

    screening_id: str = field(validator=check_id, metadata=refers("practice/screening"))
    is_eligible: bool = field(validator=check_truth)
    decided_by: str = field(repr=False, validator=check_text)
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
    exception: str | None = field(default=None, validator=optional(check_text))

    def __attrs_post_init__(self) -> None:
        """Refuse a refusal, and an exception, without a ground."""
        needs = not self.is_eligible or self.exception is not None
        if needs and self.ground is None:
            what = "An exception" if self.is_eligible else "A refusal"
            msg = f"{what} has no ground. Pass ground=, why it is so."
            raise MissingInputError(msg, field="ground", value=None)


@frozen(kw_only=True)
class ProblemCoded(Event):
    """Of what sort the legal problem is, by a program's code; the last one holds."""

    program: str = field(validator=check_id)
    code: str = field(validator=check_id)


@frozen(kw_only=True)
class ServiceClosed(Event):
    """What was done for the client is over, and in which category it is counted."""

    service_id: str = field(validator=check_id, metadata=names("practice/service"))
    program: str = field(validator=check_id)
    closing: str = field(validator=check_id)
    closed_by: str = field(repr=False, validator=check_text)
    result: str | None = field(default=None, repr=False, validator=optional(check_text))
