"""Triggers and terms: from what a deadline runs, and how its parts are put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.dates import Period

__all__ = ["Condition", "Restart", "Term", "Trigger"]


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


@frozen(kw_only=True)
class Restart:
    """An event that stops a period, and the one from which it runs anew in full.

    It does so only if the event came `within` the time of these deadlines (the latest
    of them), and if `until` was not before the event `not_before`.
    """

    on: str
    until: str
    cite: str
    within: tuple[str, ...] = ()
    not_before: str | None = None


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

    `form` is ``"period"`` (with `period`, `trigger`), ``"remaining"`` (the time of
    the deadline `ref`), ``"on"`` (the certain date of the event `ref`),
    ``"later-of"`` or ``"earlier-of"`` (of `members`). A member with a condition
    `if_within` that is not met takes no part; one that is `optional` is not waited for.
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
