"""Reads a set of factors: strictly, and with all that is wrong at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from legalcase.authority import Authority
from legalcase.declared import tables_of
from legalcase.errors import DeclarationError, InvalidTypeError
from legalcase.plans.assessing.factors import ComplexityFactor, FactorSet
from legalcase.plans.assessing.measures import MEASURES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["read_factor_set"]

_FORMAT: Final = 1
_HOW: Final = ("text", "secondary", "recall")
_BEYOND: Final = ("yes", "not-known")
#: Key → (the type of its value, whether it must be there).
_Keys = dict[str, tuple[type, bool]]
_TOP: Final[_Keys] = {
    "format": (int, True),
    "factors": (dict, True),
    "factor": (list, True),
}
_HEAD: Final[_Keys] = {
    "id": (str, True),
    "edition": (str, True),
    "title": (str, True),
    "effective": (date, True),
    "jurisdictions": (list, True),
    "proceedings": (list, True),
    "asks": (str, True),
    "note": (str, False),
}
_FACTOR: Final[_Keys] = {
    "id": (str, True),
    "title": (str, True),
    "authority": (dict, True),
    "counts": (list, False),
    "no_within": (list, False),
    "beyond": (str, False),
    "note": (str, False),
}
_AUTHORITY: Final[_Keys] = {
    "cite": (str, True),
    "verified": (str, True),
    "verified_on": (date, True),
    "words": (str, True),
    "source": (str, True),
}
_SAID: Final[dict[type, str]] = {
    int: "a whole number",
    str: "text",
    dict: "a table",
    list: "a list",
    date: "a date",
}


def read_factor_set(text: str) -> FactorSet:
    """Return a set of factors that is written in TOML, as the bundled ones are.

    Raises `DeclarationError`, with all that is wrong and where.
    """
    if type(text) is not str:
        msg = (
            f"A set of factors is read from text, not {type(text).__name__}. Pass "
            "what stands in the file."
        )
        raise InvalidTypeError(msg, field="text", value=None)
    raw = tables_of(text)
    problems = list(_problems(raw))
    if problems:
        raise DeclarationError.of(problems)
    return _set(raw)


def _problems(raw: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield from _table(raw, "$", _TOP)
    if raw.get("format") != _FORMAT:
        yield "$.format", f"must be {_FORMAT}. Write format = {_FORMAT}."
    head = raw.get("factors")
    if isinstance(head, dict):
        yield from _table(head, "$.factors", _HEAD)
        for key in ("jurisdictions", "proceedings"):
            yield from _texts(head.get(key), f"$.factors.{key}")
    factors = raw.get("factor")
    if not isinstance(factors, list):
        return
    if not factors:
        yield "$.factor", "is empty. Write [[factor]] for each."
    seen: set[str] = set()
    for number, factor in enumerate(factors):
        where = f"$.factor[{number}]"
        if not isinstance(factor, dict):
            yield where, "is no table. Write [[factor]] for each."
            continue
        yield from _of_factor(factor, where)
        name = factor.get("id")
        if isinstance(name, str):
            if name in seen:
                yield f"{where}.id", "was given before. Give each factor its own."
            seen.add(name)


def _of_factor(factor: dict[str, Any], where: str) -> Iterator[tuple[str, str]]:
    yield from _table(factor, where, _FACTOR)
    counts = factor.get("counts", [])
    yield from _texts(counts, f"{where}.counts")
    if isinstance(counts, list):
        for word in counts:
            if isinstance(word, str) and word not in MEASURES:
                yield f"{where}.counts", f"has no measure. Use {', '.join(MEASURES)}."
    within = factor.get("no_within", [])
    if isinstance(within, list):
        for place, bounds in enumerate(within):
            yield from _bounds(bounds, counts, f"{where}.no_within[{place}]")
    if factor.get("beyond", _BEYOND[0]) not in _BEYOND:
        yield f"{where}.beyond", f"is none of {', '.join(_BEYOND)}. Use one of them."
    if "beyond" in factor and not within:
        yield (
            f"{where}.beyond",
            "goes beyond nothing. Write no_within, or leave it out.",
        )
    authority = factor.get("authority")
    if isinstance(authority, dict):
        yield from _table(authority, f"{where}.authority", _AUTHORITY)
        if authority.get("verified") not in _HOW:
            how = ", ".join(_HOW)
            yield f"{where}.authority.verified", f"must say how: one of {how}."


def _bounds(bounds: object, counts: object, where: str) -> Iterator[tuple[str, str]]:
    if not isinstance(bounds, dict) or not bounds:
        yield where, "is no table of numbers. Write { defendants = 1 }, say."
        return
    for measure, most in bounds.items():
        if not isinstance(counts, list) or measure not in counts:
            yield f"{where}.{measure}", "is not counted. Name it in counts too."
        if type(most) is not int or most < 0:
            yield f"{where}.{measure}", "is no number from 0 on. Write the most."


def _table(
    raw: Mapping[str, Any], where: str, keys: _Keys
) -> Iterator[tuple[str, str]]:
    for key, value in raw.items():
        if key not in keys:
            yield f"{where}.{key}", f"is no key here. Use {', '.join(keys)}."
            continue
        kind = keys[key][0]
        if type(value) is not kind:
            yield f"{where}.{key}", f"needs {_SAID[kind]}. Write one."
        elif value == "":
            yield f"{where}.{key}", "is empty. Say something, or leave it out."
    for key, (_, is_needed) in keys.items():
        if is_needed and key not in raw:
            yield f"{where}.{key}", "is missing. Write it."


def _texts(value: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, list) and not all(isinstance(one, str) for one in value):
        yield where, 'has what is no text. Write ["one", "two"].'


def _set(raw: dict[str, Any]) -> FactorSet:
    head = raw["factors"]
    return FactorSet(
        id=head["id"],
        edition=head["edition"],
        title=head["title"],
        effective=head["effective"],
        jurisdictions=tuple(head["jurisdictions"]),
        proceedings=tuple(head["proceedings"]),
        asks=head["asks"],
        factors=tuple(map(_factor, raw["factor"])),
        note=head.get("note"),
    )


def _factor(raw: dict[str, Any]) -> ComplexityFactor:
    said = raw["authority"]
    return ComplexityFactor(
        id=raw["id"],
        title=raw["title"],
        words=said["words"],
        authority=Authority(
            cite=said["cite"],
            verified=said["verified"],
            verified_on=said["verified_on"],
            source=said["source"],
        ),
        counts=tuple(raw.get("counts", ())),
        no_within=tuple(tuple(bounds.items()) for bounds in raw.get("no_within", ())),
        beyond=raw.get("beyond", "not-known"),
        note=raw.get("note"),
    )
