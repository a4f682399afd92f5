"""What can happen to a need: it is found, changes, is met, or is given up."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from legalcase.errors import MissingInputError
from legalcase.kernel.checks import (
    check_id,
    check_kind,
    check_text,
    check_word,
    one_of,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import names, refers

__all__ = [
    "URGENCIES",
    "NeedChanged",
    "NeedDropped",
    "NeedFound",
    "NeedReopened",
    "NeedSatisfied",
]

#: From what can wait to what cannot.
URGENCIES: Final = ("low", "moderate", "urgent", "emergency")


@frozen(kw_only=True)
class NeedFound(Event):
    """A party needs something: of which sort, how urgently, and how we know.

    `category` is a word (``"housing"``, ``"income"``, ``"health"``, ``"safety"``). It
    rests on an assessment (`from_assessment`), or on somebody who said so
    (`stated_by`), or on both: a need that nobody knows of by anything is none.
    """

    need_id: str = field(validator=check_id, metadata=names("practice/need"))
    of: str = field(validator=check_id, metadata=refers("party"))
    category: str = field(validator=check_word)
    urgency: str = field(validator=one_of(URGENCIES))
    text: str | None = field(default=None, repr=False, validator=optional(check_text))
    from_assessment: str | None = field(
        default=None,
        validator=optional(check_id),
        metadata=refers("practice/assessment"),
    )
    stated_by: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )

    def __attrs_post_init__(self) -> None:
        """Refuse a need without a source."""
        if self.from_assessment is None and self.stated_by is None:
            msg = (
                "Nothing says how the need is known. Pass from_assessment=, the id of "
                "an assessment, or stated_by=, who said so."
            )
            raise MissingInputError(msg, field="stated_by", value=None)


@frozen(kw_only=True)
class NeedChanged(Event):
    """A need is more urgent, or less, and why."""

    need_id: str = field(validator=check_id, metadata=refers("practice/need"))
    urgency: str = field(validator=one_of(URGENCIES))
    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class NeedSatisfied(Event):
    """What was needed is there: how, and by which referral, if by one."""

    need_id: str = field(validator=check_id, metadata=refers("practice/need"))
    how: str = field(repr=False, validator=check_text)
    by_referral: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("practice/referral")
    )


@frozen(kw_only=True)
class NeedDropped(Event):
    """A need is not followed up any more, and why: the party did not want it, say."""

    need_id: str = field(validator=check_id, metadata=refers("practice/need"))
    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class NeedReopened(Event):
    """What was met or given up is needed again."""

    need_id: str = field(validator=check_id, metadata=refers("practice/need"))
    ground: str = field(repr=False, validator=check_text)
