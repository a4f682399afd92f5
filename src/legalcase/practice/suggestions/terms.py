"""What a program gives back that read a document, or looked for sources."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, Final

from attrs import Attribute, field, frozen

from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    InvalidValueError,
    MissingInputError,
)
from legalcase.kernel.checks import check_kind, check_text, check_truth, optional
from legalcase.kernel.events.event import (
    Event,
    FencedEvent,
    UnknownEvent,
    is_fenced_kind,
)
from legalcase.kernel.events.inner import Supposed, check_inner
from legalcase.model.documents.content import check_digest
from legalcase.plain_data import PlainData
from legalcase.practice.suggestions.span import SourceSpan
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "SourceTerms",
    "SuggestionTerms",
    "check_confidence",
    "check_producer",
    "check_suggested",
    "check_what_was_read",
    "is_producer",
]

#: Name and version, with a blank between; printable, so that a message can name it.
_PRODUCER: Final = re.compile(r"[!-~]+(?: [!-~]+)+")
_LONGEST: Final = 200

check_span: Final[Callable[[object, Attribute[Any], object], None]] = check_kind(
    SourceSpan, "Pass SourceSpan.of(text, start, end, …)."
)


def is_producer(value: object) -> bool:
    """Tell whether a text is name and version of a program."""
    is_short = type(value) is str and len(value) <= _LONGEST
    return is_short and _PRODUCER.fullmatch(str(value)) is not None


def check_producer(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what does not name a program and its version."""
    name = attribute.name
    if type(value) is not str:
        msg = (
            f"{name} needs a str, not {type(value).__name__}. Name the program and its "
            "version: 'reader 2.1'."
        )
        raise InvalidTypeError(msg, field=name, value=None)
    if not is_producer(value):
        msg = (
            f"{name} is {shown(value)}, which is no name and version. Use printable "
            "ASCII with a blank between the two: 'reader 2.1'."
        )
        raise InvalidValueError(msg, field=name, value=None)


def check_confidence(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no number from 0 to 1."""
    name = attribute.name
    is_one = type(value) is float and 0 <= value <= 1
    if not is_one or math.copysign(1, value) < 0:  # type: ignore[arg-type]  # a float
        said = value if type(value) in (int, float) else type(value).__name__
        msg = f"{name} is {said}. Pass a float from 0.0 to 1.0."
        raise InvalidValueError(msg, field=name, value=None)


def check_suggested(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no event, and what is itself a suggestion or a decision on one."""
    check_inner(_, attribute, value)
    if isinstance(value, Supposed):
        msg = (
            f"{attribute.name} is a {type(value).__name__}, and no suggestion is about "
            "another. Suggest what happened."
        )
        raise InvalidValueError(msg, field=attribute.name, value=None)
    kind = value.kind if isinstance(value, UnknownEvent) else ""
    if isinstance(value, FencedEvent) or is_fenced_kind(kind):
        msg = (
            f"{attribute.name} is a {type(value).__name__} of a fenced room, of which "
            "nothing stands anywhere else. Let whoever takes part record it."
        )
        raise InvalidValueError(msg, field=attribute.name, value=None)


def check_sha(_: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no digest."""
    check_digest(attribute.name, value)


def check_what_was_read(found: Any) -> None:  # noqa: ANN401 - terms, or an event of them
    """Refuse a source that was read without a digest, or quoted without being read."""
    said = {"quotation": found.quotation, "digest": found.digest}
    given = [name for name, value in said.items() if value is not None]
    if found.read and len(given) < len(said):
        (missing, *_) = said.keys() - set(given)
        msg = (
            f"The source was read, and has no {missing}. Pass what it says and the "
            "digest of what was read, or read=False."
        )
        raise MissingInputError(msg, field=missing, value=None)
    if not found.read and given:
        msg = (
            f"The source was not read, and has a {given[0]}. Pass read=True if that "
            "comes from the source itself, and leave it out otherwise."
        )
        raise ConflictingInputError(msg, field=given[0], value=None)


@frozen(kw_only=True)
class SuggestionTerms(PlainData):
    """An event that a program read out of a document: what, where, and how surely.

    `event` is what would be recorded, `source` where it stands, `confidence` from 0.0
    to 1.0 by whatever the program means by it, `producer` the program and its version
    (``"reader 2.1"``).
    """

    event: Event | UnknownEvent = field(repr=False, validator=check_suggested)
    source: SourceSpan = field(validator=check_span)
    confidence: float = field(validator=check_confidence)
    producer: str = field(validator=check_producer)


@frozen(kw_only=True)
class SourceTerms(PlainData):
    """A source that a program found for a question.

    `locator` is a citation or an address, as the program gave it. `read` says whether
    the program read the source itself: only then has it a `quotation`, and the
    `digest` of what was read. A source that was not read may not exist.
    """

    question: str = field(repr=False, validator=check_text)
    locator: str = field(repr=False, validator=check_text)
    read: bool = field(validator=check_truth)
    quotation: str | None = field(
        default=None, repr=False, validator=optional(check_text)
    )
    digest: str | None = field(default=None, validator=optional(check_sha))
    confidence: float = field(validator=check_confidence)
    producer: str = field(validator=check_producer)

    def __attrs_post_init__(self) -> None:
        """Refuse what was quoted without being read."""
        check_what_was_read(self)
