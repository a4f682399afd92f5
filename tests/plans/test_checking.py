"""A playbook against a law: rules in force, words that there are."""

from __future__ import annotations

import pytest

from legalcase.errors import InvalidTypeError, PlaybookError
from legalcase.plans import Playbooks, check, read_playbook
from plan_cases import LAW, SMALL, TEXT


@pytest.mark.parametrize(
    ("old", "new", "path", "what"),
    [
        ('12(a)(1)(A)(i)"]', '12(a)(9)"]', "$.item[2].rule[0]", "no deadline"),
        (
            "effective = 2025-12-01",
            "effective = 1950-01-01",
            "$.item[2].rule[0]",
            "not in force on 1950-01-01",
        ),
        ('["us"]', '["zz"]', "$.playbook.jurisdictions[0]", "no law"),
        ('["civil"]', '["cvil"]', "$.playbook.proceedings[0]", "'civil'"),
        (
            'sides = ["defendant"]',
            'sides = ["defendent"]',
            "$.playbook.sides[0]",
            "'defendant'",
        ),
        ('"us/civil"', '"us/cvl"', "$.playbook.stage_table", "no table"),
        (
            'title = "Intake"',
            'title = "Intake"\ntable_stage = "intak"',
            "$.stage[0].table_stage",
            "intake",
        ),
        ('stage_table = "us/civil"', "", "$.stage[0].table_stage", "no stage_table"),
        (
            'enters = [{ event = "summons-served" }]',
            'enters = [{ event = "sumons-served" }]',
            "$.stage[1].enters[0].event",
            "'summons-served'",
        ),
        (
            'when = [{ event = "judgment-entered" }]',
            'when = [{ event = "judgement" }]',
            "$.item[8].when[0].event",
            "lacks",
        ),
        (
            'of = { hearing = "trial" }',
            'of = { hearing = "tryal" }',
            "$.item[7].offset.of.hearing",
            "no kind of hearing",
        ),
        (
            'hearing = "trial"\ntitle',
            'hearing = "tryal"\ntitle',
            "$.item[6].hearing",
            "trial",
        ),
        ('"hold-notice"', '"hold-letter"', "$.item[0].document", "hold-notice"),
        (
            'done_by = ["answer-served"]',
            'done_by = ["answr-served"]',
            "$.item[3].done_by[0]",
            "answer-served",
        ),
        ('is = "yes"', 'is = "ja"', "$.item[4].if[0].is", "no, yes"),
        (
            'fact = "united-states-is-a-party"',
            'fact = "a-whim"',
            "$.item[4].if[0].fact",
            "lacks",
        ),
        (
            'fact = "united-states-is-a-party", is = "yes"',
            'role = "defendent"',
            "$.item[4].if[0].role",
            "'defendant'",
        ),
        (
            'fact = "united-states-is-a-party", is = "yes"',
            'claim = "clame"',
            "$.item[4].if[0].claim",
            "lacks",
        ),
        (
            'fact = "united-states-is-a-party", is = "yes"',
            'charge_severity = "felon"',
            "$.item[4].if[0].charge_severity",
            "'felony'",
        ),
    ],
)
def test_what_the_law_lacks_is_told_with_its_path(
    old: str, new: str, path: str, what: str
) -> None:
    """Whatever the playbook names."""
    text = TEXT
    if path == "$.stage[0].table_stage" and "stage_table" in old:
        text = text.replace('title = "Intake"', 'title = "Intake"\ntable_stage = "x"')
    assert old in text
    playbook = read_playbook(text.replace(old, new, 1))
    with pytest.raises(PlaybookError) as caught:
        check(playbook, LAW)
    found = {where: said for _, where, said in caught.value.problems}
    assert list(found) == [path]
    assert what in found[path]


def test_several_playbooks_are_checked_at_once() -> None:
    """Each problem with the playbook in which it is."""
    wrong = read_playbook(
        TEXT.replace('"us/small"', '"us/wrong"').replace('["civil"]', '["x"]')
    )
    with pytest.raises(PlaybookError) as caught:
        Playbooks.of(SMALL, wrong).check(LAW)
    assert [file for file, _, _ in caught.value.problems] == ["us/wrong"]
    Playbooks.of(SMALL).check(LAW)
    with pytest.raises(InvalidTypeError, match=r"Law\.bundled"):
        check(SMALL, "us")  # type: ignore[arg-type]  # what is tested
