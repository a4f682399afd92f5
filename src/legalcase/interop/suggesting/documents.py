"""suggestions_from: what an analyzer reads out of a document, for a person."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from legalcase.codec.envelope import to_json
from legalcase.dates import as_date
from legalcase.errors import InvalidValueError, LegalCaseError
from legalcase.interop.suggesting.asking import Asked, asked, producer_of
from legalcase.kernel.checks import check_asked
from legalcase.kernel.events.event import UnknownEvent
from legalcase.model.documents.content import check_digest
from legalcase.practice.suggestions.events import Suggested
from legalcase.practice.suggestions.facet import SUGGESTIONS
from legalcase.practice.suggestions.span import digest_of_text
from legalcase.practice.suggestions.terms import SuggestionTerms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.kernel.events.label import Label
    from legalcase.model.case import Case
    from legalcase.ports.analyzers import Analyzer

__all__ = ["suggestions_from"]


def suggestions_from(
    analyzer: Analyzer,
    text: str,
    *,
    document_id: str,
    digest: str,
    case: Case,
    on: date,
    label: Label | None = None,
    most: int = 1000,
) -> tuple[Suggested, ...]:
    """Return what an analyzer reads out of the text of a document, checked.

    `digest` is that of the bytes from which the text was made, and has to be that of
    the version of the document that holds. Record what comes back in one call:
    ``file.record(*suggestions_from(…), by=…, at=…)``; nothing counts until a person
    accepts it. What the same program suggested before of the same place is left out,
    whatever was decided: ids are made of all that a suggestion says.

    Raises `InvalidValueError`, naming the program, if it fails, gives more than `most`
    suggestions, or any of them cannot stand: the span does not lie in the text, the
    quotation is not what stands there, the event is of no kind of the case's model.
    Raises `InvalidTypeError` for what is no analyzer, and `UnknownNameError` for a
    document that is not there.
    """
    check_asked(case, "case", "folded", "documents")
    day = as_date(on, "on")
    producer = producer_of(analyzer, "analyze")
    check_digest("digest", digest)
    document = case.documents[document_id]
    content = document.content
    if content is None or content.digest != digest or not document.is_current:
        msg = (
            f"The text was not made of the version of document {document_id!r} that "
            "holds: the digests differ, or the document does not hold. Read that one."
        )
        raise InvalidValueError(msg, field="digest", value=None)
    text_digest = digest_of_text(text)

    def problems(one: object) -> Iterator[str]:
        if type(one) is not SuggestionTerms:
            yield f"is a {type(one).__name__}, and not SuggestionTerms"
            return
        if one.producer != producer:
            yield "names another program as its producer"
        if (one.source.document_id, one.source.digest) != (document_id, digest):
            yield "is of another document, or of another version"
        yield from one.source.problems_in(text, digest=text_digest)
        yield from _unfit(one, case)

    found = asked(
        Asked(producer, problems),
        lambda: analyzer.analyze(
            text, document_id=document_id, digest=digest, case=case
        ),
        most,
    )
    known = set(case[SUGGESTIONS].suggestions.ids())
    made: dict[str, Suggested] = {}
    for one in found:
        name = _id_of(one, case)
        if name not in known:
            made.setdefault(name, _suggested(name, one, day, label))
    return tuple(made.values())


def _unfit(one: SuggestionTerms, case: Case) -> Iterator[str]:
    if isinstance(one.event, UnknownEvent):
        yield "is an event of a kind that is not known here"
        return
    why = ""
    try:
        to_json(one.event, case.folded.model)
    except LegalCaseError as error:
        why = str(error)
    except Exception as error:  # noqa: BLE001 - whatever stands in a field of others
        why = (
            f"is a {type(one.event).__name__} that has no text: {type(error).__name__}"
        )
    if why:
        yield why


def _id_of(one: SuggestionTerms, case: Case) -> str:
    """Return an id that is the same whenever the same is suggested."""
    source = one.source
    said: list[Any] = [one.producer, source.document_id, source.digest]
    said += [source.text_digest, source.start, source.end]
    said.append(to_json(one.event, case.folded.model))
    parts = [str(part).encode() for part in said]
    data = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return f"read-{sha256(data).hexdigest()[:32]}"


def _suggested(
    name: str, one: SuggestionTerms, day: date, label: Label | None
) -> Suggested:
    return Suggested(
        suggestion_id=name,
        event=one.event,
        source=one.source,
        confidence=one.confidence,
        producer=one.producer,
        label=label,
        happened_on=day,
    )
