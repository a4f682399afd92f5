"""What is wrong with a case: each code found where it belongs, and nowhere else."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

import case_samples as samples
import legalcase as lc
from document_files import DOCS
from legalcase.dates import DateRange
from legalcase.directory import Directory
from legalcase.errors import InvalidTypeError, InvalidValueError, UnknownNameError
from legalcase.kernel import Ref
from legalcase.model import (
    Anchor,
    CaseClosed,
    CaseDisposed,
    CaseReactivated,
    CaseStayed,
    Computed,
    DeadlineConfirmed,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlineQuestioned,
    Derived,
    Filed,
    HearingContinued,
    HearingSet,
    Ordered,
    OrderEntered,
    PartyJoined,
    Served,
)
from legalcase.oversight import Check, Checks, Found, health, health_of
from one_case import DAY, NOON, PACIFIC, case_of, deadline_set, file_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legalcase.oversight import Viewed

LAW = lc.Law.bundled()
JULY = date(2026, 7, 20)
BEFORE = date(2026, 6, 10)
OWNED: dict[str, Any] = {"owner": "A. Lawyer", "backup": "B. Lawyer"}
SEVERITIES = ("critical", "warning", "advice")


def ordered(deadline_id: str = "a", due: date = JULY, **said: Any) -> Any:
    """A deadline that an order sets, owned unless it is said otherwise."""
    basis = Ordered(due=due, authority="Order")
    return deadline_set(deadline_id, basis, **{**OWNED, **said})


def computed(rule: str = "us/frcp/33(b)(2)", **said: Any) -> lc.Computation:
    """The computation of a deadline from the day."""
    return LAW.compute(rule, after=DAY, court="us/cand", **said)


def confirmed(deadline_id: str = "a") -> Any:
    """A second person stands by it."""
    return DeadlineConfirmed(
        deadline_id=deadline_id, confirmed_by="B. Partner", happened_on=DAY
    )


def met(deadline_id: str = "a", on: date = DAY) -> Any:
    """It was done."""
    return DeadlineMet(
        deadline_id=deadline_id, met_by="clerk", evidence="Receipt", happened_on=on
    )


def hearing(day: date) -> Any:
    """A hearing on a day."""
    at = datetime(day.year, day.month, day.day, 9, 30, tzinfo=PACIFIC)
    return HearingSet(hearing_id="cmc", title="CMC", hearing_at=at, happened_on=DAY)


def well() -> list[Any]:
    """A deadline with which nothing is wrong."""
    return [ordered("well"), confirmed("well")]


def found(*events: Any, on: date = BEFORE, **said: Any) -> dict[str, str]:
    """(code: worst severity) of what is found in a case well but for the events."""
    findings = health(file_of(*well(), *events), on=on, **said)
    return {one.code: one.severity for one in reversed(findings.findings)}


def service_and_answers() -> list[Any]:
    """A service, and a deadline that was computed from it and confirmed."""
    anchors = (Anchor("discovery-request-served", Ref("event", "e4")),)
    basis = Computed(computation=computed(service="mail"), anchors=anchors)
    return [
        Served(title="S", method="mail", happened_on=DAY),
        deadline_set("a", basis, **OWNED),
        confirmed(),
    ]


def test_a_case_that_is_well() -> None:
    """Nothing is found, and the result says so."""
    assert found() == {}
    nothing = health(case_of(*well()), on=BEFORE)
    assert (len(nothing), nothing.findings) == (0, ())
    assert str(nothing).splitlines()[0] == (
        "Findings on Wed 2026-06-10: nothing found, in 1 case"
    )
    assert nothing.worst_cases() == ()


CASES: dict[str, tuple[list[Any], dict[str, Any], str]] = {
    "no-owner": ([ordered(owner=None)], {}, "warning"),
    "overdue": ([ordered(due=DAY)], {"on": BEFORE}, "critical"),
    "unconfirmed-critical": ([ordered(critical=True)], {}, "critical"),
    "met-late": ([ordered(due=date(2026, 6, 2)), met()], {}, "critical"),
    "missed": (
        [
            ordered(due=date(2026, 6, 2)),
            DeadlineMissed(deadline_id="a", happened_on=DAY),
        ],
        {},
        "critical",
    ),
    "needs-review": (
        [
            ordered(),
            DeadlineQuestioned(deadline_id="a", ground="Why", happened_on=DAY),
        ],
        {},
        "warning",
    ),
    "owner-absent": (
        [ordered(backup=None)],
        {"absences": {"a. lawyer": [DateRange(JULY, date(2026, 7, 21))]}},
        "warning",
    ),
    "hearing-day-uncovered": (
        [ordered(backup=None), hearing(JULY)],
        {},
        "warning",
    ),
    "hearing-not-recorded": ([hearing(DAY)], {}, "warning"),
    "stopped-without-review": (
        [
            ordered(stayed_by_stay="yes"),
            CaseStayed(ground="Bankruptcy", happened_on=DAY),
        ],
        {},
        "warning",
    ),
    "resumed-without-date": (
        [
            ordered(stayed_by_stay="yes"),
            CaseStayed(ground="Bankruptcy", happened_on=DAY),
            CaseReactivated(happened_on=DAY),
        ],
        {},
        "critical",
    ),
    "no-date": (
        [
            hearing(JULY),
            HearingContinued(hearing_id="cmc", happened_on=DAY),
            deadline_set("a", Derived(follows=Ref("hearing", "cmc")), **OWNED),
        ],
        {},
        "advice",
    ),
    "unknown-word": (
        [Filed(title="C", triggers=("complaint-filled",), happened_on=DAY)],
        {"law": LAW},
        "warning",
    ),
    "extension-barred": (
        [
            OrderEntered(title="Order", happened_on=DAY),
            deadline_set("a", Computed(computation=computed("us/frcp/59(e)")), **OWNED),
            DeadlineExtended(
                deadline_id="a",
                successor_id="b",
                basis=Ordered(due=JULY, authority="Order"),
                order=Ref("event", "e4"),
                happened_on=DAY,
            ),
        ],
        {},
        "critical",
    ),
}
ALSO = {
    # What a stay leaves open is to be seen by somebody.
    "stopped-without-review": {"needs-review"},
    "resumed-without-date": {"needs-review", "no-next-event"},
}


@pytest.mark.parametrize("code", CASES)
def test_a_code_is_found(code: str) -> None:
    """Beside nothing that it does not bring along."""
    events, said, severity = CASES[code]
    codes = found(*events, **said)
    assert codes[code] == severity
    assert set(codes) - {code} <= ALSO.get(code, set())


def test_no_next_event() -> None:
    """Nothing lies ahead; a hearing or a deadline to come is enough."""
    case = case_of()
    (one,) = health(case, on=BEFORE)
    assert (one.code, one.severity) == ("no-next-event", "warning")
    assert "its last line was recorded on 2026-06-03" in one.text
    assert not health(case_of(hearing(JULY)), on=BEFORE).of("no-next-event")
    over = case_of(CaseDisposed(disposition="Settled", happened_on=DAY))
    assert not health(over, on=BEFORE).of("no-next-event")


def test_done_in_time_on_one_reading_only() -> None:
    """What hangs on a disputed point is critical, and says on which."""
    file = file_of(*well(), deadline_set("a", samples.computation(), **OWNED))
    done = met(on=date(2026, 7, 8))
    file = file.record(done, by="clerk", at=NOON + timedelta(days=40))
    (one,) = health(file, on=BEFORE).of("met-on-a-reading")
    assert one.severity == "critical"
    assert "in time only if: the reading adopted" in one.text
    assert one.evidence[0] == "deadline:a"


def test_a_line_on_which_a_deadline_rests_was_corrected() -> None:
    """That is worse than a review for another reason, and told apart from it."""
    file = file_of(*well(), *service_and_answers())
    assert not health(file, on=BEFORE).findings
    at = NOON + timedelta(hours=1)
    file = file.correct("e4", method="personal", ground="Typo", by="clerk", at=at)
    (one,) = health(file, on=BEFORE)
    assert (one.code, one.severity) == ("anchor-corrected", "critical")
    assert one.evidence[0] == "deadline:a"
    assert one.text == "deadline 'a' rests on what was corrected by line 7"
    question = DeadlineQuestioned(deadline_id="a", ground="Why", happened_on=DAY)
    both = health(file.record(question, by="clerk", at=at), on=BEFORE)
    assert [each.code for each in both] == ["anchor-corrected", "needs-review"]


def test_an_anchor_on_another_day_than_was_counted_from() -> None:
    """Right, perhaps; somebody has to look."""
    served, set_, *rest = service_and_answers()
    wrong = Served(title="S", method="mail", happened_on=date(2026, 6, 2))
    assert served != wrong
    (one,) = health(case_of(*well(), wrong, set_, *rest), on=BEFORE)
    assert one.code == "anchor-differs"
    assert "2026-06-02, but computed from 2026-06-03" in one.text
    assert one.evidence == ("deadline:a", "event:e4")


def test_what_an_extension_was_barred_by_is_its_rule() -> None:
    """As the computation says, and on whose word."""
    events, *_ = CASES["extension-barred"]
    (one,) = health(file_of(*well(), *events), on=BEFORE).of("extension-barred")
    assert str(one.authority) == "Fed. R. Civ. P. 6(b)(2)"
    assert one.authority is not None
    assert one.authority.source == "the computation of deadline 'a'"


@pytest.mark.parametrize(
    ("said", "away", "severity"),
    [
        ({"backup": "B. Lawyer"}, ("A. Lawyer",), "advice"),
        ({"backup": "B. Lawyer"}, ("A. Lawyer", "B. Lawyer"), "warning"),
        ({"backup": None}, ("A. Lawyer",), "warning"),
        ({"backup": "A. LAWYER"}, ("A. Lawyer",), "warning"),
        ({"backup": None, "critical": True}, ("A. Lawyer",), "critical"),
        ({"backup": None}, ("B. Lawyer",), None),
    ],
)
def test_who_stands_in_decides(
    said: dict[str, Any], away: tuple[str, ...], severity: str | None
) -> None:
    """A backup that is there takes the worst off it."""
    absences = {name: [DateRange(JULY, date(2026, 7, 25))] for name in away}
    case = case_of(ordered(**said), confirmed())
    findings = health(case, on=BEFORE, absences=absences).of("owner-absent")
    assert [one.severity for one in findings] == ([severity] if severity else [])


def test_our_own_dates_and_those_of_others_are_milder() -> None:
    """They bind nobody of ours."""
    own = deadline_set(
        "own", Ordered(due=DAY, authority="Plan"), kind="internal", **OWNED
    )
    assert found(own)["overdue"] == "warning"
    parties = [
        PartyJoined(
            party_id=name,
            name=name,
            roles=("defendant",),
            is_client=name == "roe",
            happened_on=DAY,
        )
        for name in ("roe", "acme")
    ]
    theirs = ordered(due=DAY, owed_by=("acme",), owner=None)
    assert found(*parties, theirs) == {"overdue": "warning", "no-owner": "advice"}
    ours = ordered(due=DAY, owed_by=("roe", "acme"), owner=None)
    assert found(*parties, ours) == {"overdue": "critical", "no-owner": "warning"}


def test_what_nobody_can_confirm_is_not_asked_for() -> None:
    """A stopped clock has codes of its own."""
    events, *_ = CASES["stopped-without-review"]
    stopped = [ordered("s", stayed_by_stay="yes", critical=True), *events]
    assert "unconfirmed-critical" not in found(*stopped)


def test_what_cannot_be_undone_is_told_until_the_case_is_closed() -> None:
    """Nothing is done about it then."""
    events = [ordered(due=date(2026, 6, 2)), met()]
    assert health(case_of(*events), on=BEFORE).of("met-late")
    over = [
        CaseDisposed(disposition="Settled", happened_on=DAY),
        CaseClosed(happened_on=DAY),
    ]
    assert health(case_of(*events, *over), on=BEFORE).findings == ()


def test_invariant_26_findings_say_nothing_of_what_people_wrote() -> None:
    """Not in text, HTML or rows, but for the names of our own people."""
    findings = health(samples.file(), on=date(2026, 9, 1), law=LAW)
    assert len(findings) > 1
    nameless = evolve(
        findings, findings=tuple(evolve(one, person=None) for one in findings)
    )
    said = f"{nameless} {nameless._repr_html_()} {nameless.to_rows()}"
    assert samples.CANARY not in said


def test_a_follow_up_watches_a_stopped_clock() -> None:
    """As long as its day is to come."""
    events, *_ = CASES["stopped-without-review"]
    watch = deadline_set(
        "w", Ordered(due=JULY, authority="Plan"), kind="follow-up", **OWNED
    )
    assert "stopped-without-review" not in found(watch, *events)
    late = found(watch, *events, on=date(2026, 7, 21))
    assert late["stopped-without-review"] == "warning"


def test_the_worst_comes_first_and_the_order_is_always_the_same() -> None:
    """By severity, then by the day at stake, the case and the code."""
    one = file_of(ordered("b", owner=None), ordered("a", DAY), case_id="one")
    two = file_of(*well(), hearing(DAY), ordered("c", critical=True), case_id="two")
    findings = health_of([two, one], on=BEFORE)
    assert findings.findings == health_of([one, two], on=BEFORE).findings
    told = [(each.severity, each.case_id, each.code) for each in findings]
    assert told == [
        ("critical", "one", "overdue"),
        ("critical", "two", "unconfirmed-critical"),
        ("warning", "two", "hearing-not-recorded"),
        ("warning", "one", "no-owner"),
    ]
    ranks = [SEVERITIES.index(each.severity) for each in findings]
    assert ranks == sorted(ranks)
    assert findings.worst_cases() == (("one", (1, 1, 0)), ("two", (1, 1, 0)))
    assert [each.code for each in findings.of_case("one")] == ["overdue", "no-owner"]


PRINTED = """
Findings on Wed 2026-06-10: 1 critical, in 1 case
severity  case    code     what                               rule
critical  case-1  overdue  deadline 'late' is open, and was   ABA Model Rule 1.3
                           due on 2026-06-03 (A. Lawyer)
