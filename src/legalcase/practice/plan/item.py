"""PlaybookItem: one thing that a playbook says is to be done, with its authority."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, frozen

from legalcase.dates import Period
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.checks import (
    check_date,
    check_ids,
    check_kind,
    check_text,
    check_truth,
    check_word,
    check_words,
    one_of,
    optional,
    tuple_of,
)
from legalcase.kernel.events.terms import Terms
from legalcase.kernel.events.words import word
from legalcase.practice.plan.condition import PlanCondition
from legalcase.practice.plan.sentry import (
    PlanOffset,
    PlanSentry,
    check_calendar_period,
)
from legalcase.practice.plan.words import (
    AREAS,
    HOW,
    ITEM_KINDS,
    ON_EXIT,
    PERS,
    PICKS,
    QUALIFICATIONS,
)

__all__ = ["PlanAuthority", "PlaybookItem"]


@frozen(kw_only=True)
class PlanAuthority(Terms):
    """On what an item rests, and who read it: a citation, or ``"policy"`` for our own.

    `verified` is ``"text"`` (the primary text was read), ``"secondary"`` or
    ``"recall"``; `words` are its operative words, quoted.
    """

    cite: str = field(validator=check_text)
    verified: str = field(validator=one_of(HOW))
    words: str | None = field(default=None, validator=optional(check_text))
    source: str | None = field(default=None, validator=optional(check_text))
    verified_on: date | None = field(default=None, validator=optional(check_date))

    def __str__(self) -> str:
        """Return the citation; what nobody read is said."""
        return self.cite if self.verified != "recall" else f"{self.cite} [from memory]"


def _check_qualified(_: object, attribute: Attribute[Any], value: Any) -> None:  # noqa: ANN401 - what is checked
    check_words(_, attribute, value)
    for member in value:
        one_of(QUALIFICATIONS)(_, attribute, member)


def _check_periods(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, tuple) or any(type(one) is not Period for one in value):
        msg = "lead_times needs a tuple of Period. Pass (Period.parse('7 days'),), say."
        raise InvalidTypeError(msg, field=attribute.name, value=None)
    for period in value:
        check_calendar_period(period, attribute.name)
    if len(set(value)) != len(value):
        msg = "lead_times has a period twice. Give each once."
        raise InvalidValueError(msg, field=attribute.name, value=None)


@frozen(kw_only=True)
class PlaybookItem(Terms):
    """An item of a playbook: what is to be done, when, by whom, on which authority.

    It begins with any of the sentries `when` (without one, with its stage), where all
    conditions hold, after the items `after`. A deadline has its date by `rules` of the
    law, as often as the law gives it, or (`by_order`) by an order or an agreement, once
    it is set in the case; what is our own has an `offset`. `hearing` is what a hearing
    is, `document` what a document. See the format of a playbook for the rest.
    """

    item_id: str = field(validator=check_word)
    stage: str = field(validator=check_word)
    kind: str = field(validator=one_of(ITEM_KINDS))
    title: str = field(repr=False, validator=check_text)
    accountable: str = field(validator=check_word)
    responsible: tuple[str, ...] = field(default=(), validator=check_words)
    is_required: bool = field(default=True, validator=check_truth)
    is_critical: bool = field(default=False, validator=check_truth)
    rules: tuple[str, ...] = field(default=(), validator=check_ids)
    by_order: bool = field(default=False, validator=check_truth)
    hearing: str | None = field(default=None, validator=optional(check_word))
    document: str | None = field(
        default=None, validator=optional(check_word), metadata=word("document")
    )
    requires: tuple[str, ...] = field(default=(), validator=_check_qualified)
    area: str = field(validator=one_of(AREAS))
    serves: tuple[str, ...] = field(default=(), validator=check_words)
    when: tuple[PlanSentry, ...] = field(default=(), validator=tuple_of(PlanSentry))
    conditions: tuple[PlanCondition, ...] = field(
        default=(), validator=tuple_of(PlanCondition)
    )
    per: str = field(default="case", validator=one_of(PERS))
    pick: str = field(default="first", validator=one_of(PICKS))
    after: tuple[str, ...] = field(default=(), validator=check_words)
    lead_times: tuple[Period, ...] = field(default=(), validator=_check_periods)
    offset: PlanOffset | None = field(
        default=None,
        validator=optional(check_kind(PlanOffset, "Pass PlanOffset(of=…).")),
    )
    done_by: tuple[str, ...] = field(
        default=(), validator=check_words, metadata=word("trigger")
    )
    survives: bool = field(default=False, validator=check_truth)
    on_stage_exit: str = field(default="keep", validator=one_of(ON_EXIT))
    authority: PlanAuthority = field(
        validator=check_kind(PlanAuthority, "Pass PlanAuthority(cite=…, verified=…).")
    )
    note: str | None = field(default=None, repr=False, validator=optional(check_text))

    @property
    def is_work(self) -> bool:
        """Whether it becomes a task: what the law or a court dates does not."""
        return self.kind not in ("deadline", "hearing")
