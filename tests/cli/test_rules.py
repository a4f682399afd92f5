"""`legalcase rules`: what is entered, what fits, and one rule whole."""

from __future__ import annotations

import json
import shlex

import pytest

from cli.running import answered, one_parser, ran, squeezed, too_wide
from law_folders import ATLANTIS, atlantis
from legalcase.cli.lawbook.clock_page import clock_page
from legalcase.law.lawbook import Law

LAW = Law.bundled()
JURISDICTIONS = LAW.jurisdictions()


def test_without_arguments_it_says_what_is_entered() -> None:
    """Jurisdictions, rules of computation, courts."""
    text = squeezed(answered("rules"))
    wanted = [*LAW.jurisdictions(), *LAW.names("rule"), "us/cand", "gb-eaw/high-court"]
    assert [name for name in wanted if name not in text] == []
    data = json.loads(answered("rules", "--format", "json"))
    assert [entry["jurisdiction"] for entry in data] == list(LAW.jurisdictions())
    assert sum(entry["deadlines"] for entry in data) == len(tuple(LAW.deadlines()))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("--jurisdiction", "at", "--trigger", "judgment-served"), "at/zpo/464(1)"),
        (("--trigger", "judgment-entered", "--act", "file"), "us/frcp/59(e)"),
        (("interrogatories",), "us/frcp/33(b)(2)"),
        (("motion", "for", "a", "new", "trial"), "us/frcp/59(b)"),
        (("us/frcp/33", "--act", "serve"), "us/frcp/33(b)(2)"),
    ],
)
def test_deadlines_are_found(words: tuple[str, ...], found: str) -> None:
    """By jurisdiction, trigger, act, and words of id, title or citation."""
    assert f"\n{found} " in answered("rules", *words)
    data = json.loads(answered("rules", *words, "--format", "json"))
    assert found in [rule["id"] for rule in data]


def test_nothing_fits() -> None:
    """That is an answer as well, and says what to do next."""
    assert "No deadline that is entered fits." in answered("rules", "zzzz")
    assert json.loads(answered("rules", "zzzz", "--format", "json")) == []


def test_nothing_fits_and_why() -> None:
    """The word that is nowhere, what is spelt nearly so, and the nearest deadlines."""
    text = squeezed(answered("rules", "12(h)"))
    assert "fits. '12(h)' is in none." in text
    assert "us/frcp/12(a)(1)(A)(i) Answer the complaint, or move" in text
    text = squeezed(answered("rules", "intrrogs", "compel"))
    assert "'intrrogs' is in none; spelt nearly so: interrogatories, " in text
    assert "us-ca/discovery/2030.300(c) Give notice of a motion to compel" in text
    text = squeezed(answered("rules", "interrogatories", "--jurisdiction", "de"))
    assert "fits. Leave an option out." in text
    assert too_wide(answered("rules", "motion", "dismiss", "pigeon")) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("us-wy", "answer"), "Wyoming (us-wy)"),
        (("wyoming answer",), "Wyoming (us-wy)"),
        (("--jurisdiction", "us-wy"), "Wyoming (us-wy)"),
        (("--jurisdiction", "us-wy", "answer"), "Wyoming (us-wy)"),
        (("west virginia", "appeal"), "West Virginia (us-wv)"),
    ],
)
def test_a_state_with_calendars_only_is_said_to_be_one(
    words: tuple[str, ...], said: str
) -> None:
    """Nobody who asks of Wyoming means Austria."""
    text = squeezed(answered("rules", *words))
    assert text == (
        f"{said}: its legal holidays are entered, and no deadlines. See `legalcase "
        "rules` for what is entered."
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("FRCP", "33(b)(2)"), "us/frcp/33(b)(2)"),
        (("FRCP 33(b)(2)",), "us/frcp/33(b)(2)"),
        (("interogatories",), "us/frcp/33(b)(2)"),
        (("complaint", "answer"), "us/frcp/12(a)(1)(A)(i)"),
    ],
)
def test_what_is_found_best_stands_first(words: tuple[str, ...], found: str) -> None:
    """As rules are cited, misspelt, in any order."""
    assert answered("rules", *words).splitlines()[1].startswith(found)


def test_of_many_that_words_find_the_first_are_shown() -> None:
    """With how many there are; the rest is one option away, and JSON has all."""
    count = len(LAW.find(text="motion"))
    text = answered("rules", "motion")
    assert f"The best 20 of {count} deadlines;" in squeezed(text)
    first = [rule.id for rule in LAW.find(text="motion")[:21]]
    assert [name for name in first if f"\n{name} " in text] == first[:20]
    text = answered("rules", "motion", "--all")
    assert f"\n{first[20]} " in text
    assert f"{count} deadlines. One of them whole" in squeezed(text)
    data = json.loads(answered("rules", "motion", "--format", "json"))
    assert len([one for one in data if one["sort"] == "deadline"]) == count


