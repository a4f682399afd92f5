"""Half recorded: of two events of one act the docket has one, and the answer waits."""

from __future__ import annotations

from datetime import date

import pytest

import legalcase as lc
import legalcase.model as m
from legalcase.oversight import health
from schedule_cases import BY, LAW, filed, opened, served

SERVED_ON = date(2026, 4, 3)
BOTH = ("complaint-served", "summons-served")
#: The courts of each state of which deadlines are entered.
COURTS = {
    place: [court.id for court in LAW.courts(place)]
    for place in sorted({rule.jurisdiction for rule in LAW.deadlines()})
    if place.startswith("us-")
}


def asked(court: str, *words: str) -> lc.Schedule:
    """What is due for the defendant after service, under some words of it."""
    paper = served("s", " ".join(words), "roe", ["acme"], SERVED_ON)
    return lc.schedule(opened(court=court).record(paper, **BY), LAW, for_=("acme",))


def rules_of(found: lc.Schedule) -> set[str]:
    """The deadlines that are listed, of whichever party they are."""
    rows = (*found.rows, *found.others)
    return {row.rule for row in rows if row.side != "court"}


def waiting(found: lc.Schedule) -> list[str]:
    """The notices that something runs from the word that was not recorded."""
    return [one.text for one in found.notices if one.code == "half-recorded"]


@pytest.mark.parametrize("place", COURTS)
def test_no_answer_waits_in_silence_for_the_other_word(place: str) -> None:
    """What both words start, one alone starts or the schedule asks for the other."""
    courts = [court for court in COURTS[place] if rules_of(asked(court, *BOTH))]
    assert courts
    for court in courts:
        both = asked(court, *BOTH)
        assert waiting(both) == []
        for word, other in (BOTH, BOTH[::-1]):
            found = asked(court, word)
            missing = rules_of(both) - rules_of(found)
            said = waiting(found)
            assert bool(said) == bool(missing), (court, word, missing)
            for text in said:
                several = f"{len(missing)} deadlines run that are"
                runs = "1 deadline runs that is" if len(missing) == 1 else several
                assert f"and not {other}, from which {runs} not listed" in text
            # Once is enough that nothing runs from that word.
            unused = [n.text for n in found.notices if n.code == "trigger-unused"]
            assert not (said and any(f"from {word}," in text for text in unused))


def test_the_notice_names_the_event_and_what_waits() -> None:
    """In Arizona the answer runs from service of the summons."""
    (said,) = waiting(asked("us-az/superior", "complaint-served"))
    assert "complaint-served (event:s)" in said
    assert "us-az/civ/12(a)(1)(A)(i)" in said
    assert said.endswith("record it with both words.")


def answered(court: str, word: str, **said: str) -> m.CaseFile:
    """A case whose deadlines are set, with the answer on the docket under one word."""
    paper = served("s", " ".join(BOTH), "roe", ["acme"], SERVED_ON)
    file = opened(court=court).record(paper, **BY)
    new = lc.schedule(file, LAW, for_=("acme",)).new
    file = file.record(*new.events(on=SERVED_ON), **BY)
    by, on = said.get("by", "acme"), date(2026, 4, 20)
    about = ("s",) if "about" in said else ()
    done: m.CaseFile = file.record(filed("a", word, by, on, about), **BY)
    return done


def on_the_agenda(file: m.CaseFile, rule: str) -> tuple[str, ...]:
    """What the agenda says of papers that bear another word than meets a deadline."""
    (row,) = lc.schedule(file, LAW, for_=("acme",)).of_rule(rule)
    items = file.case.agenda().items
    (item,) = [one for one in items if one.deadline.deadline_id == row.deadline_id]
    assert all(text in item.remarks for text in item.halves)
    return item.halves


@pytest.mark.parametrize(
    ("court", "rule", "word", "met_by"),
    [
        ("us/cand", "us/frcp/12(a)(1)(A)(i)", "answer-filed", "answer-served"),
        ("us-ca/lasc", "us-ca/ccp/412.20(a)(3)", "answer-served", "answer-filed"),
    ],
)
def test_the_agenda_says_that_the_other_word_was_recorded(
    court: str, rule: str, word: str, met_by: str
) -> None:
    """The deadline stays open, and whoever looks at it sees why."""
    (said,) = on_the_agenda(answered(court, word), rule)
    assert said == (
        f"event:a bears {word}, and it is met by {met_by}: record that too, if the "
        "paper was both"
    )
    assert on_the_agenda(answered(court, met_by), rule) == ()


def test_the_agenda_says_nothing_of_what_others_did() -> None:
    """Another defendant's answer, and a paper that is about something else."""
    rule = "us/frcp/12(a)(1)(A)(i)"
    assert on_the_agenda(answered("us/cand", "answer-filed", by="doe"), rule) == ()
    told = answered("us/cand", "answer-filed", about="s")
    assert len(on_the_agenda(told, rule)) == 1
    file = told.retract("a", ground="Not filed", **BY)
    assert on_the_agenda(file, rule) == ()


def test_the_findings_of_a_case_have_the_hint() -> None:
    """What is not listed for want of a word is told to whoever looks at the case."""
    paper = served("s", "complaint-served", "roe", ["acme"], SERVED_ON)
    file = opened(court="us-az/superior").record(paper, **BY)
    found = health(file, on=SERVED_ON, law=LAW).of("schedule-question")
    texts = [one.text for one in found]
    assert waiting(lc.schedule(file, LAW, for_=("acme",)))[0] in texts
