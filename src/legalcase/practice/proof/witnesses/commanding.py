"""What can happen to a subpoena: issued, served or not, obeyed, quashed, withdrawn.

Fed. R. Crim. P. 17 and Fed. R. Civ. P. 45 know two commands: to testify, and to
produce; who may serve it, and that a fee is tendered with it, stand there as well.
"""

from __future__ import annotations

from typing import Any, Final

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import (
    check_id,
    check_kind,
    check_some,
    check_text,
    check_truth,
    check_words,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names, refers

__all__ = [
    "SUBPOENA_COMMANDS",
    "SubpoenaComplied",
    "SubpoenaIssued",
    "SubpoenaQuashed",
    "SubpoenaReturnedUnserved",
    "SubpoenaServed",
    "SubpoenaWithdrawn",
]

#: What a subpoena can command.
SUBPOENA_COMMANDS: Final = ("testify", "produce")

_ref = check_kind(Ref, "Pass Ref('event', …).")


def _check_commands(_: object, attribute: Attribute[Any], value: object) -> None:
    check_some(check_words)(_, attribute, value)
    if isinstance(value, tuple) and not set(value) <= set(SUBPOENA_COMMANDS):
        msg = (
            f"{attribute.name} has something that no subpoena commands. Use "
            f"{' or '.join(map(repr, SUBPOENA_COMMANDS))}, or both."
        )
        raise InvalidValueError(msg, field=attribute.name, value=None)


@frozen(kw_only=True)
class SubpoenaIssued(Event):
    """A subpoena was issued to a witness: for which hearing, commanding what.

    `commands` are ``"testify"``, ``"produce"`` or both; `to_produce` says what. It
    names the time of the hearing as that is set now. `document_id` is the paper,
    `by_order` the order where one was needed.
    """

    subpoena_id: str = field(validator=check_id, metadata=names("practice/subpoena"))
    witness_id: str = field(validator=check_id, metadata=refers("practice/witness"))
    hearing_id: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("hearing")
    )
    commands: tuple[str, ...] = field(default=("testify",), validator=_check_commands)
    to_produce: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    document_id: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("document")
    )
    by_order: Ref | None = field(default=None, validator=optional(_ref))
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )


@frozen(kw_only=True)
class SubpoenaServed(Event):
    """A subpoena was delivered to the witness: by whom, and with the fee or without.

    `is_fee_tendered` is left out where nobody said; `proof` refers to the return, or
    to the proof of service on the docket.
    """

    subpoena_id: str = field(validator=check_id, metadata=refers("practice/subpoena"))
    served_by: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    is_fee_tendered: bool | None = field(default=None, validator=optional(check_truth))
    proof: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class SubpoenaReturnedUnserved(Event):
    """Whoever was to serve a subpoena could not, and why; it can be tried again."""

    subpoena_id: str = field(validator=check_id, metadata=refers("practice/subpoena"))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class SubpoenaComplied(Event):
    """The witness did what a subpoena commands."""

    subpoena_id: str = field(validator=check_id, metadata=refers("practice/subpoena"))
    text: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class SubpoenaQuashed(Event):
    """The court set a subpoena aside; `by_order` refers to the order."""

    subpoena_id: str = field(validator=check_id, metadata=refers("practice/subpoena"))
    by_order: Ref | None = field(default=None, validator=optional(_ref))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class SubpoenaWithdrawn(Event):
    """Whoever had a subpoena issued does not insist on it."""

    subpoena_id: str = field(validator=check_id, metadata=refers("practice/subpoena"))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
