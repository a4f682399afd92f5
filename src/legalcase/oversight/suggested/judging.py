"""What became of each suggestion, beside what people recorded of the same document."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from attrs import frozen

from legalcase.kernel.events.event import Event
from legalcase.model.documents.events import DocumentSuperseded, DocumentVersionAdded
from legalcase.oversight.suggested.standing import of_versions, standing_in
from legalcase.plain_data import PlainData
from legalcase.practice.suggestions.facet import SUGGESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from legalcase.kernel.lines.recorded import Recorded
    from legalcase.model.case_file import CaseFile
    from legalcase.oversight.suggested.standing import Stands
    from legalcase.practice.suggestions.state import Suggestion

__all__ = ["RIGHT", "JudgedSuggestion", "MissedEvent", "NotJudged", "judged"]

#: What is right in kind and in day.
RIGHT = ("as-suggested", "other-details", "recorded-already")


#: What makes a document another.
_CHANGES = (DocumentSuperseded, DocumentVersionAdded)


@frozen(kw_only=True)
class JudgedSuggestion(PlainData):
    """A suggestion of a decided document, and what stands in the case now.

    `outcome` is ``"as-suggested"`` (equal in every field), ``"other-details"`` (same
    kind and day), ``"other-day"`` (same kind, `days_off` later than suggested, or
    earlier if negative), ``"other-kind"``, ``"retracted"`` (accepted, and taken back
    since), ``"recorded-already"`` (rejected, and the same kind stands on the same day
    of the same document), or ``"rejected"``.
    """

    case_id: str
    suggestion_id: str
    document_id: str
    producer: str
    kind: str
    confidence: float
    outcome: str
    days_off: int | None = None
    recorded_kind: str | None = None
    event_id: str | None = None

    @property
    def is_right(self) -> bool:
        """Whether kind and day were right."""
        return self.outcome in RIGHT


@frozen(kw_only=True)
class MissedEvent(PlainData):
    """An event that people recorded of a decided document, and a program missed."""

    case_id: str
    event_id: str
    document_id: str
    producer: str
    kind: str


@frozen(kw_only=True)
class NotJudged(PlainData):
    """What is not counted, and why.

    `why` is ``"open"`` (somebody has yet to decide of this document), ``"stale"`` (the
    document was another when it was decided), or ``"unknown-kind"``.
    """

    case_id: str
    suggestion_id: str
    document_id: str
    producer: str
    why: str


def judged(
    file: CaseFile,
) -> tuple[list[JudgedSuggestion], list[MissedEvent], list[NotJudged]]:
    """Return what became of the suggestions of a case, by document and by program."""
    case_id = file.case.case_id
    numbers = {line.event_id: line.number for line in file.log}
    standing = standing_in(file)
    of_version = of_versions(file, standing, numbers)
    changes = [line for line in file.log if isinstance(line.event, _CHANGES)]
    decisions = _decisions(file.log)
    rows: list[JudgedSuggestion] = []
    missed: list[MissedEvent] = []
    out: list[NotJudged] = []
    for (document_id, digest, producer), group in _groups(file).items():
        whys = _left_out(group, changes, numbers, decisions)
        out += [
            NotJudged(
                case_id=case_id,
                suggestion_id=name,
                document_id=document_id,
                producer=producer,
                why=why,
            )
            for name, why in whys.items()
        ]
        kept = [one for one in group if one.suggestion_id not in whys]
        if not kept:
            continue
        left = dict(of_version.get((document_id, digest), {}))
        rows += _judge(case_id, kept, standing, left)
        missed += [
            MissedEvent(
                case_id=case_id,
                event_id=one.event_id,
                document_id=document_id,
                producer=producer,
                kind=one.kind,
            )
            for one in left.values()
        ]
    return rows, missed, out


def _groups(file: CaseFile) -> dict[tuple[str, str, str], list[Suggestion]]:
    """Return the suggestions of each version of a document and each program."""
    found: dict[tuple[str, str, str], list[Suggestion]] = defaultdict(list)
    for one in file.case[SUGGESTIONS].suggestions:
        key = (one.source.document_id, one.source.digest, one.producer)
        found[key].append(one)
    return found


def _decisions(log: Iterable[Recorded]) -> dict[str, int]:
    """Return the number of the line in which each suggestion was decided."""
    found = {}
    for line in log:
        name = getattr(line.event, "suggestion_id", None)
        if name is not None:
            found[name] = line.number
    return found


def _left_out(
    group: list[Suggestion],
    changes: list[Recorded],
    numbers: Mapping[str, int],
    decisions: Mapping[str, int],
) -> dict[str, str]:
    """Return why suggestions of one document are not counted, by their ids."""
    if any(one.is_open for one in group):
        return {one.suggestion_id: "open" for one in group}
    found = {}
    for one in group:
        first, last = numbers[one.line_id], decisions[one.suggestion_id]
        if not isinstance(one.event, Event):
            found[one.suggestion_id] = "unknown-kind"
        elif any(
            first < line.number < last and _changes(line.event, one) for line in changes
        ):
            found[one.suggestion_id] = "stale"
    return found


def _changes(event: Any, one: Suggestion) -> bool:  # noqa: ANN401 - one of _CHANGES
    """Tell whether an event made a suggestion stale."""
    if event.document_id != one.source.document_id:
        return False
    if isinstance(event, DocumentVersionAdded):
        return event.content.digest != one.source.digest
    return True


def _judge(
    case_id: str,
    kept: Iterable[Suggestion],
    standing: Mapping[str, Stands],
    left: dict[str, Stands],
) -> Iterator[JudgedSuggestion]:
    """Yield what became of each; what one of them was right about is taken out."""
    # Those that led to a line first: that line is theirs.
    for one in sorted(kept, key=lambda each: each.recorded_as is None):
        outcome, stands = _outcome(one, standing, left)
        days = None
        if stands is not None and isinstance(one.event, Event):
            days = (stands.event.happened_on - one.event.happened_on).days
        row = JudgedSuggestion(
            case_id=case_id,
            suggestion_id=one.suggestion_id,
            document_id=one.source.document_id,
            producer=one.producer,
            kind=one.kind,
            confidence=one.confidence,
            outcome=outcome,
            days_off=days,
            recorded_kind=None if stands is None else stands.kind,
            event_id=None if stands is None else stands.event_id,
        )
        if stands is not None and row.is_right:
            left.pop(stands.event_id, None)
        yield row


def _outcome(
    one: Suggestion, standing: Mapping[str, Stands], left: Mapping[str, Stands]
) -> tuple[str, Stands | None]:
    if one.recorded_as is None:
        for stands in left.values():
            if _is_right(one, stands):
                return "recorded-already", stands
        return "rejected", None
    found = standing.get(one.recorded_as)
    if found is None:
        return "retracted", None
    if found.event == one.event:
        return "as-suggested", found
    if type(found.event) is not type(one.event):
        return "other-kind", found
    return ("other-details" if _is_right(one, found) else "other-day"), found


def _is_right(one: Suggestion, stands: Stands) -> bool:
    event: Any = one.event
    is_kind = type(stands.event) is type(event)
    return is_kind and stands.event.happened_on == event.happened_on
