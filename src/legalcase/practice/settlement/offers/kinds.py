"""The kinds of offers: by which word their service is known, and what ends them."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

__all__ = ["ACCEPTED", "ANSWERS_THAT_END", "KINDS", "TRIGGERS"]

#: Under Fed. R. Civ. P. 68, Cal. Code Civ. Proc. § 998, CPR Part 36; without prejudice
#: save as to costs (Calderbank v Calderbank [1976] Fam 93); and under no rule.
KINDS: Final = ("rule-68", "ccp-998", "part-36", "calderbank", "plain")
#: The word of the law under which times run from the service of such an offer.
TRIGGERS: Final = MappingProxyType(
    {
        "rule-68": "offer-of-judgment-served",
        "ccp-998": "offer-of-judgment-served",
        "part-36": "part-36-offer-made",
    }
)
#: The word under which notice that an offer is accepted is served.
ACCEPTED: Final = "offer-accepted"
#: The kinds that an answer ends as it ends the offer of a contract. An offer under a
#: rule stands until the rule, or whoever made it, ends it: a counteroffer does not
#: (Poster v. Southern Cal. Rapid Transit Dist., 52 Cal. 3d 266 (1990), of § 998).
ANSWERS_THAT_END: Final = frozenset({"calderbank", "plain"})
