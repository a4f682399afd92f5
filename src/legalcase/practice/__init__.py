"""The work of a case: rooms that a case may have beside those of the core.

`MODEL` is the model with all of them: ``CaseFile.open(…, model=practice.MODEL)``, and
the same for a store. Each room stands alone: `Model.core().with_facets(TEAM, …)` has
only those that are named. Whoever reads such a case without a room passes over its
lines, and `case.unread` names them; nothing of the core depends on them.
"""

# What each room has to offer stands in the room; here it is gathered.
from typing import TYPE_CHECKING

from legalcase.near import no_such_name
from legalcase.practice import (
    assessments,
    communications,
    complexity,
    conflict_checks,
    consents,
    feedback,
    intake,
    meetings,
    needs,
    objectives,
    plan,
    problems,
    settlement,
    suggestions,
    team,
)
from legalcase.practice.areas import AREAS
from legalcase.practice.assessments import *
from legalcase.practice.communications import *
from legalcase.practice.complexity import *
from legalcase.practice.conflict_checks import *
from legalcase.practice.consents import *
from legalcase.practice.feedback import *
from legalcase.practice.intake import *
from legalcase.practice.meetings import *
from legalcase.practice.needs import *
from legalcase.practice.objectives import *
from legalcase.practice.plan import *
from legalcase.practice.problems import *
from legalcase.practice.proof import disclosure, evidence, witnesses
from legalcase.practice.proof.disclosure import *
from legalcase.practice.proof.evidence import *
from legalcase.practice.proof.witnesses import *
from legalcase.practice.rooms import (
    MODEL,
    ROOMS,
)
from legalcase.practice.settlement import *
from legalcase.practice.suggestions import *
from legalcase.practice.team import *

__all__ = ["AREAS", "MODEL", "ROOMS"]
__all__ += assessments.__all__
__all__ += communications.__all__
__all__ += complexity.__all__
__all__ += conflict_checks.__all__
__all__ += consents.__all__
__all__ += feedback.__all__
__all__ += intake.__all__
__all__ += meetings.__all__
__all__ += needs.__all__
__all__ += objectives.__all__
__all__ += plan.__all__
__all__ += problems.__all__
__all__ += suggestions.__all__
__all__ += disclosure.__all__
__all__ += evidence.__all__
__all__ += witnesses.__all__
__all__ += settlement.__all__
__all__ += team.__all__


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        raise no_such_name(__name__, name, __all__)