Not asked, for want of law, log or directory: clock-near, clock-not-counted,
clock-over, clock-question, clock-without-ground, court-not-entered,
hearing-by-another-clock, people-clients-adverse, people-counsel-barred,
people-no-representative, people-not-in-directory, plan-confirmed-unqualified,
plan-unqualified, schedule-question, unknown-word.
"""


def test_what_is_printed() -> None:
    """To the letter, with the rule and with what was not asked."""
    file = file_of(*well(), ordered("late", DAY, title="canary"))
    findings = health(file, on=BEFORE)
    assert str(findings) == PRINTED.strip()
    html = findings._repr_html_()
    for text in ("overdue", "deadline:late", "verified: secondary", "unknown-word"):
        assert text in html
    (row,) = findings.to_rows()
    assert (row["authority"], row["verified"]) == ("ABA Model Rule 1.3", "secondary")
    assert row["day"] == "2026-06-03"
    known = Directory.of()
    asked = health(file, on=BEFORE, law=LAW, directory=known)
    assert asked.not_asked == ()
    asked = health(file.case, on=BEFORE, law=LAW)
    assert asked.not_asked == (
        "people-not-in-directory",
        "plan-confirmed-unqualified",
        "plan-unqualified",
        "unknown-word",
    )


def test_a_finding_says_nothing_that_was_written_into_the_case() -> None:
    """Ids, dates and our own words."""
    said = f"{findings_of_all()} {findings_of_all()._repr_html_()}"
    assert "canary" not in said
    assert "Why" not in said


def findings_of_all() -> Any:
    """The findings of a case in which much is wrong."""
    events = [
        ordered("a", DAY, title="canary"),
        ordered("b", title="canary", critical=True, backup=None),
        DeadlineQuestioned(deadline_id="b", ground="Why canary", happened_on=DAY),
        hearing(DAY),
    ]
    absences = {"A. Lawyer": [DateRange(JULY, date(2026, 7, 21))]}
    findings = health(case_of(*events), on=BEFORE, absences=absences)
    assert len(findings) == 5
    return findings


def no_judge(viewed: Viewed) -> Iterator[Found]:
    """A check of a firm's own."""
    if viewed.case.caseload.judge is None:
        yield Found(text="no judge", evidence=(f"case:{viewed.case.case_id}",))


