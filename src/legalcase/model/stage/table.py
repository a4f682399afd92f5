"""StageTable: through which stages a kind of case goes, as terms that a log keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import Attribute, field, frozen

from legalcase.errors import InvalidValueError
from legalcase.kernel.checks import (
    check_id,
    check_some,
    check_text,
    check_truth,
    check_word,
    check_words,
    optional,
    tuple_of,
)
from legalcase.kernel.events.terms import Terms
from legalcase.kernel.events.words import word
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["ENTRIES", "STANDINGS", "StageMove", "StageNeed", "StageTable"]

#: What can stand on a docket, by the kind of the event that brought it.
ENTRIES: Final = ("filed", "served", "order-entered", "judgment-entered")
#: Where a case can stand with its court.
STANDINGS: Final = ("pre-filing", "active", "inactive", "disposed", "closed")

_Check = Any


def _all_of(allowed: tuple[str, ...]) -> _Check:
    def check(_: object, attribute: Attribute[Any], value: tuple[str, ...]) -> None:
        check_words(_, attribute, value)
        if not set(value) <= set(allowed):
            name = attribute.name
            msg = f"{name} has what is none of its words. Use {', '.join(allowed)}."
            raise InvalidValueError(msg, field=name, value=None)

    return check


@frozen(kw_only=True)
class StageNeed(Terms):
    """What a case must have before it comes to a stage: one of the words of one sort.

    `triggers`: an entry on the docket, not struck, that bears one of these words;
    `entries`: one of these kinds (``"judgment-entered"``); `hearings`: a hearing of
    one of these kinds that was held; `standings`: the case stands so with its court
    (``"disposed"``); `roles`: somebody takes part in one of these. Exactly one is
    given. With `is_own`, an entry counts for a party only if it is by it, was served
    on it, or is as to it, and a hearing if it is as to it; orders, judgments and
    hearings that name nobody are as to all.
    """

    triggers: tuple[str, ...] = field(
        default=(), validator=check_words, metadata=word("trigger")
    )
    entries: tuple[str, ...] = field(default=(), validator=_all_of(ENTRIES))
    hearings: tuple[str, ...] = field(
        default=(), validator=check_words, metadata=word("hearing")
    )
    standings: tuple[str, ...] = field(default=(), validator=_all_of(STANDINGS))
    roles: tuple[str, ...] = field(
        default=(), validator=check_words, metadata=word("participant")
    )
    is_own: bool = field(default=False, validator=check_truth)

    def __attrs_post_init__(self) -> None:
        """Refuse what asks for nothing, or for two things at once."""
        if sum(map(bool, self._sorts())) != 1:
            msg = (
                "A StageNeed asks for one thing: triggers, entries, hearings, "
                "standings or roles. Make one of each, they must all be there."
            )
            raise InvalidValueError(msg, field="needs", value=None)

    def _sorts(self) -> tuple[tuple[str, ...], ...]:
        return (
            self.triggers,
            self.entries,
            self.hearings,
            self.standings,
            self.roles,
        )

    def __str__(self) -> str:
        """Say what is needed, in the words of the table."""
        own = " of its own" if self.is_own else ""
        sorts = (
            (self.triggers, f"on the docket{own}: "),
            (self.entries, f"an entry{own} of the kind "),
            (self.hearings, f"a hearing{own}, held, of the kind "),
            (self.standings, "a case that is "),
            (self.roles, "a "),
        )
        words, said = next(each for each in sorts if each[0])
        return said + " or ".join(words)


@frozen(kw_only=True)
class StageMove(Terms):
    """From one of the stages `leaves`, what goes on can come to the stage `reaches`.

    `when` says in a few words on what occasion, `needs` what must be there first (all
    of it), `authority` by which rule.
    """

    leaves: tuple[str, ...] = field(validator=check_some(check_words))
    reaches: str = field(validator=check_word)
    when: str | None = field(default=None, validator=optional(check_text))
    needs: tuple[StageNeed, ...] = field(default=(), validator=tuple_of(StageNeed))
    authority: str | None = field(default=None, validator=optional(check_text))


@frozen(kw_only=True, repr=False)
class StageTable(Terms):
    """The stages of a kind of case, in their order, and the moves between them.

    `table_id` is its id (``"us/civil"``), `edition` says which text of it this is.
    What begins stands at the first of `stages`; one that no move leaves is final.
    `aside` are stages outside the order (``"suspended"``). Whoever takes part in one
    of the roles `each` has a stage of its own; the case is then where the last of them
    is. `authority` says from where the stages are taken.

    Raises `InvalidValueError` for a move to or from what is no stage, for a stage that
    cannot be reached, and for one from which no final stage can be reached.
    """

    table_id: str = field(validator=check_id)
    edition: str = field(validator=check_text)
    stages: tuple[str, ...] = field(validator=check_some(check_words))
    moves: tuple[StageMove, ...] = field(validator=tuple_of(StageMove))
    aside: tuple[str, ...] = field(default=(), validator=check_words)
    each: tuple[str, ...] = field(
        default=(), validator=check_words, metadata=word("participant")
    )
    authority: str | None = field(default=None, validator=optional(check_text))

    def __repr__(self) -> str:
        """Return which table it is, and how many stages it has."""
        name = f"{self.table_id!r}, edition {self.edition!r}"
        return f"<StageTable {name}: {len(self.places)} stages>"

    def __attrs_post_init__(self) -> None:
        """Refuse a table in which something hangs in the air.

        Tables stand in logs: what is refused here can never become more.
        """
        self._check_words()
        unreached = set(self.places) - self._reached_from((self.first,), self._onward())
        if unreached:
            raise _hanging(min(unreached), "cannot be reached from the first one")
        back = self._reached_from(self.finals, self._onward(back=True))
        stuck = set(self.places) - back
        if stuck:
            raise _hanging(min(stuck), "leads to no stage that is final")

    def _check_words(self) -> None:
        if set(self.stages) & set(self.aside):
            msg = "A stage stands in stages and in aside. Give each in one of them."
            raise InvalidValueError(msg, field="aside", value=None)
        for move in self.moves:
            for place in (*move.leaves, move.reaches):
                self.check_place(place, "moves")

    def check_place(self, place: str, name: str) -> None:
        """Refuse what is no stage of the table; raises `InvalidValueError`."""
        if place not in self.places:
            msg = (
                f"{shown(place)} is no stage of {self.table_id!r}. Use one of "
                f"{', '.join(self.places)}."
            )
            raise InvalidValueError(msg, field=name, value=place)

    def _onward(self, *, back: bool = False) -> tuple[tuple[str, str], ...]:
        pairs = ((place, move.reaches) for move in self.moves for place in move.leaves)
        return tuple((to, at) if back else (at, to) for at, to in pairs)

    @staticmethod
    def _reached_from(
        places: Iterable[str], pairs: tuple[tuple[str, str], ...]
    ) -> set[str]:
        found = set(places)
        size = -1
        while size != len(found):
            size = len(found)
            found.update(to for at, to in pairs if at in found)
        return found

    @property
    def first(self) -> str:
        """The stage at which what begins stands."""
        return self.stages[0]

    @property
    def places(self) -> tuple[str, ...]:
        """All stages: those in order, and those beside it."""
        return (*self.stages, *self.aside)

    @property
    def finals(self) -> tuple[str, ...]:
        """The stages that no move leaves."""
        left = {place for move in self.moves for place in move.leaves}
        return tuple(place for place in self.places if place not in left)

    def moves_from(self, place: str) -> tuple[StageMove, ...]:
        """Return the moves that leave a stage."""
        return tuple(move for move in self.moves if place in move.leaves)

    def moves_between(self, place: str, to: str) -> tuple[StageMove, ...]:
        """Return the moves from one stage to another: several where needs differ."""
        return tuple(move for move in self.moves_from(place) if move.reaches == to)

    def reachable(self, place: str) -> tuple[str, ...]:
        """Return the stages that can follow one, each once."""
        return tuple(dict.fromkeys(move.reaches for move in self.moves_from(place)))

    def earliest(self, places: Iterable[str]) -> str | None:
        """Return the one of some places that comes first; those aside come last."""
        wanted = set(places)
        return next((one for one in self.places if one in wanted), None)

    def __iter__(self) -> Iterator[str]:
        """Return the stages."""
        return iter(self.places)


def _hanging(place: str, what: str) -> InvalidValueError:
    msg = f"The stage {place!r} {what}. Add a move, or leave the stage out."
    return InvalidValueError(msg, field="moves", value=place)
