"""The playbooks of California: their dates, against a count that shares no code.

A scripted docket gives a table of items, dates and citations: `golden/us-ca-*.txt`,
written anew where LEGALCASE_WRITE_GOLDEN=1. Each date of a deadline in it is counted
again by the oracle, from what a text says: so many days, after or before a day.
"""

from __future__ import annotations

import csv
import io
import os
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

import legalcase.model as m
import oracle
from legalcase.interop import events_from
from legalcase.plans import Plan, Playbooks, check
from legalcase.practice import MODEL
from oracle.question import Question
from schedule_cases import BY, LAW, party, ref

BOOKS = Playbooks.bundled()
GOLDEN = Path(__file__).parent / "golden"
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "plans.md"
WRITE = "LEGALCASE_WRITE_GOLDEN"
DISSOLUTION: Final = "us-ca/dissolution-with-children"
DETAINER: Final = "us-ca/unlawful-detainer-defence"
OPENED_ON = date(2026, 1, 5)
D = date.fromisoformat

#: The petitioner is our client; everything is handed over, but the disclosure.
MARRIAGE = """\
event_id,event,happened_on,title,triggers,by,on,method,about
petition,filed,2026-02-03,Petition,complaint-filed,pat,,,
summons,served,2026-02-13,Summons,summons-served,pat,sam,personal,event:petition
response,filed,2026-03-12,Response,answer-filed,sam,,,event:petition
rfo,filed,2026-03-20,Request for order,motion-filed,pat,,,
pdd,served,2026-04-02,Declaration,preliminary-disclosure-served,pat,sam,mail,
dv,filed,2026-04-13,Request for an order,restraining-petition-filed,pat,,,
tro,order-entered,2026-04-14,Temporary order,restraining-order-decided,,,,event:dv
evaluator,order-entered,2026-04-20,Evaluator,custody-evaluator-appointed,,,,
"""
#: The tenant is our client, who demurred first.
TENANCY = """\
event_id,event,happened_on,title,triggers,by,on,method,about
notice,served,2026-01-16,Three-day notice,rent-notice-served,owner,tenant,personal,
complaint,filed,2026-02-03,Complaint,complaint-filed,owner,,,
summons,served,2026-02-05,Summons,summons-served,owner,tenant,personal,
demurrer,filed,2026-02-20,Demurrer,demurrer-filed,tenant,,,
overruled,served,2026-03-03,Ruling,demurrer-decision-served,owner,tenant,personal,
answer,filed,2026-03-06,Answer,answer-filed,tenant,,,
ours,served,2026-03-09,Requests,interrogatories-served;requests-for-production-served;requests-for-admission-served,tenant,owner,personal,
theirs,served,2026-03-10,Requests,interrogatories-served;requests-for-production-served;requests-for-admission-served,owner,tenant,personal,
set,filed,2026-03-10,Request to set,trial-setting-requested,owner,,,
"""
#: What follows when the landlord wins: notice of entry, the writ.
JUDGED = """\
event_id,event,happened_on,title,triggers,by,on,method,about
judgment,order-entered,2026-03-30,Judgment,judgment-entered,,,,
entry,served,2026-03-31,Notice of entry,notice-of-entry-served-by-clerk,,tenant,mail,
relief,filed,2026-04-02,Relief,forfeiture-relief-application-filed,tenant,,,
writ,served,2026-04-13,Writ,writ-of-possession-served,,tenant,personal,
"""
FACTS: Final = {"limited-civil-case": "yes", "served-through-safe-at-home": "no"}


def case(proceeding: str, people: tuple[Any, ...]) -> m.CaseFile:
    """A case before the Superior Court of Los Angeles County."""
    opened = m.CaseOpened(
        caption="Roe v. Doe",
        court="us-ca/lasc",
        number="1",
        proceeding=proceeding,
        happened_on=OPENED_ON,
    )
    file = m.CaseFile.open(opened, case_id="c", law=LAW, model=MODEL, **BY)
    return file.record(*people, law=LAW, **BY)


def with_rows(file: m.CaseFile, table: str) -> m.CaseFile:
    """The case with what the rows of a docket say."""
    drafts = events_from(csv.DictReader(io.StringIO(table)), law=LAW, into=file)
    return file.record(*drafts, law=LAW, **BY)


