"""What follows if an offer is not accepted, by its kind, and who has read it."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Final

from legalcase.authority import Authority

__all__ = ["FOLLOWS"]

_READ_ON: Final = date(2026, 11, 29)
_RULE_68: Final = Authority(
    cite="Fed. R. Civ. P. 68(d)",
    verified="text",
    verified_on=_READ_ON,
    source="a copy of the rules of October 2025",
    read=("Fed. R. Civ. P. 68(a)-(d)",),
)
_CCP_998: Final = Authority(
    cite="Cal. Code Civ. Proc. § 998(b)(2), (c)-(e)",
    verified="secondary",
    verified_on=_READ_ON,
    source="accounts of § 998, one of which quotes (b)(2)",
)
_PART_36: Final = Authority(
    cite="CPR 36.11(2), 36.13(4), 36.17",
    verified="secondary",
    verified_on=_READ_ON,
    source="accounts of Part 36 as it has been since 6 April 2015",
)
_CALDERBANK: Final = Authority(
    cite="CPR 44.2(4)(c)",
    verified="secondary",
    verified_on=_READ_ON,
    source="an account of 2026 of offers without prejudice save as to costs",
)
#: By kind, (what follows, the authority): nothing of it is computed.
FOLLOWS: Final = MappingProxyType(
    {
        "rule-68": (
            (
                "it is considered withdrawn; if the judgment is not more favorable, "
                "the offeree pays the costs incurred after it was made"
            ),
            _RULE_68,
        ),
        "ccp-998": (
            (
                "it is deemed withdrawn; if the judgment is not more favorable, the "
                "offeree bears costs from then on"
            ),
            _CCP_998,
        ),
        "part-36": (
            (
                "it can still be accepted until notice of withdrawal is served, and "
                "the costs are then another question; after judgment, see 36.17"
            ),
            _PART_36,
        ),
        "calderbank": (
            (
                "the court has regard to it when it decides on costs; nothing follows "
                "of itself"
            ),
            _CALDERBANK,
        ),
        "plain": ("nothing follows of itself", None),
    }
)
