"""Checking one law file against the schema: all problems at once, each at its path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, Final

from legalcase.authority import INPUTS
from legalcase.calendars.entries.falls import WEEKDAYS
from legalcase.law.files.schema.files import FILES
from legalcase.law.files.schema.sorts import OF_A_CASE
from legalcase.law.files.schema.tables import TABLES
from legalcase.law.files.validating.hints import key_above, key_meant, word_of_others
from legalcase.law.files.validating.plain_values import (
    LONGEST_QUOTE,
    PLAIN,
    is_date,
    said,
)
from legalcase.shown import is_plain, plain, shown

__all__ = ["LONGEST_QUOTE", "Words", "validate", "validate_table"]

#: The words of the vocabulary, by sort.
Words = Mapping[str, frozenset[str]]
#: (path, what is wrong): the file is known to whoever reads it.
Flaw = tuple[str, str]


def validate(raw: Mapping[str, Any], sort: str, words: Words) -> list[Flaw]:
    """Return (path, what is wrong) for a file of one sort; empty if all is well."""
    problems: list[Flaw] = []
    number = raw.get("format")
    if type(number) is not int or number != 1:
        shown_as = "missing" if number is None else said(number)
        what = f"is {shown_as}. This version reads `format = 1`."
        problems.append(("$.format", what))
    body = {key: value for key, value in raw.items() if key != "format"}
    _table(body, FILES[sort], "$", words, problems)
    _texts(raw, "$", problems)
    return [(plain(path), plain(what)) for path, what in problems]


def validate_table(
    table: Mapping[str, Any], keys: Mapping[str, str], words: Words
) -> list[Flaw]:
    """Return (path, what is wrong) for one table by itself; empty if all is well."""
    problems: list[Flaw] = []
    _table(table, keys, "$", words, problems)
    _texts(table, "$", problems)
    return [(plain(path), plain(what)) for path, what in problems]


#: Prose that may have several lines.
_PROSE: Final = ".note"


def _texts(value: object, path: str, problems: list[Flaw]) -> None:
    """Refuse text that would break a line, or that a terminal would obey."""
    if isinstance(value, str):
        text = value.replace("\n", "") if path.endswith(_PROSE) else value
        if not is_plain(text):
            what = (
                f"is {shown(value)}. Write it in one line, without control characters "
                "and marks that turn the direction of writing."
            )
            problems.append((path, what))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if not is_plain(key):
                what = f"is {shown(key)}, and no key. Write it in one line."
                problems.append((path, what))
            _texts(inner, f"{path}.{key}", problems)
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            _texts(inner, f"{path}[{index}]", problems)


def _table(
    table: object,
    keys: Mapping[str, str],
    path: str,
    words: Words,
    problems: list[Flaw],
) -> None:
    if not isinstance(table, dict):
        problems.append((path, f"is {said(table)}, and must be a table."))
        return
    known = {key.rstrip("?"): kind for key, kind in keys.items() if key[0] != "*"}
    free = next(((k[1:], v) for k, v in keys.items() if k[0] == "*"), None)
    for key, value in table.items():
        where = f"{path}.{key}"
        if key in known:
            _value(value, known[key], where, words, problems)
        elif free is None and (meant := key_meant(key, known, table)):
            what = f"is no key of this table. Did you mean {meant!r}?"
            problems.append((where, what))
        elif above := key_above(key, path) if _is_no_word(key, free, words) else "":
            problems.append((where, above))
        elif free is not None:
            sort, kind = free
            if sort in words:
                _word(key, sort, where, words, problems)
            _value(value, kind, where, words, problems)
        else:
            near = get_close_matches(key, known, n=1)
            hint = (
                f"Did you mean {near[0]!r}?"
                if near
                else (f"The keys here are: {', '.join(sorted(known))}.")
            )
            problems.append((where, f"is no key of this table. {hint}"))
    problems += [
        (f"{path}.{key}", "is missing.")
        for key in keys
        if key[0] != "*" and key[-1] != "?" and key not in table
    ]


def _is_no_word(key: str, free: tuple[str, str] | None, words: Words) -> bool:
    """Tell whether a key stands for no word where words are the keys."""
    return free is None or (free[0] in words and key not in words[free[0]])


#: Tables in whose place the name of a source can stand.
_OF_A_SOURCE: Final = frozenset({"verified", "verified_from", "verified_in_part"})


def _value(
    value: object, kind: str, path: str, words: Words, problems: list[Flaw]
) -> None:
    head, _, rest = kind.partition(":")
    if head in {"list", "some"}:
        _list(value, kind, path, words, problems)
    elif head.rstrip("+") == "table":
        _inner(value, rest, path, words, problems)
    elif head == "by_weekday":
        if isinstance(value, dict) and value:
            keys = {f"{day}?": rest for day in (*WEEKDAYS, "otherwise")}
            _table(value, keys, path, words, problems)
        else:
            _value(value, rest, path, words, problems)
    elif head == "one":
        options = rest.split("|")
        if value not in options:
            allowed = ", ".join(repr(option) for option in options)
            problems.append((path, f"is {said(value)}. It must be one of {allowed}."))
    elif head == "word":
        _word(value, rest, path, words, problems)
    else:
        what = _CHECKS[head](value, path, words, problems)
        if what:
            problems.append((path, what))


def _inner(
    value: object, name: str, path: str, words: Words, problems: list[Flaw]
) -> None:
    """Check a table by its name; a name that stands for one leads somewhere."""
    if name in _OF_A_SOURCE and isinstance(value, str):
        what = (
            f"names the source {shown(value)}, and none is named for this file. Name "
            "it in [sources], or in sources.toml of the jurisdiction."
        )
        problems.append((path, what))
    else:
        _table(value, TABLES[name], path, words, problems)


def _list(
    value: object, kind: str, path: str, words: Words, problems: list[Flaw]
) -> None:
    head, _, rest = kind.partition(":")
    if not isinstance(value, list | tuple):
        problems.append((path, f"is {said(value)}, and must be a list."))
        return
    if head == "some" and not value:
        problems.append((path, "is empty. Give at least one."))
    for index, item in enumerate(value):
        _value(item, rest, f"{path}[{index}]", words, problems)


def _word(
    value: object, sort: str, path: str, words: Words, problems: list[Flaw]
) -> None:
    if not isinstance(value, str) or value not in words[sort]:
        others = getattr(words, "elsewhere", {}).get((sort, str(value)), ())
        instead = getattr(words, "instead", {}).get((sort, str(value)), "")
        hint = word_of_others(others) or instead
        hint = hint or _hint(str(value), sort, words[sort])
        problems.append(
            (path, f"is {said(value)}, which the vocabulary of {sort} lacks. {hint}")
        )


def _hint(word: str, sort: str, known: frozenset[str]) -> str:
    """Say what can stand there; of the many triggers and roles, what is spelt alike.

    Another method, act or kind that is spelt nearly so has another effect in law.
    """
    add = "Add it, with its meaning, to vocabulary.toml."
    if sort not in ("trigger", *OF_A_CASE):
        return f"It has {', '.join(map(repr, sorted(known)))}. {add}"
    near = get_close_matches(word, known, n=2, cutoff=0.5)
    return f"Did you mean {' or '.join(map(repr, near))}?" if near else add


_Check = Callable[[object, str, Words, list[Flaw]], str]


def _closed(value: object, path: str, words: Words, problems: list[Flaw]) -> str:
    """Check days by role; or the name of such, which the whole of a version has."""
    if isinstance(value, str) and ".closed_days." not in path:
        return ""
    if not isinstance(value, dict):
        return f"is {said(value)}, and must list kinds of closure by role."
    for role, kinds in value.items():
        _word(role, "role", f"{path}.{role}", words, problems)
        _value(kinds, "list:word:kind", f"{path}.{role}", words, problems)
    return ""


def _kinds(value: object, path: str, words: Words, problems: list[Flaw]) -> str:
    if not isinstance(value, dict) or not value:
        return f"is {said(value)}, and must list kinds of closure by role."
    for role, kinds in value.items():
        _word(role, "role", f"{path}.{role}", words, problems)
        _value(kinds, "some:word:kind", f"{path}.{role}", words, problems)
    return ""


def _incomplete(value: object, path: str, words: Words, problems: list[Flaw]) -> str:
    if isinstance(value, list | tuple):
        _value(value, "some:table:gap", path, words, problems)
        return ""
    good = isinstance(value, str) and bool(value.strip())
    return "" if good else f"is {said(value)}, and must be text, or a list of tables."


def _back(value: object, path: str, words: Words, problems: list[Flaw]) -> str:
    """Check the roll of periods counted back: a table, or that the text is silent."""
    if value != "silent":
        if not isinstance(value, dict):
            return f"is {said(value)}, and must be a table, or 'silent'."
        _value(value, "table:roll", path, words, problems)
    return ""


def _dated(value: object, path: str, words: Words, problems: list[Flaw]) -> str:
    """Check how an entry was verified: once for all time, or from dates on."""
    if isinstance(value, list | tuple):
        _value(value, "some:table:verified_from", path, words, problems)
    else:
        _value(value, "table:verified", path, words, problems)
    return ""


def _gazetted(value: object, path: str, words: Words, problems: list[Flaw]) -> str:
    """Check the dates of a holiday: bare, or each with its last day or its gazette."""
    if not isinstance(value, list | tuple) or not value:
        return f"is {said(value)}, and must list dates, one at least."
    for index, item in enumerate(value):
        where = f"{path}[{index}]"
        if isinstance(item, dict):
            _table(item, TABLES["gazetted"], where, words, problems)
        elif not is_date(item):
            what = f"is {said(item)}, and must be a date (2026-07-04), or a table."
            problems.append((where, what))
    return ""


def _calendars(value: object, path: str, words: Words, problems: list[Flaw]) -> str:
    """Check a calendar by its id, or those of several roles, the court's among them."""
    if not isinstance(value, dict):
        good = isinstance(value, str) and bool(value.strip())
        what = f"is {said(value)}, and must be a calendar, or calendars by role."
        return "" if good else what
    _table(value, TABLES["calendars_by_role"], path, words, problems)
    if "court" not in value:
        problems.append((f"{path}.court", "is missing. Every rule needs a court's."))
    return ""


