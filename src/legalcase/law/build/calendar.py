"""From tables to values: authorities, disputes and courts.

The tables have been checked against the schema, or come with the package, whose tests
check them; structuring by hand is three times as fast as by a library here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.authority import Authority, Dispute, DisputedReading, cited
from legalcase.courts.bench import Court

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

__all__ = [
    "authority_of",
    "build_court",
    "build_disputes",
    "in_full",
]

_BACKING: Final = frozenset({"verified", "words"})
_NO_CHANGE: Final = _BACKING | {"name", "cite"}


def authority_of(
    table: Mapping[str, Any],
    default: Authority | None = None,
    *,
    prefix: str = "",
    first: date | None = None,
    last: date | None = None,
) -> Authority:
    """Return the authority that a table states, completed from `default`."""
    cite = cited(prefix, table.get("cite", ""))
    if not cite and default is not None:
        cite = default.cite
    verified = table.get("verified")
    read: tuple[str, ...]
    if verified is None and default is not None:
        how, on, source = default.verified, default.verified_on, default.source
        read = default.read
    else:
        verified = verified or {}
        read = tuple(cited(prefix, cite) for cite in verified.get("read", ()))
        how, on = verified.get("how", "recall"), verified.get("on")
        source = verified.get("source")
    return Authority(
        cite=cite,
        verified=how,
        verified_on=on,
        source=source,
        read=read,
        in_force_from=first,
        in_force_through=last,
    )


def build_disputes(
    tables: list[dict[str, Any]], default: Authority, prefix: str = ""
) -> tuple[Dispute, ...]:
    """Return the disputes of a file; a bare citation takes the prefix."""
    found = []
    for table in tables:
        authority = authority_of(table, default, prefix=prefix)
        readings = tuple(
            DisputedReading(
                name=reading["name"],
                authority=authority_of(reading, authority, prefix=prefix),
                change=in_full(_change(reading), prefix),
            )
            for reading in table["reading"]
        )
        settled = tuple(
            (entry["court"], entry["reading"], cited("", entry["cite"]))
            for entry in table.get("settled", ())
        )
        found.append(
            Dispute(
                id=table["id"],
                kind=table["kind"],
                question=table["question"],
                adopted=table["adopted"],
                authority=authority,
                readings=readings,
                asks=table.get("asks"),
                first=table.get("from"),
                last=table.get("through"),
                settled=settled,
            )
        )
    return tuple(found)


def _change(reading: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an answer changes: whence it is known is no part of it."""
    change = {k: v for k, v in reading.items() if k not in _NO_CHANGE}
    if "observance" in change:
        moved = change["observance"].items()
        change["observance"] = {k: v for k, v in moved if k not in _BACKING}
    return change


def in_full(data: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    """Return the tables with every citation written out, so that prefixes can mix."""
    full: dict[str, Any] = {}
    for key, value in data.items():
        if key == "cite" and isinstance(value, str):
            full[key] = "=" + cited(prefix, value)
        elif isinstance(value, dict):
            full[key] = in_full(value, prefix)
        elif isinstance(value, list | tuple):
            full[key] = [
                in_full(one, prefix) if isinstance(one, dict) else one for one in value
            ]
        else:
            full[key] = value
    return full


def build_court(table: Mapping[str, Any]) -> Court:
    """Return a court from its table."""
    return Court(
        id=table["id"],
        name=table["name"],
        counting=tuple(table["counting"]),
        zones=tuple(table["zones"]),
        calendars=tuple(sorted(table["calendars"].items())),
        authority=authority_of(table),
        aliases=tuple(table.get("aliases", ())),
        parent=table.get("parent"),
        cut_offs=tuple(sorted(table.get("cut_offs", {}).items())),
        hears=tuple(table.get("hears", ())),
        appeals=tuple(table.get("appeals", ())),
        without=tuple(table.get("without", ())),
    )
