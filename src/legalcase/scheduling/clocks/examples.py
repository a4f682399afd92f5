"""Running the examples that stand with the clocks of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.errors import LegalCaseError
from legalcase.law.files.problem import Problem
from legalcase.scheduling.clocks.clock import StatutoryClock

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFolder

__all__ = ["run_clock_examples"]

_COUNTS: Final = ("elapsed", "excluded", "counted")


def run_clock_examples(law: Book, folder: LawFolder) -> list[Problem]:
    """Return (file, path, what is wrong) for each example that another day answers.

    The files must have passed `check_folder`.
    """
    problems = []
    for name in folder.all_names():
        file = folder.read(name)
        if file is None or file.sort != "clocks":
            continue
        for index, table in enumerate(file.raw["clock"]):
            rule = f"{file.raw['clocks']['id']}/{table['id']}"
            for number, example in enumerate(table["examples"]):
                what = _wrong(law, rule, example)
                if what:
                    path = f"$.clock[{index}].examples[{number}]"
                    problems.append(Problem(name, path, what))
    return problems


def _wrong(law: Book, rule: str, example: Mapping[str, Any]) -> str:
    try:
        clock = StatutoryClock.of_rule(law.clock(rule), dict(example["starts"]))
        for one in example.get("exclusions", ()):
            clock = clock.excluding(
                one["basis"],
                one["from"],
                one.get("through"),
                order="order" in one,
                finding="finding" in one,
                reasonable="reasonable" in one,
            )
        return " ".join(_differing(clock, example))
    except LegalCaseError as error:
        return f"is refused: {error}"


def _differing(clock: StatutoryClock, example: Mapping[str, Any]) -> list[str]:
    on: date | None = example.get("on")
    found: dict[str, Any] = {}
    if on is not None:
        standing = clock.standing(on=on)
        found = {name: getattr(standing, name) for name in _COUNTS}
        found["safe"] = clock.safe(on=on)
    if "last_day" in example:
        found["last_day"] = clock.last_day()
    if "first_day" in example:
        found["first_day"] = clock.first_day()
    return [
        f"{name} is {day}, not {example[name]}."
        for name, day in found.items()
        if name in example and example[name] != day
    ]
