"""Stage: how far the proceedings are, for the case and for each party, by a table."""

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

__all__ = [
    "STAGE",
    "Stage",
    "StageChange",
    "StageEntered",
    "StageMove",
    "StageNeed",
    "StageTable",
    "StageTableAdopted",
    "lifecycle_of",
]
