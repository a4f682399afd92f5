"""What can happen to the factors of complexity: somebody finds one of them."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from legalcase.kernel.checks import (
    check_id,
    check_kind,
    check_text,
    one_of,
    optional,
    tuple_of,
)
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import Label
from legalcase.kernel.events.ref import Ref, names

__all__ = ["ANSWERS", "ComplexityFactorFound"]

#: What can be found of a factor; the last takes back what was found before.
ANSWERS: Final = ("yes", "no", "not-known")


@frozen(kw_only=True)
class ComplexityFactorFound(Event):
    """Somebody judged whether a published factor of complexity holds, and why.

    `factor` is its id (``"us-ca/crc/3.400(b)(1)"``), `about` refers to what speaks for
    the answer. What is found later of the same factor takes its place.
    """

    factor: str = field(
        validator=check_id, metadata=names("practice/complexity-factor", again=True)
    )
    answer: str = field(validator=one_of(ANSWERS))
    ground: str = field(repr=False, validator=check_text)
    about: tuple[Ref, ...] = field(default=(), validator=tuple_of(Ref))
    label: Label | None = field(
        default=None, validator=optional(check_kind(Label, "Pass Label(audience=…)."))
    )
