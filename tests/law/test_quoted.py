"""What was verified as text quotes it: whose words are owed, and which are idle."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

import legalcase as lc
from law_folders import ATLANTIS, changed, copied, places, refused, written
from legalcase.law.check.quotes.quoted import OWED, unquoted
from legalcase.law.files.folder import LawFolder
from legalcase.law.files.quotations import quoting

if TYPE_CHECKING:
    from pathlib import Path

LAW = lc.Law.bundled()
RULE, PACK = "xx/counting/cp.toml", "xx/deadlines/cp.toml"
WORDS = 'words = "a holiday"\n'
BALLAST = 'words = "The days for the mail come first, and the roll last."'
HIGH = 'words = "The High Court sits at Atlantis."\n'
BEGUN = "from = 2015-01-01\n\n[[words]]"
CALENDAR = """
[calendar]
id = "xy"
name = "Holidays of Elsewhere"
horizon = { from = 2000-01-01, through = 2035-12-31 }
cite = "Holidays Act"
verified = { how = "secondary" }
closed_by = ["legal-holiday"]
"""
HOLIDAY = """
[[holiday]]
id = "{id}"
name = "Feast"
falls = "may {day}"
cite = "{cite}"
verified = {{ how = "{how}" }}
"""


def owed(folder: Path) -> list[tuple[str, str]]:
    """The places of what a folder owes; each says what is wrong, and a remedy."""
    found = unquoted(LawFolder(folder))
    for _, path, what in found:
        assert path.startswith("$")
        assert what.startswith("is ")
        assert any(word in what for word in ("Quote", "Add", "Write", "Give"))
    return places(found)


def test_no_jurisdiction_owes_more_than_is_said() -> None:
    """Numbers only fall: whoever enters words takes them off, the last the whole."""
    counted = Counter(
        problem.file.partition("/")[0] for problem in unquoted(LAW.folders[0])
    )
    assert {name for name in counted if counted[name] > OWED.get(name, 0)} == set()
    assert {name for name in OWED if not counted[name]} == set()


def test_no_words_of_the_package_are_idle() -> None:
    """Each quotes what some setting cites, and none the same days twice."""
    found = unquoted(LAW.folders[0])
    assert [one for one in found if one.path.startswith("$.words")] == []


def test_atlantis_owes_nothing() -> None:
    """It has words for whatever of its law was read."""
    assert unquoted(LawFolder(ATLANTIS)) == []


@pytest.mark.parametrize(
    ("name", "words", "path"),
    [
        ("xx/calendar.toml", "The third of March", "$.calendar.words"),
        ("xx/courts.toml", "The High Court sits", "$.court[0].words"),
        ("xx/courts.toml", '{ text = "Curia', "$.court[2].words"),
        (PACK, "The answer is filed within one", "$.deadline[0].words"),
        (PACK, "The answer is filed within eight", "$.deadline[0].version[0].words"),
        ("xx/local-rules/north.toml", "A copy is brought", "$.deadline[0].words"),
    ],
)
def test_an_entry_that_was_read_needs_its_words(
    tmp_path: Path, name: str, words: str, path: str
) -> None:
    """Wherever it says itself that the text was read, or its words were another's."""
    folder = copied(tmp_path)
    text = (folder / name).read_text(encoding="utf-8")
    (line,) = [
        one
        for one in text.splitlines()
        if f"words = {words}" in one or f'words = "{words}' in one
    ]
    changed(folder, name, f"{line}\n", "")
    assert owed(folder) == [(name, path)]


def test_what_was_not_read_needs_none(tmp_path: Path) -> None:
    """An account of the law has no words of the law."""
    folder = copied(tmp_path)
    changed(
        folder, "xx/courts.toml", 'words = "The High Court sits at Atlantis."\n', ""
    )
    changed(folder, "xx/courts.toml", 'how = "text"', 'how = "secondary"')
    assert owed(folder) == []


def test_a_version_of_a_deadline_inherits_words_unless_it_changes_the_time(
    tmp_path: Path,
) -> None:
    """A new title, a new citation: the same words. A new period: others."""
    folder = copied(tmp_path)
    old = 'words = "The answer is filed within eight and twenty days of service of '
    changed(folder, PACK, f'{old}the claim."\nperiod = "28 days"', 'title = "Answer"')
    assert owed(folder) == []
    changed(folder, PACK, 'title = "Answer"', 'earlier_of = [{ period = "28 days" }]')
    assert owed(folder) == [(PACK, "$.deadline[0].version[0].words")]


