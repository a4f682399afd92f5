"""Ref: what refers to something says what it is and which, never in prose."""

from __future__ import annotations

from typing import Final, Self

from attrs import field, frozen

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.checks import check_id, check_noun
from legalcase.shown import shown

__all__ = ["AGAIN", "NAMES", "REFERS", "Ref", "names", "refers"]

#: Where the metadata of a field says of what its ids are.
REFERS: Final = "legalcase-refers"
#: Where the metadata of a field says that its id is a new one, and of what.
NAMES: Final = "legalcase-names"
#: Beside it: that the id may have been given before.
AGAIN: Final = "legalcase-names-again"


@frozen
class Ref:
    """Refers to something of the same log: an event, a hearing, a deadline.

    `noun` says what it is, `id` which. As text it is ``"hearing:trial"``.

    >>> Ref("hearing", "trial")
    Ref('hearing', 'trial')
    >>> str(Ref.parse("event:0192")), Ref.parse("event:0192").noun
    ('event:0192', 'event')
    """

    noun: str = field(validator=check_noun)
    id: str = field(validator=check_id)

    def __repr__(self) -> str:
        """Return what makes it again."""
        return f"Ref({self.noun!r}, {self.id!r})"

    def __str__(self) -> str:
        """Return noun and id, with a colon between."""
        return f"{self.noun}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``"noun:id"``; `InvalidValueError` for anything else."""
        if type(text) is not str:
            msg = f"A Ref is read from text, not {type(text).__name__}. Pass 'event:7'."
            raise InvalidTypeError(msg, field="text", value=None)
        noun, colon, name = text.partition(":")
        if not colon:
            msg = (
                f"{shown(text)} refers to nothing. Write noun and id: 'hearing:trial'."
            )
            raise InvalidValueError(msg, field="text", value=text)
        return cls(noun, name)


def refers(noun: str) -> dict[str, str]:
    """Return the metadata of a field whose id, or ids, are those of things known.

    A log is refused where they are not; see `legalcase.kernel.folding.fold`.
    """
    return {REFERS: noun}


def names(noun: str, *, again: bool = False) -> dict[str, object]:
    """Return the metadata of a field that gives a thing its id.

    Unless `again`, the id must not have been given before. A correction never changes
    it.
    """
    return {NAMES: noun, AGAIN: again}
