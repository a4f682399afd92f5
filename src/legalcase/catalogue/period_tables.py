"""The tables of periods by case in a deadline, and the answers that they ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["answers_by_fact", "when_tables"]

#: Where tables lie that can have cases of their own.
_PARTS: Final = ("version", "later_of", "earlier_of")
_OTHER: Final = {"yes": "no", "no": "yes"}


def when_tables(
    table: Mapping[str, Any], path: str = ""
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield (path, table) of every case in a deadline: of all versions and members."""
    for index, case in enumerate(table.get("when", ())):
        yield f"{path}.when[{index}]", case
    for key in _PARTS:
        for index, part in enumerate(table.get(key, ())):
            yield from when_tables(part, f"{path}.{key}[{index}]")


def answers_by_fact(table: Mapping[str, Any]) -> dict[str, tuple[str, dict[str, str]]]:
    """Return (answer of the period itself, others with their citations) by fact.

    The period itself holds with the answer that `otherwise` names, or else with that
    of "yes" and "no" which no case names; ``""`` where neither says it.
    """
    named: dict[str, dict[str, str]] = {}
    for _, case in when_tables(table):
        for fact, answer in case.get("facts", {}).items():
            named.setdefault(fact, {}).setdefault(answer, case["cite"])
    found = {}
    for fact, answers in named.items():
        own = table.get("otherwise", {}).get(fact)
        if own is None:
            (first,) = answers if len(answers) == 1 else ("",)
            own = _OTHER.get(first, "")
        found[fact] = (own, {a: c for a, c in answers.items() if a != own})
    return found
