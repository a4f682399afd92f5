"""From what an item begins, for whom it stands, and under which conditions."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

import legalcase.model as m
from legalcase.kernel import Draft
from legalcase.plans import Plan, read_playbook
from legalcase.procedure import stage_table
from plan_cases import BY, LAW, ON, ROLES, SUMMONS, case, requested, trial_set
from schedule_cases import FILED_ON, party, served

HEAD = """
format = 1
[playbook]
id = "us/one"
edition = "1"
title = "One"
effective = 2025-12-01
jurisdictions = ["us"]
proceedings = ["civil"]
sides = ["defendant"]
stage_table = "us/civil"
[[role]]
id = "lead"
title = "Lead counsel"
[[stage]]
id = "first"
title = "First"
[[stage]]
id = "discovery"
title = "Discovery"
table_stage = "discovery"
"""
POLICY = 'authority = { cite = "policy", verified = "text" }'
DAY = timedelta(days=1)


def item(name: str, *lines: str, kind: str = "task", stage: str = "first") -> str:
    """An item of a playbook."""
    said = "\n".join(lines)
    return f"""
    [[item]]
    id = "{name}"
    stage = "{stage}"
    kind = "{kind}"
    title = "{name}"
    accountable = "lead"
    area = "trial"
    {POLICY}
    {said}
    """


def look(file: m.CaseFile, *items: str, complexity: int | None = None) -> Plan:
    """The plan of a case by some items."""
    playbook = read_playbook(HEAD + "".join(items))
    roles = {"lead": ROLES["lead"]}
    return Plan.of(playbook, file, LAW, roles=roles, on=ON, complexity=complexity)


def found(made: Plan, name: str = "it") -> list[tuple[str | None, str]]:
    """Instance and state of the rows of an item."""
    return [(row.instance, row.state) for row in made.of_item(name)]


def order(name: str, word: str, day: date = ON) -> Draft:
    """An order of the court."""
    entered = m.OrderEntered(title="Order", triggers=(word,), happened_on=day)
    return Draft(entered, event_id=name)


ENGAGED = (
    m.InquiryMade(client_ids=("acme",), happened_on=ON),
    m.ConflictReviewBegun(review_id="c", happened_on=ON),
    m.ConflictReviewCleared(review_id="c", cleared_as="no-conflict", happened_on=ON),
    m.Engaged(client_ids=("acme",), scope="all", happened_on=ON),
)
TABLE = m.StageTableAdopted(table=stage_table("us/civil"), happened_on=ON)


@pytest.mark.parametrize(
    ("sentry", "events", "begins"),
    [
        ('{ event = "summons-served" }', (), False),
        ('{ event = "summons-served" }', (SUMMONS,), True),
        ('{ event = "summons-served", by = "opponent" }', (SUMMONS,), True),
        ('{ event = "summons-served", by = "us" }', (SUMMONS,), False),
        ('{ event = "summons-served", by = "court" }', (SUMMONS,), False),
        (
            '{ event = "discovery-closed", by = "court" }',
            (order("o", "discovery-closed"),),
            True,
        ),
        (
            '{ event = "discovery-closed", by = "us" }',
            (order("o", "discovery-closed"),),
            False,
        ),
        ('{ event = "trial" }', (trial_set(date(2026, 12, 7)),), False),
        ('{ hearing = "trial" }', (trial_set(date(2026, 12, 7)),), True),
        ('{ hearing = "trial-jury" }', (trial_set(date(2026, 12, 7)),), True),
        ('{ hearing = "trial-bench" }', (trial_set(date(2026, 12, 7)),), False),
        ('{ engagement = "engaged" }', (), False),
        ('{ engagement = "engaged" }', ENGAGED, True),
        ('{ engagement = "open" }', ENGAGED, False),
        ('{ stage = "first" }', (), True),
        ('{ stage = "discovery" }', (), False),
        ('{ stage = "discovery" }, { event = "summons-served" }', (SUMMONS,), True),
    ],
)
def test_what_meets_a_sentry(sentry: str, events: Any, begins: bool) -> None:
    """What happened, by whom; a hearing that is only set has not happened."""
    made = look(case(*events), item("it", f"when = [{sentry}]"))
    assert found(made) == [(None, "ready" if begins else "waiting")]


def test_a_stage_of_the_table_is_entered_with_it() -> None:
    """As the case's own stages are recorded."""
    one = item("it", stage="discovery")
    assert found(look(case(TABLE), one)) == [(None, "waiting")]
    entered = m.StageEntered(to="discovery", skips="so ordered", happened_on=ON)
    file = case(TABLE, entered)
    made = look(file, one)
    assert found(made) == [(None, "ready")]
    assert made.stage("discovery").entered_on == ON
    assert made.stage("first").state == "completed"


