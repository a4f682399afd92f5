"""Whether a playbook holds against a law: its rules in force, its words known."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from legalcase.errors import (
    LegalCaseError,
    PlaybookError,
    RuleNotInForceError,
    UnknownNameError,
)
from legalcase.plans.asked import law_asked, playbook_asked
from legalcase.procedure import stage_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legalcase.law.lawbook import Law
    from legalcase.plans.files.validate import Flaw
    from legalcase.practice.plan import (
        PlanCondition,
        PlanSentry,
        Playbook,
        PlaybookItem,
    )

__all__ = ["check", "checked"]


def check(playbook: Playbook, law: Law) -> None:
    """Hold a playbook against a law.

    Every deadline is catalogued and in force on the day for which the playbook was
    read; its words are of the vocabulary, its answers those that rules ask for.
    Raises `PlaybookError` with all that is wrong, each with its path, and
    `InvalidTypeError` for what is no playbook or no law.
    """
    asked = playbook_asked(playbook)
    found = [(asked.playbook_id, *flaw) for flaw in checked(asked, law)]
    if found:
        raise PlaybookError.of(found)


def checked(playbook: Playbook, law: Law) -> Iterator[Flaw]:
    """Yield (path, what is wrong) of a playbook under a law."""
    law_asked(law)
    yield from _head(playbook, law)
    for number, stage in enumerate(playbook.stages):
        path = f"$.stage[{number}]"
        for place, sentry in enumerate(stage.enters):
            yield from _sentry(law, sentry, f"{path}.enters[{place}]")
        if stage.table_stage is not None:
            yield from _table_stage(playbook, stage.table_stage, path)
    for number, item in enumerate(playbook.items):
        yield from _item(playbook, law, item, f"$.item[{number}]")


def _head(playbook: Playbook, law: Law) -> Iterator[Flaw]:
    known = law.names("jurisdiction")
    for place, name in enumerate(playbook.jurisdictions):
        if name.partition("/")[0] not in known:
            where = f"$.playbook.jurisdictions[{place}]"
            yield (
                where,
                f"is {name!r}, of which no law is at hand. {_near(name, known)}",
            )
    for sort, key, words in (
        ("proceeding", "proceedings", playbook.proceedings),
        ("participant", "sides", playbook.sides),
    ):
        for place, word in enumerate(words):
            yield from _word(law, sort, word, f"$.playbook.{key}[{place}]")
    if playbook.stage_table is not None:
        try:
            stage_table(playbook.stage_table)
        except UnknownNameError as error:
            yield "$.playbook.stage_table", f"is no table of stages. {error}"


def _table_stage(playbook: Playbook, name: str, path: str) -> Iterator[Flaw]:
    where = f"{path}.table_stage"
    if playbook.stage_table is None:
        yield where, f"is {name!r}, and the playbook has no stage_table. Name one."
        return
    try:
        places = stage_table(playbook.stage_table).places
    except UnknownNameError:
        return
    if name not in places:
        said = f"is {name!r}, and no stage of {playbook.stage_table!r}."
        yield where, f"{said} {_near(name, places)}"


def _item(
    playbook: Playbook, law: Law, item: PlaybookItem, path: str
) -> Iterator[Flaw]:
    for place, name in enumerate(item.rules):
        what = _why_no_rule(playbook, law, name)
        if what:
            yield f"{path}.rule[{place}]", what
    for place, sentry in enumerate(item.when):
        yield from _sentry(law, sentry, f"{path}.when[{place}]")
    if item.offset is not None:
        yield from _sentry(law, item.offset.of, f"{path}.offset.of")
    for place, word in enumerate(item.done_by):
        yield from _word(law, "trigger", word, f"{path}.done_by[{place}]")
    if item.document is not None:
        yield from _word(law, "document", item.document, f"{path}.document")
    if item.hearing is not None:
        yield from _hearing(law, item.hearing, f"{path}.hearing")
    for place, condition in enumerate(item.conditions):
        yield from _condition(law, condition, f"{path}.if[{place}]")


def _why_no_rule(playbook: Playbook, law: Law, name: str) -> str:
    """Say why a deadline cannot be that of an item; empty where it can."""
    day = playbook.effective
    try:
        rule = law.deadline(name)
        rule.version_on(day)
    except RuleNotInForceError:
        return f"is {name!r}, which was not in force on {day}. Name what was."
    except LegalCaseError as error:
        return f"is {name!r}, and no deadline of the law. {error}"
    if rule.id != name:
        return f"is {name!r}, another name of {rule.id!r}. Write that id."
    return ""


def _sentry(law: Law, sentry: PlanSentry, path: str) -> Iterator[Flaw]:
    if sentry.event is not None:
        yield from _word(law, "trigger", sentry.event, f"{path}.event")
    if sentry.hearing is not None:
        yield from _hearing(law, sentry.hearing, f"{path}.hearing")


def _hearing(law: Law, word: str, path: str) -> Iterator[Flaw]:
    kinds = law.words("hearing")
    triggers = {one for kind in kinds for one in law.hearing_triggers(kind)}
    if word not in kinds and word not in triggers:
        near = _near(word, (*kinds, *triggers))
        yield path, f"is {word!r}, and no kind of hearing. {near}"


def _condition(law: Law, condition: PlanCondition, path: str) -> Iterator[Flaw]:
    if condition.fact is not None:
        yield from _word(law, "fact", condition.fact, f"{path}.fact")
        answers = law.answers(condition.fact)
        if answers and condition.answer not in answers:
            said = ", ".join(answers)
            yield f"{path}.is", f"is {condition.answer!r}, and no answer. Use {said}."
    for sort, key, word in (
        ("participant", "role", condition.role),
        ("claim", "claim", condition.claim),
        ("severity", "charge_severity", condition.charge_severity),
    ):
        if word is not None:
            yield from _word(law, sort, word, f"{path}.{key}")


def _word(law: Law, sort: str, word: str, path: str) -> Iterator[Flaw]:
    known = law.words(sort)
    if word not in known:
        said = f"is {word!r}, which the vocabulary of {sort} lacks."
        yield path, f"{said} {_near(word, known)}"


def _near(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, list(known), n=3, cutoff=0.5)
    if near:
        return f"Did you mean {' or '.join(map(repr, near))}?"
    return "See the words of the law: law.words(…)."
