"""What only a new line of a case has to pass: its day, and the law's vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.errors import InvalidValueError, UnknownNameError
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.local_time import put_by_court_clock
from legalcase.kernel.folding import recording
from legalcase.kernel.lines.correction import Corrected
from legalcase.model.caseload.events import CaseOpened, CaseTransferred, CourtAssigned
from legalcase.model.caseload.facet import CASELOAD
from legalcase.model.clocks.facet import CLOCKS
from legalcase.model.vocabulary import check_basis_of, check_words, why_not

if TYPE_CHECKING:
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.law.lawbook import Law

__all__ = ["check_new", "recorded"]


def recorded(
    folded: Folded, line: Recorded, law: Law | None
) -> tuple[Folded, Recorded]:
    """Fold a new line, after the checks that only a new line has to pass.

    Returns the line as it is recorded, too: by a law, with its instants by the clock
    of the case's court.
    """
    line = _by_law(line, law, folded)
    return recording.recorded(folded, line), line


def check_new(line: Recorded, law: Law | None, folded: Folded | None) -> Recorded:
    """Refuse a day that has not come, and, by a law, words that it does not know.

    Returns the line as it is recorded; `folded` is the case, if it is open already.
    """
    recording.check_day(line)
    return _by_law(line, law, folded)


def _by_law(line: Recorded, law: Law | None, folded: Folded | None) -> Recorded:
    if law is None:
        return line
    said = line.event
    event = said.event if isinstance(said, Corrected) else said
    check_words(event, law)
    _check_label(line, law)
    if folded is not None:
        check_basis_of(event, law, folded[CLOCKS])
    zones = _zones(event, law, folded)
    if not zones or not isinstance(event, Event):
        return line
    local = put_by_court_clock(event, zones)
    if local is event:
        return line
    if isinstance(said, Corrected):
        return evolve(line, event=evolve(said, event=local))
    return evolve(line, event=local)


def _check_label(line: Recorded, law: Law) -> None:
    """Refuse a label of a line whose ground is no word of the vocabulary."""
    ground = None if line.label is None else line.label.ground
    why = None if ground is None else why_not(law, "ground", ground)
    if why is not None:
        raise InvalidValueError(why, field="label.ground", value=ground)


def _zones(event: object, law: Law, folded: Folded | None) -> tuple[str, ...]:
    """Return the zones of the court in which the case is after an event."""
    court = None
    if isinstance(event, CaseOpened | CourtAssigned | CaseTransferred):
        court = event.court
    elif folded is not None:
        court = folded[CASELOAD].court
    if court is None:
        return ()
    try:
        return law.court(court).zones
    except UnknownNameError:  # not entered: nobody knows its clock
        return ()