def hearing(kind: str, on: str, *about: str) -> m.HearingSet:
    """A hearing of a kind, about papers of the docket."""
    return m.HearingSet.of_kind(
        kind,
        LAW,
        hearing_id=kind,
        title=kind,
        hearing_at=datetime.combine(D(on), time(17), UTC),
        about=tuple(map(ref, about)),
        happened_on=min(D(on) - timedelta(days=7), D("2026-04-21")),
    )


def marriage(*, ours: str = "pat") -> m.CaseFile:
    """A dissolution with a trial, in which one of the spouses is our client."""
    spouses = (
        party("pat", "petitioner", is_client=ours == "pat"),
        party("sam", "respondent", is_client=ours == "sam"),
    )
    return with_rows(case("family", spouses), MARRIAGE).record(
        hearing("restraining-order", "2026-05-05", "dv"),
        hearing("custody", "2026-08-17", "rfo"),
        hearing("trial-bench", "2026-11-02"),
        law=LAW,
        **BY,
    )


def tenancy(*more: Any) -> m.CaseFile:
    """An unlawful detainer with a trial, in which the tenant is our client."""
    people = (
        party("owner", "plaintiff"),
        party("tenant", "defendant", is_client=True),
    )
    file = with_rows(case("unlawful-detainer", people), TENANCY)
    return file.record(
        hearing("motion", "2026-03-02", "demurrer"),
        hearing("trial-jury", "2026-03-30"),
        *more,
        law=LAW,
        **BY,
    )


def known(file: m.CaseFile) -> m.CaseFile:
    """The case with the facts that its deadlines ask for."""
    facts = [
        m.FactEstablished(fact=word, answer=answer, happened_on=D("2026-02-06"))
        for word, answer in FACTS.items()
    ]
    return file.record(*facts, law=LAW, **BY)


def judged() -> m.CaseFile:
    """The same after judgment, notice of its entry, and the writ."""
    file = with_rows(known(tenancy()), JUDGED)
    heard = hearing("forfeiture-relief", "2026-04-17", "relief")
    return file.record(heard, law=LAW, **BY)


def planned(name: str, file: m.CaseFile, on: str) -> Plan:
    """The plan of a case, every role filled."""
    book = BOOKS[name]
    roles = {one.role_id: f"u-{one.role_id}" for one in book.roles}
    return Plan.of(book, file, LAW, roles=roles, on=D(on))


def lines(made: Plan) -> list[str]:
    """A line a row: stage, item, whom it concerns, state, dates, authority."""
    found = []
    for row in made:
        days = [str(row.dates.shown or "")]
        days += [f"{one.period} ahead: {one.shown}" for one in row.lead_times]
        rule = row.scheduled.rule if row.scheduled else ""
        cells = (
            row.item.stage,
            row.item_id,
            ", ".join(row.of),
            row.state,
            "; ".join(filter(None, days)),
            rule,
            row.item.authority.cite,
        )
        found.append(" | ".join(cells).replace("|  |", "| |").replace("|  |", "| |"))
    return found


CASES: Final = {
    "dissolution-petitioner": lambda: planned(DISSOLUTION, marriage(), "2026-04-22"),
    "dissolution-respondent": lambda: planned(
        DISSOLUTION, marriage(ours="sam"), "2026-04-22"
    ),
    "detainer": lambda: planned(DETAINER, known(tenancy()), "2026-03-11"),
    "detainer-judged": lambda: planned(DETAINER, judged(), "2026-04-13"),
}


@pytest.mark.parametrize("name", [DISSOLUTION, DETAINER])
def test_it_holds_against_the_law(name: str) -> None:
    """Its deadlines are in force, its words of the vocabulary."""
    check(BOOKS[name], LAW)
    assert BOOKS[name].effective == date(2026, 11, 29)


@pytest.mark.parametrize("name", CASES)
def test_the_table_of_a_scripted_docket(name: str) -> None:
    """Each item with its date and its citation."""
    path = GOLDEN / f"us-ca-{name}.txt"
    text = "\n".join(lines(CASES[name]())) + "\n"
    if os.environ.get(WRITE):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


# --- every date again, by a count that shares no code

