"""A policy as plain data, and back: strictly, and with all that is wrong at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

from attrs import NOTHING, fields_dict

from legalcase.access.entries.break_glass import BreakGlass
from legalcase.access.entries.grant import Grant
from legalcase.access.entries.group import Group, Membership
from legalcase.access.entries.role import Role
from legalcase.access.entries.wall import Wall
from legalcase.access.entries.who import GROUP
from legalcase.access.file.problems import KEYS, Parts
from legalcase.errors import InvalidTypeError, LegalCaseError
from legalcase.plain_data import plain
from legalcase.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["parts_of", "plain_of"]

_FORMAT: Final = 1
_LISTS: Final[dict[str, type]] = {
    "groups": Group,
    "grants": Grant,
    "walls": Wall,
    "break_glass": BreakGlass,
}
_DATES: Final = frozenset({"from_on", "until_on"})
_INSTANTS: Final = frozenset({"at", "until_at"})
#: What is held against another field, and against which.
_AFTER: Final = {"until_on": "from_on", "until_at": "at"}
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_INSTANT: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})",
    re.ASCII,
)
_Problems = list[tuple[str, str]]


def plain_of(parts: Parts) -> dict[str, Any]:
    """Return a policy as plain JSON types; what is not said is left out."""
    roles = {one.name: list(one.actions) for one in parts.roles if one}
    lists = {
        KEYS[part]: [_said(plain(one)) for one in getattr(parts, part)]
        for part in _LISTS
    }
    return {"format": _FORMAT, "roles": roles, **lists}


def _said(row: dict[str, Any]) -> dict[str, Any]:
    found = {key: value for key, value in row.items() if value not in (None, [])}
    if "members" in found:
        found["members"] = [_said(one) for one in found["members"]]
    return found


def parts_of(raw: object) -> tuple[Parts, _Problems]:
    """Return the parts of a policy that is written as plain data, and what is wrong."""
    if not isinstance(raw, Mapping):
        msg = (
            f"A policy is read from a mapping, not {type(raw).__name__}. Pass what "
            "to_dict gave, or the text of a file to read_policy."
        )
        raise InvalidTypeError(msg, field="raw", value=None)
    found: _Problems = []
    known = ("format", *KEYS.values())
    for key in raw:
        if key not in known:
            said = f"is no key here. Use {', '.join(known)}."
            found.append((_path("$", key), said))
    if type(raw.get("format")) is not int or raw["format"] != _FORMAT:
        found.append(("$.format", f"must be {_FORMAT}. Write format = {_FORMAT}."))
    named: set[str] = set()
    made: dict[str, Any] = {"roles": tuple(_roles(raw.get("roles", {}), found, named))}
    for part, cls in _LISTS.items():
        key = KEYS[part]
        made[part] = tuple(_rows(cls, raw.get(key, ()), f"$.{key}", found, named))
    return Parts(**made, said=frozenset(named)), found


def _path(where: str, key: object) -> str:
    return f"{where}.{key}" if isinstance(key, str) else f"{where}[{shown(key)}]"


def _roles(raw: object, found: _Problems, named: set[str]) -> Iterator[Role | None]:
    if not isinstance(raw, Mapping):
        said = "is no table. Write the name of each role, and a list of actions."
        found.append(("$.roles", said))
        return
    for name, actions in raw.items():
        row = {"name": name, "actions": actions}
        made = _made(Role, row, _path("$.roles", name), found)
        if made is None and isinstance(name, str):
            named.add(name)
        yield made


def _rows(
    cls: type, raw: object, where: str, found: _Problems, named: set[str]
) -> Iterator[Any]:
    if not isinstance(raw, list | tuple):
        found.append((where, "is no list of tables. Write one for each."))
        return
    for number, row in enumerate(raw):
        made = _made(cls, row, f"{where}[{number}]", found)
        if made is None and isinstance(row, Mapping):
            for key, prefix in (("name", GROUP), ("wall_id", "")):
                if isinstance(row.get(key), str):
                    named.add(f"{prefix}{row[key]}")
        yield made


def _made(cls: type, row: object, where: str, found: _Problems) -> Any:  # noqa: ANN401 - of the class
    """Return a value of the class, or ``None`` and what is wrong with it."""
    if not isinstance(row, Mapping):
        found.append((where, f"is no table. Write what a {cls.__name__} has."))
        return None
    before = len(found)
    known = fields_dict(cls)
    found += [
        (_path(where, key), f"is no key here. Use {', '.join(known)}.")
        for key in row
        if key not in known
    ]
    given: dict[str, Any] = {}
    for key, attribute in known.items():
        value = row.get(key)
        if value is not None:
            read = _read(key, value, f"{where}.{key}", found)
            if read is not None:
                given[key] = read
        elif attribute.default is NOTHING:
            found.append((f"{where}.{key}", f"is missing. Give the {key}."))
    found += _wrong(cls, given, where)
    if len(found) > before:
        return None
    try:
        return cls(**given)
    except LegalCaseError as error:
        found.append((where, str(error)))
        return None


def _wrong(cls: type, given: dict[str, Any], where: str) -> Iterator[tuple[str, str]]:
    """Check field by field, so that what is wrong with one hides no other."""
    passed: dict[str, Any] = {}
    for key, attribute in fields_dict(cls).items():
        if key not in given or _AFTER.get(key, key) not in {key, *passed}:
            continue
        try:
            if attribute.validator is not None:
                attribute.validator(SimpleNamespace(**passed), attribute, given[key])
            passed[key] = given[key]
        except LegalCaseError as error:
            yield f"{where}.{key}", str(error)


def _read(key: str, value: object, where: str, found: _Problems) -> object:
    if key == "members":
        made = _rows(Membership, value, where, found, set())
        return tuple(one for one in made if one is not None)
    if isinstance(value, list):
        return tuple(value)
    if key in _DATES and isinstance(value, str):
        return _read_date(value, where, found)
    if key in _INSTANTS and isinstance(value, str):
        return _read_instant(value, where, found)
    return value


def _read_date(text: str, where: str, found: _Problems) -> date | None:
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass  # no such day: said below
    said = f"{shown(text)} is no date. Write it as 2026-06-03."
    found.append((where, said))
    return None


def _read_instant(text: str, where: str, found: _Problems) -> datetime | None:
    try:
        if _INSTANT.fullmatch(text):
            return datetime.fromisoformat(text)
    except ValueError:
        pass  # no such instant: said below
    said = f"{shown(text)} is no instant. Write it as 2026-06-03T09:30:00-07:00."
    found.append((where, said))
    return None
