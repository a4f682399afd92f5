"""Deadlines: what is due, on which basis, and how far it has come."""

from legalcase.model.deadlines.basis import (
    Agreed,
    Anchor,
    Basis,
    Computed,
    Derived,
    Ordered,
)
from legalcase.model.deadlines.due_dates import (
    DueDates,
)
from legalcase.model.deadlines.events import (
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlineMooted,
    DeadlineQuestioned,
    DeadlineReassigned,
    DeadlineRecomputed,
    DeadlineReopened,
    DeadlineResumed,
    DeadlineSet,
    DeadlineStayed,
    DeadlineVacated,
    DeadlineWaived,
    ReadingChosen,
)
from legalcase.model.deadlines.facet import (
    DEADLINES,
)
from legalcase.model.deadlines.state import (
    Deadline,
    Finding,
    Met,
    Outcome,
    Review,
    ReviewState,
    Stop,
)
from legalcase.model.deadlines.terms import (
    DeadlineTerms,
)

__all__ = [
    "DEADLINES",
    "Agreed",
    "Anchor",
    "Basis",
    "Computed",
    "Deadline",
    "DeadlineConfirmed",
    "DeadlineExtended",
    "DeadlineMet",
    "DeadlineMissed",
    "DeadlineMooted",
    "DeadlineQuestioned",
    "DeadlineReassigned",
    "DeadlineRecomputed",
    "DeadlineReopened",
    "DeadlineResumed",
    "DeadlineSet",
    "DeadlineStayed",
    "DeadlineTerms",
    "DeadlineVacated",
    "DeadlineWaived",
    "Derived",
    "DueDates",
    "Finding",
    "Met",
    "Ordered",
    "Outcome",
    "ReadingChosen",
    "Review",
    "ReviewState",
    "Stop",
]
