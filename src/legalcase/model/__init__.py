"""The case: what happens to it, what becomes of it, and what one works with."""

from legalcase.model.agenda import Agenda, AgendaItem
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.model.caseload.events import (
    AppealTaken,
    CaptionChanged,
    CaseClosed,
    CaseDisposed,
    CaseOpened,
    CaseReactivated,
    CaseReopened,
    CasesConsolidated,
    CaseSevered,
    CaseStayed,
    CaseTransferred,
    CourtAssigned,
    JudgeAssigned,
    NumberAssigned,
)
from legalcase.model.caseload.facet import CASELOAD
from legalcase.model.caseload.state import (
    Caseload,
    CaseStatus,
    Change,
    Link,
    Sitting,
    Stay,
)
from legalcase.model.core import Model
from legalcase.model.deadlines.basis import (
    Agreed,
    Anchor,
    Basis,
    Computed,
    Derived,
    Ordered,
)
from legalcase.model.deadlines.due_dates import DueDates
from legalcase.model.deadlines.events import (
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlineMooted,
    DeadlineQuestioned,
    DeadlineRecomputed,
    DeadlineReopened,
    DeadlineResumed,
    DeadlineSet,
    DeadlineStayed,
    DeadlineVacated,
    DeadlineWaived,
    ReadingChosen,
)
from legalcase.model.deadlines.facet import DEADLINES
from legalcase.model.deadlines.state import (
    Deadline,
    Finding,
    Met,
    Outcome,
    Review,
    ReviewState,
    Stop,
)
from legalcase.model.deadlines.terms import DeadlineTerms
from legalcase.model.docket.events import (
    EntrySealed,
    EntryStruck,
    EntryUnsealed,
    Filed,
    JudgmentEntered,
    OrderEntered,
    OrderVacated,
    Served,
)
from legalcase.model.docket.facet import DOCKET
from legalcase.model.docket.state import DocketEntry
from legalcase.model.facts.events import FactEstablished
from legalcase.model.facts.facet import FACTS
from legalcase.model.facts.state import EstablishedFact
from legalcase.model.fields.facet import fields_room
from legalcase.model.fields.state import FieldChange, Fields, FieldValue
from legalcase.model.hearings.events import (
    HearingContinued,
    HearingHeld,
    HearingSet,
    HearingVacated,
)
from legalcase.model.hearings.facet import HEARINGS
from legalcase.model.hearings.state import Hearing, HearingState
from legalcase.model.linting import Misword, lint
from legalcase.model.notes.events import NoteAdded
from legalcase.model.notes.facet import NOTES
from legalcase.model.notes.state import Note
from legalcase.model.people.events import (
    CounselAppeared,
    CounselWithdrew,
    PartyJoined,
    PartyLeft,
    RoleEnded,
    RoleTaken,
)
from legalcase.model.people.facet import PEOPLE
from legalcase.model.people.state import (
    Participant,
    People,
    Representation,
    Represented,
    RoleHeld,
    Spell,
)
from legalcase.model.possible import Possibilities, Possible
from legalcase.model.proposals.events import ProposalDeclined
from legalcase.model.proposals.facet import PROPOSALS
from legalcase.model.proposals.state import Declined

__all__ = [
    "CASELOAD",
    "DEADLINES",
    "DOCKET",
    "FACTS",
    "HEARINGS",
    "NOTES",
    "PEOPLE",
    "PROPOSALS",
    "Agenda",
    "AgendaItem",
    "Agreed",
    "Anchor",
    "AppealTaken",
    "Basis",
    "CaptionChanged",
    "Case",
    "CaseClosed",
    "CaseDisposed",
    "CaseFile",
    "CaseOpened",
    "CaseReactivated",
    "CaseReopened",
    "CaseSevered",
    "CaseStatus",
    "CaseStayed",
    "CaseTransferred",
    "Caseload",
    "CasesConsolidated",
    "Change",
    "Computed",
    "CounselAppeared",
    "CounselWithdrew",
    "CourtAssigned",
    "Deadline",
    "DeadlineConfirmed",
    "DeadlineExtended",
    "DeadlineMet",
    "DeadlineMissed",
    "DeadlineMooted",
    "DeadlineQuestioned",
    "DeadlineRecomputed",
    "DeadlineReopened",
    "DeadlineResumed",
    "DeadlineSet",
    "DeadlineStayed",
    "DeadlineTerms",
    "DeadlineVacated",
    "DeadlineWaived",
    "Declined",
    "Derived",
    "DocketEntry",
    "DueDates",
    "EntrySealed",
    "EntryStruck",
    "EntryUnsealed",
    "EstablishedFact",
    "FactEstablished",
    "FieldChange",
    "FieldValue",
    "Fields",
    "Filed",
    "Finding",
    "Hearing",
    "HearingContinued",
    "HearingHeld",
    "HearingSet",
    "HearingState",
    "HearingVacated",
    "JudgeAssigned",
    "JudgmentEntered",
    "Link",
    "Met",
    "Misword",
    "Model",
    "Note",
    "NoteAdded",
    "NumberAssigned",
    "OrderEntered",
    "OrderVacated",
    "Ordered",
    "Outcome",
    "Participant",
    "PartyJoined",
    "PartyLeft",
    "People",
    "Possibilities",
    "Possible",
    "ProposalDeclined",
    "ReadingChosen",
    "Representation",
    "Represented",
    "Review",
    "ReviewState",
    "RoleEnded",
    "RoleHeld",
    "RoleTaken",
    "Served",
    "Sitting",
    "Spell",
    "Stay",
    "Stop",
    "fields_room",
    "lint",
]
