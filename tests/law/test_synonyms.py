"""Words by other names: what they mean under a rule, and that nothing is guessed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from law_folders import places, refused, written
from legalcase.errors import UnknownNameError
from legalcase.law.book.vocabulary import folded, synonyms_of, words_of
from legalcase.law.book.wording.synonyms import method_under
from legalcase.law.files.schema.sorts import SORTS

if TYPE_CHECKING:
    from pathlib import Path

LAW = lc.Law.bundled()
DAY = date(2025, 6, 3)
CALIFORNIA = "us-ca/discovery/2030.260(a)"
FEDERAL = "us/frcp/33(b)(2)"
HEAD = '[jurisdiction]\nid = "xx"\nname = "Atlantis"\n'


@pytest.mark.parametrize(
    ("deadline", "given", "stored"),
    [
        # Code Civ. Proc. 1010.6(a)(1): electronic service is transmission to an
        # electronic address or notification, and adds two court days.
        (CALIFORNIA, "email", "electronic"),
        (CALIFORNIA, "e-mail", "electronic"),
        (CALIFORNIA, "E-Service", "electronic"),
        (CALIFORNIA, "overnight mail", "overnight"),
        (CALIFORNIA, "hand", "personal"),
        # The federal rules know e-mail apart from the court's system.
        (FEDERAL, "email", "email"),
        (FEDERAL, "e-mail", "email"),
        (FEDERAL, "ECF", "electronic"),
        (FEDERAL, "CM/ECF", "electronic"),
        (FEDERAL, " Mail ", "mail"),
        (FEDERAL, "U.S. Mail", "mail"),
        (FEDERAL, "MAIL_OUT_OF_STATE", "mail-out-of-state"),
        (FEDERAL, "FedEx", "overnight"),
        (FEDERAL, "by hand", "personal"),
    ],
)
def test_a_method_by_another_name_is_that_method(
    deadline: str, given: str, stored: str
) -> None:
    """The same computation as by the rule's own word, which is what is stored."""
    found = lc.compute(deadline, after=DAY, service=given)
    assert found.inputs.service == stored
    assert found == lc.compute(deadline, after=DAY, service=stored)


def test_electronic_service_in_california_adds_two_court_days() -> None:
    """Not the five calendar days of mail, which is spelt nearly like e-mail."""
    found = lc.compute(CALIFORNIA, after=DAY, service="email", court="us-ca/lasc")
    assert found.due == date(2025, 7, 8)


def test_the_day_of_deemed_service_by_another_name() -> None:
    """CPR 6.26, rows 1 and 2."""
    posted = date(2024, 6, 7)
    for given, word in (("post", "mail"), ("DX", "document-exchange")):
        found = lc.served_on(posted, given, under="gb-eaw/cpr", paper="Other")
        assert (found.inputs.service, found.inputs.paper) == (word, "other")
        assert found.due == date(2024, 6, 10)


@pytest.mark.parametrize(
    ("given", "under"),
    [
        # Handed over, or left at an address for service: two rows of CPR 6.26.
        ("hand", "gb-eaw/cpr"),
        # Left on the door, in California.
        ("post", "us-ca/ccp"),
        # Not every carrier delivers overnight (section 1013(c)).
        ("fedex", "us-ca/ccp"),
        ("courier", "us-ca/ccp"),
        ("courier", "us/frcp"),
        ("courier", "gb-eaw/cpr"),
        ("ecf", "gb-eaw/cpr"),
        ("male", "us-ca/discovery"),
    ],
)
def test_a_word_that_could_be_two_methods_is_none(given: str, under: str) -> None:
    """All that the rule lists is said, and no method is picked by its spelling."""
    with pytest.raises(UnknownNameError) as caught:
        lc.compute("10 days", after=DAY, under=under, service=given)
    error = caught.value
    assert "Did you mean" not in str(error)
    rule = LAW.counting_rule(under)
    listed = {
        method
        for version in rule.versions
        for group in ("service", "completion")
        for table in version.data.get(group, {}).values()
        for method, entry in table.items()
        if isinstance(entry, dict)
    }
    assert set(error.suggestions) == listed
    assert all(f"'{method}'" in str(error) for method in listed)


@pytest.mark.parametrize(
    "under", [n for n in LAW.names("rule") if n != "gb-eaw/portal"]
)
def test_a_word_that_a_rule_lists_stands_for_itself(under: str) -> None:
    """Whatever a synonym of the jurisdiction, or of all, makes of it elsewhere."""
    rule = LAW.counting_rule(under)
    for version in rule.versions:
        for table in version.data.get("service", {}).values():
            for method, entry in table.items():
                if isinstance(entry, dict) and method != "others":
                    assert method_under(LAW, rule, None, method) == method


def test_every_synonym_names_a_word_and_is_none() -> None:
    """Spelt as it is looked for; a jurisdiction may say what a shared word means."""
    words = words_of(LAW)
    for place, tables in synonyms_of(LAW).items():
        for sort, table in tables.items():
            for spelt, word in table.items():
                assert word in words[sort], (place, spelt)
                assert folded(spelt) == spelt
                assert place or spelt not in words[sort]
    assert set(synonyms_of(LAW)[""]) == set(SORTS)


def test_acts_natures_and_papers_by_another_spelling() -> None:
    """Capitals and blanks make no difference; the word is what is stored."""
    found = lc.compute(
        "3 weeks", after=DAY, under="de/zpo", act="File", nature="Appeal Notfrist"
    )
    assert (found.inputs.act, found.inputs.nature) == ("file", "appeal-notfrist")