#: By rule: so many days of which kind, after or before which day of the docket; the
#: section whose days for service are added, and the reading that is safe.
COUNTS: Final[dict[str, tuple[str, str, str, str]]] = {
    "us-ca/fam/2020": ("30 days", "after", "2026-02-13", ""),
    "us-ca/fam/2104(f)-petitioner": ("60 days", "after", "2026-02-03", ""),
    "us-ca/fam/2104(f)-respondent": ("60 days", "after", "2026-03-12", ""),
    "us-ca/fam/2339(a)": ("6 months", "after", "2026-02-13", ""),
    "us-ca/fam/242(a)": ("21 days", "after", "2026-04-14", ""),
    "us-ca/fam/243(a)": ("5 days", "before", "2026-05-05", ""),
    "us-ca/fam/3111(a)": ("10 days", "before", "2026-08-17", ""),
    "us-ca/fam/2105(a)": ("45 days", "before", "2026-11-02", ""),
    "us-ca/crc/5.63(d)": ("15 days", "after", "2026-03-12", ""),
    "us-ca/crc/5.83(c)(2)": ("180 days", "after", "2026-02-03", ""),
    "us-ca/crc/5.94(b)": ("5 court days", "before", "2026-08-17", ""),
    "us-ca/crc/5.394(b)": ("5 court days", "before", "2026-11-02", ""),
    # Nobody said how it will be served: safe under every method.
    "us-ca/ccp/1005(b)-moving": ("16 court days", "before", "2026-08-17", "abroad"),
    "us-ca/ccp/1005(b)-opposition": ("9 court days", "before", "2026-08-17", ""),
    "us-ca/ccp/1005(b)-reply": ("5 court days", "before", "2026-08-17", ""),
    "us-ca/discovery/2024.020(a)-completion": ("30 days", "before", "2026-11-02", "d"),
    "us-ca/discovery/2024.020(a)-motions": ("15 days", "before", "2026-11-02", "d"),
    "us-ca/discovery/2024.030-completion": ("15 days", "before", "2026-11-02", "d"),
    "us-ca/discovery/2024.030-motions": ("10 days", "before", "2026-11-02", "d"),
    "us-ca/unlawful-detainer/1161(2)": ("3 court days", "after", "2026-01-16", ""),
    "us-ca/unlawful-detainer/1167(a)": ("10 court days", "after", "2026-02-05", ""),
    "us-ca/unlawful-detainer/1170(b)-demurrer": (
        "7 court days",
        "after",
        "2026-02-20",
        "",
    ),
    "us-ca/unlawful-detainer/1170(b)-demurrer-earliest": (
        "5 court days",
        "after",
        "2026-02-20",
        "",
    ),
    "us-ca/unlawful-detainer/1170(b)-opposition": (
        "1 court days",
        "before",
        "2026-03-02",
        "",
    ),
    "us-ca/unlawful-detainer/1167.3": ("5 days", "after", "2026-03-03", ""),
    "us-ca/unlawful-detainer/1170.5(a)": ("20 days", "after", "2026-03-10", ""),
    "us-ca/unlawful-detainer/631(c)(1)": ("5 days", "before", "2026-03-30", ""),
    "us-ca/unlawful-detainer/1179": ("5 days", "before", "2026-04-17", "abroad 1013"),
    "us-ca/unlawful-detainer/715.020(c)": ("5 days", "after", "2026-04-13", "stay"),
    "us-ca/discovery/2024.040(b)(1)": ("5 days", "before", "2026-03-30", "d"),
    "us-ca/crc/8.822(a)(1)": ("30 days", "after", "2026-03-31", ""),
    "us-ca/ccp/659(a)(2)": ("15 days", "after", "2026-03-31", ""),
    "us-ca/ccp/663a(a)(2)": ("15 days", "after", "2026-03-31", ""),
    # Ten days beyond the last for the appeal, Thursday, 30 April.
    "us-ca/unlawful-detainer/918(b)": ("10 days", "after", "2026-04-30", "stay"),
    # Not more than these before the trial; when it was set, and the demand, come later.
    "us-ca/discovery/2034.220": ("70 days", "before", "2026-11-02", "d"),
    "us-ca/discovery/2034.230(b)": ("50 days", "before", "2026-11-02", "d"),
}


