"""Triggers and terms: from what a deadline runs, and how its parts are put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from legalcase.errors import InvalidValueError
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.catalogue.period_case import PeriodCase
    from legalcase.counting.rules.parts.named_day import NamedDay
    from legalcase.dates import Period

__all__ = ["DEEPEST", "Condition", "Restart", "Term", "Trigger", "is_appeal"]


def is_appeal(proceeding: str) -> bool:
    """Tell whether a word of `proceeding` is an appeal: ``"appeal"``, or one of a kind.

    Those of a kind end in ``"-appeal"``: an appeal from a bankruptcy court.
    """
    return proceeding == "appeal" or proceeding.endswith("-appeal")


@frozen(kw_only=True)
class Trigger:
    """The event from which a period runs, or the end of another deadline.

    `event` is a word of the vocabulary; `expiry_of` the id of a deadline, whose end
    counts `as_of_end` ``"rolled"`` or ``"nominal"``; `setting` is ``"first"`` where
    the first setting of a date decides, which a continuance does not move.
    """

    event: str | None = None
    expiry_of: str | None = None
    as_of_end: str = "rolled"
    setting: str | None = None

    def __str__(self) -> str:
        """Return the event, or the deadline whose end it is."""
        return self.event or f"expiry of {self.expiry_of}"


#: The forms of a term, and what each cannot do without.
_NEEDS: Final = {
    "period": "period",
    "remaining": "ref",
    "on": "ref",
    "later-of": "members",
    "earlier-of": "members",
}
#: So many levels of members: no rule has more than two.
DEEPEST: Final = 8


@frozen(kw_only=True)
class Restart:
    """An event that stops a period, and the one from which it runs again, in full.

    It does so only if the event came `within` the time of these deadlines (the latest
    of them), and if `until` was not before the event `not_before`. `last_decides` tells
    that of several such events the one whose `until` came last decides, and that
    nothing runs while one has none. With `only_the_rest` it runs again for what was
    left of it when it stopped: its days before that are used up.
    """

    on: str
    until: str
    cite: str
    within: tuple[str, ...] = ()
    not_before: str | None = None
    last_decides: bool = False
    only_the_rest: bool = False


@frozen(kw_only=True)
class Condition:
    """What a member depends on: that `event` came `within` the time of a deadline.

    `within` lists deadlines, of whose ends the latest decides.
    """

    event: str
    within: tuple[str, ...]
    cite: str = ""


@frozen(kw_only=True)
class Term:
    """How long a deadline is: a period, another's time, a date, or several of these.

    `form` is ``"period"`` (with `period`, `trigger`, and `ends`, the weekday on which
    the rule ends it, if it names one), ``"remaining"`` (the time of
    the deadline `ref`), ``"on"`` (the certain date of the event `ref`),
    ``"later-of"`` or ``"earlier-of"`` (of `members`). A member with a condition
    `if_within` that is not met takes no part; one that is `optional` is not waited for,
    unless one of the (fact, answer) pairs of `needed_if` was given: nothing runs then
    before its trigger. `cases` are the other periods that it has for some methods of
    service or facts; of the one that was chosen for a computation, `because` says why.
    """

    form: str
    period: Period | None = None
    trigger: Trigger | None = None
    direction: str = "after"
    service_extension: str | None = None
    counting: str | None = None
    ref: str | None = None
    members: tuple[Term, ...] = ()
    cite: str = ""
    if_within: Condition | None = None
    optional: bool = False
    needed_if: tuple[tuple[str, str], ...] = ()
    ends: NamedDay | None = None
    cases: tuple[PeriodCase, ...] = ()
    because: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse a term that lacks what its form needs."""
        needs = _NEEDS.get(self.form)
        if needs is None or not getattr(self, needs) or _depth(self) > DEEPEST:
            msg = (
                f"A term of the form {shown(self.form)} cannot be built so. Give "
                f"{needs or 'one of the forms ' + ', '.join(_NEEDS)}, and members of "
                f"at most {DEEPEST} levels."
            )
            raise InvalidValueError(msg, field="form", value=self.form)

    @property
    def asked_with(self) -> str:
        """The side of its triggers on which it lies: ``"after"`` or ``"before"``.

        What is made up of several runs after its triggers, unless all are counted back.
        """
        return "before" if set(_ways(self)) == {"before"} else "after"

    @property
    def names_methods(self) -> bool:
        """Whether the method of service decides which of several periods it has."""
        own = any(case.methods for case in self.cases)
        return own or any(member.names_methods for member in self.members)

    def triggers(self) -> Iterator[Trigger]:
        """Yield the triggers of this term and of its members."""
        if self.trigger is not None:
            yield self.trigger
        if self.form == "on":
            yield Trigger(event=self.ref)
        if self.if_within is not None:
            yield Trigger(event=self.if_within.event)
        for member in self.members:
            yield from member.triggers()

    def references(self) -> Iterator[str]:
        """Yield the ids of the deadlines that this term refers to."""
        if self.form == "remaining" and self.ref is not None:
            yield self.ref
        if self.trigger is not None and self.trigger.expiry_of is not None:
            yield self.trigger.expiry_of
        if self.if_within is not None:
            yield from self.if_within.within
        for member in self.members:
            yield from member.references()


def _ways(term: Term) -> Iterator[str]:
    """Yield the direction of each period in a term."""
    if term.form == "period":
        yield term.direction
    for member in term.members:
        yield from _ways(member)


def _depth(term: Term) -> int:
    """Return how many levels of terms there are; each member has been checked."""
    return 1 + max(map(_depth, term.members), default=0)
