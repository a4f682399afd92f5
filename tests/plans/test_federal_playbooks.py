"""The playbooks of federal cases, on the dockets of two: civil for each side, criminal.

`golden/us-*.json` has, by day, each item, where it stands, its day, our own days ahead,
and its authority; LEGALCASE_WRITE_GOLDEN=1 writes them anew.
"""

from __future__ import annotations

import ast
import json
import os
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

import federal_by_hand
import legalcase as lc
import legalcase.model as m
from clerk_cases import LAW, ordered, record
from federal_cases import CASES, brought_up, moved_to, opened, row_of, snapshot, told
from federal_cases import until as up_to
from federal_dockets import hearing_set
from law_folders import written
from legalcase.plans import Playbooks, check, plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from legalcase.plans import Plan, PlanRow

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "reference" / "plans.md"
WRITE: Final = "LEGALCASE_WRITE_GOLDEN"
D = date.fromisoformat
#: On which days of its docket each plan was looked over.
DAYS: Final = {
    "civil-plaintiff": ("2025-07-28", "2025-11-20", "2026-05-14", "2026-07-21"),
    "civil-defense": ("2025-07-28", "2025-11-20", "2026-05-14", "2026-07-21"),
    "criminal-defense": ("2026-03-18", "2026-05-04", "2026-08-12", "2026-09-18"),
}
EACH = [(name, day) for name, days in DAYS.items() for day in days]
BY_HAND: Final[dict[str, Callable[..., dict[str, federal_by_hand.Days]]]] = {
    "civil-plaintiff": federal_by_hand.civil_for_the_plaintiff,
    "civil-defense": federal_by_hand.civil_for_the_defendant,
    "criminal-defense": federal_by_hand.criminal,
}
ITEMS = [(name, item) for name, case in CASES.items() for item in case.book.items]


@pytest.fixture(scope="module")
def until() -> Callable[[str, str], Any]:
    """The case up to a day: each is built once."""
    known: dict[tuple[str, str], Any] = {}

    def at(name: str, day: str) -> Any:
        if (name, day) not in known:
            known[name, day] = up_to(name, day)
        return known[name, day]

    return at


def made(file: Any, on: str, law: lc.Law = LAW) -> Plan:
    """The plan of the case on a day."""
    return plan(file, law, on=D(on))


def by_hand(row: PlanRow, found: dict[str, federal_by_hand.Days]) -> Any:
    """The days of an item as worked out by hand, and how far ahead ours are."""
    rule = "" if row.scheduled is None else row.scheduled.rule.split("/", 2)[-1]
    expected = found.get(f"{row.item_id} {rule}") or found.get(row.item_id)
    assert expected is not None, told(row)
    return expected


def dates(one: Plan) -> dict[tuple[str, str | None], Any]:
    """Each date of a plan, and ours ahead of it."""
    return {
        (told(row), row.instance): (
            row.shown,
            *(lead.shown for lead in row.lead_times),
        )
        for row in one
    }


def moved(before: Plan, after: Plan) -> set[str]:
    """The items of which a date is another."""
    was, now = dates(before), dates(after)
    assert was.keys() == now.keys()
    return {told_.split(" ")[0] for told_, _ in was if was[told_, _] != now[told_, _]}


@pytest.mark.parametrize("name", CASES)
def test_it_holds_against_the_law(name: str) -> None:
    """Its deadlines are in force, its words of the vocabulary."""
    check(CASES[name].book, LAW)
    assert CASES[name].playbook in Playbooks.bundled()


@pytest.mark.parametrize("name", CASES)
def test_it_suits_its_case_and_no_other_does(name: str) -> None:
    """By the court, the proceeding, and the side of our client."""
    suited = Playbooks.bundled().suited(opened(name))
    assert [one.playbook_id for one in suited if one.suits] == [CASES[name].playbook]


@pytest.mark.parametrize("name", CASES)
def test_each_objective_is_served(name: str) -> None:
    """By some item; and each item that names one names one that there is."""
    book = CASES[name].book
    served = {one for item in book.items for one in item.serves}
    assert served == {one.objective_id for one in book.objectives}