def test_clocks_are_found_beside_deadlines_and_told_apart() -> None:
    """Limitation and speedy trial: by words, by what starts them, by id."""
    text = answered("rules", "speedy", "trial")
    assert "\nus-ca/ccp/583.310 " in text
    assert text.index("\nclock ") < text.index("\nus/18-usc/3161(c)(1) ")
    assert "10 clocks: what the law excludes of their time" in squeezed(text)
    data = json.loads(answered("rules", "speedy", "trial", "--format", "json"))
    sorts = {one["id"]: one["sort"] for one in data}
    assert sorts["us/18-usc/3161(c)(1)"] == "clock"
    assert sorts["us-ca/ccp/583.310"] == "deadline"
    text = answered("rules", "section", "3282")
    assert text.startswith("No deadline that is entered fits, but a clock.\n")
    assert "\nus/18-usc-limitations/3282(a) " in text
    text = answered("rules", "--jurisdiction", "us", "--trigger", "offense-committed")
    assert "\nus/18-usc-limitations/3282(a) " in text
    # Of a clock nobody has said who owes it.
    assert "\nclock " not in answered("rules", "trial", "--owed-by", "court")
    assert too_wide(answered("rules", "speedy", "trial")) == []


def test_one_clock_whole() -> None:
    """What it runs from, what takes time out of it, what is disputed."""
    text = answered("rules", "us/18-usc/3161(c)(1)")
    for part in (
        "a clock: what the law excludes of its time does not count",
        "indictment-filed",
        "(h)(7)",
        "if a finding",
        "Adopted: it is reasonable.",
    ):
        assert squeezed(part) in squeezed(text)
    assert too_wide(text) == []
    data = json.loads(answered("rules", "us/18-usc/3161(c)(1)", "--format", "json"))
    assert (data["sort"], data["limit"]) == (
        "clock",
        {"number": 70, "unit": "day"},
    )


def test_a_deadline_and_a_clock_of_one_id_are_both_shown() -> None:
    """Each as what it is: the period, and what does not count of it."""
    (both, *_) = set(LAW.names("clock")) & set(LAW.names("deadline"))
    text = answered("rules", both)
    assert text.index("Compute it: ") < text.index("a clock: what the law excludes")
    data = json.loads(answered("rules", both, "--format", "json"))
    assert (data["sort"], data["clock"]["sort"]) == ("deadline", "clock")


def test_every_clock_has_a_page() -> None:
    """None wider than the terminal."""
    for clock in LAW.clocks():
        assert too_wide(clock_page(clock)) == [], clock.id


def test_the_page_of_every_clock_has_a_command_that_is_answered() -> None:
    """As the page of a deadline has: it can be typed as it stands."""
    with one_parser():
        for clock in LAW.clocks():
            *_, asked = clock_page(clock).split("Compute it: legalcase ")
            said = answered(*shlex.split(asked))
            assert "Last day: " in said or "First day: " in said, clock.id


def test_the_command_of_a_clock_names_each_event_that_it_waits_for() -> None:
    """One needs no word."""
    first, last = "indictment-filed=2026-06-03", "first-appearance=2026-06-03"
    for name, options in (
        ("us/29-usc/626(d)(1)(A)", "--after 2026-06-03"),
        ("us/18-usc/3161(c)(1)", f"--trigger {first} --trigger {last}"),
    ):
        said = f"Compute it: legalcase clock '{name}' {options}"
        assert said in squeezed(answered("rules", name))


def test_the_facts_that_a_deadline_asks() -> None:
    """Each question with its answers, as options that stand whole in a line."""
    text = answered("rules", "us/frap/4(a)(1)(A)")
    assert "\nfacts that it asks\n" in text
    for line in (
        "its agency a party? If nothing is said: no.",
        "  --fact united-states-is-a-party=no",
        "  --fact united-states-is-a-party=yes (Fed. R. App. P. 4(a)(1)(B))",
        "  --fact tolling-motion-listed=yes",
    ):
        assert any(said.endswith(line) for said in text.splitlines())
    # What is a fact is no dispute.
    assert "4(a)(1)(A)#united-states" not in text
    assert "us/frap#mail-order" in text
    assert too_wide(text) == []


@pytest.mark.parametrize(
    ("name", "option"),
    [
        ("us-ca/ccp/437c(a)(2)", "--service METHOD"),
        ("de/zpo/234(1)", "--fact time-missed=grounds-of-appeal"),
        ("gb-eaw/cpr", "--paper claim-form"),
        ("at/zpo", "--nature appeal-notfrist"),
        # A part of it asks.
        ("us/frap/4(a)(3)", "--fact united-states-is-a-party=yes"),
    ],
)
def test_each_fact_is_shown_with_its_option(name: str, option: str) -> None:
    """The method of service, a fact of the vocabulary, an input of its own."""
    assert f"\n  {option}" in answered("rules", name)


