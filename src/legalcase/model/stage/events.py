"""What can happen to the stage of a case: a table is adopted, a stage is entered."""

from __future__ import annotations

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_ids,
    check_kind,
    check_text,
    check_word,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import Ref, refers
from legalcase.model.stage.table import StageTable

__all__ = ["StageEntered", "StageTableAdopted"]


@frozen(kw_only=True)
class StageTableAdopted(Event):
    """We keep the stages of the case by this table from now on; it stands in the log.

    `at` is where the case stands, where that is not the first stage. A table that
    follows another leaves everybody where they are, unless `at` is given.
    """

    table: StageTable = field(
        validator=check_kind(StageTable, "Pass a StageTable, such as a bundled one.")
    )
    at: str | None = field(default=None, validator=optional(check_word))


@frozen(kw_only=True)
class StageEntered(Event):
    """The case came to a stage, or, with `of`, some of its parties did.

    Without `of`, all came to it who have a stage of their own, are still in the case
    and stand elsewhere. `because` refers to what brought them there. Where the table
    has no such move, or what it needs is not there, `skips` says why they are there
    nevertheless: a court may go on as it likes, and what happened is recorded.
    """

    to: str = field(validator=check_word)
    of: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    because: Ref | None = field(
        default=None, validator=optional(check_kind(Ref, "Pass Ref('event', …)."))
    )
    skips: str | None = field(default=None, repr=False, validator=optional(check_text))