def test_a_version_that_was_read_after_an_account_needs_words(tmp_path: Path) -> None:
    """There are none to inherit; but what was read and owed is not owed twice."""
    folder = copied(tmp_path)
    version = '\n[[deadline.version]]\nfrom = 2030-01-01\ntitle = "Rejoinder"\n{}\n'
    note = 'note = "Ask the harbour master."\n'
    example = "examples = [{ after = { complaint-served = 2026-02-02 }"
    changed(folder, PACK, note, "")
    text = (folder / PACK).read_text(encoding="utf-8")
    read = version.format('verified = { how = "text" }')
    (folder / PACK).write_text(text + read, encoding="utf-8")
    assert example in text
    assert owed(folder) == [(PACK, "$.deadline[2].version[0].words")]
    (folder / PACK).write_text(
        text.replace('how = "secondary"', 'how = "text"') + read, encoding="utf-8"
    )
    assert owed(folder) == [(PACK, "$.deadline[2].words")]


def test_each_citation_of_a_setting_needs_words_of_its_time(tmp_path: Path) -> None:
    """Of the version that states it, and of those that inherit it."""
    folder = copied(tmp_path)
    changed(folder, RULE, 'cite = ["3", "8", "9"]', 'cite = ["3", "9"]')
    assert owed(folder) == [(RULE, "$.version[0].roll.after.cite")]
    (problem,) = unquoted(LawFolder(folder))
    assert problem.what == (
        "is '8' of 'xx/cp', which was verified as text, and no [[words]] quotes it as "
        "it stood on 2000-01-01, 2015-01-01. Add them, with cite = ['8']; or verify "
        "it as 'secondary'."
    )


def test_words_hold_from_their_first_day_to_their_last(tmp_path: Path) -> None:
    """The version's first day decides: a day late, and they are none of its own."""
    folder = copied(tmp_path)
    changed(
        folder, RULE, "from = 2015-01-01\n\n[[words]]", "from = 2015-01-02\n\n[[words]]"
    )
    assert owed(folder) == [
        (RULE, "$.version[0].service_for.cite"),
        (RULE, "$.version[1].service.general.mail.cite"),
    ]
    said = {path: what for _, path, what in unquoted(LawFolder(folder))}
    assert "stood on 2015-01-01. Add" in said["$.version[0].service_for.cite"]


def test_a_version_that_rests_on_an_account_needs_no_words(tmp_path: Path) -> None:
    """Nor those settings of it that a later version, which was read, replaces."""
    folder = copied(tmp_path)
    changed(
        folder,
        RULE,
        "from = 2000-01-01\n",
        'from = 2000-01-01\nverified = { how = "secondary" }\n',
    )
    changed(folder, RULE, 'cite = ["5"]', 'cite = ["10"]')
    changed(folder, RULE, 'cite = ["6", "10"]', 'cite = ["5"]')
    assert owed(folder) == []


def test_of_a_rule_read_in_part_what_was_read_needs_words(tmp_path: Path) -> None:
    """`read` lists the provisions; § 10 as amended lies within § 10."""
    folder = copied(tmp_path)
    changed(folder, RULE, 'how = "text", on', 'how = "recall", read = ["8", "10"], on')
    changed(folder, RULE, 'cite = ["3", "8", "9"]', 'cite = ["3", "9"]')
    changed(folder, RULE, 'cite = ["4"]', 'cite = ["9"]')
    changed(
        folder, RULE, "from = 2015-01-01\n\n[[words]]", "from = 2016-01-01\n\n[[words]]"
    )
    assert [path for _, path in owed(folder) if "version" in path] == [
        "$.version[0].roll.after.cite",
        "$.version[1].service.general.mail.cite",
    ]


def test_words_that_nothing_cites_are_idle(tmp_path: Path) -> None:
    """A citation that was mistyped would cover nothing, and look as if it did."""
    folder = copied(tmp_path)
    changed(folder, RULE, 'cite = ["11"]', 'cite = ["11", "11(1)"]')
    changed(folder, "xx/local-rules/north.toml", 'cite = ["2"]', 'cite = ["2", "3"]')
    assert owed(folder) == [
        (RULE, "$.words[7].cite[1]"),
        ("xx/local-rules/north.toml", "$.words[0].cite[1]"),
    ]


