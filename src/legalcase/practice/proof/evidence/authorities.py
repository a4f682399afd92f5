"""On what the questions to a chain of custody rest, and who has read it."""

from __future__ import annotations

from datetime import date
from typing import Final

from legalcase.authority import Authority

__all__ = ["AUTHENTICATION", "DIGITAL_COPIES"]

_READ_ON: Final = date(2026, 11, 29)

#: "… sufficient to support a finding that the item is what the proponent claims it is";
#: by a witness, "accounting for custody through the period until trial, including
#: laboratory analysis" (note of the Advisory Committee on example (1)).
AUTHENTICATION: Final = Authority(
    cite="Fed. R. Evid. 901(a), (b)(1)",
    verified="text",
    verified_on=_READ_ON,
    source="the rule, with its notes, as the Office of the Law Revision Counsel had it "
    "in 2016",
    read=("Fed. R. Evid. 901(a)", "Fed. R. Evid. 901(b)"),
)

#: Data copied from a device authenticate themselves "if authenticated by a process of
#: digital identification", which a qualified person certifies.
DIGITAL_COPIES: Final = Authority(
    cite="Fed. R. Evid. 902(14)",
    verified="secondary",
    verified_on=_READ_ON,
    source="the same words as reprinted by two practitioners",
)
