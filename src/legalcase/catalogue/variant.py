"""Variant: what a deadline says instead under another answer to one question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

if TYPE_CHECKING:
    from legalcase.catalogue.deadline_rule import DeadlineVersion
    from legalcase.catalogue.terms import Term, Trigger
    from legalcase.dates import Period

__all__ = ["Variant"]


@frozen(kw_only=True)
class Variant:
    """The parts of a deadline that an answer replaces; ``None`` leaves them.

    `term` takes the place of the whole term; `period` and `trigger` change one that is
    a period. `restarts` is False where no event begins the period anew.
    """

    term: Term | None = None
    period: Period | None = None
    trigger: Trigger | None = None
    act: str | None = None
    nature: str | None = None
    service_extension: str | None = None
    restarts: bool = True

    def triggers(self) -> tuple[Trigger, ...]:
        """Return the triggers that it names."""
        own = () if self.trigger is None else (self.trigger,)
        return own if self.term is None else (*own, *self.term.triggers())

    def references(self) -> tuple[str, ...]:
        """Return the ids of the deadlines to which it refers."""
        found = [] if self.term is None else [*self.term.references()]
        if self.trigger is not None and self.trigger.expiry_of is not None:
            found.append(self.trigger.expiry_of)
        return tuple(found)

    def applied(self, version: DeadlineVersion) -> DeadlineVersion:
        """Return a version as it is under this answer."""
        changed: dict[str, Any] = {
            name: value
            for name in ("act", "nature", "service_extension")
            if (value := getattr(self, name)) is not None
        }
        term = self.term or version.term
        parts = {
            name: value
            for name in ("period", "trigger")
            if (value := getattr(self, name)) is not None
        }
        changed["term"] = evolve(term, **parts) if parts else term
        if not self.restarts:
            changed["restart"] = None
        return evolve(version, **changed)
