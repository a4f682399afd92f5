"""Names: all there are of a sort, and what was meant by one that nothing bears."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.errors import InvalidValueError, UnknownNameError
from legalcase.law.book.finding.courts import courts_of
from legalcase.law.book.vocabulary import but_for_case, vocabularies
from legalcase.near import near_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.kept import Kept
    from legalcase.law.book.book import Book

__all__ = ["as_known", "calendar_meant", "court_meant", "names_of", "no_counting_rule"]

#: Of what is longer the refusal is not kept: it is no court's name misspelt.
_LONGEST: Final = 200
_SORTS: Final = ("calendar", "clock", "court", "deadline", "jurisdiction", "rule")


def names_of(law: Book, sort: str) -> tuple[str, ...]:
    """Return the ids of one sort, by jurisdiction.

    Raises `InvalidValueError` for a sort that there is not.
    """
    if sort not in _SORTS:
        msg = (
            f"There are no names of the sort {sort!r}. Ask for one of "
            f"{', '.join(map(repr, _SORTS))}."
        )
        raise InvalidValueError(msg, field="sort", value=sort)
    if sort == "jurisdiction":
        return law.jurisdictions()
    if sort == "court":
        return tuple(c.id for j in law.jurisdictions() for c in law.courts(j))
    if sort == "clock":
        return tuple(clock.id for clock in law.clocks())
    if sort == "deadline":
        return tuple(deadline.id for deadline in law.deadlines())
    folder = {"calendar": "calendars", "rule": "counting"}[sort]
    return tuple(dict.fromkeys(_files(law, sort, folder)))


def _files(law: Book, sort: str, place: str) -> Iterator[str]:
    for folder in law.folders:
        for jurisdiction in folder.jurisdictions():
            if sort == "calendar" and folder.read(f"{jurisdiction}/calendar.toml"):
                yield jurisdiction
            for name in folder.names(jurisdiction, place):
                stem = name.rpartition("/")[2].removesuffix(".toml")
                yield f"{jurisdiction}/{stem}"


def as_known(law: Book, sort: str, name: str | None) -> str | None:
    """Return a name as it is entered, where it differs by capitals or blanks alone."""
    if name is None or name == name.strip().casefold() or ":" in name:
        return name
    return but_for_case(name, names_of(law, sort)) or name


def calendar_meant(law: Book, name: str) -> str:
    """Return the calendar whose id is `name` but for capitals.

    Raises `UnknownNameError`; of a court, which has several, with those that it has.
    """
    known = names_of(law, "calendar")
    meant = but_for_case(name, known)
    if meant is not None and meant != name:
        return meant
    kind = "calendar"
    hint = "For a country without a court calendar: 'holidays:JP'."
    try:
        court = law.court(name)
    except UnknownNameError:
        raise UnknownNameError.of(kind, name, known, hint) from None
    by_role = dict(court.calendars)
    # That of the court itself first: it is the one that is looked for.
    ids = tuple(dict.fromkeys((by_role["court"], *by_role.values())))
    roles = {id_: [r for r, one in by_role.items() if one == id_] for id_ in ids}
    said = "; ".join(f"{id_!r} ({', '.join(named)})" for id_, named in roles.items())
    msg = f"There is no calendar {name!r}: that is a court. Its calendars are {said}."
    raise UnknownNameError(msg, kind=kind, name=name, suggestions=ids)


def court_meant(law: Book, name: str) -> str:
    """Return the court whose id or alias is `name` but for capitals.

    Raises `UnknownNameError`; of a court that is known and not entered, with the rule
    under which to count. Its words are kept: a case in a court that is not entered asks
    for it at every line, and whatever is spelt alike is looked for among all courts.
    """
    refused: Kept[str, tuple[str, tuple[str, ...]]] = law.cached("no-court")
    said = refused.get(name)
    if said is None:
        try:
            return _meant(law, name)
        except UnknownNameError as error:
            said = str(error), error.suggestions
            if type(name) is str and len(name) <= _LONGEST:
                refused[name] = said
    raise UnknownNameError(said[0], kind="court", name=name, suggestions=said[1])


def _meant(law: Book, name: str) -> str:
    courts = [court for j in law.jurisdictions() for court in courts_of(law, j)]
    bare = {
        court.id.rpartition("/")[2]
        for court in courts
        if (law.jurisdiction(court.id.partition("/")[0]) or {}).get("bare_courts")
    }
    ids = [court.id for court in courts]
    known = {*ids, *bare, *(alias for court in courts for alias in court.aliases)}
    meant = but_for_case(name, known)
    if meant is not None and meant != name:
        return meant
    kind, hint = "court", "`legalcase rules` lists the courts that are entered."
    for court, cited, rule in _cited(law, name):
        if court in ids:
            raise UnknownNameError.of(kind, name, ids, found=(court,))
        msg = (
            f"There is no court {name!r}: {cited} ({court}) is not entered. Give "
            f"under={rule!r} instead: a notice says what was not considered."
        )
        raise UnknownNameError(msg, kind=kind, name=name, suggestions=())
    # Whoever names a court of Montana wants none of Michigan, however it is spelt.
    place, slash, own = name.strip().casefold().partition("/")
    if not slash or place not in law.jurisdictions():
        raise UnknownNameError.of(kind, name, ids, hint)
    there = {one.partition("/")[2]: one for one in ids if one.startswith(f"{place}/")}
    if not there:
        hint = f"No court of {place} is entered: name a counting rule instead (under=)."
    found = [there[one] for one in near_to(own, sorted(there))]
    raise UnknownNameError.of(kind, name, there.values(), hint, found=found)


def no_counting_rule(law: Book, name: str) -> UnknownNameError:
    """Return the error for a counting rule that is none: a court applies some."""
    kind = "counting rule"
    try:
        court = law.court(name)
    except UnknownNameError:
        return UnknownNameError.of(kind, name, names_of(law, "rule"))
    said = ", ".join(repr(id_) for id_ in court.counting)
    msg = f"There is no {kind} {name!r}: that is a court. It applies {said}."
    return UnknownNameError(msg, kind=kind, name=name, suggestions=court.counting)


def _cited(law: Book, name: str) -> Iterator[tuple[str, str, str]]:
    """Yield (id, citation, rule) of the courts there are that bear a name.

    The name is an id, bare or whole, or a citation in which points, blanks, capitals
    and the order of district and state make no difference: E.D. Va., edva, vaed.
    """
    asked = _letters(name)
    for place, raw in vocabularies(law):
        for rule, courts in raw.get("known_courts", {}).items():
            for bare, cited in courts.items():
                if asked in {bare, _letters(f"{place}/{bare}"), _letters(cited)}:
                    yield f"{place}/{bare}", cited, rule


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
