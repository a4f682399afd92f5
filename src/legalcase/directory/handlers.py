"""How events change what is known of somebody, and which they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from legalcase.directory.relations import RELATIONS
from legalcase.directory.state import (
    Address,
    Admission,
    Alias,
    DocketName,
    Identifier,
    NameHeld,
    Profile,
    Relationship,
)
from legalcase.errors import IllegalTransitionError, InvalidValueError
from legalcase.kernel.events.label import stricter
from legalcase.kernel.events.spell import Spell

if TYPE_CHECKING:
    from datetime import date

    from legalcase.directory import events as e
    from legalcase.kernel.folding.folded import Folded
    from legalcase.kernel.lines.recorded import Recorded

__all__ = [
    "added",
    "address_ended",
    "address_given",
    "admitted",
    "alias_added",
    "check_name_sealed",
    "identified",
    "identifier_ended",
    "link_ended",
    "linked",
    "name_sealed",
    "name_unsealed",
    "named_on_docket",
    "renamed",
    "standing_changed",
]


def added(
    _: Profile,
    event: e.PersonAdded | e.OrganizationAdded | e.AgencyAdded,
    line: Recorded,
    __: Folded,
) -> Profile:
    """Return what is known of somebody new."""
    held = NameHeld(name=event.name, spell=Spell(event.happened_on))
    return Profile(noun=line.stream.partition(":")[0], names=(held,))


def renamed(old: Profile, event: e.NameChanged, _: Recorded, __: Folded) -> Profile:
    """Return what is known of somebody who bears another name."""
    day, last = event.happened_on, old.names[-1]
    if day < last.spell.from_on:
        what = "The name"
        raise _before(what, day, last.spell.from_on)
    before = evolve(last, spell=last.spell.ended(day))
    held = NameHeld(name=event.name, spell=Spell(day))
    return evolve(old, names=(*old.names[:-1], before, held))


def _before(what: str, day: date, since: date) -> InvalidValueError:
    msg = (
        f"{what} holds since {since} and cannot change on {day}, before. Check the day "
        "of happened_on, or correct the earlier line."
    )
    return InvalidValueError(msg, field="happened_on", value=None)


def alias_added(old: Profile, event: e.AliasAdded, _: Recorded, __: Folded) -> Profile:
    """Return what is known of somebody who has another name as well."""
    spell = Spell(event.happened_on, event.until_on)
    new = Alias(name=event.name, sort=event.sort, spell=spell)
    return evolve(old, aliases=(*old.aliases, new))


def identified(
    old: Profile, event: e.IdentifierGiven, _: Recorded, __: Folded
) -> Profile:
    """Return what is known of somebody who has another number."""
    spell = Spell(event.happened_on, event.until_on)
    new = Identifier(
        sort=event.sort, value=event.value, issuer=event.issuer, spell=spell
    )
    if any(_same(one, event) and one.spell.until_on is None for one in old.identifiers):
        msg = (
            f"It has that identifier of the sort {event.sort!r} already. Leave it out, "
            "or end the earlier one first."
        )
        raise InvalidValueError(msg, field="value", value=None)
    return evolve(old, identifiers=(*old.identifiers, new))


def _same(one: Identifier, event: e.IdentifierGiven | e.IdentifierEnded) -> bool:
    said = (event.sort, event.value, event.issuer)
    return (one.sort, one.value, one.issuer) == said


def identifier_ended(
    old: Profile, event: e.IdentifierEnded, _: Recorded, __: Folded
) -> Profile:
    """Return what is known of somebody whose number holds no more."""
    found = [
        one
        for one in old.identifiers
        if _same(one, event) and one.spell.until_on is None
    ]
    if not found:
        msg = (
            f"It has no such identifier of the sort {event.sort!r} that still holds. "
            "Give sort, value and issuer as they were given."
        )
        raise InvalidValueError(msg, field="value", value=None)
    (gone,) = found
    spell = _over("The identifier", gone.spell, event.happened_on)
    kept = tuple(
        evolve(one, spell=spell) if one is gone else one for one in old.identifiers
    )
    return evolve(old, identifiers=kept)


def _over(what: str, spell: Spell, day: date) -> Spell:
    """Return a spell that ends on a day; refuse one before it, and to end it twice."""
    if day < spell.from_on:
        raise _before(what, day, spell.from_on)
    if spell.until_on is not None:
        msg = (
            f"{what} holds until {spell.until_on} already and cannot end again. "
            "Correct the line that says so, if that is wrong."
        )
        raise IllegalTransitionError(msg, subject=what, state="ended", step="end")
    return Spell(spell.from_on, day)


def address_given(
    old: Profile, event: e.AddressGiven, _: Recorded, __: Folded
) -> Profile:
    """Return what is known of somebody who is reached there as well."""
    spell = Spell(event.happened_on, event.until_on)
    new = Address(
        address_id=event.address_id, sort=event.sort, text=event.text, spell=spell
    )
    return evolve(old, addresses=(*old.addresses, new))


def address_ended(
    old: Profile, event: e.AddressEnded, _: Recorded, __: Folded
) -> Profile:
    """Return what is known of somebody who is not reached there any more."""
    what, day = f"The address {event.address_id!r}", event.happened_on
    kept = tuple(
        evolve(one, spell=_over(what, one.spell, day))
        if one.address_id == event.address_id
        else one
        for one in old.addresses
    )
    return evolve(old, addresses=kept)


def linked(old: Profile, event: e.LinkMade, line: Recorded, _: Folded) -> Profile:
    """Return what is known of somebody who has a relation to another entry."""
    relation = RELATIONS[event.relation]
    noun = event.to.partition(":")[0]
    if (
        event.to == line.stream
        or old.noun not in relation.of
        or noun not in relation.to
    ):
        msg = (
            f"{line.stream!r} cannot be {event.relation} {event.to!r}: that is said of "
            f"{' or '.join(relation.of)}, to another {' or '.join(relation.to)}. Give "
            "the id of another entry, such as 'organization:acme'."
        )
        raise InvalidValueError(msg, field="to", value=event.to)
    spell = Spell(event.happened_on, event.until_on)
    new = Relationship(
        link_id=event.link_id, relation=event.relation, to=event.to, spell=spell
    )
    return evolve(old, links=(*old.links, new))


def link_ended(old: Profile, event: e.LinkEnded, _: Recorded, __: Folded) -> Profile:
    """Return what is known of somebody whose relation is over."""
    what, day = f"The link {event.link_id!r}", event.happened_on
    kept = tuple(
        evolve(one, spell=_over(what, one.spell, day))
        if one.link_id == event.link_id
        else one
        for one in old.links
    )
    return evolve(old, links=kept)


def admitted(old: Profile, event: e.Admitted, line: Recorded, _: Folded) -> Profile:
    """Return what is known of somebody who was admitted to a bar."""
    if old.noun != "person":
        msg = (
            f"{line.stream!r} is no person, and only persons are admitted to a bar. "
            "Record it of the person, and link that to it: counsel-at."
        )
        raise InvalidValueError(msg, field="admission_id", value=event.admission_id)
    new = Admission(
        admission_id=event.admission_id,
        jurisdiction=event.jurisdiction,
        number=event.number,
        history=((event.status, Spell(event.happened_on)),),
    )
    return evolve(old, admissions=(*old.admissions, new))


def standing_changed(
    old: Profile, event: e.StandingChanged, _: Recorded, __: Folded
) -> Profile:
    """Return what is known of somebody whose admission stands otherwise."""
    kept = tuple(
        _standing(one, event) if one.admission_id == event.admission_id else one
        for one in old.admissions
    )
    return evolve(old, admissions=kept)


def _standing(one: Admission, event: e.StandingChanged) -> Admission:
    (status, spell), day = one.history[-1], event.happened_on
    if status == event.status:
        msg = (
            f"The admission {one.admission_id!r} is {status} already. Leave the event "
            "out, or check the status."
        )
        raise IllegalTransitionError(
            msg, subject=one.admission_id, state=status, step=event.status
        )
    if day < spell.from_on:
        what = f"The admission {one.admission_id!r}"
        raise _before(what, day, spell.from_on)
    ended = (status, spell.ended(day))
    history = (*one.history[:-1], ended, (event.status, Spell(day)))
    return evolve(one, history=history)


def named_on_docket(
    old: Profile, event: e.NameOnDocket, _: Recorded, __: Folded
) -> Profile:
    """Return what is known of somebody who stands on a docket under a name."""
    now = old.on_docket(event.case_id)
    new = DocketName(
        case_id=event.case_id,
        name=event.name,
        spell=Spell(event.happened_on),
        seal=None if now is None else now.seal,
    )
    return _docketed(old, new)


def name_sealed(old: Profile, event: e.NameSealed, _: Recorded, __: Folded) -> Profile:
    """Return what is known of somebody whose name a court sealed.

    The name that stood on the docket is what was sealed: it is shown no more.
    """
    now = old.on_docket(event.case_id)
    # Nobody is told it again by a seal: that takes NameUnsealed.
    seal = stricter(None if now is None else now.seal, event.label)
    new = DocketName(case_id=event.case_id, spell=Spell(event.happened_on), seal=seal)
    return _docketed(old, new)


def check_name_sealed(
    old: Profile, event: e.NameSealed, _: Recorded, __: Folded
) -> None:
    """Refuse a seal that would tell the name to somebody from whom it was kept."""
    now = old.on_docket(event.case_id)
    if now is not None and stricter(now.seal, event.label) != event.label:
        msg = (
            f"The name is sealed in case {event.case_id!r} already, and the new label "
            "would tell it to somebody. Record NameUnsealed first."
        )
        raise InvalidValueError(msg, field="label", value=None)


def name_unsealed(
    old: Profile, event: e.NameUnsealed, _: Recorded, __: Folded
) -> Profile:
    """Return what is known of somebody whose name a court unsealed."""
    now = old.on_docket(event.case_id)
    if now is None or now.seal is None:
        msg = (
            f"The name is not sealed in case {event.case_id!r}. Record first that it "
            "was, or check the case."
        )
        raise InvalidValueError(msg, field="case_id", value=event.case_id)
    return _docketed(old, evolve(now, spell=Spell(event.happened_on), seal=None))


def _docketed(old: Profile, new: DocketName) -> Profile:
    """Return the profile with another name, or another seal, on a docket."""
    now = old.on_docket(new.case_id)
    day, kept = new.spell.from_on, list(old.docket_names)
    if now is not None:
        if day < now.spell.from_on:
            what = f"What stands on the docket of {new.case_id!r}"
            raise _before(what, day, now.spell.from_on)
        kept[kept.index(now)] = evolve(now, spell=now.spell.ended(day))
    return evolve(old, docket_names=(*kept, new))
