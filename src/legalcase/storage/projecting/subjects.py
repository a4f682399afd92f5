"""What a policy of access looks at in a case, as words; and back."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from legalcase.access.subject import Subject
from legalcase.access.taking_part import ours, takes_part, unlisted
from legalcase.errors import LegalCaseError
from legalcase.storage.projecting.values import Attribute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.model.caseload.state import Caseload
    from legalcase.model.people.state import People

__all__ = ["OF_SUBJECTS", "subject_of", "subject_words"]

#: The words of which a subject is made: who takes part or once did, who of them is or
#: was our client, who has open work, who is on the team (from when, until when), who
#: takes part under a name alone, and where the case is.
_WORDS: Final = ("court", "on-team", "ours", "person", "unlisted", "works")
#: Binds the others: where one of them was lost, nothing is decided by the rest.
_BOUND: Final = "subject"

#: The names of all of them. But for the court, no query asks for any.
OF_SUBJECTS: Final = (*_WORDS, _BOUND)

_OPEN: Final = "-"


def subject_words(
    team: Any, people: People, caseload: Caseload, working: Iterable[str]
) -> Iterator[Attribute]:
    """Yield the words of which a subject is made.

    `team` is the state of that room, or ``None``; `working` have open work.
    """
    said: dict[str, Iterable[str | None]] = {
        "court": (caseload.court,),
        "on-team": _on_team(team),
        "ours": ours(people),
        "person": takes_part(people, caseload),
        "unlisted": unlisted(people),
        "works": working,
    }
    words = {
        Attribute(name, value)
        for name, values in said.items()
        for value in values
        if value is not None
    }
    yield from words
    yield Attribute(_BOUND, _digest(words))


def _digest(words: Iterable[Attribute]) -> str:
    pairs = sorted((one.name, one.value) for one in words)
    parts = [part.encode() for pair in pairs for part in pair]
    data = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return sha256(b"legalcase-subject-1" + data).hexdigest()


def _on_team(team: Any) -> Iterator[str]:
    """Yield who is on the team, with the days: of what day is asked, nobody knows."""
    for one in () if team is None else team.assignments:
        until = _OPEN if one.until_on is None else one.until_on.isoformat()
        yield f"{one.from_on.isoformat()} {until} {one.person}"


def subject_of(stream: str, words: Iterable[Attribute], day: date) -> Subject | None:
    """Return what a policy looks at on a day; ``None`` where that cannot be told.

    So it is of a case whose rows were not made here, are sealed, or have lost a word.
    """
    found: dict[str, list[str]] = {name: [] for name in OF_SUBJECTS}
    for one in words:
        if one.name in found and not one.what:
            found[one.name].append(one.value)
    bound = found.pop(_BOUND)
    given = [Attribute(name, one) for name, values in found.items() for one in values]
    if bound != [_digest(given)]:
        return None
    try:
        return Subject(
            stream=stream,
            participants=found["person"],
            clients=found["ours"],
            team=[*found["works"], *_team_on(found["on-team"], day)],
            court=found["court"][0] if found["court"] else None,
            unlisted=found["unlisted"],
        )
    except (LegalCaseError, ValueError):
        return None


def _team_on(words: Iterable[str], day: date) -> Iterator[str]:
    for word in words:
        first, until, person = word.split(" ", 2)
        begins = date.fromisoformat(first) <= day
        if begins and (until == _OPEN or day < date.fromisoformat(until)):
            yield person
