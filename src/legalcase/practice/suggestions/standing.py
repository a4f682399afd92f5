"""stale_because: whether what a suggestion was read from still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legalcase.model.documents.state import Documents
    from legalcase.practice.suggestions.span import SourceSpan

__all__ = ["stale_because"]


def stale_because(source: SourceSpan, documents: Documents) -> str | None:
    """Return why a suggestion is stale, or ``None``: worked out, and never stored.

    ``"document-gone"`` where no line tells of the document any more, or it has no
    bytes; ``"document-superseded"`` where another took its place, or nothing did;
    ``"new-version"`` where it has other bytes now. The same bytes again are no news.
    """
    document = documents.find(source.document_id)
    if document is None or document.content is None:
        return "document-gone"
    if not document.is_current:
        return "document-superseded"
    if document.content.digest != source.digest:
        return "new-version"
    return None
