"""Half recorded: of two events of one act the docket has one, and the answer waits."""

from __future__ import annotations

from datetime import date

import pytest

import legalcase as lc
from schedule_cases import BY, LAW, opened, served

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
