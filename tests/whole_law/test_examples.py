"""Every example inside the law gives its date, and no entry is without one."""

from __future__ import annotations

from functools import cache

from every_one import for_each
from legalcase.law.examples import Example, examples_of, run_example
from legalcase.law.lawbook import Law

JURISDICTIONS = Law.bundled().jurisdictions()


@cache
def bundled() -> dict[str, tuple[Example, ...]]:
    """The examples that stand in the law, by jurisdiction; read when first asked."""
    found: dict[str, list[Example]] = {}
    for example in examples_of(Law.bundled().folders[0]):
        found.setdefault(example.entry.partition("/")[0], []).append(example)
    return {place: tuple(examples) for place, examples in found.items()}


def named(example: Example) -> str:
    """What tells an example from every other: its entry, its file, its place there."""
    return f"{example.entry} ({example.file}: {example.path})"


@for_each(
    "example",
    lambda place: bundled().get(place, ()),
    ids=named,
    shelves=JURISDICTIONS,
)
def test_every_example_gives_its_answer(example: Example) -> None:
    """What stands in an entry as its example is what the entry answers."""
    assert run_example(Law.bundled(), example) == ""


def test_every_entry_has_an_example() -> None:
    """A calendar, a counting rule, a deadline: none is entered without one."""
    law = Law.bundled()
    entries = {*law.names("calendar"), *law.names("rule")}
    entries |= {deadline.id for deadline in law.deadlines()}
    asked = {example.entry for place in JURISDICTIONS for example in bundled()[place]}
    assert entries - asked == set()
    assert set(bundled()) == set(JURISDICTIONS)
