"""Who owes a deadline, what meets it, and what the end of a case does to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from law_folders import atlantis, changed, copied, places, refused
from legalcase import codec
from legalcase.errors import InvalidTypeError, UnknownNameError
from legalcase.law.book.vocabulary import meanings_of, words_of
from legalcase.law.check.completeness import unsaid

if TYPE_CHECKING:
    from legalcase import DeadlineRule

LAW = lc.Law.bundled()
EVERY = list(LAW.deadlines())
#: By deadline: who owes it and what meets it, with the words of the rule that say so.
OWED: dict[str, dict[str, Any]] = json.loads(
    Path(__file__).with_name("owed.json").read_text(encoding="utf-8")
)
#: What nobody does: a time runs out, or several events together complete it.
MET_BY_NOTHING = {
    *("us/frcp/62(a)", "us/frcp/65(b)(2)"),
    *("de/zpo/517-five-months", "de/zpo/569-five-months", "de/zpo/548-five-months"),
    *("de/arbgg/66(1)-five-months", "de/famfg/117(1)-five-months"),
    *("us-ca/discovery/2024.020(a)-completion", "us-ca/discovery/2024.030-completion"),
    *("us-ca/discovery/2024.040(b)(1)", "us-ca/unlawful-detainer/918(b)"),
    "us-ca/fam/2339(a)",
    *("us/frcp/58(c)(2)(B)", "us/frap/41(d)(2)", "us/frcrp/41(e)(2)(C)-use"),
    # Stays of orders, the automatic stay, and the first days of a bankruptcy case.
    *("us/frbp/3020(e)", "us/frbp/4001(a)(4)", "us/frbp/6004(h)", "us/frbp/6006(d)"),
    *("us/frbp/7062", "us/frbp/8025(a)", "us/frbp/8025(b)(2)", "us/frbp/6003(a)"),
    *("us/11-usc/362(c)(3)(A)", "us/11-usc/362(e)(1)", "us/11-usc/362(e)(2)"),
    *(f"us-tx/judgment/329b({paragraph})" for paragraph in "cde"),
    *("us-wa/discovery/65(b)", "us-nv/civil/62(a)(1)"),
    *("us-mo/civil/59.01(c)-thirty", "us-mo/civil/74.04(a)-thirty"),
    *(f"us-pa/rcrimp/600(B)({paragraph})" for paragraph in "123"),
    *("us-ga/ocga/9-2-60(b)", "us-ga/ocga/44-7-55(a)", "us-nc/rcp/65(b)"),
    *("us-ak/civil/62(a)", "us-ak/landlord/34.03.220(a)(2)"),
}
FILE = "xx/deadlines/cp.toml"


@pytest.mark.parametrize("name", OWED)
def test_who_owes_it_and_what_meets_it(name: str) -> None:
    """As the words of the rule have it."""
    rule = LAW.deadline(name)
    assert rule.owed_by == OWED[name]["owed_by"]
    assert list(rule.met_by) == OWED[name]["met_by"]


def test_the_bundled_law_leaves_nothing_unsaid() -> None:
    """Whose it is, of everything that somebody must do; what meets it; in what."""
    assert unsaid(LAW.folders[0]) == []
    assert {rule.id for rule in EVERY if not rule.met_by} == MET_BY_NOTHING
    for rule in EVERY:
        assert (rule.owed_by is None) == (
            rule.current.act == "expire" and not rule.met_by
        ), rule.id
        assert rule.proceedings, rule.id


def acts_of(rule: DeadlineRule) -> set[str]:
    """The acts of all its texts."""
    return {version.act for version in rule.versions}


def test_what_is_filed_is_met_by_a_filing() -> None:
    """And what is served by a service; but for the names of other events."""
    other = {"offer-accepted", "admission-made", "appeal-petition-answered"}
    other |= {"reinstatement-requested", "permission-hearing-requested"}
    other |= {"claim-form-step-completed", "expert-information-exchanged"}
    other |= {"action-commenced", "eviction-order-requested"}
    other |= {"proposed-judgment-noticed"}
    crossed = {
        (rule.id, word)
        for rule in EVERY
        for word in rule.met_by
        for act, ending in (("file", "-filed"), ("serve", "-served"))
        if acts_of(rule) == {act} and word not in other and not word.endswith(ending)
    }
    # The filing of a waiver stands in the place of service (Rule 4(d)(4)), and that of
    # a reservation of time puts off the answer (Okla. Stat. tit. 12, § 2012(A)(1)(b)).
    assert crossed == {
        ("us/frcp/4(m)", "waiver-of-service-filed"),
        ("us-ok/civil/2012(A)(1)", "time-reservation-filed"),
    }


def test_an_appeal_outlives_the_judgment() -> None:
    """Whatever arises in one runs after the decision that is appealed."""
    assert all(r.after_disposition for r in EVERY if "appeal" in r.proceedings)
    after = {rule.id for rule in EVERY if rule.after_disposition}
    assert after >= {"us/frcp/59(e)", "us/frcp/54(d)(2)(B)", "us/frap/4(a)(1)(A)"}
    assert after >= {"de/zpo/517", "us/frcp/50(b)", "us-ca/crc/8.104(a)(1)"}
    # An offer of judgment stays open though summary judgment was granted (Perkins).
    assert "us/frcp/68(a)-accept" in after
    # An order on the court's own initiative may strike the claim out; Parts 23 and 36
    # know no end: to enforce, to assess the costs, on appeal.
    after_judgment = {"3.3(6)(b)", "23.7(1)(b)", "23.10(2)", "36.5(1)(c)"}
    assert after >= {f"gb-eaw/cpr/{pinpoint}" for pinpoint in after_judgment}
    # "In einer anhängigen Sache": to every hearing, on appeal too.
    assert after >= {"de/zpo/217", "de/zpo/217-without-advocates"}
    before = {"us/frcp/12(a)(1)(A)(i)", "us/frcp/68(a)-offer", "gb-eaw/cpr/15.4(1)(a)"}
    assert after.isdisjoint(before)


def test_what_runs_from_the_judgment_outlives_it() -> None:
    """A time that begins with the end of a case can't end with it."""
    judgments = {"judgment-entered", "judgment-served", "appellate-judgment-entered"}
    judgments |= {"appellate-judgment-served", "judgment-pronounced"}
    judgments |= {"notice-of-entry-served-by-clerk", "notice-of-entry-served-by-party"}
    from_it = [rule for rule in EVERY if judgments & set(rule.triggers)]
    assert len(from_it) > 20
    assert [rule.id for rule in from_it if not rule.after_disposition] == []


