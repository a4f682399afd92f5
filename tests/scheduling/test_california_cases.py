"""A dissolution with children and an unlawful detainer in California, from rows."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from attrs import evolve

import legalcase as lc
import legalcase.model as m
from legalcase.interop import events_from
from schedule_cases import BY, LAW, party, ref

OPENED_ON = date(2026, 1, 5)
SPOUSES = (party("pat", "petitioner"), party("sam", "respondent", is_client=True))
LETTING = (party("owner", "plaintiff"), party("tenant", "defendant", is_client=True))

DISSOLUTION = """\
event_id,event,happened_on,title,triggers,by,on,method,about
petition,filed,2026-02-03,Petition,complaint-filed,pat,,,
summons,served,2026-02-13,Summons,summons-served,pat,sam,personal,event:petition
response,filed,2026-03-12,Response,answer-filed,sam,,,event:petition
rfo,filed,2026-03-20,Request for order,motion-filed,pat,,,
dv,filed,2026-04-13,Request for a restraining order,restraining-petition-filed,pat,,,
tro,order-entered,2026-04-14,Temporary order,restraining-order-decided,,,,event:dv
evaluator,order-entered,2026-04-20,Evaluator appointed,custody-evaluator-appointed,,,,
pdd,served,2026-04-02,Declaration,preliminary-disclosure-served,pat,sam,mail,
"""

DETAINER = """\
event_id,event,happened_on,title,triggers,by,on,method,about
notice,served,2026-01-16,Three-day notice,rent-notice-served,owner,tenant,personal,
complaint,filed,2026-02-03,Complaint,complaint-filed,owner,,,
summons,served,2026-02-05,Summons and complaint,summons-served,owner,tenant,personal,
demurrer,filed,2026-02-20,Demurrer,demurrer-filed,tenant,,,
overruled,served,2026-03-03,Ruling,demurrer-decision-served,owner,tenant,personal,
answer,filed,2026-03-06,Answer,answer-filed,tenant,,,
rogs,served,2026-03-10,Interrogatories,interrogatories-served,tenant,owner,personal,
rtp,served,2026-03-10,Demand,requests-for-production-served,tenant,owner,personal,
rta,served,2026-03-10,Requests,requests-for-admission-served,tenant,owner,personal,
set,filed,2026-03-10,Request to set the trial,trial-setting-requested,owner,,,
"""


def case(proceeding: str, people: tuple[Any, ...], table: str = "") -> m.CaseFile:
    """A case before the Superior Court of Los Angeles County, from rows."""
    opened = m.CaseOpened(
        caption="Roe v. Doe",
        court="us-ca/lasc",
        number="1",
        proceeding=proceeding,
        happened_on=OPENED_ON,
    )
    file = m.CaseFile.open(opened, case_id="c", law=LAW, **BY)
    file = file.record(*people, law=LAW, **BY)
    return with_rows(file, table)


def with_rows(file: m.CaseFile, table: str) -> m.CaseFile:
    """The case with what the rows of a docket say."""
    drafts = events_from(csv.DictReader(io.StringIO(table)), law=LAW, into=file)
    return file.record(*drafts, law=LAW, **BY)


def hearing(kind: str, on: date, *about: str) -> m.HearingSet:
    """A hearing of a kind, about papers of the docket."""
    return m.HearingSet.of_kind(
        kind,
        LAW,
        hearing_id=kind,
        title=kind,
        hearing_at=datetime.combine(on, time(17), UTC),
        about=tuple(map(ref, about)),
        happened_on=date(2026, 4, 21),
    )


def everything(file: m.CaseFile) -> dict[str, set[tuple[str, str, str]]]:
    """By rule: who, the day for a calendar, and the state, for all parties."""
    names = list(file.case.people.participants)
    found = lc.schedule(file, LAW, for_=names)
    rows: dict[str, set[tuple[str, str, str]]] = {}
    for row in (*found, *found.others):
        rows.setdefault(row.rule, set()).add((row.who, str(row.shown), row.state))
    return rows


def test_a_dissolution_with_children() -> None:
    """Response, disclosures, protection, custody, review, and the six months."""
    file = case("family", SPOUSES, DISSOLUTION).record(
        hearing("restraining-order", date(2026, 5, 5), "dv"),
        hearing("custody", date(2026, 8, 17), "rfo"),
        hearing("trial-bench", date(2026, 11, 2)),
        law=LAW,
        **BY,
    )
    rows = everything(file)
    assert {
        name.removeprefix("us-ca/"): found
        for name, found in rows.items()
        if "/discovery/" not in name
    } == {
        # 15 March is a Sunday.
        "fam/2020": {("sam", "2026-03-16", "met")},
        # 4 April is a Saturday.
        "fam/2104(f)-petitioner": {("pat", "2026-04-06", "met")},
        "fam/2104(f)-respondent": {("sam", "2026-05-11", "new")},
        "fam/2105(a)": {("pat", "2026-09-18", "new"), ("sam", "2026-09-18", "new")},
        "fam/2339(a)": {("", "2026-08-13", "new")},
        "fam/242(a)": {("the court", "2026-05-05", "met")},
        "fam/243(a)": {("pat", "2026-04-30", "new")},
        "fam/3111(a)": {("the court", "2026-08-07", "new")},
        "crc/5.63(d)": {("pat", "2026-03-27", "new")},
        "crc/5.83(c)(2)": {("the court", "2026-08-03", "new")},
        # A request for order is a motion: safe for every method of service.
        "ccp/1005(b)-moving": {("pat", "2026-07-02", "new")},
        "ccp/1005(b)-opposition": {("sam", "2026-08-04", "new")},
        "ccp/1005(b)-reply": {("pat", "2026-08-10", "new")},
        "crc/5.94(b)": {("pat", "2026-08-10", "new")},
        "crc/5.394(b)": {("pat", "2026-10-26", "new"), ("sam", "2026-10-26", "new")},
    }


def test_what_a_judgment_of_dissolution_starts() -> None:
    """The appeal, and what sets the judgment aside, which outlive it."""
    file = case("family", SPOUSES, DISSOLUTION).record(
        m.JudgmentEntered(title="Judgment", happened_on=date(2026, 8, 28)),
        law=LAW,
        **BY,
    )
    after = {
        name: {day for _, day, _ in found}
        for name, found in everything(file).items()
        if name.startswith(("us-ca/fam/2122", "us-ca/crc/8.104", "us-ca/ccp/659"))
    }
    assert after == {
        "us-ca/fam/2122(c)": {"2028-08-28"},
        "us-ca/fam/2122(d)": {"2028-08-28"},
        # 28 August 2027 is a Saturday.
        "us-ca/fam/2122(e)": {"2027-08-30"},
        "us-ca/crc/8.104(a)(1)": {"2027-02-24"},
        "us-ca/ccp/659(a)(2)": {"2027-02-24"},
    }
    assert everything(file)["us-ca/fam/2339(a)"] == {("", "2026-08-13", "new")}


def test_after_publication_the_response_starts_the_petitioners_thirty_days() -> None:
    """Not where the summons was handed over."""
    rule = "us-ca/fam/2104(f)-publication"
    assert rule not in everything(case("family", SPOUSES, DISSOLUTION))
    table = (
        DISSOLUTION + "posted,served,2026-02-10,By publication,"
        "summons-published-by-order,pat,sam,publication,\n"
    )
    rows = everything(case("family", SPOUSES, table))
    # 11 April is a Saturday.
    assert rows[rule] == {("pat", "2026-04-13", "met")}


def test_an_unlawful_detainer() -> None:
    """Ten court days to respond, a demurrer within seven, trial within twenty days."""
    file = case("unlawful-detainer", LETTING, DETAINER).record(
        m.FactEstablished(
            fact="served-through-safe-at-home",
            answer="no",
            of=("tenant",),
            happened_on=date(2026, 2, 5),
        ),
        hearing("motion", date(2026, 3, 2), "demurrer"),
        hearing("trial-bench", date(2026, 3, 30)),
        law=LAW,
        **BY,
    )
    assert everything(file) == {
        # Saturday, Sunday and the holiday of Martin Luther King Jr. are none.
        "us-ca/unlawful-detainer/1161(2)": {("tenant", "2026-01-22", "new")},
        # Nor are Lincoln's and Presidents' Day.
        "us-ca/unlawful-detainer/1167(a)": {("tenant", "2026-02-23", "met")},
        "us-ca/unlawful-detainer/1170(b)-demurrer": {("tenant", "2026-03-03", "met")},
        "us-ca/unlawful-detainer/1170(b)-demurrer-earliest": {
            ("tenant", "2026-02-27", "met")
        },
        "us-ca/unlawful-detainer/1170(b)-opposition": {("owner", "2026-02-27", "new")},
        # 8 March is a Sunday.
        "us-ca/unlawful-detainer/1167.3": {("tenant", "2026-03-09", "met")},
        "us-ca/unlawful-detainer/1170.5(a)": {("the court", "2026-03-30", "new")},
        "us-ca/unlawful-detainer/631(c)(1)": {
            ("owner", "2026-03-25", "new"),
            ("tenant", "2026-03-25", "new"),
        },
        # 15 March is a Sunday.
        "us-ca/discovery/2030.260(b)": {("owner", "2026-03-16", "new")},
        "us-ca/discovery/2031.260(b)": {("owner", "2026-03-16", "new")},
        "us-ca/discovery/2033.250(b)": {("owner", "2026-03-16", "new")},
        "us-ca/discovery/2024.040(b)(1)": {
            ("owner", "2026-03-25", "new"),
            ("tenant", "2026-03-25", "new"),
        },
    }


def test_what_a_judgment_for_possession_starts() -> None:
    """Thirty days to appeal, ten more for a stay, and relief against forfeiture."""
    more = (
        "event_id,event,happened_on,title,triggers,by,on,method,about\n"
        "entry,served,2026-04-01,Notice of entry,notice-of-entry-served-by-party,"
        "owner,tenant,personal,\n"
        "relief,filed,2026-04-02,Application,forfeiture-relief-application-filed,"
        "tenant,,,\n"
    )
    day = date(2026, 4, 1)
    limited = m.FactEstablished(
        fact="limited-civil-case", answer="yes", happened_on=day
    )
    file = case("unlawful-detainer", LETTING, DETAINER).record(
        m.JudgmentEntered(title="Judgment", happened_on=date(2026, 3, 31)),
        law=LAW,
        **BY,
    )
    file = with_rows(file, more).record(
        limited,
        hearing("forfeiture-relief", date(2026, 5, 4), "relief"),
        law=LAW,
        **BY,
    )
    rows = everything(file)
    assert {day for _, day, _ in rows["us-ca/crc/8.822(a)(1)"]} == {"2026-05-01"}
    assert {day for _, day, _ in rows["us-ca/unlawful-detainer/918(b)"]} == {
        "2026-05-11"
    }
    assert [who for who, _, _ in rows["us-ca/unlawful-detainer/1179"]] == ["tenant"]
    assert "us-ca/crc/8.104(a)(1)" not in rows
    # In an unlimited case the time is that of rule 8.104.
    other = with_rows(
        case("unlawful-detainer", LETTING, DETAINER).record(
            m.JudgmentEntered(title="Judgment", happened_on=date(2026, 3, 31)),
            evolve(limited, answer="no"),
            law=LAW,
            **BY,
        ),
        more,
    )
    assert {d for _, d, _ in everything(other)["us-ca/crc/8.822(a)(1)"]} == {
        "2026-06-01"
    }


def test_a_civil_case_knows_neither() -> None:
    """A complaint and a summons in a civil action start nothing of these."""
    table = DETAINER.replace("rent-notice-served", "motion-served")
    table = table.replace("trial-setting-requested", "motion-filed")
    rows = everything(case("civil", LETTING, table))
    assert "us-ca/ccp/412.20(a)(3)" in rows
    assert not [
        name
        for name in rows
        if name.startswith(("us-ca/fam/", "us-ca/unlawful-detainer/"))
    ]


def test_a_motion_for_relief_has_the_notice_of_every_motion() -> None:
    """Section 1005(b), as the chapter gives it none (1177); a demurrer has its own."""
    rules = [f"us-ca/unlawful-detainer/1005(b)-{n}" for n in ("moving", "reply")]
    file = case("unlawful-detainer", LETTING, DETAINER).record(
        hearing("motion", date(2026, 3, 2), "demurrer"), law=LAW, **BY
    )
    assert not {*rules} & {*everything(file)}
    rows = (
        DETAINER
        + "relief,filed,2026-04-01,Relief,relief-motion-filed,tenant,,,\n"
        + "lockout,served,2026-04-13,Writ,writ-of-possession-served,,tenant,personal,\n"
    )
    asked = case("unlawful-detainer", LETTING, rows).record(
        m.JudgmentEntered(title="Judgment", happened_on=date(2026, 3, 30)),
        hearing("motion", date(2026, 4, 29), "relief"),
        law=LAW,
        **BY,
    )
    found = everything(asked)
    # Sixteen court days are 7 April; less twenty, if it went abroad, 18 March.
    assert found[rules[0]] == {("tenant", "2026-03-18", "new")}
    assert found["us-ca/unlawful-detainer/1005(b)-opposition"] == {
        ("owner", "2026-04-16", "new")
    }
    assert found[rules[1]] == {("tenant", "2026-04-22", "new")}
    # Saturday, and the Monday after it if section 12a moves it.
    lockout = "us-ca/unlawful-detainer/715.020(c)"
    assert found[lockout] == {("tenant", "2026-04-18", "new")}


@pytest.mark.parametrize(
    ("on", "is_held", "state"),
    [
        (date(2026, 3, 3), False, "met"),
        # Set for a day too late, it can still be moved, and meets nothing.
        (date(2026, 3, 9), False, "new"),
        (date(2026, 3, 9), True, "met"),
    ],
)
def test_a_hearing_that_is_set_too_late_meets_nothing(
    on: date, *, is_held: bool, state: str
) -> None:
    """The last day for it stands out, until it was held on another."""
    file = case("unlawful-detainer", LETTING, DETAINER)
    file = file.record(hearing("motion", on, "demurrer"), law=LAW, **BY)
    if is_held:
        held = m.HearingHeld(hearing_id="motion", happened_on=on)
        file = file.record(held, law=LAW, **BY)
    rows = everything(file)["us-ca/unlawful-detainer/1170(b)-demurrer"]
    assert rows == {("tenant", "2026-03-03", state)}
