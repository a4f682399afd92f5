"""The triggers that were given, by the words of the deadline that runs from them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from legalcase.errors import (
    ConflictingInputError,
    InvalidTypeError,
    MissingInputError,
)
from legalcase.law.ask.behind import trigger_words
from legalcase.law.book.wording.synonyms import trigger_among
from legalcase.law.call.door import plain_text, read_anchor
from legalcase.shown import shown

if TYPE_CHECKING:
    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.law.book.book import Book
    from legalcase.law.call.door import Anchor

__all__ = ["anchors_by_word"]


def _said_again(given: object) -> str:
    """Say the date that was given, to be passed again; another would be counted."""
    return shown(given) if type(given) is date else "date(…)"


def anchors_by_word(
    deadline: DeadlineRule, direction: str, given: object, law: Book, zone: str | None
) -> dict[str, Anchor]:
    """Return the triggers by word; a single date stands under the word ``""``."""
    words = trigger_words(deadline, law)
    if not isinstance(given, Mapping):
        anchor = read_anchor(given, direction, zone)
        own = {t for t in deadline.current.term.triggers() if t.event or t.expiry_of}
        refers = any(True for _ in deadline.current.term.references())
        simple = deadline.current.term.form == "period"
        if not simple and (len(own) > 1 or refers):
            msg = (
                f"{deadline.id} has several triggers: {', '.join(words)}. Pass a "
                f"mapping with those known: {direction}={{{words[0]!r}: "
                f"{_said_again(given)}}}."
            )
            raise MissingInputError(msg, field=direction, value=given)
        return {_only_word(deadline): anchor}
    if not given:
        msg = f"{direction}= is empty. {deadline.id} runs from {', '.join(words)}."
        raise MissingInputError(msg, field=direction, value=given)
    for word in given:
        if not isinstance(word, str):
            msg = (
                f"{direction}= maps words to dates, and {shown(word)} is no word. "
                f"{deadline.id} runs from {', '.join(words)}."
            )
            raise InvalidTypeError(msg, field=direction, value=word)
    known: dict[str, Anchor] = {}
    for name, value in given.items():
        (word,) = plain_text(name)
        meant = trigger_among(law, deadline.id, word, words)
        if meant in known:
            msg = f"{direction}= gives {meant} twice: {shown(given)}. Give it one date."
            raise ConflictingInputError(msg, field=direction, value=given)
        if value is not None:
            known[meant] = read_anchor(value, f"{direction}[{shown(word)}]", zone)
    if not known:
        msg = f"No trigger is known. {deadline.id} runs from {', '.join(words)}."
        raise MissingInputError(msg, field=direction, value=given)
    return known


def _only_word(deadline: DeadlineRule) -> str:
    """Return the word under which the one date given stands.

    That is ``""``, any trigger, unless an answer makes it run from another one.
    """
    trigger = deadline.current.term.trigger
    event = "" if trigger is None else trigger.event or ""
    others = [t.event for *_, variant in deadline.variants for t in variant.triggers()]
    return event if any(other not in {None, event} for other in others) else ""
