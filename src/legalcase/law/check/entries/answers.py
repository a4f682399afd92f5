"""Checks of the answers to a deadline's questions: that each does what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from legalcase.authority import INPUTS
from legalcase.catalogue.period_tables import answers_by_fact
from legalcase.errors import LegalCaseError
from legalcase.law.book.wording.several import several
from legalcase.law.build.deadline import VARIED, VARYING
from legalcase.law.files.problem import Problem
from legalcase.law.files.shapes.consistency import merged_versions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legalcase.law.book.book import Book
    from legalcase.law.files.folder import LawFile

__all__ = ["check_answers"]

#: So many combinations of answers are tried for one deadline: each is a computation.
_MOST: Final = 512
#: What a reading says that changes nothing.
_OF_EVERY: Final = frozenset({"name", "cite", "verified", "words"})
_SEVERAL: Final = frozenset({"later_of", "earlier_of"})


class _Form(NamedTuple):
    """How a deadline is made up, and if the answers of a dispute make another one."""

    varies: bool
    is_composite: bool
    restarts: bool


def check_answers(law: Book, file: LawFile) -> list[Problem]:
    """Return what is wrong with the answers that a file's questions have."""
    found: list[Problem] = []
    found += [Problem(file.name, *one) for one in _facts(law, file)]
    head = file.raw.get("pack") or file.raw.get("local_rules") or {}
    for index, table in enumerate(file.raw.get("deadline", ())):
        path = f"$.deadline[{index}]"
        found += [Problem(file.name, *one) for one in _of_deadline(table, path)]
        asked = {d.get("asks", "act"): _answers(d)[1] for d in table.get("dispute", ())}
        found += [Problem(file.name, *one) for one in _needed(table, path, asked)]
        total = _combinations(law, f"{head['id']}/{table['id']}")
        if total > _MOST:
            what = (
                f"leaves {total} combinations of answers open, over the {_MOST} that "
                "are tried. Split the deadline, or ask less."
            )
            found.append(Problem(file.name, f"{path}.dispute", what))
    return found


