"""audit: rules however they are cited, several of one citation, days put off."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

import legalcase.model as m
from legalcase.errors import UnknownNameError
from legalcase.interop import Audit, AuditRow, audit
from legalcase.interop.auditing.citing import Citations
from schedule_cases import BY, LAW, REQUESTS, filed, opened, ref, served

CITATIONS = Citations(LAW)
CCP_1005 = {
    "us-ca/ccp/1005(b)-moving",
    "us-ca/ccp/1005(b)-opposition",
    "us-ca/ccp/1005(b)-reply",
    # The same subdivision, for relief in unlawful detainer.
    "us-ca/unlawful-detainer/1005(b)-moving",
    "us-ca/unlawful-detainer/1005(b)-opposition",
    "us-ca/unlawful-detainer/1005(b)-reply",
}
FRCP_12A = {
    "us/frcp/12(a)(1)(A)(i)",
    "us/frcp/12(a)(1)(A)(ii)",
    "us/frcp/12(a)(1)(B)",
    *("us/frcp/12(a)(1)(C)", "us/frcp/12(a)(2)", "us/frcp/12(a)(3)"),
    "us/frcp/12(a)(4)(A)",
    "us/frcp/12(a)(4)(B)",
}
MTC = "Cal. Code Civ. Proc. § 1005(b)"


def motion(*events: Any) -> Any:
    """A motion of Roe in Los Angeles, heard on 13 October 2026; Acme is our client."""
    return opened("us-ca/lasc").record(
        filed("motion", "strike-motion-filed", "roe", date(2026, 8, 28)),
        m.HearingSet(
            hearing_id="mtc",
            title="Hearing on motion",
            about=(ref("motion"),),
            hearing_at=datetime(2026, 10, 13, 17, tzinfo=UTC),
            happened_on=date(2026, 8, 28),
        ),
        *events,
        law=LAW,
        **BY,
    )


def asked(file: Any, *rows: dict[str, Any], **said: Any) -> Audit:
    """What rows are found to be."""
    return audit([{"case_id": "roe", **one} for one in rows], [file], LAW, **said)


def of_row(found: Audit, number: int = 1) -> AuditRow:
    """What is said of one row."""
    (one,) = (each for each in found if each.row == number)
    return one


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Cal. Code Civ. Proc. § 1005(b)", CCP_1005),
        ("CCP 1005(b)", CCP_1005),
        ("CCP § 1005(b)", CCP_1005),
        ("C.C.P. 1005", CCP_1005),
        ("Code Civ. Proc., § 1005, subd. (b)", CCP_1005),
        ("ccp 1005 (b), (c)", {one for one in CCP_1005 if not one.endswith("-moving")}),
        ("FRCP 12(a)", FRCP_12A),
        ("Fed. R. Civ. P. 12(a)", FRCP_12A),
        ("12(a) FRCP", FRCP_12A),
        ("FRCP 12(a): answer", FRCP_12A),
        (
            "Rule 12(a)(1)(A)(i)",
            {
                "us/frcp/12(a)(1)(A)(i)",
                "us-az/civ/12(a)(1)(A)(i)",
                "us-nv/civil/12(a)(1)(A)(i)",
            },
        ),
        (
            "rule 12(A)(1)(a)(I)",
            {
                "us/frcp/12(a)(1)(A)(i)",
                "us-az/civ/12(a)(1)(A)(i)",
                "us-nv/civil/12(a)(1)(A)(i)",
            },
        ),
        ("FRCP 4(m)", {"us/frcp/4(m)"}),
        ("Fed. R. Civ. P. 4(m)", {"us/frcp/4(m)"}),
        ("F.R.Civ.P. 4(m)", {"us/frcp/4(m)"}),
        ("Federal Rules of Civil Procedure, Rule 4(m)", {"us/frcp/4(m)"}),
        ("FRAP 4(a)(6)", {"us/frap/4(a)(6)", "us/frap/4(a)(6)-notice"}),
        ("28 USC 1446(b)(3)", {"us/28-usc/1446(b)(3)"}),
        ("CRC 8.108(b)", {"us-ca/crc/8.108(b)(1)"}),
        ("Civ. L.R. 7-3(a)", {"us/cand/civil-l-r/7-3(a)"}),
        ("§ 276 Abs. 1 S. 1 ZPO", {"de/zpo/276(1)"}),
        # No rule has all of these: one is enough.
        ("FRCP 4(m), 59(e)", {"us/frcp/4(m)", "us/frcp/59(e)"}),
        # Another book, another number, and a number that only begins alike.
        ("Penal Code 1005", set()),
        ("Fed. R. Crim. P. 12(a)", set()),
        ("FRCP 99(z)", set()),
        ("CCP 100", set()),
        ("answer", set()),
        ("CCP", set()),
        ("", set()),
    ],
)
def test_a_citation_is_read_however_it_is_written(text: str, rules: set[str]) -> None:
    """Of the book that it names alone, and all that is below what it names."""
    assert CITATIONS.named_by(text) == rules


def test_of_several_rules_of_a_citation_the_one_of_its_day_is_meant() -> None:
    """The opposition, due nine court days before, and not the papers of the movant."""
    row = {"on": "2026-09-30", "title": "Opp. to MTC", "rule": MTC}
    for rule in (MTC, "CCP 1005(b)", "CCP 1005(b), (c)"):
        found = asked(motion(), {**row, "rule": rule})
        one = of_row(found)
        assert (one.verdict, one.severity) == ("agrees", None)
        assert {each.rule for each in one.of} == {"us-ca/ccp/1005(b)-opposition"}
        assert "rule, of several the one of its day" in one.how
        missing = {each.of[0].name for each in found.having("missing")}
        assert "us-ca/ccp/1005(b)-opposition" not in missing
        assert "hearing:mtc" in missing
    # By its day alone under a reading: sixteen court days, and nothing for service.
    one = of_row(asked(motion(), {**row, "on": "2026-09-18"}))
    assert [each.rule for each in one.of] == ["us-ca/ccp/1005(b)-moving"]
    assert "of several the one of which a reading gives its day" in one.how


def test_of_several_rules_and_no_day_each_is_compared() -> None:
    """That is a question, whatever is the worst of it."""
    one = of_row(asked(motion(), {"on": "2026-09-29", "rule": "CCP 1005(b)"}))
    assert (one.verdict, one.severity) == ("which-of", "critical")
    assert {each.rule for each in one.of} == {
        rule for rule in CCP_1005 if rule.startswith("us-ca/ccp/")
    }
    assert one.text.startswith("Which of 4 is meant?")
    assert one.text.endswith("us-ca/ccp/1005(b)-reply: 7 days early.")
    assert ".;" not in one.text
    # Early for all of them is a question too.
    one = of_row(asked(motion(), {"on": "2026-08-03", "rule": "CCP 1005(b)"}))
    assert (one.verdict, one.severity) == ("which-of", "warning")
    # An id names one alone.
    row = {"on": "2026-09-29", "rule": "us-ca/ccp/1005(b)-reply"}
    assert of_row(asked(motion(), row)).verdict == "early"


def test_the_deadlines_of_the_other_side_are_compared_for_whoever_owes_them() -> None:
    """The movant's papers and reply for the movant; our opposition for us."""
    row = {"rule": MTC, "owed_by": "roe"}
    one = of_row(asked(motion(), {**row, "on": "2026-09-30"}))
    assert one.verdict == "which-of"
    assert [each.rule for each in one.of] == [
        "us-ca/ccp/1005(b)-moving",
        "us-ca/ccp/1005(b)-reply",
    ]
    one = of_row(asked(motion(), {**row, "on": "2026-10-06"}))
    assert (one.verdict, one.of[0].owed_by) == ("agrees", ("roe",))
    one = of_row(asked(motion(), {**row, "on": "2026-09-30", "owed_by": "acme"}))
    assert (one.verdict, one.of[0].owed_by) == ("agrees", ("acme",))


