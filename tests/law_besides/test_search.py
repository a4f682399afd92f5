"""The search: all words, in any order, as rules are cited; what comes near is said."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import legalcase as lc
from law_folders import copied
from legalcase.errors import InvalidPeriodError, InvalidValueError, UnknownNameError
from legalcase.law.book.finding.indexing.places import Meanings, entry_of
from legalcase.law.book.finding.indexing.terms import is_form_of, words_in
from legalcase.law.book.finding.searching.nearest import nothing_found
from legalcase.law.book.finding.searching.search import search

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LAW = lc.Law.bundled()
DAY = date(2026, 6, 3)
EVERY = list(LAW.deadlines())


def first(text: str) -> str:
    """The id of what a search puts first."""
    return lc.find_rules(text=text)[0].id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # All words in any order, and other forms of them.
        ("answer complaint", "us/frcp/12(a)(1)(A)(i)"),
        ("complaint answer", "us/frcp/12(a)(1)(A)(i)"),
        ("motions for a new trial", "us/frcp/59(b)"),
        ("motion to dismiss", "us/frcp/12(a)(1)(B)"),
        # What arises in a civil action, before the like of other proceedings.
        ("US summary judgment", "us/frcp/56(b)"),
        ("alter or amend", "us/frcp/59(e)"),
        ("crossclaim", "us/frcp/12(a)(1)(B)"),
        # Near spelling, where no word is spelt so.
        ("interogatories", "us/frcp/33(b)(2)"),
        # Spelt otherwise.
        ("motion for summary judgement", "us/frcp/56(b)"),
        # As rules are cited, in full and in a hurry.
        ("FRCP 33(b)(2)", "us/frcp/33(b)(2)"),
        ("Fed. R. Civ. P. 33(b)(2)", "us/frcp/33(b)(2)"),
        ("Fed.R.Civ.P. 59(e)", "us/frcp/59(e)"),
        ("F.R.C.P. 59(e)", "us/frcp/59(e)"),
        ("FRAP 4(a)(3)", "us/frap/4(a)(3)"),
        ("CCP 437c(a)(2)", "us-ca/ccp/437c(a)(2)"),
        ("CCP 2030.260", "us-ca/discovery/2030.260(a)"),
        ("CRC 8.104", "us-ca/crc/8.104(a)(1)"),
        ("CCP 1167", "us-ca/unlawful-detainer/1167(a)"),
        ("CFC 2105(a)", "us-ca/fam/2105(a)"),
        ("relief against forfeiture 1179", "us-ca/unlawful-detainer/1179"),
        ("CPR 15.4", "gb-eaw/cpr/15.4(1)(a)"),
        ("§ 339 ZPO", "de/zpo/339(1)"),
        ("28 USC 1446", "us/28-usc/1446(b)(1)"),
        ("Rule 59(e)", "us/frcp/59(e)"),
        # Words of triggers, and of what the vocabulary says of them.
        ("deposition", "us-ca/discovery/2025.410(a)"),
        ("errors in a deposition notice", "us-ca/discovery/2025.410(a)"),
        ("Versäumnisurteils", "de/zpo/339(1)"),
        ("US/FRCP/33", "us/frcp/33(b)(2)"),
    ],
)
def test_a_deadline_is_found_by_what_people_call_it(text: str, expected: str) -> None:
    """And stands first."""
    assert first(text) == expected


def test_a_number_finds_what_lies_below_it_and_no_other_number() -> None:
    """4(a) is no part of 54(a), and 3 none of 33."""
    ids = {rule.id for rule in search(LAW, "FRAP 4(a)")}
    assert "us/frap/4(a)(1)(A)" in ids
    assert {name.partition("/4(a)")[0] for name in ids} == {"us/frap"}
    assert "us/frcp/33(b)(2)" not in {rule.id for rule in search(LAW, "FRCP 3")}


def test_all_words_must_be_there() -> None:
    """One that is nowhere finds nothing, however many of the others are."""
    assert lc.find_rules(text="answer complaint pigeon") == ()
    meanings = Meanings(LAW)
    for rule in lc.find_rules(text="motion response"):
        there = frozenset().union(*entry_of(rule, meanings).places)
        for word in ("motion", "response"):
            fitting = (one for one in there if one == word or is_form_of(word, one))
            assert any(fitting), (rule.id, word)


def test_the_order_is_that_of_fit_and_then_of_the_law() -> None:
    """Twice alike; a title before the meaning of a trigger; equals as they stand."""
    found = search(LAW, "interrogatories")
    assert found == search(LAW, "interrogatories")
    in_title = ["interrogatories" in rule.title.casefold() for rule in found]
    assert in_title == sorted(in_title, reverse=True)
    place = {rule: number for number, rule in enumerate(EVERY)}
    same = [place[rule] for rule in search(LAW, "CCP 437c")]
    assert same == sorted(same)


def test_without_a_text_nothing_is_ranked_or_restricted() -> None:
    """All in the order of the law; filters and a text hold together."""
    assert list(lc.find_rules()) == list(lc.find_rules(text="")) == EVERY
    both = lc.find_rules(text="answer complaint", jurisdiction="at")
    assert [rule.id for rule in both] == ["at/zpo/230(1)"]
    assert lc.find_rules(text="???") == ()


def test_why_nothing_was_found() -> None:
    """The word that is nowhere, those spelt nearly so, and the nearest deadlines."""
    why = nothing_found(LAW, "12(h)")
    assert why.unknown == (("12(h)", ()),)
    assert why.nearest[0].id == "us/frcp/12(a)(1)(A)(i)"
    why = nothing_found(LAW, "motion dismiss pigeon")
    assert [word for word, _ in why.unknown] == ["pigeon"]
    assert why.nearest[0].id == "us/frcp/12(a)(1)(B)"
    assert nothing_found(LAW, "zzzz").nearest == ()
    spelt = nothing_found(LAW, "intrrogs").unknown
    near = ("interrogatories", "into", "interrogatory")
    assert spelt == (("intrrogs", near),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fed. R. Civ. P. 12(b)(6)", ["fed", "r", "civ", "p", "12(b)(6)"]),
        ("28 U.S.C. § 1446(b)", ["28", "usc", "1446(b)"]),
        ("N.D. Cal. Civ. L.R. 7-3(a)", ["nd", "cal", "civ", "lr", "7-3(a)"]),
        ("Cal. Rules, rule 8.104", ["cal", "rules", "rule", "8.104"]),
        ("us/frcp/34(b)(2)(A)-early", ["us", "frcp", "34(b)(2)(a)", "early"]),
        ("7-3(", ["7-3"]),
        ("437c(a)(2)", ["437c(a)(2)"]),
    ],
)
def test_the_words_of_a_citation(text: str, words: list[str]) -> None:
    """A number with its brackets is one word; full stops make none."""
    assert words_in(text) == words


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("FRCP 33(b)(2)", "Did you mean 'us/frcp/33(b)(2)'?"),
        ("33(b)(2)", "Did you mean 'us/frcp/33(b)(2)', 'us/frcrp"),
        ("CPR 15.4(1)", "Did you mean 'gb-eaw/cpr/15.4(1)(a)' or 'gb-eaw/cpr/15.4(1)"),
        ("answer complaint", "Did you mean 'us/frcp/12(a)(1)(A)(i)', 'us/frcp/"),
        ("33(b)(9)", "no deadline that is entered is found by it. See"),
    ],
)
def test_what_is_no_period_names_the_deadline(given: str, said: str) -> None:
    """Where the search finds one; of several, none is chosen."""
    with pytest.raises(InvalidPeriodError) as caught:
        lc.compute(given, after=DAY)
    assert said in str(caught.value)
    assert (caught.value.field, caught.value.value) == ("period", given)


def test_of_many_the_first_are_named_and_how_many_there_are() -> None:
    """A list, never a choice."""
    with pytest.raises(InvalidPeriodError, match=r"of \d+ that it finds\?$") as caught:
        lc.compute("judgment entered", after=DAY)
    assert len(re.findall(r"'[a-z-]+/[^' ]+'", str(caught.value))) == 5


@pytest.mark.parametrize("given", ["three days", "5 business days", "21-day", "30d"])
def test_a_period_that_is_misspelt_is_no_name(given: str) -> None:
    """Nobody looks for a deadline there."""
    with pytest.raises(InvalidPeriodError, match="Write one number and one unit"):
        lc.compute(given, after=DAY, under="us/frcp")


@pytest.mark.parametrize("given", ["30days", "30 Days", " 30  DAYS ", "30day", "P30D"])
def test_capitals_and_blanks_of_a_period_make_no_difference(given: str) -> None:
    """It is the same period."""
    assert lc.Period.parse(given) == lc.Period(30, "day")


def test_an_unknown_id_names_what_the_search_finds() -> None:
    """A pack without its jurisdiction is the commonest mistake."""
    with pytest.raises(UnknownNameError) as caught:
        lc.compute("frcp/33(b)(2)", after=DAY)
    assert caught.value.suggestions == ("us/frcp/33(b)(2)",)


def test_capitals_of_a_name_make_no_difference_and_are_not_stored() -> None:
    """Where exactly one name is spelt so."""
    asked = lc.compute(
        "US/FRCP/33(B)(2)", after=DAY, court="us/CAND", calendar="US", service="MAIL"
    )
    assert asked == lc.compute(
        "us/frcp/33(b)(2)", after=DAY, court="cand", calendar="us", service="mail"
    )
    assert lc.court("CAND").id == "us/cand"
    assert lc.rule("US/FRCP") == lc.rule("us/frcp") == lc.rule("US")
    assert lc.calendar("US-CA/Legal-Holidays") == lc.calendar("us-ca/legal-holidays")
    back = {"before": DAY, "under": "us/frcp"}
    found = lc.compute("14 days", forum="US-MA", **back)  # type: ignore[arg-type] # mixed
    assert found.inputs.forum == "us-ma"
    assert lc.find_rules(jurisdiction="DE") == lc.find_rules(jurisdiction="de")


def test_names_of_every_sort() -> None:
    """The ids that the lookups take; another sort is refused, with those there are."""
    look_up: dict[str, Callable[[str], Any]] = {
        "calendar": LAW.calendar,
        "clock": LAW.clock,
        "court": LAW.court,
        "deadline": LAW.deadline,
        "rule": LAW.counting_rule,
    }
    for sort, find in look_up.items():
        names = LAW.names(sort)
        assert names
        assert [find(name).id for name in names] == list(names)
    assert LAW.names("jurisdiction") == LAW.jurisdictions()
    for sort in ("xyz", "", "courts"):
        with pytest.raises(InvalidValueError, match="'calendar', 'clock', 'court'"):
            LAW.names(sort)


def test_a_court_is_no_calendar_and_has_several() -> None:
    """The error names them by role; with each, the calendar is found."""
    with pytest.raises(UnknownNameError, match="that is a court") as caught:
        lc.calendar("cand")
    assert caught.value.suggestions == ("us", "us-ca/legal-holidays")
    assert "'us' (court)" in str(caught.value)
    for name in caught.value.suggestions:
        assert lc.calendar(name).id == name


@pytest.mark.parametrize(
    ("name", "court", "rule"),
    [
        ("edva", "us/vaed", "us/frcp"),
        ("E.D. Va.", "us/vaed", "us/frcp"),
        ("vaed", "us/vaed", "us/frcp"),
        ("us/vaed", "us/vaed", "us/frcp"),
        ("TXSD", "us/txsd", "us/frcp"),
        ("ca3", "us/ca3", "us/frap"),
        ("Fed. Cir.", "us/cafc", "us/frap"),
    ],
)
def test_a_court_is_found_by_its_id_and_suggested_by_its_citation(
    name: str, court: str, rule: str
) -> None:
    """Of a citation no other is suggested; its rule works alone, with a notice."""
    assert _led_to(name) == court
    assert LAW.court(court).counting[0] == rule
    alone = lc.compute("30 days", after=DAY, under=rule)
    assert "role-not-filled" in {notice.code for notice in alone.notices}


def _led_to(name: str) -> str:
    """The court of that name, or the one that is suggested for it."""
    try:
        return LAW.court(name).id
    except UnknownNameError as error:
        (one,) = error.suggestions
        return one


def test_the_courts_of_the_federal_system_are_known() -> None:
    """94 districts, 13 circuits and two more, all entered: each by its citation."""
    from legalcase.law.book.vocabulary import vocabularies

    known = dict(vocabularies(LAW))["us"]["known_courts"]
    assert len(known["us/frcp"]) == 94
    assert len(known["us/frap"]) == 13
    entered = {name for name in LAW.names("court") if name.startswith("us/")}
    names = {f"us/{name}" for courts in known.values() for name in courts}
    assert entered == names
    for name, cited in (pair for courts in known.values() for pair in courts.items()):
        with pytest.raises(UnknownNameError) as caught:
            LAW.court(cited)
        assert caught.value.suggestions == (f"us/{name}",)


def test_a_court_that_is_known_and_not_entered_is_told_with_its_rule(
    tmp_path: Path,
) -> None:
    """Under which to count instead."""
    folder = copied(tmp_path)
    with (folder / "xx/vocabulary.toml").open("a", encoding="utf-8") as words:
        words.write('\n[known_courts."xx/cp"]\nfar = "D. Far"\n')
    with pytest.raises(UnknownNameError) as caught:
        lc.Law.bundled().with_folder(folder).court("D. Far")
    assert "D. Far (xx/far) is not entered. Give under='xx/cp'" in str(caught.value)
    assert caught.value.suggestions == ()


def test_no_other_state_is_offered_for_a_forum() -> None:
    """Its holidays would be as wrong as none, and nobody would notice."""
    with pytest.raises(UnknownNameError) as caught:
        lc.compute("30 days", after=DAY, under="us/frcp", forum="us-pr")
    assert "Did you mean" not in str(caught.value)
    assert "leave forum= out" in str(caught.value)


def test_every_abbreviation_finds_what_it_stands_for() -> None:
    """A word of the search that leads nowhere is worse than none: it looks known."""
    shorts = {
        short
        for folder in LAW.folders
        for name in folder.all_names()
        if name.endswith("vocabulary.toml")
        for short in folder.read_table(name, "abbreviations")
    }
    assert {"frcp", "pcra"} <= shorts
    nothing = [
        short
        for short in shorts
        if not lc.find_rules(text=short) and not LAW.find_clocks(text=short)
    ]
    assert nothing == []


def test_a_deadline_stands_first_by_its_own_id() -> None:
    """Whoever bore a longer one of the same words stands after it."""
    name = "us-il/appeals/606(b)"
    found = [rule.id for rule in search(LAW, f" {name.upper()} ")]
    assert found[0] == name
    assert "us-il/acts/730-5-5-4.5-50(d)" in found


def test_a_state_is_found_by_its_name_and_no_other_for_it() -> None:
    """As people say it; a state without deadlines is no other one spelt nearly so."""
    for text, prefix in (
        ("ohio answer", "us-oh/"),
        ("Answer, North Dakota", "us-nd/"),
        ("notice of appeal new york", "us-ny/"),
        ("england defence", "gb-eaw/"),
    ):
        found = lc.find_rules(text=text)
        assert found
        assert {rule.id.startswith(prefix) for rule in found} == {True}, text
    assert lc.find_rules(text="west virginia appeal") == ()
    assert lc.find_rules(text="virginia appeal") != ()
    # The first word of New York is no word of its law.
    trials = lc.find_rules(text="new trial motion judgment")
    assert {rule.jurisdiction for rule in trials} > {"us-wa"}
