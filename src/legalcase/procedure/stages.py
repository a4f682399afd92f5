"""The tables of stages that come with the package, and how one is read of a text."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from legalcase.declared import tables_of
from legalcase.errors import DeclarationError, LegalCaseError, UnknownNameError
from legalcase.model.stage.table import StageMove, StageNeed, StageTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

__all__ = ["read_stage_table", "stage_table", "stage_tables"]

_FORMAT: Final = 1
_HOW: Final = ("text", "secondary", "recall")
_TOP: Final = ("format", "table", "move")
_TABLE: Final = ("id", "edition", "stages", "aside", "each", "authority", "verified")
_MOVE: Final = ("from", "to", "when", "needs", "authority", "verified")
#: What is a list wherever it stands.
_LISTS: Final = (
    "stages",
    "aside",
    "each",
    "from",
    "needs",
    "triggers",
    "entries",
    "hearings",
    "standings",
    "roles",
)
_NEED: Final = (
    "triggers",
    "entries",
    "hearings",
    "standings",
    "roles",
    "own",
)


@cache
def stage_tables() -> Mapping[str, StageTable]:
    """Return the tables that come with the package, by their ids."""
    tables = files("legalcase.procedure").joinpath("tables")
    found = (read_stage_table(text) for text in _texts(tables))
    return MappingProxyType({one.table_id: one for one in found})


def stage_table(table_id: str) -> StageTable:
    """Return a table that comes with the package; raises `UnknownNameError`."""
    known = stage_tables()
    found = known.get(table_id)
    if found is None:
        hint = "See stage_tables(), or read one of your own: read_stage_table(text)."
        msg = "stage table"
        raise UnknownNameError.of(msg, table_id, known, hint)
    return found


def _texts(folder: Traversable) -> Iterator[str]:
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        if each.is_dir():
            yield from _texts(each)
        elif each.name.endswith(".toml"):
            yield each.read_text("utf-8")


def read_stage_table(text: str) -> StageTable:
    """Return a table of stages that is written in TOML, as the bundled ones are.

    Raises `DeclarationError`, with what is wrong and where.
    """
    raw = tables_of(text)
    problems = list(_strange(raw))
    if problems:
        raise DeclarationError.of(problems)
    try:
        return _table(raw)
    except (LegalCaseError, KeyError, TypeError) as error:
        what = f"lacks {error}." if isinstance(error, KeyError) else str(error)
        raise DeclarationError.of([("$", what)]) from None


def _strange(raw: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Return what has no place in such a text, and what is not as it must be."""
    yield from _keys(raw, "$", _TOP)
    if raw.get("format") != _FORMAT:
        yield "$.format", f"must be {_FORMAT}. Write format = {_FORMAT}."
    head = raw.get("table")
    if not isinstance(head, dict):
        yield "$.table", "is missing. Write [table] with id, edition and stages."
        return
    yield from _keys(head, "$.table", _TABLE)
    yield from _verified(head, "$.table")
    moves = raw.get("move", [])
    if not isinstance(moves, list):
        yield "$.move", "is no list of tables. Write [[move]] for each."
        return
    for number, move in enumerate(moves):
        where = f"$.move[{number}]"
        yield from _keys(move, where, _MOVE)
        yield from _verified(move, where)
        needs = move.get("needs", ())
        for place, need in enumerate(needs if isinstance(needs, list) else ()):
            yield from _keys(need, f"{where}.needs[{place}]", _NEED)


def _keys(
    raw: dict[str, Any], where: str, known: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    for key, value in raw.items():
        if key not in known:
            yield f"{where}.{key}", f"is no key here. Use {', '.join(known)}."
        elif key in _LISTS and not isinstance(value, list):
            yield f"{where}.{key}", 'is no list. Write it in brackets: ["one"].'


def _verified(raw: dict[str, Any], where: str) -> Iterator[tuple[str, str]]:
    """See that what is said of who checked it, and how, can be understood."""
    found = raw.get("verified")
    if found is not None and (
        not isinstance(found, dict) or found.get("how") not in _HOW
    ):
        yield f"{where}.verified", f"must say how: one of {', '.join(_HOW)}."


def _table(raw: dict[str, Any]) -> StageTable:
    head = raw["table"]
    return StageTable(
        table_id=head["id"],
        edition=head["edition"],
        stages=tuple(head["stages"]),
        moves=tuple(_move(move) for move in raw.get("move", ())),
        aside=tuple(head.get("aside", ())),
        each=tuple(head.get("each", ())),
        authority=head.get("authority"),
    )


def _move(raw: dict[str, Any]) -> StageMove:
    return StageMove(
        leaves=tuple(raw["from"]),
        reaches=raw["to"],
        when=raw.get("when"),
        needs=tuple(_need(need) for need in raw.get("needs", ())),
        authority=raw.get("authority"),
    )


def _need(raw: dict[str, Any]) -> StageNeed:
    return StageNeed(
        triggers=tuple(raw.get("triggers", ())),
        entries=tuple(raw.get("entries", ())),
        hearings=tuple(raw.get("hearings", ())),
        standings=tuple(raw.get("standings", ())),
        roles=tuple(raw.get("roles", ())),
        is_own=raw.get("own", False),
    )
