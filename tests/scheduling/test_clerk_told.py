"""What is easily lost, and must be told: days over, proofs, clocks, unclear sides."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

import legalcase as lc
import legalcase.model as m
from clerk_cases import (
    LAW,
    case,
    d,
    due,
    judged,
    record,
    rows,
    served,
    set_all,
)
from legalcase.kernel import Draft
from schedule_cases import ref

SUMMONS = served("s", "summons-served", "04-03", how="personal")
ANSWER = "us/frcp/12(a)(1)(A)(i)"


@pytest.mark.parametrize("is_set", [True, False])
def test_what_nobody_did_in_time_is_said_to_be_past(is_set: bool) -> None:
    """Asked on a later day, the row says that nothing shows it was done."""
    file = record(case(), SUMMONS)
    file = set_all(file) if is_set else file
    last = due("04-03", 21)
    codes = {
        on: {f.code for f in lc.schedule(file, LAW, on=on).of_rule(ANSWER)[0].findings}
        for on in (last, d("06-01"))
    }
    assert codes == {last: set(), d("06-01"): {"past-due"}}
    answer = served("a", "answer-served", "04-20", by="acme", on="roe", about="s")
    row = lc.schedule(record(file, answer), LAW, on=d("06-01")).of_rule(ANSWER)[0]
    assert (row.state, row.findings) == ("met", ())


def test_a_proof_that_says_another_day_is_told() -> None:
    """The docket is counted from; whoever reads knows that the proof differs."""
    proof = m.ProofOfServiceFiled(
        service="s",
        served_on=d("04-01"),
        method="personal",
        happened_on=d("04-10"),
    )
    file = record(case(), SUMMONS, Draft(proof, event_id="p"))
    (notice,) = lc.schedule(file, LAW).notices
    assert notice.code == "proof-differs"
    assert "2026-04-01, not on 2026-04-03" in notice.text
    agrees = m.ProofOfServiceFiled(service="s", happened_on=d("04-10"))
    assert lc.schedule(record(case(), SUMMONS, agrees), LAW).notices == ()


def test_a_hearing_falls_on_the_day_of_the_clock_of_the_court() -> None:
    """Two in the morning of the 16th in Greenwich is the 15th in Los Angeles."""
    at = datetime(2026, 7, 16, 2, tzinfo=UTC)
    motion = served("m", "motion-served", "05-20", on="acme doe")
    heard = m.HearingSet(
        hearing_id="h",
        title="Motion",
        hearing_at=at,
        about=(ref("m"),),
        happened_on=d("05-21"),
    )
    file = record(case("us-ca/lasc"), motion, heard)
    assert {row[2] for row in rows(file, "1005(b)-opposition")} == {"2026-07-01"}
    assert lc.reschedule(set_all(file), LAW).is_empty


def test_a_judgment_as_to_one_whose_opponents_nobody_knows_concerns_all() -> None:
    """An intervenor stands against nobody by its role: our client's times stay."""
    parties = "roe:plaintiff acme:defendant ivy:intervenor"
    file = record(case(parties=parties), judged("j", "04-03", of="ivy"))
    assert rows(file, "59(e)") == {
        ("us/frcp/59(e)", "acme", str(due("04-03", 28)), "new")
    }
    # As to a co-defendant alone it does not concern us: it stands against the other.
    file = record(case(), judged("j", "04-03", of="doe"))
    assert rows(file, "59(e)") == set()


@pytest.mark.parametrize(("many", "shown"), [(17, due("05-01", 60)), (300, None)])
def test_among_many_candidates_the_earliest_is_found_or_no_date_is_given(
    many: int, shown: date | None
) -> None:
    """The last of seventeen can be the first; of too many none is guessed."""
    word = "notice-of-entry-served-by-clerk"
    notices = [
        served(f"n{n}", word, f"05-{1 + (many - 1 - n) % 17:02}", "", "acme", about="j")
        for n in range(many)
    ]
    file = record(case("us-ca/lasc"), judged("j", "04-03"), *notices)
    (row,) = lc.schedule(file, LAW).of_rule("us-ca/crc/8.104(a)(1)")
    assert (row.state, row.shown) == ("question", shown)
    assert row.questions
