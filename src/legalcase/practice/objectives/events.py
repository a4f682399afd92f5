"""What can happen to the objectives of a case, and to the scope of our work in it."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from legalcase.errors import MissingInputError
from legalcase.kernel.checks import (
    check_id,
    check_ids,
    check_kind,
    check_text,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names, refers
from legalcase.practice.objectives.scope import ScopeTerms

__all__ = [
    "ObjectiveChanged",
    "ObjectiveDropped",
    "ObjectiveMet",
    "ObjectiveReopened",
    "ObjectiveSet",
    "ScopeAgreed",
    "ScopeChanged",
]

_NOUN: Final = "practice/objective"
_label = optional(check_kind(Label, "Pass Label(audience=…)."))
_terms = check_kind(ScopeTerms, "Pass ScopeTerms(included=…, agreed_with=…).")


@frozen(kw_only=True)
class ObjectiveSet(Event):
    """What the case is to achieve, who sees to it, and how one will know.

    Objectives are the client's to decide (ABA Model Rule 1.2(a)): `agreed_with` are
    the clients of ours who did; without any it is what we propose.
    """

    objective_id: str = field(validator=check_id, metadata=names(_NOUN))
    statement: str = field(repr=False, validator=check_text)
    test: str = field(repr=False, validator=check_text)
    owner: str = field(repr=False, validator=check_text)
    agreed_with: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    label: Label | None = field(default=None, validator=_label)


@frozen(kw_only=True)
class ObjectiveChanged(Event):
    """An objective is another now, or somebody agreed to it; ``None`` leaves it so.

    Where its statement or its test changes, `agreed_with` are all who agreed to what
    it is now: without any, it has to be agreed anew.
    """

    objective_id: str = field(validator=check_id, metadata=refers(_NOUN))
    statement: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    test: str | None = field(default=None, repr=False, validator=optional(check_text))
    owner: str | None = field(default=None, repr=False, validator=optional(check_text))
    agreed_with: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )

    def __attrs_post_init__(self) -> None:
        """Refuse a change that changes nothing."""
        if not (self.statement or self.test or self.owner or self.agreed_with):
            msg = (
                "The change of the objective changes nothing. Pass statement=, test=, "
                "owner= or agreed_with=."
            )
            raise MissingInputError(msg, field="statement", value=None)


@frozen(kw_only=True)
class ObjectiveMet(Event):
    """An objective was reached: what shows it, by reference, in words, or both."""

    objective_id: str = field(validator=check_id, metadata=refers(_NOUN))
    evidence: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
    how: str | None = field(default=None, repr=False, validator=optional(check_text))

    def __attrs_post_init__(self) -> None:
        """Refuse an objective that is met without anything that shows it."""
        if not self.evidence and self.how is None:
            msg = (
                "Nothing shows that the objective was met. Pass evidence=(Ref(…),), or "
                "say how= it was."
            )
            raise MissingInputError(msg, field="evidence", value=None)


@frozen(kw_only=True)
class ObjectiveDropped(Event):
    """An objective is none any more: on what ground, and agreed with which clients."""

    objective_id: str = field(validator=check_id, metadata=refers(_NOUN))
    ground: str = field(repr=False, validator=check_text)
    agreed_with: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )


@frozen(kw_only=True)
class ObjectiveReopened(Event):
    """What had been met is not any more (a judgment reversed), or is wanted again."""

    objective_id: str = field(validator=check_id, metadata=refers(_NOUN))
    ground: str = field(repr=False, validator=check_text)


@frozen(kw_only=True)
class ScopeAgreed(Event):
    """We agreed with clients on this day what we do in the case, and what we do not."""

    scope_id: str = field(validator=check_id, metadata=names("practice/scope"))
    terms: ScopeTerms = field(validator=_terms)
    label: Label | None = field(default=None, validator=_label)


@frozen(kw_only=True)
class ScopeChanged(Event):
    """A scope is another from this day on: all its terms, and why."""

    scope_id: str = field(validator=check_id, metadata=refers("practice/scope"))
    terms: ScopeTerms = field(validator=_terms)
    ground: str = field(repr=False, validator=check_text)
