"""The playbooks at hand: bundled ones, folders, overlays, which suits a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

import legalcase.model as m
from legalcase.errors import (
    InvalidTypeError,
    InvalidValueError,
    PlaybookError,
    UnknownNameError,
)
from legalcase.plans import Plan, Playbooks, check
from legalcase.plans.files.tighten import loosened
from legalcase.practice import PlanAuthority
from plan_cases import BY, LAW, ON, SMALL, TEXT, case
from schedule_cases import FILED_ON, party

if TYPE_CHECKING:
    from pathlib import Path

BUNDLED = Playbooks.bundled()
#: Those that come with the package, and that of the tests.
EACH = {name: BUNDLED[name] for name in BUNDLED} | {SMALL.playbook_id: SMALL}
HEAD = """
format = 1
[playbook]
id = "our/small"
edition = "1"
extends = "us/small"
"""


@pytest.mark.parametrize("name", EACH)
def test_a_bundled_playbook_holds_against_the_law(name: str) -> None:
    """Its rules are in force, its words are of the vocabulary."""
    Playbooks.of(EACH[name]).check(LAW)


@pytest.mark.parametrize("name", EACH)
def test_a_bundled_playbook_makes_a_plan(name: str) -> None:
    """Of a case in which nothing has happened."""
    playbook = EACH[name]
    roles = {one.role_id: "u-1" for one in playbook.roles}
    file = case()
    made = Plan.of(playbook, file, LAW, roles=roles, on=ON)
    assert {row.item_id for row in made} == {one.item_id for one in playbook.items}
    file = file.record(*made.events(), law=LAW, **BY)
    assert Plan.of(playbook, file, LAW, on=ON).events() == ()


def folder_of(path: Path, *overlays: str) -> Path:
    """A folder with the small playbook, and overlays."""
    (path / "us").mkdir()
    (path / "us" / "small.toml").write_text(TEXT, encoding="utf-8")
    for number, text in enumerate(overlays):
        (path / f"our-{number}.toml").write_text(HEAD + text, encoding="utf-8")
    return path


def problems(path: Path, *overlays: str) -> dict[str, str]:
    """What is wrong in a folder with some overlays, by path."""
    with pytest.raises(PlaybookError) as caught:
        Playbooks.of().with_folder(folder_of(path, *overlays))
    return {where: what for _, where, what in caught.value.problems}


def test_a_folder_is_laid_beside_them(tmp_path: Path) -> None:
    """By the ids; what is not there is told with what is."""
    found = BUNDLED.with_folder(folder_of(tmp_path))
    assert "us/small" in found
    assert len(found) == len(BUNDLED) + 1
    assert found["us/small"] == SMALL
    assert "us/small" in repr(found)
    with pytest.raises(UnknownNameError, match="'us/small'"):
        found["us/smal"]
    with pytest.raises(PlaybookError, match="known already"):
        found.with_folder(tmp_path)
    with pytest.raises(PlaybookError, match="no file"):
        found.with_folder(tmp_path / "nowhere")
    (tmp_path / "latin.toml").write_bytes(b"format = 1 # \xff")
    with pytest.raises(PlaybookError, match="UTF-8"):
        Playbooks.of().with_folder(tmp_path)
    with pytest.raises(InvalidTypeError, match="path of a folder"):
        found.with_folder(7)  # type: ignore[arg-type]  # what is tested
    with pytest.raises(InvalidTypeError, match="Pass a tuple"):
        found.with_folder(tmp_path, extending="us/small")  # type: ignore[arg-type]  # what is tested


def test_an_overlay_tightens(tmp_path: Path) -> None:
    """Required, earlier, more of it, and items of its own; the rest stays."""
    overlay = """
    [[item]]
    id = "hold"
    required = true
    [[item]]
    id = "answer"
    lead_times = ["14 days", "7 days", "2 days"]
    [[item]]
    id = "draft-answer"
    offset = { period = "2 weeks", direction = "before", of = { item = "answer" } }
    [[item]]
    id = "us-party"
    if = []
    [[item]]
    id = "call"
    stage = "intake"
    kind = "communication"
    title = "Call the client"
    accountable = "lead"
    area = "client-care"
    authority = { cite = "policy", verified = "text" }
    """
    found = Playbooks.of().with_folder(folder_of(tmp_path, overlay))["our/small"]
    assert found.extends == "us/small"
    assert found.title == SMALL.title
    assert found.item("hold").is_required
    assert str(found.item("draft-answer").offset).startswith("2 weeks before")
    assert found.item("us-party").conditions == ()
    assert str(found.item("answer").lead_times[0]) == "14 days"
    assert found.items[-1].item_id == "call"
    assert found.digest != SMALL.digest
    Playbooks.of(found).check(LAW)


@pytest.mark.parametrize(
    ("overlay", "path", "what"),
    [
        (
            '[[item]]\nid = "answer"\nrequired = false',
            "$.item[0].required",
            "not loosen",
        ),
        (
            '[[item]]\nid = "answer"\ncritical = false',
            "$.item[0].critical",
            "not loosen",
        ),
        (
            '[[item]]\nid = "costs"\nsurvives = false',
            "$.item[0].survives",
            "not loosen",
        ),
        (
            '[[item]]\nid = "theory"\non_stage_exit = "end"',
            "$.item[0].on_stage_exit",
            "not loosen",
        ),
        (
            '[[item]]\nid = "answer"\nrequires = []',
            "$.item[0].requires",
            "lacks attorney",
        ),
        (
            '[[item]]\nid = "answer"\nlead_times = ["7 days"]',
            "$.item[0].lead_times",
            "lacks 2 days",
        ),
        (
            '[[item]]\nid = "answer"\nrule = ["us/frcp/12(a)(2)"]',
            "$.item[0].rule",
            "this one",
        ),
        (
            '[[item]]\nid = "answer"\nif = [{ child = true }]',
            "$.item[0].if",
            "adds child",
        ),
        (
            '[[item]]\nid = "theory"\ndone_by = ["answer-served"]',
            "$.item[0].done_by",
            "adds answer-served",
        ),
        (
            (
                '[[item]]\nid = "exhibits"\noffset = { period = "7 days", of'
                ' = { hearing = "trial" } }'
            ),
            "$.item[0].offset",
            "earlier date",
        ),
        (
            (
                '[[item]]\nid = "exhibits"\noffset = { period = "21 days", of'
                ' = { event = "trial" } }'
            ),
            "$.item[0].offset",
            "same thing",
        ),
        (
            (
                '[[item]]\nid = "exhibits"\noffset = { period = "1 month", '
                'direction = "after", of = { hearing = "trial" } }'
            ),
            "$.item[0].offset",
            "earlier date",
        ),
        (
            '[[without]]\nitem = "answer"\nground = "no"',
            "$.without[0].item",
            "required",
        ),
        (
            '[[without]]\nitem = "nothing"\nground = "no"',
            "$.without[0].item",
            "no item",
        ),
        ('[[item]]\nid = "new"\ntitle = "New"', "$.item[0].stage", "is missing"),
        ('[[item]]\nid = "answer"\ncolour = "red"', "$.item[0].colour", "no key"),
        (
            '[[item]]\nid = "theory"\nafter = ["draft-answer"]',
            "$.item[0]",
            "waits for itself",
        ),
        ('[[item]]\nid = "theory"\n[[item]]\nid = "theory"', "$.item[1].id", "again"),
        ('[[item]]\nid = ["theory"]', "$.item[0].id", "a word"),
        ("[[item]]\nid = { a = 1 }", "$.item[0].id", "a word"),
        (
            (
                '[[role]]\nid = "temp"\ntitle = "T"\n'
                '[[item]]\nid = "answer"\naccountable = "temp"'
            ),
            "$.item[0].accountable",
            "need not be attorney",
        ),
        (
            (
                '[[item]]\nid = "answer"\n'
                'authority = { cite = "policy", verified = "text" }'
            ),
            "$.item[0].authority",
            "rests on Fed. R. Civ. P. 12(a)(1)(A)(i)",
        ),
    ],
)
def test_an_overlay_that_loosens_is_refused(
    tmp_path: Path, overlay: str, path: str, what: str
) -> None:
    """Whatever it would drop, delay, or let fall more easily."""
    found = problems(tmp_path, overlay)
    assert path in found, found
    assert what in found[path]


def test_an_authority_is_read_better_and_never_worse() -> None:
    """By who reads what nobody had read; what was quoted stays quoted."""
    base = SMALL.item("answer")
    cite = base.authority.cite
    read = PlanAuthority(cite=cite, verified="text", words="must serve", source="R.")
    given = frozenset({"authority"})
    better = evolve(base, authority=read)
    assert list(loosened(base, better, given)) == []
    assert [field for field, _ in loosened(better, base, given)] == ["authority"]
    other = evolve(base, authority=evolve(read, words="may serve"))
    assert [field for field, _ in loosened(better, other, given)] == ["authority"]


def test_the_date_of_an_order_is_found_as_before() -> None:
    """By all the words that meet it: with fewer, it would not be found at all."""
    base = evolve(
        SMALL.item("answer"), rules=(), by_order=True, done_by=("answer-served", "paid")
    )
    fewer = evolve(base, done_by=("paid",))
    found = dict(loosened(base, fewer, frozenset({"done_by"})))
    assert "found again" in found["done_by"]
    work = evolve(base, by_order=False)
    less = evolve(work, done_by=())
    assert list(loosened(work, less, frozenset({"done_by"}))) == []


def test_what_is_given_twice_and_what_is_no_playbook_is_refused() -> None:
    """Neither of two is dropped."""
    with pytest.raises(InvalidValueError, match="'us/small' is given twice"):
        Playbooks.of(SMALL, evolve(SMALL, edition="2"))
    wrong: Any = "us/small"
    for ask in (lambda: Playbooks.of(wrong), lambda: check(wrong, LAW)):
        with pytest.raises(InvalidTypeError, match="Playbook is needed"):
            ask()
    known = Playbooks.of(SMALL)
    key: Any = ["us/small"]
    assert key not in known
    with pytest.raises(UnknownNameError, match="playbook"):
        known[key]


def test_what_is_discretionary_may_be_left_out(tmp_path: Path) -> None:
    """With the ground, unless something comes after it."""
    overlay = '[[without]]\nitem = "hold"\nground = "the client does it"'
    found = Playbooks.of().with_folder(folder_of(tmp_path, overlay))["our/small"]
    assert "hold" not in {one.item_id for one in found.items}


def test_what_is_extended_must_be_there_and_named(tmp_path: Path) -> None:
    """In the folder or at hand; `extending` says which may be."""
    folder_of(tmp_path, "")
    (tmp_path / "us" / "small.toml").unlink()
    with pytest.raises(PlaybookError, match="not at hand"):
        BUNDLED.with_folder(tmp_path)
    known = Playbooks.of(SMALL)
    assert "our/small" in known.with_folder(tmp_path)
    assert "our/small" in known.with_folder(tmp_path, extending=("us/small",))
    with pytest.raises(PlaybookError, match="extending= does not name"):
        known.with_folder(tmp_path, extending=("us/other",))
    assert "$.playbook.sides" in problems_of_head(tmp_path, 'sides = ["plaintiff"]')
    assert "$.playbook.id" in problems_of_head(tmp_path, "", name="us/small")


def problems_of_head(path: Path, line: str, name: str = "our/small") -> set[str]:
    """What is wrong with an overlay that says more in its head."""
    text = HEAD.replace("our/small", name) + line
    (path / "our-0.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PlaybookError) as caught:
        Playbooks.of(SMALL).with_folder(path)
    return {where for _, where, _ in caught.value.problems}


def test_which_suits_a_case() -> None:
    """With what speaks for each, against it, and what is not known."""
    known = Playbooks.of(SMALL)
    one = known.suited(case())[0]
    assert one.suits is True
    assert len(one.for_) == 3
    opened = m.CaseOpened(caption="X", happened_on=FILED_ON)
    bare = m.CaseFile.open(opened, case_id="x", **BY)
    unknown = known.suited(bare)[0]
    assert unknown.suits is None
    assert len(unknown.unknown) == 3
    elsewhere = m.CaseOpened(
        caption="X",
        court="gb-eaw/high-court",
        proceeding="appeal",
        happened_on=FILED_ON,
    )
    other = m.CaseFile.open(elsewhere, case_id="x", **BY)
    other = other.record(party("roe", "plaintiff", is_client=True), **BY)
    against = known.suited(other)[0]
    assert against.suits is False
    assert len(against.against) == 3
    with pytest.raises(InvalidTypeError, match=r"file\.case"):
        known.suited("roe")  # type: ignore[arg-type]  # what is tested
