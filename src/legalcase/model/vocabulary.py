"""Whether the words of an event are words of the law's vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legalcase.catalogue.several import each_answer
from legalcase.errors import InvalidTypeError, InvalidValueError, LegalCaseError
from legalcase.kernel.events.words import words_of
from legalcase.law.book.ids import IDS
from legalcase.law.book.wording.several import several
from legalcase.model.clocks.events import ClockStarted, ExclusionRecorded
from legalcase.model.facts.events import FactEstablished
from legalcase.model.hearings.events import HearingSet
from legalcase.shown import shown

if TYPE_CHECKING:
    from legalcase.law.lawbook import Law
    from legalcase.model.clocks.state import Clocks

__all__ = ["check_basis_of", "check_words", "why_not", "wrong_triggers"]


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
    if isinstance(event, ClockStarted):
        _check_starts(law, event)


def check_basis_of(event: object, law: Law, clocks: Clocks) -> None:
    """Refuse an exclusion on a ground that the law of its clock does not know.

    Raises `UnknownNameError`, with the grounds that there are.
    """
    if isinstance(event, ExclusionRecorded):
        for name in event.clock_ids:
            kept = clocks.clocks.find(name)
            if kept is not None:
                law.clock(kept.rule).exclusion(event.basis)


def _check_starts(law: Law, event: ClockStarted) -> None:
    """Refuse a clock that is said to run from what its law does not run it from."""
    known = [one.event for one in law.clock(event.rule).starts]
    for one in event.starts:
        if one.event not in known:
            msg = (
                f"The clock {event.rule!r} does not run from {one.event!r}. It runs "
                f"from {', '.join(known)}."
            )
            raise InvalidValueError(msg, field="starts.event", value=one.event)


def _check_answer(law: Law, event: FactEstablished) -> None:
    """Refuse an answer that no rule knows: what asks for it would have no date."""
    known = law.answers(event.fact)
    said, more = {event.answer}, ""
    if event.fact in several(law):
        # Of none, an answer of commas alone, nothing is known.
        said = set(each_answer(event.answer)) or said
        more = "; or several, commas between them"
    if known and not said <= set(known):
        msg = (
            f"{shown(event.answer)} is no answer to {event.fact!r}. Say one of "
            f"{', '.join(known)}{more}."
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
    """Say why a word or an id of the law cannot stand in a log; ``None`` if it can."""
    if sort in IDS:
        return law.why_no_id(sort, word)
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
