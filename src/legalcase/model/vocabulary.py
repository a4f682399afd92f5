"""Whether the words of an event are words of the law's vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.errors import InvalidTypeError, InvalidValueError, LegalCaseError
from legalcase.kernel.words import words_of
from legalcase.model.facts.events import FactEstablished
from legalcase.model.hearings.events import HearingSet
from legalcase.shown import shown

if TYPE_CHECKING:
    from legalcase.law.lawbook import Law

__all__ = ["check_words", "why_not", "wrong_triggers"]


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
    why = wrong_triggers(law, event)
    if why is not None:
        raise InvalidValueError(why, field="triggers", value=None)
    if isinstance(event, FactEstablished):
        _check_answer(law, event)


def _check_answer(law: Law, event: FactEstablished) -> None:
    """Refuse an answer that no rule knows: what asks for it would have no date."""
    known = law.answers(event.fact)
    if known and event.answer not in known:
        msg = (
            f"{shown(event.answer)} is no answer to {event.fact!r}. Say one of "
            f"{', '.join(known)}."
        )
        raise InvalidValueError(msg, field="answer", value=event.answer)


def wrong_triggers(law: Law, event: object) -> str | None:
    """Say what is wrong where a hearing of a kind is another event; else ``None``."""
    if not isinstance(event, HearingSet) or event.kind is None:
        return None
    meant = law.hearing_triggers(event.kind)
    if set(meant) <= set(event.triggers):
        return None
    return (
        f"A hearing of the kind {event.kind!r} is the event {', '.join(meant)}, and "
        f"this one bears {', '.join(event.triggers) or 'none'}: no period would find "
        f"it. Pass triggers={meant!r}, or make it by HearingSet.of_kind."
    )


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