@pytest.mark.parametrize(("name", "day"), EACH)
def test_the_plan_is_the_one_that_was_looked_over(
    name: str, day: str, until: Callable[[str, str], Any]
) -> None:
    """Items, where they stand, dates and citations, on some days of the case."""
    path = HERE / "golden" / f"us-federal-{name}.json"
    found = snapshot(made(until(name, day), day))
    if os.environ.get(WRITE):
        path.parent.mkdir(exist_ok=True)
        text = path.read_text(encoding="utf-8") if path.exists() else "{}"
        golden = json.loads(text) | {day: found}
        rows = ",\n".join(
            f" {json.dumps(key)}: [\n"
            + ",\n".join(f"  {json.dumps(row)}" for row in golden[key])
            + "\n ]"
            for key in sorted(golden)
        )
        path.write_text(f"{{\n{rows}\n}}\n", encoding="utf-8")
    assert found == json.loads(path.read_text(encoding="utf-8"))[day]


@pytest.mark.parametrize(("name", "day"), EACH)
def test_every_date_of_the_plan_was_worked_out_by_hand(
    name: str, day: str, until: Callable[[str, str], Any]
) -> None:
    """By the rules as they read, with no code of the engine."""
    dated = [row for row in made(until(name, day), day) if row.shown is not None]
    assert len(dated) >= 5
    for row in dated:
        assert row.shown is not None
        ahead, days = by_hand(row, BY_HAND[name]())
        assert row.shown in days, told(row)
        own = tuple(row.shown - timedelta(days=count) for count in ahead)
        assert tuple(one.shown for one in row.lead_times) == own, told(row)


@pytest.mark.parametrize("name", CASES)
def test_what_was_worked_out_by_hand_is_all_in_the_plan(
    name: str, until: Callable[[str, str], Any]
) -> None:
    """No date is only there."""
    last = DAYS[name][-1]
    found: dict[str, set[date]] = {}
    for row in made(until(name, last), last):
        if row.shown is not None:
            found.setdefault(row.item_id, set()).add(row.shown)
    expected: dict[str, set[date]] = {}
    for key, (_, days) in BY_HAND[name]().items():
        expected.setdefault(key.partition(" ")[0], set()).update(days)
    assert found == expected


def test_the_script_that_worked_them_out_knows_no_engine() -> None:
    """It imports nothing but the standard library's dates."""
    tree = ast.parse(Path(federal_by_hand.__file__).read_text(encoding="utf-8"))
    modules = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [one.name for one in node.names]
            if isinstance(node, ast.Import)
            else [str(node.module)]
        )
    }
    assert modules == {"__future__", "datetime"}


@pytest.mark.parametrize("name", CASES)
def test_its_events_bring_the_case_up_to_it(
    name: str, until: Callable[[str, str], Any]
) -> None:
    """Once they are recorded nothing is left to be done."""
    last = DAYS[name][-1]
    assert made(until(name, last), last).events() == ()


#: What hangs on the trial, by case; what was done before it was moved stays.
HANGS_ON_TRIAL: Final = {
    "civil-plaintiff": {
        *("trial", "experts", "their-experts", "retain-experts", "supplement"),
        *("settlement-authority", "pretrial-disclosures", "motions-in-limine"),
        *("their-pretrial-disclosures", "trial-subpoenas", "jury-instructions"),
        *("exhibits", "prepare-witnesses", "trial-brief", "judgment-motion"),
    },
    "civil-defense": {
        *("trial", "experts", "their-experts", "retain-experts", "supplement"),
        *("settlement-authority", "pretrial-disclosures", "motions-in-limine"),
        *("their-pretrial-disclosures", "trial-subpoenas", "jury-instructions"),
        *("exhibits", "prepare-witnesses", "trial-brief", "judgment-motion"),
        "offer-of-judgment",
    },
    "criminal-defense": {
        *("trial", "speedy-trial-check", "other-acts-notice", "plea-advice"),
        *("subpoenas", "bring-the-detained", "client-in-custody", "trial-papers"),
        *("motions-in-limine", "prepare-client"),
    },
}


