"""Terms of deadlines as they are written: what cannot stand together in one."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, Final

from legalcase.catalogue.period_tables import answers_by_fact, when_tables
from legalcase.dates import Period

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

__all__ = ["OF_A_TERM", "bad_cases", "bad_shifts", "badly_ended"]

#: What goes with a period, and with it into another version or out of it.
OF_A_TERM: Final = ("ends", "when")
#: What `service_extension` is where service lengthens nothing.
_NOTHING: Final = frozenset({"none", "notice only"})
_MEMBERS: Final = ("later_of", "earlier_of")
#: What an answer to a question puts in the place of a period.
_OF_ANOTHER: Final = frozenset({"period", "trigger", *_MEMBERS})
#: What a later text can say otherwise, besides the event and the side.
_OF_A_TEXT: Final = ("counting", "paper", "owed_by", "met_by")
_DEFAULTS: Final = {"direction": "after"}
#: The answers that most facts have, as they are written.
_ANSWERS: Final = frozenset({"yes", "no"})
#: So many ways in which a case can be are tried.
_MOST_WAYS: Final = 4096


def badly_ended(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """Yield (path, what is wrong) of weekdays on which a deadline cannot end."""
    yield from _badly_ended(table, path, table["service_extension"])
    for index, dispute in enumerate(table.get("dispute", ())):
        for number, reading in enumerate(dispute["reading"]):
            where = f"{path}.dispute[{index}].reading[{number}]"
            extension = reading.get("service_extension", table["service_extension"])
            # The weekday stays, whatever else an answer puts in its place.
            said = {**reading, "direction": table.get("direction", "after")}
            if "ends" in table and not said.keys() & set(_MEMBERS):
                said = {"period": table["period"], **said, "ends": table["ends"]}
            yield from _badly_ended(said, where, extension)


def _badly_ended(
    table: Mapping[str, Any], path: str, extension: str
) -> Iterator[tuple[str, str]]:
    if "ends" in table:
        where = f"{path}.ends"
        if "if_moved" in table["ends"] and "at" not in table["ends"]:
            yield f"{where}.if_moved", "stands beside no hour (at). Take it out."
        if "period" not in table:
            yield where, "stands beside no period. Say it of the member that has one."
        elif any(
            Period.parse(one["period"]).unit == "hour"
            for one in (table, *table.get("when", ()))
        ):
            yield where, "follows a period in hours. Name a weekday after days."
        if table.get("direction") == "before":
            what = (
                "stands beside a period that is counted back: no law that was read "
                "says which weekday that is. Take it out."
            )
            yield where, what
        if extension not in _NOTHING:
            what = (
                f"stands beside the table of service {extension!r}: no law that was "
                "read says whether its days come before the weekday. Write 'none', or "
                "take it out."
            )
            yield where, what
    for key in _MEMBERS:
        for index, member in enumerate(table.get(key, ())):
            own = member.get("service_extension", extension)
            yield from _badly_ended(member, f"{path}.{key}[{index}]", own)


def bad_shifts(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """Yield (path, what is wrong) of later texts that run from another event."""
    was = table
    for number, change in enumerate(table.get("version", ())):
        where = f"{path}.version[{number}]"
        several = [key for key in _MEMBERS if key in change]
        if "applies" in change and (change.keys() & {"trigger", "direction"}):
            what = (
                "stands beside another event or side: which of two texts governs then, "
                "nobody can tell. Enter two deadlines, or let it go by the trigger."
            )
            yield f"{where}.applies", what
        is_period = "period" in change or ("period" in was and not several)
        for key in ("trigger", "direction"):
            if key in change and not is_period:
                what = "stands beside members, which have their own. Take it out."
                yield f"{where}.{key}", what
        for key in (*_OF_A_TEXT, "trigger", "direction"):
            if key in change and change[key] == was.get(key, _DEFAULTS.get(key)):
                what = (
                    f"is {change[key]!r}, as in the text before it. A version states "
                    "only what changed: take it out."
                )
                yield f"{where}.{key}", what
        dropped = {
            key for key in ("period", *_MEMBERS) if several or "period" in change
        }
        was = {**{k: v for k, v in was.items() if k not in dropped}, **change}


def bad_cases(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """Yield (path, what is wrong) of the periods that a deadline has by case."""
    cases = list(when_tables(table, path))
    yield from _bad_questions(table, path, cases)
    if not cases:
        return
    for where, case in cases:
        if not case.keys() & {"service", "facts"} or case.get("facts") == {}:
            yield where, "holds always. Say of which methods (service) or facts it is."
        for fact, answer in case.get("facts", {}).items():
            if answer.lower() in _ANSWERS and answer not in _ANSWERS:
                what = f"is {answer!r}. Write {answer.lower()!r}."
                yield f"{where}.facts.{fact}", what
    answers = answers_by_fact(table)
    for fact, (own, others) in answers.items():
        if not own or not others:
            what = (
                f"lacks {fact!r}: nobody can tell with which answer the period itself "
                "holds. Name that answer here, besides those of the cases."
            )
            yield f"{path}.otherwise", what
    yield from _beside_questions(table, path, answers)
    for number, version in enumerate((table, *table.get("version", ()))):
        where = path if number == 0 else f"{path}.version[{number - 1}]"
        yield from _unclear(version, where, answers)


def _beside_questions(
    table: Mapping[str, Any], path: str, answers: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield the questions that ask, or whose answers replace, what the cases say."""
    for index, dispute in enumerate(table.get("dispute", ())):
        where = f"{path}.dispute[{index}]"
        if dispute.get("asks") in answers or dispute["id"] in answers:
            what = "asks what a case of `when` asks. Say it at one of the two places."
            yield where, what
        for number, reading in enumerate(dispute["reading"]):
            for key in sorted(_OF_ANOTHER & reading.keys()):
                what = (
                    "stands beside `when`: which of its periods it would replace, "
                    "nobody can tell. Say it as a case, or leave `when` out."
                )
                yield f"{where}.reading[{number}].{key}", what


