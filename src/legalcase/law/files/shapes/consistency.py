"""What a file shows by itself beyond the schema: order, twins, one thing said once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from legalcase.calendars.entries.falls import Falls
from legalcase.catalogue.terms import DEEPEST
from legalcase.law.files.problem import Problem
from legalcase.law.files.reading.groups import badly_grouped
from legalcase.law.files.shapes.calendars import badly_listed
from legalcase.law.files.shapes.cites import badly_cited
from legalcase.law.files.shapes.clocks import badly_wound
from legalcase.law.files.shapes.counted import badly_counted
from legalcase.law.files.shapes.dated import badly_dated
from legalcase.law.files.shapes.dues import (
    OF_A_TERM,
    bad_cases,
    bad_shifts,
    badly_ended,
)
from legalcase.law.files.shapes.recesses import badly_stated
from legalcase.law.files.shapes.silent import badly_silent
from legalcase.law.files.shapes.stops import badly_stopped

if TYPE_CHECKING:
    from datetime import date

    from legalcase.law.files.folder import LawFile

__all__ = ["FORMS", "merged_versions", "misshapen"]

Found = Iterator[tuple[str, str]]

#: The forms of a deadline's term; exactly one is stated.
FORMS: Final = ("period", "later_of", "earlier_of", "remaining", "on")
_FIRST_NEEDS: Final = ("trigger_day", "days", "roll")
_ANCHORS: Final = ("after", "before", "extending", "served_on", "first")
_OF_A_COURT: Final = ("counting", "zones", "calendars", "cite", "verified")
_OF_SERVICE: Final = frozenset(
    {
        "served_on",
        "service",
        "paper",
        "court",
        "calendar",
        "as_of",
        "legal_holidays",
        "timezone",
        "due",
        "alternatives",
        "safe",
        "source",
        "note",
    }
)


def misshapen(file: LawFile) -> list[Problem]:
    """Return what is wrong in a file that the schema has passed, others unread."""
    found = [
        *_place(file),
        *_SHAPES.get(file.sort, _nothing)(file.raw),
        *_recesses(file),
    ]
    return [Problem(file.name, path, what) for path, what in found]


def _recesses(file: LawFile) -> Found:
    """Check what a rule, a deadline or local rules say of a recess."""
    if file.sort in {"counting", "deadlines", "local-rules"}:
        yield from badly_stated(file.raw)
        yield from badly_silent(file.raw)
        yield from badly_counted(file.raw)


def _nothing(_: Mapping[str, Any]) -> Found:
    return iter(())


def _place(file: LawFile) -> Found:
    """Check that the ids in a file agree with its place."""
    parts = file.name.removesuffix(".toml").split("/")
    jurisdiction, stem = parts[0], parts[-1]
    below = f"{jurisdiction}/{stem}"
    expected = {
        "jurisdiction": ("jurisdiction", jurisdiction),
        "counting": ("rule", below),
        "deadlines": ("pack", below),
        "clocks": ("clocks", below),
        "calendar": ("calendar", jurisdiction if stem == "calendar" else below),
    }
    if file.sort in expected:
        table, name = expected[file.sort]
        found = file.raw[table]["id"]
        if found != name:
            what = f"is {found!r}, and the file's place says {name!r}. Make them agree."
            yield f"$.{table}.id", what
    if file.sort == "courts":
        for index, table in enumerate(file.raw["court"]):
            if not table["id"].startswith(f"{jurisdiction}/"):
                what = (
                    f"is {table['id']!r}, and must begin with '{jurisdiction}/' here."
                )
                yield f"$.court[{index}].id", what
    if file.sort == "local-rules":
        head = file.raw["local_rules"]
        if head["court"] != below:
            what = f"is {head['court']!r}, and the file's place says {below!r}."
            yield "$.local_rules.court", what
        if not head["id"].startswith(f"{below}/"):
            yield "$.local_rules.id", f"is {head['id']!r}: begin it with '{below}/'."


def _ordered(table: Mapping[str, Any], path: str, first: str = "from") -> Found:
    if first in table and "through" in table and table["through"] < table[first]:
        what = f"is {table['through']}, before {table[first]}. Swap the two."
        yield f"{path}.through", what


def _unique(tables: list[dict[str, Any]], path: str) -> Found:
    seen: set[str] = set()
    for index, table in enumerate(tables):
        if table.get("id", "") in seen:
            what = f"is {table['id']!r} for the second time here. Choose another."
            yield f"{path}[{index}].id", what
        if "id" in table:
            seen.add(table["id"])


def _rising(tables: list[dict[str, Any]], path: str, last: date | None = None) -> Found:
    """Check that versions follow each other, and the text before them (`last`)."""
    for index, table in enumerate(tables):
        if last is not None and table["from"] <= last:
            what = (
                f"is {table['from']}, not after the version before it ({last}). "
                "Put the versions in order, one a date."
            )
            yield f"{path}[{index}].from", what
        last = table["from"]


def _calendar(raw: Mapping[str, Any]) -> Found:
    yield from _ordered(raw["calendar"]["horizon"], "$.calendar.horizon")
    incomplete = raw["calendar"].get("incomplete", "")
    for index, gap in enumerate(() if isinstance(incomplete, str) else incomplete):
        where = f"$.calendar.incomplete[{index}]"
        yield from _ordered(gap, where)
        if "windows" in gap and "falls" in gap:
            what = "stands beside falls. Say by one of them when the days can fall."
            yield f"{where}.windows", what
    # One name space: a dispute takes away holidays and closures by id alike.
    yield from _unique(raw.get("holiday", []), "$.holiday")
    holidays = {table["id"] for table in raw.get("holiday", ())}
    closures = raw.get("closure", [])
    yield from _unique(closures, "$.closure")
    for index, table in enumerate(raw.get("holiday", ())):
        where = f"$.holiday[{index}]"
        yield from _ordered(table, where)
        if "to" in table and "falls" in table:
            yield from _several_days(table, where, raw["calendar"]["horizon"])
    for index, table in enumerate(closures):
        yield from _ordered(table, f"$.closure[{index}]", "on")
        if table.get("id") in holidays:
            what = f"is {table['id']!r}, the id of a holiday. Choose another."
            yield f"$.closure[{index}].id", what
    yield from badly_listed(raw)
    yield from _disputes(raw.get("dispute", []), "$")


def _several_days(
    table: Mapping[str, Any], path: str, horizon: Mapping[str, date]
) -> Found:
    """Check that a holiday of several days ends in the same year always, or never."""
    falls, to = Falls.parse(table["falls"]), Falls.parse(table["to"])
    wraps: dict[bool, int] = {}
    for year in range(horizon["from"].year, horizon["through"].year + 1):
        wraps.setdefault(to.ordinal_in(year) < falls.ordinal_in(year), year)
    if len(wraps) > 1:
        what = (
            f"is {table['to']!r}: before the first day in {wraps[True]}, and after it "
            f"in {wraps[False]}. Name a last day that never lies before the first, or "
            "always does, and so is in the next year."
        )
        yield f"{path}.to", what
    if "observance" in table:
        what = "stands beside to. Of several days in a row none is moved: take it out."
        yield f"{path}.observance", what


def _rule(raw: Mapping[str, Any]) -> Found:
    versions = raw["version"]
    yield from _rising(versions, "$.version")
    if "base" not in raw["rule"]:
        yield from _states_everything(versions[0])
    yield from badly_cited(raw)
    yield from _disputes(raw.get("dispute", []), "$")
    yield from _quotations(raw)
    for index, table in enumerate(raw.get("example", ())):
        yield from _example_of_rule(table, f"$.example[{index}]")


def _quotations(raw: Mapping[str, Any]) -> Found:
    for index, table in enumerate(raw.get("words", ())):
        yield from _ordered(table, f"$.words[{index}]")


def _states_everything(first: Mapping[str, Any]) -> Found:
    """Check that the first version of a rule without a base leaves nothing open."""
    for key in _FIRST_NEEDS:
        if key not in first:
            what = "is missing. The first version of a rule without a base states it."
            yield f"$.version[0].{key}", what
    roll = first.get("roll", {"after": {}, "before": {}})
    for key in ("after", "before"):
        if key not in roll:
            what = "is missing. Write to = 'stay' if nothing moves."
            yield f"$.version[0].roll.{key}", what
    for name, table in first.get("service", {}).items():
        if "order" not in table:
            what = "is missing. Say in which order the time is added."
            yield f"$.version[0].service.{name}.order", what


def _disputes(tables: list[dict[str, Any]], path: str) -> Found:
    yield from _unique(tables, f"{path}.dispute")
    for index, table in enumerate(tables):
        where = f"{path}.dispute[{index}]"
        yield from _ordered(table, where)
        answers = [table["adopted"]]
        for number, reading in enumerate(table["reading"]):
            if reading["name"] in answers:
                what = (
                    f"is {reading['name']!r}, which the adopted answer or another "
                    "reading bears already. Name each answer apart."
                )
                yield f"{where}.reading[{number}].name", what
            answers.append(reading["name"])
        for answer in answers:
            if "; " in answer:
                what = (
                    f"has the answer {answer!r}. Write it without '; ', which stands "
                    "between several answers."
                )
                yield where, what
        for number, settled in enumerate(table.get("settled", ())):
            if settled["reading"] not in answers:
                said = ", ".join(map(repr, answers))
                what = f"is {settled['reading']!r}, no answer here. These are: {said}."
                yield f"{where}.settled[{number}].reading", what
        if table["kind"] == "fact" and "asks" not in table:
            what = "is missing. A question of fact names the input that settles it."
            yield f"{where}.asks", what


def _one_anchor(table: Mapping[str, Any], path: str, anchors: tuple[str, ...]) -> Found:
    given = [key for key in anchors if key in table]
    if len(given) != 1:
        said = " and ".join(given) or "none"
        yield path, f"needs one of {', '.join(anchors)} (found: {said})."


def _example_of_rule(table: Mapping[str, Any], path: str) -> Found:
    yield from _one_anchor(table, path, _ANCHORS)
    if "served_on" not in table:
        if "period" not in table:
            yield f"{path}.period", "is missing. Say which period is counted."
        return
    if "service" not in table:
        yield f"{path}.service", "is missing. Say by which method service was made."
    for key in sorted(table.keys() - _OF_SERVICE - set(_ANCHORS)):
        yield f"{path}.{key}", "is not asked of a step of service. Take it out."


def _example_of_deadline(table: Mapping[str, Any], path: str) -> Found:
    yield from _one_anchor(table, path, ("after", "before", "first"))
    for key in ("period", "extending", "served_on"):
        if key in table:
            yield f"{path}.{key}", "is for examples of counting rules. Take it out."


def _deadlines(raw: Mapping[str, Any]) -> Found:
    tables = raw.get("deadline", [])
    yield from _unique(tables, "$.deadline")
    for index, table in enumerate(tables):
        path = f"$.deadline[{index}]"
        if "/" in table["id"]:
            what = f"is {table['id']!r}. A pinpoint has no slash: leave the pack out."
            yield f"{path}.id", what
        yield from _ordered(table["in_force"], f"{path}.in_force")
        yield from _rising(
            table.get("version", []), f"{path}.version", table["in_force"]["from"]
        )
        for number, version in enumerate(merged_versions(table)):
            where = path if number == 0 else f"{path}.version[{number - 1}]"
            yield from _terms(version, where)
            yield from badly_ended(version, where)
            yield from badly_stopped(version, where)
        yield from badly_dated(table, path)
        yield from bad_shifts(table, path)
        yield from bad_cases(table, path)
        yield from _counts_from(table.get("counts_from"), f"{path}.counts_from")
        yield from _disputes(table.get("dispute", []), path)
        yield from _of_readings(table.get("dispute", []), path)
        for number, example in enumerate(table["examples"]):
            yield from _example_of_deadline(example, f"{path}.examples[{number}]")


def _counts_from(table: Mapping[str, Any] | None, path: str) -> Found:
    """Check that it says one thing: from which papers, or from which not."""
    if table is None:
        return
    if ("papers" in table) == ("other_than" in table):
        said = "both" if "papers" in table else "none"
        yield path, f"needs one of papers and other_than (found: {said})."
    elif "unsaid" in table and "papers" not in table:
        what = "stands beside other_than, which takes such a paper. Take it out."
        yield f"{path}.unsaid", what


def merged_versions(table: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return a deadline's table as each of its versions states it, in full."""
    merged = dict(table)
    versions = [merged]
    for change in table.get("version", ()):
        merged = dict(merged)
        if change.keys() & set(FORMS):
            for key in (*FORMS, *OF_A_TERM):
                merged.pop(key, None)
        merged.update(change)
        versions.append(merged)
    return versions


