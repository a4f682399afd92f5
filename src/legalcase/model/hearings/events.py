"""What can happen to a hearing."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_id,
    check_ids,
    check_instant,
    check_kind,
    check_text,
    check_word,
    check_words,
    optional,
    tuple_of,
)
from legalcase.kernel.event import Event
from legalcase.kernel.label import Label
from legalcase.kernel.ref import Ref, names, refers
from legalcase.kernel.words import word

if TYPE_CHECKING:
    from legalcase.law.lawbook import Law

__all__ = ["HearingContinued", "HearingHeld", "HearingSet", "HearingVacated"]

_label = check_kind(Label, "Pass Label(audience=…).")
_ref = check_kind(Ref, "Pass Ref('event', …).")


@frozen(kw_only=True)
class HearingSet(Event):
    """A hearing was set for the instant `hearing_at`; the order is of `happened_on`.

    `kind` and `triggers` are words of the vocabulary: for what the court sits, and
    which event that is, by which periods find what they are counted from. A trial is
    ``"trial"`` and no ``"hearing"``: `of_kind` asks the law. `of` are the parties as to
    whom it is, `about` refers to the motion that is heard.
    """

    hearing_id: str = field(validator=check_id, metadata=names("hearing"))
    title: str = field(repr=False, validator=check_text)
    kind: str | None = field(
        default=None, validator=optional(check_word), metadata=word("hearing")
    )
    triggers: tuple[str, ...] = field(
        default=("hearing",), validator=check_words, metadata=word("trigger")
    )
    hearing_at: datetime = field(validator=check_instant)
    place: str | None = field(default=None, repr=False, validator=optional(check_text))
    of: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    about: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
    label: Label | None = field(default=None, validator=optional(_label))

    @classmethod
    def of_kind(cls, kind: str, law: Law, **fields: Any) -> Self:
        """Return a setting of a kind of hearing, with the triggers that the law gives.

        `kind` is a word of the vocabulary, or a synonym; `fields` are the others.
        Raises `UnknownNameError` for what is no kind of hearing.

        >>> from datetime import UTC, date, datetime
        >>> from legalcase import Law
        >>> trial = HearingSet.of_kind(
        ...     "jury trial",
        ...     Law.bundled(),
        ...     hearing_id="trial",
        ...     title="Jury trial",
        ...     hearing_at=datetime(2027, 3, 1, 17, tzinfo=UTC),
        ...     happened_on=date(2026, 9, 14),
        ... )
        >>> trial.kind, trial.triggers
        ('trial-jury', ('trial',))
        """
        word_meant = law.check_word("hearing", kind)
        return cls(kind=word_meant, triggers=law.hearing_triggers(word_meant), **fields)


@frozen(kw_only=True)
class HearingContinued(Event):
    """A hearing was put off, to the instant `to_at` or without a date.

    `requested_by` are the parties who asked for it, `ground` says why, `by_order`
    refers to the order.
    """

    hearing_id: str = field(validator=check_id, metadata=refers("hearing"))
    to_at: datetime | None = field(default=None, validator=optional(check_instant))
    requested_by: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class HearingHeld(Event):
    """A hearing took place."""

    hearing_id: str = field(validator=check_id, metadata=refers("hearing"))


@frozen(kw_only=True)
class HearingVacated(Event):
    """A hearing was taken off calendar."""

    hearing_id: str = field(validator=check_id, metadata=refers("hearing"))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
    by_order: Ref | None = field(default=None, validator=optional(_ref))
