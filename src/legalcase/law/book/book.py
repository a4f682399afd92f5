"""Book: names to rules, calendars, courts and deadlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.calendars.court_calendar import CourtCalendar
from legalcase.errors import UnknownNameError
from legalcase.law.book import ids, laid_over, operative
from legalcase.law.book.finding import by_name, clocks, courts, entries, packs
from legalcase.law.book.named import (
    calendar_meant,
    court_meant,
    names_of,
    no_counting_rule,
)
from legalcase.law.book.vocabulary import but_for_case, check_name
from legalcase.law.book.wording import sides
from legalcase.law.book.wording import words as wording
from legalcase.law.build.calendar_days import build_calendar
from legalcase.law.build.counting_rule import build_rule
from legalcase.law.files.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from legalcase.calendars.closures import Closure
    from legalcase.catalogue.clock_rule import ClockRule
    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.courts.bench import Court
    from legalcase.law.files.folder import LawFile

__all__ = ["Book"]

_PARTS_OF_AN_ID: Final = 2


class Book(Shelf):
    """What the files say, by name: a name in, a value out.

    It answers no question; that is what a `Law` does, which is a book too.
    """

    __slots__ = ()

    def calendar(self, name: str) -> CourtCalendar:
        """Return a calendar by id; ``"holidays:JP"`` adapts the package `holidays`.

        Raises `UnknownNameError`, with suggestions.
        """
        check_name("calendar", name)
        known = self.cached("calendar")
        found = known.get(name)
        if found is None:
            found = self._load_calendar(name)
            if self.announced and found.id == name:
                found = found.with_closures(self._announced(name))
            known[name] = found
        calendar: CourtCalendar = found
        return calendar

    def _announced(self, name: str) -> Iterator[Closure]:
        """Yield the closures laid over a calendar, and over those it is based on."""
        over = dict(self.announced)
        while name:
            yield from over.get(name, ())
            jurisdiction, _, rest = name.partition("/")
            place = f"calendars/{rest}.toml" if rest else "calendar.toml"
            file = self.file(f"{jurisdiction}/{place}") if ":" not in name else None
            name = "" if file is None else file.raw["calendar"].get("based_on", "")

    def _load_calendar(self, name: str) -> CourtCalendar:
        if name.startswith("holidays:"):
            from legalcase.law.build.python_holidays import adapt

            return CourtCalendar(definition=adapt(name))
        jurisdiction, _, rest = name.partition("/")
        place = f"calendars/{rest}.toml" if rest else "calendar.toml"
        file = self.file(f"{jurisdiction}/{place}")
        if file is None:
            return self.calendar(calendar_meant(self, name))
        based_on = file.raw["calendar"].get("based_on")
        base = None if based_on is None else self.calendar(based_on).definition
        return CourtCalendar(definition=build_calendar(file.raw, file.edition, base))

    def counting_rule(self, name: str) -> CountingRule:
        """Return a counting rule by id; a jurisdiction's id means its general one.

        Raises `UnknownNameError`, with suggestions.
        """
        check_name("counting rule", name)
        known = self.cached("rule")
        found = known.get(name)
        if found is None:
            found = self._load_rule(name)
            known[name] = found
        rule: CountingRule = found
        return rule

    def _load_rule(self, name: str) -> CountingRule:
        jurisdiction, _, rest = name.partition("/")
        if not rest:
            head = self.jurisdiction(jurisdiction)
            if head is not None and "counting" in head:
                return self.counting_rule(head["counting"])
        file = self.file(f"{jurisdiction}/counting/{rest}.toml") if rest else None
        if file is None:
            known = (*self.names("rule"), *self.jurisdictions())
            meant = but_for_case(name, known)
            if meant is not None and meant != name:
                return self.counting_rule(meant)
            raise no_counting_rule(self, name)
        based_on = file.raw["rule"].get("base")
        base = None if based_on is None else self.counting_rule(based_on)
        return build_rule(file.raw, file.edition, base)

    def base_of(self, name: str) -> str | None:
        """Return the id of the counting rule that a counting rule is based on."""
        check_name("counting rule", name)
        jurisdiction, _, rest = name.partition("/")
        file = self.file(f"{jurisdiction}/counting/{rest}.toml")
        base: str | None = None if file is None else file.raw["rule"].get("base")
        return base

    def rule(self, name: str) -> DeadlineRule | CountingRule:
        """Return a deadline, or else a counting rule, by id.

        Raises `UnknownNameError`, with suggestions.
        """
        check_name("rule", name)
        if name.count("/") >= _PARTS_OF_AN_ID:
            return self.deadline(name)
        return self.counting_rule(name)

    def deadline(self, name: str) -> DeadlineRule:
        """Return a catalogued deadline by id or alias.

        Raises `UnknownNameError`, with suggestions.
        """
        check_name("deadline", name)
        known = self.cached("deadline")
        found = known.get(name)
        if found is None:
            found = by_name.deadline_named(self, name)
            known[name] = found
        rule: DeadlineRule = found
        return rule

    def clock(self, name: str) -> ClockRule:
        """Return a catalogued clock by id; raises `UnknownNameError`."""
        check_name("clock", name)
        return clocks.clock_named(self, name)

    def why_no_id(self, sort: str, name: str) -> str | None:
        """Say why an id of the law cannot stand in a log; ``None`` if it can.

        `sort` is ``"court"``, ``"jurisdiction"``, ``"clock"``, ``"deadline"`` or
        ``"calendar"``; raises `InvalidValueError` for another.
        """
        check_name(sort, name)
        return ids.why_no_id(self, sort, name)

    def clocks(self) -> tuple[ClockRule, ...]:
        """Return every catalogued clock, by jurisdiction and file."""
        return clocks.all_clocks(self)

    def packs(self, jurisdiction: str) -> tuple[str, ...]:
        """Return the ids of a jurisdiction's packs of deadlines, local rules last."""
        check_name("jurisdiction", jurisdiction)
        found = packs.packs_of(self, jurisdiction)
        self._check_jurisdiction(jurisdiction, found)
        return found

    def deadlines(self) -> Iterator[DeadlineRule]:
        """Yield every catalogued deadline, by jurisdiction and pack."""
        for jurisdiction in self.jurisdictions():
            for pack in packs.packs_of(self, jurisdiction):
                yield from packs.deadlines_of(self, pack)

    def court(self, name: str) -> Court:
        """Return a court by id, or by its bare name where those stand alone.

        Raises `UnknownNameError`, with suggestions.
        """
        check_name("court", name)
        known = self.cached("court")
        found = known.get(name)
        if found is None:
            found = self._load_court(name)
            known[name] = found
        court: Court = found
        return court

    def _load_court(self, name: str) -> Court:
        if "/" in name:
            places = [name.partition("/")[0]]
        else:
            places = [j for j in self.jurisdictions() if self._has_bare_courts(j)]
        for jurisdiction in places:
            bare = name.rpartition("/")[2]
            entry = courts.court_alone(self, f"{jurisdiction}/{bare}")
            if entry is not None:
                return entry
            for court in courts.courts_of(self, jurisdiction):
                bare = court.id.rpartition("/")[2]
                if name in (court.id, *court.aliases) or (name == bare):
                    return court
        return self.court(court_meant(self, name))

    def _has_bare_courts(self, jurisdiction: str) -> bool:
        place = f"{jurisdiction}/jurisdiction.toml"
        if not any(folder.mentions(place, "bare_courts") for folder in self.folders):
            return False  # as of all but a few, of which nothing else is read
        head = self.jurisdiction(jurisdiction)
        return head is not None and "bare_courts" in head

    def courts(self, jurisdiction: str) -> tuple[Court, ...]:
        """Return the courts of a jurisdiction; raises `UnknownNameError`."""
        check_name("jurisdiction", jurisdiction)
        found = courts.courts_of(self, jurisdiction)
        self._check_jurisdiction(jurisdiction, found)
        return found

    def _check_jurisdiction(self, name: str, found: Collection[object]) -> None:
        """Refuse a name that nothing bears, where nothing was found."""
        if not found and name not in self.jurisdictions():
            noun = "jurisdiction"
            raise UnknownNameError.of(noun, name, self.jurisdictions())

    def jurisdiction(self, name: str) -> dict[str, Any] | None:
        """Return the head of a jurisdiction, of several folders' each key's last.

        ``None`` where there is none.
        """
        check_name("jurisdiction", name)
        return laid_over.head_of(self, name)

    def local_rules(self, court: str) -> LawFile | None:
        """Return the local rules of a court, if any are at hand."""
        check_name("court", court)
        jurisdiction, _, rest = court.partition("/")
        return self.file(f"{jurisdiction}/local-rules/{rest}.toml")

    def names(self, sort: str) -> tuple[str, ...]:
        """Return the ids of one sort: ``"calendar"``, ``"court"``, ``"deadline"`` ….

        The other sorts are ``"clock"``, ``"jurisdiction"`` and ``"rule"`` (counting
        rules). Raises `InvalidValueError` for another.
        """
        return names_of(self, sort)

    # The words of the vocabulary: `law.book.wording.words`.
    answers = wording.answers
    words = wording.words
    check_word = wording.check_word
    # What the roles say of those who have them: `law.book.wording.sides`.
    adverse = sides.adverse
    is_party = sides.is_party
    acts_for_party = sides.acts_for_party
    hearing_triggers = wording.hearing_triggers
    people_rules = sides.people_rules
    # What is told from the text of entries: `law.book.entries`.
    deadlines_with = entries.deadlines_with
    # The words of the law itself: `law.book.operative`.
    quotations = operative.quotations
    quoted_in = operative.quoted_in
