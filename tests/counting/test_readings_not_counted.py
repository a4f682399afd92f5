"""An answer under which nothing can be counted: no day is safe, or a notice says so."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from law_folders import ATLANTIS, changed, copied
from legalcase.codec import encode
from legalcase.counting.argument.readings import read
from legalcase.counting.engine.count import Alternative
from legalcase.counting.engine.run import run
from legalcase.errors import (
    ReadingNotCountedError,
    RoleNotFilledError,
    UnsupportedQuestionError,
)
from legalcase.law.lawbook import Law
from small_law import question, rule

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 4, 24)
#: Under this answer the rule has nothing to say of months.
NO_MONTHS = {"name": "no", "cite": "Re Moon", "remove": ["months"]}
ASKED = "May the objection still be served on the day of compliance?"
OBJECTION = {
    "subpoena-served": date(2003, 6, 2),
    "compliance-date": date(2003, 6, 11),
}
MONTHS = """
[[dispute]]
id = "months"
kind = "KIND"
question = "Does the code speak of months?"
adopted = "yes"
cite = "4"
[[dispute.reading]]
name = "no"
cite = "Re Moon"
words = "Of months the code says nothing."
remove = ["months"]

[[example]]
period"""


def asked(kind: str, *more: dict[str, Any]) -> Any:
    """A month under a rule of which a question asks whether it has months."""
    disputed = {
        "id": "months",
        "kind": kind,
        "question": "Does it speak of months?",
        "adopted": "yes",
        "cite": "4",
        "reading": [NO_MONTHS],
        **({"asks": "act"} if kind == "fact" else {}),
    }
    return question(rule(dispute=(disputed, *more)), "1 month", DAY)


def test_of_law_no_reading_is_left_out() -> None:
    """The error says under which answer, why, and what to do; its cause is there."""
    count = asked("law")
    outcome = run(count, DAY, count.chosen)
    found = read(count, DAY, outcome)
    assert [one.choice for one in found.lost] == ["no"]
    with pytest.raises(ReadingNotCountedError) as caught:
        found.readings()
    assert caught.value.question == "Does it speak of months?"
    assert caught.value.choice == "no"
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value.__cause__, UnsupportedQuestionError)
    said = str(caught.value)
    assert said.startswith(
        "No day can be called safe: if 'Does it speak of months?' is answered 'no', "
        "none can be counted. "
    )
    assert str(caught.value.__cause__) in said
    assert said.endswith("Or choose an answer with readings=.")


def test_of_fact_the_others_are_shown() -> None:
    """That a fact was not given keeps nobody from the date."""
    count = asked("fact")
    found = read(count, DAY, run(count, DAY, count.chosen))
    assert found.readings() == ()
    (lost,) = found.lost
    assert lost.is_of_fact


def test_the_error_has_the_readings_that_are_counted() -> None:
    """Whoever wants the days under the other answers finds them there; pickled, too."""
    other = {
        "id": "roll",
        "kind": "law",
        "question": "Does it roll?",
        "adopted": "yes",
        "cite": "5",
        "reading": [
            {
                "name": "it stays",
                "cite": "Re Stone",
                "roll": {"after": {"to": "stay", "closed": {}, "cite": "5"}},
            }
        ],
    }
    count = asked("law", other)
    found = read(count, DAY, run(count, DAY, count.chosen))
    with pytest.raises(ReadingNotCountedError) as caught:
        found.readings()
    assert caught.value.counted == found.found
    assert [(one.choice, one.due) for one in caught.value.counted] == [
        ("it stays", date(2026, 5, 24))
    ]
    assert pickle.loads(pickle.dumps(caught.value)).counted == found.found
    assert (
        ReadingNotCountedError("None. Ask.", question="Q?", choice="no").counted == ()
    )


def test_what_is_lost_by_one_answer_is_said_once() -> None:
    """Not again with each answer to what else is asked."""
    other = {
        "id": "roll",
        "kind": "law",
        "question": "Does it roll?",
        "adopted": "yes",
        "cite": "5",
        "reading": [
            {
                "name": "it stays",
                "cite": "Re Stone",
                "roll": {"after": {"to": "stay", "closed": {}, "cite": "5"}},
            }
        ],
    }
    count = asked("fact", other)
    found = read(count, DAY, run(count, DAY, count.chosen))
    assert [one.choice for one in found.lost] == ["no"]
    assert all("it stays" in one.choice for one in found.readings())


@pytest.mark.parametrize(("kind", "is_of_fact"), [("law", False), ("fact", True)])
def test_another_count_that_gives_no_date_is_not_passed_over(
    kind: str, *, is_of_fact: bool
) -> None:
    """Another text, say, of which nobody says how it counts months."""
    used = rule()
    count = question(used, "1 month", DAY)
    without = question(rule(months=None), "1 month", DAY)
    option = Alternative(
        dispute="xx/cp/1#text",
        question="Which text governs?",
        choice="the new one",
        cite="9",
        kind=kind,
        count=without,
        anchor=DAY,
    )
    found = read(count, DAY, run(count, DAY, count.chosen), [option])
    assert [(one.choice, one.is_of_fact) for one in found.lost] == [
        ("the new one", is_of_fact)
    ]


def test_the_due_date_stands_and_nothing_says_that_it_is_safe() -> None:
    """Counted back a day, the calendar of the state decided, and nobody named it."""
    found = lc.compute("us/frcp/45(d)(2)(B)", after=OBJECTION)
    assert found.due == date(2003, 6, 11)
    assert found.steps
    assert "no-safe-date" in {notice.code for notice in found.notices}
    for ask in (
        lambda: found.safe,
        lambda: found.readings,
        found.explain,
        found.to_dict,
        lambda: encode(found),
        lambda: pickle.dumps(found),
    ):
        with pytest.raises(ReadingNotCountedError, match="forum-state") as caught:
            ask()
        assert caught.value.question == ASKED
        assert isinstance(caught.value.__cause__, RoleNotFilledError)
    error = pickle.loads(pickle.dumps(caught.value))
    assert (error.question, error.choice) == (ASKED, caught.value.choice)


def test_what_the_error_asks_for_mends_it() -> None:
    """The court, or the answer."""
    told = lc.compute("us/frcp/45(d)(2)(B)", after=OBJECTION, court="cand")
    assert told.safe == date(2003, 6, 10)
    chosen = lc.compute(
        "us/frcp/45(d)(2)(B)",
        after=OBJECTION,
        readings={
            "us/frcp/45(d)(2)(B)#before-compliance": "yes, before the hour named for it"
        },
    )
    assert chosen.safe == chosen.due == date(2003, 6, 11)


@pytest.mark.parametrize("kind", ["law", "fact"])
def test_of_a_law_with_such_a_question(tmp_path: Path, kind: str) -> None:
    """Its date, its notices, and what is said of the safe one."""
    folder = copied(tmp_path)
    told = MONTHS.replace("KIND", kind)
    if kind == "fact":
        told = told.replace('adopted = "yes"', 'adopted = "yes"\nasks = "paper"')
        told = told.replace('name = "no"', 'name = "no"\npaper = "summons"')
    changed(folder, "xx/counting/cp.toml", "\n[[example]]\nperiod", told)
    law = Law.bundled().with_folder(folder)
    found = law.compute("1 month", after=DAY, under="xx/cp")
    plain = Law.bundled().with_folder(ATLANTIS)
    assert found.due == plain.compute("1 month", after=DAY, under="xx/cp").due
    codes = [notice.code for notice in found.notices]
    if kind == "law":
        with pytest.raises(ReadingNotCountedError, match="Does the code speak"):
            _ = found.safe
        assert "answer-not-computed" not in codes
        assert codes.count("no-safe-date") == 1
        return
    assert found.safe <= found.due
    (notice,) = [one for one in found.notices if one.code == "answer-not-computed"]
    assert notice.text.startswith(
        "Does the code speak of months? If no: no date can be computed, so the safe "
        "date does not cover that answer. "
    )
    assert "Does the code speak" in found.explain()