@pytest.mark.parametrize("name", ["us/frcp/59(e)", "de/zpo/339(1)"])
def test_a_deadline_that_asks_nothing(name: str) -> None:
    """It brings what there is to know: its nature and its act are no questions."""
    assert "facts that it asks" not in answered("rules", name)


def test_one_deadline_whole() -> None:
    """Versions, extension, note, authority, who has read it, worked examples."""
    text = answered("rules", "us/frcp/4(m)")
    for part in (
        "complaint-filed: the complaint or other initiating paper was filed",
        "2000-12-01 120 days after",
        "2015-12-01 90 days after",
        "by the court: good cause",
        "an account of it was",
        "(its text was read, 2026-11-30)",
        "Service in a foreign country is not subject to Rule 4(m).",
        "Epic Games v. Apple",
        "Compute it: legalcase due 'us/frcp/4(m)' --after 2026-06-03",
    ):
        assert squeezed(part) in squeezed(text)


def test_a_deadline_for_machines() -> None:
    """The same as plain data, the oldest version first."""
    data = json.loads(answered("rules", "us/frap/4(a)(1)(A)", "--format", "json"))
    assert data["triggers"] == ["judgment-entered"]
    assert data["versions"][-1]["extension"]["barred"].startswith("Fed. R. App. P.")
    assert data["versions"][-1]["restart"]["on"] == "tolling-motion-filed"
    assert data["versions"][-1]["authority"]["verified"] == "text"
    firsts = [version["from"] for version in data["versions"]]
    assert firsts == sorted(firsts)


def test_one_rule_of_computation_whole() -> None:
    """Its versions, settings with their citations, disputes, and what it counts."""
    text = squeezed(answered("rules", "us/frcp"))
    for part in (
        "2016-12-01 Fed. R. Civ. P. 6(d) (as amended",
        "roll, after to next open day; closed",
        "mail 3 days 1985-08-01 Fed. R. Civ. P. 6(d)",
        "electronic nothing 2016-12-01 Fed. R. Civ. P. 6(d) as amended",
        "mail-order When the period",
        "us/frcp/33(b)(2)",
    ):
        assert part in text
    data = json.loads(answered("rules", "us/frcp", "--format", "json"))
    newest = data["versions"][-1]["settings"]
    assert newest["service"]["general"]["mail"]["add"] == "3 days"
    assert [d["id"] for d in data["disputes"]] == [
        *LAW.counting_rule("us/frcp").disputed
    ]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("us/frcp/33b2",), "Did you mean 'us/frcp/33(b)(2)'"),
        (("us/frcp/12(b)",), "Did you mean 'us/frcp/12(a)(1)(A)(i)', 'us/frcp/12("),
        (("us/frcp/26(a)(2)(D)(iii)",), "Did you mean 'us/frcp/26(a)(2)(D)(ii)', "),
        (("us/cacd",), "that is a court. It applies 'us/frcp', 'us/frap', "),
        (("us/nope",), "There is no counting rule 'us/nope'."),
        (("--jurisdiction", "fr"), "There is no jurisdiction 'fr'."),
        (("--trigger", "judgement"), "'judgment-entered'"),
        (("--act", "fyle"), "It must be one of 'expire'; 'file';"),
    ],
)
def test_mistakes(words: tuple[str, ...], part: str) -> None:
    """Unknown names are errors with suggestions, not empty lists."""
    done = ran("rules", *words)
    assert (done.status, done.out) == (1, "")
    assert part in squeezed(done.err)


@pytest.mark.parametrize(
    "option",
    ["--jurisdiction", "--trigger", "--act", "--owed-by", "--met-by", "--proceedings"],
)
def test_an_empty_word_is_not_passed_over(option: str) -> None:
    """A variable of the shell that holds nothing would ask for all that there is."""
    for words in ((), ("appeal",)):
        done = ran("rules", *words, option, "")
        assert (done.status, done.out) == (1, "")
        assert "There is no" in done.err


def test_a_deadline_lists_the_methods_of_its_own_table() -> None:
    """Section 437c has days of its own; what another table adds is not shown."""
    text = squeezed(answered("rules", "us-ca/ccp/437c(a)(2)"))
    assert "Days added for service, table 437c method adds since authority" in text
    assert "mail-abroad 20 days 1989-01-01 Cal. Code Civ. Proc. § 437c(a)(2)" in text
    assert "table general" not in text
    assert "Days added" not in answered("rules", "us/frcp/59(e)")


