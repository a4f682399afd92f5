"""The case: what happens to it, what becomes of it, and what one works with."""

from legalcase.kernel.spell import (
    Spell,
)
from legalcase.model.agenda import (
    Agenda,
    AgendaItem,
)
from legalcase.model.case import (
    Case,
)
from legalcase.model.case_file import (
    CaseFile,
)
from legalcase.model.caseload.events import (
    AppealTaken,
    CaptionChanged,
    CaseClosed,
    CaseDisposed,
    CaseLinked,
    CaseOpened,
    CaseReactivated,
    CaseReopened,
    CasesConsolidated,
    CaseSevered,
    CaseStayed,
    CaseTransferred,
    CaseUnlinked,
    CourtAssigned,
    JudgeAssigned,
    JudgeRelieved,
    NumberAssigned,
)
from legalcase.model.caseload.facet import (
    CASELOAD,
)
from legalcase.model.caseload.state import (
    Caseload,
    CaseStatus,
    Change,
    Link,
    Seat,
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
from legalcase.model.charges.facet import (
    CHARGES,
)
from legalcase.model.charges.state import (
    Charge,
    ChargeState,
    ChargeStep,
    Sentence,
    charges_of,
)
from legalcase.model.claims.adversity import (
    adverse_by_claim,
    adverse_parties,
)
from legalcase.model.claims.events import (
    ClaimAmended,
    ClaimDisposed,
    ClaimReinstated,
    ClaimStated,
)
from legalcase.model.claims.facet import (
    CLAIMS,
)
from legalcase.model.claims.state import (
    Claim,
    ClaimEnd,
    ClaimSides,
    ClaimState,
)
from legalcase.model.clocks.events import (
    ClockEnded,
    ClockEvent,
    ClockLengthened,
    ClockSevered,
    ClocksJoined,
    ClockStarted,
    ClockWaived,
    ExclusionEnded,
    ExclusionRecorded,
    ExclusionSetAside,
)
from legalcase.model.clocks.facet import (
    CLOCKS,
)
from legalcase.model.clocks.state import (
    CaseClock,
    Clocks,
    ExcludedTime,
    Joinder,
)
from legalcase.model.core import (
    Model,
)
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
from legalcase.model.docket.facet import (
    DOCKET,
)
from legalcase.model.docket.service import (
    ServiceShown,
    service_of,
    service_proved,
    services_unproved,
)
from legalcase.model.docket.state import (
    DocketEntry,
    Proof,
)
from legalcase.model.documents.asking import (
    Duplicate,
    MissingDocument,
    Place,
    RequiredDocument,
    duplicates,
    missing,
)
from legalcase.model.documents.content import (
    Content,
)
from legalcase.model.documents.events import (
    DocumentCreated,
    DocumentLinked,
    DocumentProduced,
    DocumentReceived,
    DocumentRelabelled,
    DocumentSuperseded,
    DocumentVersionAdded,
)
from legalcase.model.documents.facet import (
    DOCUMENTS,
)
from legalcase.model.documents.state import (
    Document,
    Documents,
    DocumentVersion,
    Production,
)
from legalcase.model.engagement.events import (
    ConflictReviewBegun,
    ConflictReviewCleared,
    Engaged,
    EngagementClosed,
    EngagementClosingBegun,
    EngagementDeclined,
    EngagementOpened,
    EngagementPutOnHold,
    EngagementReopened,
    EngagementResumed,
    EngagementTermsChanged,
    InquiryMade,
)
from legalcase.model.engagement.facet import (
    ENGAGEMENT,
)
from legalcase.model.engagement.state import (
    ConflictReview,
    Engagement,
    EngagementChange,
    EngagementStatus,
)
from legalcase.model.facts.events import (
    FactEstablished,
)
from legalcase.model.facts.facet import (
    FACTS,
)
from legalcase.model.facts.state import (
    EstablishedFact,
)
from legalcase.model.fields.facet import (
    fields_room,
)
from legalcase.model.fields.state import (
    FieldChange,
    Fields,
    FieldValue,
)
from legalcase.model.filings.accepting import (
    filing_accepted,
)
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
from legalcase.model.filings.facet import (
    FILINGS,
)
from legalcase.model.filings.state import (
    Filing,
    FilingState,
    Submission,
)
from legalcase.model.hearings.certainty import (
    trial_settings,
)
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
from legalcase.model.hearings.facet import (
    HEARINGS,
)
from legalcase.model.hearings.needs import (
    unmet,
)
from legalcase.model.hearings.state import (
    Continuance,
    Hearing,
    HearingNeed,
    HearingState,
    NeedMet,
    NeedState,
    Setting,
)
from legalcase.model.linking import (
    CaseLinks,
    Linked,
    LinkFinding,
    links,
)
from legalcase.model.linting import (
    Misword,
    lint,
)
from legalcase.model.notes.events import (
    NoteAdded,
)
from legalcase.model.notes.facet import (
    NOTES,
)
from legalcase.model.notes.state import (
    Note,
)
from legalcase.model.people.events import (
    AppearedProSe,
    BecameClient,
    CeasedAsClient,
    CounselAppeared,
    CounselReinstated,
    CounselSubstituted,
    CounselSuspended,
    CounselTerminated,
    CounselWithdrew,
    IncapacityEnded,
    IncapacityFound,
    PartyJoined,
    PartyLeft,
    RoleEnded,
    RoleTaken,
)
from legalcase.model.people.facet import (
    PEOPLE,
)
from legalcase.model.people.findings import (
    PeopleFinding,
    people_findings,
)
from legalcase.model.people.naming import (
    display_name,
)
from legalcase.model.people.service import (
    ServedThrough,
    ServiceList,
    ServiceRow,
    service_list,
)
from legalcase.model.people.state import (
    Incapacity,
    Participant,
    People,
    Representation,
    Represented,
    RoleHeld,
)
from legalcase.model.possible import (
    Possibilities,
    Possible,
)
from legalcase.model.proposals.events import (
    ProposalDeclined,
)
from legalcase.model.proposals.facet import (
    PROPOSALS,
)
from legalcase.model.proposals.state import (
    Declined,
)
from legalcase.model.records.events import (
    CustodiansAdded,
    LegalHoldAcknowledged,
    LegalHoldIssued,
    LegalHoldReleased,
    PropertyDistributed,
    RecordDestroyed,
    RecordLost,
    RetentionSet,
)
from legalcase.model.records.facet import (
    RECORDS,
)
from legalcase.model.records.state import (
    Acknowledgement,
    LegalHold,
    Records,
    RecordsStatus,
    Retention,
    Tombstone,
)
from legalcase.model.stage.diagram import (
    lifecycle_of,
)
from legalcase.model.stage.events import (
    StageEntered,
    StageTableAdopted,
)
from legalcase.model.stage.facet import (
    STAGE,
)
from legalcase.model.stage.state import (
    Stage,
    StageChange,
)
from legalcase.model.stage.table import (
    StageMove,
    StageNeed,
    StageTable,
)
from legalcase.model.task_questions import (
    deadlines_met_by,
    next_task,
    ready_tasks,
    task_findings,
    tasks_to_give_up,
)
from legalcase.model.tasks.events import (
    TaskCompleted,
    TaskDisabled,
    TaskEnabled,
    TaskFailed,
    TaskPlanned,
    TaskReassigned,
    TaskReopened,
    TaskRescheduled,
    TaskResumed,
    TaskSequenced,
    TaskStarted,
    TaskSuspended,
    TaskTerminated,
    TaskWaived,
)
from legalcase.model.tasks.facet import (
    TASKS,
)
from legalcase.model.tasks.findings import (
    TaskFinding,
)
from legalcase.model.tasks.item import (
    TaskItem,
)
from legalcase.model.tasks.state import (
    Task,
    TaskAssignment,
    TaskEnd,
    TaskHold,
    TaskState,
    TaskStep,
)
from legalcase.model.tasks.terms import (
    Repeats,
    TaskTerms,
)

__all__ = [
    "CASELOAD",
    "CHARGES",
    "CLAIMS",
    "CLOCKS",
    "DEADLINES",
    "DOCKET",
    "DOCUMENTS",
    "ENGAGEMENT",
    "FACTS",
    "FILINGS",
    "HEARINGS",
    "NOTES",
    "PEOPLE",
    "PROPOSALS",
    "RECORDS",
    "STAGE",
    "TASKS",
    "Acknowledgement",
    "Agenda",
    "AgendaItem",
    "Agreed",
    "Anchor",
    "AppealTaken",
    "AppearedProSe",
    "Basis",
    "BecameClient",
    "CaptionChanged",
    "Case",
    "CaseClock",
    "CaseClosed",
    "CaseDisposed",
    "CaseFile",
    "CaseLinked",
    "CaseLinks",
    "CaseOpened",
    "CaseReactivated",
    "CaseReopened",
    "CaseSevered",
    "CaseStatus",
    "CaseStayed",
    "CaseTransferred",
    "CaseUnlinked",
    "Caseload",
    "CasesConsolidated",
    "CeasedAsClient",
    "Change",
    "Charge",
    "ChargeDisposed",
    "ChargeState",
    "ChargeStep",
    "Charged",
    "ChargesRevived",
    "ChargesSuperseded",
    "Claim",
    "ClaimAmended",
    "ClaimDisposed",
    "ClaimEnd",
    "ClaimReinstated",
    "ClaimSides",
    "ClaimState",
    "ClaimStated",
    "ClockEnded",
    "ClockEvent",
    "ClockLengthened",
    "ClockSevered",
    "ClockStarted",
    "ClockWaived",
    "Clocks",
    "ClocksJoined",
    "Computed",
    "ConflictReview",
    "ConflictReviewBegun",
    "ConflictReviewCleared",
    "Content",
    "Continuance",
    "CounselAppeared",
    "CounselReinstated",
    "CounselSubstituted",
    "CounselSuspended",
    "CounselTerminated",
    "CounselWithdrew",
    "CourtAssigned",
    "CustodiansAdded",
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
    "Document",
    "DocumentCreated",
    "DocumentLinked",
    "DocumentProduced",
    "DocumentReceived",
    "DocumentRelabelled",
    "DocumentSuperseded",
    "DocumentVersion",
    "DocumentVersionAdded",
    "Documents",
    "DueDates",
    "Duplicate",
    "Engaged",
    "Engagement",
    "EngagementChange",
    "EngagementClosed",
    "EngagementClosingBegun",
    "EngagementDeclined",
    "EngagementOpened",
    "EngagementPutOnHold",
    "EngagementReopened",
    "EngagementResumed",
    "EngagementStatus",
    "EngagementTermsChanged",
    "EntrySealed",
    "EntryStruck",
    "EntryUnsealed",
    "EstablishedFact",
    "ExcludedTime",
    "ExclusionEnded",
    "ExclusionRecorded",
    "ExclusionSetAside",
    "FactEstablished",
    "FieldChange",
    "FieldValue",
    "Fields",
    "Filed",
    "Filing",
    "FilingAbandoned",
    "FilingAccepted",
    "FilingDrafted",
    "FilingRejected",
    "FilingReturned",
    "FilingSentForReview",
    "FilingSigned",
    "FilingState",
    "FilingSubmitted",
    "Finding",
    "Hearing",
    "HearingContinued",
    "HearingHeld",
    "HearingNeed",
    "HearingNeedDropped",
    "HearingNeedFailed",
    "HearingNeedMet",
    "HearingNeedStated",
    "HearingNotAttended",
    "HearingPlaceChanged",
    "HearingSet",
    "HearingState",
    "HearingVacated",
    "Incapacity",
    "IncapacityEnded",
    "IncapacityFound",
    "InquiryMade",
    "Joinder",
    "JudgeAssigned",
    "JudgeRelieved",
    "JudgmentEntered",
    "LegalHold",
    "LegalHoldAcknowledged",
    "LegalHoldIssued",
    "LegalHoldReleased",
    "Link",
    "LinkFinding",
    "Linked",
    "Met",
    "MissingDocument",
    "Misword",
    "Model",
    "NeedMet",
    "NeedState",
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
    "PeopleFinding",
    "Place",
    "PleaEntered",
    "PleaWithdrawn",
    "Possibilities",
    "Possible",
    "Production",
    "Proof",
    "ProofOfServiceFiled",
    "PropertyDistributed",
    "ProposalDeclined",
    "ReadingChosen",
    "RecordDestroyed",
    "RecordLost",
    "Records",
    "RecordsStatus",
    "Repeats",
    "Representation",
    "Represented",
    "RequiredDocument",
    "Retention",
    "RetentionSet",
    "Review",
    "ReviewState",
    "RoleEnded",
    "RoleHeld",
    "RoleTaken",
    "Seat",
    "Sentence",
    "SentenceImposed",
    "Served",
    "ServedThrough",
    "ServiceList",
    "ServiceQuashed",
    "ServiceRow",
    "ServiceShown",
    "Setting",
    "Sitting",
    "Spell",
    "Stage",
    "StageChange",
    "StageEntered",
    "StageMove",
    "StageNeed",
    "StageTable",
    "StageTableAdopted",
    "Stay",
    "Stop",
    "Submission",
    "Task",
    "TaskAssignment",
    "TaskCompleted",
    "TaskDisabled",
    "TaskEnabled",
    "TaskEnd",
    "TaskFailed",
    "TaskFinding",
    "TaskHold",
    "TaskItem",
    "TaskPlanned",
    "TaskReassigned",
    "TaskReopened",
    "TaskRescheduled",
    "TaskResumed",
    "TaskSequenced",
    "TaskStarted",
    "TaskState",
    "TaskStep",
    "TaskSuspended",
    "TaskTerminated",
    "TaskTerms",
    "TaskWaived",
    "Tombstone",
    "VerdictReturned",
    "adverse_by_claim",
    "adverse_parties",
    "charges_of",
    "deadlines_met_by",
    "display_name",
    "duplicates",
    "fields_room",
    "filing_accepted",
    "lifecycle_of",
    "links",
    "lint",
    "missing",
    "next_task",
    "people_findings",
    "ready_tasks",
    "service_list",
    "service_of",
    "service_proved",
    "services_unproved",
    "task_findings",
    "tasks_to_give_up",
    "trial_settings",
    "unmet",
]
