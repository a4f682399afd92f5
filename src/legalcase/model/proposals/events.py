"""What can happen to a deadline that was proposed, and is not set."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidTypeError
from legalcase.kernel.checks import (
    check_id,
    check_ids,
    check_kind,
    check_text,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import refers
from legalcase.kernel.events.words import word
from legalcase.model.deadlines.basis import Anchor

__all__ = ["ProposalDeclined"]


def _check_anchors(instance: object, attribute: Attribute[Any], value: object) -> None:
    if isinstance(value, tuple) and not value:
        msg = (
            "A proposal that runs from nothing cannot be told from others. Pass the "
            "anchors of the row that is declined."
        )
        raise InvalidTypeError(msg, field=attribute.name, value=None)
    tuple_of(Anchor)(instance, attribute, value)


@frozen(kw_only=True)
class ProposalDeclined(Event):
    """A deadline that the law gives from some events is not to be set here, and why.

    `rule` is the id of the deadline in the law, `anchors` are those of the row that
    was proposed, `owed_by` the parties who would owe it. It is not proposed again.
    """

    rule: str = field(validator=check_id, metadata=word("deadline"))
    anchors: tuple[Anchor, ...] = field(validator=_check_anchors)
    owed_by: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    ground: str = field(repr=False, validator=check_text)
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )
