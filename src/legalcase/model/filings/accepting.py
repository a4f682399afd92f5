"""filing_accepted: the events by which a filing becomes an entry of the docket."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from legalcase.dates import as_date
from legalcase.kernel.events.ref import Ref
from legalcase.kernel.lines.recorded import Draft
from legalcase.model.docket.events import Filed
from legalcase.model.filings.events import FilingAccepted

if TYPE_CHECKING:
    from datetime import date

    from legalcase.kernel.events.event import Event
    from legalcase.kernel.events.label import Label
    from legalcase.kernel.register import Register
    from legalcase.model.filings.state import Filing

__all__ = ["HasFilings", "filing_accepted"]


class HasFilings(Protocol):
    """**Protocol:** a case, as far as it is asked for its filings."""

    @property
    def filings(self) -> Register[Filing]:
        """What is to be filed."""
        ...


def filing_accepted(
    case: HasFilings,
    filing_id: str,
    *,
    entry_id: str,
    filed_on: date,
    accepted_on: date | None = None,
    number: str | None = None,
    sequence: int | None = None,
    label: Label | None = None,
) -> tuple[Draft | Event, ...]:
    """Return the events by which the clerk takes a filing: `Filed`, `FilingAccepted`.

    A proposal: somebody records it, in one act. `entry_id` is the id that the entry of
    the docket gets, `filed_on` the day as of which it is filed, which is that of the
    submission or that of the acceptance as the court's rules have it: nobody can say
    it but the stamp. `accepted_on` is the day on which the clerk took it, the same if
    it is left out. Title, parties, papers and triggers are those of the filing; like
    every entry it is public, unless `label` says otherwise (it was filed under seal).
    Raises `UnknownNameError` for what is no filing.
    """
    filing = case.filings[filing_id]
    day = as_date(filed_on, "filed_on")
    taken = day if accepted_on is None else as_date(accepted_on, "accepted_on")
    filed = Filed(
        title=filing.title,
        by=filing.by,
        paper=filing.paper,
        triggers=filing.triggers,
        about=tuple(map(Ref.parse, filing.about)),
        documents=filing.documents,
        number=number,
        sequence=sequence,
        label=label,
        entered_on=taken if taken != day else None,
        happened_on=day,
    )
    accepted = FilingAccepted(filing_id=filing_id, entry_id=entry_id, happened_on=taken)
    return (Draft(filed, event_id=entry_id), accepted)
