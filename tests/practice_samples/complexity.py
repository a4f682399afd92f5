"""Samples of what was found of factors of complexity."""

from __future__ import annotations

from case_files import CANARY, DAY
from legalcase.kernel import Label, Ref
from legalcase.practice import ComplexityFactorFound

EVENTS = (
    ComplexityFactorFound(
        factor="us-ca/crc/3.400(b)(1)",
        answer="yes",
        ground=f"Four demurrers are coming {CANARY}",
        about=(Ref("deadline", "reply"),),
        label=Label(audience="owner", ground="work-product"),
        happened_on=DAY,
    ),
)
