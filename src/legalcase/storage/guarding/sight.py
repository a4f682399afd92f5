"""Sight: what one person may do with each stream of one reading, decided once."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from legalcase.access.subject import Subject
from legalcase.directory.facet import MODELS
from legalcase.errors import DecodeError, LegalCaseError
from legalcase.storage.guarding.fence import withheld
from legalcase.storage.guarding.views import View, seen_of
from legalcase.storage.projecting import subject_of, subject_words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from legalcase.access.holding import Access
    from legalcase.access.noted import AccessNoted
    from legalcase.access.reason import Reason
    from legalcase.kernel.folding.folded import Folded
    from legalcase.storage.projecting import Attribute
    from legalcase.storage.units.reading.readable import Readable

__all__ = ["Sight"]

#: How many cases are asked about at once.
_MANY = 500


class Sight:
    """What a person may do with each stream, as a reading or a unit of work shows it.

    A case is decided by what its rows say of it; where they do not tell (it is sealed,
    or was not read here), by its log; and where that does not tell either, it is seen
    only by whom no wall from a person could concern.
    """

    def __init__(
        self,
        reader: Readable,
        access: Access,
        note: Callable[[AccessNoted], object] | None,
    ) -> None:
        self._reader = reader
        self.access = access
        self._note = note
        self._noun = reader._model.noun
        self._subjects: dict[str, Subject | None] = {}
        self._may: dict[tuple[str, str], bool] = {}
        self._views: dict[str, View] = {}
        self._withheld: dict[str, frozenset[int] | None] = {}
        #: What the person may do with everything; whether nothing at all is hidden.
        self._free = frozenset(
            action
            for grant, actions in access.held
            for action in actions
            if grant.scope == "all" and not access.walls
        )
        self.is_free = "read" in self._free
        #: Whether there is anything at all that the person may append to, or begin.
        self.may_append = any(
            not {"record", "open"}.isdisjoint(actions)
            for actions in (
                *(actions for _, actions in access.held),
                *(one.actions for one in access.break_glass),
            )
        )

    @property
    def person(self) -> str:
        """Who looks."""
        return self.access.person

    def is_seen(self, stream: str) -> bool:
        """Tell whether a person may know of a stream."""
        return self.may("read", stream)

    def may(self, action: str, stream: str) -> bool:
        """Tell whether a person may do something; writes down what break-glass lets."""
        if action in self._free:
            return True
        key = (action, stream)
        found = self._may.get(key)
        if found is None:
            found = self._may[key] = self._decided(action, stream)
        return found

    def is_within(self, stream: str) -> bool:
        """Tell whether a person works on a case, and so sees what is fenced in it."""
        subject = self._subject(stream)
        return subject is not None and self.person in subject.team

    def is_withheld(self, stream: str, number: int) -> bool:
        """Tell whether a person hears nothing of a line of a case: it is fenced.

        Of a line that nothing opens, or that cannot be read, nobody can tell: it is.
        """
        if self.is_within(stream):
            return False
        if stream not in self._withheld:
            found = None
            with suppress(LegalCaseError):
                found = withheld(self._reader._events(stream))
            self._withheld[stream] = found
        known = self._withheld[stream]
        return known is None or number in known

    def why(self, action: str, stream: str) -> Reason:
        """Return why a person may, or may not, do something with what they see."""
        return self.access.why(action, self._subject(stream) or Subject(stream=stream))

    def _decided(self, action: str, stream: str) -> bool:
        subject = self._subject(stream)
        if subject is None:
            return self._may_blindly(action, stream)
        return self.admits(action, subject)

    def admits(self, action: str, subject: Subject) -> bool:
        """Tell whether a person may do something; what has to be noted, is."""
        if not self.access.admits(action, subject):
            return False
        if self.access.break_glass and self._note is not None:
            for one in self.access.noted(action, subject):
                self._note(one)
        return True

    def after(
        self, action: str, stream: str, folded: Folded | None
    ) -> tuple[bool, bool]:
        """Tell whether a person may do something with a case as it becomes.

        And whether it becomes one that a wall hides. Of one that this program cannot
        make of its log, nobody knows who takes part.
        """
        if action in self._free:
            return True, False
        subject = None if folded is None else self.of_folded(folded)
        if subject is None:
            may = self._may_blindly(action, stream)
            return may, not may and bool(self.access.walls)
        if self.admits(action, subject):
            return True, False
        # What forbids it, if anything does and is named, is a wall.
        return False, bool(self.access.why(action, subject).because)

    def _may_blindly(self, action: str, stream: str) -> bool:
        """Tell it of a stream of which nobody knows who takes part."""
        try:
            subject = Subject(stream=stream)
        except LegalCaseError:
            return False  # what no stream can be called
        others = any(
            not one.startswith(f"{self._noun}:")
            for wall in self.access.walls
            for one in wall.apart_from
        )
        return not others and self.admits(action, subject)

    def _subject(self, stream: str) -> Subject | None:
        if stream not in self._subjects:
            self._look((stream,))
        return self._subjects[stream]

    def prepare(self, streams: Iterable[str]) -> None:
        """Look at several streams at once, before each is decided."""
        if not self.is_free:
            self._look(streams)

    def _look(self, streams: Iterable[str]) -> None:
        cases = []
        for stream in dict.fromkeys(streams):
            if stream in self._subjects:
                continue
            if stream.partition(":")[0] in MODELS:
                self._subjects[stream] = _entry(stream)
            else:
                cases.append(stream)
        for first in range(0, len(cases), _MANY):
            some = cases[first : first + _MANY]
            words = self._words(some)
            for stream in some:
                found = subject_of(stream, words.get(stream, ()), self.access.on)
                self._subjects[stream] = found or self._by_log(stream)

    def _words(self, streams: list[str]) -> dict[str, list[Attribute]]:
        try:
            return self._reader._subject_words(streams)
        except DecodeError:
            return {}  # their logs tell

    def _by_log(self, stream: str) -> Subject | None:
        try:
            folded = self._reader._folded(stream, self._reader._model)
        except LegalCaseError:
            return None
        return self.of_folded(folded)

    def of_folded(self, folded: Folded) -> Subject | None:
        """Return what a policy looks at in what a log has made."""
        if folded.stream.partition(":")[0] in MODELS:
            return _entry(folded.stream)
        day = self.access.on
        return subject_of(folded.stream, subject_words_in(folded), day)

    def view(self, stream: str) -> View:
        """Return what is seen of the log of an entry; nothing where nothing is."""
        if stream not in self._views:
            self._views[stream] = self._seen_log(stream)
        return self._views[stream]

    def _seen_log(self, stream: str) -> View:
        if self.is_free:
            lines = self._reader._lines(stream)[0]
            return View(lines, {one.number: one.number for one in lines})
        # Of what a line speaks that nothing opens, nobody can tell.
        if not self.is_seen(stream) or self._reader._is_locked(stream):
            return View((), {})
        return seen_of(self._reader._lines(stream)[0], self.is_seen)

    def last(self, stream: str) -> int:
        """Return how many lines of a stream are seen; 0 where it is hidden."""
        if not self.is_seen(stream):
            return 0
        if stream.partition(":")[0] in MODELS and not self.is_free:
            return len(self.view(stream).lines)
        return self._reader._last(stream).number

    def forget(self, streams: Iterable[str]) -> None:
        """Decide anew of these: something was appended."""
        changed = set(streams)
        for stream in changed:
            self._subjects.pop(stream, None)
            self._withheld.pop(stream, None)
        self._may = {
            key: one for key, one in self._may.items() if key[1] not in changed
        }
        # What is seen of an entry hangs on cases, too.
        self._views.clear()


def _entry(stream: str) -> Subject | None:
    try:
        return Subject.entry(stream)
    except LegalCaseError:
        return None
