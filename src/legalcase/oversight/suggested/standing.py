"""What people recorded of each version of a document, as it stands now."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from legalcase.kernel.events.event import Event, FencedEvent
from legalcase.kernel.lines.effective import effective
from legalcase.model.docket.events import Filed
from legalcase.practice.suggestions.facet import SUGGESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.model.case_file import CaseFile
    from legalcase.model.documents.state import Document

__all__ = ["Stands", "of_versions", "standing_in"]


class Stands(NamedTuple):
    """A line whose event stands, as it was corrected last."""

    event_id: str
    kind: str
    event: Event


def standing_in(file: CaseFile) -> dict[str, Stands]:
    """Return what each line says now; what was retracted or is fenced says nothing."""
    instead: Mapping[str, Any] = effective(file.log)
    found = {}
    for line in file.log:
        event = instead.get(line.event_id, line.event)
        # Nothing is told of what is fenced, not even that a program missed it.
        if isinstance(event, Event) and not isinstance(event, FencedEvent):
            found[line.event_id] = Stands(line.event_id, line.kind, event)
    return found


def of_versions(
    file: CaseFile, standing: Mapping[str, Stands], numbers: Mapping[str, int]
) -> dict[tuple[str, str], dict[str, Stands]]:
    """Return what was recorded of each version: by document and digest, by line.

    That is what took the place of a suggestion of it, and what names the document, or
    is named by it: of the version that held when that was recorded.
    """
    found: dict[tuple[str, str], dict[str, Stands]] = defaultdict(dict)
    for one in file.case[SUGGESTIONS].suggestions:
        stands = standing.get(one.recorded_as or "")
        if stands is not None:
            found[one.source.document_id, one.source.digest][stands.event_id] = stands
    for document_id, event_id in _named(file, standing):
        document = file.case.documents.find(document_id)
        stands = standing.get(event_id)
        if document is not None and stands is not None:
            digest = _digest_at(document, numbers[event_id], numbers)
            if digest is not None:
                found[document_id, digest][event_id] = stands
    return found


def _named(file: CaseFile, standing: Mapping[str, Stands]) -> Iterator[tuple[str, str]]:
    """Yield (document, line) where one names the other."""
    for stands in standing.values():
        if isinstance(stands.event, Filed):
            for document_id in stands.event.documents:
                yield document_id, stands.event_id
    for document in file.case.documents:
        for ref in document.of:
            noun, _, name = ref.partition(":")
            if noun == "event":
                yield document.document_id, name


def _digest_at(
    document: Document, number: int, numbers: Mapping[str, int]
) -> str | None:
    """Return the digest of the version that held at a line, or of the first one."""
    held = document.versions[0]
    for version in document.versions:
        if numbers[version.event_id] < number:
            held = version
    return None if held.content is None else held.content.digest