@pytest.mark.parametrize(
    ("name", "day", "to"),
    [
        ("civil-plaintiff", "2025-11-20", "2026-09-14"),
        ("civil-plaintiff", "2025-11-20", "2026-06-29"),
        ("civil-defense", "2025-11-20", "2026-09-14"),
        ("criminal-defense", "2026-04-10", "2026-07-13"),
    ],
)
def test_moving_the_trial_moves_what_hangs_on_it_and_nothing_else(
    name: str, day: str, to: str, until: Callable[[str, str], Any]
) -> None:
    """Counted back from the new day, by hand; the rest stays where it was."""
    before = until(name, day)
    after = made(moved_to(before, "trial-jury", to, day), day)
    assert after.events() == ()
    found = moved(made(before, day), after)
    assert found == HANGS_ON_TRIAL[name]
    for row in after:
        if row.item_id in found:
            ahead, days = by_hand(row, BY_HAND[name](D(to)))
            assert row.shown in days, told(row)
            assert len(row.lead_times) == len(ahead)


def alive(one: Plan) -> set[str]:
    """The items that are still to be done, or can still come up."""
    gone = {"done", "void", "not-applicable", "skipped", "waived", "over"}
    return {row.item_id for row in one if row.state not in gone}


#: What outlives the end of the case, by case.
SURVIVES: Final = {
    "civil": {
        *("check-judgment", "renewed-judgment-motion", "amend-findings", "new-trial"),
        *("alter-judgment", "fees", "costs", "stay-ends", "advise-on-appeal"),
        *("appeal", "cross-appeal", "more-time-to-appeal", "relief"),
        *("transcript-order", "close"),
    },
    "criminal": {
        *("acquittal-motion", "new-trial", "arrest-of-judgment", "new-evidence"),
        *("correct-sentence", "restitution", "advise-on-appeal", "appeal"),
        *("late-appeal", "their-appeal", "release-pending-appeal"),
        *("transcript-order", "substantial-assistance", "collateral-attack", "close"),
    },
}


@pytest.mark.parametrize(
    ("name", "day", "more"),
    [
        ("civil-plaintiff", "2026-06-23", {"enforce", "their-offer"}),
        ("civil-defense", "2026-06-23", {"stay-by-bond", "their-acceptance"}),
        ("criminal-defense", "2026-09-18", set()),
    ],
)
def test_disposing_the_case_voids_all_but_what_survives(
    name: str, day: str, more: set[str], until: Callable[[str, str], Any]
) -> None:
    """Judgment ends the work on the case, not motions after it, costs and appeal."""
    end = m.CaseDisposed(disposition="jury-trial", happened_on=D(day))
    file = until(name, day)
    over = made(brought_up(file, end, on=day), day)
    assert over.events() == ()
    assert alive(over) == SURVIVES[CASES[name].proceeding] | more
    was = {(told(row), row.instance): row.state for row in made(file, day)}
    for row in over:
        if row.item_id not in alive(over) and row.item.kind != "hearing":
            before = was[told(row), row.instance]
            ends = {"void", before} if before in {"done", "over"} else {"void"}
            assert row.state in ends | {"not-applicable"}, told(row)


@pytest.mark.parametrize("name", CASES)
def test_a_settlement_or_a_dismissal_ends_it_too(
    name: str, until: Callable[[str, str], Any]
) -> None:
    """Nothing that hangs on the trial is left, and no day of it."""
    day = "2026-05-04" if name == "criminal-defense" else "2025-11-20"
    end = m.CaseDisposed(disposition="settlement", happened_on=D(day))
    over = made(brought_up(until(name, day), end, on=day), day)
    hearings = {row.item_id for row in over if row.item.kind == "hearing"}
    assert not alive(over) & HANGS_ON_TRIAL[name] - hearings  # the court vacates those
    assert "close" in alive(over)


