"""Checking the shape of a playbook's file: all problems at once, each at its path."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from legalcase.dates import Period
from legalcase.errors import InvalidValueError, LegalCaseError
from legalcase.plans.files.build import PARTS
from legalcase.plans.files.schema import TABLES
from legalcase.practice.plan.sentry import check_calendar_period
from legalcase.shown import is_plain, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["Flaw", "flaws_of"]

#: (path, what is wrong).
Flaw = tuple[str, str]
_ID: Final = re.compile(r"[!-~]{1,200}")
_WORD: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def flaws_of(raw: object, table: str = "file", path: str = "$") -> Iterator[Flaw]:
    """Yield (path, what is wrong) of a table of a file; nothing if all is well."""
    yield from _table(raw, table, path)


def _table(raw: object, table: str, path: str) -> Iterator[Flaw]:
    if not isinstance(raw, dict):
        yield path, f"is {shown(raw)}, and must be a table."
        return
    found = list(_keys(raw, table, path))
    yield from found
    if found or table not in PARTS:
        return
    try:
        PARTS[table](raw)
    except LegalCaseError as error:
        yield path, f"cannot be. {error}"


def _keys(raw: dict[str, Any], table: str, path: str) -> Iterator[Flaw]:
    keys = TABLES[table]
    known = {key.rstrip("?"): kind for key, kind in keys.items()}
    for key, value in raw.items():
        where = f"{path}.{key}" if is_plain(key) else f"{path}.{shown(key)}"
        if key in known:
            yield from _value(value, known[key], where)
        else:
            near = get_close_matches(key, known, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else _listed(known)
            yield where, f"is no key of this table. {hint}"
    for key in keys:
        if not key.endswith("?") and key not in raw:
            yield f"{path}.{key}", f"is missing. Write {key} = … in this table."


def _listed(known: Mapping[str, str]) -> str:
    return f"The keys here are: {', '.join(sorted(known))}."


def _value(value: object, kind: str, path: str) -> Iterator[Flaw]:
    head, _, rest = kind.partition(":")
    if head in ("list", "some"):
        yield from _list(value, head, rest, path)
    elif head == "table":
        yield from _table(value, rest, path)
    elif head == "one":
        options = rest.split("|")
        if value not in options:
            said = ", ".join(map(repr, options))
            yield path, f"is {shown(value)}. It must be one of {said}."
    else:
        what = _why_not(value, head)
        if what:
            yield path, what


def _list(value: object, head: str, rest: str, path: str) -> Iterator[Flaw]:
    if not isinstance(value, list):
        yield path, f"is {shown(value)}, and must be a list. Write it in brackets."
        return
    if head == "some" and not value:
        yield path, "is empty. Give at least one."
    for index, one in enumerate(value):
        yield from _value(one, rest, f"{path}[{index}]")
        if one in value[:index]:
            yield f"{path}[{index}]", "stands there already. Give each once."


def _why_not(value: object, head: str) -> str:
    test, meaning = _TESTS[head]
    try:
        is_good = test(value)
    except InvalidValueError as error:
        return f"is {shown(value)}. {error}"
    return "" if is_good else f"is {shown(value)}, and must be {meaning}."


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and is_plain(value)


def _is_prose(value: object) -> bool:
    return isinstance(value, str) and _is_text(value.replace("\n", " "))


def _is_period(value: object) -> bool:
    if not isinstance(value, str):
        return False
    check_calendar_period(Period.parse(value), "period")
    return True


_TESTS: Final[dict[str, tuple[Callable[[Any], bool], str]]] = {
    "format": (lambda v: type(v) is int and v == 1, "1: write format = 1"),
    "text": (_is_text, "text in one line"),
    "prose": (_is_prose, "text"),
    "bool": (lambda v: type(v) is bool, "true or false"),
    "true": (lambda v: v is True, "true, or be left out (or stand in not = {…})"),
    "date": (lambda v: type(v) is date, "a date (2026-07-04)"),
    "count": (lambda v: type(v) is int and v > 0, "a whole number of at least 1"),
    "period": (_is_period, "a period such as '7 days'"),
    "word": (
        lambda v: isinstance(v, str) and bool(_WORD.fullmatch(v)),
        "a word in lower case with hyphens, such as 'initial-disclosures'",
    ),
    "id": (
        lambda v: isinstance(v, str) and bool(_ID.fullmatch(v)),
        "an id such as 'us/frcp/12(a)(1)(A)(i)', without blanks",
    ),
}
