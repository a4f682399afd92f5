"""Venues: the calendars that fill a rule's roles, from a court, forum or calendar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from legalcase.authority import Authority
from legalcase.calendars.closures import Closure
from legalcase.calendars.court_calendar import CourtCalendar
from legalcase.counting.rules.venue import Venue
from legalcase.counting.rules.words.marks import CLOSED_DAYS
from legalcase.counting.rules.words.named_days import NAMED_DAYS
from legalcase.dates import as_date
from legalcase.errors import ConflictingInputError, InvalidTypeError, UnknownNameError
from legalcase.law.book.vocabulary import check_word
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from legalcase.counting.rules.counting_rule import CountingRule
    from legalcase.courts.bench import Court
    from legalcase.law.book.book import Book

__all__ = ["OF_THE_FORUM", "go_together", "roles_of", "venue_for"]

#: The roles that the state of the forum fills.
OF_THE_FORUM: Final = ("forum-state", "district-state")


def go_together(law: Book, court: Court, rule: CountingRule) -> bool:
    """Tell whether a court can use a rule: one that it lists, of whatever folder.

    The court of a region may apply the code of the nation, and what that rests on; a
    rule of one's own may rest on one that it lists. Two that rest on a third have only
    that in common: one may be another court's.
    """
    if rule.id in court.counting:
        return True
    listed = {law.counting_rule(name).id for name in court.counting}
    bases = {base for name in listed for base in _bases(law, name)}
    return rule.id in bases or not listed.isdisjoint(_bases(law, rule.id))


def _bases(law: Book, name: str | None) -> Iterator[str]:
    """Yield the id of a rule and of each that it is based on."""
    while name is not None:
        yield name
        name = law.base_of(name)


def roles_of(rule: CountingRule) -> frozenset[str]:
    """Return the roles of calendars that a rule names in any version or reading."""
    roles: set[str] = set()
    for version in rule.versions:
        roles.update(_roles(version.data))
    for dispute in rule.disputes:
        for reading in dispute.readings:
            roles.update(_roles(reading.change))
    return frozenset(roles)


def _roles(settings: Mapping[str, Any]) -> Iterator[str]:
    """Yield the roles of which days are called closed, at each place where they are."""
    for place in CLOSED_DAYS:
        found: Any = settings
        for key in place:
            found = found.get(key, {}) if isinstance(found, Mapping) else {}
        yield from found if isinstance(found, Mapping) else ()
    for days in settings.get(NAMED_DAYS, {}).values():
        yield from days


def venue_for(
    law: Book,
    rule: CountingRule,
    court: Court | None,
    forum: str | None,
    calendar: str | CourtCalendar | None,
    legal_holidays: tuple[date, ...],
) -> Venue:
    """Return the venue for a rule; without extra holidays it is kept for the next time.

    Raises `ConflictingInputError` where court and forum name different states, and
    `UnknownNameError` for a forum without a calendar of legal holidays.
    """
    _check_calendar(law, calendar)
    is_named = calendar is None or isinstance(calendar, str)
    known = law.cached("venues" if is_named else "own-venues")
    key = (rule, court, forum, calendar)
    venue: Venue | None = known.get(key)
    if venue is None:
        venue = _venue(law, rule, court, forum, calendar)
        known[key] = venue
    if not legal_holidays:
        return venue
    return _with_holidays(venue, legal_holidays)


def _venue(
    law: Book,
    rule: CountingRule,
    court: Court | None,
    forum: str | None,
    calendar: str | CourtCalendar | None,
) -> Venue:
    roles = roles_of(rule) | {"court"}
    by_role: dict[str, CourtCalendar] = {}
    if court is not None:
        for role, name in court.calendars:
            if role in roles:
                by_role[role] = law.calendar(name)
    if calendar is None and "court" not in by_role:
        calendar = rule.default_calendar
    if calendar is not None:
        by_role["court"] = (
            law.calendar(calendar) if isinstance(calendar, str) else calendar
        )
    if forum is not None:
        _fill_by_forum(law, court, forum, roles, by_role)
    _fill_by_default(law, rule, by_role)
    return Venue(
        calendars=tuple(sorted(by_role.items(), key=lambda item: item[0])),
        zones=court.zones if court else (),
        cut_offs=court.cut_offs if court else (),
        courts=_chain(law, court),
        forum=forum,
        authority=court.authority if court else None,
    )


def _fill_by_forum(
    law: Book,
    court: Court | None,
    forum: str,
    roles: frozenset[str],
    by_role: dict[str, CourtCalendar],
) -> None:
    """Give the roles of a state the calendar of the forum."""
    state = _state_calendar(law, forum)
    for role in OF_THE_FORUM:
        if role not in roles:
            continue
        if role in by_role and by_role[role] != state:
            msg = (
                f"court={court.id if court else None!r} sits in another state than "
                f"forum={forum!r}. Give one of them."
            )
            raise ConflictingInputError(msg, field="forum", value=forum)
        by_role[role] = state


def _fill_by_default(
    law: Book, rule: CountingRule, by_role: dict[str, CourtCalendar]
) -> None:
    """Give a role that nothing else fills the calendar that the rule names for it."""
    for role, name in rule.default_calendars:
        if role not in by_role:
            by_role[role] = law.calendar(name)


def _check_calendar(law: Book, calendar: object) -> None:
    """Refuse what is no calendar, and closures of a kind that nobody knows."""
    if isinstance(calendar, CourtCalendar):
        for closure in calendar.overlay:
            check_word(law, "kind", closure.kind)
    if calendar is not None and not isinstance(calendar, str | CourtCalendar):
        msg = (
            f"calendar= needs an id or a CourtCalendar, not {shown(calendar)}. "
            "Pass 'us', say, or what legalcase.calendar() returns."
        )
        raise InvalidTypeError(msg, field="calendar", value=calendar)


def _state_calendar(law: Book, forum: str) -> CourtCalendar:
    head = law.jurisdiction(forum)
    if head is None or "legal_holidays" not in head:
        having = [
            name
            for name in law.jurisdictions()
            if "legal_holidays" in (law.jurisdiction(name) or {})
        ]
        kind = "forum with legal holidays"
        # The holidays of another state that is spelt alike are no help.
        msg = (
            f"There is no {kind} {forum!r}. They are entered for {', '.join(having)}; "
            "for another, pass the days that matter as legal_holidays=, or leave "
            "forum= out and read the notice."
        )
        suggestions = tuple(having)
        raise UnknownNameError(msg, kind=kind, name=forum, suggestions=suggestions)
    return law.calendar(head["legal_holidays"])


def _chain(law: Book, court: Court | None) -> tuple[str, ...]:
    chain: list[str] = []
    while court is not None and court.id not in chain:
        chain.append(court.id)
        court = law.court(court.parent) if court.parent else None
    return tuple(chain)


def _with_holidays(venue: Venue, days: Iterable[date]) -> Venue:
    authority = Authority(cite="as given in legal_holidays=")
    return venue.with_closures(
        Closure(
            on=as_date(day, "legal_holidays"),
            name="legal holiday (as given)",
            kind="legal-holiday",
            authority=authority,
        )
        for day in days
    )