@pytest.mark.parametrize(
    ("name", "effect", "cite"),
    [
        # "Die Unterbrechung und Aussetzung des Verfahrens hat die Wirkung, dass der
        # Lauf einer jeden Frist aufhört"; a Ruhen "hat auf den Lauf der im § 233
        # bezeichneten Fristen keinen Einfluss": Notfristen, grounds of appeals, 234(1).
        ("de/zpo/517", "by-order", "§ 249(1), 251 s. 2 ZPO"),
        ("de/zpo/520(2)", "by-order", "§ 249(1), 251 s. 2 ZPO"),
        ("de/zpo/234(1)", "by-order", "§ 249(1), 251 s. 2 ZPO"),
        # "Mit der Ausnahme …, dass der Lauf von Nothfristen nicht aufhört."
        ("at/zpo/464(1)", "by-order", "§ 163(1), 168 ZPO"),
        ("at/zpo/230(1)", "yes", "§ 163(1), 168 ZPO"),
        # "No steps in the action, by either side, are required or permitted."
        ("gb-eaw/cpr/7.5(1)", "yes", "Grant v Dawn Meats (UK) [2018] EWCA Civ 2212"),
        ("gb-eaw/cpr/7.5(2)", "yes", "Grant v Dawn Meats (UK) [2018] EWCA Civ 2212"),
        # Of the particulars, when a stay to a date ends: time begins to run again.
        (
            "gb-eaw/cpr/7.4(1)(b)",
            "yes",
            "UK Highways A55 v Hyder Consulting (UK) [2012] EWHC 3505 (TCC)",
        ),
        # No decision was found of what the defendant owes.
        ("gb-eaw/cpr/10.3(1)(a)", None, None),
        ("gb-eaw/cpr/10.3(1)(b)", None, None),
        ("gb-eaw/cpr/15.4(1)(a)", None, None),
        ("gb-eaw/cpr/15.4(1)(b)", None, None),
        # No authority entered decides; nor of an improper time (uneigentliche Frist).
        ("us/frcp/12(a)(1)(A)(i)", None, None),
        ("us/frap/4(a)(1)(A)", None, None),
        ("de/zpo/517-five-months", None, None),
    ],
)
def test_what_a_stay_does(name: str, effect: str | None, cite: str | None) -> None:
    """Only where an authority decides, which is named; else nothing is said."""
    rule = LAW.deadline(name)
    assert (rule.stayed_by_stay, rule.stay_cite) == (effect, cite)


