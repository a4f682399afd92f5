"""What happens to a deadline, from its setting to its end."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from legalcase.errors import MissingInputError
from legalcase.kernel.checks import (
    check_date,
    check_id,
    check_kind,
    check_text,
    optional,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.ref import Ref, names, refers
from legalcase.model.deadlines.basis import Agreed, Basis, check_basis
from legalcase.model.deadlines.terms import DeadlineTerms

__all__ = [
    "DeadlineConfirmed",
    "DeadlineExtended",
    "DeadlineMet",
    "DeadlineMissed",
    "DeadlineMooted",
    "DeadlineQuestioned",
    "DeadlineReassigned",
    "DeadlineRecomputed",
    "DeadlineReopened",
    "DeadlineResumed",
    "DeadlineSet",
    "DeadlineStayed",
    "DeadlineVacated",
    "DeadlineWaived",
    "ReadingChosen",
]

_ref = check_kind(Ref, "Pass Ref('event', …).")


@frozen(kw_only=True)
class DeadlineSet(Event):
    """A deadline was proposed; somebody has to confirm it."""

    deadline_id: str = field(validator=check_id, metadata=names("deadline"))
    terms: DeadlineTerms = field(
        validator=check_kind(DeadlineTerms, "Pass DeadlineTerms(title=…, basis=…).")
    )

    def tags(self) -> tuple[str, ...]:
        """Return by which parties the line is found."""
        return tuple(f"party:{party}" for party in self.terms.owed_by)


@frozen(kw_only=True)
class _OfDeadline(Event):
    deadline_id: str = field(validator=check_id, metadata=refers("deadline"))


@frozen(kw_only=True)
class DeadlineConfirmed(_OfDeadline):
    """A named person checked a deadline and stands by it."""

    confirmed_by: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class DeadlineQuestioned(_OfDeadline):
    """Something came up (a rule, a closure, a fact): a deadline needs review."""

    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class DeadlineReassigned(_OfDeadline):
    """Somebody else does for us what is due, or stands in; without a backup, nobody."""

    owner: str = field(repr=False, validator=check_text)
    backup: str | None = field(default=None, repr=False, validator=optional(check_text))


@frozen(kw_only=True)
class DeadlineRecomputed(_OfDeadline):
    """A deadline has a new basis. One that was confirmed needs review because of it.

    A reading that was chosen is forgotten: it was chosen on the old basis.
    """

    basis: Basis = field(repr=False, validator=check_basis)


@frozen(kw_only=True)
class ReadingChosen(_OfDeadline):
    """A named person chose a reading: `due` goes on the calendar, not the safe date."""

    due: date = field(validator=check_date)
    chosen_by: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class DeadlineMet(_OfDeadline):
    """What was due was done: who did it, and what shows it.

    `by_event` refers to the filing or service on the docket, or to the handing in of a
    filing (`FilingSubmitted`) that the clerk did not reject; `evidence` says what else
    shows it. One of the two is there.
    """

    met_by: str = field(repr=False, validator=check_text)
    by_event: Ref | None = field(default=None, validator=optional(_ref))
    evidence: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )

    def __attrs_post_init__(self) -> None:
        """Refuse a deadline met that nothing shows."""
        if self.by_event is None and self.evidence is None:
            msg = (
                "Nothing shows that the deadline was met. Pass by_event=Ref('event', "
                "…) for what stands on the docket, or evidence='…'."
            )
            raise MissingInputError(msg, field="evidence", value=None)


@frozen(kw_only=True)
class DeadlineMissed(_OfDeadline):
    """What was due was not done in time."""


@frozen(kw_only=True)
class DeadlineExtended(_OfDeadline):
    """The time was extended; the original is kept.

    `successor_id` is the deadline that takes its place, on another `basis` and else on
    the same terms, confirmed as soon as somebody says so, like any other. `order`
    refers to the order on the docket, `authority` names what else allows it: a
    basis `Agreed` names its agreement itself. `title` and `owner` are given where they
    are others than before.
    """

    successor_id: str = field(validator=check_id, metadata=names("deadline"))
    basis: Basis = field(repr=False, validator=check_basis)
    order: Ref | None = field(default=None, validator=optional(_ref))
    authority: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    title: str | None = field(default=None, repr=False, validator=optional(check_text))
    owner: str | None = field(default=None, repr=False, validator=optional(check_text))

    def __attrs_post_init__(self) -> None:
        """Refuse an extension that nothing allows."""
        is_agreed = type(self.basis) is Agreed
        if self.order is None and self.authority is None and not is_agreed:
            msg = (
                "Nothing allows the extension. Pass order=Ref('event', …) for the "
                "order on the docket, or authority='…' for a stipulation, say."
            )
            raise MissingInputError(msg, field="order", value=None)


@frozen(kw_only=True)
class DeadlineStayed(_OfDeadline):
    """Time stopped running for this deadline.

    `stay` refers to the stay of the case that does it, where the law leaves that open
    and somebody saw: when that is lifted, this deadline goes on as well.
    """

    ground: str = field(repr=False, validator=check_text)
    stay: Ref | None = field(default=None, validator=optional(_ref))


@frozen(kw_only=True)
class DeadlineResumed(_OfDeadline):
    """Time runs again for this deadline: its date has to be computed anew."""


@frozen(kw_only=True)
class DeadlineVacated(_OfDeadline):
    """A deadline was lifted, or should never have been set."""

    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class DeadlineWaived(_OfDeadline):
    """Whom the deadline protects gave it up."""

    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class DeadlineMooted(_OfDeadline):
    """There is nothing left to do by the deadline."""

    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class DeadlineReopened(_OfDeadline):
    """A deadline that was done with is open again: what ended it does not hold."""

    ground: str = field(repr=False, validator=check_text)
