"""KeptCalls: the calls made before, by what was asked; the oldest goes first.

Names are compared as text, days by value. A value in a name's place (a calendar, a
court, a deadline) stands for itself alone: one that merely looks equal may answer
otherwise.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, Literal

from legalcase.dates import Period
from legalcase.errors import LegalCaseError
from legalcase.kept import Kept
from legalcase.law.ask.kept.answering import evaluated, with_open_questions
from legalcase.law.ask.kept.asking import Asks
from legalcase.law.ask.kept.call import KeptCall, kept_call_for
from legalcase.law.ask.kept.events import KeptEvents, kept_events_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legalcase.counting.argument.computation import Computation
    from legalcase.law.ask.kept.answering import Found, Make
    from legalcase.law.book.book import Book
    from legalcase.law.call.asked import Asked

__all__ = ["AnyKept", "KeptCalls", "Names", "days_of", "kept_calls_of", "words_of"]

#: So many calls are kept by name, and with a value in a name's place, or with closed
#: days of their own, which they keep alive; then the oldest goes.
_MOST: Final = 4096
_MOST_VALUES: Final = 64
#: A name this long is a mistake, or padded; its call is not worth keeping.
_LONGEST: Final = 200
#: A call with more days than that is not likely to come again.
_MOST_DAYS: Final = 64

#: From an instant another call is made than from a date.
_INSTANT: Final = "instant"

Names = tuple[object, ...]
AnyKept = KeptCall | KeptEvents


def words_of(anchor: object) -> tuple[str, ...] | Literal["instant"] | None:
    """Return the words of events that have plain dates, or that it is an instant.

    ``None`` for what is neither: a call from that is not kept.
    """
    if anchor.__class__ is datetime:
        return _INSTANT
    if not isinstance(anchor, dict) or anchor.__class__ is not dict:
        return None
    for word, day in anchor.items():
        if word.__class__ is not str or day.__class__ is not date:
            return None
    return tuple(anchor)


def days_of(values: object) -> frozenset[date] | None:
    """Return days that are given as a plain list of dates; ``None`` for others."""
    if not isinstance(values, list | tuple | set | frozenset):
        return None
    if len(values) > _MOST_DAYS or any(one.__class__ is not date for one in values):
        return None
    return frozenset(values)


class KeptCalls:
    """The calls made before, by what was asked; the oldest goes first."""

    __slots__ = ("_asked_once", "_by_name", "_by_value")

    def __init__(self) -> None:
        self._by_name: Kept[object, AnyKept] = Kept(_MOST)
        self._by_value: Kept[object, tuple[object, AnyKept]] = Kept(_MOST_VALUES)
        #: Whether it is worth trying to keep what was asked once.
        self._asked_once: Kept[object, bool] = Kept()

    def known(self, names: Names) -> AnyKept | None:
        """Return a call that was made before, if it was kept."""
        try:
            kept = self._by_name.get(names)
        except TypeError:
            # Something unhashable was passed where a name belongs: that is said later.
            return None
        if kept is None and self._by_value:
            found = self._by_value.get(_identities(names))
            return None if found is None else found[1]
        return kept

    def answer(self, names: Names, anchor: object) -> Computation | None:
        """Return what a call that was kept gives from a trigger, if one can say."""
        try:
            kept = self._by_name.get(names) or self.known(names)
        except TypeError:
            return None
        found = None if kept is None else kept.found(anchor)
        if kept is None or found is None:
            return None
        computation, left_open = found
        if not left_open or kept.make is None:
            return computation
        return self.with_open(names, found, kept.make, anchor, kept)

    def add(
        self,
        names: Names,
        asked: Asked,
        make: Make | None,
        anchor: object,
        computation: Computation,
    ) -> None:
        """Keep a call that was evaluated under its names, if it is one to be kept.

        One with answers tried has no `make` of its own: under another text it is asked
        afresh.
        """
        known = self.known(names)
        kept: AnyKept | None = None
        if isinstance(anchor, date):
            was = known if isinstance(known, KeptCall) else None
            kept = kept_call_for(asked, make, anchor, was)
        if kept is None and not isinstance(anchor, datetime):
            kept = self._by_events(names, asked, make, computation, known)
        if kept is not None and kept is not known:
            self.keep(names, kept)

    def _by_events(
        self,
        names: Names,
        asked: Asked,
        make: Make | None,
        computation: Computation,
        known: AnyKept | None,
    ) -> KeptEvents | None:
        """Return a call from the days of events, ready, the second time it is asked.

        To make it ready costs as much as to answer it: what is asked once does not pay.
        """
        if isinstance(known, KeptEvents):
            return kept_events_for(asked, make, computation, known)
        if any(map(_is_too_long, names)):
            return None
        key = _identities(names)
        is_worth_it = self._asked_once.get(key)
        if is_worth_it is None:
            self._asked_once[key] = True
        if not is_worth_it:
            return None
        kept = kept_events_for(asked, make, computation)
        if kept is None:
            self._asked_once[key] = False
        return kept

    def keep(self, names: Names, kept: AnyKept) -> None:
        """Keep a call under its names."""
        if any(map(_is_too_long, names)):
            return
        if all(map(_is_name, names)):
            self._by_name[names] = kept
        else:
            # The values are kept too, so that no other one is given their identity.
            self._by_value[_identities(names)] = (names, kept)

    def with_open(
        self,
        names: Names,
        found: Found,
        make: Make,
        anchor: object,
        kept: AnyKept | None = None,
    ) -> Computation:
        """Return a computation that answers for what was left open, too.

        With each answer tried it is a call of its own, and is kept as one; `kept` is
        that without any.
        """
        if isinstance(anchor, dict):
            anchor = dict(anchor)

        def under(answers: Mapping[str, str]) -> tuple[Found, AnyKept | None]:
            return self._under(names, make, anchor, answers)

        return with_open_questions(found, Asks(under, anchor, kept))

    def _under(
        self, names: Names, make: Make, anchor: object, answers: Mapping[str, str]
    ) -> tuple[Found, AnyKept | None]:
        """Return what the call gives with answers, and the call if it was kept."""
        tried = (*names, (*answers, *answers.values()))
        kept = self.known(tried)
        if kept is not None:
            # What is refused is asked afresh: the error says what else was open.
            with suppress(LegalCaseError):
                found = kept.found(anchor)
                if found is not None:
                    return found, kept
        other = make(anchor, answers)
        computation = evaluated(other)
        self.add(tried, other, None, anchor, computation)
        return (computation, other.call.left_open), None


def kept_calls_of(law: Book) -> KeptCalls:
    """Return the calls kept so far under a law."""
    known = law.cached("kept-calls")
    calls: KeptCalls | None = known.get("calls")
    if calls is None:
        calls = known.setdefault("calls", KeptCalls())
    return calls


def _is_name(value: object) -> bool:
    kind = value.__class__
    # The words of events, and answers tried, are names too.
    if value is None or kind is str or kind is Period or kind is tuple:
        return True
    return kind is frozenset and not value


def _is_too_long(value: object) -> bool:
    if isinstance(value, tuple):
        return len(value) > _MOST_DAYS or any(map(_is_too_long, value))
    return value.__class__ is str and len(str(value)) > _LONGEST


def _identities(names: Names) -> Names:
    return tuple(
        name if _is_name(name) or name.__class__ is frozenset else id(name)
        for name in names
    )
