"""Every closed value of a count decides a worked case.

Each place at which the law's files state such a value is taken in turn, another value
of its set is put there, and the examples of that rule or deadline are computed again:
for each value and each other one of its set some example must have another answer.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest

from law_values import Steps, folders_tried, places_in, with_value
from legalcase.law.examples import Example, examples_of, run_example
from legalcase.law.files.schema.tables import TABLES
from legalcase.law.lawbook import Law
from worked_cases import CASES, read_cases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.law.files.folder import LawFolder

#: Closed values that no date of one computation rests on, by table, and why.
NO_COUNT: Final = {
    "jurisdiction": "a name",
    "verified": "provenance",
    "verified_in_part": "provenance",
    "verified_from": "provenance",
    "source": "provenance",
    "calendar": "a calendar, which has its own examples",
    "weekend": "a calendar",
    "observance": "a calendar",
    "calendar_example": "an example",
    "calendar_dispute": "what sort of question",
    "dispute": "what sort of question",
    "deadline_dispute": "what sort of question",
    "rule": "whose citation is shown",
    "stay": "a case that is stayed",
    "counts_from": "what a schedule asks",
    "restart": "what a schedule asks",
    "exclusion": "a clock, which has its own examples",
    "clock": "a clock",
    "clock_start": "a clock",
    "first_day": "a clock",
    "clock_waiver": "a clock",
    "clock_reading": "a clock",
    "example_exclusion": "an example",
}
#: Single keys of the same sort, in tables of a count.
NO_COUNT_OF: Final = {
    ("deadline", "after_disposition"): "what outlives a case",
    ("deadline", "in_state_court"): "what a schedule asks",
    ("member", "optional"): "what is waited for: the date is provisional or it is not",
}
#: Where the examples that state the one are refused under the other, as they must be.
REFUSED: Final = {
    ("deadline", "direction", "after", "before"),
    ("deadline_version", "direction", "before", "after"),
    ("extra_time", "late", "1 day more", None),
}
#: What an example has no form for, tried below.
BY_CALL: Final = {
    ("expiry", "from", "rolled end", "nominal end"),
    ("expiry", "from", "nominal end", "rolled end"),
}
#: The worked cases that belong to a folder of the tests, beside those of the package.
CASES_OF: Final = {"world": CASES.parent / "world", "states": CASES.parent / "states"}


class Change(NamedTuple):
    """A value, and another that could stand there; ``None`` takes it away."""

    table: str
    key: str
    value: str
    other: str | None


def others(kind: str, value: str, *, is_optional: bool) -> list[str | None]:
    """What else could stand there: the other values of the set, or else nothing."""
    values = kind.partition("one:")[2].split("|")
    found: list[str | None] = [one for one in values if one != value]
    return found or ([None] if is_optional else [])


def decided() -> dict[tuple[str, str], str]:
    """The keys of a count that take closed values, and their kinds."""
    return {
        (name, key): kind
        for name, keys in TABLES.items()
        if name not in NO_COUNT
        for key, kind in keys.items()
        if "one:" in kind and (name, key.rstrip("?")) not in NO_COUNT_OF
    }


def changes() -> Iterator[Change]:
    """Every value of every key, and each other that could stand in its place."""
    for (name, key), kind in decided().items():
        for value in kind.partition("one:")[2].split("|"):
            for other in others(kind, value, is_optional=key.endswith("?")):
                yield Change(name, key.rstrip("?"), value, other)


class Tried:
    """A folder with its law, and the examples that rest on each rule and deadline."""

    def __init__(self, folder: LawFolder) -> None:
        self.folder = folder
        bundled = Law.bundled()
        is_own = folder is not bundled.folders[0]
        self.law = Law((*bundled.folders, folder)) if is_own else bundled
        self.resting: dict[str, list[Example]] = defaultdict(list)
        asked = [*examples_of(folder)]
        cases = CASES_OF.get(Path(folder.path).name) if is_own else CASES
        if cases is not None:
            asked += [
                case.example
                for case in read_cases(cases)
                if not case.table.keys() & {"disputed", "refused"}
            ]
        for example in asked:
            if example.sort != "calendar":
                for entry in self._under(example):
                    self.resting[entry].append(example)

    def _under(self, example: Example) -> Iterator[str]:
        rule: str | None = example.entry
        if example.sort == "deadline":
            deadline = self.law.deadline(example.entry)
            yield deadline.id
            rule = deadline.counting
        while rule is not None:
            yield self.law.counting_rule(rule).id
            rule = self.law.base_of(self.law.counting_rule(rule).id)

    def entry_of(self, name: str, path: Steps) -> str:
        """The rule or deadline in whose table a value stands."""
        file = self.folder.read(name)
        assert file is not None
        if file.sort == "counting":
            return str(file.raw["rule"]["id"])
        if file.sort == "deadlines" and path[0] == "deadline":
            assert isinstance(path[1], int)
            return f"{file.raw['pack']['id']}/{file.raw['deadline'][path[1]]['id']}"
        return ""

    def answers(self, name: str, path: Steps, value: str | None) -> Iterator[str]:
        """What is then wrong with each example that rests on it."""
        changed = with_value(self.law, name, path, value)
        for example in self.resting[self.entry_of(name, path)]:
            yield run_example(changed, example)


def noticed(answer: str) -> bool:
    """Tell whether an example had another answer, and was not merely refused."""
    return bool(answer) and "is refused: " not in answer


@pytest.fixture(scope="module")
def tried() -> list[Tried]:
    """The folders, those of the tests first: they are small."""
    bundled, *own = folders_tried()
    # Read through `Law.bundled`, so that its files are parsed once.
    assert bundled is Law.bundled().folders[0]
    return [Tried(folder) for folder in (*own, bundled)]


def test_every_closed_value_changes_an_answer(tried: list[Tried]) -> None:
    """For each value, and each other in its place, some example has another date."""
    wanted = set(changes()) - BY_CALL - REFUSED
    refused = {Change(*one) for one in REFUSED}
    kinds = {
        (name, key.rstrip("?")): (key, kind) for (name, key), kind in decided().items()
    }
    for one in tried:
        for name, place in places_in(one.folder):
            key, kind = kinds.get(place[:2], ("", ""))
            for other in others(kind, place.value, is_optional=key.endswith("?")):
                change = Change(*place[:3], other)
                if change in wanted and any(
                    noticed(answer) for answer in one.answers(name, place.path, other)
                ):
                    wanted.discard(change)
                if change in refused and any(one.answers(name, place.path, other)):
                    refused.discard(change)
    assert wanted == set()
    assert refused == set()


def test_the_same_value_changes_no_answer(tried: list[Tried]) -> None:
    """What is noticed is the value, and not that a file was read anew."""
    (one,) = [one for one in tried if Path(one.folder.path).name == "thule"]
    found = list(places_in(one.folder))
    told = [a for name, p in found for a in one.answers(name, p.path, p.value)]
    assert len(told) > len(found)
    assert set(told) == {""}


def cases_in(table: object, path: Steps = ()) -> Iterator[Steps]:
    """Yield where each case of a period stands: of deadlines, versions and members."""
    if isinstance(table, dict):
        for key, value in table.items():
            if key == "when":
                yield from ((*path, key, index) for index in range(len(value)))
            yield from cases_in(value, (*path, key))
    elif isinstance(table, list | tuple):
        for index, value in enumerate(table):
            yield from cases_in(value, (*path, index))


def test_every_case_of_a_period_decides(tried: list[Tried]) -> None:
    """A deadline without one of its cases gives another date, or has none."""
    found = [
        (one, name, path)
        for one in tried
        for name in one.folder.all_names()
        if (file := one.folder.read(name)) is not None and file.sort == "deadlines"
        for path in cases_in(file.raw)
    ]
    idle = [
        (name, path)
        for one, name, path in found
        if not any(one.answers(name, path, None))
    ]
    assert found
    assert idle == []


@pytest.mark.parametrize(
    ("rule", "due"),
    [("th/late", date(2026, 7, 6)), ("th/by-weekday", date(2026, 7, 3))],
)
def test_where_a_period_begins_that_runs_from_the_end_of_another(
    tried: list[Tried], rule: str, due: date
) -> None:
    """Saturday 13 June, or Monday to which it was moved; then twenty days."""
    (one,) = [one for one in tried if Path(one.folder.path).name == "thule"]

    def chained(law: Law) -> date:
        asked: dict[str, Any] = {"under": rule}
        first = law.compute("10 days", after=date(2026, 6, 3), **asked)
        assert (first.nominal, first.due) == (date(2026, 6, 13), date(2026, 6, 15))
        return law.compute("20 days", after=first, **asked).due

    assert chained(one.law) == due
    (found,) = [
        (name, place)
        for name, place in places_in(one.folder)
        if place.table == "expiry" and one.entry_of(name, place.path) == rule
    ]
    name, place = found
    kind = TABLES["expiry"]["from"]
    (other,) = others(kind, place.value, is_optional=False)
    assert chained(with_value(one.law, name, place.path, other)) != due


def test_every_key_with_closed_values_is_placed() -> None:
    """A new one is tried here, or somebody says why no date rests on it."""
    known = {
        name
        for name, keys in TABLES.items()
        if any("one:" in kind for kind in keys.values())
    }
    assert NO_COUNT.keys() <= known
    for name, key in NO_COUNT_OF:
        assert "one:" in TABLES[name].get(key, TABLES[name].get(f"{key}?", ""))
    tables = {name for name, _ in decided()}
    assert tables | NO_COUNT.keys() == known
    assert set(REFUSED) | set(BY_CALL) <= set(changes())
