"""The case: what happens to it, what becomes of it, and what one works with.

A `CaseFile` is opened with a `CaseOpened` and records events. Those most used are, by
what they are about:

the case      `CaseOpened`, `CourtAssigned`, `NumberAssigned`, `CaseStayed`,
              `CaseReactivated`, `CaseDisposed`
people        `PartyJoined`, `RoleTaken`, `PartyLeft`, `CounselAppeared`
the docket    `Filed`, `Served`, `OrderEntered`, `JudgmentEntered`, `EntryStruck`
hearings      `HearingSet`, `HearingContinued`, `HearingHeld`, `HearingVacated`
deadlines     `DeadlineSet`, `DeadlineConfirmed`, `DeadlineExtended`, `DeadlineMet`
tasks, facts  `TaskPlanned`, `TaskCompleted`, `FactEstablished`, `NoteAdded`

Each has the day, `happened_on`, and its own terms: ``help(legalcase.model.Served)``.
`file.possible(by=…, at=…)` lists what may happen next in a case.
"""

# What each room has to offer stands in the room; here it is gathered.
from typing import TYPE_CHECKING

from legalcase.kernel.events.spell import (
    Spell,
)
from legalcase.model import (
    caseload,
    charges,
    claims,
    clocks,
    deadlines,
    docket,
    documents,
    engagement,
    facts,
    fields,
    filings,
    hearings,
    notes,
    people,
    proposals,
    records,
    stage,
    tasks,
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
from legalcase.model.caseload import *
from legalcase.model.charges import *
from legalcase.model.claims import *
from legalcase.model.clocks import *
from legalcase.model.core import (
    Model,
)
from legalcase.model.deadlines import *
from legalcase.model.docket import *
from legalcase.model.documents import *
from legalcase.model.engagement import *
from legalcase.model.facts import *
from legalcase.model.fields import *
from legalcase.model.filings import *
from legalcase.model.hearings import *
from legalcase.model.holding import HoldNaming, holds_naming
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
from legalcase.model.notes import *
from legalcase.model.people import *
from legalcase.model.possible import (
    Possibilities,
    Possible,
)
from legalcase.model.proposals import *
from legalcase.model.records import *
from legalcase.model.stage import *
from legalcase.model.task_questions import (
    deadlines_met_by,
    next_task,
    ready_tasks,
    task_findings,
    tasks_to_give_up,
)
from legalcase.model.tasks import *
from legalcase.near import no_such_name

__all__ = [
    "Agenda",
    "AgendaItem",
    "Case",
    "CaseFile",
    "CaseLinks",
    "HoldNaming",
    "LinkFinding",
    "Linked",
    "Misword",
    "Model",
    "Possibilities",
    "Possible",
    "Spell",
    "deadlines_met_by",
    "holds_naming",
    "links",
    "lint",
    "next_task",
    "ready_tasks",
    "task_findings",
    "tasks_to_give_up",
]
__all__ += caseload.__all__
__all__ += charges.__all__
__all__ += claims.__all__
__all__ += clocks.__all__
__all__ += deadlines.__all__
__all__ += docket.__all__
__all__ += documents.__all__
__all__ += engagement.__all__
__all__ += facts.__all__
__all__ += fields.__all__
__all__ += filings.__all__
__all__ += hearings.__all__
__all__ += notes.__all__
__all__ += people.__all__
__all__ += proposals.__all__
__all__ += records.__all__
__all__ += stage.__all__
__all__ += tasks.__all__


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
