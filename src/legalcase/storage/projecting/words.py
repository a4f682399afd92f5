"""The words of a line, and of a question for them, as they are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from legalcase.codec.tables import plain
from legalcase.codec.text.json_text import loaded
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.events.event import FencedEvent, UnknownEvent, is_fenced_kind
from legalcase.kernel.events.inner import Supposed
from legalcase.kernel.lines.correction import Corrected
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.kernel.lines.recorded import Recorded

__all__ = ["asked_words", "has_words", "words_in", "words_of"]

#: Ends a word that is asked for by how it begins.
_ANY_END: Final = "*"
#: Marks that belong to a letter, and make another of it: the classes of Unicode of a
#: nukta, of the voicing of a syllable in kana, of a virama; 0 is a vowel that is
#: written as a mark. All others are accents.
_OF_LETTERS: Final = frozenset({0, 7, 8, 9})
#: Beside its data stands how a value is called in the store, and nothing that was said.
_DATA: Final = "data"
_CALLED: Final = frozenset({"kind", "schema"})
#: What programs suggest, by kind, for whoever reads it without the room: what has not
#: happened is found by no word.
SUPPOSED: Final = frozenset(
    {
        "practice/source-read",
        "practice/source-rejected",
        "practice/source-suggested",
        "practice/suggested",
        "practice/suggestion-accepted",
        "practice/suggestion-edited",
        "practice/suggestion-rejected",
    }
)
#: A word where no character is outside ASCII.
_PLAIN: Final = re.compile("[0-9a-z]+")


def words_of(line: Recorded, said: Any = None) -> tuple[str, ...]:
    """Return the words that stand in what a line says, each once, sorted.

    Without capitals and accents. Of a correction, the words of what it puts there and
    of its ground; of an event that is not known here, those of its data. Whoever has
    the plain data of the event already gives them as `said`. What is fenced, or only
    supposed, has none, nor has what corrects it.
    """
    event = line.event
    if _is_fenced(line):
        return ()
    data: list[Any] = []
    if isinstance(event, Corrected):
        data += [event.ground, event.event_id]
        event = event.event
    if isinstance(event, UnknownEvent):
        known, is_json = loaded(event.payload)
        data.append(known if is_json else event.payload)
    elif said is None or data:
        data.append(plain(event))
    else:
        data.append(said)
    # An end of a line parts words like any other, and joins nothing.
    return tuple(sorted(set(words_in("\n".join(_texts(data))))))


def _is_fenced(line: Recorded) -> bool:
    """Tell whether a line, or what it corrects, is to be found by no word.

    It says only what may have happened, or what nobody outside is to hear.
    """
    event = line.event
    if isinstance(event, Corrected):
        event = event.event
    if isinstance(event, UnknownEvent):
        return event.kind in SUPPOSED or is_fenced_kind(event.kind)
    return isinstance(event, Supposed | FencedEvent)


def _texts(data: object) -> Iterator[str]:
    """Yield the texts in plain data, without those that say of which kind it is."""
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            beside = _CALLED if _DATA in one else frozenset()
            waiting += [each for name, each in one.items() if name not in beside]
        elif isinstance(one, list | tuple):
            waiting += one


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text in their order: runs of letters and digits."""
    if text.isascii():
        return tuple(_PLAIN.findall(text.lower()))
    bare = _bare(text)
    # By the few characters that there are, not by the many places where they stand.
    between = {ord(one): " " for one in set(bare) if not _is_of_word(one)}
    return tuple(bare.translate(between).split())


def _bare(text: str) -> str:
    """Return a text without capitals and accents, and signs of one shape as one."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text)
    accents = {ord(one): None for one in set(spread) if not _is_kept(one)}
    kept = spread.translate(accents).casefold()
    # What was taken apart and has no accent is put together again: syllables of Korean.
    return unicodedata.normalize("NFKC", kept)


@lru_cache(maxsize=4096)
def _is_kept(one: str) -> bool:
    return unicodedata.combining(one) in _OF_LETTERS


def _runs(text: str) -> Iterable[tuple[bool, Iterator[str]]]:
    return groupby(text, _is_of_word)


@lru_cache(maxsize=4096)
def _is_of_word(one: str) -> bool:
    return one.isalnum() or unicodedata.category(one).startswith("M")


def asked_words(text: str) -> tuple[str, ...]:
    """Return the words that a question asks for, as they are compared, each once.

    One that ends in ``*`` stands for all that begin so. Raises `InvalidValueError` for
    a text without any word, and for a ``*`` anywhere else.
    """
    given: object = text
    if not isinstance(given, str):
        msg = f"text needs words, not {type(text).__name__}. Pass 'motion compel', say."
        raise InvalidTypeError(msg, field="text", value=None)
    found: list[str] = []
    is_ended = False
    for is_word, run in _runs(_bare(text)):
        part = "".join(run)
        if is_word:
            if is_ended:
                raise _misplaced(text)
            found.append(part)
            continue
        is_ended = part == _ANY_END
        if found and part.startswith(_ANY_END):
            found[-1] += _ANY_END
            part = part[1:]
        if _ANY_END in part:
            raise _misplaced(text)
    if not found:
        msg = (
            f"{shown(text)} has no word in it, neither letter nor digit. Ask for words "
            "that stand in the case."
        )
        raise InvalidValueError(msg, field="text", value=None)
    return tuple(dict.fromkeys(found))


def _misplaced(text: str) -> InvalidValueError:
    msg = (
        f"In {shown(text)} a * stands where no word ends. Write it behind how a word "
        "begins: 'amend*'."
    )
    return InvalidValueError(msg, field="text", value=None)


def has_words(words: Iterable[str], asked: Iterable[str]) -> bool:
    """Tell whether all words that are asked for (`asked_words`) are among some."""
    known = frozenset(words)
    return all(
        any(word.startswith(one[:-1]) for word in known)
        if one.endswith(_ANY_END)
        else one in known
        for one in asked
    )