def asked(rule: str) -> date:
    """The oracle's day for a deadline of the docket."""
    period, direction, day, how = COUNTS[rule]
    number, _, unit = period.partition(" ")
    unit = f"{unit}s" if not unit.endswith("s") else unit
    question = Question(
        system="us-ca/discovery" if how == "d" else "us-ca",
        period_number=int(number),
        unit=unit,
        direction=direction,
        trigger=D(day),
        service="mail-abroad" if how.startswith("abroad") else None,
        table="1013" if how.endswith("1013") else None if how == "abroad" else "none",
    )
    if how == "stay":
        return D(day) + timedelta(days=int(number))
    readings = {"d": ("earlier",), "abroad 1013": (None, "roll-first")}.get(
        how, (None,)
    )
    return min(oracle.answer(question, one) for one in readings)


#: Discovery requests of both sides, five days from service by hand: the oracle is asked
#: by whom they were served.
REQUESTED: Final = {"owner": "2026-03-09", "tenant": "2026-03-10"}


def counted(rule: str, of: tuple[str, ...]) -> date:
    """The day of a row, by the oracle."""
    if rule in {
        f"us-ca/discovery/{n}(b)" for n in ("2030.260", "2031.260", "2033.250")
    }:
        question = Question(
            system="us-ca/discovery",
            period_number=5,
            unit="days",
            direction="after",
            trigger=D(REQUESTED[of[0]]),
            table="none",
        )
        return oracle.answer(question)
    return asked(rule)


@pytest.mark.parametrize("name", CASES)
def test_the_dates_are_those_of_an_independent_count(name: str) -> None:
    """Every deadline of the table, as the oracle counts it from the text."""
    rows = [row for row in CASES[name]() if row.scheduled and row.dates.shown]
    assert len(rows) >= 5
    found = {
        (row.scheduled.rule, row.of): row.dates.shown
        for row in rows
        if row.scheduled is not None
    }
    assert found == {key: counted(*key) for key in found}


# --- what moves, and what ends


def moved(before: Plan, after: Plan) -> set[str]:
    """The items of which a date is another."""

    def days(made: Plan) -> dict[tuple[str, Any], list[Any]]:
        return {
            (row.item_id, (row.of, row.scheduled and row.scheduled.rule)): [
                row.dates.shown,
                *(one.shown for one in row.lead_times),
            ]
            for row in made
        }

    one, other = days(before), days(after)
    assert one.keys() == other.keys()
    return {item for (item, key) in one if one[item, key] != other[item, key]}


def test_a_continued_trial_moves_what_hangs_on_it() -> None:
    """Not the final disclosure, nor the discovery, which hang on the first date set."""
    file = marriage()
    later = m.HearingContinued(
        hearing_id="trial-bench",
        to_at=datetime(2026, 12, 14, 17, tzinfo=UTC),
        happened_on=D("2026-08-20"),
    )
    before = planned(DISSOLUTION, file, "2026-04-22")
    after = planned(DISSOLUTION, file.record(later, law=LAW, **BY), "2026-04-22")
    assert moved(before, after) == {
        "trial",
        "exhibits",
        "trial-brief",
        "prepare-client",
    }
    (trial,) = after.of_item("trial")
    assert trial.dates.shown == date(2026, 12, 14)
    (brief,) = after.of_item("trial-brief")
    assert brief.dates.shown == date(2026, 12, 7)
    (disclosure,) = after.of_item("final-disclosure")
    assert disclosure.dates.shown == date(2026, 9, 18)


def test_a_continued_trial_in_unlawful_detainer() -> None:
    """The jury fee and the papers move; the twenty days, and discovery, do not."""
    file = known(tenancy())
    later = m.HearingContinued(
        hearing_id="trial-jury",
        to_at=datetime(2026, 4, 6, 17, tzinfo=UTC),
        happened_on=D("2026-03-26"),
    )
    before = planned(DETAINER, file, "2026-03-11")
    after = planned(DETAINER, file.record(later, law=LAW, **BY), "2026-03-11")
    assert {"trial", "jury-fee", "subpoenas", "trial-book", "prepare-client"} <= moved(
        before, after
    )
    assert moved(before, after) - {"discovery-ends"} == {
        "trial",
        "jury-fee",
        "subpoenas",
        "trial-book",
        "prepare-client",
    }
    (last,) = after.of_item("trial-within-twenty-days")
    assert last.dates.shown == date(2026, 3, 30)


def survivors(made: Plan) -> set[str]:
    """The items that are still to be done, or can still come up."""
    return {
        row.item_id
        for row in made
        if row.state not in {"void", "done", "not-applicable", "skipped", "waived"}
    }


