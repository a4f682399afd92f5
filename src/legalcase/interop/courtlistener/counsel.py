"""Who represents whom: the roles of attorneys, from both sides, as appearances."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from legalcase.interop.courtlistener.people import is_of_other_docket
from legalcase.interop.courtlistener.tables import CAPACITIES, ENDED, ROLES
from legalcase.model.people.events import CounselAppeared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from legalcase.interop.courtlistener.source import Place, Source

__all__ = ["Appearance", "appearances_of", "event_of"]

#: A role that the service could not sort, or left empty.
_UNKNOWN: Final = 10


@frozen(kw_only=True)
class _Role:
    """One row: what an attorney is to a party on this docket."""

    attorney: int
    party: int
    role: int
    on: date | None
    place: Place


@frozen(kw_only=True)
class Appearance:
    """An attorney for parties in one capacity, with one end."""

    representation_id: str
    attorney: int
    name: str = field(repr=False)
    parties: tuple[int, ...]
    capacity: str
    ended_on: date | None
    places: tuple[Place, ...]


def appearances_of(
    source: Source,
    parties: tuple[Place, ...],
    attorneys: tuple[Place, ...],
    *,
    docket: int | None,
    ids: Mapping[int, str],
    opened_on: date,
) -> Iterator[Appearance]:
    """Yield the appearances for the parties `ids`, which are those of the case."""
    names = {}
    for place in attorneys:
        number, name = place.id_of("id"), place.text("name")
        if number is None or name is None:
            source.drop(place.path, "the attorney has no id, or no name")
        else:
            names[number] = (name, place)
    pairs: dict[tuple[int, int], list[_Role]] = {}
    for row in _rows(source, parties, attorneys, docket):
        if row.party not in ids:
            _leave(row, "its party is not in the case")
        elif row.attorney not in names:
            _leave(row, "the attorney's name was not given: pass attorneys=")
        else:
            pairs.setdefault((row.attorney, row.party), []).append(row)
    groups: dict[tuple[int, str, date | None], list[list[_Role]]] = {}
    for (attorney, _), rows in pairs.items():
        key = (attorney, _capacity(rows), _end(rows, opened_on))
        groups.setdefault(key, []).append(rows)
    for (attorney, capacity, ended_on), found in groups.items():
        name, place = names[attorney]
        end = "" if ended_on is None else f"-until-{ended_on}"
        place.use("name")
        yield Appearance(
            representation_id=f"cl-{attorney}-{capacity}{end}",
            attorney=attorney,
            name=name,
            parties=tuple(rows[0].party for rows in found),
            capacity=capacity,
            ended_on=ended_on,
            places=tuple(row.place for rows in found for row in rows),
        )
    standing = {attorney for attorney, _ in pairs}
    for number, (_, place) in names.items():
        if number not in standing:
            place.leave("name", "the attorney is for no party of the case")


def event_of(
    source: Source, one: Appearance, ids: Mapping[int, str], joined_on: date
) -> CounselAppeared:
    """Return the event; the day on which counsel appeared is assumed."""
    source.assume(
        one.places[0].path,
        f"the source does not say when {one.representation_id!r} appeared: entered as "
        f"of {joined_on}, when the case was filed",
    )
    return CounselAppeared(
        representation_id=one.representation_id,
        party_ids=tuple(ids[number] for number in one.parties),
        counsel=one.name,
        capacity=one.capacity,
        ended_on=one.ended_on,
        happened_on=joined_on,
    )


def _rows(
    source: Source,
    parties: tuple[Place, ...],
    attorneys: tuple[Place, ...],
    docket: int | None,
) -> Iterator[_Role]:
    for sort, places in (("attorneys", parties), ("parties_represented", attorneys)):
        for outer in places:
            own = outer.id_of("id")
            for place in outer.objects(sort):
                if is_of_other_docket(place, docket):
                    continue
                if sort == "attorneys":
                    attorney, party = place.id_of("attorney_id", "attorney"), own
                else:
                    attorney, party = own, place.id_of("party")
                role = _role(place)
                if attorney is None or party is None or role is None:
                    source.drop(place.path, "it says no attorney, no party or no role")
                    continue
                day = place.day("date_action")
                yield _Role(
                    attorney=attorney, party=party, role=role, on=day, place=place
                )


def _role(place: Place) -> int | None:
    """Return the number of a role, given as number or in words."""
    found = place.value.get("role")
    if type(found) is int:
        if found in ROLES:
            return found
        place.source.problem(place.at("role"), f"there is no role {found}")
        return None
    words = place.text("role")
    if words is None:
        return _UNKNOWN
    by_words = {name: number for number, name in ROLES.items()}
    number = by_words.get(words.casefold())
    if number is None:
        place.source.problem(
            place.at("role"), f"it is none of the roles {', '.join(by_words)}"
        )
    return number


def _leave(row: _Role, why: str) -> None:
    row.place.source.drop(row.place.path, why)


def _capacity(rows: list[_Role]) -> str:
    """Return the first of the capacities; counsel on the docket is at least of record.

    One representation has one capacity; what else the source says is left, and said.
    """
    held = {row.role for row in rows}
    chosen = next((number for number in CAPACITIES if number in held), None)
    for row in rows:
        # To be noticed is whoever has a further capacity, too.
        implied = row.role == 1 and chosen is not None
        row.place.use("attorney", "attorney_id", "party")
        if row.role == chosen or row.role in ENDED or implied:
            row.place.use("role", "date_action")
        elif row.role in CAPACITIES:
            row.place.leave("role", "a representation has one capacity: the first")
            row.place.leave("date_action", "it is of a role that is not taken over")
        else:
            row.place.leave("role", f"{ROLES[row.role]!r} is no capacity")
            row.place.leave("date_action", "it is of a role that is not taken over")
    return CAPACITIES[chosen] if chosen is not None else "of-record"


def _end(rows: list[_Role], opened_on: date) -> date | None:
    """Return the day on which a representation ended, where the source has one."""
    days = []
    for row in rows:
        if row.role not in ENDED:
            continue
        if row.on is None:
            row.place.leave("role", "it ended, and the source does not say when")
        elif row.on < opened_on:
            row.place.leave("date_action", "it lies before the case was filed")
        else:
            days.append(row.on)
    return max(days, default=None)