def _of_readings(tables: list[dict[str, Any]], path: str) -> Found:
    """Check the members that the answers to disputes put in a deadline's place."""
    for index, table in enumerate(tables):
        for number, reading in enumerate(table["reading"]):
            where = f"{path}.dispute[{index}].reading[{number}]"
            for form in ("later_of", "earlier_of"):
                for place, member in enumerate(reading.get(form, ())):
                    yield from _terms(member, f"{where}.{form}[{place}]", 2)


def _terms(table: Mapping[str, Any], path: str, level: int = 1) -> Found:
    """Check that a deadline, or a member of some level, says one thing."""
    if level > DEEPEST:
        yield path, f"lies over {DEEPEST} levels deep. Take it out of its members."
        return
    forms = [key for key in FORMS if key in table]
    if len(forms) != 1:
        said = " and ".join(forms) or "none"
        what = f"needs one of period, later_of, earlier_of (found: {said})."
        yield path, what
        return
    if forms == ["period"]:
        if "trigger" not in table:
            yield f"{path}.trigger", "is missing: a period runs from an event."
        return
    for index, member in enumerate(
        table.get("later_of") or table.get("earlier_of", ())
    ):
        yield from _terms(member, f"{path}.{forms[0]}[{index}]", level + 1)


def _local_rules(raw: Mapping[str, Any]) -> Found:
    yield from _rising(raw.get("version", []), "$.version")
    yield from _quotations(raw)
    yield from _deadlines(raw)


def _courts(raw: Mapping[str, Any]) -> Found:
    yield from _unique(raw["court"], "$.court")
    for index, table in enumerate(raw["court"]):
        for key in _OF_A_COURT:
            if key not in table and "like" not in table and "parent" not in table:
                what = "is missing. State it, or name the court that this one is like."
                yield f"$.court[{index}].{key}", what


_SHAPES: Final[dict[str, Callable[[Mapping[str, Any]], Found]]] = {
    "calendar": _calendar,
    "counting": _rule,
    "deadlines": _deadlines,
    "local-rules": _local_rules,
    "courts": _courts,
    "clocks": badly_wound,
    "vocabulary": badly_grouped,
}
