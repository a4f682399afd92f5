"""What a check for conflicts asked about somebody, and whether that still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.practice.conflict_checks.checking import EXISTENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from legalcase.model.case import Case
    from legalcase.model.people.state import Participant, Representation
    from legalcase.practice.conflict_checks.checking import CheckedPerson
    from legalcase.practice.conflict_checks.state import CheckKept

__all__ = ["as_client", "more_since", "names", "names_counsel", "seen_in_part"]

#: As what a bystander is asked about: less is looked at than for whoever is adverse.
_BYSTANDERS: Final = frozenset({"witness", "expert", "counsel", "neutral", "other"})


def names(check: CheckKept, one: Participant) -> bool:
    """Tell whether a check asked about a participant as they are known now.

    Not about their forerunner; and not by a name that was corrected since, or of which
    it became known since whose it is: aliases and relations were not looked at then.
    """
    return any(_is_of(asked, check, one) for asked in check.asked)


def _is_of(asked: CheckedPerson, check: CheckKept, one: Participant) -> bool:
    if asked.who is None:
        return False
    if asked.who == one.person:
        return True
    if asked.who not in (one.party_id, f"party:{one.party_id}"):
        return False
    if one.formerly and check.checked_on < one.joined_on:
        return False
    return asked.name in (None, one.name if one.person is None else None)


def names_counsel(check: CheckKept, one: Representation) -> bool:
    """Tell whether a check asked about counsel as they are known now, as `names`."""
    known = None if one.counsel_id is not None else one.counsel
    return any(
        asked.who is not None
        and (
            asked.who == one.counsel_id
            or (
                asked.who == f"representation:{one.representation_id}"
                and asked.name in (None, known)
            )
        )
        for asked in check.asked
    )


def _stances(checks: Sequence[CheckKept], one: Participant) -> set[str]:
    return {
        asked.stance
        for check in checks
        for asked in check.asked
        if _is_of(asked, check, one)
    }


def as_client(checks: Sequence[CheckKept], one: Participant) -> bool:
    """Tell whether some check asked about a participant as a client of ours."""
    return "client" in _stances(checks, one)


def more_since(
    case: Case, one: Participant, checks: Sequence[CheckKept], day: date
) -> date | None:
    """Return since when one who was asked about as a bystander is more than that.

    A role that they had not taken by the last check that names them, or a claim
    between them and a client of ours; ``None`` where there is neither.
    """
    if not checks or not _stances(checks, one) <= _BYSTANDERS:
        return None
    last = max(check.checked_on for check in checks)
    had = {held.role for held in one.held if held.spell.from_on <= last}
    found = [
        held.spell.from_on
        for held in one.held
        if last < held.spell.from_on <= day and held.role not in had
    ]
    ours = {each.party_id for each in case.people.participants if each.engaged}
    for claim in case.claims:
        for sides in claim.sides:
            opposed = (sides.by, sides.against), (sides.against, sides.by)
            if sides.from_on <= day and any(
                one.party_id in mine and not ours.isdisjoint(theirs)
                for mine, theirs in opposed
            ):
                found.append(sides.from_on)
    return min(found, default=None)


def seen_in_part(checks: Sequence[CheckKept]) -> Iterator[CheckKept]:
    """Yield the checks behind a wall that nobody who sees everything asked again.

    Such a check counts no cases; one that takes its place asks about all of the same,
    over as many relations.
    """
    for one in checks:
        keys = {asked.who or asked.name for asked in one.asked}
        again = {
            asked.who or asked.name
            for other in checks
            if other.line > one.line and other.cases and other.depth >= one.depth
            for asked in other.asked
        }
        if EXISTENCE in one.unsearched and not keys <= again:
            yield one
