"""Case: what a log has made of a case, as a frozen value without the list of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidTypeError
from legalcase.kernel.events.event import is_fenced_kind
from legalcase.kernel.folding.fold import fold
from legalcase.kernel.folding.folded import Folded, SetAside
from legalcase.model.agenda import Agenda, agenda_of
from legalcase.model.caseload.facet import CASELOAD
from legalcase.model.charges.facet import CHARGES
from legalcase.model.claims.facet import CLAIMS
from legalcase.model.clocks.facet import CLOCKS
from legalcase.model.core import Model as CoreModel
from legalcase.model.deadlines.beside import around_in
from legalcase.model.deadlines.facet import DEADLINES
from legalcase.model.deadlines.looking.dates import Around, dates_of
from legalcase.model.deadlines.looking.stretches import Stretches, stretches_of
from legalcase.model.docket.facet import DOCKET
from legalcase.model.documents.facet import DOCUMENTS
from legalcase.model.engagement.facet import ENGAGEMENT
from legalcase.model.facts.facet import FACTS
from legalcase.model.filings.facet import FILINGS
from legalcase.model.hearings.facet import HEARINGS
from legalcase.model.notes.facet import NOTES
from legalcase.model.people.facet import PEOPLE
from legalcase.model.proposals.facet import PROPOSALS
from legalcase.model.records.facet import RECORDS
from legalcase.model.stage.facet import STAGE
from legalcase.model.tasks.facet import TASKS
from legalcase.plain_data import PlainData, plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.kernel.register import Register
    from legalcase.kernel.rooms.facet import Facet
    from legalcase.kernel.rooms.model import Model
    from legalcase.model.caseload.state import Caseload, CaseStatus
    from legalcase.model.charges.state import Charge
    from legalcase.model.claims.state import Claim
    from legalcase.model.clocks.state import Clocks
    from legalcase.model.deadlines.due_dates import DueDates
    from legalcase.model.deadlines.state import Deadline
    from legalcase.model.docket.state import DocketEntry
    from legalcase.model.documents.state import Documents
    from legalcase.model.engagement.state import Engagement
    from legalcase.model.facts.state import EstablishedFact
    from legalcase.model.filings.state import Filing
    from legalcase.model.hearings.state import Hearing
    from legalcase.model.notes.state import Note
    from legalcase.model.people.state import People
    from legalcase.model.proposals.state import Declined
    from legalcase.model.records.state import Records
    from legalcase.model.stage.state import Stage
    from legalcase.model.tasks.state import Task

__all__ = ["Case"]

S = TypeVar("S")


def _check_folded(_: object, __: Attribute[Any], value: object) -> None:
    if not isinstance(value, Folded):
        msg = (
            f"A Case is made of its log, not of {type(value).__name__}. Use "
            "Case.from_events(log), or CaseFile.open(…) for a new one."
        )
        raise InvalidTypeError(msg, field="folded", value=None)


@frozen(repr=False)
class Case(PlainData):
    """A case as its events have made it: identity, version, and its rooms.

    `case[FACET]` is the state of a room; the rooms of the core have properties. Nothing
    here is ever changed: a `CaseFile` records.
    """

    folded: Folded = field(validator=_check_folded)
    _stretches: Stretches | None = field(default=None, init=False, eq=False, repr=False)

    @classmethod
    def from_events(
        cls,
        log: Iterable[Recorded],
        *,
        known_at: datetime | int | None = None,
        true_on: date | None = None,
        model: Model | None = None,
    ) -> Self:
        """Return the case that its log tells.

        With `known_at`, as it was known at that instant (inclusive) or up to the line
        of that number; with `true_on`, as it was on that day, by what is known: lines
        that follow only from something later are set aside. `model` is the core if it
        is left out. Raises `InvalidValueError` where the log has a gap, is of several
        cases or is empty (at that time), `UnknownEventError` for an event that may not
        be passed over, and what the event raises that cannot have happened.
        """
        folded = fold(
            model or CoreModel.core(), log, known_at=known_at, true_on=true_on
        )
        return cls(folded)

    def __getitem__(self, facet: Facet[S]) -> S:
        """Return the state of a room; raises `InvalidTypeError` for what is none."""
        return self.folded[facet]

    def has_room(self, facet: Facet[Any]) -> bool:
        """Tell whether it was read with a model that has a room."""
        return self.folded.has_room(facet)

    def __repr__(self) -> str:
        """Return id, version and status, and no word of what the case is about."""
        return f"<Case {self.case_id!r} version {self.version}, {self.status}>"

    def _repr_html_(self) -> str:
        from legalcase.model.case_table import case_table

        return case_table(self.folded).html()

    @property
    def case_id(self) -> str:
        """Its id."""
        return self.folded.stream.partition(":")[2]

    @property
    def version(self) -> int:
        """The number of the last line of its log."""
        return self.folded.number

    @property
    def recorded_at(self) -> datetime:
        """When the last line was recorded."""
        return self.folded.recorded_at

    @property
    def unread(self) -> tuple[str, ...]:
        """The kinds of events that were passed over, because no room knows them."""
        return self.folded.unread

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """The lines that did not hold on the day for which it was asked (`true_on`)."""
        return self.folded.set_aside

    @property
    def caseload(self) -> Caseload:
        """Where it stands with its court: caption, court, number, status, stays."""
        return self.folded[CASELOAD]

    @property
    def people(self) -> People:
        """Who takes part, and who represents whom."""
        return self.folded[PEOPLE]

    @property
    def docket(self) -> Register[DocketEntry]:
        """What stands in the court's file, by the ids of the events."""
        return self.folded[DOCKET]

    @property
    def documents(self) -> Documents:
        """Its papers and files, with their versions, by their ids."""
        return self.folded[DOCUMENTS]

    @property
    def filings(self) -> Register[Filing]:
        """What we file, from the draft on, by its ids."""
        return self.folded[FILINGS]

    @property
    def claims(self) -> Register[Claim]:
        """Who claims what against whom, by the ids of the claims."""
        return self.folded[CLAIMS]

    @property
    def charges(self) -> Register[Charge]:
        """The counts of which defendants are accused, by their ids."""
        return self.folded[CHARGES]

    @property
    def hearings(self) -> Register[Hearing]:
        """Hearings and trials, by their ids."""
        return self.folded[HEARINGS]

    @property
    def clocks(self) -> Clocks:
        """Statutory clocks, and the time that is excluded from them."""
        return self.folded[CLOCKS]

    @property
    def deadlines(self) -> Register[Deadline]:
        """What is due, by its ids."""
        return self.folded[DEADLINES]

    @property
    def tasks(self) -> Register[Task]:
        """What we do, by its ids."""
        return self.folded[TASKS]

    @property
    def notes(self) -> Register[Note]:
        """What stands in our own file, by its ids."""
        return self.folded[NOTES]

    @property
    def engagement(self) -> Engagement | None:
        """Where we stand with the client; ``None`` where nothing was said of it."""
        return self.folded[ENGAGEMENT]

    @property
    def stage(self) -> Stage | None:
        """How far the proceedings are; ``None`` where no table was adopted."""
        return self.folded[STAGE]

    @property
    def records(self) -> Records:
        """How the file is kept: holds, retention, what was destroyed."""
        return self.folded[RECORDS]

    def stage_of(self, party_id: str) -> str | None:
        """Return how far the proceedings are as to a party; see `stage`.

        Raises `UnknownNameError` for somebody who takes no part.
        """
        party = self.people.participants[party_id]
        return None if self.stage is None else self.stage.of(party.party_id)

    @property
    def facts(self) -> Register[EstablishedFact]:
        """What was found to be so, by the ids of the events that established it."""
        return self.folded[FACTS]

    @property
    def proposals(self) -> Register[Declined]:
        """Which deadlines of the law were declined, by the ids of the events."""
        return self.folded[PROPOSALS]

    @property
    def caption(self) -> str:
        """What it is called."""
        return self.caseload.caption

    @property
    def status(self) -> CaseStatus:
        """Where it stands with the court, as a whole."""
        return self.caseload.status

    @property
    def court(self) -> str | None:
        """The court's id; ``None`` before it is in any."""
        return self.caseload.court

    @property
    def number(self) -> str | None:
        """The court's number."""
        return self.caseload.number

    @property
    def forum(self) -> str | None:
        """The state in which the court sits, as the law's id."""
        return self.caseload.forum

    def around(self) -> Around:
        """Return what gives deadlines their days."""
        return around_in(self.folded)

    def dates(self, deadline_id: str) -> DueDates:
        """Return when a deadline is due, safely due, and shown on calendars."""
        return dates_of(self.around(), self.deadlines[deadline_id])

    def stretches(self) -> Stretches:
        """Return between which days its open deadlines lie, worked out once.

        For who looks through many cases: a day outside bears on none of them.
        """
        # Idempotent: two threads that ask at once find the same.
        found = self._stretches
        if found is None:
            found = stretches_of(self.deadlines)
            object.__setattr__(self, "_stretches", found)
        return found

    def agenda(self) -> Agenda:
        """Return deadlines, hearings and tasks in the order of the dates shown."""
        return agenda_of(self.folded)

    def to_dict(self) -> dict[str, Any]:
        """Return id, version and every room as plain JSON types, but what is fenced."""
        rooms = {
            name: _room(state)
            for name, state in self.folded.rooms.items()
            if not is_fenced_kind(name)
        }
        return {
            "case_id": self.case_id,
            "version": self.version,
            "recorded_at": plain(self.recorded_at),
            "unread": list(self.unread),
            **rooms,
        }


def _room(state: object) -> Any:
    from legalcase.kernel.register import Register

    return (
        [plain(one) for one in state] if isinstance(state, Register) else plain(state)
    )
