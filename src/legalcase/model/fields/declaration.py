"""Declaration: which fields a room has, as a text in TOML says."""

from __future__ import annotations

import re
from difflib import get_close_matches
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from legalcase.errors import DeclarationError, InvalidTypeError
from legalcase.kernel.events.event import Event
from legalcase.kernel.events.label import AUDIENCES, Label, stricter
from legalcase.shown import is_plain, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["TYPES", "UNLABELLED", "Declaration", "DeclaredField", "declaration_of"]

#: What a field can hold.
TYPES: Final = ("text", "date", "instant", "number", "truth", "choice", "party")
#: Who may see what a field holds, where the declaration says nothing.
UNLABELLED: Final = Label(audience="firm", ground="privileged")

_WORD: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_ROOM: Final = re.compile(
    r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
)
_LONGEST_NAME: Final = 60
#: No declaration that somebody wrote is longer.
_LONGEST_TEXT: Final = 50_000
_FILE: Final = ("format", "room", "version", "title", "field")
_FIELD: Final = ("type", "title", "label", "choices")
_LABEL: Final = ("audience", "ground")
#: What the events of such a room have beside what every event has.
_TAKEN: Final = ("clear", "given")
Problems = list[tuple[str, str]]


@frozen(kw_only=True)
class DeclaredField:
    """One field: its name, what it holds, how it is called, and who may see it."""

    name: str
    type: str
    title: str
    label: Label = UNLABELLED
    choices: tuple[str, ...] = ()

    @property
    def attribute(self) -> str:
        """Its name in Python, and on the wire."""
        return self.name.replace("-", "_")


@frozen(kw_only=True)
class Declaration:
    """The fields of a room, in the order in which they were declared."""

    room: str
    version: int
    fields: tuple[DeclaredField, ...]

    @property
    def label(self) -> Label:
        """Who may see an event that says any of them: the strictest of their labels."""
        found: Label | None = None
        for each in self.fields:
            found = stricter(found, each.label)
        return found or UNLABELLED


def declaration_of(text: object) -> Declaration:
    """Read a declaration; raises `DeclarationError` with all its problems at once."""
    if not isinstance(text, str):
        msg = (
            f"A declaration is text, not {type(text).__name__}. Pass what stands in "
            "the file: path.read_text('utf-8')."
        )
        raise InvalidTypeError(msg, field="text", value=None)
    raw = _tables(text)
    problems: Problems = []
    _keys(raw, _FILE, "$", problems)
    _one(raw, "format", 1, problems)
    room, version = raw.get("room"), raw.get("version")
    if not _is_name(room, _ROOM):
        what = "is no name of a room of one's own. Write 'acme-legal/intake', say."
        problems.append(("$.room", what))
    if type(version) is not int or version < 1:
        problems.append(("$.version", "is no version. Count from 1."))
    _title(raw, "$", problems)
    fields = _fields(raw.get("field"), problems)
    if problems:
        raise DeclarationError.of(problems)
    return Declaration(room=str(room), version=int(version or 0), fields=fields)


def _tables(text: str) -> dict[str, Any]:
    from tomllib import loads

    if len(text) > _LONGEST_TEXT:
        what = f"has more than {_LONGEST_TEXT} characters. Declare fewer fields."
        raise DeclarationError.of([("$", what)])
    try:
        return loads(text)
    except (ValueError, RecursionError) as error:  # also of a number without end
        what = f"is no TOML: {error}."
    raise DeclarationError.of([("$", what)])


def _is_name(value: object, pattern: re.Pattern[str]) -> bool:
    return (
        isinstance(value, str)
        and len(value) <= _LONGEST_NAME
        and pattern.fullmatch(value) is not None
    )


def _keys(
    table: Mapping[str, Any], known: tuple[str, ...], path: str, problems: Problems
) -> None:
    for key in table:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            hint = (
                f"Did you mean {near[0]!r}?"
                if near
                else f"The keys here are: {', '.join(known)}."
            )
            problems.append((f"{path}.{key}", f"is no key of this table. {hint}"))


