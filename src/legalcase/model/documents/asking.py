"""What is missing among the documents of a case, and what is there twice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Protocol

from attrs import field, frozen

from legalcase.dates import as_date
from legalcase.errors import InvalidTypeError
from legalcase.kernel.checks import (
    check_asked,
    check_date,
    check_text,
    check_word,
    optional,
)
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from legalcase.model.documents.state import Document, Documents

__all__ = [
    "Duplicate",
    "HasDocuments",
    "MissingDocument",
    "Place",
    "RequiredDocument",
    "duplicates",
    "missing",
]


class HasDocuments(Protocol):
    """**Protocol:** a case, as far as it is asked for its documents."""

    @property
    def case_id(self) -> str:
        """Its id."""
        ...

    @property
    def documents(self) -> Documents:
        """Its documents."""
        ...


@frozen(kw_only=True)
class RequiredDocument(PlainData):
    """A document that has to be in a case: its kind, why, and from which day on.

    `kind` is a word of the vocabulary, `authority` what requires it, as it is cited:
    a rule, an order, a protocol of the firm. `since_on` is the day from which on it
    has to be there; from the start, if it is left out.
    """

    kind: str = field(validator=check_word)
    authority: str = field(validator=check_text)
    since_on: date | None = field(default=None, validator=optional(check_date))


@frozen(kw_only=True)
class MissingDocument(PlainData):
    """A document that is not there: its kind, why it has to be, and since when.

    `superseded` are the ids of those of that kind that do not hold any more.
    """

    kind: str
    why: str
    since_on: date | None
    superseded: tuple[str, ...] = ()


@frozen(kw_only=True)
class Place(PlainData):
    """Where bytes are found: case, document, number of the version."""

    case_id: str
    document_id: str
    version: int


@frozen(kw_only=True)
class Duplicate(PlainData):
    """The same bytes in more than one document, of one case or of several."""

    digest: str
    places: tuple[Place, ...]

    @property
    def cases(self) -> tuple[str, ...]:
        """The ids of the cases, each once."""
        return tuple(dict.fromkeys(place.case_id for place in self.places))


def missing(
    case: HasDocuments,
    required: Iterable[RequiredDocument],
    *,
    on: date | None = None,
) -> tuple[MissingDocument, ...]:
    """Return what is required and not there, in the order in which it is required.

    A document counts as long as no other took its place, of whatever version. With
    `on`, as of that day: what is required only later is passed over, and a document
    counts from the day on which it came until that on which it was superseded. Raises
    `InvalidTypeError` for what is no `RequiredDocument`.
    """
    day = None if on is None else as_date(on, "on")
    found = []
    for one in required:
        given: object = one
        if not isinstance(given, RequiredDocument):
            msg = (
                f"required has a {type(given).__name__} in it. Say what is required as "
                "RequiredDocument(kind=…, authority=…)."
            )
            raise InvalidTypeError(msg, field="required", value=None)
        if day is not None and one.since_on is not None and one.since_on > day:
            continue
        of_kind = [each for each in case.documents if each.kind == one.kind]
        if any(_is_there(each, day) for each in of_kind):
            continue
        found.append(
            MissingDocument(
                kind=one.kind,
                why=one.authority,
                since_on=one.since_on,
                superseded=tuple(
                    each.document_id
                    for each in of_kind
                    if each.superseded_on is not None
                    and (day is None or each.superseded_on <= day)
                ),
            )
        )
    return tuple(found)


def _is_there(document: Document, day: date | None) -> bool:
    if day is None:
        return document.is_current
    ended = document.superseded_on
    return document.since_on <= day and (ended is None or day < ended)


def duplicates(cases: Iterable[HasDocuments]) -> tuple[Duplicate, ...]:
    """Return the bytes that are in more than one document, in one case or in several.

    By their digests, of all versions; in the order in which they were first met. Two
    versions of one document with the same bytes are no duplicate: it went back to what
    it was.
    """
    places: dict[str, list[Place]] = {}
    several: object = cases
    if not isinstance(several, Iterable):
        msg = (
            f"cases needs several cases, not one {type(cases).__name__}. Pass a list: "
            "[case], say."
        )
        raise InvalidTypeError(msg, field="cases", value=None)
    for case in cases:
        check_asked(case, "case", "documents", "case_id")
        for document in case.documents:
            for version in document.versions:
                if version.content is not None:
                    place = Place(
                        case_id=case.case_id,
                        document_id=document.document_id,
                        version=version.number,
                    )
                    places.setdefault(version.content.digest, []).append(place)
    return tuple(
        Duplicate(digest=digest, places=tuple(found))
        for digest, found in places.items()
        if len({(place.case_id, place.document_id) for place in found}) > 1
    )
