"""Checks of catalogued deadlines against the rest of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from legalcase.law.build.deadline import build_deadline
from legalcase.law.build.texts import changes_of
from legalcase.law.check.references import leads_somewhere
from legalcase.law.check.rules.counting_rules import idle_removals, usable
from legalcase.law.files.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.catalogue.deadline_rule import DeadlineRule
    from legalcase.catalogue.terms import Term
    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = ["check_deadlines"]

#: What `service_extension` may be besides the name of a table.
_NO_TABLE: Final = frozenset({"none", "notice only"})


def check_deadlines(law: Book, file: LawFile) -> list[Problem]:
    """Return what is wrong with the deadlines of a pack, or of local rules."""
    name = "local_rules" if file.sort == "local-rules" else "pack"
    head = file.raw[name]
    problems = []
    if name == "pack":
        path = "$.pack.counting"
        problems += leads_somewhere(file, path, law.counting_rule, head["counting"])
    for index, table in enumerate(file.raw.get("deadline", ())):
        path = f"$.deadline[{index}]"
        deadline = build_deadline(table, head, file.edition, overrides=False)
        texts = [where for where, _ in changes_of(table, path)]
        for where, version in zip(texts, deadline.versions, strict=True):
            for reference in version.references():
                problems += leads_somewhere(file, where, law.deadline, reference)
            counting = deadline.in_text(version).counting
            tables = [(counting, version.service_extension)]
            tables += _of_members(version.term, *tables[0])
            for name, extension in tables:
                problems += _service(law, file, where, name, extension)
        problems += _met(file, path, deadline, table)
        problems += _of_answers(law, file, path, deadline)
        rules = (deadline.in_text(version).counting for version in deadline.versions)
        for counting in dict.fromkeys(rules):
            problems += _readings(law, file, path, table, counting)
    return list(dict.fromkeys(problems))


def _of_answers(
    law: Book, file: LawFile, path: str, deadline: DeadlineRule
) -> list[Problem]:
    """Check what the answers to questions put in the place of a deadline's term."""
    problems: list[Problem] = []
    where = f"{path}.dispute"
    for *_, variant in deadline.variants:
        for reference in variant.references():
            problems += leads_somewhere(file, where, law.deadline, reference)
        if variant.term is not None:
            extension = variant.service_extension or deadline.current.service_extension
            for pair in _of_members(variant.term, deadline.counting, extension):
                problems += _service(law, file, where, *pair)
    return problems


def _met(
    file: LawFile, path: str, deadline: DeadlineRule, table: Mapping[str, Any]
) -> list[Problem]:
    """Check that a deadline is met by other events than it runs from, each once."""
    answers = [variant for *_, variant in deadline.variants]
    others = [variant.term for variant in answers if variant.term is not None]
    named = {v.trigger.event for v in answers if v.trigger is not None}
    problems = []
    runs_from: set[str | None] = set()
    where = path
    texts = zip(changes_of(table, path), deadline.versions, strict=True)
    for (place, change), version in texts:
        terms = (version.term, *others)
        own = {trigger.event for term in terms for trigger in term.triggers()} | named
        runs_from |= own
        if "met_by" in change:
            where = place
        words = deadline.in_text(version).met_by
        for index, word in enumerate(words):
            if word in own and word not in deadline.first_of:
                what = (
                    f"is {word!r}, from which the time runs: it would be met as it "
                    "begins. Name what satisfies it, and if it is an event of the same "
                    "sort, add a word for that."
                )
                problems.append(Problem(file.name, f"{where}.met_by[{index}]", what))
        problems += _twice(file, f"{where}.met_by", words)
    for index, word in enumerate(deadline.first_of):
        if word not in runs_from:
            what = f"is {word!r}, from which no time runs here. Name a trigger of it."
            problems.append(Problem(file.name, f"{path}.first_of[{index}]", what))
    return problems + _twice(file, f"{path}.proceedings", deadline.proceedings)


def _twice(file: LawFile, path: str, words: tuple[str, ...]) -> list[Problem]:
    return [
        Problem(
            file.name,
            f"{path}[{index}]",
            f"is {word!r} for the second time here. Leave it out.",
        )
        for index, word in enumerate(words)
        if word in words[:index]
    ]


def _of_members(term: Term, counting: str, extension: str) -> Iterator[tuple[str, str]]:
    """Yield (counting rule, table of service) of the members of a term."""
    for member in term.members:
        yield member.counting or counting, member.service_extension or extension
        yield from _of_members(member, counting, extension)


def _service(
    law: Book, file: LawFile, path: str, counting: str, extension: str
) -> list[Problem]:
    """Check that a counting rule exists, and has the table of service named."""
    found = leads_somewhere(file, f"{path}.counting", law.counting_rule, counting)
    if found or extension in _NO_TABLE:
        # A pack's rule is reported once, at the pack.
        pack = file.raw.get("pack") or file.raw["local_rules"]
        return [] if counting == pack["counting"] else found
    rule = law.counting_rule(counting)
    known = {name for v in rule.versions for name in v.data.get("service", {})}
    if extension in known:
        return []
    said = ", ".join(sorted(known)) or "none"
    what = f"is {extension!r}; {counting} has these tables: {said}."
    return [Problem(file.name, f"{path}.service_extension", what)]


def _readings(
    law: Book, file: LawFile, path: str, table: Mapping[str, Any], counting: str
) -> list[Problem]:
    """Check that the readings of a deadline's disputes can be laid over its rule."""
    if leads_somewhere(file, path, law.counting_rule, counting):
        return []
    rule = law.counting_rule(counting)
    problems = []
    for index, dispute in enumerate(table.get("dispute", ())):
        for number, reading in enumerate(dispute["reading"]):
            where = f"{path}.dispute[{index}].reading[{number}]"
            key = (f"{path}#{dispute['id']}", reading["name"])
            extension = reading.get("service_extension")
            if extension is not None:
                problems += _service(law, file, where, counting, extension)
            problems += idle_removals(file, where, reading, rule)
            for version in rule.versions:
                problems += usable(
                    file, where, rule, version, frozenset({key}), (reading,)
                )
    return problems