def test_triggers_by_another_name() -> None:
    """In a mapping, and in a search; the deadline's own word is stored."""
    found = lc.compute(FEDERAL, after={"Interrogatories-Served": DAY})
    assert found.inputs.triggers == (("discovery-request-served", DAY),)
    # The narrower word finds what runs from interrogatories, and from no other request.
    ids = {rule.id for rule in lc.find_rules(trigger="interrogatories-served")}
    # What runs from interrogatories alone is not found by the wider word.
    alone = {
        *("us-ny/cplr/3133(a)", "us-fl/civ-p/1.340(a)(9)", "us-pa/rcp/4006(a)(2)"),
        *("us-il/rules/213(d)", "us-ga/ocga/9-11-33(a)(2)"),
        *("us-nc/rcp/33(a)", "us-oh/civr/33(A)(3)"),
        *("us-mi/mcr/2.309(B)(4)", "us-wa/discovery/33(a)"),
        *("us-az/discovery/33(b)(1)", "us-az/family/60(b)(1)", "us-az/justice/124(b)"),
        "us-il/rules/213(d)",
        "us-va/rules/4:8(d)",
        *("us-nj/rules/4:17-4(b)", "us-nj/rules/4:17-5(a)"),
        "us-ma/rcp/33(a)(3)",
        *("us-de/super/33", "us-md/circuit/2-421(b)"),
        *("us-mn/rcp/33.01(b)", "us-wi/trial/804.08(1)(b)"),
        *("us-in/trial/33(C)", "us-tn/civ/33.01", "us-id/civil/33(b)(2)"),
        "us-ia/civil/1.509(1)(d)",
        *("us-ky/civil/33.01(2)", "us-ne/rules/6-333(b)(2)"),
        *("us-ks/civil/60-233(b)(2)", "us-ky/civil/33.01(2)"),
        *("us-co/crcp/33(b)(3)", "us-ut/urcp/33(b)"),
        *("us-nd/civ/33(b)(2)", "us-sd/circuit/15-6-33(a)"),
        *("us-vt/civ/33(a)", "us-mt/civil/33(b)(2)"),
        "us-nv/civil/33(b)(2)",
        "us-ak/civil/33(b)(3)",
        "us-vt/civ/33(a)",
        "us-me/civil/33(a)",
        "us-sc/civil/33(a)",
        *("us-vt/civ/33(a)", "us-dc/civil/33(b)(2)"),
        *("us-vt/civ/33(a)", "us-nm/civ/1-033(C)(3)"),
        *("us-hi/civil/33(b)(3)", "us-hi/district/33(a)"),
        *("us-vt/civ/33(a)", "us-ok/civil/3233"),
        "us-al/civil/33(a)",
        "us-mo/civil/57.01(c)",
    }
    assert ids == {
        *(FEDERAL, CALIFORNIA, "us-ca/discovery/2030.260(b)"),
        *("us-tx/discovery/197.2(a)", "us-tx/discovery/190.2(b)(1)(B)"),
        *alone,
    }
    assert ids - alone < {
        rule.id for rule in lc.find_rules(trigger="discovery-request-served")
    }
    assert lc.find_rules(trigger="special-interrogatories-served") == lc.find_rules(
        trigger="interrogatories-served"
    )
    english = lc.compute(
        "gb-eaw/cpr/15.4(1)(a)", after={"particulars-of-claim-served": DAY}
    )
    assert [word for word, _ in english.inputs.triggers] == ["particulars-served"]


def test_a_trigger_that_is_none_lists_those_of_the_deadline() -> None:
    """And no other that happens to be spelt alike."""
    with pytest.raises(UnknownNameError, match="It must be one of") as caught:
        lc.compute("us/frap/4(a)(3)", after={"judgment": DAY})
    assert "judgment-entered" in caught.value.suggestions
    assert "judgment-served" not in str(caught.value)


def of_atlantis(folder: Path, words: str) -> Path:
    """A folder with a vocabulary of Atlantis."""
    return written(
        folder / "law", {"xx/jurisdiction.toml": HEAD, "xx/vocabulary.toml": words}
    )


def test_a_jurisdiction_has_synonyms_of_its_own(tmp_path: Path) -> None:
    """They hold under its rules alone; between two that differ, none is chosen."""
    folder = of_atlantis(tmp_path, '[synonyms.act]\nlodge = "file"\n')
    law = LAW.with_folder(folder)
    found = law.compute("10 days", after=DAY, under="us/frcp", act="lodge")
    assert found.inputs.act == "file"
    written(
        folder,
        {
            "yy/jurisdiction.toml": HEAD.replace("xx", "yy"),
            "yy/vocabulary.toml": '[synonyms.act]\nlodge = "serve"\n',
        },
    )
    asked: dict[str, Any] = {"after": DAY, "under": "us/frcp", "act": "lodge"}
    with pytest.raises(UnknownNameError, match="There is no act 'lodge'"):
        LAW.with_folder(folder).compute("10 days", **asked)


def test_a_synonym_that_means_nothing_is_refused(tmp_path: Path) -> None:
    """Of no word, spelt as it is never met, of a word itself; a court of no rule."""
    folder = of_atlantis(
        tmp_path,
        '[method]\nraft = "by raft"\n'
        '[synonyms.method]\nboat = "ship"\n"By Raft" = "raft"\nraft = "mail"\n'
        '[known_courts."xx/none"]\nhigh = "High Court"\n',
    )
    name = "xx/vocabulary.toml"
    problems = refused(folder)
    assert places(problems) == [
        (name, "$.known_courts.xx/none"),
        (name, "$.synonyms.method.By Raft"),
        (name, "$.synonyms.method.boat"),
        (name, "$.synonyms.method.raft"),
    ]
    said = " ".join(what for _, _, what in problems)
    for part in ("Check it.", "Write 'by-raft'.", "Leave it out."):
        assert part in said
