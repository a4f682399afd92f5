"""Measures: the caseload in figures, each by its published definition."""

from typing import TYPE_CHECKING

from legalcase.measures.figures.figure import Excluded, Figure
from legalcase.measures.figures.groups import GroupFigure
from legalcase.measures.formulas.ages import AgeBand, CaseDays, age_bands, days_of
from legalcase.measures.formulas.compliance import DueAndDone, DueCount, due_count
from legalcase.measures.formulas.pending import FlowCount, PendingCount
from legalcase.measures.formulas.precedence import prevailing_disposition
from legalcase.measures.formulas.rates import (
    backlog_rate,
    clearance_rate,
    disposition_days,
    overload_of,
)
from legalcase.measures.formulas.settings import SettingsSpread, settings_spread
from legalcase.measures.formulas.spread import QUANTILE_METHODS, quantile
from legalcase.measures.formulas.tiers import TierMet, tiers_met
from legalcase.measures.formulas.weights import (
    FILING_ORIGINS,
    WeighedFiling,
    weighted_filings,
)
from legalcase.measures.questions.aging import (
    Backlog,
    CaseAge,
    PendingAge,
    age_of_pending,
    backlog,
)
from legalcase.measures.questions.clearing import Clearance, clearance
from legalcase.measures.questions.complying import (
    DeadlineCompliance,
    deadline_compliance,
)
from legalcase.measures.questions.loads import (
    DispositionTime,
    Overload,
    disposition_time,
    overload,
)
from legalcase.measures.questions.manners import manner_of_disposition
from legalcase.measures.questions.reconciling import Reconciliation, reconciliation
from legalcase.measures.questions.reporting import CaseloadReport, caseload_report
from legalcase.measures.questions.timing import (
    CaseTime,
    TimeToDisposition,
    time_to_disposition,
)
from legalcase.measures.questions.trials import TrialCertainty, trial_date_certainty
from legalcase.measures.questions.weighing import WeightedCaseload, weighted_caseload
from legalcase.measures.standards.standard import (
    TimeStandard,
    read_time_standards,
    time_standard,
    time_standards,
)
from legalcase.near import no_such_name

__all__ = [
    "FILING_ORIGINS",
    "QUANTILE_METHODS",
    "AgeBand",
    "Backlog",
    "CaseAge",
    "CaseDays",
    "CaseTime",
    "CaseloadReport",
    "Clearance",
    "DeadlineCompliance",
    "DispositionTime",
    "DueAndDone",
    "DueCount",
    "Excluded",
    "Figure",
    "FlowCount",
    "GroupFigure",
    "Overload",
    "PendingAge",
    "PendingCount",
    "Reconciliation",
    "SettingsSpread",
    "TierMet",
    "TimeStandard",
    "TimeToDisposition",
    "TrialCertainty",
    "WeighedFiling",
    "WeightedCaseload",
    "age_bands",
    "age_of_pending",
    "backlog",
    "backlog_rate",
    "caseload_report",
    "clearance",
    "clearance_rate",
    "days_of",
    "deadline_compliance",
    "disposition_days",
    "disposition_time",
    "due_count",
    "manner_of_disposition",
    "overload",
    "overload_of",
    "prevailing_disposition",
    "quantile",
    "read_time_standards",
    "reconciliation",
    "settings_spread",
    "tiers_met",
    "time_standard",
    "time_standards",
    "time_to_disposition",
    "trial_date_certainty",
    "weighted_caseload",
    "weighted_filings",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