AMENDED = """
[pack]
id = "us/frcp"
name = "Federal Rules of Civil Procedure"
counting = "us/frcp"
cite_prefix = "Fed. R. Civ. P. "

[[deadline]]
id = "33(b)(2)"
title = "Answers and objections to interrogatories"
trigger = "discovery-request-served"
act = "serve"
owed_by = "served"
met_by = ["discovery-response-served"]
proceedings = ["civil"]
counts_from = { papers = ["interrogatories-served"], cite = "33(b)(2)" }
period = "30 days"
bound = "not later than"
service_extension = "general"
cite = "33(b)(2)"
in_force = { from = 1985-08-01 }
verified = { how = "recall", on = 2026-11-29 }
examples = [{ after = 2025-11-10, due = 2025-12-29, source = "derived" }]
[[deadline.version]]
from = 2025-11-01
period = "49 days"
"""


def test_a_rule_amended_in_the_middle_of_a_case_lists_what_is_open_under_it(
    tmp_path: Path, until: Callable[[str, str], Any]
) -> None:
    """Theirs and ours while both are open; only theirs once ours was met."""
    rule = "us/frcp/33(b)(2)"
    folder = written(tmp_path, {"us/deadlines/frcp.toml": AMENDED})
    law = LAW.with_folder(folder, overriding=(rule,))
    file = until("civil-plaintiff", "2025-11-20")
    found = lc.reschedule(file, law).moved
    assert {(one.subject, str(one.after.shown)) for one in found} == {
        (rule, "2025-12-29"),  # 49 days from 10 November
        (rule, "2026-01-08"),  # 49 days from 20 November
    }
    assert len(found) == 2
    periods = "period: 49 days, and it was 30 days"
    assert {one.because for one in found} == {(f"{rule} as of 2025-11-01", periods)}
    plans = made(file, "2025-11-20"), made(file, "2025-11-20", law)
    open_under_it = {"our-responses", "their-responses"}
    assert {row.item_id for row in plans[0] if rule in row.item.rules} == open_under_it
    later = until("civil-plaintiff", "2026-04-06")
    later = record(later, *lc.schedule(later, LAW).met_events())
    found = lc.reschedule(later, law).moved
    assert [str(one.after.shown) for one in found] == ["2025-12-29"]


def test_each_defendant_is_served_and_each_owes_its_answer(
    until: Callable[[str, str], Any],
) -> None:
    """One was served and one waived; before that, both were still to be served."""
    early = made(until("civil-plaintiff", "2025-06-16"), "2025-06-16")
    states = {row.of: row.state for row in early.of_item("serve-each")}
    assert states == {("acme",): "planned", ("doe",): "planned"}
    later = made(until("civil-plaintiff", "2025-07-03"), "2025-07-03")
    states = {row.of: row.state for row in later.of_item("serve-each")}
    assert states == {("acme",): "done", ("doe",): "planned"}
    assert {told(row) for row in later.of_item("their-answer")} == {
        "their-answer [us/frcp/12(a)(1)(A)(i)] (acme)",
        "their-answer [us/frcp/12(a)(1)(A)(ii)] (doe)",
    }
    last = made(until("civil-plaintiff", "2025-07-28"), "2025-07-28")
    states = {row.of: row.state for row in last.of_item("serve-each")}
    assert states == {("acme",): "done", ("doe",): "done"}


def test_where_the_united_states_is_a_party_there_are_sixty_days_to_appeal(
    until: Callable[[str, str], Any],
) -> None:
    """One item gives way to the other, by a fact of the case; unknown hides none."""
    file = until("civil-defense", "2026-06-23")
    no = made(file, "2026-06-23")
    assert row_of(no, "appeal").shown == D("2026-07-22")
    assert row_of(no, "appeal-united-states").state == "not-applicable"
    fact = "united-states-is-a-party"
    said = m.FactEstablished(fact=fact, answer="yes", happened_on=D("2026-06-23"))
    yes = made(brought_up(file, said, on="2026-06-23"), "2026-06-23")
    assert row_of(yes, "appeal-united-states").shown == D("2026-08-21")
    assert row_of(yes, "appeal").state == "not-applicable"


