"""Documents: papers and files of a case, with their versions."""

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

__all__ = [
    "DOCUMENTS",
    "Content",
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
    "Duplicate",
    "MissingDocument",
    "Place",
    "Production",
    "RequiredDocument",
    "duplicates",
    "missing",
]
