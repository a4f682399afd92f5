"""On whose definitions the measures rest, and who has read them."""

from __future__ import annotations

from datetime import date
from typing import Final

from legalcase.authority import Authority

__all__ = [
    "CEPEJ_SATURN",
    "COURTOOLS_2",
    "COURTOOLS_3",
    "COURTOOLS_4",
    "COURTOOLS_5",
    "FJC_WEIGHTS",
    "GUIDE_CRIMINAL_UNIT",
    "GUIDE_STATUS",
    "NSW_OVERLOAD",
    "OURS",
    "TCPS_BACKLOG",
]

_READ_ON: Final = date(2026, 11, 29)
_GUIDE: Final = "State Court Guide to Statistical Reporting"
_SITE: Final = "the Guide as printed on ncscstatsguide.org"

#: Incoming: new filings, reopened, reactivated. Outgoing: entry of judgment, reopened
#: dispositions, placed inactive.
GUIDE_STATUS: Final = Authority(
    cite=f"{_GUIDE} (Court Statistics Project), Case Status Categories",
    verified="text",
    verified_on=_READ_ON,
    source="the chapter as two sites reprint it, and Using the Guide on "
    "ncscstatsguide.org",
    read=("Case Status Categories", "Using the Guide"),
)

#: "count the defendant and all charges involved in a single incident as a single case".
GUIDE_CRIMINAL_UNIT: Final = Authority(
    cite=f"{_GUIDE}, Unit of Count: Criminal",
    verified="text",
    verified_on=_READ_ON,
    source=_SITE,
)

COURTOOLS_2: Final = Authority(
    cite="CourTools Trial Court Measure 2, Clearance Rates",
    verified="secondary",
    verified_on=_READ_ON,
    source="its parts as the State Court Guide names them; the measure's own page was "
    "not read",
)

#: "The percentage of cases disposed or otherwise resolved within established time
#: frames."
COURTOOLS_3: Final = Authority(
    cite="CourTools Trial Court Measure 3, Time to Disposition",
    verified="text",
    verified_on=_READ_ON,
    source="definition and purpose on ncsc.org; the worksheets were not read",
)

#: "The age of active cases that are pending before the court".
COURTOOLS_4: Final = Authority(
    cite="CourTools Trial Court Measure 4, Age of Active Pending Caseload",
    verified="text",
    verified_on=_READ_ON,
    source="definition and purpose on ncsc.org; the worksheets were not read",
)

#: "The number of times cases disposed by trial are scheduled for trial."
COURTOOLS_5: Final = Authority(
    cite="CourTools Trial Court Measure 5, Trial Date Certainty",
    verified="text",
    verified_on=_READ_ON,
    source="definition on ncsc.org, and step 1 of the edition of 2005 as reprinted",
)

#: The percentage of pending cases that exceed the time standard.
TCPS_BACKLOG: Final = Authority(
    cite="Trial Court Performance Standards, Measure 2.1.3",
    verified="text",
    verified_on=_READ_ON,
    source="the measure on ncsconline.org, in excerpts",
)

NSW_OVERLOAD: Final = Authority(
    cite="Model key performance indicators for NSW Courts (2000), chapter 4",
    verified="recall",
    source="the formula as it is known here; the chapter was not read again",
)

CEPEJ_SATURN: Final = Authority(
    cite="CEPEJ(2018)20R, SATURN Guidelines, Appendix I (EUGMONT)",
    verified="secondary",
    verified_on=_READ_ON,
    source="the formulas as the Croatian Ministry of Justice prints them; the "
    "appendix itself was not read",
)

#: Weights at the initial filing alone, and for each defendant in a criminal case.
FJC_WEIGHTS: Final = Authority(
    cite="FJC, New Case Weights for Computing Each District's Weighted Filings per "
    "Judgeship (rev. 27 March 1996)",
    verified="text",
    verified_on=_READ_ON,
    source="its first page as HeinOnline shows it",
)

OURS: Final = Authority(
    cite="this package's own definition", verified="caller", source="no court's"
)
