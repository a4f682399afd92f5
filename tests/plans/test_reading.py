"""What a playbook's file says, and every problem of it at once."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from legalcase.errors import DeclarationError, InvalidTypeError, PlaybookError
from legalcase.plans import check, read_factor_set, read_playbook
from legalcase.practice import read_instrument
from legalcase.procedure import read_stage_table
from plan_cases import LAW, SMALL, TEXT

if TYPE_CHECKING:
    from collections.abc import Callable


def problems(text: str) -> dict[str, str]:
    """What is wrong with a text, by path."""
    with pytest.raises(PlaybookError) as caught:
        read_playbook(text, file="small.toml")
    assert all(file == "small.toml" for file, _, _ in caught.value.problems)
    return {path: what for _, path, what in caught.value.problems}


def test_what_a_file_says() -> None:
    """The values, with what was left out at its default."""
    answer = SMALL.item("answer")
    assert answer.rules == ("us/frcp/12(a)(1)(A)(i)",)
    assert [str(one) for one in answer.lead_times] == ["7 days", "2 days"]
    assert answer.pick == "each"
    assert not SMALL.item("hold").is_required
    assert SMALL.item("trial").hearing == "trial"
    assert str(SMALL.item("us-party").conditions[0]) == (
        "fact united-states-is-a-party is yes"
    )
    assert str(answer.authority).endswith("[from memory]")
    assert SMALL.stage("pleading").enters[0].event == "summons-served"
    check(SMALL, LAW)


def test_the_digest_is_of_the_words() -> None:
    """The same for the same words, another for others; it does not depend on order."""
    assert read_playbook(TEXT).digest == SMALL.digest
    assert read_playbook(f"# a comment\n{TEXT}").digest == SMALL.digest
    assert read_playbook(TEXT.replace("Owe less", "Owe none")).digest != SMALL.digest
    assert pickle.loads(pickle.dumps(SMALL)) == SMALL


@pytest.mark.parametrize(
    ("old", "new", "path", "what"),
    [
        ("format = 1", "format = 2", "$.format", "format = 1"),
        ('edition = "1"', 'editon = "1"', "$.playbook.editon", "'edition'"),
        ('edition = "1"', "", "$.playbook.edition", "is missing"),
        ('sides = ["defendant"]', "sides = []", "$.playbook.sides", "is empty"),
        ('title = "Intake"', 'title = "a\\nb"', "$.stage[0].title", "one line"),
        ('id = "theory"', 'id = "hold"', "$.item[1].id", "another item has"),
        ('id = "docketing"', 'id = "lead"', "$.role[1].id", "another role has"),
        ('id = "theory"', 'id = "The theory"', "$.item[1].id", "lower case"),
        ('area = "intake"', 'area = "intak"', "$.item[1].area", "must be one of"),
        ('kind = "check"', 'kind = "look"', "$.item[4].kind", "must be one of"),
        (
            'requires = ["attorney"]\narea',
            'requires = ["judge"]\narea',
            "$.item[2].requires[0]",
            "attorney",
        ),
        ('serves = ["limit"]', 'serves = ["win"]', "$.item[2].serves[0]", "limit"),
        ('after = ["theory"]', 'after = ["thery"]', "$.item[3].after[0]", "no item"),
        (
            'responsible = ["docketing"]',
            'responsible = ["x"]',
            "$.item[2].responsible[0]",
            "lead, docketing",
        ),
        (
            'stage = "trial"\nkind = "hearing"',
            'stage = "tryal"\nkind = "hearing"',
            "$.item[6].stage",
            "no stage",
        ),
        ('"7 days"', '"7 court days"', "$.item[2].lead_times[0]", "of our own"),
        ('"7 days"', '"a week"', "$.item[2].lead_times[0]", "not a period"),
        ('"2 days"]', '"7 days"]', "$.item[2].lead_times[1]", "once"),
        ('rule = ["us/frcp/12(a)(1)(A)(i)"]', "", "$.item[2].rule", "rules by which"),
        ('hearing = "trial"\ntitle', "title", "$.item[6].hearing", "what hearing"),
        ('document = "hold-notice"', "", "$.item[0].document", "kind of document"),
        (
            'kind = "check"',
            'kind = "check"\nrule = ["us/frcp/12(a)(1)(A)(i)"]',
            "$.item[4].rule",
            "only a deadline",
        ),
        (
            "critical = true",
            'critical = true\npick = "first"',
            "$.item[2].pick",
            "as often as",
        ),
        (
            "critical = true",
            'critical = true\nper = "charge"',
            "$.item[2].per",
            "for whom",
        ),
        (
            'kind = "check"',
            'kind = "check"\nlead_times = ["1 day"]',
            "$.item[4].lead_times",
            "no date",
        ),
        (
            "critical = true",
            (
                'critical = true\noffset = { period = "3 days", '
                'of = { event = "summons-served" } }'
            ),
            "$.item[2].offset",
            "law or the court",
        ),
        (
            'of = { item = "answer" }',
            'of = { engagement = "open" }',
            "$.item[3].offset.of",
            "no docket",
        ),
        ('is = "yes"', 'was = "yes"', "$.item[4].if[0].was", "no key"),
        (', is = "yes"', "", "$.item[4].if[0]", "needs its answer"),
        (
            'event = "discovery-request-served", by',
            'event = "discovery-request-served", item = "answer", by',
            "$.item[5].when[0]",
            "one thing",
        ),
        (
            'enters = [{ hearing = "trial" }]',
            "",
            "$.stage[2]",
            "by which it is entered",
        ),
        (
            'verified = "recall"',
            'verified = "text"',
            "$.item[2].authority.words",
            "Quote",
        ),
        (
            'verified = "recall"',
            'verified = "read"',
            "$.item[2].authority.verified",
            "recall",
        ),
        ("survives = true", 'survives = "yes"', "$.item[8].survives", "true or false"),
    ],
)
def test_what_is_wrong_is_told_with_its_path(
    old: str, new: str, path: str, what: str
) -> None:
    """One fault, one path, and what to do."""
    assert old in TEXT
    found = problems(TEXT.replace(old, new, 1))
    assert path in found, found
    assert what in found[path], found


def test_all_problems_come_at_once() -> None:
    """Of every sort: shape, names, order."""
    text = (
        TEXT.replace('area = "intake"', 'area = "x"')
        .replace('serves = ["limit"]', 'serves = ["win"]')
        .replace("format = 1", "format = 3")
        .replace('of = { item = "answer" }', 'of = { item = "aswer" }')
    )
    assert set(problems(text)) == {
        "$.format",
        "$.item[1].area",
        "$.item[2].serves[0]",
        "$.item[3].offset.of.item",
    }


def test_every_part_of_an_item_is_told() -> None:
    """Not the first one alone: sentries, conditions, periods, each at its path."""
    text = TEXT.replace(
        'if = [{ fact = "united-states-is-a-party", is = "yes" }]',
        'if = [{ fact = "detained" }, {}, { role = "minor", not = { child = true } }]\n'
        'when = [{}, { item = "hold", by = "us" }]\n'
        'offset = { period = "3 court days", of = {} }',
    ).replace('enters = [{ hearing = "trial" }]', "enters = [{}]")
    found = problems(text)
    assert set(found) == {
        "$.stage[2].enters[0]",
        "$.item[4].if[0]",
        "$.item[4].if[1]",
        "$.item[4].if[2]",
        "$.item[4].when[0]",
        "$.item[4].when[1]",
        "$.item[4].offset.period",
        "$.item[4].offset.of",
    }
    # Nothing of a condition is dropped.
    assert "not beside role" in found["$.item[4].if[2]"]


@pytest.mark.parametrize(
    "read",
    [read_playbook, read_factor_set, read_stage_table, read_instrument],
)
@pytest.mark.parametrize(
    "text", [f"format = {'1' * 5000}", f"format = {'[' * 9000}", "format = "]
)
def test_what_toml_cannot_hold_is_refused(
    read: Callable[[str], object], text: str
) -> None:
    """A number of too many digits, tables too deep, and what is cut short."""
    with pytest.raises((PlaybookError, DeclarationError), match="is no TOML"):
        read(text)


def test_what_counts_from_itself_is_refused() -> None:
    """A date from its own item, or in a circle; and not one that is only named."""
    own = 'id = "us-party"\noffset = { of = { item = "us-party" } }'
    found = problems(TEXT.replace('id = "us-party"', own))
    assert "counts from itself" in found["$.item[4].offset.of"]
    circle = TEXT.replace(
        'id = "theory"', 'id = "theory"\noffset = { of = { item = "us-party" } }'
    ).replace(
        'id = "us-party"', 'id = "us-party"\noffset = { of = { item = "theory" } }'
    )
    assert "theory → us-party" in problems(circle)["$.item[1].offset.of"]


def test_what_waits_for_itself_is_refused() -> None:
    """Round a circle of after and when."""
    text = TEXT.replace(
        'title = "Theory of the case"',
        'title = "Theory of the case"\nafter = ["draft-answer"]',
    )
    found = problems(text)
    assert set(found) == {"$.item[1]"}
    assert "theory → draft-answer → theory" in found["$.item[1]"]


def test_what_can_never_begin_is_refused() -> None:
    """A stage that waits for its own item, and what stands in it."""
    text = TEXT.replace(
        'enters = [{ hearing = "trial" }]', 'enters = [{ item = "exhibits" }]'
    )
    found = problems(text)
    assert "'trial' is never entered" in found["$.item[7]"]
    assert "$.item[8]" not in found  # its own event makes it begin


def test_what_is_no_text_and_no_toml_is_refused() -> None:
    """Each with what to do."""
    with pytest.raises(InvalidTypeError, match=r"path\.read_text"):
        read_playbook(7)  # type: ignore[arg-type]  # what is tested
    assert "no TOML" in problems("format = ")["$"]
    assert "$.playbook" in problems("format = 1\nplaybook = 3")
    assert "$.item[0]" in problems("format = 1\nitem = [3]")
    overlay = problems(TEXT.replace('edition = "1"', 'edition = "1"\nextends = "x"'))
    assert "no key" in overlay["$.playbook.extends"]