def test_each_count_is_gone_through_and_pleaded_to(
    until: Callable[[str, str], Any],
) -> None:
    """One task for each charge, of a plea too; what follows a plea begins with it."""
    file = until("criminal-defense", "2026-03-18")
    rows = made(file, "2026-03-18").of_item("count-analysis")
    assert [(row.of, row.state) for row in rows] == [
        (("count-1",), "planned"),
        (("count-2",), "planned"),
    ]
    decisions = made(file, "2026-03-18").of_item("plea-decision")
    assert [row.state for row in decisions] == ["waiting", "waiting"]
    day = "2026-05-20"
    file = until("criminal-defense", "2026-05-04")
    file = brought_up(file, hearing_set("plea", day, "2026-05-04"), on="2026-05-04")
    decisions = made(file, "2026-05-04").of_item("plea-decision")
    assert [row.state for row in decisions] == ["planned", "planned"]
    pleaded = ordered("plea", "guilty-plea-entered", day)
    over = made(brought_up(file, pleaded, on=day), day)
    assert {row.state for row in over.of_item("plea-decision")} == {"done"}
    # Rule 34(b) runs from the plea; the interview is a policy of ours, three days on.
    assert row_of(over, "arrest-of-judgment").shown == D("2026-06-03")
    assert row_of(over, "presentence-interview").shown == D("2026-05-23")
    assert row_of(over, "new-trial").state == "waiting"


def test_what_is_for_a_client_in_custody_is_for_nobody_else(
    until: Callable[[str, str], Any],
) -> None:
    """By the fact: yes, no, and nobody knows."""
    items = ("jail-visit", "review-detention", "client-in-custody")
    file = until("criminal-defense", "2026-04-10")
    held = made(file, "2026-04-10")
    assert [row_of(held, item).state for item in items] == ["planned"] * 3
    free = m.FactEstablished(
        fact="detained", answer="no", of=("pat",), happened_on=D("2026-04-10")
    )
    now = made(brought_up(file, free, on="2026-04-10"), "2026-04-10")
    assert [row_of(now, item).state for item in items] == ["not-applicable"] * 3
    bare = made(opened("criminal-defense"), "2026-03-05")
    assert [row_of(bare, item).state for item in items] == ["waiting"] * 3


def test_what_is_filed_or_served_an_attorney_signs() -> None:
    """Rule 11(a), Rule 26(g)(1), Criminal Rule 49(b)(4): but for process, none."""
    checked, item_day = 0, date(2026, 11, 29)
    for name, item in ITEMS:
        acts = {
            rule.version_on(item_day).act
            for rule in map(LAW.deadline, item.rules)
            if rule.owed_by not in {None, "court"}
        }
        if (
            item.kind == "deadline"
            and item.per != "opponent"
            and acts & {"file", "serve"}
        ):
            checked += 1
            if item.item_id != "serve":  # the summons: the clerk signs it, 4(b)
                assert "attorney" in item.requires, (name, item.item_id)
    assert checked > 40


def test_no_day_of_the_law_stands_in_them() -> None:
    """A deadline names its rules; an offset of ours says that it is ours."""
    for name, item in ITEMS:
        if item.kind == "deadline":
            assert item.rules
            assert item.offset is None
        elif item.offset is not None and item.authority.cite != "policy":
            assert "ours" in (item.note or ""), (name, item.item_id)


def test_what_was_read_is_quoted() -> None:
    """Nearly all that is no policy was read, and says where; nothing is from memory."""
    for name, item in ITEMS:
        authority = item.authority
        assert authority.verified != "recall", (name, item.item_id)
        if authority.cite != "policy":
            assert authority.words, (name, item.item_id)
            assert authority.source, (name, item.item_id)
    how = [item.authority.verified for _, item in ITEMS]
    assert how.count("secondary") == len(CASES)  # 1.16(d), of each


@pytest.mark.parametrize("name", CASES)
def test_it_has_its_place_on_the_page(name: str) -> None:
    """With its title, and for whom it is."""
    book = CASES[name].book
    row = f"| `{book.playbook_id}` | {book.title} | {', '.join(book.sides)} |"
    assert row in PAGE.read_text(encoding="utf-8")
