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
from legalcase.model.charges.events import (
    Charged,
    ChargeDisposed,
    ChargesRevived,
    ChargesSuperseded,
    PleaEntered,
    PleaWithdrawn,
    SentenceImposed,
    VerdictReturned,
)
from legalcase.model.charges.facet import CHARGES
from legalcase.model.charges.state import (
    Charge,
    ChargeState,
    ChargeStep,
    Sentence,
    charges_of,
)
from legalcase.model.claims.adversity import adverse_by_claim, adverse_parties
from legalcase.model.claims.events import (
    ClaimAmended,
    ClaimDisposed,
    ClaimReinstated,
    ClaimStated,
)
from legalcase.model.claims.facet import CLAIMS
from legalcase.model.claims.state import Claim, ClaimEnd, ClaimSides, ClaimState
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
    ProofOfServiceFiled,
    Served,
    ServiceQuashed,
)
from legalcase.model.docket.facet import DOCKET
from legalcase.model.docket.service import (
    ServiceShown,
    service_of,
    service_proved,
    services_unproved,
)
from legalcase.model.docket.state import DocketEntry, Proof
from legalcase.model.documents.asking import (
    Duplicate,
    MissingDocument,
    Place,
    RequiredDocument,
    duplicates,
    missing,
)
from legalcase.model.documents.content import Content
from legalcase.model.documents.events import (
    DocumentCreated,
    DocumentLinked,
    DocumentProduced,
    DocumentReceived,
    DocumentRelabelled,
    DocumentSuperseded,
    DocumentVersionAdded,
)
from legalcase.model.documents.facet import DOCUMENTS
from legalcase.model.documents.state import (
    Document,
    Documents,
    DocumentVersion,
    Production,
)
from legalcase.model.fields.facet import fields_room
from legalcase.model.fields.state import FieldChange, Fields, FieldValue
from legalcase.model.filings.accepting import filing_accepted
from legalcase.model.filings.events import (
    FilingAbandoned,
    FilingAccepted,
    FilingDrafted,
    FilingRejected,
    FilingReturned,
    FilingSentForReview,
    FilingSigned,
    FilingSubmitted,
)
from legalcase.model.filings.facet import FILINGS
from legalcase.model.filings.state import Filing, FilingState, Submission
from legalcase.model.hearings.certainty import trial_settings
from legalcase.model.hearings.events import (
    HearingContinued,
    HearingHeld,
    HearingNeedDropped,
    HearingNeedFailed,
    HearingNeedMet,
    HearingNeedStated,
    HearingNotAttended,
    HearingPlaceChanged,
    HearingSet,
    HearingVacated,
)
from legalcase.model.hearings.facet import HEARINGS
from legalcase.model.hearings.needs import unmet
from legalcase.model.hearings.state import (
    Continuance,
    Hearing,
    HearingNeed,
    HearingState,
    NeedMet,
    NeedState,
    Setting,
)
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

# fmt: off
__all__ = [
    "CASELOAD", "CHARGES", "CLAIMS", "DEADLINES", "DOCKET", "DOCUMENTS", "FILINGS",
    "HEARINGS", "NOTES", "PEOPLE", "Agenda", "AgendaItem", "Agreed", "Anchor",
    "AppealTaken", "Basis", "CaptionChanged", "Case", "CaseClosed", "CaseDisposed",
    "CaseFile", "CaseOpened", "CaseReactivated", "CaseReopened", "CaseSevered",
    "CaseStatus", "CaseStayed", "CaseTransferred", "Caseload", "CasesConsolidated",
    "Change", "Charge", "ChargeDisposed", "ChargeState", "ChargeStep", "Charged",
    "ChargesRevived", "ChargesSuperseded", "Claim", "ClaimAmended", "ClaimDisposed",
    "ClaimEnd", "ClaimReinstated", "ClaimSides", "ClaimState", "ClaimStated",
    "Computed", "Content", "Continuance", "CounselAppeared", "CounselWithdrew",
    "CourtAssigned", "Deadline", "DeadlineConfirmed", "DeadlineExtended",
    "DeadlineMet", "DeadlineMissed", "DeadlineMooted", "DeadlineQuestioned",
    "DeadlineRecomputed", "DeadlineReopened", "DeadlineResumed", "DeadlineSet",
    "DeadlineStayed", "DeadlineTerms", "DeadlineVacated", "DeadlineWaived",
    "Derived", "DocketEntry", "Document", "DocumentCreated", "DocumentLinked",
    "DocumentProduced", "DocumentReceived", "DocumentRelabelled",
    "DocumentSuperseded", "DocumentVersion", "DocumentVersionAdded", "Documents",
    "DueDates", "Duplicate", "EntrySealed", "EntryStruck", "EntryUnsealed",
    "FieldChange", "FieldValue", "Fields", "Filed", "Filing", "FilingAbandoned",
    "FilingAccepted", "FilingDrafted", "FilingRejected", "FilingReturned",
    "FilingSentForReview", "FilingSigned", "FilingState", "FilingSubmitted",
    "Finding", "Hearing", "HearingContinued", "HearingHeld", "HearingNeed",
    "HearingNeedDropped", "HearingNeedFailed", "HearingNeedMet",
    "HearingNeedStated", "HearingNotAttended", "HearingPlaceChanged", "HearingSet",
    "HearingState", "HearingVacated", "JudgeAssigned", "JudgmentEntered", "Link",
    "Met", "MissingDocument", "Misword", "Model", "NeedMet", "NeedState", "Note",
    "NoteAdded", "NumberAssigned", "OrderEntered", "OrderVacated", "Ordered",
    "Outcome", "Participant", "PartyJoined", "PartyLeft", "People", "Place",
    "PleaEntered", "PleaWithdrawn", "Possibilities", "Possible", "Production",
    "Proof", "ProofOfServiceFiled", "ReadingChosen", "Representation",
    "Represented", "RequiredDocument", "Review", "ReviewState", "RoleEnded",
    "RoleHeld", "RoleTaken", "Sentence", "SentenceImposed", "Served",
    "ServiceQuashed", "ServiceShown", "Setting", "Sitting", "Spell", "Stay", "Stop",
    "Submission", "VerdictReturned", "adverse_by_claim", "adverse_parties",
    "charges_of", "duplicates", "fields_room", "filing_accepted", "lint", "missing",
    "service_of", "service_proved", "services_unproved", "trial_settings", "unmet",
]
# fmt: on