NO_JUDGE = Check(
    code="no-judge", what="a case has no judge", severity="advice", find=no_judge
)


def test_a_check_of_ones_own() -> None:
    """A value with it; the core stays as it was."""
    checks = Checks.core().with_(NO_JUDGE)
    assert "no-judge" not in [one.code for one in Checks.core()]
    assert found(checks=checks) == {"no-judge": "advice"}
    assert len(checks) == len(Checks.core()) + 1
    assert checks["no-judge"] is NO_JUDGE
    assert found(checks=checks.without("no-judge")) == {}
    alone = health(case_of(ordered("a", DAY)), on=BEFORE, checks=Checks())
    assert (alone.findings, alone.codes) == ((), ())
    assert "no-judge  advice  a case has no judge" in str(checks)


def test_checks_are_asked_in_the_order_of_their_codes() -> None:
    """However they were put together."""
    codes = [one.code for one in Checks.core().with_(NO_JUDGE)]
    assert codes == sorted(codes)


def test_what_is_no_check_is_refused() -> None:
    """Also a code that is there, one that is not, and a check that gives no Found."""
    core = Checks.core()
    with pytest.raises(InvalidTypeError, match="A check is a Check"):
        core.with_(no_judge)
    with pytest.raises(InvalidValueError, match="already"):
        core.with_(core["overdue"])
    with pytest.raises(UnknownNameError, match="overdue"):
        _ = core["overdu"]
    with pytest.raises(UnknownNameError):
        core.without("nothing")
    with pytest.raises(InvalidTypeError, match="checks needs Checks"):
        health(case_of(), on=BEFORE, checks=[NO_JUDGE])  # type: ignore[arg-type]  # refused
    with pytest.raises(InvalidTypeError, match="a function"):
        Check(code="a", what="b", severity="advice", find=7)  # type: ignore[arg-type]  # refused
    with pytest.raises(InvalidValueError):
        Check(code="a", what="b", severity="bad", find=no_judge)
    wrong = Check(code="a", what="b", severity="advice", find=lambda _: ["text"])
    with pytest.raises(InvalidTypeError, match="gave a str"):
        health(case_of(), on=BEFORE, checks=Checks().with_(wrong))