def test_what_a_method_added_is_told_by_version() -> None:
    """Electronic service added three days until December 2016 (Rule 6(d))."""
    data = json.loads(answered("rules", "us/frcp/33(b)(2)", "--format", "json"))
    electronic = data["added_for_service"]["general"]["electronic"]
    assert [(each["from"], each["adds"]) for each in electronic] == [
        ("2001-12-01", "3 days"),
        ("2016-12-01", "nothing"),
    ]
    assert data["service_is_complete"] == {}


def test_a_rule_says_when_service_is_complete() -> None:
    """By class of paper; a table that was replaced says until when it held."""
    text = answered("rules", "gb-eaw/cpr")
    assert "When service of any paper is complete, before 2008-10-01" in text
    assert "no such method" not in text
    said = squeezed(text)
    assert (
        "mail 2 days later; if no court day, 2008-10-01 CPR 6.26, row 1 the next"
        in said
    )
    assert (
        "of the claim form is complete method complete since authority mail 2 court"
        in said
    )
    data = json.loads(answered("rules", "gb-eaw/cpr", "--format", "json"))
    email = data["service_is_complete"]["other"]["email"][-1]
    assert email["when"].startswith("the same day, before 16:30, else the next day")
    assert email["authority"] == "CPR 6.26, row 5"


def test_every_method_that_a_rule_takes_is_listed() -> None:
    """Whoever was told that a method is not known finds all of those that are."""
    law = Law.bundled()
    for name in law.names("rule"):
        rule = law.counting_rule(name)
        newest = rule.settings(rule.versions[-1])
        known = {m for t in newest.service.values() for m in t.methods}
        known |= {m for table in newest.completion.values() for m in table}
        text = answered("rules", name)
        assert [method for method in known if method not in text] == []


def test_whose_deadline_it_is_in_plain_words() -> None:
    """Who owes it, each event that meets it, and what is not said as not said."""
    text = squeezed(answered("rules", "us/frcp/12(a)(1)(A)(i)"))
    assert "owed by served: whoever was served with the paper that starts" in text
    assert "met by answer-served: the answer or defence was served" in text
    assert "met by rule-12-motion-served: a preliminary motion" in text
    assert "arises in civil: a civil action" in text
    assert "in a stay the law entered does not say" in text
    assert "outlives" not in text
    text = squeezed(answered("rules", "de/zpo/520(2)"))
    assert "outlives the judgment or another end of the case" in text
    assert "the kind of stay, or its order, decides if the time runs (§ 249(1)" in text
    # What the words mean in that jurisdiction.
    assert "trigger judgment-served: service of the complete judgment" in text
    text = squeezed(answered("rules", "us/frcp/62(a)"))
    assert "owed by nobody: a time runs out by itself" in text
    assert "met by" not in text
    text = squeezed(answered("rules", "us-ca/discovery/2024.030-completion"))
    assert "met by the law entered does not say" in text


def test_deadlines_are_found_by_who_owes_them_and_what_meets_them() -> None:
    """The options of `rules` are the arguments of `find_rules`."""
    asked = ("rules", "--jurisdiction", "us", "--met-by", "reply-filed")
    data = json.loads(answered(*asked, "--format", "json"))
    owed_by = {rule["id"]: rule["owed_by"] for rule in data}
    assert owed_by["us/cand/civil-l-r/7-3(c)"] == "movant"
    assert len(owed_by) > 1
    assert "\nus/frcp/16(b)(2) " in answered("rules", "--owed-by", "court")
    text = answered("rules", "--after-disposition", "--proceedings", "civil")
    assert "\nus/frcp/59(e) " in text
    assert "us/frcp/33(b)(2)" not in text
    status, _, error = ran("rules", "--owed-by", "plaintiff")
    assert status == 1
    assert "'any-party'; 'appellant'" in squeezed(error)


def test_a_rule_s_page_has_the_words_of_the_law() -> None:
    """A deadline's by version, a rule's by citation; and as JSON types."""
    law = ("--law", str(ATLANTIS))
    text = squeezed(answered("rules", "xx/cp/20", *law))
    assert "“The answer is filed within one" in text
    text = squeezed(answered("rules", "xx/harbour", *law))
    assert "(in English: The day from which" in text
    assert "“Of less than seven days, C.P. 5 through 2014-12-31" in text
    for name in ("xx/cp/20", "xx/cp"):
        data = json.loads(answered("rules", name, *law, "--format", "json"))
        assert [one["text"] for one in data["words"]] == [
            one.text for one in atlantis().quotations(name)
        ]


def test_a_method_that_cites_nothing_has_its_line() -> None:
    """A citation is optional there: without one the page could not be shown."""
    text = squeezed(answered("rules", "xx/cp", "--law", str(ATLANTIS)))
    assert "personal nothing 2000-01-01" in text