def test_an_item_begins_when_another_is_done() -> None:
    """Done or waived; an item that is skipped does not make another begin."""
    items = (
        item("hold", 'document = "hold-notice"', kind="document"),
        item("it", 'when = [{ item = "hold" }]'),
        item("later", 'after = ["hold"]'),
    )
    assert found(look(case(), *items)) == [(None, "waiting")]
    made = m.DocumentCreated(
        document_id="d", kind="hold-notice", title="Hold", happened_on=ON
    )
    plan = look(case(made), *items)
    assert found(plan, "hold") == [(None, "done")]
    assert found(plan) == found(plan, "later") == [(None, "ready")]


@pytest.mark.parametrize(
    ("condition", "events", "state"),
    [
        ('{ role = "intervenor" }', (), "not-applicable"),
        ('{ role = "plaintiff" }', (), "ready"),
        ('{ not = { role = "plaintiff" } }', (), "not-applicable"),
        ('{ stage = "first" }', (), "ready"),
        ('{ stage = "discovery" }', (), "not-applicable"),
        ('{ court = "us" }', (), "ready"),
        ('{ court = "us/cand" }', (), "ready"),
        ('{ court = "us/ca" }', (), "not-applicable"),
        ("{ child = true }", (), "not-applicable"),
        ("{ child = true }", (party("kid", "minor"),), "ready"),
        ("{ not = { child = true } }", (party("kid", "minor"),), "not-applicable"),
        ("{ detained = true }", (), "waiting"),
        (
            "{ detained = true }",
            (
                m.FactEstablished(
                    fact="detained", answer="yes", of=("acme",), happened_on=ON
                ),
            ),
            "ready",
        ),
        (
            "{ not = { detained = true } }",
            (m.FactEstablished(fact="detained", answer="yes", happened_on=ON),),
            "not-applicable",
        ),
        ('{ claim = "counterclaim" }', (), "not-applicable"),
        ('{ charge_severity = "felony" }', (), "not-applicable"),
        ('{ fact = "united-states-is-a-party", is = "no" }', (), "waiting"),
        (
            '{ fact = "united-states-is-a-party", is = "no" }, { child = true }',
            (),
            "not-applicable",
        ),
        ("{ complexity_at_least = 3 }", (), "waiting"),
    ],
)
def test_what_a_condition_asks(condition: str, events: Any, state: str) -> None:
    """Yes, no, or not known: then it waits, unless another condition says no."""
    made = look(case(*events), item("it", f"if = [{condition}]"))
    assert found(made) == [(None, state)]


def test_complexity_is_what_the_caller_says() -> None:
    """Until it is said, nobody knows."""
    one = item("it", "if = [{ complexity_at_least = 3 }]")
    assert found(look(case(), one, complexity=3)) == [(None, "ready")]
    assert found(look(case(), one, complexity=2)) == [(None, "not-applicable")]


def test_it_stands_for_each_client_or_opponent() -> None:
    """For those whom the event names, or for each where it names none of them."""
    file = case(
        party("beta", "defendant", is_client=True), party("gamma", "plaintiff"), SUMMONS
    )
    when = 'when = [{ event = "summons-served" }]'
    each = look(file, item("it", when, 'per = "participant"'))
    assert found(each) == [("acme", "ready"), ("beta", "waiting")]
    others = look(file, item("it", when, 'per = "opponent"'))
    assert found(others) == [("roe", "ready"), ("gamma", "waiting")]
    stage = look(file, item("it", 'per = "opponent"'))
    assert found(stage) == [("roe", "ready"), ("gamma", "ready")]
    titles = [
        one.terms.title for one in each.events() if isinstance(one, m.TaskPlanned)
    ]
    assert titles == ["it (acme)"]