def test_a_rule_shows_them_as_data() -> None:
    """A row of plain types, and written with the codec and read back."""
    rule = LAW.deadline("de/zpo/517")
    row = rule.to_dict()
    assert row["owed_by"] == "appellant"
    assert row["met_by"] == ["notice-of-appeal-filed"]
    assert row["proceedings"] == ["civil", "appeal"]
    assert row["after_disposition"] is True
    assert row["stayed_by_stay"] == "by-order"
    assert codec.from_json(codec.to_json(rule)) == rule
    shown = lc.find_rules(text="de/zpo/517")._repr_html_()  # type: ignore[attr-defined]  # what notebooks call
    assert ">appellant</td>" in shown


def test_a_rule_written_before_is_read() -> None:
    """Without these fields, it says nothing of them."""
    rule = LAW.deadline("de/zpo/517")
    data = json.loads(codec.to_json(rule))
    for name in ("owed_by", "met_by", "proceedings", "after_disposition"):
        del data["data"][name]
    del data["data"]["stayed_by_stay"], data["data"]["stay_cite"]
    old = codec.from_json(json.dumps(data))
    assert (old.owed_by, old.met_by, old.proceedings) == (None, (), ())
    assert (old.after_disposition, old.stayed_by_stay) == (False, None)


@pytest.mark.parametrize(
    ("asked", "found", "not_found"),
    [
        ({"owed_by": "court"}, "us/frcp/16(b)(2)", "us/frcp/4(m)"),
        ({"met_by": "reply-filed"}, "us-ca/ccp/1005(b)-reply", "us-ca/ccp/430.40(a)"),
        ({"met_by": "service-of-answer"}, "us/frcp/12(a)(1)(B)", "us/frcp/33(b)(2)"),
        ({"proceedings": "appeal"}, "us/frap/40(d)(1)", "us/frcp/59(e)"),
        ({"after_disposition": True}, "us/frcp/59(e)", "us/frcp/26(f)(1)"),
        ({"after_disposition": False}, "us/frcp/26(f)(1)", "us/frcp/59(e)"),
        ({"owed_by": "Any Party", "text": "jury"}, "us/frcp/38(b)", "us/frcp/50(b)"),
    ],
)
def test_they_can_be_asked_for(
    asked: dict[str, Any], found: str, not_found: str
) -> None:
    """Alone or with others; what is not asked for restricts nothing."""
    ids = {rule.id for rule in lc.find_rules(**asked)}
    assert found in ids
    assert not_found not in ids


def test_every_answer_fits_what_was_asked() -> None:
    """Of each word, those that have it, and all of them."""
    for word in words_of(LAW)["side"]:
        assert {r.id for r in lc.find_rules(owed_by=word)} == {
            rule.id for rule in EVERY if rule.owed_by == word
        }
    both = (*lc.find_rules(after_disposition=True),)
    assert len(both) + len(lc.find_rules(after_disposition=False)) == len(EVERY)


def test_a_word_that_is_none_is_refused_with_those_that_are() -> None:
    """All of a short list, the nearest of a long one; and a flag is yes or no."""
    with pytest.raises(
        UnknownNameError, match="'any-party'; 'appellant'; 'claim-defender'"
    ):
        lc.find_rules(owed_by="defendant")
    with pytest.raises(UnknownNameError, match="Did you mean 'answer-filed'"):
        lc.find_rules(met_by="answr-filed")
    with pytest.raises(UnknownNameError, match="It must be one of 'adversary'; 'app"):
        lc.find_rules(proceedings="divorce")
    for wrong in ("yes", 1, 0):
        with pytest.raises(InvalidTypeError, match="Pass True for what runs after"):
            lc.find_rules(after_disposition=wrong)  # type: ignore[arg-type]  # that is the mistake


def test_a_word_means_what_its_jurisdiction_says() -> None:
    """Its own term of art, and elsewhere the one that all share."""
    own = meanings_of(LAW, "de")["trigger"]["notice-of-appeal-filed"]
    assert "Einlegung der Berufung" in own
    shared = meanings_of(LAW)["trigger"]["notice-of-appeal-filed"]
    assert meanings_of(LAW, "us")["trigger"]["notice-of-appeal-filed"] == shared != own