def test_a_disposition_ends_all_but_what_survives() -> None:
    """What the file says, and the deadlines that the law lets run after judgment."""
    for name, file, on in (
        (DISSOLUTION, marriage(), "2026-08-31"),
        (DETAINER, judged(), "2026-04-13"),
    ):
        over = file.record(
            m.CaseDisposed(disposition="bench-trial", happened_on=D(on)), law=LAW, **BY
        )
        made = planned(name, over, on)
        lasting = {
            item.item_id
            for item in BOOKS[name].items
            if item.survives
            or any(LAW.deadline(rule).after_disposition for rule in item.rules)
        }
        hearings = {
            r.item_id for r in made if r.item.kind == "hearing" and r.hearing_id
        }
        assert survivors(made) - hearings <= lasting
        assert lasting & survivors(made) >= {"appeal", "relief", "closing"}
        assert any(row.state == "void" for row in made)


def test_what_only_the_petitioner_does_waits_for_the_petitioner() -> None:
    """We act for the respondent: no petition of ours, a response, no default."""
    made = planned(DISSOLUTION, marriage(ours="sam"), "2026-04-22")
    states = {row.item_id: row.state for row in made}
    assert states["petition-papers"] == "void"
    assert states["serve-petition"] == states["proof-of-service"] == "waiting"
    assert states["response-papers"] == states["response-due"] == "done"
    assert states["default"] == "waiting"
    assert states["rfo-opposition"] == "ready"


@pytest.mark.parametrize("name", [DISSOLUTION, DETAINER])
def test_its_events_bring_the_case_up_to_it(name: str) -> None:
    """Once they are recorded nothing is left to be done.

    What hangs on a deadline that was met before anybody set it keeps its day.
    """
    file = marriage() if name == DISSOLUTION else known(tenancy())
    on = "2026-04-22" if name == DISSOLUTION else "2026-03-11"
    made = planned(name, file, on)
    kept = file.record(*made.events(), law=LAW, **BY)
    assert planned(name, kept, on).events() == ()


def test_a_settlement_ends_what_was_for_the_trial() -> None:
    """Our dates ahead of what was counted from it, too; two things outlive the case."""
    file = tenancy(m.HearingHeld(hearing_id="motion", happened_on=D("2026-03-02")))
    for _ in range(2):
        made = planned(DETAINER, file, "2026-03-12")
        file = file.record(*made.events(), law=LAW, **BY)
    (ahead,) = made.of_item("jury-fee")[0].lead_times
    assert file.case.tasks[ahead.task_id].is_open
    settled = (
        m.HearingVacated(hearing_id="trial-jury", happened_on=D("2026-03-12")),
        m.CaseDisposed(disposition="settlement", happened_on=D("2026-03-12")),
    )
    file = file.record(*settled, law=LAW, **BY)
    made = planned(DETAINER, file, "2026-03-12")
    file = file.record(*made.events(), law=LAW, **BY)
    assert made.of_item("jury-fee")[0].state == "void"
    open_ = [one.task_id for one in file.case.tasks if one.is_open]
    assert open_ == [made.of_item("record")[0].task_id]


@pytest.mark.parametrize("name", [DISSOLUTION, DETAINER])
def test_no_day_of_the_law_stands_in_it(name: str) -> None:
    """A deadline names its rules; an offset of ours says that it is ours."""
    for item in BOOKS[name].items:
        if item.kind == "deadline":
            assert item.rules
            assert item.offset is None
        elif item.offset is not None and item.authority.cite != "policy":
            said = item.note or ""
            assert "ours" in said, item.item_id


@pytest.mark.parametrize("name", [DISSOLUTION, DETAINER])
def test_it_has_its_place_on_the_page(name: str) -> None:
    """With its title, and for whom it is."""
    text = PAGE.read_text(encoding="utf-8")
    sides = ", ".join(BOOKS[name].sides)
    assert f"| `{name}` | {BOOKS[name].title} | {sides} |" in text


@pytest.mark.parametrize("name", [DISSOLUTION, DETAINER])
def test_what_was_read_is_quoted(name: str) -> None:
    """More than half of what is no policy was read, and says where."""
    items = [one for one in BOOKS[name].items if one.authority.cite != "policy"]
    read = [one for one in items if one.authority.verified == "text"]
    assert len(read) > len(items) / 2
    for one in read:
        assert one.authority.words
        assert one.authority.source
