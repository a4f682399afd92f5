"""Subject: what a policy looks at in a case, and in an entry of the directory."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Self

from attrs import Attribute, field, frozen

from legalcase.access.taking_part import ours, takes_part, unlisted, working
from legalcase.directory.ids import entry_of
from legalcase.directory.relations import NOUNS
from legalcase.errors import ConflictingInputError, InvalidTypeError, InvalidValueError
from legalcase.kernel.checks import check_asked, check_id, check_text, optional
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from legalcase.model.case import Case

__all__ = ["Subject"]

_CASE: Final = "case"
_PREFIX: Final = f"{_CASE}:"
_STREAM: Final = re.compile(f"(?:{'|'.join((_CASE, *NOUNS))}):[!-~]{{1,150}}")
_ENTRY: Final = re.compile(f"(?:{'|'.join(NOUNS)}):[!-~]{{1,150}}")
_ID: Final = re.compile("[!-~]{1,200}")
_SEVERAL: Final = (frozenset, set, tuple, list)
_check_entry = entry_of()


def _set(value: Iterable[str]) -> frozenset[str]:
    """Make a set of what holds several; text, which would fall apart, is refused."""
    # What cannot stand in a set is no text either.
    if isinstance(value, _SEVERAL) and all(isinstance(each, str) for each in value):
        return frozenset(value)
    msg = (
        f"A subject needs sets of ids, not {type(value).__name__}. Pass "
        "{'person:7'}, say, with nothing but text in it."
    )
    raise InvalidTypeError(msg, field="subject", value=None)


def _each(
    check: Callable[[object, Attribute[Any], object], None], pattern: re.Pattern[str]
) -> Callable[[object, Attribute[Any], frozenset[str]], None]:
    """Return a check of each member; what is of the pattern needs no closer look.

    A store makes a subject of every case that it is asked about.
    """

    def checked(_: object, attribute: Attribute[Any], value: frozenset[str]) -> None:
        for each in value:
            if not pattern.fullmatch(each):
                check(_, attribute, each)

    return checked


def _check_stream(_: object, attribute: Attribute[Any], value: object) -> None:
    if type(value) is str and _STREAM.fullmatch(value):
        return
    check_id(_, attribute, value)
    noun, _colon, rest = str(value).partition(":")
    if noun not in (_CASE, *NOUNS) or not rest:
        name = attribute.name
        msg = (
            f"{name} is neither a case nor an entry of the directory. Write 'case:m-7' "
            "or 'person:7', say."
        )
        raise InvalidValueError(msg, field=name, value=value)


@frozen(kw_only=True, repr=False)
class Subject(PlainData):
    """What a policy looks at: facts of a case, or an entry of the directory.

    `stream` is ``"case:"`` and the id, or the id of the entry. Of a case,
    `participants` are the ids, in the directory, of all who take part or once did:
    parties, counsel and their firms, judges; `clients` those of them who are or were
    ours; `team` who works on it, as it stands in the case (an id is matched, a name in
    words never is); `court` the id of the court in which it is now. Each of the sets
    may come as a set, a tuple or a list.

    Who takes part without an entry in the directory stands in none of them: no wall
    from a person finds the case by them. `unlisted` are the ids that they have in the
    case, as parties and as representations. `is_entry` tells an entry from a case.
    """

    stream: str = field(validator=_check_stream)
    participants: frozenset[str] = field(
        default=frozenset(), converter=_set, validator=_each(_check_entry, _ENTRY)
    )
    clients: frozenset[str] = field(
        default=frozenset(), converter=_set, validator=_each(_check_entry, _ENTRY)
    )
    team: frozenset[str] = field(
        default=frozenset(), converter=_set, validator=_each(check_text, _ID)
    )
    court: str | None = field(default=None, validator=optional(check_id))
    unlisted: frozenset[str] = field(
        default=frozenset(), converter=_set, validator=_each(check_id, _ID)
    )
    is_entry: bool = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Let each client take part, and an entry be whom it is about."""
        takes_part = self.participants | self.clients
        object.__setattr__(self, "is_entry", not self.stream.startswith(_PREFIX))
        if self.is_entry:
            said = (self.clients, self.team, self.court, self.unlisted)
            if takes_part - {self.stream} or any(said):
                msg = (
                    "An entry of the directory has neither participants nor a team, a "
                    "client or a court. Pass its id alone: Subject.entry('person:7')."
                )
                raise ConflictingInputError(msg, field="stream", value=self.stream)
            takes_part = frozenset({self.stream})
        object.__setattr__(self, "participants", takes_part)

    @classmethod
    def of(cls, case: Case, *, team: Iterable[str] = ()) -> Self:
        """Return what a policy looks at in a case, also one that is to be opened.

        Its team are those who have an open task or deadline in the core rooms, and
        those of `team`: pass who stands in the room of the team, where the case has
        one. Raises `InvalidTypeError` for what is no case.
        """
        check_asked(case, "case", "case_id", "people", "caseload", "tasks", "deadlines")
        return cls(
            stream=f"{_PREFIX}{case.case_id}",
            participants=frozenset(takes_part(case.people, case.caseload)),
            clients=frozenset(ours(case.people)),
            team=_set(tuple(working(case.tasks, case.deadlines)))
            | _set(_several(team)),
            court=case.court,
            unlisted=frozenset(unlisted(case.people)),
        )

    @classmethod
    def entry(cls, entry_id: str) -> Self:
        """Return what a policy looks at in an entry of the directory."""
        found = cls(stream=entry_id)
        if found.is_entry:
            return found
        msg = (
            "A case is no entry of the directory. Pass Subject.of(case), or the id of "
            "an entry, such as 'person:7'."
        )
        raise InvalidValueError(msg, field="entry_id", value=entry_id)

    def __repr__(self) -> str:
        """Return what it is of, and nobody who is in it."""
        return f"<Subject {self.stream}>"


def _several(team: Iterable[str]) -> Iterable[str]:
    """Return those of an iterable; a text is one name, and no iterable of names."""
    is_many = hasattr(team, "__iter__") and not isinstance(team, str | bytes)
    return tuple(team) if is_many else team
