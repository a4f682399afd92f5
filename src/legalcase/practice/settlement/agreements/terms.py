"""What an agreement needs and obliges to, as an event says it."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import field, frozen

from legalcase.errors import MissingInputError
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_ids,
    check_text,
    check_word,
    one_of,
    optional,
)
from legalcase.kernel.events.ref import refers
from legalcase.kernel.events.terms import Terms

__all__ = ["NEED_KINDS", "NeedTerms", "ObligationTerms"]

#: What an agreement can need, in words.
NEED_KINDS: Final = (
    "signature",
    "court-approval",
    "disclosure",
    "independent-counsel",
    "notarization",
    "waiting-period",
    "wording",
    "other",
)


@frozen(kw_only=True)
class NeedTerms(Terms):
    """What an agreement needs: of whom, and by which authority.

    `disclosure` is the kind of disclosure that the parties `of` owe and that has to be
    made or waived; `deadline_id` or `not_before` says until when one waits.
    """

    need_id: str = field(validator=check_word)
    kind: str = field(validator=one_of(NEED_KINDS))
    authority: str = field(repr=False, validator=check_text)
    of: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    disclosure: str | None = field(default=None, validator=optional(check_id))
    deadline_id: str | None = field(
        default=None, validator=optional(check_id), metadata=refers("deadline")
    )
    not_before: date | None = field(default=None, validator=optional(check_date))

    def __attrs_post_init__(self) -> None:
        """Refuse a need that does not say of what, or of whom, it is."""
        if self.kind == "disclosure" and (self.disclosure is None or not self.of):
            msg = (
                f"The need {self.need_id!r} is of a disclosure, and does not say of "
                "which, or by whom. Pass disclosure= and of=."
            )
            raise MissingInputError(msg, field="disclosure", value=None)
        if self.kind == "signature" and not self.of:
            msg = (
                f"The need {self.need_id!r} is of a signature, and does not say of "
                "whom. Pass of=, ids of parties."
            )
            raise MissingInputError(msg, field="of", value=None)
        waits = (self.deadline_id, self.not_before) != (None, None)
        if self.kind == "waiting-period" and not waits:
            msg = (
                f"The need {self.need_id!r} is to wait, and does not say until when. "
                "Pass deadline_id= or not_before=."
            )
            raise MissingInputError(msg, field="not_before", value=None)


@frozen(kw_only=True)
class ObligationTerms(Terms):
    """What an agreement obliges a party to do, for whom, by when."""

    obligation_id: str = field(validator=check_word)
    owed_by: str = field(validator=check_id, metadata=refers("party"))
    owed_to: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    what: str = field(repr=False, validator=check_text)
    due_on: date | None = field(default=None, validator=optional(check_date))