def test_it_stands_for_each_charge() -> None:
    """Of our clients; a condition is of that charge."""
    charges = [
        m.Charged(
            charge_id=name,
            of="acme",
            statute="18 U.S.C. 1001",
            severity=severity,
            happened_on=ON,
        )
        for name, severity in (("c-1", "felony"), ("c-2", "infraction"))
    ]
    one = item("it", 'per = "charge"', 'if = [{ charge_severity = "felony" }]')
    assert found(look(case(), one)) == [(None, "waiting")]
    assert found(look(case(*charges), one)) == [
        ("c-1", "ready"),
        ("c-2", "not-applicable"),
    ]


@pytest.mark.parametrize(
    ("pick", "days"),
    [
        ("first", ["2026-04-12"]),
        ("latest", ["2026-05-12"]),
        ("each", ["2026-04-12", "2026-05-12"]),
    ],
)
def test_which_of_several_happenings(pick: str, days: list[str]) -> None:
    """And a date of our own counts from that one."""
    one = item(
        "it",
        'when = [{ event = "discovery-request-served" }]',
        f'pick = "{pick}"',
        'offset = { period = "10 days", direction = "after", of = '
        '{ event = "discovery-request-served" } }',
    )
    late = requested("r-2", date(2026, 5, 2))
    early = requested("r-1", date(2026, 4, 2))
    for events in ((early, late), (late, early)):
        made = look(case(*events), one)
        assert [str(row.shown) for row in made.of_item("it")] == days


def test_the_latest_moves_its_task() -> None:
    """Another request comes: the same task, by another day."""
    one = item(
        "it",
        'when = [{ event = "discovery-request-served" }]',
        'pick = "latest"',
        'offset = { period = "10 days", direction = "after", of = '
        '{ event = "discovery-request-served" } }',
    )
    file = case(requested("r-1", ON))
    file = file.record(*look(file, one).events(), **BY)
    file = file.record(requested("r-2", ON + DAY), **BY)
    events = look(file, one).events()
    assert [type(each) for each in events] == [m.TaskRescheduled]
    file = file.record(*events, **BY)
    made = look(file, one)
    assert made.events() == ()
    assert [row.shown for row in made.of_item("it")] == [ON + 11 * DAY]


def test_a_date_hangs_on_a_stage_or_on_what_is_done() -> None:
    """What stands on no docket gives the day itself."""
    items = (
        item(
            "it",
            'offset = { period = "1 week", direction = "after",'
            ' of = { stage = "first" } }',
        ),
        item("same", 'offset = { of = { event = "summons-served" } }'),
    )
    made = look(case(SUMMONS), *items)
    assert made.of_item("it")[0].shown == FILED_ON + 7 * DAY
    assert made.of_item("same")[0].shown == ON
    file = case(SUMMONS)
    file = file.record(*made.events(), **BY)
    assert look(file, *items).events() == ()


def test_what_is_about_something_else_does_not_complete_it() -> None:
    """The response to one set of requests is none to another."""
    one = item(
        "it",
        'when = [{ event = "discovery-request-served" }]',
        'pick = "each"',
        'done_by = ["discovery-response-served"]',
    )
    asked = (requested("r-1", ON), requested("r-2", ON))
    answer = served(
        "a", "discovery-response-served", "acme", ["roe"], ON + DAY, about=["r-1"]
    )
    made = look(case(*asked, answer), one)
    assert found(made) == [("event:r-1", "done"), ("event:r-2", "ready")]


def test_what_the_others_owe_is_a_deadline_of_theirs() -> None:
    """With per = "opponent"; else it is ours alone."""
    lines = ['rule = ["us/frcp/33(b)(2)"]', 'per = "opponent"']
    ours = served("q", "discovery-request-served", "acme", ["roe"], ON)
    file = case(ours, requested("r", ON))
    theirs = look(file, item("it", *lines, kind="deadline")).of_item("it")
    mine = look(file, item("it", lines[0], kind="deadline")).of_item("it")
    assert [row.of for row in theirs] == [("roe",)]
    assert [row.of for row in mine] == [("acme",)]
