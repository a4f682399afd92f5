"""What the tables of the law say, in words: values, verification, quotations."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from legalcase.authority import cited
from legalcase.law.book.operative import quotation_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["authority_said", "how_said", "said", "settings_of", "words_said"]

#: What has a column of its own wherever it stands.
_APART: Final = frozenset({"cite", "words", "verified"})


def said(value: Any) -> str:
    """Say a value: keys as words, lists with commas, tables with semicolons."""
    if isinstance(value, dict):
        parts = (
            f"{name(key)} {said(member)}" for key, member in value.items() if member
        )
        return "; ".join(parts)
    if isinstance(value, list | tuple):
        parts = (
            " ".join(f"{name(k)} {said(v)}" for k, v in one.items())
            if isinstance(one, dict)
            else said(one)
            for one in value
        )
        return ", ".join(parts)
    return value.isoformat() if isinstance(value, date) else str(value)


def name(key: str) -> str:
    """Say a key as words."""
    return key.replace("_", " ")


def how_said(verified: Any) -> str:
    """Say how an entry was verified, when, and what was read."""
    if verified is None:
        return ""
    if not isinstance(verified, dict):
        return "; ".join(
            f"{one['from']}: {how_said(one)}" if "from" in one else how_said(one)
            for one in verified
        )
    told = str(verified["how"])
    if "on" in verified:
        told += f" ({verified['on']})"
    if "source" in verified:
        told += f": {verified['source']}"
    if "read" in verified:
        read = (one.removeprefix("=") for one in verified["read"])
        told += f"; read: {', '.join(read)}"
    return told


def words_said(table: Mapping[str, Any]) -> str:
    """Return the operative words that a table quotes, or nothing."""
    words = table.get("words")
    if not isinstance(words, str | dict):
        return ""
    quotation = quotation_of(words, "", {})
    source = f" [{quotation.source}]" if quotation.source else ""
    return f"{quotation}{source}"


def authority_said(table: Mapping[str, Any], prefix: str = "") -> str:
    """Return the citation of a table as it is printed."""
    return cited(prefix, table.get("cite", ""))


def settings_of(
    data: Mapping[str, Any], prefix: str, path: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield (name, what it says and cites) of each setting, tables within tables apart.

    Nothing here knows a setting by its name: one that is new shows by itself.
    """
    for key, value in data.items():
        label = f"{path}{name(key)}"
        if not isinstance(value, dict):
            yield label, said(value)
            continue
        nested = {k: v for k, v in value.items() if _cites(v)}
        own = {k: v for k, v in value.items() if k not in nested and k not in _APART}
        cite = authority_said(value, prefix)
        told = "; ".join(part for part in (said(own), words_said(value)) if part)
        if told or (cite and not nested):
            backed = "; ".join(
                part for part in (cite, how_said(value.get("verified"))) if part
            )
            yield label, f"{told} ({backed})".strip() if backed else told
        yield from settings_of(nested, prefix, f"{label}, ")


def _cites(value: object) -> bool:
    """Tell whether a table, or one inside it, is a choice with its own citation."""
    return isinstance(value, dict) and (
        "cite" in value or any(map(_cites, value.values()))
    )
