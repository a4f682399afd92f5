"""What takes data of an older schema to the next one. Each step is kept for ever.

What the older form says and the newer one has no place for is refused, never dropped.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["MIGRATIONS", "MoveError", "migrated"]


class MoveError(ValueError):
    """Data has something that the newer form has no place for: where, and why."""

    def __init__(self, problem: tuple[str, str]) -> None:
        super().__init__(problem)
        self.path, self.reason = problem


Data = dict[str, Any]


def migrated(
    name: str,
    schema: int,
    data: Data,
    known: int,
    migrations: Mapping[tuple[str, int], Callable[[Data], Data]],
    since: int | None = None,
) -> Data:
    """Return the data in the schema `known`, one step after the other.

    From the schema `since` on, a step that is not there changes nothing. Raises
    `LookupError` where one is missing, `MoveError` for what finds no place.
    """
    for number in range(schema, known):
        move = migrations.get((name, number))
        if move is not None:
            data = move(data)
        elif since is None or number < since:
            raise LookupError(name)
    return data


def _part(data: Data, name: str) -> tuple[Data, Data]:
    """Return an object inside another one, and what stands beside it."""
    part = data.get(name)
    if not isinstance(part, dict):
        raise MoveError((f".{name}", "is no object"))
    return part, {key: value for key, value in data.items() if key != name}


def _renamed(part: Data, known: Mapping[str, str], path: str) -> Data:
    """Return the members of a part under their new names."""
    for key in part:
        if key not in known:
            raise MoveError((f"{path}.{key}", "has no place in what came after it"))
    return {known[key]: value for key, value in part.items()}


def _same(*names: str, **changed: str) -> Mapping[str, str]:
    return {**{name: name for name in names}, **changed}


_PARTY: Final = _same("party_id", "name", "kind")
_PARTICIPANT: Final = _same("roles", "is_client", "left_on", joined_on="happened_on")
_REPRESENTATION: Final = _same(
    "representation_id",
    "party_ids",
    "counsel",
    "capacity",
    "firm",
    "ended_on",
    began_on="happened_on",
)


def _party_joined(data: Data) -> Data:
    participant, beside = _part(data, "participant")
    party, rest = _part(participant, "party")
    return {
        **beside,
        **_renamed(party, _PARTY, ".participant.party"),
        **_renamed(rest, _PARTICIPANT, ".participant"),
    }


def _counsel_appeared(data: Data) -> Data:
    representation, beside = _part(data, "representation")
    return {**beside, **_renamed(representation, _REPRESENTATION, ".representation")}


#: Who may see what bore one of these words, and why no more than they.
_LABELS: Final = {
    "public": {"audience": "public"},
    "confidential": {"audience": "firm", "ground": "confidential"},
    "privileged": {"audience": "firm", "ground": "privileged"},
    "work-product": {"audience": "firm", "ground": "work-product"},
    "mediation": {"audience": "firm", "ground": "mediation"},
    "sealed": {"audience": "court", "ground": "sealed"},
    "juvenile": {"audience": "court", "ground": "juvenile"},
}


def _note_added(data: Data) -> Data:
    if "label" not in data:
        return data
    word = data["label"]
    if not isinstance(word, str) or word not in _LABELS:
        raise MoveError((".label", f"is none of {', '.join(_LABELS)}"))
    return {**data, "label": dict(_LABELS[word])}


#: What an event that set a deadline said of it, beside its terms: nothing yet.
_FRESH: Final = MappingProxyType(
    {
        "state": "proposed",
        "confirmed_by": None,
        "met_on": None,
        "met_by": None,
        "evidence": None,
        "chosen": None,
        "chosen_by": None,
        "extends": None,
        "extended_by": None,
        "revision": 0,
        "changed_at": None,
    }
)
_TERMS: Final = _same("deadline_id", "title", "basis", responsible="owner")


def _new_deadline(deadline: Data, path: str) -> Data:
    """Return id, title, basis and owner of a deadline that has no past."""
    terms = {}
    for key, value in deadline.items():
        if key not in _FRESH:
            terms[key] = value
        elif type(value) is not type(_FRESH[key]) or value != _FRESH[key]:
            reason = "says of a new deadline what became of it"
            raise MoveError((f"{path}.{key}", reason))
    found = _renamed(terms, _TERMS, path)
    if "basis" in found:
        found["basis"] = _basis(found["basis"], f"{path}.basis")
    return found


def _deadline_set(data: Data) -> Data:
    deadline, beside = _part(data, "deadline")
    terms = _new_deadline(deadline, ".deadline")
    deadline_id = {key: terms.pop(key) for key in ("deadline_id",) if key in terms}
    return {**beside, **deadline_id, "terms": terms}


def _deadline_extended(data: Data) -> Data:
    successor, beside = _part(data, "successor")
    terms = _new_deadline(successor, ".successor")
    if "deadline_id" in terms:
        terms["successor_id"] = terms.pop("deadline_id")
    return {**beside, **terms}


def _deadline_recomputed(data: Data) -> Data:
    if "basis" not in data:
        return data
    return {**data, "basis": _basis(data["basis"], ".basis")}


def _basis(tagged: object, path: str) -> object:
    # What is damaged is said by whoever reads the newer form.
    if not isinstance(tagged, dict) or not isinstance(tagged.get("data"), dict):
        return tagged
    move = _BASES.get(str(tagged.get("kind")))
    if move is None:
        return tagged
    try:
        return {**tagged, "data": move(tagged["data"])}
    except MoveError as error:
        raise MoveError((f"{path}.data{error.path}", error.reason)) from None


def _ordered(data: Data) -> Data:
    return {("authority" if key == "order" else key): data[key] for key in data}


def _agreed(data: Data) -> Data:
    return {("authority" if key == "agreement" else key): data[key] for key in data}


def _derived(data: Data) -> Data:
    moved = dict(data)
    if "follows" in moved:
        followed = moved["follows"]
        if not isinstance(followed, str):
            raise MoveError((".follows", "is no text"))
        moved["follows"] = f"deadline:{followed}"
    if "days_before" in moved:
        days = moved.pop("days_before")
        if type(days) is not int or days < 0:
            raise MoveError((".days_before", "is no whole number from 0 on"))
        if days:
            moved["period"] = {"number": days, "unit": "day"}
    return moved


_BASES: Final[Mapping[str, Callable[[Data], Data]]] = MappingProxyType(
    {"ordered": _ordered, "agreed": _agreed, "derived": _derived}
)

#: By kind, and the number of the schema from which the step leads to the next.
MIGRATIONS: Final[Mapping[tuple[str, int], Callable[[Data], Data]]] = MappingProxyType(
    {
        ("agreed", 1): _agreed,
        ("counsel-appeared", 1): _counsel_appeared,
        ("deadline-extended", 1): _deadline_extended,
        ("deadline-recomputed", 1): _deadline_recomputed,
        ("deadline-set", 1): _deadline_set,
        ("derived", 1): _derived,
        ("note-added", 1): _note_added,
        ("ordered", 1): _ordered,
        ("party-joined", 1): _party_joined,
    }
)
