"""SourceSpan: where in a document something was read, so that anybody can look."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Self

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.checks import check_id, check_text
from legalcase.kernel.events.terms import Terms
from legalcase.model.documents.content import check_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["SourceSpan", "digest_of_text"]


def digest_of_text(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as 64 hexadecimal digits.

    Raises `InvalidTypeError` for what is no text, `InvalidValueError` for half a
    character in it.
    """
    given: object = text
    if not isinstance(given, str):
        msg = f"text needs a str, not {type(text).__name__}. Pass the document's text."
        raise InvalidTypeError(msg, field="text", value=None)
    try:
        return sha256(given.encode()).hexdigest()
    except UnicodeEncodeError:
        pass
    msg = "The text has half of a surrogate pair. Mend its encoding first."
    raise InvalidValueError(msg, field="text", value=None)


def _check_sha(_: object, attribute: Attribute[Any], value: object) -> None:
    check_digest(attribute.name, value)


def _check_offset(_: object, attribute: Attribute[Any], value: object) -> None:
    if type(value) is not int or value < 0:
        name = attribute.name
        msg = f"{name} needs a whole number, 0 or more. Count characters from 0."
        raise InvalidValueError(msg, field=name, value=None)


@frozen(kw_only=True)
class SourceSpan(Terms):
    """Characters `start` to `end` of the text of a document, and what stands there.

    `digest` is that of the bytes of the version that was read, `text_digest` that of
    the text that was made of them: the same bytes can give other texts. Offsets count
    characters of that text from 0; `end` is that of the first one after it.

    >>> text = "Served on June 3, 2026."
    >>> span = SourceSpan.of(text, 10, 22, document_id="proof", digest="0" * 64)
    >>> span.quotation
    'June 3, 2026'
    """

    document_id: str = field(validator=check_id)
    digest: str = field(validator=_check_sha)
    text_digest: str = field(validator=_check_sha)
    start: int = field(validator=_check_offset)
    end: int = field(validator=_check_offset)
    quotation: str = field(repr=False, validator=check_text)

    def __attrs_post_init__(self) -> None:
        """Refuse a span of nothing."""
        if self.end <= self.start:
            msg = (
                f"The span ends at {self.end} and begins at {self.start}: nothing "
                "stands in it. Let end be that of the first character after it."
            )
            raise InvalidValueError(msg, field="end", value=self.end)

    @classmethod
    def of(
        cls,
        text: str,
        start: int,
        end: int,
        *,
        document_id: str,
        digest: str,
        text_digest: str | None = None,
    ) -> Self:
        """Return the span of a text, with what stands there.

        `digest` is that of the version of the document from which the text was made;
        `text_digest` is `digest_of_text(text)`, for whoever makes many spans of a long
        one. Raises `InvalidValueError` for a span that does not lie in the text.
        """
        made_of = text_digest or digest_of_text(text)
        is_inside = type(start) is int and type(end) is int and 0 <= start < end
        if not is_inside or end > len(text):
            msg = (
                f"The span from {start} to {end} does not lie in a text of {len(text)} "
                "characters. Count from 0, and end after the last one."
            )
            raise InvalidValueError(msg, field="end", value=None)
        return cls(
            document_id=document_id,
            digest=digest,
            text_digest=made_of,
            start=start,
            end=end,
            quotation=text[start:end],
        )

    def problems_in(self, text: str, *, digest: str | None = None) -> Iterator[str]:
        """Say what is wrong with the span, if it is to lie in a text; no word of it.

        `digest` is `digest_of_text(text)`, for whoever has it already.
        """
        if (digest or digest_of_text(text)) != self.text_digest:
            yield "it is of another text"
        if self.end > len(text):
            yield f"it ends at {self.end}, and the text has {len(text)} characters"
        elif text[self.start : self.end] != self.quotation:
            yield "its quotation is not what stands there"
