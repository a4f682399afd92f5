"""What a file of clocks shows by itself: twins, what nothing says, what is idle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.dates import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["badly_wound"]

_UNITS: Final = ("day", "week", "month", "year")
_ANSWERS: Final = ("elapsed", "excluded", "counted")
_DAYS: Final = ("last_day", "first_day", "safe")


def badly_wound(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (path, what is wrong) in the clocks of a file, others unread."""
    yield from _twins(raw.get("exclusion", ()), "$.exclusion")
    yield from _twins(raw["clock"], "$.clock")
    known = [one["id"] for one in raw.get("exclusion", ())]
    used: set[str] = set()
    for index, table in enumerate(raw.get("exclusion", ())):
        if "beyond" in table and "most" not in table:
            what = "says what holds beyond a limit, and there is none. State `most`."
            yield f"$.exclusion[{index}].beyond", what
        if "most" in table and "beyond" not in table:
            what = "is missing: say whether more than `most` can be excluded."
            yield f"$.exclusion[{index}].beyond", what
        yield from _length(
            table, ("most", "goes_on", "not_before"), f"$.exclusion[{index}]"
        )
        if ("begins" in table) != ("ends" in table):
            what = "stand together: from which event of the docket, and to which."
            yield f"$.exclusion[{index}]", f"needs both or neither: begins, ends {what}"
    for index, clock in enumerate(raw["clock"]):
        path = f"$.clock[{index}]"
        used.update(clock["exclusions"])
        yield from _clock(clock, known, path)
    for index, name in enumerate(known):
        if name not in used:
            what = (
                f"is {name!r}, which no clock here knows. Name it in one, or drop it."
            )
            yield f"$.exclusion[{index}].id", what


def _length(
    table: Mapping[str, Any], keys: tuple[str, ...], path: str
) -> Iterator[tuple[str, str]]:
    for key in keys:
        if key in table and Period.parse(table[key]).unit not in _UNITS:
            what = f"is {table[key]!r}. A clock has days, weeks, months or years."
            yield f"{path}.{key}", what


def _twins(tables: Any, path: str) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for index, table in enumerate(tables):
        if table["id"] in seen:
            what = f"is {table['id']!r} for the second time here. Choose another."
            yield f"{path}[{index}].id", what
        seen.add(table["id"])


def _clock(
    clock: Mapping[str, Any], known: list[str], path: str
) -> Iterator[tuple[str, str]]:
    if "/" in clock["id"]:
        what = f"is {clock['id']!r}. A pinpoint has no slash: leave the file's id out."
        yield f"{path}.id", what
    span = clock["in_force"]
    if "through" in span and span["through"] < span["from"]:
        what = f"is {span['through']}, before {span['from']}. Swap the two."
        yield f"{path}.in_force.through", what
    yield from _length(clock, ("limit",), path)
    yield from _named(clock["exclusions"], known, f"{path}.exclusions", "this file")
    words = [start["event"] for start in clock["starts"]]
    for index, start in enumerate(clock["starts"]):
        if start["event"] in words[:index]:
            what = f"is {start['event']!r} for the second time here. Leave it out."
            yield f"{path}.starts[{index}].event", what
    if all("optional" in start for start in clock["starts"]):
        what = (
            "are all optional, so that the clock might never run. Leave one that must."
        )
        yield f"{path}.starts", what
    for index, one in enumerate(clock.get("extension", ())):
        yield from _length(one, ("add", "up_to"), f"{path}.extension[{index}]")
        if ("add" in one) == ("up_to" in one):
            what = "needs one of `add` and `up_to`. State which it is."
            yield f"{path}.extension[{index}]", what
    yield from _disputes(clock, path)
    for index, example in enumerate(clock["examples"]):
        yield from _example(example, clock, words, f"{path}.examples[{index}]")


def _named(
    names: Any,
    known: list[str],
    path: str,
    whose: str,
) -> Iterator[tuple[str, str]]:
    for index, name in enumerate(names):
        if name not in known:
            said = ", ".join(map(repr, known)) or "none"
            what = f"is {name!r}. The exclusions of {whose} are: {said}."
            yield f"{path}[{index}]", what
        elif name in names[:index]:
            yield f"{path}[{index}]", f"is {name!r} for the second time. Leave it out."


def _disputes(clock: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    own = list(clock["exclusions"])
    yield from _twins(clock.get("dispute", ()), f"{path}.dispute")
    for index, dispute in enumerate(clock.get("dispute", ())):
        names = [dispute["adopted"]]
        for number, reading in enumerate(dispute["reading"]):
            where = f"{path}.dispute[{index}].reading[{number}]"
            yield from _named(
                reading["exclusions"], own, f"{where}.exclusions", "this clock"
            )
            if not reading.keys() & {"from", "excluded"}:
                yield where, "changes nothing. Say what holds under this answer."
            if reading["name"] in names:
                what = f"is {reading['name']!r}, as another answer here. Name it apart."
                yield f"{where}.name", what
            names.append(reading["name"])


def _example(
    example: Mapping[str, Any], clock: Mapping[str, Any], words: list[str], path: str
) -> Iterator[tuple[str, str]]:
    if not isinstance(example["starts"], dict):
        what = "is one day. Write a table: {'the trigger' = 2026-01-05}."
        yield f"{path}.starts", what
        return
    for word in example["starts"]:
        if word not in words:
            what = f"is {word!r}, from which this clock does not run."
            yield f"{path}.starts.{word}", f"{what} It has {', '.join(words)}."
    if not example.keys() & {*_ANSWERS, *_DAYS}:
        yield path, "expects nothing. State days or dates that it must give."
    if example.keys() & {*_ANSWERS, "safe"} and "on" not in example:
        yield f"{path}.on", "is missing: say on which day that is asked."
    for index, one in enumerate(example.get("exclusions", ())):
        where = f"{path}.exclusions[{index}]"
        if one["basis"] not in clock["exclusions"]:
            what = f"is {one['basis']!r}, which this clock has not. Check it."
            yield f"{where}.basis", what
        if "through" in one and one["through"] < one["from"]:
            what = f"is {one['through']}, before {one['from']}. Swap the two."
            yield f"{where}.through", what