def test_a_rule_that_is_not_due_and_one_that_nobody_knows() -> None:
    """The first is told with its id; the second is a warning, with what is near."""
    row = {"on": "2026-09-30"}
    one = of_row(asked(motion(), {**row, "rule": "FRCP 4(m)"}))
    assert (one.verdict, one.severity) == ("no-rule-found", "advice")
    assert "nothing in the case is due by it (it is: us/frcp/4(m))" in one.text
    one = of_row(asked(motion(), {**row, "rule": "FRCP 12(a)"}))
    assert one.text.endswith(", and 5 more).")
    for text, near in (
        ("FRCP 99(m)", "us/frcp/"),
        ("us-ca/ccp/1005(b)-oposition", "us-ca/ccp/1005(b)-opposition"),
    ):
        one = of_row(asked(motion(), {**row, "rule": text}))
        assert (one.verdict, one.severity) == ("no-rule-found", "warning")
        assert "its rule is not known" in one.text
        assert f"near it: {near}" in one.text
        assert text not in one.text
    # Before others what a row cites is not repeated.
    found = asked(motion(), {**row, "rule": "FRCP 4(m)"}, audience="client")
    assert "frcp" not in of_row(found).text


def test_a_column_that_no_row_has_is_refused() -> None:
    """Half of what the calendar says would be passed over otherwise."""
    row = {"on": "2026-09-30", "Rule ": "CCP 1005(b)"}
    with pytest.raises(UnknownNameError, match="'Rule'"):
        asked(motion(), row, columns={"Rule": "rule"})
    found = asked(motion(), row, {"on": ""}, columns={"Rule ": "rule"})
    assert of_row(found).verdict == "agrees"
    # Of no rows at all nobody can say what they have.
    assert asked(motion(), columns={"Rule": "rule"}).counts["missing"] == 2


