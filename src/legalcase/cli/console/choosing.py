"""The options that settle what a computation left open, whole, to be pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legalcase.cli.console.shell import quoted
from legalcase.cli.console.terminal import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.counting.argument.computation import Computation
    from legalcase.law.lawbook import Law

__all__ = ["choosing"]

_SERVICE: Final = "service"


def choosing(computation: Computation, law: Law) -> str:
    """Return the options that say a fact, and those that choose a reading of the law.

    A fact has one line: an answer that can be pasted, and the others.
    """
    facts = "\n".join(_facts(computation, law))
    readings = "\n".join(_readings(computation))
    parts = []
    if facts:
        parts.append(f"to say what is the case\n{facts}")
    if readings:
        parts.append(f"to choose one of these readings\n{readings}")
    return "\n\n".join(parts)


def _readings(computation: Computation) -> Iterator[str]:
    yield from dict.fromkeys(
        " ".join(
            f"--reading {quoted(f'{name}={answer}')}"
            for name, answer in reading.answers.items()
        )
        for reading in computation.readings
        if reading.answers
    )


def _facts(computation: Computation, law: Law) -> Iterator[str]:
    """Yield a line for each fact: the option with one answer, and the other answers."""
    found: dict[str, list[str]] = {}
    for reading in computation.readings:
        key = reading.dispute
        if reading.kind == "fact" and key and "#" not in key and ";" not in key:
            is_service = key == _SERVICE
            answers = reading.choice.split(", ") if is_service else [reading.choice]
            found.setdefault(key, []).extend(answers)
    for key, answers in found.items():
        option = f"--{key} " if key == _SERVICE else f"--fact {key}="
        first, *others = dict.fromkeys((*answers, *_adopted(computation, law, key)))
        also = f" (or: {', '.join(others)})" if others else ""
        yield paragraphs(f"{option}{quoted(first)}{also}", hanging=4)


def _adopted(computation: Computation, law: Law, key: str) -> Iterator[str]:
    """Yield the answers that the computation itself assumes, for they can be given."""
    inputs = computation.inputs
    if key == _SERVICE:
        for version in law.counting_rule(inputs.rule).versions[-1:]:
            for table in version.data.get(_SERVICE, {}).values():
                yield from (name for name in table if name == "personal")
    elif inputs.deadline is not None:
        for dispute in law.deadline(inputs.deadline).disputes:
            if dispute.asks == key:
                yield dispute.adopted
