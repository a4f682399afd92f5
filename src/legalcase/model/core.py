"""The core model of a case: the rooms that every case has."""

from __future__ import annotations

from functools import cache

from legalcase.kernel.model import Model as _Model
from legalcase.model.caseload.events import CaseOpened
from legalcase.model.caseload.facet import CASELOAD
from legalcase.model.deadlines.facet import DEADLINES
from legalcase.model.docket.facet import DOCKET
from legalcase.model.hearings.facet import HEARINGS
from legalcase.model.notes.facet import NOTES
from legalcase.model.people.facet import PEOPLE

__all__ = ["Model"]


class Model(_Model):
    """Which rooms of a case a program knows: the core, and others beside it."""

    @classmethod
    def core(cls) -> Model:
        """Return the model that every case has; add to it with `with_facets`."""
        return _core()


@cache
def _core() -> Model:
    facets = (PEOPLE, DOCKET, CASELOAD, HEARINGS, DEADLINES, NOTES)
    return Model("case", CaseOpened, facets)
