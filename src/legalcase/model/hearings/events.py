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
    check_truth,
    check_word,
    check_words,
    optional,
    tuple_of,
)
from legalcase.kernel.court_clock import at_court
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names, refers
from legalcase.kernel.events.words import word

if TYPE_CHECKING:
    from legalcase.law.lawbook import Law

__all__ = [
    "HearingContinued",
    "HearingHeld",
    "HearingNeedDropped",
    "HearingNeedFailed",
    "HearingNeedMet",
    "HearingNeedStated",
    "HearingNotAttended",
    "HearingPlaceChanged",
    "HearingSet",
    "HearingVacated",
]

_label = check_kind(Label, "Pass Label(audience=…).")
_ref = check_kind(Ref, "Pass Ref('event', …).")


@frozen(kw_only=True)
class HearingSet(Event):
    """A hearing was set for the instant `hearing_at`; the order is of `happened_on`.

    `kind` and `triggers` are words of the vocabulary: for what the court sits, and
    which event that is, by which periods find what they are counted from. A trial is
    ``"trial"`` and no ``"hearing"``: `of_kind` asks the law. `of` are the parties as to
    whom it is, `about` refers to the motion that is heard. `remote_link` is how one
    takes part from elsewhere: it is for the parties, unless `remote_label` says
    otherwise, whatever the hearing itself bears.
    """

    hearing_id: str = field(validator=check_id, metadata=names("hearing"))
    title: str = field(repr=False, validator=check_text)
    kind: str | None = field(
        default=None, validator=optional(check_word), metadata=word("hearing")
    )
    triggers: tuple[str, ...] = field(
        default=("hearing",), validator=check_words, metadata=word("trigger")
    )
    hearing_at: datetime = field(validator=check_instant, metadata=at_court())
    place: str | None = field(default=None, repr=False, validator=optional(check_text))
    courtroom: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    judge: str | None = field(default=None, repr=False, validator=optional(check_text))
    remote_link: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    remote_label: Label | None = field(default=None, validator=optional(_label))
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
    refers to the order, `good_cause` is whether the court found good cause; ``None``
    where it did not say. Place, courtroom and judge are those of the new setting; what
    is left out stays as it was, and so does the link, until `HearingPlaceChanged` gives
    another: a continuance is public, and a link is not.
    """

    hearing_id: str = field(validator=check_id, metadata=refers("hearing"))
    to_at: datetime | None = field(
        default=None, validator=optional(check_instant), metadata=at_court()
    )
    requested_by: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
    by_order: Ref | None = field(default=None, validator=optional(_ref))
    good_cause: bool | None = field(default=None, validator=optional(check_truth))
    place: str | None = field(default=None, repr=False, validator=optional(check_text))
    courtroom: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    judge: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class HearingPlaceChanged(Event):
    """A hearing is elsewhere, or before another judge, at the same time.

    What is left out stays as it was.
    """

    hearing_id: str = field(validator=check_id, metadata=refers("hearing"))
    place: str | None = field(default=None, repr=False, validator=optional(check_text))
    courtroom: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    judge: str | None = field(default=None, repr=False, validator=optional(check_text))
    remote_link: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    by_order: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class HearingHeld(Event):
    """A hearing took place: what came of it, and who was there, of the parties."""

    hearing_id: str = field(validator=check_id, metadata=refers("hearing"))
    outcome: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    present: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )


@frozen(kw_only=True)
class HearingNotAttended(Event):
    """A hearing could not take place: `absent` are those who did not come.

    Where one party is absent and the court goes on without it, the hearing was held.
    """

    hearing_id: str = field(validator=check_id, metadata=refers("hearing"))
    absent: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class HearingNeedStated(Event):
    """A hearing needs something: an interpreter, a detained party brought to it.

    `kind` is a word of the vocabulary, `for_parties` those who need it, `language`
    that of an interpreter, as a tag of BCP 47 (``"es"``), `details` what else is to be
    known. It is for the firm alone, unless `label` says otherwise.
    """

    need_id: str = field(validator=check_id, metadata=names("hearing-need"))
    hearing_id: str = field(validator=check_id, metadata=refers("hearing"))
    kind: str = field(validator=check_word, metadata=word("hearing-need"))
    for_parties: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    language: str | None = field(default=None, validator=optional(check_id))
    details: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    label: Label | None = field(default=None, validator=optional(_label))


@frozen(kw_only=True)
class HearingNeedMet(Event):
    """What a hearing needs is there for it as it is set now: who sees to it, and how.

    When the hearing moves, it is open again: whoever comes on Monday need not come on
    Friday.
    """

    need_id: str = field(validator=check_id, metadata=refers("hearing-need"))
    met_by: str | None = field(default=None, repr=False, validator=optional(check_text))
    evidence: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )


@frozen(kw_only=True)
class HearingNeedFailed(Event):
    """What had been seen to is not there after all: the interpreter cancelled."""

    need_id: str = field(validator=check_id, metadata=refers("hearing-need"))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class HearingNeedDropped(Event):
    """A hearing does not need it any more."""

    need_id: str = field(validator=check_id, metadata=refers("hearing-need"))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class HearingVacated(Event):
    """A hearing was taken off calendar."""

    hearing_id: str = field(validator=check_id, metadata=refers("hearing"))
    ground: str | None = field(default=None, repr=False, validator=optional(check_text))
    by_order: Ref | None = field(default=None, validator=optional(_ref))
