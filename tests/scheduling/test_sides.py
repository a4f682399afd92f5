"""Who owes a deadline, word by word; and who may, where the case does not say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import legalcase as lc
import legalcase.model as m
from schedule_cases import AT, BY, LAW, event, filed, opened, party, ref, served

DAY = date(2026, 4, 3)
ALL = ("roe", "acme", "doe")


def bare(word: str, **given: Any) -> Any:
    """A service of which nobody recorded more."""
    return event("e", m.Served(title="S", triggers=(word,), happened_on=DAY, **given))


def who(file: Any, rule: str, for_: Any = ALL) -> list[tuple[Any, ...]]:
    """(owed by, which of) of the rows of a rule, in order."""
    rows = lc.schedule(file, LAW, for_=for_).of_rule(rule)
    return sorted((row.owed_by, row.which) for row in rows)


ANSWER, RESPOND = "us/frcp/12(a)(1)(A)(i)", "us/frcp/33(b)(2)"


def test_served_on_nobody_is_asked_about() -> None:
    """The one adverse party if there is one, else which of them."""
    request = bare("discovery-request-served", by=("acme",))
    assert who(opened().record(request, **BY), RESPOND) == [(("roe",), ())]
    request = bare("discovery-request-served", by=("roe",))
    assert who(opened().record(request, **BY), RESPOND) == [((), ("acme", "doe"))]
    assert who(opened().record(bare("summons-served"), **BY), ANSWER) == [((), ALL)]


def test_a_filing_reaches_nobody_by_itself() -> None:
    """An answer after a removal is owed by whoever was served, and who is that?"""
    removal = filed("r", "notice-of-removal-filed", "doe", DAY)
    assert who(opened().record(removal, **BY), "us/frcp/81(c)(2)") == [((), ALL)]


def test_server_and_filer() -> None:
    """Those by whom it was; the filer of what was served; else who began the action."""
    rule = "us/frcp/14(a)(1)"
    own = served("a", "own-answer-served", "acme", ["roe"], DAY)
    assert who(opened().record(own, **BY), rule) == [(("acme",), ())]
    asked = opened().record(bare("own-answer-served", on=("roe",)), **BY)
    assert who(asked, rule) == [((), ("acme", "doe"))]
    unsaid = m.Filed(title="C", triggers=("complaint-filed",), happened_on=DAY)
    assert who(opened().record(unsaid, **BY), "us/frcp/4(m)") == [(("roe",), ())]


def test_the_movant_of_an_order_and_of_what_is_served() -> None:
    """That of the motion which it is about; of two, somebody says which."""
    rule = "us/frcp/12(a)(4)(A)"
    motions = [
        filed("m1", "motion-filed", "acme", DAY),
        filed("m2", "motion-filed", "doe", DAY),
    ]

    def noticed(*about: str) -> Any:
        order = m.OrderEntered(
            title="O",
            triggers=("court-action-noticed",),
            about=tuple(map(ref, about)),
            happened_on=DAY,
        )
        return opened().record(*motions, event("o", order), **BY)

    assert who(noticed("m2"), rule) == [(("doe",), ())]
    assert who(noticed("m1", "m2"), rule) == [((), ALL)]
    assert who(noticed(), rule) == [((), ALL)]


def test_the_opponents_of_whoever_began() -> None:
    """Of a commencement that names nobody: those against whom the action is."""
    rule = "us/28-usc/1446(c)(1)"
    began = m.Filed(title="C", triggers=("action-commenced",), happened_on=DAY)
    file = opened(court="us-ca/lasc").record(event("c", began), **BY)
    assert who(file, rule) == [(("acme",), ()), (("doe",), ())]


def test_opponents_of_a_paper_that_names_who_filed_it() -> None:
    """What was served is about a filing, whose filer is the adversary."""
    filing = filed("f", "opening-brief-filed", "acme", DAY)
    brief = bare("opening-brief-served", about=(ref("f"),))
    file = opened(proceeding="appeal").record(filing, brief, **BY)
    assert who(file, "us/frap/31(a)(1)-answering") == [(("roe",), ())]


def test_the_parties_together_and_each_against_which_a_claim_is_made() -> None:
    """One deadline for all; one for each defendant, or for each of a claim."""
    conference = m.HearingSet(
        hearing_id="s",
        title="Scheduling conference",
        triggers=("scheduling-conference", "trial"),
        hearing_at=AT.replace(year=2027),
        happened_on=DAY,
    )
    file = opened().record(conference, **BY)
    assert who(file, "us/frcp/26(f)(1)") == [(ALL, ())]
    offer = "us/frcp/68(a)-offer"
    assert who(file, offer) == [(("acme",), ()), (("doe",), ())]
    claim = m.ClaimStated(
        claim_id="c",
        theory="Debt",
        by=("roe",),
        against=("doe",),
        happened_on=DAY,
    )
    assert who(file.record(claim, **BY), offer) == [(("doe",), ())]


def test_the_appellant_once_there_is_one() -> None:
    """By the role, or by the notice; before that each that may."""
    rule = "us/frap/31(a)(1)-opening"
    record = m.OrderEntered(title="R", triggers=("record-filed",), happened_on=DAY)
    file = opened(proceeding="appeal").record(event("r", record), **BY)
    assert who(file, rule) == [(("acme",), ()), (("doe",), ()), (("roe",), ())]
    notice = filed("n", "notice-of-appeal-filed", "doe", DAY)
    assert who(file.record(notice, **BY), rule) == [(("doe",), ())]
    role = m.RoleTaken(party_id="acme", roles=("appellant",), happened_on=DAY)
    assert who(file.record(role, **BY), rule) == [(("acme",), ())]


def test_what_was_decided_as_to_some_concerns_them_and_their_adversaries() -> None:
    """A judgment as to one defendant starts no time of the other."""
    judgment = m.JudgmentEntered(title="J", of=("acme",), happened_on=DAY)
    file = opened().record(event("j", judgment), **BY)
    assert who(file, "us/frcp/59(e)") == [(("acme",), ()), (("roe",), ())]


def test_a_case_without_parties_asks_who_owes_it() -> None:
    """The row is there all the same."""
    case = m.CaseOpened(
        caption="C", court="us/cand", proceeding="civil", happened_on=DAY
    )
    judgment = m.JudgmentEntered(title="J", happened_on=DAY)
    file = m.CaseFile.open(case, case_id="c", **BY).record(judgment, **BY)
    (row,) = lc.schedule(file, LAW).of_rule("us/frcp/59(e)")
    assert row.state == "question"
    assert row.questions[0].startswith("Who owes it? The case names no party")
    assert row.who == "any-party?"
    (either,) = lc.schedule(
        file.record(
            m.HearingSet(
                hearing_id="s",
                title="S",
                triggers=("scheduling-conference",),
                hearing_at=AT.replace(year=2027),
                happened_on=DAY,
            ),
            **BY,
        ),
        LAW,
    ).of_rule("us/frcp/26(f)(1)")
    assert either.state == "question"


def test_a_role_of_somebodys_own_is_taken_for_a_party() -> None:
    """It is adverse to nobody, and owes what every party owes."""
    friend = party("poe", "friend-of-nobody")
    judgment = m.JudgmentEntered(title="J", happened_on=DAY)
    file = opened().record(friend, judgment, **BY)
    found = lc.schedule(file, LAW, for_=("poe", "acme"))
    assert {r.who for r in found.of_rule("us/frcp/59(e)")} == {"poe", "acme"}
    request = bare("discovery-request-served", by=("poe",))
    rows = lc.schedule(file.record(request, **BY), LAW).of_rule(RESPOND)
    assert [row.which for row in rows] == [ALL]


@pytest.mark.parametrize("word", ["interpreter", "witness"])
def test_who_takes_part_and_is_no_party_owes_nothing(word: str) -> None:
    """Every party means every party."""
    judgment = m.JudgmentEntered(title="J", happened_on=DAY)
    case = m.CaseOpened(
        caption="C", court="us/cand", proceeding="civil", happened_on=DAY
    )
    file = m.CaseFile.open(case, case_id="c", **BY).record(
        party("roe", "plaintiff"), party("poe", word), judgment, **BY
    )
    found = lc.schedule(file, LAW)
    assert found.for_ == ("roe",)
    assert {r.who for r in found.of_rule("us/frcp/59(e)")} == {"roe"}