@pytest.mark.parametrize(
    "absences", [["A. Lawyer"], {"A. Lawyer": [JULY]}, {"A. Lawyer": [(JULY, JULY)]}]
)
def test_what_are_no_absences_is_refused(absences: Any) -> None:
    """Ranges of days by person."""
    with pytest.raises(InvalidTypeError, match=r"absences"):
        health(case_of(), on=BEFORE, absences=absences)


def test_what_is_no_case_or_day_is_refused() -> None:
    """And several are asked about by another name."""
    with pytest.raises(InvalidTypeError, match="health_of"):
        health([case_of()], on=BEFORE)
    with pytest.raises(InvalidTypeError):
        health(case_of(), on=NOON)
    with pytest.raises(InvalidTypeError):
        health_of(case_of(), on=BEFORE)  # type: ignore[arg-type]  # refused


def test_every_code_is_found_by_some_test() -> None:
    """A check that finds nothing anywhere proves nothing."""
    told = {
        *CASES,
        "lapsed",
        "no-next-event",
        "met-on-a-reading",
        "anchor-corrected",
        "anchor-differs",
        # `test_more_findings`, and the model's `test_days_at_court`.
        *("claim-left-pending", "confirmed-for-another", "court-not-entered"),
        *("hearing-by-another-clock", "odd-day", "odd-hour", "odd-service"),
        *("proof-differs", "schedule-question", "service-unproved"),
    }
    # Those have files of tests of their own.
    apart = (
        "agreement-",
        "disclosure-",
        "task-",
        "people-",
        "clock-",
        "lines-",
        "client-",
        *("custody-", "exhibit-", "subpoena-", "transport-", "witness-"),
        "limitation-",
        "conflict",
        "meeting-",
        "offer-",
        "need-",
        "plan-",
        "problem-",
        "suggestion",
        "team-",
    )
    others = {one.code for one in Checks.core() if one.code.startswith(apart)}
    assert {one.code for one in Checks.core()} == told | others


def test_the_reference_lists_every_code() -> None:
    """With severity, what it finds, and the rule."""
    text = (DOCS / "reference" / "oversight.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| `([\w-]+)` \| (\w+) \| (.+?) \| (.*?) ?\|$", text, re.MULTILINE
    )
    rows = [row for row in rows if row[1] in SEVERITIES]
    wanted = [
        (
            one.code,
            one.severity,
            one.what,
            str(one.authority or "").replace("[", "\\[").replace("]", "\\]"),
        )
        for one in Checks.core()
    ]
    assert rows == wanted, "write it anew: python tests/finding_pages.py"
