"""What can happen to a decision that several take together."""

from __future__ import annotations

from typing import Any, Final

from attrs import Attribute, field, frozen

from legalcase.errors import ConflictingInputError, InvalidValueError
from legalcase.kernel.checks import (
    check_id,
    check_ids,
    check_kind,
    check_some,
    check_text,
    one_of,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names, refers

__all__ = [
    "ANSWERS",
    "AssentRecorded",
    "DecisionProposed",
    "DecisionTaken",
    "DecisionWithdrawn",
]

#: What a member says to an option.
ANSWERS: Final = ("assents", "dissents", "abstains")
_TWO: Final = 2
#: Which option it is: the decision knows how many there are.
_number = check_kind(int, "Count the options from 1.")


def _check_options(_: object, attribute: Attribute[Any], value: object) -> None:
    tuple_of(str)(_, attribute, value)
    count = len(value) if isinstance(value, tuple) else 0
    if count < _TWO:
        msg = (
            f"A decision is between two options or more, and {attribute.name} has "
            f"{count}. Say what else could be done, if only to leave things as they "
            "are."
        )
        raise InvalidValueError(msg, field=attribute.name, value=None)


@frozen(kw_only=True)
class DecisionProposed(Event):
    """A question is put to the team, with its options.

    `needs` are the members without whose assent the decision does not stand.
    """

    decision_id: str = field(validator=check_id, metadata=names("practice/decision"))
    question: str = field(repr=False, validator=check_text)
    options: tuple[str, ...] = field(repr=False, validator=_check_options)
    needs: tuple[str, ...] = field(
        validator=check_some(check_ids), metadata=refers("practice/member")
    )
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )


@frozen(kw_only=True)
class AssentRecorded(Event):
    """What a member said to an option, counted from 1; the last word holds.

    Who abstains does so from the question: without an option.
    """

    decision_id: str = field(validator=check_id, metadata=refers("practice/decision"))
    member_id: str = field(validator=check_id, metadata=refers("practice/member"))
    answer: str = field(validator=one_of(ANSWERS))
    option: int | None = field(default=None, validator=optional(_number))
    by_document: Ref | None = field(
        default=None, validator=optional(check_kind(Ref, "Pass Ref('document', …)."))
    )

    def __attrs_post_init__(self) -> None:
        """Refuse an answer to nothing, and an option from which somebody abstains."""
        if (self.answer == "abstains") != (self.option is None):
            msg = (
                f"Somebody {self.answer}, and option is {self.option!r}. Pass the "
                "number of the option to which a member assents or from which one "
                "dissents, and none for one who abstains."
            )
            raise ConflictingInputError(msg, field="option", value=self.option)


@frozen(kw_only=True)
class DecisionTaken(Event):
    """The team decided for an option, counted from 1.

    That somebody's assent was lacking does not undo what happened: it is found.
    """

    decision_id: str = field(validator=check_id, metadata=refers("practice/decision"))
    option: int = field(validator=_number)


@frozen(kw_only=True)
class DecisionWithdrawn(Event):
    """A question is no longer put, or what was decided holds no longer."""

    decision_id: str = field(validator=check_id, metadata=refers("practice/decision"))
    ground: str = field(repr=False, validator=check_text)
