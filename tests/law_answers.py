"""What can be answered to what a deadline or a rule asks, read from the law's files.

The engine finds the answers that it tries by itself; here they are read anew, from the
tables of the files alone, so that a question which it fails to ask is found out.
"""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

import legalcase
from legalcase.authority import INPUTS
from legalcase.law.ask.behind import trigger_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LAW: Final = Path(legalcase.__file__).parent / "jurisdictions"
Table = dict[str, Any]
Answers = dict[str, tuple[str, ...]]


@cache
def tables(pattern: str) -> tuple[Table, ...]:
    """Read the files of the law whose paths match."""
    return tuple(
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(LAW.glob(pattern))
    )


@cache
def rules() -> dict[str, Table]:
    """The files of the counting rules, by id."""
    return {file["rule"]["id"]: file for file in tables("*/counting/*.toml")}


@cache
def deadlines() -> dict[str, tuple[str, Table]]:
    """Each deadline as it is written, with its counting rule, by id."""
    found = {}
    for file in tables("*/deadlines/*.toml"):
        for one in file["deadline"]:
            name = f"{file['pack']['id']}/{one['id']}"
            found[name] = (one.get("counting", file["pack"]["counting"]), one)
    for file in tables("*/local-rules/*.toml"):
        head = file["local_rules"]
        for one in file.get("deadline", ()):
            name = f"{head['id']}/{one['id']}"
            found[name] = (one.get("counting", head["counting"]), one)
    return found


def words(sort: str) -> tuple[str, ...]:
    """The words of a sort, of all vocabularies."""
    files = (*tables("vocabulary.toml"), *tables("*/vocabulary.toml"))
    return tuple(dict.fromkeys(word for file in files for word in file.get(sort, ())))


def references(value: object) -> Iterator[str]:
    """Yield the ids of the deadlines named anywhere in an entry."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"remaining", "expiry_of"}:
                yield inner
            elif key == "within":
                yield from inner
            elif key != "examples":
                yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def behind(name: str) -> list[tuple[str, Table]]:
    """The entries of a deadline and of all that it refers to."""
    waiting, seen = [name], {}
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen[one] = deadlines()[one]
            waiting += references(seen[one][1])
    return list(seen.values())


def texts(rule: str) -> list[Table]:
    """The file of a rule, and of the rule that it is based on."""
    file = rules()[rule]
    base = file["rule"].get("base")
    return [*([] if base is None else texts(base)), file]


def methods(rule: str, day: date) -> tuple[str, ...]:
    """The methods of service that a rule has listed in some table by that day."""
    return tuple(
        dict.fromkeys(
            method
            for file in texts(rule)
            for version in file["version"]
            if version["from"] <= day
            for table in version.get("service", {}).values()
            for method, entry in table.items()
            if isinstance(entry, dict)
        )
    )


def completed(rule: str) -> tuple[str, ...]:
    """The methods of which a rule says when service by them is complete."""
    return tuple(
        dict.fromkeys(
            method
            for file in texts(rule)
            for version in file["version"]
            for table in version.get("completion", {}).values()
            for method in table
        )
    )


def _asked(disputes: Iterable[Table]) -> Answers:
    found: Answers = {}
    for dispute in disputes:
        asks = dispute.get("asks")
        if asks in INPUTS:
            found[asks] = words(asks)
        elif asks is not None:
            answers = (dispute["adopted"], *(r["name"] for r in dispute["reading"]))
            found[asks] = tuple(dict.fromkeys((*found.get(asks, ()), *answers)))
    return found


def _cases(entry: Table) -> Answers:
    """What the other periods of a deadline, or of its versions, ask: the facts.

    Those of the members among which the later or the earlier day is taken, too.
    """
    found: dict[str, dict[str, None]] = {}
    own = (entry, *entry.get("version", ()))
    members = [
        member
        for text in own
        for key in ("later_of", "earlier_of")
        for member in text.get(key, ())
    ]
    for text in (*own, *members):
        tables = [case.get("facts", {}) for case in text.get("when", ())]
        for table in (*tables, text.get("otherwise", {})):
            for fact, answer in table.items():
                found.setdefault(fact, {})[answer] = None
    both = dict.fromkeys(("yes", "no"))
    return {
        fact: tuple(answers | both if answers.keys() <= both.keys() else answers)
        for fact, answers in found.items()
    }


def of_rule(rule: str, day: date) -> Answers:
    """What a rule asks of a bare period, with every answer: by input or fact."""
    found = _asked(one for file in texts(rule) for one in file.get("dispute", ()))
    return {"service": methods(rule, day), **found}


def of_deadline(name: str, day: date) -> Answers:
    """What a deadline asks, and what all that it refers to ask, with every answer."""
    found: Answers = {}
    for rule, entry in behind(name):
        found |= {key: ways for key, ways in of_rule(rule, day).items() if ways}
        found |= _asked(entry.get("dispute", ()))
        found |= _cases(entry)
    return found


def draw(seed: str) -> Random:
    """A source of draws that is the same for everybody."""
    return Random(seed)  # noqa: S311 - nothing here is a secret


def anchors(
    name: str, day: date, chance: Random, *, within: int
) -> date | dict[str, date]:
    """Draw the triggers of a deadline that are known, from a day on."""
    law = legalcase.Law.bundled()
    rule = law.deadline(name)
    known = trigger_words(rule, law)
    if rule.current.term.form == "period" and len(known) == 1:
        return day
    some = [word for word in known if chance.random() < 0.75] or [known[0]]
    return {word: day + timedelta(chance.randint(0, within)) for word in some}