def _of_deadline(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    versions = merged_versions(table)
    for index, dispute in enumerate(table.get("dispute", ())):
        asks_fact = dispute.get("asks", "act") not in INPUTS
        varies = asks_fact or any(VARYING & r.keys() for r in dispute["reading"])
        if varies and dispute.get("settled"):
            what = (
                "stands where the answers make another deadline, and is not looked "
                "at there. Leave it out, or let courts have deadlines of their own."
            )
            yield f"{path}.dispute[{index}].settled", what
        form = _Form(
            varies=varies,
            is_composite=any(_SEVERAL & version.keys() for version in versions),
            restarts=any("restart" in version for version in versions),
        )
        for number, reading in enumerate(dispute["reading"]):
            changed = frozenset(reading.keys() - _OF_EVERY)
            where = f"{path}.dispute[{index}].reading[{number}]"
            for key, what in (*_idle(changed, form), *_beside(changed, form)):
                yield (f"{where}.{key}" if key else where), what


def _needed(
    table: Mapping[str, Any], path: str, asked: Mapping[str, set[str]]
) -> Iterator[tuple[str, str]]:
    """Yield (path, what is wrong) of answers that make a member needed."""
    for key in ("version", "dispute", "reading", "later_of", "earlier_of"):
        for index, part in enumerate(table.get(key, ())):
            where = f"{path}.{key}[{index}]"
            needed = part.get("needed_if", {})
            if needed and "optional" not in part:
                what = "says when it is waited for, and it always is. Take it out."
                yield f"{where}.needed_if", what
            for fact, answer in needed.items():
                if answer not in asked.get(fact, ()):
                    what = (
                        f"is {answer!r}, which is no answer to a question of this "
                        "deadline. Name a fact that it asks, and one of its answers."
                    )
                    yield f"{where}.needed_if.{fact}", what
            yield from _needed(part, where, asked)


def _idle(changed: frozenset[str], form: _Form) -> Iterator[tuple[str, str]]:
    """Yield (key, what is wrong) of what has no effect."""
    if not changed:
        yield "", "changes nothing. Say what holds under this answer."
    for key in sorted(changed - VARIED if form.varies else ()):
        what = (
            "is a setting of the count, and this answer makes another deadline, which "
            "leaves settings as they are. Take it out."
        )
        yield key, what
    if "restarts" in changed and not form.restarts:
        yield "restarts", "is 'no', and no event restarts this deadline. Take it out."


def _beside(changed: frozenset[str], form: _Form) -> Iterator[tuple[str, str]]:
    """Yield (key, what is wrong) of what does not go with the form of the deadline."""
    several = _SEVERAL & changed
    if len(several | ({"period"} & changed)) > 1:
        yield "", "needs one of period, later_of, earlier_of (found: more)."
    elif several and "trigger" in changed:
        what = "stands beside members, which have triggers of their own. Take it out."
        yield "trigger", what
    elif form.is_composite and form.varies and not several:
        for key in sorted({"period", "trigger"} & changed):
            what = (
                "changes nothing where the deadline is made up of several. State all "
                "its members under this answer."
            )
            yield key, what


def _facts(law: Book, file: LawFile) -> Iterator[tuple[str, str]]:
    """Check that a fact has the same answers wherever it is asked.

    One answer is given to all; a place that has it not would refuse it.
    """
    known: dict[str, tuple[str, set[str]]] = {}
    for fact, places in _asked(law).items():
        others = (answers for raw, answers in places if raw is not file.raw)
        first = next(others, None)
        if first is not None:
            known[fact] = first
    for path, dispute in _asking(file.raw):
        fact = dispute["asks"]
        if fact in several(law):
            what = (
                f"is {fact!r}, of which several answers can be true at once, and a "
                "question has one. Let a deadline of its own arise with each "
                "(only_if), or ask another fact."
            )
            yield f"{path}.asks", what
        adopted, answers = known.setdefault(fact, _answers(dispute))
        if _answers(dispute) != (adopted, answers):
            said = ", ".join(map(repr, sorted(answers)))
            what = (
                f"is {fact!r}, which elsewhere has the answers {said}, of which "
                f"{adopted!r} is adopted. Give it the same here, or ask another fact."
            )
            yield f"{path}.asks", what


_ONE_AND_ANOTHER: Final = 2
#: The answers of a question: the adopted one, and all.
_Answers = tuple[str, set[str]]


def _asked(law: Book) -> dict[str, list[tuple[object, _Answers]]]:
    """Return, by fact, the answers in each file that asks it, in the order of the law.

    Those of two files each: whoever looks for another file's needs no more.
    """
    kept = law.cached("answers")
    found: dict[str, list[tuple[object, _Answers]]] | None = kept.get("all")
    if found is not None:
        return found
    found = {}
    for folder in law.folders:
        for name in folder.all_names():
            try:
                file = folder.read(name)
            except LegalCaseError:
                continue  # reported where it lies
            if file is None:
                continue
            for _, dispute in _asking(file.raw):
                places = found.setdefault(dispute["asks"], [])
                known = any(raw is file.raw for raw, _ in places)
                if not known and len(places) < _ONE_AND_ANOTHER:
                    places.append((file.raw, _answers(dispute)))
    kept["all"] = found
    return found


def _answers(dispute: Mapping[str, Any]) -> tuple[str, set[str]]:
    others = {reading["name"] for reading in dispute["reading"]}
    return dispute["adopted"], {dispute["adopted"], *others}


def _asking(raw: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield (path, dispute) of every question that asks a fact of the vocabulary."""
    places = [("$", raw)]
    places += [(f"$.deadline[{i}]", t) for i, t in enumerate(raw.get("deadline", ()))]
    for path, table in places:
        for index, dispute in enumerate(table.get("dispute", ())):
            if dispute.get("asks", "act") not in INPUTS:
                yield f"{path}.dispute[{index}]", dispute
        for fact, (own, others) in answers_by_fact(table).items():
            readings = [{"name": answer} for answer in others]
            asked = {"asks": fact, "adopted": own, "reading": readings}
            yield f"{path}.when", asked


def _combinations(law: Book, name: str) -> int:
    """Return how many combinations of answers a deadline, with all it names, has."""
    answers: dict[str, int] = {}
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        found = waiting.pop()
        if found in seen:
            continue
        seen.add(found)
        try:
            deadline = law.deadline(found)
        except LegalCaseError:
            continue
        for dispute in deadline.disputes:
            if deadline.variants_of(dispute.id):
                key = dispute.asks or f"{found}#{dispute.id}"
                answers[key] = 1 + len(dispute.readings)
        waiting += deadline.references()
    total = 1
    for count in answers.values():
        total *= count
    return total
