"""Proposals: deadlines that the law gives, as the events that would set them."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from legalcase.dates import as_date
from legalcase.errors import (
    ConflictingInputError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel.lines.recorded import Draft
from legalcase.kernel.needed import needs
from legalcase.model.deadlines.events import DeadlineSet
from legalcase.model.deadlines.terms import DeadlineTerms
from legalcase.model.proposals.events import ProposalDeclined
from legalcase.scheduling.row import ScheduledDeadline
from legalcase.scheduling.table import table_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from legalcase.kernel.events.label import Label

__all__ = ["Proposals", "id_of", "set_by"]


class Proposals(tuple[ScheduledDeadline, ...]):
    """Rows of a schedule, as a tuple: what of them can be recorded, and as a table."""

    __slots__ = ()

    @needs(on="on which day are they set? Pass on=date(…), say that of `at`.")
    def events(
        self,
        *,
        on: date,
        ids: Callable[[ScheduledDeadline], str] | None = None,
        owner: str | None = None,
    ) -> tuple[Draft, ...]:
        """Return the events that set these deadlines, to be recorded by somebody.

        `on` is the day on which they are set. `ids` gives each deadline its id; left
        out, it follows from rule, anchors and parties, the same each time. `owner` is
        whoever of ours does it. Raises `MissingInputError` without a day, and for a row
        without a computation.
        """
        day = as_date(on, "on")
        give = ids or id_of
        return tuple(set_by(row, give(row), on=day, owner=owner) for row in self)

    def declining(
        self, *, on: date, ground: str, label: Label | None = None
    ) -> tuple[ProposalDeclined, ...]:
        """Return the events that decline these deadlines, all on one ground.

        What is declined is not proposed again; `on` is the day on which that was
        decided, `label` who may know, if not the firm alone. Raises
        `ConflictingInputError` for a row that is a deadline of the case already, or was
        declined: a deadline is ended by an event of its own.
        """
        for row in self:
            if row.deadline_id is not None or row.state == "declined":
                what = row.deadline_id or "declined"
                msg = (
                    f"{row.rule} is no proposal that can be declined: it is {what} "
                    "already. Decline what is new, or a question, and end a deadline "
                    "by DeadlineWaived, say."
                )
                raise ConflictingInputError(msg, field="declining", value=None)
        return tuple(
            ProposalDeclined(
                rule=row.rule,
                anchors=row.anchors,
                owed_by=row.owed_by,
                ground=ground,
                label=label,
                happened_on=on,
            )
            for row in self
        )

    def of_rules(self, *rules: str) -> Proposals:
        """Return those of some deadlines of the law, by their ids.

        Raises `UnknownNameError` for a rule of which there is none here.
        """
        known = tuple(dict.fromkeys(row.rule for row in self))
        for rule in rules:
            if rule not in known:
                noun = "deadline in these rows:"
                raise UnknownNameError.among(noun, rule, known)
        return Proposals(row for row in self if row.rule in rules)

    def __str__(self) -> str:
        """Return the rows as a table of text."""
        return table_of("", self).text()

    def _repr_html_(self) -> str:
        return table_of("", self).html()


def id_of(row: ScheduledDeadline) -> str:
    """Return an id for a deadline from what makes it this one: the same each time.

    It shows neither the rule nor a party.
    """
    rule, anchors, owed_by = row.identity
    said = "\n".join(
        (row.case_id, rule, *(f"{word} {of}" for word, of in anchors), *owed_by)
    )
    return f"due-{sha256(said.encode()).hexdigest()[:16]}"


def set_by(
    row: ScheduledDeadline, deadline_id: str, *, on: date, owner: str | None = None
) -> Draft:
    """Return the event that sets the deadline of a row."""
    if row.computation is None:
        msg = (
            f"Nothing was computed for {row.rule}, so that no deadline can be set. See "
            "the questions and the findings of the row."
        )
        raise MissingInputError(msg, field="computation", value=None)
    terms = DeadlineTerms.of_rule(
        row.law,
        row.computation,
        anchors=row.anchors,
        owed_by=row.owed_by,
        critical=row.is_critical,
        owner=owner,
    )
    event = DeadlineSet(deadline_id=deadline_id, terms=terms, happened_on=on)
    # Of the version, too: what was set once and retracted can be set again.
    return Draft(event, event_id=f"{deadline_id}/set/{row.version}")
