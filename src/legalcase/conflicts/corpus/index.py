"""ConflictIndex: everybody in every case, as a check for conflicts searches them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import evolve, field, frozen

from legalcase.conflicts.corpus.participation import Participation, participations_of
from legalcase.conflicts.names.book import NameBook
from legalcase.conflicts.relating import links_by_entry
from legalcase.directory.directory import Directory
from legalcase.directory.state import Relationship
from legalcase.errors import InvalidTypeError, InvalidValueError
from legalcase.kernel.checks import check_asked
from legalcase.model.case import Case
from legalcase.model.case_file import CaseFile
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

__all__ = ["ConflictIndex", "Unsearched"]


@frozen(kw_only=True)
class Unsearched(PlainData):
    """What could not be looked at: a word, in which stream, and how often.

    `what` is ``"sealed"`` (its key is not there), ``"unreadable"``, ``"unread-kinds"``
    (lines of rooms without which it was read), ``"names-only"`` (who takes part without
    an id: a name alone speaks for them), ``"not-in-directory"`` (an id whose entry was
    erased, or is elsewhere).
    """

    what: str
    where: str
    many: int = 1


@frozen(kw_only=True, repr=False, eq=False)
class ConflictIndex:
    """All that a check searches: who takes part in which case, and the directory.

    `position` is the cursor of the store as it was read, ``""`` where there was none;
    `cases` how many cases stand in it, `unsearched` what could not be looked at. It is
    a value: cases that changed since are in a new one.
    """

    directory: Directory
    position: str
    participations: tuple[Participation, ...] = field(repr=False)
    case_ids: tuple[str, ...]
    unsearched: tuple[Unsearched, ...] = ()
    links: Mapping[str, tuple[Relationship, ...]] = field(repr=False)
    named: tuple[tuple[str, str | None, Participation | None], ...] = field(repr=False)
    book: NameBook = field(repr=False)
    _by_who: Mapping[str, tuple[Participation, ...]] = field(alias="by_who")
    _by_firm: Mapping[str, tuple[Participation, ...]] = field(alias="by_firm")
    _by_case: Mapping[str, tuple[Participation, ...]] = field(alias="by_case")

    def __repr__(self) -> str:
        """Return how much stands in it; no name."""
        return (
            f"<ConflictIndex of {len(self.case_ids)} cases, "
            f"{len(self.participations)} participations>"
        )

    @property
    def cases(self) -> int:
        """How many cases stand in it."""
        return len(self.case_ids)

    @classmethod
    def of(
        cls,
        cases: Iterable[Case | CaseFile],
        directory: Directory,
        *,
        position: str = "",
        unsearched: Iterable[Unsearched] = (),
        progress: Callable[[int], object] | None = None,
    ) -> Self:
        """Return the index of cases, each once, and of a directory.

        `position` is the cursor of the store from which they come, `unsearched` what
        that could not give; `progress` is called with how many cases are read. Of each
        case no more is kept than who takes part. Raises `InvalidTypeError` for what is
        no case, and `InvalidValueError` for one twice.
        """
        check_asked(directory, "directory", "find", "named")
        found: list[Participation] = []
        lacking = list(unsearched)
        ids: dict[str, None] = {}
        several: Iterable[Any] = cases
        for number, one in enumerate(several, 1):
            case = one.case if isinstance(one, CaseFile) else one
            if not isinstance(case, Case):
                msg = (
                    f"cases needs cases or their files, not {type(one).__name__}. Pass "
                    "file.case, or what a store gives."
                )
                raise InvalidTypeError(msg, field="cases", value=None)
            if case.case_id in ids:
                msg = f"The case {case.case_id!r} is there twice. Pass each case once."
                raise InvalidValueError(msg, field="cases", value=case.case_id)
            ids[case.case_id] = None
            mine = tuple(participations_of(case, directory))
            found += mine
            lacking += _lacking(case, mine, directory)
            if progress is not None:
                progress(number)
        parts = tuple(found)
        named = tuple(_names(directory, parts))
        return cls(
            directory=directory,
            position=position,
            participations=parts,
            case_ids=tuple(ids),
            unsearched=tuple(lacking),
            links=links_by_entry(directory),
            named=named,
            book=NameBook.of(name for name, _, _ in named),
            by_who=_by(parts, "who"),
            by_firm=_by(parts, "firm"),
            by_case=_by(parts, "case_id"),
        )

    def lacking(self, *unsearched: Unsearched) -> Self:
        """Return it with more that could not be looked at."""
        return evolve(self, unsearched=(*self.unsearched, *unsearched))

    def of_person(self, who: str) -> tuple[Participation, ...]:
        """Return where somebody takes part, by the id of the directory."""
        return self._by_who.get(who, ())

    def of_firm(self, firm: str) -> tuple[Participation, ...]:
        """Return where counsel of a firm acted, by the firm's id in the directory."""
        return self._by_firm.get(firm, ())

    def of_case(self, case_id: str) -> tuple[Participation, ...]:
        """Return everybody in a case."""
        return self._by_case.get(case_id, ())

    def live_on(self, day: date) -> frozenset[str]:
        """Return the ids of the cases in which we act for somebody on a day."""
        return frozenset(
            one.case_id
            for one in self.participations
            if "client" in one.standings_on(day)
        )


def _by(
    parts: tuple[Participation, ...], name: str
) -> dict[str, tuple[Participation, ...]]:
    found: dict[str, list[Participation]] = {}
    for one in parts:
        key = getattr(one, name)
        if key is not None:
            found.setdefault(key, []).append(one)
    return {key: tuple(each) for key, each in found.items()}


def _names(
    directory: Directory, parts: tuple[Participation, ...]
) -> Iterator[tuple[str, str | None, Participation | None]]:
    """Yield each name that stands in it: of whom, or in which participation.

    All names of the directory, those borne before, aliases and names on dockets; and
    the names of those who take part without an id.
    """
    for entry in directory:
        held = entry.profile
        said = [one.name.written for one in held.names]
        said += [one.name.written for one in held.aliases]
        said += [one.name for one in held.docket_names if one.name is not None]
        for name in dict.fromkeys(said):
            yield name, entry.entry_id, None
    for one in parts:
        if one.name is not None:
            yield one.name, None, one


def _may_be_ours(one: Participation) -> bool:
    named = one.party_id is not None and one.party_id in one.matter.client_ids
    return named or one.is_client or bool(one.engaged)


def _lacking(
    case: Case, mine: tuple[Participation, ...], directory: Directory
) -> Iterator[Unsearched]:
    where = f"{case.folded.model.noun}:{case.case_id}"
    if case.unread:
        yield Unsearched(what="unread-kinds", where=where, many=len(case.unread))
    nameless = sum(one.who is None for one in mine)
    if nameless:
        yield Unsearched(what="names-only", where=where, many=nameless)
    asked = case.engagement
    if asked is not None and not asked.inquirers and not any(map(_may_be_ours, mine)):
        yield Unsearched(what="nobody-named", where=where)
    gone = sum(one.who is not None and one.who not in directory for one in mine)
    if gone:
        yield Unsearched(what="not-in-directory", where=where, many=gone)