def _bad_questions(
    table: Mapping[str, Any], path: str, cases: list[tuple[str, Mapping[str, Any]]]
) -> Iterator[tuple[str, str]]:
    facts = dict.fromkeys(fact for _, case in cases for fact in case.get("facts", {}))
    for fact in facts:
        if fact not in table.get("questions", {}):
            what = f"lacks {fact!r}, which a case of `when` asks. Put it as a question."
            yield f"{path}.questions", what
    for key in ("questions", "otherwise"):
        for fact in table.get(key, {}):
            if fact not in facts:
                what = "is asked by no case of `when`. Take it out."
                yield f"{path}.{key}.{fact}", what


def _unclear(
    table: Mapping[str, Any],
    path: str,
    answers: Mapping[str, tuple[str, Mapping[str, str]]],
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with cases of which one place has several."""
    cases = table.get("when", ())
    if cases and "period" not in table:
        what = (
            "stands beside no period. State the period that holds otherwise, here too."
        )
        yield f"{path}.when", what
    elif cases:
        for index, case in enumerate(cases):
            if case["period"] == table["period"] and len(cases) == 1:
                what = f"is {case['period']!r}, as otherwise. Take the case out."
                yield f"{path}.when[{index}].period", what
        yield from _overlapping(cases, path, answers)
    for key in _MEMBERS:
        for index, member in enumerate(table.get(key, ())):
            yield from _unclear(member, f"{path}.{key}[{index}]", answers)


def _overlapping(
    cases: Sequence[Mapping[str, Any]],
    path: str,
    answers: Mapping[str, tuple[str, Mapping[str, str]]],
) -> Iterator[tuple[str, str]]:
    """Try every way in which it can be: one case holds at most, the period in one."""
    facts = dict.fromkeys(fact for case in cases for fact in case.get("facts", {}))
    methods = dict.fromkeys(word for case in cases for word in case.get("service", ()))
    ways = [[*methods, ""], *([answers[f][0], *answers[f][1]] for f in facts)]
    if prod(map(len, ways)) > _MOST_WAYS:
        what = f"can be in over {_MOST_WAYS} ways. Split the deadline, or ask less."
        yield f"{path}.when", what
        return
    met: set[int] = set()
    is_left = False
    for method, *those in product(*ways):
        so = dict(zip(facts, those, strict=True))
        found = [
            index
            for index, case in enumerate(cases)
            if method in case.get("service", (method,))
            and all(
                so[fact] == answer for fact, answer in case.get("facts", {}).items()
            )
        ]
        is_left |= not found
        met.update(found)
        if len(found) > 1:
            how = [f"service by {method}"] if method else []
            how += [f"{fact}: {answer}" for fact, answer in so.items()]
            what = (
                f"holds together with when[{found[0]}] ({', '.join(how)}). Say of one "
                "of the two what tells it from the other."
            )
            yield f"{path}.when[{found[1]}]", what
            return
    for index in sorted(set(range(len(cases))) - met):
        yield f"{path}.when[{index}]", "never holds. Check its methods and answers."
    if not is_left:
        what = "never holds: the cases leave nothing over. Make one of them the period."
        yield f"{path}.period", what