def test_an_answer_to_a_question_is_cited_too(tmp_path: Path) -> None:
    """Its own citation, its settings'; and the words cover what it says was read."""
    folder = copied(tmp_path)
    changed(folder, RULE, f"{BALLAST}\n", "\n")
    changed(folder, RULE, 'cite = ["11"]', 'cite = ["11", "Re Ballast"]')
    changed(
        folder,
        RULE,
        'cite = "Re Ballast"',
        'cite = "Re Ballast"\nverified = { how = "text" }',
    )
    assert owed(folder) == []
    changed(folder, RULE, 'cite = ["11", "Re Ballast"]', 'cite = ["11"]')
    assert owed(folder) == [(RULE, "$.dispute[0].reading[0].words")]


def test_two_words_for_one_citation_may_not_overlap(tmp_path: Path) -> None:
    """Which of the two held on a day would be anybody's guess."""
    folder = copied(tmp_path)
    changed(
        folder, RULE, "from = 2015-01-01\n\n[[words]]", "from = 2014-12-31\n\n[[words]]"
    )
    assert owed(folder) == [(RULE, "$.words[5].cite[0]")]


def test_words_that_end_before_they_begin_are_refused(tmp_path: Path) -> None:
    """Like every other range of dates."""
    folder = copied(tmp_path)
    new = 'from = 2015-01-01\nthrough = 2014-01-01\n\n[[words]]\ncite = ["7"]'
    changed(folder, RULE, 'from = 2015-01-01\n\n[[words]]\ncite = ["7"]', new)
    assert places(refused(folder)) == [(RULE, "$.words[5].through")]


def test_two_of_a_kind_that_cite_the_same_quote_it_once(tmp_path: Path) -> None:
    """Holidays of one section; what the head says of itself is no part of it."""
    feasts = [
        HOLIDAY.format(id=f"feast-{day}", day=day, cite="s. 2", how="text")
        for day in (1, 8)
    ]
    head = '[jurisdiction]\nid = "xy"\nname = "Elsewhere"'
    name = "xy/calendar.toml"
    files = {"xy/jurisdiction.toml": head, name: CALENDAR + "".join(feasts)}
    folder = written(tmp_path / "law", files)
    assert owed(folder) == [(name, f"$.holiday[{n}].words") for n in (0, 1)]
    changed(folder, name, 'cite = "s. 2"\n', f'cite = "s. 2"\n{WORDS}')
    assert owed(folder) == []


LIKE_THE_HEAD = (
    CALENDAR.replace("secondary", "text").replace(
        "Holidays Act", "Holidays Act, s. 1; Courts Act"
    )
    + WORDS
)

ASKED = """
[[dispute]]
id = "feast"
kind = "law"
question = "Is the feast a holiday?"
adopted = "yes"
cite = "Courts Act"

[[dispute.reading]]
name = "no"
observance = { saturday = "none" }
"""


@pytest.mark.parametrize(
    ("entry", "path"),
    [
        ('[[closure]]\non = 2020-05-08\nname = "Peace"\nkind = "flood"', "closure[0]"),
        ('[[opening]]\non = [2020-05-09]\nname = "Bridge"', "opening[0]"),
        ('[[holiday]]\nid = "feast"\nname = "Feast"\nfalls = "may 8"', "holiday[0]"),
        (
            '[[holiday]]\nid = "moon"\nname = "Moon"\non = [{ on = 2020-05-08, ~ }]',
            "holiday[0].on[0]",
        ),
        (ASKED, "dispute[0].reading[0]"),
        ("weekend = [{ days = ['sunday'], ~ }]", "calendar.weekend[0]"),
    ],
)
def test_what_counts_as_read_through_another_needs_its_own_words(
    tmp_path: Path, entry: str, path: str
) -> None:
    """The head's words say nothing of an order or a case that it does not cite."""

    def owing(more: str, head: str = LIKE_THE_HEAD) -> list[tuple[str, str]]:
        """The places owed, with this beside the entry."""
        stated = entry.replace("~", more.replace("\n", ", "))
        stated = stated if "~" in entry else f"{entry}\n{more}\n"
        files = {
            "xy/jurisdiction.toml": '[jurisdiction]\nid = "xy"\nname = "Elsewhere"',
            "xy/vocabulary.toml": '[kind]\nflood = "the sea"',
            "xy/calendar.toml": f"{head}\n{stated}",
        }
        target = tmp_path / f"law-{len([*tmp_path.iterdir()])}"
        return owed(written(target, files))

    needed = [("xy/calendar.toml", f"$.{path}.words")]
    gazette = 'cite = "Gazette 12"'
    assert owing(gazette) == needed
    assert owing('cite = "Courts Act; Gazette 12"') == needed
    assert owing('cite = "Courts Act, s. 2"') == needed
    assert owing(f"{gazette}\n{WORDS.strip()}") == []
    assert owing(f'{gazette}\nverified = {{ how = "secondary" }}') == []
    # What the head cites, its words are there to say.
    assert owing('cite = "Courts Act"') == []
    assert owing('cite = "Courts Act; =Holidays Act, s. 1"') == []
    # And what was read nowhere counts as read nowhere.
    assert owing(gazette, LIKE_THE_HEAD.replace('"text"', '"recall"')) == []


