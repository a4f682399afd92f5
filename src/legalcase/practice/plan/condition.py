"""PlanCondition: under which facts of a case an item of a plan is needed at all."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import (
    check_count,
    check_id,
    check_truth,
    check_word,
    optional,
)
from legalcase.kernel.events.terms import Terms
from legalcase.kernel.events.words import word

__all__ = ["PlanCondition"]

_SORTS: Final = (
    "fact",
    "role",
    "stage",
    "court",
    "claim",
    "charge_severity",
    "complexity_at_least",
)
#: What is only asked, and has no word.
_BARE: Final = ("child", "detained")


@frozen(kw_only=True)
class PlanCondition(Terms):
    """A condition over the facts of a case: one thing, or (`negated`) that it is not.

    `fact` is one of the law's vocabulary, and `answer` what was established; `role`
    says that somebody has it in the case; `stage` that the plan came to it; `court`
    that the case is there or below; `child` that a minor takes part; `detained` that
    the fact ``"detained"`` is so; `claim` that one of that kind is pending;
    `charge_severity` that a charge is; `complexity_at_least` how complex the case is.
    """

    fact: str | None = field(
        default=None, validator=optional(check_word), metadata=word("fact")
    )
    answer: str | None = field(default=None, validator=optional(check_word))
    role: str | None = field(
        default=None, validator=optional(check_word), metadata=word("participant")
    )
    stage: str | None = field(default=None, validator=optional(check_word))
    court: str | None = field(default=None, validator=optional(check_id))
    child: bool = field(default=False, validator=check_truth)
    detained: bool = field(default=False, validator=check_truth)
    claim: str | None = field(
        default=None, validator=optional(check_word), metadata=word("claim")
    )
    charge_severity: str | None = field(
        default=None, validator=optional(check_word), metadata=word("severity")
    )
    complexity_at_least: int | None = field(
        default=None, validator=optional(check_count)
    )
    negated: bool = field(default=False, validator=check_truth)

    def __attrs_post_init__(self) -> None:
        """Refuse what asks for nothing, or for two things at once."""
        said = self._said()
        if len(said) != 1:
            msg = (
                f"A condition asks for one thing, and this names {len(said)}. Give one "
                f"of {', '.join((*_SORTS, *_BARE))}; of several all must hold."
            )
            raise InvalidValueError(msg, field="if", value=None)
        if (self.fact is None) != (self.answer is None):
            msg = (
                "A fact needs its answer, and an answer its fact. Write fact = "
                "'united-states-is-a-party', is = 'no', say."
            )
            raise InvalidValueError(msg, field="if", value=None)

    def _said(self) -> list[str]:
        words = [name for name in _SORTS if getattr(self, name) is not None]
        return words + [name for name in _BARE if getattr(self, name)]

    @property
    def sort(self) -> str:
        """What sort of thing it asks for: ``"fact"``, ``"role"`` and so on."""
        return self._said()[0]

    @property
    def word(self) -> str | int | None:
        """The thing for which it asks; ``None`` where the sort says all."""
        found = getattr(self, self.sort)
        return None if isinstance(found, bool) else found

    def __str__(self) -> str:
        """Say what must be so."""
        said = self.sort.replace("_", " ")
        if self.word is not None:
            said += f" {self.word}"
        if self.answer is not None:
            said += f" is {self.answer}"
        return f"not: {said}" if self.negated else said
