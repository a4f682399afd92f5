"""The core model of a case: the rooms that every case has."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from legalcase.kernel.rooms.model import Model as _Model
from legalcase.model.caseload.events import CaseOpened
from legalcase.model.caseload.facet import CASELOAD
from legalcase.model.charges.facet import CHARGES
from legalcase.model.claims.facet import CLAIMS
from legalcase.model.clocks.facet import CLOCKS
from legalcase.model.deadlines.facet import DEADLINES
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

if TYPE_CHECKING:
    from legalcase.kernel.rooms.facet import Facet

__all__ = ["Model"]


class Model(_Model):
    """Which rooms of a case a program knows: the core, and others beside it."""

    @classmethod
    def core(cls) -> Model:
        """Return the model that every case has; add to it with `with_facets`."""
        return _core()

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the rooms beside the core: the core is the same everywhere."""
        core = _core().facets
        if self.facets[: len(core)] != core:
            return super().__reduce__()
        return _with_core, self.facets[len(core) :]


@cache
def _core() -> Model:
    facets = (
        PEOPLE,
        DOCKET,
        CASELOAD,
        HEARINGS,
        CLOCKS,
        DEADLINES,
        TASKS,
        NOTES,
        ENGAGEMENT,
        STAGE,
        RECORDS,
        CLAIMS,
        CHARGES,
        DOCUMENTS,
        FILINGS,
        FACTS,
        PROPOSALS,
    )
    return Model("case", CaseOpened, facets)


def _with_core(*facets: Facet[Any]) -> Model:
    return _core().with_facets(*facets) if facets else _core()
