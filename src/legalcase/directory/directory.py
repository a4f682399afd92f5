"""Directory: who people and organizations are, outside any case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import evolve, frozen

from legalcase.directory.entry import Entry
from legalcase.directory.relations import RELATIONS
from legalcase.directory.texts import folded_text
from legalcase.errors import InvalidTypeError, InvalidValueError, UnknownNameError
from legalcase.kernel.checks import check_asked
from legalcase.kernel.events.ids import chosen
from legalcase.kernel.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from legalcase.directory.state import Relationship

__all__ = ["Directory", "erase"]

_HINT = "Look for it with find(…), or add it: directory.with_(Entry.open(…))."


def _empty() -> Register[Entry]:
    return Register("entry", _HINT)


@frozen(repr=False)
class Directory:
    """Persons, organizations and agencies by their ids: an immutable value.

    `directory["person:roe"]` is an entry; cases hold such ids and no names.
    """

    _entries: Register[Entry]

    @classmethod
    def of(cls, *entries: Entry) -> Self:
        """Return the directory of these; raises `InvalidValueError` for one twice."""
        found = cls(_empty())
        for entry in entries:
            if _checked(entry).entry_id in found:
                msg = f"The entry {entry.entry_id!r} is there twice. Give each once."
                raise InvalidValueError(msg, field="entries", value=entry.entry_id)
            found = found.with_(entry)
        return found

    def __repr__(self) -> str:
        """Return how many there are."""
        return f"<Directory of {len(self._entries)}>"

    def with_(self, *entries: Entry) -> Self:
        """Return the directory with these, new or in place of older ones."""
        register = self._entries
        for entry in entries:
            register = register.with_(_checked(entry).entry_id, entry)
        return evolve(self, entries=register)

    def __getitem__(self, entry_id: str) -> Entry:
        """Return an entry; raises `UnknownNameError`."""
        found = self.find(entry_id)
        if found is None:
            near = chosen(self._entries.ids(), str(entry_id))
            noun = "entry"
            raise UnknownNameError.of(noun, str(entry_id), near, _HINT)
        return found

    def find(self, entry_id: str | None) -> Entry | None:
        """Return an entry, or ``None``."""
        return None if entry_id is None else self._entries.find(entry_id)

    def __contains__(self, entry_id: object) -> bool:
        """Tell whether an entry bears the id."""
        return entry_id in self._entries

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        """Return the entries in the order in which they came."""
        return iter(self._entries)

    def ids(self) -> tuple[str, ...]:
        """Return the ids in the order in which their entries came."""
        return self._entries.ids()

    def by_identifier(
        self, sort: str, value: str, *, issuer: str | None = None
    ) -> tuple[Entry, ...]:
        """Return those to whom a number or a mark was given, even if it holds no more.

        An admission to a bar is found as ``sort="bar"``, its jurisdiction as `issuer`.
        Every entry is looked at.
        """
        return tuple(e for e in self if _identified(e, sort, value, issuer))

    def named(self, text: str) -> tuple[Entry, ...]:
        """Return those who bear, or bore, a name in which a text occurs.

        Names, aliases and names on dockets are looked at; capitals, accents and blanks
        make no difference.
        """
        wanted = folded_text(text)
        if not wanted:
            msg = "The text to look for is empty. Give a name, or a part of one."
            raise InvalidValueError(msg, field="text", value=None)
        return tuple(
            entry
            for entry in self
            if any(wanted in folded_text(name) for name in _names_of(entry))
        )

    def links_of(
        self, entry_id: str, on: date | None = None
    ) -> tuple[Relationship, ...]:
        """Return the relations of an entry, on a day if one is given, in both senses.

        What another entry says of it is told from its own side: of the ward, that
        somebody is its guardian is ``ward-of``. Raises `UnknownNameError`.
        """
        own = self[entry_id].profile.links
        others = tuple(
            evolve(link, relation=RELATIONS[link.relation].inverse, to=entry.entry_id)
            for entry in self
            for link in entry.profile.links
            if link.to == entry_id
        )
        return tuple(
            link for link in (*own, *others) if on is None or link.spell.covers(on)
        )


def _checked(entry: Any) -> Entry:
    if not isinstance(entry, Entry):
        msg = (
            f"A directory is made of entries, not of {type(entry).__name__}. Pass "
            "Entry.open(…), or work.entry(…)."
        )
        raise InvalidTypeError(msg, field="entries", value=None)
    return entry


def _identified(entry: Entry, sort: str, value: str, issuer: str | None) -> bool:
    found = [(one.sort, one.value, one.issuer) for one in entry.profile.identifiers]
    found += [
        ("bar", one.number, one.jurisdiction)
        for one in entry.profile.admissions
        if one.number is not None
    ]
    return any(
        (sort, value) == (s, v) and issuer in (None, given) for s, v, given in found
    )


def _names_of(entry: Entry) -> Iterator[str]:
    profile = entry.profile
    yield from (one.name.written for one in profile.names)
    yield from (one.name.written for one in profile.aliases)
    for docketed in profile.docket_names:
        if docketed.name is not None:
            yield docketed.name


def erase(directory: Directory, entry_id: str) -> Directory:
    """Return the directory without an entry, with its whole log.

    What cases hold of it is the id: `display_name` says "a person" from then on. Where
    the free text of cases may still name it, `lines_naming` finds the lines; in a
    store, `work.erase` does it, and refuses it while a legal hold is in force in a case
    that names it; here no case is known: ask `holds_naming` of `legalcase.model`.
    Raises `UnknownNameError`.
    """
    check_asked(directory, "directory", "find", "named")
    directory[entry_id]
    kept = _empty()
    for entry in directory:
        if entry.entry_id != entry_id:
            kept = kept.with_(entry.entry_id, entry)
    return evolve(directory, entries=kept)