@pytest.mark.parametrize(
    ("head", "how", "paths"),
    [
        ("secondary", "text", ["$.holiday[0].on[0].words", "$.holiday[0].words"]),
        ("text", "secondary", []),
    ],
)
def test_what_a_holiday_states_holds_for_its_dates(
    tmp_path: Path, head: str, how: str, paths: list[str]
) -> None:
    """A date given out counts as its holiday does, be it otherwise than the head."""
    days = '[{ on = 2020-05-08, cite = "Gazette 12" }, { on = 2021-05-09 }]'
    holiday = HOLIDAY.format(id="moon", day=8, cite="s. 2", how=how)
    text = LIKE_THE_HEAD.replace('"text"', f'"{head}"') + holiday
    files = {
        "xy/jurisdiction.toml": '[jurisdiction]\nid = "xy"\nname = "Elsewhere"',
        "xy/calendar.toml": text.replace('falls = "may 8"', f"on = {days}"),
    }
    folder = written(tmp_path / "law", files)
    assert sorted(path for _, path in owed(folder)) == paths


def test_the_message_says_through_what_it_counts(tmp_path: Path) -> None:
    """So that a verification of its own is seen to be the other way out."""
    folder = copied(tmp_path)
    (line,) = [
        one
        for one in (folder / "xx/calendar.toml").read_text("utf-8").splitlines()
        if one.startswith('words = "From the fifth')
    ]
    changed(folder, "xx/calendar.toml", f"{line}\n", "")
    (problem,) = unquoted(LawFolder(folder))
    assert problem.what == (
        "is missing: 'great-flood' counts as text through what it stands in, which "
        "cites other law, and its words stand nowhere. Quote the operative ones, 40 at "
        "most, as words = \"…\" beside its cite; or verify it as 'secondary'."
    )


def test_a_reading_quotes_and_changes_no_more_for_it(tmp_path: Path) -> None:
    """Its words are no setting: every answer is as it was."""
    folder = copied(tmp_path)
    for name, case in ((RULE, "Re Ballast"), (PACK, "Re Galley")):
        text = (folder / name).read_text(encoding="utf-8")
        assert f'cite = "{case}"\nwords = ' in text
    law = LAW.with_folder(folder)
    (_, reading) = law.counting_rule("xx/cp").disputes[0], law.deadline("xx/cp/20")
    assert set(law.counting_rule("xx/cp").disputes[0].readings[0].change) == {"service"}
    assert set(reading.disputes[0].readings[0].change) == {"period"}


def test_an_answer_that_only_quotes_changes_nothing(tmp_path: Path) -> None:
    """And is refused for it, as one without words is."""
    folder = copied(tmp_path)
    changed(folder, PACK, 'period = "40 days"\n', "")
    found = {path for _, path, _ in refused(folder)}
    assert found == {"$.deadline[0].dispute[0].reading[0]"}


def test_a_citation_of_several_is_quoted_whole_or_in_each_part() -> None:
    """The longest run that one quotation covers, then what is left."""
    one, two, both = ({"cite": [cite]} for cite in ("1", "2", "=1; 2"))
    assert quoting([one, two], "1; 2") == [one, two]
    assert quoting([one, two, both], "1; =2") == [both]
    assert quoting([one], "1; 2") == []
    assert quoting([both], "1") == []
    assert quoting([one], "1; 1") == [one]
