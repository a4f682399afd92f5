"""DeadlineTerms: what is said of a deadline when it is set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Self

from attrs import evolve, field, frozen

from legalcase.catalogue.deadline_rule import DeadlineRule
from legalcase.errors import ConflictingInputError, InvalidTypeError
from legalcase.kernel.checks import (
    check_ids,
    check_kind,
    check_text,
    check_truth,
    check_word,
    check_words,
    one_of,
    optional,
)
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import refers
from legalcase.kernel.events.terms import Terms
from legalcase.kernel.events.words import word
from legalcase.model.deadlines.basis import (
    Agreed,
    Basis,
    Computed,
    Derived,
    Ordered,
    check_basis,
)

if TYPE_CHECKING:
    from legalcase.counting.argument.computation import Computation
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.model.deadlines.basis import Anchor

__all__ = ["KINDS", "OWN", "STAYS", "DeadlineTerms"]

#: What a deadline can be: whose date it is.
KINDS: Final = (
    "rule",
    "order",
    "limitation",
    "contractual",
    "internal",
    "follow-up",
    "waiting",
)
#: Those of our own making: they bind nobody but us, and say what we plan.
OWN: Final = frozenset({"internal", "follow-up"})
#: What a stay of the case does to it, as far as the law says so.
STAYS: Final = ("yes", "no", "by-order")

_OF_BASIS: Final = {
    Computed: "rule",
    Ordered: "order",
    Agreed: "contractual",
    Derived: "internal",
}


@frozen(kw_only=True)
class DeadlineTerms(Terms):
    """What is due, on which basis, who owes it, and whom it concerns.

    `title` says what is to be done; `kind` is one of `KINDS`, by the basis if it is
    left out. `owed_by` are the parties who must act (`side` says in the rule's word
    who they are where that is not resolved), `owner` does it for us and `backup` in
    the owner's place. One that is `critical` is confirmed by a second person.
    `met_by` are the triggers that meet it; `after_disposition` whether it runs although
    the case is disposed of; `stayed_by_stay` what a stay of the case does to it;
    `permissive` whether it is something that one may do, and need not: all as the rule
    says, and ``None`` where nobody says so.
    """

    title: str = field(repr=False, validator=check_text)
    basis: Basis = field(repr=False, validator=check_basis)
    kind: str | None = field(default=None, validator=optional(one_of(KINDS)))
    owed_by: tuple[str, ...] = field(
        default=(), validator=check_ids, metadata=refers("party")
    )
    side: str | None = field(
        default=None, validator=optional(check_word), metadata=word("side")
    )
    owner: str | None = field(default=None, repr=False, validator=optional(check_text))
    backup: str | None = field(default=None, repr=False, validator=optional(check_text))
    critical: bool = field(default=False, validator=check_truth)
    met_by: tuple[str, ...] = field(
        default=(), validator=check_words, metadata=word("trigger")
    )
    after_disposition: bool | None = field(
        default=None, validator=optional(check_truth)
    )
    stayed_by_stay: str | None = field(default=None, validator=optional(one_of(STAYS)))
    permissive: bool | None = field(default=None, validator=optional(check_truth))
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )

    @property
    def sort(self) -> str:
        """What kind of deadline it is: as said, or else by its basis."""
        return self.kind or _OF_BASIS[type(self.basis)]

    @classmethod
    def of_rule(
        cls,
        rule: DeadlineRule | CountingRule,
        computation: Computation,
        *,
        title: str | None = None,
        anchors: tuple[Anchor, ...] = (),
        **said: Any,
    ) -> Self:
        """Return the terms of a deadline that a rule computed.

        What the case has to know of the rule is copied from it, since a log that is
        read asks no law: who owes it, what meets it, what a stay and a disposition do
        to it. `title` is that of the version in force if left out; `said` overrides.

        Raises `InvalidTypeError` for a counting rule, which says nothing of that, and
        `ConflictingInputError` for a computation of something else.
        """
        if not isinstance(rule, DeadlineRule):
            msg = (
                f"The terms are those of a deadline of the law, not of a "
                f"{type(rule).__name__}. Pass rule('us/frcp/33(b)(2)'), say, or "
                "DeadlineTerms(title=…, basis=…) for a period of your own."
            )
            raise InvalidTypeError(msg, field="rule", value=None)
        if computation.subject != rule.id:
            msg = (
                f"The computation is of {computation.subject}, and the rule is "
                f"{rule.id}. Pass the rule by which it was computed."
            )
            raise ConflictingInputError(msg, field="computation", value=None)
        rule = _as_it_stood(rule, computation)
        terms = cls(
            title=title or computation.inputs.title or rule.versions[-1].title,
            basis=Computed(computation=computation, anchors=anchors),
            side=rule.owed_by,
            met_by=rule.met_by,
            after_disposition=rule.after_disposition,
            stayed_by_stay=rule.stayed_by_stay,
            permissive=True if rule.permissive is not None else None,
        )
        return evolve(terms, **said) if said else terms


def _as_it_stood(rule: DeadlineRule, computation: Computation) -> DeadlineRule:
    """Return a rule as the text has it by which it was computed."""
    if len(rule.versions) > 1:
        texts = {text.first.isoformat(): text for text in rule.versions}
        for source in computation.sources:
            if source.id == rule.id and source.version in texts:
                return rule.in_text(texts[source.version])
    return rule