def _weekend(value: object, path: str, words: Words, problems: list[Flaw]) -> str:
    """Check a weekend: its days, or a table for each time in which it had others."""
    if isinstance(value, list | tuple) and any(isinstance(v, dict) for v in value):
        _value(value, "some:table:weekend", path, words, problems)
    else:
        _value(value, TABLES["weekend"]["days"], path, words, problems)
    return ""


def _quoted(value: object, path: str, words: Words, problems: list[Flaw]) -> str:
    """Check words of the law, quoted: by themselves, or with their rendering."""
    if isinstance(value, dict):
        _table(value, TABLES["quotation"], path, words, problems)
        return ""
    return PLAIN["quote"](value)


def _weekdays(value: object, path: str, words: Words, problems: list[Flaw]) -> str:
    """Check one weekday, or a list of several, each once."""
    kind = f"one:{'|'.join(WEEKDAYS)}"
    if not isinstance(value, list | tuple):
        _value(value, kind, path, words, problems)
        return ""
    _value(value, f"some:{kind}", path, words, problems)
    twice = [day for index, day in enumerate(value) if day in value[:index]]
    return f"names {said(twice[0])} twice. Leave one out." if twice else ""


def _trigger(value: object, path: str, words: Words, problems: list[Flaw]) -> str:
    if isinstance(value, dict):
        table = "expiry_trigger" if "expiry_of" in value else "event_trigger"
        _table(value, TABLES[table], path, words, problems)
    else:
        _word(value, "trigger", path, words, problems)
    return ""


def _anchor(value: object, path: str, words: Words, problems: list[Flaw]) -> str:
    if isinstance(value, dict):
        for word, day in value.items():
            _word(word, "trigger", f"{path}.{word}", words, problems)
            if not isinstance(day, date):
                problems.append(
                    (f"{path}.{word}", f"is {said(day)}, and must be a date.")
                )
        return ""
    return "" if isinstance(value, date) else f"is {said(value)}, and must be a date."


def _asks(value: object, path: str, words: Words, problems: list[Flaw]) -> str:
    """Check that a question of fact names an input: one of a call's, or a fact."""
    if value not in INPUTS:
        _word(value, "fact", path, words, problems)
    return ""


_CHECKS: Final[dict[str, _Check]] = {
    **PLAIN,
    "quoted": _quoted,
    "dated": _dated,
    "back": _back,
    "closed": _closed,
    "kinds": _kinds,
    "incomplete": _incomplete,
    "calendars": _calendars,
    "gazetted": _gazetted,
    "weekend": _weekend,
    "trigger": _trigger,
    "weekdays": _weekdays,
    "anchor": _anchor,
    "asks": _asks,
}
