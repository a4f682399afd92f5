"""Safety: screenings, and what came of each."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from legalcase.kernel import Label, Register

__all__ = ["SECRET", "Safety", "Screening"]

#: What a screening bears unless its line says otherwise.
SECRET: Final = Label(audience="firm", ground="privacy")


@frozen(kw_only=True)
class Screening:
    """A screening, and what came of it."""

    screening_id: str
    party_id: str
    result: str = field(repr=False)
    score: int
    label: Label
    has_plan: bool = False
    is_over: bool = False


_SCREENINGS: Final[Register[Screening]] = Register(
    "screening", "Record first that it was made."
)


@frozen(kw_only=True)
class Safety:
    """What the firm knows of the safety of those who take part."""

    screenings: Register[Screening] = field(factory=lambda: _SCREENINGS)