def test_a_folder_written_before_is_read_and_the_check_says_what_it_lacks(
    tmp_path: Path,
) -> None:
    """It was right when it was written; nobody may read nothing as nobody."""
    folder = copied(tmp_path)
    changed(folder, FILE, 'owed_by = "served"\nmet_by = ["answer-served"]\n', "")
    changed(folder, FILE, 'proceedings = ["civil"]\nstayed_by', "stayed_by")
    law = LAW.with_folder(folder)
    rule = law.deadline("xx/cp/20")
    assert (rule.owed_by, rule.met_by, rule.proceedings) == (None, (), ())
    assert rule.stayed_by_stay == "yes"
    found = unsaid(law.folders[1])
    assert places(found) == [
        (FILE, f"$.deadline[0].{key}") for key in ("met_by", "owed_by", "proceedings")
    ]
    assert [what for _, path, what in found if path.endswith("owed_by")] == [
        "is missing. Say who must file or serve, by a word of `side`."
    ]
    # Of what is neither filed nor served nothing is asked.
    assert atlantis().deadline("xx/north/rules/5").owed_by is None
    assert unsaid(atlantis().folders[1]) == []


def test_an_act_of_a_later_text_counts(tmp_path: Path) -> None:
    """Whoever must file since 2030 must be known."""
    folder = copied(tmp_path)
    path = folder / "xx/local-rules/north.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        f'{text}[[deadline.version]]\nfrom = 2030-01-01\nact = "file"\n',
        encoding="utf-8",
    )
    law = LAW.with_folder(folder)
    assert len(unsaid(law.folders[1])) == 3


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        (
            'owed_by = "served"',
            'owed_by = "defendant"',
            "owed_by",
            "which the vocabulary of side lacks. It has 'accused', 'any-party',",
        ),
        (
            'met_by = ["answer-served"]',
            'met_by = ["answer-servd"]',
            "met_by[0]",
            "Did you mean 'answer-served'",
        ),
        ('met_by = ["answer-served"]', "met_by = []", "met_by", "is empty."),
        (
            'met_by = ["answer-served"]',
            'met_by = ["answer-served", "answer-served"]',
            "met_by[1]",
            "for the second time here. Leave it out.",
        ),
        (
            'met_by = ["answer-served"]',
            'met_by = ["complaint-served"]',
            "met_by[0]",
            "from which the time runs: it would be met as it begins.",
        ),
        (
            'proceedings = ["civil"]\nstayed',
            'proceedings = ["civil", "appeal", "civil"]\nstayed',
            "proceedings[2]",
            "is 'civil' for the second time here.",
        ),
        (
            'proceedings = ["civil"]\nstayed',
            'proceedings = ["divorce"]\nstayed',
            "proceedings[0]",
            "which the vocabulary of proceeding lacks. It has 'appeal', 'civil', '",
        ),
        (
            'effect = "yes", cite = "40"',
            'effect = "perhaps", cite = "40"',
            "stayed_by_stay.effect",
            "It must be one of 'yes', 'no', 'by order'.",
        ),
        (
            'effect = "yes", cite = "40"',
            'effect = "yes"',
            "stayed_by_stay.cite",
            "is missing.",
        ),
    ],
)
def test_a_wrong_word_is_refused(
    tmp_path: Path, old: str, new: str, place: str, said: str
) -> None:
    """At its place, with what can stand there."""
    folder = copied(tmp_path)
    changed(folder, FILE, old, new)
    ((file, path, what),) = refused(folder)
    assert (file, path) == (FILE, f"$.deadline[0].{place}")
    assert said in what


def test_an_event_of_an_answer_is_one_from_which_time_runs(tmp_path: Path) -> None:
    """Whoever chooses that reading would find it met as it begins."""
    folder = copied(tmp_path)
    changed(folder, FILE, 'period = "40 days"', 'trigger = "answer-served"')
    ((_, path, what),) = refused(folder)
    assert path == "$.deadline[0].met_by[0]"
    assert what.startswith("is 'answer-served', from which the time runs")


def test_an_event_inside_a_member_is_one_from_which_time_runs(tmp_path: Path) -> None:
    """The members of members too."""
    folder = copied(tmp_path)
    changed(folder, FILE, 'met_by = ["response-served"]', 'met_by = ["hearing"]')
    ((_, path, what),) = refused(folder)
    assert path == "$.deadline[1].met_by[0]"
    assert what.startswith("is 'hearing', from which the time runs")
