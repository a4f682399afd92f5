"""On what the questions over cases rest, and who has read it."""

from __future__ import annotations

from datetime import date
from typing import Final

from legalcase.authority import Authority

__all__ = [
    "BGH_CONTROL",
    "COMMUNICATION",
    "CONFLICT",
    "CONFLICTS_KNOWN",
    "DILIGENCE",
    "LIMITATION",
    "OFFERS_KEPT",
    "OFFERS_TOLD",
    "PROOF_OF_SERVICE",
    "SCREENED",
    "SUPERVISION",
    "WORKLOAD",
]

_READ_ON: Final = date(2026, 11, 29)

#: Entries made in an electronic calendar of deadlines are checked on a printed list of
#: them, or of errors: a check on the screen alone is a fault of the lawyer's office.
BGH_CONTROL: Final = Authority(
    cite="BGH, Beschluss vom 28. Februar 2019, III ZB 96/18",
    verified="text",
    verified_on=_READ_ON,
    source="ECLI:DE:BGH:2019:280219BIIIZB96.18.0, as reprinted by two publishers",
    read=("Leitsatz a", "Leitsatz b"),
)

#: A lawyer acts with reasonable diligence and promptness.
DILIGENCE: Final = Authority(
    cite="ABA Model Rule 1.3",
    verified="secondary",
    verified_on=_READ_ON,
    source="the same words as Maine Bar Rule 1.3, as its overseers print it",
)

#: "Unless service is waived, proof of service must be made to the court."
PROOF_OF_SERVICE: Final = Authority(
    cite="Fed. R. Civ. P. 4(l)(1)",
    verified="text",
    verified_on=_READ_ON,
    source="the rule as the Office of the Law Revision Counsel had it in 2016",
    read=("Fed. R. Civ. P. 4(l)(1)", "Fed. R. Civ. P. 4(d)(4)"),
)

#: Workload is controlled so that each matter can be handled competently.
WORKLOAD: Final = Authority(
    cite="ABA Model Rule 1.3 comment [2]",
    verified="secondary",
    verified_on=_READ_ON,
    source="the same words as Maine Bar Rule 1.3 comment [2]",
)

#: Nobody represents clients who claim against each other in one litigation.
CONFLICT: Final = Authority(
    cite="ABA Model Rule 1.7(b)(3)",
    verified="text",
    verified_on=_READ_ON,
    source="the rule as the Association printed it",
    read=("ABA Model Rule 1.7(a)", "ABA Model Rule 1.7(b)"),
)

#: Whether there is a conflict is determined, after the clients were identified.
CONFLICTS_KNOWN: Final = Authority(
    cite="ABA Model Rule 1.7 comment [2]",
    verified="secondary",
    verified_on=_READ_ON,
    source="the same words as comment [2] to Utah Rule 1.7, as its courts print it",
)

#: Who is affected by a lawyer's move is promptly told of the screen, in writing.
SCREENED: Final = Authority(
    cite="ABA Model Rule 1.10(a)(2)(ii)",
    verified="secondary",
    verified_on=_READ_ON,
    source="the same words as Maine Bar Rule 1.10(a)(2), as its overseers print it",
)

#: The client is kept reasonably informed about the status of the matter.
COMMUNICATION: Final = Authority(
    cite="ABA Model Rule 1.4(a)(3)",
    verified="secondary",
    verified_on=_READ_ON,
    source="as reprinted by the Criminal Defense Wiki",
)

#: Whoever directly supervises sees that others' conduct fits the lawyer's duties.
SUPERVISION: Final = Authority(
    cite="ABA Model Rule 5.3(b)",
    verified="secondary",
    verified_on=_READ_ON,
    source="the same words as Maine Bar Rule 5.3(b), as its overseers print it",
)

#: "… as when a lawyer overlooks a statute of limitations, the client's legal position
#: may be destroyed."
LIMITATION: Final = Authority(
    cite="ABA Model Rule 1.3 comment [3]",
    verified="text",
    verified_on=_READ_ON,
    source="the comment as the Association's commission printed it before 2002",
    read=("ABA Model Rule 1.3 comment [3]",),
)

#: Under the one, evidence of an offer that was not accepted is admissible only as to
#: costs; under the other, an offer is not told to the trial judge before the decision.
OFFERS_KEPT: Final = Authority(
    cite="Fed. R. Civ. P. 68(b); Cal. Code Civ. Proc. § 998(b)(2); CPR 36.16(2)",
    verified="recall",
)

#: Who receives an offer of settlement in a civil controversy promptly tells the client.
OFFERS_TOLD: Final = Authority(
    cite="ABA Model Rule 1.4 comment [2]",
    verified="secondary",
    verified_on=_READ_ON,
    source="the same words in the comments of the rules of Pennsylvania and of D.C.",
)
