"""What counts as read only because what it stands in was read, and cites other law."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.counting.argument.behind.grounds import is_within, provisions
from legalcase.law.files.quotations import in_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from legalcase.law.files.folder import LawFile

__all__ = ["read_with_another", "was_read"]

#: The entries of a calendar, and what stands in them with law of its own.
_ENTRIES: Final = {"holiday": "on", "closure": "", "opening": "", "dispute": "reading"}


def was_read(verified: Mapping[str, Any], cite: str) -> bool:
    """Tell whether the text of a citation was read, of a list that was in part."""
    if "read" not in verified:
        return bool(verified["how"] == "text")
    return all(
        any(is_within(one, read.removeprefix("=")) for read in verified["read"])
        for one in provisions(cite.removeprefix("="))
    )


class _Around(NamedTuple):
    """What an entry stands in: how it was verified, and what is cited there."""

    verified: Mapping[str, Any]
    cites: frozenset[str]

    def with_entry(self, table: Mapping[str, Any]) -> _Around:
        """Return what an entry is to those that stand in it."""
        verified = table.get("verified", self.verified)
        return _Around(verified, self.cites | _parts(_cites(table)))

    def covers(self, table: Mapping[str, Any]) -> bool:
        """Tell whether an entry says nothing that needs words besides these."""
        return "verified" in table or not any(
            was_read(self.verified, cite) and not _parts([cite]) <= self.cites
            for cite in _cites(table)
        )


def read_with_another(file: LawFile) -> Iterator[tuple[str, str]]:
    """Yield (path, citation) of each entry of a file that needs words of its own.

    It states no `verified`, so that of what it stands in holds (of the file's head, of
    its holiday, of its deadline, of its dispute), which is `text`; but it cites what is
    not cited there, such as the order that closed a day, or the decision that gave
    another answer. The words of what it stands in say nothing of that.
    """
    raw = file.raw
    if file.sort == "calendar":
        yield from _of_calendar(raw)
    elif file.sort == "counting":
        # What its settings cite is quoted in `[[words]]`, which are looked at apart.
        around = _Around(raw["rule"]["verified"], frozenset())
        yield from _disputed("$", raw, around)
    elif file.sort == "clocks":
        head = _Around(raw["clocks"]["verified"], frozenset())
        for index, table in enumerate(raw["clock"]):
            yield from _disputed(f"$.clock[{index}]", table, head.with_entry(table))
    for index, table in enumerate(raw.get("deadline", ())):
        path = f"$.deadline[{index}]"
        around = _of_deadline(table)
        yield from _uncovered(path, {"stayed_by_stay": table}, around)
        yield from _disputed(path, table, around)


def _of_calendar(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    head = raw["calendar"]
    around = _Around(head["verified"], _parts(_cites(head)))
    yield from _uncovered("$.calendar", {"observance": head}, around)
    yield from _listed("$.calendar.weekend", head.get("weekend", ()), around)
    for kind, inner in _ENTRIES.items():
        tables = raw.get(kind, ())
        yield from _listed(f"$.{kind}", tables, around)
        for index, table in enumerate(tables):
            path = f"$.{kind}[{index}]"
            within = around.with_entry(table)
            yield from _uncovered(path, {"observance": table}, within)
            inside = table.get(inner, ())
            yield from _listed(f"{path}.{inner}", inside, within)
            for number, one in enumerate(inside):
                if isinstance(one, dict):
                    place = f"{path}.{inner}[{number}]"
                    of = within.with_entry(one)
                    yield from _uncovered(place, {"observance": one}, of)


def _of_deadline(table: Mapping[str, Any]) -> _Around:
    """Return what a deadline is to its disputes: they rest on its newest text."""
    stated = table["verified"]
    marks = [stated] if isinstance(stated, dict) else [*stated]
    first = table["in_force"]["from"]
    versions = table.get("version", ())
    dated = [(one.get("from", first), one) for one in marks]
    dated += [(one["from"], one["verified"]) for one in versions if "verified" in one]
    _, newest = max(dated, key=lambda one: one[0])
    cites = [cite for one in (table, *versions) for cite in _cites(one)]
    return _Around(newest, _parts(cites))


def _disputed(
    path: str, table: Mapping[str, Any], around: _Around
) -> Iterator[tuple[str, str]]:
    """Yield the questions of an entry, and the answers, that cite other law than it."""
    disputes = table.get("dispute", ())
    yield from _listed(f"{path}.dispute", disputes, around)
    for index, dispute in enumerate(disputes):
        place = f"{path}.dispute[{index}].reading"
        yield from _answers(place, dispute["reading"], around.with_entry(dispute))


def _answers(
    path: str, tables: Iterable[Any], around: _Around
) -> Iterator[tuple[str, str]]:
    """Yield the answers: one without a citation of its own rests on its settings'."""
    for index, table in enumerate(tables):
        told = table if "cite" in table else {**table, "cite": _within(table)}
        if not around.covers(told):
            yield f"{path}[{index}]", told["cite"]


def _within(table: Any) -> str:
    """Return the citations of the tables in a table, as one."""
    found: list[str] = []
    for key, value in table.items():
        inner = value if isinstance(value, list | tuple) else (value,)
        found += [value] if key == "cite" else ()
        found += [_within(one) for one in inner if isinstance(one, dict)]
    return "; ".join(one for one in found if one)


def _uncovered(
    path: str, inside: Mapping[str, Mapping[str, Any]], around: _Around
) -> Iterator[tuple[str, str]]:
    """Yield a table that stands under a key of another, if it needs its own words."""
    for key, table in inside.items():
        if key in table and not around.covers(table[key]):
            yield f"{path}.{key}", table[key]["cite"]


def _listed(
    path: str, tables: Iterable[Any], around: _Around
) -> Iterator[tuple[str, str]]:
    for index, table in enumerate(tables):
        # A day of the week, or a date, can stand in the place of a table.
        if isinstance(table, dict) and not around.covers(table):
            yield f"{path}[{index}]", table["cite"]


def _cites(table: Mapping[str, Any]) -> list[str]:
    return [table["cite"]] if table.get("cite") else []


def _parts(cites: Iterable[str]) -> frozenset[str]:
    return frozenset(part for cite in cites for part in in_parts(cite))