def test_a_hearing_on_the_day_from_which_it_was_put_off() -> None:
    """Nobody is there, and the day that holds may be in no calendar."""
    later = m.HearingContinued(
        hearing_id="mtc",
        to_at=datetime(2026, 11, 10, 17, tzinfo=UTC),
        happened_on=date(2026, 9, 1),
    )
    old = {"on": "2026-10-13", "title": "Hearing on motion"}
    new = {"on": "2026-11-10", "hearing_id": "mtc"}
    for row in (old, {"on": "2026-10-13", "hearing_id": "mtc"}):
        one = of_row(asked(motion(later), row))
        assert (one.verdict, one.severity) == ("late", "critical")
        assert one.text == "It was put off to 2026-11-10."
        assert one.of[0].to_dict()["was_put_off"] is True
    found = asked(motion(later), old, new)
    assert (of_row(found).severity, of_row(found, 2).verdict) == ("warning", "agrees")
    assert "left over" in of_row(found).text
    # To no day yet: it is not there on the old one all the same.
    gone = m.HearingContinued(hearing_id="mtc", happened_on=date(2026, 9, 1))
    one = of_row(asked(motion(gone), old))
    assert (one.verdict, one.severity) == ("late", "warning")
    assert one.text == "It was put off from that day, and has no new one."
    # And the day of no setting is early or late as ever.
    one = of_row(asked(motion(later), {**old, "on": "2026-10-14"}))
    assert one.verdict == "early"


def test_two_services_under_one_rule_are_told_apart_as_before() -> None:
    """One rule, two days, and neither is that of the row: what is said is of both."""
    file = opened().record(
        served("one", REQUESTS, "roe", ["acme"], date(2026, 6, 3)),
        served("two", REQUESTS, "roe", ["acme"], date(2026, 7, 1)),
        law=LAW,
        **BY,
    )
    one = of_row(asked(file, {"on": "2026-08-10", "rule": "FRCP 33"}))
    assert (one.verdict, one.severity) == ("which-of", "critical")
    assert [each.days for each in one.of] == [35, 10]
    assert one.text == (
        "2 can be meant: us/frcp/33(b)(2): 35 days too late; "
        "us/frcp/33(b)(2): 10 days too late. "
        "At least 1 of them has no date of its own."
    )
