"""Whether the words of an event are words of the law's vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import InvalidTypeError, InvalidValueError, LegalCaseError
from legalcase.kernel.words import words_of

if TYPE_CHECKING:
    from legalcase.law.lawbook import Law

__all__ = ["check_words", "why_not"]


def check_words(event: object, law: Law) -> None:
    """Refuse an event with a word that the vocabulary does not know.

    Raises `InvalidValueError`, with the words that are near, and `InvalidTypeError`
    for what is no law: the package itself, say, which has the same functions.
    """
    if not hasattr(law, "check_word"):
        msg = (
            f"law= needs a Law, not {type(law).__name__}. Pass "
            "legalcase.Law.bundled(), say."
        )
        raise InvalidTypeError(msg, field="law", value=None)
    for sort, word, name in words_of(event):
        why = why_not(law, sort, word)
        if why is not None:
            raise InvalidValueError(why, field=name, value=word)


def why_not(law: Law, sort: str, word: str) -> str | None:
    """Say why a word cannot stand in a log; ``None`` if it can."""
    try:
        canonical = law.check_word(sort, word)
    except LegalCaseError as error:
        return str(error)
    if canonical == word:
        return None
    return (
        f"{word!r} is another word for {canonical!r}, and periods find what they run "
        "from by that. Record the latter."
    )