def _one(table: Mapping[str, Any], key: str, wanted: int, problems: Problems) -> None:
    value = table.get(key, "missing")
    if type(value) is not int or value != wanted:
        what = f"is {shown(value)}. This version reads `{key} = {wanted}`."
        problems.append((f"$.{key}", what))


def _title(table: Mapping[str, Any], path: str, problems: Problems) -> str | None:
    title = table.get("title")
    if title is None:
        return None
    if not isinstance(title, str) or not title.strip() or not is_plain(title):
        what = "is no title. Write text in one line, without control characters."
        problems.append((f"{path}.title", what))
        return None
    return title


def _fields(tables: object, problems: Problems) -> tuple[DeclaredField, ...]:
    if not isinstance(tables, dict) or not tables:
        what = "is missing. Declare at least one field: [field.referred-by]."
        problems.append(("$.field", what))
        return ()
    found = []
    for name, table in tables.items():
        path = f"$.field.{name}"
        before = len(problems)
        _check_name(name, path, problems)
        if not isinstance(table, dict):
            problems.append((path, "must be a table. Write type = 'text' in it."))
            continue
        _keys(table, _FIELD, path, problems)
        kind = table.get("type")
        if kind not in TYPES:
            what = f"is {shown(kind)}. It must be one of {', '.join(TYPES)}."
            problems.append((f"{path}.type", what))
        title = _title(table, path, problems)
        label = _label(table.get("label"), f"{path}.label", problems)
        choices = _choices(table, path, problems)
        if len(problems) == before:
            found.append(
                DeclaredField(
                    name=name,
                    type=str(kind),
                    title=title or name,
                    label=label,
                    choices=choices,
                )
            )
    return tuple(found)


def _check_name(name: str, path: str, problems: Problems) -> None:
    if not _is_name(name, _WORD):
        what = "is no name of a field. Write a word in lower case: 'referred-by'."
        problems.append((path, what))
        return
    attribute = name.replace("-", "_")
    taken = attribute in _TAKEN or hasattr(Event, attribute)
    if taken or iskeyword(attribute):
        what = "is a name that every event has, or that Python has. Choose another."
        problems.append((path, what))


def _label(value: object, path: str, problems: Problems) -> Label:
    if value is None:
        return UNLABELLED
    table = {"audience": value} if isinstance(value, str) else value
    if not isinstance(table, dict):
        what = "is no label. Write 'firm', or {audience = 'firm', ground = '…'}."
        problems.append((path, what))
        return UNLABELLED
    _keys(table, _LABEL, path, problems)
    audience, ground = table.get("audience"), table.get("ground")
    if audience not in AUDIENCES:
        what = f"names no audience. It must be one of {', '.join(AUDIENCES)}."
        problems.append((path, what))
        return UNLABELLED
    if ground is not None and not _is_name(ground, _WORD):
        what = "is no word. Write it in lower case, such as 'privileged'."
        problems.append((f"{path}.ground", what))
        return UNLABELLED
    return Label(audience=audience, ground=ground)


def _choices(
    table: Mapping[str, Any], path: str, problems: Problems
) -> tuple[str, ...]:
    choices = table.get("choices")
    where = f"{path}.choices"
    if table.get("type") != "choice":
        if choices is not None:
            problems.append((where, "belongs to type = 'choice'. Leave it out here."))
        return ()
    if not isinstance(choices, list) or not choices:
        problems.append((where, "is missing. List the words: ['referral', 'web']."))
        return ()
    for index, choice in enumerate(choices):
        if not _is_name(choice, _WORD):
            what = "is no word. Write it in lower case: 'referral'."
            problems.append((f"{where}[{index}]", what))
        elif choice in choices[:index]:
            problems.append((f"{where}[{index}]", "is there twice. Give it once."))
    return tuple(map(str, choices))
