"""Participation: somebody in a matter, in which roles, when, and on whose side."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.conflicts.roles import NEUTRALS, OTHERS, are_opposed
from legalcase.kernel.events.spell import Spell
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.directory.directory import Directory
    from legalcase.model.case import Case
    from legalcase.model.engagement.state import Engagement
    from legalcase.model.people.state import Participant, Representation

__all__ = ["Matter", "Participation", "matter_of", "participations_of"]

#: How the reference to somebody begins who asked us, and of whom there are words alone.
_INQUIRY: Final = "inquiry:"


@frozen(kw_only=True)
class Matter(PlainData):
    """A case as far as conflicts go: where it and our engagement stand, since when.

    `engagement` are the statuses of our engagement with their days, in order;
    `client_ids` the parties whom that names. `closed_on` is the day from which the
    case itself is closed, where nobody said anything of an engagement.
    """

    case_id: str
    status: str
    engagement: tuple[tuple[str, date], ...] = ()
    client_ids: tuple[str, ...] = ()
    is_closed: bool = False

    def engagement_on(self, day: date) -> str | None:
        """Return where our engagement stood on a day; ``None`` where nothing says."""
        found = [status for status, on in self.engagement if on <= day]
        return found[-1] if found else None


@frozen(kw_only=True)
class Participation(PlainData):
    """Somebody in a matter, by whatever role: party, counsel, witness, neutral.

    `ref` is ``"party:…"``, ``"representation:…"`` or, of whoever asked us and is there
    in words alone, ``"inquiry:…"`` with the line; `who` the id of the directory if
    there is one, `name` what the case calls whoever has none. `engaged` is when they
    were our client; `adverse_to` are parties of the matter against whom they stand: by
    claims, pending or disposed of, or by roles where the matter has no claim between
    any. `for_whom` are the parties for whom counsel, or a guardian, is there, and
    `firm` counsel's firm at the time.
    """

    matter: Matter
    ref: str
    party_id: str | None = None
    who: str | None = None
    name: str | None = field(default=None, repr=False)
    roles: tuple[str, ...] = ()
    spells: tuple[Spell, ...] = ()
    engaged: tuple[Spell, ...] = ()
    is_client: bool = False
    adverse_to: tuple[str, ...] = ()
    against_client: bool = False
    for_whom: tuple[str, ...] = ()
    for_client: bool = False
    firm: str | None = None

    @property
    def case_id(self) -> str:
        """The id of the matter."""
        return self.matter.case_id

    @property
    def from_on(self) -> date:
        """The first day."""
        return min(one.from_on for one in self.spells)

    @property
    def until_on(self) -> date | None:
        """The first day without them; ``None`` while they take part."""
        ends = [one.until_on for one in self.spells]
        return None if None in ends else max(end for end in ends if end)

    def standings_on(self, day: date) -> tuple[str, ...]:
        """Return what they are to us on a day, the weightiest first.

        ``"client"``, ``"former-client"``, ``"prospective-client"``, ``"adverse"`` (to
        a client of ours), ``"counsel"``, ``"neutral"``, ``"government"``,
        ``"expert"``, ``"witness"``; ``"participant"`` for what is none of these.
        """
        found = [*self._ours(day)]
        if self.against_client:
            found.append("adverse")
        if self.ref.startswith("representation:"):
            found.append("counsel")
        if not NEUTRALS.isdisjoint(self.roles):
            found.append("neutral")
        others = dict.fromkeys(OTHERS[one] for one in self.roles if one in OTHERS)
        if self.party_id is not None and (self.who or "").startswith("agency:"):
            others["government"] = None
        found += [word for word in others if word not in found]
        return tuple(found) or ("participant",)

    def _ours(self, day: date) -> Iterator[str]:
        status = self.matter.engagement_on(day)
        # Whoever asked us, in words, is not known to be the client who came of it.
        asked = self.ref.startswith(_INQUIRY)
        was = bool(self.engaged) or self.is_client or asked
        named = self.party_id in self.matter.client_ids
        ever = any(
            one in ("engaged", "open", "on-hold", "closing", "closed")
            for one, _ in self.matter.engagement
        )
        if not was and not named:
            return
        if self.matter.engagement and not ever:
            # It was an inquiry: nobody is a client yet, or ever was (1.18).
            yield "prospective-client"
            return
        if asked:
            return
        over = status in ("closed", "declined") or (
            status is None and self.matter.is_closed and not self.matter.engagement
        )
        runs = any(one.covers(day) for one in self.engaged)
        began = any(one.from_on <= day for one in self.engaged)
        if (runs or (named and not self.engaged)) and not over:
            yield "client"
        elif began or named or was:
            # One who becomes a client later is seen as one: better too early.
            yield "former-client" if began or named else "client"


def matter_of(case: Case) -> Matter:
    """Return a case as far as conflicts go."""
    engagement: Engagement | None = case.engagement
    history = () if engagement is None else engagement.history
    return Matter(
        case_id=case.case_id,
        status=str(case.status),
        engagement=tuple((str(one.to), one.on) for one in history),
        client_ids=() if engagement is None else engagement.client_ids,
        is_closed=str(case.status) == "closed",
    )


def participations_of(case: Case, directory: Directory) -> Iterator[Participation]:
    """Yield everybody in a case: who takes part, counsel, who asked; also who left."""
    matter = matter_of(case)
    people = case.people
    pairs = _adverse(case)
    ours = {one.party_id for one in people.participants if _is_ours(one)}
    ours |= set(matter.client_ids)
    for party in people.participants:
        for who in dict.fromkeys((party.person, *party.formerly)):
            yield _party(party, who, matter, pairs, ours, directory)
    for counsel in people.representations:
        yield _counsel(counsel, matter, ours)
    for one in () if case.engagement is None else case.engagement.inquirers:
        yield Participation(
            matter=matter,
            ref=f"{_INQUIRY}{one.event_id}",
            name=one.name,
            roles=("inquirer",),
            spells=(Spell(from_on=one.asked_on),),
        )


def _is_ours(one: Participant) -> bool:
    return one.is_client or bool(one.engaged)


def _adverse(case: Case) -> dict[str, dict[str, None]]:
    """Return who stood against whom: by claims ever stated, else by roles."""
    pairs = [
        (one, other)
        for claim in case.claims
        for sides in claim.sides
        for one in sides.by
        for other in sides.against
    ]
    if not pairs:
        parties = tuple(case.people.participants)
        pairs = [
            (one.party_id, other.party_id)
            for one in parties
            for other in parties
            if are_opposed(_roles(one), _roles(other))
        ]
    found: dict[str, dict[str, None]] = {}
    for one, other in pairs:
        if one != other:
            found.setdefault(one, {})[other] = None
            found.setdefault(other, {})[one] = None
    return found


def _roles(one: Participant) -> tuple[str, ...]:
    return tuple(dict.fromkeys(held.role for held in one.held))


def _party(
    one: Participant,
    who: str | None,
    matter: Matter,
    pairs: dict[str, dict[str, None]],
    ours: set[str],
    directory: Directory,
) -> Participation:
    against = tuple(pairs.get(one.party_id, ()))
    # Whom the directory does not know any more is there by the id alone.
    name = one.name if who is None or who not in directory else None
    return Participation(
        matter=matter,
        ref=f"party:{one.party_id}",
        party_id=one.party_id,
        who=who,
        name=name,
        roles=_roles(one),
        spells=one.spells,
        engaged=one.engaged,
        is_client=one.is_client,
        adverse_to=against,
        against_client=not ours.isdisjoint(against),
        for_whom=one.for_parties,
        for_client=not ours.isdisjoint(one.for_parties),
    )


def _counsel(one: Representation, matter: Matter, ours: set[str]) -> Participation:
    return Participation(
        matter=matter,
        ref=f"representation:{one.representation_id}",
        who=one.counsel_id,
        name=one.counsel,
        roles=(one.capacity,),
        spells=tuple(each.spell for each in one.parties),
        for_whom=one.party_ids,
        for_client=not ours.isdisjoint(one.party_ids),
        firm=one.firm_id,
    )
