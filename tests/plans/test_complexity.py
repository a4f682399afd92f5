"""How complex a case is: published factors, what the case tells, and no weights."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from legalcase.codec.log.lines import line_of, line_text
from legalcase.errors import (
    DeclarationError,
    InvalidTypeError,
    MissingInputError,
    UnknownNameError,
)
from legalcase.kernel import Ref
from legalcase.model import (
    Case,
    CaseFile,
    CounselAppeared,
    DocumentReceived,
    EntryStruck,
    Filed,
    PartyJoined,
    PartyLeft,
    Served,
)
from legalcase.plans import complexity, factor_set, factor_sets, read_factor_set
from legalcase.practice import MODEL, ComplexityFactorFound
from practice_samples import CANARY, DAY, NOON, recorded, stage

if TYPE_CHECKING:
    from legalcase.kernel import Event

ON: dict[str, Any] = {"happened_on": DAY}
CRC = "us-ca/crc/3.400"
STA = "us/18-usc/3161(h)(7)(B)(ii)"
CPR = "gb-eaw/cpr/26"
SMALL = """
format = 1
[factors]
id = "acme/small"
edition = "1"
title = "Small"
effective = 2026-01-01
jurisdictions = ["us"]
proceedings = ["civil"]
asks = "whether"
[[factor]]
id = "acme/small/parties"
title = "Many parties"
counts = ["defendants"]
no_within = [{ defendants = 1 }]
beyond = "yes"
authority = { cite = "C", verified = "text", verified_on = 2026-01-01, words = "w", source = "s" }
"""  # noqa: E501 - a table of TOML stands in one line


def after(*events: Event) -> CaseFile:
    """A case with a plaintiff and a defendant, after some events."""
    return stage().record(*events, by="lead", at=NOON)


def defendant(party_id: str) -> PartyJoined:
    """Another one."""
    return PartyJoined(party_id=party_id, name="N", roles=("defendant",), **ON)


def appeared(representation_id: str, *party_ids: str) -> CounselAppeared:
    """Counsel for some parties."""
    return CounselAppeared(
        representation_id=representation_id,
        counsel=representation_id,
        party_ids=party_ids,
        **ON,
    )


def numbers(file: CaseFile, set_id: str, factor: str) -> dict[str, int]:
    """What the case tells of a factor."""
    answer = complexity(file.case, set_id)[f"{set_id}{factor}"]
    return {one.measure: one.number for one in answer.measured}


def test_every_set_says_by_which_text_and_who_read_it() -> None:
    """What was not read does not pass for read: Part 26 was read in accounts alone."""
    assert set(factor_sets()) == {CRC, STA, CPR}
    for one in factor_sets().values():
        how = "secondary" if one.id == CPR else "text"
        assert {each.authority.verified for each in one.factors} == {how}
        for each in one.factors:
            assert each.id.startswith(one.id)
            assert each.words
            assert each.authority.source
            assert each.authority.verified_on


def test_the_factors_are_those_of_the_texts() -> None:
    """Five paragraphs of rule 3.400(b), and three causes that section 3161 names."""
    assert [one.id.removeprefix(CRC) for one in factor_set(CRC).factors] == [
        f"(b)({number})" for number in range(1, 6)
    ]
    words = " ".join(one.words for one in factor_set(STA).factors)
    for cause in (
        "the number of defendants",
        "the nature of the prosecution",
        "the existence of novel questions of fact or law",
    ):
        assert cause in words


def test_what_needs_judgment_is_not_known() -> None:
    """However many motions there are: the text says numerous, and gives no number."""
    motions = [
        Filed(title=f"Motion {number}", triggers=("motion-filed",), **ON)
        for number in range(30)
    ]
    answer = complexity(after(*motions).case, CRC)
    assert answer.count == 0
    assert len(answer.not_known) == 5
    first = answer[f"{CRC}(b)(1)"]
    assert [one.number for one in first.measured] == [30]
    assert "somebody has to judge" in first.why


def test_a_motion_is_counted_once() -> None:
    """Its service is no other motion, and what was struck is none."""
    file = after(Filed(title="M", triggers=("motion-filed",), **ON))
    entry = next(iter(file.case.docket))
    ref = Ref("event", entry.event_id)
    served = Served(
        title="M", triggers=("motion-served",), on=("acme",), about=(ref,), **ON
    )
    file = file.record(served, by="lead", at=NOON)
    assert numbers(file, CRC, "(b)(1)") == {"motions": 1}
    struck = EntryStruck(entry_id=entry.event_id, ground="late", **ON)
    file = file.record(struck, by="lead", at=NOON)
    # The motion is gone from the docket; what was served stands there still.
    assert numbers(file, CRC, "(b)(1)") == {"motions": 0}


def test_parties_with_the_same_counsel_are_not_separately_represented() -> None:
    """And whoever left is no party any more."""
    file = after(
        *map(defendant, ("two", "three", "gone")),
        appeared("r-1", "acme", "two"),
        CounselAppeared(
            representation_id="r-2", counsel="D", party_ids=("three",), **ON
        ),
        CounselAppeared(
            representation_id="r-3", counsel="E", party_ids=("gone",), **ON
        ),
        PartyLeft(party_id="gone", **ON),
    )
    assert numbers(file, CRC, "(b)(3)") == {
        "represented-parties": 3,
        "separate-counsel": 2,
    }


def test_witnesses_and_documents_are_counted() -> None:
    """As the case knows them."""
    before = numbers(stage(), CRC, "(b)(2)")
    file = after(
        PartyJoined(party_id="w", name="N", roles=("witness",), **ON),
        PartyJoined(party_id="x", name="N", roles=("expert",), **ON),
        DocumentReceived(document_id="d", kind="contract", title="T", **ON),
    )
    assert numbers(file, CRC, "(b)(2)") == {
        "witnesses": before["witnesses"] + 2,
        "documents": before["documents"] + 1,
    }


def test_one_defendant_is_no_number_that_makes_a_case_complex() -> None:
    """Two are not one that does: from how many on, the text does not say."""
    one = complexity(stage().case, STA)[f"{STA}/defendants"]
    assert (one.answer, one.by) == ("no", "count")
    two = complexity(after(defendant("two")).case, STA)[f"{STA}/defendants"]
    assert (two.answer, two.by) == ("not-known", None)


@pytest.mark.parametrize(
    ("claimants", "defendants", "answer"),
    [
        (0, 1, "not-known"),
        (1, 0, "not-known"),
        (1, 1, "no"),
        (1, 2, "no"),
        (2, 1, "no"),
        (2, 2, "yes"),
        (1, 3, "yes"),
        (3, 1, "yes"),
    ],
)
def test_the_intermediate_track_counts_both_sides(
    claimants: int, defendants: int, answer: str
) -> None:
    """One against one or two, or two against one (CPR 26.9(7), by two accounts)."""
    file = after(
        PartyLeft(party_id="roe", **ON),
        PartyLeft(party_id="acme", **ON),
        *(
            PartyJoined(party_id=f"c-{number}", name="N", roles=("claimant",), **ON)
            for number in range(claimants)
        ),
        *(defendant(f"d-{number}") for number in range(defendants)),
    )
    assert complexity(file.case, CPR)[f"{CPR}.9(7)/parties"].answer == answer


def test_a_finding_decides_and_the_last_one_holds() -> None:
    """Where the numbers say otherwise, it shows; taken back, they hold again."""
    name = f"{STA}/defendants"

    def found(answer: str) -> ComplexityFactorFound:
        return ComplexityFactorFound(factor=name, answer=answer, ground="G", **ON)

    file = after(found("no"), found("yes"))
    one = complexity(file.case, STA)[name]
    assert (one.answer, one.by, one.counted) == ("yes", "finding", "no")
    assert one.differs
    assert "the numbers say no" in one.why
    assert one.event_id == file.log[-1].event_id
    assert complexity(file.case, STA).count == 1
    back = file.record(found("not-known"), by="lead", at=NOON)
    assert complexity(back.case, STA)[name].by == "count"


def test_the_table_says_each_factor_and_its_text() -> None:
    """And no word that somebody wrote in the case."""
    answer = complexity(recorded("complexity").case, CRC)
    text, html = str(answer), answer._repr_html_()
    for one in answer.answers:
        assert one.factor.id.rpartition("/")[2] in text
        assert one.factor.title in html
    for rendered in (text, html, repr(answer), repr(answer.answers)):
        assert CANARY not in rendered
    assert "no number of them makes it complex" in html
    assert [row["answer"] for row in answer.to_rows()] == [
        "yes",
        *["not-known"] * 4,
    ]
    assert "(secondary)" in str(complexity(stage().case, CPR))


def test_a_case_read_without_the_room_is_refused_if_something_was_found() -> None:
    """Else what somebody judged would be passed over."""
    assert complexity(Case.from_events(stage().log), CRC).count == 0
    log = recorded("complexity").log
    lines = [line_of(line_text(line, MODEL)) for line in log]
    with pytest.raises(MissingInputError, match=r"practice\.MODEL"):
        complexity(Case.from_events(lines), CRC)


def test_wrong_questions_are_refused() -> None:
    """With what is near."""
    with pytest.raises(UnknownNameError, match=r"us-ca/crc/3\.400"):
        complexity(stage().case, "us-ca/crc/3.40")
    wrong: Any = 7
    with pytest.raises(InvalidTypeError, match="FactorSet"):
        complexity(stage().case, wrong)
    with pytest.raises(InvalidTypeError, match="Case"):
        complexity(wrong, CRC)
    with pytest.raises(UnknownNameError, match="factor of"):
        complexity(stage().case, CRC)["us-ca/crc/3.400(b)(6)"]


def test_a_set_of_ones_own() -> None:
    """Read from text, it is asked as the bundled ones are."""
    own = read_factor_set(SMALL)
    assert complexity(stage().case, own).no[0].factor.id == "acme/small/parties"
    assert complexity(after(defendant("two")).case, own).count == 1


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("format = 1", "format = 2", "$.format"),
        ('edition = "1"', "edition = 1", "$.factors.edition"),
        ('edition = "1"', "", "$.factors.edition"),
        ('edition = "1"', 'editions = "1"', "$.factors.editions"),
        ('"us"', "7", "$.factors.jurisdictions"),
        ('["defendants"]', '["cats"]', "$.factor[0].counts"),
        ("{ defendants = 1 }", "{ motions = 1 }", "$.factor[0].no_within[0].motions"),
        ("{ defendants = 1 }", "{ }", "$.factor[0].no_within[0]"),
        (
            "{ defendants = 1 }",
            "{ defendants = -1 }",
            "$.factor[0].no_within[0].defendants",
        ),
        ('beyond = "yes"', 'beyond = "no"', "$.factor[0].beyond"),
        ("no_within = [{ defendants = 1 }]", "", "$.factor[0].beyond"),
        ('"text"', '"heard"', "$.factor[0].authority.verified"),
        (', words = "w"', "", "$.factor[0].authority.words"),
    ],
)
def test_a_set_is_read_strictly(old: str, new: str, path: str) -> None:
    """Each fault at its path."""
    assert old in SMALL
    with pytest.raises(DeclarationError) as caught:
        read_factor_set(SMALL.replace(old, new))
    assert path in [place for place, _ in caught.value.problems]


def test_all_that_is_wrong_is_told_at_once() -> None:
    """And what is no TOML, or no text, is refused as that."""
    broken = SMALL.replace('"text"', '"heard"').replace("format = 1", "format = 2")
    with pytest.raises(DeclarationError) as caught:
        read_factor_set(broken)
    assert len(caught.value.problems) == 2
    with pytest.raises(DeclarationError, match="TOML"):
        read_factor_set("=")
    wrong: Any = None
    with pytest.raises(InvalidTypeError, match="text"):
        read_factor_set(wrong)
    twice = SMALL + SMALL[SMALL.index("[[factor]]") :]
    with pytest.raises(DeclarationError, match="before"):
        read_factor_set(twice)


def test_the_files_are_where_their_ids_say() -> None:
    """One folder a jurisdiction."""
    folder = files("legalcase.plans").joinpath("factors")
    found = {
        tomllib.loads(each.read_text("utf-8"))["factors"]["id"].partition("/")[0]
        for place in folder.iterdir()
        for each in place.iterdir()
        if each.name.endswith(".toml")
        and tomllib.loads(each.read_text("utf-8"))["factors"]["jurisdictions"]
        == [place.name]
    }
    assert found == {"us", "us-ca", "gb-eaw"}
