"""Objectives: what a case is to achieve, and what we agreed to do for it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from attrs import field, frozen

from legalcase.kernel.events.label import Label
from legalcase.kernel.register import Register
from legalcase.plain_data import PlainData
from legalcase.practice.objectives.scope import ScopeTerms

__all__ = [
    "AGREED",
    "AgreedScope",
    "Objective",
    "ObjectiveState",
    "Objectives",
    "ScopeVersion",
]

#: What we agree with a client is between the two of us.
AGREED: Final = Label(audience="client", ground="privileged")


class ObjectiveState(StrEnum):
    """Where an objective stands."""

    OPEN = "open"
    MET = "met"
    DROPPED = "dropped"


@frozen(kw_only=True)
class Objective(PlainData):
    """An objective of a case: what, whose, how one will know, and how far it has come.

    `agreed_with` are the clients who agreed to it as it is now. `evidence` refers to
    what shows that it was met, `how` says so in words; `ground` is that of whatever
    dropped or reopened it.
    """

    objective_id: str
    statement: str = field(repr=False)
    test: str = field(repr=False)
    owner: str = field(repr=False)
    agreed_with: tuple[str, ...] = ()
    set_on: date
    state: ObjectiveState = ObjectiveState.OPEN
    since_on: date
    evidence: tuple[str, ...] = ()
    how: str | None = field(default=None, repr=False)
    ground: str | None = field(default=None, repr=False)
    label: Label

    @property
    def is_open(self) -> bool:
        """Whether it is still to be reached."""
        return self.state is ObjectiveState.OPEN

    @property
    def is_agreed(self) -> bool:
        """Whether any client agreed to it as it is now."""
        return bool(self.agreed_with)


@frozen(kw_only=True)
class ScopeVersion(PlainData):
    """The terms of a scope from a day on, by which event, and why they changed."""

    terms: ScopeTerms = field(repr=False)
    from_on: date
    event_id: str
    ground: str | None = field(default=None, repr=False)


@frozen(kw_only=True)
class AgreedScope(PlainData):
    """What we agreed to do: all versions of it, the first one first."""

    scope_id: str
    versions: tuple[ScopeVersion, ...]
    label: Label

    @property
    def terms(self) -> ScopeTerms:
        """The terms that hold."""
        return self.versions[-1].terms

    @property
    def agreed_on(self) -> date:
        """The day from which they hold."""
        return self.versions[-1].from_on


_OBJECTIVES: Final[Register[Objective]] = Register(
    "objective", "The case knows an objective from ObjectiveSet: record that first."
)
_SCOPES: Final[Register[AgreedScope]] = Register(
    "scope", "The case knows a scope from ScopeAgreed: record that first."
)


@frozen(kw_only=True)
class Objectives(PlainData):
    """What a case is to achieve, and within which scope we work for it."""

    objectives: Register[Objective] = field(factory=lambda: _OBJECTIVES)
    scopes: Register[AgreedScope] = field(factory=lambda: _SCOPES)

    @property
    def open(self) -> tuple[Objective, ...]:
        """The objectives that are still to be reached."""
        return tuple(one for one in self.objectives if one.is_open)

    def says(self, area: str) -> str | None:
        """Return what was agreed of an area of work; ``None`` without any scope.

        ``"included"`` if any scope includes it (of several clients, one is enough),
        else ``"excluded"`` if one excludes it, else ``"unsaid"``. Raises
        `InvalidValueError` for what is no word of `AREAS`.
        """
        said = [scope.terms.says(area) for scope in self.scopes]
        for word in ("included", "excluded", "unsaid"):
            if word in said:
                return word
        return None
